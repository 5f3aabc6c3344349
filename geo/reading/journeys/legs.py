"""One telling of a movement: a verb or a noun of motion with its traveller, places and way of travel.

Reads single clauses by the frames of ``geo.reading.sentences.motion``; who the traveller is, and which
tellings are one journey, is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from geo.model import Mode, Status
from geo.reading.journeys.ends import Ends, ends_of, most_specific
from geo.reading.journeys.nominals import (
    TRIPS,
    beside_stay,
    compound_goal,
    invited_to,
    is_itinerary,
    is_listed,
    noun_frame,
    noun_traveller,
)
from geo.reading.journeys.verbs import mover_of, never_travels, out_of_vehicle, verb_frame
from geo.reading.journeys.ways import companions_of, way_of
from geo.reading.sentences.clauses import (
    SUBJECTS,
    VERBAL,
    child,
    children,
    climb,
    subject,
)
from geo.reading.sentences.ground import Ground, Spot
from geo.reading.sentences.modality import DENYING
from geo.reading.sentences.motion import BACK, DUE, LINE, STAGE, TOWARD, Frame
from geo.reading.sentences.motion_nouns import NOUNS
from geo.reading.sentences.motion_verbs import VERBS
from geo.reading.sentences.movers import CRAFT
from geo.reading.sentences.naming import phrase_start
from geo.reading.sentences.nominal_status import noun_status
from geo.reading.sentences.status import REAL, due_status, verb_status
from geo.reading.sentences.vehicles import VEHICLES
from geo.reading.words import words

_FAR_SUBJECT = 15
"""Tokens between a subject and its verb beyond which evidence starts at the verb phrase."""
_SCHOOLS = words("school university college academy institute conservatory")
_BARE = _SCHOOLS | words("work church bed mass market war press trial jail prison")
"""Where one goes as a way of life, without "the": "went to school in Lima"."""
_RUNNING = words("be cost run operate start open close resume begin serve stop use")
"""What lines of transport do, rather than one craft on its way."""
_KNOWN = words("the this that his her its their")
_SWITCHING = words("move switch transfer")
"""Verbs of changing one's club or post too: "moved to Juventus from Porto" tells of no place to go."""
_ORIGIN_ONLY = words(
    "move switch transfer come go get step climb rush race pour stream take bring carry proceed continue "
    "withdraw"
)
"""Verbs that with a source and no goal tell of descent, not of a movement: "he comes from Lima"."""


@dataclass(frozen=True, slots=True, eq=False)
class Leg:
    """A movement as one clause tells it; ``goals`` are several where it lists them ("to A, B and C")."""

    paragraph: int
    trigger: Token
    traveller: Token
    frame: Frame
    status: Status
    mode: Mode = Mode.UNKNOWN
    goals: tuple[Spot, ...] = ()
    sources: tuple[Spot, ...] = ()
    via: tuple[Spot, ...] = ()
    onward: tuple[tuple[Spot, ...], ...] = ()
    companions: tuple[Token, ...] = ()
    vehicle: Token | None = None

    @property
    def placed(self) -> bool:
        """Whether the telling names where from or where to."""
        return bool(self.goals or self.sources)

    @property
    def is_called_off(self) -> bool:
        """Whether it says of a trip told before, without its place, that it is off: "cancelled the visit"."""
        if self.placed or self.status is not Status.DENIED or self.trigger.lemma_ not in TRIPS:
            return False
        return any(c.lower_ in _KNOWN for c in children(self.trigger, "det", "poss"))


def find_legs(paragraph: int, sentence: Iterable[Token], ground: Ground) -> Iterator[Leg]:
    """The legs told in one sentence, in text order."""
    for token in sentence:
        leg = (
            _verb_leg(paragraph, token, ground)
            or _line_leg(paragraph, token, ground)
            or _noun_leg(paragraph, token, ground)
            or _back_leg(paragraph, token, ground)
        )
        if leg is not None:
            yield leg


