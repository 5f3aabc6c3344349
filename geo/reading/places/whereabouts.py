"""What a sentence says of a name that no gazetteer has: somebody gets there, or it is called a village.

spaCy's small model takes most names of far-away villages for people. Knows syntax only.
"""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Doc, Token

from geo.reading.places.given_names import GIVEN_NAMES
from geo.reading.places.names import Name
from geo.reading.places.sites import preposition, shared_word
from geo.reading.places.words import (
    CALENDAR,
    DIRECTIONAL,
    GROUND_NOUNS,
    GROUND_VERBS,
    LOCATIVE,
    REACHING_VERBS,
    SETTLEMENT_NOUNS,
    STAYING_VERBS,
)

_ABOUT = (
    r"(?:(?:just|only|some|about|around|roughly|nearly|almost|over|more\sthan|less\sthan|approximately)"
    r"\s){0,2}"
)
_LONG = (
    r"(?:\d[\d,.]{0,7}|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|(?:a|one|two|three|four|five)\shundred)"
    r"[\s-]?(?:km|kms|kilomet(?:er|re)s?|(?:nautical\s)?miles?)(?:\s\([^)]{1,24}\))?"
)
_UNIT = re.compile(r"(?:km|kms|kilomet(?:er|re)s?|miles?)\b", re.IGNORECASE)
_TOWARDS = r"(?:to\sthe\s)?(?:due\s)?(?:north|south|east|west)[\w-]{0,10}"
_MEASURED_AFTER = re.compile(
    rf"(?:,\s|\s)(?:(?:which|that)\s)?(?:(?:is|was|lies|lay|sits|stands)\s)?(?:(?:located|situated)\s)?"
    rf"(?:an?\s(?:[\w-]{{1,15}}\s){{1,3}})?{_ABOUT}{_LONG},?\s(?:away\s)?"
    rf"(?:{_TOWARDS}\b|from\b|off\b|outside\b|away\b|inland\b)",
    re.IGNORECASE,
)
_MEASURED_BEFORE = re.compile(
    rf"{_LONG}\s(?:away\s)?(?:{_TOWARDS}\s(?:of|from)|from|off|outside)\s(?:the\s(?:[\w-]{{1,15}}\s){{1,3}})?\Z",
    re.IGNORECASE,
)
_WINDOW = 20
"""Tokens beside a name in which a length is looked for."""
REACHED = 1.3
"""What it counts that somebody gets there, lives there or dies there."""
_BESIDE = frozenset({"near", "outside", "inside", "through", "into", "across", "throughout"})
_ENDS = frozenset({"from", "to", "into"})
_WAY = 7
"""Tokens between the ends of a way."""
_CALLING = SETTLEMENT_NOUNS | GROUND_NOUNS
_MAX_CLIMB = 4


def whereabouts(name: Name) -> float:
    """How much the verb and the preposition speak for the name being ground, whatever the name is."""
    if name.tokens[0].lower_ in GIVEN_NAMES:
        return 0.0
    word = preposition(name)
    if word in LOCATIVE or word in DIRECTIONAL:
        verb = _governor(name.root)
        if verb in REACHING_VERBS or (verb in STAYING_VERBS and word in LOCATIVE):
            return REACHED
    return REACHED / 2 if word in _BESIDE else 0.0


def is_called_ground(name: Name) -> bool:
    """Whether the text says what it is: "the camp of X", "X refugee camp", "X, a village in Panama"."""
    doc, root = name.doc, name.root
    if is_measured(name):
        return True
    if name.start > 1 and doc[name.start - 1].lower_ == "of" and doc[name.start - 2].lower_ in _CALLING:
        return True
    if (name.end < len(doc) and doc[name.end].text in _CALLING) or shared_word(name):
        return True
    if root.dep_ in {"compound", "nmod"} and root.head.i >= name.end and root.head.text in GROUND_NOUNS:
        return root.head.i + 1 == len(doc) or doc[root.head.i + 1].lower_ != "of"
    return any(t.dep_ == "appos" and t.i >= name.end and t.text in _CALLING for t in root.children)


def companions(name: Name) -> list[Token]:
    """The names that it is listed with, and the other end of a way "from X to Y"."""
    root = name.root
    listed = [root.head] if root.dep_ == "conj" and preposition(name) else []
    if root.dep_ != "pobj" or root.head.lower_ not in _ENDS:
        return listed
    near = root.doc[max(0, root.i - _WAY) : root.i + _WAY]
    others = _ENDS - {root.head.lower_}
    return listed + [token for token in near if token.dep_ == "pobj" and token.head.lower_ in others]


def is_quit(name: Name) -> bool:
    """Whether it is what a verb of leaving or reaching has for an object ("departed Hobart Thursday")."""
    root = name.root
    if root.dep_ == "compound" and root.head.i == name.end and root.head.lower_ in CALENDAR:
        root = root.head  # the parser hangs the name on the day
        return root.head.lemma_ in GROUND_VERBS and root.head.i == name.start - 1
    return root.dep_ == "dobj" and root.head.lemma_ in GROUND_VERBS


def is_measured(name: Name) -> bool:
    """Whether the text says how far it is from somewhere, or something from it ("X, 30 km from Y")."""
    if not _tells_length(name.doc) or (len(name.tokens) > 1 and name.tokens[0].lower_ in GIVEN_NAMES):
        return False
    doc, last = name.doc, name.tokens[-1]
    after = last.whitespace_ + doc[name.end : name.end + _WINDOW].text
    if _MEASURED_AFTER.match(after):
        return True
    before = doc[max(0, name.start - _WINDOW) : name.start].text_with_ws
    return not after.startswith(("'s", "’s")) and _MEASURED_BEFORE.search(before) is not None


@lru_cache(maxsize=2)
def _tells_length(doc: Doc) -> bool:
    """Whether a paragraph has a unit of length at all; most have none."""
    return _UNIT.search(doc.text) is not None


def _governor(root: Token) -> str:
    """The verb that the name's preposition belongs to, also through "the town of" and a list of names."""
    token = root
    for _ in range(_MAX_CLIMB):
        if token.pos_ == "VERB":
            break
        token = token.head
    return str(token.lemma_.lower()) if token.pos_ == "VERB" else ""
