"""The nouns of Dateline, as frozen values. Knows nothing else: no text rules, no map, no screen.

Words that need a definition (kind, role, status, verdict) are defined in ``docs/story-json.md``.
Times are ISO 8601 strings, dates ("2023-09-10") or date-times ("2023-09-10T15:00"), as reported: local
to the place, without a zone. ``None`` means that the source does not say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class PlaceKind(StrEnum):
    """How large a thing a place is, from a pier to a sea."""

    FACILITY = "facility"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    AREA = "area"


class Role(StrEnum):
    """What a place name stands for where it is written; only ``LITERAL`` puts a mark on the map."""

    LITERAL = "literal"
    METONYMIC = "metonymic"
    DEMONYM = "demonym"
    NAME = "name"


class Status(StrEnum):
    """How real a report says that a journey or an event is."""

    HAPPENED = "happened"
    UNDER_WAY = "under way"
    PLANNED = "planned"
    POSSIBLE = "possible"
    PROPOSED = "proposed"
    DENIED = "denied"


class Mode(StrEnum):
    """Way of travel."""

    RAIL = "rail"
    ROAD = "road"
    SEA = "sea"
    AIR = "air"
    FOOT = "foot"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """A reported distance held against the measured ones."""

    STRAIGHT_LINE = "straight line"
    ROUTE = "route"
    IMPOSSIBLE = "impossible"
    UNUSUAL = "unusual"
    NOT_CHECKABLE = "not checkable"


class DisagreementKind(StrEnum):
    """Why two reports of one thing differ."""

    CONFLICT = "conflict"
    DIFFERENT_MEASURE = "different measure"
    REFINEMENT = "refinement"
    UPDATE = "update"


class Position(NamedTuple):
    """A point on WGS 84, in degrees. ``lon`` may run past 180 along a path that crosses the antimeridian."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Words of an article: ``article.text[start:end] == text``, offsets in characters."""

    article: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        """Refuse a span that cannot hold its words."""
        if not 0 <= self.start < self.end or self.end - self.start != len(self.text):
            msg = f"A span from {self.start} to {self.end} cannot hold {self.text!r}."
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A reported time, both ends inclusive, with the words that report it."""

    earliest: str | None
    latest: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as given. ``body`` lists the ``(start, end)`` stretches that are not site furniture."""

    id: str
    text: str
    sha256: str
    file: str | None = None
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    author: str | None = None
    published: str | None = None
    published_basis: str | None = None
    url: str | None = None
    language: str | None = None
    body: tuple[tuple[int, int], ...] = ()
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place with its precision: the true spot lies within ``radius_km`` of the point.

    ``basis`` names the gazetteer row or the correction that gave it, ``confidence`` (0 to 1) how likely
    this is the place meant, ``alternatives`` the other places of that name, best first (each without
    alternatives of its own).
    """

    id: str
    name: str
    kind: PlaceKind
    lat: float
    lon: float
    radius_km: float
    country: str | None
    basis: str
    confidence: float = 1.0
    alternatives: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a point that is not on Earth."""
        if not (abs(self.lat) <= 90 and abs(self.lon) <= 180):
            msg = f"{self.name!r} cannot lie at lat {self.lat}, lon {self.lon}."
            raise ValueError(msg)

    @property
    def position(self) -> Position:
        """The point alone."""
        return Position(self.lat, self.lon)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place name where it stands; ``place`` is a place's id, ``None`` where no gazetteer has it."""

    span: Span
    place: str | None
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression; ``value`` is its TIMEX3 value ("2023-09-10", "2023-W37", "P2D", "PAST_REF")."""

    span: Span
    value: str
    earliest: str | None = None
    latest: str | None = None

    @property
    def interval(self) -> Interval:
        """The time that the words stand for."""
        return Interval(earliest=self.earliest, latest=self.latest, text=self.span.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one article says of a journey or an event.

    For an event, ``to_place`` is where and ``arrive`` when it took place.
    """

    article: str
    status: Status
    evidence: tuple[Span, ...]
    mode: Mode = Mode.UNKNOWN
    from_place: str | None = None
    to_place: str | None = None
    via: tuple[str, ...] = ()
    depart: Interval | None = None
    arrive: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """One movement of one traveller, however many articles tell it. Places are ids, lengths kilometres."""

    id: str
    traveller: str
    status: Status
    evidence: tuple[Span, ...]
    claims: tuple[Claim, ...]
    aliases: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    mode: Mode = Mode.UNKNOWN
    from_place: str | None = None
    to_place: str | None = None
    via: tuple[str, ...] = ()
    depart: Interval | None = None
    arrive: Interval | None = None
    path: tuple[Position, ...] = ()
    path_km: float | None = None
    path_basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """A reported distance beside the measured ones.

    ``bearing`` is the measured one, in degrees from ``from_place`` to ``to_place``; ``direction`` the
    reported compass word.
    """

    id: str
    evidence: tuple[Span, ...]
    value: float
    unit: str
    km: float
    approximate: bool
    from_place: str | None = None
    to_place: str | None = None
    direction: str | None = None
    straight_km: float | None = None
    straight_km_error: float | None = None
    routes_km: tuple[tuple[Mode, float], ...] = ()
    bearing: float | None = None
    verdict: Verdict = Verdict.NOT_CHECKABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that news reports with a date: a meeting, a parade, a launch, a vote."""

    id: str
    what: str
    kind: str
    status: Status
    evidence: tuple[Span, ...]
    claims: tuple[Claim, ...] = ()
    place: str | None = None
    time: Interval | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The report that articles trace to; articles of one origin are one voice."""

    id: str
    name: str | None
    articles: tuple[str, ...]
    basis: str
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedValue:
    """One side of a disagreement: a value, who reports it and in which words."""

    value: str
    articles: tuple[str, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two or more reports of one thing (``about`` is its id) that differ, and why."""

    id: str
    about: str
    kind: DisagreementKind
    values: tuple[ReportedValue, ...]
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Where a map looks: ``zoom`` as web maps count it, ``bearing`` and ``pitch`` in degrees."""

    lat: float
    lon: float
    zoom: float
    bearing: float = 0.0
    pitch: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A stretch of the story that is told as one."""

    id: str
    title: str
    time: Interval | None
    journeys: tuple[str, ...]
    events: tuple[str, ...]
    view: View | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What could not be read, in one sentence, and what to do about it."""

    what: str
    advice: str
    file: str | None = None
    article: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What is known about one unfolding story: the content of a Story JSON document."""

    id: str
    title: str
    articles: tuple[Article, ...] = ()
    origins: tuple[Origin, ...] = ()
    places: tuple[Place, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Timex, ...] = ()
    distances: tuple[Distance, ...] = ()
    journeys: tuple[Journey, ...] = ()
    events: tuple[Event, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
