"""What to say where no way leads: in one sentence, with the nearest point that can be reached."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from geo.atlas.joints import REACH_KM, Joints
from geo.atlas.network import EARTH_KM, Network, unit_vectors
from geo.atlas.search import Costs
from geo.errors import NoRouteError
from geo.model import Mode, Position

WAY = {Mode.RAIL: "railway", Mode.ROAD: "road", Mode.SEA: "sea lane"}


def no_network(network: Network, stop: Position, shut: NDArray[np.bool_]) -> NoRouteError:
    """No edge that is open lies within reach of a place."""
    nodes = np.unique(np.concatenate([network.u[~shut], network.v[~shut]])).astype(np.int64)
    near, km = _nearest_node(network, stop, nodes)
    way = WAY[network.mode] + (" outside the countries to avoid" if shut.any() else "")
    return NoRouteError(
        f"No {way} comes within {REACH_KM[network.mode]:g} km of {_degrees(stop)}: "
        f"the nearest is {km:,.0f} km away, at {_degrees(near)}."
    )


def networks_apart(network: Network, everywhere: Sequence[Joints]) -> NoRouteError:
    """Every place has a network near, but not one and the same."""
    first, last = everywhere[0], everywhere[-1]
    nodes = np.flatnonzero(network.component == first.component[0])
    return _falls_short(network, first.position, last.position, nodes)


def no_way(costs: Costs, start: Joints, goal: Position) -> NoRouteError:
    """What is open of the network does not lead to a place."""
    reach = costs.reach(start, np.zeros(len(start.edge)), start)
    return _falls_short(costs.network, start.position, goal, np.flatnonzero(np.isfinite(reach.cost)))


def _falls_short(network: Network, start: Position, goal: Position, nodes: NDArray[np.int64]) -> NoRouteError:
    near, km = _nearest_node(network, goal, nodes)
    return NoRouteError(
        f"No {WAY[network.mode]} leads from {_degrees(start)} to {_degrees(goal)}: "
        f"the nearest point that it reaches is {km:,.0f} km short, at {_degrees(near)}."
    )


def _nearest_node(network: Network, position: Position, nodes: NDArray[np.int64]) -> tuple[Position, float]:
    place = unit_vectors(np.array(position.lat), np.array(position.lon))
    chord = np.linalg.norm(network.unit[nodes] - place, axis=1)
    at = int(nodes[np.argmin(chord)])
    km = 2 * EARTH_KM * float(np.arcsin(min(1.0, chord.min() / 2)))
    return Position(float(network.lat[at]), float(network.lon[at])), km


def _degrees(position: Position) -> str:
    return f"{position.lat:.3f}, {position.lon:.3f}"
