"""The rows of a name and what part of its use each takes. Knows the table and the prior; knows no article."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

from geo.atlas import prior
from geo.atlas.folding import fold, is_abbreviation, other_articles, spellings
from geo.atlas.placetable import KINDS, NameKind, PlaceTable
from geo.model import PlaceKind


class Ranked(NamedTuple):
    """A row of a name, with the part of all its uses that are thought to mean that row."""

    share: float
    row: int
    kind: NameKind


def entries(table: PlaceTable, name: str, *, codes: bool = False) -> tuple[str, list[tuple[int, NameKind]]]:
    """The first spelling of a name that any place has, and its rows; ("", []) where there is none."""
    abbreviated = is_abbreviation(name.strip())
    keys = spellings(name)
    for key in (*keys, *chain.from_iterable(map(other_articles, keys))):
        found = [
            (row, kind)
            for row, kind in table.index.find(key)
            if kind <= NameKind.ALTERNATE
            or (kind is NameKind.ABBREVIATION and abbreviated)
            or (kind is NameKind.CODE and codes and (abbreviated or _is_division(table, row)))
        ]
        if found:
            return key, found
    return "", []


def _is_division(table: PlaceTable, row: int) -> bool:
    """Whether its codes are also written in small letters: "Calif.", but no airport's and no country's."""
    return KINDS[table.kind[row]] is PlaceKind.REGION


def ranked(table: PlaceTable, name: str, *, codes: bool = False) -> list[Ranked]:
    """The rows of a name, best first; what their shares leave of one goes to places that no gazetteer has."""
    key, found = entries(table, name, codes=codes)
    if not found:
        return []
    written = name.strip()
    found = [(row, _as_told(table, row, kind, written)) for row, kind in found]
    weights = [
        weight(table, row, kind) * (prior.AS_WRITTEN if table.names[row] == written else 1)
        for row, kind in found
    ]
    best_row, best_kind = found[weights.index(max(weights))]
    unlisted = prior.unlisted(
        table.feature_codes[table.feature[best_row]], best_kind, is_personal=table.index.is_personal(key)
    )
    shares = prior.shares(weights, unlisted)
    rows = [Ranked(share, row, kind) for share, (row, kind) in zip(shares, found, strict=True)]
    return sorted(rows, key=lambda item: (-item.share, item.row))


def _as_told(table: PlaceTable, row: int, kind: NameKind, written: str) -> NameKind:
    """What a name is to a row: with "City" after it, its own is well known ("Gaza City", "Quebec City")."""
    if kind is NameKind.ALTERNATE and fold(written) == f"{fold(table.names[row])} city":
        return NameKind.KNOWN
    return kind


def demonym(table: PlaceTable, word: str) -> Ranked | None:
    """The row whose people or things a word names: "Russian" is Russia; ``None`` if it is none."""
    if not word[:1].isupper():
        return None
    keys = spellings(word)
    keys += tuple(key[:-1] for key in keys if key.endswith("s") and len(key) > 4)
    for key in keys:
        found = [entry for entry in table.index.find(key) if entry[1] is NameKind.DEMONYM]
        if found:
            shares = prior.shares([weight(table, row, kind) for row, kind in found])
            rows = [Ranked(share, row, kind) for share, (row, kind) in zip(shares, found, strict=True)]
            return max(rows, key=lambda item: (item.share, -item.row))
    return None


def name_kind(table: PlaceTable, row: int, name: str) -> NameKind | None:
    """What a name is to a row, ``None`` if it is not its name."""
    return min(
        (kind for key in spellings(name) for one, kind in table.index.find(key) if one == row), default=None
    )


def weight(table: PlaceTable, row: int, kind: NameKind) -> float:
    """How much a name of that kind speaks for a row, before it is held against its namesakes."""
    place_kind = KINDS[table.kind[row]]
    feature = table.feature_codes[table.feature[row]]
    country = table.countries[table.country[row]]
    people = int(table.prominence[row])
    if feature == "ADM1":
        people = max(people, prior.LEAST_OF_STATE.get(country, 0))
    known = prior.attention(country, place_kind) * prior.fame(place_kind, int(table.name_count[row]))
    return prior.weight(place_kind, feature, people, kind) * known
