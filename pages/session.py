"""What the pages share: which stories there are, which is open, and the caches round `geo`.

The only module that owns session keys and query parameters; pages read them through functions.
"""

from __future__ import annotations

import gc
import hashlib
import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path

import streamlit as st

import geo
from geo.errors import DatelineError
from geo.model import Story
from geo.settings import STORIES as SETTING
from geo.settings import Settings
from geo.stage import assets
from geo.stage.scene import scene_json
from geo.stage.shelf import SHELF, Held, pack
from pages import parts

DATA = Path(__file__).resolve().parents[1] / "data" / "stories"


def settings() -> Settings:
    """What the environment sets; a value that makes no sense stops the page with a sentence."""
    try:
        return geo.read_settings(os.environ, path_separator=os.pathsep)
    except DatelineError as error:
        parts.notice("A setting makes no sense.", str(error))
        st.stop()


def online_ground() -> dict[str, object] | None:
    """The ground out of the network that the settings ask for, as the player takes it."""
    ground = settings().ground
    return None if ground is None else asdict(ground)


def stories() -> dict[str, Path]:
    """Every story by its id: those of the project, then those of the folder named in the settings."""
    roots = [DATA, *(Path(folder).expanduser() for folder in settings().story_folders)]
    return {folder.name: folder for root in roots for folder in geo.list_stories(root)}


def title(folder: Path) -> str:
    """What a story is called in a list, without reading its articles."""
    return _title(str(folder), _signature(folder))


def chosen() -> str | None:
    """The id of the open story: the one in the address if it exists, else the first."""
    known = stories()
    asked = st.query_params.get("story")
    return asked if asked in known else next(iter(known), None)


def asked_in_vain() -> str | None:
    """The story that the address asks for and that does not exist."""
    asked = st.query_params.get("story")
    return asked if asked and asked not in stories() else None


def open_story() -> tuple[str, Story]:
    """The open story, read once per change of its files; stops the page with a notice if there is none."""
    story_id, folder = _open_folder()
    with _sentence_for_errors():
        return story_id, _load(str(folder), _signature(folder))


def open_scene() -> tuple[str, Held]:
    """The open story's id and its scene, which the server now holds for the browser to fetch."""
    story_id, folder = _open_folder()
    with _sentence_for_errors():
        return story_id, SHELF.put(_load_scene(str(folder), _signature(folder)))


def warm_up() -> None:
    """Reads the first story and packs the map library; what goes wrong is told to who opens the story."""
    assets.asset(assets.DECK)
    with suppress(DatelineError):
        for folder in list(stories().values())[:1]:
            _load_scene(str(folder), _signature(folder))


def _open_folder() -> tuple[str, Path]:
    story_id = chosen()
    if story_id is None:
        parts.notice(
            "No story yet.", f"Put a folder of articles into data/stories, or into one that {SETTING} names."
        )
        st.stop()
    if missed := asked_in_vain():
        st.toast(f"There is no story {missed!r} here; this is {story_id!r}.")
    return story_id, stories()[story_id]


@contextmanager
def _sentence_for_errors() -> Iterator[None]:
    """What goes wrong on purpose becomes a sentence that says what to do."""
    try:
        yield
    except DatelineError as error:
        parts.notice("This story cannot be read.", str(error))
        st.stop()


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
    story = _load(folder, signature)
    scene = scene_json(story, view=geo.load_source([Path(folder)]).view)
    # gazetteer and language model are here to stay: the collection after each rerun takes 0.1 s over them
    gc.freeze()
    return pack(story.title, scene)


@st.cache_resource(max_entries=256, show_spinner=False)
def _title(folder: str, signature: str) -> str:
    about = Path(folder) / "story.toml"
    if about.is_file():
        try:
            return str(tomllib.loads(about.read_text(encoding="utf-8")).get("title") or Path(folder).name)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            return Path(folder).name
    return Path(folder).name.replace("-", " ").replace("_", " ")
