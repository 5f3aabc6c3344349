"""The address holds the state: a copied link, a bad one, back and forward."""

from __future__ import annotations

import pytest

from tests.browser.stage import REAL, probe, sentence, wait


def test_a_copied_link_opens_the_same_picture(open_page):
    page = open_page(
        "/?story=invented&t=2024-05-06T03:00&sel=journey%3Asaar-warsaw&clock=known&view=54.000,24.000,5.00"
    )
    stage = probe(page)
    assert (stage["iso"], stage["selection"], stage["clock"]) == (
        "2024-05-06T03:00",
        "journey:saar-warsaw",
        "known",
    )
    assert (stage["view"]["latitude"], stage["view"]["zoom"]) == (54, 5)
    page.get_by_role("radio", name="Happened").click()
    page.wait_for_function("!location.search.includes('clock')")
    assert "t=2024-05-06T03%3A00" in page.url


def test_a_bad_link_opens_the_story_and_says_so(open_page):
    page = open_page("/?story=invented&t=soon&sel=journey%3Anone&view=99,999,99&clock=maybe&from=May")
    note = page.locator(".dl-note").inner_text()
    for wrong in ("“soon”", "“journey:none”", "“99,999,99”", "“maybe”", "“May”"):
        assert wrong in note
    assert page.locator(".dl-excerpt-lead").count() == 1
    page.locator(".dl-note button").click()
    assert not page.locator(".dl-note").is_visible()


def test_khasan_says_why_it_is_there_and_back_and_forward_work(open_page):
    page = open_page(REAL + "&t=2023-09-11T12:00")
    page.get_by_role("button", name="Khasan: why it is on the map").click()
    assert page.locator(".dl-excerpt-title").inner_text() == "Khasan"
    assert "Khasan" in sentence(page)
    assert page.locator(".dl-quote figcaption").inner_text()
    page.go_back()
    wait(page, "stage.selection === null && stage.iso === '2023-09-11T12:00'")
    page.go_forward()
    wait(page, "stage.selection !== null")
    page.wait_for_timeout(1800)
    before, link = probe(page), page.url
    assert "theme=light" in link
    page = open_page("/" + link.split("/", 3)[-1], theme="dark")
    after = probe(page)
    assert {key: after[key] for key in ("iso", "selection", "clock", "camera", "lines")} == {
        key: before[key] for key in ("iso", "selection", "clock", "camera", "lines")
    }
    assert after["view"]["zoom"] == pytest.approx(before["view"]["zoom"], abs=0.01)
    assert after["view"]["latitude"] == pytest.approx(before["view"]["latitude"], abs=0.001)
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
