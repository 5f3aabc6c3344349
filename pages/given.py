"""What the components are given: by the server before Streamlit runs the page, and by the page, the same."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from geo.stage import assets
from geo.stage.shelf import Held
from pages import library

PAGES = {"story": "Story", "articles": "Articles", "table": "Table", "method": "Method"}
"""Each page by its name, which is that of its file."""
FIRST = "story"
"""The page at the address of the app itself."""


def masthead(page: str, story: str | None, stories: dict[str, Path]) -> dict[str, Any]:
    """For the head of every page."""
    return {
        "stories": [{"id": each, "title": library.title(path)} for each, path in stories.items()],
        "story": story,
        "pages": [
            {"name": name, "title": title, "path": "." if name == FIRST else name}
            for name, title in PAGES.items()
        ],
        "page": page,
    }


def player(title: str, held: Held | None) -> dict[str, Any]:
    """For the player; without a scene it stands empty until it is told of one."""
    ground = library.settings().ground
    return {
        "title": title,
        "scene": held and held.address,
        "digest": held and held.digest,
        "assets": f"player/{assets.version()}",
        "tiles": f"ground/{assets.ground_version()}/{{z}}/{{x}}/{{y}}.json",
        "ground": None if ground is None else asdict(ground),
        "themes": assets.themes(),
        "articles": "articles",
    }
