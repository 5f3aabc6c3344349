"""The filters: what they put aside is counted, on every page, and told in the address."""

from __future__ import annotations

from tests.browser.stage import drag_with_shift


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
