"""What looks like a time and is none, by the noun that the rule is about. Knows words, no calendar."""

from __future__ import annotations

from geo.reading.dates.grammar import Found
from geo.reading.dates.guards_calendar import CALENDAR_GUARDS
from geo.reading.dates.guards_counted import COUNTED_GUARDS
from geo.reading.dates.guards_days import DAY_GUARDS

_GUARDS = {**CALENDAR_GUARDS, **COUNTED_GUARDS, **DAY_GUARDS}
"""One claim per grammar rule, true where the words around allow the reading."""


def may_be_time(found: Found) -> bool:
    """Whether the words around the run allow it to be a time."""
    guard = _GUARDS.get(found.rule)
    return not any(token.kind == "¶" for token in found.tokens[found.first : found.last]) and (
        guard is None or guard(found)
    )
