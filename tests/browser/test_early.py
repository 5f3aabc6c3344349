"""Masthead and stage stand before Streamlit does, and it takes them over as they are."""

from __future__ import annotations

import pytest

from benchmarks.stage_parts import machine
from tests.browser.stage import probe, rest, sentence

EDGES = """[...document.querySelectorAll(".dl-mast, .dl-map, .dl-excerpt, .dl-transport, .dl-time")]
    .map((box) => JSON.stringify(box.getBoundingClientRect()))"""
WATCH_SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
        window.shifts.push([value, ...sources.map(({ node }) => (node && node.className) || "")]);
    }
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture(params=[(1440, 900), (390, 844)], ids=["desk", "phone"])
def held(request, open_page):
    """A page whose Streamlit has not come yet: the page, and what lets it come."""
    width, height = request.param
    waiting = []
    open_page()  # the server holds the story by now

    def hold(page):
        page.add_init_script(WATCH_SHIFTS)
        page.route("**/_stcore/h*", lambda route: waiting.append(route))

    page = open_page("/?story=invented", width=width, height=height, before=hold, locale="en-GB", ready=False)
    page.wait_for_selector(".dl-stage[data-ready]", timeout=machine.READY)

    def release():
        while waiting:
            waiting.pop().continue_()
        page.unroute("**/_stcore/h*")
        page.wait_for_selector(".dl-early", state="detached", timeout=machine.READY)

    return page, release


def test_all_works_before_streamlit_and_goes_on_after(held):
    page, release = held
    assert page.locator("#root .dl-stage, #root .dl-mast").count() == 0
    assert page.title() == "Dateline"
    assert page.locator(".dl-mast select").input_value() == "invented"
    page.locator(".dl-place", has_text="Warsaw").press("Enter")
    rest(page)
    before = (page.evaluate(EDGES), probe(page)["view"], sentence(page))
    page.locator(".dl-time-slider").focus()
    page.evaluate("document.querySelector('.dl-stage').mine = true")
    assert sum(value for value, *_ in page.evaluate("window.shifts")) < 0.05
    page.evaluate("window.shifts.length = 0")
    release()
    assert page.evaluate("document.querySelector('.dl-stage').mine")
    assert page.locator(".dl-stage, .dl-mast").count() == 2
    assert page.evaluate("document.activeElement.className") == "dl-time-slider"
    assert (page.evaluate(EDGES), probe(page)["view"], sentence(page)) == before
    assert probe(page)["selection"] == "place:t:warsaw"
    assert page.evaluate("window.shifts") == []


def test_a_page_asked_for_before_streamlit_comes_when_it_does(held):
    page, release = held
    page.get_by_role("link", name="Table").click()
    assert page.locator("table").count() == 0
    release()
    page.wait_for_selector("table", timeout=machine.READY)
    assert page.locator(".dl-stage").count() == 0


def test_the_stage_goes_when_the_story_cannot_be_read(chromium, tmp_path):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "first.txt").write_text("Some text.", encoding="utf-8")
    (tmp_path / "broken" / "places.csv").write_bytes("name,lat,lon\nK\u00f6ln,1,1\n".encode("latin-1"))
    context = chromium.new_context(viewport=machine.SIZE)
    page = context.new_page()
    with machine.serving(machine.ROOT / "app.py", tmp_path) as server:
        page.goto(server.story("broken"))
        assert page.locator(".dl-headline").text_content() == "broken"
        page.wait_for_selector(".dl-notice h1", timeout=machine.READY)
        page.wait_for_selector(".dl-early", state="detached", timeout=machine.READY)
        assert page.locator(".dl-stage").count() == 0
        assert page.locator(".dl-notice h1").inner_text() == "This story cannot be read."
    context.close()
