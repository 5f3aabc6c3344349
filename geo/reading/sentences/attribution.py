"""Who denies or doubts what a clause tells: "denied that", "rumours that", "unclear whether"."""

from __future__ import annotations

from spacy.tokens import Token

from geo.model import Status
from geo.reading.sentences.clauses import child, governor
from geo.reading.sentences.governing import with_particle
from geo.reading.sentences.modality import DENYING, DOUBTFUL_REPORTS, HEARSAY, REFUTING


def attributed(verb: Token, status: Status) -> Status:
    """Who denies or doubts that it is so: "denied that", "rumours that", "unclear whether"."""
    mark = child(verb, "mark")
    if mark is not None and mark.lower_ in {"if", "whether"} and status is not Status.DENIED:
        return Status.POSSIBLE
    above = governor(verb)
    if verb.dep_ not in {"ccomp", "acl", "xcomp", "advcl"} or above is None or _is_relation(verb):
        return status
    if verb.dep_ == "advcl" and (mark is None or mark.lower_ != "that"):
        return status
    if _is_refuted(above):
        return Status.DENIED
    if status not in {Status.HAPPENED, Status.PLANNED}:
        return status
    adjective = child(above, "acomp")
    doubted = above.lemma_ in DOUBTFUL_REPORTS or (
        adjective is not None and adjective.lemma_ in DOUBTFUL_REPORTS
    )
    return Status.POSSIBLE if doubted else status


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
