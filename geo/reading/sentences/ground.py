"""Which literal place a noun phrase stands for: by name, by "the city of ...", "the port city", "there".

Knows the mentions of one article; gives places only where a mention backs them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from geo.model import Mention, Mode, Place, PlaceKind, Role
from geo.reading.page.imprint import find_dateline
from geo.reading.parse import Paragraph, offsets
from geo.reading.sentences.clauses import child, children, climb, conjuncts
from geo.reading.sentences.vehicles import NOT_STOPS, STOPS, VEHICLES
from geo.reading.words import words

SETTLEMENTS = words("city town capital village port hub resort metropolis suburb municipality township")
LANDS = frozenset(["country", "nation", "kingdom", "republic", "homeland"])
SPOTS = words("""
    airport station campus university college school camp base embassy consulate palace hospital
    island islands harbour harbor port border frontier coast side district region province state
    county territory area neighbourhood neighborhood quarter square street hotel court prison jail
    church cathedral mosque temple shrine museum stadium arena park zoo beach bay valley mountain
    mount lake river desert forest facility site center centre headquarters pier cosmodrome
    spaceport airfield airbase terminal crossing checkpoint gate bridge soil mainland heartland part
    parts north south east west end shore shores suburbs outskirts enclave settlement farm ranch
    estate home house residence monastery peninsula community metropolis zone range sea ocean gulf
    strait archipelago atoll
""") | SETTLEMENTS | LANDS  # fmt: skip
"""Nouns for a piece of ground: what is named beside them tells where it is."""
_COMPASS = words("north south east west northeast northwest southeast southwest")
_FOREIGN = words("embassy consulate")
"""Houses of one country that stand in another."""
_OF_WHERE = words("of in near outside at on around")
_FIRST_PARAGRAPHS = 4
"""Paragraphs among which the one with the dateline is."""
_BACK_PARAGRAPHS = 3
"""How many paragraphs back "the city" may point."""
_BACK_PLACES = 60
"""How many namings back it may point."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where it is named, with the tokens (of its paragraph's document) that name it."""

    place: str
    kind: PlaceKind | None
    paragraph: int
    start: int
    end: int
    mode: Mode = Mode.UNKNOWN


