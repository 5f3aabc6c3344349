"""Great circles and cuts at the edges of the world, in literal points."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.atlas.lines import great_circle, split_at_antimeridian, unwrap
from geo.atlas.measures import geodesic_km
from geo.model import Position

POSITIONS = st.builds(Position, st.floats(-90, 90), st.floats(-180, 180))


def rounded(path, digits=1):
    return [(round(lat, digits) + 0.0, round(lon, digits) + 0.0) for lat, lon in path]


@pytest.mark.parametrize(
    ("a", "b", "step_km", "points"),
    [
        # Provideniya and Anadyr, Chukotka - Nome, Alaska: longitudes run on past 180
        (
            (64.42, -173.23),
            (64.50, -165.41),
            100,
            [(64.4, -173.2), (64.5, -171.3), (64.5, -169.3), (64.5, -167.4), (64.5, -165.4)],
        ),
        (
            (64.73, 177.51),
            (64.50, -165.41),
            200,
            [(64.7, 177.5), (64.8, 180.9), (64.9, 184.4), (64.8, 187.8), (64.7, 191.2), (64.5, 194.6)],
        ),
        # Auckland - Honolulu
        (
            (-36.85, 174.76),
            (21.31, -157.86),
            1500,
            [(-36.9, 174.8), (-25.5, 181.5), (-13.9, 187.0), (-2.1, 192.0), (9.6, 196.9), (21.3, 202.1)],
        ),
        # Vladivostok - San Francisco, north of the Aleutians
        (
            (43.11, 131.87),
            (37.77, -122.42),
            1700,
            [(43.1, 131.9), (50.9, 150.7), (54.8, 174.8), (53.3, 200.2), (47.1, 221.6), (37.8, 237.6)],
        ),
        # westward
        ((21.31, -157.86), (-36.85, 174.76), 8000, [(21.3, -157.9), (-36.9, -185.2)]),
        # along the equator, and over Greenwich
        ((0, -20), (0, 20), 2000, [(0, -20), (0, -6.7), (0, 6.7), (0, 20)]),
        ((0, 170), (0, -170), 1200, [(0, 170), (0, 180), (0, 190)]),
        ((51.5, -10), (51.5, 10), 1000, [(51.5, -10), (51.9, 0), (51.5, 10)]),
        # over the pole: along the top of the map
        ((80, 0), (80, 180), 600, [(80, 0), (85, 0), (90, 0), (90, 180), (85, 180), (80, 180)]),
        ((0, 0), (90, 0), 6000, [(0, 0), (45.1, 0), (90, 0)]),
        # no length
        ((43.1, 131.9), (43.1, 131.9), 50, [(43.1, 131.9), (43.1, 131.9)]),
        ((90, 0), (90, 0), 50, [(90, 0), (90, 0)]),
    ],
)
def test_great_circle(a, b, step_km, points):
    assert rounded(great_circle(Position(*a), Position(*b), step_km=step_km)) == points


def test_antipodes_are_joined_over_a_pole():
    path = great_circle(Position(0.0, 0.0), Position(0.0, 180.0), step_km=5001)
    assert sum(geodesic_km(a, b) for a, b in pairwise(path)) == pytest.approx(20003.9, abs=1)
    assert max(abs(lat) for lat, _ in path) == pytest.approx(90)


@pytest.mark.parametrize(
    ("lons", "unwrapped"),
    [
        ([170, -170, -160], [170, 190, 200]),
        ([-170, 170, 160], [-170, -190, -200]),
        ([10, 20, 30], [10, 20, 30]),
        ([179.9, -179.9, 179.9], [179.9, 180.1, 179.9]),
        ([0, 120, -120, 0, 120], [0, 120, 240, 360, 480]),
        ([0], [0]),
        ([], []),
    ],
)
def test_unwrap(lons, unwrapped):
    assert [lon for _, lon in unwrap([Position(0, lon) for lon in lons])] == pytest.approx(unwrapped)


@pytest.mark.parametrize(
    ("path", "pieces"),
    [
        ([(60, 170), (64, 190)], [[(60, 170), (62, 180)], [(62, -180), (64, -170)]]),
        ([(64, -170), (60, -190)], [[(64, -170), (62, -180)], [(62, 180), (60, 170)]]),
        ([(0, 170), (0, 180), (0, 190)], [[(0, 170), (0, 180)], [(0, -180), (0, -170)]]),
        ([(0, 170), (0, 180)], [[(0, 170), (0, 180)]]),
        ([(0, 180), (0, 170)], [[(0, 180), (0, 170)]]),
        ([(0, 180), (0, 190)], [[(0, -180), (0, -170)]]),
        ([(9, 170), (9, 180), (5, 180), (0, 180)], [[(9, 170), (9, 180), (5, 180), (0, 180)]]),
        ([(0, 10), (0, 20)], [[(0, 10), (0, 20)]]),
        ([(0, 185), (1, 186)], [[(0, -175), (1, -174)]]),
        ([(0, -10), (0, 530)], [[(0, -10), (0, 180)], [(0, -180), (0, 170)]]),
        ([(5, 5), (5, 5)], [[(5, 5)]]),
        ([], []),
    ],
)
def test_split_at_antimeridian(path, pieces):
    parts = split_at_antimeridian([Position(*at) for at in path])
    assert [rounded(part) for part in parts] == pieces


@given(POSITIONS, POSITIONS)
def test_a_great_circle_never_jumps_and_keeps_its_length_and_ends(a, b):
    path = great_circle(a, b, step_km=200)
    assert (path[0], path[-1].lat) == (a, b.lat)
    assert abs((path[-1].lon - b.lon + 180) % 360 - 180) < 1e-9
    assert sum(geodesic_km(start, end) for start, end in pairwise(path)) == pytest.approx(
        geodesic_km(a, b), rel=1e-6, abs=1e-3
    )
    assert all(abs(end.lon - start.lon) <= 180 for start, end in pairwise(path))


@given(POSITIONS, POSITIONS)
def test_pieces_stay_within_the_world_and_keep_the_ends(a, b):
    pieces = split_at_antimeridian(great_circle(a, b, step_km=200))
    assert all(-180 <= lon <= 180 for piece in pieces for _, lon in piece)
    assert all(piece[-1].lat == after[0].lat for piece, after in pairwise(pieces))
    assert all(abs(end.lon - start.lon) <= 180 for piece in pieces for start, end in pairwise(piece))
