"""How one travels from place to place: along railways, roads and sea lanes, or through the air.

Never gives a straight line for a way on the ground or at sea: where no way is known it says so.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geo.atlas.borders import BORDER_KM, crossing_km
from geo.atlas.joints import REACH_KM, SLACK_KM, Joints, find_joints, joint_position, nearest_only
from geo.atlas.lines import great_circle
from geo.atlas.measures import geodesic_km
from geo.atlas.network import Network, load_network
from geo.atlas.no_route import networks_apart, no_network, no_way
from geo.atlas.passages import passages_on
from geo.atlas.search import Costs, Leg, cheapest_way
from geo.atlas.tracks import countries_along, joined, land_line, length_km, sea_line
from geo.model import Mode, Position

NETWORK_OF = {Mode.RAIL: Mode.RAIL, Mode.ROAD: Mode.ROAD, Mode.FOOT: Mode.ROAD, Mode.SEA: Mode.SEA}
BASIS = {
    Mode.RAIL: "rail network",
    Mode.ROAD: "road network",
    Mode.SEA: "sea lanes",
    Mode.AIR: "great circle",
    Mode.UNKNOWN: "straight tie",
}
CLOSED_PASSAGES = frozenset({"Northwest Passage", "Northern Sea Route"})
"""Ice: open to few ships for a few weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A way from place to place.

    ``path`` runs along the network's nodes, longitudes past 180 where it crosses the antimeridian; ``km`` is
    its length by the stored lengths; ``snap_km`` how far its two ends are from the places.
    ``countries`` (ISO codes) and ``passages`` (canals, straits) stand in order of travel.
    """

    mode: Mode
    path: tuple[Position, ...]
    km: float
    straight_km: float
    basis: str
    snap_km: tuple[float, float] = (0.0, 0.0)
    countries: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    legs_km: tuple[float, ...] = ()


def route(
    a: Position,
    b: Position,
    mode: Mode,
    *,
    via: Sequence[Position] = (),
    prefer_countries: Collection[str] = (),
    avoid_countries: Collection[str] = (),
    avoid_passages: Collection[str] = CLOSED_PASSAGES,
    border_km: float = BORDER_KM,
) -> Route:
    """The way from ``a`` to ``b`` by the places between.

    Args:
        a: Where it starts.
        b: Where it ends.
        mode: Way of travel; on foot means along roads.
        via: Places on the way, in order of travel.
        prefer_countries: Countries whose borders cost nothing, beside those of the places (ISO codes).
        avoid_countries: Countries that the way must not enter.
        avoid_passages: Canals and straits that ships must not use.
        border_km: Detour worth making to stay out of a country that is not preferred.

    Raises:
        NoRouteError: The network does not come near a place, or does not lead from one to the next.
    """
    stops = (a, *via, b)
    straight_km = geodesic_km(a, b)
    if mode not in NETWORK_OF:
        lines = [great_circle(start, end) for start, end in pairwise(stops)]
        legs_km = tuple(geodesic_km(start, end) for start, end in pairwise(stops))
        path = joined(lines)
        return Route(
            mode=mode,
            path=path,
            km=sum(legs_km),
            straight_km=straight_km,
            basis=BASIS[mode],
            legs_km=legs_km,
        )
    network = load_network(NETWORK_OF[mode])
    joints = _joints_on_one_network(network, stops, avoid_countries)
    named = {*prefer_countries, *(code for joint in joints for code in _countries_at(network, joint))}
    edge_cost = network.km.copy()
    if len(network.slower_percent):
        edge_cost *= 1 + network.slower_percent / 100
    if network.countries:
        edge_cost += crossing_km(network, named, border_km)
        edge_cost[_in_countries(network, avoid_countries)] = np.inf
    if network.passages:
        closed = [index for index, name in enumerate(network.passages) if name in avoid_passages]
        edge_cost[np.isin(network.edge_passage, closed)] = np.inf
    costs = Costs(network, edge_cost)
    legs = cheapest_way(costs, joints)
    if isinstance(legs, int):
        raise no_way(costs, joints[legs - 1], stops[legs])
    found = _as_route(network, legs, stops)
    return replace(found, mode=mode, straight_km=straight_km)


def _joints_on_one_network(
    network: Network, stops: Sequence[Position], avoid_countries: Collection[str]
) -> list[Joints]:
    """For each stop the projections onto the part of the network that is, in sum, nearest to all."""
    everywhere = []
    shut = _in_countries(network, avoid_countries)
    for stop in stops:
        joints = find_joints(network, stop, reach_km=REACH_KM[network.mode])
        joints = joints.where(~shut[joints.edge])
        if not len(joints.edge):
            raise no_network(network, stop, shut)
        everywhere.append(joints)
    nearest = [_nearest_by_component(joints) for joints in everywhere]
    common = set.intersection(*(set(by_component) for by_component in nearest))
    if not common:
        raise networks_apart(network, everywhere)
    chosen = min(common, key=lambda part: (sum(by_component[part] for by_component in nearest), part))
    slack_km = SLACK_KM[network.mode]
    return [
        nearest_only(joints.where(joints.component == chosen), slack_km=slack_km) for joints in everywhere
    ]


def _nearest_by_component(joints: Joints) -> dict[int, float]:
    """The least distance to each part of the network."""
    parts, first = np.unique(joints.component, return_index=True)
    return dict(zip(parts.tolist(), joints.away_km[first].tolist(), strict=True))


def _in_countries(network: Network, codes: Collection[str]) -> NDArray[np.bool_]:
    """Which edges touch one of some countries."""
    if not network.countries or not codes:
        return np.zeros(len(network.u), dtype=bool)
    listed = np.array([code in codes for code in network.countries])
    return np.asarray(listed[network.node_country[network.u]] | listed[network.node_country[network.v]])


def _countries_at(network: Network, joints: Joints) -> tuple[str, ...]:
    """The country of the nearest edge; both, where it crosses a border."""
    if not network.countries:
        return ()
    edge = joints.edge[0]
    return tuple(network.countries[int(network.node_country[ends[edge]])] for ends in (network.u, network.v))


def _as_route(network: Network, legs: Sequence[Leg], stops: Sequence[Position]) -> Route:
    """Legs as one line with its length; at sea the way from the harbour to the lane belongs to it."""
    first = joint_position(network, legs[0].from_edge, legs[0].from_share)
    last = joint_position(network, legs[-1].to_edge, legs[-1].to_share)
    at_sea = network.mode is Mode.SEA
    if at_sea:
        lines = [sea_line(network, leg, ends) for leg, ends in zip(legs, pairwise(stops), strict=True)]
        legs_km = tuple(length_km(line) for line in lines)
    else:
        lines = [land_line(network, leg) for leg in legs]
        legs_km = tuple(leg.km for leg in legs)
    path = joined(lines)
    return Route(
        mode=network.mode,
        path=path,
        km=sum(legs_km),
        straight_km=0.0,
        basis=BASIS[network.mode],
        snap_km=(round(geodesic_km(stops[0], first), 3), round(geodesic_km(last, stops[-1]), 3)),
        countries=() if at_sea else countries_along(network, legs),
        passages=passages_on(path) if at_sea else (),
        legs_km=legs_km,
    )
