"""Demonyms: the place whose people or things a word names, by the gazetteer or by how English makes them."""

from __future__ import annotations

from collections.abc import Iterator

from geo.atlas.gazetteer import Gazetteer
from geo.model import Place, PlaceKind
from geo.reading.places.words import NOT_PEOPLES

IRREGULAR = {
    "english": "England", "scottish": "Scotland", "scots": "Scotland", "scot": "Scotland", "welsh": "Wales",
    "european": "Europe", "europeans": "Europe", "asian": "Asia", "asians": "Asia", "kurdish": "Kurdistan",
    "kurds": "Kurdistan", "kurd": "Kurdistan", "chechen": "Chechnya", "chechens": "Chechnya",
    "catalan": "Catalonia", "catalans": "Catalonia", "tibetan": "Tibet", "tibetans": "Tibet",
    "palestinian": "Palestine", "palestinians": "Palestine", "crimean": "Crimea", "parisian": "Paris",
    "soviet": "Soviet Union", "soviets": "Soviet Union", "corsican": "Corsica", "basque": "Basque Country",
    "bavarian": "Bavaria", "sicilian": "Sicily", "muscovite": "Moscow", "muscovites": "Moscow",
    "neapolitan": "Naples", "venetian": "Venice", "flemish": "Flanders", "cornish": "Cornwall",
    "glaswegian": "Glasgow", "liverpudlian": "Liverpool", "mancunian": "Manchester", "dubliner": "Dublin",
    "angeleno": "Los Angeles", "angelenos": "Los Angeles", "quebecois": "Quebec", "texan": "Texas",
    "texans": "Texas", "hawaiian": "Hawaii", "hawaiians": "Hawaii", "dutch": "Netherlands",
    "latin american": "Latin America", "latin americans": "Latin America", "north american": "North America",
    "north americans": "North America", "south american": "South America",
    "central american": "Central America", "central americans": "Central America",
    "south asian": "South Asia", "southeast asian": "Southeast Asia",
    "west african": "West Africa", "east african": "East Africa", "north african": "North Africa",
    "african american": "United States", "african americans": "United States",
    "native american": "United States", "native americans": "United States",
}  # fmt: skip
"""Demonyms that no rule gives, lower case; the gazetteer has those of countries."""
_SURE = 0.5
_CITY_PEOPLE = ("er", "ers")
_LARGE_KINDS = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.AREA)


def demonym(word: str, gazetteer: Gazetteer) -> Place | None:
    """The place whose people or things a word names; ``None`` if it is no demonym.

    "Russian" is Russia, "Ontarians" Ontario, "Londoners" London; "Muslim" is none.
    """
    folded = " ".join(word.split()).lower()
    if folded in NOT_PEOPLES or len(folded) > 40:
        return None
    irregular = IRREGULAR.get(folded)
    if irregular is not None and word[:1].isupper():
        return _best(irregular, gazetteer)
    return gazetteer.demonym(word) or _derived(word, gazetteer)


def _derived(word: str, gazetteer: Gazetteer) -> Place | None:
    if not word[:1].isupper() or len(word) < 5 or gazetteer.has(word):
        return None
    for stem in _stems(word):
        place = _best(stem, gazetteer)
        if place is not None and place.confidence > _SURE and _may_have(place, word):
            return place
    return None


def _may_have(place: Place, word: str) -> bool:
    """A region has "Ontarians" as a city has "Londoners"; any town ending in -ia is not a people's."""
    return (place.kind in _LARGE_KINDS) != word.endswith(_CITY_PEOPLE) or "land" in word or " " in word


def _stems(word: str) -> Iterator[str]:
    single = word[:-1] if word.endswith("s") else word
    if single.endswith("ian"):
        yield single[:-1]  # Albania-n
        yield single[:-3]  # Brazil-ian
        yield single[:-2] + "o"  # Ontari-o
    elif single.endswith("an"):
        yield single[:-1]  # Africa-n
        yield single[:-2]  # Europe-an
    elif single.endswith("er") and len(single) > 6:
        yield single[:-2]  # London-er
    elif single.endswith("ese"):
        yield single[:-3]  # Japan-ese
    elif single.endswith("ite"):
        yield single[:-3]


def _best(name: str, gazetteer: Gazetteer) -> Place | None:
    candidates = gazetteer.candidates(name)
    return candidates[0] if candidates else None
