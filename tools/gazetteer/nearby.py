"""Towns by country, name and place: whether a name is already on the map near a spot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from gazetteer.row import EARTH_RADIUS_KM, Row

from geo.atlas.folding import fold

SAME_KM = 40.0
"""A town of that name within this distance is the one meant."""
PLAUSIBLE_KM = 80.0
"""Farther from any town of its country, a spot is more likely a slip of the source."""


class Towns:
    """The towns of the gazetteer, to hold other sources against."""

    def __init__(self, cities: Iterable[Row]) -> None:
        """Index towns by country, and by country and folded name."""
        spots: dict[str, list[tuple[float, float]]] = defaultdict(list)
        named: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
        for row in cities:
            spots[row.country].append((row.lat, row.lon))
            for key in {fold(name) for name, _ in row.names}:
                named[row.country, key].append((row.lat, row.lon))
        self._spots = {country: np.radians(rows) for country, rows in spots.items()}
        self._named = {key: np.radians(rows) for key, rows in named.items()}

    def has(self, name: str, country: str, lat: float, lon: float) -> bool:
        """Whether a town of that name is near a spot."""
        towns = self._named.get((country, fold(name)))
        return towns is not None and _least_km(towns, (lat, lon)) <= SAME_KM

    def are_around(self, country: str, lat: float, lon: float) -> bool:
        """Whether any town of a country is near a spot, which then is no slip of the source."""
        return country in self._spots and _least_km(self._spots[country], (lat, lon)) <= PLAUSIBLE_KM


def _least_km(towns: np.ndarray, spot: tuple[float, float]) -> float:
    lat, lon = np.radians(spot)
    half = np.sin((towns[:, 0] - lat) / 2) ** 2
    half += np.cos(towns[:, 0]) * np.cos(lat) * np.sin((towns[:, 1] - lon) / 2) ** 2
    return float(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half.min())))
