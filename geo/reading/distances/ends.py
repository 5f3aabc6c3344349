"""Between which two places a reported distance runs, from its sentence and the sentences before."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Span as SpacySpan

from geo.reading.distances.cues import Cue
from geo.reading.distances.lengths import Length
from geo.reading.distances.sights import Sights
from geo.reading.distances.spots import Spot
from geo.reading.distances.subjects import find_subject
from geo.reading.distances.travels import Ends, find_travelled, from_and_to
from geo.reading.distances.words import DEFINITE_WORDS, NOUN_KINDS, TRAVEL_VERBS
from geo.reading.parse import Paragraph
from geo.reading.sentences.clauses import verb_over

_REACH = 90
"""Characters after "from" within which its place must begin."""
_STOP = re.compile(
    r"[;!?]|(?<=\w{4})\.\s|\b(?:who|which|where|when|while|but|after|before|because)\b", re.IGNORECASE
)
_AFTER_COMMA = 2
"""Characters after a comma at which the name of what it parts off may stand ("the capital, Tripoli")."""
_CALLING = re.compile(
    r"(?:['’]s)?\s(?:[\w-]{1,15}\s)?(?:capital|city|town|port|village|region|province|state|suburb|resort|island)"
    r"(?:\scity)?(?:\sof)?,?\s",
    re.IGNORECASE,
)
"""Between two names of which the first only says where the second is ("the Somali capital, Mogadishu")."""
_WHERE = re.compile(r"where\s", re.IGNORECASE)
_A_NOUN = re.compile(r"(?:the|its|his|her|their|an?|[\w’']{1,20}['’]s)\s", re.IGNORECASE)
_WHERE_IT_WAS = (["scene"], ["epicentre"], ["epicenter"])
"""Nouns that stand for the place that the text is about."""
_THE = re.compile(r"the\s", re.IGNORECASE)
_EDGE = re.compile(r"\s(?:[\w-]{1,12}\s)?(?:border|frontier|coast|coastline|shore)\b", re.IGNORECASE)
_TO_GOAL = re.compile(
    r"\s(?:back\s|on\s|up\s|down\s|home\s|all\sthe\sway\s)?to\s(?:the\s)?(?:\w{1,20}\s(?:of\s(?:the\s)?)?){0,2}?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s", re.IGNORECASE)
_THE_TWO = re.compile(r"\s(?:\w{1,12}\s){0,4}?between\sthe\stwo\b", re.IGNORECASE)
_BOTH_OF = re.compile(r",?\sand\s(?:\w{1,12}\s){0,3}?", re.IGNORECASE)
_AND_LAST = re.compile(
    r"\s(?:from|of)\s(?:the\s)?[\w-]{2,20},?\s(?:and|but|or)\s(?:just\s|only\s|some\s)?\Z", re.IGNORECASE
)
"""Between a distance from what has no name and the next one of the same place."""
_AFTER_THE = 4
"""A name that begins later behind "between" has another place before it ("the capital and X")."""
_BOTH = re.compile(r"\W{0,3}(?:they|both|the\s(?:two\s)?(?:\w{1,15}\s)?[a-z]{3,12}s)\b", re.IGNORECASE)
"""What stands for two places just named: "they", "the two cities"."""
_HALFWAY = re.compile(
    r"\b(?:half-?\s?way|mid-?way|part-?way|half\s(?:of\s)?the\sway|part\sof\sthe\sway)\b(?P<source>\sfrom\b)?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s?,?\s?(?:and|but|or)?\s(?:just\s|only\s|some\s)?", re.IGNORECASE)


def find_ends(
    sights: Sights, number: int, paragraph: Paragraph, length: Length, cue: Cue, *, listed: Ends | None = None
) -> Ends:
    """The place from which and the place to which a length is told, as its cue says.

    ``listed`` are the ends of the distance told right before, in "X is 5 miles from Y and 9 miles from Z".
    """
    span = paragraph.doc.char_span(length.start, length.core_end, alignment_mode="expand")
    if span is None or not len(span):
        return Ends(None, None)
    ends = _ends(sights, number, span, length, cue, listed)
    return _up_to_halfway(sights, number, length, span.sent.end_char, ends)


def _up_to_halfway(sights: Sights, number: int, length: Length, sentence_end: int, ends: Ends) -> Ends:
    """Without what a length is told to reach only half of: "walked 30 miles, halfway from X to Y"."""
    limit = min(sentence_end, length.core_end + _REACH)
    halfway = _HALFWAY.search(sights.text(number), length.core_end, limit)
    if halfway is None:
        return ends
    start, end = (
        None if spot and spot.paragraph == number and spot.start > halfway.start() else spot
        for spot in (ends.start, ends.end)
    )
    return Ends(ends.start if halfway["source"] else start, end)


def _ends(
    sights: Sights, number: int, span: SpacySpan, length: Length, cue: Cue, listed: Ends | None
) -> Ends:
    sentence = (span.sent.start_char, span.sent.end_char)
    if cue.is_pair:
        return _pair(sights, number, sentence, length)
    if cue.is_travel:
        ends = find_travelled(sights, number, span, length, within_sentence=cue.ends_needed == 2)
        if ends.start is None or ends.end is not None:
            return ends
        return Ends(ends.start, find_subject(sights, number, span, length, sentence, None))
    if cue.is_away:
        return _away(sights, number, span, length, sentence)
    return _from_landmark(sights, number, span, length, cue, listed)


def _away(sights: Sights, number: int, span: SpacySpan, length: Length, sentence: tuple[int, int]) -> Ends:
    """The ends of "12 miles away", by what the text is about."""
    subject = find_subject(sights, number, span, length, sentence, None)
    way = None if subject else from_and_to(sights, number, span.sent)
    if way and way.start and way.end and way.end.end <= length.start:
        return way
    return Ends(sights.focus(number, length.start, subject), subject)


def _from_landmark(
    sights: Sights, number: int, span: SpacySpan, length: Length, cue: Cue, listed: Ends | None
) -> Ends:
    """The ends of "12 miles from X", where "X" may be "the city"."""
    sentence = (span.sent.start_char, span.sent.end_char)
    landmark = _landmark(sights, number, cue, sentence)
    goal = _goal_after(sights, number, landmark) if landmark else None
    if goal:
        return Ends(landmark, goal)
    if listed and listed.end and _is_listed(sights, number, listed, length):
        return Ends(landmark, listed.end)
    subject = find_subject(sights, number, span, length, sentence, landmark)
    verb = verb_over(span.root)
    if landmark and subject is None and verb is not None and verb.lemma_ in TRAVEL_VERBS:
        ends = find_travelled(sights, number, span, length, within_sentence=False)
        return ends if ends.start == landmark else Ends(landmark, None)
    if landmark is None:
        landmark = _behind_noun(sights, number, cue, subject, sentence)
    return Ends(landmark, None if subject and landmark and subject.place == landmark.place else subject)


def _is_listed(sights: Sights, number: int, listed: Ends, length: Length) -> bool:
    """Whether a distance goes on with what the last told of: "5 miles from Y and 9 miles from Z"."""
    if listed.start:
        return _AND.fullmatch(sights.text(number), listed.start.end, length.start) is not None
    end = listed.end.end if listed.end else 0
    goes_on = _AND_LAST.search(sights.text(number), max(end, length.start - _REACH), length.start)
    return goes_on is not None and not sights.between(number, goes_on.start(), length.start)


def _behind_noun(
    sights: Sights, number: int, cue: Cue, subject: Spot | None, sentence: tuple[int, int]
) -> Spot | None:
    """The fixed end told by a noun; a subject that is only "it" may be no place at all, and gives way."""
    found = _nominal_landmark(sights, number, cue, subject)
    is_guess = subject is not None and (subject.paragraph != number or subject.end <= sentence[0])
    return found or (_nominal_landmark(sights, number, cue, None) if is_guess else None)


def _landmark(sights: Sights, number: int, cue: Cue, sentence: tuple[int, int]) -> Spot | None:
    """The place that stands right after "from" or "north of", past what it is called or lies in."""
    at = cue.landmark_at or 0
    limit = min(sentence[1], at + _REACH)
    where = _WHERE.match(sights.text(number), at)
    stop = _STOP.search(sights.text(number), where.end() if where else at, limit)
    spots = sights.between(number, at, stop.start() if stop else limit)
    comma = sights.text(number).find(",", at, limit)
    near = spots and comma == spots[0].start - _AFTER_COMMA and _A_NOUN.match(sights.text(number), at)
    if spots and 0 <= comma < spots[0].start and not near:
        return None  # "from his home, police in Boise said"
    if len(spots) > 1 and _CALLING.fullmatch(sights.text(number), spots[0].end, spots[1].start):
        return spots[1]
    return spots[0] if spots else _of_people(sights, number, at)


def _of_people(sights: Sights, number: int, at: int) -> Spot | None:
    """The land whose border or coast is told by its demonym: "from the Ugandan border"."""
    article = _THE.match(sights.text(number), at)
    people = sights.people_at(number, article.end() if article else at)
    return people if people and _EDGE.match(sights.text(number), people.end) else None


def _goal_after(sights: Sights, number: int, landmark: Spot) -> Spot | None:
    """The place in "21 miles from X to Y"."""
    for spot in sights.between(number, landmark.end, landmark.end + _REACH):
        return spot if _TO_GOAL.fullmatch(sights.text(number), landmark.end, spot.start) else None
    return None


def _nominal_landmark(sights: Sights, number: int, cue: Cue, subject: Spot | None) -> Spot | None:
    """The place behind "from the city" or "from there"."""
    return _behind(sights, number, cue.landmark_at or 0, subject)


def _behind(sights: Sights, number: int, at: int, subject: Spot | None) -> Spot | None:
    words = sights.text(number)[at : at + 40].lower().split()[:4]
    bare = [word.strip(".,;:)") for word in words]
    if bare[:1] in (["there"], ["here"], ["it"]) or (bare[:1] == ["the"] and bare[1:2] in _WHERE_IT_WAS):
        return sights.focus(number, at, subject)
    if words[:1] and words[0] in DEFINITE_WORDS:
        noun = next((word for word in bare[1:] if word in NOUN_KINDS), None)
        found = sights.called(number, at, noun, subject) if noun else None
        people = sights.people_at(number, at + len(words[0]) + 1)
        return found if found is None or people is None or sights.is_of(found, people) else None
    return None


def _pair(sights: Sights, number: int, sentence: tuple[int, int], length: Length) -> Ends:
    """The two places of "between X and Y", after the length or before it."""
    limit = min(sentence[1], length.end + 2 * _REACH)
    between = _BETWEEN.search(sights.text(number), length.end, limit)
    after = sights.between(number, between.end() if between else length.end, limit)
    if len(after) > 1:
        return Ends(after[0], after[1])
    if not after:
        return _two_before(sights, number, sentence[0], length)
    other = None
    if between:
        is_first = after[0].start <= between.end() + _AFTER_THE
        other = _behind(sights, number, after[0].end + len(" and ") if is_first else between.end(), after[0])
    other = other or next(reversed(sights.between(number, sentence[0], length.start)), None)
    return Ends(other, after[0])


def _two_before(sights: Sights, number: int, start: int, length: Length) -> Ends:
    """The two places named before "are 20 miles apart", in its sentence or, for "they", in the one before."""
    text, before = sights.text(number), sights.between(number, start, length.start)
    if not before:
        both = sights.two_before(number, start) if _BOTH.match(text, start) else None
        return Ends(*both) if both else Ends(None, None)
    if len({spot.place for spot in before}) > 2 and _THE_TWO.match(text, length.end):
        return Ends(None, None)  # which two, only a reader of the whole can tell
    for one, other in reversed([*pairwise(before)]):
        if _BOTH_OF.fullmatch(text, one.end, other.start):
            return Ends(one, other)
    return Ends(before[-2], before[-1]) if len(before) > 1 else Ends(None, before[0])
