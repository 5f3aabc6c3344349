"""A large story, invented from a seed: 200 articles, 300 journeys, 2,000 events, none of it ever reported.

``build()`` gives the same story every time. Run as a script it prints how large the story's scene is and how
long the scene takes to build: what the server does once per story.
"""

from __future__ import annotations

import hashlib
import math
import random
import statistics
import sys
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from geo.model import (
    Article,
    Claim,
    Event,
    Interval,
    Journey,
    Mention,
    Mode,
    Origin,
    Place,
    PlaceKind,
    Position,
    Role,
    Span,
    Status,
    Story,
)
from geo.stage.scene import scene_json

SEED = 5
ARTICLES, JOURNEYS, EVENTS = 200, 300, 2000
PLACES, TRAVELLERS, ORIGINS = 150, 80, 40
DAYS = 90
FIRST_DAY = datetime.fromisoformat("2031-03-01")
WEST, EAST, SOUTH, NORTH = -5.0, 60.0, 38.0, 62.0
KM_PER_POINT = 6.0
MOST_POINTS = 400
"""Paths are about as fine as those along real railways."""

_SYLLABLES = (
    *("bar", "den", "fel", "gor", "hal", "iva", "kor", "lum", "mar", "nes"),
    *("or", "pel", "ral", "sten", "tor", "ul", "var", "wen", "yor", "zel"),
)
_VERBS = {
    Mode.RAIL: "went by train",
    Mode.ROAD: "drove",
    Mode.SEA: "sailed",
    Mode.AIR: "flew",
    Mode.FOOT: "walked",
    Mode.UNKNOWN: "travelled",
}
_MODES = tuple(_VERBS)
_EVENT_KINDS = ("meeting", "ceremony", "statement", "vote", "visit")
_PRECISION_HOURS = (6, 24, 24, 24, 96)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fact:
    """A journey or an event before it is told; ``kind`` is that of an event, ``None`` for a journey."""

    id: str
    who: str
    start: Place
    end: Place
    mode: Mode
    status: Status
    depart: Interval | None
    arrive: Interval | None
    kind: str | None = None

    def sentence(self) -> str:
        """How an article tells it."""
        when = self.depart or self.arrive
        told = f" on {when.text}" if when else ""
        if self.kind:
            return f"{self.who} took part in a {self.kind} in {self.end.name}{told}."
        return f"{self.who} {_VERBS[self.mode]} from {self.start.name} to {self.end.name}{told}."


@dataclass(slots=True, kw_only=True)
class _Telling:
    """The articles while they are written, and where each fact stands in them."""

    dice: random.Random
    texts: list[str]
    days: list[int]
    mentions: list[Mention]

    def claim(self, fact: _Fact) -> Claim:
        """One more article tells the fact, and is quoted."""
        number = self.dice.randrange(ARTICLES)
        article, sentence = f"article-{number:03}", fact.sentence()
        start = len(self.texts[number])
        self.texts[number] += sentence + "\n\n"
        for place in (fact.end,) if fact.kind else (fact.start, fact.end):
            at = start + sentence.rindex(place.name)
            span = Span(article=article, start=at, end=at + len(place.name), text=place.name)
            self.mentions.append(Mention(span=span, place=place.id, role=Role.LITERAL))
        return Claim(
            article=article,
            status=fact.status,
            evidence=(Span(article=article, start=start, end=start + len(sentence), text=sentence),),
            mode=fact.mode,
            from_place=None if fact.kind else fact.start.id,
            to_place=fact.end.id,
            depart=fact.depart,
            arrive=fact.arrive,
        )


def build(seed: int = SEED) -> Story:
    """The story of that seed."""
    dice = random.Random(seed)
    places = _places(dice)
    days = sorted(dice.randrange(DAYS) for _ in range(ARTICLES))
    headings = [f"Report {number} of the long march of {places[0].name}\n\n" for number in range(ARTICLES)]
    telling = _Telling(dice=dice, texts=headings, days=days, mentions=[])
    names = [f"{_name(dice)} {_name(dice)}" for _ in range(TRAVELLERS)]
    journeys = tuple(_journey(number, telling, places, names) for number in range(JOURNEYS))
    events = tuple(_event(number, telling, places, names) for number in range(EVENTS))
    articles = tuple(_article(number, telling) for number in range(ARTICLES))
    return Story(
        id="generated",
        title=f"The long march of {places[0].name}",
        articles=articles,
        origins=tuple(_origin(number, articles) for number in range(ORIGINS)),
        places=places,
        mentions=tuple(sorted(telling.mentions, key=lambda mention: mention.span)),
        journeys=journeys,
        events=events,
    )


def _name(dice: random.Random) -> str:
    return "".join(dice.choices(_SYLLABLES, k=dice.choice((2, 3)))).capitalize()


def _places(dice: random.Random) -> tuple[Place, ...]:
    kinds = (PlaceKind.CITY, PlaceKind.CITY, PlaceKind.FACILITY, PlaceKind.REGION)
    return tuple(
        Place(
            id=f"generated:{number}",
            name=f"{_name(dice)}-{number}",
            kind=kinds[number % len(kinds)],
            lat=round(dice.uniform(SOUTH, NORTH), 4),
            lon=round(dice.uniform(WEST, EAST), 4),
            radius_km=(10.0, 6.0, 0.5, 60.0)[number % 4],
            country=None,
            basis="invented",
        )
        for number in range(PLACES)
    )


