"""The scene of the invented story, in literal values."""

from __future__ import annotations

import json
import struct
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.atlas.routes import CLOSED_PASSAGES
from geo.model import (
    Article,
    Disagreement,
    DisagreementKind,
    Distance,
    Interval,
    Mode,
    Position,
    ReportedValue,
    Span,
    Status,
    Story,
    Verdict,
)
from geo.stage.axis import build_axis
from geo.stage.checks import direction_words, speed_words
from geo.stage.dates import interval_words
from geo.stage.differences import said_of_days
from geo.stage.excerpts import excerpt, sentence_bounds
from geo.stage.layers import path_minutes
from geo.stage.lengths import reported_words, verdict_words
from geo.stage.opening import opening_of
from geo.stage.overtaken import overtakers
from geo.stage.reader import article_page
from geo.stage.scene import build_scene, scene_json
from geo.stage.tables import story_tables
from geo.stage.timing import Known, Run, bounds, epoch_for, run
from geo.stage.view import heart, overview, strip
from tests.fixtures import edges
from tests.fixtures.invented import DELEGATION, LUBLIN_PLAN, PRESS, SAAR, STORY
from tests.fixtures.turns import TURNS

SCENE = build_scene(STORY)
JOURNEYS = {row["id"]: row for row in SCENE["journeys"]}
LAYERS = {layer["id"]: layer for layer in SCENE["deck"]["layers"]}
EPOCH = datetime.fromisoformat(SCENE["epoch"])


def _float32(value: float) -> float:
    return float(struct.unpack("f", struct.pack("f", value))[0])


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


def test_minutes_are_counted_from_the_first_day_near_the_end():
    assert SCENE["epoch"] == "2024-05-03T00:00"
    # Sunday 5 May, 12:00 to 18:00, and Tuesday 7 May, 6:00 to 12:00: the middles move, the ends are the bar
    assert JOURNEYS["saar-warsaw"]["run"] == {
        "start": 2 * 1440 + 15 * 60,
        "end": 4 * 1440 + 9 * 60,
        "early": 2 * 1440 + 12 * 60,
        "late": 4 * 1440 + 12 * 60,
        "known": Known.BOTH,
    }


def test_minutes_near_the_end_keep_an_eighth_of_a_minute_in_32_bits():
    for row in LAYERS["trails"]["data"]:
        if row["id"] != "oja":  # 1986
            assert all(abs(_float32(minute) - minute) < 1 / 8 for minute in row["minutes"])


def test_times_of_a_path_follow_its_kilometres():
    along_equator = [Position(0, 0), Position(0, 1), Position(0, 4)]
    assert path_minutes(along_equator, 100.0, 500.0) == [100.0, 200.0, 500.0]


def test_times_of_a_path_of_no_length_end_at_its_end():
    assert path_minutes([Position(1, 1), Position(1, 1)], 5.0, 9.0) == [5.0, 9.0]


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


def test_excerpts_are_whole_sentences_with_the_supporting_words_marked():
    first = SCENE["excerpts"][JOURNEYS["saar-warsaw"]["excerpts"][0]]
    assert first["text"].startswith("Maret Saar left Tallinn")
    assert [first["text"][start:end] for start, end in first["marks"]] == [
        "left Tallinn by train on Sunday afternoon",
        "arrived in Warsaw on Tuesday morning",
    ]
    for row in SCENE["excerpts"]:
        assert PRESS.texts[row["article"]][row["start"] : row["start"] + len(row["text"])] == row["text"]


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("One. Two words. Three.", "words", "Two words."),
        ("Mr. Kim met Gen. Pak on Sept. 9. Then he left.", "Pak", "Mr. Kim met Gen. Pak on Sept. 9."),
        ("He said “Come.” She came.", "Come", "He said “Come.”"),
        ("No stop at the end", "stop", "No stop at the end"),
        ("A headline\n\nA sentence. Another.", "sentence", "A sentence."),
        ("A line that\nis wrapped. Another.", "is", "A line that\nis wrapped."),
        ("It cost 3.5 million. Yes.", "million", "It cost 3.5 million."),
        ("Left!", "Left!", "Left!"),
    ],
)
def test_sentence_bounds(text, words, sentence):
    start = text.index(words)
    low, high = sentence_bounds(text, start, start + len(words))
    assert text[low:high] == sentence


def test_a_sentence_stays_in_its_paragraph():
    assert sentence_bounds("Headline\nOne sentence\nReply", 13, 21, within=(9, 21)) == (9, 21)


