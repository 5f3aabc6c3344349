"""What people know of a network and its source does not: repairs.csv and slower-lines.csv."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import numpy as np
from network_graph import Graph, Point, geodesic_km, nearest_node, with_edges
from numpy.typing import NDArray

FOLDER = Path(__file__).parent.parent / "data" / "atlas" / "networks"


def add_repairs(graph: Graph, mode: str) -> Graph:
    """The graph with what repairs.csv lists for the mode; the points between the ends become nodes."""
    with (FOLDER / "repairs.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["mode"] == mode]
    print(mode, "repairs by hand", len(rows))
    for row in rows:
        ends = [(float(row[f"lat{end}"]), float(row[f"lon{end}"])) for end in (1, 2)]
        between = [
            (float(lat), float(lon)) for lat, lon in map(str.split, filter(None, row["via"].split("|")))
        ]
        if row["km"]:
            graph = with_line(graph, ends[0], between, ends[1], float(row["km"]))
        else:
            graph = through(graph, ends[0], between, ends[1])
    return graph


def through(graph: Graph, start: Point, between: list[Point], end: Point) -> Graph:
    """The graph with an edge led through points that its line passes; as long in all as it was."""
    first, last = sorted(nearest_node(graph, *at) for at in (start, end))
    is_edge = (graph.u == first) & (graph.v == last)
    km = float(graph.km[is_edge].item())
    rest = Graph(
        graph.lat, graph.lon, graph.u[~is_edge], graph.v[~is_edge], graph.km[~is_edge], graph.country
    )
    return with_line(rest, start, between, end, km)


def with_line(graph: Graph, start: Point, between: list[Point], end: Point, km: float) -> Graph:
    """The graph with one more line, from the node at its start to the one at its end, ``km`` long in all."""
    first, last = (nearest_node(graph, *at) for at in (start, end))
    new = range(len(graph.lat), len(graph.lat) + len(between))
    points = [(float(graph.lat[first]), float(graph.lon[first])), *between]
    points.append((float(graph.lat[last]), float(graph.lon[last])))
    chords = [geodesic_km(*pair) for pair in pairwise(points)]
    lengths = [km * chord / sum(chords) for chord in chords]
    edges = [(u, v, each) for (u, v), each in zip(pairwise([first, *new, last]), lengths, strict=True)]
    lat, lon = ([at[axis] for at in between] for axis in (0, 1))
    grown = Graph(
        np.append(graph.lat, lat),
        np.append(graph.lon, lon),
        graph.u,
        graph.v,
        graph.km,
        np.append(graph.country, graph.country[[first] * len(between)]),
    )
    return with_edges(grown, edges)


def slower_lines(graph: Graph, mode: str) -> NDArray[np.uint8]:
    """Per cent by which each edge is dearer than its length: nought but on what slower-lines.csv lists."""
    percent = np.zeros(len(graph.u), dtype=np.uint8)
    with (FOLDER / "slower-lines.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["mode"] == mode]
    for row in rows:
        nodes = [nearest_node(graph, *map(float, at.split())) for at in row["along"].split("|")]
        on_line = {pair for ends in pairwise(nodes) for pair in shortest_edges(graph, *ends)}
        hit = np.array([pair in on_line for pair in zip(graph.u.tolist(), graph.v.tolist(), strict=True)])
        percent[hit] = int(row["percent"])
        print(row["name"], int(hit.sum()), "edges", round(float(graph.km[hit].sum())), "km")
    return percent


def shortest_edges(graph: Graph, start: int, end: int) -> set[tuple[int, int]]:
    """Edges of the shortest way between two nodes."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    size = len(graph.lat)
    matrix = csr_array((graph.km, (graph.u, graph.v)), shape=(size, size))
    _, before = dijkstra(matrix, directed=False, indices=start, return_predecessors=True)
    way = [end]
    while way[-1] != start:
        way.append(int(before[way[-1]]))
    return {(min(pair), max(pair)) for pair in pairwise(way)}