def _journey(number: int, telling: _Telling, places: tuple[Place, ...], names: list[str]) -> Journey:
    dice = telling.dice
    start, end = dice.sample(places, 2)
    path, km = _path(dice, start, end)
    leaves = FIRST_DAY + timedelta(hours=dice.randrange(24 * (DAYS - 4)))
    arrives = leaves + timedelta(hours=max(2.0, km / 40))
    known = dice.random()
    fact = _Fact(
        id=f"journey-{number:03}",
        who=names[number % TRAVELLERS],
        start=start,
        end=end,
        mode=dice.choice(_MODES),
        status=_status(dice),
        depart=_interval(dice, leaves) if known < 0.8 else None,
        arrive=_interval(dice, arrives) if not 0.6 < known < 0.8 else None,
    )
    claims = tuple(telling.claim(fact) for _ in range(dice.randint(1, 4)))
    return Journey(
        id=fact.id,
        traveller=fact.who,
        status=fact.status,
        evidence=claims[0].evidence,
        claims=claims,
        mode=fact.mode,
        from_place=start.id,
        to_place=end.id,
        depart=fact.depart,
        arrive=fact.arrive,
        path=path,
        path_km=round(km, 1),
        path_basis="invented",
    )


def _event(number: int, telling: _Telling, places: tuple[Place, ...], names: list[str]) -> Event:
    dice = telling.dice
    place, kind = dice.choice(places), dice.choice(_EVENT_KINDS)
    when = _interval(dice, FIRST_DAY + timedelta(hours=dice.randrange(24 * DAYS)))
    fact = _Fact(
        id=f"event-{number:04}",
        who=dice.choice(names),
        start=place,
        end=place,
        mode=Mode.UNKNOWN,
        status=_status(dice),
        depart=None,
        arrive=when if dice.random() < 0.95 else None,
        kind=kind,
    )
    claims = tuple(telling.claim(fact) for _ in range(dice.randint(1, 3)))
    return Event(
        id=fact.id,
        what=f"{fact.who}: {kind} in {place.name}",
        kind=kind,
        status=fact.status,
        evidence=claims[0].evidence,
        claims=claims,
        place=place.id,
        time=fact.arrive,
        people=(fact.who,),
    )


def _status(dice: random.Random) -> Status:
    return dice.choices(
        (Status.HAPPENED, Status.UNDER_WAY, Status.PLANNED, Status.POSSIBLE, Status.DENIED),
        weights=(70, 5, 15, 5, 5),
    )[0]


def _interval(dice: random.Random, when: datetime) -> Interval:
    hours = dice.choice(_PRECISION_HOURS)
    if hours < 24:
        last = when + timedelta(hours=hours)
        text = f"the evening of {when:%d %B}"
        return Interval(
            earliest=when.isoformat(timespec="minutes"), latest=last.isoformat(timespec="minutes"), text=text
        )
    last = when + timedelta(hours=hours - 24)
    return Interval(earliest=f"{when:%Y-%m-%d}", latest=f"{last:%Y-%m-%d}", text=f"{when:%d %B}")


def _path(dice: random.Random, start: Place, end: Place) -> tuple[tuple[Position, ...], float]:
    """A way that bends as railways do, and its kilometres, near enough for a drawing."""
    stretch = math.cos(math.radians((start.lat + end.lat) / 2))
    straight = math.hypot(end.lat - start.lat, (end.lon - start.lon) * stretch) * 111.2
    points = max(8, min(MOST_POINTS, round(straight * 1.3 / KM_PER_POINT)))
    waves = [(dice.uniform(-0.5, 0.5), dice.randint(1, 9)) for _ in range(4)]
    path = []
    for step in range(points + 1):
        share = step / points
        bend = sum(size * math.sin(math.pi * share * turns) for size, turns in waves)
        lat = start.lat + share * (end.lat - start.lat) + bend
        lon = start.lon + share * (end.lon - start.lon) - bend / 2
        path.append(Position(round(lat, 5), round(lon, 5)))
    return tuple(path), straight * 1.3


def _article(number: int, telling: _Telling) -> Article:
    text = telling.texts[number]
    return Article(
        id=f"article-{number:03}",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=text.split("\n", 1)[0],
        publisher=f"The Invented Paper {number % 50}",
        published=f"{FIRST_DAY + timedelta(days=telling.days[number] + 1):%Y-%m-%d}",
        published_basis="stated in the article",
        body=((0, len(text.rstrip())),),
        origin=f"origin-{number % ORIGINS}",
    )


def _origin(number: int, articles: tuple[Article, ...]) -> Origin:
    own = tuple(article.id for article in articles if article.origin == f"origin-{number}")
    return Origin(id=f"origin-{number}", name=f"Invented Agency {number}", articles=own, basis="invented")


def main() -> None:
    """Print how large the scene is and how long it takes."""
    story = build()
    taken, scene = [], ""
    for _ in range(3):
        start = time.process_time()
        scene = scene_json(story)
        taken.append(time.process_time() - start)
    print(f"{len(story.articles)} articles, {len(story.journeys)} journeys, {len(story.events)} events")
    print(f"scene: {len(scene) / 1e6:.1f} MB, built in {statistics.median(taken):.2f} s of processor time")


if __name__ == "__main__":
    main()