@given(text=st.text(max_size=300), start=st.integers(0, 298), length=st.integers(1, 60))
def test_a_sentence_always_holds_its_words(text, start, length):
    end = min(len(text), start + length)
    if start < end and text[start:end].strip() == text[start:end]:
        low, high = sentence_bounds(text, start, end)
        assert 0 <= low <= start < end <= high <= len(text)


def test_one_line_of_a_megabyte_gives_a_short_excerpt():
    text = "word " * 200_000 + "here it is " + "word " * 1000
    at = text.index("here")
    article = Article(id="long", text=text, sha256="")
    found = excerpt(article, [Span(article="long", start=at, end=at + 4, text="here")])
    assert len(found.text) < 1500
    assert found.text[found.marks[0][0] : found.marks[0][1]] == "here"


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        ("2023-09-10", "2023-09-10", ("2023-09-10T00:00", "2023-09-11T00:00")),
        ("2023-09-10T15:00", "2023-09-10T15:00", ("2023-09-10T15:00", "2023-09-10T15:00")),
        (None, "2023-09-10", ("2023-09-10T00:00", "2023-09-11T00:00")),
        ("2023-09-12", "2023-09-10", None),
        ("soon", "2023-09-10", None),
        (None, None, None),
    ],
)
def test_bounds_of_an_interval(earliest, latest, expected):
    found = bounds(Interval(earliest=earliest, latest=latest, text="then"))
    assert found == (expected and tuple(datetime.fromisoformat(end) for end in expected))


def _day(text: str, last: str | None = None) -> Interval:
    return Interval(earliest=text, latest=last or text, text=text)


@pytest.mark.parametrize(
    ("depart", "arrive", "known", "start", "end"),
    [
        (_day("2024-05-03"), None, Known.DEPARTURE, 720.0, 720.0 + 661.0),
        (None, _day("2024-05-03"), Known.ARRIVAL, 720.0 - 661.0, 720.0),
        (_day("2024-05-03"), _day("2024-05-04"), Known.BOTH, 720.0, 2160.0),
        (_day("2024-05-03", "2024-05-12"), None, Known.WITHIN, 0.0, 14400.0),
        (_day("2024-05-04"), _day("2024-05-03"), Known.BOTH, 1440.0, 2101.0),  # told the wrong way round
    ],
)
def test_when_a_journey_runs(depart, arrive, known, start, end):
    found = run(replace(DELEGATION, depart=depart, arrive=arrive), datetime.fromisoformat("2024-05-03"))
    assert (found.known, found.start, found.end) == (known, start, end)


def test_a_journey_without_times_does_not_run():
    assert run(LUBLIN_PLAN, EPOCH) is None


def test_the_epoch_is_near_the_end_of_a_long_story():
    days = [datetime.fromisoformat(day) for day in ("1948-09-09", "2023-07-27T10:00", "2023-09-13")]
    assert epoch_for(days) == datetime.fromisoformat("2023-07-27")
    assert epoch_for([]) == datetime.fromisoformat("2000-01-01")


def test_idle_time_is_folded_and_motion_is_watched():
    axis = build_axis(moving=[(0.0, 1440.0)], dated=[(-75 * 525600.0, -75 * 525600.0 + 60)])
    assert len(axis.folds) == 1
    folded = axis.stops[axis.folds[0] + 1][1] - axis.stops[axis.folds[0]][1]
    watched = axis.stops[-1][1] - axis.stops[-2][1]
    assert watched / folded == pytest.approx(6.0 / 0.7, rel=1e-3)


@given(st.lists(st.tuples(st.integers(-40_000_000, 1_000_000), st.integers(0, 600_000)), max_size=20))
def test_the_axis_always_rises(spans):
    axis = build_axis(moving=[(early, early + width) for early, width in spans], dated=[])
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in zip(axis.stops, axis.stops[1:], strict=False))
    assert axis.seconds <= 151 if spans else axis.stops == ()


def test_the_axis_holds_its_ends():
    axis = build_axis(moving=[(0.0, 1440.0)], dated=[])
    assert axis.second_of(-5.0) == 0.0
    assert axis.second_of(720.0) == axis.seconds / 2
    assert axis.second_of(1e9) == axis.seconds


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


def test_the_story_opens_with_its_present():
    # published first on 4 May 2024; the delegation left on 3 May; 1986 is background
    assert SCENE["opening"] == {"happened": 0.0, "known": 1440.0}
    assert build_scene(Story(id="empty", title="Nothing"))["opening"] is None


