"""How fast the stage is: each figure a ratio of two sides measured in turn, on this machine, in this run.

``python benchmarks/stage.py [fps] [still] [reruns] [first] [click] [large] [memory]``: which figures, by
default all; ``fps`` stands for the three of frames a second. Headless Chromium draws in software; the sides
of a ratio take turns (A B A B), so that drift of the machine cancels; it is the middle of the turns' ratios.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import Browser, Playwright, sync_playwright

import geo
from benchmarks.stage_parts import machine, playing, serving
from benchmarks.stage_parts.machine import FIVE, GENERATED, ROOT, Server
from benchmarks.stage_parts.table import Row, lines, of_pairs
from geo.stage.scene import scene_json

SECONDS = 3.0
"""How long frames are counted for one measurement."""
ROUNDS = 5


class Bench:
    """The servers and the browser, each started when it is first needed."""

    def __init__(self, stack: ExitStack, play: Playwright) -> None:
        """Nothing starts yet; what will start ends with the stack."""
        self._stack = stack
        self.play = play
        self._stories = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (self._stories / GENERATED).mkdir()
        (self._stories / GENERATED / "first.txt").write_text("Invented.", encoding="utf-8")

    @cached_property
    def dateline(self) -> Server:
        """The app, with the five-article story and the generated one."""
        return self._stack.enter_context(machine.serving(machine.PARTS / "dateline_app.py", self._stories))

    @cached_property
    def rival(self) -> Server:
        """The same layers by ``st.pydeck_chart``."""
        source = ROOT / "data" / "stories" / FIVE
        scene = scene_json(geo.read_story(source), view=geo.load_source([source]).view)
        (self._stories / "scene.json").write_text(scene, encoding="utf-8")
        return self._stack.enter_context(machine.serving(machine.PARTS / "rival_app.py", self._stories))

    @cached_property
    def browser(self) -> Browser:
        """One browser for all but the cold starts."""
        browser = machine.launch(self.play)
        self._stack.callback(browser.close)
        return browser


def still(bench: Bench) -> list[Row]:
    """Playing against the same deck redrawing with nothing moving."""
    pairs = playing.against_still(bench.browser, bench.dateline, rounds=ROUNDS, seconds=SECONDS)
    return [of_pairs("frames a second, playing / nothing moving", pairs, "fps", least=0.85)]


def reruns(bench: Bench) -> list[Row]:
    """Playing against the same animation by reruns."""
    pairs = playing.against_reruns(bench.browser, bench.dateline, bench.rival, rounds=3, seconds=SECONDS)
    return [of_pairs("frames a second, playing / by Streamlit reruns", pairs, "fps", least=10)]


def first(bench: Bench) -> list[Row]:
    """Time to the first map frame."""
    pairs, ground = serving.first_frames(bench.play, bench.dateline, bench.rival, rounds=4)
    return [
        of_pairs("first map frame, cold browser / bare st.pydeck_chart", pairs, "ms", most=1.2),
        Row(what="  our ground beneath it, drawn after", sides="", value=ground, unit=" ms"),
    ]


def click(bench: Bench) -> list[Row]:
    """Server time for a click on an event."""
    rows = []
    for story, amount in ((FIVE, 30), (GENERATED, 20)):
        reruns = serving.clicks(bench.browser, bench.dateline, story, amount=amount)
        taken = sorted(rerun["wall"] for rerun in reruns)
        p95, middle = taken[round(0.95 * (len(taken) - 1))], statistics.median(taken)
        what = f"click on an event, server, p95 ({story})"
        processor = statistics.median(rerun["processor"] for rerun in reruns)
        sides = f"median {middle:.0f}, CPU {processor:.0f} ms"
        rows.append(Row(what=what, sides=sides, value=p95, unit=" ms", most=100))
    return rows


def large(bench: Bench) -> list[Row]:
    """The generated story against the five-article story."""
    pairs = playing.large_against_five(bench.browser, bench.dateline, rounds=4, seconds=SECONDS)
    return [of_pairs("frames a second, 2,000 events / five articles", pairs, "fps", least=0.6)]


def memory(bench: Bench) -> list[Row]:
    """Memory of the server for each session after the first."""
    rows = []
    for story in (FIVE, GENERATED):
        cost = serving.session_mb(bench.browser, bench.dateline, story, sessions=6)
        rows.append(
            Row(what=f"memory a session after the first ({story})", sides="", value=cost, unit=" MB", most=25)
        )
    return rows


FIGURES: dict[str, Callable[[Bench], list[Row]]] = {
    "still": still,
    "reruns": reruns,
    "first": first,
    "click": click,
    "large": large,
    "memory": memory,
}
GROUPS = {"fps": ("still", "reruns", "large")}


def main(asked: list[str]) -> None:
    """Measure what is asked for, and print each row as it is known."""
    names = list(dict.fromkeys(name for each in asked for name in GROUPS.get(each, (each,)))) or list(FIGURES)
    if unknown := [name for name in names if name not in FIGURES]:
        sys.exit(f"No figure {', '.join(unknown)}; there are {', '.join([*GROUPS, *FIGURES])}.")
    print(f"{'':<58} {'ours / theirs':>24} {'value':>10} {'reach':>10}  met")
    with ExitStack() as stack:
        bench = Bench(stack, stack.enter_context(sync_playwright()))
        for name in names:
            print("\n".join(lines(FIGURES[name](bench))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
