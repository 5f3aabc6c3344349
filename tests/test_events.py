"""Sentences and the events that they report: kind, place, time, people, status."""

import re
from datetime import date as day
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Mention, Place, PlaceKind, Role, Span, Timex
from geo.reading.events.events import find_events
from geo.reading.parse import load_pipeline, parse
from tests.effort import effort

KINDS = {
    "Pyongyang": PlaceKind.CITY,
    "Vladivostok": PlaceKind.CITY,
    "Hanoi": PlaceKind.CITY,
    "Geneva": PlaceKind.CITY,
    "Ukraine": PlaceKind.COUNTRY,
    "Russia": PlaceKind.COUNTRY,
    "Chile": PlaceKind.COUNTRY,
}
PLACES = tuple(
    Place(id=name, name=name, kind=kind, lat=1.0, lon=1.0, radius_km=10, country=None, basis="test")
    for name, kind in KINDS.items()
)
NAMES = re.compile("|".join(KINDS))
DATES = {
    "Monday": "2023-09-11",
    "Friday": "2023-09-15",
    "Sept. 9": "2023-09-09",
    "April 2019": "2019-04-01",
    "July": "2023-07-01",
}


@cache
def pipeline():
    return load_pipeline()


def events_of(text):
    """The events in a text whose known names are literal mentions and whose known dates are times."""
    paragraphs = parse("a", text, [m.span() for m in re.finditer(r"[^\n]+", text)], pipeline())
    mentions = tuple(
        Mention(
            span=Span(article="a", start=m.start(), end=m.end(), text=m[0]), place=m[0], role=Role.LITERAL
        )
        for m in NAMES.finditer(text)
    )
    times = tuple(
        Timex(
            span=Span(article="a", start=m.start(), end=m.end(), text=m[0]),
            value=date,
            earliest=date,
            latest=date,
        )
        for words, date in DATES.items()
        for m in re.finditer(re.escape(words), text)
    )
    return find_events(paragraphs, mentions, PLACES, times, day(2023, 9, 12))


def rows(text):
    return [
        (e.kind, e.place, e.time.earliest if e.time else None, e.people, e.status.value)
        for e in events_of(text)
    ]


