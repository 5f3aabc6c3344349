"""What the guards of time expressions ask of a run and of the tokens beside it."""

from __future__ import annotations

from geo.reading.dates.grammar import Found
from geo.reading.dates.tokens import Token
from geo.reading.dates.vocabulary import ORDINALS, UNITS

STRONG_PREPOSITIONS = frozenset("ijs~f@bm")
CLAUSE_END = frozenset({",", ".", ";", ")", "¶", "", "&", "-"})
_MAX_DAY = 31


def is_singular(unit: Token) -> bool:
    """Whether the unit is one of its kind."""
    return not unit.text.endswith("s")


def is_long(unit: Token) -> bool:
    """Whether the unit is a day or more, so that it lies on the calendar."""
    return UNITS[unit.text] not in ("S", "M", "H")


def day_number(token: Token) -> int:
    """The number of a cardinal or ordinal, 0 if it cannot be a day of a month."""
    digits = "".join(sign for sign in token.text if sign.isdigit())
    number = int(digits) if digits else ORDINALS.get(token.text, 0)
    return number if number <= _MAX_DAY else 0


def is_name(token: Token) -> bool:
    """Whether a token is a word of no class with a capital."""
    return token.kind == "x" and token.is_capitalised


def kinds_of(found: Found, part: str) -> str:
    """The classes of the tokens of a named part."""
    return "".join(token.kind for token in found[part])


def all_kinds(found: Found) -> str:
    """The classes of all tokens of the run."""
    return "".join(token.kind for token in found.tokens[found.first : found.last])


def ends_clause(found: Found) -> bool:
    """Whether the clause ends after the run, or goes on with a preposition."""
    return found.after().kind in CLAUSE_END or found.after().kind in "ij@s"
