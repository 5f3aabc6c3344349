"""Events told by several articles, as one each: the same kind of thing, place, day and people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.model import Claim, Event, Status
from geo.story.archive import Archive, overall_status, unique
from geo.story.containment import deepest, nested
from geo.story.identity import Traveller, best_name, identify
from geo.story.intervals import AHEAD, DATE_LINE_SLACK, implied_period, narrowest, period
from geo.story.slugs import numbered, slug

MAX_WORDS = 12
"""As many words fit on the mark of an event."""
_People = Mapping[tuple[str, str], int]


def merge_events(events: Sequence[Event], archive: Archive) -> tuple[Event, ...]:
    """One event for each thing that took or takes place, in order of time, undated ones last."""
    people = _people(events)
    best = _best_names(events, people)
    groups: list[list[Event]] = []
    # the clear ones first, so that "the meeting at the university" finds whose meeting it is
    for event in sorted(events, key=lambda event: (not event.people, event.time is None)):
        group = next((group for group in groups if _belongs(event, group, people, archive)), None)
        if group is None:
            groups.append([event])
        else:
            group.append(event)
    merged = sorted((_merged(group, people, best, archive) for group in groups), key=_when)
    ids = numbered(map(_wanted_id, merged))
    return tuple(replace(event, id=event_id) for event, event_id in zip(merged, ids, strict=True))


def claims_of(event: Event) -> tuple[Claim, ...]:
    """What the articles say of an event: its claims, or one made of its own fields."""
    if event.claims:
        return event.claims
    return (
        Claim(
            article=event.evidence[0].article,
            status=event.status,
            evidence=event.evidence,
            to_place=event.place,
            arrive=event.time,
        ),
    )


def _people(events: Sequence[Event]) -> _People:
    """The number of each person by article and name."""
    named = sorted({(event.evidence[0].article, name) for event in events for name in event.people})
    numbers = identify([Traveller(article, (name,)) for article, name in named])
    return dict(zip(named, numbers, strict=True))


def _belongs(event: Event, group: Sequence[Event], people: _People, archive: Archive) -> bool:
    """Whether nothing speaks against an event being the one of the group, and something for it."""
    links = [_link(event, other, people, archive) for other in group]
    return None not in links and any(links)


def _link(a: Event, b: Event, people: _People, archive: Archive) -> bool | None:
    """Whether people, or place and day, show that two are one event; ``None`` if they cannot be."""
    if a.kind != b.kind or not nested(archive.place(a.place), archive.place(b.place)):
        return None
    mine, theirs = ({people[event.evidence[0].article, name] for name in event.people} for event in (a, b))
    if not (mine <= theirs or theirs <= mine) or not _times_agree(a, b, archive):
        return None  # who met Kozlov did not, by that, meet Putin
    # without shared people, only the place and the day can tell that two parades are one
    return bool(mine & theirs) or (a.place is not None and b.place is not None) or _complete(a, b)


def _complete(a: Event, b: Event) -> bool:
    """Whether one article tells the same days of both, the place of one and the people of the other."""
    if a.evidence[0].article != b.evidence[0].article or a.time is None or b.time is None:
        return False
    same_days = (a.time.earliest, a.time.latest) == (b.time.earliest, b.time.latest)
    parted = (a.place is None) == bool(a.people) and (b.place is None) == bool(b.people)
    return same_days and parted and (a.status in AHEAD) == (b.status in AHEAD)


def _times_agree(a: Event, b: Event, archive: Archive) -> bool:
    if a.time is None and b.time is None:
        return (a.status in AHEAD) == (b.status in AHEAD)
    days = []
    for event in (a, b):
        published = archive.published(claims_of(event)[0])
        days.append(period(event.time) or implied_period(event.status, published))
    mine, theirs = days
    if mine is None or theirs is None:
        return True
    undated = a if a.time is None else b if b.time is None else None
    if undated is not None and undated.status is Status.HAPPENED and a.status in AHEAD | {b.status}:
        return a.status is b.status and mine.overlaps(theirs, DATE_LINE_SLACK)
    return mine.overlaps(theirs, DATE_LINE_SLACK)


def _merged(group: Sequence[Event], people: _People, names: Mapping[int, str], archive: Archive) -> Event:
    claims = sorted((claim for event in group for claim in claims_of(event)), key=archive.order)
    status = overall_status(claims, archive)
    best = [claim for claim in claims if claim.status is status]
    told_best = next((event for event in group if event.status is status), group[0])
    place = deepest(archive.place(claim.to_place) for claim in best) or deepest(
        archive.place(claim.to_place) for claim in claims
    )
    return replace(
        told_best,
        what=_best_words([event for event in group if event.status is status] or group),
        status=status,
        claims=tuple(claims),
        evidence=unique(span for claim in claims for span in claim.evidence),
        place=place.id if place else None,
        time=narrowest(claim.arrive for claim in best) or narrowest(claim.arrive for claim in claims),
        people=unique(
            names[people[event.evidence[0].article, name]] for event in group for name in event.people
        ),
    )


def _best_words(events: Sequence[Event]) -> str:
    """The words that name the most, of those that fit on a mark: "Eastern Economic Forum", not "a forum"."""
    fitting = [event.what for event in events if len(event.what.split()) <= MAX_WORDS]
    return max(fitting, key=_names_told) if fitting else events[0].what


def _names_told(words: str) -> int:
    return sum(word[0].isupper() for word in words.split()[1:]) + words[:1].isupper()


def _best_names(events: Sequence[Event], people: _People) -> dict[int, str]:
    """The best of the names that the articles give each person."""
    names: dict[int, list[str]] = {}
    for event in events:
        for name in event.people:
            names.setdefault(people[event.evidence[0].article, name], []).append(name)
    return {person: best_name(given) for person, given in names.items()}


def _wanted_id(event: Event) -> str:
    return slug(event.what if event.kind in event.what.lower() else f"{event.kind} {event.what}")


def _when(event: Event) -> tuple[object, ...]:
    days = period(event.time)
    return (days is None, days, event.evidence[0])
