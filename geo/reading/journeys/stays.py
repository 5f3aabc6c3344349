"""Where a movement began by what its traveller did before: "met the mayor in Lima and flew to Paris"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from geo.model import PlaceKind, Status
from geo.reading.journeys.legs import Leg
from geo.reading.journeys.verbs import verb_frame
from geo.reading.sentences.clauses import VERBAL, child, children, phrase_object, prepositions, subject
from geo.reading.sentences.ground import Ground, Spot
from geo.reading.sentences.motion import Part
from geo.reading.sentences.referents import Referent
from geo.reading.sentences.status import REAL, verb_status
from geo.reading.sentences.travellers import Cast
from geo.reading.words import words

_SETTLED = words("""
    bear live reside base work study grow raise own found build register serve educate train teach settle
    keep print publish write use mean include
""")
"""Verbs for what someone does at home or for long, which is no origin."""
_TIMELESS = words("visit revisit tour be relocate emigrate migrate invite")
"""Words for a movement that do not say that it began where its traveller was last."""
_SOJOURNS = words("""
    day night week fortnight month year weekend hour stay stint spell holiday vacation break meeting talk
    talks summit conference match tournament race surgery treatment training concert ceremony funeral rally
""")
"""What one comes from: "after a month in Lima", "following talks in Vienna"."""
_AFTER = words("after following")
_AT = words("in at near outside above off on")
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.AREA})
_EXACT = frozenset({PlaceKind.CITY, PlaceKind.FACILITY})
_LIKELY = frozenset({Status.HAPPENED, Status.UNDER_WAY, Status.PLANNED})


def stayed_at(leg: Leg, who: Referent, ground: Ground, cast: Cast) -> Spot | None:
    """The town or building in which the same sentence has the traveller before the leg."""
    trigger = leg.trigger
    if not leg.goals or not _is_next(leg):
        return None
    spot = _after_stay(leg, ground)
    for verb in _before(leg) if trigger.lemma_ not in _TIMELESS else ():
        spot = spot or _place_of(leg.paragraph, verb, leg, who, ground, cast)
    return _outside(spot, leg, ground)


def _outside(spot: Spot | None, leg: Leg, ground: Ground) -> Spot | None:
    """The place, unless it is one of the goals or inside it."""
    return spot if spot is not None and not any(ground.is_within(spot, goal) for goal in leg.goals) else None


def _is_next(leg: Leg) -> bool:
    """Whether the leg follows from where one is: it takes or may take place, or others may bring it about."""
    return leg.status in _LIKELY or (leg.status is Status.POSSIBLE and Part.TRAVELLER in leg.frame.direct)


def _after_stay(leg: Leg, ground: Ground) -> Spot | None:
    """The place of "after a month in Lima"."""
    for link in children(leg.trigger, "prep"):
        noun = child(link, "pobj")
        if link.lower_ not in _AFTER or noun is None or noun.lemma_.lower() not in _SOJOURNS:
            continue
        for preposition in children(noun, "prep"):
            inner = child(preposition, "pobj")
            if preposition.lower_ in {"in", "at"} and inner is not None:
                spots = ground.spots(leg.paragraph, inner)
                if spots:
                    return spots[0]
    return None


def _before(leg: Leg) -> Iterator[Token]:
    """Verbs of the sentence for what came before: coordinated, "having ...", "who ..."."""
    trigger = leg.trigger
    if trigger.dep_ == "conj" and trigger.head.pos_ in VERBAL and trigger.head.i < trigger.i:
        yield trigger.head
    for c in (*children(trigger, "advcl"), *children(leg.traveller, "relcl", "acl")):
        if c.i < trigger.i:
            yield c
    if trigger.dep_ == "pcomp" and trigger.head.lower_ == "before":
        yield trigger.head.head
    for link in children(trigger, "prep"):
        clause = child(link, "pcomp")
        if link.lower_ in _AFTER and clause is not None:
            yield clause


def _place_of(
    paragraph: int, verb: Token, leg: Leg, who: Referent, ground: Ground, cast: Cast
) -> Spot | None:
    """Where the traveller did what a verb tells that moves nobody, if in a town or a building."""
    told = verb_status(verb)
    if verb.lemma_ in _SETTLED or verb_frame(verb) is not None or told not in REAL | {leg.status}:
        return None
    doer = subject(verb)
    if doer is None or not (doer == leg.traveller or cast.who(paragraph, doer) is who):
        return None
    return _exact_spot(paragraph, verb, leg, ground)


def _exact_spot(paragraph: int, verb: Token, leg: Leg, ground: Ground) -> Spot | None:
    """The town or building in or at which a verb tells that something happened, or that it led to."""
    frame = verb_frame(verb)
    leading = _AT | (frame.goal if frame is not None and not frame.setting_off else frozenset())
    direct = child(verb, "dobj") if frame is not None and Part.GOAL in frame.direct else None
    if direct is not None:
        spots = ground.spots(paragraph, direct)
        if spots and _is_exact(spots[0], leg):
            return spots[0]
    for preposition in prepositions(verb):
        inner = phrase_object(preposition) if preposition.lower_ in leading else None
        spots = ground.spots(paragraph, inner) if inner is not None else []
        if spots and _is_exact(spots[0], leg):
            return spots[0]
    return None


def _is_exact(spot: Spot, leg: Leg) -> bool:
    """Whether one can be said to have come from there: a town, or a country or island left for another."""
    return spot.kind in _EXACT or (spot.kind in _WIDE and spot.kind is leg.goals[0].kind)
