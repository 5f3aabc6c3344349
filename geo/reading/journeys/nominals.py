"""Movements told by a noun: "Shoigu's visit to Pyongyang", "on a trip to", "a stop in", "deportation to"."""

from __future__ import annotations

from spacy.tokens import Token

from geo.reading.sentences.clauses import VERBAL, child, children, climb, subject
from geo.reading.sentences.ground import Ground, Spot
from geo.reading.sentences.motion import Frame
from geo.reading.sentences.motion_nouns import CAUSED_NOUNS, LIGHT_VERBS, NOUNS
from geo.reading.sentences.movers import CRAFT, can_move
from geo.reading.words import words

_LINKS = words("into at during after before on following for in since amid upon with from to")
_FACING = words("face risk fear await avoid escape fight resist want")
_BOARDING = words("take make catch board book leave miss pilot charter get")
_LISTED = words("trip visit journey")
TRIPS = words("visit trip tour journey holiday vacation honeymoon stopover stop pilgrimage voyage flight")
"""Nouns that a later sentence may take up alone: "called off the trip"."""
_STAGES = words("""
    end start beginning part leg course middle stage day eve completion culmination conclusion itinerary
    purpose outset aim cancellation talk point opening climax hour week threat risk prospect night
""")
"""Nouns for a piece of a journey or for talk of it: "on the second leg of a tour of"."""
_CALLS = words("stop stopover landing call visit crossing voyage")
"""What craft make themselves, rather than those aboard."""
_WAYS = words("way route")
_OWNED = words("way")
"""Nouns that are a movement only as someone's own: "on his way to"."""


def noun_frame(noun: Token) -> Frame | None:
    """The frame of a noun of motion; ``None`` for any other word."""
    if noun.pos_ != "NOUN" or noun.dep_ == "compound":
        return None
    lemma = noun.lemma_.lower()
    if lemma in CAUSED_NOUNS and noun.tag_ == "NNS":
        return None
    if lemma in _OWNED and child(noun, "poss") is None and not _is_on_the_way(noun):
        return None
    if lemma == "route" and noun.nbor(-1).lower_ != "en" if noun.i > 0 else lemma == "route":
        return None
    return NOUNS.get(lemma)


def _is_on_the_way(noun: Token) -> bool:
    """Whether the way is one that someone is on: "vanished on the way from Paris to Lima"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "on" and any(c.lower_ == "the" for c in noun.children)


def noun_traveller(paragraph: int, noun: Token, ground: Ground) -> Token | None:
    """Who makes the movement that a noun names."""
    possessor = child(noun, "poss")
    if possessor is not None and (noun.lemma_ == "invitation" or possessor.ent_type_ in {"DATE", "TIME"}):
        possessor = None
    if possessor is not None and not ground.is_place(paragraph, possessor):
        return possessor
    wanted = ("by", "of", "for") if noun.lemma_ in CAUSED_NOUNS | _OF_WHOM else ("by", "for")
    for preposition in children(noun, "prep", "agent"):
        inner = child(preposition, "pobj")
        if preposition.lower_ in wanted and inner is not None and not ground.is_place(paragraph, inner):
            return inner
    if is_listed(noun):
        return noun
    found = _of_verb(noun)
    if found is None and noun.lemma_ in TRIPS and _is_spoken_of(noun):
        return noun
    by_craft = noun.lemma_ in _WAYS or (noun.lemma_ in _CALLS and noun.dep_ == "dobj")
    carried = found is not None and found.lemma_.lower() in CRAFT and not by_craft
    if found is None or carried or _is_service(noun):
        return None
    owner = child(found, "poss")
    inanimate = found.pos_ == "NOUN" and not can_move(found.lemma_.lower())
    return owner if inanimate and owner is not None else found


def _is_spoken_of(noun: Token) -> bool:
    """Whether the sentence is about the trip: "A stopover in Lima was dropped", "talk of a trip to"."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_ in {"talk", "cancellation", "plan"}:
        return True
    return noun.dep_ == "nsubjpass" or (noun.dep_ == "dobj" and head.lemma_ in _CALLING_OFF)


_COMPRISING = words("include feature comprise involve")
"""What a trip does with its stops: "his tour will include a stop in Lima"."""
_CALLING_OFF = words("cancel scrap postpone call abandon rule shelve drop delay")
_JUST_BACK = words("fresh back straight")


