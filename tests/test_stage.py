"""The scene of the invented story, in literal values."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from geo.atlas.routes import CLOSED_PASSAGES
from geo.model import (
    Mode,
    Position,
    Story,
)
from geo.stage.scene import build_scene, scene_json
from geo.stage.view import heart, overview, strip
from tests.fixtures import edges
from tests.fixtures.invented import DELEGATION, SAAR, STORY
from tests.fixtures.turns import TURNS

SCENE = build_scene(STORY)
JOURNEYS = {row["id"]: row for row in SCENE["journeys"]}
LAYERS = {layer["id"]: layer for layer in SCENE["deck"]["layers"]}


def test_the_deck_has_no_map_provider_and_a_name_for_every_layer():
    assert [layer["id"] for layer in SCENE["deck"]["layers"]] == ["reach", "trails", "places"]
    assert "mapProvider" not in SCENE["deck"]


def test_positions_are_lon_lat():
    tallinn = next(row for row in LAYERS["places"]["data"] if row["name"] == "Tallinn")
    assert tallinn["position"] == [24.7535, 59.437]
    trips = {row["id"]: row for row in LAYERS["trails"]["data"]}
    assert trips["saar-warsaw"]["path"][0] == [24.7535, 59.437]
    assert trips["saar-warsaw"]["path"][-1] == [21.0118, 52.2298]


def test_a_path_over_the_antimeridian_runs_on():
    trips = {row["id"]: row for row in LAYERS["trails"]["data"]}
    assert [lon for lon, _ in trips["oja"]["path"]] == [139.6917, 152.0, 165.0, 178.0, 191.0, 202.1417]


def test_a_journey_without_a_path_has_no_trip():
    assert "aide" not in {row["id"] for row in LAYERS["trails"]["data"]}
    assert JOURNEYS["aide"]["run"] is None


def test_only_literal_mentions_put_marks():
    names = {row["name"] for row in SCENE["places"]}
    assert names == {
        "Tallinn",
        "Riga",
        "Vilnius",
        "Warsaw",
        "Lublin",
        "Royal Castle",
        "Kaliningrad",
        "Tokyo",
        "Honolulu",
    }
    without = replace(STORY, journeys=(), events=(), mentions=STORY.mentions[:1])
    assert [row["name"] for row in build_scene(without)["places"]] == ["Tallinn"]


def test_hues_go_to_who_travels_most():
    assert SCENE["travellers"][0] == {"name": "Maret Saar", "hue": 1}
    many = tuple(replace(DELEGATION, id=str(number), traveller=f"traveller {number}") for number in range(9))
    hues = [row["hue"] for row in build_scene(replace(STORY, journeys=many))["travellers"]]
    assert hues == [1, 2, 3, 4, 5, 6, 7, None, None]


def test_each_claim_of_a_journey_says_what_its_article_says():
    first, second = JOURNEYS["saar-warsaw"]["claims"]
    assert (first["article"], first["status"], first["from"], first["to"]) == (
        "first",
        "planned",
        "t:tallinn",
        "t:warsaw",
    )
    assert first["depart"] == {"window": [2 * 1440.0, 3 * 1440.0], "words": "Sunday"}
    assert first["arrive"] is None
    assert second["arrive"]["window"] == JOURNEYS["saar-warsaw"]["arrive"]
    texts = [SCENE["excerpts"][number]["text"] for number in first["excerpts"]]
    assert texts == [
        "The envoy Maret Saar will travel by train from Tallinn to Warsaw on Sunday, officials said."
    ]


def test_a_whole_thing_counts_articles_and_origins():
    saar, talks = JOURNEYS["saar-warsaw"], SCENE["events"][0]
    assert (saar["articles"], saar["origins"]) == (2, 2)
    assert (talks["articles"], talks["origins"]) == (2, 1)  # two papers, one agency


def test_a_chapter_names_its_things():
    (chapter,) = build_scene(TURNS)["chapters"]
    assert chapter["refs"] == ["journey:lind", "event:meeting"]
    assert chapter["window"] == [2 * 1440.0, 4 * 1440.0]  # 5 and 6 June, counted from 3 June


def test_the_first_view_leaves_a_stray_out():
    near = {Position(39.0, 125.7): 6.0, Position(43.1, 131.9): 6.0, Position(42.4, 130.6): 4.0}
    assert set(heart({**near, Position(21.0, 105.8): 1.0})) == set(near)
    assert set(heart({**near, Position(21.0, 105.8): 9.0})) == {*near, Position(21.0, 105.8)}


def test_the_first_view_keeps_the_edge_of_a_region():
    region = {Position(39.0, 125.7): 20.0, Position(43.1, 131.9): 20.0, Position(51.9, 128.3): 1.0}
    assert set(heart(region)) == set(region)


def test_the_first_view_holds_the_present_alone():
    # Tokyo and Honolulu are of 1986; Lublin, planned without a date, lies ahead
    assert {tuple(position) for position in SCENE["home"]} == {
        (24.7535, 59.437),
        (24.1059, 56.946),
        (21.0118, 52.2298),
        (22.5667, 51.25),
        (25.2798, 54.6892),
        (20.511, 54.7065),
    }


@pytest.mark.parametrize(
    ("lons", "west", "east"),
    [
        ([131.9, -122.4], 131.9, 237.6),
        ([131.9, 237.6], 131.9, 237.6),
        ([-157.9, -185.2], 174.8, 202.1),
        ([-10.0, 10.0], -10.0, 10.0),
        ([0.0, 116.0, -74.0], -74.0, 116.0),
        ([-122.4, 2.3, 139.7], 139.7, 362.3),
        ([5.0], 5.0, 5.0),
        ([-180.0, 180.0], -180.0, -180.0),
    ],
)
def test_the_narrowest_strip_may_cross_the_180th_meridian(lons, west, east):
    assert strip(lons) == (pytest.approx(west), pytest.approx(east))


def test_the_first_view_of_the_pacific_lies_on_the_pacific_and_of_a_long_way_round_on_the_way():
    vladivostok, san_francisco = Position(43.1, 131.9), Position(37.8, -122.4)
    assert overview([vladivostok, san_francisco]).lon == pytest.approx(-175.25)
    assert -180 <= overview([Position(0, 175), Position(0, -170)]).lon < -177
    scene = build_scene(edges.STORIES["vladivostok-san-francisco"])
    assert max(lat for _, lat in scene["home"]) > 48  # the way bows north of both ends
    ends = ("Yokohama", Position(35.44, 139.66)), ("New York", Position(40.68, -74.02))
    by_suez = edges.Edge(*ends, Mode.SEA, closed=CLOSED_PASSAGES | {"Panama Canal"})
    assert 0 < build_scene(edges.story("suez", by_suez))["view"]["lon"] < 60


def test_the_first_view_of_nothing_is_the_world():
    assert overview([]).zoom == 0.6


def test_the_same_story_is_the_same_bytes():
    assert scene_json(STORY) == scene_json(replace(STORY))


def test_a_story_with_nothing_has_a_scene():
    scene = build_scene(Story(id="empty", title="Nothing"))
    assert scene["axis"] == {"stops": [], "folds": [], "seconds": 0.0}
    assert scene["places"] == scene["journeys"] == scene["events"] == scene["excerpts"] == []


def test_two_hundred_journeys_to_one_spot_have_a_scene():
    many = tuple(replace(SAAR, id=f"j{number}", traveller="n" * 300) for number in range(200))
    scene = json.loads(scene_json(replace(STORY, journeys=many)))
    assert len(scene["journeys"]) == 200
    assert len(scene["travellers"]) == 1
