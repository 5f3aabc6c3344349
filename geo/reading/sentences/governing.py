"""What a word makes of the clause or the noun that it governs: plans it, proposes, doubts or denies it."""

from __future__ import annotations

from spacy.tokens import Token

from geo.model import Status
from geo.reading.sentences.clauses import VERBAL, child, children
from geo.reading.sentences.modality import DENYING, GOVERNING
from geo.reading.words import words

_HOPING = words("hopes hoped hoping")
"""Forms of "hope" that small pipelines take for forms of "hop"."""


def governed(word: Token) -> Status | None:
    """What a word makes of the clause or noun it governs, by its lemma and particle; ``None`` for most words.

    "Set" and "head" plan only in the passive; what is negated is off.
    """
    lemma = word.lemma_.lower()
    if lemma in {"set", "head", "send"} and (word.tag_ != "VBN" or child(word, "prt") is not None):
        return None
    status = _class_of(with_particle(word, lemma)) or _class_of(lemma)
    if status is None and word.lower_ in _HOPING:
        status = Status.PLANNED
    if status is None:
        return None
    if word.pos_ == "NOUN":
        return _under_a_noun(word, status)
    if word.pos_ not in VERBAL:
        return status
    if status is Status.DENIED:
        return Status.PLANNED if _is_put_off(word) else status
    return Status.DENIED if child(word, "neg") is not None or _came_to_nothing(word, status) else status


def _is_put_off(verb: Token) -> bool:
    """Whether it is only later: "postponed until May"."""
    put_off = verb.lemma_ in {"postpone", "put", "delay"}
    return put_off and any(c.lower_ in {"until", "till", "to"} for c in children(verb, "prep", "mark"))


def _came_to_nothing(verb: Token, status: Status) -> bool:
    """Whether a plan is told as one that failed: "had been due to", "had hoped to ..., but"."""
    if status is not Status.PLANNED or not any(c.lower_ == "had" for c in children(verb, "aux")):
        return False
    return child(verb, "auxpass") is not None or any(t.lower_ == "but" for t in verb.sent if t.i > verb.i)


def _under_a_noun(noun: Token, status: Status) -> Status:
    """What is said of a plan or an invitation: "scrapped plans to", "accepted an invitation to"."""
    verb = noun.head
    if noun.dep_ not in {"dobj", "nsubjpass"} or verb.pos_ not in VERBAL:
        return status
    lemma = verb.lemma_.lower()
    if with_particle(verb, lemma) in DENYING or lemma in DENYING:
        return Status.DENIED
    if lemma in {"accept", "take_up"} or (lemma == "take" and child(verb, "prt") is not None):
        return Status.PLANNED
    return status


def with_particle(word: Token, lemma: str) -> str:
    """A lemma with its particle: "call_off"."""
    particle = child(word, "prt")
    return f"{lemma}_{particle.lower_}" if particle is not None else lemma


def _class_of(lemma: str) -> Status | None:
    return next((status for listed, status in GOVERNING if lemma in listed), None)
