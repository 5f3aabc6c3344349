"""The entry of every page: declares the pages, draws the masthead, runs the page that is asked for."""

from __future__ import annotations

import streamlit as st

from pages import carried, parts, session

PAGES = {
    "story": st.Page("story.py", title="Story", default=True),
    "articles": st.Page("articles.py", title="Articles"),
    "table": st.Page("table.py", title="Table"),
    "method": st.Page("method.py", title="Method"),
}

st.set_page_config(page_title="Dateline", layout="wide", initial_sidebar_state="collapsed")
page = st.navigation(list(PAGES.values()), position="hidden")
story_id = session.chosen()
answer = parts.masthead(
    {
        "stories": [{"id": each, "title": session.title(path)} for each, path in session.stories().items()],
        "story": story_id,
        "pages": [
            {"name": name, "title": each.title, "path": each.url_path or "."} for name, each in PAGES.items()
        ],
        "page": next(name for name, each in PAGES.items() if each == page),
    }
)
if answer.story and answer.story in session.stories():
    st.switch_page(page, query_params={"story": answer.story})
wanted, _, filters = (answer.page or "").partition("&")
if wanted in PAGES:
    st.switch_page(PAGES[wanted], query_params=carried.with_filters(filters, story=story_id))
page.run()
