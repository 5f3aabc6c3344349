"""Toponyms: which names of an article are places, what each stands for, and which place it is.

spaCy's entities are mended against the gazetteer in context: the model calls one place in five a company or a
person, and many a surname a place. Knows one article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from geo.atlas.gazetteer import Gazetteer
from geo.model import Mention, Place, PlaceKind, Role
from geo.reading.imprint import find_dateline
from geo.reading.names import Name, find_names, is_capital, without_direction
from geo.reading.parse import Paragraph
from geo.reading.place_words import (
    DIRECTIONAL,
    FACILITY_HEADS,
    GOVERNMENT_WORDS,
    LEADING_HEADS,
    LOCATIVE,
    NATURE_HEADS,
    NOT_PEOPLES,
    OF_HEADS,
    ORGANISATION_WORDS,
    PERSONLIKE_HEADS,
    PUBLIC_BODIES,
    REGION_HEADS,
    SETTLEMENT_NOUNS,
    SPEECH_VERBS,
    TITLES,
)
from geo.reading.resolve import Sighting, resolve
from geo.reading.roles import role_of

THRESHOLD = 1.0
_LABEL_SCORE = {
    "GPE": 2.0, "LOC": 1.6, "FAC": 1.0, "NORP": -0.6, "ORG": -0.4, "PERSON": -0.8, "": -0.4, "EVENT": -1.0,
    "PRODUCT": -0.8, "WORK_OF_ART": -1.2, "LAW": -1.2, "LANGUAGE": -1.0,
}  # fmt: skip
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


def find_toponyms(
    paragraphs: Sequence[Paragraph], gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], tuple[Place, ...]]:
    """The place names of an article, and the places they stand for.

    Args:
        paragraphs: The article's body, parsed.
        gazetteer: Where names are looked up.

    Returns:
        Mentions in text order; places in the order of their first mention, each with its confidence and the
        other places of that name. A mention that no gazetteer can place has no place.
    """
    sightings = _Reader(gazetteer, paragraphs).read()
    return resolve(sightings, gazetteer)


@dataclass
class _Reader:
    gazetteer: Gazetteer
    paragraphs: Sequence[Paragraph]
    surnames: set[str] = field(default_factory=set)
    accepted: Counter[str] = field(default_factory=Counter)

    def read(self) -> list[Sighting]:
        """Two readings: what the first is sure of helps the second."""
        named = [(paragraph, find_names(paragraph.doc)) for paragraph in self.paragraphs]
        self.surnames = _surnames([name for _, names in named for name in names])
        for _, names in named:
            for name in names:
                if self._score(name) >= THRESHOLD:
                    self.accepted[name.text] += 1
        found: list[Sighting] = []
        for paragraph, names in named:
            here = [s for name in names for s in self._read_name(paragraph, name)]
            found += _without_overlap(_dateline(paragraph, self.gazetteer) + here)
        return found

    def _read_name(self, paragraph: Paragraph, name: Name) -> list[Sighting]:
        name = without_direction(name)
        if self._is_demonym(name):
            return [_sighting(paragraph, name, Role.DEMONYM)]
        if name.label == "PERSON" and self._is_person(name):
            return []
        if is_site(name) and not self._is_body(name):
            return [_sighting(paragraph, name, role_of(name.root, name.span, site=True))]
        if not self._is_organisation(name) and self._score(name) >= THRESHOLD:
            return [_sighting(paragraph, name, role_of(name.root, name.span, site=False))]
        return self._inside(paragraph, name)

    def _is_demonym(self, name: Name) -> bool:
        if name.end - name.start > 2 or name.text.lower() in NOT_PEOPLES:
            return False
        return self.gazetteer.demonym(name.text) is not None and not (
            name.label in _PLACE_LABELS and self.gazetteer.has(name.text)
        )

    def _is_person(self, name: Name) -> bool:
        return len(name.tokens) > 1 and not self.gazetteer.has(name.text) and not is_site(name)

    def _is_body(self, name: Name) -> bool:
        """Whether the name is of an organisation that only begins like a place."""
        return (
            name.label == "PERSON" and name.tokens[-1].lower_ in PERSONLIKE_HEADS and not _has_article(name)
        )

    def _is_organisation(self, name: Name) -> bool:
        words = [token.lower_.rstrip(".") for token in name.tokens]
        if len(words) < 2 or self.gazetteer.has(name.text):
            return False
        return words[-1] in ORGANISATION_WORDS or (words[0] in ORGANISATION_WORDS and "of" in words)

    def _score(self, name: Name) -> float:
        """How much speaks for the whole name being a place."""
        score = _LABEL_SCORE.get(name.label, -1.0) + self._known(name)
        score += _context(name) + self._beside(name)
        if name.text in self.surnames:
            score -= 2.0
        if self.accepted[name.text]:
            score += 0.8
        return score

    def _known(self, name: Name) -> float:
        candidates = self.gazetteer.candidates(name.text)
        if not candidates:
            return -1.5
        best = candidates[0]
        if best.kind in (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.AREA) and best.confidence > 0.5:
            return 2.0
        return min(1.8, 2.2 * best.confidence)

    def _beside(self, name: Name) -> float:
        """The larger place after a comma ("Boise, Idaho")."""
        doc, i = name.doc, name.end
        if i + 1 >= len(doc) or doc[i].text != "," or not is_capital(doc[i + 1]):
            return 0.0
        for length in (3, 2, 1):
            part = doc[i + 1 : i + 1 + length].text
            if any(
                place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION)
                for place in self.gazetteer.candidates(part, codes=True)[:1]
            ):
                return 2.0 if self.gazetteer.search(f"{name.text}, {part}") else 0.5
        return 0.0

    def _inside(self, paragraph: Paragraph, name: Name) -> list[Sighting]:
        """Places inside a longer name that is not itself one."""
        if name.label == "PERSON" or len(name.tokens) < 2:
            return []
        found: list[Sighting] = []
        i = name.start
        while i < name.end:
            part = next((p for p in self._parts(name, i) if self._may_be_inside(p)), None)
            if part is None:
                i += 1
                continue
            found.append(_sighting(paragraph, part, self._role_inside(name, part)))
            i = part.end
        return found

    def _parts(self, name: Name, i: int) -> list[Name]:
        return [name.part(i, j) for j in range(min(name.end, i + 4), i, -1) if is_capital(name.doc[j - 1])]

    def _may_be_inside(self, part: Name) -> bool:
        if self._is_demonym(part) or self.accepted[part.text]:
            return True
        if not all(token.pos_ == "PROPN" for token in part.tokens):
            return False
        candidates = self.gazetteer.candidates(part.text)
        return bool(candidates) and candidates[0].confidence > 0.9

    def _role_inside(self, name: Name, part: Name) -> Role:
        if self._is_demonym(part):
            return Role.DEMONYM
        doc = name.doc
        after = {token.lower_ for token in doc[part.end : min(len(doc), max(name.end, part.end + 1))]}
        before = {token.lower_ for token in doc[name.start : part.start]}
        governs = after & PUBLIC_BODIES or (before & PUBLIC_BODIES and "of" in before)
        return Role.METONYMIC if governs else Role.NAME


def is_site(name: Name) -> bool:
    """Whether the words of the name say that it is a building, a street, a water or a mountain."""
    tokens = name.tokens
    if len(tokens) < 2:
        return False
    first, last = tokens[0].lower_, tokens[-1].lower_.rstrip(".")
    if first in OF_HEADS and tokens[1].lower_ == "of" and len(tokens) > 2:
        return True
    if first in LEADING_HEADS and name.label != "PERSON":
        return True
    if last in PERSONLIKE_HEADS and not (
        _has_article(name) or _preposition(name) in LOCATIVE or name.label in _PLACE_LABELS
    ):
        return False
    return last in FACILITY_HEADS or last in NATURE_HEADS or last in REGION_HEADS


def _has_article(name: Name) -> bool:
    return name.start > 0 and name.doc[name.start - 1].lower_ == "the"


def _preposition(name: Name) -> str:
    """The preposition that the name hangs on, through coordination, "" where there is none."""
    root = name.root
    for _ in range(4):
        if root.dep_ in {"conj", "appos"} and root.head is not root:
            root = root.head
    return root.head.lower_ if root.dep_ == "pobj" else ""


def _context(name: Name) -> float:
    score = 0.0
    doc, root = name.doc, name.root
    before = doc[name.start - 1] if name.start else None
    after = doc[name.end] if name.end < len(doc) else None
    preposition = _preposition(name)
    if preposition in LOCATIVE:
        score += 1.5
    elif preposition in DIRECTIONAL:
        score += 0.6
    if before is not None and before.lower_.rstrip(".") in TITLES:
        score -= 3.0
    if (
        before is not None
        and before.lower_ == "of"
        and name.start > 1
        and doc[name.start - 2].lower_ in SETTLEMENT_NOUNS
    ):
        score += 1.5
    if root.dep_ == "nsubj" and root.head.lemma_ in SPEECH_VERBS:
        score -= 0.8
    if after is not None and _is_part_of_name(root, after):
        score -= 2.0
    if after is not None and (after.lower_ in SETTLEMENT_NOUNS or after.lower_ in GOVERNMENT_WORDS):
        score += 0.6
    return score


def _is_part_of_name(root: Token, after: Token) -> bool:
    """Whether the next word is the rest of a name ("Paris" in "Paris Hilton")."""
    if after.pos_ != "PROPN" or not is_capital(after) or root.dep_ != "compound" or root.head.i < after.i:
        return False
    word = after.lower_.rstrip(".")
    return word not in TITLES and word not in GOVERNMENT_WORDS


def _surnames(names: Sequence[Name]) -> set[str]:
    """The last words of people's full names: alone, they are those people."""
    return {
        name.tokens[-1].text
        for name in names
        if name.label == "PERSON" and len(name.tokens) > 1 and not is_site(name)
    }


