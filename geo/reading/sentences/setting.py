"""The setting of one article: its named ground and its cast, found once for all who read it."""

from __future__ import annotations

from functools import lru_cache

from geo.model import Mention, Place
from geo.reading.parse import Paragraph
from geo.reading.sentences.ground import Ground
from geo.reading.sentences.travellers import Cast


@lru_cache(maxsize=1)
def setting_of(
    paragraphs: tuple[Paragraph, ...], mentions: tuple[Mention, ...], places: tuple[Place, ...]
) -> tuple[Ground, Cast]:
    """The ground and the cast of an article; the last article's are kept, for journeys and events alike."""
    ground = Ground(paragraphs, mentions, places)
    return ground, Cast(paragraphs, ground)
