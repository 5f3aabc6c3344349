"""What the tiles of the ground hold, what a first view costs, and what the builder makes of names."""

import csv
import gzip
import hashlib
import importlib.util
import json
import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.atlas import basemap

ROOT = Path(__file__).resolve().parent.parent


def tile_at(lat, lon, zoom):
    """The tile that a place lies in, and the place in the tile's own units."""
    columns = 2**zoom
    x = (lon + 180) / 360 * columns
    y = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * columns
    return (zoom, int(x), int(y)), ((x % 1) * basemap.EXTENT, (y % 1) * basemap.EXTENT)


def names(lat, lon, zoom, kind):
    index, _ = tile_at(lat, lon, zoom)
    return {row[4] for row in basemap.tile(*index)["names"] if row[0] == kind}


def points(line):
    x = y = 0
    for at in range(0, len(line), 2):
        x, y = x + line[at], y + line[at + 1]
        yield x, y


def is_land(lat, lon, zoom=5):
    index, (x, y) = tile_at(lat, lon, zoom)
    inside = False
    for rings in basemap.tile(*index).get("land", []):
        for ring in rings:
            corners = list(points(ring))
            for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True):
                if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                    inside = not inside
    return inside


def distance(x, y, start, end):
    """From a point to a stretch of line."""
    (x1, y1), (x2, y2) = start, end
    length = math.hypot(x2 - x1, y2 - y1)
    along = min(max(((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length**2, 0), 1) if length else 0
    return math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))


def kinds_of_border_near(lat, lon, zoom, within=100):
    index, (x, y) = tile_at(lat, lon, zoom)
    return {
        kind
        for kind, lines in basemap.tile(*index).get("borders", {}).items()
        if any(distance(x, y, *ends) < within for line in lines for ends in pairwise(points(line)))
    }


@pytest.mark.parametrize(
    ("lat", "lon", "kinds"),
    [
        (42.84, 130.85, {"border"}),  # China and Russia, west of Vladivostok
        (49.0, -110.0, {"border"}),  # the 49th parallel
        (38.2, 127.3, {"line of control"}),  # the Korean demarcation line
        (34.5, 74.0, {"line of control"}),  # Kashmir
        (46.1, 33.7, {"disputed"}),  # Crimea
        (27.0, 17.0, set()),  # inside Libya
        (39.5, 134.0, set()),  # at sea
    ],
)
def test_borders_say_how_settled_they_are(lat, lon, kinds):
    found = kinds_of_border_near(lat, lon, 5)
    assert found == kinds
    assert found <= {"border"} | basemap.UNSETTLED


@pytest.mark.parametrize(
    ("lat", "lon", "zoom", "kind", "name"),
    [
        (39.9, 134.6, 4, "water", "Sea of Japan (East Sea)"),
        (43.1, 34.3, 3, "water", "Black Sea"),
        (43.1, 131.9, 4, "town", "Vladivostok"),
        (39.02, 125.75, 3, "capital", "Pyongyang"),
        (50.45, 30.5, 3, "capital", "Kyiv"),
        (40.0, 127.0, 3, "country", "North Korea"),
        (45.0, 134.6, 5, "region", "Primorsky Krai"),
        (53.3, 107.6, 4, "lake", "Lake Baikal"),
        (42.43, 130.64, 8, "town", "Khasan"),
    ],
)
def test_names_are_where_they_belong(lat, lon, zoom, kind, name):
    assert name in names(lat, lon, zoom, kind)


@pytest.mark.parametrize(
    ("lat", "lon", "zoom", "kind", "name"),
    [
        (43.1, 131.9, 2, "town", "Vladivostok"),  # not from afar
        (0.0, 0.0, 3, "town", "Null Island"),
        (50.45, 30.5, 3, "capital", "Kiev"),
        (48.87, 2.31, 8, "town", "Paris 08 Élysée"),  # a quarter, not a town
    ],
)
def test_names_are_left_out(lat, lon, zoom, kind, name):
    assert name not in names(lat, lon, zoom, kind)


@pytest.mark.parametrize(
    ("lat", "lon", "zoom", "name", "local"),
    [
        (43.1, 131.9, 5, "Vladivostok", "Владивосток"),
        (39.02, 125.75, 5, "Pyongyang", "평양"),
        (35.68, 139.75, 5, "Tokyo", "東京"),
        (39.9, 116.4, 5, "Beijing", "北京"),
        (37.98, 23.73, 5, "Athens", "Αθήνα"),
        (48.85, 2.35, 5, "Paris", None),
    ],
)
def test_names_have_their_local_script(lat, lon, zoom, name, local):
    index, _ = tile_at(lat, lon, zoom)
    assert [row[5] for row in basemap.tile(*index)["names"] if row[4] == name and row[0] != "region"] == [
        local
    ]


