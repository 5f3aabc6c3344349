"""A story to what the player gets: the deck, and the data of timeline and excerpt. Knows no Streamlit.

Everything the browser shows is in the scene, in the order in which it is shown; times are minutes from
``epoch``. ``None`` stays ``None``: what no article says is not filled in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from geo.model import Article, Chapter, Story, View
from geo.stage.axis import Axis, build_axis
from geo.stage.differences import difference_row
from geo.stage.frame import Frame, Row, frame_of, words_of
from geo.stage.layers import deck_json
from geo.stage.layers import lonlat as position_pair
from geo.stage.lengths import distance_row
from geo.stage.movers import event_row, journey_row, travellers_of, trip_rows
from geo.stage.opening import Opening, opening_of
from geo.stage.overtaken import overtakers
from geo.stage.spots import heart_of, place_row, shown_places
from geo.stage.theme import MAX_TRAVELLER_HUES
from geo.stage.timing import Known, Run, run
from geo.stage.view import overview

SCENE_VERSION = 1


def build_scene(story: Story, *, view: View | None = None) -> Row:
    """The whole scene as JSON-ready values; equal stories give equal scenes.

    Args:
        story: What is known.
        view: Where the map looks first; by default at the heart of the story.
    """
    frame = frame_of(story)
    travellers = travellers_of(story.journeys)
    runs = {journey.id: run(journey, frame.epoch) for journey in story.journeys}
    journeys = [journey_row(journey, runs[journey.id], frame) for journey in story.journeys]
    overtaken = overtakers(story.journeys, runs)
    events = [event_row(event, frame) for event in story.events]
    by_id = {place.id: place for place in story.places}
    distances = [distance_row(distance, by_id, frame) for distance in story.distances]
    places = shown_places(story)
    opening = opening_of(_starts(runs.values(), events), frame.published.values())
    home = heart_of(story, places, runs, opening)
    first = view or overview(home)
    return {
        "version": SCENE_VERSION,
        "epoch": frame.epoch.isoformat(timespec="minutes"),
        "story": _story_row(frame),
        "axis": _axis_row(_axis(runs.values(), events, frame.published.values(), opening)),
        "opening": None if opening is None else asdict(opening),
        "travellers": [
            {"name": name, "hue": index + 1 if index < MAX_TRAVELLER_HUES else None}
            for name, index in travellers.items()
        ],
        "places": [place_row(place, frame) for place in places],
        "journeys": [
            {**row, "traveller": travellers[row["who"]], "overtaken": overtaken.get(row["id"], [])}
            for row in journeys
        ],
        "events": events,
        "distances": distances,
        "chapters": [_chapter_row(chapter, frame) for chapter in story.chapters],
        "differences": [difference_row(each, frame) for each in story.disagreements],
        "excerpts": frame.quotes.rows,
        "articles": [_article_row(article, frame) for article in story.articles],
        "problems": [{"what": problem.what, "advice": problem.advice} for problem in story.problems],
        "home": [] if view else [position_pair(position) for position in home],
        "view": {"lat": first.lat, "lon": first.lon, "zoom": first.zoom},
        "deck": json.loads(deck_json(places, trip_rows(story.journeys, runs, travellers), first)),
    }


def scene_json(story: Story, *, view: View | None = None) -> str:
    """The scene as compact JSON, the same bytes for the same story."""
    return json.dumps(build_scene(story, view=view), ensure_ascii=False, separators=(",", ":"))


def iso(epoch: datetime, minute: float) -> str:
    """The date-time of a scene's minute."""
    return (epoch + timedelta(minutes=minute)).isoformat(timespec="minutes")


def _story_row(frame: Frame) -> Row:
    story = frame.story
    return {
        "id": story.id,
        "title": story.title,
        "articles": len(story.articles),
        "origins": len(set(frame.voices.values())),
        "as_of": max((article.published for article in story.articles if article.published), default=None),
    }


def _article_row(article: Article, frame: Frame) -> Row:
    names = {origin.id: origin.name for origin in frame.story.origins}
    voice = frame.voices[article.id]
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "agency": article.agency,
        "published": article.published,
        "basis": article.published_basis,
        "minute": frame.published[article.id],
        "origin": voice,
        "origin_name": names.get(voice, "unknown origin"),
        "url": article.url,
    }


def _chapter_row(chapter: Chapter, frame: Frame) -> Row:
    """A chapter; ``refs`` are the things of the scene that it tells."""
    return {
        "title": chapter.title,
        "window": frame.window(chapter.time),
        "when": words_of(chapter.time),
        "refs": [
            *(f"journey:{each}" for each in chapter.journeys),
            *(f"event:{each}" for each in chapter.events),
        ],
    }


def _axis(
    runs: Iterable[Run | None],
    events: Sequence[Row],
    published: Iterable[float | None],
    opening: Opening | None,
) -> Axis:
    moving: list[tuple[float, float]] = []
    dated = [(minute, minute + 1) for minute in published if minute is not None]
    for when in runs:
        if when is not None:
            (dated if when.known is Known.WITHIN else moving).append((when.early, when.late))
    dated += [(row["window"][0], row["window"][1]) for row in events if row["window"]]
    return build_axis(moving, dated, present=None if opening is None else opening.happened)


def _starts(runs: Iterable[Run | None], events: Sequence[Row]) -> list[float]:
    """When what is dated begins."""
    return [when.early for when in runs if when] + [row["window"][0] for row in events if row["window"]]


def _axis_row(axis: Axis) -> Row:
    return {"stops": [list(stop) for stop in axis.stops], "folds": list(axis.folds), "seconds": axis.seconds}