@pytest.mark.parametrize(
    ("starts", "published", "happened"),
    [
        ([-99 * 1440.0, 6 * 1440.0], [10 * 1440.0, 12 * 1440.0], 6 * 1440.0),
        ([-4 * 1440.0], [10 * 1440.0], -4 * 1440.0),  # a fortnight before, to the minute
        ([-4 * 1440.0 - 1], [10 * 1440.0], 10 * 1440.0),
        ([99 * 1440.0], [None, 10 * 1440.0], 10 * 1440.0),  # nothing but plans
        ([], [10 * 1440.0], 10 * 1440.0),
    ],
)
def test_the_present_begins_at_most_a_fortnight_before_the_first_article(starts, published, happened):
    assert opening_of(starts, published).happened == happened


@pytest.mark.parametrize("published", [[], [None, None]])
def test_a_story_of_no_dated_article_has_no_opening(published):
    assert opening_of([0.0], published) is None


def test_the_past_takes_up_a_quarter_of_the_axis():
    long_ago = [(-year * 525600.0, -year * 525600.0 + 60) for year in range(1, 60)]
    axis = build_axis(moving=[(0.0, 1440.0), (2880.0, 4320.0)], dated=long_ago, present=0.0)
    assert axis.second_of(0.0) / axis.seconds == pytest.approx(0.25, rel=1e-4)
    assert all(a[1] < b[1] for a, b in zip(axis.stops, axis.stops[1:], strict=False))


def test_a_short_past_keeps_its_length():
    spans = {"moving": [(0.0, 1440.0), (2880.0, 4320.0)], "dated": [(-1440.0, -1380.0)]}
    assert build_axis(**spans, present=0.0) == build_axis(**spans)


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


def test_marks_of_an_article_stand_where_they_say():
    page = article_page(STORY, "second")
    kinds = {(mark["kind"], page["text"][mark["start"] : mark["end"]], mark["ref"]) for mark in page["marks"]}
    assert ("place", "Vilnius", "place:t:vilnius") in kinds
    assert ("journey", "left Tallinn by train on Sunday afternoon", "journey:saar-warsaw") in kinds
    assert ("event", "Talks at the Royal Castle in Warsaw are set for Wednesday", "event:talks") in kinds


@pytest.mark.parametrize(
    ("text", "first", "last", "says"),
    [
        ("July", "2023-07-01", "2023-07-31", "July 2023"),  # not "July (July 2023)"
        ("late August", "2023-08-22", "2023-08-31", "late August (22–31 August 2023)"),
        ("Monday", None, None, "Monday"),
    ],
)
def test_a_table_says_a_time_once_and_a_name_with_a_capital(text, first, last, says):
    when = Interval(text=text, earliest=first, latest=last)
    journey = replace(STORY.journeys[0], depart=when, arrive=None, traveller="a delegation")
    row = story_tables(replace(STORY, journeys=(journey,)))[0]["rows"][0]
    assert [row[0]["text"], row[4]["text"]] == ["A delegation", says]


def test_tables_say_what_is_not_told():
    journeys = story_tables(STORY)[0]
    aide = next(row for row in journeys["rows"] if row[0]["text"] == "Saar's aide")
    assert [cell["text"] for cell in aide[1:7]] == [
        "not told",
        "Lublin",
        "foot",
        "not told",
        "happened",
        "not told",
    ]
    assert aide[7]["text"] == "“Saar's aide once walked to Lublin.”\nThe Evening Invention, 9 May 2024"


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2011-01-01", "2011-12-31", "2011"),
        ("2020-01-01", "2029-12-31", "2020–2029"),
        ("2020-02-01", "2020-02-29", "February 2020"),
        ("2023-02-01", "2023-02-27", "1–27 February 2023"),
        ("2023-08-22", "2023-09-03", "22 August – 3 September 2023"),
        ("2023-12-31", "2024-01-01", "31 December 2023 – 1 January 2024"),
        ("2023-09-10", "2023-09-10", "10 September 2023"),
        ("2023-09-10T12:00", "2023-09-10T18:00", "10 September 2023, 12:00–18:00"),
        ("2023-09-10T12:00", "2023-09-11", "10 September 2023, 12:00 – 11 September 2023"),
        (None, "2023-09-10", "until 10 September 2023"),
        ("2023-09-10", None, "from 10 September 2023"),
        (None, None, ""),
    ],
)
def test_an_interval_is_said_as_a_reader_says_it(earliest, latest, words):
    assert interval_words(Interval(earliest=earliest, latest=latest, text="then")) == words


