"""The offline gazetteer: a name to the places that bear it, ranked, each with kind, radius and source.

A geopy ``Geocoder`` over ``data/atlas/gazetteer`` and the story's own places. No articles, no network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import compress
from pathlib import Path
from typing import Any

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from geo.atlas import ranking
from geo.atlas.folding import spellings
from geo.atlas.locations import country_set, is_inside, location
from geo.atlas.placetable import COORDINATE_STEPS, KINDS, NameKind, PlaceTable, read_table
from geo.atlas.reasons import Facts, reason
from geo.atlas.towns import nearest_towns
from geo.model import Place, PlaceKind, Position

__all__ = ["Facts", "Gazetteer", "load_gazetteer", "place_report"]

FOLDER = Path(__file__).resolve().parents[2] / "data/atlas/gazetteer"
_STORY_CONFIDENCE = 0.99
"""A story names its own places because it means them."""


class Gazetteer(Geocoder):  # type: ignore[misc]  # geopy ships no types
    """Places by name, from the atlas and from the story."""

    def __init__(self, table: PlaceTable, extra: Iterable[Place] = ()) -> None:
        """Look up in a table and in a story's own places, which come first."""
        super().__init__(scheme="https", user_agent="dateline")
        self._table = table
        self._extra = tuple(extra)
        self._extra_by_name = _by_name(self._extra)
        self._row_of_id: dict[str, int] = {}
        """Of the places given out so far: an index of all would take more memory than the table."""

    def with_places(self, places: Iterable[Place]) -> Gazetteer:
        """The same gazetteer with more places of the story's own, as sure as each says that it is."""
        return Gazetteer(self._table, (*self._extra, *places))

    def candidates(self, name: str, *, country: str | None = None, codes: bool = False) -> tuple[Place, ...]:
        """Every place of that name, best first; ``confidence`` is the prior share of each.

        Args:
            name: As an article writes it: case, diacritics and a possessive do not matter.
            country: Only places of this country (ISO 3166-1 alpha-2).
            codes: Whether IATA codes and abbreviations such as "Calif." and "CA" count as names.

        Returns:
            () where no gazetteer has the name.
        """
        own = self._own(name)
        places = [
            replace(place, confidence=min(place.confidence, _STORY_CONFIDENCE) / len(own), alternatives=())
            for place in own
        ]
        rest = 1 - sum(place.confidence for place in places)
        found = ranking.ranked(self._table, name, codes=codes)
        places += [self._place(item.row, item.share * rest) for item in found]
        if country is not None:
            places = [place for place in places if place.country == country.upper()]
        return tuple(places)

    def has(self, name: str) -> bool:
        """Whether any gazetteer has a place of that name."""
        return bool(self._own(name) or ranking.entries(self._table, name)[1])

    def names(self) -> Iterator[str]:
        """Every folded name that has places (codes alone do not count): to build a text matcher from."""
        index = self._table.index
        counts = (
            index.kinds[index.starts[:-1]] <= NameKind.ABBREVIATION
        )  # the best kind of a name stands first
        yield from compress(index.names, counts.tolist())
        yield from sorted(self._extra_by_name)

    def demonym(self, word: str) -> Place | None:
        """The place whose people or things a word names: "Russian" is Russia; ``None`` if it is none."""
        found = ranking.demonym(self._table, word)
        return self._place(found.row, found.share) if found else None

    def facts(self, place_id: str, *, name: str | None = None) -> Facts:
        """What the gazetteer says of a place; with ``name``, also what that name is to it.

        Raises:
            KeyError: No place has that id.
        """
        for place in self._extra:
            if place.id == place_id:
                return Facts(population=None, feature=None, country=place.country)
        row = self._row(place_id)
        table = self._table
        feature = table.feature_codes[table.feature[row]]
        populated = KINDS[table.kind[row]] in (PlaceKind.CITY, PlaceKind.REGION, PlaceKind.COUNTRY)
        admin1, admin2 = int(table.admin1[row]), int(table.admin2[row])
        return Facts(
            population=int(table.prominence[row]) if populated else None,
            feature=feature or None,
            country=table.countries[table.country[row]] or None,
            admin1_code=table.codes[admin1] if admin1 >= 0 else None,
            admin1=table.names[admin1] if admin1 >= 0 else None,
            admin2_code=table.codes[admin2] if admin2 >= 0 else None,
            admin2=table.names[admin2] if admin2 >= 0 else None,
            is_capital=feature == "PPLC",
            name_kind=ranking.name_kind(table, row, name) if name else None,
            is_personal=any(map(table.index.is_personal, spellings(name or ""))),
        )

    def place(self, place_id: str) -> Place:
        """The place of an id.

        Raises:
            KeyError: No place has that id.
        """
        for place in self._extra:
            if place.id == place_id:
                return place
        return self._place(self._row(place_id), 1.0)

    # --- the face of a geopy geocoder

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: float | object = DEFAULT_SENTINEL,
        country_codes: str | Sequence[str] | None = None,
        viewbox: Sequence[Any] | None = None,
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """Places for a query such as "Khasan", "Paris, Texas" or "VVO", as geopy locations with ``.raw``.

        Args:
            query: A name, or a name and the larger places that hold it, with commas between.
            exactly_one: The best one, or all, best first.
            timeout: Not used: nothing is waited for.
            country_codes: ISO 3166-1 alpha-2 codes to keep to.
            viewbox: South-west and north-east corner (geopy points, or (lat, lon)) to keep to.
            limit: How many at most.

        Returns:
            As geopy has it: ``None`` where there is nothing.
        """
        del timeout
        places = self.search(query)
        if wanted := country_set(country_codes):
            places = tuple(place for place in places if place.country in wanted)
        if viewbox is not None:
            places = tuple(place for place in places if is_inside(place, viewbox))
        return self._as_geopy(places[:limit], exactly_one=exactly_one, name=query.split(",")[0])

    def reverse(
        self,
        query: Point | str | Sequence[float],
        *,
        exactly_one: bool = True,
        timeout: float | object = DEFAULT_SENTINEL,
        limit: int | None = 10,
    ) -> Location | list[Location] | None:
        """The towns nearest to a point, as geopy locations."""
        del timeout
        point = Point(query)
        rows = nearest_towns(self._table, Position(point.latitude, point.longitude), limit or 10)
        places = tuple(self._place(row, 1.0) for row in rows)
        return self._as_geopy(places, exactly_one=exactly_one)

    def search(self, query: str, *, country: str | None = None) -> tuple[Place, ...]:
        """The candidates for a query that may name the larger places around it ("Springfield, Illinois")."""
        name, *around = [part.strip() for part in query.split(",")]
        places = self.candidates(name, country=country, codes=True)
        for part in around:
            holders = {place.id for place in self.candidates(part, codes=True)}
            places = tuple(place for place in places if holders & set(self._around(place)))
        return places

    def reason(self, place: Place, name: str, *, namesakes: int) -> str:
        """Why a place stands where it does among the places of a name, in words."""
        return reason(place, self.facts(place.id, name=name), namesakes=namesakes)

    # --- rows

    def _as_geopy(
        self, places: Sequence[Place], *, exactly_one: bool, name: str = ""
    ) -> Location | list[Location] | None:
        namesakes = max(0, len(places) - 1)
        found = [
            location(place, self.reason(place, name or place.name, namesakes=namesakes))
            for place in (places[:1] if exactly_one else places)
        ]
        if not found:
            return None
        return found[0] if exactly_one else found

    def _own(self, name: str) -> tuple[Place, ...]:
        for key in spellings(name):
            if key in self._extra_by_name:
                return self._extra_by_name[key]
        return ()

    def _place(self, row: int, confidence: float) -> Place:
        table = self._table
        place_id = table.place_id(row)
        self._row_of_id[place_id] = row
        return Place(
            id=place_id,
            name=table.names[row],
            kind=KINDS[table.kind[row]],
            lat=int(table.lat[row]) / COORDINATE_STEPS,
            lon=int(table.lon[row]) / COORDINATE_STEPS,
            radius_km=round(float(table.radius_km[row]), 1),
            country=table.countries[table.country[row]] or None,
            basis=f"{table.basis[table.source[row]]}, row {table.keys_in_source[row]}",
            confidence=round(confidence, 4),
        )

    def _row(self, place_id: str) -> int:
        row = self._row_of_id.get(place_id)
        if row is None:
            row = self._row_of_id[place_id] = self._table.row(place_id)
        return row

    def _around(self, place: Place) -> tuple[str, ...]:
        """Ids of the country and divisions that hold a place."""
        facts = self.facts(place.id)
        wanted = (facts.country, facts.admin1_code, facts.admin2_code)
        return tuple(self._division_ids[code] for code in wanted if code and code in self._division_ids)

    @property
    def _division_ids(self) -> Mapping[str, str]:
        return _division_ids(self._table)


