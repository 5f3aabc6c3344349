"""The towns of a table by where they lie: the nearest ones to a point."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from geo.atlas.placetable import COORDINATE_STEPS, KINDS, PlaceTable
from geo.model import PlaceKind, Position

FIRST_BAND_DEGREES = 0.5
"""Half the height of the first belt of latitudes that is searched; it doubles until it holds enough."""


class _Towns(NamedTuple):
    """Cities from south to north: their rows, latitudes in degrees, and spots on the unit sphere."""

    rows: npt.NDArray[np.intp]
    lat: npt.NDArray[np.float64]
    spots: npt.NDArray[np.float64]


def nearest_towns(table: PlaceTable, spot: Position, limit: int) -> list[int]:
    """Rows of the towns nearest to a spot, nearest first."""
    towns, band = _towns(table), FIRST_BAND_DEGREES
    here = _unit_vectors(np.array([spot.lat]), np.array([spot.lon]))[0]
    while True:
        start, end = np.searchsorted(towns.lat, (spot.lat - band, spot.lat + band))
        closeness = towns.spots[start:end] @ here
        order = np.argsort(-closeness, kind="stable")[:limit] if end > start else np.array([], np.intp)
        # towns beyond the belt are farther off than the belt is high, in degrees along the sphere
        is_enough = len(order) >= limit and closeness[order[-1]] >= np.cos(np.radians(min(band, 180.0)))
        if is_enough or end - start == len(towns.rows):
            return [int(towns.rows[start + position]) for position in order]
        band *= 2


@lru_cache(maxsize=2)
def _towns(table: PlaceTable) -> _Towns:
    rows = np.flatnonzero(table.kind == KINDS.index(PlaceKind.CITY))
    rows = rows[np.argsort(table.lat[rows], kind="stable")]
    lat = table.lat[rows] / COORDINATE_STEPS
    return _Towns(rows, lat, _unit_vectors(lat, table.lon[rows] / COORDINATE_STEPS))


def _unit_vectors(lat: npt.NDArray[np.float64], lon: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    phi, theta = np.radians(lat), np.radians(lon)
    return np.stack([np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)], axis=1)
