"""The story plays: map, transport, timeline and excerpt off one clock in the browser."""

from __future__ import annotations

import streamlit as st

from geo.errors import DatelineError
from geo.stage import assets
from pages import parts, session

story_id = session.chosen()
if story_id is None:
    parts.notice(
        "No story yet.", f"Put a folder of articles into data/stories, or name one in {session.SETTING}."
    )
    st.stop()
if missed := session.asked_in_vain():
    st.toast(f"There is no story {missed!r} here. This is {story_id!r}.")
try:
    scene, digest = session.load_scene(story_id)
except DatelineError as error:
    parts.notice("This story cannot be read.", str(error))
    st.stop()

answer = parts.player(
    {
        "scene": scene,
        "digest": digest,
        "assets": f"player/{assets.version()}",
        "tiles": f"ground/{assets.ground_version()}/{{z}}/{{x}}/{{y}}.json",
        "themes": assets.themes(),
        "articles": "articles",
    }
)
if answer.opened:
    opened = {"story": story_id, "article": answer.opened["article"], "at": str(answer.opened["at"])}
    st.switch_page("articles.py", query_params=opened)
