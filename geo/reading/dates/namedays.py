"""Days found by a rule of the calendar: holidays, "the second week of July", "Friday the 13th", "9/11"."""

from __future__ import annotations

from datetime import date

from geo.reading.dates import values
from geo.reading.dates.beside import day_number
from geo.reading.dates.calendar import ATTACKS, nearest_year, safe_date, year_of
from geo.reading.dates.grammar import Found
from geo.reading.dates.setting import Reader, Setting, direction_of, kinds
from geo.reading.dates.values import Moment
from geo.reading.dates.vocabulary import EASTER_HOLIDAYS, HOLIDAYS, MONTHS, MOVING_HOLIDAYS, WEEKDAYS

_MOST_WEEKS = 5
_MOST_MONTHS = 14
"""Within so many months each day of a month is each weekday."""
_SATURDAY = 6


def _nth_of(found: Found, setting: Setting) -> Moment | None:
    """Read "The second week of July", "the last weekend in May", "the first Monday of November 2022"."""
    month, kind = MONTHS[found.text("month")], found["unit"][0].kind
    year = year_of(found, setting)
    if year is None and setting.anchor is None:
        return values.month(None, month)
    if year is None and setting.anchor is not None:
        year = nearest_year(month, None, direction_of(found, setting), setting.anchor)
    nth = -1 if kinds(found, "nth") == "l" else day_number(found["nth"][0])
    if year is None or not (nth == -1 or 1 <= nth <= _MOST_WEEKS):
        return None
    if kind == "W":
        return values.day(values.nth_weekday(year, month, WEEKDAYS[found.text("unit")], nth))
    if kind == "K":
        return values.weekend(values.nth_weekday(year, month, _SATURDAY, nth))
    return values.nth_week(year, month, nth)


def _holiday_in(year: int, name: str) -> date:
    if name in HOLIDAYS:
        return date(year, *HOLIDAYS[name])
    if name in EASTER_HOLIDAYS:
        return values.shifted(values.easter(year), EASTER_HOLIDAYS[name], "D") or values.easter(year)
    return values.nth_weekday(year, *MOVING_HOLIDAYS[name])


def _holiday(found: Found, setting: Setting) -> Moment:
    name, anchor = found.text("holiday").replace("’", "'"), setting.anchor
    if found["year"]:
        return values.day(_holiday_in(int(found.text("year")), name))
    if anchor is None:
        fixed = HOLIDAYS.get(name)
        return values.vague(f"XXXX-{fixed[0]:02}-{fixed[1]:02}" if fixed else "XXXX-XX-XX")
    on = _holiday_in(anchor.year, name)
    which = kinds(found, "which")
    direction = {"l": -1, "F": 1}.get(which) or (0 if which else direction_of(found, setting))
    if direction:
        year = anchor.year + (on < anchor if direction > 0 else -(on > anchor))
    else:
        year = nearest_year(on.month, on.day, 0, anchor) if not which else anchor.year
    return values.day(_holiday_in(year, name))


def _weekday_day(found: Found, setting: Setting) -> Moment | None:
    """Read "Friday the 13th": the nearest month in which that day is such a weekday."""
    number, weekday, anchor = day_number(found["day"][0]), WEEKDAYS[found.text("weekday")], setting.anchor
    if anchor is None:
        return values.vague(f"XXXX-XX-{number:02}")
    first = anchor.replace(day=1)
    months = [values.shifted(first, step, "MO") for step in range(-_MOST_MONTHS, _MOST_MONTHS + 1)]
    days = [safe_date(start.year, start.month, number) for start in months if start]
    fitting = [on for on in days if on and on.isoweekday() == weekday]
    return values.day(min(fitting, key=lambda on: abs((on - anchor).days))) if fitting else None


NAMEDAY_READERS: dict[str, Reader] = {
    "holiday": _holiday,
    "weekday_day": _weekday_day,
    "nth_of": _nth_of,
    "known_day": lambda found, setting: values.day(ATTACKS),
}
"""Reader of each grammar rule of this kind."""
