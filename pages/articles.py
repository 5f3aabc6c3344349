"""The articles as they came, with what was read from them marked by kind; each mark leads to the map."""

from __future__ import annotations

import streamlit as st

from geo.stage.reader import article_list, article_page
from pages import carried, parts, session

story_id, story = session.open_story()
listed = article_list(story)
if not listed:
    parts.notice("No article could be read.", "The story page says which files failed, and what to do.")
    st.stop()
known = [article["id"] for article in listed]
asked = st.query_params.get("article")
opened = asked if asked in known else known[0]
at = st.query_params.get("at", "")

answer = parts.articles(
    {
        "list": listed,
        "page": article_page(story, opened),
        "at": int(at) if at.isdecimal() and opened == asked else None,
        "scene": session.open_scene()[1].address if carried.has_filters() else None,
    }
)
if answer.article in known:
    st.switch_page("articles.py", query_params=carried.with_filters(story=story_id, article=answer.article))
if answer.shown:
    kind, _, value = answer.shown.partition(":")
    there = {"t": value} if kind == "moment" else {"sel": answer.shown}
    st.switch_page("story.py", query_params=carried.with_filters(story=story_id, **there))
