"""The address holds the state: a copied link, a bad one, back and forward."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.stage import REAL, drag_with_shift, probe, sentence, wait


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
    page = open_page(
        "/?story=invented&t=soon&sel=journey%3Anone&view=99,999,99&clock=maybe&from=May"
        "&hide=constructor%3Ax&hide=who%3ANobody&near=9,nowhere&area=9,9"
    )
    note = page.locator(".dl-note").inner_text()
    wrong = ["soon", "journey:none", "99,999,99", "maybe", "May", "constructor:x", "who:Nobody", "nowhere"]
    assert [words for words in wrong if f"“{words}”" not in note] == []
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


WHOLE = (
    "/?story=turns&t=2024-06-06T12%3A00&clock=known&sel=event%3Ameeting"
    "&hide=source%3Adenial&hide=who%3AJonas+Berg&hide=status%3Aproposed&find=vilnius"
    "&from=2024-06-01&to=2024-06-30&area=20%2C50%2C30%2C60&near=600%2Ct%3Avilnius"
    "&lines=off&view=56.000%2C24.500%2C5.00&theme=dark"
)


def test_the_whole_state_is_in_the_address_and_survives_other_pages(open_page):
    page = open_page(WHOLE)
    stage = probe(page)
    assert (stage["clock"], stage["camera"], stage["lines"], stage["view"]["zoom"]) == (
        "known",
        "stay",
        False,
        5,
    )
    assert page.locator(".dl-put-aside").inner_text() == "1 journey put aside"
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.wait_for_timeout(1000)  # it writes its address when it rests
    assert parse_qs(urlsplit(page.url).query) == parse_qs(urlsplit(WHOLE).query)
    page.get_by_role("link", name="Open the article here").click()
    page.wait_for_selector(".dl-at", timeout=60_000)
    page.wait_for_timeout(1000)  # a step back within a tenth of a second is lost to Streamlit
    page.go_back()
    page.wait_for_selector(".dl-stage[data-ready]", timeout=60_000)
    wait(page, "stage.selection === 'event:meeting' && stage.clock === 'known'")
    page.wait_for_timeout(1000)
    assert parse_qs(urlsplit(page.url).query) == parse_qs(urlsplit(WHOLE).query)


def test_back_and_forward_go_through_choices_clocks_and_brushes(open_page):
    page = open_page("/?story=turns&t=2024-06-06T12:00")
    page.get_by_role("radio", name="As known at").click()
    wait(page, "stage.clock === 'known'")
    drag_with_shift(page, ".dl-time-slider", (0.3, 0.8), (0.5, 0.8))
    page.wait_for_function("location.search.includes('from=2024-06')")
    page.locator(".dl-place", has_text="Vilnius").click()
    wait(page, "stage.selection === 'place:t:vilnius'")
    page.go_back()
    wait(page, "stage.selection === null && stage.filters.from")
    page.go_back()
    wait(page, "stage.clock === 'known' && !stage.filters.from")
    assert page.locator(".dl-put-aside").inner_text() == ""
    page.go_back()
    wait(page, "stage.clock === 'happened'")
    for _ in range(3):
        page.go_forward()
        page.wait_for_timeout(300)
    wait(page, "stage.selection === 'place:t:vilnius' && stage.filters.from && stage.clock === 'known'")
