"""The cheapest way through a network from place to place by others. Knows costs, not what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geo.atlas.joints import Joints
from geo.atlas.network import Floats, Network

ACCESS_COST = 3.0
"""A kilometre from place to line weighs as much as this many along it: a nearer line is likelier meant."""
LEAST_KM = 1e-6
"""Edges of no length must still be edges."""


@dataclass(frozen=True, slots=True, eq=False)
class Leg:
    """A way between two joints: the nodes between them, and the kilometres along the network."""

    from_edge: int
    from_share: float
    to_edge: int
    to_share: float
    nodes: NDArray[np.int64]
    km: float


@dataclass(frozen=True, slots=True, eq=False)
class _Reach:
    """What a search from some joints reached. Joint costs are those of the joints that it was for."""

    cost: Floats
    before: NDArray[np.int32]
    started: dict[int, int]
    joint_cost: Floats
    joint_node: NDArray[np.int64]
    joint_start: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Costs:
    """Cost of every edge of a network, infinite where closed."""

    network: Network
    edge_cost: Floats

    def reach(self, start: Joints, start_cost: Floats, goal: Joints) -> _Reach:
        """Search from joints, each with a cost of its own, to joints."""
        entry, started = self._entries(start, start_cost)
        cost, before = self._search(entry)
        ends = np.stack([self.network.u[goal.edge], self.network.v[goal.edge]], axis=1).astype(np.int64)
        total = cost[ends] + self._parts(goal)
        side = np.argmin(total, axis=1)
        at = np.arange(len(side))
        joint_cost, joint_node = total[at, side], ends[at, side]
        joint_start = np.full(len(side), -1, dtype=np.int64)
        for index in range(len(side)):  # the way along one edge meets no node
            same = np.flatnonzero(start.edge == goal.edge[index])
            if not len(same):
                continue
            direct = start_cost[same] + self._between(goal.edge[index], start.share[same], goal.share[index])
            if direct.min() <= joint_cost[index]:
                joint_cost[index], joint_start[index] = direct.min(), same[np.argmin(direct)]
        return _Reach(cost, before, started, joint_cost, joint_node, joint_start)

    def _parts(self, joints: Joints) -> Floats:
        """Cost from each joint to both ends of its edge.

        A place on an edge across a border belongs to neither side; only a closed edge costs more.
        """
        km = np.where(np.isfinite(self.edge_cost[joints.edge]), self.network.km[joints.edge], np.inf)
        share = np.clip(joints.share, 1e-9, 1 - 1e-9)
        return np.stack([share * km, (1 - share) * km], axis=1)

    def _between(self, edge: int, share: Floats, other: float) -> Floats:
        """Cost along one edge from some of its points to another."""
        km = self.network.km[edge] if np.isfinite(self.edge_cost[edge]) else np.inf
        return np.asarray(np.maximum(np.abs(share - other), 1e-9) * km)

    def _entries(self, start: Joints, start_cost: Floats) -> tuple[dict[int, float], dict[int, int]]:
        """Nodes where the search may enter the network: what each costs, and from which joint."""
        entry: dict[int, float] = {}
        started: dict[int, int] = {}
        for index, (edge, parts) in enumerate(zip(start.edge, self._parts(start).tolist(), strict=True)):
            for node, part in zip((int(self.network.u[edge]), int(self.network.v[edge])), parts, strict=True):
                cost = float(start_cost[index]) + part
                if np.isfinite(cost) and cost < entry.get(node, np.inf):
                    entry[node] = cost
                    started[node] = index
        return entry, started

    def _search(self, entry: dict[int, float]) -> tuple[Floats, NDArray[np.int32]]:
        """Least cost of every node from a source joined to the entries, and the node before it."""
        from scipy.sparse import csr_array  # slow to import, see geo/atlas/network.py
        from scipy.sparse.csgraph import dijkstra

        size = len(self.network.lat)
        starts, others, edges = self.network.rows
        nodes = sorted(entry)
        weights = np.concatenate([self.edge_cost[edges], [entry[node] for node in nodes]])
        columns = np.concatenate([others, np.array(nodes, dtype=np.int32)])
        rows = np.append(starts, np.int32(len(columns)))
        graph = csr_array((np.maximum(weights, LEAST_KM), columns, rows), shape=(size + 1, size + 1))
        cost, before = dijkstra(graph, indices=np.array(size), return_predecessors=True)
        return cost[:size], before


def cheapest_way(costs: Costs, stops: Sequence[Joints]) -> tuple[Leg, ...] | int:
    """Legs between stops, each stop one joint; or the number of the first stop that cannot be reached."""
    joint_cost = ACCESS_COST * stops[0].away_km
    reaches: list[_Reach] = []
    for number, (start, goal) in enumerate(pairwise(stops), start=1):
        reach = costs.reach(start, joint_cost, goal)
        if not np.isfinite(reach.joint_cost).any():
            return number
        reaches.append(reach)
        joint_cost = reach.joint_cost + ACCESS_COST * goal.away_km
    legs: list[Leg] = []
    chosen = int(np.argmin(joint_cost))
    for start, goal, reach in zip(stops[-2::-1], stops[:0:-1], reaches[::-1], strict=True):
        leg, chosen = _leg_back(costs, start, goal, reach, chosen)
        legs.append(leg)
    return tuple(legs[::-1])


def _leg_back(costs: Costs, start: Joints, goal: Joints, reach: _Reach, chosen: int) -> tuple[Leg, int]:
    """The leg that ends at a joint, and the joint where it begins."""
    network = costs.network
    to_edge, to_share = int(goal.edge[chosen]), float(goal.share[chosen])
    first = int(reach.joint_start[chosen])
    if first >= 0:
        from_share = float(start.share[first])
        km = abs(to_share - from_share) * float(network.km[to_edge])
        return Leg(to_edge, from_share, to_edge, to_share, np.zeros(0, dtype=np.int64), km), first
    back = [int(reach.joint_node[chosen])]
    while (node := int(reach.before[back[-1]])) < len(network.lat):
        back.append(node)
    nodes = np.array(back[::-1], dtype=np.int64)
    first = reach.started[int(nodes[0])]
    from_edge, from_share = int(start.edge[first]), float(start.share[first])
    km = float(network.km[network.edges_between(nodes)].sum())
    km += _part_km(network, from_edge, from_share, int(nodes[0])) + _part_km(
        network, to_edge, to_share, int(nodes[-1])
    )
    return Leg(from_edge, from_share, to_edge, to_share, nodes, km), first


def _part_km(network: Network, edge: int, share: float, node: int) -> float:
    """Kilometres along an edge between a joint and one of the edge's ends."""
    return float(network.km[edge]) * (share if int(network.u[edge]) == node else 1 - share)
