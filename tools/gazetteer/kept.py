"""The hand-kept names: spellings of English-language news, abbreviations, demonyms."""

from __future__ import annotations

from gazetteer.row import Row, read_csv

from geo.atlas.folding import fold
from geo.atlas.placetable import NameKind
from geo.model import PlaceKind


class Named:
    """Rows by the ways in which the hand-kept tables refer to them."""

    def __init__(self, rows: list[Row]) -> None:
        """Index rows by id, by the codes of countries and first-level divisions, and by country and name."""
        self._by_key = {row.id: row for row in rows}
        self._by_key |= {row.code: row for row in rows if row.feature in ("PCLI", "PCLD", "ADM1")}
        self._by_key |= self._by_name(rows, {NameKind.ALTERNATE})
        self._by_key |= self._by_name(rows, {NameKind.MAIN, NameKind.KNOWN})

    @staticmethod
    def _by_name(rows: list[Row], kinds: set[NameKind]) -> dict[str, Row]:
        """References such as "IT/city/milano", each to the largest of that name."""
        named = {}
        for row in sorted(rows, key=lambda row: row.prominence):
            if row.kind in (PlaceKind.CITY, PlaceKind.REGION):
                what = "city" if row.kind is PlaceKind.CITY else row.feature.lower()
                named |= {
                    f"{row.country}/{what}/{fold(name)}": row for name, kind in row.names if kind in kinds
                }
        return named

    def find(self, reference: str) -> Row | None:
        """The row of an id ("area:sahel"), of a code ("US", "US.GA"), or the largest "IT/city/Milano"."""
        head, _, name = reference.rpartition("/")
        return self._by_key.get(f"{head}/{fold(name)}" if head else reference)


def add_kept_names(rows: list[Row]) -> None:
    """Give the rows the names that the tables keep for them.

    Raises:
        ValueError: A table speaks of places that no row is.
    """
    named = Named(rows)
    wanted = [
        (raw["place"], raw["names"].split("|"), NameKind[raw["kind"].upper()])
        for raw in read_csv("spellings.csv")
    ]
    wanted += [(raw["place"], raw["words"].split("|"), NameKind.DEMONYM) for raw in read_csv("demonyms.csv")]
    wanted += [
        (f"US.{raw['postal']}", [raw["postal"], raw["press"]], NameKind.CODE)
        for raw in read_csv("us_states.csv")
    ]
    unknown = [reference for reference, _, _ in wanted if named.find(reference) is None]
    if unknown:
        msg = f"The hand-kept tables speak of places that no row is: {', '.join(unknown)}"
        raise ValueError(msg)
    for reference, names, kind in wanted:
        row = named.find(reference)
        if row is not None:
            row.add(names, kind)
