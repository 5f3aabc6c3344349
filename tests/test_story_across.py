"""What only shows across articles: origins, disagreements and chapters, on invented articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geo.model import (
    DisagreementKind,
    Mention,
    Mode,
    Origin,
    Place,
    PlaceKind,
    Role,
    Story,
    Verdict,
)
from geo.story.chapters import days_in_words, draft_chapters
from geo.story.disagreements import find_disagreements
from geo.story.events import merge_events
from geo.story.journeys import merge_journeys
from geo.story.origins import find_origins, with_origins
from geo.story.passages import near_copy_share, shared_passages, wording
from geo.story.rewording import restore_modes, restore_sites
from tests.story_builder import archive, article, day, distance, event, journey, span

A = article("a", "2023-09-04")
B = article("b", "2023-09-13")
ARCHIVE = archive(A, B)

ORIGINAL = (
    "The freighter Alma left Tallinn on Monday with a cargo of wind turbine blades, the port authority said. "
    "Its captain had been told of drifting ice floes near the outer islands. Divers will inspect the damaged "
    "propeller shaft once the vessel reaches a sheltered anchorage, officials familiar with the matter said."
)
REWORDED = (
    "The cargo ship Alma departed Tallinn Monday with freight of wind turbine blades, per the harbour body. "
    "Her skipper was alerted over drifting ice floes near the far isles. Frogmen shall examine the damaged "
    "propeller shaft after the ship gets to a quiet mooring, officers acquainted with the topic stated."
)
INDEPENDENT = (
    "Rescuers in Tallinn towed the Alma to safety on Tuesday after it hit ice, the coast guard said. "
    "Nobody was hurt, and the blades on deck were intact. The owner has promised a full inquiry."
)


def names(origins):
    return {origin.name: origin.articles for origin in origins}


# --- origins


@pytest.mark.parametrize(
    ("text", "known", "origin"),
    [
        ("The ship sailed.", {"agency": "AP"}, "AP"),
        ("The ship sailed.", {"agency": "The Associated Press"}, "AP"),
        ("The ship sailed, officials told the New York Times.", {}, "The New York Times"),
        ("The ship sailed, The Guardian reported on Monday.", {}, "The Guardian"),
        ("The ship sailed, according to a report in Le Monde.", {}, "Le Monde"),
        ("The ship sailed, a minister told Reuters.", {}, "Reuters"),
        ("The ship sailed, according to The New York Times.", {}, "The New York Times"),
        ("The ship sailed, the Mail said, citing Interfax.", {}, "Interfax"),
        ("x " * 250 + "the ship sailed, according to Interfax.", {}, None),
        ("The ship sailed, according to the Post Office.", {}, None),
        ("“It sailed,” he said in an interview with BBC.", {}, "BBC"),
        ("It sailed, he told The Daily Globe.", {"publisher": "Daily Globe", "author": "N"}, "Daily Globe"),
        ("The ship sailed.", {"publisher": "Daily Globe", "author": "N"}, "Daily Globe"),
        ("The ship sailed.", {"publisher": "Daily Globe"}, None),
        ("The ship sailed.", {}, None),
        ("She told the Post Office clerk.", {}, None),
        ("He told his mother. The Times were hard.", {}, None),
        ("He reported the news.", {}, None),
        ("x " * 1000 + "a minister told Reuters.", {}, None),
    ],
)  # fmt: skip
def test_the_origin_that_an_article_declares(text, known, origin):
    found = find_origins([article("x", text=text, **known)])
    assert [one.name for one in found] == ([origin] if origin else [])
    for words in (words for one in found for words in one.evidence):
        assert text[words.start : words.end] == words.text


def test_articles_of_one_origin_are_one_voice():
    articles = [
        article("a", text="The ship sailed, officials told the New York Times."),
        article("b", text="The ship has sailed, The New York Times reported."),
        article("c", text="The ship sailed, it is said."),
        article("d", text="The ship sailed.", agency="AFP"),
    ]
    origins = find_origins(articles)
    assert names(origins) == {"The New York Times": ("a", "b"), "AFP": ("d",)}
    assert [one.origin for one in with_origins(articles, origins)] == [
        "the-new-york-times", "the-new-york-times", None, "afp",
    ]  # fmt: skip


def test_a_near_copy_has_the_origin_of_what_it_copies():
    copied = ORIGINAL.replace("on Monday", "Monday") + " Read more."
    articles = [article("copy", text=copied), article("wire", text=ORIGINAL, agency="Reuters")]
    (origin,) = find_origins(articles)
    assert (origin.name, origin.articles) == ("Reuters", ("copy", "wire"))
    assert "near copy" in origin.basis


def test_a_reworded_copy_has_the_origin_of_what_it_rewords():
    original = article("wire", text=ORIGINAL, agency="Reuters")
    reworded, independent = article("spun", text=REWORDED), article("own", text=INDEPENDENT)
    assert near_copy_share(wording(reworded), wording(original)) < 0.2
    assert [found.span.text for found in shared_passages(wording(reworded), wording(original))] == [
        "of wind turbine blades",
        "drifting ice floes near the",
        "the damaged propeller shaft",
    ]
    assert shared_passages(wording(independent), wording(original)) == ()
    assert names(find_origins([original, reworded, independent])) == {"Reuters": ("wire", "spun")}


def test_names_and_quotations_are_no_shared_passages():
    a = article(
        "a", text="North Korean leader Kim Jong Un and Russian President Vladimir Putin will meet soon."
    )
    b = article(
        "b", text="He spoke after North Korean leader Kim Jong Un and Russian President Vladimir Putin met."
    )
    assert shared_passages(wording(a), wording(b)) == ()
    said = "“We urge both sides to cease all arms negotiations and abide by their public commitments”"
    one, other = article("a", text=f"She said {said}."), article("b", text=f"A woman stated: {said} today.")
    assert shared_passages(wording(one), wording(other)) == ()
    assert near_copy_share(wording(A), wording(B)) == 0.0


# --- rewording


def by(name, words, way, mode="unknown"):
    told = journey(name, "Kim", way, "planned", mode=mode)
    evidence = (span(name, text=words),)
    return replace(told, evidence=evidence, claims=(replace(told.claims[0], evidence=evidence),))


WIRE = by("a", "will go from Pyongyang by armoured train to Vladivostok", ("pyongyang", "vvo"), "rail")
SPUN = by(
    "b", "would go from Pyongyang, most likely by armored practice, to Vladivostok", ("pyongyang", "vvo")
)
SENT = by("b", "traveled by practice from Pyongyang to Moscow", ("pyongyang", "moscow"))
ONE_VOICE = (Origin(id="o", name="Wire", articles=("a", "b"), basis="shared passages"),)


def test_a_reworded_vehicle_is_known_by_the_report_it_rewords():
    restored = restore_modes([WIRE, SPUN, SENT], ONE_VOICE)
    assert [told.mode for told in restored] == [Mode.RAIL] * 3
    assert [told.claims[0].mode for told in restored] == [Mode.RAIL] * 3


def site(name, place_id, **changed):
    spot = {"lat": 43.1, "lon": 131.9, "radius_km": 10.0, "country": "RU", "basis": "a test"}
    return Place(id=place_id, name=name, kind=PlaceKind.FACILITY, **spot | changed)


CAMPUS = site("Far Eastern Federal University", "story:campus", radius_km=1.0)
COLLEGE = site("Far Japanese Federal College", "vvo/far-japanese-federal-college")


def told_of(name, place):
    mention = Mention(span=span(name, text=place.name), place=place.id, role=Role.LITERAL)
    kept = {"places": (place,), "mentions": (mention,), "events": (event(name, "talks", place.id, None),)}
    return Story(id=name, title=name, articles=(article(name),), **kept)


def test_a_reworded_site_is_the_one_that_the_report_names():
    known, reworded = restore_sites([told_of("a", CAMPUS), told_of("b", COLLEGE)], ONE_VOICE)
    assert known == told_of("a", CAMPUS)
    assert (reworded.places, reworded.mentions[0].place) == ((), "story:campus")
    assert reworded.events[0].place == "story:campus"
    assert reworded.mentions[0].span.text == "Far Japanese Federal College"


@pytest.mark.parametrize(
    ("a", "b", "origins"),
    [
        (CAMPUS, COLLEGE, ()),
        (CAMPUS, site("Far Japanese Medical College", COLLEGE.id), ONE_VOICE),
        (CAMPUS, site("Federal Far Eastern College University", COLLEGE.id), ONE_VOICE),
        (CAMPUS, site("Far Japanese Federal College", "geonames:1"), ONE_VOICE),
        (CAMPUS, site("Far Japanese Federal College", COLLEGE.id, lat=55.0), ONE_VOICE),
        (site("Eastern University", "story:x"), site("Eastern College", "vvo/eastern-college"), ONE_VOICE),
    ],
    ids=["two voices", "few words the same", "more words", "in a gazetteer", "another town", "two words"],
)
def test_another_site_stays_what_it_is(a, b, origins):
    stories = [told_of("a", a), told_of("b", b)]
    assert restore_sites(stories, origins) == stories


@pytest.mark.parametrize(
    ("journeys", "origins"),
    [
        ([WIRE, SPUN, SENT], ()),
        ([WIRE, SENT], ONE_VOICE),
        ([WIRE, by("b", "would go by secret practice to Vladivostok", ("pyongyang", "vvo"))], ONE_VOICE),
        ([WIRE, by("b", "would go by armored practice to Moscow", ("pyongyang", "moscow"))], ONE_VOICE),
    ],
    ids=["two voices", "no aligned words", "another kind", "another way"],
)
def test_other_words_stay_what_they_are(journeys, origins):
    assert [told.mode for told in restore_modes(journeys, origins)[1:]] == [Mode.UNKNOWN] * (
        len(journeys) - 1
    )


# --- disagreements


def differing(*journeys):
    return find_disagreements((), merge_journeys(journeys, ARCHIVE), (), ARCHIVE)


def test_a_straight_line_and_a_railway_are_different_measures():
    rail = distance("a", 950, "mile", ("vvo", "vostochny"), approximate=True)
    line = distance("b", 1000, "kilometre", ("vostochny", "vvo"))
    measured = {"straight_km": 1011.0, "straight_km_error": 27.0, "routes_km": ((Mode.RAIL, 1513.0),)}
    rail, line = (
        type(told)(
            **{field: getattr(told, field) for field in told.__slots__} | measured | {"verdict": v, "id": i}
        )
        for told, v, i in ((rail, Verdict.ROUTE, "d1"), (line, Verdict.STRAIGHT_LINE, "d2"))
    )
    (found,) = find_disagreements((rail, line), (), (), ARCHIVE)
    assert found.kind is DisagreementKind.DIFFERENT_MEASURE
    assert (found.about, [value.value for value in found.values]) == (
        "d1",
        ["about 950 miles", "1,000 kilometres"],
    )
    assert found.explanation == (
        "about 950 miles is the way by rail (1513 km), 1,000 kilometres is the straight line (1011 km)."
    )


def test_distances_that_no_measure_explains_are_a_conflict():
    told = (
        distance("a", 950, "mile", ("vvo", "moscow")),
        distance("b", 1000, "kilometre", ("moscow", "vvo")),
    )
    (found,) = find_disagreements(told, (), (), ARCHIVE)
    assert found.kind is DisagreementKind.CONFLICT
    assert "between Vladivostok and Moscow" in found.explanation


@pytest.mark.parametrize(
    ("one", "other", "matter", "kind"),
    [
        (
            journey("a", "Kim", (None, "vvo"), "planned", day("2023-09-12")),
            journey("b", "Kim", (None, "vvo"), "happened", day("2023-09-12")),
            "status", "update",
        ),
        (
            journey("a", "Kim", (None, "vvo"), "happened", day("2023-09-03")),
            journey("b", "Kim", (None, "vvo"), "denied", day("2023-09-03")),
            "status", "conflict",
        ),
        (
            journey("a", "Kim", (None, "ru"), when=day("2023-09-03")),
            journey("b", "Kim", (None, "vvo"), when=day("2023-09-03")),
            "destination", "refinement",
        ),
        (
            journey("a", "Kim", (None, "vvo"), when=day("2023-09-03")),
            journey("b", "Kim", (None, "vvo"), when=day("2023-09-04")),
            "arrival", "different measure",
        ),
        (
            journey("a", "Kim", (None, "vvo"), when=day("2023-07-01", "2023-07-31")),
            journey("b", "Kim", (None, "vvo"), when=day("2023-08-01", "2023-08-31")),
            "arrival", "conflict",
        ),
    ],
)  # fmt: skip
def test_why_two_articles_differ(one, other, matter, kind):
    (found,) = differing(one, other)
    assert (found.id.split(":")[1], found.kind) == (matter, kind)
    assert [value.articles for value in found.values] == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (journey("a", "Kim", ("pyongyang", "vvo")), journey("b", "Kim", (None, "vvo"))),
        (journey("a", "Kim", (None, "vvo"), mode="rail"), journey("b", "Kim", (None, "vvo"))),
        (journey("a", "Kim", (None, "vvo"), when=day("2023-09-01", "2023-09-30")),
         journey("b", "Kim", (None, "vvo"), when=day("2023-09-12"))),
        (journey("a", "Kim", (None, "vvo")), journey("a", "Kim", (None, "ru"), at=1)),
        (journey("a", "Kim", (None, "vvo"), "planned"), journey("b", "Kim", (None, "vvo"), "planned")),
    ],
    ids=["silence on the start", "silence on the mode", "a month and its day", "one article", "agreement"],
)  # fmt: skip
def test_what_is_no_disagreement(one, other):
    assert differing(one, other) == ()


# --- chapters


def test_days_that_hold_together_are_a_chapter():
    journeys = merge_journeys(
        [
            journey("a", "Shoigu", (None, "pyongyang"), when=day("2023-07-01", "2023-07-31")),
            journey("a", "Putin", (None, "vvo"), when=day("2023-09-11"), at=1),
            journey("b", "Kim", ("pyongyang", "khasan"), when=day("2023-09-12"), depart=day("2023-09-10")),
            journey("b", "Kim", (None, "moscow"), "possible", at=1),
        ],
        ARCHIVE,
    )
    events = merge_events(
        [event("b", "they meet", "vostochny", day("2023-09-20"), ("Kim",), "planned")], ARCHIVE
    )
    summer, trip, meeting = draft_chapters(journeys, events, ARCHIVE)
    assert (summer.title, summer.time.text) == ("Shoigu to Pyongyang", "July 2023")
    assert (trip.title, trip.time.text) == ("Kim from Pyongyang to Khasan", "10 to 12 September 2023")
    assert trip.journeys == ("kim-to-khasan", "putin-to-vladivostok")
    assert (meeting.title, meeting.events) == ("They meet", (events[0].id,))
    assert 125.7 < trip.view.lon < 131.9
    assert 4 < trip.view.zoom < 8


def test_a_chapter_across_the_antimeridian_looks_at_the_ocean_between():
    (only,) = draft_chapters(
        merge_journeys([journey("a", "Ann", ("suva", "apia"), when=day("2023-09-01"))], ARCHIVE), (), ARCHIVE
    )
    assert abs(only.view.lon) > 175
    assert only.view.zoom > 4


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2023-09-12", "2023-09-12", "12 September 2023"),
        ("2023-09-10", "2023-09-13", "10 to 13 September 2023"),
        ("2023-08-22", "2023-09-03", "22 August to 3 September 2023"),
        ("2022-12-30", "2023-01-02", "30 December 2022 to 2 January 2023"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2019-01-01", "2020-12-31", "1 January 2019 to 31 December 2020"),
        ("9999-12-31", "9999-12-31", "31 December 9999"),
    ],
)
def test_days_in_words(first, last, words):
    assert days_in_words(date.fromisoformat(first), date.fromisoformat(last)) == words
