"""The story as tables: the same content as the player, for a screen reader, a printer, a sceptic.

A cell is ``{"text", "ref"}``; ``ref`` names a thing of the scene, where there is one to go to. A second
line of a text says whose words the first one has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geo.model import Article, Distance, Event, Interval, Journey, Mode, Place, Role, Span, Story
from geo.stage.dates import interval_words, moment_words
from geo.stage.excerpts import excerpt

Row = dict[str, Any]
NOT_TOLD = "not told"


def story_tables(story: Story) -> list[Row]:
    """Journeys, events, distances and places, each with the sentence that says so; no empty ones."""
    words = _Words(story)
    tables = [
        _table(
            "Journeys",
            {
                "Who": "who",
                "From": "from",
                "To": "to",
                "How": "mode",
                "When": "when",
                "Status": "status",
                "Length": "length",
                "Reported as": "sentence",
            },
            [_journey(journey, words) for journey in story.journeys],
        ),
        _table(
            "Events",
            {"What": "what", "Where": "place", "When": "when", "Status": "status", "Reported as": "sentence"},
            [_event(event, words) for event in story.events],
        ),
        _table(
            "Distances",
            dict.fromkeys(["Reported", "From", "To", "Straight line", "By route", "Verdict", "Reported as"]),
            [_distance(distance, words) for distance in story.distances],
        ),
        _table(
            "Places",
            dict.fromkeys(["Name", "Kind", "Latitude", "Longitude", "Within", "Position from", "Mentions"]),
            [_place(place, words) for place in words.shown],
        ),
    ]
    return [table for table in tables if table["rows"]]


class _Words:
    """Looks names and sentences up."""

    def __init__(self, story: Story) -> None:
        self._names = {place.id: place.name for place in story.places}
        self._articles = {article.id: article for article in story.articles}
        self.mentions: dict[str, int] = {}
        for mention in story.mentions:
            if mention.place and mention.role is Role.LITERAL:
                self.mentions[mention.place] = self.mentions.get(mention.place, 0) + 1
        self.shown = [place for place in story.places if place.id in self.mentions]

    def place(self, place_id: str | None) -> Row:
        """A place's name, which leads to the place."""
        if place_id is None:
            return _cell(NOT_TOLD)
        return _cell(self._names.get(place_id, place_id), f"place:{place_id}")

    def sentence(self, evidence: Sequence[Span]) -> Row:
        """The sentence of the first evidence; on a line of its own who printed it."""
        if not evidence:
            return _cell(NOT_TOLD)
        article = self._articles[evidence[0].article]
        piece = excerpt(article, [span for span in evidence if span.article == article.id])
        published = moment_words(article.published) if article.published else "date not known"
        return _cell(f"“{' '.join(piece.text.split())}”\n{_source_name(article)}, {published}")


def _source_name(article: Article) -> str:
    """Who printed an article, as far as it is known."""
    if article.publisher:
        return article.publisher
    known = article.agency or (f"“{article.title}”" if article.title else "")
    return f"{known} (publisher not known)".lstrip() if known else "Publisher not known"


def _table(caption: str, columns: Mapping[str, str | None], rows: list[list[Row]]) -> Row:
    """``columns`` are headings, each with the field of the scene that it shows, if there is one."""
    return {"caption": caption, "columns": list(columns), "fields": list(columns.values()), "rows": rows}


def _cell(text: str, ref: str | None = None) -> Row:
    return {"text": text, "ref": ref}


def _journey(journey: Journey, words: _Words) -> list[Row]:
    length = NOT_TOLD if journey.path_km is None else f"{journey.path_km:,.0f} km, {journey.path_basis}"
    return [
        _cell(journey.traveller[:1].upper() + journey.traveller[1:], f"journey:{journey.id}"),
        words.place(journey.from_place),
        words.place(journey.to_place),
        _cell(NOT_TOLD if journey.mode is Mode.UNKNOWN else journey.mode),
        _cell(_when(journey.depart, journey.arrive)),
        _cell(journey.status),
        _cell(length),
        words.sentence(journey.evidence),
    ]


def _event(event: Event, words: _Words) -> list[Row]:
    return [
        _cell(event.what, f"event:{event.id}"),
        words.place(event.place),
        _cell(_when(event.time)),
        _cell(event.status),
        words.sentence(event.evidence),
    ]


def _distance(distance: Distance, words: _Words) -> list[Row]:
    routes = ", ".join(f"{km:,.0f} km by {mode}" for mode, km in distance.routes_km)
    about = "about " if distance.approximate else ""
    reported = f"{about}{distance.value:g} {distance.unit} ({distance.km:,.0f} km)"
    straight = "not measured" if distance.straight_km is None else f"{distance.straight_km:,.0f} km"
    return [
        _cell(reported, f"distance:{distance.id}"),
        words.place(distance.from_place),
        words.place(distance.to_place),
        _cell(straight),
        _cell(routes or "none found"),
        _cell(distance.verdict),
        words.sentence(distance.evidence),
    ]


def _place(place: Place, words: _Words) -> list[Row]:
    return [
        _cell(place.name, f"place:{place.id}"),
        _cell(place.kind),
        _cell(f"{place.lat:.3f}"),
        _cell(f"{place.lon:.3f}"),
        _cell(f"{place.radius_km:g} km"),
        _cell(place.basis),
        _cell(str(words.mentions[place.id])),
    ]


def _when(*intervals: Interval | None) -> str:
    told = dict.fromkeys(_span_words(interval) for interval in intervals if interval is not None)
    return " to ".join(told) or NOT_TOLD


def _span_words(interval: Interval) -> str:
    days = interval_words(interval)
    if days.startswith(interval.text):  # "July" is said by "July 2023" already
        return days
    return f"{interval.text} ({days})" if days else interval.text
