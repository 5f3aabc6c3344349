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
    hold keep print publish write use mean include
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
_EXACT = frozenset({PlaceKind.CITY, PlaceKind.FACILITY})
_LIKELY = frozenset({Status.HAPPENED, Status.UNDER_WAY, Status.PLANNED})


def stayed_at(leg: Leg, who: Referent, ground: Ground, cast: Cast) -> Spot | None:
    """The town or building in which the same sentence has the traveller before the leg."""
    trigger = leg.trigger
    if not leg.goals or trigger.lemma_ in _TIMELESS or not _is_next(leg):
        return None
    spot = _after_stay(leg, ground)
    for verb in _before(leg):
        spot = spot or _place_of(leg.paragraph, verb, leg, who, ground, cast)
    goals = {goal.place for goal in leg.goals}
    return spot if spot is not None and spot.place not in goals else None


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
    for link in children(trigger, "prep"):
        clause = child(link, "pcomp")
        if link.lower_ in _AFTER and clause is not None:
            yield clause


def _place_of(
    paragraph: int, verb: Token, leg: Leg, who: Referent, ground: Ground, cast: Cast
) -> Spot | None:
    """Where the traveller did what a verb tells that moves nobody, if in a town or a building."""
    if verb.lemma_ in _SETTLED or verb_frame(verb) is not None or verb_status(verb) not in REAL:
        return None
    doer = subject(verb)
    if doer is None or not (doer == leg.traveller or cast.who(paragraph, doer) is who):
        return None
    for preposition in prepositions(verb):
        inner = phrase_object(preposition) if preposition.lower_ in _AT else None
        spots = ground.spots(paragraph, inner) if inner is not None else []
        if spots and spots[0].kind in _EXACT:
            return spots[0]
    return None
