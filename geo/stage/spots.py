"""Places as rows of the scene: which put a mark, which are exact enough to stand at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from geo.model import Event, Journey, Place, Position, Role, Story
from geo.stage.frame import Frame, Row
from geo.stage.layers import lonlat
from geo.stage.opening import Opening
from geo.stage.standing import FACTUAL
from geo.stage.timing import Run
from geo.stage.view import heart

SPOT_RADIUS_KM = 150.0
"""A place known worse than this (a country, a sea) is named on the map, but nobody stands there."""

WIDE_WAY = 60.0
"""A way over more degrees of longitude than this is held as a whole, not by its ends alone."""
POINTS_OF_A_WAY = 12
"""As many tell where it runs."""


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


def heart_of(
    story: Story, places: Sequence[Place], runs: Mapping[str, Run | None], opening: Opening | None
) -> tuple[Position, ...]:
    """What the first view holds: the spots of the story's present, each weighing as its claims do.

    A story of the past alone opens on everything.
    """
    spots = {place.id: place.position for place in places if is_spot(place)}
    present = [each for each in story.journeys if _is_present(each, runs[each.id], opening)]
    named = [(journey.from_place, journey.to_place, len(journey.claims)) for journey in present]
    named += [(each.from_place, each.to_place, 1) for each in story.distances]
    if held := heart(_weighed(named, spots)):
        return held + _on_wide_ways(present, spots, held)
    if held := heart(_weighed(_everything(story.journeys, story.events), spots)):
        return held + _on_wide_ways(story.journeys, spots, held)
    return tuple(spots.values()) or tuple(place.position for place in places)


def _on_wide_ways(
    journeys: Iterable[Journey], spots: Mapping[str, Position], held: Collection[Position]
) -> tuple[Position, ...]:
    """Points of ways between places that are held which bow far from the line between their ends.

    They also tell which way round the world a journey goes.
    """
    points: list[Position] = []
    for journey in journeys:
        ends = {spots.get(each or "") for each in (journey.from_place, journey.to_place)}
        lons = [position.lon for position in journey.path]
        if lons and ends <= set(held) and max(lons) - min(lons) > WIDE_WAY:
            points += journey.path[:: max(1, len(lons) // POINTS_OF_A_WAY)]
    return tuple(points)


_Named = tuple[str | None, str | None, int]


def _is_present(journey: Journey, when: Run | None, opening: Opening | None) -> bool:
    """Whether a journey belongs to what the story is news of; a plan without a date lies ahead."""
    if when is None:
        return journey.status not in FACTUAL
    return opening is None or when.late >= opening.happened


def _everything(journeys: Iterable[Journey], events: Iterable[Event]) -> list[_Named]:
    named: list[_Named] = [(each.from_place, each.to_place, len(each.claims)) for each in journeys]
    return named + [(None, each.place, max(1, len(each.claims))) for each in events]


def _weighed(named: Iterable[_Named], spots: Mapping[str, Position]) -> dict[Position, float]:
    weights: dict[Position, float] = {}
    for start, end, claims in named:
        ends = {spots[each] for each in (start, end) if each is not None and each in spots}
        for spot in sorted(ends):
            weights[spot] = weights.get(spot, 0.0) + claims
    return weights