SUNDAY_WORDS = PRESS.span("first", "from Tallinn to Warsaw on Sunday")
DISTANCE = Distance(
    id="d",
    evidence=(SUNDAY_WORDS,),
    value=700,
    unit="mile",
    km=1126.3,
    approximate=True,
    from_place="t:tallinn",
    to_place="t:warsaw",
    straight_km=839.0,
    straight_km_error=22.0,
    routes_km=((Mode.RAIL, 1152.4), (Mode.ROAD, 975.0)),
    verdict=Verdict.ROUTE,
)


def test_a_reported_distance_stands_beside_the_measured_ones():
    row = build_scene(replace(STORY, distances=(DISTANCE,)))["distances"][0]
    assert (row["says"], row["km"], row["judged"]) == ("about 700 miles", 1126, "Matches the route by rail.")
    assert row["measures"] == [
        {"name": "straight line", "km": 839, "matches": False},
        {"name": "by rail", "km": 1152, "matches": True},
        {"name": "by road", "km": 975, "matches": False},
    ]
    assert (row["line"][0], row["line"][-1]) == ([24.7535, 59.437], [21.0118, 52.2298])
    assert (row["articles"], row["origins"]) == (1, 1)


def test_the_sentence_with_the_number_comes_first():
    number, end = (
        PRESS.span("second", "denied that Ivo Kask"),
        PRESS.span("second", "Maret Saar left Tallinn"),
    )
    scene = build_scene(replace(STORY, distances=(replace(DISTANCE, evidence=(number, end)),)))
    first, second = (scene["excerpts"][index]["text"] for index in scene["distances"][0]["excerpts"])
    assert first.startswith("The ministry denied")
    assert second.startswith("Maret Saar left")


def test_a_distance_without_an_end_has_no_line_and_is_not_judged():
    lone = replace(DISTANCE, to_place=None, straight_km=None, routes_km=(), verdict=Verdict.NOT_CHECKABLE)
    row = build_scene(replace(STORY, distances=(lone,)))["distances"][0]
    assert (row["line"], row["measures"]) == ([], [])
    assert row["judged"] == "Cannot be checked: an end is missing, or too vague."


@pytest.mark.parametrize(
    ("value", "unit", "approximate", "words"),
    [
        (950.0, "mile", True, "about 950 miles"),
        (1.0, "mile", False, "1 mile"),
        (1000.0, "kilometre", False, "1,000 kilometres"),
        (2.5, "nautical mile", False, "2.5 nautical miles"),
        (6.0, "foot", False, "6 feet"),
    ],
)
def test_how_a_distance_is_said(value, unit, approximate, words):
    assert reported_words(replace(DISTANCE, value=value, unit=unit, approximate=approximate)) == words


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.STRAIGHT_LINE, "Matches the straight line."),
        (Verdict.IMPOSSIBLE, "Shorter than the straight line: it cannot be right as printed."),
        (Verdict.UNUSUAL, "Longer than the straight line and than any way that was found."),
    ],
)
def test_how_a_distance_is_judged(verdict, words):
    assert verdict_words(replace(DISTANCE, verdict=verdict)) == words


@pytest.mark.parametrize(
    ("direction", "bearing", "words"),
    [
        ("north", 345.0, "Reported to the north; measured north-northwest, 345°."),
        (
            "south",
            345.0,
            "Reported to the south, but measured north-northwest, 345°: one of the two ends may be wrong.",
        ),
        ("north", 47.0, "Reported to the north; measured northeast, 47°."),
        (None, 345.0, ""),
        ("north", None, ""),
        ("inland", 345.0, ""),
    ],
)
def test_a_reported_direction_is_held_against_the_bearing(direction, bearing, words):
    assert direction_words(replace(DISTANCE, direction=direction, bearing=bearing)) == words


