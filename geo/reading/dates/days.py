"""Weekdays, today and its neighbours, weekends, parts of a day and times on the clock."""

from __future__ import annotations

from geo.reading.dates import values
from geo.reading.dates.calendar import safe_date
from geo.reading.dates.grammar import Found
from geo.reading.dates.setting import (
    Reader,
    Setting,
    Tense,
    amount_of,
    base_of,
    direction_of,
    kinds,
    number_of,
    today,
)
from geo.reading.dates.values import Moment
from geo.reading.dates.vocabulary import CARDINALS, PARTS_OF_DAY, UNITS, UTC_ZONES, WEEKDAYS

_NOON = 12
_DUSK = 6


def _weekday(found: Found, setting: Setting) -> Moment | None:
    moment = _day_of_week(found, setting)
    part = PARTS_OF_DAY.get(found.text("part"), "")
    return values.part_of_day(moment, part) if moment and part else moment


def _day_of_week(found: Found, setting: Setting) -> Moment | None:
    number, anchor = WEEKDAYS[found.text("weekday")], setting.anchor
    if anchor is None:
        return values.vague(f"XXXX-WXX-{number}")
    if found["week"]:
        step = {"l": -1, "F": 1}.get(kinds(found, "week"), 0)
        on = values.shifted(anchor, 7 * step + number - anchor.isoweekday(), "D")
        return values.day(on) if on else None
    which = kinds(found, "which")
    back, ahead = (anchor.isoweekday() - number) % 7, (number - anchor.isoweekday()) % 7
    if which[-1:] in ("l", "p"):
        days = -(back or 7)
    elif which[-1:] in ("F", "G"):
        days = ahead or 7
    elif which == "T":
        days = ahead if setting.tense is not Tense.PAST else -back
    else:
        days = _days_to(number, found, setting, back=back, ahead=ahead)
    on = values.shifted(anchor, days, "D")
    return values.day(on) if on else None


def _days_to(number: int, found: Found, setting: Setting, *, back: int, ahead: int) -> int:
    """Days from the publication date to a bare weekday: after the day that opened the range, if any did."""
    opened, anchor = setting.opened, setting.anchor
    direction = direction_of(found, setting)
    if opened and anchor:
        closes = found.before().kind in "~-" and found.before(2).kind in "WPUo"
        if closes or (direction > 0 and opened > anchor):
            return (opened - anchor).days + ((number - opened.isoweekday()) % 7 or 7 * closes)
    return ahead if direction > 0 else -back


def _counted_from_day(found: Found, setting: Setting) -> Moment | None:
    """Read "A week from Friday", "a week on Saturday", "Monday week": so long after the weekday to come."""
    amount = amount_of(found) if found["number"] else 2.0 if found.text("unit") == "fortnight" else 1.0
    number, anchor = WEEKDAYS[found.text("weekday")], setting.anchor
    if anchor is None or amount is None:
        return values.vague(f"XXXX-WXX-{number}")
    base = values.shifted(anchor, (number - anchor.isoweekday()) % 7 or 7, "D")
    on = values.shifted(base, amount, UNITS[found.text("unit")]) if base else None
    return values.day(on) if on else None


def _counted_back_to_day(found: Found, setting: Setting) -> Moment | None:
    """Read "A week ago Friday": a week before the last one. "Two Sundays ago": the one before the last."""
    weekday, amount, anchor = found.text("weekday"), number_of(found["number"]), setting.anchor
    number = WEEKDAYS[weekday if weekday in WEEKDAYS else weekday[:-1]]
    if anchor is None or not amount:
        return values.vague(f"XXXX-WXX-{number}")
    weeks = amount - 1 if found.rule == "weekdays_ago" else amount
    on = values.shifted(anchor, -((anchor.isoweekday() - number) % 7 or 7) - 7 * weeks, "D")
    return values.day(on) if on else None


def _beside_named(found: Found, setting: Setting) -> Moment | None:
    """Read "The day before yesterday", "the day after tomorrow"."""
    step = {"yesterday": -1, "tomorrow": 1}.get(found.text("named"), 0)
    step += -1 if found.text("way") == "before" else 1
    on = values.shifted(setting.anchor, step, "D") if setting.anchor else None
    return values.day(on) if on else values.unknown("D")


def _part_before(found: Found, setting: Setting) -> Moment | None:
    """Read "The night before", "the morning after": of the day beside the one told last."""
    base, part = base_of(setting), PARTS_OF_DAY[found.text("part")]
    on = values.shifted(base, -1 if found.text("way") == "before" else 1, "D") if base else None
    return values.part_of_day(values.day(on) if on else values.unknown("D"), part)


def _weekdays(found: Found, setting: Setting) -> Moment:
    return values.vague(f"XXXX-WXX-{WEEKDAYS[found.text('weekday')[:-1]]}")


def _named_day(found: Found, setting: Setting) -> Moment | None:
    name = found.text("named")
    step = {"yesterday": -1, "tomorrow": 1}.get(name, 0)
    on = values.shifted(setting.anchor, step, "D") if setting.anchor else None
    moment = values.day(on) if on else values.unknown("D")
    part = "NI" if name == "tonight" else PARTS_OF_DAY.get(found.text("part"), "")
    return values.part_of_day(moment, part) if part else moment


