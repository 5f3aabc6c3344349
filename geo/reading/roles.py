"""What a place name stands for where it is written: the ground, or those who govern it. Knows syntax only."""

from __future__ import annotations

from spacy.tokens import Span, Token

from geo.model import Role
from geo.reading.place_words import (
    ADDRESSED_VERBS,
    BEING_VERBS,
    DIRECTIONAL,
    GIVING_VERBS,
    LOCATIVE,
    SOCIAL,
    TERRITORY_NOUNS,
)

_MAX_CLIMB = 6


def role_of(root: Token, span: Span, *, site: bool) -> Role:
    """Literal or metonymic.

    Args:
        root: The token that the sentence hangs the name on.
        span: The whole name.
        site: Whether the name is of a building or a feature of nature: those stand for others less often.
    """
    head = _coordinated(root)
    if head.dep_ == "pobj":
        return _after_preposition(head)
    if head.dep_ in {"nsubj", "agent"}:
        return Role.LITERAL if site or head.head.lemma_ in BEING_VERBS else Role.METONYMIC
    if head.dep_ == "poss":
        return Role.LITERAL if head.head.lemma_.lower() in TERRITORY_NOUNS else Role.METONYMIC
    if head.dep_ in {"compound", "amod", "nmod"} and head.head.i >= span.end:
        return Role.LITERAL if site or head.head.lemma_.lower() in TERRITORY_NOUNS else Role.METONYMIC
    if head.dep_ in {"dobj", "dative"}:
        return Role.METONYMIC if head.head.lemma_ in ADDRESSED_VERBS else Role.LITERAL
    return Role.LITERAL


def _coordinated(token: Token) -> Token:
    """The first of the things that the name is listed with."""
    for _ in range(_MAX_CLIMB):
        if token.dep_ not in {"conj", "appos"} or token.head is token:
            return token
        token = token.head
    return token


def _after_preposition(token: Token) -> Role:
    preposition = token.head
    word, governor = preposition.lower_, preposition.head
    if word in LOCATIVE:
        return Role.LITERAL
    if word in SOCIAL:
        return Role.METONYMIC
    if word == "to" and governor.lemma_ in GIVING_VERBS:
        return Role.METONYMIC
    if word in DIRECTIONAL:
        return Role.LITERAL
    return Role.LITERAL
