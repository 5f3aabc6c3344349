"""Times the networks and the routes, beside networkx on the same graph: ``python benchmarks/routes.py``.

Prints one line a figure: name, value, unit, and the budget where the atlas has one. "Warm" and what stands
beside networkx is processor time; the rest is time by the clock.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from geo.atlas.network import Network, load_network
from geo.atlas.routes import route
from geo.model import Mode, Position

LISBON, VLADIVOSTOK = Position(38.714, -9.123), Position(43.1056, 131.8735)
PYONGYANG, MOSCOW = Position(39.0339, 125.7543), Position(55.7522, 37.6156)
PARIS, SINGAPORE = Position(48.857, 2.352), Position(1.26, 103.84)
ROTTERDAM = Position(51.95, 4.05)
EURASIA_MS = 300
LOAD_S = 1.5
MEMORY_MB = 400
RUNS = 5


def main() -> None:
    """Measure and print."""
    started = time.perf_counter()
    networks = [load_network(mode) for mode in (Mode.RAIL, Mode.ROAD, Mode.SEA)]
    _say("load all networks", time.perf_counter() - started, "s", LOAD_S)
    for label, a, b, mode in (
        ("rail Pyongyang - Vladivostok", PYONGYANG, VLADIVOSTOK, Mode.RAIL),
        ("rail Moscow - Vladivostok", MOSCOW, VLADIVOSTOK, Mode.RAIL),
        ("rail Paris - Vladivostok", PARIS, VLADIVOSTOK, Mode.RAIL),
        ("road Lisbon - Vladivostok", LISBON, VLADIVOSTOK, Mode.ROAD),
        ("sea Rotterdam - Singapore", ROTTERDAM, SINGAPORE, Mode.SEA),
        ("air Paris - Singapore", PARIS, SINGAPORE, Mode.AIR),
    ):
        started = time.perf_counter()
        route(a, b, mode)
        first = time.perf_counter() - started
        _say(f"{label}, first", first * 1000, "ms")
        _say(f"{label}, warm", _median_ms(lambda a=a, b=b, mode=mode: route(a, b, mode)), "ms", EURASIA_MS)
    _say("peak memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB", MEMORY_MB)
    _beside_networkx(networks[0])


def _beside_networkx(network: Network) -> None:
    """The bare search from node to node, without borders, in both."""
    graph = nx.Graph()
    graph.add_weighted_edges_from(
        zip(network.u.tolist(), network.v.tolist(), network.km.tolist(), strict=True)
    )
    start, end = _nearest(network, MOSCOW), _nearest(network, VLADIVOSTOK)
    began = time.process_time()
    km = nx.dijkstra_path_length(graph, start, end)
    _say("networkx dijkstra, rail Moscow - Vladivostok", (time.process_time() - began) * 1000, "ms")
    began = time.process_time()
    both, _ = nx.bidirectional_dijkstra(graph, start, end)
    _say("networkx bidirectional, the same", (time.process_time() - began) * 1000, "ms")
    a = Position(float(network.lat[start]), float(network.lon[start]))
    b = Position(float(network.lat[end]), float(network.lon[end]))
    ours = route(a, b, Mode.RAIL, border_km=0)
    _say(
        "ours, the same, joints and line included",
        _median_ms(lambda: route(a, b, Mode.RAIL, border_km=0)),
        "ms",
    )
    _say("kilometres, networkx", km, "km")
    _say("kilometres, networkx bidirectional", both, "km")
    _say("kilometres, ours, from any track within 6 km", ours.km, "km")


def _nearest(network: Network, position: Position) -> int:
    large = network.component == np.bincount(network.component).argmax()
    away = np.hypot(network.lat - position.lat, network.lon - position.lon)
    return int(np.argmin(np.where(large, away, np.inf)))


def _median_ms(work: Callable[[], object]) -> float:
    """Processor time, which other work on the machine does not lengthen."""
    times = []
    for _ in range(RUNS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return statistics.median(times) * 1000


def _say(name: str, value: float, unit: str, budget: float | None = None) -> None:
    limit = "" if budget is None else f"  (at most {budget:g})"
    sys.stdout.write(f"{name:48} {value:10.1f} {unit}{limit}\n")


if __name__ == "__main__":
    main()
