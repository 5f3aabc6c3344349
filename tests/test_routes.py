"""Routes on the real networks against published kilometres, at their edges, and the search itself."""

import csv
import statistics
from itertools import pairwise
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.atlas.joints import Joints
from geo.atlas.lines import split_at_antimeridian
from geo.atlas.measures import geodesic_km
from geo.atlas.network import Network
from geo.atlas.routes import CLOSED_PASSAGES, route
from geo.atlas.search import ACCESS_COST, Costs, cheapest_way
from geo.errors import NoRouteError
from geo.model import Mode, Position

PYONGYANG = Position(39.0339, 125.7543)
HAMHUNG = Position(39.918, 127.536)
CHONGJIN = Position(41.796, 129.776)
TUMANGANG = Position(42.415, 130.610)
KHASAN = Position(42.424, 130.652)
VLADIVOSTOK = Position(43.1056, 131.8735)
MOSCOW = Position(55.7522, 37.6156)
SAN_FRANCISCO = Position(37.80, -122.40)
AUCKLAND = Position(-36.84, 174.77)
HONOLULU = Position(21.30, -157.87)
ROTTERDAM = Position(51.95, 4.05)
SINGAPORE = Position(1.26, 103.84)
NEW_YORK = Position(40.68, -74.02)


def _rows(name="routes.csv"):
    with (Path(__file__).parent / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _along(row):
    a = Position(float(row["from_lat"]), float(row["from_lon"]))
    b = Position(float(row["to_lat"]), float(row["to_lon"]))
    via = [Position(*(float(part) for part in stop.split())) for stop in _parts(row, "via")]
    closed = CLOSED_PASSAGES | set(_parts(row, "avoid"))
    return route(a, b, Mode(row["mode"]), via=via, avoid_passages=closed)


def _parts(row, column):
    return [part for part in row.get(column, "").split("|") if part]


def _named(row):
    return f"{row['mode']} {row['from']} - {row['to']} {row['published_km']}"


@pytest.mark.parametrize("row", _rows(), ids=_named)
def test_published_kilometres_are_met_within_three_per_cent(row):
    assert _along(row).km == pytest.approx(float(row["published_km"]), rel=0.03)


def _short_by(rows):
    """By what factor each published length exceeds the one found."""
    return [float(row["published_km"]) / _along(row).km for row in rows]


def test_roads_are_right_in_the_median_and_half_of_them_within_three_per_cent():
    held = [row for row in _rows() if row["mode"] == "road"]
    short_by = _short_by(sorted(held + _rows("roads.csv"), key=lambda row: (row["source"], row["to"])))
    assert statistics.median(short_by[::2]) == pytest.approx(1, abs=0.015)
    assert statistics.median(short_by[1::2]) == pytest.approx(1, abs=0.015)
    assert statistics.median(abs(factor - 1) for factor in short_by) < 0.03


def test_railways_are_right_in_the_median():
    short_by = _short_by(row for row in _rows() if row["mode"] == "rail")
    assert statistics.median(short_by[::2]) == pytest.approx(1, abs=0.01)
    assert statistics.median(short_by[1::2]) == pytest.approx(1, abs=0.01)


def test_the_train_from_pyongyang_goes_by_the_coast_and_khasan_without_being_told():
    found = route(PYONGYANG, VLADIVOSTOK, Mode.RAIL)
    assert found.km == pytest.approx(1166, rel=0.01)
    assert found.countries == ("KP", "RU")
    assert found.basis == "rail network"
    at = [_nearest(found.path, stop) for stop in (HAMHUNG, CHONGJIN, TUMANGANG, KHASAN)]
    assert [round(km) <= 4 for km, _ in at] == [True] * 4
    assert [index for _, index in at] == sorted(index for _, index in at)
    assert geodesic_km(found.path[0], PYONGYANG) == pytest.approx(found.snap_km[0], abs=0.01)
    assert max(found.snap_km) < 4


def test_a_station_on_an_edge_across_the_border_is_reached_from_its_own_side():
    found = route(PYONGYANG, TUMANGANG, Mode.RAIL)
    assert found.km == pytest.approx(844, rel=0.01)
    assert found.snap_km[1] < 1


def _nearest(path, position):
    return min((geodesic_km(position, at), index) for index, at in enumerate(path))


@pytest.mark.parametrize(
    ("a", "b", "mode", "options", "countries"),
    [
        (VLADIVOSTOK, MOSCOW, Mode.RAIL, {}, ("RU",)),
        (MOSCOW, VLADIVOSTOK, Mode.RAIL, {}, ("RU",)),
        (PYONGYANG, TUMANGANG, Mode.RAIL, {}, ("KP",)),
        (PYONGYANG, MOSCOW, Mode.RAIL, {}, ("KP", "RU")),
        (VLADIVOSTOK, MOSCOW, Mode.RAIL, {"prefer_countries": ["CN"]}, ("RU", "CN", "RU")),
        (PYONGYANG, MOSCOW, Mode.RAIL, {"prefer_countries": ["CN"]}, ("KP", "CN", "RU")),
        (
            Position(52.52, 13.40),
            MOSCOW,
            Mode.ROAD,
            {"avoid_countries": ["BY"]},
            ("DE", "PL", "LT", "LV", "RU"),
        ),
        (Position(47.91, 106.88), Position(51.83, 107.60), Mode.RAIL, {}, ("MN", "RU")),
        (Position(45.76, 4.86), Position(45.06, 7.68), Mode.RAIL, {}, ("FR", "IT")),
        # the line cuts a corner, a road would have to cross the country
        (Position(43.25, 76.95), Position(41.31, 69.25), Mode.RAIL, {}, ("KZ", "KG", "KZ", "UZ")),
        (Position(43.25, 76.95), Position(42.90, 71.37), Mode.ROAD, {}, ("KZ",)),
        (Position(56.84, 60.60), Position(54.99, 73.37), Mode.RAIL, {}, ("RU",)),
        # the first node of the way lies behind the place, the next beyond the border
        (Position(16.27, -0.04), Position(13.51, 2.11), Mode.ROAD, {}, ("ML", "NE")),
        (Position(39.51, 46.34), Position(39.82, 46.75), Mode.ROAD, {}, ("AM", "AZ")),
        # a line that ends just over the border ends there
        (Position(42.23, 43.97), Position(43.04, 44.67), Mode.ROAD, {}, ("GE", "RU")),
        (Position(45.48, 28.20), Position(45.44, 28.05), Mode.RAIL, {}, ("MD", "RO")),
    ],
)
def test_borders(a, b, mode, options, countries):
    assert route(a, b, mode, **options).countries == countries


def test_without_a_place_on_the_way_moscow_is_reached_by_chita_and_tynda_by_the_line_of_its_own():
    chita, severobaikalsk, tynda = Position(52.03, 113.50), Position(55.64, 109.32), Position(55.15, 124.72)
    pacific = route(VLADIVOSTOK, MOSCOW, Mode.RAIL)
    assert _nearest(pacific.path, chita)[0] < 10
    assert pacific.km == pytest.approx(9259, rel=0.03)
    assert _nearest(route(MOSCOW, tynda, Mode.RAIL).path, severobaikalsk)[0] < 10


@pytest.mark.parametrize(
    ("a", "b", "mode", "most_km"),
    [
        (Position(-3.10, -60.02), Position(-8.76, -63.90), Mode.ROAD, 920),  # the ferry at Manaus
        (Position(-33.45, -70.67), Position(-18.48, -70.32), Mode.ROAD, 2150),  # south of Chañaral
        (Position(-17.96, 122.24), Position(-12.46, 130.84), Mode.ROAD, 2000),  # Fitzroy Crossing
        (Position(62.39, 17.31), Position(63.83, 20.26), Mode.ROAD, 300),  # the Indalsälven
        (Position(-33.99, 22.46), Position(-34.04, 23.05), Mode.ROAD, 70),  # the N2 by Wilderness
        (Position(-32.89, -68.85), Position(-33.45, -70.67), Mode.ROAD, 370),  # Mendoza to the Andes
        (Position(14.60, 120.98), Position(7.07, 125.61), Mode.ROAD, 1550),  # ferries and bridges of Samar
        (Position(62.03, 129.73), Position(59.56, 150.80), Mode.ROAD, 2050),  # the ferry at Yakutsk
        (Position(-12.35, 13.54), Position(-10.71, 25.47), Mode.RAIL, 1800),  # Munhango
        (Position(38.714, -9.122), Position(41.149, -8.585), Mode.RAIL, 345),  # beside the Tagus
        (Position(41.01, 28.98), Position(39.936, 32.844), Mode.RAIL, 580),  # Gebze to İzmit
        (Position(24.847, 67.041), Position(31.577, 74.337), Mode.RAIL, 1260),  # Kotri, Khanewal
        (Position(59.911, 10.753), Position(60.390, 5.334), Mode.RAIL, 500),  # Trengereid to Arna
        (Position(-25.970, 32.565), Position(-26.197, 28.042), Mode.RAIL, 600),  # Komatipoort
        (Position(40.852, 14.268), Position(38.117, 13.364), Mode.RAIL, 760),  # the ferry at Messina
        (Position(-54.811, -68.316), Position(-51.625, -69.252), Mode.ROAD, 620),  # and over the Magellan
    ],
)
def test_gaps_of_the_source_are_closed(a, b, mode, most_km):
    assert route(a, b, mode).km < most_km


def test_a_free_border_is_the_shorter_way():
    kept = route(VLADIVOSTOK, MOSCOW, Mode.RAIL)
    free = route(VLADIVOSTOK, MOSCOW, Mode.RAIL, border_km=0)
    assert "CN" in free.countries
    assert free.km < kept.km - 500


@pytest.mark.parametrize(
    ("a", "b", "mode", "options", "words"),
    [
        (MOSCOW, SINGAPORE, Mode.SEA, {}, "No sea lane comes within 150 km of 55.752, 37.616"),
        (AUCKLAND, Position(-33.87, 151.21), Mode.RAIL, {}, "No railway leads from -36.840, 174.770"),
        (Position(40.42, -3.70), Position(64.13, -21.90), Mode.ROAD, {}, "No road leads from"),
        (
            Position(0.0, -30.0),
            Position(52.52, 13.40),
            Mode.RAIL,
            {},
            "No railway comes within 40 km of 0.000, -30.000",
        ),
        (Position(-90.0, 0.0), VLADIVOSTOK, Mode.ROAD, {}, "No road comes within 40 km of -90.000, 0.000"),
        (Position(10.40, -75.50), Position(9.00, -79.50), Mode.ROAD, {}, "No road leads from"),  # Darien
        (
            PYONGYANG,
            Position(35.18, 129.08),
            Mode.FOOT,
            {"avoid_countries": ["KR"]},
            "No road outside the countries to avoid comes within 40 km",
        ),
        (
            PYONGYANG,
            MOSCOW,
            Mode.RAIL,
            {"avoid_countries": ["CN"], "via": [Position(40.2, 116.4)]},
            "No railway",
        ),
    ],
)
def test_where_no_way_leads_a_sentence_says_so_and_names_the_nearest_point(a, b, mode, options, words):
    with pytest.raises(NoRouteError, match=words.replace(".", r"\.")) as caught:
        route(a, b, mode, **options)
    assert ", at " in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("a", "b", "avoid", "used", "unused"),
    [
        (
            ROTTERDAM,
            SINGAPORE,
            (),
            {"Strait of Dover", "Suez Canal", "Bab el-Mandeb", "Strait of Malacca"},
            set(),
        ),
        (ROTTERDAM, SINGAPORE, ("Suez Canal",), {"Cape of Good Hope"}, {"Suez Canal", "Bab el-Mandeb"}),
        (NEW_YORK, SAN_FRANCISCO, (), {"Panama Canal"}, {"Strait of Magellan"}),
        (NEW_YORK, SAN_FRANCISCO, ("Panama Canal",), set(), {"Panama Canal", "Northwest Passage"}),
        (Position(46.49, 30.75), Position(37.94, 23.63), (), {"Bosporus", "Dardanelles"}, {"Suez Canal"}),
        (Position(54.37, 18.66), ROTTERDAM, (), {"Kiel Canal"}, {"Øresund", "Strait of Dover"}),
        (Position(54.37, 18.66), ROTTERDAM, ("Kiel Canal",), {"Øresund"}, {"Strait of Dover"}),
        (Position(45.50, -73.55), Position(41.89, -87.60), (), {"Welland Canal"}, {"Soo Locks"}),
    ],
)
def test_passages_are_named_and_can_be_closed(a, b, avoid, used, unused):
    found = route(a, b, Mode.SEA, avoid_passages={*avoid, "Northwest Passage", "Northern Sea Route"})
    assert used <= set(found.passages)
    assert not unused & set(found.passages)
    assert found.basis == "sea lanes"


