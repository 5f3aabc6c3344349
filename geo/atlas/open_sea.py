"""Ships on the open sea: lanes straightened to great circles where there is neither land nor ice.

The network of lanes is a mesh; its routes over an ocean zigzag and are 2 to 4 % too long. Near coasts
and in straits the lanes stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from geo.atlas.network import EARTH_KM, FOLDER, unit_vectors
from geo.model import Position

STEP_KM = 15.0
"""A line is looked at this often: less than the size of a cell."""
COARSE_STEPS = 12
"""A first look, that most lines across land fail."""
FARTHEST_KM = 9000.0
"""Longer stretches without a turn are not known from any ocean."""


@lru_cache(maxsize=1)
def load_open_water(path: Path = FOLDER / "open-water.npz") -> NDArray[np.bool_]:
    """Cells by row from the south pole and column from -180; true where land is at least a cell away."""
    with np.load(path, allow_pickle=False) as file:
        rows, columns = (int(count) for count in file["shape"])
        bits = np.unpackbits(file["bits"], count=rows * columns)
    return bits.reshape(rows, columns).astype(bool)


def straightened(path: Sequence[Position]) -> list[Position]:
    """The path without the turns that open water does not need."""
    water = load_open_water()
    lat, lon = (np.array(column) for column in zip(*path, strict=True))
    unit = unit_vectors(lat, lon)
    is_open = water[_cells(water, lat, lon)]
    out = [path[0]]
    at = 0
    while at < len(path) - 1:
        at = _farthest(water, unit, is_open, at)
        out.append(path[at])
    return out


def _farthest(
    water: NDArray[np.bool_], unit: NDArray[np.float64], is_open: NDArray[np.bool_], at: int
) -> int:
    """The last point of the path that can be sailed to straight from one of them."""
    if is_open[at]:
        for after in range(len(unit) - 1, at + 1, -1):
            if is_open[after] and _is_clear(water, unit[at], unit[after]):
                return after
    return at + 1


def _is_clear(water: NDArray[np.bool_], start: NDArray[np.float64], end: NDArray[np.float64]) -> bool:
    """Whether the great circle between two points stays on open water."""
    angle = 2 * np.arcsin(min(1.0, float(np.linalg.norm(start - end)) / 2))
    steps = ceil(angle * EARTH_KM / STEP_KM)
    if steps < 2:
        return True
    if angle * EARTH_KM > FARTHEST_KM:
        return False
    if steps > COARSE_STEPS and not _is_clear_at(water, (start, end), angle, COARSE_STEPS):
        return False
    return _is_clear_at(water, (start, end), angle, steps)


def _is_clear_at(
    water: NDArray[np.bool_],
    ends: tuple[NDArray[np.float64], NDArray[np.float64]],
    angle: float,
    steps: int,
) -> bool:
    """Whether a great circle of some angle lies on open water at so many steps."""
    start, end = ends
    share = np.arange(1, steps)[:, None] / steps
    points = (np.sin((1 - share) * angle) * start + np.sin(share * angle) * end) / np.sin(angle)
    lat = np.degrees(np.arcsin(np.clip(points[:, 2], -1, 1)))
    lon = np.degrees(np.arctan2(points[:, 1], points[:, 0]))
    return bool(np.all(water[_cells(water, lat, lon)]))


def _cells(
    water: NDArray[np.bool_], lat: NDArray[np.float64], lon: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    rows, columns = water.shape
    row = np.clip(((lat + 90) * rows / 180).astype(np.int64), 0, rows - 1)
    return row, ((lon + 180) * columns / 360).astype(np.int64) % columns