def _verb_leg(paragraph: int, verb: Token, ground: Ground) -> Leg | None:
    frame = verb_frame(verb)
    mover = mover_of(paragraph, verb, frame, ground) if frame is not None else None
    if frame is None or mover is None:
        return None
    if verb.dep_ == "acl" and ground.is_place(paragraph, mover):
        above = next((t for t in climb(mover) if t.pos_ in VERBAL), None)
        mover = (subject(above) if above is not None else None) or mover
    traveller, also = _through_noun(paragraph, mover, ground)
    if traveller is None or never_travels(paragraph, verb, traveller, ground):
        return None
    status = _status(verb, frame)
    if status is None or _is_ability(verb, traveller):
        return None
    frame = out_of_vehicle(verb, frame)
    told = ends_of(paragraph, verb, mover, frame, ground)
    if also is not None:
        told.goals, told.sources, told.via = (
            told.goals or also.goals,
            told.sources or also.sources,
            told.via + also.via,
        )
    back = child(verb, "prt") is not None or any(c.lower_ == "back" for c in children(verb, "advmod"))
    if verb.lemma_ == "go" and _is_school(told, verb):
        return None
    found = _leg(Leg(paragraph, verb, traveller, frame, status), told)
    plain = frame.light and not frame.setting_off and verb.lemma_ in _ORIGIN_ONLY
    if found.goals or back or found.vehicle is not None or not (plain or frame is VERBS.get("take")):
        return found
    led = verb.lemma_ not in _SWITCHING and any(c.lower_ in TOWARD for c in children(verb, "prep"))
    return found if led else replace(found, sources=())


def _is_ability(verb: Token, traveller: Token) -> bool:
    """Whether it is told what a craft can do, not what it does: "can fly from London to Sydney"."""
    craft = traveller.lower_ == "it" or traveller.lemma_.lower() in CRAFT
    able = craft and any(c.lower_ == "can" for c in children(verb, "aux"))
    return able or (verb.dep_ == "pcomp" and verb.head.head.lemma_ == "capable")


def _is_school(told: Ends, verb: Token) -> bool:
    """Whether the goal is where one learns: who "went to Harrow School" went there for years."""
    bare = (child(c, "pobj") for c in children(verb, "prep") if c.lower_ == "to")
    if any(end is not None and end.lower_ in _BARE and child(end, "det") is None for end in bare):
        return True
    named = [verb.doc[spot.start : spot.end].text.lower().split() for group in told.goals for spot in group]
    return any(not _SCHOOLS.isdisjoint(parts) for parts in named)


def _status(verb: Token, frame: Frame) -> Status | None:
    if verb.pos_ == "NOUN":
        return Status.PROPOSED
    told = due_status(verb) if frame is DUE else verb_status(verb)
    return Status.PROPOSED if frame.proposes and told is Status.HAPPENED else told


def _through_noun(paragraph: int, mover: Token, ground: Ground) -> tuple[Token | None, Ends | None]:
    """Whose trip it is where a trip arrives: "Eurostar's maiden trip from London arrived"."""
    frame = noun_frame(mover)
    if frame is None or mover.lemma_.lower() in VEHICLES:
        return mover, None
    traveller = child(mover, "poss")
    return traveller, ends_of(paragraph, mover, traveller, frame, ground)


def _noun_leg(paragraph: int, noun: Token, ground: Ground) -> Leg | None:
    frame = noun_frame(noun)
    if frame is None and noun.pos_ == "NOUN" and is_itinerary(paragraph, noun, ground):
        frame = STAGE
    if frame is None or (noun.dep_ == "nsubj" and noun.head.lemma_.lower() in VERBS and noun.lemma_ in NOUNS):
        return None
    traveller = noun_traveller(paragraph, noun, ground)
    listed = traveller == noun
    if traveller is None or (not listed and never_travels(paragraph, noun, traveller, ground)):
        return None
    status = noun_status(noun)
    if status is None:
        return None
    told = ends_of(paragraph, noun, None, frame, ground)
    if not told.goals:
        spots = compound_goal(paragraph, noun, ground)
        told.goals += [spots] if spots else []
    if not told.placed and noun.lemma_ == "invitation":
        told.goals += invited_to(paragraph, noun, ground)
    if not told.placed and noun.lemma_ in TRIPS:
        told.goals += beside_stay(paragraph, noun, ground)
    if listed and not is_listed(noun) and status in REAL:
        return None
    if frame.proposes and status is Status.HAPPENED:
        status = Status.PROPOSED
    found = _leg(Leg(paragraph, noun, traveller, frame, status), told)
    return found if found.placed or found.is_called_off else None


