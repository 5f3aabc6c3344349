"""Between which two places a reported distance runs, from its sentence and the sentences before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from geo.model import Mention, Place, Role
from geo.reading.distance_cues import Cue
from geo.reading.distance_words import NOUN_KINDS, PLACING_VERBS
from geo.reading.lengths import Length
from geo.reading.parse import Paragraph

_REACH = 90
"""Characters after "from" within which its place must begin."""
_MAX_CLIMB = 8
_LOOK_BACK = 12
_LOOK_BACK_PARAGRAPHS = 2
"""Place mentions and paragraphs back in which the place behind "the city" or "away" is looked for."""
_STOP = re.compile(r"[;!?]|\.\s|\b(?:who|which|where|when|while|but|after|before|because)\b", re.IGNORECASE)
_IN_PLACE = re.compile(
    r"[\s,]{0,3}(?:close to|near|in|at|outside|lies|is|sits|stands|inside|on)\s(?:the\s)?"
    r"(?:\w{1,20}\s){0,4}?\Z",
    re.IGNORECASE,
)
_TO_GOAL = re.compile(r"\sto\s(?:the\s)?(?:\w{1,20}\sof\s)?", re.IGNORECASE)
_AND = re.compile(r"\s?,?\s?(?:and|but|or)?\s(?:just\s|only\s|some\s)?", re.IGNORECASE)
_DESCRIBED = re.compile(
    r",?\s(?:an?|the|its|their)\s(?:[\w’'-]{1,20}\s){1,8}(?:(?:that|which)\s(?:is|was|lies|sits)\s)?",
    re.IGNORECASE,
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DEFINITE = frozenset({"the", "this", "that"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A literal mention of a known place, in offsets into its paragraph."""

    paragraph: int
    start: int
    end: int
    mention: Mention

    @property
    def place(self) -> str:
        """Id of the place."""
        return str(self.mention.place)


@dataclass(frozen=True, slots=True)
class Ends:
    """The two places of a distance; None where the text names none."""

    start: Spot | None
    end: Spot | None


class Sights:
    """The literal places of an article in order, by paragraph."""

    def __init__(
        self, paragraphs: tuple[Paragraph, ...], mentions: Iterable[Mention], places: Iterable[Place]
    ) -> None:
        """Sort the mentions of known places into the paragraphs that hold them."""
        self.places: Mapping[str, Place] = {place.id: place for place in places}
        self._docs = tuple(paragraph.doc for paragraph in paragraphs)
        literal = sorted(
            (one for one in mentions if one.role is Role.LITERAL and one.place in self.places),
            key=lambda one: (one.span.start, one.span.end),
        )
        self.by_paragraph: list[list[Spot]] = [
            [
                Spot(number, one.span.start - paragraph.start, one.span.end - paragraph.start, one)
                for one in literal
                if paragraph.start <= one.span.start and one.span.end <= paragraph.start + len(paragraph.text)
            ]
            for number, paragraph in enumerate(paragraphs)
        ]

    def between(self, paragraph: int, start: int, end: int) -> list[Spot]:
        """The places named between two offsets of a paragraph."""
        return [spot for spot in self.by_paragraph[paragraph] if start <= spot.start and spot.end <= end]

    def before(self, paragraph: int, start: int) -> Iterator[Spot]:
        """The places named before an offset, last first, through the paragraphs before."""
        seen = 0
        for number in range(paragraph, max(-1, paragraph - _LOOK_BACK_PARAGRAPHS - 1), -1):
            for spot in reversed(self.by_paragraph[number]):
                if number < paragraph or spot.end <= start:
                    yield spot
                    seen += 1
                    if seen >= _LOOK_BACK:
                        return

    def sentence(self, spot: Spot) -> int:
        """Where the sentence that names the place begins, in its paragraph."""
        return self._token(spot).sent.start_char

    def is_subject(self, spot: Spot) -> bool:
        """Whether the place is the subject of its clause."""
        return self._token(spot).dep_ in _SUBJECTS

    def _token(self, spot: Spot) -> Token:
        doc = self._docs[spot.paragraph]
        span = doc.char_span(spot.start, spot.end, alignment_mode="expand")
        return doc[0] if span is None or not len(span) else span.root

    def kind(self, spot: Spot) -> str:
        """Kind of the place."""
        return self.places[spot.place].kind.value


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
        return _travelled(sights, number, sentence, length, doc)
    landmark = _landmark(sights, number, doc, cue, sentence) if cue.landmark_at is not None else None
    goal = _goal_after(sights, number, doc, landmark) if landmark else None
    if goal:
        return Ends(landmark, goal)
    if listed and listed.start and _AND.fullmatch(doc.text, listed.start.end, length.start):
        return Ends(landmark, listed.end)
    subject = _subject(sights, number, span, length, sentence, landmark)
    if cue.landmark_at is None:
        landmark = _focus(sights, number, length.start, subject)
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
        return _focus(sights, number, at, subject)
    if words[:1] and words[0] in _DEFINITE:
        for word in words[1:]:
            kinds = NOUN_KINDS.get(word.strip(".,;"))
            if kinds:
                return _antecedent(sights, number, at, kinds, subject)
    return None


