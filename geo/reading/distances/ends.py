"""Between which two places a reported distance runs, from its sentence and the sentences before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from geo.reading.distances.cues import Cue
from geo.reading.distances.lengths import Length
from geo.reading.distances.sights import Sights, Spot
from geo.reading.distances.subjects import find_subject
from geo.reading.distances.words import DEFINITE_WORDS, NOUN_KINDS
from geo.reading.parse import Paragraph

_REACH = 90
"""Characters after "from" within which its place must begin."""
_STOP = re.compile(r"[;!?]|\.\s|\b(?:who|which|where|when|while|but|after|before|because)\b", re.IGNORECASE)
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
        return _pair(sights, number, sentence, length)
    if cue.is_travel:
        ends = _travelled(sights, number, span, within_sentence=cue.ends_needed == 2)
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
        landmark = _nominal_landmark(sights, number, doc, cue, subject)
    if subject and landmark and subject.place == landmark.place:
        subject = None
    return Ends(landmark, subject)


def _landmark(sights: Sights, number: int, doc: Doc, cue: Cue, sentence: tuple[int, int]) -> Spot | None:
    at = cue.landmark_at or 0
    limit = min(sentence[1], at + _REACH)
    stop = _STOP.search(doc.text, at, limit)
    spots = sights.between(number, at, stop.start() if stop else limit)
    return spots[0] if spots else None


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
        for word in words[1:]:
            kinds = NOUN_KINDS.get(word.strip(".,;"))
            if kinds:
                found = sights.antecedent(number, at, kinds, subject)
                island = found is None and word.startswith("island")
                # many a gazetteer knows an island by its town
                return sights.antecedent(number, at, frozenset({"city"}), subject) if island else found
    return None


def _pair(sights: Sights, number: int, sentence: tuple[int, int], length: Length) -> Ends:
    """The two places of "between X and Y", after the length or before it."""
    after = sights.between(number, length.end, min(sentence[1], length.end + 2 * _REACH))
    if len(after) >= 2:
        return Ends(after[0], after[1])
    before = sights.between(number, sentence[0], length.start)
    spots = [*before[-(2 - len(after)) :], *after]
    return Ends(spots[0], spots[1]) if len(spots) == 2 else Ends(None, spots[0] if spots else None)


_SOURCE = re.compile(r"\b(?:from|leaving|left)\s(?:the\s)?(?:\w{1,20}\s){0,3}?\Z", re.IGNORECASE)
_GOAL = re.compile(
    r"\b(?:to|toward|towards|into|for|reach|reached|reaching|until|up to)\s(?:the\s)?"
    r"(?:\w{1,20}\s){0,3}?\Z",
    re.IGNORECASE,
)


def _travelled(sights: Sights, number: int, span: SpacySpan, *, within_sentence: bool) -> Ends:
    """The ends of a journey or a road, told in the sentence or together in one close by."""
    ends = _from_and_to(sights, number, span.sent)
    if within_sentence or ends.start or ends.end:
        return ends
    for paragraph, sentence in sights.sentences_around(number, span):
        near = _from_and_to(sights, paragraph, sentence)
        if near.start and near.end:
            return near
    return ends


def _from_and_to(sights: Sights, number: int, sentence: SpacySpan) -> Ends:
    """What stands after "from" and after "to" in a sentence."""
    source = goal = None
    for spot in sights.between(number, sentence.start_char, sentence.end_char):
        lead = max(sentence.start_char, spot.start - 60)
        if source is None and _SOURCE.search(sentence.doc.text, lead, spot.start):
            source = spot
        elif goal is None and _GOAL.search(sentence.doc.text, lead, spot.start):
            goal = spot
    return Ends(source, goal)