def test_passages_stand_in_order_of_travel():
    there = route(ROTTERDAM, SINGAPORE, Mode.SEA).passages
    assert route(SINGAPORE, ROTTERDAM, Mode.SEA).passages == there[::-1]
    assert there.index("Strait of Gibraltar") < there.index("Suez Canal") < there.index("Bab el-Mandeb")


@pytest.mark.parametrize(
    ("a", "b", "mode", "end_lon", "pieces"),
    [
        (VLADIVOSTOK, SAN_FRANCISCO, Mode.SEA, 237.60, [(131.8735, 180.0), (-180.0, -122.40)]),
        (VLADIVOSTOK, SAN_FRANCISCO, Mode.AIR, 237.60, [(131.8735, 180.0), (-180.0, -122.40)]),
        (AUCKLAND, HONOLULU, Mode.SEA, 202.13, [(174.77, 180.0), (-180.0, -157.87)]),
        (HONOLULU, AUCKLAND, Mode.SEA, -185.23, [(-157.87, -180.0), (180.0, 174.77)]),
        (
            Position(64.73, 177.51),
            Position(64.50, -165.41),
            Mode.AIR,
            194.59,
            [(177.51, 180.0), (-180.0, -165.41)],
        ),
        (
            Position(64.73, 177.51),
            Position(64.50, -165.41),
            Mode.UNKNOWN,
            194.59,
            [(177.51, 180.0), (-180.0, -165.41)],
        ),
        (Position(51.5, -0.5), Position(51.5, 0.5), Mode.AIR, 0.5, [(-0.5, 0.5)]),
        (Position(0.0, 9.45), Position(0.39, 32.58), Mode.AIR, 32.58, [(9.45, 32.58)]),
    ],
)
def test_edges_of_the_world(a, b, mode, end_lon, pieces):
    found = route(a, b, mode)
    assert (found.path[0].lat, found.path[0].lon) == (a.lat, a.lon)
    assert (found.path[-1].lat, found.path[-1].lon) == (b.lat, pytest.approx(end_lon, abs=1e-6))
    assert max(abs(end.lon - start.lon) for start, end in pairwise(found.path)) < 20
    cut = [(part[0].lon, part[-1].lon) for part in split_at_antimeridian(found.path)]
    assert cut == [pytest.approx(ends) for ends in pieces]
    assert sum(geodesic_km(start, end) for start, end in pairwise(found.path)) == pytest.approx(
        found.km, rel=1e-6
    )