def _antecedent(
    sights: Sights, number: int, start: int, kinds: frozenset[str] | None, other: Spot | None
) -> Spot | None:
    """The place behind "it" or "the city": in the nearest sentence naming one, its subject or the last."""
    fitting = [
        spot
        for spot in sights.before(number, start)
        if (kinds is None or sights.kind(spot) in kinds) and (other is None or spot.place != other.place)
    ]
    if not fitting:
        return None
    nearest = (fitting[0].paragraph, sights.sentence(fitting[0]))
    together = [spot for spot in fitting if (spot.paragraph, sights.sentence(spot)) == nearest]
    return next((spot for spot in together if sights.is_subject(spot)), fitting[0])


def _focus(sights: Sights, number: int, start: int, subject: Spot | None) -> Spot | None:
    """The place that the text is about: the last town or less named before, other than the subject."""
    return _antecedent(sights, number, start, frozenset({"city", "facility"}), subject)


def _subject(
    sights: Sights,
    number: int,
    span: SpacySpan,
    length: Length,
    sentence: tuple[int, int],
    landmark: Spot | None,
) -> Spot | None:
    """What lies so far away."""
    governor = _governor(span)
    if governor is not None and governor.pos_ in ("NOUN", "PROPN"):
        found = _of_noun(sights, number, governor, length)
        if found:
            return found
    verb = _verb_over(span.root)
    placing = verb is not None and verb.lemma_ in PLACING_VERBS
    beside = _just_before(sights, number, length.start, sentence, span.doc)
    if beside:
        return beside
    if verb is not None and placing:
        found = _of_subject(sights, number, verb)
        if found:
            return found
    return _after_landmark(sights, number, span, length, sentence, landmark)


def _governor(span: SpacySpan) -> Token | None:
    """The noun or verb that the length belongs to, past adverbs and prepositions."""
    token = span.root
    for _ in range(_MAX_CLIMB):
        head = token.head
        if head.i == token.i:
            return None
        if head.pos_ in ("VERB", "AUX", "NOUN", "PROPN") and not span.start <= head.i < span.end:
            return head
        token = head
    return None


