"""Which place lies in which, as far as points with a radius tell: a station in its town, a town in its land.

Two reports of one spot often name it at different depths ("Russia", "Khasan"). Such names are compatible; the
deeper one is the refinement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from geo.atlas.measures import geodesic_km
from geo.model import Place, PlaceKind

_DEPTH: Mapping[PlaceKind, int] = MappingProxyType(
    {
        PlaceKind.AREA: 0,
        PlaceKind.COUNTRY: 1,
        PlaceKind.REGION: 2,
        PlaceKind.CITY: 3,
        PlaceKind.FACILITY: 4,
    }
)
OUTSKIRTS_KM = 15.0
"""Airports, campuses and piers named after a town lie this far beyond its own radius, or less."""
LONG_SHAPE = 1.5
"""A province is no circle: its far corners lie this many radii from its middle."""


def depth(place: Place | None) -> int:
    """How deep a place is: 0 for a sea or a stretch of land, 4 for a building; -1 where none is told."""
    return -1 if place is None else _DEPTH[place.kind]


def is_point(place: Place | None) -> bool:
    """Whether a place is a town or a spot in one, not a land or a sea."""
    return depth(place) >= _DEPTH[PlaceKind.CITY]


def contains(outer: Place, inner: Place) -> bool:
    """Whether ``inner`` is ``outer`` or lies in it."""
    if outer.id == inner.id:
        return True
    if depth(outer) > depth(inner) or (is_point(outer) and depth(outer) == depth(inner)):
        return False
    if outer.kind is PlaceKind.COUNTRY:
        return outer.country is not None and outer.country == inner.country
    if outer.kind is PlaceKind.REGION and outer.country != inner.country:
        return False
    reach_km = outer.radius_km + OUTSKIRTS_KM + inner.radius_km
    if outer.kind is not PlaceKind.CITY:
        reach_km = outer.radius_km * LONG_SHAPE
    return geodesic_km(outer.position, inner.position) <= reach_km


def nested(a: Place | None, b: Place | None) -> bool:
    """Whether two reported places can be one spot: either lies in the other, or one is not told."""
    return a is None or b is None or contains(a, b) or contains(b, a)


def deepest(places: Iterable[Place | None]) -> Place | None:
    """The place that says most precisely where, the first of equals; ``None`` if none is told."""
    told = [place for place in places if place is not None]
    return max(told, key=lambda place: (depth(place), -place.radius_km)) if told else None
