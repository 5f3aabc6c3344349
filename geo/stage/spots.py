"""Places as rows of the scene: which put a mark, which are exact enough to stand at."""

from __future__ import annotations

from geo.model import Place, Role, Story
from geo.stage.frame import Frame, Row
from geo.stage.layers import lonlat

SPOT_RADIUS_KM = 150.0
"""A place known worse than this (a country, a sea) is named on the map, but nobody stands there."""


def is_spot(place: Place) -> bool:
    """Whether a place is exact enough for a mark of its own."""
    return place.radius_km <= SPOT_RADIUS_KM


def shown_places(story: Story) -> tuple[Place, ...]:
    """Places with a literal mention, or that a journey, event or distance names; nothing else has a mark."""
    shown = {mention.place for mention in story.mentions if mention.role is Role.LITERAL}
    for journey in story.journeys:
        shown.update((journey.from_place, journey.to_place, *journey.via))
    shown.update(event.place for event in story.events)
    for distance in story.distances:
        shown.update((distance.from_place, distance.to_place))
    return tuple(place for place in story.places if place.id in shown)


def place_row(place: Place, frame: Frame) -> Row:
    """A place, with the sentences that name it."""
    spans = [
        mention.span
        for mention in frame.story.mentions
        if mention.place == place.id and mention.role is Role.LITERAL
    ]
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "position": lonlat(place.position),
        "radius_km": place.radius_km,
        "spot": is_spot(place),
        "country": place.country,
        "basis": place.basis,
        "confidence": place.confidence,
        "alternatives": [_alternative(other) for other in place.alternatives[:3]],
        **frame.printed(spans),
    }


def _alternative(place: Place) -> Row:
    return {"name": place.name, "country": place.country, "confidence": place.confidence}