def _verb_over(token: Token) -> Token | None:
    for _ in range(_MAX_CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _of_noun(sights: Sights, number: int, noun: Token, length: Length) -> Spot | None:
    """The place that a noun names, or that it describes: "X, a spaceport some 1,000km from Y"."""
    own = sights.between(number, noun.left_edge.idx, min(noun.idx + len(noun), length.start))
    if own and own[-1].end >= noun.idx:
        return own[-1]
    if noun.dep_ == "appos":
        head = noun.head
        around = sights.between(number, head.left_edge.idx, noun.left_edge.idx)
        if around:
            return around[-1]
    return own[-1] if own else None


def _just_before(sights: Sights, number: int, start: int, sentence: tuple[int, int], doc: Doc) -> Spot | None:
    """The place named right before, with no other clause between: "in Bucha, 20 miles north of Kyiv"."""
    spots = sights.between(number, sentence[0], start)
    if not spots:
        return None
    gap = doc.text[spots[-1].end : start]
    if len(gap) <= 4 and not gap.strip(" ,(—–-"):
        return spots[0] if len(spots) == 2 and doc.text[spots[0].end : spots[1].start] == ", " else spots[-1]
    if _DESCRIBED.fullmatch(gap):
        between = doc.char_span(spots[-1].end, start, alignment_mode="contract") or doc[0:0]
        if not any(token.tag_ in _FINITE and token.dep_ != "relcl" for token in between):
            return spots[-1]
    return None


def _of_subject(sights: Sights, number: int, verb: Token) -> Spot | None:
    """The place that is the subject of a verb of lying, or that its pronoun or noun stands for."""
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if subject is None:
        if verb.dep_ in ("acl", "relcl", "advcl") and verb.head.i != verb.i:
            return _named(sights, number, verb.head)
        if verb.dep_ == "conj" and verb.head.i != verb.i and verb.head.pos_ in ("VERB", "AUX"):
            return _of_subject(sights, number, verb.head)
        return None
    if subject.tag_ in ("WDT", "WP"):
        return _named(sights, number, verb.head)
    return _named(sights, number, subject)


def _named(sights: Sights, number: int, noun: Token) -> Spot | None:
    """The place that a noun phrase names itself or refers to."""
    head_end = noun.idx + len(noun)
    own = [spot for spot in sights.by_paragraph[number] if spot.start <= noun.idx < spot.end]
    if own:
        return own[0]
    for child in noun.children:
        if child.dep_ == "appos":
            named = [spot for spot in sights.by_paragraph[number] if spot.start <= child.idx < spot.end]
            if named:
                return named[0]
    kinds = NOUN_KINDS.get(noun.lemma_.lower()) or NOUN_KINDS.get(noun.lower_)
    if kinds:
        inside = sights.between(number, noun.left_edge.idx, head_end + 40)
        text = noun.doc.text
        of_it = [
            spot for spot in inside if text[head_end : spot.start].strip().lower() in ("of", "of the", "")
        ]
        if of_it:
            return of_it[0]
    is_definite = any(child.lower_ in _DEFINITE for child in noun.children) or noun.lower_ == "it"
    if noun.pos_ == "PRON" or (is_definite and kinds):
        return _antecedent(sights, number, noun.left_edge.idx, kinds if noun.pos_ != "PRON" else None, None)
    inner = sights.between(number, noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge))
    return inner[0] if inner else None


def _after_landmark(
    sights: Sights,
    number: int,
    span: SpacySpan,
    length: Length,
    sentence: tuple[int, int],
    landmark: Spot | None,
) -> Spot | None:
    """The place told after the landmark: "About 50 miles north of Kyiv, in Ivankiv, ..."."""
    start = landmark.end if landmark else length.end
    for spot in sights.between(number, start, min(sentence[1], start + _REACH)):
        if _IN_PLACE.search(span.doc.text, max(start, spot.start - 60), spot.start):
            return spot
        return None
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
    r"\b(?:to|toward|towards|into|for|reach|reached|reaching|until|up to|and)\s(?:the\s)?"
    r"(?:\w{1,20}\s){0,3}?\Z",
    re.IGNORECASE,
)


def _travelled(sights: Sights, number: int, sentence: tuple[int, int], length: Length, doc: Doc) -> Ends:
    """The ends of a journey or a road: what stands after "from" and after "to" in the sentence."""
    source = goal = None
    for spot in sights.between(number, *sentence):
        lead = max(sentence[0], spot.start - 60)
        if source is None and _SOURCE.search(doc.text, lead, spot.start):
            source = spot
        elif goal is None and _GOAL.search(doc.text, lead, spot.start):
            goal = spot
    return Ends(source, goal)
