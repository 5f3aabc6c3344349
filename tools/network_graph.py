"""A network while it is being built, for tools/build_networks.py."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from geographiclib.geodesic import Geodesic
from numpy.typing import NDArray

Point = tuple[float, float]
"""Latitude and longitude."""


@dataclass
class Graph:
    """Nodes in degrees, edges once each with ``u < v`` and their length in kilometres."""

    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    u: NDArray[np.int64]
    v: NDArray[np.int64]
    km: NDArray[np.float64]
    country: NDArray[np.int64]
    """Of each node, as an index; nought where it does not matter."""

    def keep_nodes(self, keep: NDArray[np.bool_]) -> Graph:
        """The part of the graph on some of its nodes."""
        number = np.cumsum(keep) - 1
        edges = keep[self.u] & keep[self.v]
        return Graph(
            self.lat[keep],
            self.lon[keep],
            number[self.u[edges]],
            number[self.v[edges]],
            self.km[edges],
            self.country[keep],
        )


def with_edges(graph: Graph, rows: list[tuple[int, int, float]]) -> Graph:
    """The graph with more edges, unless it has them already."""
    ends = zip(graph.u.tolist(), graph.v.tolist(), strict=True)
    keys = dict(zip(ends, graph.km.tolist(), strict=True))
    for u, v, km in rows:
        keys.setdefault((min(u, v), max(u, v)), km)
    u, v, km = (np.array(column) for column in zip(*((*key, keys[key]) for key in sorted(keys)), strict=True))
    return Graph(graph.lat, graph.lon, u, v, km, graph.country)


def nearest_node(graph: Graph, lat: float, lon: float) -> int:
    """The node at a place."""
    away = np.hypot(graph.lat - lat, (graph.lon - lon) * np.cos(np.radians(lat)))
    return int(np.argmin(away))


def component_labels(graph: Graph) -> NDArray[np.int32]:
    """The network that each node belongs to."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    size = len(graph.lat)
    matrix = coo_matrix((np.ones(len(graph.u)), (graph.u, graph.v)), shape=(size, size))
    return np.asarray(connected_components(matrix, directed=False)[1])


def geodesic_km(start: Point, end: Point) -> float:
    """Length of the geodesic on WGS 84."""
    return float(Geodesic.WGS84.Inverse(*start, *end, Geodesic.DISTANCE)["s12"]) / 1000
