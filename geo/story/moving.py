"""A story in which a place is another one after all: its mentions follow, and all that was read from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from geo.model import Distance, Story


def with_places_meant(story: Story, meant: Mapping[str, str]) -> Story:
    """The story with ``meant`` (``{id: id of the place that is meant}``) taken out and followed."""
    return replace(
        story,
        places=tuple(place for place in story.places if place.id not in meant),
        mentions=tuple(
            replace(mention, place=meant.get(str(mention.place), mention.place)) for mention in story.mentions
        ),
        distances=tuple(_moved(distance, meant) for distance in story.distances),
        journeys=tuple(
            replace(_moved(journey, meant), claims=tuple(_moved(claim, meant) for claim in journey.claims))
            for journey in story.journeys
        ),
        events=tuple(
            replace(
                event,
                place=meant.get(str(event.place), event.place),
                claims=tuple(_moved(claim, meant) for claim in event.claims),
            )
            for event in story.events
        ),
    )


def _moved(fact: Any, meant: Mapping[str, str]) -> Any:  # noqa: ANN401 (a journey, claim or distance)
    ends = {
        "from_place": meant.get(str(fact.from_place), fact.from_place),
        "to_place": meant.get(str(fact.to_place), fact.to_place),
    }
    if not isinstance(fact, Distance):
        ends["via"] = tuple(meant.get(stop, stop) for stop in fact.via)
    return replace(fact, **ends)
