"""Journeys told over several sentences, in lists, by pronouns, with companions, times and stops."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journey_reader import KINDS, PLACES, journeys_of, pipeline, rows

from geo.model import Interval, Mention, Mode, Role, Span
from geo.reading.journeys.journeys import find_journeys
from geo.reading.parse import parse


@pytest.mark.parametrize("role", [Role.DEMONYM, Role.NAME])
def test_only_ground_is_a_place(role):
    assert journeys_of("Anna Weber arrived in Paris.", role=role) == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("England travel to Greece.", 1),
        ("England moved to calm Greece.", 0),
        ("England returned to Greece what it took.", 0),
    ],
)
def test_a_team_travels_under_the_name_of_its_country(text, count):
    paragraphs = parse("a", text, [(0, len(text))], pipeline())
    start = text.index("Greece")
    greece = Mention(
        span=Span(article="a", start=start, end=start + 6, text="Greece"), place="Greece", role=Role.LITERAL
    )
    england = Mention(
        span=Span(article="a", start=0, end=7, text="England"), place="London", role=Role.METONYMIC
    )
    assert len(find_journeys(paragraphs, (england, greece), PLACES, ())) == count


def test_a_line_of_a_list_belongs_to_who_was_named_before():
    assert rows("The state paid Anna Weber.\n\nTwo trips to Paris and Lima, $9,000.") == [
        ("Anna Weber", None, "Paris", "unknown", "happened"),
        ("Anna Weber", None, "Lima", "unknown", "happened"),
    ]
    assert rows("Two trips to Paris and Lima, $9,000.") == []


@pytest.mark.parametrize(
    ("published", "status"), [(date(2023, 9, 9), "planned"), (date(2023, 9, 12), "happened")]
)
def test_the_present_tense_tells_of_a_later_day_as_planned(published, status):
    (journey,) = journeys_of("Anna Weber flies to Paris on Sept. 12.", published=published)
    assert journey.status.value == status


@pytest.mark.parametrize(
    "dateline",
    ["LIMA: ", "LIMA, March 4, 2024 - ", "LIMA, March 4 (Reuters) - ", "LIMA (AP) -- ", "Lima, Peru – "],
)
def test_a_dateline_does_not_travel(dateline):
    found = rows(f"{dateline}Foreign Minister Anna Weber flew from Vienna to Paris on Monday.")
    assert found == [("Anna Weber", "Vienna", "Paris", "air", "happened")]


def test_a_second_leg_starts_where_the_first_ended():
    found = rows("The delegation traveled by train from Pyongyang to Vladivostok, and then flew to Moscow.")
    assert found == [
        ("The delegation", "Pyongyang", "Vladivostok", "rail", "happened"),
        ("The delegation", "Vladivostok", "Moscow", "air", "happened"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Anna Weber left Lima on Monday. She arrived in Paris two days later.",
            [("Anna Weber", "Lima", "Paris", "unknown", "happened")],
        ),
        (
            "Anna Weber left Lima on Monday. She will fly to Paris. She was in Paris once.",
            [
                ("Anna Weber", "Lima", None, "unknown", "happened"),
                ("Anna Weber", "Lima", "Paris", "air", "planned"),
            ],
        ),
        (
            "Anna Weber had planned to visit Paris. She called off the trip.",
            [("Anna Weber", None, "Paris", "unknown", "denied")],
        ),
        (
            "Anna Weber made a trip to Paris, travelling by train.",
            [("Anna Weber", None, "Paris", "rail", "happened")],
        ),
        (
            "The tanker Hydra left Lima. The Hydra docked in Mombasa.",
            [("Hydra", "Lima", "Mombasa", "sea", "happened")],
        ),
        (
            "Anna Weber was freed. The 20-year-old arrived in Paris.",
            [("Anna Weber", None, "Paris", "unknown", "happened")],
        ),
        (
            "The skull was sold in Lima. A ship took it to Mombasa.",
            [("The skull", None, "Mombasa", "sea", "happened")],
        ),
    ],
)
def test_journeys_told_over_sentences(text, expected):
    assert rows(text) == expected


def test_two_ways_of_travel_are_two_journeys():
    told = "Anna Weber crossed into Russia by boat on Sunday. Anna Weber walked up to Moscow."
    assert [row[2:4] for row in rows(told)] == [("Russia", "sea"), ("Moscow", "foot")]


def test_what_one_left_after_is_no_way_on():
    assert rows("Anna Weber left Lima on Monday after a trip that took her to Greece.") == [
        ("Anna Weber", "Lima", None, "unknown", "happened"),
        ("Anna Weber", None, "Greece", "unknown", "happened"),
    ]


def test_from_there_is_from_the_last_stop():
    told = "Anna Weber will fly to Lima. From there she will travel to Nairobi. She will then go to Hanoi."
    assert [row[1:3] for row in rows(told)] == [(None, "Lima"), ("Lima", "Nairobi"), ("Nairobi", "Hanoi")]


def test_a_stop_before_the_way_home():
    assert rows("Anna Weber plans a final stop in Houston before returning to Saudi Arabia.") == [
        ("Anna Weber", None, "Houston", "unknown", "planned"),
        ("Anna Weber", "Houston", "Saudi Arabia", "unknown", "planned"),
    ]


def test_a_list_of_places_is_a_journey_each():
    assert [row[2] for row in rows("Anna Weber visited Paris, Berlin and Vienna.")] == [
        "Paris",
        "Berlin",
        "Vienna",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber visited several cities, including Paris, Berlin and Vienna.",
        "Anna Weber visited cities such as Paris, Berlin and Vienna.",
    ],
)
def test_places_listed_after_what_they_are_are_a_journey_each(text):
    assert [row[2] for row in rows(text)] == ["Paris", "Berlin", "Vienna"]


def test_what_follows_a_movement_is_another_one():
    assert rows("The delegation flew to Lima before a two-hour road trip to Mombasa.") == [
        ("The delegation", None, "Lima", "air", "happened"),
        ("The delegation", None, "Mombasa", "road", "happened"),
    ]


def test_places_on_the_way():
    (journey,) = journeys_of("Anna Weber flew from Lima via Paris to London.")
    assert (journey.from_place, journey.via, journey.to_place) == ("Lima", ("Paris",), "London")


def test_who_goes_along():
    (journey,) = journeys_of("Kim Jong-un arrived in Russia, accompanied by Choe Son-hui.")
    assert journey.companions == ("Choe Son-hui",)


def test_one_traveller_under_many_names():
    (journey,) = journeys_of(
        "North Korean leader Kim Jong-un arrived in Moscow. Mr. Kim is on a visit to Moscow. "
        "Putin thanked him. The North Korean leader travelled to Moscow by train."
    )
    assert journey.traveller == "Kim Jong-un"
    assert (journey.to_place, journey.mode, len(journey.claims)) == ("Moscow", Mode.RAIL, 3)


def test_his_train_is_him():
    (journey,) = journeys_of("Kim Jong-un boarded his train on Sunday. The train crossed into Russia.")
    assert (journey.traveller, journey.to_place, journey.mode) == ("Kim Jong-un", "Russia", Mode.RAIL)


def test_the_most_specific_place_wins():
    (journey,) = journeys_of("Anna Weber visited Russia in July. Anna Weber arrived in Moscow in July.")
    assert journey.to_place == "Moscow"
    assert [claim.to_place for claim in journey.claims] == ["Russia", "Moscow"]


def test_two_times_are_two_journeys():
    first, second = journeys_of(
        "Anna Weber visited Paris in 2019. Anna Weber will travel to Paris on Sept. 12."
    )
    assert (first.status.value, first.arrive) == (
        "happened",
        Interval(earliest="2019-01-01", latest="2019-12-31", text="2019"),
    )
    assert (second.status.value, second.arrive.earliest) == ("planned", "2023-09-12")


def test_the_time_of_setting_off_is_a_departure():
    (journey,) = journeys_of("Anna Weber left Paris on Sept. 12.")
    assert (journey.depart.earliest, journey.arrive) == ("2023-09-12", None)


def test_the_port_city_is_the_one_named_before():
    found = journeys_of("Kim met Putin in Vladivostok. Kim is expected to travel to the port city again.")
    assert [journey.to_place for journey in found] == ["Vladivostok"]


def test_ids_are_counted_in_text_order():
    found = journeys_of("Anna Weber flew to Paris. Anna Weber drove to Berlin.")
    assert [journey.id for journey in found] == ["a:j1", "a:j2"]


def test_nothing_to_read():
    assert find_journeys((), (), (), ()) == ()


PIECES = (
    "Anna Weber|he|his train|the pair|arrived in|left|flew from|to|via|visit to|will|was sent to|and|who"
    "|where|,|.|\n|“|’s|by train|in 2019|\u200f|🚂"
)
_pieces = st.lists(st.sampled_from([*KINDS, *PIECES.split("|")]), max_size=25)


@settings(max_examples=30, deadline=None)
@given(_pieces.map(" ".join))
def test_whatever_is_written_evidence_stands_in_the_text(text):
    known = {journey.id: journey for journey in journeys_of(text)}
    for journey in known.values():
        assert journey.from_place or journey.to_place
        assert journey.from_place != journey.to_place
        for claim in journey.claims:
            assert claim.evidence
            for span in claim.evidence:
                assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A retired nurse was arrested on Monday. Anna Weber, 61, had flown to Lima.",
            ("Anna Weber", None, "Lima", "air", "happened"),
        ),
        (
            "A nurse flew to Lima. Anna Weber, 61, denied it.",
            ("Anna Weber", None, "Lima", "air", "happened"),
        ),
        ("A nurse flew to Lima. Dr Weber praised her.", ("A nurse", None, "Lima", "air", "happened")),
        (
            "The navy boarded a tanker. The Kiwalu was stopped at noon. It had sailed from Mombasa.",
            ("The Kiwalu", "Mombasa", None, "sea", "happened"),
        ),
        (
            "The boat was bound for Mombasa. It had left Lima on Monday.",
            ("The boat", "Lima", "Mombasa", "sea", "happened"),
        ),
        (
            "Ten pilgrims were rescued in Lima. Most were flown to Paris.",
            ("most of ten pilgrims", None, "Paris", "air", "happened"),
        ),
        (
            "LIMA (Reuters) - Fighting went on. Anna Weber, a nurse, walked here from Paris.",
            ("Anna Weber", "Paris", "Lima", "foot", "happened"),
        ),
    ],
)
def test_who_and_where_from_by_the_sentences_around(text, expected):
    assert rows(text.replace("LIMA", "Lima")) == [expected]


def test_a_goal_after_a_goal_starts_there():
    assert rows("Anna Weber flew to Paris, then on to Vienna.") == [
        ("Anna Weber", None, "Paris", "air", "happened"),
        ("Anna Weber", "Paris", "Vienna", "air", "happened"),
    ]


def test_a_place_inside_the_goal_is_no_origin():
    told = "Kim got off the train at Khasan. Kim arrived in Russia."
    assert {row[1] for row in rows(told)} == {None}
