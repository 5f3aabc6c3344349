"""Journeys: who moves from where to where, how, when and how surely, as one article tells it.

Every journey has at least one literal place and the words that report it. One journey per traveller and goal;
further tellings become claims of the same journey.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from geo.model import Claim, Interval, Journey, Mention, Mode, Place, Status, Timex
from geo.reading.journeys.legs import find_legs
from geo.reading.journeys.tellings import Telling, goal_of, source_of, tell
from geo.reading.journeys.trips import Trip, gather
from geo.reading.parse import Paragraph
from geo.reading.sentences.moments import Moments
from geo.reading.sentences.setting import setting_of
from geo.reading.sentences.status import REAL

_SURENESS = (
    Status.HAPPENED,
    Status.UNDER_WAY,
    Status.PLANNED,
    Status.POSSIBLE,
    Status.PROPOSED,
    Status.DENIED,
)


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
    moments = Moments(paragraphs, times, published)
    tellings: list[Telling] = []
    for number, paragraph in enumerate(paragraphs):
        for sentence in paragraph.doc.sents:
            legs = find_legs(number, sentence, ground)
            tellings += list(tell(paragraph, legs, cast, moments, tellings))
    trips = gather(tellings, {place.id: place for place in places})
    return tuple(_journey(paragraphs[0].article, n, trip) for n, trip in enumerate(trips, start=1))


def _journey(article: str, number: int, trip: Trip) -> Journey:
    claims = tuple(_claim(article, telling) for telling in trip.tellings)
    who = trip.tellings[0].who
    aliases = dict.fromkeys([*who.names, *(telling.alias for telling in trip.tellings)])
    goal = goal_of(trip.lead)
    return Journey(
        id=f"{article}:j{number}",
        traveller=who.name,
        aliases=tuple(alias for alias in aliases if alias != who.name),
        companions=tuple(dict.fromkeys(name for telling in trip.tellings for name in telling.companions)),
        status=_overall(claims),
        evidence=tuple(dict.fromkeys(span for claim in claims for span in claim.evidence)),
        claims=claims,
        mode=next((claim.mode for claim in claims if claim.mode is not Mode.UNKNOWN), Mode.UNKNOWN),
        from_place=next((claim.from_place for claim in claims if claim.from_place not in {None, goal}), None),
        to_place=goal,
        via=tuple(dict.fromkeys(place for claim in claims for place in claim.via)),
        depart=_best(claim.depart for claim in claims),
        arrive=_best(claim.arrive for claim in claims),
    )


def _claim(article: str, telling: Telling) -> Claim:
    goal, source = goal_of(telling), source_of(telling)
    leaves = telling.leg.frame.setting_off or goal is None
    return Claim(
        article=article,
        status=telling.leg.status,
        evidence=(telling.span,),
        mode=telling.leg.mode,
        from_place=source if source != goal else None,
        to_place=goal,
        via=tuple(spot.place for spot in telling.leg.via if spot.place not in {goal, source}),
        depart=telling.when if leaves else None,
        arrive=None if leaves else telling.when,
    )


def _overall(claims: Sequence[Claim]) -> Status:
    """The surest status told; a plan that is denied and not told again after that is off."""
    surest = min((claim.status for claim in claims), key=_SURENESS.index)
    if surest in REAL:
        return surest
    denied = any(claim.status is Status.DENIED for claim in claims)
    return Status.DENIED if denied and claims[-1].status is not Status.PLANNED else surest


def _best(intervals: Iterable[Interval | None]) -> Interval | None:
    """The first time that is resolved to dates, else the first told."""
    told = [interval for interval in intervals if interval is not None]
    return next((interval for interval in told if interval.earliest is not None), told[0] if told else None)
