"""By what and with whom one travels: vehicles, ways, stops that imply a way, companions."""

from __future__ import annotations

from spacy.tokens import Token

from geo.model import Mode
from geo.reading.sentences.clauses import (
    child,
    children,
    conjuncts,
    direct_object,
    phrase_object,
    prepositions,
)
from geo.reading.sentences.ground import Spot
from geo.reading.sentences.motion import WITHIN, Frame, Part
from geo.reading.sentences.motion_verbs import VERBS
from geo.reading.sentences.referents import is_trainer
from geo.reading.sentences.vehicles import STOPS, VEHICLES
from geo.reading.words import words

_ABOARD = words("by on in aboard via with onto into off from out")
_ABSTRACT_WAYS = words("air road sea rail metro subway")


def way_of(trigger: Token, traveller: Token, frame: Frame, spots: list[Spot]) -> tuple[Mode, Token | None]:
    """The way of travel that the words give, and the word for the vehicle."""
    mode, vehicle = frame.mode, None
    direct = direct_object(trigger)
    if direct is not None and Part.VEHICLE in frame.direct and direct.lemma_.lower() in VEHICLES:
        return VEHICLES[direct.lemma_.lower()], direct
    for preposition in prepositions(trigger):
        inner = phrase_object(preposition)
        named = _vehicle_mode(preposition, inner) if inner is not None else Mode.UNKNOWN
        if named is not Mode.UNKNOWN and (mode is Mode.UNKNOWN or preposition.lower_ == "by"):
            mode, vehicle = named, inner
    if mode is Mode.UNKNOWN:
        doer = child(trigger, "nsubj") if traveller.head == trigger else None
        named_by = children(trigger, "compound") if trigger.pos_ == "NOUN" else []
        words_for = (t for t in (trigger, *named_by, traveller, doer) if t is not None and t.pos_ != "VERB")
        carriers = [t for t in words_for if not is_trainer(t)]
        modes = [VEHICLES.get(carrier.lemma_.lower(), Mode.UNKNOWN) for carrier in carriers]
        mode = next((way for way in modes if way is not Mode.UNKNOWN), mode)
    if mode is Mode.UNKNOWN and (frame.setting_off or frame.goal >= WITHIN):
        mode = next((s.mode for s in spots if s.mode is not Mode.UNKNOWN), _stop_beside(trigger))
    if mode is Mode.UNKNOWN and trigger.dep_ in {"advcl", "xcomp"} and trigger.tag_ == "VB":
        above = VERBS.get(trigger.head.lemma_)
        mode = above.mode if above is not None else mode
    return mode, vehicle


def _vehicle_mode(preposition: Token, inner: Token) -> Mode:
    word, lemma = preposition.lower_, inner.lemma_.lower()
    if word == "on" and lemma == "foot":
        return Mode.FOOT
    if word not in _ABOARD or lemma == "foot" or (lemma in _ABSTRACT_WAYS and word != "by"):
        return Mode.UNKNOWN
    if any(c.lower_ == "air" for c in children(inner, "compound", "amod")):
        return Mode.AIR
    return VEHICLES.get(lemma, Mode.UNKNOWN)


def _stop_beside(trigger: Token) -> Mode:
    """The way that an unnamed stop implies: "stepping onto a train platform"."""
    for preposition in prepositions(trigger):
        inner = phrase_object(preposition)
        kind = child(inner, "compound") if inner is not None and inner.lemma_.lower() in STOPS else None
        if kind is not None:
            return VEHICLES.get(kind.lemma_.lower(), Mode.UNKNOWN)
    return Mode.UNKNOWN


def companions_of(trigger: Token, traveller: Token) -> tuple[Token, ...]:
    """Heads of the words for who goes along: "with his wife", "accompanied by generals", "Kim and Putin"."""
    found = list(conjuncts(traveller))[1:]
    for preposition in children(trigger, "prep"):
        inner = child(preposition, "pobj")
        if preposition.lower_ in {"with", "alongside"} and inner is not None:
            found += conjuncts(inner)
    for clause in children(trigger, "advcl", "conj", "acl"):
        if clause.lemma_ in {"accompany", "join", "flank"} and clause.tag_ == "VBN":
            by = child(clause, "agent", "prep")
            inner = child(by, "pobj") if by is not None else None
            found += conjuncts(inner) if inner is not None else []
    return tuple(found)
