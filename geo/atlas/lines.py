"""Lines on the globe: great circles in points, longitudes that run on past 180, cuts for exports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil, floor

from geographiclib.geodesic import Geodesic

from geo.model import Position

STEP_KM = 50.0
"""Points of a great circle are no farther apart: at zoom 8 the chord is within a pixel of the arc."""
_LINE = Geodesic.LATITUDE | Geodesic.LONGITUDE | Geodesic.DISTANCE_IN | Geodesic.LONG_UNROLL


def great_circle(a: Position, b: Position, *, step_km: float = STEP_KM) -> tuple[Position, ...]:
    """The geodesic from ``a`` to ``b`` in points, longitudes running on past 180.

    Without length it has two points. Over a pole, where longitude jumps, it goes along the
    edge of the map: two points of latitude 90.
    """
    line = Geodesic.WGS84.InverseLine(a.lat, a.lon, b.lat, b.lon, _LINE)
    steps = max(1, ceil(line.s13 / 1000 / step_km))
    points = [a]
    for index in range(1, steps):
        at = line.Position(line.s13 * index / steps, _LINE)
        points.append(Position(float(at["lat2"]), float(at["lon2"])))
    return _over_poles(unwrap([*points, b]))


def unwrap(path: Iterable[Position]) -> tuple[Position, ...]:
    """The same line with longitudes that never jump by more than 180: they run on past 180 or -180."""
    out: list[Position] = []
    turn = 0.0
    for position in path:
        if out:
            turn += 360 * round((out[-1].lon - position.lon - turn) / 360)
        out.append(Position(position.lat, position.lon + turn))
    return tuple(out)


def split_at_antimeridian(path: Sequence[Position]) -> tuple[tuple[Position, ...], ...]:
    """An unwrapped line as pieces within -180 to 180, cut at the antimeridian (RFC 7946, 3.1.9)."""
    if not path:
        return ()
    parts: list[list[Position]] = [[path[0]]]
    for start, end in pairwise(path):
        for lon in _crossings(start.lon, end.lon):
            share = (lon - start.lon) / (end.lon - start.lon)
            cut = Position(start.lat + share * (end.lat - start.lat), lon)
            parts[-1].append(cut)
            parts.append([cut])
        parts[-1].append(end)
    pieces: list[tuple[Position, ...]] = []
    for part in parts:
        piece = _within_world(_without_repeats(part))
        if pieces and pieces[-1][-1] == piece[0]:  # along the meridian, not across it
            pieces[-1] += piece[1:]
        else:
            pieces.append(piece)
    return tuple(piece for piece in pieces if len(piece) > 1) or (pieces[0],)


def _crossings(start_lon: float, end_lon: float) -> list[float]:
    """Odd multiples of 180 strictly after the start and before or at the end, in order of travel."""
    low, high = sorted((start_lon, end_lon))
    turns = range(floor((low - 180) / 360), ceil((high - 180) / 360) + 1)
    lons = [180.0 + 360.0 * turn for turn in turns]
    if end_lon >= start_lon:
        return [lon for lon in lons if low < lon <= high]
    return [lon for lon in reversed(lons) if low <= lon < high]


def _within_world(part: Sequence[Position]) -> tuple[Position, ...]:
    """One piece moved by whole turns so that its middle lies between -180 and 180."""
    middle = (min(position.lon for position in part) + max(position.lon for position in part)) / 2
    turn = 360 * round(middle / 360)
    return tuple(Position(lat, min(max(lon - turn, -180.0), 180.0)) for lat, lon in part)  # less rounding


def _without_repeats(part: Sequence[Position]) -> list[Position]:
    return [part[0], *(end for start, end in pairwise(part) if end != start)]


def _over_poles(path: Sequence[Position]) -> tuple[Position, ...]:
    out = [path[0]]
    for start, end in pairwise(path):
        if abs(end.lon - start.lon) > 179 and start.lat * end.lat > 0:
            pole = 90.0 if start.lat > 0 else -90.0
            out += [Position(pole, start.lon), Position(pole, end.lon)]
        out.append(end)
    return tuple(_without_repeats(out)) if len(out) > 2 else tuple(out)
