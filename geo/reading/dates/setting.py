"""What a time is read against, and what every reading of one needs: the tense, the base, the numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from geo.reading.dates import values
from geo.reading.dates.grammar import Found
from geo.reading.dates.tokens import Token
from geo.reading.dates.values import Moment
from geo.reading.dates.vocabulary import CARDINALS, TIMES_TWO


class Tense(StrEnum):
    """Where the clause around a time puts it, seen from the day of writing."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a time is read against: the publication date, the time told last, the tense of the clause.

    ``day_told`` is a day told shortly before, to which a bare time of day belongs; ``day`` the one told in
    the same breath ("9 a.m. on Monday"); ``opened`` one told just before, as in "from Monday to Thursday".
    """

    anchor: date | None
    reference: Moment | None = None
    day_told: date | None = None
    opened: date | None = None
    day: Moment | None = None
    tense: Tense | None = None


class Reading(NamedTuple):
    """A moment and the tokens, ``first`` to ``last`` (exclusive), that tell it."""

    first: int
    last: int
    moment: Moment


Reader = Callable[[Found, Setting], Moment | None]
"""Reads a run of one rule; None if it tells no time after all."""


def direction_of(found: Found, setting: Setting) -> int:
    """-1 for the past, 1 for the future, 0 where nothing tells."""
    before = found.before().text
    if before == "since":
        return -1
    if before in ("until", "till", "through", "thru", "by") and setting.tense is not Tense.PAST:
        return 1
    return {Tense.PAST: -1, Tense.FUTURE: 1}.get(setting.tense or Tense.PRESENT, 0)


def base_of(setting: Setting) -> date | None:
    """What "the day before" and "later" count from: the time told last, else the publication date."""
    return (setting.reference.day if setting.reference else None) or setting.anchor


def today(setting: Setting) -> Moment:
    """The day that a bare time of day belongs to."""
    if setting.day is not None:
        return setting.day
    base = setting.day_told or setting.anchor
    return values.day(base) if base else values.unknown("D")


def kinds(found: Found, part: str) -> str:
    """The classes of the tokens of a named part."""
    return "".join(token.kind for token in found[part])


def number_of(tokens: Iterable[Token]) -> float | None:
    """The number that number words and figures tell, None for "several" and its like."""
    total, current, seen = 0.0, 0.0, False
    for token in tokens:
        if token.kind == "q":
            return 2.0 if "couple" in token.text else None
        if token.kind in "nNy":
            current, seen = current + float(token.text.replace(",", "")), True
        elif token.kind == "h":
            current, seen = current + 0.5, True
        elif token.kind == "a" and not seen:
            current, seen = 1.0, True
        elif token.kind in "cC":
            total, current = _with_word(total, current, CARDINALS[token.text], is_first=not seen)
            seen = True
    return total + current if seen else None


def _with_word(total: float, current: float, word: int, *, is_first: bool) -> tuple[float, float]:
    if word >= 1000:
        return total + (current or 1) * word, 0.0
    if word in (12, 100) and current and not is_first:
        return total, current * word
    return total, current + word


def amount_of(found: Found) -> float | None:
    """How many units the run tells, None if it does not say."""
    number = found["number"]
    amount = number_of(number)
    if amount is not None and [token.kind for token in number][:2] == ["h", "a"]:
        amount = 0.5
    if amount is not None and found["half"]:
        amount += 0.5
    return amount and amount * (2 if found.text("unit") in TIMES_TWO else 1)
