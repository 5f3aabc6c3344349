"""Calendar values: a TIMEX3 value with the first and last day (or minute) that it can mean.

Knows the calendar and TIMEX3 (ISO-TimeML) notation; knows no words. Dates are local, without a zone. A part
that is not known is written with X ("XXXX-09-10"), and then the interval is open.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from geo.reading.dates.vocabulary import PART_HOURS, SEASON_MONTHS

_DAYS_IN_WEEK = 7
_YEARS_IN: dict[str, int] = {"DE": 10, "CE": 100, "ML": 1000}
_HALVES: dict[str, tuple[int, int]] = {"1": (1, 6), "2": (7, 12)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A value with its interval; ``grain`` is the unit it is told in ("D", "MO", ..., "" for none)."""

    value: str
    earliest: str | None = None
    latest: str | None = None
    grain: str = ""

    @property
    def day(self) -> date | None:
        """First day of the interval."""
        return date.fromisoformat(self.earliest[:10]) if self.earliest else None

    @property
    def last_day(self) -> date | None:
        """Last day of the interval."""
        return date.fromisoformat(self.latest[:10]) if self.latest else None


def vague(value: str) -> Moment:
    """A value without a place on the calendar: PAST_REF, a duration, a set, a pattern with X."""
    return Moment(value=value)


def between(value: str, first: date, last: date, grain: str) -> Moment:
    """A value that runs from the first to the last day."""
    return Moment(value=value, earliest=first.isoformat(), latest=last.isoformat(), grain=grain)


def day(on: date) -> Moment:
    """One day."""
    return between(on.isoformat(), on, on, "D")


def week(of: date) -> Moment:
    """The ISO week, Monday to Sunday, that has the day."""
    year, number, weekday = of.isocalendar()
    first = shifted(of, 1 - weekday, "D") or of
    return between(f"{year:04}-W{number:02}", first, shifted(first, 6, "D") or first, "W")


def weekend(of: date) -> Moment:
    """Saturday and Sunday of the ISO week that has the day."""
    whole = week(of)
    first = shifted(whole.day or of, 5, "D") or of
    return between(f"{whole.value}-WE", first, shifted(first, 1, "D") or first, "WE")


def month(year: int | None, number: int) -> Moment:
    """One month; of an unknown year if ``year`` is None."""
    if year is None:
        return vague(f"XXXX-{number:02}")
    return months(f"{year:04}-{number:02}", (year, number), (year, number), "MO")


def months(value: str, first: tuple[int, int], last: tuple[int, int], grain: str) -> Moment:
    """A value from the first day of one month to the last day of another, each ``(year, month)``."""
    if first[0] < MINYEAR or last[0] > MAXYEAR:
        return vague(value)
    return between(value, date(*first, 1), date(*last, monthrange(*last)[1]), grain)


def year(number: int) -> Moment:
    """One year."""
    return months(f"{number:04}", (number, 1), (number, 12), "Y")


def decade(first_three: int) -> Moment:
    """Ten years from the digits they share: 199 is the 1990s."""
    start = first_three * 10
    return months(f"{first_three:03}", (max(start, 1), 1), (start + 9, 12), "DE")


def century(number: int) -> Moment:
    """The nth century, told by the digits its years share: the 19th is "18"."""
    start = (number - 1) * 100
    return months(f"{number - 1:02}", (max(start, 1), 1), (start + 99, 12), "CE")


def quarter(of_year: int | None, number: int) -> Moment:
    """The nth quarter of a year."""
    if of_year is None:
        return vague(f"XXXX-Q{number}")
    return months(f"{of_year:04}-Q{number}", (of_year, 3 * number - 2), (of_year, 3 * number), "Q")


def half(of_year: int | None, number: int) -> Moment:
    """The first or second half of a year."""
    if of_year is None:
        return vague(f"XXXX-H{number}")
    first, last = _HALVES[str(number)]
    return months(f"{of_year:04}-H{number}", (of_year, first), (of_year, last), "H")


def season(of_year: int | None, code: str) -> Moment:
    """A northern season; the winter of a year ends in the next."""
    if of_year is None:
        return vague(f"XXXX-{code}")
    first, last = SEASON_MONTHS[code]
    return months(f"{of_year:04}-{code}", (of_year, first), (of_year + (last < first), last), "S")


def part_of_day(on: Moment, part: str) -> Moment:
    """Morning, evening, ... of a day (or of an unknown day)."""
    suffix = "MO" if part == "DAWN" else part
    if "/" in on.value and on.earliest and on.latest:
        return _part_of_days(on, part, suffix)
    if on.grain != "D" or on.earliest is None:
        return vague(f"{on.value}T{suffix}")
    first, last = PART_HOURS[part]
    return Moment(
        value=f"{on.value}T{suffix}", earliest=f"{on.value}T{first}", latest=f"{on.value}T{last}", grain="T"
    )


def _part_of_days(on: Moment, part: str, suffix: str) -> Moment:
    """The night of two days ends in the morning of the second; other parts are those of both days."""
    first, last = PART_HOURS[part]
    value, latest = f"{on.earliest}T{suffix}", f"{on.latest}T{'06:00' if part == 'NI' else last}"
    return Moment(value=value, earliest=f"{on.earliest}T{first}", latest=latest, grain="T")


def turn_of(moment: Moment) -> Moment:
    """The years about the first of a century, the weeks about the first of a year; the value stays."""
    start, margin = moment.day, _TURNS.get(moment.grain)
    if start is None or margin is None:
        return moment
    first, last = shifted(start, -margin[0], margin[1]), shifted(start, margin[0], margin[1])
    return replace(moment, earliest=first.isoformat(), latest=last.isoformat()) if first and last else moment


