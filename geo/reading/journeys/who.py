"""Who travels in a leg: the known referent of its words, or what the words themselves name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from geo.model import Mode
from geo.reading.journeys.crowds import LARGE, is_general
from geo.reading.journeys.legs import Leg
from geo.reading.journeys.verbs import CARRYING
from geo.reading.sentences.clauses import VERBAL, child, children, climb, direct_object, subject
from geo.reading.sentences.lexicon import nouns_for
from geo.reading.sentences.motion import LINE, Part
from geo.reading.sentences.motion_verbs import VERBS
from geo.reading.sentences.movers import CRAFT, can_move
from geo.reading.sentences.naming import counted, describe
from geo.reading.sentences.referents import PARTS, Referent
from geo.reading.sentences.travellers import Cast
from geo.reading.sentences.vehicles import VEHICLES
from geo.reading.words import words

_PREMISES = words(
    "headquarters office base plant factory school hospital stadium house shop store station studio"
)
"""Things that move by name only: "moved its headquarters to Lima"."""
_BOARDING = words("board take catch")
_LONGEST_NAME = 8
"""Tokens of a clause that stands for a name: "those who wished to go back"."""


def traveller_of(leg: Leg, cast: Cast) -> Referent | None:
    """The one, group or craft that travels; ``None`` for who is nobody in particular, or no traveller."""
    sent = leg.trigger.dep_ == "acl" and Part.TRAVELLER in leg.frame.direct
    token = leg.traveller if sent else _aboard(leg.traveller)
    if token == leg.trigger and leg.frame is not LINE:
        return cast.in_mind(leg.paragraph, token)
    if is_general(leg):
        return None
    known = cast.who(leg.paragraph, token)
    if known is None and token.tag_ == "PRP$":
        verb = next((t for t in climb(leg.trigger) if t.pos_ in VERBAL), None)
        token = (subject(verb) if verb is not None else None) or token
        known = cast.who(leg.paragraph, token)
    if known is not None:
        return known.owner if known.owner is not None else known
    if not _can_travel(leg, token):
        return None
    clause = child(token, "relcl") if token.lower_ == "those" else None
    last = min(clause.right_edge.i, token.i + _LONGEST_NAME) if clause is not None else None
    name = describe(token) if last is None else token.doc[token.i : last + 1].text
    return Referent(key=-1, names=Counter([name]), plural=token.tag_ == "NNS")


def _aboard(craft: Token) -> Token:
    """Who is on the craft that goes on: "left on a jet, which landed in Lima"."""
    boarded = craft.dep_ == "dobj" and craft.head.lemma_ in _BOARDING
    on = craft.dep_ == "pobj" and craft.head.lower_ in {"on", "aboard"}
    verb = craft.head.head if on else craft.head
    if not (on or boarded) or craft.lemma_.lower() not in CRAFT or verb.lemma_ not in VERBS:
        return craft
    return subject(verb) or craft


def mode_of_craft(craft: Referent) -> Mode:
    """The way by which a craft goes that the article calls a tanker or a jet."""
    return next((VEHICLES[word] for word in sorted(craft.roles) if word in VEHICLES), Mode.UNKNOWN)


def _can_travel(leg: Leg, token: Token) -> bool:
    """Whether a word that is no known person, group or vehicle can be who travels."""
    if token.lower_ in PARTS or (token.pos_ in {"PRON", "DET", "NOUN"} and token.lower_ == "none"):
        return child(token, "prep") is not None
    if token.pos_ == "NUM" or (token.lower_ == "those" and child(token, "relcl") is not None):
        return True
    if token.pos_ == "PROPN":
        if token.dep_ in {"nsubjpass", "dobj"} and token.ent_type_ != "ORG":
            return True
        if token.tag_ == "NNPS" and any(c.lower_ == "the" or c.dep_ == "nummod" for c in token.children):
            return True
        return not (leg.frame.light and (token.ent_type_ == "ORG" or child(token, "det") is not None))
    if token.pos_ != "NOUN":
        return token.pos_ in {"ADJ", "VERB"} and any(c.lower_ == "the" for c in children(token, "det"))
    lemma = counted(token).lemma_.lower()
    named_craft = any(c.lemma_.lower() in CRAFT for c in children(token, "compound"))
    if can_move(lemma) or named_craft or token.lower_ in LARGE or _is_called_who(token):
        return True
    moved = Part.TRAVELLER in leg.frame.direct and lemma in nouns_for("thing") - _PREMISES
    return moved or (
        not leg.frame.light and leg.trigger.pos_ in VERBAL and lemma not in nouns_for("abstract")
    )


def _is_called_who(noun: Token) -> bool:
    return any(
        t.lower_ in {"who", "whom", "whose"} for c in noun.children if c.dep_ == "relcl" for t in c.subtree
    )


def alias_of(leg: Leg) -> str:
    """The words that the leg has for its traveller."""
    token, load = leg.traveller, direct_object(leg.trigger)
    if leg.trigger.lemma_ in CARRYING and leg.trigger.head == token and load is not None and load != token:
        return f"{describe(token)} {leg.trigger.text} {describe(load)}"
    return describe(token) if token.pos_ in {"NOUN", "PROPN", "NUM"} else token.lower_


def companion_names(leg: Leg, cast: Cast, who: Referent) -> Iterator[str]:
    """The names of who goes along."""
    for token in leg.companions:
        other = cast.who(leg.paragraph, token)
        if other is not None and other is not who and other.kind != "craft":
            yield other.name
        elif other is None and token.pos_ == "PROPN":
            yield describe(token)
