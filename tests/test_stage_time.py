"""When what moves is where: minutes, runs, the folded axis, the opening, plans that facts overtake."""

from __future__ import annotations

import struct
from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import (
    Interval,
    Position,
    Status,
    Story,
)
from geo.stage.axis import build_axis
from geo.stage.layers import path_minutes
from geo.stage.opening import opening_of
from geo.stage.overtaken import overtakers
from geo.stage.scene import build_scene
from geo.stage.timing import Known, Run, bounds, epoch_for, run
from tests.fixtures.invented import DELEGATION, LUBLIN_PLAN, SAAR, STORY

SCENE = build_scene(STORY)
JOURNEYS = {row["id"]: row for row in SCENE["journeys"]}
LAYERS = {layer["id"]: layer for layer in SCENE["deck"]["layers"]}
EPOCH = datetime.fromisoformat(SCENE["epoch"])


def _float32(value: float) -> float:
    return float(struct.unpack("f", struct.pack("f", value))[0])


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


def _second_of(axis, minute):
    """Seconds of play at a minute, as the player finds them; the ends hold."""
    return np.interp(minute, *zip(*axis.stops, strict=True))


def test_the_axis_is_linear_between_its_stops():
    axis = build_axis(moving=[(0.0, 1440.0)], dated=[])
    assert _second_of(axis, 720.0) == axis.seconds / 2
    assert (_second_of(axis, 0.0), _second_of(axis, 1440.0)) == (0.0, axis.seconds)


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
    assert _second_of(axis, 0.0) / axis.seconds == pytest.approx(0.25, rel=1e-4)
    assert all(a[1] < b[1] for a, b in zip(axis.stops, axis.stops[1:], strict=False))


def test_a_short_past_keeps_its_length():
    spans = {"moving": [(0.0, 1440.0), (2880.0, 4320.0)], "dated": [(-1440.0, -1380.0)]}
    assert build_axis(**spans, present=0.0) == build_axis(**spans)


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
