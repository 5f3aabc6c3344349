"""Who denies or doubts what a clause tells: "denied that", "rumours that", "unclear whether"."""

from __future__ import annotations

from spacy.tokens import Token

from geo.model import Status
from geo.reading.sentences.clauses import child, children, governor
from geo.reading.sentences.governing import with_particle
from geo.reading.sentences.modality import BELIEVING, CONFIRMING, DENYING, DOUBTFUL_REPORTS, HEARSAY, REFUTING
from geo.reading.sentences.verbgroups import is_negated
from geo.reading.words import words

_FALSELY = words("falsely wrongly mistakenly")
_PROOFS = words("evidence sign proof indication trace hint record")
"""Where there is none, nobody stands by it that something was so."""


def attributed(verb: Token, status: Status) -> Status:
    """Who denies or doubts that it is so: "denied that", "rumours that", "unclear whether"."""
    if _is_contrary(verb):
        return Status.DENIED
    mark = child(verb, "mark")
    if mark is not None and mark.lower_ in {"if", "whether"} and status is not Status.DENIED:
        return Status.POSSIBLE
    above = governor(verb)
    if verb.dep_ not in {"ccomp", "acl", "xcomp", "advcl"} or above is None or _is_relation(verb):
        return status
    if verb.dep_ == "advcl" and (mark is None or mark.lower_ != "that"):
        return status
    if _is_refuted(above) or any(c.lower_ in _FALSELY for c in children(above, "advmod")):
        return Status.DENIED
    if status not in {Status.HAPPENED, Status.PLANNED}:
        return status
    adjective = child(above, "acomp")
    doubted = above.lemma_ in DOUBTFUL_REPORTS or (
        adjective is not None and adjective.lemma_ in DOUBTFUL_REPORTS
    )
    guessed = above.lemma_ in BELIEVING and status is Status.HAPPENED
    return Status.POSSIBLE if doubted or guessed or _is_withheld(above) else status


def _is_contrary(verb: Token) -> bool:
    """Whether it is wished or supposed against the facts: "if he had gone, he would", "I wish I had gone"."""
    if verb.tag_ != "VBN" or not any(c.lower_ in {"had", "'d", "’d"} for c in children(verb, "aux")):
        return False
    mark, host = child(verb, "mark"), verb.head
    supposed = verb.dep_ == "advcl" and mark is not None and mark.lower_ == "if"
    if supposed:
        return any(c.tag_ == "MD" for c in children(host, "aux"))
    return verb.dep_ == "ccomp" and host.lemma_ == "wish"


def _is_withheld(above: Token) -> bool:
    """Whether nobody stands by it: "declined to confirm that", "did not say that"."""
    if above.lemma_ in _PROOFS:
        return any(c.lower_ == "no" for c in children(above, "det"))
    if above.lemma_ not in CONFIRMING:
        return False
    higher = governor(above)
    refused = above.dep_ == "xcomp" and higher is not None and higher.lemma_ in DENYING
    return refused or is_negated(above)


def _is_refuted(above: Token) -> bool:
    """Whether it is denied that ..., or a report that ... is denied."""
    if above.lemma_ in REFUTING:
        return child(above, "neg") is None
    verb = above.head
    return (
        above.lemma_ in HEARSAY
        and above.dep_ in {"dobj", "nsubjpass"}
        and (verb.lemma_ in REFUTING or with_particle(verb, verb.lemma_) in DENYING)
    )


def _is_relation(verb: Token) -> bool:
    return any(c.tag_ in {"WDT", "WP"} for c in verb.children)
