"""Servers on free ports and watched browsers: what every measurement needs, and nothing that it measures."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

PARTS = Path(__file__).parent
ROOT = PARTS.parents[1]
STARTS_WITHIN_SECONDS = 60.0
READY = 120_000
"""Milliseconds: software drawing on a busy machine takes its time for the first picture."""
SIZE = {"width": 1440, "height": 900}
FIVE, GENERATED = "kim-putin-2023", "generated"
MOVERS = ".dl-map .dl-canvas:not(.dl-ground) canvas"
GROUND = ".dl-map .dl-ground canvas"
RIVAL = "[data-testid='stDeckGlJsonChart'] canvas"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NO_CHROMIUM = "No Chromium on this machine: `apt-get install chromium` brings one."
FLAGS = [
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # whoever drives a browser listens to it, and then V8 compiles a script twice where a stack is looked at
    "--js-flags=--no-enable-lazy-source-positions",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A Streamlit server that runs: where it answers, and its process."""

    port: int
    pid: int

    @property
    def address(self) -> str:
        """Where its pages are."""
        return f"http://localhost:{self.port}"

    def story(self, story: str, more: str = "") -> str:
        """The address of a story's page."""
        return f"{self.address}/?story={story}{more}"


@contextmanager
def serving(script: Path, stories: Path, *, port: int | None = None) -> Iterator[Server]:
    """A server for an app; ``stories`` is the folder of invented stories, ``port`` by default any free one.

    Raises:
        RuntimeError: It does not start; what it said is in the message.
    """
    port = port or _free_port()
    setting = {"DATELINE_STORIES": str(stories), "DATELINE_BENCH_SCENE": str(stories / "scene.json")}
    log = stories / f"{script.stem}.log"
    with log.open("w") as told:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"],
            cwd=ROOT,
            env={**os.environ, **setting},
            stdout=told,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(port, log)
            yield Server(port=port, pid=process.pid)
        finally:
            process.terminate()
            process.wait(20)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(port: int, log: Path) -> None:
    until = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < until:
        time.sleep(0.2)
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise RuntimeError(log.read_text(encoding="utf-8"))


def launch(play: Playwright) -> Browser:
    """A browser that has seen nothing yet.

    Raises:
        RuntimeError: There is no Chromium.
    """
    if CHROMIUM is None:
        raise RuntimeError(NO_CHROMIUM)
    return play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


def open_page(browser: Browser, address: str, *, canvas: str = MOVERS, is_drawn: bool = True) -> Page:
    """A page in a context of its own, its frames counted from the start; by default its map is drawn."""
    page = browser.new_context(viewport=SIZE).new_page()
    page.add_init_script(path=PARTS / "frames.js")
    page.goto(address)
    if is_drawn:
        wait_for_frame(page, canvas)
    return page


def wait_for_frame(page: Page, canvas: str) -> float:
    """Milliseconds from the start of the navigation to when the canvas had drawn its first frame."""
    first = page.wait_for_function("(canvas) => frameCount.first(canvas)", arg=canvas, timeout=READY)
    return float(first.json_value())


def resident_mb(pid: int) -> float:
    """Megabytes of memory that a process holds."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(kilobytes) / 1000
