"""Between which two places a journey or a road runs, from its sentence and those around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span as SpacySpan

from geo.reading.distances.lengths import Length, find_lengths
from geo.reading.distances.sights import Sights
from geo.reading.distances.spots import SUBJECT_DEPENDENCIES, Spot
from geo.reading.distances.words import LOCALS
from geo.reading.sentences.clauses import verb_over

_LEAD = 60
"""Characters before a place in which "from" or "to" is looked for."""
_LONG_LEAD = 90
"""The same for "came down five days later on"."""
_REACH = 90
"""Characters after a length within which a place told right behind it must begin."""
_ANY_JOURNEY = frozenset({"up to", "at most", "no more than", "not more than", "less than", "under"})
"""A journey of so much is any, and none that is told of around it."""
_NAMELY = r"(?:the\s)?(?:\w{1,20}\s(?:of\s)?){0,2}?"
_LINKED = re.compile(rf"\b(?:link|connect|join)(?:s|ed|ing)?\s{_NAMELY}\Z", re.IGNORECASE)
_WITH = re.compile(rf"\s(?:with|to|and)\s{_NAMELY}", re.IGNORECASE)
"""Between the two places that a way links."""
_BETWEEN = re.compile(rf"\bbetween\s{_NAMELY}\Z", re.IGNORECASE)
_AND = re.compile(rf"\sand\s{_NAMELY}", re.IGNORECASE)
_TO = re.compile(r"\sto\s|\s?[–—-]\s?|-to-", re.IGNORECASE)
"""Between the names of a line's two ends: "X to Y is 600 miles", "the X-Y road"."""
_FROM_THERE = re.compile(r"\bfrom\s(?:there|here)\b", re.IGNORECASE)
_ARRIVED = re.compile(
    r"\b(?:arriv(?:e|es|ed|ing)|land(?:s|ed|ing)?|end(?:s|ed|ing)|finish(?:es|ed|ing)?|c(?:a|o)me(?:s)?\sdown|"
    r"coming\sdown|dock(?:s|ed|ing)?|(?:it|he|she|they)\s(?:was|were))\s(?:[\w,-]{1,20}\s){0,8}?(?:in|on|at|off|near)\s(?:the\s)?"
    r"(?:\w{1,20}\s(?:of\s)?){0,2}?\Z",
    re.IGNORECASE,
)
"""Before the place where a journey ended, though no "to" leads there."""
_SINCE = re.compile(r"\s(?:since|out\sof)\s(?:leaving\s)?", re.IGNORECASE)
_INTO_IT = re.compile(r"\sinto\s(?:its|their|the|his|her|our|my)\s", re.IGNORECASE)
"""Behind how much of a journey was done: "20 miles into its voyage"."""
_SOURCE = re.compile(
    r"\b(?:from|leav(?:e|es|ing)|left|fle(?:e|es|d|eing)|depart(?:s|ed|ing)?|quit(?:s|ting)?|"
    r"(?:start|began|begin|beginn|set|setting)(?:s|ed|ing)?\s(?:off\s|out\s)?(?:in|at)|"
    r"(?:released|ringed|banded|tagged|collared|hatched|launched)\s(?:in|at|on|off|near))"
    r"\s(?:the\s)?(?:\w{1,20}\s){0,3}?\Z",
    re.IGNORECASE,
)
_GOAL = re.compile(
    r"\b(?:to|toward|towards|into|for|reach|reached|reaching|until|up to|as far as|"
    r"no f[au]rther than)\s(?:the\s)?"
    r"(?:\w{1,20}\s){0,3}?\Z",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:[\s-](?!(?:before|after|and|then|when|while|where|who|which|but)\s)[\w-]{1,15}){0,5}?"
    r"\s(?:to|into|towards?)\s(?:the\s)?(?:\w{1,20}\s){0,3}?",
    re.IGNORECASE,
)
"""Between a length and the place to which it leads."""
_OF_IT = re.compile(
    r"\s?[(\[]\s?|,\s(?:(?:an?\s)?(?:[\w-]{1,12}\s){1,3}of\s|just\s|only\s|some\s|about\s)?", re.IGNORECASE
)
"""Between a place and how long the leg to it is: "on to X (240 km)", "to X, a long haul of 395 km"."""
_THE_TWO = re.compile(r"\bbetween\sthe\stwo\b", re.IGNORECASE)
_HOPED = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|want(?:s|ed)?|plan(?:s|ned)?|intend(?:s|ed)?|will|would|may|might|could|should|"
    r"not|never|expected|meant)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words of a sentence whose goal nobody may have reached."""
_GOING_ON = frozenset({"he", "she", "it", "they", "we", "i"})
"""Subjects of a sentence that goes on with a journey told before."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The two places of a distance; None where the text names none."""

    start: Spot | None
    end: Spot | None

    @property
    def known(self) -> int:
        """How many of them the text names."""
        return (self.start is not None) + (self.end is not None)


def find_travelled(
    sights: Sights, number: int, span: SpacySpan, length: Length, *, within_sentence: bool
) -> Ends:
    """The ends of a journey or a road, told in the sentence or close by."""
    text = sights.text(number)
    since = _SINCE.match(text, length.end)
    if since:
        return Ends(next(iter(sights.between(number, since.end(), since.end() + _REACH)), None), None)
    ends = _of_leg(sights, number, span, length) or from_and_to(sights, number, span.sent, is_own=True)
    if _INTO_IT.match(text, length.end):
        return Ends(ends.start, None)
    if ends.start is None and _FROM_THERE.search(span.sent.text):
        ends = Ends(sights.focus(number, span.sent.start_char, ends.end), ends.end)
    if within_sentence or ends.known == 2 or length.approximator in _ANY_JOURNEY:
        return ends
    if ends.known == 1 and _THE_TWO.search(span.sent.text):
        return Ends(
            sights.focus(number, span.sent.start_char, ends.start or ends.end), ends.start or ends.end
        )
    start = ends.start or _home(sights, number, span)
    if start:
        ends = Ends(start, ends.end)
    return ends if ends.known == 2 else _told_around(sights, number, span, ends)


