"""Invented articles and what they report, for tests of the story room: no parser, no gazetteer."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from geo.model import (
    Article,
    Claim,
    Distance,
    Event,
    Interval,
    Journey,
    Mention,
    Mode,
    Place,
    PlaceKind,
    Role,
    Span,
    Status,
    Story,
)
from geo.story.archive import Archive, archive_of

PLACES = {
    place.id: place
    for place in (
        Place(id=i, name=n, kind=PlaceKind(k), lat=lat, lon=lon, radius_km=r, country=c, basis="invented")
        for i, n, k, lat, lon, r, c in (
            ("ru", "Russia", "country", 60.0, 100.0, 3000, "RU"),
            ("kp", "North Korea", "country", 40.0, 127.0, 300, "KP"),
            ("primorye", "Primorye", "region", 45.3, 134.7, 350, "RU"),
            ("vvo", "Vladivostok", "city", 43.11, 131.88, 12, "RU"),
            ("station", "Vladivostok station", "facility", 43.111, 131.882, 0.3, "RU"),
            ("pier", "Pier 33", "facility", 43.113, 131.889, 0.7, "RU"),
            ("khasan", "Khasan", "city", 42.42, 130.65, 2, "RU"),
            ("vostochny", "Vostochny Cosmodrome", "facility", 51.88, 128.33, 15, "RU"),
            ("moscow", "Moscow", "city", 55.75, 37.62, 20, "RU"),
            ("pyongyang", "Pyongyang", "city", 39.03, 125.75, 15, "KP"),
            ("suva", "Suva", "city", -18.14, 178.44, 5, "FJ"),
            ("apia", "Apia", "city", -13.83, -171.77, 5, "WS"),
        )
    )
}


@dataclass(frozen=True, slots=True)
class Press:
    """Articles in full, by their texts; what is claimed of them stands there word for word."""

    texts: Mapping[str, str]

    def span(self, name: str, words: str) -> Span:
        """The first place where an article has these words."""
        return span(name, self.texts[name].index(words), words)

    def claim(self, name: str, status: Status, *words: str, **told: object) -> Claim:
        """What an article claims, in these words."""
        evidence = tuple(self.span(name, each) for each in words)
        return Claim(article=name, status=status, evidence=evidence, **told)

    def mention(self, name: str, words: str, place: Place) -> Mention:
        """A place that is meant by its name."""
        return Mention(span=self.span(name, words), place=place.id, role=Role.LITERAL)

    def article(
        self,
        name: str,
        publisher: str,
        published: str,
        *,
        body: tuple[tuple[int, int], ...] | None = None,
        origin: str | None = None,
    ) -> Article:
        """The article, with a heading and a day; its body is its paragraphs unless it is told."""
        text = self.texts[name]
        return Article(
            id=name,
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            title=text.split("\n", 1)[0],
            publisher=publisher,
            published=published,
            published_basis="stated in the article",
            body=body or _paragraphs(text),
            origin=origin,
        )


def _paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    starts = [0, *(match.end() for match in re.finditer(r"\n\n", text))]
    return tuple((start, start + len(text[start:].split("\n\n", 1)[0].rstrip())) for start in starts)


def article(name: str, published: str | None = None, text: str = "Words.", **known: str) -> Article:
    """An article whose body is its whole text."""
    return Article(
        id=name,
        text=text,
        sha256="0" * 64,
        published=published,
        body=((0, len(text)),) if text else (),
        **known,
    )


def span(name: str, start: int = 0, text: str = "Words") -> Span:
    """Words of an article."""
    return Span(article=name, start=start, end=start + len(text), text=text)


def day(*days: str) -> Interval:
    """A reported day, or the days from one to another."""
    return Interval(earliest=days[0], latest=days[-1], text=" to ".join(days))


def journey(
    name: str,
    traveller: str,
    way: tuple[str | None, str | None],
    status: str = "happened",
    when: Interval | None = None,
    *,
    depart: Interval | None = None,
    mode: str = "unknown",
    aliases: tuple[str, ...] = (),
    at: int = 0,
    via: tuple[str, ...] = (),
) -> Journey:
    """What one article tells of a journey, in one claim; ``way`` is from and to."""
    evidence = (span(name, at),)
    told = {
        "status": Status(status),
        "mode": Mode(mode),
        "from_place": way[0],
        "to_place": way[1],
        "depart": depart,
        "arrive": when,
        "via": via,
    }
    claim = Claim(article=name, evidence=evidence, **told)
    return Journey(
        id=f"{name}-{at}", traveller=traveller, aliases=aliases, evidence=evidence, claims=(claim,), **told
    )


def distance(
    name: str, value: float, unit: str, way: tuple[str | None, str | None], **more: object
) -> Distance:
    """A reported distance; a mile is 1.609 km."""
    km = value * {"mile": 1.609344, "kilometre": 1.0}[unit]
    ends = {"from_place": way[0], "to_place": way[1]}
    return Distance(
        id="d",
        evidence=(span(name),),
        value=value,
        unit=unit,
        km=km,
        **ends,
        **({"approximate": False} | more),
    )


def event(
    name: str,
    what: str,
    place: str | None,
    when: Interval | None,
    people: tuple[str, ...] = (),
    status: str = "happened",
    kind: str = "meeting",
) -> Event:
    """What one article tells of an event."""
    return Event(
        id="e",
        what=what,
        kind=kind,
        status=Status(status),
        evidence=(span(name),),
        place=place,
        time=when,
        people=people,
    )


def archive(*articles: Article) -> Archive:
    """The look-up of the articles and of all invented places."""
    return archive_of(articles, PLACES.values())


def story(articles: tuple[Article, ...], **facts: object) -> Story:
    """A story with all invented places."""
    return Story(id="s", title="S", articles=articles, places=tuple(PLACES.values()), **facts)
