"""Sea ports, border posts, railway stops and pipeline terminals: of sea-ports and of UN/LOCODE."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from gazetteer.nearby import Towns
from gazetteer.row import Row, Source
from packages import Archive

from geo.atlas.placetable import NameKind
from geo.model import PlaceKind

FUNCTIONS = {"1": "PRT", "B": "PSTB", "2": "RSTN", "7": "OILT"}
"""Functions of UN/LOCODE that are taken, the first that applies, as feature codes of GeoNames."""
PROMINENCE = {"PRT": 2_000, "PSTB": 2_000, "RSTN": 1_000, "OILT": 1_000}
"""What they count for, in people of a town as well known."""
LISTED_PORT = 10_000
"""The same for a port that the shorter list of sea-ports has."""
RADIUS_KM = 5.0


class Locode(NamedTuple):
    """One row of UN/LOCODE; points are whole minutes of arc."""

    key: str
    name: str
    feature: str
    lat: float
    lon: float


def read_stops(sea_ports: Archive, locodes: Archive, towns: Towns) -> list[Row]:
    """Ports as "Port of X"; other stops as X where the gazetteer has no such town.

    X alone is the town. Where there is none, X alone is the port.
    """
    rows = []
    known = sea_ports.json("package/lib/ports.json")
    for key, raw in sorted(known.items()):
        if raw.get("coordinates"):
            lon, lat = raw["coordinates"]
            port = Locode(key, raw["name"], "PRT", lat, lon)
            rows.append(_port(port, towns, Source.PORT, LISTED_PORT))
    for locode in _read_locodes(locodes):
        if locode.feature == "PRT" and locode.key not in known:
            rows.append(_port(locode, towns, Source.LOCODE, PROMINENCE["PRT"]))
        elif locode.feature != "PRT" and _is_lacking(locode, towns):
            row = _stop(locode, locode.name, Source.LOCODE, PROMINENCE[locode.feature])
            row.add([row.name], NameKind.MAIN)
            rows.append(row)
    return rows


def _is_lacking(locode: Locode, towns: Towns) -> bool:
    at = (locode.key[:2], locode.lat, locode.lon)
    return towns.are_around(*at) and not towns.has(locode.name, *at)


def _port(locode: Locode, towns: Towns, source: Source, prominence: int) -> Row:
    row = _stop(locode, f"Port of {locode.name}", source, prominence)
    row.add([row.name, f"{locode.name} Port", f"Port {locode.name}"], NameKind.MAIN)
    row.add([locode.key], NameKind.CODE)
    if _is_lacking(locode, towns):
        row.add([locode.name], NameKind.KNOWN)
    return row


def _stop(locode: Locode, name: str, source: Source, prominence: int) -> Row:
    return Row(
        source=source,
        key=locode.key,
        name=name,
        kind=PlaceKind.FACILITY,
        lat=locode.lat,
        lon=locode.lon,
        radius_km=RADIUS_KM,
        prominence=prominence,
        feature=locode.feature,
        country=locode.key[:2],
        code=locode.key,
    )


def _read_locodes(archive: Archive) -> Iterator[Locode]:
    """The rows that have one of the functions and a point ("4314N 13154E"), once each."""
    seen = set()
    for part in (1, 2, 3):
        text = archive.read(f"pyunlocode/csv/2023-1 UNLOCODE CodeListPart{part}.csv").decode(
            "utf-8", "replace"
        )
        for cells in csv.reader(text.splitlines()):
            if len(cells) <= 10:
                continue
            key, point = cells[1] + cells[2], _point(cells[10])
            feature = next((code for sign, code in FUNCTIONS.items() if sign in cells[6]), None)
            if point is None or feature is None or len(key) != 5 or key in seen:
                continue
            seen.add(key)
            yield Locode(key, re.split(r"[/,(]", cells[4])[0].strip(), feature, *point)


def _point(text: str) -> tuple[float, float] | None:
    found = re.fullmatch(r"(\d\d)(\d\d)([NS]) (\d{3})(\d\d)([EW])", text)
    if found is None:
        return None
    lat_degrees, lat_minutes, north, lon_degrees, lon_minutes, east = found.groups()
    lat = (int(lat_degrees) + int(lat_minutes) / 60) * (1 if north == "N" else -1)
    lon = (int(lon_degrees) + int(lon_minutes) / 60) * (1 if east == "E" else -1)
    return round(lat, 4), round(lon, 4)
