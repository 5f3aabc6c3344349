"""From the legs of a search to the line that is drawn and measured."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from geo.atlas.joints import joint_position
from geo.atlas.lines import great_circle, unwrap
from geo.atlas.measures import geodesic_km
from geo.atlas.network import Network
from geo.atlas.open_sea import straightened
from geo.atlas.search import Leg
from geo.model import Position

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
    """Countries in order of travel, each once for each time that it is entered."""
    edges = np.array([edge for leg in legs for edge in (leg.from_edge, leg.to_edge)])
    ends = [(network.u[edge], network.u[edge]) for edge in edges]
    codes: list[str] = []
    for index, leg in enumerate(legs):
        nodes = leg.nodes if len(leg.nodes) else np.array(ends[2 * index])
        codes += [network.countries[number] for number in network.node_country[nodes]]
    full = [code for code in codes if code]
    return tuple(code for index, code in enumerate(full) if index == 0 or full[index - 1] != code)


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
