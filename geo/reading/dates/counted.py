"""Times counted in units: from the publication date, from the time told last, or from nothing at all."""

from __future__ import annotations

from geo.reading.dates import values
from geo.reading.dates.beside import day_number
from geo.reading.dates.grammar import Found
from geo.reading.dates.setting import Reader, Setting, amount_of, base_of, kinds, number_of, today
from geo.reading.dates.values import Moment
from geo.reading.dates.vocabulary import FREQUENCIES, PARTS_OF_DAY, SEASONS, TIMES_TWO, UNITS, VAGUE, WEEKDAYS

_SHORT = {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86400}
"""Units shorter than a day, in days."""


def _relative(found: Found, setting: Setting) -> Moment | None:
    which, unit = kinds(found, "which"), UNITS[found.text("unit")]
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
    base = base_of(setting) if from_reference else setting.anchor
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
    which, base = kinds(found, "which"), base_of(setting)
    part = PARTS_OF_DAY[found.text("part")]
    if base is None:
        return values.part_of_day(values.unknown("D"), part)
    on = values.shifted(base, {"l": -1, "p": -1, "F": 1, "G": 1}.get(which[-1], 0), "D")
    return values.part_of_day(values.day(on), part) if on else None


def _in_the_unit(found: Found, setting: Setting) -> Moment:
    unit = UNITS[found.text("unit")]
    base = base_of(setting) if unit == "D" else setting.anchor
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
    return _window_of(amount_of(found), UNITS[found.text("unit")], step, setting)


def _ago(found: Found, setting: Setting) -> Moment | None:
    amount, unit = amount_of(found), UNITS[found.text("unit")]
    if amount is None or setting.anchor is None:
        return values.vague("PAST_REF")
    if unit == "CE" and amount < 1:
        amount, unit = 10 * amount, "DE"
    if unit in _SHORT:
        amount = float(int(amount * _SHORT[unit]))  # whole days: the hour of publication is not known
        unit = "D"
    on = values.shifted(setting.anchor, -amount, unit)
    return values.unit_of(on, unit) if on else values.vague("PAST_REF")


def _from_now(found: Found, setting: Setting) -> Moment | None:
    amount, unit = amount_of(found), UNITS[found.text("unit")]
    on = values.shifted(setting.anchor, amount, unit) if setting.anchor and amount else None
    return values.unit_of(on, unit) if on else values.vague("FUTURE_REF")


def _later(found: Found, setting: Setting) -> Moment:
    amount, unit = amount_of(found), UNITS[found.text("unit")]
    is_back = found.text("way") in ("earlier", "before")
    base = base_of(setting)
    on = values.shifted(base, amount * (-1 if is_back else 1), unit) if base and amount else None
    if on is None:
        return values.vague("PAST_REF" if is_back else "FUTURE_REF")
    if setting.reference and setting.reference.grain == "MO" and unit == "Y":
        return values.month(on.year, on.month)
    return values.unit_of(on, unit)


def _day_before(found: Found, setting: Setting) -> Moment | None:
    unit, base = UNITS[found.text("unit")], base_of(setting)
    if base is None:
        return values.unknown(unit)
    on = values.shifted(base, -1 if found.text("way") == "before" else 1, unit)
    return values.unit_of(on, unit) if on else None


def _duration(found: Found, setting: Setting) -> Moment:
    return values.vague(values.duration(amount_of(found), UNITS[found.text("unit")]))


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
    base = base_of(setting) if setting.reference and setting.reference.grain == grain else anchor
    on = values.shifted(base, -1, "Y") if base else None
    return values.unit_of(on, grain) if on else values.unknown(grain)


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


def _past(found: Found, setting: Setting) -> Moment | None:
    return values.vague("PAST_REF") if found.text("past") == "past" else None


COUNTED_READERS: dict[str, Reader] = {
    "relative": _relative,
    "in_the_unit": _in_the_unit,
    "the_day": lambda found, setting: today(setting),
    "window": _window,
    "windows": _windows,
    "ago": _ago,
    "later": _later,
    "from_now": _from_now,
    "in_time": _from_now,
    "day_before": _day_before,
    "duration": _duration,
    "nights": lambda found, setting: values.vague(values.duration(number_of(found["number"]), "N")),
    "units": _units,
    "same_period": _same_period,
    "every": _every,
    "consecutive": lambda found, setting: today(setting),
    "current": _current,
    "rate": _rate,
    "unit_end": _unit_end,
    "recent_units": lambda found, setting: values.vague("PAST_REF"),
    "frequency": _frequency,
    "vague": _vague,
    "past": _past,
}
"""Reader of each grammar rule of this kind."""
