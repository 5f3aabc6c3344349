"""The player in a real browser: what a person does with it, and what they then see."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SHOTS, breaches
from tests.browser.stage import REAL, probe, sentence, wait

SIZES = {"laptop": (1440, 900), "projector": (1920, 1080), "phone": (390, 844)}


def test_title_sentences_and_timeline_are_there_before_the_map(open_page):
    held = []
    page = open_page(
        ready=False, before=lambda page: page.route("**/deck.js", lambda route: held.append(route))
    )
    page.wait_for_selector(".dl-time-svg text", state="attached", timeout=60_000)
    assert page.locator(".dl-headline").inner_text() == "The envoy goes south, May 2024"
    assert "6 journeys" in page.locator(".dl-excerpt-lead").inner_text()
    assert held  # the map cannot be there: its library is still under way
    while held:
        held.pop().continue_()
    page.unroute("**/deck.js")
    page.wait_for_selector(".dl-stage[data-ready]", timeout=120_000)


def test_it_plays_pauses_scrubs_and_answers_why_a_place_is_there(open_page):
    page = open_page()
    assert probe(page)["iso"] == "2024-05-03T00:00"  # the story's present; 1986 lies before it
    page.get_by_role("button", name="Play", exact=True).click()
    wait(page, "stage.playing && stage.iso > '2024-05-03T02'")
    page.get_by_role("button", name="Pause", exact=True).click()
    wait(page, "!stage.playing")
    rest = probe(page)["second"]
    page.wait_for_timeout(600)
    assert probe(page)["second"] == rest

    box = page.locator(".dl-time-slider").bounding_box()
    page.mouse.move(box["x"] + 200, box["y"] + 130)
    page.mouse.down()
    page.mouse.move(box["x"] + 840, box["y"] + 130, steps=6)
    page.mouse.up()
    wait(page, "stage.iso > '2024-05-05T16' && stage.iso < '2024-05-07'")
    assert "left Tallinn by train" in sentence(page)
    assert page.locator(".dl-quote figcaption strong").inner_text() == "Invented News Agency"
    assert "7 May 2024" in page.locator(".dl-quote figcaption").inner_text()
    assert page.locator(".dl-support").inner_text() == "2 articles, 2 origins"
    marked = page.locator(".dl-quote mark").all_inner_texts()
    assert marked == ["left Tallinn by train on Sunday afternoon", "arrived in Warsaw on Tuesday morning"]
    assert " of 1,152 km" in page.locator(".dl-head-far:visible").first.inner_text()

    page.get_by_role("button", name="Overview").click()
    page.wait_for_timeout(1500)
    page.locator(".dl-place", has_text="Vilnius").click()
    assert page.locator(".dl-excerpt-title").inner_text() == "Vilnius"
    assert "after a stop in Vilnius" in " ".join(sentence(page).split())
    assert "within 8 km of the mark" in page.locator(".dl-facts").inner_text()
    page.keyboard.press("Escape")
    wait(page, "stage.selection === null")


def test_an_event_reached_and_a_choice_are_told_to_a_screen_reader(open_page):
    page = open_page()
    live = page.locator(".dl-live")
    assert live.get_attribute("aria-live") == "polite"
    for words in (
        "Fri 3 May 2024. A delegation of twelve leaves Riga",
        "Sun 5 May 2024. Maret Saar leaves Tallinn",
    ):
        page.wait_for_timeout(1000)  # it is told no faster than it can be heard
        page.keyboard.press("ArrowRight")
        expect(live).to_have_text(words)
    page.locator(".dl-place", has_text="Vilnius").focus()
    page.keyboard.press("Enter")
    expect(live).to_have_text("Vilnius")
    page.keyboard.press("Escape")
    page.wait_for_timeout(1000)
    page.get_by_role("button", name="Play", exact=True).click()
    expect(live).to_have_text(re.compile("^Playing, Sun 5 May 2024"))
    expect(live).to_have_text(
        re.compile("^Mon 6 May 2024. |^Tue 7 May 2024. Maret Saar in Warsaw"), timeout=60_000
    )


def test_a_rerun_keeps_deck_clock_and_camera(open_page):
    page = open_page("/?story=invented&t=2024-05-06T03:00")
    wait(page, "stage.view !== null")
    page.evaluate("for (const canvas of document.querySelectorAll('canvas')) canvas.seen = true")
    page.locator(".dl-map").hover()
    page.mouse.down()
    page.mouse.move(500, 300, steps=4)
    page.mouse.up()
    page.wait_for_timeout(800)
    before = probe(page)
    runs = page.evaluate("performance.getEntriesByType('resource').length")
    page.locator(".dl-time-slider").focus()
    page.evaluate(
        "document.querySelector('button.dl-ring, .dl-place').click()"
    )  # a choice is told to Python: a rerun
    page.wait_for_timeout(2500)
    after = probe(page)
    assert after["selection"] is not None
    assert after["second"] == before["second"]
    assert after["view"]["longitude"] == before["view"]["longitude"]
    assert after["view"]["zoom"] == before["view"]["zoom"]
    assert page.evaluate("[...document.querySelectorAll('.dl-map canvas')].every((canvas) => canvas.seen)")
    assert runs > 0


def test_keys_work_from_anywhere_but_where_they_are_used(open_page):
    page = open_page()
    assert page.evaluate("document.activeElement === document.body")
    page.keyboard.press(" ")
    wait(page, "stage.playing")
    page.keyboard.press(" ")
    wait(page, "!stage.playing")
    assert page.locator(".dl-live").inner_text().startswith("Paused, Fri 3 May 2024")
    page.keyboard.press("End")
    wait(page, "stage.second > 20")
    page.keyboard.press("Home")
    wait(page, "stage.second === 0")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    wait(page, "stage.second > 0")
    stepped = probe(page)["second"]
    page.keyboard.press("ArrowLeft")
    wait(page, f"stage.second < {stepped}")
    page.get_by_role("button", name="Filter", exact=True).click()
    page.keyboard.type("to Warsaw f")  # a field keeps its letters and its spaces
    assert page.locator(".dl-find input").input_value() == "to Warsaw f"
    assert not probe(page)["playing"]
    page.keyboard.press("Escape")
    wait(page, "!stage.filtering")
    for name in ("Play", "Next event (→)", "Save picture", "Loop"):
        assert page.get_by_role("button", name=name, exact=True).count() == 1


def test_reduced_motion_steps_from_event_to_event(open_page):
    page = open_page("/?story=invented&t=2024-05-05T12:00", reduced_motion="reduce")
    before = probe(page)["second"]
    began = time.monotonic()
    page.get_by_role("button", name="Play", exact=True).click()
    wait(page, f"stage.second > {before + 1}")
    seen = set()
    for _ in range(12):
        seen.add(page.evaluate("document.querySelector('.dl-now').style.transform"))
        page.wait_for_timeout(150)
    passed = probe(page)["second"] - before
    assert passed < time.monotonic() - began + 1  # each event stays as long as it does for everybody
    assert len(seen) <= 4, seen  # gliding, the playhead stands somewhere else each time
    page.get_by_role("button", name="Pause", exact=True).click()


@pytest.mark.parametrize("story", ["/?story=invented&t=2024-05-06T03:00", REAL + "&t=2023-09-11T12:00"])
def test_layout_at_every_size_in_both_themes(open_page, story):
    page = open_page(story)
    SHOTS.mkdir(exist_ok=True)
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for theme in ("light", "dark"):
            _dress(page, theme)
            page.wait_for_timeout(1500)
            name = "story" if "invented" in story else "kim-putin"
            page.screenshot(path=SHOTS / f"{name}-{size}-{theme}.png")
        _check_layout(page, size, width, height)


def test_full_screen_is_the_map_edge_to_edge(open_page):
    page = open_page(REAL + "&t=2023-09-11T12:00", width=1920, height=1080)
    page.keyboard.press("f")
    page.wait_for_selector(".dl-stage.dl-full")
    page.wait_for_timeout(1500)
    page.screenshot(path=SHOTS / "kim-putin-full.png")
    box = page.locator(".dl-map").bounding_box()
    assert (box["width"], box["height"]) == SIZES["projector"]


def _dress(page, theme):
    page.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", theme)


def _check_layout(page, size, width, height):
    parts = ("map", "excerpt", "transport", "time", "headline", "moment", "switch")
    boxes = {name: page.locator(f".dl-{name}").bounding_box() for name in parts}
    assert page.evaluate("document.scrollingElement.scrollHeight <= window.innerHeight")
    assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    assert boxes["transport"]["y"] + boxes["transport"]["height"] <= height
    assert not _overlap(boxes["moment"], boxes["switch"])
    assert boxes["headline"]["x"] + boxes["headline"]["width"] <= width
    assert page.locator(".dl-date").bounding_box()["height"] < 40  # one line
    names = [name.bounding_box() for name in page.locator(".dl-place:not(.dl-off)").all()]
    for at, name in enumerate(names):
        assert not _overlap(name, boxes["headline"])
        assert not any(_overlap(name, other) for other in names[at + 1 :])
    if size == "phone":
        assert boxes["map"]["y"] < boxes["transport"]["y"] < boxes["excerpt"]["y"] < height
        assert page.locator(".dl-play").bounding_box()["height"] >= 44
    else:
        assert boxes["map"]["width"] / width == pytest.approx(2 / 3, abs=0.01)
        assert boxes["time"]["width"] == width


def _overlap(one, other):
    across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return across > 1 and down > 1


@pytest.mark.parametrize("name", ["", "articles", "table", "method"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1920, 1080), (390, 844)])
def test_axe_finds_nothing_in_either_theme(open_page, name, width, height):
    page = open_page(f"/{name}?story=kim-putin-2023", width=width, height=height, ready=not name)
    page.wait_for_selector("h1", timeout=60_000)
    page.wait_for_timeout(800)
    SHOTS.mkdir(exist_ok=True)
    for theme in ("light", "dark"):
        _dress(page, theme)
        page.wait_for_timeout(300)
        page.screenshot(path=SHOTS / f"{name or 'player'}-{width}-{theme}.png")
        assert breaches(page) == []
    if not name:
        page.locator(".dl-time-slider").focus()
        for _ in range(6):
            page.keyboard.press("PageDown")
        page.wait_for_timeout(1500)
        assert breaches(page) == []
        page.get_by_role("button", name="Filter", exact=True).click()
        assert breaches(page) == []


def test_at_200_percent_it_stays_usable(open_page):
    page = open_page(viewport={"width": 720, "height": 450}, device_scale_factor=2, width=720, height=450)
    assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    page.get_by_role("button", name="Play", exact=True).click()
    wait(page, "stage.second > 0.5")
    page.locator(".dl-time-slider").scroll_into_view_if_needed()
    box = page.locator(".dl-time-slider").bounding_box()
    assert box["height"] >= 100
    assert box["y"] + box["height"] <= 451
    assert page.locator(".dl-excerpt").bounding_box()["height"] >= 150
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / "zoomed.png")
