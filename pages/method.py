"""How the map comes about, how to read its marks, from which data, under which licences."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.stage import assets

HEADING = "\n## How to read the map\n"

text = (Path(__file__).resolve().parents[1] / "docs" / "method.md").read_text(encoding="utf-8")
before, heading, after = text.partition(HEADING)
st.markdown(before + heading)
# the marks of map and timeline, drawn with what each means: markup of the project's own
drawing = (assets.PLAYER / "marks.html").read_text(encoding="utf-8")
st.components.v2.component("dateline_marks", html=drawing, isolate_styles=False)(key="marks")
st.markdown(after)
