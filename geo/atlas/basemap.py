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
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from pmtiles.tile import Entry, deserialize_directory, deserialize_header, find_tile, zxy_to_tileid

ARCHIVE = Path(__file__).resolve().parents[2] / "data" / "atlas" / "basemap" / "world.pmtiles"
EXTENT = 4096
MAX_ZOOM = 8
UNSETTLED = frozenset({"disputed", "indefinite", "line of control", "claim"})

Line = list[int]
Polygon = list[Line]

_OPENING = Lock()  # the first tiles are asked for by several threads at once
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
    with _OPENING:
        archive, new_message = _archive(), _message_type()
    packed = archive.get(z, x, y)
    if packed is None:
        return {}
    message = new_message()
    message.ParseFromString(gzip.decompress(packed))
    return {layer.name: _READERS[layer.name](layer) for layer in message.layers}


def tile_ids() -> list[int]:
    """Every tile that is not empty, by its number in the archive (see `pmtiles.tile.tileid_to_zxy`)."""
    return list(_archive().ids())


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
    """A PMTiles file whose directories stay in memory; the library's reader unpacks them for every tile."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._header = deserialize_header(self._bytes[:127])
        self._directories: dict[int, list[Entry]] = {}

    def get(self, z: int, x: int, y: int) -> bytes | None:
        """The bytes of a tile as stored."""
        tile_id = zxy_to_tileid(z, x, y)
        entry = find_tile(self._root(), tile_id)
        if entry is not None and _is_leaf(entry):
            entry = find_tile(self._leaf(entry), tile_id)
        if entry is None:
            return None
        start = self._header["tile_data_offset"] + entry.offset
        return self._bytes[start : start + entry.length]

    def ids(self) -> Iterator[int]:
        """The numbers of the tiles that are stored."""
        for entry in self._root():
            for tile in self._leaf(entry) if _is_leaf(entry) else (entry,):
                yield from range(tile.tile_id, tile.tile_id + tile.run_length)

    def _root(self) -> list[Entry]:
        return self._directory(self._header["root_offset"], self._header["root_length"])

    def _leaf(self, entry: Entry) -> list[Entry]:
        return self._directory(self._header["leaf_directory_offset"] + entry.offset, entry.length)

    def _directory(self, offset: int, length: int) -> list[Entry]:
        if offset not in self._directories:
            self._directories[offset] = deserialize_directory(self._bytes[offset : offset + length])
        return self._directories[offset]


def _is_leaf(entry: Entry) -> bool:
    """Whether an entry of a directory points to another directory."""
    return bool(entry.run_length == 0)


@cache
def _archive() -> _Archive:
    return _Archive(ARCHIVE)


@cache
def _message_type() -> Callable[[], Any]:
    """The protocol buffer of a vector tile.

    Taken out of its package by path: the package itself would import shapely, which costs half a second.
    """
    package = find_spec("mapbox_vector_tile")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("mapbox_vector_tile")
    path = Path(package.origin).parent / "Mapbox" / "vector_tile_pb2.py"
    spec = spec_from_file_location("vector_tile_pb2", path)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(str(path))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.tile  # type: ignore[no-any-return]


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
    commands = list(feature.geometry)
    steps = [(number >> 1) ^ -(number & 1) for number in commands]  # zigzag-coded
    x = y = at = 0
    line: Line = []
    while at < len(commands):
        command, first = commands[at] & 7, at + 1
        at = first + 2 * (commands[at] >> 3) if command in (_MOVE_TO, _LINE_TO) else first
        if command == _MOVE_TO:
            for point in range(first, at, 2):
                if line:
                    yield line
                x, y = x + steps[point], y + steps[point + 1]
                line = [x, y]
        elif command == _LINE_TO:
            line += steps[first:at]
            x, y = x + sum(steps[first:at:2]), y + sum(steps[first + 1 : at : 2])
    if line:
        yield line


def _turns_outward(ring: Line) -> bool:
    """Whether a ring is an outer one: its surveyor's area is positive with y down."""
    x, y = start_x, start_y = ring[0], ring[1]
    area = 0
    for at in range(2, len(ring), 2):
        next_x, next_y = x + ring[at], y + ring[at + 1]
        area += x * next_y - next_x * y
        x, y = next_x, next_y
    return area + x * start_y - start_x * y > 0
