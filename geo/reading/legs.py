"""One telling of a movement: a verb or a noun of motion with its traveller, places and way of travel.

Reads single clauses by the frames of ``geo.reading.motion``; who the traveller is, and which tellings are
one journey, is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from geo.model import Mode, PlaceKind, Status
from geo.reading.clauses import (
    VERBAL,
    child,
    children,
    climb,
    conjuncts,
    direct_object,
    is_passive,
    phrase_object,
    prepositions,
    subject,
)
from geo.reading.ground import Ground, Spot
from geo.reading.motion import (
    CAUSED_NOUNS,
    FROM,
    LIGHT_VERBS,
    MIXED,
    NOUNS,
    STOPS,
    THROUGH,
    TOWARD,
    VEHICLES,
    VERBS,
    WITHIN,
    Frame,
    Part,
)
from geo.reading.movers import ADVANCES, ARMED, SHOT
from geo.reading.status import noun_status, verb_status
from geo.reading.words import words

_ABOARD = words("by on in aboard via with onto into off from")
_SPECIFIC = (PlaceKind.FACILITY, PlaceKind.CITY, PlaceKind.REGION, PlaceKind.AREA, PlaceKind.COUNTRY, None)
_ABSTRACT_WAYS = words("air road sea rail metro subway")
_STEPPING = words("get step climb come walk emerge disembark alight")
_FAR_SUBJECT = 15
"""Tokens between a subject and its verb beyond which evidence starts at the verb phrase."""
_LINKS = words("during after before on following for in since amid upon")


@dataclass(frozen=True, slots=True, eq=False)
class Leg:
    """A movement as one clause tells it; ``goals`` are several where it lists them ("to A, B and C")."""

    paragraph: int
    trigger: Token
    traveller: Token
    light: bool
    setting_off: bool
    status: Status
    mode: Mode = Mode.UNKNOWN
    goals: tuple[Spot, ...] = ()
    sources: tuple[Spot, ...] = ()
    via: tuple[Spot, ...] = ()
    companions: tuple[Token, ...] = ()
    vehicle: Token | None = None

    @property
    def placed(self) -> bool:
        """Whether the telling names where from or where to."""
        return bool(self.goals or self.sources)


def find_legs(paragraph: int, sentence_tokens: list[Token], ground: Ground) -> Iterator[Leg]:
    """The legs told in one sentence, in text order."""
    for token in sentence_tokens:
        leg = _verb_leg(paragraph, token, ground) or _noun_leg(paragraph, token, ground)
        if leg is not None:
            yield leg


def _verb_leg(paragraph: int, verb: Token, ground: Ground) -> Leg | None:
    frame = VERBS.get(verb.lemma_.lower()) if verb.pos_ in VERBAL else None
    if frame is None or not _particles_fit(verb, frame):
        return None
    traveller = _mover(paragraph, verb, frame, ground)
    if traveller is None or _never_travels(paragraph, verb, traveller, ground):
        return None
    frame = _out_of_vehicle(verb, frame)
    status = verb_status(verb)
    if status is None:
        return None
    if frame.proposes and status is Status.HAPPENED:
        status = Status.PROPOSED
    leg = _with_places(Leg(paragraph, verb, traveller, frame.light, frame.setting_off, status), frame, ground)
    return _with_ways(leg, frame)


def _particles_fit(verb: Token, frame: Frame) -> bool:
    if not frame.particles:
        return True
    return any(c.lower_ in frame.particles for c in verb.children)


def _mover(paragraph: int, verb: Token, frame: Frame, ground: Ground) -> Token | None:
    """Who moves: the subject, or the object of a verb that makes others move."""
    if Part.TRAVELLER not in frame.direct:
        if frame.light and not frame.direct and direct_object(verb) is not None:
            return None
        return None if is_passive(verb) and Part.GOAL in frame.direct else subject(verb)
    if is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        return subject(verb)
    moved = direct_object(verb) or child(verb, "dative")
    mixed = verb.lemma_ in MIXED
    if moved is None or moved.pos_ == "ADP":
        return subject(verb) if mixed else None
    drives = Part.VEHICLE in frame.direct and moved.lemma_.lower() in VEHICLES
    if drives or (mixed and (ground.is_place(paragraph, moved) or _is_measure(moved))):
        return subject(verb)
    return None if ground.is_place(paragraph, moved) else moved


def _out_of_vehicle(verb: Token, frame: Frame) -> Frame:
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


def _is_measure(token: Token) -> bool:
    return child(token, "nummod") is not None and token.lemma_ in {
        "mile",
        "kilometer",
        "kilometre",
        "km",
        "hour",
        "meter",
        "metre",
        "day",
    }


def _never_travels(paragraph: int, trigger: Token, traveller: Token, ground: Ground) -> bool:
    lemma = traveller.lemma_.lower()
    if lemma in SHOT or ground.is_place(paragraph, traveller):
        return True
    return lemma in ARMED and trigger.lemma_.lower() in ADVANCES


def _with_places(leg: Leg, frame: Frame, ground: Ground) -> Leg:
    goals: list[Spot] = []
    sources: list[Spot] = []
    via: list[Spot] = []
    n, trigger = leg.paragraph, leg.trigger
    direct = direct_object(trigger)
    if direct is not None and leg.traveller != direct:
        found = ground.spots(n, direct)
        goals += found if Part.GOAL in frame.direct else []
        sources += found if Part.SOURCE in frame.direct else []
        via += found if Part.WAY in frame.direct else []
    for preposition in prepositions(trigger):
        bag = _bag(preposition, trigger, frame, (goals, sources, via))
        inner = phrase_object(preposition)
        if bag is not None and inner is not None:
            bag += _led_to(n, inner, trigger, ground, bag)
    if not goals and not sources:
        goals += _adverbial(n, trigger, frame, ground)
    if not goals and not leg.setting_off and not frame.light:
        goals += _occasion(n, trigger, ground)
    return replace(leg, goals=_most_specific(goals), sources=_most_specific(sources)[:1], via=tuple(via))


_Bags = tuple[list[Spot], list[Spot], list[Spot]]


def _bag(preposition: Token, trigger: Token, frame: Frame, bags: _Bags) -> list[Spot] | None:
    """Whether a preposition leads to goals, sources or points on the way."""
    goals, sources, via = bags
    word = preposition.lower_
    inner = phrase_object(preposition)
    if word == "by":
        return via if inner is not None and _by_way(preposition) is not None else None
    if word in THROUGH:
        return via
    if word == "out" and child(preposition, "prep") is not None:
        return sources
    if word in FROM or (word in frame.source and preposition.head == trigger):
        return sources
    if word in frame.goal and (word in TOWARD or _own(preposition, trigger)):
        return goals
    return None


def _own(preposition: Token, trigger: Token) -> bool:
    """Whether a phrase of place is the verb's own, or stands beside the vehicle that is got out of."""
    return (
        preposition.head == trigger
        or preposition.dep_ == "conj"
        or preposition.head.lemma_.lower() in VEHICLES
    )


