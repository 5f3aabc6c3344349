"""Names that say by their own words what they are: a building, a street, a water, a division, a body."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Token

from geo.reading.places.heads import (
    CLUB_KINDS,
    FACILITY_HEADS,
    LEADING_HEADS,
    NATURE_HEADS,
    NATURE_LEADING,
    OF_HEADS,
    ORGANISATION_WORDS,
    PERSONLIKE_HEADS,
    REGION_HEADS,
    SHARED_WORDS,
)
from geo.reading.places.names import Name, is_capital
from geo.reading.places.words import (
    LOCATIVE,
    NOT_PEOPLES,
    OWNING_WORDS,
    SETTLEMENT_NOUNS,
    TERRITORY_NOUNS,
)

_ROAD = re.compile(r"(?:[ABMEN]-?\d{1,4}|I-\d{1,3}|SR-\d{1,4}|US-\d{1,3})$")


_MAX_CLIMB = 4
_MAX_LIST = 8
_LISTING = frozenset({",", "and", "or", "/"})


def is_organisation(name: Name) -> bool:
    """Whether the words of the name say that it is a body, a paper, a team, a treaty or an event."""
    words = [token.lower_.rstrip(".") for token in name.tokens]
    return len(words) > 1 and (
        words[-1] in ORGANISATION_WORDS or (words[0] in ORGANISATION_WORDS and "of" in words)
    )


def is_site(name: Name) -> bool:
    """Whether the words of the name say that it is a building, a street, a water, a hill or a division."""
    tokens = name.tokens
    if len(tokens) < 2:
        return is_road(tokens[0].text) and (has_article(name) or preposition(name) != "")
    words = [token.lower_.rstrip(".") for token in tokens]
    if any(a in OF_HEADS and b == "of" for a, b in pairwise(words[:-1])):
        return True
    if is_organisation(name) or words[0] in NOT_PEOPLES or tokens[0].text[0].isdigit():
        return False
    if words[0] in LEADING_HEADS and words[1].isdigit():
        return True
    if words[0] in LEADING_HEADS and (name.label != "PERSON" or words[0] in NATURE_LEADING):
        return True
    return "of" not in words and _has_head(name, words[-1])


def is_built(name: Name) -> bool:
    """Whether a site is a thing that people built in some town, and no water, hill or division."""
    words = [token.lower_.rstrip(".") for token in name.tokens]
    if len(words) < 2:
        return is_road(name.tokens[0].text)
    if words[-1] in REGION_HEADS or words[-1] in NATURE_HEADS or words[0] in NATURE_LEADING:
        return False
    return is_site(name)


def _has_head(name: Name, head: str) -> bool:
    if head in PERSONLIKE_HEADS and name.label in {"PERSON", ""}:
        return has_article(name) or preposition(name) in LOCATIVE
    if head == "club":
        return name.tokens[-2].lower_ in CLUB_KINDS
    return head in FACILITY_HEADS or head in NATURE_HEADS or head in REGION_HEADS


def _is_of_ground(root: Token) -> bool:
    """Whether the word is part of what a noun for a place is called ("at Khasan train station")."""
    if root.dep_ not in {"compound", "nmod"} or root.head.i <= root.i:
        return False
    noun = root.head.text
    return noun in TERRITORY_NOUNS or noun in FACILITY_HEADS or noun in SETTLEMENT_NOUNS


def is_road(word: str) -> bool:
    """Whether a word is the number of a road ("A417", "I-95")."""
    return _ROAD.match(word) is not None


def shared_word(name: Name) -> str:
    """The word that the names of a list share, in the singular: "County" for "Pinal and Gila counties"."""
    doc = name.doc
    for token in doc[name.end : name.end + _MAX_LIST]:
        if token.text in SHARED_WORDS:
            return SHARED_WORDS[token.text]
        if not (token.text in _LISTING or is_capital(token)):
            return ""
    return ""


def is_division(name: Name) -> bool:
    """Whether its last word says that it is a county, a ward or the like."""
    return len(name.tokens) > 1 and name.tokens[-1].lower_ in REGION_HEADS


def has_article(name: Name) -> bool:
    """Whether "the" stands before the name."""
    return name.start > 0 and name.doc[name.start - 1].lower_ == "the"


def preposition(name: Name) -> str:
    """The preposition that the name hangs on, through coordination; "" where there is none.

    "Shares in", "faith in" and the like are none: what they lead to is no place.
    """
    root = name.root
    for _ in range(_MAX_CLIMB):
        if root.dep_ in {"conj", "appos"} or _is_of_ground(root):
            root = root.head
    if root.dep_ != "pobj" or (root.head.lower_ == "in" and root.head.head.lemma_.lower() in OWNING_WORDS):
        return ""
    word = str(root.head.lower_)
    return "from" if word == "of" and root.head.head.lower_ == "out" else word
