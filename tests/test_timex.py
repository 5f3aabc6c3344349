"""Times in news text: sentences with the times in brackets and their values, then intervals and tense."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.reading.dates.setting import Tense
from geo.reading.dates.timex import find_in_text, find_times, normalise
from geo.reading.parse import load_pipeline, parse
from tests.effort import effort

TUESDAY = date(2023, 9, 12)

TIMES = [
    # full dates, in every order and dress
    ("seen on [Monday, Sept. 11, 2023]. (AP Photo)", "2023-09-11"),
    ("released on [September 12, 2023], shows", "2023-09-12"),
    ("Published in Dawn, [September 13th, 2023]", "2023-09-13"),
    ("Updated [16 May, 2024] by staff", "2024-05-16"),
    ("signed on [the 11th of December 2009] in Oslo", "2009-12-11"),
    ("wire , [March 01 , 2008] , Reuters", "2008-03-01"),
    ("filed [2023-09-12] by desk", "2023-09-12"),
    ("filed [2023-09-12T10:30Z] by desk", "2023-09-12T10:30Z"),
    ("valid from [09/11/2023] on", "2023-09-11"),
    ("valid from [23/11/2023] on", "2023-11-23"),
    ("gültig ab [11.09.2023] hier", "2023-09-11"),
    ("[Wed., Sept. 6], he flew", "2023-09-06"),
    ("born on [Feb. 29, 2000], he", "2000-02-29"),
    ("on [Sunday 10 September] he left", "2023-09-10"),
    ("on [4 July 1776] the colonies", "1776-07-04"),
    # days without a year, lists and ranges
    ("paramilitary parade on [Sept. 9] to commemorate", "2023-09-09"),
    ("take place between [Sept. 10] and [13] at the university", "2023-09-10 2023-09-13"),
    ("is scheduled to run [Sept. 10 to 13], in line", "2023-09-10/2023-09-13"),
    ("the forum ([Sept. 10-13]) opened", "2023-09-10/2023-09-13"),
    ("talks on [10] and [13 September] failed",
     "2023-09-10 2023-09-13"),
    ("deep isolation. ([September 11])", "2023-09-11"),
    ("the launch on [11 December] is", "2023-12-11"),
    ("He left on [the 9th], aides said", "2023-09-09"),
    ("on [May 26 last year] he died", "2022-05-26"),
    ("the storm of [Dec. 31, 1999]", "1999-12-31"),
    # days and weeks by a rule
    ("since [9/11] the rules", "2001-09-11"),
    ("after the [Sept. 11] attacks he", "2001-09-11"),
    ("in [the second week of July] he", "2023-W28"),
    ("held on [the first Monday of November] in", "2023-11-06"),
    ("held over [the last weekend of August 2022] in", "2022-W34-WE"),
    ("on [Friday the 13th] he", "2023-10-13"),
    ("on [the night of 3-4 May] they", "2023-05-03TNI"),
    ("on [July Fourth] he", "2023-07-04"),
    ("opens [a week from Friday] in", "2023-09-22"),
    ("opens [a week on Saturday] in", "2023-09-23"),
    ("left [a week ago Friday], he", "2023-09-01"),
    ("left [two Sundays ago], he", "2023-09-03"),
    ("left [the day before yesterday], he", "2023-09-10"),
    ("opens [the day after tomorrow], he", "2023-09-14"),
    ("opens [two years from now], he", "2025"),
    ("opens in [two weeks' time], he", "2023-W39"),
    ("it began [ten minutes ago], he", "2023-09-12"),
    ("at [six o'clock in the evening] he", "2023-09-12T18:00"),
    ("at [half past six] he", "2023-09-12T06:30"),
    ("at [a quarter to nine] he", "2023-09-12T08:45"),
    ("a curfew from [9 p.m.] to [5 a.m.] is", "2023-09-12T21:00 2023-09-13T05:00"),
    ("from [the 1800s] on", "18"),
    ("on [Sept. 10] he left; [the night before], he", "2023-09-10 2023-09-09TNI"),
    # weekdays
    ("arrived in Russia on [Tuesday] for", "2023-09-12"),
    ("Putin arrived [Monday] to attend", "2023-09-11"),
    ("boarded his train [Sunday afternoon], accompanied", "2023-09-10TAF"),
    ("crossed into Russia sometime [early Tuesday], Jeon", "2023-09-12"),
    ("spokesman said on [Wednesday] that", "2023-09-06"),
    ("played on [Friday night] in", "2023-09-08TNI"),
    ("elected [last Friday] in", "2023-09-08"),
    ("elected [last Tuesday] in", "2023-09-05"),
    ("opens [next Monday] in", "2023-09-18"),
    ("opens [this coming Sunday] in", "2023-09-17"),
    ("ended [this past Sunday] in", "2023-09-10"),
    ("on [Thursday of last week] he", "2023-09-07"),
    ("since [Friday] no train", "2023-09-08"),
    ("a forum that runs through [Wednesday], according", "2023-09-13"),
    ("[late Tuesday night] he", "2023-09-12TNI"),
    ("on [the evening of Wednesday, Sept. 6] he", "2023-09-06TEV"),
    # named days and parts of a day
    ("announced [today] that", "2023-09-12"),
    ("died [yesterday] at", "2023-09-11"),
    ("leaves [tomorrow morning] by", "2023-09-13TMO"),
    ("the vote [tonight] is", "2023-09-12TNI"),
    ("attacked [last night] near", "2023-09-11TNI"),
    ("announced [this morning] that", "2023-09-12TMO"),
    ("rose [earlier today] in", "2023-09-12"),
    ("shelled [overnight] near", "2023-09-12TNI"),
    ("[early in the morning] he left", "2023-09-12TMO"),
    # times of day
    ("left at [8:30 p.m.] and", "2023-09-12T20:30"),
    ("left at [9 a.m. on Monday] by", "2023-09-11T09:00"),
    ("left on [Monday at 9 a.m. GMT] by", "2023-09-11T09:00Z"),
    ("from the White House at [16:00 UTC today] , President", "2023-09-12T16:00Z"),
    ("At [0800 UTC] , the bank", "2023-09-12T08:00Z"),
    ("landed at [6:40 p.m. ( GMT +8 )] after", "2023-09-12T18:40"),
    ("a call at [11:45 on Tuesday night] from", "2023-09-12T23:45"),
    ("landed at [12 a.m.] after", "2023-09-12T00:00"),
    ("landed at [12pm] after", "2023-09-12T12:00"),
    ("the bomb at [six o'clock] after", "2023-09-12T06:00"),
    ("closed at [midnight Sunday] for", "2023-09-10TNI"),
    # weeks, months, quarters, years from the publication date
    ("officials released intelligence [last week] that", "2023-W36"),
    ("in the far east [later this week], the Kremlin", "2023-W37"),
    ("[early next week] he", "2023-W38"),
    ("Pyongyang [last month] to attend", "2023-08"),
    ("plans to travel [this month] to", "2023-09"),
    ("will receive it [next month] .", "2023-10"),
    ("[earlier this year] he", "2023"),
    ("a loss [last year] in", "2022"),
    ("By [the end of this year] , the", "2023"),
    ("by [year's end] he", "2023"),
    ("[late last year] he", "2022"),
    ("lost it in [the third quarter of this year] , mainly", "2023-Q3"),
    ("rose in [the fourth quarter] to", "2022-Q4"),
    ("in [Q3 2011] it", "2011-Q3"),
    ("in [the first half of 2020] it", "2020-H1"),
    ("[the current quarter] is", "2023-Q3"),
    ("only [this weekend] , when", "2023-W37-WE"),
    ("over [the weekend] he", "2023-W36-WE"),
    ("[the previous year] he", "2022"),
    # months, years, seasons, decades, centuries
    ("In [late August], a delegation", "2023-08"),
    ("visit to North Korea in [July], when", "2023-07"),
    ("a meeting in [April 2022] between", "2022-04"),
    ("in [April of 2019] he", "2019-04"),
    ("best finish since [November 2008] after", "2008-11"),
    ("in [September last year] he", "2022-09"),
    ("between [April] and [June 1997] it", "1997-04 1997-06"),
    ("[last June] he", "2023-06"),
    ("dealers by [early June] .", "2024-06"),
    ("was held in [2019] in", "2019"),
    ("the end of the [1950-53] Korean War", "1950/1953"),
    ("from [2010 to 2012] he", "2010/2012"),
    ("in [mid-2011] .", "2011"),
    ("in [early 2009] , later", "2009"),
    ("the [1991] agreement", "1991"),
    ("in [1812] he", "1812"),
    ("in [the 1990s] he", "199"),
    ("cars of [the 70s] and [80s] .", "197 198"),
    ("the mood of [the late 1960s] was", "196"),
    ("in [the 19th century] he", "18"),
    ("[this summer] he", "2023-SU"),
    ("in [the summer of 2012] he", "2012-SU"),
    ("[last winter] he", "2022-WI"),
    ("on [Christmas Eve] he", "2023-12-24"),
    ("on [Labor Day] he", "2023-09-04"),
    ("at [Easter 2023] he", "2023-04-09"),
    # counted from the publication date
    ("begun [two years ago] , has", "2021"),
    ("came [a week ago] .", "2023-W36"),
    ("came [three days ago] .", "2023-09-09"),
    ("came [five months ago] .", "2023-04"),
    ("came [several years ago] .", "PAST_REF"),
    # from the time told last
    ("He came on [Sept. 3] and left [the following day].", "2023-09-03 2023-09-04"),
    ("He came on [Sept. 3] and left [two days later].", "2023-09-03 2023-09-05"),
    ("The war began in [1950]. [Later that year] Seoul fell.",
     "1950 1950"),
    ("He fell on [July 4, 2019] and died on [the same day].", "2019-07-04 2019-07-04"),
    ("He spoke on [July 4, 2019]; [a day earlier] he had not.", "2019-07-04 2019-07-03"),
    ("It fell in [February] against [the same month last year].", "2023-02 2022-02"),
    # lengths of time
    ("in [the past 17 months].", "P17M"),
    ("controls for [more than three years].", "P3Y"),
    ("took [about 10 days], in", "P10D"),
    ("trip abroad in [over four years].", "P4Y"),
    ("by train for [2 days] from", "P2D"),
    ("spent [three nights] in", "P3D"),
    ("back [several years] , Boeing", "PXY"),
    ("a [12-hour] flight", "PT12H"),
    ("a [four day] rally", "P4D"),
    ("the [fifty-year] life", "P50Y"),
    ("fell for [half an hour] after", "PT0.5H"),
    ("after [two and a half years] of", "P2.5Y"),
    ("after [a year and a half] of", "P1.5Y"),
    ("within [the next six months] , Apple", "P6M"),
    ("in [the past decade] .", "P10Y"),
    ("After [decades] of enmity", "PXY"),
    ("will travel within [weeks] to", "PXW"),
    ("[two consecutive quarters] of", "P2Q"),
    ("[every fortnight]", "P2W"),
    # sets, and times that name no day
    ("meet [every Monday] in", "XXXX-WXX-1"),
    ("meets on [Mondays] in", "XXXX-WXX-1"),
    ("meets [annually] in", "P1Y"),
    ("claims , [weekly] .", "P1W"),
    ("15 [a year] .", "P1Y"),
    ("$20 [per month] .", "P1M"),
    ("have [recently] called", "PAST_REF"),
    ("in [recent years] he", "PAST_REF"),
    ("decisions of [the past] , and", "PAST_REF"),
    ("is [currently] attending", "PRESENT_REF"),
    ("is [now] attending", "PRESENT_REF"),
    ("will [soon] leave", "FUTURE_REF"),
    ("possibly in [the future] .", "FUTURE_REF"),
]  # fmt: skip

NO_TIMES = [
    "May said she would go.",
    "He may go and he might march on.",
    "They march on Moscow.",
    "Prime Minister Theresa May has blamed",
    "April Jones and June Carter sang.",
    "commemorate the 75th anniversary of the founding",
    "the 70th anniversary of the armistice",
    "The Sunday Times reported",
    "the Daily Mail wrote",
    "a Friday Night rerun",
    "More than 2000 people fled.",
    "some 1950 soldiers fell",
    "It cost $1998 in all.",
    "Flight 1999 landed.",
    "the Boeing 737-2000 series",
    "Room 2010 is shut.",
    "No. 1984 on the list",
    "the F-16",
    "an 81-year-old man",
    "the boy, 16 years old, ran",
    "she is 30 years of age",
    "in her 30s",
    "in her early thirties",
    "aged in their 20s and 30s",
    "a score of 19/11",
    "She scored 21 points in the second quarter.",
    "moved from half past the line",
    "a quarter to nine people",
    "a quarter of nine",
    "the first of many",
    "the last of the first",
    "a quarter past caring",
    "the day before the flood",
    "the morning after pill",
    "two ago",
    "the second half began badly",
    "in the second place",
    "the third man",
    "won 3:2 at home",
    "a 3-45 ratio",
    "The fall of the city shocked all.",
    "Prices fall, and spring back.",
    "They spring to action.",
    "Special Olympics",
    "Good morning to all.",
    "the night watch",
    "I am glad. He said, I am.",
    "PM Miro Cerar said",
    "as soon as he left",
    "now-cancelled deal",
    "It was a day to remember.",
    "not a day anybody can be prepared for",
    "the Black Friday of all sales",
    "the sun rose and he sat down",
    "He sat and wed her.",
    "the dog",
    "about a quarter of its dealers",
    "French Quarter street grid",
    "three quarters of voters",
    "the dragon",
    "the august assembly of elders",
    "Jan Smith and Dec Jones",
    "a dec. in value",
    "The first two won.",
    "12,000 and 2,019 votes",
    "on the 15th floor",
    "He was 5 and she 6.",
    "call 555-2010 for help",
    "Windows 2000 crashed.",
    "24/7 help",
    "1/2 cup of milk",
    "version 10.4.11 is out",
    "score 10/12/x",
    "on 31/31/2023 nothing",
    "Feb. 45 never comes",
    "the 2000m race",
    "the Christmas tree fell",
    "a stand",
    "the end of the road",
    "early warning and late delivery",
    "next to last in line",
    "this is the last of them",
    "the coming man",
    "the following men",
    "Prague Spring",
    "the May Company store",
    "the hundred best",
    "more than three metres",
    "within 10 miles",
    "old ruins",
    "seconds out",
]  # fmt: skip


def _unmarked(marked: str) -> tuple[str, list[str]]:
    plain = marked.replace("[", "").replace("]", "")
    return plain, [piece.split("]")[0] for piece in marked.split("[")[1:]]


@pytest.mark.parametrize(("marked", "values"), TIMES)
def test_times_have_their_words_and_values(marked, values):
    text, words = _unmarked(marked)
    found = find_in_text(text, TUESDAY)
    assert [(text[start:end], moment.value) for start, end, moment in found] == list(
        zip(words, values.split(), strict=True)
    )


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_is_left_alone(text):
    assert [text[start:end] for start, end, _ in find_in_text(text, TUESDAY)] == []


def test_the_tables_are_large_and_a_third_negative():
    assert len(TIMES) + len(NO_TIMES) >= 150
    assert len(NO_TIMES) * 2 >= len(TIMES)


@pytest.mark.parametrize(
    ("phrase", "earliest", "latest"),
    [
        ("Sept. 10 to 13", "2023-09-10", "2023-09-13"),
        ("Sunday afternoon", "2023-09-10T12:00", "2023-09-10T18:00"),
        ("early Tuesday", "2023-09-12T00:00", "2023-09-12T10:00"),
        ("late August", "2023-08-22", "2023-08-31"),
        ("last week", "2023-09-04", "2023-09-10"),
        ("later this week", "2023-09-12", "2023-09-17"),
        ("earlier this year", "2023-01-01", "2023-09-12"),
        ("last month", "2023-08-01", "2023-08-31"),
        ("April 2019", "2019-04-01", "2019-04-30"),
        ("1950-53", "1950-01-01", "1953-12-31"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("the 19th century", "1800-01-01", "1899-12-31"),
        ("last winter", "2022-12-01", "2023-02-28"),
        ("the past 17 months", "2022-04-12", "2023-09-12"),
        ("the night of 3-4 May", "2023-05-03T18:00", "2023-05-04T06:00"),
        ("the turn of the century", "1995-01-01", "2005-01-01"),
        ("the second week of July", "2023-07-08", "2023-07-14"),
        ("Q1 2024", "2024-01-01", "2024-03-31"),
        ("this weekend", "2023-09-16", "2023-09-17"),
        ("9 a.m. Monday", "2023-09-11T09:00", "2023-09-11T09:00"),
        ("17 months", None, None),
        ("recently", None, None),
    ],
)
def test_intervals_keep_the_precision(phrase, earliest, latest):
    moment = normalise(phrase, TUESDAY)
    assert moment is not None
    assert (moment.earliest, moment.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("on Tuesday", "XXXX-WXX-2"),
        ("Sunday afternoon", "XXXX-WXX-7TAF"),
        ("last week", "XXXX-WXX"),
        ("in July", "XXXX-07"),
        ("Sept. 10", "XXXX-09-10"),
        ("yesterday", "XXXX-XX-XX"),
        ("two years ago", "PAST_REF"),
        ("last summer", "XXXX-SU"),
        ("last year", "XXXX"),
    ],
)
def test_without_a_publication_date_the_unknown_stays_open(phrase, value):
    moment = normalise(phrase, None)
    assert moment is not None
    assert (moment.value, moment.earliest, moment.latest) == (value, None, None)


def test_a_full_date_needs_no_publication_date_and_serves_as_reference():
    text = "He came on July 4, 2019. The following day he left, and two days later he was home."
    found = [moment.value for _, _, moment in find_in_text(text, None)]
    assert found == ["2019-07-04", "2019-07-05", "2019-07-07"]


def test_a_line_that_is_only_a_date_is_the_publication_date():
    text = "Test flight delayed\nSeptember 01 , 2007\nA flight was delayed today , not on Monday .\n"
    assert [moment.value for _, _, moment in find_in_text(text, None)] == [
        "2007-09-01",
        "2007-09-01",
        "2007-08-27",
    ]


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Kim will meet Putin on Friday in Vladivostok.", "2023-09-15"),
        ("Kim met Putin on Friday in Vladivostok.", "2023-09-08"),
        ("The trial is set to begin on Wednesday.", "2023-09-13"),
        ("Putin is expected to arrive on Thursday.", "2023-09-14"),
        ("Putin had arrived on Thursday.", "2023-09-07"),
        ("The deal should be completed in October.", "2023-10"),
        ("The proposal was rejected in October.", "2022-10"),
        ("He was born on Dec. 24 and grew up in Oslo.", "2022-12-24"),
        ("The shop will close on Dec. 24 for good.", "2023-12-24"),
        ("He would travel on Saturday, aides said.", "2023-09-16"),
        ("Kim will leave on Sunday and arrive in Oslo on Thursday.", "2023-09-17 2023-09-21"),
        ("He is visiting Moscow from Monday to Thursday.", "2023-09-11 2023-09-14"),
        ("The meeting is planned for Thursday in Oslo.", "2023-09-14"),
        ("A parade due on Friday was cancelled.", "2023-09-15"),
        ("The summit was postponed until Friday.", "2023-09-15"),
        ("The talks begin at 10 a.m. local time on Wednesday.", "2023-09-13T10:00"),
        ("The forum was held from 2 p.m. to 4 p.m. on Sept. 8.", "2023-09-08T14:00 2023-09-08T16:00"),
        ("He said on Saturday that he would not go.", "2023-09-09"),
        ("The army has attacked the town since Monday.", "2023-09-11"),
        ("She travels to Paris on Monday.", "2023-09-18"),
        ("The court hears the case on Wednesday.", "2023-09-13"),
        ("A ceasefire takes effect on Wednesday.", "2023-09-13"),
        ("Voters go to the polls on Sunday.", "2023-09-17"),
        ("He is due in court on Wednesday.", "2023-09-13"),
        ("The team, which plays Spain on Sunday, trained on Monday.", "2023-09-17 2023-09-11"),
        ("The minister takes questions during a rally on Wednesday.", "2023-09-06"),
        ("A man walks past the station on Sunday.", "2023-09-10"),
    ],
)
def test_the_tense_of_the_clause_decides(nlp, sentence, value):
    times = find_times(parse("a", sentence, [(0, len(sentence))], nlp), TUESDAY)
    assert [time.value for time in times] == value.split()


def test_tense_can_be_told_without_a_parser():
    assert normalise("Friday", TUESDAY, Tense.FUTURE).value == "2023-09-15"
    assert normalise("Friday", TUESDAY, Tense.PAST).value == "2023-09-08"


VOCABULARY = """
May 10 2019 Sept . , - the last early Monday half a year century 31 12:30 p.m. UTC ago later and to of in next
every 99999999999 1st Easter 1990s \u200b \u202e é 🚂 9999 0000 0001-01-01 9999-12-31 weekend winter
quarter 2199 Q4 ( )
"""
_WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\n\n"])


@settings(max_examples=100, deadline=None)
@given(st.lists(_WORDS, max_size=40).map(" ".join) | st.text(max_size=200), st.dates() | st.none())
def test_any_text_is_read_without_a_crash_and_offsets_hold(text, anchor):
    last = 0
    for start, end, moment in find_in_text(text, anchor):
        assert last <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        assert moment.earliest is None or moment.latest is None or moment.earliest <= moment.latest
        last = end


@pytest.mark.parametrize(
    "hostile",
    [
        "," * 50_000,
        "a" * 100_000,
        "1" * 50_000,
        "12:" * 17_000,
        "Sept. 10, " * 5_000,
        "early " * 10_000,
        "one hundred and " * 5_000,
        "the past " * 6_000,
        "\u200f\u200b" * 25_000,
        "\n" * 50_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_effort_grows_with_the_length_and_no_faster(hostile):
    quarter = effort(lambda: find_in_text(hostile[: len(hostile) // 4], TUESDAY))
    assert effort(lambda: find_in_text(hostile, TUESDAY)) < 4.5 * quarter + 200


@pytest.mark.parametrize("mark", ["\u200b", "\u200f", "\r\n", "\u00a0"])
def test_marks_and_line_ends_do_not_move_offsets(mark):
    text = f"{mark}Kim arrived{mark} on Sept. 10, 2023,{mark} aides said.{mark}"
    assert [(text[start:end], moment.value) for start, end, moment in find_in_text(text, None)] == [
        ("Sept. 10, 2023", "2023-09-10")
    ]
