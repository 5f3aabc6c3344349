"""Names as wide as they are: two in one entity taken apart, one in two put together, by the gazetteer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geo.reading.parse import Paragraph
from geo.reading.places.lookup import Lookup
from geo.reading.places.names import Name, find_names, without_direction
from geo.reading.places.sites import is_organisation, is_road, is_site
from geo.reading.places.words import GOVERNMENT_WORDS, TITLES

_CUTS = frozenset({"'s", "’s", "and"})
_JOINTS = frozenset({"'s", "’s", "of", "and", "-", "the"})
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


def split_names(paragraph: Paragraph, lookup: Lookup) -> list[Name]:
    """The names, cut where two stand in one ("Japan's Ministry of Defence", "Mirriah and Tillabéri")."""
    return [
        without_direction(part)
        for name in _joined_names(find_names(paragraph.doc), lookup)
        for part in _split(name, lookup)
    ]


def _split(name: Name, lookup: Lookup) -> list[Name]:
    if len(name.tokens) < 2:
        return [name]
    if is_road(name.tokens[0].text):
        return [name.part(name.start, name.start + 1), name.part(name.start + 1, name.end)]
    cut = next((t.i for t in name.tokens[1:-1] if t.text in _CUTS), None)
    if cut is None or lookup.has(name.text):
        return [name]
    first, second = name.part(name.start, cut), name.part(cut + 1, name.end)
    apart = lookup.has(first.text) and (name.doc[cut].text != "and" or _is_list(first, second, lookup))
    return [first, *_split(second, lookup)] if apart else [name]


def _is_list(first: Name, second: Name, lookup: Lookup) -> bool:
    """Whether "and" joins two places, and not the words of one body."""
    return lookup.has(second.text) and not is_organisation(second) and not is_site(second)


def _joined_names(names: Sequence[Name], lookup: Lookup) -> list[Name]:
    """Names put together where the gazetteer has the whole ("Democratic People's Republic of Korea")."""
    joined: list[Name] = []
    i = 0
    while i < len(names):
        length = next((n for n in (4, 3, 2) if _is_whole(names[i : i + n], n, lookup)), 1)
        last = names[i + length - 1]
        joined.append(
            names[i]
            if length == 1
            else Name(last.doc, names[i].start, last.end, last.label or names[i].label)
        )
        i += length
    return joined


def _is_whole(names: Sequence[Name], length: int, lookup: Lookup) -> bool:
    if len(names) < length or any(b.start - a.end > 1 for a, b in pairwise(names)):
        return False
    gaps = {a.doc[a.end].lower_ for a, b in pairwise(names) if b.start > a.end}
    if length == 2 and _is_cut_short(*names):
        return True
    return gaps <= _JOINTS and lookup.has(Name(names[0].doc, names[0].start, names[-1].end, "").text)


def _is_cut_short(first: Name, second: Name) -> bool:
    """Whether the parser took only the first word of a name for a place ("Bento" in "Bento Rodrigues")."""
    if first.label not in _PLACE_LABELS or second.label or second.start != first.end:
        return False
    words = {token.lower_ for token in second.tokens}
    is_name = all(token.pos_ == "PROPN" and not token.is_upper for token in second.tokens) and not words & (
        TITLES | GOVERNMENT_WORDS
    )
    return is_name and first.root.dep_ == "compound" and first.root.head in second.tokens
