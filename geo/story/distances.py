"""Distances told by several articles, as one each: the same two ends and the same rounded number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo.model import Distance, Place
from geo.story.archive import Archive, unique
from geo.story.containment import deepest, nested
from geo.story.slugs import numbered, slug

SAME_VALUE = 0.03
"""Share by which two roundings of one number differ: "425 miles" and "680 kilometers" are 0.6 % apart."""


def merge_distances(distances: Sequence[Distance], archive: Archive) -> tuple[Distance, ...]:
    """One distance for each number between two ends, in the order of the articles, with all evidence kept."""
    groups: list[list[Distance]] = []
    for distance in distances:
        group = next((group for group in groups if _same(group[0], distance, archive)), None)
        if group is None:
            groups.append([distance])
        else:
            group.append(distance)
    merged = [_merged(group, archive) for group in groups]
    names = numbered(_name(distance, archive) for distance in merged)
    return tuple(replace(distance, id=name) for distance, name in zip(merged, names, strict=True))


def same_ends(a: Distance, b: Distance, archive: Archive) -> bool:
    """Whether two distances are told between the same ends, in either order; unknown ends are not."""
    mine, theirs = _ends(a, archive), _ends(b, archive)
    if None in (*mine, *theirs):
        return False
    return any(all(map(nested, mine, order)) for order in (theirs, theirs[::-1]))


def _same(a: Distance, b: Distance, archive: Archive) -> bool:
    return same_ends(a, b, archive) and abs(a.km - b.km) <= SAME_VALUE * max(a.km, b.km)


def _ends(distance: Distance, archive: Archive) -> tuple[Place | None, Place | None]:
    return archive.place(distance.from_place), archive.place(distance.to_place)


def _merged(group: Sequence[Distance], archive: Archive) -> Distance:
    """The first telling, with the most precise ends that any tells and the evidence of all."""
    first = group[0]
    start, goal = _ends(first, archive)
    for other in group[1:]:
        there, here = _ends(other, archive)
        if not (nested(start, there) and nested(goal, here)):
            there, here = here, there
        start, goal = deepest((start, there)), deepest((goal, here))
    return replace(
        first,
        evidence=unique(span for distance in group for span in distance.evidence),
        approximate=all(distance.approximate for distance in group),
        direction=first.direction,
        from_place=start.id if start else None,
        to_place=goal.id if goal else None,
    )


def _name(distance: Distance, archive: Archive) -> str:
    ends: Iterable[Place | None] = _ends(distance, archive)
    names = [place.name for place in ends if place]
    return slug(" ".join([*names, f"{distance.value:g}", distance.unit]))