def _part(found: Found, setting: Setting) -> Moment | None:
    which, part = kinds(found, "which"), PARTS_OF_DAY[found.text("part")]
    moment = today(setting)
    step = {"l": -1, "F": 1, "G": 1}.get(which[-1:], 0)
    if not step and which != "T":
        return values.part_of_day(moment, part)
    base = setting.anchor if which in ("T", "l") else moment.day
    on = values.shifted(base, step, "D") if base else None
    return values.part_of_day(values.day(on) if on else values.unknown("D"), part)


def is_clock(hour: int, minute: int) -> bool:
    """Whether a clock can show it."""
    return hour < 25 and minute < 60


def _clock(found: Found, setting: Setting) -> Moment | None:
    hour, minute = _hour_and_minute(found)
    if not is_clock(hour, minute):
        return None
    half = found.text("half")[:1]
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour % 24
    is_utc = found.text("zone") in UTC_ZONES and not found["offset"]
    moment = today(setting)
    day, _, part = moment.value.partition("T")
    if part and moment.day:
        # a time before noon that is told to be at night, as in: 11:45 on Tuesday night
        moment = values.day(moment.day)
        hour += 12 if part in ("AF", "EV", "NI") and not half and 5 <= hour < 12 else 0
    elif part:
        moment = values.vague(day)
    told = values.clock(moment, hour, minute, utc=is_utc)
    return _after_midnight(told, found, setting) or told


def _hour_and_minute(found: Found) -> tuple[int, int]:
    text = found.text("clock").replace(".", ":")
    if text in CARDINALS:
        text = str(CARDINALS[text])
    if found.rule == "clock_joined":
        text = f"{text[:2]}:{text[2:]}"
    hour, minute = (int(part) for part in [*text.split(":"), "0"][:2])
    if found.rule == "clock_past":
        minutes = 30 if found["part_hour"] else 15
        hour, minute = (hour, minutes) if found.text("way") == "past" else ((hour - 1) % 12, 60 - minutes)
    if found.rule == "clock_part" and hour <= _NOON:
        hour = _in_part(hour, PARTS_OF_DAY[found.text("part")])
    return hour, minute


def _in_part(hour: int, part: str) -> int:
    """The hour from 0 to 23 that "six in the evening", "two at night" and "three in the morning" mean."""
    is_late = part in ("AF", "EV", "MI") or (part == "NI" and _DUSK <= hour < _NOON)
    return hour % _NOON + (_NOON if is_late and not (part == "MI" and hour in (_NOON - 1,)) else 0)


def _after_midnight(told: Moment, found: Found, setting: Setting) -> Moment | None:
    """The next day's time where a range of hours runs on past midnight ("from 9 p.m. to 5 a.m.")."""
    opened = setting.reference.earliest if setting.reference and setting.reference.grain == "T" else None
    closes = found.before().kind in "~-" and found.before(2).kind in "eknczO"
    if not (closes and opened and told.earliest and told.day):
        return None
    on = values.shifted(told.day, 1, "D")
    if on is None or opened[:10] != told.earliest[:10] or opened <= told.earliest:
        return None
    return values.clock(values.day(on), int(told.earliest[11:13]), int(told.earliest[14:16]))


def _iso(found: Found, setting: Setting) -> Moment | None:
    text = found.text("iso")
    on = safe_date(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if on is None or len(text) == 10:
        return values.day(on) if on else None
    hour, minute = int(text[11:13]), int(text[14:16])
    return (
        values.clock(values.day(on), hour, minute, utc=text.endswith("z")) if is_clock(hour, minute) else None
    )


def _weekend(found: Found, setting: Setting) -> Moment:
    anchor, which = setting.anchor, kinds(found, "which")
    if anchor is None:
        return values.vague("XXXX-WXX-WE")
    step = {"l": -1, "p": -1, "F": 1, "G": 1}.get(which[-1:], 0)
    if not step and which != "T" and direction_of(found, setting) <= 0 and anchor.isoweekday() < 6:
        step = -1
    if not step and which == "T" and setting.tense is Tense.PAST and anchor.isoweekday() < 5:
        step = -1
    if which[-1:] in ("l", "p") and anchor.isoweekday() >= 6 and setting.tense is Tense.PAST:
        step = -1
    return values.weekend(values.shifted(anchor, 7 * step, "D") or anchor)


DAY_READERS: dict[str, Reader] = {
    "iso": _iso,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "named_day": _named_day,
    "part": _part,
    "from_day": _counted_from_day,
    "weekday_week": _counted_from_day,
    "weeks_ago_day": _counted_back_to_day,
    "weekdays_ago": _counted_back_to_day,
    "beside_named": _beside_named,
    "part_before": _part_before,
    "clock_part": _clock,
    "clock_past": _clock,
    "clock": _clock,
    "clock_24": _clock,
    "clock_sharp": _clock,
    "clock_joined": _clock,
    "weekend": _weekend,
}
"""Reader of each grammar rule of this kind."""
