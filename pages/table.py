"""The story as tables: the same content as the player, for a screen reader, a printer, a sceptic."""

from __future__ import annotations

import streamlit as st

from geo.stage.tables import story_tables
from pages import carried, parts, session

story_id, story = session.open_story()
tables = story_tables(story)
summary = "Everything that the map shows, with the sentence that says so. A name leads to the map."
answer = parts.table(
    {
        "title": story.title,
        "summary": summary if tables else "Nothing was found in these articles.",
        "tables": tables,
        "scene": session.open_scene()[1].address if carried.has_filters() else None,
    }
)
if answer.shown:
    st.switch_page("story.py", query_params=carried.with_filters(story=story_id, sel=answer.shown))
