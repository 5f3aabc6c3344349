"""The clock of what was known: on each day, every word and mark is what readers could know on it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import breaches
from tests.browser.stage import probe, sentence, timeline_marks, wait

DAYS = {
    "2024-06-03": {
        "lead": "1 journey, 1 event and 1 place, as told by 1 article of 1 origin",
        "lines": [],  # nobody has said where she sets out
        "marks": {"journey:lind": "dl-plan", "event:meeting": "dl-plan"},
        "names": {"Vilnius"},
        "title": "Anna Lind to Vilnius",
        "facts": "Planned · June 5",
        "support": "1 article, 1 origin",
        "sentence": "Anna Lind will visit Vilnius on June 5.",
        "pages": None,
        "ahead": 2,
        "tray": None,
        "differ": 0,
        "lengths": 0,
    },
    "2024-06-06": {
        "lead": "2 journeys, 1 event, 3 places and 1 reported distance, as told by 2 articles of 2 origins",
        "lines": [{"ref": "journey:lind", "line": "trail", "status": "happened"}],
        "marks": {"journey:lind": "dl-fact", "event:meeting": "dl-fact"},
        "names": {"Vilnius", "Riga", "Tallinn"},
        "title": "Anna Lind, Riga to Vilnius, by rail",
        "facts": "Happened · Wednesday · 348 km, rail network",
        "support": "2 articles, 2 origins",
        "sentence": "Anna Lind took the train from Riga to Vilnius on Wednesday, 220 miles of it.",
        "pages": "1 of 2",
        "ahead": 1,
        "tray": "1 without a date",
        "differ": 0,
        "lengths": 1,
    },
    "2024-06-09": {
        "lead": "2 journeys, 1 event, 3 places and 2 reported distances, as told by 3 articles of 3 origins",
        "lines": [{"ref": "journey:lind", "line": "struck", "status": "denied"}],
        "marks": {"journey:lind": "dl-denied", "event:meeting": "dl-fact"},
        "names": {"Vilnius", "Riga", "Tallinn"},
        "title": "Anna Lind, Riga to Vilnius, by rail",
        "facts": "Denied · June 5 · 348 km, rail network",
        "support": "3 articles, 3 origins",
        "sentence": "Anna Lind did not go to Vilnius, her office said.",
        "pages": "1 of 3",
        "ahead": 0,
        "tray": "1 without a date",
        "differ": 1,
        "lengths": 0,
    },
}


def shown(page):
    """What the page says and marks, to be held against a day above."""
    facts = page.locator(".dl-facts > span").all_inner_texts()
    pager, tray = page.locator(".dl-pager span"), page.locator(".dl-undated")
    return {
        "lines": probe(page)["drawn"],
        "marks": {
            ref: next(iter(classes & {"dl-plan", "dl-fact", "dl-denied"}))
            for ref, classes in timeline_marks(page).items()
        },
        "names": set(page.locator(".dl-place:not(.dl-off)").all_inner_texts()),
        "title": page.locator(".dl-excerpt-title").inner_text(),
        "facts": " · ".join(facts),
        "support": page.locator(".dl-support").inner_text(),
        "sentence": sentence(page),
        "pages": pager.inner_text() if pager.count() else None,
        "ahead": page.locator(".dl-published.dl-ahead").count(),
        "tray": tray.inner_text() if tray.is_visible() else None,
        "differ": page.locator(".dl-difference").count(),
        "lengths": page.locator(".dl-dimension").count(),
    }


def test_on_each_day_the_stage_shows_what_readers_could_know(open_page):
    page = open_page("/?story=turns&clock=known")
    lead = page.locator(".dl-excerpt-lead").inner_text()
    assert lead == f"{DAYS['2024-06-03']['lead']}, published by Mon 3 Jun 2024."
    for day, expected in DAYS.items():
        page = open_page(f"/?story=turns&clock=known&t={day}T12:00&view=56.6,24.5,5.0&camera=overview")
        wait(page, "stage.drawn !== null")
        assert shown(page) == {key: value for key, value in expected.items() if key != "lead"}, day
    assert breaches(page) == []


def test_the_scrubber_takes_knowledge_back(open_page):
    page = open_page("/?story=turns&clock=known&t=2024-06-09T12:00&sel=journey%3Alind")
    assert page.locator(".dl-support").inner_text() == "3 articles, 3 origins"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    wait(page, "stage.iso.startsWith('2024-06-06')")
    expect(page.locator(".dl-support")).to_have_text("2 articles, 2 origins")
    assert "dl-fact" in timeline_marks(page)["journey:lind"]
    page = open_page("/?story=turns&clock=known&t=2024-06-03T12:00&sel=journey%3Aberg")
    assert page.locator(".dl-excerpt-title").inner_text() == "Not reported yet"
    assert "Berg" not in page.locator(".dl-stage").inner_text()
    page.get_by_role("radio", name="Happened").click()
    assert page.locator(".dl-excerpt-title").inner_text() == "Jonas Berg to Tallinn"


def test_what_was_known_comes_plans_first_then_facts(open_page):
    page = open_page("/?story=invented&clock=known&t=2024-05-04T12:00")
    assert page.locator(".dl-kicker").first.inner_text().lower() == "newly reported"
    assert "dl-plan" in timeline_marks(page)["journey:saar-warsaw"]
    assert "journey:oja" not in timeline_marks(page)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".dl-date")).to_have_text("Tue 7 May 2024")
    assert "dl-fact" in timeline_marks(page)["journey:saar-warsaw"]


def test_a_story_that_nobody_dates_has_no_such_clock(open_page):
    page = open_page("/?story=bare&clock=known")
    assert page.get_by_role("radio", name="As known at").is_disabled()
    assert "the clock “known”" in page.locator(".dl-note").inner_text()
