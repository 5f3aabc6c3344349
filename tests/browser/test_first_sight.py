"""What a person meets first, and what stays while the page runs again: the scene on its way, and no flash."""

from __future__ import annotations

import json
import time
from itertools import pairwise

import pytest

from benchmarks.stage_parts import machine
from tests.browser.conftest import SHOTS
from tests.browser.stage import probe
from tests.fixtures import stories

NODES_TAKEN_OUT = """
  () => {
    window.taken = [];
    const parts = ".dl-masthead, .dl-stage, .dl-map, .dl-map canvas, .dl-transport, .dl-time";
    const keeps = document.querySelectorAll(parts);
    new MutationObserver((changes) => {
      for (const { removedNodes } of changes) {
        for (const node of removedNodes) {
          if ([...keeps].some((kept) => node.contains(kept))) window.taken.push(node.outerHTML);
        }
      }
    }).observe(document.body, { childList: true, subtree: true });
    window.faint = 0;
    const look = () => {
      for (let at = document.querySelector(".dl-stage"); at; at = at.parentElement) {
        const { opacity, visibility } = getComputedStyle(at);
        if (Number(opacity) < 1 || visibility !== "visible") window.faint += 1;
      }
      window.looking = requestAnimationFrame(look);
    };
    look();
  }
"""


def _count_scenes(page):
    asked = []
    page.on("request", lambda request: "/scene/" in request.url and asked.append(request.url))
    return asked


def test_the_title_is_there_before_the_scene_and_nothing_moves_when_it_comes(open_page):
    held = []

    def hold(page):
        page.route("**/scene/*.json", lambda route: held.append(route))

    open_page()  # the server holds the story by now
    page = open_page(ready=False, before=hold, locale="en-GB")
    page.wait_for_selector(".dl-headline", timeout=60_000)
    assert page.locator(".dl-headline").inner_text() == "The envoy goes south, May 2024"
    assert page.locator(".dl-wait").inner_text() == "Fetching the story…"
    assert page.locator(".dl-excerpt-lead").count() == 0
    boxes = ".dl-map, .dl-excerpt, .dl-transport, .dl-time"
    edges = (
        f"[...document.querySelectorAll('{boxes}')].map((box) => JSON.stringify(box.getBoundingClientRect()))"
    )
    page.wait_for_selector(".dl-brand", timeout=60_000)
    before = page.evaluate(edges)
    while held:
        held.pop().continue_()
    page.unroute("**/scene/*.json")
    page.wait_for_selector(".dl-stage[data-ready]", timeout=machine.READY)
    assert page.evaluate(edges) == before


