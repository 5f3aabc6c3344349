"""Reads the journeys of short texts whose known names and dates are given, for tests."""

import re
from functools import cache

from geo.model import Mention, Place, PlaceKind, Role, Span, Timex
from geo.reading.journeys.journeys import find_journeys
from geo.reading.parse import load_pipeline, parse

KINDS = {
    "Pyongyang": (PlaceKind.CITY, "KP"),
    "Vladivostok": (PlaceKind.CITY, "RU"),
    "Moscow": (PlaceKind.CITY, "RU"),
    "Khasan": (PlaceKind.CITY, "RU"),
    "Vostochny Cosmodrome": (PlaceKind.FACILITY, "RU"),
    "Paris": (PlaceKind.CITY, "FR"),
    "London": (PlaceKind.CITY, "GB"),
    "Berlin": (PlaceKind.CITY, "DE"),
    "Lima": (PlaceKind.CITY, "PE"),
    "Vienna": (PlaceKind.CITY, "AT"),
    "Houston": (PlaceKind.CITY, "US"),
    "Mombasa": (PlaceKind.CITY, "KE"),
    "Nairobi": (PlaceKind.CITY, "KE"),
    "Hanoi": (PlaceKind.CITY, "VN"),
    "North Korea": (PlaceKind.COUNTRY, "KP"),
    "Russia": (PlaceKind.COUNTRY, "RU"),
    "China": (PlaceKind.COUNTRY, "CN"),
    "Greece": (PlaceKind.COUNTRY, "GR"),
    "Turkey": (PlaceKind.COUNTRY, "TR"),
    "Saudi Arabia": (PlaceKind.COUNTRY, "SA"),
}
PLACES = tuple(
    Place(id=name, name=name, kind=kind, lat=1.0, lon=1.0, radius_km=10, country=country, basis="test")
    for name, (kind, country) in KINDS.items()
)
NAMES = re.compile("|".join(sorted(KINDS, key=len, reverse=True)))
DATES = {
    "in 2019": ("2019-01-01", "2019-12-31"),
    "on Sept. 12": ("2023-09-12", "2023-09-12"),
    "in July": ("2023-07-01", "2023-07-31"),
}


@cache
def pipeline():
    return load_pipeline()


def journeys_of(text, *, role=Role.LITERAL, published=None):
    """The journeys in a text whose known names are mentions of that role and whose known dates are times."""
    paragraphs = parse("a", text, [m.span() for m in re.finditer(r"[^\n]+", text)], pipeline())
    mentions = tuple(
        Mention(span=Span(article="a", start=m.start(), end=m.end(), text=m[0]), place=m[0], role=role)
        for m in NAMES.finditer(text)
    )
    times = tuple(
        Timex(
            span=Span(article="a", start=m.start() + 3, end=m.end(), text=m[0][3:]),
            value=earliest,
            earliest=earliest,
            latest=latest,
        )
        for words, (earliest, latest) in DATES.items()
        for m in re.finditer(re.escape(words), text)
    )
    return find_journeys(paragraphs, mentions, PLACES, times, published)


def rows(text):
    return [(j.traveller, j.from_place, j.to_place, j.mode.value, j.status.value) for j in journeys_of(text)]
