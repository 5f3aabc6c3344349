"""The entry of every page: declares the pages, draws the masthead, runs the page that is asked for."""

from __future__ import annotations

import streamlit as st

from pages import carried, given, parts, session

PAGES = {
    name: st.Page(f"{name}.py", title=title, default=name == given.FIRST)
    for name, title in given.PAGES.items()
}

st.set_page_config(page_title="Dateline", layout="wide", initial_sidebar_state="collapsed")
page = st.navigation(list(PAGES.values()), position="hidden")
stories = session.stories()
story_id = session.chosen()
name = next(name for name, each in PAGES.items() if each == page)
answer = parts.masthead(given.masthead(name, story_id, stories))
if answer.story and answer.story in stories:
    st.switch_page(page, query_params={"story": answer.story})
wanted, _, filters = (answer.page or "").partition("&")
if wanted in PAGES:
    st.switch_page(PAGES[wanted], query_params=carried.with_filters(filters, story=story_id))
page.run()
