"""What the stage says in words: sentences, tables, distances and how they are judged, differences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import (
    Article,
    Disagreement,
    DisagreementKind,
    Distance,
    Interval,
    Mode,
    ReportedValue,
    Span,
    Verdict,
)
from geo.stage.checks import direction_words, speed_words
from geo.stage.dates import interval_words
from geo.stage.differences import said_of_days
from geo.stage.excerpts import excerpt, sentence_bounds
from geo.stage.lengths import reported_words, verdict_words
from geo.stage.reader import article_page
from geo.stage.scene import build_scene
from geo.stage.tables import story_tables
from tests.fixtures.invented import DELEGATION, PRESS, STORY

SCENE = build_scene(STORY)
JOURNEYS = {row["id"]: row for row in SCENE["journeys"]}


def _day(text: str, last: str | None = None) -> Interval:
    return Interval(earliest=text, latest=last or text, text=text)


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
        (_day("2024-05-03T06:00"), _day("2024-05-03T18:00"), 120.0, "10 km/h"),
        (_day("2024-05-03"), _day("2024-05-05"), 0.0, ""),
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
