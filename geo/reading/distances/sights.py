"""The places that an article names where they stand, and the one behind "it", "the city" or "away"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from geo.model import Mention, Place, Role
from geo.reading.distances.sorts import SORTS, Sorts
from geo.reading.distances.words import NOUN_KINDS
from geo.reading.parse import Paragraph

SUBJECT_DEPENDENCIES = frozenset({"nsubj", "nsubjpass"})
_LOOK_BACK = 12
_LOOK_FAR_BACK = 60
_LOOK_BACK_PARAGRAPHS = 2
"""Place mentions and paragraphs back in which the place behind "the city" or "away" is looked for.

What only one place of an article is, as its capital, is looked for in more mentions.
"""
_SENTENCES_BACK = 3
_LISTED = re.compile(r",?\s(?:and|or)\s(?:from|in|at|to|into|near|of|on)\s(?:the\s)?", re.IGNORECASE)
_JUST_NAMED = 100
"""Characters back in which a town counts though it was no ground there."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TOWN_OR_LESS = frozenset({"city", "facility"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A place name in offsets into its paragraph, also one that no gazetteer knows, lest it be skipped."""

    paragraph: int
    start: int
    end: int
    mention: Mention

    @property
    def place(self) -> str | None:
        """Id of the place, None if it is not known."""
        return self.mention.place


