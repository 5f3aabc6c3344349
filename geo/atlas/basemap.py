"""The ground of the map: tiles of the world out of one PMTiles file, as compact JSON. Knows no deck.gl.

A tile is a JSON object with up to eight members, each left out when it has nothing:

- ``land``, ``lakes``: polygons, ``[[ring, ...], ...]``; the first ring is the outer one;
- ``borders``: ``{kind: [line, ...]}``, kinds ``border`` (settled) and those of `UNSETTLED`, drawn dashed;
- ``first_borders``, ``railways``: ``[line, ...]``;
- ``rivers``: ``{rank: [line, ...]}``, rank 0 the greatest;
- ``names``: ``[[kind, rank, x, y, name, local name or null], ...]``, kinds ``country``, ``capital``,
  ``town``, ``region``, ``water``.

Rings and lines are flat lists of integers: x and y of the first point, then the steps to each next point, in
units of 1/`EXTENT` of the tile's width, y down. A ring does not repeat its first point. Tiles reach some 16
units past their edge, so that neighbours overlap and leave no seam.
"""

from __future__ import annotations

import gzip
import json
import mmap
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Protocol

ARCHIVE = Path(__file__).resolve().parents[2] / "data" / "atlas" / "basemap" / "world.pmtiles"
EXTENT = 4096
MAX_ZOOM = 8
UNSETTLED = frozenset({"disputed", "indefinite", "line of control", "claim"})
ATTRIBUTION = "Natural Earth; © OpenStreetMap contributors; GeoNames"

Line = list[int]
Polygon = list[Line]

_TILES_KEPT = 1024
_MOVE_TO, _LINE_TO = 1, 2


