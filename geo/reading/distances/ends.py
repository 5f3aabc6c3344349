"""Between which two places a reported distance runs, from its sentence and the sentences before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from geo.reading.distances.cues import Cue
from geo.reading.distances.lengths import Length
from geo.reading.distances.sights import Sights, Spot
from geo.reading.distances.subjects import find_subject
from geo.reading.distances.words import DEFINITE_WORDS, NOUN_KINDS
from geo.reading.parse import Paragraph

_LEAD = 60
"""Characters before a place in which "from" or "to" is looked for."""
_LONG_LEAD = 90
"""The same for "came down five days later on"."""
_ANY_JOURNEY = frozenset({"up to", "at most", "no more than", "not more than", "less than", "under"})
"""A journey of so much is any, and none that is told of around it."""
_REACH = 90
"""Characters after "from" within which its place must begin."""
_STOP = re.compile(r"[;!?]|\.\s|\b(?:who|which|where|when|while|but|after|before|because)\b", re.IGNORECASE)
_AFTER_COMMA = 2
"""Characters after a comma at which the name of what it parts off may stand ("the capital, Tripoli")."""
_CALLING = re.compile(
    r"(?:['’]s)?\s(?:[\w-]{1,15}\s)?(?:capital|city|town|port|village|region|province|state|suburb|resort|island)"
    r"(?:\scity)?(?:\sof)?,?\s",
    re.IGNORECASE,
)
"""Between two names of which the first only says where the second is ("the Somali capital, Mogadishu")."""
_THE = re.compile(r"the\s", re.IGNORECASE)
_EDGE = re.compile(r"\s(?:[\w-]{1,12}\s)?(?:border|frontier|coast|coastline|shore)\b", re.IGNORECASE)
_TO_GOAL = re.compile(r"\sto\s(?:the\s)?(?:\w{1,20}\sof\s)?", re.IGNORECASE)
_AND = re.compile(r"\s?,?\s?(?:and|but|or)?\s(?:just\s|only\s|some\s)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ends:
    """The two places of a distance; None where the text names none."""

    start: Spot | None
    end: Spot | None

    @property
    def known(self) -> int:
        """How many of them the text names."""
        return (self.start is not None) + (self.end is not None)


def find_ends(
    sights: Sights, number: int, paragraph: Paragraph, length: Length, cue: Cue, *, listed: Ends | None = None
) -> Ends:
    """The place from which and the place to which a length is told, as its cue says.

    ``listed`` are the ends of the distance told right before, in "X is 5 miles from Y and 9 miles from Z".
    """
    doc = paragraph.doc
    span = doc.char_span(length.start, length.core_end, alignment_mode="expand")
    if span is None or not len(span):
        return Ends(None, None)
    sentence = (span.sent.start_char, span.sent.end_char)
    if cue.is_pair:
        return _pair(sights, number, doc, sentence, length)
    if cue.is_travel:
        ends = _travelled(sights, number, span, length, within_sentence=cue.ends_needed == 2)
        if ends.start is None or ends.end is not None:
            return ends
        return Ends(ends.start, find_subject(sights, number, span, length, sentence, None))
    landmark = _landmark(sights, number, doc, cue, sentence) if cue.landmark_at is not None else None
    goal = _goal_after(sights, number, doc, landmark) if landmark else None
    if goal:
        return Ends(landmark, goal)
    if listed and listed.start and _AND.fullmatch(doc.text, listed.start.end, length.start):
        return Ends(landmark, listed.end)
    subject = find_subject(sights, number, span, length, sentence, landmark)
    if cue.landmark_at is None:
        landmark = sights.focus(number, length.start, subject)
    elif landmark is None:
        landmark = _behind_noun(sights, number, doc, cue, subject, sentence)
    if subject and landmark and subject.place == landmark.place:
        subject = None
    return Ends(landmark, subject)


def _behind_noun(
    sights: Sights, number: int, doc: Doc, cue: Cue, subject: Spot | None, sentence: tuple[int, int]
) -> Spot | None:
    """The fixed end told by a noun; a subject that is only "it" may be no place at all, and gives way."""
    found = _nominal_landmark(sights, number, doc, cue, subject)
    is_guess = subject is not None and (subject.paragraph != number or subject.end <= sentence[0])
    return found or (_nominal_landmark(sights, number, doc, cue, None) if is_guess else None)


def _landmark(sights: Sights, number: int, doc: Doc, cue: Cue, sentence: tuple[int, int]) -> Spot | None:
    """The place that stands right after "from" or "north of", past what it is called or lies in."""
    at = cue.landmark_at or 0
    limit = min(sentence[1], at + _REACH)
    stop = _STOP.search(doc.text, at, limit)
    spots = sights.between(number, at, stop.start() if stop else limit)
    comma = doc.text.find(",", at, limit)
    if spots and 0 <= comma < spots[0].start - _AFTER_COMMA:
        return None  # "from his home, police in Boise said"
    if len(spots) > 1 and _CALLING.fullmatch(doc.text, spots[0].end, spots[1].start):
        return spots[1]
    return spots[0] if spots else _of_people(sights, number, doc, at)


def _of_people(sights: Sights, number: int, doc: Doc, at: int) -> Spot | None:
    """The land whose border or coast is told by its demonym: "from the Ugandan border"."""
    article = _THE.match(doc.text, at)
    people = sights.people_at(number, article.end() if article else at)
    return people if people and _EDGE.match(doc.text, people.end) else None


def _goal_after(sights: Sights, number: int, doc: Doc, landmark: Spot) -> Spot | None:
    """The place in "21 miles from X to Y"."""
    for spot in sights.between(number, landmark.end, landmark.end + _REACH):
        return spot if _TO_GOAL.fullmatch(doc.text, landmark.end, spot.start) else None
    return None


def _nominal_landmark(sights: Sights, number: int, doc: Doc, cue: Cue, subject: Spot | None) -> Spot | None:
    """The place behind "from the city" or "from there"."""
    at = cue.landmark_at or 0
    words = doc.text[at : at + 40].lower().split()[:4]
    if words[:1] in (["there"], ["here"], ["it"]):
        return sights.focus(number, at, subject)
    if words[:1] and words[0] in DEFINITE_WORDS:
        noun = next((word for part in words[1:] if (word := part.strip(".,;")) in NOUN_KINDS), None)
        return sights.called(number, at, noun, subject) if noun else None
    return None


def _pair(sights: Sights, number: int, doc: Doc, sentence: tuple[int, int], length: Length) -> Ends:
    """The two places of "between X and Y", after the length or before it."""
    limit = min(sentence[1], length.end + 2 * _REACH)
    between = _BETWEEN.search(doc.text, length.end, limit)
    after = sights.between(number, between.end() if between else length.end, limit)
    if len(after) >= 2:
        return Ends(after[0], after[1])
    before = sights.between(number, sentence[0], length.start)
    spots = [*before[-(2 - len(after)) :], *after]
    return Ends(spots[0], spots[1]) if len(spots) == 2 else Ends(None, spots[0] if spots else None)


_BETWEEN = re.compile(r"\bbetween\s", re.IGNORECASE)
_LINKED = re.compile(
    r"\b(?:link|connect|join)(?:s|ed|ing)?\s(?:the\s)?(?:\w{1,20}\s(?:of\s)?){0,2}?\Z", re.IGNORECASE
)
_WITH = re.compile(r"\s(?:with|to|and)\s(?:the\s)?(?:\w{1,20}\s(?:of\s)?){0,2}?", re.IGNORECASE)
"""Between the two places that a way links."""
_FROM_THERE = re.compile(r"\bfrom\s(?:there|here)\b", re.IGNORECASE)
_ARRIVED = re.compile(
    r"\b(?:arriv(?:e|es|ed|ing)|land(?:s|ed|ing)?|end(?:s|ed|ing)|finish(?:es|ed|ing)?|c(?:a|o)me(?:s)?\sdown|"
    r"coming\sdown|dock(?:s|ed|ing)?)\s(?:[\w,-]{1,20}\s){0,8}?(?:in|on|at|off|near)\s(?:the\s)?"
    r"(?:\w{1,20}\s(?:of\s)?){0,2}?\Z",
    re.IGNORECASE,
)
"""Before the place where a journey ended, though no "to" leads there."""
_SINCE = re.compile(r"\s(?:since|out\sof)\s(?:leaving\s)?", re.IGNORECASE)
_SOURCE = re.compile(r"\b(?:from|leaving|left)\s(?:the\s)?(?:\w{1,20}\s){0,3}?\Z", re.IGNORECASE)
_GOAL = re.compile(
    r"\b(?:to|toward|towards|into|for|reach|reached|reaching|until|up to)\s(?:the\s)?"
    r"(?:\w{1,20}\s){0,3}?\Z",
    re.IGNORECASE,
)


def _travelled(
    sights: Sights, number: int, span: SpacySpan, length: Length, *, within_sentence: bool
) -> Ends:
    """The ends of a journey or a road, told in the sentence or together in one close by."""
    since = _SINCE.match(span.doc.text, length.end)
    if since:
        return Ends(next(iter(sights.between(number, since.end(), since.end() + _REACH)), None), None)
    ends = _from_and_to(sights, number, span.sent, is_own=True)
    if ends.start is None and _FROM_THERE.search(span.sent.text):
        ends = Ends(sights.focus(number, span.sent.start_char, ends.end), ends.end)
    if within_sentence or ends.end or length.approximator in _ANY_JOURNEY:
        return ends
    for paragraph, sentence in sights.sentences_around(number, span):
        near = _from_and_to(sights, paragraph, sentence)
        same = ends.start is None or (near.start and near.start.place == ends.start.place)
        if near.start and near.end and same:
            return near
    return ends


def _from_and_to(sights: Sights, number: int, sentence: SpacySpan, *, is_own: bool = False) -> Ends:
    """What stands after "from" and after "to" in a sentence; in its own, also where a journey ended."""
    source = goal = arrived = None
    spots = sights.between(number, sentence.start_char, sentence.end_char)
    for one, other in pairwise(spots):
        text, lead = sentence.doc.text, max(sentence.start_char, one.start - _LEAD)
        if _LINKED.search(text, lead, one.start) and _WITH.fullmatch(text, one.end, other.start):
            return Ends(one, other)
    for spot in spots:
        text, lead = sentence.doc.text, max(sentence.start_char, spot.start - _LEAD)
        if source is None and _SOURCE.search(text, lead, spot.start):
            source = spot
        elif goal is None and _GOAL.search(text, lead, spot.start):
            goal = spot
        elif _ARRIVED.search(text, max(sentence.start_char, spot.start - _LONG_LEAD), spot.start):
            arrived = spot
    return Ends(source, goal or (arrived if is_own else None))
