"""What the ground costs: bytes on the wire of first views, and the time to serve tiles.

Run: ``python benchmarks/basemap.py``. A view takes every tile that a window of 1440 x 900 touches; tiles are
512 pixels wide at their own zoom.
"""

from __future__ import annotations

import math
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from geo.atlas import basemap

TILE_PIXELS = 512
WIDTH, HEIGHT = 1440, 900
VIEWS = {
    "the world, zoom 1.5": (20.0, 20.0, 1.5),
    "Korea to Vladivostok, zoom 5": (42.0, 130.0, 5.0),
    "Vladivostok to Moscow, zoom 2.8": (55.0, 85.0, 2.8),
    "Central Europe, zoom 5 (the densest)": (50.5, 8.0, 5.0),
    "Paris, zoom 10": (48.85, 2.35, 10.0),
}


def tiles_in_view(lat: float, lon: float, zoom: float) -> list[tuple[int, int, int]]:
    """The tiles that a window round a point touches; beyond the last zoom its tiles are stretched."""
    z = min(basemap.MAX_ZOOM, round(zoom))
    across = WIDTH / TILE_PIXELS / 2 ** (zoom - z)
    down = HEIGHT / TILE_PIXELS / 2 ** (zoom - z)
    x = (lon + 180) / 360 * 2**z
    y = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * 2**z
    columns = range(math.floor(x - across / 2), math.floor(x + across / 2) + 1)
    rows = range(max(0, math.floor(y - down / 2)), min(2**z - 1, math.floor(y + down / 2)) + 1)
    return sorted({(z, column % 2**z, row) for column in columns for row in rows})


def milliseconds(tiles: list[tuple[int, int, int]]) -> list[float]:
    """How long each tile takes, in processor time, so that other work on the machine does not count."""
    taken = []
    for tile in tiles:
        start = time.process_time()
        basemap.tile_json(*tile)
        taken.append(1000 * (time.process_time() - start))
    return taken


def main() -> None:
    """Measure and print."""
    start = time.process_time()
    basemap.tile_json(0, 0, 0)
    print(f"archive            {basemap.ARCHIVE.stat().st_size / 1e6:6.1f} MB on disk")
    print(f"first tile of all  {1000 * (time.process_time() - start):6.0f} ms of processor time")
    every_view = []
    for name, view in VIEWS.items():
        tiles = tiles_in_view(*view)
        every_view += tiles
        kilobytes = sum(len(basemap.tile_json(*tile) or b"") for tile in tiles) / 1000
        print(f"{name:38} {kilobytes:6.1f} kB in {len(tiles):2} tiles (reach: 400 kB)")
    basemap.tile_json.cache_clear()
    for label in ("cold", "warm"):
        taken = sorted(milliseconds(every_view))
        p95 = taken[int(0.95 * len(taken))]
        median, worst = statistics.median(taken), taken[-1]
        print(f"tile, {label}: median {median:7.3f} ms, p95 {p95:7.3f} ms, worst {worst:7.3f} ms")


if __name__ == "__main__":
    main()