def _by_way(preposition: Token) -> Token | None:
    """The object of "by way of"."""
    way = child(preposition, "pobj")
    of = child(way, "prep") if way is not None and way.lemma_ == "way" else None
    return child(of, "pobj") if of is not None else None


def _led_to(n: int, inner: Token, trigger: Token, ground: Ground, bag: list[Spot]) -> list[Spot]:
    if inner.tag_ in {"WDT", "WP"}:
        clause = next((t for t in (trigger, *climb(trigger)) if t.dep_ == "relcl"), None)
        return ground.spots(n, clause.head) if clause is not None else []
    if inner.lemma_ == "way" and inner.dep_ == "pobj" and inner.head.lower_ == "by":
        of = _by_way(inner.head)
        return ground.spots(n, of) if of is not None else []
    if inner.lemma_.lower() in NOUNS:
        return []
    return [spot for spot in ground.spots(n, inner) if spot not in bag]


def _adverbial(n: int, trigger: Token, frame: Frame, ground: Ground) -> list[Spot]:
    """The goal in "when I get there" and in "Vladivostok, where Putin arrived"."""
    if not frame.goal or frame.setting_off:
        return []
    for c in children(trigger, "advmod"):
        if c.lower_ == "there":
            found = ground.spot(n, c)
            return [found] if found is not None else []
        if c.lower_ == "where" and trigger.dep_ == "relcl":
            return ground.spots(n, trigger.head)[:1]
    return []


