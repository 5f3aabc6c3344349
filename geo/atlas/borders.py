"""What crossing a border costs a route, so that it keeps to the countries that a story names."""

from __future__ import annotations

import csv
from collections.abc import Collection
from functools import lru_cache
from itertools import permutations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from geo.atlas.network import FOLDER, Network

BORDER_KM = 2500.0
"""Detour that a route makes to stay out of a country that the story does not name.

Pyongyang to Moscow is 1,850 km longer by Tumangang than through Manchuria.
"""
OPEN_BORDER_KM = 60.0
"""The same where nobody stops at the border."""
CORNER_KM = 50.0
"""Nor does anybody where a line cuts a corner: it and all that joins it there are shorter than this, and lead
to no third country. So does the railway from Almaty to Tashkent at Maimak in Kyrgyzstan."""


@lru_cache(maxsize=1)
def open_borders(path: Path = FOLDER / "open-borders.csv") -> frozenset[tuple[str, str]]:
    """Pairs of countries, both ways round, between which nobody stops."""
    with path.open(newline="", encoding="utf-8") as file:
        groups = [row["countries"].split() for row in csv.DictReader(file)]
    return frozenset(pair for group in groups for pair in permutations(group, 2))


def crossing_km(network: Network, named: Collection[str], border_km: float) -> NDArray[np.float64]:
    """Extra cost of each edge, in kilometres: nought but where it crosses a border.

    Transit through a country that is not named costs ``border_km``, half on the way in and half on the
    way out; between countries that are named a border costs nothing.
    """
    crossing = network.border_edges
    at_u, at_v = network.node_country[network.u[crossing]], network.node_country[network.v[crossing]]
    per_end = np.array([0.0 if code in named else 0.5 for code in network.countries])
    share = per_end[at_u] + per_end[at_v]
    is_open = _open_pairs(network.countries)[at_u, at_v] | _cuts_corner(network)
    cost = np.zeros(len(network.u))
    cost[crossing] = share * np.where(is_open, min(OPEN_BORDER_KM, border_km), border_km)
    return cost


@lru_cache(maxsize=2)
def _open_pairs(countries: tuple[str, ...]) -> NDArray[np.bool_]:
    """For each pair of country numbers whether the border between them is open."""
    return np.array([[(a, b) in open_borders() for b in countries] for a in countries])


@lru_cache(maxsize=2)
def _cuts_corner(network: Network) -> NDArray[np.bool_]:
    """For each edge across a border whether one of its sides is a corner that lines only cut."""
    countries, u, v = network.node_country, network.u, network.v
    is_inside = countries[u] == countries[v]
    within = coo_array(
        (np.ones(int(is_inside.sum())), (u[is_inside], v[is_inside])), shape=(len(countries),) * 2
    )
    piece = connected_components(within, directed=False)[1]
    length_km = np.bincount(piece[u[is_inside]], network.km[is_inside], minlength=piece.max() + 1)
    crossing = network.border_edges
    here = np.concatenate([u[crossing], v[crossing]])
    across = countries[np.concatenate([v[crossing], u[crossing]])]
    low, high = np.full(len(length_km), 255), np.zeros(len(length_km), dtype=np.int64)
    np.minimum.at(low, piece[here], across)
    np.maximum.at(high, piece[here], across)
    crossings = np.bincount(piece[here], minlength=len(length_km))
    is_corner = (length_km < CORNER_KM) & (low == high) & (crossings > 1)
    return np.asarray(is_corner[piece[u[crossing]]] | is_corner[piece[v[crossing]]])
