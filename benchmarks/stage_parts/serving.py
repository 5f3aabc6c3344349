"""What a page costs before and beside its animation: the first frame, a click, a session's memory."""

from __future__ import annotations

import json
import statistics
import time
import urllib.request

from playwright.sync_api import Browser, Page, Playwright

from benchmarks.stage_parts import machine
from benchmarks.stage_parts.machine import FIVE, GROUND, MOVERS, RIVAL, Server
from benchmarks.stage_parts.table import Pairs

RERUN_WITHIN_SECONDS = 20.0


def first_frames(play: Playwright, dateline: Server, rival: Server, *, rounds: int) -> tuple[Pairs, float]:
    """Milliseconds to the first map frame, ours and a bare page's; beside them the median for our ground.

    Both servers have answered before; every browser is new.
    """
    pairs, ground = Pairs(), []
    sides = (dateline.story(FIVE), MOVERS), (f"{rival.address}/?page=bare", RIVAL)
    for turn in range(rounds + 1):
        times = []
        for address, canvas in sides:
            browser = machine.launch(play)
            page = machine.open_page(browser, address, is_drawn=False)
            times.append(machine.wait_for_frame(page, canvas))
            if canvas == MOVERS:
                ground.append(machine.wait_for_frame(page, GROUND))
            browser.close()
        if turn:  # the first round warms the servers
            pairs.add(*times)
    return pairs, statistics.median(ground[1:])


def clicks(browser: Browser, dateline: Server, story: str, *, amount: int) -> list[dict[str, float]]:
    """What each click on an event's mark costs the server, in milliseconds: ``wall`` and ``processor``.

    The page goes without its map, which would fight the server for the same cores; the clicks and what the
    server does for them are the same.
    """
    page = browser.new_context(viewport=machine.SIZE).new_page()
    page.route("**/deck.js", lambda route: route.abort())
    page.goto(dateline.story(story))
    page.wait_for_selector(".dl-event, .dl-event-column", state="attached", timeout=machine.READY)
    page.wait_for_timeout(1000)
    before = len(_reruns(dateline))
    for number in range(amount):
        _click_event(page, number)
        _wait_for_rerun(page, dateline, before + number)
    page.context.close()
    return _reruns(dateline)[before:]


def _wait_for_rerun(page: Page, dateline: Server, done: int) -> None:
    until = time.monotonic() + RERUN_WITHIN_SECONDS
    page.wait_for_timeout(200)
    while len(_reruns(dateline)) <= done:
        if time.monotonic() > until:
            msg = "A click led to no rerun."
            raise TimeoutError(msg)
        page.wait_for_timeout(100)  # seldom enough not to be what is measured


def _click_event(page: Page, number: int) -> None:
    box = page.evaluate(
        """(number) => {
          const marks = document.querySelectorAll(".dl-event, .dl-event-column.dl-column-may");
          const box = marks[(number * 7) % marks.length].getBoundingClientRect();
          return [box.x + box.width / 2, box.y + box.height / 2];
        }""",
        number,
    )
    page.mouse.click(*box)


def _reruns(dateline: Server) -> list[dict[str, float]]:
    with urllib.request.urlopen(f"{dateline.address}/bench/reruns") as answer:
        return list(json.load(answer))


def session_mb(browser: Browser, dateline: Server, story: str, *, sessions: int) -> float:
    """Megabytes that each browser session after the first costs the server, all of them open."""
    pages = [machine.open_page(browser, dateline.story(story))]
    pages[0].wait_for_timeout(1500)
    first = machine.resident_mb(dateline.pid)
    for _ in range(sessions):
        pages.append(machine.open_page(browser, dateline.story(story), is_drawn=False))
        pages[-1].wait_for_selector(".dl-time-slider", timeout=machine.READY)
    pages[-1].wait_for_timeout(1000)
    cost = (machine.resident_mb(dateline.pid) - first) / sessions
    for page in pages:
        page.context.close()
    return cost
