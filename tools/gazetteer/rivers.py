"""Rivers of Natural Earth: stretches of one name that meet are one river, whatever each country calls it.

``rivers.csv`` has the English name of those that the source has under their own without a word of it.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from gazetteer.row import Row, Source, read_csv, unique
from packages import Archive
from shapefiles import dbase_rows, shape_parts

from geo.atlas.folding import fold
from geo.atlas.placetable import NameKind
from geo.model import PlaceKind

RIVERS = "./usr/share/magics/10m/ne_10m_rivers_lake_centerlines"
KM_PER_DEGREE = 111.2
MEET_DEGREES = 4.0
"""Stretches of one name that come so near each other are one river: a lake or a gorge may lie between."""
ONE_RIVER_DEGREES = 8.0
"""Pieces of one name and number farther apart are not one river: the source calls one in Iceland Drau too."""
_BRACKETED = re.compile(r"(.+?)\s*\((.+)\)")


@dataclass(slots=True)
class Stretch:
    """A river as far as it has one name: "Abay (Blue Nile)" is called both, the second in English."""

    names: tuple[str, ...]
    number: str
    points: np.ndarray
    """Longitude and latitude of the bends."""
    rank: int


def read_rivers(archive: Archive) -> list[Row]:
    """Rivers: the bend nearest to the middle of all as point, half the extent as radius."""
    by_name: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in _stretches(archive):
        by_name[stretch.names[-1]].append(stretch)
    return [_river(name, one) for name, stretches in sorted(by_name.items()) for one in _joined(stretches)]


def _stretches(archive: Archive) -> Iterator[Stretch]:
    pieces: dict[tuple[str, str], list[tuple[np.ndarray, int]]] = defaultdict(list)
    english = {raw["name"]: raw["english"] for raw in read_csv("rivers.csv")}
    shapes = shape_parts(archive.read(f"{RIVERS}.shp"))
    for raw, parts in zip(dbase_rows(archive.read(f"{RIVERS}.dbf"), "latin-1"), shapes, strict=True):
        if raw["name"] and raw["featurecla"] == "River" and parts:
            name = " ".join(raw["name"].split())
            pieces[name, raw["rivernum"]].append((np.concatenate(parts), int(float(raw["scalerank"]))))
    for (name, number), found in sorted(pieces.items()):
        bracketed = _BRACKETED.fullmatch(name)
        called = bracketed.groups() if bracketed else (name,)
        yield Stretch(
            names=(*called, english[called[-1]]) if called[-1] in english else called,
            number=number,
            points=_widest([points for points, _ in found]),
            rank=min(rank for _, rank in found),
        )


def _widest(pieces: list[np.ndarray]) -> np.ndarray:
    """Of the groups of pieces that are near each other, the widest."""
    groups: list[np.ndarray] = []
    for piece in pieces:
        near = [group for group in groups if _meet(piece, group, within=ONE_RIVER_DEGREES)]
        groups = [group for group in groups if not any(group is other for other in near)]
        groups.append(np.concatenate([*near, piece]))
    return max(groups, key=lambda group: float(np.ptp(group, axis=0).sum()))


def _joined(stretches: list[Stretch]) -> list[list[Stretch]]:
    """Stretches of one name as rivers, those that meet together, the longest of each first."""
    rivers: list[list[Stretch]] = []
    for stretch in sorted(stretches, key=lambda one: (-len(one.points), one.number)):
        touching = [river for river in rivers if any(_meet(stretch.points, other.points) for other in river)]
        rivers = [river for river in rivers if river not in touching]
        rivers.append([*(one for river in touching for one in river), stretch])
    return rivers


def _meet(one: np.ndarray, other: np.ndarray, *, within: float = MEET_DEGREES) -> bool:
    apart = one[:, None, :] - other[None, :, :]
    return bool((np.abs(apart).sum(axis=2) < within).any())


def _river(name: str, stretches: list[Stretch]) -> Row:
    points = np.concatenate([stretch.points for stretch in stretches])
    from_middle = np.abs(points - points.mean(axis=0)).sum(axis=1)
    lon, lat = (float(value) for value in points[np.argmin(from_middle)])
    height_km = float(np.ptp(points[:, 1])) * KM_PER_DEGREE
    width_km = float(np.ptp(points[:, 0])) * KM_PER_DEGREE * math.cos(math.radians(lat))
    row = Row(
        source=Source.RIVER,
        key=f"{fold(name).replace(' ', '-')}-{stretches[0].number}",
        name=f"{name} River",
        kind=PlaceKind.AREA,
        lat=round(lat, 4),
        lon=round(lon, 4),
        radius_km=round(max(5.0, math.hypot(height_km, width_km) / 2), 1),
        prominence=int(3_000_000 / 2 ** min(stretch.rank for stretch in stretches)),
        feature="STM",
    )
    row.add([row.name, f"River {name}"], NameKind.MAIN)
    for called in unique([name, *(other for stretch in stretches for other in stretch.names)]):
        row.add([called, f"{called} River"], NameKind.KNOWN)
    return row