@pytest.mark.parametrize(
    ("lat", "lon", "land"),
    [
        (43.5, 132.5, True),
        (39.5, 134.0, False),
        (46.0, 75.0, True),  # a lake (Balkhash) is drawn on land
        (-80.0, 0.0, True),
        (0.0, 0.0, False),  # no Null Island
        (66.0, 179.9, True),  # Chukotka, at the 180th meridian
        (66.5, -178.0, True),
        (15.0, 180.0 - 1e-6, False),
    ],
)
def test_land_is_land_and_sea_is_sea(lat, lon, land):
    assert is_land(lat, lon) is land


def test_every_named_sea_lies_in_water():
    with (ROOT / "data/atlas/basemap/waters.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) > 100
    assert [row["name"] for row in rows if is_land(float(row["lat"]), float(row["lon"]), 6)] == []


def test_a_first_view_is_under_400_kb_on_the_wire():
    """1920 x 1080 over the densest map there is (Europe) at each zoom, every tile that it touches."""
    for zoom in range(basemap.MAX_ZOOM + 1):
        (_, x, y), _ = tile_at(50.5, 8.0, zoom)
        columns, rows = min(2**zoom, 5), min(2**zoom, 4)
        tiles = [
            basemap.tile_json(zoom, x + dx - columns // 2, min(max(y + dy - rows // 2, 0), 2**zoom - 1))
            for dx in range(columns)
            for dy in range(rows)
        ]
        assert sum(map(len, tiles)) < 400_000, zoom


def test_tiles_off_the_map_are_none_and_columns_repeat():
    assert basemap.tile_json(9, 0, 0) is None
    assert basemap.tile_json(-1, 0, 0) is None
    assert basemap.tile_json(3, 0, 8) is None
    assert basemap.tile_json(3, 0, -1) is None
    assert basemap.tile_json(3, -1, 3) == basemap.tile_json(3, 7, 3)
    assert json.loads(gzip.decompress(basemap.tile_json(8, 20, 130))) == {}  # the open Pacific


def test_a_tile_is_the_same_bytes_twice():
    first = basemap.tile_json(5, 27, 11)
    basemap.tile_json.cache_clear()
    assert basemap.tile_json(5, 27, 11) == first


@settings(deadline=None)  # the first tile loads the archive
@given(zoom=st.integers(0, basemap.MAX_ZOOM), data=st.data())
def test_every_tile_keeps_to_its_extent(zoom, data):
    x, y = (data.draw(st.integers(0, 2**zoom - 1)) for _ in range(2))
    tile = basemap.tile(zoom, x, y)
    assert set(tile) <= {"land", "lakes", "rivers", "borders", "first_borders", "railways", "names"}
    lines = [ring for layer in ("land", "lakes") for rings in tile.get(layer, []) for ring in rings]
    lines += tile.get("first_borders", []) + tile.get("railways", [])
    lines += [
        line for layer in ("rivers", "borders") for group in tile.get(layer, {}).values() for line in group
    ]
    assert all(
        -20 <= units <= basemap.EXTENT + 20 for line in lines for point in points(line) for units in point
    )


@pytest.fixture(scope="module")
def local_names():
    spec = importlib.util.spec_from_file_location("local_names", ROOT / "tools" / "local_names.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("name", "country", "alternates", "local"),
    [
        ("Khabarovsk", "RU", ["Хабаровськ", "Хабаровск", "ハバロフスク", "Khabarovsk"], "Хабаровск"),
        ("Grozny", "RU", ["Грозны", "Грозный", "Соьлжа-ГӀала"], "Грозный"),
        ("Kharkiv", "UA", ["Харьков", "Харків"], "Харків"),
        ("Hamhung", "KP", ["함흥", "함흥시", "Hamhŭng"], "함흥"),
        ("Hiroshima", "JP", ["広島", "広島市", "广岛"], "広島"),
        ("Shenyang", "CN", ["沈阳", "沈阳市", "瀋陽", "奉天"], "沈阳"),
        ("Khabarovsk", "RU", ["Хабаровськ"], None),  # Ukrainian
        ("Moscow", "RU", ["Мускав"], None),  # sounds like another name
        ("Oslo", "NO", ["Осло"], None),  # Norway writes Latin
        ("Wuhan", "CN", ["武汉", "汉口"], None),  # either might be meant
    ],
)
def test_local_names_are_chosen_by_script_and_sound_or_not_at_all(
    local_names, name, country, alternates, local
):
    assert local_names.local_name(name, country, alternates) == local


def test_the_checksums_are_those_of_the_files():
    folder = ROOT / "data/atlas/basemap"
    listed = dict(reversed(line.split()) for line in (folder / "SHA256SUMS").read_text().splitlines())
    assert set(listed) == {"world.pmtiles", "waters.csv", "spellings.csv"}
    for name, checksum in listed.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == checksum