_TURNS: dict[str, tuple[int, str]] = {"CE": (5, "Y"), "ML": (5, "Y"), "DE": (1, "Y"), "Y": (2, "W")}


def clock(on: Moment, hour: int, minute: int | None, *, utc: bool = False) -> Moment:
    """A time of day, to the minute or (``minute`` None) to the hour."""
    shown = f"{hour:02}:{minute or 0:02}"
    value = f"{on.value}T{shown}{'Z' if utc else ''}"
    if on.grain != "D" or on.earliest is None:
        return vague(value)
    return Moment(value=value, earliest=f"{on.value}T{shown}", latest=f"{on.value}T{shown}", grain="T")


def span(first: Moment, last: Moment) -> Moment:
    """From the start of one value to the end of another."""
    value = f"{first.value}/{last.value}"
    return Moment(value=value, earliest=first.earliest, latest=last.latest, grain=first.grain)


def duration(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units; X where the number is not told.

    Decades and centuries are told in years, as ISO 8601 has no unit for them.
    """
    if unit in _YEARS_IN:
        amount, unit = amount and amount * _YEARS_IN[unit], "Y"
    code = {"MO": "M", "N": "D"}.get(unit, unit)
    number = "X" if amount is None else f"{amount:g}" if amount < 1e6 else f"{amount:.0f}"
    return f"P{'T' if unit in ('H', 'M', 'S') else ''}{number}{code}"


_MONTHS_IN: dict[str, int] = {"MO": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
_DAYS_IN: dict[str, float] = {"S": 1 / 86400, "M": 1 / 1440, "H": 1 / 24, "D": 1, "N": 1, "W": 7}


def shifted(start: date, amount: float, unit: str) -> date | None:
    """The day so many units later (earlier if negative); None if it falls off the calendar."""
    if unit in _MONTHS_IN:
        count = start.year * 12 + start.month - 1 + round(amount * _MONTHS_IN[unit])
        target_year, target_month = count // 12, count % 12 + 1
        if not MINYEAR <= target_year <= MAXYEAR:
            return None
        return date(target_year, target_month, min(start.day, monthrange(target_year, target_month)[1]))
    try:
        return start + timedelta(days=amount * _DAYS_IN[unit])
    except OverflowError:
        return None


def unit_of(on: date, unit: str) -> Moment:
    """The calendar unit (day, week, month, quarter, year, ...) that has the day."""
    makers: dict[str, Callable[[], Moment]] = {
        "W": lambda: week(on),
        "MO": lambda: month(on.year, on.month),
        "Q": lambda: quarter(on.year, (on.month + 2) // 3),
        "Y": lambda: year(on.year),
        "DE": lambda: decade(on.year // 10),
        "CE": lambda: century(on.year // 100 + 1),
    }
    return makers.get(unit, lambda: day(on))()


def unknown(unit: str) -> Moment:
    """A calendar unit of which nothing is known."""
    values = {"W": "XXXX-WXX", "MO": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}
    return vague(values.get(unit, "XXXX-XX-XX"))


_THIRDS: dict[str, tuple[float, float]] = {"early": (0, 1 / 3), "mid": (1 / 3, 2 / 3), "late": (2 / 3, 1)}


def narrowed(moment: Moment, part: str) -> Moment:
    """The early, mid or late third of a value's interval; the value itself stays, as in TIMEX3."""
    first, last = moment.day, moment.last_day
    if first is None or last is None or part not in _THIRDS or moment.grain == "T":
        return moment
    if moment.grain == "D":
        hours = {"early": ("00:00", "10:00"), "mid": ("10:00", "15:00"), "late": ("16:00", "23:59")}[part]
        return replace(moment, earliest=f"{moment.value}T{hours[0]}", latest=f"{moment.value}T{hours[1]}")
    days = (last - first).days + 1
    low, high = (round(share * days) for share in _THIRDS[part])
    return replace(
        moment,
        earliest=(first + timedelta(days=low)).isoformat(),
        latest=(first + timedelta(days=max(high - 1, low))).isoformat(),
    )


def clipped(moment: Moment, *, after: date | None = None, before: date | None = None) -> Moment:
    """The interval cut to what lies not before ``after`` and not after ``before``, if anything is left."""
    first, last = moment.day, moment.last_day
    if first is None or last is None:
        return moment
    low, high = max(first, after or first), min(last, before or last)
    return replace(moment, earliest=low.isoformat(), latest=high.isoformat()) if low <= high else moment


def easter(in_year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    golden, century_, rest = in_year % 19, in_year // 100, in_year % 100
    epact = (19 * golden + century_ - century_ // 4 - (century_ - (century_ + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century_ % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    moon = epact + weekday - 7 * shift + 114
    return date(in_year, moon // 31, moon % 31 + 1)


def nth_week(in_year: int, in_month: int, nth: int) -> Moment:
    """The nth seven days of a month, the last if ``nth`` is -1, by the ISO week that has most of them."""
    days = monthrange(in_year, in_month)[1]
    first = date(in_year, in_month, days - 6 if nth < 0 else min(7 * nth - 6, days))
    last = min(first + timedelta(days=6), date(in_year, in_month, days))
    return between(week(first + timedelta(days=3)).value, first, last, "W")


def nth_weekday(in_year: int, in_month: int, weekday: int, nth: int) -> date:
    """The nth ISO weekday of a month, the last if ``nth`` is -1."""
    if nth < 0:
        last = date(in_year, in_month, monthrange(in_year, in_month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % _DAYS_IN_WEEK)
    first = date(in_year, in_month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % _DAYS_IN_WEEK + 7 * (nth - 1))
