"""An online service's answer as a place: kind, precision, country and id, as far as the service says them.

Pure: knows the shapes of the services' answers, not how they were got.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from typing import Any

from geo.model import Place, PlaceKind

COUNTRY_AT = (
    ("address", "country_code"),  # Nominatim
    ("properties", "countrycode"),  # Photon
    ("properties", "country_code"),  # Pelias and its kin
    ("attributes", "Country"),
    ("countryCode",),  # GeoNames
    ("components", "country_code"),  # OpenCage
)
"""Where services put an ISO 3166-1 alpha-2 code."""
KIND_AT = (("addresstype",), ("type",), ("properties", "osm_value"), ("properties", "layer"), ("fcode",))
KIND_OF = {
    "country": PlaceKind.COUNTRY,
    "state": PlaceKind.REGION,
    "region": PlaceKind.REGION,
    "province": PlaceKind.REGION,
    "county": PlaceKind.REGION,
    "administrative": PlaceKind.REGION,
    "macroregion": PlaceKind.REGION,
    "ADM1": PlaceKind.REGION,
    "ADM2": PlaceKind.REGION,
    "sea": PlaceKind.AREA,
    "ocean": PlaceKind.AREA,
    "continent": PlaceKind.AREA,
    "river": PlaceKind.AREA,
    "bay": PlaceKind.AREA,
    "city": PlaceKind.CITY,
    "town": PlaceKind.CITY,
    "village": PlaceKind.CITY,
    "hamlet": PlaceKind.CITY,
    "locality": PlaceKind.CITY,
    "suburb": PlaceKind.CITY,
}
"""What the services' words for a place mean here; any other word is a facility."""
ID_AT = (("osm_id",), ("place_id",), ("properties", "osm_id"), ("properties", "gid"), ("geonameId",))
RADIUS_KM = {
    PlaceKind.FACILITY: 0.5,
    PlaceKind.CITY: 10.0,
    PlaceKind.REGION: 200.0,
    PlaceKind.COUNTRY: 500.0,
    PlaceKind.AREA: 500.0,
}
"""Where the answer has no outline."""
KM_PER_DEGREE = 111.2
CONFIDENCE = 0.7
"""Services do not say how sure they are; the first answer gets this, and a person looks."""


def place_of_location(row: Mapping[str, Any], service: str) -> Place:
    """A geopy location (``address``, ``lat``, ``lon``, ``raw``) as a place.

    Raises:
        ValueError, KeyError, TypeError: The answer has no usable point or name.
    """
    raw, address = row["raw"], str(row["address"])
    kind = (
        KIND_OF.get(str(_first(raw, KIND_AT)), PlaceKind.FACILITY) if _first(raw, KIND_AT) else PlaceKind.CITY
    )
    country = _first(raw, COUNTRY_AT)
    key = (
        _first(raw, ID_AT) or hashlib.sha256(f"{address}|{row['lat']}|{row['lon']}".encode()).hexdigest()[:16]
    )
    lat, lon = float(row["lat"]), float(row["lon"])
    return Place(
        id=f"{service}:{key}",
        name=address.split(",")[0].strip(),
        kind=kind,
        lat=lat,
        lon=lon,
        radius_km=_radius_km(raw, lat) or RADIUS_KM[kind],
        country=str(country).upper() if isinstance(country, str) and len(country) == 2 else None,
        basis=f"online geocoder {service}: {address}",
        confidence=CONFIDENCE,
    )


def _first(raw: Mapping[str, Any], paths: tuple[tuple[str, ...], ...]) -> Any:  # noqa: ANN401  # foreign JSON
    for path in paths:
        value: Any = raw
        for key in path:
            value = value.get(key) if isinstance(value, Mapping) else None
        if value is not None:
            return value
    return None


def _radius_km(raw: Mapping[str, Any], lat: float) -> float | None:
    """Half the diagonal of Nominatim's bounding box (south, north, west, east, as text)."""
    box = raw.get("boundingbox")
    if not isinstance(box, list) or len(box) != 4:
        return None
    south, north, west, east = (float(side) for side in box)
    height_km = (north - south) * KM_PER_DEGREE
    width_km = (east - west) * KM_PER_DEGREE * math.cos(math.radians(lat))
    return round(max(0.1, math.hypot(height_km, width_km) / 2), 1)
