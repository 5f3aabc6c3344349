"""One axis for 1948 and last Tuesday: story minutes to seconds of play. Knows spans of time, no journeys.

Days on which something moves take long, days on which something is dated take less, days inside a long
journey a little, and days with nothing are folded. Inside a stretch the axis is linear. The same axis lays
out the timeline and paces the clock, so that the playhead moves evenly.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from geo.stage.timing import MINUTES_PER_DAY

MOVING_SECONDS = 6.0
DATED_SECONDS = 1.6
PASSING_SECONDS = 0.35
FOLD_SECONDS = 0.7
FOLD_DAYS = 2
"""An idle stretch of at least so many days is folded; a shorter one keeps its days."""
PRECISE_DAYS = 5
"""A journey of at most so many days is watched in full; a longer one passes."""
BACKGROUND_SHARE = 0.25
"""What is older than the story itself takes up at most so much of the axis."""
SHORTEST_PLAY, LONGEST_PLAY = 14.0, 150.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Stops of ``(minutes, seconds of play)``, both rising, linear in between; ``folds`` index the folded."""

    stops: tuple[tuple[float, float], ...]
    folds: tuple[int, ...]

    @property
    def seconds(self) -> float:
        """How long the story plays at speed 1."""
        return self.stops[-1][1] - self.stops[0][1] if self.stops else 0.0


def build_axis(
    moving: Iterable[tuple[float, float]],
    dated: Iterable[tuple[float, float]],
    *,
    present: float | None = None,
) -> Axis:
    """The axis of these spans, in minutes: ``moving`` are journeys, ``dated`` events and publications.

    What lies before ``present`` is background, and gets a quarter of the axis at most.
    """
    weights: dict[int, float] = {}
    for early, late in moving:
        days = _days(early, late)
        _weigh(weights, days, MOVING_SECONDS if len(days) <= PRECISE_DAYS else PASSING_SECONDS)
    for early, late in dated:
        days = _days(early, late)
        if len(days) <= PRECISE_DAYS:
            _weigh(weights, days, DATED_SECONDS)
        else:
            _weigh(weights, range(days.start, days.start + 1), PASSING_SECONDS)
            _weigh(weights, range(days.stop - 1, days.stop), PASSING_SECONDS)
    if not weights:
        return Axis(stops=(), folds=())
    stops, folds = _laid_out(weights)
    return _scaled(stops if present is None else _set_back(stops, present), folds)


def _days(early: float, late: float) -> range:
    """Days touched, counted from the epoch; a span of more than a year touches its two ends."""
    first = math.floor(early / MINUTES_PER_DAY)
    last = max(first + 1, math.ceil(late / MINUTES_PER_DAY))
    return range(first, last)


def _weigh(weights: dict[int, float], days: range, seconds: float) -> None:
    if len(days) > 400:  # years: its ends show where it lies, its inside is as idle as the rest
        for day in (days[0], days[-1]):
            weights[day] = max(weights.get(day, 0.0), seconds)
        return
    for position, day in enumerate(days):
        is_end = position in (0, len(days) - 1)
        share = DATED_SECONDS if is_end and seconds == PASSING_SECONDS and len(days) > 1 else seconds
        weights[day] = max(weights.get(day, 0.0), share)


def _laid_out(weights: dict[int, float]) -> tuple[list[tuple[float, float]], list[int]]:
    ordered = sorted(weights)
    second = 0.0
    stops, folds = [(ordered[0] * MINUTES_PER_DAY, second)], []
    previous = ordered[0] - 1
    for day in ordered:
        idle = day - previous - 1
        if idle:
            if idle >= FOLD_DAYS:
                folds.append(len(stops) - 1)
            second += FOLD_SECONDS if idle >= FOLD_DAYS else PASSING_SECONDS
            stops.append((day * MINUTES_PER_DAY, second))
        second += weights[day]
        stops.append(((day + 1) * MINUTES_PER_DAY, second))
        previous = day
    return stops, folds


def _set_back(stops: list[tuple[float, float]], present: float) -> list[tuple[float, float]]:
    """The stops, those before the day of ``present`` closer together if they take up too much."""
    day = math.floor(present / MINUTES_PER_DAY) * MINUTES_PER_DAY
    background = max((second for minute, second in stops if minute <= day), default=0.0)
    rest = stops[-1][1] - background
    most = rest * BACKGROUND_SHARE / (1 - BACKGROUND_SHARE)
    if not 0 < most < background:
        return stops
    return [
        (minute, second * most / background if minute <= day else second - background + most)
        for minute, second in stops
    ]


def _scaled(stops: list[tuple[float, float]], folds: list[int]) -> Axis:
    total = stops[-1][1]
    scale = min(max(total, SHORTEST_PLAY), LONGEST_PLAY) / total
    scaled = tuple((minute, round(second * scale, 5)) for minute, second in stops)
    return Axis(stops=scaled, folds=tuple(folds))
