"""The five-article story as the reader reads it: what a reader of the five articles would mark on a map."""

from __future__ import annotations

from datetime import date

import pytest

from geo.atlas.measures import geodesic_km
from geo.model import Mode, Position, Role, Status, Verdict
from geo.story.intervals import travel_period


def literal_places(story):
    """The places that get a mark."""
    used = {mention.place for mention in story.mentions if mention.role is Role.LITERAL}
    return [place for place in story.places if place.id in used]


@pytest.mark.parametrize(
    ("lat", "lon", "name"),
    [
        (39.03, 125.75, "Pyongyang"),
        (42.43, 130.64, "Khasan"),
        (43.12, 131.89, "Vladivostok"),
        (51.88, 128.33, "Vostochny"),
        (43.113, 131.889, "Pier 33"),
    ],
)
def test_the_places_of_the_story_are_on_the_map(kim_putin, lat, lon, name):
    spot = Position(lat, lon)
    marks = [place for place in literal_places(kim_putin) if name in place.name]
    assert [place.name for place in marks if geodesic_km(spot, place.position) <= place.radius_km + 1]


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(34.05, -118.24), (25.2, 55.27), (59.33, 18.07), (13.0, 76.1), (0.35, 127.9)],
    ids=["Los Angeles", "Dubai", "Stockholm", "Hassan in India", "nowhere near"],
)
def test_furniture_and_names_within_names_are_not_on_the_map(kim_putin, lat, lon):
    spot = Position(lat, lon)
    assert [p.name for p in literal_places(kim_putin) if geodesic_km(spot, p.position) < 60] == []


@pytest.mark.parametrize(
    ("words", "ends", "straight_km", "rail_km", "verdict"),
    [
        ("950 miles", {"Vladivostok", "Vostochny Cosmodrome"}, 1011, 1513, Verdict.ROUTE),
        ("425 miles (680 kilometers)", {"Pyongyang", "Vladivostok"}, 689, 1152, Verdict.STRAIGHT_LINE),
        ("1,000km", {"Vladivostok", "Vostochny Cosmodrome"}, 1011, 1513, Verdict.STRAIGHT_LINE),
    ],
)
def test_the_reported_distances_stand_beside_the_measured(
    kim_putin, words, ends, straight_km, rail_km, verdict
):
    names = {place.id: place.name for place in kim_putin.places}
    (told,) = [one for one in kim_putin.distances if words in one.evidence[0].text]
    assert {names.get(told.from_place), names.get(told.to_place)} == ends
    assert told.straight_km == pytest.approx(straight_km, rel=0.02)
    assert dict(told.routes_km)[Mode.RAIL] == pytest.approx(rail_km, rel=0.02)
    assert told.verdict is verdict


JOURNEYS = [
    # traveller, from, to, mode, status, a day it includes, words of the evidence
    ("Kim Jong", "Pyongyang", "Vladivostok", Mode.RAIL, Status.PLANNED, "2023-09-12", "to Vladivostok"),
    ("Kim Jong", "Pyongyang", "Khasan", Mode.RAIL, Status.HAPPENED, "2023-09-12", "arrived in Russia"),
    ("Kim Jong", None, "Moscow", Mode.UNKNOWN, Status.POSSIBLE, None, "go to Moscow"),
    ("Kim Jong", None, "Pier 33", Mode.UNKNOWN, Status.PLANNED, None, "go to Pier 33"),
    ("Kim Jong", None, "Vostochny Cosmodrome", Mode.UNKNOWN, Status.POSSIBLE, None, "Vostochny Cosmodrome"),
    (
        "Kim Jong",
        None,
        "Vladivostok",
        Mode.RAIL,
        Status.HAPPENED,
        "2019-04-25",
        "travelled by train to Vladivostok",
    ),
    (
        "Kim Jong",
        "Pyongyang",
        "Hanoi",
        Mode.RAIL,
        Status.HAPPENED,
        "2019-02-26",
        "from Pyongyang by way of China",
    ),
    ("Kim Jong-il", None, "Russia", None, Status.HAPPENED, "2011-08-25", "visited Russia"),
    ("delegation", "Pyongyang", "Vladivostok", Mode.RAIL, Status.HAPPENED, "2023-08-28", "from Pyongyang"),
    ("delegation", "Vladivostok", "Moscow", Mode.AIR, Status.HAPPENED, "2023-08-28", "flew to Moscow"),
    ("Shoigu", None, "Pyongyang", None, Status.HAPPENED, "2023-07-26", "visited Pyongyang"),
    ("Putin", None, "Vladivostok", None, Status.HAPPENED, "2023-09-11", "Putin arrived"),
    ("Putin", None, "Vostochny Cosmodrome", None, Status.PLANNED, None, "soon travel"),
    ("Putin", None, "North Korea", None, Status.PROPOSED, None, "go to North Korea"),
    ("Li Hongzhong", None, "North Korea", None, Status.HAPPENED, None, "visited North Korea"),
]