def test_the_pacific_is_crossed_in_a_bow_and_auckland_honolulu_nearly_straight():
    north = max(lat for lat, _ in route(VLADIVOSTOK, SAN_FRANCISCO, Mode.SEA).path)
    assert 45 < north < 55
    found = route(AUCKLAND, HONOLULU, Mode.SEA)
    assert found.km < 1.04 * found.straight_km
    crossing = next(start for start, end in pairwise(found.path) if start.lat <= 0 < end.lat)
    assert crossing.lon == pytest.approx(192, abs=3)


@pytest.mark.parametrize("mode", [Mode.RAIL, Mode.ROAD, Mode.AIR, Mode.UNKNOWN])
def test_a_way_to_where_one_is_has_no_length(mode):
    found = route(VLADIVOSTOK, VLADIVOSTOK, mode)
    assert found.km == pytest.approx(0, abs=1e-6)
    assert len(found.path) >= 2


def test_via_points_are_visited_in_order_and_the_line_is_whole():
    ussuriysk, khabarovsk = Position(43.797, 131.95), Position(48.48, 135.08)
    found = route(VLADIVOSTOK, Position(50.26, 127.53), Mode.RAIL, via=[khabarovsk, ussuriysk])
    assert found.km > 759 + 650
    assert sum(found.legs_km) == pytest.approx(found.km)
    assert len(found.legs_km) == 3
    assert max(geodesic_km(start, end) for start, end in pairwise(found.path)) < 101


