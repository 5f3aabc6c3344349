"""Gaps in railways and roads that the source has and the ground has not, for tools/build_networks.py."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

EARTH_KM = 6371.0088
GAP_KM = 0.5
"""A dead end nearer than this to any node is a gap in the source, not on the ground ..."""
DETOUR_KM = 5.0
"""... unless the source joins the two within this many kilometres already."""
BRIDGE_KM = 8.0
"""Two dead ends that face each other across less than this are a bridge or a tunnel that it lacks ..."""
BRIDGE_DETOUR = 10.0
"""... unless the source joins them by a way up to this many times as long."""
JUNCTION_KM = 1.5
"""A dead end that points at a node nearer than this is a junction that it lacks ..."""
JUNCTION_DETOUR_KM = 20.0
"""... unless a track joins the two within this many kilometres already."""
JUNCTION_FACING = 0.9
"""Cosine of the direction of the dead end along that gap."""
BORDER_KM = 20.0
"""The source cuts lines at borders: dead ends of two countries that face each other are joined."""
BORDER_FACING = 0.9
HEADING_KM = 1.5
"""The direction of a dead end is that of its last kilometre and a half."""
FACING = ((1.5, 0.5), (3.0, 0.7), (BRIDGE_KM, 0.97))
"""Cosine that both directions must have along the gap, by its kilometres: the longer, the straighter."""
APART_KM = 3.0
"""Two railway networks that come nearer to each other than this are one ..."""
LONG_NETWORK_KM = 40.0
"""... if each is longer than this: shorter ones may well be apart on the ground."""

Neighbours = dict[int, list[tuple[int, float]]]
Gap = tuple[int, int, float, str]


class Track(Protocol):
    """What the rules need of a graph."""

    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    u: NDArray[np.int64]
    v: NDArray[np.int64]
    km: NDArray[np.float64]
    country: NDArray[np.int64]


def find_gaps(graph: Track) -> list[Gap]:
    """Pairs of nodes across a gap, with its kilometres and why it is one."""
    points = _points(graph)
    neighbours: Neighbours = defaultdict(list)
    for u, v, km in zip(graph.u.tolist(), graph.v.tolist(), graph.km.tolist(), strict=True):
        neighbours[u].append((v, km))
        neighbours[v].append((u, km))
    ends = [node for node in range(len(points)) if len(neighbours[node]) == 1]
    found = {gap[:2]: gap for gap in _at_borders(points, neighbours, ends, graph.country)}
    found |= {gap[:2]: gap for gap in _bridges(points, neighbours, ends)}
    found |= {gap[:2]: gap for gap in _junctions(points, neighbours, ends)}
    found |= {gap[:2]: gap for gap in _short_gaps(points, neighbours, ends)}
    return [found[pair] for pair in sorted(found)]


def _short_gaps(points: NDArray[np.float64], neighbours: Neighbours, ends: list[int]) -> Iterator[Gap]:
    """Each dead end with the nearest node that no track leads to."""
    tree = cKDTree(points)
    for end in ends:
        near = tree.query_ball_point(points[end], GAP_KM)
        gaps = sorted(
            (float(np.linalg.norm(points[other] - points[end])), other) for other in near if other != end
        )
        reached = within(neighbours, end, DETOUR_KM) if gaps else {}
        for km, other in gaps:
            if other not in reached:
                reason = f"dead end; no way joins the two within {DETOUR_KM:g} km"
                yield min(end, other), max(end, other), km, reason
                break


def _at_borders(
    points: NDArray[np.float64], neighbours: Neighbours, ends: list[int], country: NDArray[np.int64]
) -> Iterator[Gap]:
    """Dead ends of two countries that face each other."""
    for first, second, km in _pairs(points, ends, BORDER_KM):
        if country[first] != country[second] and _are_gap(points, neighbours, (first, second), BORDER_FACING):
            yield first, second, km, "two dead ends face each other across a border; the source is cut there"


def _bridges(points: NDArray[np.float64], neighbours: Neighbours, ends: list[int]) -> Iterator[Gap]:
    """Dead ends that face each other."""
    for first, second, km in _pairs(points, ends, BRIDGE_KM):
        straight = next(cosine for limit, cosine in FACING if km <= limit)
        if _are_gap(points, neighbours, (first, second), straight):
            times = f"{BRIDGE_DETOUR:g} times as far"
            yield first, second, km, f"two dead ends face each other; no way joins them within {times}"


def networks_that_meet(graph: Track, label: NDArray[np.int32]) -> list[Gap]:
    """The nearest nodes of each two long networks that come near each other; ``label`` is of each node."""
    points = _points(graph)
    length = np.bincount(label[graph.u], weights=graph.km, minlength=int(label.max()) + 1)
    is_long = length[label] > LONG_NETWORK_KM
    tree = cKDTree(points)
    found: dict[tuple[int, int], Gap] = {}
    for node in np.flatnonzero(is_long & (label != np.argmax(length))).tolist():
        for other in tree.query_ball_point(points[node], APART_KM):
            if not is_long[other] or label[other] == label[node]:
                continue
            parts = int(min(label[node], label[other])), int(max(label[node], label[other]))
            km = float(np.linalg.norm(points[other] - points[node]))
            if parts not in found or km < found[parts][2]:
                reason = f"two networks of more than {LONG_NETWORK_KM:g} km come within {APART_KM:g} km"
                found[parts] = min(node, other), max(node, other), km, reason
    return [found[parts] for parts in sorted(found)]


def _points(graph: Track) -> NDArray[np.float64]:
    """Nodes in kilometres from the middle of the Earth."""
    phi, theta = np.radians(graph.lat), np.radians(graph.lon)
    return EARTH_KM * np.stack(
        [np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)], axis=1
    )


def _pairs(points: NDArray[np.float64], ends: list[int], limit_km: float) -> Iterator[tuple[int, int, float]]:
    """Dead ends near each other, and how near."""
    pairs = cKDTree(points[ends]).query_pairs(limit_km)
    for first, second in sorted((ends[a], ends[b]) for a, b in pairs):
        yield first, second, float(np.linalg.norm(points[second] - points[first]))


def _are_gap(
    points: NDArray[np.float64], neighbours: Neighbours, ends: tuple[int, int], straight: float
) -> bool:
    """Whether two dead ends run toward each other and nothing joins them but a long way round."""
    first, second = ends
    across = points[second] - points[first]
    km = float(np.linalg.norm(across))
    along = _heading(points, neighbours, first) @ across, -(_heading(points, neighbours, second) @ across)
    if min(along) < straight * km:
        return False
    return second not in within(neighbours, first, max(DETOUR_KM, BRIDGE_DETOUR * km))


def _junctions(points: NDArray[np.float64], neighbours: Neighbours, ends: list[int]) -> Iterator[Gap]:
    """Dead ends that point at a line."""
    tree = cKDTree(points)
    for end in ends:
        heading = _heading(points, neighbours, end)
        ahead = [
            (float(np.linalg.norm(points[other] - points[end])), other)
            for other in tree.query_ball_point(points[end], JUNCTION_KM)
            if other != end
            and heading @ (points[other] - points[end])
            >= JUNCTION_FACING * np.linalg.norm(points[other] - points[end])
        ]
        if not ahead:
            continue
        km, other = min(ahead)
        if other not in within(neighbours, end, JUNCTION_DETOUR_KM):
            reason = f"dead end points at a line; no way joins the two within {JUNCTION_DETOUR_KM:g} km"
            yield min(end, other), max(end, other), km, reason


def _heading(points: NDArray[np.float64], neighbours: Neighbours, end: int) -> NDArray[np.float64]:
    """Unit vector in which a line runs into its dead end."""
    reached = within(neighbours, end, HEADING_KM)
    back = max(reached, key=lambda node: (reached[node], node)) if len(reached) > 1 else neighbours[end][0][0]
    along = points[end] - points[back]
    return np.asarray(along / max(float(np.linalg.norm(along)), 1e-9))


def within(neighbours: Neighbours, start: int, limit_km: float) -> dict[int, float]:
    """Nodes that can be reached within some kilometres, with how many."""
    best = {start: 0.0}
    heap = [(0.0, start)]
    while heap:
        km, node = heapq.heappop(heap)
        if km > best[node]:
            continue
        for other, length in neighbours[node]:
            total = km + length
            if total <= limit_km and total < best.get(other, np.inf):
                best[other] = total
                heapq.heappush(heap, (total, other))
    return best
