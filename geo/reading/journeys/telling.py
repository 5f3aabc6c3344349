"""What one sentence tells of one movement to one goal, as a value."""

from __future__ import annotations

from dataclasses import dataclass

from geo.model import Interval, Span
from geo.reading.journeys.legs import Leg
from geo.reading.sentences.ground import Spot
from geo.reading.sentences.referents import Referent
from geo.reading.sentences.status import REAL


@dataclass(slots=True, eq=False)
class Telling:
    """A leg to one goal, with its traveller, time and words. Without a goal and a source it is loose."""

    who: Referent
    alias: str
    leg: Leg
    goal: Spot | None
    source: Spot | None
    when: Interval | None
    span: Span
    companions: tuple[str, ...] = ()

    @property
    def is_loose(self) -> bool:
        """Whether it names no place and only adds to a journey told nearby ("boarded his train")."""
        return self.goal is None and self.source is None

    @property
    def is_real(self) -> bool:
        """Whether it tells a fact rather than a plan."""
        return self.leg.status in REAL


def goal_of(telling: Telling) -> str | None:
    """Id of the place that a telling leads to."""
    return telling.goal.place if telling.goal is not None else None


def source_of(telling: Telling) -> str | None:
    """Id of the place that a telling leads from."""
    return telling.source.place if telling.source is not None else None
