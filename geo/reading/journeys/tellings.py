"""Legs with their travellers, times and words: what one sentence tells of one movement to one goal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from geo.model import Interval, Mode, PlaceKind, Span, Status
from geo.reading.journeys.legs import Leg, extent
from geo.reading.journeys.who import alias_of, companion_names, mode_of_craft, traveller_of
from geo.reading.parse import Paragraph, offsets
from geo.reading.sentences.clauses import child, children
from geo.reading.sentences.ground import Spot
from geo.reading.sentences.moments import Moments
from geo.reading.sentences.referents import Referent
from geo.reading.sentences.status import REAL
from geo.reading.sentences.travellers import Cast
from geo.reading.words import words

_ONWARD = words("then later on onward onwards afterwards")
_AFTER = words("after following")
_LOOKED_BACK = 3
"""How many tellings back a traveller may have been left at a place."""
_TIMELESS = words("visit revisit tour be move relocate emigrate migrate")
"""Verbs that do not say that one came from where one was told to be last."""
_BEGINNING = words("begin start make pay open launch undertake")


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


def tell(
    paragraph: Paragraph, legs: Iterable[Leg], cast: Cast, moments: Moments, before: Sequence[Telling] = ()
) -> list[Telling]:
    """What the legs of one sentence tell, in text order; unknown and general travellers are left out.

    ``before`` are the tellings of the sentences before: where they leave a traveller, the next leg may start.
    """
    told = list(_tell_each(paragraph, legs, cast, moments, before))
    for one in told:
        start = next((other.source or other.goal for other in told if _comes_before(other, one)), None)
        if one.source is None and start is not None:
            one.source = start
    return told


def _tell_each(
    paragraph: Paragraph, legs: Iterable[Leg], cast: Cast, moments: Moments, before: Sequence[Telling]
) -> Iterator[Telling]:
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
        source = leg.sources[0] if leg.sources else _chained(previous, leg, who)
        if source is None and previous is None:
            source = _left_at(before, leg, who)
        for goal in leg.goals or (None,):
            previous = Telling(
                who=who,
                alias=alias_of(leg) if leg.traveller != leg.trigger else who.name,
                leg=leg,
                goal=goal,
                source=source,
                when=when,
                span=_words(paragraph, leg),
                companions=tuple(dict.fromkeys(companion_names(leg, cast, who))),
            )
            yield previous


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


def _comes_before(first: Telling, then: Telling) -> bool:
    """Whether one leg is said to have come before another of the same sentence, and tells where it began.

    "arrived in Britain after being deported from Lusaka", "landed in Delhi following a visit to Moscow",
    "was towed to Hamburg, leaving Kiel at noon".
    """
    if first.leg is then.leg or first.who is not then.who or first.is_real is not then.is_real:
        return False
    if (first.source is None) == (first.goal is None):
        return False
    if goal_of(then) in {None, goal_of(first), source_of(first)}:
        return False
    trigger, onto = first.leg.trigger, then.leg.trigger
    if trigger.dep_ == "advcl" and trigger.tag_ == "VBG" and trigger.head == onto:
        return first.goal is None and first.leg.frame.setting_off
    follows = trigger.dep_ in {"pobj", "pcomp"} and trigger.head.lower_ in _AFTER
    if not follows:
        return False
    host = trigger.head.head
    return host == onto or (onto.pos_ == "NOUN" and host in (onto.head, onto.head.head))


def _left_at(before: Sequence[Telling], leg: Leg, who: Referent) -> Spot | None:
    """Where the sentences just before put the traveller: "left Boston on Monday. She arrived in Chicago"."""
    last = next((t for t in reversed(before[-_LOOKED_BACK:]) if t.who is who and not t.is_loose), None)
    if last is None or not leg.goals or leg.trigger.pos_ == "NOUN" or not _goes_on(last, leg):
        return None
    spot = last.goal or last.source
    if spot is None or spot.kind not in {PlaceKind.CITY, PlaceKind.FACILITY}:
        return None
    return None if spot.place in {goal.place for goal in leg.goals} else spot


def _goes_on(last: Telling, leg: Leg) -> bool:
    """Whether a leg follows on another one in text and time: near, as real or still to come."""
    near = 0 <= leg.paragraph - last.leg.paragraph <= 1 and leg.trigger.lemma_ not in _TIMELESS
    told_back = _is_perfect(leg.trigger) and not _is_perfect(last.leg.trigger)
    later = last.is_real and leg.status in {Status.HAPPENED, Status.UNDER_WAY, Status.PLANNED}
    both_planned = last.leg.status is leg.status is Status.PLANNED and _is_next(leg.trigger)
    return near and (later or both_planned) and not told_back


def _is_next(verb: Token) -> bool:
    """Whether it is said to come after what was told last: "then", "from there"."""
    there = any(c.lower_ == "from" and any(t.lower_ == "there" for t in c.children) for c in verb.children)
    return there or any(c.lower_ in _ONWARD for c in children(verb, "advmod"))


def _is_perfect(verb: Token) -> bool:
    return any(c.lower_ in {"had", "has", "have", "having"} for c in children(verb, "aux"))


def _is_joined(trigger: Token, before: Token) -> bool:
    """Whether a verb goes on where the one before it ended: "traveled to ..., and after that flew to"."""
    if trigger.dep_ == "conj":
        return before in (trigger.head, *trigger.head.children)
    goes_on = trigger.dep_ == "advcl" and trigger.head == before and trigger.i > before.i
    return goes_on and trigger.tag_ in {"VBD", "VBG"} and child(trigger, "nsubj", "mark") is None


def _chained(previous: Telling | None, leg: Leg, who: Referent) -> Spot | None:
    """Where the text puts the traveller just before: "traveled to Vladivostok, and then flew to Moscow"."""
    if previous is None or previous.who is not who or not leg.goals:
        return None
    before, trigger = previous.leg.trigger, leg.trigger
    to_go = trigger.dep_ in {"advcl", "xcomp", "acl"} and trigger.head == before
    joined = _is_joined(trigger, before)
    aside = before.dep_ == "relcl" and before.head == leg.traveller
    if previous.goal is None and (to_go or joined or aside):
        return previous.source
    then = any(c.lower_ in _ONWARD for c in trigger.children)
    going_on = trigger.dep_ == "pcomp" and trigger.head.lower_ == "before"
    last = previous.goal
    if last is None or (last.kind in {PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.AREA} and not going_on):
        return None
    return last if (joined or then or going_on) and last.place not in {g.place for g in leg.goals} else None