@lru_cache(maxsize=_TILES_KEPT)
def tile_json(z: int, x: int, y: int) -> bytes | None:
    """One tile, gzip-compressed; ``None`` if there is no such tile. Columns repeat round the world."""
    if not 0 <= z <= MAX_ZOOM or not 0 <= y < 2**z:
        return None
    document = json.dumps(tile(z, x % 2**z, y), ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(document.encode(), compresslevel=6, mtime=0)


def tile(z: int, x: int, y: int) -> dict[str, Any]:
    """One tile as the object that the module docstring describes; empty at sea."""
    from mapbox_vector_tile.Mapbox import (
        vector_tile_pb2,
    )  # half a second, spent when the first tile is asked for

    packed = _archive().get(z, x, y)
    if packed is None:
        return {}
    message = vector_tile_pb2.tile()
    message.ParseFromString(gzip.decompress(packed))
    return {layer.name: _READERS[layer.name](layer) for layer in message.layers}


def tile_ids() -> list[int]:
    """Every tile that is not empty, by its number in the archive (see `pmtiles.tile.tileid_to_zxy`)."""
    return _archive().ids()


class _Value(Protocol):
    def ListFields(self) -> list[tuple[object, str | int | float | bool]]: ...  # noqa: N802


class _Feature(Protocol):
    geometry: Sequence[int]
    tags: Sequence[int]


class _Layer(Protocol):
    """What is used here of a layer of a vector tile, a protocol buffer that ships no types."""

    name: str
    keys: Sequence[str]
    values: Sequence[_Value]
    features: Sequence[_Feature]


class _Archive:
    """A PMTiles file, its whole directory in memory: the library's reader unpacks it anew for every tile."""

    def __init__(self, path: Path) -> None:
        from pmtiles.tile import deserialize_header

        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = deserialize_header(self._bytes[:127])
        self._data_offset = header["tile_data_offset"]
        self._leaf_offset = header["leaf_directory_offset"]
        self._spans = dict(self._tiles(header["root_offset"], header["root_length"]))

    def get(self, z: int, x: int, y: int) -> bytes | None:
        """The bytes of a tile as stored."""
        from pmtiles.tile import zxy_to_tileid

        span = self._spans.get(zxy_to_tileid(z, x, y))
        return None if span is None else self._bytes[span[0] : span[0] + span[1]]

    def ids(self) -> list[int]:
        """The numbers of the tiles that are stored."""
        return list(self._spans)

    def _tiles(self, offset: int, length: int) -> Iterator[tuple[int, tuple[int, int]]]:
        from pmtiles.tile import deserialize_directory

        for entry in deserialize_directory(self._bytes[offset : offset + length]):
            if entry.run_length == 0:  # a leaf of the directory
                yield from self._tiles(self._leaf_offset + entry.offset, entry.length)
            for repeat in range(entry.run_length):
                yield entry.tile_id + repeat, (self._data_offset + entry.offset, entry.length)


@cache
def _archive() -> _Archive:
    return _Archive(ARCHIVE)


def _polygons(layer: _Layer) -> list[Polygon]:
    """Every polygon of a layer; in a vector tile an outer ring turns one way and its holes the other."""
    found: list[Polygon] = []
    for feature in layer.features:
        for line in _lines_of(feature):
            if _turns_outward(line) or not found:
                found.append([line])
            else:
                found[-1].append(line)
    return found


def _lines(layer: _Layer) -> list[Line]:
    return [line for feature in layer.features for line in _lines_of(feature)]


def _lines_by(name: str) -> Callable[[_Layer], dict[str, list[Line]]]:
    def read(layer: _Layer) -> dict[str, list[Line]]:
        groups: dict[str, list[Line]] = {}
        for feature in layer.features:
            groups.setdefault(str(_properties(layer, feature)[name]), []).extend(_lines_of(feature))
        return dict(sorted(groups.items()))

    return read


def _names(layer: _Layer) -> list[list[Any]]:
    named = []
    for feature in layer.features:
        of = _properties(layer, feature)
        ((x, y),) = _lines_of(feature)
        named.append([of["kind"], of["rank"], x, y, of["name"], of.get("local")])
    return sorted(named, key=lambda row: (row[1], row[4], row[2], row[3]))


_READERS: dict[str, Callable[[_Layer], object]] = {
    "land": _polygons,
    "lakes": _polygons,
    "rivers": _lines_by("rank"),
    "borders": _lines_by("kind"),
    "first_borders": _lines,
    "railways": _lines,
    "names": _names,
}


def _properties(layer: _Layer, feature: _Feature) -> dict[str, Any]:
    tags = feature.tags
    return {layer.keys[tags[at]]: _value(layer.values[tags[at + 1]]) for at in range(0, len(tags), 2)}


def _value(value: _Value) -> str | int | float | bool:
    ((_, content),) = value.ListFields()
    return content


def _lines_of(feature: _Feature) -> Iterator[Line]:
    """The lines, rings or points of a feature, decoded from the commands of a vector tile."""
    commands, at = feature.geometry, 0
    x = y = 0
    line: Line = []
    while at < len(commands):
        command, count = commands[at] & 7, commands[at] >> 3
        at += 1
        if command not in (_MOVE_TO, _LINE_TO):
            continue  # the ring is closed
        for _ in range(count):
            step_x, step_y = _signed(commands[at]), _signed(commands[at + 1])
            x, y, at = x + step_x, y + step_y, at + 2
            if command == _LINE_TO:
                line += (step_x, step_y)
            else:
                if line:
                    yield line
                line = [x, y]
    if line:
        yield line


def _signed(number: int) -> int:
    """A zigzag-coded integer."""
    return (number >> 1) ^ -(number & 1)


def _turns_outward(ring: Line) -> bool:
    """Whether a ring is an outer one: its surveyor's area is positive with y down."""
    x, y = start_x, start_y = ring[0], ring[1]
    area = 0
    for at in range(2, len(ring), 2):
        next_x, next_y = x + ring[at], y + ring[at + 1]
        area += x * next_y - next_x * y
        x, y = next_x, next_y
    return area + x * start_y - start_x * y > 0
