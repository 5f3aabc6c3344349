"""Journeys told by several articles, as one each: which tellings are one movement, and what it then is.

Two tellings are one movement if traveller, ends, mode and time can all be the same. A telling with a vague
end ("arrived in Russia") joins the best movement that it fits; it never makes a plan for a town a fact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from geo.model import Claim, Event, Interval, Journey, Mode, Place, Status
from geo.story.archive import REAL, Archive, overall_status, unique
from geo.story.containment import deepest, is_point, nested
from geo.story.ends import with_goal, with_start
from geo.story.identity import Traveller, best_name, identify
from geo.story.intervals import AHEAD, DATE_LINE_SLACK, Period, implied_period, narrowest, travel_period
from geo.story.slugs import numbered, slug

PRONOUNS = frozenset(
    {"he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "who", "i", "we"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """A journey as one article has it, with what comparing needs."""

    journey: Journey
    person: int
    origin: Place | None
    goal: Place | None
    told: Period | None
    implied: Period | None

    @property
    def days(self) -> Period | None:
        return self.told or self.implied

    @property
    def ahead(self) -> bool:
        return self.journey.status in AHEAD


def merge_journeys(
    journeys: Sequence[Journey], archive: Archive, events: Sequence[Event] = ()
) -> tuple[Journey, ...]:
    """One journey for each movement, in order of time, with all claims kept.

    Ends that no claim of a journey tells come from its plan, and from the events that its traveller was at.
    """
    travellers = [
        Traveller(journey.claims[0].article, (journey.traveller, *journey.aliases), len(journey.evidence))
        for journey in journeys
    ]
    people = identify(travellers)
    tellings = [_telling(journey, person, archive) for journey, person in zip(journeys, people, strict=True)]
    by_person: dict[int, list[list[_Telling]]] = {}
    for telling in sorted(tellings, key=lambda telling: _certainty(telling, archive)):
        movements = by_person.setdefault(telling.person, [])
        fitting = [movement for movement in movements if _fits(telling, movement)]
        if _is_tour(telling, fitting):
            fitting = [movement for movement in fitting if _is_same_goal(telling, movement)]
        if fitting:
            max(fitting, key=lambda movement: _likeness(telling, movement)).append(telling)
        else:
            movements.append([telling])
    names = _names(tellings)
    merged = [
        _merged(movement, names[person], archive)
        for person, movements in by_person.items()
        for movement in movements
    ]
    begun = [with_start(journey, merged, archive) for journey in merged]
    return _with_ids([with_goal(journey, events, archive) for journey in begun], archive)


def _telling(journey: Journey, person: int, archive: Archive) -> _Telling:
    return _Telling(
        journey=journey,
        person=person,
        origin=archive.place(journey.from_place),
        goal=archive.place(journey.to_place),
        told=travel_period(journey.depart, journey.arrive),
        implied=implied_period(journey.status, archive.published(journey.claims[0])),
    )


def _certainty(telling: _Telling, archive: Archive) -> tuple[object, ...]:
    """Clear tellings first, so that vague ones find them: a town before a land, dated before undated."""
    return (
        not is_point(telling.goal),
        telling.goal is None,
        telling.told is None,
        archive.order(telling.journey.claims[0]),
    )


def _fits(telling: _Telling, movement: Sequence[_Telling]) -> bool:
    if any(not _can_be_one(telling, other) for other in movement):
        return False
    if is_point(telling.goal) or telling.goal is None or telling.journey.status not in REAL:
        return True
    # "arrived in Russia" says of no town in Russia that it was reached: it needs a telling that does
    reached = [other for other in movement if is_point(other.goal)]
    return not reached or any(other.journey.status in REAL for other in reached)


def _is_tour(telling: _Telling, fitting: Sequence[Sequence[_Telling]]) -> bool:
    """Whether its article lists several stops in its wide goal in one breath: none of them is all of it."""
    if telling.goal is None or is_point(telling.goal):
        return False
    article = telling.journey.claims[0].article
    listed = Counter(
        span
        for movement in fitting
        for other in movement
        if is_point(other.goal) and other.journey.claims[0].article == article
        for span in other.journey.evidence
    )
    return max(listed.values(), default=0) > 1


def _is_same_goal(telling: _Telling, movement: Sequence[_Telling]) -> bool:
    return any(other.journey.to_place == telling.journey.to_place for other in movement)


def _can_be_one(a: _Telling, b: _Telling) -> bool:
    """Whether two tellings of one traveller can be of one movement."""
    if _are_two_stops(a, b):
        return False
    return _ends_agree(a, b) and _modes_agree(a, b) and _times_agree(a, b)


def _are_two_stops(a: _Telling, b: _Telling) -> bool:
    """Whether one article tells two spots, such as a city and a pier in it, without a day that they share."""
    one_article = a.journey.claims[0].article == b.journey.claims[0].article
    two_points = is_point(a.goal) and is_point(b.goal) and a.goal != b.goal
    same_days = a.told is not None and b.told is not None and a.told.overlaps(b.told)
    return one_article and two_points and not same_days


def _ends_agree(a: _Telling, b: _Telling) -> bool:
    if a.goal is None or b.goal is None:
        return a.origin is not None and b.origin is not None and nested(a.origin, b.origin)
    return nested(a.goal, b.goal) and nested(a.origin, b.origin)


def _modes_agree(a: _Telling, b: _Telling) -> bool:
    modes = {a.journey.mode, b.journey.mode} - {Mode.UNKNOWN}
    return len(modes) < 2


def _times_agree(a: _Telling, b: _Telling) -> bool:
    for past, plan in ((a, b), (b, a)):
        undated = past.told is None and past.journey.status is Status.HAPPENED
        if plan.ahead and undated:  # a visit of some past day is not the plan come true
            return False
        if plan.ahead and past.journey.status in REAL and plan.days is None:  # planned, nobody knows when
            return False
    if a.days is None or b.days is None:
        return True
    return a.days.overlaps(b.days, DATE_LINE_SLACK)


def _likeness(telling: _Telling, movement: Sequence[_Telling]) -> float:
    """How well a telling fits a movement that it can be part of."""
    return max(_pair_likeness(telling, other) for other in movement) + 0.1 * min(len(movement), 9)


def _pair_likeness(a: _Telling, b: _Telling) -> float:
    likeness = 4.0 * (a.journey.to_place == b.journey.to_place)
    likeness += 3.0 * (a.told is not None and b.told is not None) + 2.0 * (a.ahead == b.ahead)
    likeness += (a.journey.mode == b.journey.mode) + (a.origin is not None and b.origin is not None)
    if a.days and b.days and not a.ahead:  # of several past visits, the last before publication
        likeness -= abs(a.days.last - b.days.last) / 36_500
    return likeness


def _names(tellings: Iterable[_Telling]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    for telling in tellings:
        journey = telling.journey
        told = [journey.traveller] * len(journey.claims) + list(journey.aliases)
        names.setdefault(telling.person, []).extend(told)
    return names


def _merged(movement: Sequence[_Telling], names: Sequence[str], archive: Archive) -> Journey:
    tellings = sorted(movement, key=lambda telling: archive.order(telling.journey.claims[0]))
    journeys = [telling.journey for telling in tellings]
    claims = sorted((claim for journey in journeys for claim in journey.claims), key=archive.order)
    status = overall_status(claims, archive)
    first = [journey for journey in journeys if journey.status is status] or journeys
    by_rank = [*first, *(journey for journey in journeys if journey not in first)]
    name = best_name(names)
    goal = deepest(archive.place(claim.to_place) for claim in _best(claims, status, "to_place"))
    origin = deepest(archive.place(claim.from_place) for claim in _best(claims, status, "from_place"))
    return Journey(
        id="",
        traveller=name,
        status=status,
        evidence=unique(span for claim in claims for span in claim.evidence),
        claims=tuple(claims),
        aliases=_aliases(names, name),
        companions=unique(companion for journey in by_rank for companion in journey.companions),
        mode=_mode(journeys),
        from_place=origin.id if origin else None,
        to_place=goal.id if goal else None,
        via=_via(by_rank, origin, goal),
        depart=_time(by_rank, first, lambda journey: journey.depart),
        arrive=_time(by_rank, first, lambda journey: journey.arrive),
    )


def _aliases(names: Sequence[str], name: str) -> tuple[str, ...]:
    """The other words for a traveller, in alphabetical order; pronouns are anyone's."""
    others = (alias for alias in set(names) - {name} if alias.casefold() not in PRONOUNS)
    return tuple(sorted(others, key=lambda alias: (alias.casefold(), alias)))


