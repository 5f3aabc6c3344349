"""How the map comes about, how to read its marks, from which data, under which licences."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages import parts

HEADING = "\n## How to read the map\n"

text = (Path(__file__).resolve().parents[1] / "docs" / "method.md").read_text(encoding="utf-8")
before, heading, after = text.partition(HEADING)
st.markdown(before + heading)
parts.marks()
st.markdown(after)
