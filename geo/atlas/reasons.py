"""Why a place ranks where it does among its namesakes, in words. Pure: knows facts, looks nothing up."""

from __future__ import annotations

from dataclasses import dataclass

from geo.atlas.placetable import NameKind
from geo.model import Place, PlaceKind

_NAME_IS = {
    NameKind.MAIN: "its own name",
    NameKind.KNOWN: "a name that news uses for it",
    NameKind.ALTERNATE: "only an alternate spelling of it",
    NameKind.ABBREVIATION: "its abbreviation",
    NameKind.CODE: "its code",
    NameKind.DEMONYM: "a word for its people",
}
_KIND_IS = {
    PlaceKind.FACILITY: "a facility",
    PlaceKind.CITY: "a town",
    PlaceKind.REGION: "a region",
    PlaceKind.COUNTRY: "a country",
    PlaceKind.AREA: "an area",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a gazetteer row says beyond the place itself; ``None`` where it does not say."""

    population: int | None
    """Of a region, that of its towns."""
    feature: str | None
    """GeoNames feature code ("PPLC", "ADM1"), or a like word for seas and other areas ("SEA")."""
    country: str | None
    """ISO 3166-1 alpha-2 code."""
    admin1_code: str | None = None
    """GeoNames code of the first-level region ("RU.59")."""
    admin1: str | None = None
    admin2_code: str | None = None
    admin2: str | None = None
    is_capital: bool = False
    """Whether it is the capital of its country."""
    name_kind: NameKind | None = None
    """What the name asked about is to the place; ``None`` where none was asked or it is not its name."""
    is_personal: bool = False
    """Whether people bear the name asked about."""


def reason(place: Place, facts: Facts, *, namesakes: int) -> str:
    """Why a place stands where it does: what the name is to it, what it is, and among how many.

    >>> reason(khasan, facts, namesakes=1)  # doctest: +SKIP
    "its own name; a town of 776; 1 other place is called so"
    """
    parts = [
        _NAME_IS[facts.name_kind] if facts.name_kind is not None else "the story's own place",
        "a capital" if facts.is_capital else _KIND_IS[place.kind],
    ]
    if facts.population and place.kind is not PlaceKind.COUNTRY:
        parts[1] += f" of {facts.population:,}"
    if facts.admin1 and place.kind is not PlaceKind.COUNTRY:
        parts[1] += f" in {facts.admin1}"
    if namesakes:
        parts.append(f"{namesakes} other place{'s are' if namesakes > 1 else ' is'} called so")
    else:
        parts.append("no other place is called so")
    if facts.is_personal and place.kind is not PlaceKind.COUNTRY:
        parts.append("people are called so too, and mostly so are smaller places that no gazetteer has")
    return "; ".join(parts)