def _of_leg(sights: Sights, number: int, span: SpacySpan, length: Length) -> Ends | None:
    """The ends of one leg of several, by the place that stands right behind its length."""
    sentence, text = span.sent, sights.text(number)
    before = sights.between(number, sentence.start_char, length.start)
    if len(before) > 1 and _OF_IT.fullmatch(text, before[-1].end, length.start):
        leads = [_leads(text, sentence.start_char, spot) for spot in before]
        if "goal" in leads[-1:] and any(leads[:-1]):
            return Ends(
                next(one for one, lead in zip(before[-2::-1], leads[-2::-1], strict=True) if lead), before[-1]
            )
    after = sights.between(number, length.end, min(sentence.end_char, length.end + 2 * _REACH))
    if not after or not _BESIDE.fullmatch(text, length.end, after[0].start):
        return None
    for spot in after[1:2]:
        if _SOURCE.search(text, max(after[0].end, spot.start - _LEAD), spot.start):
            return Ends(spot, after[0])
    left = next((spot for spot in reversed(before) if _leads(text, sentence.start_char, spot)), None)
    return Ends(left, after[0]) if left else None


def _leads(text: str, start: int, spot: Spot) -> str:
    """Whether "from" or "to" leads to a place: "source", "goal" or nothing."""
    lead = max(start, spot.start - _LEAD)
    if _SOURCE.search(text, lead, spot.start):
        return "source"
    return "goal" if _GOAL.search(text, lead, spot.start) else ""


def from_and_to(sights: Sights, number: int, sentence: SpacySpan, *, is_own: bool = False) -> Ends:
    """What stands after "from" and after "to" in a sentence; in its own, also where a journey ended."""
    source = goal = arrived = None
    text, start = sights.text(number), sentence.start_char
    spots = sights.between(number, start, sentence.end_char)
    for one, other in pairwise(spots):
        if _are_joined(text, start, one, other):
            return Ends(one, other)
    for spot in spots:
        lead = max(start, spot.start - _LEAD)
        if source is None and _SOURCE.search(text, lead, spot.start):
            source = spot
        elif goal is None and _GOAL.search(text, lead, spot.start):
            goal = spot
        elif _ARRIVED.search(text, max(start, spot.start - _LONG_LEAD), spot.start):
            arrived = spot
    return Ends(source, goal or (arrived if is_own else None))


def _are_joined(text: str, start: int, one: Spot, other: Spot) -> bool:
    """Whether two names beside each other are those of a way's ends."""
    lead = max(start, one.start - _LEAD)
    if _TO.fullmatch(text, one.end, other.start):
        return True
    if _LINKED.search(text, lead, one.start):
        return _WITH.fullmatch(text, one.end, other.start) is not None
    between = _BETWEEN.search(text, lead, one.start)
    return between is not None and _AND.fullmatch(text, one.end, other.start) is not None


def _home(sights: Sights, number: int, span: SpacySpan) -> Spot | None:
    """The place of those who travel: "people in X must drive 75 km to Y"."""
    verb = verb_over(span.root)
    while verb is not None and verb.dep_ in ("xcomp", "conj") and verb.head.i != verb.i:
        if any(child.dep_ in SUBJECT_DEPENDENCIES for child in verb.children):
            break
        verb = verb.head
    subject = next((one for one in verb.children if one.dep_ in SUBJECT_DEPENDENCIES), None) if verb else None
    if subject is None or subject.lemma_.lower() not in LOCALS:
        return None
    inside = sights.between(number, subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge))
    return inside[0] if inside else None


def _told_around(sights: Sights, number: int, span: SpacySpan, ends: Ends) -> Ends:
    """The ends that a sentence close by tells of the same journey, or from where it went on."""
    for paragraph, sentence in sights.sentences_around(number, span):
        if find_lengths(sentence.text):
            continue  # that sentence tells of a journey of its own
        near = from_and_to(sights, paragraph, sentence)
        same = (_agree(near.start, ends.start)) and _agree(near.end, ends.end)
        if near.start and near.end and same:
            return near
    if ends.known != 1 or not _goes_on(span.sent):
        return ends
    for paragraph, sentence in _before(sights, number, span):
        near = from_and_to(sights, paragraph, sentence, is_own=True)
        reached = None if _HOPED.search(sentence.text) else near.end
        if ends.start is not None:
            if reached and reached.place != ends.start.place:
                return Ends(ends.start, reached)
            continue
        left = reached or near.start
        if left and ends.end and left.place != ends.end.place:
            return Ends(left, ends.end)
    return ends


def _agree(one: Spot | None, other: Spot | None) -> bool:
    return other is None or (one is not None and one.place == other.place)


def _goes_on(sentence: SpacySpan) -> bool:
    """Whether a sentence has the traveller of the one before: a pronoun, or a noun with "the"."""
    subject = next((token for token in sentence if token.dep_ in SUBJECT_DEPENDENCIES), None)
    if subject is None:
        return False
    return subject.lower_ in _GOING_ON or any(child.lower_ == "the" for child in subject.children)


def _before(sights: Sights, number: int, span: SpacySpan) -> Iterator[tuple[int, SpacySpan]]:
    for paragraph, sentence in sights.sentences_around(number, span):
        if paragraph < number or sentence.start < span.sent.start:
            yield paragraph, sentence
