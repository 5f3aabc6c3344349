"""Sites that no gazetteer has, placed within the town that the article puts them in.

"Colchester Hospital" lies in Colchester, "the pier in Oban" in Oban. The point is the town's, and the radius
says how little that is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from geo.atlas.folding import fold
from geo.model import Place, PlaceKind, Role
from geo.reading.places.sightings import Sighting

NEAR_CHARACTERS = 220
"""How far away in a paragraph a town may stand to be taken for the site's."""
SETTLEMENT_RADIUS_KM = 25.0
"""A village that is told of beside a town, and is in no gazetteer, lies this near to it."""
SITE_RADIUS_KM = 5.0
FOCUS_MENTIONS = 2
"""An article that names a town once is not about it."""
_AFTER = frozenset(
    {",", "in", ", in", "near", ", near", "of", "at", "outside", "in the", "(", "on", "in central"}
)
_BEFORE = frozenset({"’s", "'s"})
_APART = re.compile(r"\b(?:from|after|before|to|leaving|left|km|kilomet(?:er|re)s?|miles?)\b", re.IGNORECASE)
"""Words between two names that tell of a way from one to the other."""
_LENGTH = re.compile(r"\d ?-?(?:km|kilomet(?:er|re)s?|miles?)\b", re.IGNORECASE)
_TOWNS = (PlaceKind.CITY, PlaceKind.FACILITY, PlaceKind.REGION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A place that holds another, how sure that is (0 to 1), and why."""

    place: Place
    confidence: float
    reason: str


class Hosts:
    """Finds hosts among the places that an article's names were resolved to."""

    def __init__(
        self,
        sightings: Sequence[Sighting],
        resolved: Callable[[int], Place | None],
        named: Mapping[str, Place],
    ) -> None:
        """Look among ``sightings``, each ``resolved`` by index; ``named`` has places by folded name."""
        self._sightings = sightings
        self._places = [resolved(i) for i in range(len(sightings))]
        self._named = named
        self._focus = _focus(self._places)

    def place(self, i: int) -> Place | None:
        """The site at an index, as a place within its host; ``None`` where the article gives none."""
        sighting = self._sightings[i]
        if sighting.role in (Role.DEMONYM, Role.NAME):
            return None
        host = self._beside(i) or self._within_name(sighting) or self._nearby(i)
        if host is None and sighting.site and not _is_measured(sighting):
            host = self._focus
        return _hosted(sighting, host) if host is not None else None

    def _beside(self, i: int) -> Host | None:
        """The town after the site ("the pier in Oban") or before it ("Seoul's Jamsil Stadium")."""
        for one, two, other in ((i, i + 1, i + 1), (i - 1, i, i - 1)):
            if one < 0 or two >= len(self._sightings):
                continue
            a, b = self._sightings[one], self._sightings[two]
            place, words = self._places[other], _AFTER if other == two else _BEFORE
            if a.paragraph is b.paragraph and place is not None and place.kind in _TOWNS:
                between = a.paragraph.text[a.end : b.start]
                if (
                    len(between) <= 12
                    and between.strip() in words
                    and self._sightings[other].role is not Role.DEMONYM
                ):
                    return Host(place=place, confidence=0.9 * place.confidence, reason="written beside it")
        return None

    def _within_name(self, sighting: Sighting) -> Host | None:
        words = fold(sighting.text).split()
        for length in (3, 2, 1):
            for start in range(len(words) - length):
                place = self._named.get(" ".join(words[start : start + length]))
                if place is not None and place.kind in _TOWNS:
                    return Host(place=place, confidence=0.85 * place.confidence, reason="named after it")
        return None

    def _nearby(self, i: int) -> Host | None:
        """The nearest town of the paragraph that stands for its own ground, unless the text parts them."""
        sighting = self._sightings[i]
        if not sighting.site:
            return None
        best: tuple[int, Place] | None = None
        for j in range(max(0, i - 4), min(len(self._sightings), i + 5)):
            other, place = self._sightings[j], self._places[j]
            if j == i or place is None or other.paragraph is not sighting.paragraph:
                continue
            gap = max(other.start - sighting.end, sighting.start - other.end)
            if place.kind is not PlaceKind.CITY or other.role is not Role.LITERAL or gap > NEAR_CHARACTERS:
                continue
            start, end = min(sighting.start, other.start), max(sighting.start, other.start)
            if not _APART.search(sighting.paragraph.text, max(0, start - 10), end):
                best = min(best or (gap, place), (gap, place), key=lambda item: item[0])
        if best is None:
            return None
        return Host(place=best[1], confidence=0.6 * best[1].confidence, reason="told of together with it")


def _is_measured(sighting: Sighting) -> bool:
    """Whether the text tells how far the site is from something."""
    start, end = max(0, sighting.start - NEAR_CHARACTERS // 2), sighting.end + NEAR_CHARACTERS // 2
    return _LENGTH.search(sighting.paragraph.text, start, end) is not None


def _focus(places: Sequence[Place | None]) -> Host | None:
    """The town that an article is about: named more often than all others together."""
    counts: dict[str, int] = {}
    towns = [place for place in places if place is not None and place.kind is PlaceKind.CITY]
    for town in towns:
        counts[town.id] = counts.get(town.id, 0) + 1
    if not counts:
        return None
    top = max(counts, key=lambda place_id: counts[place_id])
    share = counts[top] / len(towns)
    if share <= 0.5 or counts[top] < FOCUS_MENTIONS:
        return None
    town = next(town for town in towns if town.id == top)
    return Host(
        place=town, confidence=0.6 * share * town.confidence, reason="the town that the article is about"
    )


def _hosted(sighting: Sighting, host: Host) -> Place:
    town = host.place
    words = " ".join(sighting.text.split())
    return Place(
        id=f"{town.id}/{fold(words).replace(' ', '-') or 'site'}",
        name=words,
        kind=PlaceKind.FACILITY if sighting.site else PlaceKind.CITY,
        lat=town.lat,
        lon=town.lon,
        radius_km=max(town.radius_km, SITE_RADIUS_KM if sighting.site else SETTLEMENT_RADIUS_KM),
        country=town.country,
        basis=f"in no gazetteer; within {town.name}, {host.reason} ({town.basis})",
        confidence=round(host.confidence, 3),
    )
