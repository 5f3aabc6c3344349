"""The gazetteer as one article asks it: each name once, whatever rule asks again."""

from __future__ import annotations

from geo.atlas.gazetteer import Facts, Gazetteer
from geo.model import Place
from geo.reading.places.peoples import demonym


class Lookup:
    """Answers remembered for as long as an article is read."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Ask a gazetteer."""
        self._gazetteer = gazetteer
        self._candidates: dict[tuple[str, bool], tuple[Place, ...]] = {}
        self._peoples: dict[str, Place | None] = {}
        self._facts: dict[str, Facts | None] = {}
        self._inside: dict[tuple[str, str], bool] = {}

    def candidates(self, name: str, *, codes: bool = False) -> tuple[Place, ...]:
        """Every place of that name, best first; with ``codes`` also by such names as "Calif."."""
        key = (name, codes)
        if key not in self._candidates:
            self._candidates[key] = self._gazetteer.candidates(name, codes=codes)
        return self._candidates[key]

    def has(self, name: str) -> bool:
        """Whether any gazetteer has a place of that name."""
        return bool(self.candidates(name))

    def demonym(self, word: str) -> Place | None:
        """The place whose people or things the word names."""
        if word not in self._peoples:
            self._peoples[word] = demonym(word, self._gazetteer)
        return self._peoples[word]

    def facts(self, place: Place) -> Facts | None:
        """What the gazetteer says of a place; ``None`` for a place that it does not know."""
        if place.id not in self._facts:
            try:
                self._facts[place.id] = self._gazetteer.facts(place.id)
            except KeyError:
                self._facts[place.id] = None
        return self._facts[place.id]

    def name_facts(self, place: Place, name: str) -> Facts:
        """What the gazetteer says of a place and of that name of it."""
        return self._gazetteer.facts(place.id, name=name)

    def lies_in(self, name: str, holder: str) -> bool:
        """Whether a place of that name lies in one of the other name ("Boise", "Idaho")."""
        key = (name, holder)
        if key not in self._inside:
            self._inside[key] = bool(self._gazetteer.search(f"{name}, {holder}"))
        return self._inside[key]
