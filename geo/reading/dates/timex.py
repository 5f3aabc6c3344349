"""Times in news text, with TIMEX3 values and intervals, read against the publication date and the tense.

:func:`find_in_text` and :func:`normalise` need only the text; :func:`find_times` takes the tense from a
parse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import zip_longest

from geo.model import Timex
from geo.reading.dates.grammar import Found, find_runs
from geo.reading.dates.guards import may_be_time
from geo.reading.dates.readings import read
from geo.reading.dates.setting import Reading, Setting, Tense
from geo.reading.dates.tense import tense_at
from geo.reading.dates.tokens import Tokens, lex
from geo.reading.dates.values import Moment
from geo.reading.parse import Paragraph

TenseAt = Callable[[int, int], Tense | None]
"""From two offsets into the text to the tense of the clause that holds them."""
_TOLD = frozenset({"D", "T", "W", "WE", "MO", "Q", "H", "S", "Y"})
_SHORTLY_BEFORE = 400
"""Characters after which a day told is no longer the one that a bare "8 a.m." belongs to."""
_JUST_BEFORE = 80
"""Characters after which a day told no longer opens "from Monday to Thursday"."""
_DAY_RULES = frozenset({"weekday", "month_day", "day_month", "named_day", "iso", "slashed", "holiday"})
_HOUR_RULES = frozenset(
    {"clock", "clock_24", "clock_sharp", "clock_joined", "clock_part", "clock_past", "part"}
)
_LINKS = frozenset({"", "j", ",", "@", "i", "it", "jt", ",j", "f"})


class _Reader:
    """Reads the times of one article in order, and remembers the last one told."""

    def __init__(self, anchor: date | None) -> None:
        self.anchor = anchor
        self.reference: Moment | None = None
        self._day_told: tuple[int, date] | None = None
        self._read_so_far = 0

    def find(self, text: str, tense: TenseAt | None) -> list[tuple[int, int, Moment]]:
        tokens = lex(text)
        runs = list(find_runs(tokens, may_be_time))
        if self.anchor is None:
            self.anchor = _date_line(runs, tokens, text)
        found: list[tuple[int, int, Moment]] = []
        groups = _joined(runs, tokens)
        for group, following in zip_longest(groups, groups[1:], fillvalue=()):
            for reading in self._read(group, tokens, tense, _borrowed_day(group, following, tokens)):
                start, end = tokens[reading.first].start, tokens[reading.last - 1].end
                found.append((start, end, reading.moment))
        self._read_so_far += len(text)
        return found

    def _read(
        self, group: tuple[Found, ...], tokens: Tokens, tense: TenseAt | None, borrowed: Found | None
    ) -> list[Reading]:
        start, end = tokens[group[0].first].start, tokens[group[-1].last - 1].end
        clause = tense(start, end) if tense else None
        at = self._read_so_far + start
        lent = read(borrowed, self._setting(at, clause)) if borrowed else ()
        day = lent[0].moment if lent else None
        readings: list[Reading] = []
        for run in sorted(group, key=lambda run: run.rule in _HOUR_RULES):
            told = read(run, replace(self._setting(at, clause), day=day))
            day = told[-1].moment if told else day
            readings.extend(told)
            for reading in told:
                self._remember(at, reading.moment)
        if len(group) > 1 and readings:
            first, last = min(run.first for run in group), max(run.last for run in group)
            return [Reading(first, last, readings[-1].moment)]
        return readings

    def _setting(self, at: int, tense: Tense | None) -> Setting:
        return Setting(
            anchor=self.anchor,
            reference=self.reference,
            day_told=self._day_within(at, _SHORTLY_BEFORE),
            opened=self._day_within(at, _JUST_BEFORE),
            tense=tense,
        )

    def _day_within(self, at: int, reach: int) -> date | None:
        return self._day_told[1] if self._day_told and at - self._day_told[0] <= reach else None

    def _remember(self, at: int, moment: Moment) -> None:
        if moment.grain in _TOLD and moment.day is not None:
            self.reference = moment
            if moment.grain in ("D", "T"):
                self._day_told = (at, moment.day)


def _joined(runs: list[Found], tokens: Tokens) -> list[tuple[Found, ...]]:
    """Runs by twos where a time of day and a day stand together: "9 a.m. on Monday"."""
    groups: list[tuple[Found, ...]] = []
    for run in runs:
        previous = groups[-1][-1] if groups and len(groups[-1]) == 1 else None
        if previous and _belong(previous, run, tokens):
            groups[-1] = (previous, run)
        else:
            groups.append((run,))
    return groups


def _belong(first: Found, second: Found, tokens: Tokens) -> bool:
    link = "".join(token.kind for token in tokens[first.last : second.first])
    rules = {first.rule, second.rule}
    if link not in _LINKS or len(rules & _DAY_RULES) != 1 or len(rules & _HOUR_RULES) != 1:
        return False
    return not any(
        run["which"] and run["which"][0].text in ("this", "last")
        for run in (first, second)
        if run.rule == "part"
    )


def _borrowed_day(group: tuple[Found, ...], following: tuple[Found, ...], tokens: Tokens) -> Found | None:
    """The day of "5 p.m. on Sunday" for the "2 p.m." of "2 p.m. to 5 p.m. on Sunday"."""
    if len(group) != 1 or len(following) != 2 or group[0].rule not in _HOUR_RULES:
        return None
    link = "".join(token.kind for token in tokens[group[0].last : following[0].first])
    return next(run for run in following if run.rule in _DAY_RULES) if link in ("&", "~", "-") else None


def _date_line(runs: Iterable[Found], tokens: Tokens, text: str) -> date | None:
    """The date of a line that is nothing but a full date: when the article was written."""
    for run in runs:
        start, end = tokens[run.first].start, tokens[run.last - 1].end
        line = text[text.rfind("\n", 0, start) + 1 : start] + text[end:].split("\n", 1)[0]
        if (
            run.rule in ("month_day", "day_month", "iso")
            and not line.strip(" .,")
            and (run["year"] or run["iso"])
        ):
            told = read(run, Setting(anchor=None))
            if len(told) == 1 and told[0].moment.day:
                return told[0].moment.day
    return None


def find_in_text(
    text: str, anchor: date | None, tense_at: TenseAt | None = None
) -> tuple[tuple[int, int, Moment], ...]:
    """The times of a text: start and end offset and moment each.

    Args:
        text: Running English text.
        anchor: The day it was published; None leaves what depends on it open.
        tense_at: Tells the tense of the clause at two offsets, where it is known.
    """
    return tuple(_Reader(anchor).find(text, tense_at))


def normalise(phrase: str, anchor: date | None, tense: Tense | None = None) -> Moment | None:
    """The moment that a phrase tells, None if it tells none."""
    found = find_in_text(phrase, anchor, lambda start, end: tense)
    return found[0][2] if found else None


def find_times(paragraphs: tuple[Paragraph, ...], anchor: date | None) -> tuple[Timex, ...]:
    """The times that an article tells, in order. ``anchor`` is its publication date."""
    reader = _Reader(anchor)
    times: list[Timex] = []
    for paragraph in paragraphs:
        for start, end, moment in reader.find(paragraph.text, partial(tense_at, paragraph.doc)):
            span = paragraph.span_at(start, end)
            times.append(Timex(span=span, value=moment.value, earliest=moment.earliest, latest=moment.latest))
    return tuple(times)
