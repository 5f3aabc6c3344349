"""Rows into the columns that ``geo/atlas/placetable.py`` reads."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np
from gazetteer.row import BASIS, FOLDER, PREFIX, Row

from geo.atlas.folding import fold
from geo.atlas.placetable import COORDINATE_STEPS, KINDS, NameKind


def numbers(values: Iterable[str]) -> tuple[list[int], list[str]]:
    """Values as numbers into a list of the different ones."""
    different: dict[str, int] = {}
    return [different.setdefault(value, len(different)) for value in values], list(different)


def lines(values: Iterable[str]) -> np.ndarray:
    """Texts as one block of bytes, a line each."""
    values = list(values)
    assert not any("\n" in value for value in values)
    return np.frombuffer("\n".join(values).encode(), np.uint8)


def write_places(rows: list[Row]) -> None:
    """Write the columns of places."""
    feature, features = numbers(row.feature for row in rows)
    country, countries = numbers(row.country for row in rows)
    division = {row.code: number for number, row in enumerate(rows) if row.feature in ("ADM1", "ADM2")}
    np.savez_compressed(
        FOLDER / "places.npz",
        prefix=lines(PREFIX), basis=lines(BASIS), feature_codes=lines(features), countries=lines(countries),
        names=lines(row.name for row in rows), keys_in_source=lines(row.key for row in rows),
        codes=lines(row.code for row in rows),
        source=np.array([row.source for row in rows], np.uint8),
        kind=np.array([KINDS.index(row.kind) for row in rows], np.uint8),
        lat=np.array([round(row.lat * COORDINATE_STEPS) for row in rows], np.int32),
        lon=np.array([round(row.lon * COORDINATE_STEPS) for row in rows], np.int32),
        radius_km=np.array([row.radius_km for row in rows], np.float32),
        prominence=np.array([min(row.prominence, 2**32 - 1) for row in rows], np.uint32),
        feature=np.array(feature, np.uint16), country=np.array(country, np.uint16),
        admin1=np.array([division.get(row.admin1, -1) for row in rows], np.int32),
        admin2=np.array([division.get(row.admin2, -1) for row in rows], np.int32),
    )  # fmt: skip


def write_names(rows: list[Row], personal: Collection[str]) -> None:
    """Write the index of folded names; each name of a place counts once, as the best that it is.

    Args:
        rows: The places, in the order of their columns.
        personal: Folded names that people bear.
    """
    best: dict[tuple[bytes, int], NameKind] = {}
    for number, row in enumerate(rows):
        for name, kind in row.names:
            key = (fold(name).encode(), number)
            if key[0] and kind is not NameKind.DEMONYM:
                best[key] = min(kind, best.get(key, kind))
            elif key[0]:
                best.setdefault(key, kind)
    entries = sorted(
        best.items(), key=lambda item: (item[0][0], item[1], -rows[item[0][1]].prominence, item[0][1])
    )
    keys: dict[bytes, int] = {}
    for (key, _), _ in entries:
        keys[key] = keys.get(key, 0) + 1
    np.savez_compressed(
        FOLDER / "names.npz",
        text=np.frombuffer(b"\n".join(keys), np.uint8),
        counts=np.array(list(keys.values()), np.uint16),
        rows=np.array([number for (_, number), _ in entries], np.int32),
        kinds=np.array([kind for _, kind in entries], np.uint8),
        personal=np.packbits([key.decode() in personal for key in keys]),
    )
    print(f"{len(keys)} names, {len(entries)} entries")
