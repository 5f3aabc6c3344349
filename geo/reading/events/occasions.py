"""Where, when and with whom an event takes place, from the words around the noun or verb for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from geo.model import Interval
from geo.reading.events import eventive
from geo.reading.sentences.clauses import (
    VERBAL,
    child,
    children,
    conjuncts,
    direct_object,
    phrase_object,
    subject,
)
from geo.reading.sentences.ground import Ground, Spot
from geo.reading.sentences.moments import Moments
from geo.reading.sentences.naming import describe, phrase_start
from geo.reading.sentences.travellers import Cast
from geo.reading.words import words

_MAX_TOKENS = 30
_HARMED = frozenset({"attack", "disaster", "election", "death", "protest", "ceremony"})
_ARTICLES = words("a an the his her their its this that these those")
_ADJACENT = 3
"""Tokens between an event's noun and the place that belongs to its name."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One telling of an event; ``start`` and ``end`` are tokens, ``head`` is the lemma of its word."""

    head: str
    what: str
    place: str | None
    time: Interval | None
    people: tuple[str, ...]
    start: int
    end: int


def occasion_of_noun(number: int, noun: Token, ground: Ground, cast: Cast, moments: Moments) -> Occasion:
    """What is told of an event by a noun: "talks in Geneva on Monday", "the summit, held in Hanoi"."""
    holder = holder_of(noun)
    held = [c for c in children(noun, "acl") if c.lemma_ in {"hold", "schedule", "plan", "stage"}]
    hosts = [noun, *held, *([holder] if holder is not None else [])]
    spot = _place(number, hosts, ground) or _compound_place(number, noun, ground)
    time = moments.own(number, noun)
    for host in hosts[1:]:
        time = time or moments.of(number, host)
    if time is None and noun.dep_ == "pobj" and noun.head.lower_ in {"at", "during"}:
        time = moments.own(number, noun.head.head)
    people = _names(number, _partakers(noun, holder), cast)
    start, end = phrase_start(noun), noun.i + 1
    what = describe(noun)
    if spot is not None and 0 < spot.start - noun.i <= _ADJACENT:
        what = " ".join(noun.doc[start : spot.end].text.split())
    return _occasion(noun, _plain(what), (start, end), spot, time, people)


def occasion_of_verb(number: int, verb: Token, ground: Ground, cast: Cast, moments: Moments) -> Occasion:
    """What is told of an event by a verb: "Kim met Putin in Vladivostok in April"."""
    doer, moved = subject(verb), direct_object(verb)
    spot = _place(number, [verb], ground)
    if spot is None and any(c.lower_ == "where" for c in verb.children) and verb.dep_ == "relcl":
        spot = ground.spot(number, verb.head)
    partakers = [t for t in (doer, moved, *_with(verb)) if t is not None]
    time = moments.own(number, verb) if verb.lemma_ in eventive.SAYING else moments.of(number, verb)
    near = [t for t in partakers if t.sent == verb.sent and abs(t.i - verb.i) <= _MAX_TOKENS // 2]
    start = min([verb.i, *(phrase_start(t) for t in near)])
    end = max([verb.i, *(t.i for t in near)]) + 1
    if verb.lemma_ in eventive.SAYING:
        end = min(verb.right_edge.i + 1, start + _MAX_TOKENS // 2)
    people = _names(number, partakers, cast)
    what = " ".join(verb.doc[start:end].text.split())
    if verb.lemma_ in eventive.GATHERING and len(people) > 1:
        what = f"meeting of {', '.join(people[:-1])} and {people[-1]}"
    if verb.lemma_ in eventive.SAYING and people:
        what = _statement(verb, people[0], doer, moved)
    return _occasion(verb, what, (start, end), spot, time, people)


def _statement(verb: Token, speaker: str, doer: Token | None, moved: Token | None) -> str:
    """Who said it and to whom or what, in short: "Matsegora told TASS"."""
    passive = verb.tag_ == "VBN" and child(verb, "agent") is not None
    other = doer if passive else moved
    told = [speaker, verb.text, *([describe(other)] if other is not None and other.pos_ != "PRON" else [])]
    return " ".join(told)


def _occasion(
    word: Token,
    what: str,
    span: tuple[int, int],
    spot: Spot | None,
    time: Interval | None,
    people: tuple[str, ...],
) -> Occasion:
    start, end = span
    if spot is not None and abs(spot.end - start) <= _MAX_TOKENS:
        start, end = min(start, spot.start), max(end, spot.end)
    place = spot.place if spot is not None else None
    return Occasion(word.lemma_.lower(), what, place, time, people, start, end)


def holder_of(noun: Token) -> Token | None:
    """The verb that says where and when: "was held", "attended the forum", "will take place"."""
    for clause in children(noun, "relcl"):
        inner = next(
            (t for t in (clause, *children(clause, "ccomp")) if t.lemma_ in eventive.HAPPENING), None
        )
        if inner is not None:
            return inner
    head = noun.head
    if head.pos_ not in VERBAL:
        return None
    if noun.dep_ == "dobj" and head.lemma_ in eventive.HOLDING:
        return head
    if noun.dep_ in {"nsubj", "nsubjpass"} and head.lemma_ in eventive.HAPPENING:
        return next((c for c in children(head, "xcomp") if c.pos_ in VERBAL), head)
    return None


def _place(number: int, hosts: Iterable[Token], ground: Ground) -> Spot | None:
    for host in hosts:
        kind = eventive.NOUNS.get(host.lemma_.lower()) or eventive.VERBS.get(host.lemma_.lower())
        leading = eventive.AGAINST if kind in _HARMED else eventive.WITHIN
        for preposition in children(host, "prep"):
            inner = phrase_object(preposition)
            if inner is None or preposition.lower_ not in leading:
                continue
            spot = ground.spot(number, inner)
            if spot is not None:
                return spot
    return None


def _compound_place(number: int, noun: Token, ground: Ground) -> Spot | None:
    """The place in "the Vladivostok forum"."""
    for c in children(noun, "compound", "nmod"):
        if ground.is_place(number, c):
            return ground.spot(number, c)
    return None


def _with(word: Token) -> list[Token]:
    found = []
    for preposition in children(word, "prep", "agent"):
        inner = child(preposition, "pobj")
        if inner is not None and preposition.lower_ in {"with", "between", "by", "of", "alongside"}:
            found.append(inner)
    return found


def _partakers(noun: Token, holder: Token | None) -> list[Token]:
    found = [*children(noun, "poss", "compound"), *_with(noun)]
    doer = subject(holder) if holder is not None and noun.dep_ == "dobj" else None
    return [*([doer] if doer is not None else []), *found, *(_with(holder) if holder is not None else [])]


def _names(number: int, heads: Iterable[Token], cast: Cast) -> tuple[str, ...]:
    """Names of the people among them, coordinated ones too."""
    found: dict[str, None] = {}
    for head in heads:
        for token in conjuncts(head):
            referent = cast.who(number, token)
            for member in (referent.members or (referent,)) if referent is not None else ():
                if member.words:
                    found.setdefault(member.name)
    return tuple(found)


def _plain(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in _ARTICLES else text
