"""A story to what the player gets: the deck, and the data of timeline and excerpt. Knows no Streamlit.

Everything the browser shows is in the scene, in the order in which it is shown; times are minutes from
``epoch``. ``None`` stays ``None``: what no article says is not filled in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from geo.model import Article, Claim, Event, Journey, Place, Position, Role, Span, Status, Story, View
from geo.stage.axis import Axis, build_axis
from geo.stage.excerpts import Excerpt, excerpt
from geo.stage.layers import deck_json, path_minutes
from geo.stage.layers import lonlat as position_pair
from geo.stage.standing import FACTUAL, Step, steps, voices
from geo.stage.timing import Known, Run, bounds, epoch_for, event_window, minutes, run
from geo.stage.view import heart, overview

SCENE_VERSION = 1
HUES = 7
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What every row of one story needs."""

    story: Story
    epoch: datetime
    articles: Mapping[str, Article]
    published: Mapping[str, float | None]
    voices: Mapping[str, str]


def build_scene(story: Story, *, view: View | None = None) -> Row:
    """The whole scene as JSON-ready values; equal stories give equal scenes.

    Args:
        story: What is known.
        view: Where the map looks first; by default at the heart of the story.
    """
    epoch = epoch_for(_moments(story))
    frame = _Frame(
        story=story,
        epoch=epoch,
        articles={article.id: article for article in story.articles},
        published={article.id: _published(article, epoch) for article in story.articles},
        voices=voices(story.articles, story.origins),
    )
    travellers = _travellers(story.journeys)
    excerpts = _Excerpts(frame.articles)
    runs = {journey.id: run(journey, epoch) for journey in story.journeys}
    journeys = [_journey_row(journey, runs[journey.id], frame, excerpts) for journey in story.journeys]
    events = [_event_row(event, frame, excerpts) for event in story.events]
    places = _shown_places(story)
    trips = _trips(story.journeys, runs, travellers)
    home = _heart(places, story)
    first = view or overview(home)
    axis = _axis(runs.values(), events, frame.published.values())
    return {
        "version": SCENE_VERSION,
        "epoch": epoch.isoformat(timespec="minutes"),
        "story": {
            "id": story.id,
            "title": story.title,
            "articles": len(story.articles),
            "origins": len(set(frame.voices.values())),
            "as_of": max(
                (article.published for article in story.articles if article.published), default=None
            ),
        },
        "axis": _axis_row(axis),
        "travellers": [
            {"name": name, "hue": index + 1 if index < HUES else None} for name, index in travellers.items()
        ],
        "places": [_place_row(place, frame, excerpts) for place in places],
        "journeys": [{**row, "traveller": travellers[row["who"]]} for row in journeys],
        "events": events,
        "excerpts": excerpts.rows,
        "articles": [_article_row(article, frame) for article in story.articles],
        "problems": [{"what": problem.what, "advice": problem.advice} for problem in story.problems],
        "home": [] if view else [position_pair(position) for position in home],
        "view": {"lat": first.lat, "lon": first.lon, "zoom": first.zoom},
        "deck": json.loads(deck_json(places, trips, first)),
    }


def scene_json(story: Story, *, view: View | None = None) -> str:
    """The scene as compact JSON, the same bytes for the same story."""
    return json.dumps(build_scene(story, view=view), ensure_ascii=False, separators=(",", ":"))