def _line_leg(paragraph: int, craft: Token, ground: Ground) -> Leg | None:
    """A craft named by its way, or who is on it: "a ferry from Busan to Fukuoka hit a whale"."""
    if craft.tag_ != "NN" or craft.lemma_.lower() not in CRAFT:
        return None
    traveller, verb = _on_line(craft)
    if traveller is None or verb is None or verb_status(verb) is not Status.HAPPENED:
        return None
    status = Status.DENIED if verb.lemma_ in DENYING else Status.HAPPENED
    told = ends_of(paragraph, craft, None, LINE, ground)
    past = verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in children(verb, "aux", "auxpass"))
    if not (past and told.goals and told.sources):
        return None
    return _leg(Leg(paragraph, craft, traveller, LINE, status), told)


def _on_line(craft: Token) -> tuple[Token | None, Token | None]:
    """Who travels by a craft that is named by its way, and what happened to them."""
    host = craft.head
    if craft.dep_ in SUBJECTS:
        return (craft, host) if host.lemma_.lower() not in VERBS.keys() | _RUNNING else (None, None)
    if craft.dep_ != "pobj" or host.lower_ not in {"on", "aboard"}:
        return None, None
    if host.head.lemma_ == "be":
        return subject(host.head), host.head
    aboard = host.head if host.head.pos_ == "NOUN" and host.head.dep_ in SUBJECTS else None
    return aboard, host.head.head if aboard is not None else None


def _back_leg(paragraph: int, back: Token, ground: Ground) -> Leg | None:
    """Who is "back from Berlin", beside any verb that moves nobody."""
    if back.lower_ != "back" or back.dep_ not in {"advmod", "acomp", "advcl"}:
        return None
    verb = back.head
    source = next((c for c in children(back, "prep") if c.lower_ == "from"), None)
    if source is None or verb.pos_ not in VERBAL or (verb_frame(verb) is not None and back.i > verb.i):
        return None
    traveller, status = subject(verb), verb_status(verb)
    if traveller is None or status is None or never_travels(paragraph, verb, traveller, ground):
        return None
    told = ends_of(paragraph, back, None, BACK, ground)
    found = Leg(paragraph, back, traveller, BACK, status)
    return _leg(found, told) if told.placed else None


def _leg(leg: Leg, told: Ends) -> Leg:
    goals = most_specific(told.goals)
    sources = most_specific(told.sources)[:1]
    mode, vehicle = way_of(leg.trigger, leg.traveller, leg.frame, [*goals, *sources])
    return replace(
        leg,
        goals=goals,
        sources=sources,
        via=tuple(spot for group in told.via for spot in group),
        onward=tuple(map(tuple, told.onward)),
        mode=mode,
        vehicle=vehicle,
        companions=companions_of(leg.trigger, leg.traveller),
    )


def extent(leg: Leg) -> tuple[int, int]:
    """Token indices (start, end) of the words that tell the leg: verb phrase through the last place."""
    trigger, own = leg.trigger, leg.traveller
    before = {"aux", "auxpass", "neg", "amod", "poss", "det"}
    starts = [trigger.i, *(c.i for c in trigger.lefts if c.dep_ in before)]
    spots = [spot for spot in (*leg.goals, *leg.sources, *leg.via) if spot.paragraph == leg.paragraph]
    starts += [spot.start for spot in spots]
    ends = [trigger.i + 1, *(spot.end for spot in spots)]
    if leg.vehicle is not None:
        ends.append(leg.vehicle.i + 1)
    near = own.sent == trigger.sent and 0 <= trigger.i - own.i <= _FAR_SUBJECT
    if near and trigger.dep_ not in {"conj", "pcomp"}:
        starts.append(phrase_start(own))
    if own.sent == trigger.sent and trigger.i < own.i:
        ends.append(own.i + 1)
    return min(starts), max(ends)
