"""Frames a second: while the story plays, while nothing moves, by reruns, and with a large story."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from benchmarks.stage_parts import machine
from benchmarks.stage_parts.machine import FIVE, GENERATED, MOVERS, RIVAL, Server
from benchmarks.stage_parts.table import Pairs

STEPS = 10
"""PageDown goes on by a tenth of the story."""
SETTLES_MILLISECONDS = 2000


def play_rate(page: Page, tenth: int, seconds: float) -> float:
    """Frames a second from a tenth of the story on, with the camera as the player has it by default."""
    page.locator(".dl-time-slider").focus()
    page.keyboard.press("Home")
    for _ in range(tenth):
        page.keyboard.press("PageDown")
    page.wait_for_timeout(300)
    page.get_by_role("button", name="Play", exact=True).click()
    rate = page.evaluate("([canvas, ms]) => frameCount.rate(canvas, ms)", [MOVERS, 1000 * seconds])
    playing = page.evaluate("document.querySelector('.dl-stage').probe().playing")
    if not playing:
        msg = f"The story stopped while it was measured, from tenth {tenth} on."
        raise RuntimeError(msg)
    page.get_by_role("button", name="Pause", exact=True).click()
    page.wait_for_timeout(400)
    return float(rate)


def still_rate(page: Page, seconds: float) -> float:
    """Frames a second of the same deck at the same moment, made to redraw though nothing moves."""
    page.wait_for_timeout(1200)  # the camera may glide on after the pause
    page.evaluate("(canvas) => frameCount.animate(canvas, true)", MOVERS)
    rate = page.evaluate("([canvas, ms]) => frameCount.rate(canvas, ms)", [MOVERS, 1000 * seconds])
    page.evaluate("(canvas) => frameCount.animate(canvas, false)", MOVERS)
    return float(rate)


def settled(browser: Browser, server: Server, story: str) -> Page:
    """The page of a story, its first frames drawn and forgotten."""
    page = machine.open_page(browser, server.story(story))
    page.wait_for_timeout(SETTLES_MILLISECONDS)
    return page


def against_still(browser: Browser, dateline: Server, *, rounds: int, seconds: float) -> Pairs:
    """Playing, and the same deck redrawing with nothing moving."""
    page = settled(browser, dateline, FIVE)
    pairs = Pairs()
    for tenth in _tenths(rounds):
        pairs.add(play_rate(page, tenth, seconds), still_rate(page, seconds))
    page.context.close()
    return pairs


def against_reruns(
    browser: Browser, dateline: Server, rival: Server, *, rounds: int, seconds: float
) -> Pairs:
    """Playing, and the same animation by Streamlit reruns; only one of the two runs at a time."""
    page = settled(browser, dateline, FIVE)
    height = page.locator(".dl-map").bounding_box()["height"]
    pairs = Pairs()
    for tenth in _tenths(rounds):
        plays = play_rate(page, tenth, seconds)
        other = machine.open_page(browser, f"{rival.address}/?page=reruns&height={height:.0f}", canvas=RIVAL)
        other.wait_for_timeout(SETTLES_MILLISECONDS)
        rate = other.evaluate("([canvas, ms]) => frameCount.rate(canvas, ms)", [RIVAL, 1000 * seconds])
        other.context.close()
        pairs.add(plays, float(rate))
    page.context.close()
    return pairs


def large_against_five(browser: Browser, dateline: Server, *, rounds: int, seconds: float) -> Pairs:
    """The generated story and the five-article story, playing in turn; one page is open at a time."""
    pairs = Pairs()
    for tenth in _tenths(rounds):
        rates = []
        for story in (GENERATED, FIVE):
            page = settled(browser, dateline, story)
            rates.append(play_rate(page, tenth, seconds))
            page.context.close()
        pairs.add(*rates)
    return pairs


def _tenths(rounds: int) -> list[int]:
    """Where to start each round, spread over the story; its last tenth would end too soon."""
    return [round(number * (STEPS - 2) / max(1, rounds - 1)) for number in range(rounds)]
