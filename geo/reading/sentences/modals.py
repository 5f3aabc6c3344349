"""What a modal makes of its verb: "will go", "may have gone", "would have gone if", "would later go"."""

from __future__ import annotations

from spacy.tokens import Token

from geo.model import Status
from geo.reading.sentences.clauses import child, children
from geo.reading.sentences.modality import LATER, MODALS, UNFULFILLED, WOULD
from geo.reading.sentences.verbgroups import is_inverted
from geo.reading.words import words

_DUE = words("reach arrive land dock return get")
"""Verbs of arriving: who "should reach Lima tonight" is expected there, not told to go."""


def modal_of(auxiliaries: list[Token]) -> str | None:
    """The modal among the auxiliaries of a verb."""
    return next((c.lower_ for c in auxiliaries if c.lower_ in MODALS), None)


def modal_status(verb: Token, modal: str, auxiliaries: list[Token]) -> Status:
    """What may have happened is a guess; what would have, if, and what should have did not."""
    conditional = any(_is_condition(c) for c in children(verb, "advcl", "ccomp"))
    if any(c.lemma_ == "have" for c in auxiliaries):
        unfulfilled = modal in UNFULFILLED or (modal in WOULD and conditional)
        if modal not in {"will", "shall", "wo"}:
            return Status.DENIED if unfulfilled else Status.POSSIBLE
    if conditional:
        return Status.POSSIBLE
    if modal == "should" and verb.lemma_ in _DUE and verb.dep_ != "ccomp":
        return Status.PLANNED
    later = any(c.lower_ in LATER for c in children(verb, "advmod"))
    return Status.HAPPENED if modal in WOULD and later and verb.dep_ != "ccomp" else MODALS[modal]


def _is_condition(clause: Token) -> bool:
    mark = child(clause, "mark")
    return is_inverted(clause) or (mark is not None and mark.lower_ in {"if", "unless"})
