"""The story plays: map, transport, timeline and excerpt off one clock in the browser."""

from __future__ import annotations

import streamlit as st

from pages import carried, given, parts, session

story_id, held = session.open_scene()
answer = parts.player(given.player(held.title, held))
if answer.opened:
    opened = {"article": answer.opened["article"], "at": str(answer.opened["at"])}
    st.switch_page(
        "articles.py",
        query_params=carried.with_filters(answer.opened.get("filters"), story=story_id, **opened),
    )
