"""What the words beside a name say for its being a place, or against it. Knows syntax only."""

from __future__ import annotations

from spacy.tokens import Token

from geo.reading.page.imprint import AGENCIES
from geo.reading.places.names import Name, is_capital
from geo.reading.places.sites import preposition
from geo.reading.places.whereabouts import is_called_ground, is_quit
from geo.reading.places.words import (
    CALENDAR,
    DIRECTION_WORDS,
    DIRECTIONAL,
    DWELLERS,
    GOVERNMENT_WORDS,
    LOCATIVE,
    PLACE_SUFFIXES,
    SETTLEMENT_NOUNS,
    SPEECH_VERBS,
    TITLES,
)

_QUIT = 1.0
"""For what one departs, reaches or flees: hardly ever somebody."""
_CALLED = 2.3
"""For a name of which the text says outright that it is a village, a camp or the like."""
_DWELT_IN = 1.8
"""For what has residents."""
_MAY_BE_PEOPLE = frozenset({"PERSON", "GPE", ""})
"""Labels under which people are found; a body speaks as well as a person does."""


def context(name: Name) -> float:
    """What the words around a name add for, or take from, its being a place."""
    doc, root = name.doc, name.root
    before = doc[name.start - 1] if name.start else None
    after = doc[name.end] if name.end < len(doc) else None
    score = (
        _governed(preposition(name))
        + (_QUIT if is_quit(name) else 0.0)
        + (_CALLED if is_called_ground(name) else 0.0)
    )
    if before is not None:
        score += _after_word(before, root)
    if after is not None:
        score += _before_word(after, root)
    if root.dep_ == "nsubj" and root.head.lemma_ in SPEECH_VERBS and name.label in _MAY_BE_PEOPLE:
        score -= 0.8
    return score


def _governed(preposition: str) -> float:
    if preposition in LOCATIVE:
        return 1.5
    return 0.6 if preposition in DIRECTIONAL else 0.0


def _after_word(before: Token, root: Token) -> float:
    score = 0.0
    if before.lower_.rstrip(".") in TITLES:
        score -= 3.0
    if before.text in DIRECTION_WORDS:
        score += 1.2
    if is_rest_of_name(before, root):
        score -= 3.5
    return score


def _before_word(after: Token, root: Token) -> float:
    if is_rest_of_name(root, after):
        return -3.5
    if after.text == "-" and after.i + 1 < len(after.doc):
        return 0.6 if after.doc[after.i + 1].lower_ in PLACE_SUFFIXES else -0.6
    if _is_beside_region(after):
        return 1.0
    if after.text in DWELLERS:
        return _DWELT_IN
    return 0.6 if after.lower_ in GOVERNMENT_WORDS else _shouted(after)


def _is_beside_region(after: Token) -> bool:
    """Whether ", Primorky region" follows: the name of something larger, by its own word."""
    rest = after.doc[after.i : after.i + 3]
    return len(rest) == 3 and after.text == "," and is_capital(rest[1]) and rest[2].text in SETTLEMENT_NOUNS


def _shouted(after: Token) -> float:
    """The dash or the agency after the place of a dateline within a paragraph ("DENVER (AP) - ...")."""
    if not after.i or not after.nbor(-1).is_upper or len(after.nbor(-1)) < 4:
        return 0.0
    if after.text == "(" and after.i + 1 < len(after.doc):
        return 2.5 if after.nbor(1).text in AGENCIES else 0.0
    return 1.5 if after.text in {"–", "—", "--"} else 0.0


def is_rest_of_name(first: Token, second: Token) -> bool:
    """Whether the second word is the rest of a name that the first begins ("Paris" in "Paris Hilton")."""
    if (
        second.pos_ != "PROPN"
        or not is_capital(second)
        or first.dep_ != "compound"
        or first.head.i < second.i
    ):
        return False
    word = second.lower_.rstrip(".")
    if second.ent_type_ == "DATE" and word in CALENDAR:
        return False  # the day of "departed Hobart Thursday"
    return word not in TITLES and word not in GOVERNMENT_WORDS
