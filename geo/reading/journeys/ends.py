"""Where a verb or noun of motion leads from, to and through, by its frame and its prepositions."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from geo.model import PlaceKind
from geo.reading.journeys.implied import implied_goal
from geo.reading.sentences.clauses import (
    child,
    children,
    climb,
    direct_object,
    phrase_object,
    prepositions,
)
from geo.reading.sentences.ground import SPOTS, Ground, Spot
from geo.reading.sentences.motion import DUE, FROM, THROUGH, TOWARD, WENDING, WITHIN, Frame, Part
from geo.reading.sentences.motion_nouns import NOUNS
from geo.reading.sentences.motion_verbs import HOMEWARD, PHRASAL, VERBS
from geo.reading.sentences.movers import CRAFT
from geo.reading.sentences.vehicles import VEHICLES
from geo.reading.words import words

_SPECIFIC = (
    PlaceKind.FACILITY,
    PlaceKind.CITY,
    PlaceKind.REGION,
    PlaceKind.AREA,
    PlaceKind.COUNTRY,
    None,
)
_POSTS = words("job post position role firm company team club party school university office career")
"""What one leaves for good, wherever it is: "quit his job in Ottawa" tells of no way."""
_REFUGES = words("safety custody exile hiding shelter clinic summit")
_ROUTE_REACH = 8
"""Tokens after "en route" among which its goal stands."""
_SPELLS = words("DATE TIME")
"""Labels of times, on which the parse may hang what follows: "left on Monday evening for Lima"."""
_STARTING = words("starting beginning planned scheduled due")
_ONWARD = words("on onward onwards then there later finally eventually thence afterwards")
_ASIDE = words("en after before following during ahead since")
"""Prepositions whose noun tells of another movement: "flew to Kigali before a trip to Butare"."""


@dataclass(slots=True)
class Ends:
    """Groups of places, one group a phrase: "to A, B and C" is one group of three."""

    goals: list[list[Spot]]
    sources: list[list[Spot]]
    via: list[list[Spot]]
    onward: list[list[Spot]] = field(default_factory=list)
    """Goals that one goes on to from the last: "to A, then on to B"."""

    @property
    def placed(self) -> bool:
        """Whether it is told where from or where to."""
        return bool(self.goals or self.sources)


def ends_of(paragraph: int, trigger: Token, traveller: Token | None, frame: Frame, ground: Ground) -> Ends:
    """All that a trigger says of where from, where to and by which way."""
    found = Ends([], [], [])
    direct = direct_object(trigger)
    if direct is not None and traveller != direct and direct.lemma_.lower() not in _POSTS:
        _sort_object(ground.spots(paragraph, direct), frame, found)
    due = child(trigger, "acomp") if frame is DUE else None
    if due is not None:
        link = child(due, "pcomp") or due
        trigger = child(link, "pobj") or due  # "due to dock in": the parse may take the verb for a noun
    phrases = [*prepositions(trigger), *_onward(trigger), *_en_route(trigger)]
    if not any(p.lower_ in TOWARD | FROM | WITHIN for p in phrases):
        phrases += _verb_phrases(trigger)
    phrases = [p for p in phrases if not _is_of_another(p, trigger)]
    for preposition in sorted(phrases, key=lambda p: p.head != trigger):
        _sort_phrase(paragraph, preposition, trigger, frame, ground, found)
    if not found.goals:
        told = implied_goal(paragraph, trigger, frame, ground, has_source=bool(found.sources))
        _add(found.goals, told)
    if traveller is not None and traveller.lemma_.lower() in CRAFT:
        _own_line(paragraph, traveller, found, ground)
    return found


def _sort_phrase(
    paragraph: int, preposition: Token, trigger: Token, frame: Frame, ground: Ground, found: Ends
) -> None:
    """Put what a preposition leads to with the goals, the sources or the points on the way."""
    bag = _bag(preposition, trigger, frame, found)
    inner = phrase_object(preposition)
    spots = _led_to(paragraph, inner, trigger, ground) if bag is not None and inner is not None else []
    if bag is None or not spots:
        return
    if bag is found.goals and bag and _leads_on(preposition):
        found.onward.append(spots)
    elif bag and preposition.dep_ == "conj" and preposition.head.lower_ == preposition.lower_:
        bag[-1] += spots
    else:
        bag.append(spots)


def _leads_on(preposition: Token) -> bool:
    """Whether it leads on from the goal named before: "then on to", "and from there to"."""
    before = preposition.doc[max(0, preposition.i - 1) : preposition.i]
    return any(t.lower_ in _ONWARD for t in before)


def _is_of_another(preposition: Token, trigger: Token) -> bool:
    """Whether it belongs to another movement, before or after this one."""
    noun = preposition.head
    return noun != trigger and noun.dep_ == "pobj" and noun.head.lower_ in _ASIDE and noun.lemma_ in NOUNS


def most_specific(groups: list[list[Spot]]) -> tuple[Spot, ...]:
    """The phrase that names the most specific place, all that it lists, once each."""
    if not groups:
        return ()
    best = min(groups, key=lambda group: min(_SPECIFIC.index(spot.kind) for spot in group))
    return tuple({spot.place: spot for spot in best}.values())


def _add(bag: list[list[Spot]], spots: list[Spot]) -> None:
    if spots:
        bag.append(spots)


def _sort_object(spots: list[Spot], frame: Frame, found: Ends) -> None:
    if Part.GOAL in frame.direct:
        _add(found.goals, spots)
    elif Part.SOURCE in frame.direct:
        _add(found.sources, spots)
    elif Part.WAY in frame.direct:
        _add(found.via, spots)


def _bag(preposition: Token, trigger: Token, frame: Frame, found: Ends) -> list[list[Spot]] | None:
    """Whether a preposition leads to goals, sources or points on the way."""
    word = preposition.lower_
    own = (
        preposition.head in (trigger, trigger.head)
        or preposition.head.ent_type_ in _SPELLS
        or preposition.dep_ == "conj"
        or _is_left(preposition.head, trigger, frame)
        or _is_vehicle(preposition.head)
        or preposition.head.lower_ in HOMEWARD
        or (trigger.lemma_, preposition.head.lemma_) in PHRASAL
        or (frame is WENDING and preposition.head == direct_object(trigger))
    )
    if word == "as":
        return found.goals if preposition.i > 0 and preposition.nbor(-1).lower_ == "far" else None
    if word == "by":
        return found.via if _by_way(preposition) is not None else None
    if word in THROUGH:
        return found.via
    if word == "out":
        return found.sources if child(preposition, "prep") is not None else None
    if word in FROM or (word in frame.source and own) or _leaves_home(preposition, trigger, frame):
        return found.sources
    if word in frame.goal and (word in TOWARD or own):
        return found.goals
    leads_on = _is_homeward(trigger) or _completes(preposition, trigger, frame)
    return found.goals if word in WITHIN and own and leads_on else None


def _completes(preposition: Token, trigger: Token, frame: Frame) -> bool:
    """Whether it tells where the goal is that is no place: "moved to safety in Ottawa", hung on the verb."""
    goals = [c for c in children(trigger, "prep") if c.lower_ in frame.goal & TOWARD]
    ends = [end for c in goals if (end := child(c, "pobj")) is not None and end.i == preposition.i - 1]
    return preposition.head == trigger and any(end.lemma_.lower() in SPOTS | _REFUGES for end in ends)


def _is_homeward(trigger: Token) -> bool:
    """Whether an adverb leads on to "in": "brought ashore in Malta", "flew back in"."""
    return any(c.lower_ in HOMEWARD for c in children(trigger, "advmod", "npadvmod", "prt"))


def _is_left(noun: Token, trigger: Token, frame: Frame) -> bool:
    """Whether it is the ground that is left, which the parse may hang the goal on: "left Lima for Paris"."""
    return frame.setting_off and Part.SOURCE in frame.direct and noun == direct_object(trigger)


def _leaves_home(preposition: Token, trigger: Token, frame: Frame) -> bool:
    """Whether the phrase tells where the ground lies that is left: "left her home in Berlin"."""
    left = direct_object(trigger) if Part.SOURCE in frame.direct and frame.setting_off else None
    return left is not None and left.lemma_.lower() in SPOTS and preposition.lower_ in {"in", "at", "near"}


def _is_vehicle(token: Token) -> bool:
    return token.lemma_.lower() in VEHICLES


def _by_way(preposition: Token) -> Token | None:
    """The object of "by way of"."""
    way = child(preposition, "pobj")
    of = child(way, "prep") if way is not None and way.lemma_ == "way" else None
    return child(of, "pobj") if of is not None else None


def _led_to(paragraph: int, inner: Token, trigger: Token, ground: Ground) -> list[Spot]:
    if inner.tag_ in {"WDT", "WP"}:
        clause = next((t for t in (trigger, *climb(trigger)) if t.dep_ == "relcl"), None)
        return ground.spots(paragraph, clause.head) if clause is not None else []
    if inner.lemma_ == "way" and inner.head.lower_ == "by":
        of = _by_way(inner.head)
        return ground.spots(paragraph, of) if of is not None else []
    if inner.lemma_.lower() in NOUNS and inner.lemma_ != "exile":
        return []
    return ground.spots(paragraph, inner)


def _verb_phrases(trigger: Token) -> list[Token]:
    """Prepositions of a noun of motion that the parse hangs on a verb: "faces deportation to Greece".

    So too in "a trip starting Sunday to Guam".
    """
    if trigger.pos_ != "NOUN":
        return []
    following = trigger.doc[trigger.i + 1 : trigger.i + 2]
    if following and following[0].lower_ in _STARTING:
        return prepositions(following[0])
    if trigger.dep_ != "dobj" or trigger.head.lemma_.lower() in VERBS:
        return []
    return [c for c in children(trigger.head, "prep", "dative") if c.i > trigger.i]


def _onward(trigger: Token) -> list[Token]:
    """The goal of "flew to Lima, then on to Paris", where the parse takes "on" for a clause of its own."""
    on = (c for c in children(trigger, "advcl", "conj") if c.lower_ in _ONWARD)
    return [p for c in on for p in children(c, "prep")]


def _en_route(trigger: Token) -> list[Token]:
    """The goal of "sank en route from Lima to Guam", which the parse hangs on "en" or on the verb."""
    en = trigger.head
    if trigger.lemma_ != "route" or en.lower_ != "en":
        return []
    near = trigger.doc[trigger.i + 1 : trigger.i + _ROUTE_REACH]
    return [t for t in near if t.lower_ == "to" and t.dep_ == "prep" and t.head in (en, en.head)][:1]


def _own_line(paragraph: int, vehicle: Token, found: Ends, ground: Ground) -> None:
    """The ends that a vehicle's own name tells: "the first train to Amsterdam arrived"."""
    for preposition in children(vehicle, "prep"):
        inner = child(preposition, "pobj")
        if inner is None:
            continue
        if preposition.lower_ == "to" and not found.goals:
            _add(found.goals, ground.spots(paragraph, inner))
        elif preposition.lower_ == "from" and not found.sources:
            _add(found.sources, ground.spots(paragraph, inner))
