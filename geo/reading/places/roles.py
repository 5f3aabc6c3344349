"""What a place name stands for where it is written: the ground, or those who govern it. Knows syntax only."""

from __future__ import annotations

from spacy.tokens import Span, Token

from geo.model import Role
from geo.reading.places.words import (
    ADDRESSED_VERBS,
    BEING_VERBS,
    GIVING_VERBS,
    GOVERNMENT_WORDS,
    GROUND_NOUNS,
    PARTNER_WORDS,
    SETTING_OUT,
    SOCIAL,
    TERRITORY_NOUNS,
)

_MAX_CLIMB = 6
_GROUND = TERRITORY_NOUNS | GROUND_NOUNS


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
        return _literal(site or head.head.lemma_ in BEING_VERBS)
    if head.dep_ == "poss":
        return _literal(head.head.lemma_.lower() in TERRITORY_NOUNS)
    if head.dep_ == "compound" and head.head.ent_type_ == "DATE":
        return Role.LITERAL  # hung on the day of "departed Hobart Thursday"
    if head.dep_ in {"compound", "amod", "nmod"} and head.head.i >= span.end:
        return _literal(site or _noun(head).lemma_.lower() in _GROUND)
    if head.dep_ == "dative":
        return Role.METONYMIC
    if head.dep_ == "dobj":
        return _literal(head.head.lemma_ not in ADDRESSED_VERBS)
    return Role.LITERAL


def _literal(holds: bool) -> Role:
    return Role.LITERAL if holds else Role.METONYMIC


def _coordinated(token: Token) -> Token:
    """The first of the things that the name is listed with, or stands beside ("Boise, Idaho")."""
    for _ in range(_MAX_CLIMB):
        listed = token.dep_ == "conj" or (
            token.dep_ == "appos" and token.head.ent_type_ in {"GPE", "LOC", "FAC"}
        )
        if not listed or token.head is token:
            return token
        token = token.head
    return token


def _noun(token: Token) -> Token:
    """The noun at the end of a row of nouns ("Delft police station")."""
    head = token.head
    for _ in range(_MAX_CLIMB):
        if head.dep_ != "compound":
            break
        head = head.head
    return head


def _leaves(verb: Token) -> bool:
    return verb.lemma_.lower() in SETTING_OUT


def _after_preposition(token: Token) -> Role:
    preposition = token.head
    word, governor = preposition.lower_, preposition.head.lemma_.lower()
    if word in SOCIAL:
        before = preposition.nbor(-1).lemma_.lower() if preposition.i else ""
        leaving = word == "for" and preposition.head.dep_ == "dobj" and _leaves(preposition.head.head)
        grounded = not {governor, before}.isdisjoint(TERRITORY_NOUNS) or governor in SETTING_OUT
        return _literal(grounded or leaving)
    if word == "to":
        return _literal(governor not in GIVING_VERBS and governor not in PARTNER_WORDS)
    if word == "of":
        governs = governor in GOVERNMENT_WORDS and governor not in TERRITORY_NOUNS | {"coast"}
        return _literal(not governs and governor not in PARTNER_WORDS)
    if word in {"from", "on", "between"}:
        return _literal(governor not in PARTNER_WORDS)
    return Role.LITERAL
