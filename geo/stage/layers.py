"""The scene's geometry as pydeck layers. The one module of the stage where positions are ``[lon, lat]``.

Colours are left to the player, which takes them from the theme's custom properties: the same deck serves
both themes. Accessors are therefore plain columns of the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import Any

import pydeck as pdk

from geo.model import Place, Position, View

EARTH_RADIUS_KM = 6371.0088
SMALLEST_REACH_KM = 1.0
"""A place known better than this has no circle: it would hide under its own dot."""

_PIXELS = pdk.types.String("pixels")
_SPOT = {"get_position": "position", "stroked": True, "filled": True, "line_width_units": _PIXELS}
_LINE = {"get_path": "path", "width_units": _PIXELS, "cap_rounded": True, "joint_rounded": True}


def lonlat(position: Position) -> list[float]:
    """A position as deck.gl wants it, to a metre."""
    return [round(position.lon, 5), round(position.lat, 5)]


def path_minutes(path: Sequence[Position], start: float, end: float) -> list[float]:
    """The minute at which an even motion from ``start`` to ``end`` is at each point of the path."""
    steps = [_haversine_km(a, b) for a, b in pairwise(path)]
    total = sum(steps)
    travelled, found = 0.0, [round(start, 3)]
    for step in steps:
        travelled += step
        share = travelled / total if total else 1.0
        found.append(round(start + share * (end - start), 3))
    return found


def _haversine_km(a: Position, b: Position) -> float:
    """Kilometres on a sphere: here only shares of a path matter, its length was measured by the atlas."""
    lat_a, lat_b = radians(a.lat), radians(b.lat)
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, half)))


def place_row(place: Place) -> dict[str, Any]:
    """A place as a row of the place layers."""
    return {"id": place.id, "name": place.name, "position": lonlat(place.position), "kind": place.kind}


def deck_json(places: Iterable[Place], trips: Sequence[Mapping[str, Any]], view: View) -> str:
    """The deck of what moves, as JSON; every layer has an id, so equal scenes are equal bytes.

    The player draws the trips itself, plans dashed and facts as far as they have come.
    """
    rows = [{**place_row(place), "radius_m": place.radius_km * 1000} for place in places]
    reaches = [row for row in rows if row["radius_m"] > SMALLEST_REACH_KM * 1000]
    deck = pdk.Deck(
        map_provider=None,
        map_style=None,
        views=[pdk.View(type="MapView", controller=True, repeat=True)],
        initial_view_state=pdk.ViewState(
            latitude=view.lat, longitude=view.lon, zoom=view.zoom, bearing=view.bearing, pitch=view.pitch
        ),
        layers=[
            pdk.Layer("ScatterplotLayer", reaches, id="reach", get_radius="radius_m", **_SPOT),
            pdk.Layer(
                "TripsLayer", list(trips), id="trails", get_timestamps="minutes", fade_trail=False, **_LINE
            ),
            pdk.Layer("ScatterplotLayer", rows, id="places", radius_units=_PIXELS, pickable=True, **_SPOT),
        ],
    )
    return str(deck.to_json())
