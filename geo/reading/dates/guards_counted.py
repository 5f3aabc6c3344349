"""Lengths of time that lie nowhere on the calendar, or are none: "a day", "ten years old", "as now"."""

from __future__ import annotations

from collections.abc import Callable

from geo.reading.dates.beside import all_kinds, ends_clause, is_long, is_singular, kinds_of
from geo.reading.dates.grammar import Found
from geo.reading.dates.neighbours import DAY_AFTER, UNITS_AFTER
from geo.reading.dates.vocabulary import UNITS


def _relative(found: Found) -> bool:
    which, unit = found.text("which"), found["unit"][0]
    if not is_singular(unit) or not is_long(unit) or found.tokens[found.last - 1].kind not in "UP":
        return False
    if UNITS[unit.text] == "D":
        return which not in ("last", "this", "past") and "l" not in kinds_of(found, "which")
    return which != "this" or unit.text != "fortnight"


def _in_the_unit(found: Found) -> bool:
    unit = found["unit"][0]
    if found.text("mod") == "turn":
        return UNITS[unit.text] in ("CE", "ML", "Y")
    return is_singular(unit) and is_long(unit)


def _ago(found: Found) -> bool:
    return bool(found["number"]) or not is_singular(found["unit"][0])


def _nights(found: Found) -> bool:
    return found.text("nights") == "nights"


def _consecutive(found: Found) -> bool:
    return UNITS[found.text("unit")] == "D" and is_singular(found["unit"][0])


def _current(found: Found) -> bool:
    return is_singular(found["unit"][0]) and is_long(found["unit"][0])


def _later(found: Found) -> bool:
    if not found["number"]:
        return found.text("way") in ("earlier", "later") and not is_singular(found["unit"][0])
    return is_long(found["unit"][0]) and (found.text("way") in ("earlier", "later") or ends_clause(found))


def _duration(found: Found) -> bool:
    number, unit = found["number"], found["unit"][0]
    if UNITS[unit.text] == "Q":
        return any(token.kind == "J" for token in found.tokens[found.first : found.last])
    if number[0].kind == "y" and is_singular(unit):
        return False
    if all_kinds(found) == "aU" and UNITS[unit.text] == "D":
        return found.before().kind in "nNycCiA" or found.before().text in DAY_AFTER
    return not (found.before().kind in "-+" and found.before().end == number[0].start)


def _the_day(found: Found) -> bool:
    return found.text("unit") == "day" and found.before().text in DAY_AFTER and found.before().kind in "xB"


def _units(found: Found) -> bool:
    unit, before, after = found["unit"][0], found.before(), found.after()
    if is_singular(unit) or UNITS[unit.text] in ("S", "Q"):
        return False
    if after.kind == "b" or (after.kind == "-" and found.after(1).kind in "JR"):
        return True
    return before.kind in "iAs" or before.text in UNITS_AFTER or UNITS[unit.text] == "DE"


def _frequency(found: Found) -> bool:
    return not (found["frequency"][0].is_capitalised and found.after().is_capitalised)


def _vague(found: Found) -> bool:
    word, before, after = found.tokens[found.first], found.before(), found.after()
    if before.text == "as" or (before.kind == "-" and before.end == word.start):
        return False
    if after.kind == "-" and after.start == word.end:
        return False
    return not (word.is_capitalised and after.is_capitalised)


def _plural_unit(found: Found) -> bool:
    return not is_singular(found["unit"][0])


def _day_before(found: Found) -> bool:
    return is_singular(found["unit"][0]) and is_long(found["unit"][0]) and ends_clause(found)


def _in_time(found: Found) -> bool:
    return found.tokens[found.last - 1].text == "time" and is_long(found["unit"][0])


COUNTED_GUARDS: dict[str, Callable[[Found], bool]] = {
    "nights": _nights,
    "consecutive": _consecutive,
    "current": _current,
    "relative": _relative,
    "in_the_unit": _in_the_unit,
    "windows": _plural_unit,
    "ago": _ago,
    "later": _later,
    "day_before": _day_before,
    "duration": _duration,
    "units": _units,
    "the_day": _the_day,
    "frequency": _frequency,
    "vague": _vague,
    "in_time": _in_time,
    "from_now": lambda found: is_long(found["unit"][0]),
}
