"""Times that the calendar names: days, months, quarters, years, seasons, decades."""

from __future__ import annotations

from datetime import date

from geo.reading.dates import values
from geo.reading.dates.beside import day_number
from geo.reading.dates.grammar import Found
from geo.reading.dates.setting import Reader, Reading, Setting, direction_of, kinds
from geo.reading.dates.values import Moment
from geo.reading.dates.vocabulary import (
    DECADES,
    MONTHS,
    SEASONS,
    WEEKDAYS,
)

ATTACKS = date(2001, 9, 11)
"""The one day that is called by its figures."""
_ATTACK_WORDS = frozenset({"attack", "attacks", "terror", "terrorist", "hijackings", "hijackers"})
"""After a "Sept. 11" without a year these make it that of 2001."""
_CLOSE_DAYS = 40
"""A day within so many days needs no year, whatever the tense."""


def year_of(found: Found, setting: Setting) -> int | None:
    """The year told with a day or a month ("2019", "last year"), None if there is none."""
    if found["year"]:
        return int(found.text("year"))
    if found["other_year"] and setting.anchor:
        return setting.anchor.year + {"last": -1, "next": 1}.get(found.text("other_year"), 0)
    return None


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day, None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_year(month: int, day: int | None, direction: int, anchor: date) -> int:
    """The year that a month (and day) without one means: in the direction told, else the nearest."""
    months_ahead = (month - anchor.month) % 12
    if day is not None and months_ahead == 0:
        is_ahead, is_same = day > anchor.day, day == anchor.day
    else:
        is_ahead, is_same = months_ahead > 0, months_ahead == 0
    if is_same:
        return anchor.year
    next_one = anchor.year + (month < anchor.month or (months_ahead == 0 and not is_ahead))
    if direction and not (day and _is_far_off(month, day, next_one, direction, anchor)):
        return next_one if direction > 0 else next_one - 1
    if months_ahead == 0:
        return anchor.year
    if day and months_ahead == 11:
        return next_one - 1
    return next_one if months_ahead <= 4 else next_one - 1


def _is_far_off(month: int, day: int, next_one: int, direction: int, anchor: date) -> bool:
    """Whether the day lies nearly a year off in the direction told, and close by in the other.

    Nobody leaves out the year of "Sept. 20" in the first case.
    """
    on = safe_date(next_one - (direction > 0), month, day)
    return on is not None and abs((on - anchor).days) <= _CLOSE_DAYS


def _day_moment(year: int | None, month: int, day: int, found: Found, setting: Setting) -> Moment | None:
    if year is None and setting.anchor:
        direction = direction_of(found, setting)
        year = nearest_year(month, day, direction, setting.anchor)
        year = _year_with_weekday(year, month, day, found) or year
    if year is None:
        return values.vague(f"XXXX-{month:02}-{day:02}") if safe_date(2000, month, day) else None
    on = safe_date(year, month, day)
    return values.day(on) if on else None


def _year_with_weekday(year: int, month: int, day: int, found: Found) -> int | None:
    weekday = WEEKDAYS.get(found.text("weekday"))
    for candidate in (year, year - 1, year + 1) if weekday else ():
        on = safe_date(candidate, month, day)
        if on and on.isoweekday() == weekday:
            return candidate
    return None


def read_days(found: Found, setting: Setting) -> tuple[Reading, ...]:
    """The days of a month that are told together; "Sept. 10 to 13" is one, first to last."""
    month, year = MONTHS[found.text("month")], year_of(found, setting)
    if (month, year) == (9, None) and found.after().text in _ATTACK_WORDS:
        year = ATTACKS.year
    day_parts = [found.parts[part] for part in ("day", "others") if part in found.parts]
    places = [
        at for first, last in sorted(day_parts) for at in range(first, last) if found.tokens[at].kind in "no"
    ]
    moments = []
    for at in places:
        moment = _day_moment(year, month, day_number(found.tokens[at]), found, setting)
        year = moment.day.year if moment and moment.day else year
        moments.append(moment)
    if any(moment is None for moment in moments):
        return ()
    told = [moment for moment in moments if moment is not None]
    linked = _link(found) if len(told) == 2 else ""
    if linked in ("-", "~"):
        return (
            (Reading(found.first, found.last, values.span(*told)),) if told[0].value < told[1].value else ()
        )
    starts = [found.first, *places[1:]]
    ends = [at + 1 for at in places[:-1]] + [found.last]
    return tuple(Reading(*reading) for reading in zip(starts, ends, told, strict=True))


def _link(found: Found) -> str:
    return next((token.kind for token in found["others"] if token.kind in "-~&,"), "")


def _day_alone(found: Found, setting: Setting) -> Moment | None:
    """A day told by its number alone, in the month of the publication date or next to it."""
    number, anchor = day_number(found["day"][0]), setting.anchor
    if anchor is None:
        return values.vague(f"XXXX-XX-{number:02}")
    direction = direction_of(found, setting)
    step = -1 if direction < 0 and number > anchor.day else 1 if direction > 0 and number < anchor.day else 0
    base = values.shifted(anchor.replace(day=1), step, "MO")
    on = safe_date(base.year, base.month, number) if base else None
    return values.day(on) if on else None


