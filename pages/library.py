"""Which stories there are, and the caches round `geo`: for the pages, and for the server before they run."""

from __future__ import annotations

import gc
import hashlib
import os
import tomllib
from contextlib import suppress
from pathlib import Path

import streamlit as st

import geo
from geo.errors import DatelineError
from geo.model import Story
from geo.settings import Settings
from geo.stage import assets
from geo.stage.scene import scene_json
from geo.stage.shelf import SHELF, Held, pack

DATA = Path(__file__).resolve().parents[1] / "data" / "stories"


def settings() -> Settings:
    """What the environment sets.

    Raises:
        DatelineError: A value makes no sense.
    """
    return geo.read_settings(os.environ, path_separator=os.pathsep)


def stories() -> dict[str, Path]:
    """Every story by its id: those of the project, then those of the folder named in the settings."""
    roots = [DATA, *(Path(folder).expanduser() for folder in settings().story_folders)]
    return {folder.name: folder for root in roots for folder in geo.list_stories(root)}


def title(folder: Path) -> str:
    """What a story is called in a list, without reading its articles."""
    return _title(str(folder), _signature(folder))


def story(folder: Path) -> Story:
    """The story, read once per change of its files."""
    return _load(str(folder), _signature(folder))


def scene(folder: Path) -> Held:
    """The scene of the story, which the server now holds for the browser to fetch."""
    return SHELF.put(_load_scene(str(folder), _signature(folder)))


def scene_at_hand(folder: Path) -> Held | None:
    """The scene of the story if the server holds it; reads nothing."""
    return SHELF.find(_key(str(folder), _signature(folder)))


def warm_up() -> None:
    """Reads the first story and packs what browsers ask for; what goes wrong is told to who opens it."""
    for name in (assets.MODULES, assets.LOOK, assets.DECK):
        assets.asset(name)
    with suppress(DatelineError):
        for folder in list(stories().values())[:1]:
            scene(folder)


def _key(folder: str, signature: str) -> str:
    return f"{folder}\n{signature}"


def _signature(folder: Path) -> str:
    """Changes when a file of the story does."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    facts = [f"{path.name}:{path.stat().st_size}:{path.stat().st_mtime_ns}" for path in files]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


@st.cache_resource(max_entries=16, show_spinner="Reading the articles…")
def _load(folder: str, signature: str) -> Story:
    # a resource, not data: a Story is frozen, so that all sessions can share the one object
    told = settings()
    return (
        geo.read_story([Path(folder)], settings=told)
        if told.change_reading
        else geo.read_story([Path(folder)])
    )


@st.cache_resource(max_entries=16, show_spinner=False)
def _load_scene(folder: str, signature: str) -> Held:
    found = _load(folder, signature)
    told = scene_json(found, view=geo.load_source([Path(folder)]).view)
    # gazetteer and language model are here to stay: the collection after each rerun takes 0.1 s over them
    gc.freeze()
    return pack(found.title, told, key=_key(folder, signature))


@st.cache_resource(max_entries=256, show_spinner=False)
def _title(folder: str, signature: str) -> str:
    about = Path(folder) / "story.toml"
    if about.is_file():
        try:
            return str(tomllib.loads(about.read_text(encoding="utf-8")).get("title") or Path(folder).name)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            return Path(folder).name
    return Path(folder).name.replace("-", " ").replace("_", " ")
