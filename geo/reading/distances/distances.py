"""Reported distances between places: how far, in what unit, from where to where, in which direction.

Lengths that relate no places (heights, widths, ranges of weapons, lengths of rivers, speeds) are left out.
What is measured stays open: it belongs to the story.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geo.model import Distance, Mention, Place
from geo.reading.distances.cues import Cue, find_cue
from geo.reading.distances.ends import find_ends
from geo.reading.distances.lengths import Length, find_lengths
from geo.reading.distances.sights import Sights
from geo.reading.distances.signs import FURTHER
from geo.reading.distances.sorts import Sorts
from geo.reading.distances.spots import Spot
from geo.reading.distances.travels import Ends
from geo.reading.parse import Paragraph

_LEAD = 20


def find_distances(
    paragraphs: tuple[Paragraph, ...],
    mentions: Iterable[Mention],
    places: Iterable[Place],
    sorts: Sorts | None = None,
) -> tuple[Distance, ...]:
    """The distances that an article reports, in order; an end that the text does not name is None.

    Args:
        paragraphs: The article's body, parsed.
        mentions: Its place names.
        places: What they stand for.
        sorts: Tells capitals and islands from other places; without it "the capital" is any town.
    """
    sights = Sights(paragraphs, mentions, places, sorts)
    return tuple(
        distance
        for number, paragraph in enumerate(paragraphs)
        for distance in _in_paragraph(sights, number, paragraph)
    )


def _in_paragraph(sights: Sights, number: int, paragraph: Paragraph) -> Iterator[Distance]:
    text, told = paragraph.readable, _Told()
    for length in find_lengths(text):
        sentence = _sentence(paragraph, length)
        cue = find_cue(paragraph.doc, text, length, sentence)
        if cue is None:
            continue
        ends = find_ends(sights, number, paragraph, length, cue, listed=told.last)
        if cue.is_away:
            is_further = FURTHER.search(text, max(sentence[0], length.start - _LEAD), length.start)
            ends = told.away(ends, sentence[0], is_further=is_further is not None)
        elif ends.start and cue.landmark_at is not None:
            told.measured = sentence[0], ends.start
        told.last = ends = _apart(Ends(sights.or_holder(ends.start), sights.or_holder(ends.end)))
        if ends.known >= cue.ends_needed:
            yield _distance(paragraph, number, length, cue, ends)


@dataclass(slots=True)
class _Told:
    """What a paragraph has told so far: the ends of its last distance, and from where it measures."""

    last: Ends | None = None
    away_from: Spot | None = None
    """From where all lies that it tells to be so far "away"."""
    measured: tuple[int, Spot] | None = None
    """Start of a sentence, and from where that measures."""

    _away_in: int | None = None

    def away(self, ends: Ends, sentence: int, *, is_further: bool) -> Ends:
        """The ends of what is so far "away", or a "further" so far."""
        here = self.measured[1] if self.measured and self.measured[0] == sentence else None
        if self._away_in != sentence or here:
            self.away_from = here or self.away_from or ends.start
        self._away_in = sentence
        if is_further and self.last and self.last.end:
            return Ends(self.last.end, ends.end)
        return Ends(self.away_from, ends.end)


def _apart(ends: Ends) -> Ends:
    """The ends, of two that are the same place only the first."""
    same = ends.start and ends.end and ends.start.place is not None and ends.start.place == ends.end.place
    return Ends(ends.start, None) if same else ends


def _sentence(paragraph: Paragraph, length: Length) -> tuple[int, int]:
    span = paragraph.doc.char_span(length.start, length.core_end, alignment_mode="expand")
    if span is None or not len(span):
        return 0, len(paragraph.readable)
    return span.sent.start_char, max(span.sent.end_char, length.end)


def _distance(paragraph: Paragraph, number: int, length: Length, cue: Cue, ends: Ends) -> Distance:
    span = paragraph.span_at(length.start, length.end)
    elsewhere = [spot for spot in (ends.start, ends.end) if spot and _is_far(spot, paragraph, number, length)]
    return Distance(
        id=f"{span.article}:distance:{span.start}",
        evidence=(span, *(spot.mention.span for spot in elsewhere)),
        value=length.value,
        unit=length.unit,
        km=round(length.km, 3),
        approximate=length.is_approximate,
        from_place=ends.start.place if ends.start else None,
        to_place=ends.end.place if ends.end else None,
        direction=cue.direction,
    )


def _is_far(spot: Spot, paragraph: Paragraph, number: int, length: Length) -> bool:
    """Whether a place is named in another sentence than the distance, so that it needs its own evidence."""
    start, end = _sentence(paragraph, length)
    return spot.paragraph != number or not start <= spot.start < end
