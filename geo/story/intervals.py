"""Reported times beside each other: which can be one time, which is more precise. Pure date arithmetic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from geo.model import Interval, Status

DATE_LINE_SLACK = 1
"""Days by which a local date and a UTC date, or dates on two sides of an ocean, differ."""
AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE, Status.PROPOSED})
_RECENT = 7
_FIRST, _LAST = 0, date.max.toordinal() + 1


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole days by their ordinals, both ends inclusive; an open end reaches as far as dates go."""

    first: int
    last: int

    def overlaps(self, other: Period, slack: int = 0) -> bool:
        """Whether the two share a day, give or take ``slack`` days."""
        return self.first - slack <= other.last and other.first - slack <= self.last

    @property
    def days(self) -> int:
        """How many days it spans."""
        return self.last - self.first + 1


def period(interval: Interval | None) -> Period | None:
    """The days of a reported time; ``None`` if neither end is told."""
    if interval is None or (interval.earliest is None and interval.latest is None):
        return None
    first = _ordinal(interval.earliest) if interval.earliest else _FIRST
    last = _ordinal(interval.latest) if interval.latest else _LAST
    return Period(min(first, last), max(first, last))


def travel_period(depart: Interval | None, arrive: Interval | None) -> Period | None:
    """The days that a journey takes, from the departure to the arrival, as far as either is told."""
    told = [days for days in (period(depart), period(arrive)) if days is not None]
    return Period(min(days.first for days in told), max(days.last for days in told)) if told else None


def implied_period(status: Status, published: str | None) -> Period | None:
    """The days that a claim without a time leaves open: what is planned is ahead of its publication."""
    if published is None:
        return None
    day = _ordinal(published)
    if status in AHEAD:
        return Period(day - DATE_LINE_SLACK, _LAST)
    if status is Status.UNDER_WAY:
        return Period(day - _RECENT, day + _RECENT)
    return Period(_FIRST, day + DATE_LINE_SLACK)


def narrowest(intervals: Iterable[Interval | None]) -> Interval | None:
    """The most precise of several reported times; of equals the one most told, then the first."""
    reported = [interval for interval in intervals if interval is not None]
    support = Counter(map(period, reported))

    def merit(interval: Interval) -> tuple[int, int]:
        days = period(interval)
        return (days.days if days else _LAST + 1, -support[days])

    return min(reported, key=merit, default=None)


def _ordinal(moment: str) -> int:
    return date.fromisoformat(moment[:10]).toordinal()
