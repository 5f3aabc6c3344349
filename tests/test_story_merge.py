"""Many articles, one story: who is who, which tellings are one journey, which place lies in which."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Mode, Status
from geo.story.containment import contains
from geo.story.distances import merge_distances
from geo.story.events import merge_events
from geo.story.identity import Traveller, best_name, identify, name_words
from geo.story.journeys import merge_journeys
from geo.story.merge import merge
from geo.story.slugs import numbered, slug
from tests.story_builder import PLACES, archive, article, day, distance, event, journey, story

A = article("a", "2023-09-04")
B = article("b", "2023-09-13")
C = article("c", "2023-09-20")
ARCHIVE = archive(A, B, C)


def merged(*journeys):
    return merge_journeys(journeys, ARCHIVE)


# --- who is who


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Kim Jong-un", ("kim", "jong", "un")),
        ("North Korean leader Kim Jong Un", ("kim", "jong", "un")),
        ("President Vladimir V. Putin", ("vladimir", "putin")),
        ("Mr. Kim", ("kim",)),
        ("Ségolène Royal", ("segolene", "royal")),
        ("MH370", ("mh370",)),
        ("the North Korean leader", ()),
        ("Kim’s delegation", ()),
        ("a delegation of about 20 officials", ()),
        ("", ()),
    ],
)
def test_the_words_of_a_name(name, words):
    assert name_words(name) == words


@pytest.mark.parametrize(
    ("names", "people"),
    [
        ([("a", "Kim Jong-un"), ("b", "Kim Jong Un")], 1),
        ([("a", "Sergei Shoigu"), ("b", "Sergey Shoygu")], 1),
        ([("a", "Vladimir V. Putin"), ("b", "Vladimir Vladimirovich Putin")], 1),
        ([("a", "Volodymyr Zelensky"), ("b", "Volodymyr Zelenskyy")], 1),
        ([("a", "Kim Jong-un"), ("b", "Mr. Kim")], 1),
        ([("a", "Putin"), ("b", "Putin")], 1),
        ([("a", "Kim Jong-un"), ("b", "Kim Jong-il")], 2),
        ([("a", "Kim Jong-un"), ("b", "Kim Yo-jong")], 2),
        ([("a", "George Bush"), ("b", "George Shultz")], 2),
        ([("a", "a delegation of about 20 North Korean officials"), ("b", "the North Korean delegation")], 1),
        ([("a", "a Chinese delegation"), ("b", "a North Korean delegation")], 2),
        ([("a", "a convoy of three lorries"), ("b", "a convoy of aid trucks")], 2),
        ([("a", "the delegation"), ("b", "the delegation")], 2),
        ([("a", "the delegation"), ("a", "the delegation")], 1),
    ],
)
def test_who_is_who(names, people):
    travellers = [Traveller(name_article, (name,)) for name_article, name in names]
    assert len(set(identify(travellers))) == people


def test_a_family_name_is_the_person_whom_its_own_article_tells_most_of():
    travellers = [
        Traveller("a", ("Kim Jong-un",), weight=3),
        Traveller("a", ("Kim Jong-il",), weight=1),
        Traveller("a", ("Mr. Kim",)),
        Traveller("b", ("Kim Jong-il",)),
        Traveller("b", ("Mr. Kim",)),
    ]
    un, il, in_a, also_il, in_b = identify(travellers)
    assert (in_a, in_b) == (un, il)
    assert il == also_il != un


def test_a_description_is_who_its_article_says():
    travellers = [
        Traveller("a", ("Kim Jong Un", "the North Korean leader")),
        Traveller("a", ("the North Korean leader",)),
        Traveller("b", ("the North Korean leader",)),
    ]
    one, same, other = identify(travellers)
    assert one == same != other


def test_the_best_name_is_full_and_frequent():
    assert best_name(["Mr. Kim", "Mr. Kim", "Kim Jong-un", "Kim Jong Un", "Kim Jong Un"]) == "Kim Jong Un"
    assert best_name(["the delegation"]) == "the delegation"


# --- places


@pytest.mark.parametrize(
    ("outer", "inner", "inside"),
    [
        ("ru", "khasan", True),
        ("primorye", "khasan", True),
        ("vvo", "station", True),
        ("vvo", "vvo", True),
        ("khasan", "ru", False),
        ("vvo", "khasan", False),
        ("kp", "khasan", False),
        ("primorye", "moscow", False),
        ("station", "pier", False),
    ],
)
def test_what_lies_in_what(outer, inner, inside):
    assert contains(PLACES[outer], PLACES[inner]) is inside


# --- journeys


def test_two_articles_tell_one_journey():
    one, *rest = merged(
        journey("a", "Kim Jong-un", ("pyongyang", "vvo"), "planned", mode="rail"),
        journey("b", "Kim Jong Un", (None, "vvo"), "happened", day("2023-09-12")),
    )
    assert not rest
    assert (one.traveller, one.aliases) == ("Kim Jong-un", ("Kim Jong Un",))
    assert (one.from_place, one.to_place, one.mode) == ("pyongyang", "vvo", Mode.RAIL)
    assert one.status is Status.HAPPENED
    assert one.arrive == day("2023-09-12")
    assert [claim.article for claim in one.claims] == ["a", "b"]
    assert one.id == "kim-jong-un-to-vladivostok"


def test_a_town_refines_its_country_in_either_order():
    vague = journey("b", "Kim Jong Un", (None, "ru"), when=day("2023-09-12"))
    close = journey("c", "Kim Jong Un", (None, "khasan"), when=day("2023-09-12"))
    for tellings in ((vague, close), (close, vague)):
        (one,) = merged(*tellings)
        assert one.to_place == "khasan"
        assert {claim.to_place for claim in one.claims} == {"ru", "khasan"}


def test_a_vague_fact_does_not_fulfil_a_plan_for_a_town():
    plan, fact = merged(
        journey("a", "Kim", (None, "vvo"), "planned", day("2023-09-10", "2023-09-13")),
        journey("b", "Kim", (None, "ru"), "happened", day("2023-09-12")),
    )
    assert (plan.to_place, plan.status) == ("vvo", Status.PLANNED)
    assert (fact.to_place, fact.status) == ("ru", Status.HAPPENED)


def test_a_vague_fact_joins_the_town_that_was_reached():
    reached, plan = merged(
        journey("a", "Kim", (None, "vvo"), "planned", day("2023-09-10", "2023-09-13")),
        journey("b", "Kim", (None, "ru"), "happened", day("2023-09-12")),
        journey("b", "Kim", (None, "khasan"), "happened", day("2023-09-12"), at=1),
    )[::-1]
    assert (reached.to_place, len(reached.claims)) == ("khasan", 2)
    assert (plan.to_place, plan.status) == ("vvo", Status.PLANNED)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (journey("a", "Kim", (None, "vvo")), journey("b", "Putin", (None, "vvo"))),
        (journey("a", "Kim", (None, "vvo")), journey("b", "Kim", (None, "moscow"))),
        (journey("a", "Kim", ("pyongyang", "vvo")), journey("b", "Kim", ("moscow", "vvo"))),
        (
            journey("a", "Kim", (None, "vvo"), when=day("2019-04-01", "2019-04-30")),
            journey("b", "Kim", (None, "vvo"), when=day("2023-09-12")),
        ),
        (journey("a", "Kim", (None, "vvo"), "planned"), journey("b", "Kim", (None, "vvo"))),
        (
            journey("a", "Kim", (None, "vvo"), mode="rail"),
            journey("b", "Kim", (None, "vvo"), mode="air"),
        ),
        (journey("a", "Kim", ("pyongyang", None)), journey("b", "Kim", (None, "vvo"))),
    ],
    ids=[
        "traveller",
        "destination",
        "start",
        "year",
        "undated past is no plan come true",
        "mode",
        "nothing shared",
    ],
)
def test_what_is_not_one_journey(one, other):
    assert len(merged(one, other)) == 2


def test_stops_that_one_article_tells_apart_stay_apart():
    city, pier = merged(
        journey("a", "Kim", (None, "vvo"), "planned"), journey("a", "Kim", (None, "pier"), "planned", at=1)
    )
    assert {city.to_place, pier.to_place} == {"vvo", "pier"}
    (one,) = merged(
        journey("a", "Kim", (None, "vvo"), when=day("2023-09-12")),
        journey("a", "Kim", (None, "station"), when=day("2023-09-12"), at=1),
    )
    assert one.to_place == "station"


def test_the_tour_of_a_land_is_none_of_the_stops_that_are_listed_with_it():
    tour = journey("a", "Kim", (None, "ru"), when=day("2023-09-12", "2023-09-14"), at=9)
    stops = [
        journey("a", "Kim", (None, goal), when=day("2023-09-12", "2023-09-14")) for goal in ("vvo", "khasan")
    ]
    assert {found.to_place for found in merged(*stops, tour)} == {"ru", "vvo", "khasan"}
    another_article = journey("b", "Kim", (None, "ru"), when=day("2023-09-12", "2023-09-14"))
    assert len(merged(*stops, another_article)) == 2
    assert len(merged(stops[0], tour)) == 1


@pytest.mark.parametrize(
    ("told", "overall"),
    [
        ([("a", "planned"), ("b", "possible")], "possible"),
        ([("b", "planned"), ("a", "possible")], "planned"),
        ([("a", "planned"), ("a", "possible"), ("a", "planned")], "planned"),
        ([("a", "planned"), ("b", "under way")], "under way"),
        ([("b", "happened"), ("c", "planned")], "happened"),
        ([("b", "happened"), ("c", "denied")], "denied"),
        ([("a", "denied"), ("b", "happened")], "happened"),
    ],
)
def test_status_moves_with_publication(told, overall):
    tellings = [
        journey(name, "Kim", ("pyongyang", "vvo"), status, day("2023-09-04", "2023-09-12"), at=at)
        for at, (name, status) in enumerate(told)
    ]
    (one,) = merged(*tellings)
    assert one.status is Status(overall)


def test_the_start_that_the_plan_tells_is_the_start_of_the_trip():
    plan = journey("a", "Kim", ("pyongyang", "vvo"), "planned", day("2023-09-10", "2023-09-13"), mode="rail")
    fact = journey("b", "Kim", (None, "khasan"), "happened", day("2023-09-12"), mode="rail", at=3)
    by_goal = {one.to_place: one for one in merged(plan, fact)}
    assert by_goal["khasan"].from_place == "pyongyang"
    assert {span.article for span in by_goal["khasan"].evidence} == {"a", "b"}
    for other in (
        journey("b", "Kim", (None, "khasan"), "happened", day("2023-09-12"), mode="air"),
        journey("b", "Kim", (None, "khasan"), "happened", day("2023-10-12"), mode="rail"),
        journey("b", "Putin", (None, "khasan"), "happened", day("2023-09-12"), mode="rail"),
    ):
        by_goal = {one.to_place: one for one in merged(plan, other)}
        assert by_goal["khasan"].from_place is None


def test_who_met_someone_at_a_spot_on_arriving_in_a_land_came_to_that_spot():
    arrived = journey("a", "Kim Jong Un", (None, "ru"), when=day("2023-09-12"))
    met = event("b", "they met", "khasan", day("2023-09-12"), ("Kim Jong-un", "Kozlov"))
    (one,) = merge_journeys([arrived], ARCHIVE, [met])
    assert (one.to_place, {span.article for span in one.evidence}) == ("khasan", {"a", "b"})
    for other in (
        event("b", "they met", "khasan", day("2023-09-19"), ("Kim Jong-un", "Kozlov")),
        event("b", "they met", "khasan", day("2023-09-12"), ("Putin", "Kozlov")),
        event("b", "they met", "pyongyang", day("2023-09-12"), ("Kim Jong-un", "Kozlov")),
        event("b", "they will meet", "khasan", day("2023-09-12"), ("Kim Jong-un", "Kozlov"), "planned"),
        event("b", "they met", "khasan", day("2023-09-01", "2023-09-30"), ("Kim Jong-un", "Kozlov")),
    ):
        assert merge_journeys([arrived], ARCHIVE, [other])[0].to_place == "ru"
    elsewhere = event("b", "they met", "moscow", day("2023-09-12"), ("Kim Jong-un", "Ivanov"))
    assert merge_journeys([arrived], ARCHIVE, [met, elsewhere])[0].to_place == "ru"


def test_a_plan_of_an_undated_article_is_not_fulfilled_by_any_past_visit():
    undated = archive(article("a"), B)
    plan = journey("a", "Kim", (None, "vvo"), "planned")
    for past in (journey("a", "Kim", (None, "vvo"), when=day("2019-04-25"), at=1),
                 journey("b", "Kim", (None, "vvo"), when=day("2019-04-25"))):  # fmt: skip
        assert len(merge_journeys([plan, past], undated)) == 2
    again = journey("b", "Kim", ("pyongyang", "vvo"), "planned", day("2023-09-20"))
    assert len(merge_journeys([plan, again], undated)) == 1


def test_ids_are_stable_and_different():
    ids = [one.id for one in merged(journey("a", "Kim", (None, "vvo"), when=day("2019-04-25")),
                                    journey("b", "Kim", (None, "vvo"), when=day("2023-09-12")))]  # fmt: skip
    assert ids == ["kim-to-vladivostok", "kim-to-vladivostok-2"]
    assert numbered(["a", "a", "a-2", "a"]) == ["a", "a-2", "a-2-2", "a-3"]
    assert (slug("Türkiye: İzmir"), slug("☃")) == ("turkiye-izmir", "unnamed")
    assert slug("word " * 20) == "-".join(["word"] * 12)
    assert slug("w" * 100) == "w" * 60


# --- distances and events


def test_one_distance_in_two_units_and_orders_is_one():
    one, other = merge_distances(
        [
            distance("a", 425, "mile", ("pyongyang", "vvo")),
            distance("b", 680, "kilometre", ("vvo", "pyongyang"), approximate=True),
            distance("b", 950, "kilometre", ("vvo", "pyongyang")),
        ],
        ARCHIVE,
    )
    assert (one.value, one.approximate, len(one.evidence)) == (425, False, 2)
    assert (other.value, len(other.evidence)) == (950, 1)


def test_distances_without_both_ends_stay_apart():
    told = [distance("a", 100, "mile", ("vvo", None)), distance("b", 100, "mile", ("vvo", None))]
    assert len(merge_distances(told, ARCHIVE)) == 2


def test_events_merge_by_kind_place_day_and_people():
    told = [
        event("a", "Kim to meet Putin", "vvo", day("2023-09-12"), ("Kim Jong-un", "Putin"), "planned"),
        event("b", "Kim met Putin", None, day("2023-09-12", "2023-09-13"), ("Kim Jong Un", "Vladimir Putin")),
        event("b", "Shoigu met Ri", "moscow", day("2023-09-12"), ("Shoigu", "Ri")),
        event("b", "parade", "vvo", day("2023-09-12"), ("Kim",), kind="parade"),
    ]
    one, *others = sorted(merge_events(told, ARCHIVE), key=lambda found: -len(found.claims))
    assert one.people == ("Kim Jong-un", "Vladimir Putin")
    assert (one.status, one.place, one.time) == (Status.HAPPENED, "vvo", day("2023-09-12", "2023-09-13"))
    assert [claim.article for claim in one.claims] == ["a", "b"]
    assert len(others) == 2


def test_who_meets_two_people_has_two_meetings():
    told = [
        event("a", "they met", "vvo", day("2023-09-12"), ("Kim", "Putin")),
        event("b", "they met", "vvo", day("2023-09-12"), ("Kim", "Kozlov")),
    ]
    assert len(merge_events(told, ARCHIVE)) == 2


def test_a_meeting_of_nobody_named_is_the_one_told_of_its_place_and_days():
    told = [
        event("a", "the meeting", "pier", day("2023-09-10", "2023-09-13"), (), "planned"),
        event("a", "they will meet", None, day("2023-09-10", "2023-09-13"), ("Kim", "Putin"), "planned"),
        event("b", "they will meet", "ru", None, ("Kim", "Putin"), "planned"),
    ]
    (one,) = merge_events(told, ARCHIVE)
    assert (one.place, one.people, len(one.claims)) == ("pier", ("Kim", "Putin"), 3)
    elsewhere = event("a", "the meeting", "pyongyang", day("2023-09-10", "2023-09-13"), (), "planned")
    assert len(merge_events([elsewhere, *told[1:]], ARCHIVE)) == 2


def test_what_one_article_tells_of_place_and_of_people_is_one_meeting_if_the_days_are_the_same():
    days = day("2019-04-01", "2019-04-30")
    where = event("a", "summit in Vladivostok", "vvo", days)
    who = event("a", "they met", None, days, ("Kim", "Putin"))
    (one,) = merge_events([where, who], ARCHIVE)
    assert (one.what, one.place, one.people) == ("summit in Vladivostok", "vvo", ("Kim", "Putin"))
    elsewhere = event("b", "they met", None, days, ("Kim", "Putin"))
    another_day = event("a", "they met", None, day("2019-04-25"), ("Kim", "Putin"))
    for other in (elsewhere, another_day):
        assert len(merge_events([where, other], ARCHIVE)) == 2


def test_an_event_bears_its_fullest_name():
    told = [
        event("a", "a forum", "vvo", day("2023-09-12"), kind="forum"),
        event("b", "Eastern Economic Forum in Vladivostok", "vvo", day("2023-09-12"), kind="forum"),
    ]
    (one,) = merge_events(told, ARCHIVE)
    assert one.what == "Eastern Economic Forum in Vladivostok"


def test_a_past_meeting_is_not_the_planned_one():
    told = [
        event("a", "they met", "vvo", day("2019-04-25"), ("Kim", "Putin")),
        event("a", "they will meet", "vvo", None, ("Kim", "Putin"), "planned"),
    ]
    assert len(merge_events(told, ARCHIVE)) == 2


TELLINGS = st.builds(
    journey,
    st.sampled_from("abc"),
    st.sampled_from(["Kim Jong-un", "Kim Jong Un", "Mr. Kim", "Kim Jong-il", "the delegation"]),
    st.tuples(
        st.sampled_from([None, "pyongyang"]), st.sampled_from(["ru", "vvo", "khasan", "pier", "moscow"])
    ),
    st.sampled_from(["happened", "planned", "possible", "denied"]),
    st.sampled_from([None, day("2023-09-12"), day("2023-09-10", "2023-09-13"), day("2019-04-25")]),
    mode=st.sampled_from(["unknown", "rail", "air"]),
    at=st.integers(0, 9),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(TELLINGS, max_size=8, unique_by=lambda told: told.id), st.randoms(use_true_random=False))
def test_whatever_is_told_in_whatever_order_no_claim_is_lost_or_doubled(tellings, random):
    articles = (A, B, C)
    stories = [
        story((one,), journeys=tuple(t for t in tellings if t.claims[0].article == one.id))
        for one in articles
    ]
    found = merge(stories)
    random.shuffle(stories)
    assert merge(stories).journeys == found.journeys
    assert sorted(c.evidence for one in found.journeys for c in one.claims) == sorted(
        t.evidence for t in tellings
    )
    assert len({one.id for one in found.journeys}) == len(found.journeys)
    for one in found.journeys:
        assert one.status in {claim.status for claim in one.claims}
        assert one.to_place in {claim.to_place for claim in one.claims}


def test_merging_nothing_and_one():
    assert merge([]).articles == ()
    alone = story((A,), journeys=(journey("a", "Kim", (None, "vvo")),))
    assert merge([alone]).journeys[0].to_place == "vvo"
