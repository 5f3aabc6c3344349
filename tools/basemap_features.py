"""GeoJSON features for tippecanoe, read from shapefiles; for tools/build_basemap.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapefile  # pyshp

ATLAS = Path(__file__).resolve().parent.parent / "data" / "atlas"
MAX_ZOOM = 8

Feature = dict[str, Any]


def feature(geometry: dict[str, Any], zooms: tuple[int, int], **properties: object) -> Feature:
    """One GeoJSON feature with the zooms that show it, in the form that tippecanoe takes."""
    first, last = zooms
    kept = {name: value for name, value in properties.items() if value not in (None, "")}
    return {
        "type": "Feature",
        "geometry": geometry,
        "properties": kept,
        "tippecanoe": {"minzoom": max(0, first), "maxzoom": last},
    }


def shapes(path: Path, encoding: str = "utf-8") -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Geometry and attributes (names in lower case) of every record of a shapefile."""
    with shapefile.Reader(str(path), encoding=encoding, encodingErrors="replace") as reader:
        for item in reader.iterShapeRecords():
            if item.shape.shapeType != shapefile.NULL:
                record = {name.lower(): value for name, value in item.record.as_dict().items()}
                yield item.shape.__geo_interface__, record


def polygons(geometry: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The single polygons of a polygon or a collection of them."""
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for part in parts:
        yield {"type": "Polygon", "coordinates": part}