def _best(claims: Sequence[Claim], status: Status, field: str) -> Sequence[Claim]:
    """The claims that tell a field: those of the overall status, or else all."""
    telling = [claim for claim in claims if getattr(claim, field)]
    return [claim for claim in telling if claim.status is status] or telling


def _mode(journeys: Sequence[Journey]) -> Mode:
    told = Counter(journey.mode for journey in journeys if journey.mode is not Mode.UNKNOWN)
    return max(told, key=lambda mode: (told[mode], mode)) if told else Mode.UNKNOWN


def _via(journeys: Iterable[Journey], origin: Place | None, goal: Place | None) -> tuple[str, ...]:
    ends = {place.id for place in (origin, goal) if place}
    return unique(stop for journey in journeys for stop in journey.via if stop not in ends)


def _time(
    journeys: Sequence[Journey], first: Sequence[Journey], of: Callable[[Journey], Interval | None]
) -> Interval | None:
    return narrowest(map(of, first)) or narrowest(map(of, journeys))


def _with_ids(journeys: Iterable[Journey], archive: Archive) -> tuple[Journey, ...]:
    """The journeys in the order in which they took place, undated ones last, each with a readable id."""
    ordered = sorted(journeys, key=lambda journey: _when(journey, archive))
    wanted = [_wanted_id(journey, archive) for journey in ordered]
    return tuple(replace(journey, id=name) for journey, name in zip(ordered, numbered(wanted), strict=True))


def _when(journey: Journey, archive: Archive) -> tuple[object, ...]:
    days = travel_period(journey.depart, journey.arrive)
    when = (days.first, days.last) if days else None
    return (when is None, when, archive.order(journey.claims[0]))


def _wanted_id(journey: Journey, archive: Archive) -> str:
    goal = archive.place(journey.to_place)
    start = archive.place(journey.from_place)
    way = f"to {goal.name}" if goal else f"from {start.name}" if start else ""
    return slug(f"{journey.traveller} {way}")
