"""Stories that have too little or too much: their pages still make sense."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import SHOTS
from tests.browser.stage import sentence, wait

FITS = "document.scrollingElement.scrollWidth <= window.innerWidth"


def test_a_story_without_dates_or_finds_says_so(open_page):
    page = open_page("/?story=bare")
    assert "nothing to play" in page.locator(".dl-undatable").inner_text()
    assert page.locator(".dl-time").bounding_box()["height"] < 100  # no axis needs no room
    assert page.get_by_role("button", name="Play", exact=True).is_disabled()
    assert page.locator(".dl-tray summary").first.inner_text() == "2 without a date"
    page = open_page("/?story=nothing")
    assert (
        page.locator(".dl-excerpt-lead").inner_text()
        == "Nothing to show: nothing was found in 3 articles of 2 origins."
    )
    assert page.locator(".dl-hint").count() == 0  # there is nothing to choose
    assert "The file is empty." in page.locator(".dl-problems").inner_text()
    page = open_page("/?story=empty")
    assert "no article here yet" in page.locator(".dl-excerpt-lead").inner_text()
    assert page.get_by_role("button", name="Play", exact=True).is_disabled()


def test_one_event_plays_with_a_place_and_without(open_page):
    page = open_page("/?story=single")
    assert page.locator(".dl-excerpt-lead").inner_text().startswith("1 event and 1 place, as told by")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".dl-excerpt-title")).to_have_text("Meeting in Vilnius")
    page = open_page("/?story=placeless")
    assert page.locator(".dl-excerpt-lead").inner_text().startswith("1 event, as told by 3 articles")
    assert page.locator(".dl-place").count() == 0
    page.keyboard.press("ArrowRight")
    expect(page.locator(".dl-excerpt-title")).to_have_text("Meeting in Vilnius")
    assert sentence(page) == "The meeting in Vilnius took place on Thursday."
    page.locator(".dl-time-slider").focus()
    page.keyboard.press("Enter")
    wait(page, "stage.selection === 'event:meeting'")


def test_two_hundred_at_one_spot_with_endless_names_keep_to_their_room(open_page):
    page = open_page("/?story=crowd&t=2024-05-06T03:00")
    assert page.evaluate(FITS)
    for name in ("headline", "excerpt-title"):
        box = page.locator(f".dl-{name}").bounding_box()
        assert box["x"] + box["width"] <= 1440
    assert int(page.locator(".dl-head-count:visible").first.inner_text()) >= 3
    # a name from right to left stands apart, so that "to Warsaw, by rail" follows it
    title = page.locator(".dl-excerpt-title").text_content()
    assert title.endswith("\u2069 to Warsaw, by rail") == ("\u0645" in title)
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / "crowd.png")
    page.get_by_role("button", name="Filter", exact=True).click()
    assert page.evaluate("document.querySelector('.dl-excerpt').scrollWidth") <= 480
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate(FITS)
    page.get_by_role("link", name="Table").click()
    page.wait_for_selector("table", timeout=60_000)
    assert page.locator("tbody tr").count() >= 200
    assert page.evaluate(FITS)
