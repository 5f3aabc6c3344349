"""Goals that no preposition of the movement leads to: "there", what one travels for, where one then was."""

from __future__ import annotations

from spacy.tokens import Token

from geo.reading.sentences.clauses import VERBAL, child, children
from geo.reading.sentences.ground import Ground, Spot
from geo.reading.sentences.lexicon import nouns_for
from geo.reading.sentences.motion import Frame
from geo.reading.sentences.motion_verbs import VERBS
from geo.reading.sentences.movers import can_move
from geo.reading.words import words

_STAYING = words(
    "live stay settle work study reside attend meet join see take visit speak perform play hold watch face "
    "testify compete appear stand celebrate sign begin mark launch inspect"
)
"""What one travels somewhere to do, in a clause of purpose that names the place."""
_FETCHING = words(
    "collect pick fetch buy get deliver drop sell pick_up see visit meet rescue retrieve recover"
)
_ERRANDS = words("go come move return travel fly leave head transport take bring drive")
_AFTER = words("after following since")


def implied_goal(
    paragraph: int, trigger: Token, frame: Frame, ground: Ground, *, has_source: bool
) -> list[Spot]:
    """The places that a movement leads to by what stands around it; none for most."""
    return (
        _mistaken(paragraph, trigger, ground)
        or _adverbial(paragraph, trigger, frame, ground)
        or _errand(paragraph, trigger, frame, ground)
        or (_met_at(paragraph, trigger, ground) if has_source else [])
    )


def _mistaken(paragraph: int, trigger: Token, ground: Ground) -> list[Spot]:
    """A place whose rare name the tagger takes for a verb: "walked to Tamanrasset"."""
    for c in children(trigger, "advcl", "xcomp"):
        if c.is_title and ground.is_place(paragraph, c) and c.nbor(-1).lower_ == "to":
            found = ground.spot(paragraph, c)
            return [found] if found is not None else []
    return []


def _adverbial(paragraph: int, trigger: Token, frame: Frame, ground: Ground) -> list[Spot]:
    """The goal in "when I get there" and in "Vladivostok, where Putin arrived"."""
    if not frame.goal or frame.setting_off:
        return []
    for c in children(trigger, "advmod"):
        if c.lower_ in {"there", "here"}:
            if trigger.lemma_ == "get" and c.lower_ == "there":
                return []
            found = ground.spot(paragraph, c)
            return [found] if found is not None else []
        if c.lower_ == "where" and trigger.dep_ == "relcl":
            return ground.spots(paragraph, trigger.head)[:1]
    return []


def _errand(paragraph: int, trigger: Token, frame: Frame, ground: Ground) -> list[Spot]:
    """The place of what one travels for: "For the summit in Hanoi he flew", "moved out to live in Delft"."""
    if frame.light and not frame.setting_off and trigger.lemma_ not in _ERRANDS:
        return []
    occasions = [c for c in children(trigger, "prep") if c.lower_ == "for" and not frame.setting_off]
    purposes = [
        c
        for c in children(trigger, "advcl", "xcomp")
        if _is_done_there(c) and c.i > trigger.i and any(t.tag_ == "TO" for t in c.children)
    ]
    for clause in (*occasions, *purposes):
        for inner in clause.subtree:
            if inner.dep_ == "pobj" and inner.head.lower_ in {"in", "at"}:
                spots = ground.spots(paragraph, inner)
                if spots:
                    return spots[:1]
    return []


def _is_done_there(verb: Token) -> bool:
    """Whether it can only be done at its place: "to collect a part in", not "to discuss the war in"."""
    thing = child(verb, "dobj")
    lemma = thing.lemma_.lower() if thing is not None else ""
    concrete = lemma in nouns_for("thing") or can_move(lemma)
    return verb.lemma_ in _STAYING or (concrete and verb.lemma_ in _FETCHING)


def _met_at(paragraph: int, trigger: Token, ground: Ground) -> list[Spot]:
    """Where one was after a journey: "was found in Leeds after travelling from Lima"."""
    link = trigger.head if trigger.dep_ in {"pobj", "pcomp"} else child(trigger, "mark")
    host = trigger.head.head if trigger.dep_ in {"pobj", "pcomp"} else trigger.head
    if link is None or link.lower_ not in _AFTER or host.lemma_ in VERBS or host.pos_ not in VERBAL:
        return []
    for c in children(host, "prep"):
        inner = child(c, "pobj")
        if c.lower_ in {"in", "at"} and inner is not None:
            spots = ground.spots(paragraph, inner)
            if spots:
                return spots[:1]
    return []
