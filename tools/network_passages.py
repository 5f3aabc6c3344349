"""The canal or strait that a sea lane passes, for tools/build_networks.py."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Passage:
    """A line from shore to shore that a ship crosses in a canal, in a strait or off a cape."""

    name: str
    lat: tuple[float, float]
    lon: tuple[float, float]


def read_passages(path: Path) -> list[Passage]:
    """The rows of passages.csv."""
    with path.open(newline="", encoding="utf-8") as file:
        return [
            Passage(
                row["name"],
                (float(row["lat1"]), float(row["lat2"])),
                (float(row["lon1"]), float(row["lon2"])),
            )
            for row in csv.DictReader(file)
        ]


def passages_of(
    lat: Floats, lon: Floats, u: NDArray[np.int64], v: NDArray[np.int64], passages: Sequence[Passage]
) -> NDArray[np.int64]:
    """For each edge nought, or one more than the index of the passage whose line it crosses."""
    found = np.zeros(len(u), dtype=np.int64)
    step = (lon[v] - lon[u] + 180) % 360 - 180
    for number, passage in enumerate(passages, start=1):
        start = (lon[u] - passage.lon[0] + 180) % 360 - 180, lat[u] - passage.lat[0]
        along = step, lat[v] - lat[u]
        line = passage.lon[1] - passage.lon[0], passage.lat[1] - passage.lat[0]
        across = along[0] * line[1] - along[1] * line[0]
        safe = np.where(across == 0, 1.0, across)
        on_edge = -(start[0] * line[1] - start[1] * line[0]) / safe
        on_line = -(start[0] * along[1] - start[1] * along[0]) / safe
        hit = (across != 0) & (on_edge >= 0) & (on_edge < 1) & (on_line >= 0) & (on_line <= 1)
        if not hit.any():
            print("no lane passes", passage.name)
        if (found[hit] > 0).any():
            print("a lane passes two:", passage.name, [passages[at - 1].name for at in found[hit] if at])
        found[hit] = number
    return found
