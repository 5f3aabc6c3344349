"""Sentences and the journeys that they report: traveller, from, to, mode, status."""

import re
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Interval, Mention, Mode, Place, PlaceKind, Role, Span, Timex
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


REPORTED = [
    # verbs that lead to, from and through
    ("Anna Weber arrived in Paris.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    ("Anna Weber left Lima for Paris.", ("Anna Weber", "Lima", "Paris", "unknown", "happened")),
    ("Anna Weber reached Paris.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    ("Anna Weber returned from Greece.", ("Anna Weber", "Greece", None, "unknown", "happened")),
    ("Anna Weber moved to Berlin in 2015.", ("Anna Weber", None, "Berlin", "unknown", "happened")),
    ("Anna Weber fled Russia.", ("Anna Weber", "Russia", None, "unknown", "happened")),
    ("Anna Weber has been to Paris twice.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    ("Anna Weber made her way to Paris.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    (
        "The convoy crossed from Turkey into Greece.",
        ("The convoy", "Turkey", "Greece", "road", "happened"),
    ),
    ("Anna Weber visited the city of Vienna.", ("Anna Weber", None, "Vienna", "unknown", "happened")),
    ("Anna Weber went to a summit in Vienna.", ("Anna Weber", None, "Vienna", "unknown", "happened")),
    # ways of travel, told or implied
    ("Anna Weber flew to Paris from Lima.", ("Anna Weber", "Lima", "Paris", "air", "happened")),
    ("Anna Weber went by train to Paris.", ("Anna Weber", None, "Paris", "rail", "happened")),
    ("Anna Weber took a bus to Paris.", ("Anna Weber", None, "Paris", "road", "happened")),
    ("Two pilgrims walked from Lima to Paris.", ("Two pilgrims", "Lima", "Paris", "foot", "happened")),
    ("The ship set sail from Mombasa.", ("The ship", "Mombasa", None, "sea", "happened")),
    ("The vessel docked in Mombasa.", ("The vessel", None, "Mombasa", "sea", "happened")),
    (
        "Anna Weber got off the train at Khasan station.",
        ("Anna Weber", None, "Khasan", "rail", "happened"),
    ),
    ("The first train to Moscow arrived.", ("The first train", None, "Moscow", "rail", "happened")),
    ("Anna Weber went by armored practice to Paris.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    # how sure
    ("Anna Weber will travel to Paris.", ("Anna Weber", None, "Paris", "unknown", "planned")),
    ("Anna Weber is expected to visit Paris.", ("Anna Weber", None, "Paris", "unknown", "planned")),
    ("Anna Weber plans to go to Paris.", ("Anna Weber", None, "Paris", "unknown", "planned")),
    ("Anna Weber is due in Paris on Monday.", ("Anna Weber", None, "Paris", "unknown", "planned")),
    ("Anna Weber will likely fly to Paris.", ("Anna Weber", None, "Paris", "air", "planned")),
    ("Anna Weber said she would return to Lima.", ("Anna Weber", None, "Lima", "unknown", "planned")),
    ("Anna Weber could possibly go to Paris.", ("Anna Weber", None, "Paris", "unknown", "possible")),
    ("Anna Weber may visit Paris.", ("Anna Weber", None, "Paris", "unknown", "possible")),
    ("Anna Weber faces deportation to Greece.", ("Anna Weber", None, "Greece", "unknown", "possible")),
    ("Anna Weber was invited to visit Paris.", ("Anna Weber", None, "Paris", "unknown", "proposed")),
    ("The king invited Anna Weber to Paris.", ("Anna Weber", None, "Paris", "unknown", "proposed")),
    (
        "The minister suggested that Anna Weber travel to Paris.",
        ("Anna Weber", None, "Paris", "unknown", "proposed"),
    ),
    ("Anna Weber did not travel to Paris.", ("Anna Weber", None, "Paris", "unknown", "denied")),
    ("Anna Weber never reached Paris.", ("Anna Weber", None, "Paris", "unknown", "denied")),
    ("Anna Weber denied that she flew to Paris.", ("Anna Weber", None, "Paris", "air", "denied")),
    ("Anna Weber is travelling to Paris.", ("Anna Weber", None, "Paris", "unknown", "under way")),
    # nouns
    ("Anna Weber made a visit to Paris.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    ("Anna Weber is on a visit to Greece.", ("Anna Weber", None, "Greece", "unknown", "under way")),
    ("Anna Weber cancelled her trip to Greece.", ("Anna Weber", None, "Greece", "unknown", "denied")),
    ("Anna Weber plans a stop in Houston.", ("Anna Weber", None, "Houston", "unknown", "planned")),
    (
        "The world awaited Anna Weber's planned visit to Paris.",
        ("Anna Weber", None, "Paris", "unknown", "planned"),
    ),
    (
        "One potential stop for Anna Weber after Vladivostok, he said, is Vostochny Cosmodrome.",
        ("Anna Weber", None, "Vostochny Cosmodrome", "unknown", "possible"),
    ),
    (
        "Anna Weber scrapped her trip starting Sunday to Greece.",
        ("Anna Weber", None, "Greece", "unknown", "denied"),
    ),
    ("Anna Weber rescheduled a trip to Paris.", ("Anna Weber", None, "Paris", "unknown", "planned")),
    (
        "Anna Weber will stop off en route to Greece.",
        ("Anna Weber", None, "Greece", "unknown", "planned"),
    ),
    # where it began, told after where it led
    (
        "Anna Weber was arrested on her arrival in Paris after being deported from Lima.",
        ("Anna Weber", "Lima", "Paris", "unknown", "happened"),
    ),
    (
        "Anna Weber made a quiet arrival in Paris after a 12-hour flight from Lima.",
        ("Anna Weber", "Lima", "Paris", "air", "happened"),
    ),
    (
        "The Hydra was towed to Lima, leaving Paris at noon.",
        ("Hydra", "Paris", "Lima", "unknown", "happened"),
    ),
    (
        "Departing from Lima, Anna Weber will make her way to Paris.",
        ("Anna Weber", "Lima", "Paris", "unknown", "planned"),
    ),
    (
        "Anna Weber left Lima on Monday evening for Paris.",
        ("Anna Weber", "Lima", "Paris", "unknown", "happened"),
    ),
    (
        "Anna Weber left Lima on a jet, which landed in Paris.",
        ("Anna Weber", "Lima", "Paris", "air", "happened"),
    ),
    (
        "On a trip to Greece, Anna Weber will meet the king.",
        ("Anna Weber", None, "Greece", "unknown", "planned"),
    ),
    ("The ship sank en route from Lima to Paris.", ("The ship", "Lima", "Paris", "sea", "happened")),
    ("Anna Weber jumped on a plane to Greece.", ("Anna Weber", None, "Greece", "air", "happened")),
    (
        "The caravan, en route to Greece, is resting.",
        ("The caravan", None, "Greece", "unknown", "under way"),
    ),
    # moved by others
    ("Anna Weber was moved to safety in Vienna.", ("Anna Weber", None, "Vienna", "unknown", "happened")),
    (
        "Dealers moved two tons of rice by plane from Lima to Paris.",
        ("two tons of rice", "Lima", "Paris", "air", "happened"),
    ),
    (
        "Moscow sent Defence Minister Sergei Shoigu to Pyongyang.",
        ("Sergei Shoigu", None, "Pyongyang", "unknown", "happened"),
    ),
    (
        "The suspect was arrested in Berlin and extradited to Russia.",
        ("The suspect", "Berlin", "Russia", "unknown", "happened"),
    ),
    ("A ship carrying rice to Greece sank.", ("A ship", None, "Greece", "sea", "happened")),
    ("The tanker was bound for Mombasa.", ("The tanker", None, "Mombasa", "sea", "happened")),
    ("Anna Weber will be in Paris in July.", ("Anna Weber", None, "Paris", "unknown", "planned")),
    ("Anna Weber scrapped plans to visit Lima.", ("Anna Weber", None, "Lima", "unknown", "denied")),
    ("The plane brought Anna Weber to Lima.", ("Anna Weber", None, "Lima", "air", "happened")),
    ("Anna Weber was tired during her stay in Lima.", ("Anna Weber", None, "Lima", "unknown", "happened")),
    # told beside another verb
    ("Back from Berlin, Anna Weber met her staff.", ("Anna Weber", "Berlin", None, "unknown", "happened")),
    ("Fresh off a trip to Paris, Anna Weber spoke.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    ("Anna Weber is en route to Paris.", ("Anna Weber", None, "Paris", "unknown", "under way")),
    ("Returning from Lima, the bishop fell ill.", ("the bishop", "Lima", None, "unknown", "happened")),
    ("Anna Weber fled Russia for Greece.", ("Anna Weber", "Russia", "Greece", "unknown", "happened")),
    (
        "“I came to Paris,” the prime minister said.",
        ("the prime minister", None, "Paris", "unknown", "happened"),
    ),
    ("Anna Weber honeymooned in Lima.", ("Anna Weber", None, "Lima", "unknown", "happened")),
    ("The elephants were moved to Mombasa.", ("The elephants", None, "Mombasa", "unknown", "happened")),
    # further frames: particles, fixed phrases, adverbs that lead on
    ("Anna Weber took off from Lima.", ("Anna Weber", "Lima", None, "air", "happened")),
    ("Anna Weber never made it to Lima.", ("Anna Weber", None, "Lima", "unknown", "denied")),
    ("Anna Weber never set foot in Lima.", ("Anna Weber", None, "Lima", "unknown", "denied")),
    ("Anna Weber made a run for Lima.", ("Anna Weber", None, "Lima", "unknown", "happened")),
    ("Anna Weber hitchhiked to Lima.", ("Anna Weber", None, "Lima", "road", "happened")),
    ("Anna Weber was expected in Lima on Monday.", ("Anna Weber", None, "Lima", "unknown", "planned")),
    ("Anna Weber is back in Lima.", ("Anna Weber", None, "Lima", "unknown", "happened")),
    ("The pilgrims were brought ashore in Greece.", ("The pilgrims", None, "Greece", "unknown", "happened")),
    ("The trawler put into Mombasa.", ("The trawler", None, "Mombasa", "sea", "happened")),
    ("The ferry turned back to Mombasa.", ("The ferry", None, "Mombasa", "sea", "happened")),
    ("A truck brought Anna Weber to Lima.", ("Anna Weber", None, "Lima", "road", "happened")),
    ("The reporter sent to Moscow filed a story.", ("The reporter", None, "Moscow", "unknown", "happened")),
    ("The cargo was destined for Lima.", ("The cargo", None, "Lima", "unknown", "happened")),
    # who travels: those counted, those described, a craft by its way, who is on it
    (
        "A total of 456 pilgrims were brought by boat to Lima.",
        ("A total of 456 pilgrims", None, "Lima", "sea", "happened"),
    ),
    (
        "Thousands of people have been leaving for Greece.",
        ("Thousands of people", None, "Greece", "unknown", "under way"),
    ),
    ("The injured were flown to Vienna.", ("The injured", None, "Vienna", "air", "happened")),
    ("Anna Weber ran from Paris to Vienna.", ("Anna Weber", "Paris", "Vienna", "unknown", "happened")),
    ("Anna Weber was called back to Lima.", ("Anna Weber", None, "Lima", "unknown", "happened")),
    ("A ferry from Lima to Mombasa hit a whale.", ("A ferry", "Lima", "Mombasa", "sea", "happened")),
    (
        "Anna Weber was on a train from Paris to Vienna when it stopped.",
        ("Anna Weber", "Paris", "Vienna", "rail", "happened"),
    ),
    ("A haulier drove from Paris to Vienna.", ("A haulier", "Paris", "Vienna", "road", "happened")),
    # nouns
    (
        "Talk of a trip to Paris by Anna Weber was scotched.",
        ("Anna Weber", None, "Paris", "unknown", "denied"),
    ),
    ("Anna Weber is in Paris for a visit.", ("Anna Weber", None, "Paris", "unknown", "under way")),
    ("Anna Weber missed the trip to Lima.", ("Anna Weber", None, "Lima", "unknown", "denied")),
    ("Anna Weber accepted an invitation to Lima.", ("Anna Weber", None, "Lima", "unknown", "planned")),
    (
        "Anna Weber is coming to the end of a tour of Greece.",
        ("Anna Weber", None, "Greece", "unknown", "happened"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_reported(text, expected):
    assert rows(text) == [expected]


NOT_JOURNEYS = [
    # what moves is no traveller
    "The missile travelled 800 km to Paris.",
    "The decision drove up prices in Paris.",
    "The road goes to Paris.",
    "The talks moved to Vienna.",
    "The company sent a letter to Moscow.",
    "Sales to Russia went up.",
    "A storm reached Houston.",
    # metonyms, armies, attacks
    "Moscow moved to calm the markets.",
    "Russia returned to Greece what it had taken.",
    "Troops entered Houston.",
    "Russia invaded Turkey.",
    # careers, metaphors, presence
    "Anna Weber returned to politics in Paris.",
    "Anna Weber lives in Paris.",
    "Anna Weber met the mayor in Paris.",
    "Anna Weber comes from Lima.",
    "Anna Weber took office in Paris.",
    # habits, statistics, nobody
    "Visitors to London spend more.",
    "Tourists often visit Paris.",
    "Anna Weber regularly travels to Paris.",
    "Anna Weber used to fly to Paris.",
    "People travelling to Paris must wait.",
    "Expulsions of diplomats from Russia went on.",
    "More than 75,000 flights arrived in Paris last year.",
    "He sat back from Berlin politics.",
    "The airline resumed its flight to Berlin.",
    "The king recalled his ambassador to Moscow.",
    "The shop will be in Paris in July.",
    "The price is back from its low in Berlin.",
    "Anna Weber carried a letter from Paris.",
    "Anna Weber quit her job in Lima.",
    "Anna Weber went to Paris University.",
    "The defender moved to Juventus from Lima.",
    "It is a five-hour drive from Paris to Vienna.",
    "It takes three hours to travel from Paris to Vienna.",
    "Trains run from Paris to Vienna.",
    "The ferry from Lima to Mombasa costs ten dollars.",
    "More than two million passengers flew to Paris last year.",
    "Any weapons sent to Greece would be stopped.",
    "Anna Weber flies to Paris every week.",
    "Anna Weber called the mayor at noon in Paris.",
    "His novels travel from Lima to London.",
    "The aircraft can fly from Lima to London.",
    "The firm has a jet capable of flying from Lima to London.",
    # no place of their own
    "Anna Weber went to the hospital.",
    "Anna Weber boarded a plane.",
]


@pytest.mark.parametrize("text", NOT_JOURNEYS)
def test_no_journey(text):
    assert rows(text) == []


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
            [("The skull", "Lima", "Mombasa", "sea", "happened")],
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
