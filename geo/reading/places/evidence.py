"""How much speaks for a name being a place: label, gazetteer, the words around it, the whole article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from geo.atlas.placetable import NameKind
from geo.model import Place, PlaceKind
from geo.reading.places.context import context
from geo.reading.places.flights import is_flown
from geo.reading.places.given_names import GIVEN_NAMES, NATIONAL_GIVEN_NAMES
from geo.reading.places.heads import FACILITY_HEADS
from geo.reading.places.lookup import Lookup
from geo.reading.places.names import Name, is_capital
from geo.reading.places.persons import (
    BY_DEED,
    SURELY,
    acts,
    acts_as_person,
    acts_as_state,
    is_told_as_person,
    stands_as_person,
)
from geo.reading.places.sites import has_article, is_site, preposition
from geo.reading.places.whereabouts import companions, is_called_ground, whereabouts
from geo.reading.places.words import (
    CALENDAR,
    DIRECTION_WORDS,
    DIRECTIONAL,
    ERAS,
    LOCATIVE,
    SPEECH_VERBS,
    TITLES,
)

THRESHOLD = 1.0
"""A name with this much or more is a place."""
_LABEL_SCORE = {
    "GPE": 2.0, "LOC": 1.6, "FAC": 1.0, "NORP": -0.6, "ORG": -0.4, "PERSON": -0.8, "": -0.8, "EVENT": -1.0,
    "PRODUCT": -0.8, "WORK_OF_ART": -1.2, "LAW": -1.2, "LANGUAGE": -1.0,
}  # fmt: skip
_PLACES = frozenset({"GPE", "LOC", "FAC"})
AIRPORT = "AIRP"
"""GeoNames' code for it."""
CODE_LETTERS = 3
_CODED = 1.8
"""For the code of an airport, where one flies."""
_FLOWN_NEAR = 15
"""Tokens beside a code in which somebody flies."""
_NO_NAME = -9.0
UNTOLD_PERSON = 0.5
"""Taken from a small town's name that stands where people do and that the parser takes for a person's."""
TOLD_WITH_PLACES = 1.0
"""For a name listed with a place that is known, or the other end of a way from or to one."""
NOBODYS_NAME = 0.5
"""For a name that the parser takes for a person's, though nobody bears it where such names were counted."""
ACTING_STATE = 1.2
"""For a land that the parser takes for a person, though it does what states do."""
GREAT_CITY = 100_000
"""Inhabitants from which a town's name is rather its own than a person's."""