def read_month_range(found: Found) -> tuple[Reading, ...]:
    """The two months of "April and June 1997", both with the year."""
    year = int(found.text("year"))
    first, second = MONTHS[found.text("month")], MONTHS[found.text("month2")]
    at = found.parts["month2"][0]
    return (
        Reading(found.first, found.parts["month"][1], values.month(year - (second < first), first)),
        Reading(at, found.last, values.month(year, second)),
    )


def _month_year(found: Found, setting: Setting) -> Moment:
    return values.month(year_of(found, setting), MONTHS[found.text("month")])


def _month(found: Found, setting: Setting) -> Moment:
    number = MONTHS[found.text("month")]
    if setting.anchor is None:
        return values.month(None, number)
    anchor, which = setting.anchor, kinds(found, "which")
    if which in ("l", "tl", "tp", "p", "Tp"):
        return values.month(anchor.year - (number >= anchor.month), number)
    if which in ("F", "tF", "TF"):
        return values.month(anchor.year + (number <= anchor.month), number)
    return values.month(nearest_year(number, None, direction_of(found, setting), anchor), number)


def _year(found: Found, setting: Setting) -> Moment:
    return values.year(int(found.text("year")))


def _year_range(found: Found, setting: Setting) -> Moment:
    first, second = found.text("year"), found.text("year2")
    last = int(first[: 4 - len(second)] + second)
    return values.span(values.year(int(first)), values.year(last))


def _slashed(found: Found, setting: Setting) -> Moment | None:
    text = found.text("slashed")
    first, second, third = text.replace("/", ".").split(".")
    if len(first) == 4:
        on = safe_date(int(first), int(second), int(third)) if len(third) == 2 else None
        return values.day(on) if on else None
    if len(third) == 3 or len(first) == 3 or ("." in text and len(third) == 2):
        return None
    year = int(third) if len(third) == 4 else 2000 + int(third) - (100 if int(third) > 68 else 0)
    month, day = (int(first), int(second)) if "/" in text else (int(second), int(first))
    on = safe_date(year, month, day) or safe_date(year, day, month)
    return values.day(on) if on and 1000 <= year < 2200 else None


def _decade(found: Found, setting: Setting) -> Moment:
    text = found.text("decade")
    digits = "".join(sign for sign in text if sign.isdigit())
    if not digits:
        return values.decade(DECADES[text])
    if len(digits) == 4 and digits.endswith("00") and digits < "2000":
        return values.century(int(digits[:2]) + 1)
    return values.decade(int(digits[:3]) if len(digits) == 4 else 190 + int(digits[0]))


def _century(found: Found, setting: Setting) -> Moment | None:
    nth = "".join(sign for sign in found.text("nth") if sign.isdigit())
    number = int(nth) if nth else day_number(found["nth"][0])
    return values.century(number) if 1 <= number <= 30 else None


def _quarter(found: Found, setting: Setting) -> Moment:
    number = int(found.text("nth")[1:]) if kinds(found, "nth") == "Q" else day_number(found["nth"][0])
    maker, months_each = (values.half, 6) if found.text("unit") == "half" else (values.quarter, 3)
    if found["year"]:
        return maker(int(found.text("year")), number)
    anchor = setting.anchor
    if anchor is None:
        return maker(None, number)
    which = kinds(found, "which")
    if found["of"]:
        return maker(anchor.year - (which in ("l", "p", "tp")), number)
    has_begun = (number - 1) * months_each + 1 <= anchor.month
    is_now = (anchor.month - 1) // months_each + 1 == number
    if direction_of(found, setting) > 0:
        return maker(anchor.year + (has_begun and not is_now), number)
    return maker(anchor.year - (not has_begun or is_now), number)


def _season(found: Found, setting: Setting) -> Moment:
    code, anchor = SEASONS[found.text("season")], setting.anchor
    if found["year"] or found["other_year"] or anchor is None:
        return values.season(year_of(found, setting), code)
    which = kinds(found, "which")[-1:]
    this_one = values.season(anchor.year, code)
    first, last = this_one.day or anchor, this_one.last_day or anchor
    direction = {"l": -1, "p": -1, "F": 1}.get(which, 0) or (
        0 if which == "T" else direction_of(found, setting)
    )
    is_over, is_ahead = last < anchor, first > anchor
    if which == "l" or direction < 0:
        return (
            this_one if is_over or (not is_ahead and which != "l") else values.season(anchor.year - 1, code)
        )
    if direction > 0:
        return values.season(anchor.year + (is_over or (not is_ahead and which == "F")), code)
    return this_one


CALENDAR_READERS: dict[str, Reader] = {
    "year_month_day": lambda found, setting: _day_moment(
        int(found.text("year")),
        MONTHS[found.text("month")],
        day_number(found["day"][0]) or 99,
        found,
        setting,
    ),
    "month_year": _month_year,
    "month": _month,
    "year_range": _year_range,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "season": _season,
    "day_alone": _day_alone,
    "slashed": _slashed,
}
"""Reader of each grammar rule of this kind."""
