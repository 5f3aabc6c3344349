"""Plans that facts overtook: who is known to travel elsewhere no longer moves as a plan had it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from geo.model import Journey, Status
from geo.stage.frame import Row
from geo.stage.standing import FACTUAL
from geo.stage.timing import Known, Run


def overtakers(journeys: Sequence[Journey], runs: Mapping[str, Run | None]) -> dict[str, list[Row]]:
    """By plan: the facts that overtook it, ``{"by": journey id, "minute": ...}``, the earliest first.

    From that minute on the plan is what was said, and no traveller moves along it: its traveller is under way
    on another journey, or was by then. A fact that ends before the plan's time begins, or from whose end the
    plan goes on, leaves the plan as it is.
    """
    facts = [journey for journey in journeys if journey.status in FACTUAL]
    plans = [journey for journey in journeys if journey.status not in FACTUAL | {Status.DENIED}]
    found: dict[str, list[Row]] = {plan.id: [] for plan in plans}
    for plan, fact in product(plans, facts):
        planned, done = runs[plan.id], runs[fact.id]
        if planned is None or done is None or not _is_same_person(plan, fact):
            continue
        goes_on = plan.from_place is not None and plan.from_place == fact.to_place
        if not goes_on and done.start < planned.end and done.end > planned.start:
            found[plan.id].append({"by": fact.id, "minute": _known_since(done)})
    return {plan: sorted(rows, key=lambda row: (row["minute"], row["by"])) for plan, rows in found.items()}


def _is_same_person(plan: Journey, fact: Journey) -> bool:
    return plan.traveller in (fact.traveller, *fact.companions)


def _known_since(done: Run) -> float:
    """When the traveller is surely on the way: of a journey some time within days, only at their end."""
    return done.end if done.known is Known.WITHIN else done.start
