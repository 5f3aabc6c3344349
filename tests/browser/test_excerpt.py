"""The sentences: through all the evidence, into the article, and back to the map."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.stage import sentence, wait


def test_the_main_path_by_keyboard_alone(open_page):
    page = open_page()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.locator(".dl-time-slider").focus()
    page.keyboard.press("Enter")  # chooses what happens at the moment shown
    wait(page, "stage.selection !== null")
    assert page.locator(".dl-kicker").inner_text().lower() == "chosen"
    assert sentence(page)
    page.get_by_role("link", name="Open the article here").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".dl-at", timeout=60_000)
    page.locator(".dl-text [role=link]").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".dl-stage", timeout=60_000)
    wait(page, "stage.selection !== null")


def test_the_article_opens_at_the_sentence_and_leads_back(open_page):
    page = open_page("/?story=invented&sel=journey%3Asaar-warsaw")
    page.get_by_role("link", name="Open the article here").click()
    page.wait_for_selector(".dl-at", timeout=60_000)
    assert "Maret Saar" in page.locator(".dl-at").inner_text()
    assert page.locator(".dl-text mark.dl-m-place").count() == 2
    page.locator(".dl-text mark", has_text="Vilnius").click()
    page.wait_for_selector(".dl-stage", timeout=60_000)
    wait(page, "stage.selection === 'place:t:vilnius'")


def test_every_sentence_for_a_thing_is_reached_and_opens_its_article(open_page):
    page = open_page("/?story=turns&sel=journey%3Alind")
    read = []
    for number in range(1, 4):
        expect(page.locator(".dl-pager span")).to_have_text(f"{number} of 3")
        read.append((page.locator(".dl-quote strong").inner_text(), sentence(page)))
        page.get_by_role("button", name="Next sentence").focus()
        page.keyboard.press("Enter")
    assert read == [
        ("The Weekly", "Anna Lind did not go to Vilnius, her office said."),
        (
            "The Evening Paper",
            "Anna Lind took the train from Riga to Vilnius on Wednesday, 220 miles of it.",
        ),
        ("The Morning Paper", "Anna Lind will visit Vilnius on June 5."),
    ]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Next sentence"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")  # from the first sentence back to the last
    page.keyboard.press("Enter")
    expect(page.locator(".dl-quote strong")).to_have_text("The Evening Paper")
    page.get_by_role("link", name="Open the article here").click()
    page.wait_for_selector(".dl-at", timeout=60_000)
    assert page.locator(".dl-reading-title").inner_text() == "Lind has been there"
    assert page.locator(".dl-at").inner_text().startswith("Anna Lind")
    assert page.locator(".dl-mark-legend").inner_text().split("\n") == MARKS
    assert page.locator("mark.dl-m-event").inner_text() == "The meeting in Vilnius took place on Thursday"


MARKS = ["2 places", "1 time", "1 distance", "2 journeys", "1 event"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("220 miles", "stage.selection === 'distance:riga-vilnius'"),
        ("Wednesday", "stage.iso === '2024-06-05T00:00'"),
    ],
)
def test_a_highlight_leads_to_the_map(open_page, words, expected):
    page = open_page("/articles?story=turns&article=fact", ready=False)
    page.wait_for_selector(".dl-text", timeout=60_000)
    mark = page.locator(".dl-text [role=link]").filter(has_text=words).first
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".dl-stage", timeout=60_000)
    wait(page, expected)


def test_a_reported_distance_stands_beside_the_measured_one(open_page):
    page = open_page("/?story=turns&sel=distance%3Ariga-vilnius")
    rows = [" ".join(row.inner_text().split()) for row in page.locator(".dl-measure").all()]
    assert rows == [
        "Reported 220 miles (354 km)",
        "Straight line 262 km",
        "By rail 348 km",
        "By road 295 km",
    ]
    assert page.locator(".dl-measure-match").inner_text().startswith("By rail")
    assert page.locator(".dl-verdict").inner_text() == "Verdict: Matches the route by rail."
    words = page.locator(".dl-dimensions text").all_text_contents()
    assert words == ["reported 220 miles", "straight line 262 km"]
    assert page.locator(".dl-quote mark").all_inner_texts() == ["220 miles"]
    wide = [row["width"] for row in (bar.bounding_box() for bar in page.locator(".dl-measure-bar").all())]
    assert wide[1] / wide[0] == pytest.approx(262 / 354, abs=0.01)  # to scale
    page.locator(".dl-map .dl-place", has_text="Tallinn").focus()
    page.keyboard.press("Enter")
    assert "cannot be right as printed" in page.locator(".dl-below .dl-verdict").inner_text()
