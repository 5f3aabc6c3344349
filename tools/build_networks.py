# /// script
# requires-python = ">=3.11"
# dependencies = ["geographiclib==2.1", "geopy==2.5.0", "numpy==2.4.6", "scipy==1.17.1", "shapely==2.2.0"]
# ///
"""Builds ``data/atlas/networks/`` out of pinned packages: world railways, roads and sea lanes.

    uv run tools/build_networks.py [--only rail|road|sea|draw]...

Wants the packages that ``tools/packages.py`` downloads. What each is: ``data/atlas/networks/README.md``.
"""

from __future__ import annotations

import argparse
import ast
import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from network_countries import countries_of, smooth_countries
from network_gaps import Gap, find_gaps, networks_that_meet
from network_graph import Graph, component_labels, geodesic_km, with_edges
from network_repairs import FOLDER, add_repairs, slower_lines
from numpy.typing import NDArray
from packages import Archive

sys.path.insert(0, str(Path(__file__).parent.parent))
SMALL_NETWORK_KM = 10.0
"""Shorter networks (museum lines, mine sidings, park roads) lead nowhere and are left out."""


def main() -> None:
    """Write every network that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", choices=["rail", "road", "sea", "draw"])
    arguments = parser.parse_args()
    wanted = arguments.only or ["rail", "road", "sea", "draw"]
    if "sea" in wanted:
        build_sea()
    for mode, member in (("rail", "world_railways"), ("road", "world_highways")):
        if mode in wanted or (mode == "rail" and "draw" in wanted):
            build_land(mode, member, wanted)


def build_land(mode: str, member: str, wanted: list[str]) -> None:
    """Read, repair, label and write a network of rails or roads."""
    graph = read_scgraph(member)
    print(mode, "read", len(graph.lat), "nodes", len(graph.u), "edges")
    codes, graph.country = countries_of(graph.lat, graph.lon)
    graph = close_gaps(add_repairs(graph, mode), mode)
    graph = in_order(graph.keep_nodes(on_large_networks(graph)))
    if mode == "rail" and "draw" in wanted:
        from network_drawing import write_drawing  # only here: the drawing needs nothing else of this

        write_drawing(graph, FOLDER / "railways-draw.geojson.gz")
    if mode not in wanted:
        return
    country = smooth_countries(graph.u, graph.v, graph.km, graph.country)
    more = {"country": country.astype(np.uint8), "countries": np.array(codes)}
    write(mode, graph, slower_percent=slower_lines(graph, mode), **more)


def read_scgraph(member: str) -> Graph:
    """The literals of one module of the package, without running it."""
    source = Archive("scgraph-data").read(f"scgraph_data/{member}.py").decode()
    literals = {}
    for line in source.splitlines():
        name, equals, text = line.partition("=")
        if equals and name in ("graph", "nodes"):
            literals[name] = ast.literal_eval(text)
    nodes = np.array(literals["nodes"])
    edges = sorted(
        (u, v, km) for u, neighbours in enumerate(literals["graph"]) for v, km in neighbours.items() if u < v
    )
    u, v, km = (np.array(column) for column in zip(*edges, strict=True))
    return Graph(nodes[:, 0], nodes[:, 1], u, v, km, np.zeros(len(nodes), dtype=np.int64))


def close_gaps(graph: Graph, mode: str) -> Graph:
    """The graph with the gaps closed that the rules find; roads of islands near each other stay apart."""
    found = find_gaps(graph)
    closed = with_found(graph, found)
    if mode == "rail":
        found += networks_that_meet(closed, component_labels(closed))
    write_found_gaps(graph, mode, found)
    return with_found(graph, found)


def with_found(graph: Graph, gaps: list[Gap]) -> Graph:
    """The graph with some gaps closed."""
    return with_edges(graph, [(u, v, max(km, 0.001)) for u, v, km, _ in gaps])


def write_found_gaps(graph: Graph, mode: str, gaps: list[Gap]) -> None:
    """List the gaps that the rule closed, so that each can be looked at."""
    with (FOLDER / f"repairs-by-rule-{mode}.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["mode", "lat1", "lon1", "lat2", "lon2", "km", "reason"])
        for u, v, km, reason in gaps:
            ends = [f"{degrees:.3f}" for node in (u, v) for degrees in (graph.lat[node], graph.lon[node])]
            writer.writerow([mode, *ends, f"{km:.2f}", reason])
    print(mode, "repairs by rule", len(gaps))


def on_large_networks(graph: Graph) -> NDArray[np.bool_]:
    """Which nodes belong to a network that is long enough to lead somewhere."""
    label = component_labels(graph)
    total = np.bincount(label[graph.u], weights=graph.km, minlength=label.max() + 1)
    print("networks", len(total), "kept", int((total >= SMALL_NETWORK_KM).sum()))
    return np.asarray(total[label] >= SMALL_NETWORK_KM)


def in_order(graph: Graph) -> Graph:
    """The same graph with nodes along a Z-order curve and edges by node: near numbers, small differences."""
    x = ((graph.lon + 180) / 360 * 65535).astype(np.uint64)
    y = ((graph.lat + 90) / 180 * 65535).astype(np.uint64)
    order = np.lexsort((graph.lon, graph.lat, spread_bits(x) | (spread_bits(y) << np.uint64(1))))
    number = np.empty(len(order), dtype=np.int64)
    number[order] = np.arange(len(order))
    u, v = number[graph.u], number[graph.v]
    u, v = np.minimum(u, v), np.maximum(u, v)
    edges = np.lexsort((v, u))
    return Graph(
        graph.lat[order], graph.lon[order], u[edges], v[edges], graph.km[edges], graph.country[order]
    )


def spread_bits(value: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Sixteen bits with a nought between each two."""
    for shift, mask in ((8, 0x00FF00FF), (4, 0x0F0F0F0F), (2, 0x33333333), (1, 0x55555555)):
        value = (value | (value << np.uint64(shift))) & np.uint64(mask)
    return value


