"""Journeys at the edges of the world as they are drawn: one unbroken line, in its place, and nothing else.

What is drawn of a journey is what goes when its lines are switched off.
"""

from __future__ import annotations

import io
from itertools import pairwise
from math import asinh, hypot, pi, radians, tan

import numpy as np
import pytest
from PIL import Image
from scipy import ndimage

from tests.browser.conftest import SHOTS
from tests.fixtures.edges import EDGES

CHANGED = 24
"""Of 255, in any of the three colours: more than noise, less than the thinnest line."""


def _settled(page):
    """The map as it is when it has stopped changing."""
    before = None
    for _ in range(40):
        page.wait_for_timeout(500)
        shot = page.locator(".dl-map").screenshot()
        if shot == before:
            return np.asarray(Image.open(io.BytesIO(shot)).convert("RGB"), dtype=int)
        before = shot
    pytest.fail("The map does not come to rest.")


def _drawn(page, name):
    """Which pixels of the map the journey colours, and the view: (rows x columns of bool, view)."""
    _settled(page)
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"edge-{name}.png")
    # names step aside for lines
    page.add_style_tag(content=".dl-ground, .dl-names { visibility: hidden !important }")
    with_line = _settled(page)
    view = page.evaluate("document.querySelector('.dl-stage').probe().view")
    page.get_by_role("button", name="Show lines").click()
    without = _settled(page)
    page.get_by_role("button", name="Show lines").click()
    return np.abs(with_line - without).max(axis=2) > CHANGED, view


def _pixel(position, view, shape):
    """Where a position lies in the picture, on the side of the world that is nearest to its middle."""
    world = 512 * 2 ** view["zoom"]
    east = ((position.lon - view["longitude"] + 180) % 360 - 180) / 360 * world
    down = (asinh(tan(radians(view["latitude"]))) - asinh(tan(radians(position.lat)))) / (2 * pi) * world
    return shape[1] / 2 + east, shape[0] / 2 + down


@pytest.mark.parametrize(
    ("name", "longitude"),
    [
        ("chukotka-alaska", -173.95),  # half-way from 177.51 to 194.59
        ("auckland-honolulu", -171.55),
        ("honolulu-auckland", -171.55),
        ("vladivostok-san-francisco", -175.25),
        ("equator", 21.0),
        ("greenwich", -0.13),
    ],
)
def test_a_way_is_one_unbroken_line_in_the_middle_of_the_map(open_page, name, longitude):
    page = open_page(f"/?story={name}&t=2024-05-06T00:00")
    drawn, view = _drawn(page, name)
    assert (view["longitude"] - longitude + 180) % 360 - 180 == pytest.approx(0, abs=1)
    ends = [_pixel(position, view, drawn.shape) for _, position in (EDGES[name].start, EDGES[name].end)]
    (left, _), (right, _) = sorted(ends)
    assert hypot(*np.subtract(*ends)) > drawn.shape[1] / 4
    columns = np.flatnonzero(drawn.any(axis=0))
    assert columns.min() == pytest.approx(left, abs=12)
    assert columns.max() == pytest.approx(right, abs=12)
    _, pieces = ndimage.label(ndimage.binary_dilation(drawn, iterations=8))  # dots and names lie on the line
    assert pieces == 1
    names = page.locator(".dl-place:not(.dl-off)").all_text_contents()
    assert {EDGES[name].start[0], EDGES[name].end[0]} <= set(names)


def test_a_flight_over_the_pole_goes_along_the_rim_and_not_across_the_map(open_page):
    page = open_page("/?story=pole&t=2024-05-06T00:00")
    drawn, view = _drawn(page, "pole")
    rows = [
        _pixel(position, view, drawn.shape)[1] for _, position in (EDGES["pole"].start, EDGES["pole"].end)
    ]
    assert np.flatnonzero(drawn.any(axis=1)).max() <= max(rows) + 12


def test_antipodes_and_a_way_of_no_length_are_drawn(open_page):
    drawn, _ = _drawn(open_page("/?story=antipodes&t=2024-05-06T00:00"), "antipodes")
    assert drawn.any()
    page = open_page("/?story=no-length&t=2024-05-06T00:00")
    drawn, view = _drawn(page, "no-length")
    assert view["longitude"] == pytest.approx(131.87, abs=0.01)
    assert drawn.sum() < 400


@pytest.mark.parametrize("name", ["vladivostok-san-francisco", "honolulu-auckland"])
def test_a_distance_across_the_180th_meridian_is_measured_along_one_line(open_page, name):
    page = open_page(f"/?story={name}&sel=distance:far")
    page.wait_for_timeout(1500)
    drawn = page.locator(".dl-dimension").first.get_attribute("d").split("M")[1]
    points = [tuple(map(float, pair.split())) for pair in drawn.split("L")]
    view = page.evaluate("document.querySelector('.dl-stage').probe().view")
    box = page.locator(".dl-map").bounding_box()
    shape = (round(box["height"]), round(box["width"]))
    for (_, position), at in zip((EDGES[name].start, EDGES[name].end), (points[0], points[-1]), strict=True):
        assert at == pytest.approx(_pixel(position, view, shape), abs=2)
    assert max(abs(after[0] - before[0]) for before, after in pairwise(points)) < box["width"] / 10


def test_the_camera_goes_the_short_way_round_the_world(open_page):
    page = open_page("/?story=auckland-honolulu&view=20,100,3&t=2024-05-06T00:00")
    page.get_by_role("button", name="Overview").click()
    seen = set()
    for _ in range(40):
        seen.add(page.evaluate("document.querySelector('.dl-stage').probe().view.longitude") % 360)
        page.wait_for_timeout(50)
    assert max(seen) == pytest.approx(188.45, abs=1)
    assert all(99.9 <= longitude <= 189.5 for longitude in seen)
