"""What several test modules need: the five-article story, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

import geo
from geo.model import Story

STORIES = Path(__file__).parent.parent / "data" / "stories"


@pytest.fixture(scope="session")
def stories_folder() -> Path:
    """Where the stories that ship with the project lie."""
    return STORIES


@pytest.fixture(scope="session")
def kim_putin() -> Story:
    """The five-article story as the reader reads it, with no correction."""
    return geo.read_story(STORIES / "kim-putin-2023", corrections=False)
