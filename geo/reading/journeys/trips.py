"""Which tellings are one movement: one trip per traveller and goal, as far as times and certainty agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geo.model import Interval, Mode, Place, PlaceKind, Status
from geo.reading.journeys.telling import Telling, goal_of, source_of
from geo.reading.places.surroundings import distance_km
from geo.reading.sentences.clauses import children, climb
from geo.reading.sentences.motion import WITHIN, Part
from geo.reading.words import words

_TIMELESS = words("visit revisit tour")
"""Verbs of being somewhere rather than of getting there."""
_NEARBY_PARAGRAPHS = 3
"""How far from the journey a sentence may stand that adds its start."""
_ALIKE = 50
"""How many trips alike, and how many tellings of each, a further telling is held against."""
_CONTINENT_KM = 800
"""Radius from which an area is a part of the world: who "came to Europe" came to a place in it."""
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})


@dataclass(slots=True, eq=False)
class Trip:
    """Tellings of one movement; ``lead`` names its goal best."""

    tellings: list[Telling] = field(default_factory=list)
    lead_index: int = 0

    @property
    def lead(self) -> Telling:
        """The telling whose goal is the trip's."""
        return self.tellings[self.lead_index]


def gather(tellings: Sequence[Telling], places: Mapping[str, Place]) -> list[Trip]:
    """The trips told, in text order of their first telling."""
    by_traveller: dict[str, list[Trip]] = {}
    by_line: dict[tuple[str, str | None, str | None], list[Trip]] = {}
    for telling in tellings:
        if telling.is_loose:
            continue
        name, goal = telling.who.name.lower(), goal_of(telling)
        alike = by_line.setdefault((name, goal, source_of(telling) if goal is None else None), [])
        home = next((trip for trip in alike[-_ALIKE:] if _agree(trip, telling)), None)
        if home is not None:
            home.tellings.append(telling)
            continue
        alike.append(Trip([telling]))
        by_traveller.setdefault(name, []).append(alike[-1])
    for name, own in by_traveller.items():
        by_traveller[name] = _narrowed(_with_departures(own), places)
    _add_starts(tellings, by_traveller)
    trips = [trip for own in by_traveller.values() for trip in own]
    return sorted(trips, key=_position)


def _position(trip: Trip) -> tuple[int, int, int]:
    first = trip.tellings[0]
    spot = first.goal or first.source
    return (first.leg.paragraph, first.leg.trigger.i, spot.start if spot is not None else 0)


def _agree(trip: Trip, telling: Telling) -> bool:
    """A plan and a fact are one movement only where a time, or a noun for the known visit, ties them."""
    others = trip.tellings[:_ALIKE]
    if not all(_times_agree(other.when, telling.when) for other in others):
        return False
    if telling.leg.trigger.pos_ == "NOUN" or all(other.leg.trigger.pos_ == "NOUN" for other in others):
        return True
    return any(
        other.is_real == telling.is_real or (_is_dated(other.when) and _is_dated(telling.when))
        for other in others
    )


def _is_dated(when: Interval | None) -> bool:
    return when is not None and when.earliest is not None and when.latest is not None


def _times_agree(a: Interval | None, b: Interval | None) -> bool:
    if (
        a is None
        or b is None
        or a.earliest is None
        or b.earliest is None
        or a.latest is None
        or b.latest is None
    ):
        return True
    return a.earliest[:10] <= b.latest[:10] and b.earliest[:10] <= a.latest[:10]


def _may_follow(trip: Trip, lead: Telling) -> bool:
    """Whether a trip, as real as a setting off, was not over before it."""
    begun = lead.when.earliest[:10] if lead.when is not None and lead.when.earliest else None
    ends = [t.when.latest[:10] for t in trip.tellings[:_ALIKE] if t.when is not None and t.when.latest]
    alike = any(other.is_real == lead.is_real for other in trip.tellings[:_ALIKE])
    return alike and (begun is None or all(begun <= end for end in ends))


def _with_departures(trips: list[Trip]) -> list[Trip]:
    """The trips, those that only leave a place joined to the one that goes on from there."""
    kept = [trip for trip in trips if goal_of(trip.lead) is not None]
    for trip in trips:
        lead = trip.lead
        if goal_of(lead) is not None:
            continue
        onward = next((t for t in kept if _starts_with(t, lead)), None)
        onward = onward or _next(kept, lead) or _begun(kept, lead)
        if onward is None:
            kept.append(trip)
        else:
            onward.tellings += trip.tellings
    return kept


def _starts_with(trip: Trip, lead: Telling) -> bool:
    """Whether a setting off is where a trip is told to start, be its arrival still ahead."""
    if source_of(lead) not in map(source_of, trip.tellings):
        return False
    return _may_follow(trip, lead) or (lead.is_real and _is_awaited(trip, lead))


def _is_awaited(trip: Trip, lead: Telling) -> bool:
    """Whether who has set off is said to be due: "left Lima on Monday and is expected in Paris"."""
    told = trip.lead.leg
    near = 0 <= told.paragraph - lead.leg.paragraph <= 1 and told.status is Status.PLANNED
    arriving = told.frame.goal >= WITHIN or Part.GOAL in told.frame.direct
    begun = lead.leg.frame.setting_off or lead.leg.trigger.tag_ == "VBG"
    return near and arriving and begun and told.trigger.lemma_ not in _TIMELESS