class Ground:
    """The named ground of one article."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], mentions: Sequence[Mention], places: Sequence[Place]
    ) -> None:
        """Lay the mentions over the tokens of the paragraphs."""
        self._kinds = {place.id: place.kind for place in places}
        self._countries = {place.id: place.country for place in places}
        self._at: dict[tuple[int, int], Mention] = {}
        self._spans: dict[Mention, tuple[int, int, int]] = {}
        self._literal: list[tuple[int, int, str]] = []
        self._written = _where_written(paragraphs[:_FIRST_PARAGRAPHS], mentions)
        number = 0
        for mention in sorted(mentions, key=lambda mention: mention.span.start):
            while number + 1 < len(paragraphs) and paragraphs[number + 1].start <= mention.span.start:
                number += 1
            if mention.place is not None:
                self._lay(number, paragraphs[number], mention, mention.place)

    def _lay(self, number: int, paragraph: Paragraph, mention: Mention, place: str) -> None:
        tokens = list(_covered(paragraph, mention))
        if not tokens:
            return
        self._spans[mention] = (number, tokens[0].i, tokens[-1].i + 1)
        if mention.role is Role.LITERAL:
            self._literal.append((number, tokens[0].i, place))
        for token in tokens:
            self._at[number, token.i] = mention

    def is_within(self, spot: Spot, land: Spot) -> bool:
        """Whether a place is, or may be, inside a country or one of its regions."""
        if spot.place == land.place:
            return True
        wide = land.kind in {PlaceKind.COUNTRY, PlaceKind.REGION}
        return wide and self._countries.get(spot.place) == self._countries.get(land.place)

    def mention(self, paragraph: int, token: Token) -> Mention | None:
        """The mention that covers a token."""
        return self._at.get((paragraph, token.i))

    def is_named(self, paragraph: int, token: Token) -> bool:
        """Whether a mention covers the token, of people or of a name that has one in it too."""
        return (paragraph, token.i) in self._at

    def give_up(self, paragraph: int, token: Token) -> bool:
        """Take a place that is not told as ground for no place, where it turns out to be someone's name."""
        mention = self.mention(paragraph, token)
        if mention is None or mention.role is not Role.METONYMIC or mention.span.text != token.text:
            return False
        del self._at[paragraph, token.i]
        return True

    def is_place(self, paragraph: int, token: Token) -> bool:
        """Whether the token belongs to a name of ground or of its government, not of people."""
        mention = self.mention(paragraph, token)
        return mention is not None and mention.role in {Role.LITERAL, Role.METONYMIC}

    def home(self, paragraph: int, noun: Token) -> Spot | None:
        """Where someone is at home by the words around: "an Italian band", "a student from Cork"."""
        for c in noun.children:
            mention = self.mention(paragraph, c)
            if mention is not None and mention.role is Role.DEMONYM and c.i < noun.i:
                return self._spot(paragraph, mention, c)
            inner = child(c, "pobj") if c.lower_ == "from" else None
            if inner is not None and self.is_place(paragraph, inner):
                return self.spot(paragraph, inner)
        return None

    def spots(self, paragraph: int, head: Token) -> list[Spot]:
        """The places that a noun phrase, with all that is coordinated with it, leads to."""
        found = [spot for token in conjuncts(head) if (spot := self.spot(paragraph, token)) is not None]
        return found or [
            spot
            for first in _listed(head)
            for token in conjuncts(first)
            if (spot := self.spot(paragraph, token)) is not None
        ]

    def spot(self, paragraph: int, head: Token) -> Spot | None:
        """The most specific place that one noun phrase stands for, or ``None``."""
        stop = child(head, "compound") if head.lower_ in _COMPASS else None
        if stop is not None and not self.is_place(paragraph, stop):
            return self.spot(paragraph, stop)
        named = self._named(paragraph, head) or self._beside(paragraph, head)
        return named or self._pointed(paragraph, head)

    def _named(self, paragraph: int, head: Token) -> Spot | None:
        if self.is_place(paragraph, head):
            return self._spot(paragraph, self._at[paragraph, head.i], head)
        if head.lemma_.lower() not in SPOTS and head.lemma_.lower() not in STOPS and head.pos_ != "PROPN":
            return None
        parts = () if head.lemma_.lower() in _FOREIGN else ("compound", "nmod", "poss", "nummod", "amod")
        for part in children(head, *parts) if parts else ():
            if self.is_place(paragraph, part):
                return self._spot(paragraph, self._at[paragraph, part.i], head)
        return None

    def _beside(self, paragraph: int, head: Token) -> Spot | None:
        """The place named after the noun: "the city of Puebla", "a clinic in Vienna", "the capital, Lima"."""
        for part in children(head, "appos"):
            if self.is_place(paragraph, part):
                return self._spot(paragraph, self._at[paragraph, part.i], head)
        if head.lemma_.lower() in VEHICLES:
            return None
        for preposition in children(head, "prep"):
            inner = child(preposition, "pobj")
            if preposition.lower_ not in _OF_WHERE or inner is None:
                continue
            if preposition.lower_ == "of" and head.lemma_.lower() not in SPOTS:
                continue
            found = self._named(paragraph, inner) or self._beside(paragraph, inner)
            if found is not None:
                return found
        return None

    def _pointed(self, paragraph: int, head: Token) -> Spot | None:
        """The place that "the port city", "the country" or "there" points back to."""
        word = head.lemma_.lower()
        if word == "there":
            return self._only(paragraph, head)
        if word == "here" and self._written is not None:
            return Spot(self._written, self._kinds.get(self._written), paragraph, head.i, head.i + 1)
        determiner = child(head, "det", "poss")
        if (
            determiner is None
            or determiner.lower_ not in {"the", "that", "this"}
            or child(head, "relcl", "prep")
        ):
            return None
        if word in SETTLEMENTS - {"capital"}:
            return self._latest(paragraph, head, PlaceKind.CITY)
        if word in LANDS:
            return self._latest(paragraph, head, PlaceKind.COUNTRY)
        return None

    def _latest(self, paragraph: int, head: Token, kind: PlaceKind) -> Spot | None:
        """The last place of a kind named shortly before this sentence."""
        stop = bisect_left(self._literal, (paragraph, head.sent.start))
        for number, _, place in reversed(self._literal[max(0, stop - _BACK_PLACES) : stop]):
            if paragraph - number > _BACK_PARAGRAPHS:
                return None
            if self._kinds.get(place) is kind:
                return Spot(place, kind, paragraph, head.i, head.i + 1)
        return None

    def _only(self, paragraph: int, head: Token) -> Spot | None:
        """The one place that this sentence and the one before it name, if it is one."""
        start = head.sent.start
        before = head.doc[start - 1].sent.start if start > 0 else 0
        first = bisect_left(self._literal, (paragraph, before))
        verb = next((t for t in climb(head) if t.pos_ == "VERB"), head)
        stop = bisect_left(self._literal, (paragraph, verb.i if verb.i < head.i else head.i))
        named = {place for _, _, place in self._literal[first:stop]}
        if len(named) != 1:
            return None
        place = named.pop()
        return Spot(place, self._kinds.get(place), paragraph, head.i, head.i + 1)

    def _spot(self, paragraph: int, mention: Mention, head: Token) -> Spot:
        _, start, end = self._spans[mention]
        assert mention.place is not None
        start, end = min(start, head.i), max(end, head.i + 1)
        words = {token.lower_ for token in head.doc[start:end]}
        return Spot(mention.place, self._kinds.get(mention.place), paragraph, start, end, _stop_mode(words))


def _where_written(paragraphs: Sequence[Paragraph], mentions: Sequence[Mention]) -> str | None:
    """Id of the place that the dateline names: "LIMA (Reuters) -"."""
    datelines = {p.start: p.start + found.end for p in paragraphs if (found := find_dateline(p.text))}
    named = (m for m in mentions if m.place is not None and m.span.start in datelines)
    return next((m.place for m in named if m.span.end <= datelines[m.span.start]), None)


def _listed(head: Token) -> Iterator[Token]:
    """What a plural is said to include: "several cities, including Delhi and Pune"."""
    if head.tag_ not in {"NNS", "NNPS"}:
        return
    for preposition in children(head, "prep"):
        such = preposition.lower_ == "as" and any(c.lower_ == "such" for c in preposition.children)
        inner = child(preposition, "pobj")
        if inner is not None and (such or preposition.lower_ == "including"):
            yield inner


def _stop_mode(words: set[str]) -> Mode:
    if words & NOT_STOPS:
        return Mode.UNKNOWN
    return next((mode for stop, mode in STOPS.items() if stop in words), Mode.UNKNOWN)


def _covered(paragraph: Paragraph, mention: Mention) -> Iterator[Token]:
    first, last = mention.span.start - paragraph.start, mention.span.end - paragraph.start
    span = paragraph.doc.char_span(first, last, alignment_mode="expand")
    for token in span or ():
        start, end = offsets(token)
        if start < last and end > first and not token.is_punct and token.tag_ != "POS":
            yield token