def test_a_path_is_as_long_as_its_edges_allow_and_repeats():
    once, again = (route(PYONGYANG, VLADIVOSTOK, Mode.RAIL) for _ in range(2))
    assert once == again
    drawn = sum(geodesic_km(start, end) for start, end in pairwise(once.path))
    assert 0.88 * once.km < drawn <= 1.002 * once.km  # nodes lie on curves: chords are shorter than the line


def test_on_foot_one_walks_along_roads():
    found = route(PYONGYANG, Position(38.75, 125.38), Mode.FOOT)
    assert (found.mode, found.basis, found.countries) == (Mode.FOOT, "road network", ("KP",))


def _network(points, edges):
    u, v, km = (np.array(column) for column in zip(*sorted(edges), strict=True))
    lat, lon = (np.array(column, dtype=float) for column in zip(*points, strict=True))
    none = np.zeros(0, dtype=np.uint8)
    return Network(
        mode=Mode.RAIL, lat=lat, lon=lon, u=u.astype(np.int32), v=v.astype(np.int32), km=km.astype(float),
        node_country=none, countries=(), edge_passage=none, passages=(),
        slower_percent=none,
    )  # fmt: skip


def _joint(edge, share, away=0.0):
    return Joints(
        position=Position(0.0, 0.0),
        edge=np.array([edge]),
        share=np.array([share]),
        away_km=np.array([away]),
        component=np.zeros(1, dtype=np.int32),
    )


