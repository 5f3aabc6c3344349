"""From the legs of a search to the line that is drawn and measured."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geo.atlas.joints import joint_position
from geo.atlas.lines import great_circle, unwrap
from geo.atlas.measures import geodesic_km
from geo.atlas.network import Network
from geo.atlas.open_sea import straightened
from geo.atlas.search import Leg
from geo.model import Position

NEAR = 0.25
"""Share of an edge."""
CHORD_KM = 100.0
"""Longer stretches are drawn as great circles."""


def land_line(network: Network, leg: Leg) -> tuple[Position, ...]:
    """Rails or roads from joint to joint along the nodes, to be measured by the leg's stored lengths."""
    return _drawn(_points(network, leg))


def sea_line(network: Network, leg: Leg, ends: tuple[Position, Position]) -> tuple[Position, ...]:
    """From harbour to lane, along lanes near coasts, straight over the open sea, from lane to harbour."""
    return _drawn(straightened([ends[0], *_points(network, leg), ends[1]]))


def length_km(path: Sequence[Position]) -> float:
    """Length along the points."""
    return sum(geodesic_km(start, end) for start, end in pairwise(path))


def countries_along(network: Network, legs: Sequence[Leg]) -> tuple[str, ...]:
    """Countries in order of travel, each once for each time that it is entered.

    An edge may be hundreds of kilometres long: a joint close to one node lies in that one's country.
    """
    nodes: list[int] = []
    for leg in legs:
        nodes += _node_close_by(network, leg.from_edge, leg.from_share, within=NEAR)
        nodes += leg.nodes.tolist()
        nodes += _node_close_by(network, leg.to_edge, leg.to_share, within=NEAR if len(leg.nodes) else 1.0)
    codes = [code for node in nodes if (code := network.countries[int(network.node_country[node])])]
    return tuple(code for index, code in enumerate(codes) if index == 0 or codes[index - 1] != code)


def _node_close_by(network: Network, edge: int, share: float, *, within: float) -> list[int]:
    """The nearer node, within a share of the edge: half-way, the border may be on either side."""
    nearer, away = (network.u, share) if share < 0.5 else (network.v, 1 - share)
    return [int(nearer[edge])] if away <= within else []


def joined(lines: Sequence[tuple[Position, ...]]) -> tuple[Position, ...]:
    """Lines that each begin where the last ends, as one."""
    return unwrap([lines[0][0], *(position for line in lines for position in line[1:])])


def _points(network: Network, leg: Leg) -> list[Position]:
    lat, lon = network.lat[leg.nodes].tolist(), network.lon[leg.nodes].tolist()
    return [
        joint_position(network, leg.from_edge, leg.from_share),
        *(Position(*at) for at in zip(lat, lon, strict=True)),
        joint_position(network, leg.to_edge, leg.to_share),
    ]


def _drawn(path: Sequence[Position]) -> tuple[Position, ...]:
    """The path without repeats, long stretches along the great circle; never less than two points."""
    out = [path[0]]
    for start, end in pairwise(path):
        if start == end:
            continue
        wide = abs(start.lat - end.lat) > 0.8 or abs((end.lon - start.lon + 180) % 360 - 180) > 0.8
        if wide and geodesic_km(start, end) > CHORD_KM:
            out += great_circle(start, end)[1:-1]
        out.append(end)
    return unwrap(out if len(out) > 1 else [*out, path[-1]])
