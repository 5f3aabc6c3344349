"""What a word makes of the clause or the noun that it governs: plans it, proposes, doubts or denies it."""

from __future__ import annotations

from spacy.tokens import Token

from geo.model import Status
from geo.reading.sentences.clauses import VERBAL, child, children
from geo.reading.sentences.modality import DENYING, FAILING, GOVERNING, REFUTING
from geo.reading.sentences.verbgroups import is_negated
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
        return Status.PLANNED if lemma == "delay" and _is_put_off(word) else None
    if word.pos_ == "NOUN":
        return _under_a_noun(word, status)
    if word.pos_ not in VERBAL:
        return status
    if status is Status.DENIED:
        if is_negated(word):
            return Status.POSSIBLE
        return Status.PLANNED if _is_put_off(word) else status
    off = is_negated(word) and lemma != "wait"
    return Status.DENIED if off or _came_to_nothing(word, status) else status


def _is_put_off(verb: Token) -> bool:
    """Whether it is only later: "postponed until May"."""
    put_off = verb.lemma_ in {"postpone", "put", "delay"}
    return put_off and any(c.lower_ in {"until", "till", "to"} for c in children(verb, "prep", "mark"))


def _came_to_nothing(verb: Token, status: Status) -> bool:
    """Whether a plan is told as off: "was supposed to", "had been due to", "had hoped to ..., but"."""
    if verb.lemma_ == "suppose":
        return any(c.lower_ in {"was", "were"} for c in children(verb, "auxpass"))
    if status is not Status.PLANNED or not any(c.lower_ == "had" for c in children(verb, "aux")):
        return False
    return child(verb, "auxpass") is not None or any(t.lower_ == "but" for t in verb.sent if t.i > verb.i)


def _under_a_noun(noun: Token, status: Status) -> Status:
    """What is said of a plan or an invitation: "scrapped plans to", "accepted an invitation to"."""
    verb = noun.head
    if any(c.lower_ == "no" for c in children(noun, "det")) or _is_said_to_fail(noun, verb):
        return Status.DENIED
    if noun.dep_ not in {"dobj", "nsubjpass"} or verb.pos_ not in VERBAL:
        return status
    lemma = verb.lemma_.lower()
    if with_particle(verb, lemma) in DENYING or lemma in DENYING | REFUTING:
        return Status.DENIED
    if lemma in {"accept", "take_up"} or (lemma == "take" and child(verb, "prt") is not None):
        return Status.PLANNED
    return status


def _is_said_to_fail(noun: Token, verb: Token) -> bool:
    """Whether "his attempt to leave failed" or "rumours of a visit were false"."""
    if noun.dep_ != "nsubj":
        return False
    said = child(verb, "acomp") if verb.lemma_ == "be" else None
    return with_particle(verb, verb.lemma_) in FAILING or (said is not None and said.lemma_ in REFUTING)


def with_particle(word: Token, lemma: str) -> str:
    """A lemma with its particle: "call_off"."""
    particle = child(word, "prt")
    return f"{lemma}_{particle.lower_}" if particle is not None else lemma


def _class_of(lemma: str) -> Status | None:
    return next((status for listed, status in GOVERNING if lemma in listed), None)
