"""How a journey stands at a moment: literal geometry in the player's own modules, and on the stage."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from tests.browser.stage import REAL, probe, wait
from tests.browser.test_told import page as modules  # noqa: F401 - a page with the modules, and no player

STANDING = """async ([told, minute, clock]) => {
    const { standing, headPosition } = await import("/journeys.js");
    const path = [[0, 0], [6, 0], [6, 4]];
    const trip = { path, minutes: [0, 60, 100] };
    const both = { start: 0, end: 100, known: "both" };
    const journey = { status: "happened", run: both, trip, ghost: null, latest: 0, ...told };
    if (told.known) journey.run = { ...both, known: told.known };
    const axis = { second: (minutes) => minutes / 10 };
    const state = standing(journey, minute, { axis, clock, present: 0 });
    const at = state.share === null ? null : headPosition(journey, state.share, new Map());
    return [state.line, at, Math.round(state.opacity * 1000) / 1000, state.light];
}"""
PLANNED = {"status": "planned", "ghost": -50}
DENIED = {"status": "denied", "ghost": -50}


@pytest.mark.parametrize(
    ("told", "minute", "line", "head", "opacity", "light"),
    [
        ({}, -1, None, None, 0, False),  # nobody stands where nothing is told yet
        ({"ghost": -50}, -1, "ghost", None, 0, False),
        ({"ghost": -50}, -51, None, None, 0, False),  # the plan was not known
        ({}, 0, "ahead", [0, 0], 1, True),
        ({}, 30, "ahead", [3, 0], 1, True),
        ({}, 80, "ahead", [6, 2], 1, True),
        ({}, 100, "trail", [6, 4], 1, False),  # the known stop is firm
        ({}, 110, "trail", [6, 4], 0.6, False),
        ({}, 126, "trail", None, 0, False),  # and then the traveller is gone, the way stays
        ({"known": "departure"}, 0, "ahead", [0, 0], 1, True),
        ({"known": "departure"}, 80, "ahead", [6, 2], 0.4, True),
        ({"known": "departure"}, 100, "trail", None, 0, False),  # nobody tells of an arrival
        ({"known": "arrival"}, 0, "ahead", [0, 0], 0.25, True),
        ({"known": "arrival"}, 100, "trail", [6, 4], 1, False),
        ({"known": "within"}, 50, "ahead", [5, 0], 0.8, True),
        (PLANNED, -51, None, None, 0, False),
        (PLANNED, 30, "ghost", [3, 0], 1, True),
        (PLANNED, 100, "ghost", [6, 4], 1, True),
        (DENIED, -51, None, None, 0, False),
        (DENIED, 30, "struck", None, 0, False),
        (DENIED, 300, "struck", None, 0, False),
        ({**PLANNED, "overtakenAt": 40}, 30, "ghost", [3, 0], 1, True),
        # the traveller is elsewhere, and is not shown to have arrived
        ({**PLANNED, "overtakenAt": 40}, 40, "ghost", None, 0, False),
        ({**PLANNED, "overtakenAt": 40}, 105, "ghost", None, 0, False),
        ({"overtakenAt": 40}, 80, "ahead", [6, 2], 1, True),  # a plan that became fact moves
        ({"run": None}, 30, "faint", None, 0, False),
        ({"run": None, **PLANNED}, 30, "ghost", None, 0, False),
        ({"run": None, "status": "planned"}, 30, None, None, 0, False),
    ],
)
def test_a_journey_stands_where_its_reports_put_it(modules, told, minute, line, head, opacity, light):  # noqa: F811
    assert modules.evaluate(STANDING, [told, minute, "happened"]) == [line, head, opacity, light]


def test_strikes_and_the_squares_of_a_way_have_their_size_in_pixels(modules):  # noqa: F811
    struck, cells = modules.evaluate(
        """async () => {
            const { boxesAlong, strikes } = await import("/strokes.js");
            const level = [[0, 0], [90, 0]]; // 128 pixels at zoom 0
            const cells = boxesAlong([[[-20, 4], [12, 4], [12, 20]]], { width: 40, height: 18 });
            return [strikes(level, 0).length, cells];
        }"""
    )
    assert struck == 5
    assert sorted(cells) == [[0, 0, 8, 8], [8, 0, 16, 8], [8, 8, 16, 16], [8, 16, 16, 24]]


def test_a_fact_moves_filled_in_and_a_denied_journey_never_moves(open_page):
    page = open_page("/?story=invented&t=2024-05-05T20:00")
    look = """() => [...document.querySelectorAll(".dl-head:not([hidden])")].map((head) => [
        head.querySelector(".dl-head-who").textContent, head.classList.contains("dl-head-ghost"),
        head.classList.contains("dl-head-stop"),
        getComputedStyle(head.querySelector(".dl-head-dot")).borderTopStyle])"""
    assert ["Maret Saar", False, False, "solid"] in page.evaluate(look)
    assert not [who for who, *_ in page.evaluate(look) if who == "Ivo Kask"]  # denied: he never moves


def test_the_camera_holds_head_and_destination_while_it_plays(open_page):
    page = open_page("/?story=invented&t=2024-05-05T12:00")
    page.get_by_role("button", name="Play", exact=True).click()
    wait(page, "stage.iso > '2024-05-05T18'")
    before = None
    while before != (before := _view(page)):  # the glide to the journey comes first
        page.wait_for_timeout(400)
    views = []
    for _ in range(5):
        views.append(_view(page))
        spots = page.evaluate(
            """() => {
                const map = document.querySelector(".dl-map").getBoundingClientRect();
                const inside = (node) => {
                    const { left, top } = node.getBoundingClientRect();
                    return left > map.left && left < map.right && top > map.top && top < map.bottom;
                };
                const heads = [...document.querySelectorAll(".dl-head:not([hidden])")];
                const end = document.querySelector(".dl-place[data-place='t:warsaw']");
                return [heads.length, heads.every(inside), inside(end)];
            }"""
        )
        assert spots[0] >= 1
        assert spots[1:] == [True, True]
        page.wait_for_timeout(200)
    assert probe(page)["iso"] < "2024-05-07T06"  # the same journey all the while
    page.get_by_role("button", name="Pause", exact=True).click()
    assert views == [views[0]] * len(views)  # it rests: nothing moves but the traveller


GLIDES = """async (cases) => {
    const { fit, glide, offsetPixels } = await import("/camera.js");
    const steps = [...Array(41)].map((_, step) => step / 40);
    return cases.map(([watched, elsewhere, size]) => {
        const [from, to] = [watched.concat(elsewhere), watched].map((held) => fit(held, size));
        const views = steps.map(glide(from, to));
        const pixels = (seen) => watched.map((position) => seen.map((view) => offsetPixels(position, view)));
        return { ways: pixels(views), ends: pixels([from, to]), zooms: views.map(({ zoom }) => zoom) };
    });
}"""
SIZES = [(1440, 900), (1920, 1080), (390, 844)]


def test_a_glide_never_loses_what_is_watched_and_never_jumps(modules):  # noqa: F811
    """In and out, over the 180th meridian too: each watched spot goes straight across the screen."""
    dice = random.Random(5)

    def spot():
        return [dice.uniform(-180, 180), dice.uniform(-70, 75)]

    cases = []
    for number in range(150):
        lon, lat = spot()
        near = [[lon + dice.uniform(-9, 9), lat + dice.uniform(-4, 4)] for _ in range(3)]
        width, height = SIZES[number % 3]
        size = {"width": width * 0.66, "height": height * 0.6}
        insets = {"left": 60, "right": 60, "top": 70, "bottom": 40}
        cases.append([near, [spot() for _ in range(number % 4)], {**size, "insets": insets}])
    for case, glide in zip(cases, modules.evaluate(GLIDES, cases), strict=True):
        for way, ends in zip(glide["ways"], glide["ends"], strict=True):
            assert way[0] == pytest.approx(ends[0], abs=0.5)
            assert way[-1] == pytest.approx(ends[1], abs=0.5)
            for axis, length in ((0, case[2]["width"]), (1, case[2]["height"])):
                low, high = sorted(end[axis] for end in ends)
                places = [pixels[axis] for pixels in way]
                assert low - 0.5 <= min(places)
                assert max(places) <= high + 0.5
                # eased, a fortieth of the time is a thirteenth of the way at most
                assert max(abs(b - a) for a, b in pairwise(places)) < length / 4
        zooms = glide["zooms"]
        assert zooms in (sorted(zooms), sorted(zooms, reverse=True))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_from_event_to_event_those_who_move_stay_in_the_free_room_of_the_map(open_page, width, height):
    page = open_page(REAL + "&t=2023-09-10T10:00", width=width, height=height)
    page.evaluate(WATCH_HEADS)
    seen = 0
    for _ in range(5):
        page.keyboard.press("ArrowRight")
        page.evaluate(FRAMES)
        before = None
        while before != (before := _view(page)):
            page.wait_for_timeout(300)
        outside, moving = page.evaluate("[window.outside(), window.moving().length]")
        assert outside == [], probe(page)["iso"]
        seen += moving
    assert seen >= 2


# the glide has begun by then, however busy the machine is
FRAMES = """() => new Promise((done) => {
    let frames = 5;
    const next = () => (frames-- ? requestAnimationFrame(next) : done());
    next();
})"""
WATCH_HEADS = """() => {
    // who is on the way, not lingering at a stop and not only planned; and what lies over the map
    const onTheWay = ".dl-head:not([hidden]):not(.dl-head-stop):not(.dl-head-ghost)";
    window.moving = () => [...document.querySelectorAll(onTheWay)];
    window.outside = () => {
        const map = document.querySelector(".dl-map").getBoundingClientRect();
        const covers = [...document.querySelectorAll(".dl-map .dl-foot, .dl-map .dl-note:not([hidden])")];
        const isOn = (x, y, { left, right, top, bottom }) => x > left && x < right && y > top && y < bottom;
        return window.moving().filter((head) => {
            const { left, top, width, height } = head.querySelector(".dl-head-dot").getBoundingClientRect();
            const [x, y] = [left + width / 2, top + height / 2];
            return !isOn(x, y, map) || covers.some((cover) => isOn(x, y, cover.getBoundingClientRect()));
        }).map((head) => head.textContent);
    };
}"""


def _view(page):
    return {key: round(probe(page)["view"][key], 3) for key in ("longitude", "latitude", "zoom")}
