"""Where an event takes place: by the verb that holds it, by what it strikes, by who hosts it."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from geo.reading.events import eventive
from geo.reading.sentences.clauses import (
    VERBAL,
    child,
    children,
    direct_object,
    is_passive,
    phrase_object,
    subject,
)
from geo.reading.sentences.ground import Ground, Spot

_HARMED = frozenset(
    {"attack", "disaster", "election", "death", "protest", "ceremony", "coup", "trial", "arrest"}
)


def holder_of(noun: Token) -> Token | None:
    """The verb that says where and when: "was held", "attended the forum", "will take place"."""
    return _clause_of(noun) or _relative_of(noun)


def _clause_of(noun: Token) -> Token | None:
    head = noun.head
    if head.pos_ not in VERBAL:
        return None
    if noun.dep_ == "dobj" and head.lemma_ in eventive.HOLDING:
        return head
    if noun.dep_ in {"nsubj", "nsubjpass"} and head.lemma_ in eventive.HAPPENING:
        return next((c for c in children(head, "xcomp") if c.pos_ in VERBAL), head)
    return None


def _relative_of(noun: Token) -> Token | None:
    for clause in children(noun, "relcl"):
        for verb in (clause, *children(clause, "ccomp")):
            if verb.lemma_ in eventive.HAPPENING:
                return verb
    return None


def place_of_noun(
    number: int, noun: Token, hosts: Iterable[Token], holder: Token | None, ground: Ground
) -> Spot | None:
    """The place of "talks in Geneva", "the summit, held in Hanoi", "the Vladivostok forum"."""
    kind = eventive.NOUNS.get(noun.lemma_.lower(), "")
    spot = _led_to(number, hosts, kind, ground) or _compound_place(number, noun, ground)
    if spot is None and kind in eventive.PEOPLED:
        company = [p for p in children(noun, "prep") if p.lower_ == "with"]
        spot = _led_to(number, [w for p in company if (w := child(p, "pobj")) is not None], kind, ground)
    if spot is not None or holder is None:
        return spot
    if noun.dep_ in {"nsubj", "nsubjpass"} and kind in eventive.STRUCK:
        return _struck(number, holder, ground)
    if noun.dep_ == "dobj" and kind in eventive.HOSTED:
        return _host(number, holder, ground) or _where(number, holder, ground)
    return _where(number, holder, ground)


def place_of_verb(number: int, verb: Token, ground: Ground) -> Spot | None:
    """The place of "met in Vladivostok", "shelled Kherson", "a court in Nairobi sentenced"."""
    kind = eventive.VERBS.get(verb.lemma_.lower(), "")
    spot = _led_to(number, [verb], kind, ground)
    if spot is None and kind in eventive.STRUCK:
        spot = _struck(number, verb, ground)
    if spot is None and kind != "statement":
        parts = [subject(verb) if is_passive(verb) else direct_object(verb), subject(verb)]
        spot = _led_to(number, [part for part in parts if part is not None], kind, ground)
    return spot or _where(number, verb, ground)


def _led_to(number: int, hosts: Iterable[Token], kind: str, ground: Ground) -> Spot | None:
    """The place that a preposition after one of the words leads to."""
    leading = eventive.AGAINST if kind in _HARMED else eventive.WITHIN
    leading = eventive.LAUNCHED if kind in {"launch", "test"} else leading
    for host in hosts:
        for preposition in children(host, "prep"):
            inner = phrase_object(preposition)
            if inner is None or preposition.lower_ not in leading:
                continue
            spot = ground.spot(number, inner)
            if spot is not None:
                return spot
    return None


def _struck(number: int, verb: Token, ground: Ground) -> Spot | None:
    """The place that is hit: "struck Morocco", "Kherson was shelled", "attacked a church in Owo"."""
    moved = subject(verb) if is_passive(verb) else direct_object(verb)
    return ground.spot(number, moved) if moved is not None else None


def _host(number: int, verb: Token, ground: Ground) -> Spot | None:
    """The land that holds it at home; of two that do, neither is the place."""
    doer = subject(verb)
    if doer is None or child(doer, "conj") is not None or not ground.is_place(number, doer):
        return None
    return ground.spot(number, doer)


def _where(number: int, verb: Token, ground: Ground) -> Spot | None:
    """The place of "Vladivostok, where he arrived to attend a forum"."""
    for clause in (verb, verb.head):
        if clause.dep_ == "relcl" and any(c.lower_ == "where" for c in clause.children):
            return ground.spot(number, clause.head)
    return _reached(number, verb, ground)


def _reached(number: int, verb: Token, ground: Ground) -> Spot | None:
    """The place of "arrived in Vladivostok to attend a forum"."""
    above = verb.head
    if verb.dep_ not in {"advcl", "xcomp"} or above.lemma_ not in eventive.ARRIVING:
        return None
    for preposition in children(above, "prep"):
        inner = phrase_object(preposition)
        if inner is not None and preposition.lower_ in {"in", "at", "to"}:
            return ground.spot(number, inner)
    return None


def _compound_place(number: int, noun: Token, ground: Ground) -> Spot | None:
    """The place in "the Vladivostok forum"."""
    for c in children(noun, "compound", "nmod"):
        if ground.is_place(number, c):
            return ground.spot(number, c)
    return None