def _just_back(word: Token) -> Token | None:
    """Who is "fresh off a trip to" or "back from a visit to"."""
    verb = next((t for t in climb(word) if t.pos_ in VERBAL), None)
    return subject(verb) if verb is not None else None


_OF_WHOM = words("arrival departure return visit exit evacuation")


def _is_service(noun: Token) -> bool:
    """Whether an airline has, begins or resumes the flight: a service that nobody in particular takes."""
    return noun.lemma_ == "flight" and noun.dep_ == "dobj" and noun.head.lemma_ not in _BOARDING


def is_listed(noun: Token) -> bool:
    """Whether a line without a verb opens with the trip: "Two trips to Paris and Lima, $9,000"."""
    if noun.lemma_ not in _LISTED or noun.dep_ != "ROOT":
        return False
    sentence = noun.sent
    opens = all(t.dep_ in {"det", "nummod", "amod", "compound", "punct"} for t in sentence if t.i < noun.i)
    return opens and not any(t.pos_ in VERBAL for t in sentence)


def _of_verb(noun: Token) -> Token | None:
    """Who makes the trip that a verb names: "paid a visit to", "said on a visit to", "is on a trip to"."""
    head = noun.head
    if noun.dep_ == "attr" and head.lemma_ == "be" and any(c.lower_ in {"it", "there"} for c in head.lefts):
        return None
    if head.lower_ in _JUST_BACK or (head.dep_ == "prep" and head.head.lower_ in _JUST_BACK):
        return _just_back(head if head.lower_ in _JUST_BACK else head.head)
    if noun.dep_ in {"dobj", "attr", "conj"} and head.pos_ in VERBAL and head.lemma_ in LIGHT_VERBS | _FACING:
        return subject(head)
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return _of_verb(head)
    if noun.dep_ == "dobj" and head.lemma_ in _COMPRISING:
        trip = subject(head)
        return child(trip, "poss") if trip is not None and trip.lemma_ in TRIPS else None
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_ in _STAGES:
        return child(head.head, "poss") or _of_verb(head.head)
    if noun.dep_ == "pobj" and head.head.pos_ == "NOUN" and noun_frame(head.head) is not None:
        return child(head.head, "poss") or _of_verb(head.head)
    if noun.dep_ == "pobj" and head.lower_ == "en" and head.head.pos_ in {"NOUN", "PROPN"}:
        return head.head
    if noun.dep_ == "pobj" and head.lower_ in _LINKS | {"en"}:
        verb = head.head if head.head.pos_ in VERBAL else head.head.head
        return subject(verb) if verb.pos_ in VERBAL else None
    return None


def compound_goal(paragraph: int, noun: Token, ground: Ground) -> list[Spot]:
    """The goal in "his Moscow visit", and in "the next stop is Paris"."""
    for c in children(noun, "compound", "nmod"):
        if ground.is_place(paragraph, c):
            found = ground.spot(paragraph, c)
            return [found] if found is not None else []
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        attribute = child(noun.head, "attr")
        return ground.spots(paragraph, attribute) if attribute is not None else []
    return []


def invited_to(paragraph: int, invitation: Token, ground: Ground) -> list[list[Spot]]:
    """The goal in "an invitation to speak in Lima": where one is to do what one is invited to."""
    clauses = (c for c in children(invitation, "acl") if c.tag_ == "VB")
    places = [child(p, "pobj") for c in clauses for p in children(c, "prep") if p.lower_ in {"in", "at"}]
    found = [ground.spots(paragraph, place) for place in places if place is not None]
    return [spots for spots in found if spots]


def beside_stay(paragraph: int, noun: Token, ground: Ground) -> list[list[Spot]]:
    """The goal in "is in Lima for a visit": the place where one is on a trip."""
    host = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"for", "on"} or host.lemma_ != "be":
        return []
    places = [child(c, "pobj") for c in children(host, "prep") if c.lower_ in {"in", "at"}]
    found = [ground.spots(paragraph, place) for place in places if place is not None]
    return [spots for spots in found if spots]


def is_itinerary(paragraph: int, noun: Token, ground: Ground) -> bool:
    """Whether the noun is a stage after another one: "one stop for Kim after Vladivostok is ..."."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be" or child(noun.head, "attr") is None:
        return False
    told = {c.lower_: child(c, "pobj") for c in children(noun, "prep")}
    after, who = told.get("after"), told.get("for")
    return after is not None and who is not None and ground.is_place(paragraph, after)
