"""What the words of a verb group say of it: that it is negated, a habit, lasting, finite."""

from __future__ import annotations

from spacy.tokens import Token

from geo.reading.sentences.clauses import child, children
from geo.reading.sentences.modality import HABITS
from geo.reading.words import words

PRESENT = words("VBZ VBP")
"""Tags of the present tense."""


def is_negated(verb: Token) -> bool:
    """Whether "not" or "never" stands with the verb, or "no one" does it."""
    return any(
        (c.dep_ == "neg" and not _not_only(c)) or c.lower_ in {"never", "n't", "n’t"} for c in verb.children
    )


def _not_only(negation: Token) -> bool:
    following = negation.doc[negation.i + 1 : negation.i + 2]
    return bool(following) and following[0].lower_ in {"only", "just", "merely"}


def is_habit(verb: Token) -> bool:
    """Whether it is told of many times: "often", "every year", "on Sundays", "three times a week"."""
    for c in verb.children:
        if c.dep_ == "advmod" and c.lower_ in HABITS:
            return True
        if c.dep_ == "npadvmod" and any(t.lower_ in {"every", "each"} for t in c.children):
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