def _next(trips: Sequence[Trip], lead: Telling) -> Trip | None:
    """The trip that a setting off begins: the traveller's next, told close by, from no other place."""
    if not (lead.is_real and lead.leg.frame.setting_off and lead.source is not None):
        return None
    if lead.source.kind not in {PlaceKind.CITY, PlaceKind.FACILITY}:
        return None
    begins = (lead.leg.paragraph, lead.leg.trigger.i)
    later = [t for t in trips if (t.lead.leg.paragraph, t.lead.leg.trigger.i) > begins]
    found = min(later, key=_position, default=None)
    if found is None or found.lead.leg.paragraph - lead.leg.paragraph > 1 or _is_earlier(found.lead, lead):
        return None
    follows = _may_follow(found, lead) if found.lead.is_real else _is_awaited(found, lead)
    return found if follows and not any(map(source_of, found.tellings)) else None


def _begun(trips: Sequence[Trip], lead: Telling) -> Trip | None:
    """The trip whose start is told after it: "was bound for Lima. It had left Paris on Monday"."""
    trigger = lead.leg.trigger
    told_back = trigger.dep_ == "relcl" or any(c.lower_ == "had" for c in children(trigger, "aux"))
    if not (told_back and lead.is_real and lead.source is not None):
        return None
    begins = (lead.leg.paragraph, lead.leg.trigger.i)
    before = [t for t in trips if (t.lead.leg.paragraph, t.lead.leg.trigger.i) < begins and t.lead.is_real]
    found = max(before, key=_position, default=None)
    if found is None or lead.leg.paragraph - found.lead.leg.paragraph > _NEARBY_PARAGRAPHS:
        return None
    started = any(map(source_of, found.tellings)) or goal_of(found.lead) == source_of(lead)
    return None if started or not _may_follow(found, lead) else found


def _is_earlier(other: Telling, lead: Telling) -> bool:
    """Whether a leg is what one set off after: "left Cairo after a trip that took her to Israel"."""
    above = list(climb(other.leg.trigger))
    return lead.leg.trigger in above and any(t.lower_ in {"after", "following"} for t in above)


def _narrowed(trips: list[Trip], places: Mapping[str, Place]) -> list[Trip]:
    """The most specific place wins: a trip to a country joins the one as certain to a place in it."""
    kept = list(trips)
    for wide in trips:
        inside = [t for t in kept if t is not wide and _is_inside(t, wide, places) and _are_alike(t, wide)]
        if len(inside) != 1 or not all(_agree(inside[0], telling) for telling in wide.tellings):
            continue
        narrow = inside[0]
        merged = sorted([*wide.tellings, *narrow.tellings], key=lambda t: (t.leg.paragraph, t.leg.trigger.i))
        narrow.lead_index = merged.index(narrow.lead)
        narrow.tellings = merged
        kept.remove(wide)
    return kept


def _are_alike(a: Trip, b: Trip) -> bool:
    """Whether two trips are as sure, and by no two ways of travel."""
    ways = {t.leg.mode for trip in (a, b) for t in trip.tellings} - {Mode.UNKNOWN}
    return len(ways) <= 1 and _equally_sure(a, b)


def _equally_sure(a: Trip, b: Trip) -> bool:
    if a.lead.is_real or b.lead.is_real:
        return a.lead.is_real and b.lead.is_real
    return a.lead.leg.status is b.lead.leg.status


def _is_inside(narrow: Trip, wide: Trip, places: Mapping[str, Place]) -> bool:
    inner, outer = places.get(goal_of(narrow.lead) or ""), places.get(goal_of(wide.lead) or "")
    if inner is None or outer is None or inner is outer:
        return False
    if outer.kind is PlaceKind.AREA and (outer.radius_km or 0) >= _CONTINENT_KM:
        return inner.kind is not PlaceKind.AREA and distance_km(inner, outer) <= (outer.radius_km or 0)
    if outer.kind is not PlaceKind.COUNTRY or inner.kind in _WIDE:
        return False
    return inner.country is not None and inner.country == outer.country


def _add_starts(tellings: Sequence[Telling], by_traveller: Mapping[str, list[Trip]]) -> None:
    """Give each loose start to the traveller's nearest trip, if as real and by no other way of travel."""
    for telling in tellings:
        if not telling.is_loose:
            continue
        near = [
            trip
            for trip in by_traveller.get(telling.who.name.lower(), ())
            if trip.lead.is_real == telling.is_real
            and (
                not telling.leg.is_called_off
                or _position(trip) < (telling.leg.paragraph, telling.leg.trigger.i, 0)
            )
            and abs(trip.lead.leg.paragraph - telling.leg.paragraph) <= _NEARBY_PARAGRAPHS
            and all(other.leg.mode in {Mode.UNKNOWN, telling.leg.mode} for other in trip.tellings)
        ]
        if near:
            best = min(near, key=lambda trip: abs(trip.lead.leg.paragraph - telling.leg.paragraph))
            best.tellings.append(telling)
