"""World railways as long lines for drawing, for tools/build_networks.py. Never to be measured: too short."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

GRID = 100
"""Cells to a degree: parallel tracks and stations fall together."""
SPUR_CELLS = 4
"""Dead-end lines of fewer cells are sidings."""


class Edges(Protocol):
    """What a drawing needs of a graph."""

    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    u: NDArray[np.int64]
    v: NDArray[np.int64]


def write_drawing(graph: Edges, path: Path) -> None:
    """Write the lines as one GeoJSON FeatureCollection, gzipped, the same bytes each time."""
    lines = without_spurs(lines_of(merged(graph)))
    coordinates = [[[lon / GRID, lat / GRID] for lat, lon in line] for line in lines]
    features = [
        {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": line}}
        for line in sorted(coordinates)
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
    print(
        path.name, len(features), "lines", sum(map(len, coordinates)), "points", path.stat().st_size, "bytes"
    )


def merged(graph: Edges) -> dict[tuple[int, int], set[tuple[int, int]]]:
    """Cells and the cells that each is joined to; triangles lose their longest side."""
    lat, lon = (np.rint(column * GRID).astype(int).tolist() for column in (graph.lat, graph.lon))
    joined: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    for u, v in zip(graph.u.tolist(), graph.v.tolist(), strict=True):
        start, end = (lat[u], lon[u]), (lat[v], lon[v])
        if start != end:
            joined[start].add(end)
            joined[end].add(start)
    sides = sorted(((length(a, b), a, b) for a in joined for b in joined[a] if a < b), reverse=True)
    for km, a, b in sides:
        if any(length(a, c) <= km and length(c, b) <= km and c in joined[b] for c in joined[a]):
            joined[a].discard(b)
            joined[b].discard(a)
    return joined


def length(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Cells between two, longitudes shortened."""
    squeeze = np.cos(np.radians((a[0] + b[0]) / 2 / GRID))
    return float(np.hypot(a[0] - b[0], (a[1] - b[1]) * squeeze))


def lines_of(joined: dict[tuple[int, int], set[tuple[int, int]]]) -> list[list[tuple[int, int]]]:
    """Lines from junction to junction, and rings."""
    left = {cell: set(others) for cell, others in joined.items()}
    junctions = sorted(cell for cell, others in joined.items() if len(others) != 2)
    lines = []
    for start in [*junctions, *sorted(cell for cell, others in joined.items() if len(others) == 2)]:
        while left[start]:
            line = [start]
            at = min(left[start])
            while True:
                left[line[-1]].discard(at)
                left[at].discard(line[-1])
                line.append(at)
                if len(joined[at]) != 2 or not left[at]:
                    break
                at = min(left[at])
            lines.append(line)
    return lines


def without_spurs(lines: list[list[tuple[int, int]]]) -> list[list[tuple[int, int]]]:
    """The same lines without short ones that end in nothing."""
    ends: dict[tuple[int, int], int] = defaultdict(int)
    for line in lines:
        ends[line[0]] += 1
        ends[line[-1]] += 1
    return [
        line
        for line in lines
        if sum(length(a, b) for a, b in pairwise(line)) >= SPUR_CELLS
        or (ends[line[0]] > 1 and ends[line[-1]] > 1)
    ]