@dataclass
class Evidence:
    """What an article says of its names; the parts of a score were chosen on half of a public gold set."""

    lookup: Lookup
    surnames: frozenset[str]
    """Last words of people's full names, and names that bear a title."""
    speakers: Counter[str]
    """How often each name says, thinks or laughs."""
    common: frozenset[str]
    """Words that the article also writes in lower case."""
    named: Counter[str]
    """How often each name stands in the article, by its folded case."""
    accepted: Counter[str]
    """How often each name was taken for a place in the first reading."""
    own: dict[Name, float] = field(default_factory=dict)
    """What speaks for each name but its other mentions: the same in both readings."""

    def score(self, name: Name) -> float:
        """How much speaks for the whole name being a place."""
        if name not in self.own:
            self.own[name] = self._own(name) if self._may_be_name(name) else _NO_NAME
        own = self.own[name]
        return own if own == _NO_NAME else own + self._elsewhere(name)

    def _own(self, name: Name) -> float:
        score = self._labelled(name) + self._known(name) + context(name) + self._beside(name)
        return score + self._as_person(name)

    def _labelled(self, name: Name) -> float:
        """What the parser's label says; less against a town that is no namesake of anybody."""
        score = _LABEL_SCORE.get(name.label, -1.0)
        if name.label == "PERSON" and len(name.tokens) == 1 and not acts(name):
            best = self.lookup.candidates(name.text)[:1]
            if best and not self.lookup.name_facts(best[0], name.text).is_personal:
                score += NOBODYS_NAME
        return score

    def is_called_shortly(self, name: Name) -> bool:
        """Whether the article says less of the name elsewhere, or lets it speak, as with people."""
        return self.named[name.tokens[-1].lower_] > 0 or self.speakers[name.text] > 0

    def _elsewhere(self, name: Name) -> float:
        """What the other mentions of the name say: those taken for places, among all."""
        key = name.text.casefold()
        if not self.accepted[key]:
            return 0.0
        return 0.5 + 2.0 * self.accepted[key] / max(1, self.named[key])

    def _may_be_name(self, name: Name) -> bool:
        if len(name.tokens) > 1:
            is_date = any(token.lower_ in CALENDAR for token in name.tokens)
            return (not is_date or self.lookup.has(name.text)) and not self._is_rather_person(name)
        token = name.tokens[0]
        if (
            token.lower_ in CALENDAR
            or token.lower_ in DIRECTION_WORDS
            or (token.lower_ in ERAS and name.start and name.doc[name.start - 1].like_num)
            or (not name.label and token.pos_ != "PROPN" and not _is_led_to(name))
        ):
            return False
        return (
            not _is_abbreviation(token)
            or self._is_known_abbreviation(token.text)
            or self._is_flown_code(name)
        )

    def _is_rather_person(self, name: Name) -> bool:
        """Whether an airport is called so after somebody, and nobody lands there ("Indira Gandhi")."""
        if name.label in _PLACES or name.tokens[-1].lower_ in FACILITY_HEADS:
            return False
        best = self.lookup.candidates(name.text)[:1]
        facts = self.lookup.facts(best[0]) if best else None
        if facts is None or facts.feature != AIRPORT:
            return False
        word = preposition(name)
        led = word in LOCATIVE or (word in DIRECTIONAL and name.label != "PERSON")
        return not (led or whereabouts(name))

    def _is_known_abbreviation(self, text: str) -> bool:
        candidates = self.lookup.candidates(text)[:1]
        return any(
            self.lookup.name_facts(place, text).name_kind is NameKind.ABBREVIATION for place in candidates
        )

    def _is_flown_code(self, name: Name) -> bool:
        """Whether it is the code of an airport to which somebody flies ("landed at JFK")."""
        if not is_code(name.text) or has_article(name) or preposition(name) not in LOCATIVE | DIRECTIONAL:
            return False
        near = name.doc[max(0, name.start - _FLOWN_NEAR) : name.end + _FLOWN_NEAR].text
        best = self.lookup.candidates(name.text, codes=True)[:1]
        facts = self.lookup.facts(best[0]) if best else None
        return facts is not None and facts.feature == AIRPORT and is_flown(near, 0, len(near))

    def _known(self, name: Name) -> float:
        candidates = self.lookup.candidates(name.text)
        if not candidates:
            return _CODED if self._is_flown_code(name) else self._unlisted(name)
        best = candidates[0]
        if best.kind in (PlaceKind.COUNTRY, PlaceKind.REGION) and best.confidence > 0.5:
            return 2.0
        if best.kind is PlaceKind.AREA:
            return 2.0 if name.label != "ORG" or len(name.tokens) > 1 else 1.2
        return min(1.8, 2.2 * sum(place.confidence for place in candidates))

    def _unlisted(self, name: Name) -> float:
        """What the words around it say for a name that no gazetteer has."""
        if is_called_ground(name):
            return 0.0
        score = whereabouts(name) - (1.0 if preposition(name) in LOCATIVE else 1.5)
        if name.label == "PERSON" or any(self.lookup.has(word.text) for word in name.tokens):
            return score
        is_told = any(self.lookup.has(word.text) for word in companions(name))
        return score + (TOLD_WITH_PLACES if is_told else 0.0)

    def _beside(self, name: Name) -> float:
        """The larger place after a comma ("Boise, Idaho")."""
        holder = holder_after(name, self.lookup)
        if not holder:
            return 0.0
        return 2.0 if self.lookup.lies_in(name.text, holder) else 0.5

    def _as_person(self, name: Name) -> float:
        score = -UNTOLD_PERSON if self._is_untold_person(name) else 0.0
        large = self._is_large(name.text)
        if name.text in self.surnames:
            score -= 4.0 if stands_as_person(name) else 2.0
        if len(name.tokens) == 1:
            score += self._as_given_name(name)
            if name.tokens[0].lower_ in self.common and not large:
                score -= 1.5
            if large and name.label == "PERSON" and acts_as_state(name):
                score += ACTING_STATE
        if self.speakers[name.text] > 1 and not large:
            score -= 1.5
        if is_told_as_person(name, large=large):
            score -= SURELY
        elif not large and acts_as_person(name):
            score -= BY_DEED
        return score

    def _as_given_name(self, name: Name) -> float:
        word = name.tokens[0].lower_
        if word not in GIVEN_NAMES:
            return 0.0
        known = word in NATIONAL_GIVEN_NAMES or preposition(name) in LOCATIVE
        return (-0.8 if known else -2.0) - (1.0 if self.speakers[name.text] else 0.0)

    def _is_untold_person(self, name: Name) -> bool:
        """Whether the parser takes one word for a person, and nothing but a small town says otherwise."""
        if name.label != "PERSON" or len(name.tokens) > 1:
            return False
        found = self.lookup.candidates(name.text)[:1]
        if not stands_as_person(name) or any(self._is_great(place) for place in found):
            return False
        return context(name) <= 0 and not holder_after(name, self.lookup)

    def _is_great(self, place: Place) -> bool:
        """Whether news rather means the place than somebody of its name: a land, or a great city."""
        facts = self.lookup.facts(place)
        people = facts.population if facts is not None else None
        return place.kind is not PlaceKind.CITY or (people or 0) >= GREAT_CITY

    def _is_large(self, text: str) -> bool:
        best: tuple[Place, ...] = self.lookup.candidates(text)[:1]
        return any(place.kind is PlaceKind.COUNTRY for place in best)


