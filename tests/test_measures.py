"""Distances, bearings, units, speeds and verdicts, against literal figures."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.atlas.measures import (
    KM_PER_UNIT,
    UNIT_WORDS,
    bearing,
    bearing_of_word,
    compass_word,
    direction_agrees,
    geodesic_km,
    implied_speed,
    judge,
    straight_line,
    verdict,
)
from geo.model import Interval, Mode, Position, Verdict

PYONGYANG = Position(39.03385, 125.75432)
VLADIVOSTOK = Position(43.10562, 131.87353)
VOSTOCHNY = Position(51.884, 128.334)
KHASAN = Position(42.424, 130.652)
NORTH_POLE = Position(90.0, 0.0)
SOUTH_POLE = Position(-90.0, 0.0)
NULL_ISLAND = Position(0.0, 0.0)
POSITIONS = st.builds(Position, st.floats(-90, 90), st.floats(-180, 180))

QUARTER_EQUATOR_KM = 10018.754
"""A quarter of 2 pi times the WGS 84 semi-major axis, 6378.137 km."""
QUARTER_MERIDIAN_KM = 10001.966


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        (PYONGYANG, VLADIVOSTOK, 684.2),
        (VLADIVOSTOK, VOSTOCHNY, 1011.3),
        (KHASAN, VLADIVOSTOK, 125.3),
        (NULL_ISLAND, Position(0.0, 90.0), QUARTER_EQUATOR_KM),
        (NULL_ISLAND, NORTH_POLE, QUARTER_MERIDIAN_KM),
        (Position(0.0, 37.0), NORTH_POLE, QUARTER_MERIDIAN_KM),
        (NORTH_POLE, SOUTH_POLE, 2 * QUARTER_MERIDIAN_KM),
        (
            NULL_ISLAND,
            Position(0.0, 180.0),
            2 * QUARTER_MERIDIAN_KM,
        ),  # antipodes: over a pole, not along the equator
        (Position(30.0, 40.0), Position(-30.0, -140.0), 2 * QUARTER_MERIDIAN_KM),
        (Position(0.0, 179.5), Position(0.0, -179.5), 111.319),
        (Position(51.4779, -0.5), Position(51.4779, 0.5), 69.45),
        (NORTH_POLE, Position(90.0, 123.0), 0.0),
        (VLADIVOSTOK, VLADIVOSTOK, 0.0),
        (Position(40.6398, -73.7789), Position(51.4706, -0.4619), 5554.0),
    ],
)
def test_geodesic(a, b, km):
    assert geodesic_km(a, b) == pytest.approx(km, rel=1e-3, abs=0.002)


@pytest.mark.parametrize(
    ("a", "b", "degrees", "word"),
    [
        (PYONGYANG, VLADIVOSTOK, 46.5, "northeast"),
        (VLADIVOSTOK, VOSTOCHNY, 346.1, "north"),
        (NULL_ISLAND, Position(0.0, 1.0), 90.0, "east"),
        (Position(0.0, -179.5), Position(0.0, 179.5), 270.0, "west"),
        (Position(10.0, 20.0), Position(-10.0, 20.0), 180.0, "south"),
        (NULL_ISLAND, NORTH_POLE, 0.0, "north"),
        (NULL_ISLAND, NULL_ISLAND, None, None),
    ],
)
def test_bearing(a, b, degrees, word):
    measured = bearing(a, b)
    if degrees is None:
        assert measured is None
        return
    assert measured == pytest.approx(degrees, abs=0.5)
    assert compass_word(measured) == word


@pytest.mark.parametrize(
    ("degrees", "points", "word"),
    [
        (337.4, 16, "north-northwest"),
        (348.8, 16, "north"),
        (22.4, 8, "north"),
        (22.6, 8, "northeast"),
        (359.9, 8, "north"),
        (44.0, 4, "north"),
        (-90.0, 4, "west"),
        (720.0, 8, "north"),
    ],
)
def test_compass_word(degrees, points, word):
    assert compass_word(degrees, points=points) == word


@pytest.mark.parametrize(
    ("word", "degrees"),
    [
        ("north", 0.0),
        ("North East", 45.0),
        ("north-eastern", 45.0),
        ("southwestward", 225.0),
        ("west-northwest", 292.5),
        ("northwards", 0.0),
        ("left", None),
        ("nor", None),
        ("", None),
        ("Westminster", None),
    ],
)
def test_bearing_of_word(word, degrees):
    assert bearing_of_word(word) == degrees


@pytest.mark.parametrize(
    ("word", "degrees", "agrees"),
    [
        ("north", 346.1, True),
        ("north", 14.0, True),
        ("northeast", 46.5, True),
        ("south", 346.1, False),
        ("west", 46.5, False),
        ("down", 46.5, None),
    ],
)
def test_direction_agrees(word, degrees, agrees):
    assert direction_agrees(word, degrees) is agrees


@pytest.mark.parametrize(
    ("value", "unit", "km"),
    [
        (950, "miles", 1528.877),
        (425, "mi", 683.971),
        (1000, "km", 1000),
        (680, "kilometers", 680),
        (100, "nautical miles", 185.2),
        (12, "nm", 22.224),
        (100, "statute miles", 160.9344),
        (500, "metres", 0.5),
        (100, "yards", 0.09144),
        (35_000, "ft", 10.668),
    ],
)
def test_a_written_unit_in_km(value, unit, km):
    assert value * KM_PER_UNIT[UNIT_WORDS[unit]] == pytest.approx(km, abs=5e-4)


@pytest.mark.parametrize("word", ["versts", "li", "leagues", "pounds", "hours", "", "square miles", "mph"])
def test_what_is_no_sure_length_is_no_unit(word):
    assert word not in UNIT_WORDS


RAIL_1513 = ((Mode.RAIL, 1513.0), (Mode.ROAD, 1530.0))
RAIL_ONLY = ((Mode.RAIL, 1513.0),)
PYONGYANG_ROUTES = ((Mode.RAIL, 1152.0), (Mode.ROAD, 1180.0))


@pytest.mark.parametrize(
    ("km", "approximate", "straight", "error", "routes", "expected", "network"),
    [
        (1528.877, True, 1011.0, 15.0, RAIL_ONLY, Verdict.ROUTE, Mode.RAIL),
        (1528.877, False, 1011.0, 15.0, RAIL_ONLY, Verdict.ROUTE, Mode.RAIL),
        (1528.877, False, 1011.0, 15.0, RAIL_1513, Verdict.ROUTE, Mode.ROAD),
        (1000.0, False, 1011.0, 15.0, RAIL_1513, Verdict.STRAIGHT_LINE, None),
        (1000.0, True, 1011.0, 15.0, RAIL_1513, Verdict.STRAIGHT_LINE, None),
        (680.0, False, 689.0, 20.0, PYONGYANG_ROUTES, Verdict.STRAIGHT_LINE, None),
        (683.97, True, 689.0, 20.0, PYONGYANG_ROUTES, Verdict.STRAIGHT_LINE, None),
        (1160.0, True, 689.0, 20.0, PYONGYANG_ROUTES, Verdict.ROUTE, Mode.RAIL),
        (1528.877, False, 1011.0, 15.0, (), Verdict.UNUSUAL, None),
        (5000.0, False, 689.0, 20.0, PYONGYANG_ROUTES, Verdict.UNUSUAL, None),
        (425.0, False, 689.0, 20.0, PYONGYANG_ROUTES, Verdict.IMPOSSIBLE, None),  # miles taken for kilometres
        (300.0, True, 689.0, 20.0, (), Verdict.IMPOSSIBLE, None),
        (680.0, False, None, None, (), Verdict.NOT_CHECKABLE, None),
        (680.0, False, 689.0, 500.0, PYONGYANG_ROUTES, Verdict.NOT_CHECKABLE, None),
        (1.0, False, 0.0, 0.6, (), Verdict.NOT_CHECKABLE, None),
        (0.0, False, 0.0, 0.0, (), Verdict.STRAIGHT_LINE, None),
    ],
)
def test_verdict(km, approximate, straight, error, routes, expected, network):
    judged = judge(
        km, approximate=approximate, straight_km=straight, straight_km_error=error, routes_km=routes
    )
    assert (judged.verdict, judged.network) == (expected, network)
    assert verdict(km, approximate, straight, error, routes) is expected


@pytest.mark.parametrize(
    ("value", "straight", "expected"),
    [
        (1000.0, 1045.0, Verdict.STRAIGHT_LINE),  # one digit: read as rounded, by 5 % at most
        (1000.0, 1070.0, Verdict.IMPOSSIBLE),
        (1003.0, 1045.0, Verdict.IMPOSSIBLE),  # four digits: by 1.5 %
        (1003.5, 1010.0, Verdict.STRAIGHT_LINE),
    ],
)
def test_the_digits_of_a_number_say_how_far_it_was_rounded(value, straight, expected):
    judged = judge(value, approximate=False, straight_km=straight, straight_km_error=0.0, value=value)
    assert judged.verdict is expected


def _interval(earliest, latest):
    return Interval(earliest=earliest, latest=latest, text="")


@pytest.mark.parametrize(
    ("depart", "arrive", "slowest", "fastest"),
    [
        (("2023-09-10", "2023-09-10"), ("2023-09-12", "2023-09-12"), 1152 / 72, 1152 / 24),
        (("2023-09-10T20:00", "2023-09-10T20:00"), ("2023-09-12T08:00", "2023-09-12T08:00"), 32.0, 32.0),
        (("2023-09-10", "2023-09-10"), ("2023-09-10", "2023-09-10"), 48.0, None),
        (("2023-09-10", None), (None, "2023-09-12"), 16.0, None),
    ],
)
def test_implied_speed(depart, arrive, slowest, fastest):
    speed = implied_speed(1152, _interval(*depart), _interval(*arrive))
    assert speed is not None
    assert speed.slowest == pytest.approx(slowest)
    assert speed.fastest == (None if fastest is None else pytest.approx(fastest))


@pytest.mark.parametrize(
    ("depart", "arrive"),
    [
        ((None, "2023-09-10"), ("2023-09-12", "2023-09-12")),
        (("2023-09-10", "2023-09-10"), ("2023-09-12", None)),
        (("2023-09-12T09:00", "2023-09-12T09:00"), ("2023-09-12T08:00", "2023-09-12T08:00")),
    ],
)
def test_no_speed_without_two_bounds_in_order(depart, arrive):
    assert implied_speed(1152, _interval(*depart), _interval(*arrive)) is None


def test_straight_line_carries_the_error_of_both_radii():
    line = straight_line(PYONGYANG, VLADIVOSTOK, radius_a_km=15.0, radius_b_km=10.0)
    assert (round(line.km), line.error_km) == (684, 25.0)
    assert line.bearing == pytest.approx(46.5, abs=0.5)


@settings(deadline=None)
@given(POSITIONS, POSITIONS)
def test_geodesics_are_symmetric_and_fit_on_earth(a, b):
    km = geodesic_km(a, b)
    assert 0 <= km <= 20_004
    assert math.isclose(km, geodesic_km(b, a), abs_tol=1e-6)


@settings(deadline=None)
@given(POSITIONS, POSITIONS, st.floats(0, 5000), st.floats(0, 5000), st.floats(0, 1))
def test_the_geodesic_between_true_spots_is_within_the_error(a, b, radius_a, radius_b, turn):
    from geographiclib.geodesic import Geodesic

    def moved(position, km, degrees):
        at = Geodesic.WGS84.Direct(position.lat, position.lon, degrees, km * 1000)
        return Position(at["lat2"], at["lon2"])

    line = straight_line(a, b, radius_a_km=radius_a, radius_b_km=radius_b)
    true_km = geodesic_km(moved(a, radius_a, 360 * turn), moved(b, radius_b, 777 * turn))
    assert abs(true_km - line.km) <= line.error_km + 1e-6
