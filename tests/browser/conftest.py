"""A real server on a free port and a real browser, watched for what it asks for and what it says."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks.stage_parts import machine
from tests.fixtures import edges, stories

ROOT = Path(__file__).resolve().parents[2]
SHOTS = ROOT / "screenshots"
AXE = ROOT / "tests" / "browser" / "axe" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def breaches(page):
    """What axe finds against WCAG 2.2 AA on the page as it stands: [(rule, element), ...]."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        """async (rules) => (await axe.run(document, { runOnly: rules, resultTypes: ["violations"] }))
            .violations.flatMap(({ id, nodes }) => nodes.map((node) => [id, node.html.slice(0, 200)]))""",
        RULES,
    )
    return [tuple(each) for each in found]


@dataclass
class Watch:
    """What a page asked for and what its console said."""

    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The address of the app with the invented stories and the real one, served for the session."""
    home = tmp_path_factory.mktemp("stories")
    for name in (*stories.STORIES, *edges.EDGES):
        (home / name).mkdir()
        (home / name / "first.txt").write_text("Some text.", encoding="utf-8")
    with machine.serving(ROOT / "tests" / "fixtures" / "invented_app.py", home) as served:
        yield served.address


@pytest.fixture(scope="session")
def chromium():
    """One browser for all tests."""
    if machine.CHROMIUM is None:
        pytest.skip(machine.NO_CHROMIUM)
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # a busy machine may draw less than a frame a second
    with sync_playwright() as play:
        browser = machine.launch(play)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shared(server, chromium):
    """One tab for all tests that ask for nothing special: what the browser has cached stays cached."""
    context = chromium.new_context(accept_downloads=True)
    page = context.new_page()
    page.watch = _watched(page)
    yield page
    context.close()


@pytest.fixture
def open_page(server, chromium, shared):
    """Opens a page of the app; in the end nothing may have left the machine or gone wrong."""
    opened = [shared]
    contexts = []
    shared.watch.complaints.clear()

    def _open(
        path="/?story=invented", *, width=1440, height=900, theme="light", ready=True, before=None, **options
    ):
        page = shared
        if options:
            contexts.append(chromium.new_context(**options))
            page = contexts[-1].new_page()
            page.watch = _watched(page)
            opened.append(page)
        page.goto("about:blank")
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=theme, reduced_motion=options.get("reduced_motion"))
        if before:
            before(page)
        page.goto(server + path, wait_until="commit")  # a busy machine takes long to load all of Streamlit
        if ready:
            page.wait_for_selector(".dl-stage[data-ready]", timeout=machine.READY)
            page.wait_for_selector(".dl-early", state="detached", timeout=machine.READY)
        return page

    yield _open
    for context in contexts:
        context.close()
    for page in opened:
        assert page.watch.hosts <= {urlsplit(server).netloc, ""}
        assert page.watch.complaints == []


def _watched(page):
    watch = Watch()
    page.on("request", lambda request: watch.hosts.add(urlsplit(request.url).netloc))
    page.on("websocket", lambda wire: watch.hosts.add(urlsplit(wire.url).netloc))
    page.on("pageerror", lambda error: watch.complaints.append(str(error)))
    page.on("console", lambda said: _heard(watch, said))
    return watch


def _heard(watch, said):
    # Streamlit asks a sub-page for its own address first, and gets the 404 that it expects
    is_probe = "_stcore" in (said.location or {}).get("url", "")
    if said.type == "error" and not is_probe:
        watch.complaints.append(f"{said.text} {said.location}")
