"""What the words around a length say: a distance between places, a journey's length, or none of both."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from geo.reading.distances import signs
from geo.reading.distances.lengths import Length
from geo.reading.distances.words import (
    FALLING_VERBS,
    FLUNG_THINGS,
    LIMITS_OF_A_CIRCLE,
    PLACING_VERBS,
    TRAVEL_VERBS,
    WEAK_UNITS,
)
from geo.reading.sentences.clauses import verb_over

_AHEAD = 80
_BEHIND = 100
_LEAST_KM_OF_WEAK_UNITS = 0.05
"""Nearer than this, "two metres from" tells people how to stand, not where places lie."""
_HALF_ROUND_THE_EARTH_KM = 20_040.0
"""No two places lie farther apart; the moon does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """How a length relates places: ``landmark_at`` is where the words for the fixed end begin.

    ``ends_needed`` is how many ends must be named for the length to be one between places.
    """

    landmark_at: int | None = None
    direction: str | None = None
    is_travel: bool = False
    ends_needed: int = 0
    is_pair: bool = False

    @property
    def is_away(self) -> bool:
        """Whether the fixed end is left to the text around: "12 miles away", "12 miles to the north"."""
        return self.landmark_at is None and not self.is_travel and not self.is_pair


def find_cue(doc: Doc, text: str, length: Length, sentence: tuple[int, int]) -> Cue | None:
    """What makes a length a distance between places, None if nothing does."""
    ahead = text[length.end : min(sentence[1], length.end + _AHEAD)]
    behind = text[max(sentence[0], length.start - _BEHIND) : length.start]
    if signs.IN_ALL.match(ahead) or signs.PER_HOUR.match(ahead) or signs.EDGE.match(ahead):
        return None
    if _is_pair(ahead, behind, length):
        return Cue(is_pair=True)
    of_a_way = signs.LONG.match(ahead) and signs.WAY_BETWEEN.search(text[sentence[0] : length.start])
    if of_a_way or signs.LONG_WAY.match(ahead) or signs.AFTER_OF_A_WAY.match(ahead):
        return Cue(is_travel=True, ends_needed=2)
    if signs.NOT_AFTER.match(ahead) or signs.NOT_BEFORE.search(behind):
        return None
    strong = _strong(ahead, length)
    if not (strong and signs.ASIDE.search(behind)) and _is_flung(doc, length):
        return None
    if strong and not strong.is_travel and length.km > _HALF_ROUND_THE_EARTH_KM:
        return None
    if length.unit_word in WEAK_UNITS:
        return strong if length.km >= _LEAST_KM_OF_WEAK_UNITS else None
    return strong or _weak(doc, text, length, sentence)


def _is_pair(ahead: str, behind: str, length: Length) -> bool:
    """Whether it is how far two places named beside each other are apart."""
    if signs.AFTER_BETWEEN.match(ahead) or signs.AFTER_EACH_OTHER.match(ahead):
        return True
    return length.unit_word not in WEAK_UNITS and bool(
        signs.JOINING.search(behind) or signs.AFTER_SEPARATE.match(ahead)
    )


def _is_flung(doc: Doc, length: Length) -> bool:
    """Whether it is how far a missile flew or a wind blew: a range, not a way between places."""
    span = doc.char_span(length.start, length.core_end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    verb = verb_over(span.root)
    if verb is None or verb.lemma_ in PLACING_VERBS or any(child.lower_ == "off" for child in verb.children):
        return False
    if verb.lemma_ in FALLING_VERBS and not any(child.tag_ == "MD" for child in verb.children):
        return False
    before = doc[span.sent.start : span.start]
    return any(token.dep_ == "nsubj" and token.lemma_.lower() in FLUNG_THINGS for token in before)


def _strong(ahead: str, length: Length) -> Cue | None:
    match = signs.AFTER_DIRECTION.match(ahead)
    if match:
        at = length.end + match.end() if match["of"] else None
        onward = not match["of"] and signs.ONWARD.match(ahead, match.end()) is not None
        direction = "".join(match["direction"].lower().split())
        return Cue(landmark_at=at, direction=direction, is_travel=onward, ends_needed=onward)
    match = signs.AFTER_FROM.match(ahead) or signs.AFTER_RADIUS.match(ahead)
    if match is None and length.approximator in LIMITS_OF_A_CIRCLE:
        match = signs.AFTER_OF.match(ahead)
    if match:
        return Cue(landmark_at=length.end + match.end())
    match = signs.AFTER_AWAY.match(ahead)
    if match and " " in match["word"] and signs.ONWARD.match(ahead, match.end()):
        return Cue(is_travel=True, ends_needed=1)
    if match:
        return Cue(is_pair=match["word"].lower() == "apart")
    return None


def _weak(doc: Doc, text: str, length: Length, sentence: tuple[int, int]) -> Cue | None:
    ahead = text[length.end : min(sentence[1], length.end + _AHEAD)]
    before = text[sentence[0] : length.start]
    if signs.DISTANCE_OF.search(before) and signs.BETWEEN.search(before):
        return Cue(is_pair=True)
    span = doc.char_span(length.start, length.core_end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    noun = signs.AFTER_NOUN.match(ahead)
    if (noun and noun["journey"]) or signs.NOUN_OF.search(before):
        return Cue(is_travel=True)
    verb = verb_over(span.root)
    went = signs.AFTER.search(before) or (verb is not None and verb.lemma_ in TRAVEL_VERBS)
    if noun or went or signs.AFTER_TO.match(ahead):
        return Cue(is_travel=True, ends_needed=1)
    return Cue(is_travel=True, ends_needed=2)
