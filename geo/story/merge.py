"""Many articles to one story."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from geo.model import Story


def merge(stories: Sequence[Story]) -> Story:
    """The story that articles tell together."""

    def joined(name: str) -> tuple:
        return tuple(chain.from_iterable(getattr(story, name) for story in stories))

    places = {}
    for place in joined("places"):
        places.setdefault(place.id, place)
    return Story(
        id=stories[0].id if stories else "story",
        title=stories[0].title if stories else "story",
        articles=joined("articles"),
        places=tuple(sorted(places.values(), key=lambda place: place.id)),
        mentions=joined("mentions"),
        times=joined("times"),
        distances=joined("distances"),
        journeys=joined("journeys"),
        events=joined("events"),
        problems=joined("problems"),
    )
