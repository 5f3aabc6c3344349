"""A first draft of the story's chapters: what took or takes place around the same days is told as one.

What has no time is in none, and what nobody can show on a map makes none. A person may edit the draft.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from geo.model import Chapter, Event, Interval, Journey, Place, Status, View
from geo.story.archive import Archive
from geo.story.containment import is_point
from geo.story.intervals import Period, period, travel_period
from geo.story.slugs import numbered, slug

GAP_DAYS = 2
"""Days without anything that end a chapter."""
VAGUE_DAYS = 10
"""A time wider than this ("in July", "in 2019") does not hold days together; it is a chapter of its own."""
_MIN_SPAN_DEGREES, _MARGIN = 0.5, 1.4
_MAX_ZOOM = 9.0


@dataclass(frozen=True, slots=True)
class _Scene:
    """A journey or an event with its days."""

    days: Period
    fact: Journey | Event

    @property
    def is_vague(self) -> bool:
        return self.days.days > VAGUE_DAYS


def draft_chapters(
    journeys: Sequence[Journey], events: Sequence[Event], archive: Archive
) -> tuple[Chapter, ...]:
    """The chapters, in order of time."""
    groups: list[list[_Scene]] = []
    for scene in sorted(_scenes(journeys, events), key=lambda scene: (scene.days, scene.fact.id)):
        if groups and _continues(groups[-1], scene):
            groups[-1].append(scene)
        else:
            groups.append([scene])
    groups = [group for group in groups if any(_places(scene.fact, archive) for scene in group)]
    groups = [group for group in groups if not _is_background(group)] or groups
    titles = [_title(group, archive) for group in groups]
    ids = numbered(map(slug, titles))
    return tuple(
        Chapter(
            id=chapter_id,
            title=title,
            time=_time(group),
            journeys=tuple(scene.fact.id for scene in group if isinstance(scene.fact, Journey)),
            events=tuple(scene.fact.id for scene in group if isinstance(scene.fact, Event)),
            view=_view(group, archive),
            evidence=tuple(dict.fromkeys(scene.fact.evidence[0] for scene in group)),
        )
        for chapter_id, title, group in zip(ids, titles, groups, strict=True)
    )


def _scenes(journeys: Iterable[Journey], events: Iterable[Event]) -> Iterable[_Scene]:
    for journey in journeys:
        if (days := travel_period(journey.depart, journey.arrive)) and _is_bounded(days):
            yield _Scene(days, journey)
    for event in events:
        if (days := period(event.time)) and _is_bounded(days):
            yield _Scene(days, event)


def _is_bounded(days: Period) -> bool:
    return date.min.toordinal() <= days.first and days.last <= date.max.toordinal()


def _continues(group: Sequence[_Scene], scene: _Scene) -> bool:
    if scene.is_vague or group[0].is_vague:
        return scene.days == group[0].days
    return scene.days.first <= max(earlier.days.last for earlier in group) + GAP_DAYS


def _is_background(group: Sequence[_Scene]) -> bool:
    """Whether nobody travels and no day is told: "since the invasion in 2022"."""
    return group[0].is_vague and not any(isinstance(scene.fact, Journey) for scene in group)


def _title(group: Sequence[_Scene], archive: Archive) -> str:
    """What is best told of the group: the journey with the most claims, else the event."""

    def weight(scene: _Scene) -> tuple[bool, int, bool]:
        journey = isinstance(scene.fact, Journey)
        return (journey, len(scene.fact.claims), scene.fact.status is Status.HAPPENED)

    fact = max(group, key=weight).fact
    title = fact.what if isinstance(fact, Event) else _way(fact, archive)
    return title[:1].upper() + title[1:]


def _way(fact: Journey, archive: Archive) -> str:
    start, goal = archive.place(fact.from_place), archive.place(fact.to_place)
    way = f" from {start.name}" if start else ""
    return f"{fact.traveller}{way}" + (f" to {goal.name}" if goal else "")


def _time(group: Sequence[_Scene]) -> Interval:
    first = date.fromordinal(min(scene.days.first for scene in group))
    last = date.fromordinal(max(scene.days.last for scene in group))
    return Interval(earliest=first.isoformat(), latest=last.isoformat(), text=days_in_words(first, last))


def days_in_words(first: date, last: date) -> str:
    """Two days, both inclusive, as a caption has them: "10 to 13 September 2023", "July 2023", "2019"."""
    after = date.fromordinal(last.toordinal() + 1) if last < date.max else last
    if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1) and first.year == last.year:
        return str(last.year)
    if (first.year, first.month) == (last.year, last.month):
        if first.day == 1 and after.day == 1:
            return f"{_MONTHS[last.month - 1]} {last.year}"
        days = str(last.day) if first == last else f"{first.day} to {last.day}"
        return f"{days} {_MONTHS[last.month - 1]} {last.year}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day} {_MONTHS[first.month - 1]}{year} to {last.day} {_MONTHS[last.month - 1]} {last.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _view(group: Sequence[_Scene], archive: Archive) -> View | None:
    """Where to look to see the group's places; lands only if it has no towns."""
    places = [place for scene in group for place in _places(scene.fact, archive)]
    seen = [place for place in places if is_point(place)] or places
    if not seen:
        return None
    lats, lons = [place.lat for place in seen], _unwrapped([place.lon for place in seen])
    span = max(max(lons) - min(lons), 1.5 * (max(lats) - min(lats)), _MIN_SPAN_DEGREES)
    if not any(map(is_point, seen)):
        span = max(span, 20.0)
    middle_lon = (min(lons) + max(lons)) / 2
    return View(
        lat=(min(lats) + max(lats)) / 2,
        lon=(middle_lon + 180) % 360 - 180,
        zoom=min(_MAX_ZOOM, max(0.5, math.log2(360 / (span * _MARGIN)))),
    )


def _places(fact: Journey | Event, archive: Archive) -> list[Place]:
    ids = (fact.place,) if isinstance(fact, Event) else (fact.from_place, *fact.via, fact.to_place)
    return [place for place_id in ids if (place := archive.place(place_id))]


def _unwrapped(lons: Sequence[float]) -> list[float]:
    """The same meridians, on whichever side of 180 lets them lie closest together."""
    east = [lon % 360 for lon in lons]
    return min((list(lons), east), key=lambda choice: max(choice) - min(choice))
