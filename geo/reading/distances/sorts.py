"""What a place is beyond its kind, as the nouns of a sentence call it: a capital, an island, an airport."""

from __future__ import annotations

from collections.abc import Callable

from geo.model import Place
from geo.reading.places.lookup import Lookup
from geo.reading.places.surroundings import distance_km

Sorts = Callable[[Place], frozenset[str]]
"""The nouns, out of those of ``SORTS``, by which a place may be called."""
SORTS: dict[str, tuple[str, ...]] = {
    "capital": ("capital", "seat"),
    **dict.fromkeys(("island", "islands"), ("island",)),
    **dict.fromkeys(("airport", "airfield", "airbase"), ("airport",)),
    **dict.fromkeys(("mountain", "volcano", "peak"), ("mountain",)),
    "lake": ("lake",),
    "river": ("river",),
}
"""Nouns that only places of their own sorts are called by, and those sorts, the likelier first."""
_OF_FEATURE = {
    "PPLC": "capital", "PPLA": "seat", "ISLANDS": "island", "AIRP": "airport", "LK": "lake",
    "MOUNTAIN": "mountain", "STM": "river",
}  # fmt: skip
_MOST_NAMESAKES = 8
_SAME_ISLAND_KM = 60.0
"""As far a town may lie from the middle of the island that is called like it."""


def sorts_in(lookup: Lookup) -> Sorts:
    """Tells the sorts of places by what the gazetteer says of them."""

    def sorts(place: Place) -> frozenset[str]:
        facts = lookup.facts(place)
        sort = _OF_FEATURE.get(facts.feature or "", "") if facts is not None else ""
        return frozenset({sort, "island" if _is_of_island(place, lookup) else ""} - {""})

    return sorts


def _is_of_island(place: Place, lookup: Lookup) -> bool:
    """Whether an island is called like the place, and is where it is ("Lampedusa")."""
    namesakes = (*lookup.candidates(place.name), *lookup.candidates(f"{place.name} Island"))
    return any(
        (facts := lookup.facts(one)) is not None
        and facts.feature == "ISLANDS"
        and distance_km(one, place) <= max(_SAME_ISLAND_KM, one.radius_km)
        for one in namesakes[:_MOST_NAMESAKES]
    )
