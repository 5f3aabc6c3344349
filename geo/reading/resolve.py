"""Which place each name is: the article's own states and countries, the company names keep, size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from geo.atlas.gazetteer import Gazetteer
from geo.model import Mention, Place, Role
from geo.reading.parse import Paragraph

MAX_ALTERNATIVES = 5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sighting:
    """A place name where it stands: ``[start, end)`` in characters of the paragraph."""

    paragraph: Paragraph
    start: int
    end: int
    root: Token
    last: int
    """The token that ends the name."""
    role: Role

    @property
    def text(self) -> str:
        """The words as the article has them."""
        return self.paragraph.text[self.start : self.end]


def resolve(
    sightings: Sequence[Sighting], gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], tuple[Place, ...]]:
    """Mentions with their places, and the places in the order of their first mention."""
    places: dict[str, Place] = {}
    mentions = []
    for sighting in sightings:
        place = _place(sighting, gazetteer)
        if place is not None:
            places.setdefault(place.id, place)
        mentions.append(
            Mention(
                span=sighting.paragraph.span_at(sighting.start, sighting.end),
                place=place.id if place else None,
                role=sighting.role,
            )
        )
    return tuple(mentions), tuple(places.values())


def _place(sighting: Sighting, gazetteer: Gazetteer) -> Place | None:
    if sighting.role is Role.DEMONYM:
        return gazetteer.demonym(sighting.text)
    candidates = gazetteer.candidates(sighting.text, codes=True)
    if not candidates:
        return None
    return replace(candidates[0], alternatives=candidates[1 : 1 + MAX_ALTERNATIVES])