def holder_after(name: Name, lookup: Lookup) -> str:
    """The country or region that follows the name after a comma; "" where there is none."""
    doc, i = name.doc, name.end
    if i + 1 >= len(doc) or doc[i].text != "," or not is_capital(doc[i + 1]):
        return ""
    for length in (3, 2, 1):
        part = str(doc[i + 1 : i + 1 + length].text)
        found = lookup.candidates(part, codes=True)[:1]
        if any(place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION) for place in found):
            return part
    return ""


def _is_led_to(name: Name) -> bool:
    """Whether a word with a capital that the tagger takes for a noun stands where a place would."""
    return name.tokens[0].pos_ == "NOUN" and preposition(name) in LOCATIVE | DIRECTIONAL


def is_code(text: str) -> bool:
    """Whether it is written as airports' codes are."""
    return len(text) == CODE_LETTERS and text.isascii() and text.isalpha() and text.isupper()


def _is_abbreviation(token: Token) -> bool:
    """Capitals that are no shouted line of capitals."""
    text = token.text.replace(".", "")
    if not (2 <= len(text) <= 5 and sum(sign.isupper() for sign in text) >= 2):
        return False
    near = [
        t
        for t in token.doc[max(0, token.i - 3) : token.i + 4]
        if t.is_alpha and len(t) > 1 and t.i != token.i
    ]
    return not near or sum(t.is_upper for t in near) * 2 <= len(near)


def gather(names: Sequence[Name], lookup: Lookup) -> Evidence:
    """The evidence of an article's names, before any was judged."""
    surnames = {
        name.tokens[-1].text
        for name in names
        if name.label == "PERSON" and len(name.tokens) > 1 and not is_site(name) and not lookup.has(name.text)
    }
    surnames |= {name.text for name in names if _has_title(name)}
    speakers = Counter(
        name.text for name in names if name.root.dep_ == "nsubj" and name.root.head.lemma_ in SPEECH_VERBS
    )
    common: set[str] = set()
    for doc in {id(name.doc): name.doc for name in names}.values():
        common.update(token.text for token in doc if token.is_lower and token.is_alpha)
    return Evidence(
        lookup=lookup,
        surnames=frozenset(surnames),
        speakers=speakers,
        common=frozenset(common),
        named=Counter(name.text.casefold() for name in names),
        accepted=Counter(),
    )


def _has_title(name: Name) -> bool:
    if not name.start or len(name.tokens) > 1:
        return False
    before = name.doc[name.start - 1]
    return is_capital(before) and before.lower_.rstrip(".") in TITLES
