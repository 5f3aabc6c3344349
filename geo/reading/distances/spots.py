"""The places that an article names: where in which paragraph, and in what part of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from geo.model import Mention, Place, Role
from geo.reading.parse import Paragraph

SUBJECT_DEPENDENCIES = frozenset({"nsubj", "nsubjpass"})
TOWN_OR_LESS = frozenset({"city", "facility"})
_SENTENCES_BACK = 3
_HELD_IN = 40
"""Characters behind a name in which the town that holds it stands."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


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


class Spots:
    """The places named in an article in order, by paragraph.

    Metonyms count too: "20 miles from Moscow" means the ground, whatever "Moscow" was taken for.
    """

    def __init__(
        self, paragraphs: tuple[Paragraph, ...], mentions: Iterable[Mention], places: Iterable[Place]
    ) -> None:
        """Sort the mentions into the paragraphs that hold them."""
        self._places: Mapping[str, Place] = {place.id: place for place in places}
        self._docs = tuple(paragraph.doc for paragraph in paragraphs)
        self._texts = tuple(
            paragraph.readable for paragraph in paragraphs
        )  # a doc puts its text together anew
        self._spots: list[list[Spot]] = [[] for _ in paragraphs]
        self._peoples: list[list[Spot]] = [[] for _ in paragraphs]
        self._fill(paragraphs, mentions)

    def _fill(self, paragraphs: tuple[Paragraph, ...], mentions: Iterable[Mention]) -> None:
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

    def text(self, paragraph: int) -> str:
        """The text of a paragraph, as its offsets count."""
        return self._texts[paragraph]

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

    def or_holder(self, spot: Spot | None) -> Spot | None:
        """The place, or the town told right behind, where only that is known ("Cape Peron in Rockingham")."""
        if spot is None or spot.place is not None:
            return spot
        text = self.text(spot.paragraph)
        for other in self.between(spot.paragraph, spot.end, spot.end + _HELD_IN):
            if text[spot.end : other.start] in (" in ", ", in ") and self.kind(other) in TOWN_OR_LESS:
                return other
        return spot

    def is_of(self, spot: Spot, people: Spot) -> bool:
        """Whether a place may be the one meant by "the Libyan capital": it lies in that country."""
        place, land = self._places.get(spot.place or ""), self._places.get(people.place or "")
        countries = {one.country for one in (place, land) if one is not None and one.country}
        return len(countries) < 2

    def sentences_around(self, paragraph: int, span: SpacySpan) -> Iterator[tuple[int, SpacySpan]]:
        """The sentences before, the next one, and the last of the paragraph before, with their paragraphs."""
        own = span.sent
        for before in self._sentences_up_to(paragraph, own.start):
            yield paragraph, before
        if own.end < len(own.doc):
            yield paragraph, own.doc[own.end].sent
        if paragraph:
            for before in self._sentences_up_to(paragraph - 1, len(self._docs[paragraph - 1])):
                yield paragraph - 1, before

    def _sentences_up_to(self, paragraph: int, token: int) -> Iterator[SpacySpan]:
        """The last sentences that end before a token, the last first."""
        doc = self._docs[paragraph]
        for _ in range(_SENTENCES_BACK):
            if token > 0:
                yield doc[token - 1].sent
                token = doc[token - 1].sent.start

    def sentence_of(self, spot: Spot) -> tuple[int, int]:
        """Paragraph and start of the sentence that names the place."""
        return spot.paragraph, self._token(spot).sent.start_char

    def is_subject(self, spot: Spot) -> bool:
        """Whether the name is what its sentence is about."""
        return self._token(spot).dep_ in SUBJECT_DEPENDENCIES

    def subject_beside(self, spot: Spot) -> str:
        """Lemma of the subject of the sentence that names the place, empty if it has none."""
        sentence = self._token(spot).sent
        return next((one.lemma_.lower() for one in sentence if one.dep_ in SUBJECT_DEPENDENCIES), "")

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

    def is_part(self, spot: Spot) -> bool:
        """Whether the name only says which station or street is meant."""
        token = self._token(spot)
        return token.dep_ in ("compound", "nmod") and token.head.i > token.i

    def _token(self, spot: Spot) -> Token:
        doc = self._docs[spot.paragraph]
        span = doc.char_span(spot.start, spot.end, alignment_mode="expand")
        return doc[0] if span is None or not len(span) else span.root


def _end(paragraph: Paragraph) -> int:
    return paragraph.start + len(paragraph.text)
