"""What the words around a length say: a distance between places, a journey's length, or none of both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from geo.reading.distances.lengths import Length
from geo.reading.distances.words import (
    DIRECTIONS,
    FALLING_VERBS,
    FLUNG_THINGS,
    JOURNEY_NOUNS,
    LIMITS_OF_A_CIRCLE,
    PLACING_VERBS,
    TRAVEL_VERBS,
    WAY_NOUNS,
    WEAK_UNITS,
)
from geo.reading.sentences.clauses import verb_over

_AHEAD = 80
_BEHIND = 40
_LEAST_KM_OF_WEAK_UNITS = 0.05
"""Nearer than this, "two metres from" tells people how to stand, not where places lie."""


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


_DIRECTION = rf"(?:due\s)?(?P<direction>{_either(DIRECTIONS)})(?:ern|wards?)?"
_BY_WAY = r"(?:\s(?:by|via)\s(?:road|rail|train|car|sea|air|boat|bus|plane|land|ship))?"
_FROM = (
    r"(?:from|off|outside(?:\sof)?|beyond|short\sof|upstream\s(?:of|from)|downstream\s(?:of|from)|inland\sfrom|"
    r"upriver\sfrom|downriver\sfrom|out\sof|past|up\sthe\s(?:coast|road)\sfrom|"
    r"down\sthe\s(?:coast|road)\sfrom|"
    r"across\sthe\s(?:border|river|channel|straits?|water|bay|lake|sea|gulf|valley|fjord|estuary)\sfrom|"
    r"after\s(?:leaving|departing|tak(?:e|ing)[\s-]?off\sfrom))"
)
_AFTER_DIRECTION = re.compile(
    rf"\s?,?\s?{_BY_WAY}\s?(?:away\s|further\s|farther\s|out\s|up\s)?(?:\(?to\sthe\s)?"
    rf"{_DIRECTION}(?!\w)(?P<of>\s(?:of|from|off)\s)?",
    re.IGNORECASE,
)
_AFTER_FROM = re.compile(
    rf"\s?,?\s?{_BY_WAY}\s?(?:away\s|further\s|down\sthe\sroad\s|distant\s|apart\s|up\s|by\sroad\s|inland\s|"
    rf"offshore\s|as\sthe\scrow\sflies\s)?,?\s?(?P<from>{_FROM})\s",
    re.IGNORECASE,
)
_ONWARD = re.compile(r"\s(?:to|into|toward|towards|through)\s", re.IGNORECASE)
"""What follows the direction of a journey ("travelled 300 km south to Maiduguri")."""
_AFTER_AWAY = re.compile(
    rf"\s?{_BY_WAY}\s?(?:further\s|farther\s)?(?P<word>away|distant|inland|offshore|apart|"
    r"down\sthe\sroad|up\sthe\sroad|up\sthe\scoast|down\sthe\scoast)(?!\w)",
    re.IGNORECASE,
)
_AFTER_OF = re.compile(r"\sof\s", re.IGNORECASE)
_AFTER_RADIUS = re.compile(r"[\s-]radius\s(?:of|around|from)\s", re.IGNORECASE)
_AFTER_NOUN = re.compile(
    rf"[\s-](?:\w{{1,20}}[\s-]){{0,2}}?(?:(?P<journey>{_either(tuple(JOURNEY_NOUNS))})|"
    rf"(?:{_either(tuple(WAY_NOUNS))}))s?(?!\w)",
    re.IGNORECASE,
)
_AFTER_BETWEEN = re.compile(r"\s(?:\w{1,12}\s){0,4}?between\s", re.IGNORECASE)
_AFTER_EACH_OTHER = re.compile(r"\s(?:away\s)?from\s(?:each\sother|one\sanother)", re.IGNORECASE)
_AFTER_SEPARATE = re.compile(r"\s(?:\w{1,12}\s)?(?:separat|divid)(?:es?|ed|ing)\s", re.IGNORECASE)
_SEPARATED_BY = re.compile(
    r"\b(?:separated|divided|parted)\sby\s(?:just\s|only\s|a\smere\s)?\Z", re.IGNORECASE
)
_AFTER_TO = re.compile(r"\s(?:\w{1,12}\s){0,3}?(?:to|from)\s", re.IGNORECASE)
_NOT_AFTER = re.compile(
    r"\s?(?:[\s-](?:long(?!\sjourney|\strip|\sroad|\sroute|\sdrive|\sline)|wide|deep|high|tall|thick|broad|"
    r"in\s(?:length|width|depth|height|diameter|size|altitude)|above|below|beneath|under(?:ground|water|neath)|"
    r"per|an?\s(?:hour|day|second|week|year)|square|of\s(?:the\s|this\s|that\s)?(?:ocean|sea|road|roads|beach|coast|coastline|rail|track|"
    r"border|fence|wall|pipe|pipeline|cable|rope|wire|river|trail|trails|water|shoreline|territory|land)|"
    r"(?:\w{1,12}\s)?(?:front|frontline|border|boundary|contact)\b|buffer|zone|race\b|mark\b|post\b)|/\s?h|\sp/h)",
    re.IGNORECASE,
)
_LONG = re.compile(r"[\s-]long\b", re.IGNORECASE)
_WAY_BETWEEN = re.compile(
    rf"\b(?:{_either(tuple(JOURNEY_NOUNS | WAY_NOUNS))})s?\s(?:from|between)\s[^.;]{{2,80}}"
    r"\s(?:is|was)\s(?:\w{1,10}\s){0,2}\Z",
    re.IGNORECASE,
)
"""Before how long a way is: "the road from X to Y is 300 km long"."""
_IN_ALL = re.compile(
    r"\s(?:at\smost\s)?(?:(?:in|over|during|throughout)\s(?:an?|his|her|its|their|the|one)\s"
    r"(?:whole\s|entire\s|working\s)?(?:season|year|life|lifetime|career|decade)"
    r"|an?\s(?:day|week|month|year|season))\b",
    re.IGNORECASE,
)
"""What follows the sum of many ways: "22,000 kilometres in a season"."""
_PER_HOUR = re.compile(r"\s?(?:per|an)\s(?:hour|second)\b|/\s?h\b", re.IGNORECASE)
_NOT_BEFORE = re.compile(
    r"(?:altitude|height|depth|width|elevation|diameter|speed|speeds|length|thickness|perimeter|range|ranges|"
    r"ceiling)\s(?:of|is|was|at|reached)\s(?:\w{1,12}\s)?\Z|(?:every|square|each|per|last|first|final)\s\Z",
    re.IGNORECASE,
)
_DISTANCE_OF = re.compile(r"\bdistance\s(?:of|is|was|to|between)\b", re.IGNORECASE)
_NOUN_OF = re.compile(
    r"(?:journey|trip|route|distance|drive|flight|voyage|road|line)s?\s(?:of|is)\s\Z", re.IGNORECASE
)
_BETWEEN = re.compile(r"\b(?:between|separat(?:es?|ing)|dividing|apart)\b", re.IGNORECASE)


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
    if _IN_ALL.match(ahead) or _PER_HOUR.match(ahead):
        return None
    if (
        _AFTER_BETWEEN.match(ahead)
        or _AFTER_EACH_OTHER.match(ahead)
        or (_SEPARATED_BY.search(behind) and length.unit_word not in WEAK_UNITS)
    ):
        return Cue(is_pair=True)
    if _LONG.match(ahead) and _WAY_BETWEEN.search(text[sentence[0] : length.start]):
        return Cue(is_travel=True, ends_needed=2)
    if _NOT_AFTER.match(ahead) or _NOT_BEFORE.search(behind):
        return None
    if _is_flung(doc, length):
        return None
    strong = _strong(ahead, length)
    if length.unit_word in WEAK_UNITS:
        return strong if length.km >= _LEAST_KM_OF_WEAK_UNITS else None
    if strong:
        return strong
    return _weak(doc, text, length, sentence)


def _is_flung(doc: Doc, length: Length) -> bool:
    """Whether it is how far a missile flew or a wind blew: a range, not a way between places."""
    span = doc.char_span(length.start, length.core_end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    verb = verb_over(span.root)
    if verb is None or verb.lemma_ in PLACING_VERBS or verb.lemma_ in FALLING_VERBS:
        return False
    before = doc[span.sent.start : span.start]
    return any(token.dep_ == "nsubj" and token.lemma_.lower() in FLUNG_THINGS for token in before)


def _strong(ahead: str, length: Length) -> Cue | None:
    match = _AFTER_DIRECTION.match(ahead)
    if match:
        at = length.end + match.end() if match["of"] else None
        onward = not match["of"] and _ONWARD.match(ahead, match.end()) is not None
        direction = "".join(match["direction"].lower().split())
        return Cue(landmark_at=at, direction=direction, is_travel=onward, ends_needed=onward)
    match = _AFTER_FROM.match(ahead) or _AFTER_RADIUS.match(ahead)
    if match is None and length.approximator in LIMITS_OF_A_CIRCLE:
        match = _AFTER_OF.match(ahead)
    if match:
        return Cue(landmark_at=length.end + match.end())
    match = _AFTER_AWAY.match(ahead)
    if match:
        return Cue(is_pair=match["word"].lower() == "apart")
    return None


def _weak(doc: Doc, text: str, length: Length, sentence: tuple[int, int]) -> Cue | None:
    ahead = text[length.end : min(sentence[1], length.end + _AHEAD)]
    before = text[sentence[0] : length.start]
    if _AFTER_SEPARATE.match(ahead) or (_DISTANCE_OF.search(before) and _BETWEEN.search(before)):
        return Cue(is_pair=True)
    span = doc.char_span(length.start, length.core_end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    noun = _AFTER_NOUN.match(ahead)
    if (noun and noun["journey"]) or _NOUN_OF.search(before):
        return Cue(is_travel=True)
    verb = verb_over(span.root)
    if noun or _AFTER_TO.match(ahead) or (verb is not None and verb.lemma_ in TRAVEL_VERBS):
        return Cue(is_travel=True, ends_needed=1)
    return Cue(is_travel=True, ends_needed=2)
