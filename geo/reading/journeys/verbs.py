"""Verbs of motion in their clause: which frame a verb has there, whom it moves, and what never travels."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from geo.model import Role
from geo.reading.sentences.clauses import (
    VERBAL,
    child,
    children,
    direct_object,
    is_passive,
    is_passive_itself,
    phrase_object,
    prepositions,
    subject,
)
from geo.reading.sentences.ground import Ground
from geo.reading.sentences.modality import PROPOSING
from geo.reading.sentences.motion import (
    AT_HOME,
    BEEN,
    DUE,
    PUT_ABOARD,
    TO_BE,
    TOWARD,
    WENDING,
    WITHIN,
    Frame,
    Part,
)
from geo.reading.sentences.motion_verbs import MIXED, PHRASAL, VERBS
from geo.reading.sentences.movers import ADVANCES, ANIMALS, ARMED, CRAFT, GROUPS, LOADS, SHOT, can_move
from geo.reading.sentences.naming import counted
from geo.reading.sentences.vehicles import VEHICLES
from geo.reading.words import words

_TEAM_VERBS = words("travel fly arrive tour jet drive land")
_STEPPING = words("get step climb come walk emerge disembark alight")
_MEASURES = words("mile kilometer kilometre km hour meter metre day block minute week month year")
_SPANS = words("DATE TIME QUANTITY CARDINAL")
_FICTIONS = words("film movie novel book story documentary play song album poem series show tale memoir game")
"""What takes nobody anywhere but in mind: "the film takes viewers to Kenya"."""
_MEASURED = {"cover": True, "take": False}
"""Verbs of motion with a length for their object only, or only without one: "the flight takes two hours"."""
_ONLY_PASSIVE = words("recall")
"""What moves its object in the passive only: one may recall an ambassador to Moscow from there."""
_BOUND = words("bound destined")
_PUTTING = words("put load bundle place herd pack hustle cram push")
_ABOARD = words("on onto into aboard in")
"""With these, who is put on a vehicle travels: "was put on a plane to Lima"."""
_AWAITED = words("expect await")
"""In the passive, of who is "expected in Geneva"."""
CARRYING = words("carry bring take transport ferry ship haul")
"""What craft do with people and goods, and travel themselves in doing so."""


def verb_frame(verb: Token) -> Frame | None:
    """The frame of a verb of motion, with its particle or object; ``None`` for any other word."""
    lemma = verb.lemma_.lower()
    if verb.pos_ not in VERBAL:
        return VERBS.get(lemma) if _is_subjunctive(verb) else None
    if lemma == "be":
        return _copular_frame(verb)
    for c in verb.children:
        word = c.lemma_ if c.pos_ == "NOUN" else c.lower_
        near = c.dep_ in {"prt", "advmod", "dobj"} or (c.dep_ == "prep" and c.i == verb.i + 1)
        frame = PHRASAL.get((lemma, word)) if near else None
        if frame is not None:
            return frame
    if lemma in _MEASURED and _is_measured(verb) is not _MEASURED[lemma]:
        return None
    if _wends(verb):
        return WENDING
    if lemma in _PUTTING and _is_put_aboard(verb):
        return PUT_ABOARD
    if lemma in _AWAITED and verb.tag_ == "VBN" and is_passive_itself(verb) and child(verb, "xcomp") is None:
        return DUE
    return None if lemma in {"bind", "destine"} and verb.lower_ not in _BOUND else VERBS.get(lemma)


def _is_measured(verb: Token) -> bool:
    """Whether the object is a length: "covered the 160 km from Lima to Paris"."""
    way = child(verb, "dobj")
    return way is not None and way.lemma_.lower() in _MEASURES | {"distance", "stretch", "leg"}


def _wends(verb: Token) -> bool:
    """Whether someone makes, picks, fights or talks "their way": any verb will do."""
    way = child(verb, "dobj")
    return way is not None and way.lemma_ == "way" and child(way, "poss") is not None


def _is_put_aboard(verb: Token) -> bool:
    """Whether a vehicle is what someone is put on: "was bundled into a van to Lima", "put on a plane"."""
    boarded = [child(c, "pobj") for c in children(verb, "prep") if c.lower_ in _ABOARD]
    if child(verb, "prt") is not None:
        boarded.append(direct_object(verb))
    return any(craft is not None and craft.lemma_.lower() in VEHICLES for craft in boarded)


def _copular_frame(verb: Token) -> Frame | None:
    """Of "has been to Paris", "is due in Paris" and "is back in Paris"."""
    if verb.tag_ == "VBN" and any(c.lower_ == "to" for c in children(verb, "prep")):
        return BEEN
    if (
        any(c.lower_ in {"will", "'ll", "’ll"} for c in children(verb, "aux"))
        and child(verb, "attr", "acomp") is None
    ):
        doer = child(verb, "nsubj")
        return TO_BE if doer is not None and (doer.ent_type_ == "PERSON" or doer.pos_ == "PRON") else None
    adjective = child(verb, "acomp")
    if adjective is not None and adjective.lower_ == "due":
        return DUE
    there = child(verb, "advmod", "acomp", "attr")
    back = there is not None and there.lower_ in {"back", "home"} and child(there, "det", "poss") is None
    following = verb.doc[there.i + 1 : there.i + 2] if there is not None and back else None
    return AT_HOME if following and following[0].lower_ in WITHIN else None


def _is_subjunctive(token: Token) -> bool:
    """A verb that the tagger takes for a noun: "suggested that Kim travel to Russia"."""
    return token.pos_ == "NOUN" and token.dep_ == "ccomp" and token.head.lemma_ in PROPOSING


def mover_of(paragraph: int, verb: Token, frame: Frame, ground: Ground) -> Token | None:
    """Who moves: the subject, or the object of a verb that makes others move."""
    if verb.pos_ == "NOUN":
        return child(verb, "nsubj") or child(verb, "compound")
    moved = direct_object(verb) or child(verb, "dative")
    moved = None if moved is not None and moved.pos_ == "ADP" else moved
    if Part.TRAVELLER not in frame.direct:
        thing = moved is not None and _is_thing(moved) and ground.spot(paragraph, moved) is None
        phrasal = moved is not None and (frame is WENDING or (verb.lemma_, moved.lower_) in PHRASAL)
        passive = is_passive_itself(verb) and verb.lower_ not in _BOUND and frame is not DUE
        barred = passive or (frame.light and not frame.direct and thing and not phrasal)
        return None if barred else subject(verb)
    reduced = verb.dep_ == "acl" and verb.tag_ == "VBD" and child(verb, "nsubj") is None
    reduced = reduced or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"})
    if is_passive(verb) or (reduced and moved is None):
        return subject(verb)
    if verb.lemma_ in _ONLY_PASSIVE:
        return None
    if moved is not None and frame is PUT_ABOARD and moved.lemma_.lower() in VEHICLES:
        return subject(verb)
    teller = child(verb, "nsubj")
    if teller is not None and teller.lemma_.lower() in _FICTIONS:
        return None
    mixed = verb.lemma_ in MIXED
    if moved is None:
        return subject(verb) if mixed else None
    drives = Part.VEHICLE in frame.direct and moved.lemma_.lower() in VEHICLES
    carrier = subject(verb) if verb.lemma_ in CARRYING else None
    if carrier is not None and carrier.lemma_.lower() in CRAFT and _is_load(verb, moved):
        return carrier
    if drives or (mixed and (ground.is_place(paragraph, moved) or not _is_thing(moved))):
        return subject(verb)
    return None if ground.is_place(paragraph, moved) else moved


def _is_load(verb: Token, moved: Token) -> bool:
    """Whether the craft is the one to tell of: "a ship carrying rice", not "the plane that brought Kim"."""
    if moved.pos_ in {"PROPN", "PRON"}:
        return False
    lemma = moved.lemma_.lower()
    return verb.dep_ == "acl" or lemma in LOADS - ANIMALS or not can_move(lemma)


def _is_thing(token: Token | None) -> bool:
    """Whether an object is more than a measure of the way: "walked ten miles" walks nothing."""
    linking = token is not None and token.tag_ in {"IN", "WDT", "RP"}
    return token is not None and not linking and token.lemma_.lower() not in _MEASURES


def never_travels(paragraph: int, trigger: Token, traveller: Token, ground: Ground) -> bool:
    """Whether a word names what only seems to travel: shots, talk, spans of time, governments, armies."""
    lemma = counted(traveller).lemma_.lower()
    if trigger.lemma_ == "run" and lemma in CRAFT:
        return True
    if lemma in SHOT or _is_storm(traveller) or (traveller.ent_type_ in _SPANS and lemma in _MEASURES):
        return True
    if lemma in GROUPS and child(traveller, "det") is not None:
        return lemma in ARMED and trigger.lemma_.lower() in ADVANCES
    if ground.is_place(paragraph, traveller):
        return not _is_team(paragraph, trigger, traveller, ground)
    return lemma in ARMED and trigger.lemma_.lower() in ADVANCES


def _is_storm(name: Token) -> bool:
    """Whether a name is that of a storm: "Hurricane Odile"."""
    return name.pos_ == "PROPN" and any(c.lower_ in SHOT for c in children(name, "compound"))


def _is_team(paragraph: int, trigger: Token, traveller: Token, ground: Ground) -> bool:
    """Whether a place's name stands for those who play for it or speak for it: "England travel to India"."""
    mention = ground.mention(paragraph, traveller)
    stands_for = mention is not None and mention.role is Role.METONYMIC
    return stands_for and traveller.dep_ == "nsubj" and trigger.lemma_ in _TEAM_VERBS


def out_of_vehicle(verb: Token, frame: Frame) -> Frame:
    """Who gets out of a train at a place has arrived there."""
    if verb.lemma_ not in _STEPPING:
        return frame
    for preposition in prepositions(verb):
        inner = phrase_object(preposition)
        if (
            preposition.lower_ in {"out", "off", "from"}
            and inner is not None
            and inner.lemma_.lower() in VEHICLES
        ):
            return replace(frame, goal=TOWARD | WITHIN, source=frozenset())
    return frame