def _occasion(n: int, trigger: Token, ground: Ground) -> list[Spot]:
    """The place of what someone travels for: "For the summit, held in Hanoi, he traveled by train"."""
    for preposition in children(trigger, "prep"):
        if preposition.lower_ != "for":
            continue
        for inner in preposition.subtree:
            if inner.dep_ == "pobj" and inner.head.lower_ in {"in", "at"} and ground.is_place(n, inner):
                found = ground.spot(n, inner)
                return [found] if found is not None else []
    return []


def _most_specific(spots: list[Spot]) -> tuple[Spot, ...]:
    """All spots of the most specific kind, once each, in text order."""
    if not spots:
        return ()
    best = min(_SPECIFIC.index(spot.kind) for spot in spots)
    chosen: dict[str, Spot] = {}
    for spot in spots:
        if _SPECIFIC.index(spot.kind) == best or len(spots) == 1:
            chosen.setdefault(spot.place, spot)
    return tuple(chosen.values())


def _with_ways(leg: Leg, frame: Frame) -> Leg:
    """Mode, vehicle and companions."""
    mode, vehicle = frame.mode, None
    direct = direct_object(leg.trigger)
    if direct is not None and Part.VEHICLE in frame.direct and direct.lemma_.lower() in VEHICLES:
        mode, vehicle = VEHICLES[direct.lemma_.lower()], direct
    companions: list[Token] = []
    for preposition in prepositions(leg.trigger):
        inner = phrase_object(preposition)
        if inner is None:
            continue
        if preposition.lower_ in {"with", "alongside"} and preposition.head == leg.trigger:
            companions += conjuncts(inner)
        named = _vehicle_mode(preposition, inner)
        if named is not Mode.UNKNOWN and (mode is Mode.UNKNOWN or preposition.lower_ == "by"):
            mode, vehicle = named, inner
    if mode is Mode.UNKNOWN:
        mode = VEHICLES.get(leg.traveller.lemma_.lower(), Mode.UNKNOWN)
    if mode is Mode.UNKNOWN and (leg.setting_off or frame.goal >= WITHIN):
        mode = next(
            (s.mode for s in (*leg.goals, *leg.sources) if s.mode is not Mode.UNKNOWN), _stop_beside(leg)
        )
    companions += _accompanied(leg.trigger)
    return replace(leg, mode=mode, vehicle=vehicle, companions=tuple(companions))


def _vehicle_mode(preposition: Token, inner: Token) -> Mode:
    word, lemma = preposition.lower_, inner.lemma_.lower()
    if word == "on" and lemma == "foot":
        return Mode.FOOT
    if word not in _ABOARD or (lemma in _ABSTRACT_WAYS and word != "by"):
        return Mode.UNKNOWN
    return VEHICLES.get(lemma, Mode.UNKNOWN)


def _stop_beside(leg: Leg) -> Mode:
    """The way that an unnamed stop implies: "stepping onto a train platform"."""
    for preposition in prepositions(leg.trigger):
        inner = phrase_object(preposition)
        if inner is not None and inner.lemma_.lower() in STOPS and child(inner, "compound") is not None:
            kind = child(inner, "compound")
            return VEHICLES.get(kind.lemma_.lower(), Mode.UNKNOWN) if kind is not None else Mode.UNKNOWN
    return Mode.UNKNOWN


def _accompanied(verb: Token) -> list[Token]:
    for c in children(verb, "advcl", "conj", "acl"):
        if c.lemma_ in {"accompany", "join", "flank"} and c.tag_ == "VBN":
            by = child(c, "agent", "prep")
            inner = child(by, "pobj") if by is not None else None
            return list(conjuncts(inner)) if inner is not None else []
    return []


