"""The places of the atlas as columns: compact on disk, quick to load, searched by folded name.

Knows the layout of ``data/atlas/gazetteer/*.npz``; does not know which of two namesakes is meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import numpy as np
import numpy.typing as npt

from geo.atlas.textcolumn import TextColumn
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


_NAME_KINDS = tuple(NameKind)


@dataclass(frozen=True, slots=True, eq=False)
class PlaceTable:
    """Columns of equal length, one row a place, and a sorted index of folded names into them."""

    prefix: tuple[str, ...]
    """Namespaces of ids; ``source`` numbers them."""
    basis: tuple[str, ...]
    feature_codes: tuple[str, ...]
    countries: tuple[str, ...]
    names: TextColumn
    keys_in_source: TextColumn
    codes: TextColumn
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
    name_count: npt.NDArray[np.int64]
    """Under how many spellings each place goes, in all languages."""

    def place_id(self, row: int) -> str:
        """The id of a row, the same in every build: the source and its own key."""
        return f"{self.prefix[self.source[row]]}:{self.keys_in_source[row]}"

    def row(self, place_id: str) -> int:
        """The row of an id.

        Raises:
            KeyError: No row has it.
        """
        for row in self.keys_in_source.numbers(place_id.partition(":")[2]):
            if self.place_id(row) == place_id:
                return row
        raise KeyError(place_id)


@dataclass(frozen=True, slots=True, eq=False)
class NameIndex:
    """Folded names, sorted as UTF-8, each with the rows it names."""

    names: TextColumn
    starts: npt.NDArray[np.int32]
    """Where the entries of each name start; one more than there are names."""
    rows: npt.NDArray[np.int32]
    kinds: npt.NDArray[np.uint8]
    personal: npt.NDArray[np.uint8]
    """A bit for each name: whether people bear it."""

    def find(self, folded: str) -> list[tuple[int, NameKind]]:
        """The rows of that name, each with what the name is to it."""
        position = self.names.sorted_number(folded)
        if position is None:
            return []
        here = slice(int(self.starts[position]), int(self.starts[position + 1]))
        return [
            (row, _NAME_KINDS[kind])
            for row, kind in zip(self.rows[here].tolist(), self.kinds[here].tolist(), strict=True)
        ]

    def is_personal(self, folded: str) -> bool:
        """Whether a name of places is also one that people bear."""
        position = self.names.sorted_number(folded)
        return position is not None and bool(self.personal[position // 8] & (0x80 >> position % 8))


def read_table(folder: Path) -> PlaceTable:
    """The table that ``tools/build_gazetteer.py`` wrote into a folder."""
    with np.load(folder / "places.npz") as places, np.load(folder / "names.npz") as names:
        lists = {name: tuple(TextColumn.of(places[name])) for name in _LISTS}
        texts = {name: TextColumn.of(places[name]) for name in _TEXT_COLUMNS}
        columns = {name: places[name] for name in _NUMBER_COLUMNS}
        counts = names["counts"].astype(np.int32)
        index = NameIndex(
            names=TextColumn.of(names["text"]),
            starts=np.append(np.int32(0), np.cumsum(counts, dtype=np.int32)),
            rows=names["rows"],
            kinds=names["kinds"],
            personal=names["personal"],
        )
    spelled = index.rows[index.kinds <= NameKind.ALTERNATE]
    columns["name_count"] = np.bincount(spelled, minlength=len(columns["kind"]))
    return PlaceTable(**lists, **texts, **columns, index=index)  # type: ignore[arg-type]  # columns by name


_LISTS = ("prefix", "basis", "feature_codes", "countries")
_TEXT_COLUMNS = ("names", "keys_in_source", "codes")
_NUMBER_COLUMNS = (
    "source", "kind", "lat", "lon", "radius_km", "prominence", "feature", "country", "admin1", "admin2",
)  # fmt: skip
