"""The places that an article names where they stand, and the one behind "it", "the city" or "away"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from geo.model import Mention, Place, Role
from geo.reading.parse import Paragraph

SUBJECT_DEPENDENCIES = frozenset({"nsubj", "nsubjpass"})
_LOOK_BACK = 12
_LOOK_BACK_PARAGRAPHS = 2
"""Place mentions and paragraphs back in which the place behind "the city" or "away" is looked for."""
_SENTENCES_BACK = 3
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
        self, paragraphs: tuple[Paragraph, ...], mentions: Iterable[Mention], places: Iterable[Place]
    ) -> None:
        """Sort the mentions into the paragraphs that hold them."""
        self._places: Mapping[str, Place] = {place.id: place for place in places}
        self._docs = tuple(paragraph.doc for paragraph in paragraphs)
        self._spots: list[list[Spot]] = [[] for _ in paragraphs]
        ordered = sorted(range(len(paragraphs)), key=lambda number: paragraphs[number].start)
        at = 0
        for one in sorted(mentions, key=lambda one: (one.span.start, one.span.end)):
            while at < len(ordered) and _end(paragraphs[ordered[at]]) < one.span.end:
                at += 1
            if at == len(ordered):
                break
            number, start = ordered[at], paragraphs[ordered[at]].start
            if start <= one.span.start and one.role in (Role.LITERAL, Role.METONYMIC):
                self._spots[number].append(Spot(number, one.span.start - start, one.span.end - start, one))

    def between(self, paragraph: int, start: int, end: int) -> list[Spot]:
        """The places named between two offsets of a paragraph."""
        return [spot for spot in self._spots[paragraph] if start <= spot.start and spot.end <= end]

    def at(self, paragraph: int, offset: int) -> Spot | None:
        """The place whose name stands at an offset."""
        return next((spot for spot in self._spots[paragraph] if spot.start <= offset < spot.end), None)

    def kind(self, spot: Spot) -> str | None:
        """Kind of the place, None if it is not known."""
        place = self._places.get(spot.place or "")
        return place.kind.value if place else None

    def antecedent(
        self, paragraph: int, start: int, kinds: frozenset[str] | None, other: Spot | None
    ) -> Spot | None:
        """The place behind "it" or "the city": the subject or last of the nearest sentence with one."""
        fitting = [
            spot
            for spot in self._before(paragraph, start)
            if self._is_known(spot)
            and (kinds is None or self.kind(spot) in kinds)
            and (other is None or spot.place != other.place)
        ]
        nearest = [self._sentence(spot) for spot in fitting[:1]]
        together = list(takewhile(lambda spot: self._sentence(spot) in nearest, fitting))
        return next((spot for spot in together if self._is_subject(spot)), fitting[0] if fitting else None)

    def focus(self, paragraph: int, start: int, other: Spot | None) -> Spot | None:
        """The place that the text is about: the last town or less named before, other than ``other``."""
        return self.antecedent(paragraph, start, _TOWN_OR_LESS, other)

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

    def _is_known(self, spot: Spot) -> bool:
        return spot.place in self._places and spot.mention.role is Role.LITERAL

    def _before(self, paragraph: int, start: int) -> Iterator[Spot]:
        """The places named before an offset, last first."""
        seen = 0
        for number in range(paragraph, max(-1, paragraph - _LOOK_BACK_PARAGRAPHS - 1), -1):
            for spot in reversed(self._spots[number]):
                if number < paragraph or spot.end <= start:
                    yield spot
                    seen += 1
                    if seen >= _LOOK_BACK:
                        return

    def _sentence(self, spot: Spot) -> tuple[int, int]:
        return spot.paragraph, self._token(spot).sent.start_char

    def _is_subject(self, spot: Spot) -> bool:
        return self._token(spot).dep_ in SUBJECT_DEPENDENCIES

    def _token(self, spot: Spot) -> Token:
        doc = self._docs[spot.paragraph]
        span = doc.char_span(spot.start, spot.end, alignment_mode="expand")
        return doc[0] if span is None or not len(span) else span.root


def _end(paragraph: Paragraph) -> int:
    return paragraph.start + len(paragraph.text)