def _noun_leg(paragraph: int, noun: Token, ground: Ground) -> Leg | None:
    frame = NOUNS.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" and noun.dep_ != "compound" else None
    if frame is None:
        return None
    traveller = _noun_traveller(paragraph, noun, ground)
    if traveller is None or _never_travels(paragraph, noun, traveller, ground):
        return None
    status = noun_status(noun)
    if status is None:
        return None
    leg = _with_places(Leg(paragraph, noun, traveller, frame.light, frame.setting_off, status), frame, ground)
    if not leg.placed:
        leg = replace(leg, goals=tuple(_compound_goal(paragraph, noun, ground)))
    return _with_ways(leg, frame) if leg.placed else None


def _compound_goal(paragraph: int, noun: Token, ground: Ground) -> list[Spot]:
    """The goal in "his Moscow visit", and in "the next stop is Paris"."""
    for c in children(noun, "compound", "nmod"):
        if ground.is_place(paragraph, c):
            found = ground.spot(paragraph, c)
            return [found] if found is not None else []
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        attribute = child(noun.head, "attr")
        return ground.spots(paragraph, attribute) if attribute is not None else []
    return []


def _noun_traveller(paragraph: int, noun: Token, ground: Ground) -> Token | None:
    possessor = child(noun, "poss")
    if possessor is not None and not ground.is_place(paragraph, possessor):
        return possessor
    wanted = (
        ("by", "of", "for")
        if noun.lemma_ in CAUSED_NOUNS | {"arrival", "departure", "return"}
        else ("by", "for")
    )
    for word in wanted:
        for preposition in children(noun, "prep", "agent"):
            inner = child(preposition, "pobj")
            if preposition.lower_ == word and inner is not None and not ground.is_place(paragraph, inner):
                return inner
    return _traveller_of_verb(noun)


def _traveller_of_verb(noun: Token) -> Token | None:
    """Who makes the trip that a verb names: "paid a visit to", "said on a visit to", "is on a trip to"."""
    if noun.dep_ in {"dobj", "attr"} and noun.head.lemma_ in LIGHT_VERBS:
        return subject(noun.head)
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        return _traveller_of_verb(noun.head)
    if noun.dep_ == "pobj" and noun.head.lower_ in _LINKS and noun.head.head.pos_ in VERBAL:
        verb = noun.head.head
        return subject(verb)
    if noun.dep_ == "pobj" and noun.head.lower_ in {"on", "to"} and noun.head.head.pos_ in VERBAL:
        return subject(noun.head.head)
    return None


def extent(leg: Leg) -> tuple[int, int]:
    """Token indices (start, end) of the words that tell the leg: verb phrase through the last place."""
    trigger = leg.trigger
    first = [
        trigger.i,
        *(c.i for c in trigger.lefts if c.dep_ in {"aux", "auxpass", "neg", "amod", "poss", "det"}),
    ]
    own = leg.traveller
    spots = (*leg.goals, *leg.sources, *leg.via)
    if own.sent == trigger.sent and 0 <= trigger.i - own.i <= _FAR_SUBJECT:
        first.append(_phrase_start(own))
    starts = [spot.start for spot in spots]
    ends = [trigger.i + 1, *(spot.end for spot in spots)]
    if leg.vehicle is not None:
        ends.append(leg.vehicle.i + 1)
    if own.sent == trigger.sent and trigger.i < own.i:
        ends.append(own.i + 1)
    return min([*first, *starts]), max(ends)


def _phrase_start(noun: Token) -> int:
    """Where the words before a noun that belong to it begin."""
    kept = [
        t.left_edge.i for t in noun.lefts if t.dep_ in {"det", "amod", "compound", "nummod", "poss", "nmod"}
    ]
    start = min([noun.i, *kept])
    while noun.doc[start].is_space or noun.doc[start].is_punct:
        start += 1
    return start
