"""Stories that have too little or too much: their pages still make sense."""

from __future__ import annotations

from tests.browser.conftest import SHOTS


def test_a_story_without_dates_or_finds_or_with_too_many_still_makes_sense(open_page):
    page = open_page("/?story=bare")
    assert "nothing to play" in page.locator(".dl-time-svg").text_content()
    assert page.get_by_role("button", name="Play", exact=True).is_disabled()
    assert page.locator(".dl-tray summary").first.inner_text() == "2 without a date"
    page = open_page("/?story=nothing")
    assert page.locator(".dl-excerpt-lead").inner_text().startswith("Nothing to show")
    assert "The file is empty." in page.locator(".dl-problems").inner_text()
    page = open_page("/?story=crowd&t=2024-05-06T03:00")
    assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    for name in ("headline", "excerpt-title"):
        box = page.locator(f".dl-{name}").bounding_box()
        assert box["x"] + box["width"] <= 1440
    assert int(page.locator(".dl-head-count:visible").first.inner_text()) >= 3
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / "crowd.png")
