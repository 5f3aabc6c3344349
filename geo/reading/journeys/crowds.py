"""Travellers that are nobody in particular: kinds, crowds in general, counts of statistics."""

from __future__ import annotations

from spacy.tokens import Token

from geo.reading.journeys.legs import Leg
from geo.reading.sentences.clauses import VERBAL, child, children, climb, direct_object
from geo.reading.sentences.motion import LINE, Part
from geo.reading.sentences.movers import BARE_CROWDS, CARGO, CRAFT, GOODS, STATISTICS
from geo.reading.sentences.verbgroups import PRESENT
from geo.reading.words import words

_NAMING = words("det nummod amod poss compound")
_RATES = words("second minute hour day week month year night season")
_FIGURES = 5
_PERIODS = words("year month annually daily decade century season years months")
LARGE = words("hundreds thousands millions million billion dozens")
"""Words that count without a number."""


def is_general(leg: Leg) -> bool:
    """Whether the words name nobody: "tourists", "people travelling to", "75,000 flights"."""
    token = leg.traveller
    if token.lemma_.lower() in GOODS | CARGO and leg.trigger.tag_ in PRESENT and child(token, "det") is None:
        return True
    if leg.frame is LINE:
        return False
    if token.tag_ not in {"NNS", "NNPS"} or any(c.lower_ in {"any", "no"} for c in token.children):
        return _is_any(token, leg.trigger)
    lemma = token.lemma_.lower()
    if lemma in {"million", "billion"}:
        return True
    if lemma == "flight" or (lemma in STATISTICS | CRAFT and any(map(_is_large, token.children))):
        return lemma == "flight" or _is_count(leg.trigger) or (lemma != "people" and _is_vast(token))
    if _is_rate(token):
        return True
    if any(c.dep_ in _NAMING for c in token.children):
        return False
    moved = Part.TRAVELLER in leg.frame.direct and token.dep_ == "nsubjpass"
    if moved or direct_object(leg.trigger) == token:
        return False
    ours = token.dep_ == "dobj" and token.head.lemma_ in {"have", "send", "see"}
    described = leg.trigger.dep_ == "acl" and leg.trigger.head == token and not ours and _is_generic(token)
    return described or lemma in BARE_CROWDS or token.ent_type_ == "NORP"


def _is_rate(token: Token) -> bool:
    """Whether so many do it in each of many times: "four pupils a year", "a day"."""
    following = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]]
    return len(following) == 2 and following[0] in {"a", "per", "every", "each"} and following[1] in _RATES


def _is_vast(token: Token) -> bool:
    """Whether a count is one of statistics: a million, or five figures."""
    figures = [t.text for t in token.lefts]
    return any(sum(c.isdigit() for c in text) >= _FIGURES for text in figures) or any(
        text.lower() in LARGE for text in figures
    )


def _is_count(trigger: Token) -> bool:
    """Whether it is told of a stretch of time, as counts are: "51,000 people had reached Italy this year"."""
    return any(
        t.lower_ in _PERIODS for c in children(trigger, "npadvmod", "prep", "advmod") for t in c.subtree
    )


def _is_generic(token: Token) -> bool:
    """Whether the sentence is of no time and its plural a kind: "people going to Paris must wait"."""
    verb = next((t for t in climb(token) if t.pos_ in VERBAL), None)
    if verb is None or token.lemma_.lower() in BARE_CROWDS:
        return True
    return verb.tag_ != "VBD" and not any(
        c.tag_ in {"VBD", "VBZ", "VBP"} for c in children(verb, "aux", "auxpass")
    )


def _is_any(token: Token, trigger: Token) -> bool:
    """Whether it is any one of a kind: "any weapons", "an aircraft travelling from London produces"."""
    if token.lemma_.lower() == "airline":
        return True
    determiner = child(token, "det")
    if determiner is not None and determiner.lower_ in {"any", "every", "each", "no"}:
        return True
    if determiner is None or determiner.lower_ not in {"a", "an"}:
        return False
    return trigger.dep_ == "acl" and trigger.tag_ == "VBG" and token.head.tag_ in {"VBZ", "VBP", "VB"}


def _is_large(token: Token) -> bool:
    if token.dep_ not in {"nummod", "quantmod", "amod"} and token.lower_ not in LARGE:
        return False
    digits = "".join(c for c in token.text if c.isdigit())
    return token.lower_ in LARGE or len(digits) >= 3 or any(t.lower_ in LARGE for t in token.children)
