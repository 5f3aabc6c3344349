"""The sentences: through all the evidence, into the article, and back to the map."""

from __future__ import annotations

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