SHIFTS = """
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifted += value;
  }).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("path", ["/", "/articles", "/table", "/method"])
@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_moves_while_a_page_is_built(open_page, path, width):
    page = open_page(
        f"{path}?story=kim-putin-2023",
        width=width,
        ready=path == "/",
        before=lambda page: page.add_init_script(SHIFTS),
        locale="en-GB",
    )
    page.wait_for_selector("h1", state="attached", timeout=60_000)
    page.wait_for_timeout(1500)
    assert page.evaluate("window.shifted") < 0.02


def test_a_rerun_takes_nothing_out_and_fetches_nothing(open_page):
    page = open_page("/?story=invented&t=2024-05-06T03:00", locale="en-GB")
    said = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.webSocketFrameReceived", lambda frame: said.append(frame["response"]["payloadData"]))
    asked = _count_scenes(page)
    page.evaluate(NODES_TAKEN_OUT)
    for _ in range(3):
        before = len(said)
        page.evaluate("document.querySelector('.dl-place').click()")
        page.wait_for_timeout(200)
        page.keyboard.press("Escape")
        until = time.monotonic() + 20
        while len(said) == before and time.monotonic() < until:
            page.wait_for_timeout(200)
        page.wait_for_timeout(800)
        assert len(said) > before  # the page did run again
    assert page.evaluate("window.taken") == []
    assert page.evaluate("window.faint") == 0
    assert asked == []
    assert sum(map(len, said)) < 200_000  # the scene alone is read by the browser once


def test_two_sessions_share_the_scene_and_nothing_else(open_page):
    one = open_page("/?story=invented", locale="en-GB")
    addresses = one.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    scene = next(address for address in addresses if "/scene/" in address)
    two = open_page("/?story=invented", ready=False, locale="de-DE")
    two.wait_for_load_state("domcontentloaded")
    with two.expect_request("**/scene/*.json", timeout=60_000) as asked:
        two.reload()
    assert asked.value.url == scene
    two.wait_for_selector(".dl-stage[data-ready]", timeout=machine.READY)
    two.evaluate("document.querySelector('.dl-place').click()")
    two.wait_for_function("document.querySelector('.dl-stage').probe().selection !== null", timeout=60_000)
    one.wait_for_timeout(1000)
    assert probe(one)["selection"] is None


def test_a_scene_that_the_server_lost_comes_back_by_itself(open_page):
    lost = []

    def lose(page):
        def once(route):
            if lost:
                return route.continue_()
            lost.append(route.request.url)
            return route.fulfill(status=404, body="No such file.")

        page.route("**/scene/*.json", once)

    page = open_page(before=lose, locale="en-GB")
    assert len(lost) == 1
    assert "6 journeys" in page.locator(".dl-excerpt-lead").inner_text()
    assert [each for each in page.watch.complaints if "404" not in each] == []
    page.watch.complaints.clear()  # the browser tells of the 404 that was asked for


@pytest.mark.parametrize(
    ("status", "sentence"), [(500, "The story did not come."), (None, "The server does not answer.")]
)
def test_a_scene_that_does_not_come_is_told_with_a_way_on(open_page, status, sentence):
    def refuse(page):
        page.route(
            "**/scene/*.json",
            lambda route: route.abort() if status is None else route.fulfill(status=status, body="no"),
        )

    page = open_page(ready=False, before=refuse, locale="en-GB")
    page.wait_for_selector(".dl-wait button", timeout=60_000)
    assert page.locator(".dl-wait").inner_text() == f"{sentence} Load the page again"
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"no-scene-{status}.png")
    page.unroute("**/scene/*.json")
    page.get_by_role("button", name="Load the page again").click()
    page.wait_for_selector(".dl-stage[data-ready]", timeout=machine.READY)
    page.watch.complaints.clear()


def test_a_server_that_starts_anew_finds_the_page_as_it_was(chromium, tmp_path):
    for name in stories.STORIES:
        (tmp_path / name).mkdir()
        (tmp_path / name / "first.txt").write_text("Some text.", encoding="utf-8")
    script = machine.ROOT / "tests" / "fixtures" / "invented_app.py"
    context = chromium.new_context(viewport=machine.SIZE)
    page = context.new_page()
    with machine.serving(script, tmp_path) as server:
        page.goto(server.story("invented"))
        page.wait_for_selector(".dl-stage[data-ready]", timeout=machine.READY)
        page.evaluate("document.querySelector('.dl-stage').mine = true")
        address = page.evaluate(
            "performance.getEntriesByType('resource').find(({ name }) => name.includes('/scene/')).name"
        )
    asked = _count_scenes(page)
    with machine.serving(script, tmp_path, port=server.port) as server:
        page.wait_for_selector(
            "[data-testid='stApp'][data-test-connection-state='CONNECTED']", timeout=machine.READY
        )
        page.evaluate("document.querySelector('.dl-place').click()")
        page.wait_for_timeout(2500)
        assert page.evaluate("document.querySelector('.dl-stage').mine")
        assert asked == []
        assert page.request.get(address).status == 404
        page.reload()
        page.wait_for_selector(".dl-stage[data-ready]", timeout=machine.READY)
        assert len(asked) == 1
        assert json.loads(page.request.get(asked[0]).text())["story"]["id"] == "invented"
    context.close()


def test_a_sentence_stays_long_enough_to_be_read_while_a_busy_story_plays(open_page):
    page = open_page("/?story=kim-putin-2023&t=2023-02-01T00:00")
    page.evaluate(
        """() => {
            window.changes = [];
            const title = () => document.querySelector(".dl-excerpt-title").textContent;
            let before = title();
            const note = () => {
                if (title() !== before) window.changes.push(performance.now());
                before = title();
            };
            new MutationObserver(note).observe(document.querySelector(".dl-excerpt"), { childList: true });
        }"""
    )
    page.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_function("window.changes.length >= 3", timeout=60_000)
    changes = page.evaluate("window.changes")
    assert all(later - earlier > 1900 for earlier, later in pairwise(changes))
