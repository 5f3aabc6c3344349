"""Shapefiles as arrays: attributes from dBase tables, parts of polygons and lines."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise

import numpy as np


def dbase_rows(data: bytes, encoding: str = "utf-8") -> Iterator[dict[str, str]]:
    """The rows of a dBase table (the attributes of a shapefile), values stripped."""
    count, header, length = struct.unpack("<xxxxIHH", data[:12])
    fields, offset = [], 32
    while data[offset] != 0x0D:
        fields.append((data[offset : offset + 11].split(b"\0")[0].decode(), data[offset + 16]))
        offset += 32
    for number in range(count):
        at = header + number * length + 1
        row = {}
        for name, width in fields:
            row[name] = data[at : at + width].decode(encoding, "replace").strip(" \0")
            at += width
        yield row


def shape_parts(data: bytes) -> Iterator[list[np.ndarray]]:
    """The parts (rings or lines) of each polygon or polyline of a shapefile, as arrays of lon, lat."""
    offset = 100
    while offset < len(data):
        (words,) = struct.unpack(">I", data[offset + 4 : offset + 8])
        record = data[offset + 8 : offset + 8 + 2 * words]
        offset += 8 + 2 * words
        if struct.unpack("<I", record[:4])[0] == 0:
            yield []
            continue
        parts, points = struct.unpack("<II", record[36:44])
        starts = [*struct.unpack(f"<{parts}I", record[44 : 44 + 4 * parts]), points]
        coordinates = np.frombuffer(record, "<f8", 2 * points, 44 + 4 * parts).reshape(-1, 2)
        yield [coordinates[start:end] for start, end in pairwise(starts)]