def _sighting(paragraph: Paragraph, name: Name, role: Role) -> Sighting:
    span = name.span
    start, end = span.start_char, span.end_char
    return Sighting(paragraph=paragraph, start=start, end=end, root=name.root, role=role, last=name.end - 1)


def _dateline(paragraph: Paragraph, gazetteer: Gazetteer) -> list[Sighting]:
    """The place where a piece was written: it stands for the reporter's desk, nothing happened there."""
    found = find_dateline(paragraph.text)
    if found is None:
        return []
    sightings = []
    start = 0
    for part in paragraph.text[: found.place_end].split(","):
        begin = start + len(part) - len(part.lstrip())
        words = part.strip()
        if words and gazetteer.candidates(words, codes=True):
            token = _token_at(paragraph, begin)
            sightings.append(
                Sighting(
                    paragraph=paragraph,
                    start=begin,
                    end=begin + len(words),
                    root=token,
                    role=Role.METONYMIC,
                    last=token.i,
                )
            )
        start += len(part) + 1
    return sightings


def _token_at(paragraph: Paragraph, offset: int) -> Token:
    return next((t for t in paragraph.doc if t.idx + len(t) > offset), paragraph.doc[-1])


def _without_overlap(sightings: Sequence[Sighting]) -> list[Sighting]:
    kept: list[Sighting] = []
    for sighting in sightings:
        if all(sighting.end <= other.start or other.end <= sighting.start for other in kept):
            kept.append(sighting)
    return sorted(kept, key=lambda s: s.start)
