"""Canals, straits and capes: lines from shore to shore, and which of them a lane crosses."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from geo.atlas.network import FOLDER, Floats
from geo.model import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A canal, a strait or a cape, and the line that ships cross there, in degrees."""

    name: str
    kind: str
    lat: tuple[float, float]
    lon: tuple[float, float]


@lru_cache(maxsize=1)
def load_passages(path: Path = FOLDER / "passages.csv") -> tuple[Passage, ...]:
    """All that the atlas knows by name."""
    with path.open(newline="", encoding="utf-8") as file:
        return tuple(
            Passage(
                name=row["name"],
                kind=row["kind"],
                lat=(float(row["lat1"]), float(row["lat2"])),
                lon=(float(row["lon1"]), float(row["lon2"])),
            )
            for row in csv.DictReader(file)
        )


def passages_on(path: Sequence[Position]) -> tuple[str, ...]:
    """Names of the passages that a line uses, in order of travel."""
    lat, lon = (np.array(column) for column in zip(*path, strict=True))
    hits = [
        (float(at), passage.name)
        for passage in load_passages()
        for at in np.flatnonzero(crosses(passage, (lat[:-1], lon[:-1]), (lat[1:], lon[1:])))
    ]
    names = [name for _, name in sorted(hits)]
    return tuple(name for index, name in enumerate(names) if index == 0 or names[index - 1] != name)


def crosses(passage: Passage, start: tuple[Floats, Floats], end: tuple[Floats, Floats]) -> NDArray[np.bool_]:
    """Which stretches from (lat, lon) to (lat, lon) cross the line of a passage, on a plate carrée."""
    across_lat, across_lon = passage.lat[1] - passage.lat[0], passage.lon[1] - passage.lon[0]
    along_lat, along_lon = end[0] - start[0], _short_way(end[1] - start[1])
    from_lat, from_lon = start[0] - passage.lat[0], _short_way(start[1] - passage.lon[0])
    spread = along_lon * across_lat - along_lat * across_lon
    spread = np.where(spread == 0, np.inf, spread)  # parallel: never
    along = (from_lat * across_lon - from_lon * across_lat) / spread
    across = (from_lat * along_lon - from_lon * along_lat) / spread
    return np.asarray((along >= 0) & (along < 1) & (across >= 0) & (across <= 1) & np.isfinite(spread))


def _short_way(degrees: Floats) -> Floats:
    """The same turn, between -180 and 180."""
    return (degrees + 180) % 360 - 180