def load_gazetteer(extra: Iterable[Place] = ()) -> Gazetteer:
    """The gazetteer of ``data/atlas`` with a story's own places; the table is read once."""
    return Gazetteer(_atlas_table(), extra)


@lru_cache(maxsize=1)
def _atlas_table() -> PlaceTable:
    return read_table(FOLDER)


@lru_cache(maxsize=2)
def _division_ids(table: PlaceTable) -> dict[str, str]:
    return {
        code: table.place_id(row) for row, code in enumerate(table.codes) if code and _is_division(table, row)
    }


def _is_division(table: PlaceTable, row: int) -> bool:
    return KINDS[table.kind[row]] in (PlaceKind.REGION, PlaceKind.COUNTRY)


def _by_name(places: tuple[Place, ...]) -> dict[str, tuple[Place, ...]]:
    names: dict[str, tuple[Place, ...]] = {}
    for place in places:
        for key in spellings(place.name):
            names[key] = (*names.get(key, ()), place)
    return names


def place_report(gazetteer: Gazetteer, name: str, country: str | None = None) -> dict[str, Any]:
    """What the command line says of a name: ``{"query", "best", "alternatives"}``, places as values.

    The basis of each place also says why it ranks where it does.
    """
    places = gazetteer.search(name, country=country)
    called = name.split(",")[0]
    told = [
        replace(place, basis=f"{place.basis} ({gazetteer.reason(place, called, namesakes=len(places) - 1)})")
        for place in places
    ]
    return {"query": name, "best": told[0] if told else None, "alternatives": tuple(told[1:])}
