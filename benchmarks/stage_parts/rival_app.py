"""What one would write without a player: ``st.pydeck_chart``, still (``?page=bare``) or run again and again.

The layers are those of the scene that DATELINE_BENCH_SCENE names, in one plain colour each; the moving page
(``?page=reruns``) plays the same minutes at the same pace as the player does.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import numpy as np
import pydeck as pdk
import streamlit as st

RUN_EVERY_SECONDS = 1 / 30
_PIXELS = pdk.types.String("pixels")


@st.cache_resource
def scene() -> dict[str, Any]:
    """The scene under test."""
    return json.loads(Path(os.environ["DATELINE_BENCH_SCENE"]).read_text(encoding="utf-8"))


def deck(minute: float) -> pdk.Deck:
    """The story's layers at a moment."""
    data = {layer["id"]: layer["data"] for layer in scene()["deck"]["layers"]}
    view = scene()["view"]
    layers = [
        pdk.Layer(
            "ScatterplotLayer",
            data["reach"],
            id="reach",
            get_position="position",
            get_radius="radius_m",
            get_fill_color=[11, 90, 134, 20],
        ),
        pdk.Layer(
            "TripsLayer",
            data["trails"],
            id="trails",
            get_path="path",
            get_timestamps="minutes",
            get_color=[190, 60, 20],
            get_width=3,
            width_units=_PIXELS,
            fade_trail=False,
            trail_length=2**40,
            current_time=minute,
        ),
        pdk.Layer(
            "ScatterplotLayer",
            data["places"],
            id="places",
            get_position="position",
            get_radius=4,
            radius_units=_PIXELS,
            get_fill_color=[30, 35, 39],
        ),
    ]
    state = pdk.ViewState(latitude=view["lat"], longitude=view["lon"], zoom=view["zoom"])
    return pdk.Deck(layers=layers, initial_view_state=state, map_provider=None, map_style=None)


@st.fragment(run_every=RUN_EVERY_SECONDS)
def animation(height: int) -> None:
    """One frame a run."""
    minutes, seconds = zip(*scene()["axis"]["stops"], strict=True)
    begun = st.session_state.setdefault("begun", time.monotonic())
    second = seconds[0] + (time.monotonic() - begun) % (seconds[-1] - seconds[0])
    st.pydeck_chart(deck(float(np.interp(second, seconds, minutes))), key="map", height=height)


st.set_page_config(layout="wide")
map_height = int(st.query_params.get("height", 520))
columns = st.columns([2, 1])
with columns[0]:
    if st.query_params.get("page") == "reruns":
        animation(map_height)
    else:
        st.pydeck_chart(deck(scene()["axis"]["stops"][0][0]), key="map", height=map_height)
