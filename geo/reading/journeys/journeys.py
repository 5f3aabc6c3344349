"""Journeys: who moves from where to where, how, when and how surely, as one article tells it.

Every journey has at least one literal place and the words that report it. One journey per traveller and goal;
further tellings become claims of the same journey.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from geo.model import Claim, Interval, Journey, Mention, Mode, Place, Status, Timex
from geo.reading.journeys.legs import find_legs
from geo.reading.journeys.telling import Telling, goal_of, source_of
from geo.reading.journeys.tellings import Setting, tell
from geo.reading.journeys.trips import Trip, gather
from geo.reading.parse import Paragraph
from geo.reading.sentences.moments import Moments
from geo.reading.sentences.setting import setting_of
from geo.reading.sentences.status import REAL, SURENESS


def find_journeys(
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Mention],
    places: Sequence[Place],
    times: Sequence[Timex],
    published: date | None = None,
) -> tuple[Journey, ...]:
    """The journeys that one article reports, in text order, with ids "<article>:j1" and on.

    Where the day of publication is known, what the present tense tells of a later day is a plan.
    """
    if not paragraphs or not mentions:
        return ()
    ground, cast = setting_of(tuple(paragraphs), tuple(mentions), tuple(places))
    setting = Setting(ground, cast, Moments(paragraphs, times, published))
    tellings: list[Telling] = []
    for number, paragraph in enumerate(paragraphs):
        for sentence in paragraph.doc.sents:
            legs = find_legs(number, sentence, ground)
            tellings += list(tell(paragraph, legs, setting, tellings))
    trips = gather(tellings, {place.id: place for place in places})
    return tuple(_journey(paragraphs[0].article, n, trip) for n, trip in enumerate(trips, start=1))


def _journey(article: str, number: int, trip: Trip) -> Journey:
    told = _overall([t.leg.status for t in trip.tellings if not _is_weak(t)])
    if told is Status.HAPPENED and _is_begun(trip):
        told = Status.UNDER_WAY
    claims = tuple(_claim(article, telling, told) for telling in trip.tellings)
    who = trip.tellings[0].who
    aliases = dict.fromkeys([*who.names, *(telling.alias for telling in trip.tellings)])
    goal = goal_of(trip.lead)
    return Journey(
        id=f"{article}:j{number}",
        traveller=who.name,
        aliases=tuple(alias for alias in aliases if alias != who.name),
        companions=tuple(dict.fromkeys(name for telling in trip.tellings for name in telling.companions)),
        status=told or Status.HAPPENED,
        evidence=tuple(dict.fromkeys(span for claim in claims for span in claim.evidence)),
        claims=claims,
        mode=next((claim.mode for claim in claims if claim.mode is not Mode.UNKNOWN), Mode.UNKNOWN),
        from_place=next((claim.from_place for claim in claims if claim.from_place not in {None, goal}), None),
        to_place=goal,
        via=tuple(dict.fromkeys(place for claim in claims for place in claim.via)),
        depart=_best(claim.depart for claim in claims),
        arrive=_best(claim.arrive for claim in claims),
    )


def _is_begun(trip: Trip) -> bool:
    """Whether the setting off is told as done and the arrival as still to come."""
    arrivals = [t for t in trip.tellings if t.goal is not None]
    return bool(arrivals) and all(t.leg.status is Status.PLANNED for t in arrivals)


def _is_weak(telling: Telling) -> bool:
    """Whether a noun takes the movement as known: "the visit to Paris" may be one still to come."""
    return telling.leg.trigger.pos_ == "NOUN" and telling.leg.status is Status.HAPPENED


def _claim(article: str, telling: Telling, told: Status | None) -> Claim:
    """What one telling claims; ``told`` is how real the trip is, ``None`` where nothing says so."""
    goal, source = goal_of(telling), source_of(telling)
    leaves = telling.leg.frame.setting_off or goal is None
    return Claim(
        article=article,
        status=_claimed(telling, told),
        evidence=(telling.span,),
        mode=telling.leg.mode,
        from_place=source if source != goal else None,
        to_place=goal,
        via=tuple(spot.place for spot in telling.leg.via if spot.place not in {goal, source}),
        depart=telling.when if leaves else None,
        arrive=None if leaves else telling.when,
    )


def _claimed(telling: Telling, told: Status | None) -> Status:
    """How real a telling is: as the trip, where a noun takes it as known or it is a start of one not over."""
    started = told is Status.UNDER_WAY and telling.goal is None and telling.leg.status is Status.HAPPENED
    return told if told is not None and (started or _is_weak(telling)) else telling.leg.status


def _overall(told: Sequence[Status]) -> Status | None:
    """The surest status told; a plan that is denied is off. ``None`` where nothing is told."""
    surest = min(told, key=SURENESS.index, default=None)
    return surest if surest in REAL or Status.DENIED not in told else Status.DENIED


def _best(intervals: Iterable[Interval | None]) -> Interval | None:
    """The first time that is resolved to dates, else the first told."""
    told = [interval for interval in intervals if interval is not None]
    return next((interval for interval in told if interval.earliest is not None), told[0] if told else None)
