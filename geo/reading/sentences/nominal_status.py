"""How real a report says that a noun of action is: "a planned visit", "cancelled his trip"."""

from __future__ import annotations

from spacy.tokens import Token

from geo.model import Status
from geo.reading.sentences.clauses import VERBAL, child, children, climb
from geo.reading.sentences.governing import governed
from geo.reading.sentences.modality import ADJECTIVES
from geo.reading.sentences.motion_nouns import CAUSED_NOUNS
from geo.reading.sentences.status import REAL, verb_status
from geo.reading.sentences.verbgroups import is_finite, is_lasting
from geo.reading.words import words

_TELLING = words("tell warn instruct like love convey press push look think ask swear train save raise")
"""Verbs that propose or plan what a clause after them says, but not what a noun after them names."""
_ASKING = words("ask press push look")
_RESISTING = words("oppose fight resist appeal challenge contest protest avert await face")
"""What one does against what others would do to one: "fought extradition"."""
_BEING_ON = words("way visit trip tour journey voyage flight")
_ESCAPING = words("spare escape avoid dodge evade")
_PRESUMING = words("about against amid despite of on over")
"""Prepositions after which a noun of action is taken as known: "could have an impact on the invasion"."""
_RELATIVE = words("after following since before during ahead")
_GOVERNING_NOUNS = words("""
    plan invitation proposal suggestion possibility idea request prospect talk rumor rumour threat hope fear
    call chance risk danger demand wish
""")  # fmt: skip
_GOVERNED_BY = frozenset({None, *words("for on to of about against from with")})


def noun_status(noun: Token) -> Status | None:
    """Status of what a noun of action tells; ``None`` for a habit or a statement of no time."""
    if any(is_lasting(clause) for clause in children(noun, "relcl")):
        return Status.UNDER_WAY
    if any(c.lower_ == "no" for c in children(noun, "det")):
        return Status.DENIED
    if _is_in_the_event(noun):
        return Status.POSSIBLE
    above = next((t for t in climb(noun) if t.pos_ in VERBAL or t.lemma_ in _GOVERNING_NOUNS), None)
    status = _noun_under(noun, above) if above is not None else Status.HAPPENED
    described = _described(noun)
    if described is None or (status is Status.DENIED and described is not Status.HAPPENED):
        return status
    return described


def _is_in_the_event(noun: Token) -> bool:
    """Whether it is said what would be "in the event of a return"."""
    event = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return event is not None and event.lemma_ in {"event", "case"} and event.head.lower_ == "in"


def _described(noun: Token) -> Status | None:
    """What the adjectives say: "planned", "cancelled", "recent"."""
    found = {c.lower_ for c in noun.children if c.dep_ in {"amod", "compound", "det", "advmod"}}
    for adjectives, status in ADJECTIVES:
        if found & adjectives and not (status is Status.HAPPENED and not found - {"first"}):
            return status
    return None


def _noun_under(noun: Token, above: Token) -> Status | None:
    """What the verb or noun above a noun of action makes of it."""
    path = _preposition_to(noun)
    asides = above.lemma_ == "talk" and path not in {"of", "about"}
    status = _governed(noun, above) if path in _GOVERNED_BY and not asides else None
    if status is not None:
        return status
    if above.pos_ not in VERBAL:
        return Status.HAPPENED
    if noun.dep_ == "dobj" and above.lemma_ == "have" and above.tag_ in {"VBZ", "VBP"}:
        return Status.PLANNED
    if _is_being_on(above, path):
        return Status.UNDER_WAY
    if path in _PRESUMING and not (path == "on" and noun.lemma_ in _BEING_ON):
        return Status.HAPPENED
    if path in _RELATIVE:
        above = next((t for t in (above, *climb(above)) if t.pos_ in VERBAL and is_finite(t)), above)
    told = verb_status(above)
    sure = path != "en" or told in REAL | {Status.PLANNED}
    return _beside(told, path) if sure else Status.HAPPENED


def _governed(noun: Token, above: Token) -> Status | None:
    """What the word above, or the adjective that it says of the noun, makes of it."""
    adjective = child(above, "acomp") if above.lemma_ == "be" and noun.dep_ == "nsubj" else None
    status = governed(adjective) if adjective is not None else None
    if noun.lemma_ in CAUSED_NOUNS and above.lemma_ in _RESISTING | _ESCAPING:
        return Status.DENIED if above.lemma_ in _ESCAPING else Status.POSSIBLE
    asked = above.lemma_ in _ASKING and noun.head.lower_ == "for"
    return status if status is not None or (above.lemma_ in _TELLING and not asked) else governed(above)


def _is_being_on(above: Token, path: str | None) -> bool:
    """Whether one "is on a visit" or "is in Lima for a visit"; "was on a visit" is past."""
    present = above.tag_ in {"VBZ", "VBP"}
    return present and (path == "en" or (path in {"on", "for"} and above.lemma_ == "be"))


def _beside(status: Status | None, path: str | None) -> Status | None:
    """A visit "after" which something happened took place; one "ahead" of which it did may still come."""
    if path in {"after", "following", "since", "until"} and status in REAL | {Status.DENIED}:
        return Status.HAPPENED
    if path == "ahead" and status is not None:
        return Status.PLANNED
    if path is not None and status is Status.DENIED:
        return Status.HAPPENED
    return status


def _preposition_to(noun: Token) -> str | None:
    """The preposition before a noun, "ahead" for "ahead of"."""
    if noun.dep_ != "pobj":
        return None
    before = noun.head
    return "ahead" if before.lower_ == "of" and before.head.lower_ == "ahead" else before.lower_
