"""Where an article is: the town, or else the province, that most of its places lie in.

Knows places, no text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from geo.model import Place, PlaceKind
from geo.reading.places.lookup import Lookup
from geo.reading.places.surroundings import distance_km

MOST = 0.5
"""Share of an article's places above which it is about where they lie."""
SURE = 0.7
"""Confidence from which a town counts."""
METROPOLITAN_KM = 40.0
"""Towns as near as this are told of as one place."""
WIDEST_KM = 200.0
"""A province wider than this says too little of where something in it is."""
MAX_TOWNS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A place that holds another, how sure that is (0 to 1), and why."""

    place: Place
    confidence: float
    reason: str
    kind: PlaceKind = PlaceKind.CITY
    """What a place in it is, if it is no site."""


def focus(places: Sequence[Place], lookup: Lookup) -> Host | None:
    """The town or province that an article is about; ``None`` where it is about several.

    Args:
        places: One place for each of its mentions that has one.
        lookup: Says in which province a place lies.
    """
    return _town(places) or _province(places, lookup)


def _town(places: Sequence[Place]) -> Host | None:
    """The town that is named most, if it and those beside it are most of all that are named."""
    counts: defaultdict[str, int] = defaultdict(int)
    towns = {place.id: place for place in places if place.kind is PlaceKind.CITY and place.confidence >= SURE}
    for place in places:
        counts[place.id] += place.id in towns
    if not towns:
        return None
    top = towns[max(towns, key=lambda place_id: counts[place_id])]
    nearest = list(towns.values())[:MAX_TOWNS]
    around = sum(counts[town.id] for town in nearest if distance_km(town, top) <= METROPOLITAN_KM)
    share = around / sum(counts.values())
    if share <= MOST:
        return None
    return Host(
        place=top,
        confidence=_sure(share, around) * top.confidence,
        reason="the town that the article is about",
    )


def _province(places: Sequence[Place], lookup: Lookup) -> Host | None:
    """The province that most of an article's towns and divisions are, or lie in."""
    counts: defaultdict[str, int] = defaultdict(int)
    provinces: dict[str, Place] = {}
    for place in places:
        facts = lookup.facts(place) if place.kind in (PlaceKind.CITY, PlaceKind.REGION) else None
        code = (facts.admin1_code or "") if facts is not None else ""
        counts[code] += 1
        if facts is not None and place.kind is PlaceKind.REGION and facts.admin2_code is None:
            provinces[code] = place
    told = sum(count for code, count in counts.items() if code)
    top = max(provinces, key=lambda code: counts[code], default="")
    if not top or counts[top] <= MOST * told or provinces[top].radius_km > WIDEST_KM:
        return None
    share, province = counts[top] / told, provinces[top]
    return Host(
        place=province,
        confidence=_sure(share, counts[top]) * province.confidence,
        reason="the province that the article is about",
    )


def _sure(share: float, mentions: int) -> float:
    """How sure the focus is by its share of the places; named once, it is as likely not what it is about."""
    return share * mentions / (mentions + 1)