def write(mode: str, graph: Graph, *, scale: int = 1000, **more: NDArray[np.generic]) -> None:
    """The graph as integers: millionths are not known, differences are small, and deflate does the rest."""
    path = FOLDER / f"{mode}.npz"
    columns = {
        "scale": np.array(scale),
        "lat_step": np.diff(np.rint(graph.lat * scale).astype(np.int32), prepend=np.int32(0)),
        "lon_step": np.diff(np.rint(graph.lon * scale).astype(np.int32), prepend=np.int32(0)),
        "u_step": np.diff(graph.u.astype(np.int32), prepend=np.int32(0)),
        "v_beyond_u": (graph.v - graph.u).astype(np.int32),
        "metres": np.rint(graph.km * 1000).astype(np.int32),
    }
    np.savez_compressed(path, **columns, **more)
    print(path.name, len(graph.lat), "nodes", len(graph.u), "edges", path.stat().st_size, "bytes")


def build_sea() -> None:
    """Read, measure, name and write the sea lanes."""
    from network_open_water import open_water

    from geo.atlas.passages import crosses, load_passages

    lanes = Archive("searoute").json("searoute-1.6.0/searoute/data/marnet_searoute.geojson")
    features = lanes["features"]
    graph = in_order(add_repairs(sea_graph(features), "sea"))
    graph = graph.keep_nodes(on_large_networks(graph))
    passages = load_passages()
    start, end = ((graph.lat[ends], graph.lon[ends]) for ends in (graph.u, graph.v))
    passage = np.zeros(len(graph.u))
    for number, row in enumerate(passages, start=1):
        hit = crosses(row, start, end)
        passage[hit] = number
        print(row.name, int(hit.sum()))
    names = np.array(["", *(row.name for row in passages)])
    water = open_water()
    np.savez_compressed(FOLDER / "open-water.npz", bits=np.packbits(water), shape=np.array(water.shape))
    write("sea", graph, scale=10000, passage=passage.astype(np.uint8), passages=names)


def sea_graph(features: list[dict[str, object]]) -> Graph:
    """Every stretch of every lane once, with its length on the ellipsoid."""
    nodes: dict[tuple[float, float], int] = {}
    edges: dict[tuple[int, int], float] = {}
    for line in lane_lines(features):
        numbers = [nodes.setdefault(at, len(nodes)) for at in line]
        for u, v, start, end in zip(numbers, numbers[1:], line, line[1:], strict=False):
            if u != v:
                edges[min(u, v), max(u, v)] = geodesic_km(start, end)
    at = np.array(list(nodes))
    ends = np.array(list(edges))
    km = np.array(list(edges.values()))
    return Graph(at[:, 0], at[:, 1], ends[:, 0], ends[:, 1], km, np.zeros(len(at), dtype=np.int64))


def lane_lines(features: list[dict[str, object]]) -> Iterator[list[tuple[float, float]]]:
    """Lines of (lat, lon) to four decimals, longitudes from -180 up to but not 180."""
    for feature in features:
        geometry: dict[str, object] = feature["geometry"]  # type: ignore[assignment]
        lines: list[list[list[float]]] = geometry["coordinates"]  # type: ignore[assignment]
        for line in lines if geometry["type"] == "MultiLineString" else [lines]:
            yield [(round(lat, 4), round((lon + 180) % 360 - 180, 4)) for lon, lat in line]  # type: ignore[misc]


if __name__ == "__main__":
    main()
