"""Where articles differ about one thing, and why: another measure, a closer look, a later state, a conflict.

Silence is not disagreement: an article that does not tell a value takes no side, and one that tells it twice,
loosely and closely, takes the closer one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from types import MappingProxyType

from geo.model import (
    Claim,
    Disagreement,
    DisagreementKind,
    Distance,
    Event,
    Interval,
    Journey,
    Mode,
    ReportedValue,
    Span,
    Status,
    Verdict,
)
from geo.story.archive import Archive, overall_status, unique
from geo.story.containment import contains, depth
from geo.story.distances import same_ends
from geo.story.intervals import AHEAD, DATE_LINE_SLACK, period

CONFLICT, MEASURE = DisagreementKind.CONFLICT, DisagreementKind.DIFFERENT_MEASURE
REFINEMENT, UPDATE = DisagreementKind.REFINEMENT, DisagreementKind.UPDATE
_JOURNEY_WORDS: Mapping[str, str] = MappingProxyType(
    {"from_place": "start", "to_place": "destination", "depart": "departure", "arrive": "arrival"}
)
_EVENT_WORDS: Mapping[str, str] = MappingProxyType({"to_place": "place", "arrive": "time"})
"""What the fields of a claim are called, for a journey and for an event."""
_PLACE_FIELDS = frozenset({"from_place", "to_place"})


@dataclass(slots=True)
class _Side:
    """A value and who reports it."""

    articles: list[str] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)

    def add(self, claim: Claim) -> None:
        self.articles.append(claim.article)
        self.evidence.extend(claim.evidence)


@dataclass(frozen=True, slots=True)
class _Finding:
    """A disagreement before it has an id."""

    about: str
    matter: str
    kind: DisagreementKind
    values: tuple[ReportedValue, ...]
    explanation: str


def find_disagreements(
    distances: Sequence[Distance], journeys: Sequence[Journey], events: Sequence[Event], archive: Archive
) -> tuple[Disagreement, ...]:
    """What the articles disagree about: measured distances, then journeys, then events."""
    findings = [
        *_distance_findings(distances, archive),
        *(found for journey in journeys for found in _claim_findings(journey, _JOURNEY_WORDS, archive)),
        *(found for event in events for found in _claim_findings(event, _EVENT_WORDS, archive)),
    ]
    return tuple(
        Disagreement(
            id=f"{found.about}:{found.matter}",
            about=found.about,
            kind=found.kind,
            values=found.values,
            explanation=found.explanation,
        )
        for found in findings
    )


def _distance_findings(distances: Sequence[Distance], archive: Archive) -> Iterator[_Finding]:
    for a, b in combinations(distances, 2):
        if same_ends(a, b, archive):
            kind, explanation = _why_apart(a, b, archive)
            values = tuple(
                ReportedValue(
                    value=_reported(distance),
                    articles=unique(span.article for span in distance.evidence),
                    evidence=distance.evidence,
                )
                for distance in (a, b)
            )
            yield _Finding(a.id, b.id, kind, values, explanation)


def _why_apart(a: Distance, b: Distance, archive: Archive) -> tuple[DisagreementKind, str]:
    mine, theirs = _measure(a), _measure(b)
    if mine and theirs and mine != theirs:
        return MEASURE, f"{_reported(a)} is {mine}, {_reported(b)} is {theirs}."
    ends = " and ".join(_name(end, archive) for end in (a.from_place, a.to_place))
    measured = f"; the straight line is {a.straight_km:.0f} km" if a.straight_km is not None else ""
    return CONFLICT, f"{_reported(a)} and {_reported(b)} cannot both hold between {ends}{measured}."


def _measure(distance: Distance) -> str | None:
    """What a distance measures in words, with the measured kilometres; ``None`` if it fits nothing."""
    if distance.verdict is Verdict.STRAIGHT_LINE and distance.straight_km is not None:
        return f"the straight line ({distance.straight_km:.0f} km)"
    if distance.verdict is Verdict.ROUTE and distance.routes_km:
        mode, length_km = min(distance.routes_km, key=lambda route: abs(route[1] - distance.km))
        way = "sea" if mode is Mode.SEA else mode.value
        return f"the way by {way} ({length_km:.0f} km)"
    return None


def _reported(distance: Distance) -> str:
    about = "about " if distance.approximate else ""
    unit = distance.unit if distance.value == 1 else f"{distance.unit}s"
    return f"{about}{distance.value:,g} {unit}"


def _claim_findings(fact: Journey | Event, words: Mapping[str, str], archive: Archive) -> Iterator[_Finding]:
    """What the claims on one journey or event disagree about, at most one finding a matter."""
    about, claims = fact.id, fact.claims
    yield from _status_findings(about, claims, archive)
    for name, word in words.items():
        if name in _PLACE_FIELDS:
            yield from _place_findings(about, claims, name, word, archive)
        else:
            yield from _time_findings(about, claims, name, word)
    modes = _sides(claims, lambda claim: None if claim.mode is Mode.UNKNOWN else claim.mode.value)
    if len(modes) > 1 and len(_by_article(claims)) > 1:
        yield _finding(about, "mode", CONFLICT, modes, f"Told as travel by {_listed(modes)}.")


def _status_findings(about: str, claims: Sequence[Claim], archive: Archive) -> Iterator[_Finding]:
    states = {id(group[0]): overall_status(group, archive).value for group in _by_article(claims)}
    firsts = [group[0] for group in _by_article(claims)]
    sides = _sides(firsts, lambda claim: states[id(claim)])
    statuses = [Status(value) for value in sides]
    denied = Status.DENIED in statuses
    if denied and len(statuses) > 1:
        yield _finding(about, "status", CONFLICT, sides, "Some reports deny it.")
    elif any(status in AHEAD for status in statuses) and any(status not in AHEAD for status in statuses):
        ahead = _listed([status.value for status in statuses if status in AHEAD])
        real = _listed([status.value for status in statuses if status not in AHEAD])
        explanation = f"First reported as {ahead}, then as {real}."
        yield _finding(about, "status", UPDATE, sides, explanation)


def _place_findings(
    about: str, claims: Sequence[Claim], name: str, word: str, archive: Archive
) -> Iterator[_Finding]:
    told = (
        max(group, key=lambda claim: depth(archive.place(getattr(claim, name))))
        for group in _by_article(claims)
    )
    sides = _sides(told, lambda claim: getattr(claim, name))
    if len(sides) < 2:
        return
    places = [archive.places[place_id] for place_id in sides]
    is_nested = all(contains(a, b) or contains(b, a) for a, b in combinations(places, 2))
    named = {archive.places[place_id].name: side for place_id, side in sides.items()}
    if len(named) < 2:
        return
    if is_nested:
        explanation = f"The {word} is told more and less precisely: {_listed(named)}."
        yield _finding(about, word, REFINEMENT, named, explanation)
    else:
        yield _finding(about, word, CONFLICT, named, f"The {word} is told as {_listed(named)}.")


def _time_findings(about: str, claims: Sequence[Claim], name: str, word: str) -> Iterator[_Finding]:
    """Times that cannot be one; what is planned and what happened are compared as an update."""
    told = [claim for claim in claims if period(getattr(claim, name))]
    if len(_by_article(told)) < 2:
        return
    apart = [pair for pair in combinations(told, 2) if not _overlap(*pair, name)]
    if not apart:
        return
    differing = [claim for claim in told if any(claim in pair for pair in apart)]
    sides = _sides(differing, lambda claim: _time_words(getattr(claim, name)))
    if len(sides) < 2:
        return
    if any((a.status in AHEAD) != (b.status in AHEAD) for a, b in apart):
        yield _finding(about, word, UPDATE, sides, f"The {word} is not the one that was planned.")
    elif all(_is_a_day_apart(*pair, name) for pair in apart):
        explanation = f"The {word} dates are a day apart, as local and UTC dates or two time zones are."
        yield _finding(about, word, MEASURE, sides, explanation)
    else:
        yield _finding(about, word, CONFLICT, sides, f"The {word} is told as {_listed(sides)}.")


def _overlap(a: Claim, b: Claim, name: str) -> bool:
    mine, theirs = period(getattr(a, name)), period(getattr(b, name))
    return mine is None or theirs is None or mine.overlaps(theirs)


def _is_a_day_apart(a: Claim, b: Claim, name: str) -> bool:
    mine, theirs = period(getattr(a, name)), period(getattr(b, name))
    if mine is None or theirs is None or max(mine.days, theirs.days) > DATE_LINE_SLACK:
        return False
    return mine.overlaps(theirs, DATE_LINE_SLACK)


def _time_words(interval: Interval) -> str:
    first, last = interval.earliest, interval.latest
    if first == last or last is None or first is None:
        return str(first or last)
    return f"{first} to {last}"


def _by_article(claims: Iterable[Claim]) -> list[list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.article, []).append(claim)
    return list(groups.values())


def _sides(claims: Iterable[Claim], value: Callable[[Claim], str | None]) -> dict[str, _Side]:
    sides: dict[str, _Side] = {}
    for claim in claims:
        told = value(claim)
        if told is not None:
            sides.setdefault(told, _Side()).add(claim)
    return sides


def _finding(
    about: str, matter: str, kind: DisagreementKind, sides: Mapping[str, _Side], explanation: str
) -> _Finding:
    values = tuple(
        ReportedValue(value=value, articles=unique(side.articles), evidence=unique(side.evidence))
        for value, side in sides.items()
    )
    return _Finding(about, matter, kind, values, explanation)


def _listed(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def _name(place_id: str | None, archive: Archive) -> str:
    place = archive.place(place_id)
    return place.name if place else "an unnamed place"
