"""What a network of rails, roads or sea lanes is, and how it is loaded. Knows no places and no routes.

The files under ``data/atlas/networks`` are built by ``tools/build_networks.py``; their README has the format.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.model import Mode

FOLDER = Path(__file__).parent.parent.parent / "data" / "atlas" / "networks"
EARTH_KM = 6371.0088
"""Mean radius: good to 0.5 % for finding what is near. Lengths along a network are stored, not computed."""

STRETCH = {Mode.RAIL: 1.012, Mode.ROAD: 1.055, Mode.SEA: 1.0}
"""What stored lengths are multiplied by: lines of the source were simplified before they were measured.

Medians of 47 railways and 78 roads whose lengths were looked up (tests/routes.csv, tests/roads.csv); either
half of the roads gives the same, the halves of the railways 1.009 and 1.016.
"""

Floats = NDArray[np.float64]
Integers = NDArray[np.int32]


class Chords(NamedTuple):
    """Straight lines between the ends of edges, in radii of the Earth."""

    middle: NDArray[np.float32]
    """Middle of each chord; near it the edge is looked for."""
    middle_squared: NDArray[np.float32]
    """Squared length of each middle, just short of 1."""
    half: NDArray[np.float32]
    """Half the length of each chord."""


@dataclass(frozen=True, eq=False)
class Network:
    """Nodes in degrees; edges once each, ``u < v``, ordered by ``u`` then ``v``, with stored kilometres.

    ``node_country`` indexes ``countries`` (ISO 3166-1 alpha-2, "" for none); ``edge_passage`` indexes
    ``passages`` (the canal or strait that a sea lane passes, "" for none). ``slower_percent`` is how much
    dearer than its length an edge is. What a mode has not is empty.
    """

    mode: Mode
    lat: Floats
    lon: Floats
    u: Integers
    v: Integers
    km: Floats
    node_country: NDArray[np.uint8]
    countries: tuple[str, ...]
    edge_passage: NDArray[np.uint8]
    passages: tuple[str, ...]
    slower_percent: NDArray[np.uint8]

    @cached_property
    def unit(self) -> Floats:
        """Nodes on the unit sphere."""
        return unit_vectors(self.lat, self.lon)

    @cached_property
    def chords(self) -> Chords:
        """The edges as straight chords of the unit sphere."""
        middle = np.empty((len(self.u), 3), dtype=np.float32)
        squared = np.zeros(len(self.u))
        for axis, at in enumerate(np.ascontiguousarray(self.unit.T)):  # one at a time takes half as long
            start, end = at[self.u], at[self.v]
            middle[:, axis] = (start + end) / 2
            squared += (end - start) ** 2
        middle_squared = np.asarray(np.einsum("ij,ij->i", middle, middle), dtype=np.float32)
        return Chords(middle, middle_squared, np.asarray(np.sqrt(squared) / 2, dtype=np.float32))

    @cached_property
    def border_edges(self) -> NDArray[np.int64]:
        """Edges that cross a border."""
        return np.flatnonzero(self.node_country[self.u] != self.node_country[self.v])

    @cached_property
    def component(self) -> Integers:
        """The connected part of the network that each node belongs to."""
        # takes a fifth of a second to import, and most articles ask for no way
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import connected_components

        pairs = coo_array((np.ones(len(self.u), dtype=np.int8), (self.u, self.v)), shape=(len(self.lat),) * 2)
        return np.asarray(connected_components(pairs, directed=False)[1], dtype=np.int32)

    @cached_property
    def edge_keys(self) -> NDArray[np.int64]:
        """Both ends of each edge as one ascending number, to find an edge by its ends."""
        return self.u.astype(np.int64) * len(self.lat) + self.v

    @cached_property
    def rows(self) -> tuple[Integers, Integers, Integers]:
        """Edges by node, both ways, as compressed sparse rows: row starts, the other node, the edge."""
        ends = np.concatenate([self.u, self.v])
        others = np.concatenate([self.v, self.u])
        edges = np.tile(np.arange(len(self.u), dtype=np.int32), 2)
        order = np.argsort(ends, kind="stable")
        counts = np.bincount(ends, minlength=len(self.lat))
        starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
        return starts, others[order], edges[order]

    def edges_between(self, nodes: NDArray[np.int64]) -> NDArray[np.int64]:
        """The edges along a chain of nodes, each joined to the next."""
        low, high = np.minimum(nodes[:-1], nodes[1:]), np.maximum(nodes[:-1], nodes[1:])
        return np.searchsorted(self.edge_keys, low * len(self.lat) + high)


@lru_cache(maxsize=3)
def load_network(mode: Mode, folder: Path = FOLDER) -> Network:
    """The world's network of a mode (rail, road or sea), read once."""
    with np.load(folder / f"{mode}.npz", allow_pickle=False) as file:
        scale = float(file["scale"])
        u = np.cumsum(file["u_step"], dtype=np.int32)
        empty = np.zeros(0, dtype=np.uint8)
        return Network(
            mode=mode,
            lat=np.cumsum(file["lat_step"]) / scale,
            lon=np.cumsum(file["lon_step"]) / scale,
            u=u,
            v=u + file["v_beyond_u"],
            km=file["metres"] / 1000 * STRETCH[mode],
            node_country=file.get("country", empty),
            countries=tuple(file["countries"].tolist()) if "countries" in file else (),
            edge_passage=file.get("passage", empty),
            passages=tuple(file["passages"].tolist()) if "passages" in file else (),
            slower_percent=file.get("slower_percent", empty),
        )


def unit_vectors(lat: Floats, lon: Floats) -> Floats:
    """Points in degrees as points on the unit sphere, one a row."""
    phi, theta = np.radians(lat), np.radians(lon)
    return np.stack([np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)], axis=-1)


def load_networks() -> None:
    """Read every network and work out what routes ask of it: processes forked later share the memory."""
    for mode in (Mode.RAIL, Mode.ROAD, Mode.SEA):
        network = load_network(mode)
        for worked_out in ("chords", "component", "edge_keys", "rows"):
            getattr(network, worked_out)
