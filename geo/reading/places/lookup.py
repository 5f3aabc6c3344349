"""The gazetteer as the rules ask it: each name once, whatever rule or article asks again."""

from __future__ import annotations

from functools import lru_cache

from geo.atlas.gazetteer import Facts, Gazetteer
from geo.model import Place
from geo.reading.places import peoples

REMEMBERED = 4_000
"""Answers of each kind that are remembered, those asked for last: news keeps to the same few thousands."""


class Lookup:
    """A gazetteer that remembers what it was asked."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Ask a gazetteer."""
        remember = lru_cache(REMEMBERED)
        self._gazetteer = gazetteer
        self._candidates = remember(gazetteer.candidates)
        self._demonym = remember(lambda word: peoples.demonym(word, gazetteer))
        self._facts = remember(gazetteer.facts)
        self._search = remember(gazetteer.search)

    def candidates(self, name: str, *, codes: bool = False) -> tuple[Place, ...]:
        """Every place of that name, best first; with ``codes`` also by such names as "Calif."."""
        return self._candidates(name, codes=codes)

    def has(self, name: str) -> bool:
        """Whether any gazetteer has a place of that name."""
        return bool(self.candidates(name))

    def demonym(self, word: str) -> Place | None:
        """The place whose people or things the word names."""
        return self._demonym(word)

    def facts(self, place: Place) -> Facts | None:
        """What the gazetteer says of a place; ``None`` for a place that it does not know."""
        try:
            return self._facts(place.id)
        except KeyError:
            return None

    def name_facts(self, place: Place, name: str) -> Facts:
        """What the gazetteer says of a place and of that name of it."""
        return self._facts(place.id, name=name)

    def lies_in(self, name: str, holder: str) -> bool:
        """Whether a place of that name lies in one of the other name ("Boise", "Idaho")."""
        return bool(self._search(f"{name}, {holder}"))


@lru_cache(maxsize=2)
def lookup_in(gazetteer: Gazetteer) -> Lookup:
    """The one that remembers what a gazetteer was asked."""
    return Lookup(gazetteer)
