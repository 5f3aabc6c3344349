"""The look of the map: nothing cut, nothing covered, words that can be read, marks that mean something."""

from __future__ import annotations

import io
import math

import pytest
from PIL import Image, ImageChops

from tests.browser.conftest import SHOTS
from tests.browser.stage import REAL, wait
from tests.browser.test_told import page as modules  # noqa: F401 - a page with the modules, and no player

KIM_UNDER_WAY = REAL + "&t=2023-09-12T06:00&camera=overview"


def boxes(page, selector):
    """Left, top, right and bottom of every visible element of a selector."""
    return page.evaluate(
        """(selector) => [...document.querySelectorAll(selector)]
            .filter((each) => each.checkVisibility({ opacityProperty: true }))
            .map((each) => each.getBoundingClientRect())
            .map(({ left, top, right, bottom }) => [left, top, right, bottom])""",
        selector,
    )


def overlap(one, other):
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 1
        and min(one[3], other[3]) - max(one[1], other[1]) > 1
    )


def is_whole(page, selector):
    """Whether the words of an element have all the room they need."""
    return page.locator(selector).evaluate("(node) => node.scrollWidth <= node.clientWidth + 1")


def test_many_visits_to_one_place_are_counted_not_ringed_over_the_map(open_page):
    page = open_page("/?story=crowd")
    rings = boxes(page, ".dl-ring")
    assert 2 <= len(rings) <= 4
    assert max(right - left for left, _, right, _ in rings) <= 50
    count = page.locator(".dl-ring-count:not(:empty)")
    assert count.inner_text() == "+197"
    count.click()
    wait(page, "stage.selection && stage.selection.startsWith('place:')")
    for left, _, right, _ in boxes(page, ".dl-who"):
        assert left > 960
        assert right < 1440


def test_full_screen_shows_the_whole_caption_and_nothing_lies_on_it(open_page):
    page = open_page(REAL + "&t=2023-09-11T06:00")
    page.keyboard.press("f")
    page.wait_for_selector(".dl-stage.dl-full")
    page.wait_for_timeout(2500)
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / "caption.png")
    assert page.locator(".dl-excerpt").evaluate("(node) => node.scrollHeight <= node.clientHeight + 1")
    over = boxes(page, ".dl-excerpt, .dl-transport, .dl-time, .dl-headline span")
    assert len(over) == 4
    for mark in [*boxes(page, ".dl-head-words"), *boxes(page, ".dl-place:not(.dl-off)")]:
        assert not any(overlap(mark, each) for each in over)


def test_a_phone_shows_the_title_and_the_story(open_page):
    page = open_page(REAL, width=390, height=844)
    assert is_whole(page, ".dl-mast select")
    top, bottom = boxes(page, ".dl-excerpt")[0][1::2]
    assert bottom - top >= 225
    rows = [row for row in boxes(page, ".dl-legend li") if row[3] <= bottom]
    assert len(rows) >= 2  # who travels is seen without scrolling
    link = boxes(page, ".dl-undated")[0]
    assert not any(overlap(link, tick) for tick in boxes(page, ".dl-tick-name, .dl-year"))
    small = [
        (name, box)
        for name in (".dl-transport button", ".dl-mast a", ".dl-mast button", ".dl-mast select")
        for box in boxes(page, name)
        if min(box[2] - box[0], box[3] - box[1]) < 24
    ]
    assert small == []


def test_endless_names_stay_on_a_phones_map(open_page):
    page = open_page("/?story=crowd&t=2024-05-06T03:00", width=390, height=844)
    words = boxes(page, ".dl-head:not([hidden]) .dl-head-words:not([hidden])")
    assert words
    for left, _, right, _ in words:
        assert left >= 0
        assert right <= 390


@pytest.mark.parametrize("moment", ["", "&t=2023-09-11T12:00"])
def test_names_on_a_phone_step_aside_for_the_travellers(open_page, moment):
    page = open_page(REAL + moment, width=390, height=844)
    page.wait_for_timeout(2500)  # the names settle once the camera rests
    heads = boxes(page, ".dl-head:not([hidden]) :is(.dl-head-dot, .dl-head-words)")
    names = boxes(page, ".dl-place:not(.dl-off)")
    assert len(heads) >= 2
    assert [name for name in names for head in heads if overlap(name, head)] == []
    shown = page.locator(".dl-place:not(.dl-off, .dl-under)").all_inner_texts()
    assert {"Khasan", "Pyongyang", "Vladivostok"} <= set(shown)
    assert not moment or "NORTH KOREA" in shown


