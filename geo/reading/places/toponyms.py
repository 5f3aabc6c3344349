"""Toponyms: which names of an article are places, what each stands for, and which place it is.

spaCy's entities are mended against the gazetteer in context: the model calls one place in five a company or a
person, and many a surname a place. Knows one article.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from geo.atlas.gazetteer import Gazetteer
from geo.model import Mention, Place, PlaceKind, Role
from geo.reading.page.imprint import find_dateline
from geo.reading.parse import Paragraph
from geo.reading.places.evidence import THRESHOLD, Evidence, gather
from geo.reading.places.heads import (
    BODIES,
    DIVISION_NOUNS,
    PERSONLIKE_HEADS,
    REGION_HEADS,
    ROADS,
)
from geo.reading.places.lookup import Lookup, lookup_in
from geo.reading.places.names import Name, is_capital
from geo.reading.places.resolve import resolve
from geo.reading.places.roles import role_of
from geo.reading.places.sightings import Sighting
from geo.reading.places.sites import (
    has_article,
    is_built,
    is_division,
    is_organisation,
    is_site,
    shared_word,
)
from geo.reading.places.whereabouts import is_called_ground, whereabouts
from geo.reading.places.wholes import split_names
from geo.reading.places.words import (
    COMPOUND_PEOPLES,
    DIRECTION_WORDS,
    GROUND_SUFFIXES,
    PLACE_SUFFIXES,
    PUBLIC_BODIES,
)

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
WELL_KNOWN = 50_000
"""Inhabitants from which a place is taken to have given its name to something."""
_SURE_INSIDE = 0.75
"""Prior share from which a name inside another name is taken for that place."""


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
    lookup = lookup_in(gazetteer)
    named = [(paragraph, split_names(paragraph, lookup)) for paragraph in paragraphs]
    reader = _Reader(lookup, gather([name for _, names in named for name in names], lookup))
    for _, names in named:
        reader.learn(names)
    sightings = [sighting for paragraph, names in named for sighting in reader.read(paragraph, names)]
    return resolve(sightings, lookup)


class _Reader:
    """Two readings: what the first is sure of helps the second."""

    def __init__(self, lookup: Lookup, evidence: Evidence) -> None:
        self._lookup = lookup
        self._evidence = evidence

    def learn(self, names: Sequence[Name]) -> None:
        for name in names:
            if self._is_place(name):
                self._evidence.accepted[name.text.casefold()] += 1

    def read(self, paragraph: Paragraph, names: Sequence[Name]) -> list[Sighting]:
        found = _dateline(paragraph, self._lookup) + self._hyphened(paragraph)
        for name in names:
            found += [_sighting(paragraph, part, role) for part, role in self._read_name(name)]
        return _without_overlap(found)

    def _hyphened(self, paragraph: Paragraph) -> list[Sighting]:
        """Places that a hyphen joins to another word in one token ("U.S.-led")."""
        found = []
        for token in paragraph.doc if "-" in paragraph.readable else ():
            place, hyphen, rest = token.text.rpartition("-")
            if hyphen and rest in PLACE_SUFFIXES and place[:1].isupper() and self._lookup.has(place):
                role = Role.LITERAL if rest in GROUND_SUFFIXES else Role.METONYMIC
                end = token.idx + len(place)
                found.append(Sighting(paragraph=paragraph, start=token.idx, end=end, root=token, role=role))
        return found

    def _read_name(self, name: Name) -> list[tuple[Name, Role]]:
        if self._is_demonym(name):
            return [(_whole_demonym(name), Role.DEMONYM)]
        if name.label == "PERSON" and self._is_person(name):
            return []
        if is_site(name) and not self._is_team(name) and not _is_called_after(name):
            return [(name, _role_of_site(name))]
        if self._is_place(name):
            return [(name, role_of(name.root, name.span, site=False))]
        return self._inside(name)

    def _is_place(self, name: Name) -> bool:
        if is_organisation(name) and not self._lookup.has(name.text):
            return False
        return self._evidence.score(name) >= THRESHOLD

    def _is_demonym(self, name: Name) -> bool:
        if len(name.tokens) > 2 or (name.label in _PLACE_LABELS and self._lookup.has(name.text)):
            return False
        return self._lookup.demonym(name.text) is not None

    def _is_person(self, name: Name) -> bool:
        if len(name.tokens) < 2 or self._lookup.has(name.text) or is_site(name):
            return False
        return self._evidence.is_called_shortly(name) or not (whereabouts(name) or is_called_ground(name))

    def _is_team(self, name: Name) -> bool:
        """Whether it is "Mississippi State": the university of a state of the US, not the state."""
        if len(name.tokens) < 2 or name.tokens[-1].text != "State":
            return False
        states = self._lookup.candidates(name.part(name.start, name.end - 1).text)
        return any(place.kind is PlaceKind.REGION and place.country == "US" for place in states)

    def _inside(self, name: Name) -> list[tuple[Name, Role]]:
        """Places inside a longer name that is not itself one."""
        if name.label == "PERSON" or len(name.tokens) < 2:
            return []
        found: list[tuple[Name, Role]] = []
        i = name.start
        while i < name.end:
            part = next((p for p in _parts(name, i) if self._may_be_inside(p)), None)
            if part is None:
                i += 1
                continue
            role = self._role_inside(name, part)
            found.append((_whole_demonym(part) if role is Role.DEMONYM else part, role))
            i = part.end
        return found

    def _may_be_inside(self, part: Name) -> bool:
        if self._is_demonym(part) or self._evidence.accepted[part.text.casefold()]:
            return True
        if part.text.lower() in DIRECTION_WORDS or not all(token.pos_ == "PROPN" for token in part.tokens):
            return False
        candidates = self._lookup.candidates(part.text)
        if not candidates:
            return False
        if not self._is_well_known(candidates[0]):
            return False
        division = len(part.tokens) > 1 and part.tokens[-1].lower_ in REGION_HEADS
        return candidates[0].confidence > _SURE_INSIDE or (
            division and candidates[0].kind is PlaceKind.REGION
        )

    def _is_well_known(self, place: Place) -> bool:
        """Whether things are called after it: the hamlet of Peace gave no institute its name."""
        facts = self._lookup.facts(place)
        return place.kind is PlaceKind.COUNTRY or (
            facts is not None and (facts.population or 0) >= WELL_KNOWN
        )

    def _role_inside(self, name: Name, part: Name) -> Role:
        if self._is_demonym(part):
            return Role.DEMONYM
        if name.label == "GPE" and not is_organisation(name):
            return role_of(part.root, part.span, site=False)
        doc = name.doc
        after = {token.lower_ for token in doc[part.end : min(len(doc), name.end + 2)]}
        before = {token.lower_ for token in doc[name.start : part.start]}
        governs = after & PUBLIC_BODIES or (before & PUBLIC_BODIES and "of" in before)
        return Role.METONYMIC if governs or self._is_nation_of(name, part) else Role.NAME

    def _is_nation_of(self, name: Name, part: Name) -> bool:
        """Whether it is a body of a nation ("the Kidney Foundation of Canada"), not just called after it."""
        if part.end != name.end or part.start == name.start or name.doc[part.start - 1].lower_ != "of":
            return False
        return self._lookup.candidates(part.text)[0].kind is PlaceKind.COUNTRY


def _parts(name: Name, i: int) -> list[Name]:
    return [name.part(i, j) for j in range(min(name.end, i + 4), i, -1) if is_capital(name.doc[j - 1])]


def _whole_demonym(name: Name) -> Name:
    """With the word before it that is of it ("Latin American", "African Americans")."""
    if (
        name.start
        and name.doc[name.start - 1].text.lower() in COMPOUND_PEOPLES
        and is_capital(name.doc[name.start - 1])
    ):
        return Name(name.doc, name.start - 1, name.end, name.label)
    return name


def _is_called_after(name: Name) -> bool:
    """Whether a person's name only ends like a place's ("Benny Hill")."""
    return name.label == "PERSON" and name.tokens[-1].lower_ in PERSONLIKE_HEADS and not has_article(name)


def _role_of_site(name: Name) -> Role:
    """The role of a site; a university that is governed is a body, and its place only a name in it."""
    role = role_of(name.root, name.span, site=True)
    is_body = role is Role.METONYMIC and name.tokens[0].lower_ in BODIES
    return Role.NAME if is_body else role


def _sighting(paragraph: Paragraph, name: Name, role: Role) -> Sighting:
    span, shared = name.span, shared_word(name)
    return Sighting(
        paragraph=paragraph,
        start=span.start_char,
        end=span.end_char,
        root=name.root,
        role=role,
        site=is_built(name) or shared in ROADS,
        division=is_division(name),
        called_division=name.end < len(name.doc) and name.doc[name.end].text in DIVISION_NOUNS,
        article=has_article(name) and name.root.dep_ not in {"compound", "nmod", "amod"},
        shared=shared,
    )


def _dateline(paragraph: Paragraph, lookup: Lookup) -> list[Sighting]:
    """The place where a piece was written: it stands for the reporter's desk, nothing happened there."""
    text = paragraph.readable
    found = find_dateline(text)
    if found is None:
        return []
    sightings = []
    start = 0
    for part in text[: found.place_end].split(","):
        begin = start + len(part) - len(part.lstrip())
        words = part.strip()
        if words and lookup.candidates(words, codes=True):
            token = _token_at(paragraph, begin)
            end = begin + len(words)
            sightings.append(
                Sighting(paragraph=paragraph, start=begin, end=end, root=token, role=Role.METONYMIC)
            )
        start += len(part) + 1
    return sightings


def _token_at(paragraph: Paragraph, offset: int) -> Token:
    return next((t for t in paragraph.doc if t.idx + len(t) > offset), paragraph.doc[-1])


def _without_overlap(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Those found first, in text order, without what overlaps them."""
    kept: list[Sighting] = []
    end = -1
    first = {(s.start, s.end): i for i, s in reversed(list(enumerate(sightings)))}
    for sighting in sorted(sightings, key=lambda s: (s.start, first[s.start, s.end])):
        if sighting.start >= end:
            kept.append(sighting)
            end = sighting.end
    return kept
