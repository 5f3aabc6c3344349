"""Where a movement began that its own clause does not say: where the text has the traveller just before."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from geo.model import PlaceKind, Status
from geo.reading.journeys.legs import Leg
from geo.reading.journeys.telling import Telling, goal_of, source_of
from geo.reading.sentences.clauses import child, children
from geo.reading.sentences.ground import Ground, Spot
from geo.reading.sentences.motion import Part
from geo.reading.sentences.motion_nouns import CAUSED_NOUNS
from geo.reading.sentences.referents import Referent
from geo.reading.words import words

_BOUND = words("bind head destine make")
"""Verbs that tell where one meant to go, not that one got there."""
_ONWARD = words("then later on onward onwards afterwards")
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.AREA})
_AFTER = words("after following")
_LOOKED_BACK = 8
"""How many tellings back a traveller may have been left at a place."""
_NEAR_PARAGRAPHS = 3
"""How many paragraphs back that may have been."""
_TIMELESS = words("visit revisit tour be move relocate emigrate migrate")
"""Verbs that do not say that one came from where one was told to be last."""


def comes_before(first: Telling, then: Telling) -> bool:
    """Whether one leg is said to have come before another of the same sentence, and tells where it began.

    "arrived in Britain after being deported from Lusaka", "landed in Delhi following a visit to Moscow",
    "was towed to Hamburg, leaving Kiel at noon".
    """
    if first.leg is then.leg or first.who is not then.who or not (first.is_real or not then.is_real):
        return False
    if (first.source is None) == (first.goal is None):
        return False
    if goal_of(then) in {None, goal_of(first), source_of(first)}:
        return False
    trigger, onto = first.leg.trigger, then.leg.trigger
    if trigger.dep_ in {"advcl", "acl"} and trigger.tag_ == "VBG":
        leads_up = first.leg.frame.setting_off or trigger.i < onto.i
        return first.goal is None and leads_up and trigger.head in (onto, then.leg.traveller, onto.head)
    if first.is_real is not then.is_real:
        return False
    follows = trigger.dep_ in {"pobj", "pcomp"} and trigger.head.lower_ in _AFTER
    if not follows:
        return False
    host = trigger.head.head
    return host == onto or (onto.pos_ == "NOUN" and host in (onto.head, onto.head.head))


def left_at(before: Sequence[Telling], leg: Leg, who: Referent, ground: Ground) -> Spot | None:
    """Where the sentences just before put the traveller: "left Boston on Monday. She arrived in Chicago"."""
    last = next((t for t in reversed(before[-_LOOKED_BACK:]) if t.who is who and not t.is_loose), None)
    caused = Part.TRAVELLER in leg.frame.direct or leg.trigger.lemma_ in CAUSED_NOUNS
    if last is None or not leg.goals or (leg.trigger.pos_ == "NOUN" and not caused):
        return None
    if not _goes_on(last, leg, caused=caused):
        return None
    spot = last.goal or last.source if last.leg.trigger.lemma_ not in _BOUND else None
    if spot is None or spot.place in {goal.place for goal in leg.goals}:
        return None
    exact = spot.kind in {PlaceKind.CITY, PlaceKind.FACILITY}
    return spot if exact or _is_abroad(spot, leg.goals[0], ground) else None


def _is_abroad(land: Spot, goal: Spot, ground: Ground) -> bool:
    """Whether the goal lies outside a country, so that one left the one for the other."""
    return land.kind is PlaceKind.COUNTRY and not ground.is_within(goal, land)


def _goes_on(last: Telling, leg: Leg, *, caused: bool) -> bool:
    """Whether a leg follows on another one in text and time: near, as real or still to come."""
    near = 0 <= leg.paragraph - last.leg.paragraph <= _NEAR_PARAGRAPHS and leg.trigger.lemma_ not in _TIMELESS
    told_back = _is_perfect(leg.trigger) and not _is_perfect(last.leg.trigger)
    likely = leg.status in {Status.HAPPENED, Status.UNDER_WAY, Status.PLANNED}
    later = last.is_real and (likely or (caused and leg.status is Status.POSSIBLE))
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


def chained(previous: Telling | None, leg: Leg, who: Referent, ground: Ground) -> Spot | None:
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
    if last is None or (last.kind in _WIDE and not (going_on or _is_abroad(last, leg.goals[0], ground))):
        return None
    return last if (joined or then or going_on) and last.place not in {g.place for g in leg.goals} else None
