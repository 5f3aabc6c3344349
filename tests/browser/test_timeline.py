"""The timeline: decades and days on one axis, widths by precision, and everything on it within reach."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SHOTS
from tests.browser.stage import probe, timeline_marks, wait
from tests.browser.test_told import page as modules  # noqa: F401 - a page with the modules, and no player


def _box(page, selector):
    """Left edge and width, in pixels of the page."""
    box = page.locator(selector).first.bounding_box()
    return box["x"], box["width"]


def _bar(page, ref, part="may"):
    return _box(page, f"[data-ref='{ref}'] .dl-bar-{part}")


def _middle(page, selector):
    box = page.locator(selector).first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_1986_and_last_tuesday_stand_on_one_axis_with_widths_by_precision(open_page):
    page = open_page()
    assert [page.locator(".dl-year").nth(n).text_content() for n in (0, -1)] == ["1986", "2024"]
    oja, saar = _bar(page, "journey:oja"), _bar(page, "journey:saar-warsaw")
    folds = [_box(page, f".dl-fold >> nth={n}") for n in range(page.locator(".dl-fold").count())]
    # 37 years lie between them, in less room than the three days of her journey
    between = [(x, wide) for x, wide in folds if oja[0] < x < saar[0]]
    assert between
    assert all(wide < saar[1] / 3 for _, wide in between)
    assert page.locator(".dl-fold-mark").count() >= 1
    x, wide = max(between, key=lambda fold: fold[1])
    axis = page.locator(".dl-time-slider").bounding_box()
    page.mouse.move(x + wide / 2, axis["y"] + axis["height"] - 12)
    assert "days with nothing dated, folded" in page.locator(".dl-tip").inner_text()

    early, core = _bar(page, "journey:saar-warsaw"), _bar(page, "journey:saar-warsaw", "core")
    # left within six hours of Sunday, arrived within six of Tuesday: the middle moves, the rest may
    assert core[0] - early[0] == pytest.approx(3 / 48 * early[1], abs=1.5)
    assert core[1] == pytest.approx(42 / 48 * early[1], abs=1.5)
    assert page.locator("[data-ref='journey:oja'] .dl-bar-core").count() == 0  # some time in 1986
    assert page.locator("[data-ref='journey:kask'] .dl-bar-strike").count() == 1
    assert "dl-plan" not in timeline_marks(page)["journey:oja"]


def test_hovering_says_what_clicking_goes_there_and_scrubbing_snaps(open_page):
    page = open_page()
    x, y = _middle(page, "[data-ref='journey:saar-warsaw'] .dl-bar-core")
    page.mouse.move(x, y)
    tip = page.locator(".dl-tip")
    assert tip.locator("strong").inner_text() == "Maret Saar, Tallinn to Warsaw, by rail (happened)"
    assert tip.locator("span").first.inner_text() == "Reported: Sunday afternoon to Tuesday morning"
    page.mouse.click(x, y)
    wait(page, "stage.selection === 'journey:saar-warsaw' && stage.iso === '2024-05-05T15:00'")
    page.keyboard.press("Escape")
    axis = page.locator(".dl-time-slider").bounding_box()
    x, wide = _bar(page, "journey:saar-warsaw", "core")
    page.mouse.move(x + wide / 2, axis["y"] + axis["height"] - 45)
    page.mouse.down()
    page.mouse.move(x + 5, axis["y"] + axis["height"] - 45, steps=4)  # near her departure
    page.mouse.up()
    wait(page, "stage.iso === '2024-05-05T15:00'")


def test_the_wheel_and_the_keys_zoom_about_the_pointer_and_the_playhead(open_page):
    page = open_page("/?story=invented&t=2024-05-06T03:00")
    before = _bar(page, "journey:saar-warsaw", "core")
    axis = page.locator(".dl-time-slider").bounding_box()
    page.mouse.move(before[0], axis["y"] + 60)
    page.mouse.wheel(0, -430)  # e^(430 x 0.0016) is about 2
    page.wait_for_function(f"document.querySelector('.dl-bar-core').getBBox().width > {before[1] * 1.5}")
    after = _bar(page, "journey:saar-warsaw", "core")
    assert after[1] / before[1] == pytest.approx(1.99, abs=0.05)
    assert after[0] == pytest.approx(before[0], abs=2)
    page.locator(".dl-time-slider").focus()
    for _ in range(9):
        page.keyboard.press("-")
    assert _bar(page, "journey:saar-warsaw", "core") == pytest.approx(before, abs=1)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_what_has_no_date_lies_in_the_tray(open_page, width, height):
    page = open_page("/?story=invented&t=2024-05-06T03:00", width=width, height=height)
    tray = page.get_by_role("button", name="2 without a date")
    tray.focus()
    page.keyboard.press("Enter")
    assert page.locator(".dl-excerpt .dl-tray button").all_inner_texts() == [
        "Maret Saar, Warsaw to Lublin",
        "Saar's aide to Lublin, on foot",
    ]
    page.wait_for_function("location.search.includes('sel=tray')")
    page.locator(".dl-excerpt .dl-tray button").first.click()
    wait(page, "stage.selection === 'journey:saar-lublin'")
    page.go_back()
    wait(page, "stage.selection === 'tray:undated'")


def test_lanes_keep_their_names_however_low_and_long(open_page):
    page = open_page("/?story=crowd&t=2024-05-06T03:00")
    _check_lanes(page, 9)  # events, a lane for each colour, the others
    page.set_viewport_size({"width": 1440, "height": 560})
    expect(page.locator(".dl-lane-name")).to_have_count(4)
    _check_lanes(page, 4)


def _check_lanes(page, amount):
    names = page.locator(".dl-lane-name")
    assert names.count() == amount
    boxes = [names.nth(n).bounding_box() for n in range(names.count())]
    assert all(box["width"] <= 121 and box["height"] >= 12 for box in boxes)
    tops = [box["y"] for box in boxes]
    assert all(b - a >= 13 for a, b in pairwise(tops))
    assert names.nth(1).text_content().startswith("NNNNN")
    assert names.nth(1).locator("title").text_content().startswith("N" * 300)
    last = names.last.text_content()
    assert last == f"{100 - (len(boxes) - 2)} others"


def test_two_hundred_events_on_one_spot_are_counted_listed_and_reached(open_page):
    page = open_page("/?story=heap")
    assert page.locator(".dl-many").text_content() == "200"
    x, y = _middle(page, ".dl-event")
    seen = []
    for _ in range(3):
        page.mouse.click(x, y)
        page.wait_for_function(f"!{seen!r}.includes(document.querySelector('.dl-stage').probe().selection)")
        seen.append(probe(page)["selection"])
    assert len(set(seen)) == 3
    page.mouse.move(x + 1, y)
    assert "199 others here" in page.locator(".dl-tip").inner_text()
    page.keyboard.press("Escape")
    listed = page.locator(".dl-news summary")
    expect(listed).to_have_text("At the same time (199)")
    listed.click()
    assert page.locator(".dl-news button").count() == 199
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / "heap.png")


LAYOUT = """async ([pixels, stops]) => {
    const { namedStops, stacks } = await import("/timeline-layout.js");
    const told = stops.map(([px, name, isBegin]) => ({ px, name, isBegin }));
    const named = namedStops(told, new Set(told.filter((stop) => stop.isBegin)));
    return [stacks(pixels).map(({ middle, amount }) => [middle, amount]), named.map((stop) => stop.name)];
}"""


@pytest.mark.parametrize(
    ("pixels", "counted"),
    [
        ([], []),
        ([10], []),
        ([10, 20, 30], []),  # apart: each is seen
        ([10, 10], [[10, 2]]),
        ([30, 10, 12, 10], [[11, 3]]),
        ([10, 10, 18, 18], [[14, 4]]),  # their figures would touch
        ([10, 10, 40, 40], [[10, 2], [40, 2]]),
        ([*range(100, 148, 4)], [[112, 7], [136, 5]]),  # a long row is counted in parts
    ],
)
def test_marks_that_hide_one_another_are_counted(modules, pixels, counted):  # noqa: F811
    assert modules.evaluate(LAYOUT, [pixels, []])[0] == counted


@pytest.mark.parametrize(
    ("stops", "named"),
    [
        ([[0, "1 Jan", True], [20, "2 Jan", False], [60, "5 May", True]], ["1 Jan", "5 May"]),
        ([[0, "1 Jan", False], [20, "2 Jan", True], [58, "5 May", False]], ["2 Jan"]),
        ([[0, "1 Jan", False], [60, "2 Jan", False], [120, "3 Jan", False]], ["1 Jan", "2 Jan", "3 Jan"]),
    ],
)
def test_the_first_day_of_a_stretch_is_named_before_others(modules, stops, named):  # noqa: F811
    assert modules.evaluate(LAYOUT, [[], stops])[1] == named


def test_the_tip_of_the_topmost_mark_is_seen_whole(open_page):
    page = open_page()
    page.mouse.move(*_middle(page, ".dl-event"))
    seen = page.locator(".dl-tip").evaluate(
        """(tip) => {
            tip.style.pointerEvents = "auto";
            const { left, right, top, bottom } = tip.getBoundingClientRect();
            const inside = [[left + 4, top + 4], [right - 4, bottom - 4]];
            return inside.every(([x, y]) => tip.contains(document.elementFromPoint(x, y)));
        }"""
    )
    assert seen


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1440, 900)])
def test_two_fingers_zoom_and_one_scrubs(open_page, width, height):
    page = open_page("/?story=invented&t=2024-05-06T03:00", width=width, height=height, has_touch=True)
    page.wait_for_timeout(600)  # a timeline that is drawn anew beneath the fingers lets go of them
    fingers = page.context.new_cdp_session(page)
    axis = page.locator(".dl-time-slider").bounding_box()
    at, wide = _bar(page, "journey:saar-warsaw", "core")
    middle, y = at + wide / 2, axis["y"] + axis["height"] - 40

    def touch(kind, *spots):
        points = [{"x": x, "y": y, "id": number} for number, x in enumerate(spots)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", middle - 15)
    touch("touchStart", middle - 15, middle + 15)
    for step in (20, 25, 30):
        touch("touchMove", middle - step, middle + step)
    touch("touchEnd")
    page.wait_for_function(f"document.querySelector('.dl-bar-core').getBBox().width > {wide * 1.5}")
    after = _bar(page, "journey:saar-warsaw", "core")
    assert after[1] / wide == pytest.approx(2, abs=0.1)
    assert after[0] + after[1] / 2 == pytest.approx(middle, abs=3)  # what lay between the fingers still does
    assert probe(page)["iso"] == "2024-05-06T03:00"  # and the moment is what it was
    touch("touchStart", after[0] + after[1] / 4)
    for step in (10, 25, 40):  # the browser keeps the first pixels of a finger to itself
        touch("touchMove", after[0] + after[1] / 4 + step)
    touch("touchEnd")
    wait(page, "stage.iso !== '2024-05-06T03:00'")


@pytest.mark.parametrize(
    ("spans", "columns"),
    [
        ([], []),
        ([[-30, -1, True], [41, 60, True]], []),  # outside of what is seen
        ([[3, 3, True], [5, 5, False]], [[0, 1, 2]]),
        ([[7.9, 8, True]], [[0, 1, 1], [8, 1, 1]]),  # on the edge between two
        (
            [[-50, 10, False], [20, 90, True]],
            [[0, 0, 1], [8, 0, 1], [16, 1, 1], [24, 1, 1], [32, 1, 1], [40, 1, 1]],
        ),
    ],
)
def test_what_lies_too_thick_is_counted_in_columns(modules, spans, columns):  # noqa: F811
    counted = """async (spans) => {
        const { columnsOf } = await import("/timeline-columns.js");
        const told = spans.map(([a, b, isSure]) => ({ a, b, isSure }));
        return columnsOf(told, { from: 0, to: 40 }).map(({ a, sure, all }) => [a, sure, all]);
    }"""
    assert modules.evaluate(counted, spans) == columns


def test_a_lane_of_many_is_columns_that_can_be_opened(open_page):
    page = open_page("/?story=crowd&t=2024-05-06T03:00")
    name = page.locator(".dl-lane-name").last
    assert name.text_content() == "93 others"
    assert page.locator(".dl-bar-column").count() > 20
    assert page.locator(".dl-many").last.text_content() == "186"  # two journeys each
    box = name.bounding_box()
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    expect(page.locator(".dl-excerpt-title")).to_have_text("100 travellers")
    last = page.locator(".dl-excerpt details").last
    last.locator("summary").click()
    last.locator("button").first.click()
    wait(page, "stage.selection.startsWith('journey:crowd-')")
    assert page.locator(".dl-bar.dl-chosen").count() == 1  # it stands out of the columns
    page.go_back()
    wait(page, "stage.selection === 'tray:travellers'")


def test_days_are_limited_by_finger_and_by_key_on_the_timeline(open_page):
    page = open_page("/?story=invented&t=2024-05-06T03:00", width=390, height=844, has_touch=True)
    fingers = page.context.new_cdp_session(page)
    first, last = page.get_by_role("slider", name="First day"), page.get_by_role("slider", name="Last day")
    tab = first.locator(".dl-grip-tab").bounding_box()
    assert min(tab["width"], tab["height"]) >= 24
    at, wide = _bar(page, "journey:saar-warsaw", "core")
    y = tab["y"] + tab["height"] / 2
    for kind, x in (("Start", tab["x"] + 12), ("Move", at), ("Move", at + wide / 4), ("End", None)):
        points = [] if x is None else [{"x": x, "y": y}]
        fingers.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})
    page.wait_for_function("location.search.includes('from=2024-05-06')")
    assert probe(page)["iso"] == "2024-05-06T03:00"  # the moment is what it was
    assert first.get_attribute("aria-valuetext") == "Mon 6 May 2024"
    expect(page.locator(".dl-live")).to_contain_text("put aside")
    last.focus()
    for _ in range(2):
        page.keyboard.press("ArrowLeft")  # the last day of the axis, and the one before
    page.wait_for_function("location.search.includes('to=2024-05-08')")
    assert "event:talks" in timeline_marks(page)
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("location.search.includes('to=2024-05-07')")
    assert "event:talks" not in timeline_marks(page)
    for _ in range(4):
        page.keyboard.press("ArrowLeft")  # never before the first day
    page.wait_for_function("location.search.includes('to=2024-05-06')")
    page.keyboard.press("Escape")
    page.wait_for_function("!location.search.includes('to=')")
    assert last.get_attribute("aria-valuetext") == "no limit"
    first.focus()
    page.keyboard.press("Home")
    page.wait_for_function("!location.search.includes('from=')")
