"""Sentences and the journeys that they report: traveller, from, to, mode, status."""

import re

import pytest

from geo.model import Mention, Place, PlaceKind, Role, Span
from geo.reading.journeys import find_journeys
from geo.reading.parse import load_pipeline, parse

PLACES = {
    name: Place(id=name, name=name, kind=kind, lat=1.0, lon=1.0, radius_km=10, country=country, basis="test")
    for name, kind, country in [
        ("Pyongyang", PlaceKind.CITY, "KP"),
        ("Vladivostok", PlaceKind.CITY, "RU"),
        ("Moscow", PlaceKind.CITY, "RU"),
        ("Paris", PlaceKind.CITY, "FR"),
        ("London", PlaceKind.CITY, "GB"),
        ("Berlin", PlaceKind.CITY, "DE"),
        ("Lima", PlaceKind.CITY, "PE"),
        ("Vienna", PlaceKind.CITY, "AT"),
        ("Houston", PlaceKind.CITY, "US"),
        ("Nairobi", PlaceKind.CITY, "KE"),
        ("Mombasa", PlaceKind.CITY, "KE"),
        ("North Korea", PlaceKind.COUNTRY, "KP"),
        ("Russia", PlaceKind.COUNTRY, "RU"),
        ("China", PlaceKind.COUNTRY, "CN"),
        ("Greece", PlaceKind.COUNTRY, "GR"),
        ("Turkey", PlaceKind.COUNTRY, "TR"),
        ("Saudi Arabia", PlaceKind.COUNTRY, "SA"),
    ]
}
_NAMES = re.compile("|".join(sorted(PLACES, key=len, reverse=True)))


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


def journeys_of(text, nlp):
    """The journeys in a text, every known name of which is a literal mention."""
    paragraphs = parse("a", text, [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)], nlp)
    mentions = tuple(
        Mention(
            span=Span(article="a", start=m.start(), end=m.end(), text=m.group()),
            place=m.group(),
            role=Role.LITERAL,
        )
        for m in _NAMES.finditer(text)
    )
    return find_journeys(paragraphs, mentions, tuple(PLACES.values()), ())


def rows(text, nlp):
    return [
        (j.traveller, j.from_place, j.to_place, j.mode.value, j.status.value) for j in journeys_of(text, nlp)
    ]


REPORTED = [
    ("Anna Weber arrived in Paris on Monday.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    ("Anna Weber left Lima for Paris.", ("Anna Weber", "Lima", "Paris", "unknown", "happened")),
    ("Anna Weber flew to Paris from Lima.", ("Anna Weber", "Lima", "Paris", "air", "happened")),
    ("Anna Weber will travel to Paris.", ("Anna Weber", None, "Paris", "unknown", "planned")),
    ("Anna Weber is expected to visit Paris.", ("Anna Weber", None, "Paris", "unknown", "planned")),
    ("Anna Weber could possibly go to Paris.", ("Anna Weber", None, "Paris", "unknown", "possible")),
    ("Anna Weber was invited to visit Paris.", ("Anna Weber", None, "Paris", "unknown", "proposed")),
    (
        "The minister suggested that the president visit Paris.",
        ("the president", None, "Paris", "unknown", "proposed"),
    ),
    ("Anna Weber did not travel to Paris.", ("Anna Weber", None, "Paris", "unknown", "denied")),
    ("Anna Weber is travelling to Paris.", ("Anna Weber", None, "Paris", "unknown", "under way")),
    (
        "Moscow sent Defence Minister Sergei Shoigu to Pyongyang.",
        ("Sergei Shoigu", None, "Pyongyang", "unknown", "happened"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_reported(text, expected, nlp):
    assert rows(text, nlp) == [expected]


NOT_JOURNEYS = [
    "The missile travelled 800 km to Paris.",
    "Moscow moved to calm the markets.",
    "The decision drove up prices in Paris.",
    "The road goes to Paris.",
    "Anna Weber returned to politics in Paris.",
    "Visitors to London spend more.",
]


@pytest.mark.parametrize("text", NOT_JOURNEYS)
def test_no_journey(text, nlp):
    assert rows(text, nlp) == []
