"""The places of the atlas as columns: compact on disk, quick to load, searched by folded name.

Knows the layout of ``data/atlas/gazetteer/*.npz``; does not know which of two namesakes is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import numpy as np
import numpy.typing as npt

from geo.model import PlaceKind

KINDS = (PlaceKind.FACILITY, PlaceKind.CITY, PlaceKind.REGION, PlaceKind.COUNTRY, PlaceKind.AREA)
"""What the numbers of the ``kind`` column stand for."""
COORDINATE_STEPS = 100_000
"""Steps to a degree in the ``lat`` and ``lon`` columns: about a metre."""


class NameKind(IntEnum):
    """What a name is to a place, from its own name to a code that few would write in a sentence."""

    MAIN = 0
    KNOWN = 1
    """Another spelling or a former name that English-language news uses."""
    ALTERNATE = 2
    """Any other name that a gazetteer lists: other languages, transliterations, errors."""
    ABBREVIATION = 3
    """Counts only where written in capitals ("US", "U.K.")."""
    CODE = 4
    """Counts only where asked for: IATA and ICAO codes, postal and press abbreviations of states."""
    DEMONYM = 5
    """A word for its people or things."""


@dataclass(frozen=True, slots=True, eq=False)
class PlaceTable:
    """Columns of equal length, one row a place, and a sorted index of folded names into them."""

    prefix: tuple[str, ...]
    """Namespaces of ids; ``source`` numbers them."""
    basis: tuple[str, ...]
    feature_codes: tuple[str, ...]
    countries: tuple[str, ...]
    names: tuple[str, ...]
    keys_in_source: tuple[str, ...]
    codes: tuple[str, ...]
    source: npt.NDArray[np.uint8]
    kind: npt.NDArray[np.uint8]
    lat: npt.NDArray[np.int32]
    lon: npt.NDArray[np.int32]
    radius_km: npt.NDArray[np.float32]
    prominence: npt.NDArray[np.uint32]
    feature: npt.NDArray[np.uint16]
    country: npt.NDArray[np.uint16]
    admin1: npt.NDArray[np.int32]
    admin2: npt.NDArray[np.int32]
    index: NameIndex

    def place_id(self, row: int) -> str:
        """The id of a row, the same in every build: the source and its own key."""
        return f"{self.prefix[self.source[row]]}:{self.keys_in_source[row]}"

    def row(self, place_id: str) -> int:
        """The row of an id.

        Raises:
            KeyError: No row has it.
        """
        key, row = place_id.partition(":")[2], -1
        while True:
            try:
                row = self.keys_in_source.index(key, row + 1)
            except ValueError:
                raise KeyError(place_id) from None
            if self.place_id(row) == place_id:
                return row


@dataclass(frozen=True, slots=True, eq=False)
class NameIndex:
    """Folded names, sorted as UTF-8 bytes, each with the rows it names: bisected in one block of bytes."""

    text: bytes
    ends: npt.NDArray[np.int32]
    """Where each name ends in ``text``; one line feed lies between names."""
    starts: npt.NDArray[np.int32]
    """Where the entries of each name start; one more than there are names."""
    rows: npt.NDArray[np.int32]
    kinds: npt.NDArray[np.uint8]
    personal: npt.NDArray[np.uint8]
    """A bit for each name: whether people bear it."""

    def __len__(self) -> int:
        """How many different folded names there are."""
        return len(self.ends)

    def key(self, position: int) -> bytes:
        """The folded name at a position of the sorted order."""
        start = int(self.ends[position - 1]) + 1 if position else 0
        return self.text[start : int(self.ends[position])]

    def __iter__(self) -> Iterator[str]:
        """All folded names, in order."""
        return iter(self.text.decode().split("\n"))

    def find(self, folded: str) -> list[tuple[int, NameKind]]:
        """The rows of that name, each with what the name is to it."""
        position = self._position(folded)
        if position is None:
            return []
        here = slice(int(self.starts[position]), int(self.starts[position + 1]))
        return [
            (row, NameKind(kind))
            for row, kind in zip(self.rows[here].tolist(), self.kinds[here].tolist(), strict=True)
        ]

    def is_personal(self, folded: str) -> bool:
        """Whether a name of places is also one that people bear."""
        position = self._position(folded)
        return position is not None and bool(self.personal[position // 8] & (0x80 >> position % 8))

    def _position(self, folded: str) -> int | None:
        wanted = folded.encode()
        position = bisect_left(range(len(self)), wanted, key=self.key)
        return position if position < len(self) and self.key(position) == wanted else None


def read_table(folder: Path) -> PlaceTable:
    """The table that ``tools/build_gazetteer.py`` wrote into a folder."""
    with np.load(folder / "places.npz") as places, np.load(folder / "names.npz") as names:
        lines = {name: _lines(places[name]) for name in _LINE_COLUMNS}
        columns = {name: places[name] for name in _NUMBER_COLUMNS}
        text = names["text"]
        counts = names["counts"].astype(np.int32)
        index = NameIndex(
            text=text.tobytes(),
            ends=np.append(np.flatnonzero(text == ord("\n")), len(text)).astype(np.int32),
            starts=np.append(np.int32(0), np.cumsum(counts, dtype=np.int32)),
            rows=names["rows"],
            kinds=names["kinds"],
            personal=names["personal"],
        )
    return PlaceTable(**lines, **columns, index=index)  # type: ignore[arg-type]  # columns by name


_LINE_COLUMNS = ("prefix", "basis", "feature_codes", "countries", "names", "keys_in_source", "codes")
_NUMBER_COLUMNS = (
    "source", "kind", "lat", "lon", "radius_km", "prominence", "feature", "country", "admin1", "admin2",
)  # fmt: skip


def _lines(block: npt.NDArray[np.uint8]) -> tuple[str, ...]:
    return tuple(block.tobytes().decode().split("\n"))
