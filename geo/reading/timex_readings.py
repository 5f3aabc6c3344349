"""What a run of words means as a time: a reading per grammar rule, given anchor, reference and tense."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from geo.reading import timex_values as values
from geo.reading.timex_grammar import Found, Token
from geo.reading.timex_guards import day_number
from geo.reading.timex_values import Moment
from geo.reading.timex_vocabulary import (
    CARDINALS,
    DECADES,
    EASTER_HOLIDAYS,
    FREQUENCIES,
    HOLIDAYS,
    MONTHS,
    MOVING_HOLIDAYS,
    PARTS_OF_DAY,
    SEASONS,
    TIMES_TWO,
    UNITS,
    UTC_ZONES,
    VAGUE,
    WEEKDAYS,
)


class Tense(StrEnum):
    """Where the clause around a time puts it, seen from the day of writing."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a time is read against: the publication date, the time told last, the tense of the clause.

    ``day_told`` is a day told shortly before, to which a bare time of day belongs; ``day`` the one told in
    the same breath ("9 a.m. on Monday").
    """

    anchor: date | None
    reference: Moment | None = None
    day_told: date | None = None
    day: Moment | None = None
    tense: Tense | None = None


class Reading(NamedTuple):
    """A moment and the tokens, ``first`` to ``last`` (exclusive), that tell it."""

    first: int
    last: int
    moment: Moment


Reader = Callable[[Found, Setting], Moment | None]
_CLOSE_DAYS = 40
_EARLY = frozenset({"early", "beginning", "start", "turn"})
_LATE = frozenset({"late", "end", "close"})


def read(found: Found, setting: Setting) -> tuple[Reading, ...]:
    """The times that the run tells: one, two for "Sept. 10 and 13", none if it is none after all."""
    if found.rule in ("month_day", "day_month"):
        return _read_days(found, setting)
    if found.rule == "month_range":
        return _read_month_range(found)
    moment = _READERS[found.rule](found, setting)
    if moment is None:
        return ()
    return (Reading(found.first, found.last, _modified(moment, found.text("mod"), setting)),)


def _modified(moment: Moment, mod: str, setting: Setting) -> Moment:
    if mod in ("earlier", "later") and setting.anchor:
        if moment.grain == "D":
            return moment
        return values.clipped(moment, **{"before" if mod == "earlier" else "after": setting.anchor})
    part = "early" if mod in _EARLY else "late" if mod in _LATE else "mid" if mod else ""
    return values.narrowed(moment, part)


# Numbers


def number_of(tokens: Iterable[Token]) -> float | None:
    """The number that number words and figures tell, None for "several" and its like."""
    total, current, seen = 0.0, 0.0, False
    for token in tokens:
        if token.kind == "q":
            return 2.0 if "couple" in token.text else None
        if token.kind in "nNy":
            current, seen = current + float(token.text.replace(",", "")), True
        elif token.kind == "h":
            current, seen = current + 0.5, True
        elif token.kind == "a" and not seen:
            current, seen = 1.0, True
        elif token.kind in "cC":
            total, current = _with_word(total, current, CARDINALS[token.text], is_first=not seen)
            seen = True
    return total + current if seen else None


def _with_word(total: float, current: float, word: int, *, is_first: bool) -> tuple[float, float]:
    if word >= 1000:
        return total + (current or 1) * word, 0.0
    if word in (12, 100) and current and not is_first:
        return total, current * word
    return total, current + word


def _amount(found: Found) -> float | None:
    number = found["number"]
    amount = number_of(number)
    if amount is not None and [token.kind for token in number][:2] == ["h", "a"]:
        amount = 0.5
    if amount is not None and found["half"]:
        amount += 0.5
    return amount and amount * (2 if found.text("unit") in TIMES_TWO else 1)


# Days, months and years as the calendar names them


def _direction(found: Found, setting: Setting) -> int:
    """-1 for the past, 1 for the future, 0 where nothing tells."""
    before = found.before().text
    if before == "since":
        return -1
    if before in ("until", "till", "through", "thru", "by") and setting.tense is not Tense.PAST:
        return 1
    return {Tense.PAST: -1, Tense.FUTURE: 1}.get(setting.tense or Tense.PRESENT, 0)


def _year_of(found: Found, setting: Setting) -> int | None:
    if found["year"]:
        return int(found.text("year"))
    if found["other_year"] and setting.anchor:
        return setting.anchor.year + {"last": -1, "next": 1}.get(found.text("other_year"), 0)
    return None


def _safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest_year(month: int, day: int | None, direction: int, anchor: date) -> int:
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
    on = _safe_date(next_one - (direction > 0), month, day)
    return on is not None and abs((on - anchor).days) <= _CLOSE_DAYS


def _day_moment(year: int | None, month: int, day: int, found: Found, setting: Setting) -> Moment | None:
    if year is None and setting.anchor:
        direction = _direction(found, setting)
        year = _nearest_year(month, day, direction, setting.anchor)
        year = _year_with_weekday(year, month, day, found) or year
    if year is None:
        return values.vague(f"XXXX-{month:02}-{day:02}") if _safe_date(2000, month, day) else None
    on = _safe_date(year, month, day)
    return values.day(on) if on else None


def _year_with_weekday(year: int, month: int, day: int, found: Found) -> int | None:
    weekday = WEEKDAYS.get(found.text("weekday"))
    for candidate in (year, year - 1, year + 1) if weekday else ():
        on = _safe_date(candidate, month, day)
        if on and on.isoweekday() == weekday:
            return candidate
    return None


def _read_days(found: Found, setting: Setting) -> tuple[Reading, ...]:
    month, year = MONTHS[found.text("month")], _year_of(found, setting)
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
    direction = _direction(found, setting)
    step = -1 if direction < 0 and number > anchor.day else 1 if direction > 0 and number < anchor.day else 0
    base = values.shifted(anchor.replace(day=1), step, "MO")
    on = _safe_date(base.year, base.month, number) if base else None
    return values.day(on) if on else None


def _read_month_range(found: Found) -> tuple[Reading, ...]:
    year = int(found.text("year"))
    first, second = MONTHS[found.text("month")], MONTHS[found.text("month2")]
    at = found.parts["month2"][0]
    return (
        Reading(found.first, found.parts["month"][1], values.month(year - (second < first), first)),
        Reading(at, found.last, values.month(year, second)),
    )


def _month_year(found: Found, setting: Setting) -> Moment:
    return values.month(_year_of(found, setting), MONTHS[found.text("month")])


def _month(found: Found, setting: Setting) -> Moment:
    number = MONTHS[found.text("month")]
    if setting.anchor is None:
        return values.month(None, number)
    anchor, which = setting.anchor, _kind(found, "which")
    if which in ("l", "tl", "tp", "p", "Tp"):
        return values.month(anchor.year - (number >= anchor.month), number)
    if which in ("F", "tF", "TF"):
        return values.month(anchor.year + (number <= anchor.month), number)
    return values.month(_nearest_year(number, None, _direction(found, setting), anchor), number)


def _kind(found: Found, part: str) -> str:
    return "".join(token.kind for token in found[part])


def _year(found: Found, setting: Setting) -> Moment:
    return values.year(int(found.text("year")))


def _year_range(found: Found, setting: Setting) -> Moment:
    first, second = found.text("year"), found.text("year2")
    last = int(first[: 4 - len(second)] + second)
    return values.span(values.year(int(first)), values.year(last))


def _iso(found: Found, setting: Setting) -> Moment | None:
    text = found.text("iso")
    on = _safe_date(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if on is None or len(text) == 10:
        return values.day(on) if on else None
    hour, minute = int(text[11:13]), int(text[14:16])
    return (
        values.clock(values.day(on), hour, minute, utc=text.endswith("z"))
        if _is_clock(hour, minute)
        else None
    )


def _slashed(found: Found, setting: Setting) -> Moment | None:
    text = found.text("slashed")
    first, second, third = text.replace("/", ".").split(".")
    if len(first) == 4:
        on = _safe_date(int(first), int(second), int(third)) if len(third) == 2 else None
        return values.day(on) if on else None
    if len(third) == 3 or len(first) == 3 or ("." in text and len(third) == 2):
        return None
    year = int(third) if len(third) == 4 else 2000 + int(third) - (100 if int(third) > 68 else 0)
    month, day = (int(first), int(second)) if "/" in text else (int(second), int(first))
    on = _safe_date(year, month, day) or _safe_date(year, day, month)
    return values.day(on) if on and 1000 <= year < 2200 else None


def _decade(found: Found, setting: Setting) -> Moment:
    text = found.text("decade")
    digits = "".join(sign for sign in text if sign.isdigit())
    if not digits:
        return values.decade(DECADES[text])
    return values.decade(int(digits[:3]) if len(digits) == 4 else 190 + int(digits[0]))


def _century(found: Found, setting: Setting) -> Moment | None:
    nth = "".join(sign for sign in found.text("nth") if sign.isdigit())
    number = int(nth) if nth else day_number(found["nth"][0])
    return values.century(number) if 1 <= number <= 30 else None


def _quarter(found: Found, setting: Setting) -> Moment:
    number = int(found.text("nth")[1:]) if _kind(found, "nth") == "Q" else day_number(found["nth"][0])
    maker, months_each = (values.half, 6) if found.text("unit") == "half" else (values.quarter, 3)
    if found["year"]:
        return maker(int(found.text("year")), number)
    anchor = setting.anchor
    if anchor is None:
        return maker(None, number)
    which = _kind(found, "which")
    if found["of"]:
        return maker(anchor.year - (which in ("l", "p", "tp")), number)
    has_begun = (number - 1) * months_each + 1 <= anchor.month
    is_now = (anchor.month - 1) // months_each + 1 == number
    if _direction(found, setting) > 0:
        return maker(anchor.year + (has_begun and not is_now), number)
    return maker(anchor.year - (not has_begun or is_now), number)


# Units counted from the publication date or from the time told last


def _base(setting: Setting) -> date | None:
    """What "the day before" and "later" count from: the time told last, else the publication date."""
    return (setting.reference.day if setting.reference else None) or setting.anchor


def _relative(found: Found, setting: Setting) -> Moment | None:
    which, unit = _kind(found, "which"), UNITS[found.text("unit")]
    if found["part"]:
        return _part_of_relative_day(found, setting)
    if (
        which in ("tp", "tl")
        and found.text("which") != "previous"
        and found["which"][-1].text in ("past", "last")
    ):
        return _window_of(1, unit, -1, setting)
    if which in ("p", "Tp") and found["which"][-1].text == "past":
        return _window_of(1, unit, -1, setting)
    from_reference = which in ("G", "tG", "H", "X", "tp", "p") or (which in ("F", "tF") and unit == "D")
    base = _base(setting) if from_reference else setting.anchor
    if base is None:
        return values.unknown(unit)
    if (
        unit == "D"
        and which in ("F", "tF", "G", "tG")
        and setting.reference
        and setting.reference.grain == "T"
    ):
        base = setting.reference.day or base
    step = {"l": -1, "p": -1, "F": 1, "G": 1}.get(which[-1], 0)
    on = values.shifted(base, step, unit)
    return values.unit_of(on, unit) if on else None


def _part_of_relative_day(found: Found, setting: Setting) -> Moment | None:
    which, base = _kind(found, "which"), _base(setting)
    part = PARTS_OF_DAY[found.text("part")]
    if base is None:
        return values.part_of_day(values.unknown("D"), part)
    on = values.shifted(base, {"l": -1, "p": -1, "F": 1, "G": 1}.get(which[-1], 0), "D")
    return values.part_of_day(values.day(on), part) if on else None


def _in_the_unit(found: Found, setting: Setting) -> Moment:
    unit = UNITS[found.text("unit")]
    base = _base(setting) if unit == "D" else setting.anchor
    return values.unit_of(base, unit) if base else values.unknown(unit)


def _window_of(amount: float | None, unit: str, step: int, setting: Setting) -> Moment:
    """A length of time that ends (or begins) on the publication date."""
    value = values.duration(amount, unit)
    other = values.shifted(setting.anchor, step * amount, unit) if setting.anchor and amount else None
    if other is None or setting.anchor is None:
        return values.vague(value)
    first, last = sorted((other, setting.anchor))
    return Moment(value=value, earliest=first.isoformat(), latest=last.isoformat())


def _window(found: Found, setting: Setting) -> Moment:
    step = 1 if found.text("which") in ("next", "coming", "upcoming", "forthcoming") else -1
    return _window_of(_amount(found), UNITS[found.text("unit")], step, setting)


def _ago(found: Found, setting: Setting) -> Moment | None:
    amount, unit = _amount(found), UNITS[found.text("unit")]
    if amount is None or setting.anchor is None:
        return values.vague("PAST_REF")
    on = values.shifted(setting.anchor, -amount, unit)
    return values.unit_of(on, unit) if on else values.vague("PAST_REF")


def _later(found: Found, setting: Setting) -> Moment:
    amount, unit = _amount(found), UNITS[found.text("unit")]
    is_back = found.text("way") in ("earlier", "before")
    base = _base(setting)
    on = values.shifted(base, amount * (-1 if is_back else 1), unit) if base and amount else None
    if on is None:
        return values.vague("PAST_REF" if is_back else "FUTURE_REF")
    if setting.reference and setting.reference.grain == "MO" and unit == "Y":
        return values.month(on.year, on.month)
    return values.unit_of(on, unit)


def _day_before(found: Found, setting: Setting) -> Moment | None:
    unit, base = UNITS[found.text("unit")], _base(setting)
    if base is None:
        return values.unknown(unit)
    on = values.shifted(base, -1 if found.text("way") == "before" else 1, unit)
    return values.unit_of(on, unit) if on else None


def _duration(found: Found, setting: Setting) -> Moment:
    return values.vague(values.duration(_amount(found), UNITS[found.text("unit")]))


def _units(found: Found, setting: Setting) -> Moment:
    return values.vague(values.duration(None, UNITS[found.text("unit")]))


def _windows(found: Found, setting: Setting) -> Moment:
    return _units(found, setting)


def _same_period(found: Found, setting: Setting) -> Moment:
    anchor = setting.anchor
    grain = UNITS.get(found.text("unit"), "")
    if grain not in ("MO", "Q", "W", "D"):
        grain = (
            setting.reference.grain if setting.reference and setting.reference.grain in ("MO", "Q") else "MO"
        )
    base = _base(setting) if setting.reference and setting.reference.grain == grain else anchor
    on = values.shifted(base, -1, "Y") if base else None
    return values.unit_of(on, grain) if on else values.unknown(grain)


# Weekdays and parts of a day


def _weekday(found: Found, setting: Setting) -> Moment | None:
    number, anchor = WEEKDAYS[found.text("weekday")], setting.anchor
    if anchor is None:
        return values.vague(f"XXXX-WXX-{number}")
    if found["week"]:
        step = {"l": -1, "F": 1}.get(_kind(found, "week"), 0)
        on = values.shifted(anchor, 7 * step + number - anchor.isoweekday(), "D")
        return values.day(on) if on else None
    which = _kind(found, "which")
    back, ahead = (anchor.isoweekday() - number) % 7, (number - anchor.isoweekday()) % 7
    if which[-1:] in ("l", "p"):
        days = -(back or 7)
    elif which[-1:] in ("F", "G"):
        days = ahead or 7
    elif which == "T":
        days = ahead if setting.tense is not Tense.PAST else -back
    else:
        days = ahead if _direction(found, setting) > 0 else -back
    on = values.shifted(anchor, days, "D")
    return values.day(on) if on else None


def _weekdays(found: Found, setting: Setting) -> Moment:
    return values.vague(f"XXXX-WXX-{WEEKDAYS[found.text('weekday')[:-1]]}")


def _named_day(found: Found, setting: Setting) -> Moment | None:
    name = found.text("named")
    step = {"yesterday": -1, "tomorrow": 1}.get(name, 0)
    on = values.shifted(setting.anchor, step, "D") if setting.anchor else None
    moment = values.day(on) if on else values.unknown("D")
    part = "NI" if name == "tonight" else PARTS_OF_DAY.get(found.text("part"), "")
    return values.part_of_day(moment, part) if part else moment


def _today(setting: Setting) -> Moment:
    """The day that a bare time of day belongs to."""
    if setting.day is not None:
        return setting.day
    base = setting.day_told or setting.anchor
    return values.day(base) if base else values.unknown("D")


def _part(found: Found, setting: Setting) -> Moment | None:
    which, part = _kind(found, "which"), PARTS_OF_DAY[found.text("part")]
    moment = _today(setting)
    step = {"l": -1, "F": 1, "G": 1}.get(which[-1:], 0)
    if not step and which != "T":
        return values.part_of_day(moment, part)
    base = setting.anchor if which in ("T", "l") else moment.day
    on = values.shifted(base, step, "D") if base else None
    return values.part_of_day(values.day(on) if on else values.unknown("D"), part)


def _is_clock(hour: int, minute: int) -> bool:
    return hour < 25 and minute < 60


def _clock(found: Found, setting: Setting) -> Moment | None:
    text = found.text("clock").replace(".", ":")
    if text in CARDINALS:
        text = str(CARDINALS[text])
    if found.rule == "clock_joined":
        text = f"{text[:2]}:{text[2:]}"
    hour, minute = (int(part) for part in [*text.split(":"), "0"][:2])
    if not _is_clock(hour, minute):
        return None
    half = found.text("half")[:1]
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour % 24
    is_utc = found.text("zone") in UTC_ZONES and not found["offset"]
    return values.clock(_today(setting), hour, minute, utc=is_utc)


def _weekend(found: Found, setting: Setting) -> Moment:
    anchor, which = setting.anchor, _kind(found, "which")
    if anchor is None:
        return values.vague("XXXX-WXX-WE")
    step = {"l": -1, "p": -1, "F": 1, "G": 1}.get(which[-1:], 0)
    if not step and which != "T" and _direction(found, setting) <= 0 and anchor.isoweekday() < 6:
        step = -1
    if not step and which == "T" and setting.tense is Tense.PAST and anchor.isoweekday() < 5:
        step = -1
    if which[-1:] in ("l", "p") and anchor.isoweekday() >= 6 and setting.tense is Tense.PAST:
        step = -1
    return values.weekend(values.shifted(anchor, 7 * step, "D") or anchor)


def _season(found: Found, setting: Setting) -> Moment:
    code, anchor = SEASONS[found.text("season")], setting.anchor
    if found["year"] or found["other_year"] or anchor is None:
        return values.season(_year_of(found, setting), code)
    which = _kind(found, "which")[-1:]
    this_one = values.season(anchor.year, code)
    first, last = this_one.day or anchor, this_one.last_day or anchor
    direction = {"l": -1, "p": -1, "F": 1}.get(which, 0) or (
        0 if which == "T" else _direction(found, setting)
    )
    is_over, is_ahead = last < anchor, first > anchor
    if which == "l" or direction < 0:
        return (
            this_one if is_over or (not is_ahead and which != "l") else values.season(anchor.year - 1, code)
        )
    if direction > 0:
        return values.season(anchor.year + (is_over or (not is_ahead and which == "F")), code)
    return this_one


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
    which = _kind(found, "which")
    direction = {"l": -1, "F": 1}.get(which) or (0 if which else _direction(found, setting))
    if direction:
        year = anchor.year + (on < anchor if direction > 0 else -(on > anchor))
    else:
        year = _nearest_year(on.month, on.day, 0, anchor) if not which else anchor.year
    return values.day(_holiday_in(year, name))


# Sets and times without a place on the calendar


def _every(found: Found, setting: Setting) -> Moment:
    kind, word = found["unit"][0].kind, found.text("unit")
    if kind == "W":
        return values.vague(f"XXXX-WXX-{WEEKDAYS[word]}")
    if kind == "P":
        return values.vague(f"XXXX-XX-XXT{PARTS_OF_DAY[word].replace('DAWN', 'MO')}")
    if kind == "S":
        return values.vague(f"XXXX-{SEASONS[word]}")
    return values.vague(values.duration(_how_many(found), UNITS[word]))


def _how_many(found: Found) -> float | None:
    number, factor = found["number"], 2 if found.text("unit") in TIMES_TWO else 1
    if not number:
        return factor
    amount = float(day_number(number[0])) if number[0].kind == "o" else number_of(number)
    return amount and factor * amount


def _frequency(found: Found, setting: Setting) -> Moment:
    return values.vague(FREQUENCIES[found.text("frequency")])


def _rate(found: Found, setting: Setting) -> Moment:
    return values.vague(values.duration(1, UNITS[found.text("unit")]))


def _vague(found: Found, setting: Setting) -> Moment:
    if found["now"]:
        return values.vague("PRESENT_REF")
    return values.vague(VAGUE.get(found.text("vague"), "PAST_REF"))


def _unit_end(found: Found, setting: Setting) -> Moment:
    unit = UNITS[found.text("unit_end").replace("’", "'").split("'")[0].split("-")[0]]
    return (
        values.narrowed(values.unit_of(setting.anchor, unit), "late")
        if setting.anchor
        else values.unknown(unit)
    )


def _current(found: Found, setting: Setting) -> Moment:
    unit = UNITS[found.text("unit")]
    return values.unit_of(setting.anchor, unit) if setting.anchor else values.unknown(unit)


def _past(found: Found, setting: Setting) -> Moment | None:
    return values.vague("PAST_REF") if found.text("past") == "past" else None


_READERS: dict[str, Reader] = {
    "iso": _iso,
    "slashed": _slashed,
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
    "relative": _relative,
    "in_the_unit": _in_the_unit,
    "the_day": lambda found, setting: _today(setting),
    "window": _window,
    "windows": _windows,
    "ago": _ago,
    "later": _later,
    "day_before": _day_before,
    "duration": _duration,
    "units": _units,
    "same_period": _same_period,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "named_day": _named_day,
    "part": _part,
    "clock": _clock,
    "clock_24": _clock,
    "clock_sharp": _clock,
    "clock_joined": _clock,
    "weekend": _weekend,
    "season": _season,
    "holiday": _holiday,
    "every": _every,
    "day_alone": _day_alone,
    "consecutive": lambda found, setting: _today(setting),
    "current": _current,
    "rate": _rate,
    "unit_end": _unit_end,
    "recent_units": lambda found, setting: values.vague("PAST_REF"),
    "frequency": _frequency,
    "vague": _vague,
    "past": _past,
}
