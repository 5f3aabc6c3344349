"""The components of the pages: thin wrappers, each a few lines that import a module of the player."""

from __future__ import annotations

from typing import Any

import streamlit as st

from geo.stage import assets

_LOADER = """
export default function (component) {{
  let gone = false;
  let leave = null;
  import(new URL("{modules}", document.baseURI).href).then(({{ part }}) => {{
    if (!gone) leave = part("{module}").mount(component);
  }});
  return () => {{
    gone = true;
    if (leave) leave();
  }};
}}
"""
# The import is absolute because the loader itself runs from a blob address.
_LOOK = '@import url("{}");\n/* on every page, however it was opened */'


def address(name: str) -> str:
    """Where the server has a file of the player, relative to the app."""
    return f"player/{assets.version()}/{name}"


def _component(name: str, *, css: str | None = None) -> Any:  # noqa: ANN401 - Streamlit's own renderer type is private
    return st.components.v2.component(
        f"dateline_{name}",
        html=f'<div class="dl-{name}"></div>\n',
        css=css,
        js=_LOADER.format(modules=address(assets.MODULES), module=f"{name}.js"),
        isolate_styles=False,
    )


def masthead(data: dict[str, Any]) -> Any:  # noqa: ANN401
    """The head of every page; answers with what was chosen: ``story``, ``page``."""
    return _component("masthead", css=_LOOK.format(address(assets.LOOK)))(
        key="masthead", data=data, on_story_change=_nothing, on_page_change=_nothing
    )


def player(data: dict[str, Any]) -> Any:  # noqa: ANN401
    """Map, transport, timeline, excerpt; answers: ``chosen``, ``opened``, ``played``, ``missing`` (scene)."""
    return _component("main")(
        key="player",
        data=data,
        **{f"on_{each}_change": _nothing for each in ("chosen", "opened", "played", "missing")},
    )


def _nothing() -> None:
    """Streamlit wants a callback for each trigger that a component may send."""


def notice(title: str, advice: str) -> None:
    """A page that has nothing to show says why, and what to do."""
    _component("notice")(key="notice", data={"title": title, "advice": advice})


def articles(data: dict[str, Any]) -> Any:  # noqa: ANN401
    """The articles; answers with ``article`` (one was chosen) and ``shown`` (to be shown on the map)."""
    return _component("articles")(
        key="articles", data=data, on_article_change=_nothing, on_shown_change=_nothing
    )


def table(data: dict[str, Any]) -> Any:  # noqa: ANN401
    """The story as tables; answers with ``shown``, the thing to be shown on the map."""
    return _component("table")(key="table", data=data, on_shown_change=_nothing)
