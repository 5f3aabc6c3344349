"""Places as geopy has them: locations with an address and the place itself as ``.raw``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from geopy.location import Location
from geopy.point import Point

from geo.model import Place


def location(place: Place, reason: str) -> Location:
    """A place as a geopy location; ``.raw`` also says why it ranks where it does."""
    address = f"{place.name}, {place.country}" if place.country else place.name
    raw = {**asdict(place), "kind": place.kind.value, "reason": reason}
    return Location(address, (place.lat, place.lon, 0), raw)


def is_inside(place: Place, viewbox: Sequence[Any]) -> bool:
    """Whether a place lies in the box between two corners, from west to east, also across 180 degrees."""
    first, second = (Point(corner) for corner in viewbox)
    south, north = sorted((first.latitude, second.latitude))
    if not south <= place.lat <= north:
        return False
    west, east = first.longitude, second.longitude
    return bool(west <= place.lon <= east if west <= east else place.lon >= west or place.lon <= east)


def country_set(codes: str | Sequence[str] | None) -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes as geopy takes them: one, several or none."""
    return frozenset(code.upper() for code in ((codes,) if isinstance(codes, str) else codes or ()))