def test_a_name_steps_back_while_it_is_covered_and_off_what_is_drawn(modules):  # noqa: F811
    stood, crossed, under, after = modules.evaluate(
        """async () => {
            const { createLabels } = await import("/labels.js");
            const land = { id: "land", name: "Land", kind: "country", position: [0, 0], excerpts: [] };
            const model = { scene: { places: [land] }, journeys: [], events: [] };
            const labels = createLabels(document.body, model, { onChoose() {} });
            const view = { longitude: 0, latitude: 0, zoom: 3 };
            const size = { width: 600, height: 400 };
            const place = (more) => {
                labels.place(view, size, new Set(), more);
                return labels.boxes()[0];
            };
            const stood = place();
            place({ drawn: { ways: [[250, 195, 350, 205]], heads: [] } });
            const crossed = place(); // it keeps to where it stepped
            const [, top, right] = crossed;
            const names = (pixels) => {
                labels.yieldTo([[right - pixels, top, right + 50, top + 9]]);
                return labels.shown().length;
            };
            return [stood, crossed, names(10), names(2)];
        }"""
    )
    assert (stood[1] + stood[3]) / 2 == 200
    assert crossed[3] <= 195 or crossed[1] >= 205
    assert crossed[0] == stood[0]
    assert [under, after] == [0, 1]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_of_a_fading_head_can_still_be_read(open_page, theme):
    page = open_page(KIM_UNDER_WAY, theme=theme)
    looks = page.evaluate(
        """() => {
            const opacity = (node) => Number(getComputedStyle(node).opacity);
            return [...document.querySelectorAll(".dl-head:not([hidden])")].map((head) => [
                opacity(head) * opacity(head.querySelector(".dl-head-words")),
                opacity(head.querySelector(".dl-head-dot")),
            ]);
        }"""
    )
    assert min(dot for _, dot in looks) < 0.9  # one of them has arrived, and fades
    assert [words for words, _ in looks] == [1] * len(looks)


def test_forced_colours_keep_the_hues_of_the_travellers(open_page):
    page = open_page(KIM_UNDER_WAY, forced_colors="active")
    hues = page.evaluate(
        """[...document.querySelectorAll(".dl-head:not([hidden]) .dl-head-dot")]
            .map((dot) => getComputedStyle(dot).backgroundColor)"""
    )
    assert len(set(hues)) == len(hues) >= 2
    assert (
        page.locator(".dl-switch [aria-checked=true]").evaluate(
            "(node) => getComputedStyle(node).outlineStyle"
        )
        == "solid"
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_method_page_draws_every_mark_in_the_colours_of_the_theme(open_page, theme):
    page = open_page("/method?story=invented", theme=theme, ready=False)
    page.wait_for_selector(".dl-marks svg", timeout=60_000)
    page.wait_for_selector(".dl-mast", timeout=60_000)
    drawn = page.evaluate(
        """() => [...document.querySelectorAll(".dl-marks svg")].map((mark) => {
            const looks = [...mark.querySelectorAll("*")].map((part) => getComputedStyle(part));
            const all = looks.flatMap(({ stroke, fill }) => [stroke, fill]);
            const paints = all.filter((one) => one !== "none");
            return [mark.getAttribute("aria-label"), mark.getBoundingClientRect().width, paints.length];
        })"""
    )
    assert len({name for name, *_ in drawn}) == len(drawn) == 12
    assert all(width >= 90 and paints for _, width, paints in drawn)
    ink = page.locator(".dl-k-line").first.evaluate("(line) => getComputedStyle(line).stroke")
    assert ink == {"light": "rgb(10, 58, 94)", "dark": "rgb(47, 135, 238)"}[theme]
    assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    assert boxes(page, "h2")[0][3] - boxes(page, "h2")[0][1] < 60
    page.locator(".dl-marks").scroll_into_view_if_needed()
    page.screenshot(path=SHOTS / f"marks-{theme}.png")


EQUATOR_KM, TILE = 40075.017, 512
OVER_THE_CIRCLES = ".dl-ground, .dl-names, .dl-heads, .dl-foot, .dl-dimensions"


@pytest.mark.parametrize(
    ("story", "place", "latitude", "longitude", "radius_km"),
    [
        ("invented", "t:tallinn", 59.437, 24.7535, 10),
        ("pole", "t:from", 78.22, 15.63, 5),
    ],
)
def test_a_circle_of_uncertainty_has_its_kilometres_on_the_ground(
    open_page, story, place, latitude, longitude, radius_km
):
    zoom = 8
    page = open_page(
        f"/?story={story}&sel=place:{place}&lines=off&view={latitude - 0.1},{longitude + 0.2},{zoom}"
    )
    page.add_style_tag(content=f":is({OVER_THE_CIRCLES}) {{ visibility: hidden }}")
    page.wait_for_timeout(1000)
    shot = page.locator(".dl-map").screenshot()
    seen = Image.open(io.BytesIO(shot)).convert("RGB")
    alone = Image.new("RGB", seen.size, seen.getpixel((2, 2)))
    left, top, right, bottom = ImageChops.difference(seen, alone).getbbox()
    radius = radius_km * TILE * 2**zoom / (EQUATOR_KM * math.cos(math.radians(latitude)))
    assert right - left == pytest.approx(2 * radius, abs=3)
    assert bottom - top == pytest.approx(2 * radius, abs=3)
