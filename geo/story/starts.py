"""The start of a trip that one report announces and another sees under way.

"Kim will travel from Pyongyang by train to Vladivostok" and, a week later, "Kim stepped off the train at
Khasan": the second does not say where the train came from, the first does. They are one trip if traveller,
mode, days and the country of the destination agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.model import Journey, Mode
from geo.story.archive import REAL, Archive, unique
from geo.story.intervals import AHEAD, DATE_LINE_SLACK, travel_period


def with_start(journey: Journey, others: Sequence[Journey], archive: Archive) -> Journey:
    """The journey, with the start told by the plan of the same trip if it happened and tells none itself."""
    if journey.from_place or journey.status not in REAL:
        return journey
    plan = next((other for other in others if _announces(other, journey, archive)), None)
    if plan is None:
        return journey
    told = (span for claim in plan.claims if claim.from_place for span in claim.evidence)
    return replace(journey, from_place=plan.from_place, evidence=unique((*journey.evidence, *told)))


def _announces(plan: Journey, journey: Journey, archive: Archive) -> bool:
    if plan.status not in AHEAD or plan.traveller != journey.traveller:
        return False
    return (
        plan.mode is journey.mode is not Mode.UNKNOWN
        and _same_days(plan, journey)
        and _same_country(plan, journey, archive)
    )


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
