"""What the basemap draws: land, water, borders and railways; for tools/build_basemap.py."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from basemap_features import ATLAS, MAX_ZOOM, Feature, feature, polygons, shapes
from shapely.geometry import LineString, mapping

# Natural Earth draws de facto borders and says of each how settled it is; all but the first are drawn dashed.
BORDER_KINDS = {
    "International boundary (verify)": "border",
    "Disputed (please verify)": "disputed",
    "Indefinite (please verify)": "indefinite",
    "Indeterminant frontier": "indefinite",
    "Line of control (please verify)": "line of control",
    "Unrecognized": "disputed",
    "Claim boundary": "claim",
}

# Which scale of the source serves which zooms.
SCALES = (("110m", 0, 1), ("50m", 2, 4), ("10m", 5, MAX_ZOOM))

# Half a pixel at zoom 5: bends of railways smaller than that are not drawn from afar, nor spurs of three.
FAR_RAIL_DEGREES = 0.012


def land(natural_earth: Path) -> Iterator[Feature]:
    """Land at three scales. The point at 0, 0 that Natural Earth adds for computers is left out."""
    for scale, first, last in SCALES:
        for geometry, record in shapes(natural_earth / "physical" / f"ne_{scale}_land.shp"):
            if record["featurecla"] != "Null island":
                yield from (feature(part, (first, last)) for part in polygons(geometry))


def lakes(natural_earth: Path) -> Iterator[Feature]:
    """Lakes and reservoirs at three scales, each from the zoom that Natural Earth gives it."""
    for scale, first, last in SCALES:
        for geometry, record in shapes(natural_earth / "physical" / f"ne_{scale}_lakes.shp"):
            zooms = (max(first, int(record["min_zoom"] or 0)), last)
            if zooms[0] <= last:
                yield from (feature(part, zooms) for part in polygons(geometry))


def borders(natural_earth: Path) -> Iterator[Feature]:
    """Borders of countries at three scales, each with how settled it is."""
    for scale, first, last in SCALES:
        for geometry, record in shapes(
            natural_earth / "cultural" / f"ne_{scale}_admin_0_boundary_lines_land.shp"
        ):
            kind = BORDER_KINDS.get(record["featurecla"])
            zooms = (max(first, int(record["min_zoom"] or 0)), last)
            if kind and zooms[0] <= last:
                yield feature(geometry, zooms, kind=kind)


def first_borders(magics: Path) -> Iterator[Feature]:
    """Borders of first-level regions, from the zoom that Natural Earth gives them, 3 at the earliest."""
    for geometry, record in shapes(magics / "10m" / "ne_10m_admin_1_states_provinces_lines.shp", "latin-1"):
        first = max(3, int(record["min_zoom"]))
        if first <= MAX_ZOOM and "statistical" not in record["featurecla"]:
            yield feature(geometry, (first, MAX_ZOOM))


def rivers(magics: Path) -> Iterator[Feature]:
    """Rivers, the great ones first. The lines that Natural Earth draws through lakes are left out."""
    for scale, first, last in (("50m", 2, 4), ("10m", 5, MAX_ZOOM)):
        for geometry, record in shapes(magics / scale / f"ne_{scale}_rivers_lake_centerlines.shp", "latin-1"):
            rank = int(record["scalerank"])
            zooms = (max(first, rank - 1), last)
            if record["featurecla"] == "River" and zooms[0] <= last:
                yield feature(geometry, zooms, rank=rank)


def railways() -> Iterator[Feature]:
    """Railways: the network itself for the near view, the drawing set with fewer bends for the far one."""
    with gzip.open(ATLAS / "networks" / "railways-draw.geojson.gz", "rt", encoding="utf-8") as file:
        drawn = [item["geometry"]["coordinates"] for item in json.load(file)["features"]]
    points = {tuple(point): None for line in drawn for point in line}
    numbers = {point: number for number, point in enumerate(points)}
    nodes = list(points)
    for chain in chains([[numbers[tuple(end)] for end in ends] for line in drawn for ends in pairwise(line)]):
        line = LineString([nodes[node] for node in chain])
        if line.length > FAR_RAIL_DEGREES * 3:
            yield feature(mapping(line.simplify(FAR_RAIL_DEGREES)), (4, 5))
    with np.load(ATLAS / "networks" / "rail.npz") as network:
        lat, lon = (np.cumsum(network[step]) / float(network["scale"]) for step in ("lat_step", "lon_step"))
        start = np.cumsum(network["u_step"])
        ends = np.column_stack([start, start + network["v_beyond_u"]]).tolist()
    for chain in chains(ends):
        line = {"type": "LineString", "coordinates": [[float(lon[node]), float(lat[node])] for node in chain]}
        yield feature(line, (6, MAX_ZOOM))


def chains(edges: list[list[int]]) -> Iterator[list[int]]:
    """The edges of a network joined into lines that run from junction to junction."""
    beside: dict[int, list[int]] = defaultdict(list)
    for start, end in edges:
        beside[start].append(end)
        beside[end].append(start)
    walked: set[tuple[int, int]] = set()
    junctions = [node for node in sorted(beside) if len(beside[node]) != 2]
    for first in (*junctions, *sorted(beside)):  # what is left after the junctions are rings
        for second in beside[first]:
            if (first, second) in walked:
                continue
            chain = [first, second]
            while len(beside[chain[-1]]) == 2 and chain[-1] != first:
                one, other = beside[chain[-1]]
                chain.append(other if one == chain[-2] else one)
            walked.update(pairwise(chain))
            walked.update(pairwise(reversed(chain)))
            yield chain
