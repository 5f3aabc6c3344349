"""How the map comes about, from which data, under which licences."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

st.markdown((Path(__file__).resolve().parents[1] / "docs" / "method.md").read_text(encoding="utf-8"))
