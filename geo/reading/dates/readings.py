"""What a run of words means as a time: a reading per grammar rule, given anchor, reference and tense."""

from __future__ import annotations

from geo.reading.dates import values
from geo.reading.dates.calendar import CALENDAR_READERS, read_days, read_month_range
from geo.reading.dates.counted import COUNTED_READERS
from geo.reading.dates.days import DAY_READERS
from geo.reading.dates.grammar import Found
from geo.reading.dates.namedays import NAMEDAY_READERS
from geo.reading.dates.setting import Reader, Reading, Setting
from geo.reading.dates.values import Moment

_READERS: dict[str, Reader] = {**CALENDAR_READERS, **NAMEDAY_READERS, **COUNTED_READERS, **DAY_READERS}
_EARLY = frozenset({"early", "beginning", "start"})
_LATE = frozenset({"late", "end", "close"})


def read(found: Found, setting: Setting) -> tuple[Reading, ...]:
    """The times that the run tells: one, two for "Sept. 10 and 13", none if it is none after all."""
    if found.rule in ("month_day", "day_month"):
        return read_days(found, setting)
    if found.rule == "month_range":
        return read_month_range(found)
    moment = _READERS[found.rule](found, setting)
    if moment is None:
        return ()
    return (Reading(found.first, found.last, _modified(moment, found.text("mod"), setting)),)


def _modified(moment: Moment, mod: str, setting: Setting) -> Moment:
    if mod in ("earlier", "later") and setting.anchor:
        if moment.grain == "D":
            return moment
        return values.clipped(moment, **{"before" if mod == "earlier" else "after": setting.anchor})
    if mod == "turn":
        return values.turn_of(moment)
    part = "early" if mod in _EARLY else "late" if mod in _LATE else "mid" if mod else ""
    return values.narrowed(moment, part)