class Sights:
    """The places named in an article in order, by paragraph.

    Metonyms count too: "20 miles from Moscow" means the ground, whatever "Moscow" was taken for.
    """

    def __init__(
        self,
        paragraphs: tuple[Paragraph, ...],
        mentions: Iterable[Mention],
        places: Iterable[Place],
        sorts: Sorts | None = None,
    ) -> None:
        """Sort the mentions into the paragraphs that hold them; ``sorts`` tells what else places are."""
        self._sorts = sorts
        self._places: Mapping[str, Place] = {place.id: place for place in places}
        self._docs = tuple(paragraph.doc for paragraph in paragraphs)
        self._spots: list[list[Spot]] = [[] for _ in paragraphs]
        self._peoples: list[list[Spot]] = [[] for _ in paragraphs]
        ordered = sorted(range(len(paragraphs)), key=lambda number: paragraphs[number].start)
        at = 0
        for one in sorted(mentions, key=lambda one: (one.span.start, one.span.end)):
            while at < len(ordered) and _end(paragraphs[ordered[at]]) < one.span.end:
                at += 1
            if at == len(ordered):
                break
            number, start = ordered[at], paragraphs[ordered[at]].start
            if start <= one.span.start and one.role is not Role.NAME:
                spots = self._peoples if one.role is Role.DEMONYM else self._spots
                spots[number].append(Spot(number, one.span.start - start, one.span.end - start, one))

    def between(self, paragraph: int, start: int, end: int) -> list[Spot]:
        """The places named between two offsets of a paragraph."""
        return [spot for spot in self._spots[paragraph] if start <= spot.start and spot.end <= end]

    def at(self, paragraph: int, offset: int) -> Spot | None:
        """The place whose name stands at an offset."""
        return next((spot for spot in self._spots[paragraph] if spot.start <= offset < spot.end), None)

    def people_at(self, paragraph: int, offset: int) -> Spot | None:
        """The people or land whose demonym stands at an offset ("the Ugandan border")."""
        return next((spot for spot in self._peoples[paragraph] if spot.start == offset), None)

    def kind(self, spot: Spot) -> str | None:
        """Kind of the place, None if it is not known."""
        place = self._places.get(spot.place or "")
        return place.kind.value if place else None

    def antecedent(
        self, paragraph: int, start: int, kinds: frozenset[str] | None, other: Spot | None
    ) -> Spot | None:
        """The place behind "it" or "the city": the subject or last of the nearest sentence with one."""
        return self._nearest(
            paragraph, start, other, lambda place: kinds is None or place.kind.value in kinds
        )

    def called(self, paragraph: int, start: int, noun: str, other: Spot | None) -> Spot | None:
        """The place behind a noun with "the" before it; None where none is such a thing."""
        wanted = SORTS.get(noun, ()) if self._sorts is not None else ()
        for sort in wanted:
            found = self._nearest(paragraph, start, other, partial(self._is_sort, sort), far=True)
            if found is not None:
                return found
        kinds = NOUN_KINDS.get(noun)
        if kinds is None or "capital" in wanted:
            return None
        found = self.antecedent(paragraph, start, kinds, other)
        island = found is None and noun.startswith("island")  # many a gazetteer knows it by its town
        return self.antecedent(paragraph, start, frozenset({"city"}), other) if island else found

    def _is_sort(self, sort: str, place: Place) -> bool:
        return self._sorts is not None and sort in self._sorts(place)

    def _nearest(
        self,
        paragraph: int,
        start: int,
        other: Spot | None,
        fits: Callable[[Place], bool],
        *,
        far: bool = False,
        whole: bool = False,
    ) -> Spot | None:
        """The nearest that fits; ``whole``: none that only says which station or street is meant."""
        fitting = [
            spot
            for spot in self._before(paragraph, start, far=far)
            if self._is_known(spot, loosely=far)
            and fits(self._places[spot.place or ""])
            and not (whole and self._is_part(spot))
            and (other is None or (spot.place != other.place and not self._are_listed(spot, other)))
        ]
        nearest = [self._sentence(spot) for spot in fitting[:1]]
        together = list(takewhile(lambda spot: self._sentence(spot) in nearest, fitting))
        return next((spot for spot in together if self._is_subject(spot)), fitting[0] if fitting else None)

    def focus(self, paragraph: int, start: int, other: Spot | None) -> Spot | None:
        """The place that the text is about: the last town or less named before, other than ``other``."""
        literal = self._nearest(
            paragraph, start, other, lambda place: place.kind.value in _TOWN_OR_LESS, whole=True
        )
        return literal or self._town_just_named(paragraph, start, other)

    def _town_just_named(self, paragraph: int, start: int, other: Spot | None) -> Spot | None:
        """A town named right before for its people or government ("Accra has none. Tamale, 600 km away")."""
        near = self.between(paragraph, max(0, start - _JUST_NAMED), start)
        fitting = [
            spot
            for spot in near
            if self.kind(spot) == "city" and (other is None or spot.place != other.place)
        ]
        return fitting[-1] if fitting else None

    def sentences_around(self, paragraph: int, span: SpacySpan) -> Iterator[tuple[int, SpacySpan]]:
        """The sentences before, the next one, and the last of the paragraph before, with their paragraphs."""
        own = span.sent
        at = own.start
        for _ in range(_SENTENCES_BACK):
            if at > 0:
                before = own.doc[at - 1].sent
                yield paragraph, before
                at = before.start
        if own.end < len(own.doc):
            yield paragraph, own.doc[own.end].sent
        if paragraph:
            for sentence in reversed(list(self._docs[paragraph - 1].sents)[-_SENTENCES_BACK:]):
                yield paragraph - 1, sentence

    def _is_known(self, spot: Spot, *, loosely: bool) -> bool:
        return spot.place in self._places and (loosely or spot.mention.role is Role.LITERAL)

    def _are_listed(self, spot: Spot, other: Spot) -> bool:
        """Whether both are told of in one way ("from X and from Y"): neither is measured from the other."""
        if spot.paragraph != other.paragraph:
            return False
        return _LISTED.fullmatch(self._docs[spot.paragraph].text, spot.end, other.start) is not None

    def _before(self, paragraph: int, start: int, *, far: bool) -> Iterator[Spot]:
        """The places named before an offset, last first: those near it, or ``far`` back in the article."""
        seen, most = 0, _LOOK_FAR_BACK if far else _LOOK_BACK
        for number in range(paragraph, -1 if far else max(-1, paragraph - _LOOK_BACK_PARAGRAPHS - 1), -1):
            for spot in reversed(self._spots[number]):
                if number < paragraph or spot.end <= start:
                    yield spot
                    seen += 1
                    if seen >= most:
                        return

    def _sentence(self, spot: Spot) -> tuple[int, int]:
        return spot.paragraph, self._token(spot).sent.start_char

    def _is_subject(self, spot: Spot) -> bool:
        return self._token(spot).dep_ in SUBJECT_DEPENDENCIES

    def is_in_phrase(self, spot: Spot) -> bool:
        """Whether a preposition leads to the name."""
        return self._token(spot).dep_ == "pobj"

    def begins(self, spot: Spot) -> bool:
        """Whether the name, or "the town of" and the name, is the subject of its sentence."""
        token = self._token(spot)
        if token.i + 1 < len(token.doc) and token.nbor().tag_ in _FINITE:
            return True
        if token.dep_ == "pobj" and token.head.lower_ == "of":
            token = token.head.head
        return token.dep_ in SUBJECT_DEPENDENCIES

    def two_before(self, paragraph: int, start: int) -> tuple[Spot, Spot] | None:
        """The places behind "the two cities": both of the sentence before, None if it names not just two."""
        doc = self._docs[paragraph]
        at = doc.char_span(start, start + 1, alignment_mode="expand")
        if at is None or not len(at) or at.sent.start == 0:
            return None
        before = doc[at.sent.start - 1].sent
        spots = self.between(paragraph, before.start_char, before.end_char)
        by_place = {spot.place: spot for spot in spots if self.kind(spot) in _TOWN_OR_LESS}
        if len(by_place) != 2:
            return None
        one, other = by_place.values()
        return one, other

    def _is_part(self, spot: Spot) -> bool:
        token = self._token(spot)
        return token.dep_ in ("compound", "nmod") and token.head.i > token.i

    def _token(self, spot: Spot) -> Token:
        doc = self._docs[spot.paragraph]
        span = doc.char_span(spot.start, spot.end, alignment_mode="expand")
        return doc[0] if span is None or not len(span) else span.root


def _end(paragraph: Paragraph) -> int:
    return paragraph.start + len(paragraph.text)
