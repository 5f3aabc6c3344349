"""Where the map looks first. Pure Web Mercator arithmetic; knows no layers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import atan, degrees, exp, log, log2, pi, radians, tan

from geo.model import Position, View

TILE = 512
"""Pixels of the whole world at zoom 0, as deck.gl counts."""
FRAME = (840, 520)
"""Pixels of the map at 1440 x 900, less its margins; the player refits to its own size."""
CLOSEST_ZOOM, WIDEST_ZOOM = 9.0, 0.6
MAX_LAT = 84.0


def overview(positions: Sequence[Position]) -> View:
    """The view that holds all positions; the whole world if there is none."""
    if not positions:
        return View(lat=20.0, lon=10.0, zoom=WIDEST_ZOOM)
    west, east = strip(p.lon for p in positions)
    south = _y(max(-MAX_LAT, min(p.lat for p in positions)))
    north = _y(min(MAX_LAT, max(p.lat for p in positions)))
    width, height = (east - west) / 360, (north - south) / (2 * pi)
    zooms = [log2(FRAME[0] / TILE / width)] if width > 0 else []
    zooms += [log2(FRAME[1] / TILE / height)] if height > 0 else []
    zoom = min([CLOSEST_ZOOM, *zooms])
    return View(
        lat=round(_lat((south + north) / 2), 4),
        lon=round(((west + east) / 2 + 180) % 360 - 180, 4),
        zoom=round(max(WIDEST_ZOOM, zoom - 0.2), 2),
    )


def strip(lons: Iterable[float]) -> tuple[float, float]:
    """West and east of the narrowest strip that holds all longitudes; east may be past 180."""
    ordered = sorted({(lon + 180) % 360 - 180 for lon in lons})
    gaps = pairwise([*ordered, ordered[0] + 360])
    last, first = max(gaps, key=lambda ends: ends[1] - ends[0])
    turn = 360 * (first >= 180)
    return first - turn, last + 360 - turn


STRAY_SHARE = 0.15
"""A place that so little of the story concerns does not widen the first view ..."""
STRAY_GAIN = 0.7
"""... if leaving it out brings everything else this many zoom levels closer ..."""
CLOSE_ENOUGH = 4.0
"""... and the view is wider than this, some 2,500 km from edge to edge: a region is seen whole."""


def heart(weights: Mapping[Position, float]) -> tuple[Position, ...]:
    """What the first view holds: all but strays, which the camera finds when their time comes."""
    kept = dict(weights)
    spare = STRAY_SHARE * 2 * sum(weights.values())
    while len(kept) > 2 and (zoom := overview(tuple(kept)).zoom) < CLOSE_ENOUGH:
        west, _ = strip(position.lon for position in kept)
        eastward = {position: (position.lon - west + 1e-6) % 360 for position in kept}
        edges = {edge(kept, key=axis) for edge in (min, max) for axis in (_lat_of, eastward.__getitem__)}
        gains = {each: overview([p for p in kept if p != each]).zoom - zoom for each in edges}
        best = max(sorted(edges), key=lambda each: gains[each])
        if gains[best] < STRAY_GAIN or weights[best] > min(spare, STRAY_SHARE * sum(weights.values())):
            break
        spare -= kept.pop(best)
    return tuple(kept)


def _lat_of(position: Position) -> float:
    return position.lat


def _y(lat: float) -> float:
    return log(tan(pi / 4 + radians(lat) / 2))


def _lat(y: float) -> float:
    return degrees(2 * atan(exp(y)) - pi / 2)
