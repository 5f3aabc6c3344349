"""The player in a real browser: what a person does with it, and what they then see."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.browser.conftest import SHOTS, breaches

REAL = "/?story=kim-putin-2023"
SIZES = {"laptop": (1440, 900), "projector": (1920, 1080), "phone": (390, 844)}


def _probe(page):
    return page.evaluate("document.querySelector('.dl-stage').probe()")


def _wait(page, condition):
    """Waits until a JavaScript condition on `stage` (the probe) holds."""
    page.wait_for_function(
        f"() => {{ const stage = document.querySelector('.dl-stage').probe(); return {condition}; }}",
        timeout=60_000,
    )


def _sentence(page):
    return page.locator(".dl-quote blockquote").inner_text()


def test_title_sentences_and_timeline_are_there_before_the_map(open_page):
    held = []
    page = open_page(
        ready=False, before=lambda page: page.route("**/deck.js", lambda route: held.append(route))
    )
    page.wait_for_selector(".dl-time-svg text", state="attached", timeout=60_000)
    assert page.locator(".dl-headline").inner_text() == "The envoy goes south, May 2024"
    assert "6 journeys" in page.locator(".dl-excerpt-lead").inner_text()
    assert held  # the map cannot be there: its library is still under way
    while held:
        held.pop().continue_()
    page.unroute("**/deck.js")
    page.wait_for_selector(".dl-stage[data-ready]", timeout=120_000)


def test_it_plays_pauses_scrubs_and_answers_why_a_place_is_there(open_page):
    page = open_page()
    assert _probe(page)["iso"] == "2024-05-03T00:00"  # the story's present; 1986 lies before it
    page.get_by_role("button", name="Play", exact=True).click()
    _wait(page, "stage.playing && stage.iso > '2024-05-03T02'")
    page.get_by_role("button", name="Pause", exact=True).click()
    _wait(page, "!stage.playing")
    rest = _probe(page)["second"]
    page.wait_for_timeout(600)
    assert _probe(page)["second"] == rest

    box = page.locator(".dl-time-slider").bounding_box()
    page.mouse.move(box["x"] + 200, box["y"] + 130)
    page.mouse.down()
    page.mouse.move(box["x"] + 840, box["y"] + 130, steps=6)
    page.mouse.up()
    _wait(page, "stage.iso > '2024-05-05T16' && stage.iso < '2024-05-07'")
    assert "left Tallinn by train" in _sentence(page)
    assert page.locator(".dl-quote figcaption strong").inner_text() == "Invented News Agency"
    assert "7 May 2024" in page.locator(".dl-quote figcaption").inner_text()
    assert page.locator(".dl-support").inner_text() == "2 articles, 2 origins"
    marked = page.locator(".dl-quote mark").all_inner_texts()
    assert marked == ["left Tallinn by train on Sunday afternoon", "arrived in Warsaw on Tuesday morning"]
    assert " of 1,152 km" in page.locator(".dl-head-far:visible").first.inner_text()

    page.get_by_role("button", name="Overview").click()
    page.wait_for_timeout(1500)
    page.locator(".dl-place", has_text="Vilnius").click()
    assert page.locator(".dl-excerpt-title").inner_text() == "Vilnius"
    assert "after a stop in Vilnius" in " ".join(_sentence(page).split())
    assert "within 8 km of the mark" in page.locator(".dl-facts").inner_text()
    page.keyboard.press("Escape")
    _wait(page, "stage.selection === null")


def test_a_rerun_keeps_deck_clock_and_camera(open_page):
    page = open_page("/?story=invented&t=2024-05-06T03:00")
    _wait(page, "stage.view !== null")
    page.evaluate("for (const canvas of document.querySelectorAll('canvas')) canvas.seen = true")
    page.locator(".dl-map").hover()
    page.mouse.down()
    page.mouse.move(500, 300, steps=4)
    page.mouse.up()
    page.wait_for_timeout(800)
    before = _probe(page)
    runs = page.evaluate("performance.getEntriesByType('resource').length")
    page.locator(".dl-time-slider").focus()
    page.evaluate(
        "document.querySelector('.dl-ring, .dl-place').click()"
    )  # a choice is told to Python: a rerun
    page.wait_for_timeout(2500)
    after = _probe(page)
    assert after["selection"] is not None
    assert after["second"] == before["second"]
    assert after["view"]["longitude"] == before["view"]["longitude"]
    assert after["view"]["zoom"] == before["view"]["zoom"]
    assert page.evaluate("[...document.querySelectorAll('.dl-map canvas')].every((canvas) => canvas.seen)")
    assert runs > 0


def test_keys_work_from_anywhere_but_where_they_are_used(open_page):
    page = open_page()
    assert page.evaluate("document.activeElement === document.body")
    page.keyboard.press(" ")
    _wait(page, "stage.playing")
    page.keyboard.press(" ")
    _wait(page, "!stage.playing")
    assert page.locator(".dl-live").inner_text().startswith("Paused, Fri 3 May 2024")
    page.keyboard.press("End")
    _wait(page, "stage.second > 20")
    page.keyboard.press("Home")
    _wait(page, "stage.second === 0")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    _wait(page, "stage.second > 0")
    stepped = _probe(page)["second"]
    page.keyboard.press("ArrowLeft")
    _wait(page, f"stage.second < {stepped}")
    page.get_by_role("button", name="Filter", exact=True).click()
    page.keyboard.type("to Warsaw f")  # a field keeps its letters and its spaces
    assert page.locator(".dl-find input").input_value() == "to Warsaw f"
    assert not _probe(page)["playing"]
    page.keyboard.press("Escape")
    _wait(page, "!stage.filtering")
    for name in ("Play", "Next event (→)", "Save picture", "Loop"):
        assert page.get_by_role("button", name=name, exact=True).count() == 1


def test_the_main_path_by_keyboard_alone(open_page):
    page = open_page()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.locator(".dl-time-slider").focus()
    page.keyboard.press("Enter")  # chooses what happens at the moment shown
    _wait(page, "stage.selection !== null")
    assert page.locator(".dl-kicker").inner_text().lower() == "chosen"
    assert _sentence(page)
    page.get_by_role("link", name="Open the article here").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".dl-at", timeout=60_000)
    page.locator(".dl-text [role=link]").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".dl-stage", timeout=60_000)
    _wait(page, "stage.selection !== null")


def test_a_copied_link_opens_the_same_picture(open_page):
    page = open_page(
        "/?story=invented&t=2024-05-06T03:00&sel=journey%3Asaar-warsaw&clock=known&view=54.000,24.000,5.00"
    )
    stage = _probe(page)
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
    assert "Khasan" in _sentence(page)
    assert page.locator(".dl-quote figcaption").inner_text()
    page.go_back()
    _wait(page, "stage.selection === null && stage.iso === '2023-09-11T12:00'")
    page.go_forward()
    _wait(page, "stage.selection !== null")
    page.wait_for_timeout(1800)
    before, link = _probe(page), page.url
    assert "theme=light" in link
    page = open_page("/" + link.split("/", 3)[-1], theme="dark")
    after = _probe(page)
    assert {key: after[key] for key in ("iso", "selection", "clock", "camera", "lines")} == {
        key: before[key] for key in ("iso", "selection", "clock", "camera", "lines")
    }
    assert after["view"]["zoom"] == pytest.approx(before["view"]["zoom"], abs=0.01)
    assert after["view"]["latitude"] == pytest.approx(before["view"]["latitude"], abs=0.001)
    assert page.evaluate("document.documentElement.dataset.theme") == "light"


def test_what_was_known_comes_plans_first_then_facts(open_page):
    page = open_page("/?story=invented&clock=known&t=2024-05-04T12:00")
    assert page.locator(".dl-kicker").inner_text().lower() == "newly reported"
    page.get_by_role("button", name="Next event (→)").click()
    _wait(page, "stage.iso >= '2024-05-07'")


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
    _drag_with_shift(page, ".dl-time-slider", (0.35, 0.6), (0.6, 0.6))
    page.wait_for_function(
        "location.search.includes('from=2024-05') && location.search.includes('to=2024-05')"
    )
    days = page.locator(".dl-put-aside").inner_text()
    assert "event" in days
    _drag_with_shift(page, ".dl-map", (0.3, 0.3), (0.45, 0.5))
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


def _drag_with_shift(page, selector, start, end):
    box = page.locator(selector).bounding_box()
    page.keyboard.down("Shift")
    page.mouse.move(box["x"] + start[0] * box["width"], box["y"] + start[1] * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + end[0] * box["width"], box["y"] + end[1] * box["height"], steps=5)
    page.mouse.up()
    page.keyboard.up("Shift")


def test_the_article_opens_at_the_sentence_and_leads_back(open_page):
    page = open_page("/?story=invented&sel=journey%3Asaar-warsaw")
    page.get_by_role("link", name="Open the article here").click()
    page.wait_for_selector(".dl-at", timeout=60_000)
    assert "Maret Saar" in page.locator(".dl-at").inner_text()
    assert page.locator(".dl-text mark.dl-m-place").count() == 2
    page.locator(".dl-text mark", has_text="Vilnius").click()
    page.wait_for_selector(".dl-stage", timeout=60_000)
    _wait(page, "stage.selection === 'place:t:vilnius'")


def test_the_picture_has_the_map_and_its_caption(open_page):
    page = open_page("/?story=invented&t=2024-05-06T03:00")
    page.wait_for_timeout(2500)
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name="Save picture").click()
    assert download.value.suggested_filename == "invented-2024-05-06T0300.png"
    SHOTS.mkdir(exist_ok=True)
    path = SHOTS / "picture.png"
    download.value.save_as(path)
    picture = Image.open(io.BytesIO(path.read_bytes())).convert("RGB")
    assert picture.width > 1800
    middle = picture.crop((200, 400, picture.width - 200, picture.height // 2))
    assert (
        len(middle.resize((200, 100)).getcolors(20_000)) > 30
    )  # ground, lines and names, not one flat colour


def test_reduced_motion_steps_from_event_to_event(open_page):
    page = open_page(reduced_motion="reduce")
    page.get_by_role("button", name="Play", exact=True).click()
    _wait(page, "stage.second > 3")
    page.get_by_role("button", name="Pause", exact=True).click()


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


@pytest.mark.parametrize("story", ["/?story=invented&t=2024-05-06T03:00", REAL + "&t=2023-09-11T12:00"])
def test_layout_at_every_size_in_both_themes(open_page, story):
    page = open_page(story)
    SHOTS.mkdir(exist_ok=True)
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for theme in ("light", "dark"):
            _dress(page, theme)
            page.wait_for_timeout(1500)
            name = "story" if "invented" in story else "kim-putin"
            page.screenshot(path=SHOTS / f"{name}-{size}-{theme}.png")
        _check_layout(page, size, width, height)


def test_full_screen_is_the_map_edge_to_edge(open_page):
    page = open_page(REAL + "&t=2023-09-11T12:00", width=1920, height=1080)
    page.keyboard.press("f")
    page.wait_for_selector(".dl-stage.dl-full")
    page.wait_for_timeout(1500)
    page.screenshot(path=SHOTS / "kim-putin-full.png")
    box = page.locator(".dl-map").bounding_box()
    assert (box["width"], box["height"]) == SIZES["projector"]


def _dress(page, theme):
    page.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", theme)


def _check_layout(page, size, width, height):
    parts = ("map", "excerpt", "transport", "time", "headline", "moment", "switch")
    boxes = {name: page.locator(f".dl-{name}").bounding_box() for name in parts}
    assert page.evaluate("document.scrollingElement.scrollHeight <= window.innerHeight")
    assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    assert boxes["transport"]["y"] + boxes["transport"]["height"] <= height
    assert not _overlap(boxes["moment"], boxes["switch"])
    assert boxes["headline"]["x"] + boxes["headline"]["width"] <= width
    assert page.locator(".dl-date").bounding_box()["height"] < 40  # one line
    names = [name.bounding_box() for name in page.locator(".dl-place:not(.dl-off)").all()]
    for at, name in enumerate(names):
        assert not _overlap(name, boxes["headline"])
        assert not any(_overlap(name, other) for other in names[at + 1 :])
    if size == "phone":
        assert boxes["map"]["y"] < boxes["transport"]["y"] < boxes["excerpt"]["y"] < height
        assert page.locator(".dl-play").bounding_box()["height"] >= 44
    else:
        assert boxes["map"]["width"] / width == pytest.approx(2 / 3, abs=0.01)
        assert boxes["time"]["width"] == width


def _overlap(one, other):
    across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return across > 1 and down > 1


@pytest.mark.parametrize("name", ["", "articles", "table", "method"])
def test_axe_finds_nothing_in_either_theme(open_page, name):
    page = open_page(f"/{name}?story=kim-putin-2023&t=2023-09-11T12:00", ready=not name)
    page.wait_for_selector("h1", timeout=60_000)
    page.wait_for_timeout(800)
    SHOTS.mkdir(exist_ok=True)
    for theme in ("light", "dark"):
        _dress(page, theme)
        page.wait_for_timeout(300)
        page.screenshot(path=SHOTS / f"{name or 'player'}-{theme}.png")
        assert breaches(page) == []
    if not name:
        page.get_by_role("button", name="Filter", exact=True).click()
        assert breaches(page) == []


def test_at_200_percent_it_stays_usable(open_page):
    page = open_page(viewport={"width": 720, "height": 450}, device_scale_factor=2, width=720, height=450)
    assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    page.get_by_role("button", name="Play", exact=True).click()
    _wait(page, "stage.second > 0.5")
    page.locator(".dl-time-slider").scroll_into_view_if_needed()
    box = page.locator(".dl-time-slider").bounding_box()
    assert box["height"] >= 100
    assert box["y"] + box["height"] <= 451
    assert page.locator(".dl-excerpt").bounding_box()["height"] >= 150
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / "zoomed.png")
