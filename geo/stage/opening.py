"""Where a story opens: its present begins shortly before it is first reported, the rest is background."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geo.stage.timing import MINUTES_PER_DAY

LEAD_DAYS = 14
"""News looks back about so far for what it is news about; what is older it recalls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Minutes at which the clock opens: ``happened`` by what happened, ``known`` by what was published."""

    happened: float
    known: float


def opening_of(starts: Iterable[float], published: Iterable[float | None]) -> Opening | None:
    """When the present begins: with the first thing that starts within a fortnight of the first publication.

    Args:
        starts: Minutes at which the story's dated things begin.
        published: Minutes at which its articles came out, ``None`` where that is not known.

    Returns:
        ``None`` if no article is dated: such a story opens at its start.
    """
    known = [minute for minute in published if minute is not None]
    if not known:
        return None
    first = min(known)
    reach = first - LEAD_DAYS * MINUTES_PER_DAY
    return Opening(happened=min([first, *(start for start in starts if start >= reach)]), known=first)
