"""The story plays: map, transport, timeline and excerpt off one clock in the browser."""

from __future__ import annotations

import streamlit as st

from geo.stage import assets
from pages import carried, parts, session

story_id, held = session.open_scene()
answer = parts.player(
    {
        "title": held.title,
        "scene": held.address,
        "digest": held.digest,
        "assets": f"player/{assets.version()}",
        "tiles": f"ground/{assets.ground_version()}/{{z}}/{{x}}/{{y}}.json",
        "ground": session.online_ground(),
        "themes": assets.themes(),
        "articles": "articles",
    }
)
if answer.opened:
    opened = {"article": answer.opened["article"], "at": str(answer.opened["at"])}
    st.switch_page(
        "articles.py",
        query_params=carried.with_filters(answer.opened.get("filters"), story=story_id, **opened),
    )
