"""What the pages share: which story is open, by the address.

With `carried`, the only module that reads query parameters; pages read them through functions.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from geo.errors import DatelineError
from geo.model import Story
from geo.settings import STORIES as SETTING
from geo.stage.shelf import Held
from pages import library, parts


def stories() -> dict[str, Path]:
    """Every story by its id; a setting that makes no sense stops the page with a sentence."""
    try:
        return library.stories()
    except DatelineError as error:
        parts.notice("A setting makes no sense.", str(error))
        st.stop()


def chosen() -> str | None:
    """The id of the open story: the one in the address if it exists, else the first."""
    return choice(st.query_params.get("story"), stories())


def choice(asked: str | None, known: dict[str, Path]) -> str | None:
    """The story that is asked for if it is known, else the first."""
    return asked if asked in known else next(iter(known), None)


def asked_in_vain() -> str | None:
    """The story that the address asks for and that does not exist."""
    asked = st.query_params.get("story")
    return asked if asked and asked not in stories() else None


def open_story() -> tuple[str, Story]:
    """The open story, read once per change of its files; stops the page with a notice if there is none."""
    story_id, folder = _open_folder()
    with _sentence_for_errors():
        return story_id, library.story(folder)


def open_scene() -> tuple[str, Held]:
    """The open story's id and its scene, which the server now holds for the browser to fetch."""
    story_id, folder = _open_folder()
    with _sentence_for_errors():
        return story_id, library.scene(folder)


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