KIM_AND_PUTIN = ("Kim Jong-un", "Vladimir Putin")
REPORTED = [
    (
        "Kim Jong-un met Vladimir Putin in Vladivostok.",
        ("meeting", "Vladivostok", None, KIM_AND_PUTIN, "happened"),
    ),
    (
        "Kim Jong-un and Vladimir Putin will meet in Vladivostok on Monday.",
        ("meeting", "Vladivostok", "2023-09-11", KIM_AND_PUTIN, "planned"),
    ),
    (
        "Kim Jong-un may meet Vladimir Putin on Monday.",
        ("meeting", None, "2023-09-11", KIM_AND_PUTIN, "possible"),
    ),
    (
        "The summit between Kim Jong-un and Vladimir Putin was held in Hanoi.",
        ("meeting", "Hanoi", None, KIM_AND_PUTIN, "happened"),
    ),
    ("Talks will take place in Geneva on Monday.", ("meeting", "Geneva", "2023-09-11", (), "planned")),
    ("A parade is scheduled for Sept. 9.", ("parade", None, "2023-09-09", (), "planned")),
    (
        "Putin is attending the Eastern Economic Forum in Vladivostok.",
        ("forum", "Vladivostok", None, ("Putin",), "under way"),
    ),
    ("An earthquake struck Chile on Monday.", ("disaster", "Chile", "2023-09-11", (), "happened")),
    ("The invasion of Ukraine shocked many.", ("attack", "Ukraine", None, (), "happened")),
    ("Pyongyang fired two missiles on Monday.", ("launch", None, "2023-09-11", (), "happened")),
    ("A satellite was launched on Monday.", ("launch", None, "2023-09-11", (), "happened")),
    ("The election will be held in July.", ("election", None, "2023-07-01", (), "planned")),
    ("Anna Weber died in Geneva on Monday.", ("death", "Geneva", "2023-09-11", ("Anna Weber",), "happened")),
    # the place that is struck, that hosts it, or where the object, the doer or the company is
    ("Rebels shelled Geneva on Monday.", ("attack", "Geneva", "2023-09-11", (), "happened")),
    ("A bomb exploded at a market in Hanoi, killing two.", ("attack", "Hanoi", None, (), "happened")),
    ("A drone strike on a hotel in Hanoi killed two.", ("attack", "Hanoi", None, (), "happened")),
    ("Two men were killed in a shooting in Geneva.", ("attack", "Geneva", None, (), "happened")),
    ("A court in Geneva sentenced him on Monday.", ("trial", "Geneva", "2023-09-11", (), "happened")),
    ("Chile will hold elections in July.", ("election", "Chile", "2023-07-01", (), "planned")),
    ("Voters in Chile went to the polls on Monday.", ("election", "Chile", "2023-09-11", (), "happened")),
    ("The ferry capsized near Hanoi on Monday.", ("disaster", "Hanoi", "2023-09-11", (), "happened")),
    ("Typhoon Saola made landfall in Chile.", ("disaster", "Chile", None, (), "happened")),
    ("Soldiers seized power in Chile on Monday.", ("coup", "Chile", "2023-09-11", (), "happened")),
    ("A statue was unveiled in Hanoi on Monday.", ("ceremony", "Hanoi", "2023-09-11", (), "happened")),
    ("Putin arrived in Hanoi to attend a forum.", ("forum", "Hanoi", None, ("Putin",), "happened")),
    (
        "This photo taken on Monday shows Anna Weber attending a meeting in Hanoi.",
        ("meeting", "Hanoi", "2023-09-11", ("Anna Weber",), "happened"),
    ),
    # what is told in the present
    ("He proposed that they hold talks in Geneva.", ("meeting", "Geneva", None, (), "proposed")),
    ("The exhibition opens in Hanoi on Friday.", ("exhibition", "Hanoi", "2023-09-15", (), "planned")),
    ("The forum that runs through Friday is in Hanoi.", ("forum", None, "2023-09-12", (), "under way")),
    ("The talks in Geneva on Monday were called off.", ("meeting", "Geneva", "2023-09-11", (), "denied")),
    (
        "Anna Weber announced the deal on Monday.",
        ("statement", None, "2023-09-11", ("Anna Weber",), "happened"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_reported(text, expected):
    assert expected in rows(text)


NOT_EVENTS = [
    "They meet the growing demand in Geneva.",
    "He had a heart attack in Geneva.",
    "The meeting room in Geneva is small.",
    "The election campaign in Chile is long.",
    "She fired her lawyer in Geneva on Monday.",
    "The tests were difficult.",
    "Talks are useful.",
    "She said so.",
    "He attacked the plan.",
    "Chile has a coast.",
    "The workers went on strike.",
    "The scandal erupted in Geneva on Monday.",
    "Prices crashed in Chile on Monday.",
    "On Monday he was accused of killing two men.",
    "Officials in Geneva demonstrated the safety of the beef on Monday.",
    "He hit the road in Geneva.",
    "The idea struck her in Hanoi.",
    "Prices collapsed in Chile.",
    "His heart sank in Hanoi.",
    "She made a speech in Geneva.",
    "They seized the goods in Hanoi.",
    "He went to the shop in Geneva on Monday.",
    "The mayor of Hanoi opened a window.",
    "Snow fell in Chile on Monday.",
    "Fans celebrated in Hanoi.",
]


@pytest.mark.parametrize("text", NOT_EVENTS)
def test_no_event(text):
    assert rows(text) == []


def test_a_time_told_of_someone_is_not_that_of_the_event():
    (event,) = events_of("Anna Weber, who came to Hanoi in July, said that talks will take place in Geneva.")
    assert (event.place, event.time) == ("Geneva", None)


def test_people_stand_in_the_name_of_a_meeting_that_has_none():
    (event,) = events_of("Anna Weber held a private meeting with Vladimir Putin in Geneva.")
    assert event.what == "private meeting of Anna Weber and Vladimir Putin"


def test_a_third_of_the_table_are_no_events():
    assert 2 * len(NOT_EVENTS) >= len(REPORTED)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "Anna Weber, a chemist, told TASS news agency on Monday that all was well.",
            "Anna Weber told TASS news agency",
        ),
        ("Russia, warned by Anna Weber on Monday not to act, acted.", "Anna Weber warned Russia"),
        ("Anna Weber announced the deal on Monday, which few had expected.", "Anna Weber announced the deal"),
    ],
)
def test_statements_are_named_in_short(text, what):
    assert [event.what for event in events_of(text) if event.kind == "statement"] == [what]


def test_two_tellings_are_one_event():
    (event,) = events_of(
        "Kim Jong-un and Vladimir Putin met in Vladivostok in April 2019. "
        "At the summit in Vladivostok in April 2019 little was agreed."
    )
    assert event.id == "a:e1"
    assert len(event.claims) == 2
    assert event.people == KIM_AND_PUTIN


def test_a_plan_and_an_older_fact_are_two():
    statuses = [
        event.status.value
        for event in events_of(
            "Kim Jong-un and Vladimir Putin met in April 2019. They will meet in Vladivostok on Monday."
        )
    ]
    assert statuses == ["happened", "planned"]


@pytest.mark.parametrize(
    "hostile", ["Kim and Ann and ", "\u200fKim \u202eRome\u202c ", "Kim Jong Un, ", "the ship Titan, "]
)
def test_effort_grows_with_the_length_and_no_faster(hostile):
    def work(length):
        text = (hostile * length)[:length]
        paragraphs = parse("a", text, [(0, length)], pipeline())
        return effort(lambda: find_events(paragraphs, (), (), ()))

    assert work(8_000) < 4.5 * work(2_000) + 2_000


PIECES = "Kim Jong-un|Putin|they|met|will meet|the summit|talks|between|and|in|on|was held|attack|,|.|\n|“|🎉"
_pieces = st.lists(st.sampled_from([*KINDS, *DATES, *PIECES.split("|")]), max_size=25)


@settings(max_examples=30, deadline=None)
@given(_pieces.map(" ".join))
def test_whatever_is_written_evidence_stands_in_the_text(text):
    for event in events_of(text):
        assert event.what
        assert event.place or event.time or len(event.people) > 1
        for claim in event.claims:
            for span in claim.evidence:
                assert text[span.start : span.end] == span.text
