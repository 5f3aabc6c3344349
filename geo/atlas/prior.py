"""Which of several namesakes a name stands for when nothing else is known. Knows no text around the name.

The weight of a place is a guess at how often English-language news means it, from its kind, its population
and what the name is to it; weights become shares. Part of every share goes to "a place that no
gazetteer has", so that a hamlet is never a confident answer just for being the only one of its name.
"""

from __future__ import annotations

from geo.atlas.placetable import NameKind
from geo.model import PlaceKind

POPULATION_EXPONENT = 0.6
"""News writes of a city of a million 16 times as often as of one of ten thousand, not 100 times."""
KIND_FACTOR = {
    PlaceKind.FACILITY: 1.0,
    PlaceKind.CITY: 1.0,
    PlaceKind.REGION: 0.45,
    PlaceKind.COUNTRY: 6.0,
    PlaceKind.AREA: 1.0,
}
FEATURE_FACTOR = {
    "PPLC": 4.0,
    "PPLA": 1.6,
    "PPLX": 0.25,  # part of a town
    "PPLH": 0.1,  # no longer there
    "PPLQ": 0.1,
    "PPLW": 0.1,
    "ADM2": 0.2,
    "STM": 0.25,  # states and towns are named after rivers, and news means the state
}
NAME_FACTOR = {
    NameKind.MAIN: 1.0,
    NameKind.KNOWN: 0.8,
    NameKind.ALTERNATE: 0.02,
    NameKind.ABBREVIATION: 3.0,
    NameKind.CODE: 0.5,
    NameKind.DEMONYM: 1.0,
}
SMALLEST = 300
"""Population counted for places whose population is not known."""
UNLISTED = 45.0
"""Weight of "some place that the gazetteer does not have": of a town of about 800 with three spellings."""
BARE_RIVER = 6.0
"""Factor for it where the best of a name is a river without the word "River": Shire, Peace, Snake."""
PERSONAL = 5.0
"""Factor for it where people bear the name too. In the gazetteer itself, towns of 5,000 to 50,000 that bear
the name of people have three to eight times the weight of smaller namesakes that others of as many letters
have."""


AS_WRITTEN = 1.25
"""Factor for a name that is written exactly as the gazetteer has it ("St. Louis" against "Saint-Louis")."""


ATTENTION = {"US": 2.0, "GB": 1.7, "CA": 1.4, "AU": 1.4, "IE": 1.4, "NZ": 1.3}
"""News in English writes more of the towns of its own readers than their size says."""


LEAST_OF_STATE = {"US": 6_000_000, "CA": 4_000_000, "AU": 4_000_000}
"""People that a state or province of these counts for at least: news names it however few live there."""


FAME_EXPONENT = 0.4
COMMON_SPELLINGS = 10
"""As many spellings has a town that is named no more often than its size says."""


def fame(kind: PlaceKind, spellings: int) -> float:
    """Factor for a town of so many spellings: other languages have their own for those of the world.

    Venice has 49, the larger of its American namesakes 8.
    """
    return ((spellings + 1) / COMMON_SPELLINGS) ** FAME_EXPONENT if kind is PlaceKind.CITY else 1.0


def attention(country: str, kind: PlaceKind) -> float:
    """Factor for a place of that country; countries themselves are as well known as they are large."""
    return 1.0 if kind is PlaceKind.COUNTRY else ATTENTION.get(country, 1.0)


def weight(kind: PlaceKind, feature: str, prominence: int, name_kind: NameKind) -> float:
    """How much a name speaks for a place, before it is held against its namesakes."""
    size: float = (prominence + SMALLEST) ** POPULATION_EXPONENT
    return size * KIND_FACTOR[kind] * FEATURE_FACTOR.get(feature, 1.0) * NAME_FACTOR[name_kind]


def unlisted(feature: str, name_kind: NameKind, *, is_personal: bool) -> float:
    """Weight of the places that no gazetteer has, where the best of a name is such a one.

    Args:
        feature: GeoNames feature code of that best one.
        name_kind: What the name is to it.
        is_personal: Whether people bear the name.
    """
    is_bare_river = feature == "STM" and name_kind is not NameKind.MAIN
    return UNLISTED * max(BARE_RIVER if is_bare_river else 1.0, PERSONAL if is_personal else 1.0)


def shares(weights: list[float], unlisted_weight: float = UNLISTED) -> list[float]:
    """Weights as parts of one, less the part of the places that no gazetteer has."""
    total = sum(weights) + unlisted_weight
    return [value / total for value in weights]
