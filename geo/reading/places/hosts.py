"""Sites that no gazetteer has, placed within the town that the article puts them in.

"Colchester Hospital" lies in Colchester, "the pier in Oban" in Oban. The point is the town's, and the radius
says how little that is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from geo.atlas.folding import fold
from geo.model import Place, PlaceKind, Role
from geo.reading.places.focus import Host, focus
from geo.reading.places.heads import BODIES, SEATED_HEADS
from geo.reading.places.lookup import Lookup
from geo.reading.places.sightings import Sighting
from geo.reading.places.words import DIRECTION_WORDS

NEAR_CHARACTERS = 220
"""How far away in a paragraph a town may stand to be taken for the site's."""
SETTLEMENT_RADIUS_KM = 25.0
"""A village that is told of beside a town, and is in no gazetteer, lies this near to it."""
SITE_RADIUS_KM = 5.0
WELL_KNOWN = 100_000
"""Inhabitants from which a town is taken to be the one that a hospital is named after."""
SURE = 0.5
"""Confidence from which a place may hold others."""
_AFTER = frozenset(
    {",", "in", ", in", "near", ", near", "of", "at", "outside", "in the", "(", "on", "in central"}
)
_BEFORE = frozenset({"’s", "'s"})
_APART = re.compile(r"\b(?:from|after|before|to|leaving|left|km|kilomet(?:er|re)s?|miles?)\b", re.IGNORECASE)
"""Words between two names that tell of a way from one to the other."""
_LENGTH = re.compile(
    r"\d ?-?(?:km|kilomet(?:er|re)s?|miles?)\b"
    r".{0,40}?\b(?:from|away|off|outside|(?:north|south|east|west)\w{0,5})\b",
    re.IGNORECASE,
)
_PART = PlaceKind.REGION
_TOWNS = (PlaceKind.CITY, PlaceKind.FACILITY, PlaceKind.REGION)


class Hosts:
    """Finds hosts among the places that an article's names were resolved to."""

    def __init__(
        self,
        sightings: Sequence[Sighting],
        resolved: Callable[[int], Place | None],
        named: Mapping[str, Place],
        lookup: Lookup,
    ) -> None:
        """Look among ``sightings``, each ``resolved`` by index; ``named`` has places by folded name."""
        self._sightings = sightings
        self._places = [_sure(resolved(i)) for i in range(len(sightings))]
        self._named = {name: place for name, place in named.items() if place.confidence >= SURE}
        self._lookup = lookup
        self._focus = focus([place for place in self._places if place is not None], lookup)

    def place(self, i: int) -> Place | None:
        """The site at an index, as a place within its host; ``None`` where the article gives none."""
        sighting = self._sightings[i]
        if sighting.role in (Role.DEMONYM, Role.NAME):
            return None
        host = self._beside(i) or self._part_of(sighting) or self._within_name(sighting) or self._nearby(i)
        if host is None and (sighting.site or sighting.division) and not _is_measured(sighting):
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

    def _part_of(self, sighting: Sighting) -> Host | None:
        """The land of which the name is a part by its own words ("West Wales")."""
        first, _, rest = sighting.text.partition(" ")
        found = self._lookup.candidates(rest)[:1] if first.lower() in DIRECTION_WORDS else ()
        if not found or found[0].confidence < SURE:
            return None
        place = self._named.get(fold(rest)) or found[0]
        return Host(place=place, confidence=0.9 * place.confidence, reason="a part of it", kind=_PART)

    def _within_name(self, sighting: Sighting) -> Host | None:
        """The town in the site's own name, told of in the article or well known ("Colchester Hospital")."""
        words = fold(sighting.text).split()
        last = len(words) if "of" in words else len(words) - 1
        parts = [(i, j) for length in (3, 2, 1) for i in range(last) if (j := i + length) <= last]
        for i, j in parts:
            place = self._named.get(" ".join(words[i:j])) if j - i < len(words) else None
            if place is not None and place.kind in _TOWNS:
                return Host(place=place, confidence=0.85 * place.confidence, reason="named after it")
        if sighting.site and words[0] in BODIES and "of" in words:
            return self._well_known(" ".join(words[words.index("of") + 1 :]))
        if not sighting.site or words[-1] not in SEATED_HEADS:
            return None
        return next(
            (host for i, j in parts if i == 0 and (host := self._well_known(" ".join(words[:j])))), None
        )

    def _well_known(self, name: str) -> Host | None:
        found = self._lookup.candidates(name)[:1]
        facts = self._lookup.facts(found[0]) if found else None
        if facts is None or found[0].kind is not PlaceKind.CITY or (facts.population or 0) < WELL_KNOWN:
            return None
        return Host(place=found[0], confidence=0.7 * found[0].confidence, reason="named after it")

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


def _sure(place: Place | None) -> Place | None:
    return place if place is not None and place.confidence >= SURE else None


def _hosted(sighting: Sighting, host: Host) -> Place:
    town = host.place
    words = " ".join(sighting.text.split())
    return Place(
        id=f"{town.id}/{fold(words).replace(' ', '-') or 'site'}",
        name=words,
        kind=PlaceKind.FACILITY if sighting.site else host.kind,
        lat=town.lat,
        lon=town.lon,
        radius_km=max(town.radius_km, SITE_RADIUS_KM if sighting.site else SETTLEMENT_RADIUS_KM),
        country=town.country,
        basis=f"in no gazetteer; within {town.name}, {host.reason} ({town.basis})",
        confidence=round(host.confidence, 3),
    )
