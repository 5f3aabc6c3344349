"""Where, when and with whom an event takes place, from the words around the noun or verb for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from geo.model import Interval
from geo.reading.events import eventive
from geo.reading.events.venues import holder_of, place_of_noun, place_of_verb
from geo.reading.places.words import GOVERNMENT_WORDS, TITLES
from geo.reading.sentences.clauses import (
    SUBJECTS,
    VERBAL,
    child,
    children,
    conjuncts,
    direct_object,
    subject,
)
from geo.reading.sentences.ground import Ground, Spot
from geo.reading.sentences.moments import Moments
from geo.reading.sentences.naming import describe, phrase_start
from geo.reading.sentences.travellers import Cast
from geo.reading.words import words

_MAX_TOKENS = 30
_THROUGH = words("through until till thru")
_ARTICLES = words("a an the his her their its this that these those")
_OFFICES = TITLES | GOVERNMENT_WORDS
"""Of these alone no name is made: "State Councilor"."""
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
    lasts: bool = False
    """Whether it is told to be on until that time."""


def occasion_of_noun(number: int, noun: Token, ground: Ground, cast: Cast, moments: Moments) -> Occasion:
    """What is told of an event by a noun: "talks in Geneva on Monday", "the summit, held in Hanoi"."""
    holder = holder_of(noun)
    held = [c for c in children(noun, "acl") if c.lemma_ in {"hold", "schedule", "plan", "stage"}]
    hosts = [noun, *held, *([holder] if holder is not None else [])]
    spot = place_of_noun(number, noun, hosts, holder, ground)
    time, lasts = _time_of_noun(number, noun, hosts, moments)
    people = _names(number, _partakers(noun, holder), cast)
    start, end = phrase_start(noun), noun.i + 1
    what = describe(noun)
    if spot is not None and 0 < spot.start - noun.i <= _ADJACENT and noun.doc[noun.i + 1].pos_ not in VERBAL:
        what = " ".join(noun.doc[start : spot.end].text.split())
    told = _with_people(_plain(what), eventive.NOUNS.get(noun.lemma_.lower(), ""), people)
    return _occasion(noun, told, (start, end), spot, time, people, lasts=lasts)


def _with_people(what: str, kind: str, people: tuple[str, ...]) -> str:
    """What it is, with whom it is about where the words have no name: "private meeting of A and B"."""
    needed = {"meeting": 2, "death": 1}.get(kind, 0)
    if not needed or len(people) < needed or any(word[0].isupper() for word in what.split()):
        return what
    return (
        f"{what} of {', '.join(people[:-1])} and {people[-1]}"
        if len(people) > 1
        else f"{what} of {people[0]}"
    )


def _time_of_noun(
    number: int, noun: Token, hosts: Sequence[Token], moments: Moments
) -> tuple[Interval | None, bool]:
    """When it is, and whether it is on to then: "the forum that runs through Wednesday"."""
    lasting = _lasting(noun)
    time = moments.own(number, noun)
    if time is None and lasting is not None:
        end = moments.of(number, lasting)
        if end is not None:
            return moments.lasting(end), True
    for host in hosts[1:]:
        time = time or moments.of(number, host)
    if time is None and noun.dep_ == "nsubjpass" and noun.head.lemma_ in eventive.MOVED:
        time = moments.of(number, noun.head)
    if time is None and noun.dep_ == "pobj" and noun.head.lower_ in {"at", "during"}:
        time = moments.own(number, noun.head.head)
    shown = pictured(noun) if time is None else None
    return (moments.of(number, shown) if shown is not None else time), False


def pictured(word: Token) -> Token | None:
    """The "taken" of "this photo taken on Monday shows Kim attending a meeting"."""
    root = word.sent.root
    if root.lemma_ != "show":
        return None
    before = list(word.doc[word.sent.start : root.i])
    if not any(t.lemma_.lower() in eventive.PICTURES and t.dep_ in SUBJECTS for t in before):
        return None
    return next((t for t in reversed(before) if t.lemma_ in {"take", "release"}), None)


def _lasting(noun: Token) -> Token | None:
    """The verb that tells, in the present, to when it is on."""
    return next((verb for verb in (*children(noun, "relcl", "acl"), noun.head) if _is_lasting(verb)), None)


def _is_lasting(verb: Token) -> bool:
    present = verb.lemma_ in eventive.LASTING and verb.tag_ in {"VBZ", "VBP", "VBG"}
    return present and any(c.lower_ in _THROUGH for c in children(verb, "prep"))


def occasion_of_verb(number: int, verb: Token, ground: Ground, cast: Cast, moments: Moments) -> Occasion:
    """What is told of an event by a verb: "Kim met Putin in Vladivostok in April"."""
    doer, moved = subject(verb), direct_object(verb)
    spot = place_of_verb(number, verb, ground)
    partakers = [t for t in (doer, moved, *_with(verb)) if t is not None]
    # the time of "identified on Monday as the man who killed him" is not that of the killing
    is_apart = verb.lemma_ in eventive.SAYING or verb.dep_ == "relcl"
    time = moments.own(number, verb) if is_apart else moments.of(number, verb)
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
    *,
    lasts: bool = False,
) -> Occasion:
    start, end = span
    if spot is not None and abs(spot.end - start) <= _MAX_TOKENS:
        start, end = min(start, spot.start), max(end, spot.end)
    place = spot.place if spot is not None else None
    return Occasion(word.lemma_.lower(), what, place, time, people, start, end, lasts)


def _with(word: Token) -> list[Token]:
    found = []
    for preposition in children(word, "prep", "agent"):
        inner = child(preposition, "pobj")
        if inner is not None and preposition.lower_ in {"with", "between", "by", "of", "alongside"}:
            found.append(inner)
    return found


def _partakers(noun: Token, holder: Token | None) -> list[Token]:
    found = [*children(noun, "poss", "compound"), *_with(noun)]
    doer = _doer(holder) if holder is not None and noun.dep_ == "dobj" else None
    return [*([doer] if doer is not None else []), *found, *(_with(holder) if holder is not None else [])]


def _doer(holder: Token) -> Token | None:
    """Who holds or attends it; of a participle after a noun, that noun ("Kim attending a meeting")."""
    if holder.dep_ == "acl" and holder.tag_ == "VBG":
        return holder.head
    return subject(holder)


def _named_within(number: int, head: Token, cast: Cast) -> Token | None:
    """The one person's name in a title that the parse has not hung on it."""
    named = [
        t for t in head.subtree if t.pos_ == "PROPN" and t.dep_ not in {"compound", "poss"} and t != head
    ]
    told = [t for t in named if (who := cast.who(number, t)) is not None and who.words]
    return told[0] if len(told) == 1 else None


def _names(number: int, heads: Iterable[Token], cast: Cast) -> tuple[str, ...]:
    """Names of the people among them, coordinated ones too."""
    found: dict[str, None] = {}
    for head in heads:
        for token in conjuncts(head):
            referent = cast.who(number, token)
            if referent is None or not (referent.words or referent.members):
                inner = _named_within(number, token, cast)
                referent = cast.who(number, inner) if inner is not None else referent
            for member in (referent.members or (referent,)) if referent is not None else ():
                if member.words and not set(member.name.lower().split()) <= _OFFICES:
                    found.setdefault(member.name)
    return tuple(found)


def _plain(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in _ARTICLES else text
