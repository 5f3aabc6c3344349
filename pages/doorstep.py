"""The page as the server hands it out: Streamlit's own, in which masthead and stage stand at once.

Streamlit takes its time to start in a browser and to run the page. What it will then tell the components is
known before, so it is written into the page, and everything that they need is asked for at once.
"""

from __future__ import annotations

import json
from contextlib import suppress
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from geo.errors import DatelineError
from geo.stage import assets
from pages import given, library, session
from pages.parts import address

STREAMLIT = Path(st.__file__).parent / "static" / "index.html"


def html(page: str, story: str | None) -> str:
    """The page of that name, with the story that the address asks for."""
    told: dict[str, Any] = {}
    with suppress(DatelineError):  # a setting makes no sense: the page will say so
        told = _told(page, story)
    head, body = _streamlit()
    # a title may hold any character: no "<" of it may end the script that holds it
    data = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    scene = told.get("main", {}).get("scene")
    ahead = _link("preload", scene, "as=fetch crossorigin") if scene else ""
    # a page without a map lets the next one have its library at hand
    ahead += _link("preload" if "main" in told else "prefetch", address(assets.DECK), "as=script")
    told_there = f'<script type="application/json" id="dl-told">{data}</script>'
    return f"{head}{ahead}{_head()}{body}{told_there}</body></html>"


@lru_cache(maxsize=1)
def _streamlit() -> tuple[str, str]:
    """Streamlit's page in two: up to where its head begins, and from there to where its body ends."""
    whole = STREAMLIT.read_text(encoding="utf-8").replace(
        "<title>Streamlit</title>", "<title>Dateline</title>"
    )
    before, mark, after = whole.partition("<head>")
    return before + mark, after.rpartition("</body>")[0]


@lru_cache(maxsize=1)
def _head() -> str:
    fonts = [
        _link("preload", address(f"fonts/{each}"), "as=font type=font/woff2 crossorigin")
        for each in assets.FIRST_FONTS
    ]
    return "\n".join(
        [
            '<meta charset="UTF-8">',
            _link("stylesheet", address(assets.LOOK)),
            *fonts,
            f'<script type="module" src="{escape(address(assets.MODULES))}"></script>',
        ]
    )


def _told(page: str, asked: str | None) -> dict[str, Any]:
    known = library.stories()
    story = session.choice(asked, known)
    masthead = given.masthead(page, story, known)
    if page != given.FIRST or story is None:
        return {"masthead": masthead}
    held = library.scene_at_hand(known[story])
    title = held.title if held else library.title(known[story])
    return {"masthead": masthead, "main": given.player(title, held)}


def _link(kind: str, target: str, more: str = "") -> str:
    return f'<link rel="{kind}" href="{escape(target)}" {more}>'
