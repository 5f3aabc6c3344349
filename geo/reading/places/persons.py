"""What a sentence says of a name that is somebody: an age, a brother, a song. Knows syntax only."""

from __future__ import annotations

from spacy.tokens import Token

from geo.reading.places.given_names import GIVEN_NAMES, NATIONAL_GIVEN_NAMES
from geo.reading.places.names import Name
from geo.reading.places.sites import has_article, preposition
from geo.reading.places.words import (
    ACTS_OF_STATE,
    DEEDS,
    DONE_TO_PEOPLE,
    LOCATIVE,
    MEETING_VERBS,
    PERSON_NOUNS,
    SOCIAL,
)

SURELY = 4.0
"""For an age, "who", or a word for somebody beside the name: no town has these."""
BY_DEED = 2.5
"""For what only people do or suffer, and for "his" and "her"."""
_OF_PEOPLE = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "poss"})
"""What somebody, rather than somewhere, is in a sentence."""
_HUMAN_PRONOUNS = frozenset({"his", "her", "he", "she"})
_OLDEST = 110
_CLAUSE = 25
"""Tokens of a clause that are looked through."""


def stands_as_person(name: Name) -> bool:
    """Whether the name stands where somebody does: as subject, object or owner, or after "with"."""
    return name.root.dep_ in _OF_PEOPLE or preposition(name) in SOCIAL


def acts(name: Name) -> bool:
    """Whether it stands where rather somebody does: as subject or owner, or after "by"."""
    return name.root.dep_ in _OF_PEOPLE - {"dobj"} or preposition(name) in SOCIAL


def is_told_as_person(name: Name, *, large: bool) -> bool:
    """Whether the text beside the name says outright that it is somebody.

    A ``large`` place may win and lose as somebody does ("Sri Lanka, who won"), but has no age.
    """
    stands = name.root.dep_ in _OF_PEOPLE and not has_article(name)
    return stands and (_has_age(name) or _is_described(name.root, large=large))


def acts_as_person(name: Name) -> bool:
    """Whether the name does or suffers what only people do, or "his" and "her" go back to it."""
    root, verb = name.root, name.root.head
    if root.dep_ == "nsubj":
        return verb.lemma_ in DEEDS or _is_old(verb) or _pronouns(root) & _HUMAN_PRONOUNS != set()
    if root.dep_ == "nsubjpass":
        return verb.lemma_ in DONE_TO_PEOPLE or _pronouns(root) & _HUMAN_PRONOUNS != set()
    if root.dep_ == "dobj":
        return verb.lemma_ in MEETING_VERBS
    return _is_paired(root)


def acts_as_state(name: Name) -> bool:
    """Whether the name does what only states do, or "its" goes back to it."""
    root = name.root
    if root.dep_ != "nsubj":
        return False
    return root.head.lemma_ in ACTS_OF_STATE or "its" in _pronouns(root)


def _has_age(name: Name) -> bool:
    """Whether an age follows ("Pierce, 34, was arrested")."""
    after = name.doc[name.end : name.end + 3]
    if (
        len(after) < 3
        or after[0].text != ","
        or not after[1].text.isdigit()
        or after[2].text not in {",", "."}
    ):
        return False
    return len(after[1]) < 4 and int(after[1].text) <= _OLDEST


def _is_described(root: Token, *, large: bool) -> bool:
    """Whether "who" or a word for somebody follows the name ("Lansing, a father of three")."""
    for token in root.doc[root.i + 1 : root.i + _CLAUSE]:
        if token.head.i != root.i:
            continue
        if token.dep_ == "appos" and token.text in PERSON_NOUNS:
            return True
        if token.dep_ == "relcl":
            is_who = any(word.lower_ == "who" for word in root.doc[root.i + 1 : token.i])
            return is_who and (not large or _is_old(token))
    return False


def _is_old(verb: Token) -> bool:
    """Whether it says how old the subject was ("Houston was 48", "London was forty")."""
    if verb.lemma_ != "be":
        return False
    after = [token for token in verb.doc[verb.i + 1 : verb.i + 4] if token.head.i == verb.i]
    return any(token.dep_ == "attr" and token.pos_ == "NUM" for token in after)


def _pronouns(root: Token) -> set[str]:
    """The pronouns of the clause that may go back to its subject; none where another may own them."""
    found = set()
    for token in root.doc[root.i + 1 : root.i + _CLAUSE]:
        if token.is_sent_start or token.ent_type_ == "PERSON":
            break
        if token.pos_ == "PRON" and (token.dep_ == "poss" or token.dep_ == "nsubj"):
            found.add(token.lower_)
    return found


def _is_paired(root: Token) -> bool:
    """Whether it is named in one breath with somebody of a given name ("Kelly and Preston")."""
    first = root.head
    if root.dep_ != "conj" or preposition_of(first) in LOCATIVE:
        return False
    return first.lower_ in GIVEN_NAMES - NATIONAL_GIVEN_NAMES and first.ent_type_ == "PERSON"


def preposition_of(token: Token) -> str:
    """The preposition before a word that hangs on one."""
    return str(token.head.lower_) if token.dep_ == "pobj" else ""