GRAPHS = st.integers(4, 9).flatmap(
    lambda size: st.tuples(
        st.just(size),
        st.lists(
            st.tuples(st.integers(0, size - 2), st.integers(1, 60)).flatmap(
                lambda edge: st.tuples(st.just(edge[0]), st.integers(edge[0] + 1, size - 1), st.just(edge[1]))
            ),
            min_size=3,
            max_size=20,
            unique_by=lambda edge: edge[:2],
        ),
    )
)


@settings(max_examples=150, deadline=None)
@given(GRAPHS, st.data())
def test_the_search_is_as_good_as_networkx(graph, data):
    size, edges = graph
    network = _network([(0.01 * node, 0.02 * node) for node in range(size)], edges)
    ends = [
        data.draw(st.tuples(st.integers(0, len(edges) - 1), st.sampled_from([0.0, 0.25, 0.5, 1.0])))
        for _ in "ab"
    ]
    stops = [_joint(edge, share, away=1.0) for edge, share in ends]
    legs = cheapest_way(Costs(network, network.km), stops)
    expected = _networkx_km(network, ends)
    if expected is None:
        assert legs == 1
    else:
        assert legs[0].km == pytest.approx(expected, abs=1e-4)
    assert ACCESS_COST > 1


def _networkx_km(network, ends):
    graph = nx.Graph()
    for u, v, km in zip(network.u.tolist(), network.v.tolist(), network.km.tolist(), strict=True):
        graph.add_edge(u, v, weight=km)
    for name, (edge, share) in zip("ab", ends, strict=True):
        km = float(network.km[edge])
        graph.add_edge(name, int(network.u[edge]), weight=share * km)
        graph.add_edge(name, int(network.v[edge]), weight=(1 - share) * km)
    if ends[0][0] == ends[1][0]:
        graph.add_edge("a", "b", weight=abs(ends[0][1] - ends[1][1]) * float(network.km[ends[0][0]]))
    return nx.dijkstra_path_length(graph, "a", "b") if nx.has_path(graph, "a", "b") else None