@pytest.mark.parametrize(
    ("traveller", "start", "goal", "mode", "status", "when", "words"), JOURNEYS, ids=lambda value: str(value)
)
def test_the_journeys_of_the_story_are_found(kim_putin, traveller, start, goal, mode, status, when, words):
    names = {place.id: place.name for place in kim_putin.places}
    (found,) = [
        one
        for one in kim_putin.journeys
        if traveller in one.traveller
        and ("il" in one.traveller) == ("il" in traveller)
        and names.get(one.to_place) == goal
        and one.status is status
    ]
    assert names.get(found.from_place) == start
    assert mode in (None, found.mode)
    evidence = [" ".join(span.text.split()) for span in found.evidence]
    assert any(words in text for text in evidence), evidence
    days = travel_period(found.depart, found.arrive)
    if when is not None:
        assert days is not None
        assert days.first <= date.fromisoformat(when).toordinal() <= days.last


def test_no_journey_is_invented(kim_putin):
    """Every journey is one of those that the articles report; munitions shipped to Russia are the last."""
    assert len(kim_putin.journeys) <= len(JOURNEYS) + 1
    for one in kim_putin.journeys:
        assert {span.article for span in one.evidence} >= {claim.article for claim in one.claims}


def test_the_train_runs_on_rails_to_the_border_and_the_plan_goes_on(kim_putin):
    names = {place.id: place.name for place in kim_putin.places}
    by_goal = {
        (names.get(one.to_place), one.status): one
        for one in kim_putin.journeys
        if "Kim Jong" in one.traveller
    }
    happened, plan = by_goal["Khasan", Status.HAPPENED], by_goal["Vladivostok", Status.PLANNED]
    assert (happened.path_basis, plan.path_basis) == ("rail network", "rail network")
    assert happened.path_km == pytest.approx(835, rel=0.02)
    assert plan.path_km == pytest.approx(1152, rel=0.02)
    for name, lat, lon in [
        ("Hamhung", 39.92, 127.54),
        ("Chongjin", 41.78, 129.79),
        ("Tumangang", 42.417, 130.639),
        ("Khasan", 42.43, 130.64),
    ]:
        nearest = min(geodesic_km(Position(lat, lon), position) for position in plan.path)
        assert nearest < 15, name
    assert len(happened.path) > 50
    assert happened.depart.earliest.startswith("2023-09-10")
    assert happened.arrive.earliest.startswith("2023-09-12")


def test_five_articles_have_three_origins(kim_putin):
    voices = {origin.name: [article[:3] for article in origin.articles] for origin in kim_putin.origins}
    assert voices == {"The New York Times": ["000", "001", "004"], "AP": ["002"], "AFP": ["003"]}
    assert all(article.origin for article in kim_putin.articles)


def test_the_two_lengths_of_one_way_are_different_measures(kim_putin):
    ids = {one.evidence[0].text: one.id for one in kim_putin.distances}
    found = [one for one in kim_putin.disagreements if one.about in ids.values()]
    assert [(one.kind, [value.value for value in one.values]) for one in found] == [
        ("different measure", ["about 950 miles", "about 1,000 kilometres"])
    ]
