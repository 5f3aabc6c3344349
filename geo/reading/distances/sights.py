"""The place behind "it", "the city", "here" or "away", out of those that an article names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import takewhile

from geo.model import Mention, Place, Role
from geo.reading.distances.sorts import SORTS, Sorts
from geo.reading.distances.spots import TOWN_OR_LESS, Spot, Spots
from geo.reading.distances.words import NOUN_KINDS
from geo.reading.parse import Paragraph

_LOOK_BACK = 12
_LOOK_FAR_BACK = 60
_LOOK_BACK_PARAGRAPHS = 2
"""Place mentions and paragraphs back in which the place behind "the city" or "away" is looked for.

What only one place of an article is, as its capital, is looked for in more mentions.
"""
_LISTED = re.compile(r",?\s(?:and|or)\s(?:from|in|at|to|into|near|of|on)\s(?:the\s)?", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:(?:north|south|east|west)(?:ern)?\s(?:side\s)?|outside\s|short\s|"
    r"(?:km|kms|kilomet(?:er|re)s?|miles?)(?:\s\([^)]{1,20}\))?\s(?:away\s|inland\s)?)"
    r"(?:of|from|off)\s(?:the\s)?(?:\w{1,15}\s(?:of\s)?){0,2}?\Z|\bfrom\s(?:the\s)?\Z",
    re.IGNORECASE,
)
"""Before a place that only says where another lies, or from where one came to it."""
_DATELINE = re.compile(
    r"[^.!?;]{0,40}?(?:\.\s?\d{1,2}[^.!?;]{0,20}?)?\s?(?:—|–|--|\s-\s|\([A-Z][^)]{1,20}\))"
)
"""What follows the place in which an article was written, where it tells that."""
_HERE = re.compile(
    r"\bhere\b|\bthis\s(?:\w{1,12}\s)?(?:city|town|village|port|capital|island)\b", re.IGNORECASE
)
_LEAD = 50
_JUST_NAMED = 100
"""Characters back in which a town counts though it was no ground there."""


class Sights(Spots):
    """The places named in an article, and which of them a noun or pronoun stands for."""

    def __init__(
        self,
        paragraphs: tuple[Paragraph, ...],
        mentions: Iterable[Mention],
        places: Iterable[Place],
        sorts: Sorts | None = None,
    ) -> None:
        """Sort the mentions into their paragraphs; ``sorts`` tells what else places are."""
        super().__init__(paragraphs, mentions, places)
        self._sorts = sorts
        self._named_again = self._seconds()
        self._here = self._dateline()
        self._is_echoed = self._here is not None and self._echoes(self._here)

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
        kinds = None if noun == "islands" else NOUN_KINDS.get(noun)
        if kinds is None or "capital" in wanted:
            return None
        found = self._rather_here(paragraph, start, self.antecedent(paragraph, start, kinds, other), other)
        island = found is None and noun == "island"  # many a gazetteer knows it by its town
        return self.antecedent(paragraph, start, frozenset({"city"}), other) if island else found

    def focus(self, paragraph: int, start: int, other: Spot | None) -> Spot | None:
        """The place that the text is about: the last town or less named before, other than ``other``."""
        literal = self._nearest(
            paragraph, start, other, lambda place: place.kind.value in TOWN_OR_LESS, whole=True
        )
        found = literal or self._town_just_named(paragraph, start, other)
        return self._rather_here(paragraph, start, found, other)

    def two_before(self, paragraph: int, start: int) -> tuple[Spot, Spot] | None:
        """The places behind "the two cities": both of the sentence before, None if it names not just two."""
        doc = self._docs[paragraph]
        at = doc.char_span(start, start + 1, alignment_mode="expand")
        if at is None or not len(at) or at.sent.start == 0:
            return None
        before = doc[at.sent.start - 1].sent
        spots = self.between(paragraph, before.start_char, before.end_char)
        by_place = {spot.place: spot for spot in spots if self.kind(spot) in TOWN_OR_LESS}
        if len(by_place) != 2:
            return None
        one, other = by_place.values()
        return one, other

    def _rather_here(self, paragraph: int, start: int, found: Spot | None, other: Spot | None) -> Spot | None:
        """The place of the dateline, where the text says "here" or another was named but in passing."""
        here = self._here
        if here is None or (other is not None and other.place == here.place):
            return found
        doc = self._docs[paragraph]
        at = doc.char_span(max(0, start - 1), start, alignment_mode="expand")
        begin = at.sent.start_char if at is not None and len(at) else 0
        if _HERE.search(self.text(paragraph), begin, start):
            return here
        passing = found is None or self._is_passing(found, paragraph, begin)
        return here if self._is_echoed and passing else found

    def _is_passing(self, spot: Spot, paragraph: int, begin: int) -> bool:
        """Whether a place is named but once, in another sentence, and is not what that one is about."""
        if (spot.paragraph == paragraph and spot.start >= begin) or self.is_subject(spot):
            return False
        return self._named_again.get(spot.place, paragraph + 1) > paragraph

    def _seconds(self) -> dict[str | None, int]:
        """The paragraph in which a place is named for the second time, by place."""
        seen: set[str | None] = set()
        seconds: dict[str | None, int] = {}
        for spot in (spot for spots in self._spots for spot in spots):
            if spot.place in seen:
                seconds.setdefault(spot.place, spot.paragraph)
            seen.add(spot.place)
        return seconds

    def _dateline(self) -> Spot | None:
        """The place in which the article says that it was written."""
        first = next((spots[0] for spots in self._spots if spots), None)
        if first is None or first.start > 1 or self.kind(first) not in TOWN_OR_LESS:
            return None
        return first if _DATELINE.match(self.text(first.paragraph), first.end) else None

    def _echoes(self, dateline: Spot) -> bool:
        """Whether the article is about the place where it was written: it says "here", or names it again."""
        again = any(
            spot is not dateline and spot.place == dateline.place for spots in self._spots for spot in spots
        )
        return again or any(_HERE.search(text) for text in self._texts)

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
            and not (whole and self.is_part(spot))
            and (other is None or (spot.place != other.place and not self._are_listed(spot, other)))
        ]
        nearest = [self.sentence_of(spot) for spot in fitting[:1]]
        together = list(takewhile(lambda spot: self.sentence_of(spot) in nearest, fitting))
        together = [spot for spot in together if not self._is_aside(spot)] or together
        return next((spot for spot in together if self.is_subject(spot)), together[0] if together else None)

    def _town_just_named(self, paragraph: int, start: int, other: Spot | None) -> Spot | None:
        """A town named right before for its people or government ("Accra has none. Tamale, 600 km away")."""
        near = self.between(paragraph, max(0, start - _JUST_NAMED), start)
        fitting = [
            spot
            for spot in near
            if self.kind(spot) == "city" and (other is None or spot.place != other.place)
        ]
        return fitting[-1] if fitting else None

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

    def _is_sort(self, sort: str, place: Place) -> bool:
        return self._sorts is not None and sort in self._sorts(place)

    def _is_known(self, spot: Spot, *, loosely: bool) -> bool:
        return spot.place in self._places and (loosely or spot.mention.role is Role.LITERAL)

    def _is_aside(self, spot: Spot) -> bool:
        """Whether a place only says where another lies, or from where somebody came to it."""
        text = self.text(spot.paragraph)
        return _ASIDE.search(text, max(0, spot.start - _LEAD), spot.start) is not None

    def _are_listed(self, spot: Spot, other: Spot) -> bool:
        """Whether both are told of in one way ("from X and from Y"): neither is measured from the other."""
        if spot.paragraph != other.paragraph:
            return False
        return _LISTED.fullmatch(self.text(spot.paragraph), spot.end, other.start) is not None
