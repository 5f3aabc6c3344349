"""Where a place joins a network: its projections onto the nearest edges. A station is seldom a node."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.atlas.network import EARTH_KM, Network, unit_vectors
from geo.model import Mode, Position

REACH_KM = {Mode.RAIL: 40.0, Mode.ROAD: 40.0, Mode.SEA: 150.0}
"""How far a network may be from a place that it serves."""
SLACK_KM = {Mode.RAIL: 6.0, Mode.ROAD: 6.0, Mode.SEA: 15.0}
"""Edges up to this much farther away than the nearest one may be the line that is meant."""
MOST_JOINTS = 300
"""Of a city's many tracks the nearest are enough."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Joints:
    """Projections of one place onto edges, nearest first, arrays of equal length.

    ``share`` is how far along the edge from ``u`` to ``v`` (0 to 1); ``away_km`` how far from the place.
    """

    position: Position
    edge: NDArray[np.int64]
    share: NDArray[np.float64]
    away_km: NDArray[np.float64]
    component: NDArray[np.int32]

    def where(self, keep: NDArray[np.bool_]) -> Joints:
        """Some of them."""
        return Joints(
            position=self.position,
            edge=self.edge[keep],
            share=self.share[keep],
            away_km=self.away_km[keep],
            component=self.component[keep],
        )


def find_joints(network: Network, position: Position, *, reach_km: float) -> Joints:
    """All projections of a place onto edges within reach.

    A long edge is drawn as a straight chord of a longer line; it is within reach where the line itself, given
    its length, can be.
    """
    place = unit_vectors(np.array(position.lat), np.array(position.lon))
    reach = reach_km / EARTH_KM
    chords = network.chords
    within = (chords.half + np.float32(2 * reach + 1e-4)) ** 2
    squared = chords.middle_squared + 1 - 2 * (chords.middle @ place.astype(np.float32))
    near = np.flatnonzero(squared <= within)
    start, end = network.unit[network.u[near]], network.unit[network.v[near]]
    along = end - start
    share = np.einsum("ij,ij->i", place - start, along) / np.maximum(
        np.einsum("ij,ij->i", along, along), 1e-18
    )
    share = np.clip(share, 0.0, 1.0)
    foot = start + share[:, None] * along
    foot /= np.linalg.norm(foot, axis=1, keepdims=True)
    away = 2 * EARTH_KM * np.arcsin(np.clip(np.linalg.norm(foot - place, axis=1) / 2, 0, 1))
    chord_km = 2 * EARTH_KM * chords.half[near].astype(np.float64)
    sag = np.sqrt(np.maximum(network.km[near] ** 2 - chord_km**2, 0)) / 2
    kept = np.flatnonzero(away <= np.minimum(reach_km + sag, 2 * reach_km))
    kept = kept[np.argsort(away[kept], kind="stable")]
    return Joints(
        position=position,
        edge=near[kept],
        share=share[kept],
        away_km=away[kept],
        component=network.component[network.u[near[kept]]],
    )


def nearest_only(joints: Joints, *, slack_km: float) -> Joints:
    """The nearest joint and those hardly farther."""
    keep = joints.away_km <= joints.away_km[0] + slack_km
    keep[MOST_JOINTS:] = False
    return joints.where(keep)


def joint_position(network: Network, edge: int, share: float) -> Position:
    """The point on an edge, in degrees; the longitude may be a whole turn away from the edge's own."""
    u, v = int(network.u[edge]), int(network.v[edge])
    x, y, z = (network.unit[u] + share * (network.unit[v] - network.unit[u])).tolist()
    return Position(
        round(float(np.degrees(np.arctan2(z, np.hypot(x, y)))), 5),
        round(float(np.degrees(np.arctan2(y, x))), 5),
    )
