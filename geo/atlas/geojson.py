"""A way as GeoJSON (RFC 7946): cut at the 180th meridian, so that no line crosses the whole map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geo.atlas.lines import split_at_antimeridian
from geo.model import Position


def way_feature(path: Sequence[Position], properties: Mapping[str, Any]) -> dict[str, Any]:
    """An unwrapped path as a feature; pairs are [longitude, latitude], to a metre."""
    return {"type": "Feature", "properties": dict(properties), "geometry": _geometry(path)}


def _geometry(path: Sequence[Position]) -> dict[str, Any] | None:
    """A line; several where it is cut; a point where it has no length; nothing where there is no path."""
    pieces = [[[round(lon, 5), round(lat, 5)] for lat, lon in piece] for piece in split_at_antimeridian(path)]
    if len(pieces) > 1:
        return {"type": "MultiLineString", "coordinates": pieces}
    if not pieces:
        return None
    if len(pieces[0]) == 1:
        return {"type": "Point", "coordinates": pieces[0][0]}
    return {"type": "LineString", "coordinates": pieces[0]}
