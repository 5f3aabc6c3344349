"""When a journey or an event is on stage: reported intervals to minutes. Knows no map and no screen.

Minutes are counted from an epoch near the end of the story (see ``epoch_for``), because deck.gl keeps times
as 32-bit floats: counted from 1970 they would step by two minutes, counted from 1948 by four.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from geo.model import Interval, Journey, Mode

MINUTES_PER_DAY = 1440.0
FINE_MINUTES = 2.0**20
"""About two years: this far from the epoch a 32-bit float still tells an eighth of a minute."""
VAGUE_MINUTES = 3 * MINUTES_PER_DAY
"""A time known to three days or worse says "some time within", not "on"."""

NOMINAL_KM_PER_HOUR = {
    Mode.RAIL: 45.0,
    Mode.ROAD: 60.0,
    Mode.SEA: 28.0,
    Mode.AIR: 800.0,
    Mode.FOOT: 4.5,
    Mode.UNKNOWN: 60.0,
}
"""Usual door-to-door speeds. They only shape the haze where one end of a journey has no reported time."""
SHORTEST_MINUTES = 90.0


class Known(StrEnum):
    """Which times of a journey are reported; decides what is solid motion and what fades."""

    BOTH = "both"
    DEPARTURE = "departure"
    ARRIVAL = "arrival"
    WITHIN = "within"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A reported time in minutes from the epoch, ``early <= late``."""

    early: float
    late: float

    @property
    def middle(self) -> float:
        """The moment that stands for the window."""
        return (self.early + self.late) / 2

    @property
    def width(self) -> float:
        """How vague the time is."""
        return self.late - self.early


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A journey in time: it moves from ``start`` to ``end``; it took place within ``early`` to ``late``."""

    start: float
    end: float
    early: float
    late: float
    known: Known


def moment(text: str, *, is_latest: bool) -> datetime | None:
    """The first (or just past the last) moment of an ISO date or date-time; ``None`` if it is neither."""
    try:
        parsed = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
    whole_day = len(text) <= len("2023-09-10")
    return parsed + timedelta(days=1) if is_latest and whole_day else parsed


def bounds(interval: Interval | None) -> tuple[datetime, datetime] | None:
    """Both ends of a reported time; one missing end takes the other's day."""
    if interval is None:
        return None
    first = interval.earliest or interval.latest
    last = interval.latest or interval.earliest
    if first is None or last is None:
        return None
    early, late = moment(first, is_latest=False), moment(last, is_latest=True)
    if early is None or late is None or late < early:
        return None
    return early, late


def epoch_for(moments: Iterable[datetime]) -> datetime:
    """Midnight of the first moment within two years of the last: where minutes are counted from."""
    known = sorted(moments)
    if not known:
        return datetime.fromisoformat("2000-01-01")
    near = known[-1] - timedelta(minutes=FINE_MINUTES)
    first = next(when for when in known if when >= near)
    return first.replace(hour=0, minute=0, second=0, microsecond=0)


def minutes(when: datetime, epoch: datetime) -> float:
    """Minutes from the epoch, negative before it."""
    return (when - epoch).total_seconds() / 60


def window(interval: Interval | None, epoch: datetime) -> Window | None:
    """A reported time in minutes, ``None`` if the source gives none."""
    ends = bounds(interval)
    if ends is None:
        return None
    return Window(early=minutes(ends[0], epoch), late=minutes(ends[1], epoch))


def nominal_minutes(journey: Journey) -> float:
    """How long a journey of that mode and length usually takes; 0 for a visit that only names where to."""
    if not journey.path or journey.path_km is None:
        return 0.0
    return max(SHORTEST_MINUTES, 60 * journey.path_km / NOMINAL_KM_PER_HOUR[journey.mode])


def run(journey: Journey, epoch: datetime) -> Run | None:
    """When the journey moves, ``None`` if no article dates it."""
    depart, arrive = window(journey.depart, epoch), window(journey.arrive, epoch)
    length = nominal_minutes(journey)
    if depart is not None and arrive is not None and depart != arrive:
        return _between(depart, arrive, length)
    only = depart or arrive
    if only is None:
        return None
    if depart == arrive or only.width >= VAGUE_MINUTES or length == 0.0:
        return _within(only)
    if arrive is None:
        start, end, known = only.middle, only.middle + length, Known.DEPARTURE
    else:
        start, end, known = only.middle - length, only.middle, Known.ARRIVAL
    return Run(start=start, end=end, early=min(start, only.early), late=max(end, only.late), known=known)


def _between(depart: Window, arrive: Window, length: float) -> Run:
    start, end = depart.middle, arrive.middle
    if end <= start:  # the same vague days for both ends: the order is all that is known
        start, end = depart.early, max(arrive.late, depart.early + length)
    early, late = min(depart.early, start), max(arrive.late, end)
    return Run(start=start, end=end, early=early, late=late, known=Known.BOTH)


def _within(only: Window) -> Run:
    return Run(start=only.early, end=only.late, early=only.early, late=only.late, known=Known.WITHIN)