@pytest.mark.parametrize(
    ("depart", "arrive", "km", "words"),
    [
        (_day("2024-05-03"), _day("2024-05-05"), 720.0, "10 to 30 km/h"),
        (_day("2024-05-03"), _day("2024-05-04"), 720.0, "15 km/h or faster"),
        (_day("2024-05-03"), _day("2024-05-03"), 7200.0, "at least 300 km/h: too fast, check the times"),
        (_day("2024-05-05"), _day("2024-05-03"), 720.0, ""),
        (_day("2024-05-03"), None, 720.0, ""),
        (_day("2024-05-03"), _day("2024-05-05"), None, ""),
    ],
)
def test_the_dates_of_a_journey_imply_a_speed(depart, arrive, km, words):
    assert speed_words(replace(DELEGATION, depart=depart, arrive=arrive, path_km=km)) == words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2023-07-01 to 2023-07-31", "July 2023"),
        ("2024-02-01 to 2024-02-29", "February 2024"),
        ("2023-01-01 to 2023-12-31", "2023"),
        ("2023-09-10 to 2023-09-13", "10–13 September 2023"),
        ("on 2023-09-12.", "on 12 September 2023."),
        ("2023-02-30", "2023-02-30"),  # no such day
        ("about 950 miles", "about 950 miles"),
        ("2023", "2023"),
    ],
)
def test_days_are_said_as_a_reader_says_them(text, said):
    assert said_of_days(text) == said


def test_a_disagreement_names_every_thing_that_it_concerns():
    other = replace(DISTANCE, id="e", evidence=(PRESS.span("second", "after\na stop in Vilnius"),))
    sides = tuple(
        ReportedValue(value=each.id, articles=(each.evidence[0].article,), evidence=each.evidence)
        for each in (DISTANCE, other)
    )
    measure = Disagreement(
        id="x",
        about="d",
        kind=DisagreementKind.DIFFERENT_MEASURE,
        values=sides,
        explanation="one is 1152 km.",
    )
    late = replace(measure, id="y", about="saar-warsaw", kind=DisagreementKind.CONFLICT, values=())
    story = replace(STORY, distances=(DISTANCE, other), disagreements=(measure, late))
    rows = build_scene(story)["differences"]
    assert [row["about"] for row in rows] == [["distance:d", "distance:e"], ["journey:saar-warsaw"]]
    assert rows[0]["why"] == "One is 1,152 km."
    assert [value["sources"] for value in rows[0]["values"]] == [["first"], ["second"]]


def _trip(number, status, start, end, *, traveller="Kim", companions=(), way=("a", "b"), known=Known.BOTH):
    """A journey and its run, in minutes."""
    told = replace(
        SAAR,
        id=str(number),
        status=status,
        traveller=traveller,
        companions=companions,
        from_place=way[0],
        to_place=way[1],
    )
    return told, Run(start=start, end=end, early=start, late=end, known=known)


FACT = (1, Status.HAPPENED, 40, 60)


@pytest.mark.parametrize(
    ("plan", "fact", "minute"),
    [
        ((0, Status.PLANNED, 0, 100), (FACT, {"way": ("a", "c")}), 40),
        ((0, Status.POSSIBLE, 50, 100), (FACT, {}), 40),  # elsewhere before the plan's time begins, and still
        ((0, Status.PLANNED, 0, 100), ((1, Status.UNDER_WAY, 40, 60), {}), 40),
        ((0, Status.PLANNED, 0, 100), (FACT, {"traveller": "Putin", "companions": ("Kim",)}), 40),
        ((0, Status.PLANNED, 0, 100), (FACT, {"known": Known.WITHIN}), 60),  # by then, whenever it was
        ((0, Status.PLANNED, 60, 100), (FACT, {}), None),  # back in time
        ((0, Status.PLANNED, 0, 40), (FACT, {}), None),
        ((0, Status.PLANNED, 50, 100), (FACT, {"way": ("c", "a")}), None),  # the plan goes on from there
        ((0, Status.PLANNED, 0, 100), (FACT, {"traveller": "Putin"}), None),
        ((0, Status.PLANNED, 0, 100), ((1, Status.DENIED, 40, 60), {}), None),
        ((0, Status.PLANNED, 0, 100), ((1, Status.POSSIBLE, 40, 60), {}), None),
    ],
)
def test_a_fact_overtakes_the_plan_of_whom_it_has_elsewhere(plan, fact, minute):
    planned, done = _trip(*plan), _trip(*fact[0], **fact[1])
    found = overtakers([planned[0], done[0]], {"0": planned[1], "1": done[1]})
    assert found["0"] == ([] if minute is None else [{"by": "1", "minute": minute}])
    assert "1" not in found or found["1"] == []


def test_nothing_overtakes_what_has_no_date():
    (planned, _), (done, ran) = _trip(0, Status.PLANNED, 0, 1), _trip(*FACT)
    assert overtakers([planned, done], {"0": None, "1": ran}) == {"0": []}
