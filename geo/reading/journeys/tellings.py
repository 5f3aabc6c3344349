"""Legs with their travellers, times and words: what one sentence tells of one movement to one goal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Token

from geo.model import Mode, Span, Status
from geo.reading.journeys.legs import Leg, extent
from geo.reading.journeys.origins import chained, comes_before, left_at
from geo.reading.journeys.stays import stayed_at
from geo.reading.journeys.telling import Telling
from geo.reading.journeys.who import alias_of, companion_names, mode_of_craft, traveller_of
from geo.reading.parse import Paragraph, offsets
from geo.reading.sentences.clauses import children
from geo.reading.sentences.ground import Ground, Spot
from geo.reading.sentences.moments import Moments
from geo.reading.sentences.referents import Referent
from geo.reading.sentences.status import REAL
from geo.reading.sentences.travellers import Cast
from geo.reading.words import words

_BEGINNING = words("begin start make pay open launch undertake")


class Setting(NamedTuple):
    """What a sentence is read against: the ground, the cast and the times of its article."""

    ground: Ground
    cast: Cast
    moments: Moments


def tell(
    paragraph: Paragraph, legs: Iterable[Leg], setting: Setting, before: Sequence[Telling] = ()
) -> list[Telling]:
    """What the legs of one sentence tell, in text order; unknown and general travellers are left out.

    ``before`` are the tellings of the sentences before: where they leave a traveller, the next leg may start.
    """
    told = list(_tell_each(paragraph, legs, setting, before))
    for one in told:
        start = next((other.source or other.goal for other in told if comes_before(other, one)), None)
        if one.source is None and start is not None:
            one.source = start
    return told


def _tell_each(
    paragraph: Paragraph, legs: Iterable[Leg], setting: Setting, before: Sequence[Telling]
) -> Iterator[Telling]:
    cast, moments = setting.cast, setting.moments
    previous: Telling | None = None
    strangers: dict[int, Referent] = {}
    for told in legs:
        leg = told
        who = traveller_of(leg, cast)
        if who is not None and cast.who(leg.paragraph, leg.traveller) is None:
            who = strangers.setdefault(leg.traveller.i, who)
        if who is not None and not leg.goals and _is_homeward(leg.trigger) and who.home is not None:
            leg = replace(leg, goals=(replace(who.home, paragraph=-1),))
        if who is None or not (leg.placed or _is_start(leg) or leg.is_called_off):
            _add_way(previous, leg, who)
            continue
        if leg.mode is Mode.UNKNOWN and who.kind == "craft":
            leg = replace(leg, mode=mode_of_craft(who))
        when = moments.of(leg.paragraph, leg.trigger)
        if leg.status in REAL and moments.is_to_come(when, _verb_of(leg.trigger)):
            leg = replace(leg, status=Status.PLANNED)
        for step, start in _steps(leg, _source(leg, who, setting, previous, before)):
            for goal in step.goals or (None,):
                previous = Telling(
                    who=who,
                    alias=alias_of(leg) if leg.traveller != leg.trigger else who.name,
                    leg=step,
                    goal=goal,
                    source=start,
                    when=when,
                    span=_words(paragraph, step),
                    companions=tuple(dict.fromkeys(companion_names(leg, cast, who))),
                )
                yield previous


def _source(
    leg: Leg, who: Referent, setting: Setting, previous: Telling | None, before: Sequence[Telling]
) -> Spot | None:
    """Where a leg begins: as its words say, else where the text has the traveller just before."""
    if leg.sources:
        return leg.sources[0]
    ground, cast = setting.ground, setting.cast
    found = chained(previous, leg, who, ground) or stayed_at(leg, who, ground, cast)
    if found is None and (previous is None or previous.who is not who):
        found = left_at(before, leg, who, ground)
    return None if found is None or any(ground.is_within(found, goal) for goal in leg.goals) else found


def _steps(leg: Leg, source: Spot | None) -> Iterator[tuple[Leg, Spot | None]]:
    """A leg, and those that the same verb goes on to, each with where it starts."""
    yield leg, source
    last = leg.goals[-1] if leg.goals else None
    for goals in leg.onward:
        yield replace(leg, goals=goals, sources=(), via=()), last
        last = goals[-1]


def _add_way(previous: Telling | None, leg: Leg, who: Referent | None) -> None:
    """Give the way of travel of "..., travelling by train" to the leg that it goes with."""
    if previous is None or previous.who is not who or leg.trigger.dep_ not in {"advcl", "acl"}:
        return
    if leg.vehicle is not None and previous.leg.mode is Mode.UNKNOWN:
        previous.leg = replace(previous.leg, mode=leg.mode)


def _verb_of(trigger: Token) -> Token:
    """The verb whose tense tells when: of "begins a visit to Paris on Monday", "begins"."""
    begun = trigger.pos_ == "NOUN" and trigger.dep_ == "dobj" and trigger.head.lemma_ in _BEGINNING
    return trigger.head if begun else trigger


def _is_homeward(trigger: Token) -> bool:
    """Whether one goes home, without a word of where that is: "the Italian band returned home"."""
    return any(c.lower_ == "home" for c in children(trigger, "advmod", "npadvmod"))


def _words(paragraph: Paragraph, leg: Leg) -> Span:
    start, end = extent(leg)
    first, last = paragraph.doc[start], paragraph.doc[end - 1]
    return paragraph.span_at(offsets(first)[0], offsets(last)[1])


def _is_start(leg: Leg) -> bool:
    """Whether a leg without a place still tells how or when a journey begins."""
    return leg.vehicle is not None and leg.mode is not Mode.UNKNOWN and leg.frame.setting_off
