"""What names side by side say of each other: "Paris, Texas", "Nairobi's Eastleigh", "X, Y and Z"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from geo.model import Place, PlaceKind, Role
from geo.reading.places.lookup import Lookup
from geo.reading.places.sightings import Sighting

BESIDE = 6.0
"""Log odds that "Paris, Texas" gives the Paris that lies in Texas."""
HOLDS = 5.0
"""Log odds that it gives the Texas in which there is a Paris."""
AMISS = -3.0
"""Log odds of every place of a name that is written beside a land in which none of them lies."""
_BETWEEN = 8
"""Characters between a name and the one that holds it."""
_AND = 8
"""Characters between the last two names of a list."""
_DIVISIONS = (PlaceKind.COUNTRY, PlaceKind.REGION)

Given = dict[str, dict[str, tuple[float, str]]]
"""Log odds that neighbours add, each with the reason in words, by name and by the id of a candidate."""


class Neighbours:
    """The pairs of names in an article of which one says where the other lies."""

    def __init__(self, sightings: Sequence[Sighting], lookup: Lookup) -> None:
        """Pair the sightings, in text order."""
        self._sightings = sightings
        self._lookup = lookup
        self._held_by_next = _parted(sightings, frozenset({",", "(", ", in", "in"}))
        self._held_by_next -= {i for i in self._held_by_next if self._is_list(i)}
        self._held_names = {i for i in self._held_by_next if self._is_held(i)}
        self._owners = _parted(sightings, frozenset({"'s", "’s"}))

    def is_holder(self, i: int) -> bool:
        """Whether it holds the name before it ("Texas" in "Paris, Texas", "Syria" in "Douma in Syria")."""
        return i - 1 in self._held_by_next

    def holder(self, i: int) -> str:
        """The larger place that follows a name and holds it ("texas"); "" where none does."""
        return self._sightings[i + 1].key if i in self._held_names else ""

    def given(self, keys: Sequence[str], candidates: Mapping[str, Sequence[Place]]) -> Given:
        """What "X, Y" and "Y's X" give to the candidates of both names.

        Args:
            keys: The name of each sighting.
            candidates: The places of each name, best first; none for a name that no gazetteer has.
        """
        given: Given = defaultdict(dict)
        pairs = [(i, i + 1) for i in self._held_by_next] + [(i + 1, i) for i in self._owners]
        for inside, outside in {(keys[i], keys[j]): None for i, j in pairs}:
            if inside in candidates and outside in candidates:
                self._give(given, (inside, candidates[inside]), (outside, candidates[outside]))
        return given

    def _give(
        self, given: Given, inner: tuple[str, Sequence[Place]], outer: tuple[str, Sequence[Place]]
    ) -> None:
        (inside, held), (outside, holding) = inner, outer
        found = list(self._held(held, holding))
        if not found and held[0].kind not in _DIVISIONS:
            for place in (one for one in held if one.kind is not PlaceKind.AREA):
                if holding[0].kind in _DIVISIONS or place.country != holding[0].country:
                    given[inside][place.id] = (AMISS, f"though not in {holding[0].name}")
        for place, holder in found:
            given[inside][place.id] = (BESIDE, f"written beside {holder.name}")
            given[outside][holder.id] = (HOLDS, f"{place.name} lies there")

    def _is_list(self, i: int) -> bool:
        """Whether "X, Y and Z" lists three towns: Y and Z are towns too, and the X most meant is not in Y."""
        last = i + 2
        if (
            last >= len(self._sightings)
            or last in self._held_by_next
            or not _is_joined(self._sightings, i + 1)
        ):
            return False
        first, *others = (self._lookup.candidates(s.text) for s in self._sightings[i : i + 3])
        towns = all(PlaceKind.CITY in {place.kind for place in found[:2]} for found in others)
        return towns and not list(self._held(first[:1], others[0]))

    def _is_held(self, i: int) -> bool:
        """Whether a place of the name lies in one of the next name."""
        codes = {i: False, i + 1: True}
        inner, outer = (self._lookup.candidates(self._sightings[j].full, codes=c) for j, c in codes.items())
        return any(True for _ in self._held(inner, outer))

    def _held(self, inner: Iterable[Place], outer: Iterable[Place]) -> Iterable[tuple[Place, Place]]:
        """Each place that lies in one of the other places, with that one."""
        holders: dict[str, Place] = {}
        for holder in outer:
            code = self._code(holder)
            if code:
                holders.setdefault(code, holder)
        for place in inner:
            facts = self._lookup.facts(place)
            codes = (facts.admin2_code, facts.admin1_code, facts.country) if facts else (place.country,)
            around = (holders[code] for code in codes if code in holders)
            holding = next((one for one in around if one.id != place.id), None)
            if holding is not None:
                yield place, holding

    def _code(self, holder: Place) -> str | None:
        """The code of a country or a division, as those carry it that lie in it."""
        facts = self._lookup.facts(holder) if holder.kind in _DIVISIONS else None
        if facts is None:
            return None
        is_region = holder.kind is PlaceKind.REGION
        return facts.admin2_code or facts.admin1_code if is_region else facts.country


def _is_joined(sightings: Sequence[Sighting], i: int) -> bool:
    """Whether "and" stands between a name and the next one."""
    one, two = sightings[i], sightings[i + 1]
    if one.paragraph is not two.paragraph or two.start - one.end > _AND:
        return False
    return one.paragraph.text[one.end : two.start].strip(" ,") in {"and", "or"}


def _parted(sightings: Sequence[Sighting], words: frozenset[str]) -> set[int]:
    """Indices of the names with nothing but one of these words before the next name."""
    found = set()
    for i, (one, two) in enumerate(pairwise(sightings)):
        if one.paragraph is two.paragraph and Role.DEMONYM not in (one.role, two.role):
            between = one.paragraph.text[one.end : two.start]
            if len(between) <= _BETWEEN and between.strip() in words:
                found.add(i)
    return found