class _Excerpts:
    """Sentences by number; a sentence with the same marks is kept once."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles
        self._numbers: dict[Excerpt, int] = {}
        self.rows: list[Row] = []

    def numbers(self, evidence: Iterable[Span]) -> list[int]:
        """One number per sentence that holds evidence, in the order given."""
        by_article: dict[str, list[Span]] = {}
        for span in evidence:
            by_article.setdefault(span.article, []).append(span)
        found: list[int] = []
        for article, spans in by_article.items():
            left = sorted(spans)
            while left:
                piece = excerpt(self._articles[article], left)
                end = piece.start + len(piece.text)
                left = [span for span in left if not (piece.start <= span.start and span.end <= end)]
                found.append(self._number(piece))
        return list(dict.fromkeys(found))

    def _number(self, piece: Excerpt) -> int:
        if piece not in self._numbers:
            self._numbers[piece] = len(self.rows)
            marks = [list(mark) for mark in piece.marks]
            self.rows.append(
                {"article": piece.article, "start": piece.start, "text": piece.text, "marks": marks}
            )
        return self._numbers[piece]


def _moments(story: Story) -> Iterable[datetime]:
    for journey in story.journeys:
        for interval in (journey.depart, journey.arrive):
            yield from bounds(interval) or ()
    for event in story.events:
        yield from bounds(event.time) or ()
    for article in story.articles:
        if article.published and (when := _day(article.published)):
            yield when


def _day(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _published(article: Article, epoch: datetime) -> float | None:
    when = _day(article.published) if article.published else None
    return None if when is None else minutes(when, epoch)


def _travellers(journeys: Sequence[Journey]) -> dict[str, int]:
    """Names in the order of their hues: who travels most first, then who comes first."""
    counts: dict[str, int] = {}
    for journey in journeys:
        counts[journey.traveller] = counts.get(journey.traveller, 0) + 1
    ordered = sorted(counts, key=lambda name: -counts[name])  # sorted is stable: ties keep the story's order
    return {name: index for index, name in enumerate(ordered)}


def _shown_places(story: Story) -> tuple[Place, ...]:
    """Places with a literal mention, or that a journey or an event names; nothing else puts a mark."""
    shown = {mention.place for mention in story.mentions if mention.role is Role.LITERAL}
    for journey in story.journeys:
        shown.update((journey.from_place, journey.to_place, *journey.via))
    shown.update(event.place for event in story.events)
    return tuple(place for place in story.places if place.id in shown)


SPOT_RADIUS_KM = 150.0
"""A place known worse than this (a country, a sea) is named on the map, but nobody stands there."""


def _is_spot(place: Place) -> bool:
    return place.radius_km <= SPOT_RADIUS_KM


def _heart(places: Sequence[Place], story: Story) -> tuple[Position, ...]:
    """What the first view shows: the spots of journeys and events, each weighing as its claims do."""
    spots = {place.id: place.position for place in places if _is_spot(place)}
    weights: dict[Position, float] = {}
    for journey in story.journeys:
        ends = {journey.from_place, journey.to_place}
        for spot in sorted(spots[end] for end in ends if end in spots):
            weights[spot] = weights.get(spot, 0.0) + len(journey.claims)
    for event in story.events:
        if event.place in spots:
            spot = spots[event.place]
            weights[spot] = weights.get(spot, 0.0) + max(1, len(event.claims))
    return heart(weights) or tuple(spots.values()) or tuple(place.position for place in places)


def _trips(
    journeys: Sequence[Journey], runs: Mapping[str, Run | None], travellers: Mapping[str, int]
) -> list[Row]:
    rows = []
    for journey in journeys:
        when = runs[journey.id]
        if len(journey.path) < 2:
            continue
        start, end = (when.start, when.end) if when else (0.0, 0.0)
        rows.append(
            {
                "id": journey.id,
                "traveller": travellers[journey.traveller],
                "path": [position_pair(position) for position in journey.path],
                "minutes": path_minutes(journey.path, start, end),
            }
        )
    return rows


def _journey_row(journey: Journey, when: Run | None, frame: _Frame, excerpts: _Excerpts) -> Row:
    known = steps(journey.claims, frame.published, frame.voices)
    claims = sorted(journey.claims, key=lambda claim: _vagueness(claim, journey))
    return {
        "id": journey.id,
        "who": journey.traveller,
        "companions": list(journey.companions),
        "mode": journey.mode,
        "from": journey.from_place,
        "to": journey.to_place,
        "via": list(journey.via),
        "status": journey.status,
        "km": None if journey.path_km is None else round(journey.path_km),
        "basis": journey.path_basis,
        "run": None if when is None else _run_row(when),
        "ghost": _ghost_from(known, journey.status, when),
        "when": _words(journey.depart, journey.arrive),
        **_support(claims, journey.evidence, known, frame, excerpts),
    }


def _vagueness(claim: Claim, journey: Journey) -> int:
    """How much of the journey a claim leaves open: the sentence that tells most is shown first."""
    told = (
        claim.from_place == journey.from_place,
        claim.to_place == journey.to_place,
        claim.mode is journey.mode,
        claim.depart is not None or claim.arrive is not None,
    )
    return -sum(told)


def _event_row(event: Event, frame: _Frame, excerpts: _Excerpts) -> Row:
    when = event_window(event, frame.epoch)
    known = steps(event.claims, frame.published, frame.voices)
    return {
        "id": event.id,
        "what": event.what,
        "kind": event.kind,
        "place": event.place,
        "people": list(event.people),
        "status": event.status,
        "window": None if when is None else [when.early, when.late],
        "when": _words(event.time),
        **_support(event.claims, event.evidence, known, frame, excerpts),
    }


def _support(
    claims: Sequence[Claim],
    evidence: Sequence[Span],
    known: Sequence[Step],
    frame: _Frame,
    excerpts: _Excerpts,
) -> Row:
    """Who says so: sentences (those that say what is now believed first), counts, and what was known when."""
    status = known[-1].status if known else None
    ordered = sorted(claims, key=lambda claim: claim.status is not status)
    spans = [span for claim in ordered for span in claim.evidence] or list(evidence)
    articles = {span.article for span in spans}
    return {
        "excerpts": excerpts.numbers(spans),
        "sources": sorted(articles),
        "articles": len(articles),
        "origins": len({frame.voices[article] for article in articles}),
        "known": [[step.minute, step.status, step.articles, step.origins] for step in known],
    }


def _ghost_from(known: Sequence[Step], status: Status, when: Run | None) -> float | str | None:
    """From when a plan is shown ahead of the fact; ``"always"`` if no article dates the plan."""
    plans = [step for step in known if step.status not in FACTUAL]
    if not plans and status not in FACTUAL:
        return "always"
    if not plans:
        return None
    first = plans[0].minute
    if first is None:
        return "always"
    if when is not None and status in FACTUAL and first >= when.start:
        return None
    return first


def _run_row(when: Run) -> Row:
    return {"start": when.start, "end": when.end, "early": when.early, "late": when.late, "known": when.known}


def _words(*intervals: Any) -> str | None:  # noqa: ANN401 - Interval | None, joined as reported
    told = [interval.text for interval in intervals if interval is not None]
    return " to ".join(dict.fromkeys(told)) or None


def _place_row(place: Place, frame: _Frame, excerpts: _Excerpts) -> Row:
    spans = [
        mention.span
        for mention in frame.story.mentions
        if mention.place == place.id and mention.role is Role.LITERAL
    ]
    articles = {span.article for span in spans}
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "position": position_pair(place.position),
        "radius_km": place.radius_km,
        "spot": _is_spot(place),
        "country": place.country,
        "basis": place.basis,
        "confidence": place.confidence,
        "alternatives": [_alternative(other) for other in place.alternatives[:3]],
        "excerpts": excerpts.numbers(spans),
        "sources": sorted(articles),
        "articles": len(articles),
        "origins": len({frame.voices[article] for article in articles}),
    }


def _alternative(place: Place) -> Row:
    return {"name": place.name, "country": place.country, "confidence": place.confidence}


def _article_row(article: Article, frame: _Frame) -> Row:
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "agency": article.agency,
        "published": article.published,
        "basis": article.published_basis,
        "minute": frame.published[article.id],
        "origin": frame.voices[article.id],
        "url": article.url,
    }


def _axis(runs: Iterable[Run | None], events: Sequence[Row], published: Iterable[float | None]) -> Axis:
    moving: list[tuple[float, float]] = []
    dated = [(minute, minute + 1) for minute in published if minute is not None]
    for when in runs:
        if when is not None:
            (dated if when.known is Known.WITHIN else moving).append((when.early, when.late))
    dated += [(row["window"][0], row["window"][1]) for row in events if row["window"]]
    return build_axis(moving, dated)


def _axis_row(axis: Axis) -> Row:
    return {"stops": [list(stop) for stop in axis.stops], "folds": list(axis.folds), "seconds": axis.seconds}


def iso(epoch: datetime, minute: float) -> str:
    """The date-time of a scene's minute."""
    return (epoch + timedelta(minutes=minute)).isoformat(timespec="minutes")
