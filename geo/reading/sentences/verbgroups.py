"""What the words of a verb group say of it: that it is negated, a habit, lasting, finite."""

from __future__ import annotations

from spacy.tokens import Token

from geo.reading.sentences.clauses import SUBJECTS, child, children
from geo.reading.sentences.modality import HABITS
from geo.reading.words import words

PRESENT = words("VBZ VBP")
"""Tags of the present tense."""
_UNTIL = words("until till")
_NOBODY = words("no neither none nobody")
_EACH = words("every each twice times")
_NOT_QUITE = words("nearly almost")


def is_negated(verb: Token) -> bool:
    """Whether "not", "no longer" or "nearly" stands with the verb, or "no one" does it."""
    for c in verb.children:
        if (c.dep_ == "neg" and not _not_only(c)) or c.lower_ in {"never", "n't", "n’t"}:
            return True
        if c.dep_ == "advmod" and (c.lower_ in _NOT_QUITE or child(c, "neg") is not None):
            return True
        if c.dep_ in SUBJECTS and any(t.lower_ in _NOBODY for t in (c, *children(c, "det"))):
            return True
    return False


def is_until(verb: Token) -> bool:
    """Whether it is told until when it was not so: who "did not leave until Friday" left."""
    clauses = [t for c in children(verb, "advcl") for t in children(c, "mark", "prep")]
    return any(c.lower_ in _UNTIL for c in (*children(verb, "prep"), *clauses))


def _not_only(negation: Token) -> bool:
    following = negation.doc[negation.i + 1 : negation.i + 2]
    return bool(following) and following[0].lower_ in {"only", "just", "merely"}


def is_asked(verb: Token) -> bool:
    """Whether it is asked if it is so: "Did he fly to Lima?"."""
    if verb.sent[-1].lower_ != "?" or not _is_turned(verb):
        return False
    asking = (t for c in verb.children for t in (c, *c.children) if t.i < verb.i)
    return not any(t.tag_ in {"WRB", "WP", "WDT"} for t in asking)


def is_inverted(verb: Token) -> bool:
    """Whether it is a condition without "if": "Had he flown to Lima, he would have been late"."""
    opening = verb.left_edge.lower_ in {"had", "should", "were"}
    return verb.dep_ in {"advcl", "ccomp"} and opening and _is_turned(verb)


def _is_turned(verb: Token) -> bool:
    doer, first = child(verb, *SUBJECTS), child(verb, "aux", "auxpass")
    return doer is not None and first is not None and first.i < doer.i < verb.i


def is_to_come(verb: Token) -> bool:
    """Whether a time beside it that needs no calendar lies ahead: "tomorrow", "next week"."""
    for c in children(verb, "npadvmod", "advmod", "prep"):
        day = child(c, "pobj") if c.dep_ == "prep" else c
        if day is not None and (day.lower_ == "tomorrow" or _is_next(day)):
            return True
    return False


def _is_next(day: Token) -> bool:
    return day.ent_type_ == "DATE" and any(t.lower_ in {"next", "coming"} for t in day.children)


def is_habit(verb: Token) -> bool:
    """Whether it is told of many times: "often", "every year", "on Sundays", "three times a week"."""
    for c in verb.children:
        if c.dep_ == "advmod" and c.lower_ in HABITS:
            return True
        if c.dep_ == "npadvmod" and any(t.lower_ in _EACH for t in c.children):
            return True
        if c.dep_ == "prep" and c.lower_ == "on":
            day = child(c, "pobj")
            if day is not None and day.lower_.endswith("days") and day.ent_type_ == "DATE":
                return child(day, "amod", "nummod", "det") is None
    return False


def is_lasting(verb: Token) -> bool:
    """Whether it is told how long something still goes on: "runs through Wednesday"."""
    present = verb.tag_ in PRESENT and verb.lemma_ in {"run", "last", "continue"}
    ends = [child(c, "pobj") for c in children(verb, "prep") if c.lower_ in {"through", "until", "till"}]
    return present and any(end is not None and end.ent_type_ == "DATE" for end in ends)


def is_finite(verb: Token) -> bool:
    """Whether the verb group has a tense of its own."""
    tenses = {"VBD", "VBZ", "VBP", "MD"}
    return verb.tag_ in tenses or any(c.tag_ in tenses for c in verb.children)
