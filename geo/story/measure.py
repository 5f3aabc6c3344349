"""Holds what was reported against the ground: kilometres and verdicts for distances, paths for journeys.

Pure but for the atlas, whose networks load when the first route is asked for. An end that is a country, a
region or a sea is too vague to measure from; it gives no number and no path rather than a false one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Protocol

from geo.atlas.measures import judge, straight_line
from geo.errors import NoRouteError
from geo.model import Distance, Journey, Mode, Place, PlaceKind, Position, Story, Verdict

MEASURED_MODES = (Mode.RAIL, Mode.ROAD, Mode.SEA)
POINT_KINDS = frozenset({PlaceKind.FACILITY, PlaceKind.CITY})
MAX_POINT_RADIUS_KM = 60.0
"""A place known no better than this is not a point to route from."""
MAX_SNAP_KM = 25.0
"""A network that comes no nearer than this, beside the place's own radius, does not serve the place."""


class Route(Protocol):
    """What a router answers: the way, its length, and how far each end was from the network."""

    @property
    def path(self) -> tuple[Position, ...]: ...  # noqa: D102
    @property
    def km(self) -> float: ...  # noqa: D102
    @property
    def basis(self) -> str: ...  # noqa: D102
    @property
    def snap_km(self) -> tuple[float, float]: ...  # noqa: D102


Router = Callable[..., Route]
"""``route(a, b, mode, via=...)``; raises ``NoRouteError``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """The places by id, and the way between them."""

    places: Mapping[str, Place]
    route: Router

    def point(self, place_id: str | None) -> Place | None:
        """The place, if it is precise enough to measure from."""
        place = self.places.get(place_id) if place_id else None
        precise = place and place.kind in POINT_KINDS and place.radius_km <= MAX_POINT_RADIUS_KM
        return place if precise else None

    def way(self, a: Place, b: Place, mode: Mode, via: Sequence[Place] = ()) -> Route | None:
        """The route, unless there is none that serves both ends."""
        try:
            found = self.route(a.position, b.position, mode, via=tuple(stop.position for stop in via))
        except NoRouteError:
            return None
        limits = (a.radius_km + MAX_SNAP_KM, b.radius_km + MAX_SNAP_KM)
        return found if all(km <= limit for km, limit in zip(found.snap_km, limits, strict=True)) else None


def measure(story: Story, *, route: Router) -> Story:
    """The story with its distances judged and its journeys drawn."""
    ground = _Ground(places=MappingProxyType({place.id: place for place in story.places}), route=route)
    return replace(
        story,
        distances=tuple(measure_distance(distance, ground) for distance in story.distances),
        journeys=tuple(draw(journey, ground) for journey in story.journeys),
    )


def measure_distance(distance: Distance, ground: _Ground) -> Distance:
    """A reported distance beside the measured ones."""
    a, b = ground.point(distance.from_place), ground.point(distance.to_place)
    if a is None or b is None or a.id == b.id:
        return replace(distance, verdict=Verdict.NOT_CHECKABLE)
    line = straight_line(a.position, b.position, radius_a_km=a.radius_km, radius_b_km=b.radius_km)
    routes_km = tuple((mode, way.km) for mode in MEASURED_MODES if (way := ground.way(a, b, mode)))
    judgement = judge(
        distance.km,
        approximate=distance.approximate,
        straight_km=line.km,
        straight_km_error=line.error_km,
        routes_km=routes_km,
        value=distance.value,
    )
    return replace(
        distance,
        straight_km=line.km,
        straight_km_error=line.error_km,
        routes_km=routes_km,
        bearing=line.bearing,
        verdict=judgement.verdict,
    )


def draw(journey: Journey, ground: _Ground) -> Journey:
    """A journey with the path it takes on the network of its mode; none where an end is missing or vague."""
    a, b = ground.point(journey.from_place), ground.point(journey.to_place)
    if a is None or b is None or a.id == b.id:
        return journey
    via = tuple(_points(journey.via, ground))
    way = ground.way(a, b, journey.mode, via) or ground.way(a, b, Mode.UNKNOWN, via)
    return replace(journey, path=way.path, path_km=way.km, path_basis=way.basis) if way else journey


def _points(ids: Sequence[str], ground: _Ground) -> Iterator[Place]:
    return (place for place in map(ground.point, ids) if place)
