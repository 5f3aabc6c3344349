"""The filters: what they put aside is counted, on every page, and told in the address."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.stage import drag_with_shift, probe, timeline_marks


def test_what_is_filtered_out_is_counted_and_stays_in_the_address(open_page):
    page = open_page("/?story=invented&t=2024-05-06T03:00")
    page.get_by_role("button", name="Filter", exact=True).click()
    page.get_by_role("checkbox", name="Maret Saar").uncheck()
    assert page.locator(".dl-aside").inner_text() == "2 journeys put aside"
    page.get_by_role("checkbox", name="The Evening Invention").uncheck()  # Oja and the aide stand on it alone
    assert page.locator(".dl-put-aside").inner_text() == "4 journeys, 1 place put aside"
    page.wait_for_function(
        "location.search.includes('who%3AMaret+Saar') && location.search.includes('source%3Athird')"
    )
    page = open_page("/" + page.url.split("/", 3)[-1])
    assert page.locator(".dl-put-aside").inner_text() == "4 journeys, 1 place put aside"
    page.get_by_role("button", name="Filter", exact=True).click()
    assert "without support" in page.locator(".dl-unsupported summary").inner_text()
    page.get_by_role("button", name="Show everything").click()
    assert page.locator(".dl-put-aside").inner_text() == ""


def test_days_are_brushed_areas_drawn_and_every_page_keeps_them(open_page):
    page = open_page("/?story=invented&t=2024-05-06T03:00")
    page.wait_for_timeout(1500)
    drag_with_shift(page, ".dl-time-slider", (0.35, 0.6), (0.6, 0.6))
    page.wait_for_function(
        "location.search.includes('from=2024-05') && location.search.includes('to=2024-05')"
    )
    days = page.locator(".dl-put-aside").inner_text()
    assert "event" in days
    drag_with_shift(page, ".dl-map", (0.3, 0.3), (0.45, 0.5))
    page.wait_for_function("location.search.includes('area=')")
    assert page.locator(".dl-put-aside").inner_text() != days
    both = page.locator(".dl-put-aside").inner_text()
    page.get_by_role("link", name="Table").click()
    page.wait_for_selector(".dl-sifted", timeout=60_000)
    assert page.locator(".dl-sifted strong").inner_text() == both
    page.get_by_role("link", name="Articles").click()
    page.wait_for_selector(".dl-list .dl-sifted", timeout=60_000)
    page.get_by_role("link", name="Show everything").click()
    page.wait_for_function("!location.search.includes('area=')")


def _filter(page):
    page.get_by_role("button", name="Filter", exact=True).click()


def _aside(page):
    return page.locator(".dl-put-aside")


def test_an_origin_goes_with_one_switch_and_the_rest_says_what_is_left(open_page):
    page = open_page("/?story=invented&t=2024-05-06T03:00")
    _filter(page)
    page.get_by_role("checkbox", name="All of Invented News Agency").uncheck()
    expect(_aside(page)).to_have_text("3 journeys, 1 event, 3 places put aside")
    page.locator(".dl-unsupported summary").click()
    assert page.locator(".dl-unsupported li").all_inner_texts() == [
        "Ivo Kask, Vilnius to Kaliningrad, by air (only Invented News Agency)",
        "Rein Oja, Tokyo to Honolulu, by air (only The Evening Invention)",
        "Saar's aide to Lublin, on foot (only The Evening Invention)",
        "Talks at the Royal Castle (only Invented News Agency, The Evening Invention)",
    ]
    page.locator(".dl-weakened summary").click()
    assert page.locator(".dl-weakened li").all_inner_texts() == [
        "Maret Saar, Tallinn to Warsaw, by rail: planned, with the others happened"
    ]
    # the fact has become the plan that it was to the paper that is left
    assert "dl-plan" in timeline_marks(page)["journey:saar-warsaw"]
    assert {"ref": "journey:saar-warsaw", "line": "ghost", "status": "planned"} in probe(page)["drawn"]
    page.wait_for_function("location.search.includes('source%3Athird')")
    page.get_by_role("link", name="Table").click()
    page.wait_for_selector(".dl-sifted", timeout=60_000)
    row = page.locator("tr", has_text="Maret Saar").first.locator("td").all_inner_texts()
    assert row[:5] == ["Tallinn", "Warsaw", "rail", "Sunday", "planned"]
    assert page.locator(".dl-sifted strong").inner_text() == "3 journeys, 1 event, 3 places put aside"
    page.get_by_role("link", name="Articles").click()
    page.wait_for_selector(".dl-list .dl-sifted", timeout=60_000)
    listed = page.locator(".dl-article-choice span").all_inner_texts()
    assert [words.endswith("switched off") for words in listed] == [False, True, True]


def test_places_words_and_sources_put_distances_aside_too(open_page):
    page = open_page("/?story=turns&t=2024-06-06T12:00")
    _filter(page)
    near = page.get_by_label("Near a place")
    near.select_option("t:tallinn")  # within 100 km of it ends one journey, and one distance
    expect(_aside(page)).to_have_text("1 journey, 1 event, 1 distance, 1 place put aside")
    page.wait_for_function("location.search.includes('near=100%2Ct%3Atallinn')")
    page.get_by_label("How near").select_option("500")  # Riga is 277 km away, Vilnius 530
    expect(_aside(page)).to_have_text("1 event put aside")
    near.select_option("")
    page.locator(".dl-find input").fill("220 miles")
    expect(_aside(page)).to_have_text("1 journey, 1 event, 1 distance put aside")
    page.locator(".dl-find input").fill("")
    page.get_by_role("checkbox", name="Denied").uncheck()
    expect(_aside(page)).to_have_text("1 journey put aside")
    page.get_by_role("checkbox", name="Denied").check()
    page.get_by_role("checkbox", name="by rail").uncheck()
    page.get_by_role("checkbox", name="The Evening Paper").uncheck()  # who alone knows of a train
    expect(_aside(page)).to_have_text("1 journey, 1 distance, 1 place put aside")
    assert "denied, with the others denied" not in page.locator(".dl-told").inner_text()
    page.get_by_role("button", name="Show everything").click()
    expect(_aside(page)).to_have_text("")
