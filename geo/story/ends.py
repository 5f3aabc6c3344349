"""The ends of a trip that one report leaves open and another tells.

Where it began: "Kim will travel from Pyongyang by train to Vladivostok" and, a week later, "Kim stepped off
the train at Khasan". They are one trip if traveller, mode, days and the country of the destination agree.

Where it led: "Kim arrived in Russia on Tuesday" and "Kim met the minister in Khasan on Tuesday". Who is told
to be at a spot in a land on the day on which he came to the land came to that spot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.model import Event, Interval, Journey, Mode, Status
from geo.story.archive import REAL, Archive, unique
from geo.story.containment import contains, deepest, is_point, nested
from geo.story.identity import name_words, same_person
from geo.story.intervals import AHEAD, DATE_LINE_SLACK, period, travel_period


def with_start(journey: Journey, others: Sequence[Journey], archive: Archive) -> Journey:
    """The journey, with the start told by the plan of the same trip if it happened and tells none itself."""
    if journey.from_place or journey.status not in REAL:
        return journey
    plan = next((other for other in others if _announces(other, journey, archive)), None)
    if plan is None:
        return journey
    told = (span for claim in plan.claims if claim.from_place for span in claim.evidence)
    return replace(journey, from_place=plan.from_place, evidence=unique((*journey.evidence, *told)))


def with_goal(journey: Journey, events: Sequence[Event], archive: Archive) -> Journey:
    """The journey, with the spot at which its traveller was on arriving, if it tells no more than a land."""
    goal = archive.place(journey.to_place)
    if goal is None or is_point(goal) or journey.status not in REAL:
        return journey
    seen = [
        (event, place)
        for event in events
        if (place := archive.place(event.place))
        and is_point(place)
        and contains(goal, place)
        and event.status is Status.HAPPENED
        and _same_day(event.time, journey.arrive)
        and any(_is_traveller(name, journey) for name in event.people)
    ]
    spot = deepest(place for _, place in seen)
    if spot is None or not all(nested(place, spot) for _, place in seen):
        return journey
    told = (span for event, _ in seen for span in event.evidence)
    return replace(journey, to_place=spot.id, evidence=unique((*journey.evidence, *told)))


def _announces(plan: Journey, journey: Journey, archive: Archive) -> bool:
    if plan.status not in AHEAD or plan.traveller != journey.traveller:
        return False
    if plan.mode is not journey.mode or plan.mode is Mode.UNKNOWN:
        return False
    return _same_days(plan, journey) and _same_country(plan, journey, archive)


def _same_days(plan: Journey, journey: Journey) -> bool:
    planned = travel_period(plan.depart, plan.arrive)
    happened = travel_period(journey.depart, journey.arrive)
    return bool(planned and happened and planned.overlaps(happened, DATE_LINE_SLACK))


def _same_country(plan: Journey, journey: Journey, archive: Archive) -> bool:
    start, goal = archive.place(plan.from_place), archive.place(plan.to_place)
    reached = archive.place(journey.to_place)
    if start is None or goal is None or reached is None:
        return False
    return goal.country == reached.country != start.country


def _same_day(one: Interval | None, other: Interval | None) -> bool:
    mine, theirs = period(one), period(other)
    return bool(mine and theirs and mine.days <= 2 and theirs.days <= 2 and mine.overlaps(theirs))


def _is_traveller(name: str, journey: Journey) -> bool:
    words = name_words(name)
    known = [name_words(alias) for alias in (journey.traveller, *journey.aliases)]
    return bool(words) and any(other and same_person(words, other) for other in known)
