"""The towns of a table by where they lie: the nearest ones to a point."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.spatial import KDTree

from geo.atlas.network import unit_vectors
from geo.atlas.placetable import COORDINATE_STEPS, KINDS, PlaceTable
from geo.model import PlaceKind, Position


class _Towns(NamedTuple):
    """Cities: their rows, and where they lie on the unit sphere."""

    rows: npt.NDArray[np.intp]
    spots: KDTree


def nearest_towns(table: PlaceTable, spot: Position, limit: int) -> list[int]:
    """Rows of the towns nearest to a spot, nearest first."""
    towns = _towns(table)
    here = unit_vectors(np.array(spot.lat), np.array(spot.lon))
    nearest = towns.spots.query(here, k=range(1, min(limit, len(towns.rows)) + 1))[1]
    return [int(row) for row in towns.rows[nearest]]


@lru_cache(maxsize=2)
def _towns(table: PlaceTable) -> _Towns:
    rows = np.flatnonzero(table.kind == KINDS.index(PlaceKind.CITY))
    spots = unit_vectors(table.lat[rows] / COORDINATE_STEPS, table.lon[rows] / COORDINATE_STEPS)
    return _Towns(rows, KDTree(spots))
