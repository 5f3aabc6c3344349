"""Pairs of measurements taken in turn, and the table that says how they compare and what to reach."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field


@dataclass(slots=True)
class Pairs:
    """Measurements of two sides, taken one after the other so that drift of the machine cancels."""

    ours: list[float] = field(default_factory=list)
    theirs: list[float] = field(default_factory=list)

    def add(self, ours: float, theirs: float) -> None:
        """One measurement of each side."""
        self.ours.append(ours)
        self.theirs.append(theirs)

    @property
    def ratio(self) -> float:
        """The middle of the ratios of each pair."""
        return statistics.median(
            ours / theirs if theirs else float("inf")
            for ours, theirs in zip(self.ours, self.theirs, strict=True)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table; ``least`` or ``most`` is the reach, whichever way is better."""

    what: str
    sides: str
    value: float
    unit: str = ""
    least: float | None = None
    most: float | None = None

    @property
    def reach(self) -> str:
        """The reach in words."""
        if self.least is not None:
            return f">= {self.least:g}{self.unit}"
        return f"<= {self.most:g}{self.unit}" if self.most is not None else ""

    @property
    def verdict(self) -> str:
        """Whether the reach is met; nothing for a row that is told for information."""
        if self.least is None and self.most is None:
            return ""
        low = float("-inf") if self.least is None else self.least
        high = float("inf") if self.most is None else self.most
        return "yes" if low <= self.value <= high else "NO"


def of_pairs(
    what: str, pairs: Pairs, unit: str, *, least: float | None = None, most: float | None = None
) -> Row:
    """The row of a ratio, with the medians of both sides."""
    ours, theirs = statistics.median(pairs.ours), statistics.median(pairs.theirs)
    return Row(
        what=what, sides=f"{ours:.1f} / {theirs:.1f} {unit}", value=pairs.ratio, least=least, most=most
    )


def lines(rows: list[Row]) -> list[str]:
    """The table as text."""
    found = []
    for row in rows:
        value = f"{row.value:.2f}{row.unit}"
        found.append(f"{row.what:<58} {row.sides:>24} {value:>10} {row.reach:>10} {row.verdict:>4}".rstrip())
    return found
