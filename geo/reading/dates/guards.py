"""What looks like a time and is none: "May said", "Sunday Times", "2000 people", "the second half".

One claim per grammar rule, true where the words around allow the reading. Knows words, no calendar.
"""

from __future__ import annotations

from collections.abc import Callable

from geo.reading.dates.grammar import Found
from geo.reading.dates.neighbours import (
    CALENDAR_NAME_WORDS,
    COUNTED_NOUNS,
    DAY_AFTER,
    NEWSPAPER_WORDS,
    NUMBERED_THINGS,
    UNITS_AFTER,
)
from geo.reading.dates.tokens import Token
from geo.reading.dates.vocabulary import (
    MONTHS_THAT_ARE_NAMES,
    MONTHS_THAT_ARE_WORDS,
    ORDINALS,
    UNITS,
    WEEKDAYS_THAT_ARE_WORDS,
)

_STRONG_PREPOSITIONS = frozenset("ijs~f@bm")
_CLAUSE_END = frozenset({",", ".", ";", ")", "¶", "", "&", "-"})
_MAX_DAY = 31


def is_singular(unit: Token) -> bool:
    """Whether the unit is one of its kind."""
    return not unit.text.endswith("s")


def is_long(unit: Token) -> bool:
    """Whether the unit is a day or more, so that it lies on the calendar."""
    return UNITS[unit.text] not in ("S", "M", "H")


def day_number(token: Token) -> int:
    """The number of a cardinal or ordinal, 0 if it cannot be a day of a month."""
    digits = "".join(sign for sign in token.text if sign.isdigit())
    number = int(digits) if digits else ORDINALS.get(token.text, 0)
    return number if number <= _MAX_DAY else 0


def _month_day(found: Found) -> bool:
    days = [day_number(token) for token in (*found["day"], *found["others"]) if token.kind in "no"]
    spelled = any(token.kind == "o" and token.text in ORDINALS for token in found["day"])
    counted = found.after().text in COUNTED_NOUNS or found.after().kind in "%U"
    return all(days) and not spelled and (bool(found["year"]) or not counted) and _has_year(found)


def _day_month(found: Found) -> bool:
    days = [day_number(token) for token in (*found["others"], *found["day"]) if token.kind in "no"]
    spelled = any(token.text in ORDINALS for token in found["day"])
    return all(days) and (
        not spelled or any(token.kind == "f" for token in found.tokens[found.first : found.last])
    )


def _has_year(found: Found) -> bool:
    return not found["year_unit"] or UNITS[found.text("year_unit")] == "Y"


def _month(found: Found) -> bool:
    name, before, after = found.text("month"), found.before(), found.after()
    if found["whole"] and UNITS[found.text("whole")] != "MO":
        return False
    if found["mod"] or found.text("which") not in ("", "that"):
        return not found.text("mod").startswith(("start", "end", "close", "turn")) or "f" in _kinds(
            found, "mod"
        )
    if before.kind in _STRONG_PREPOSITIONS or found.before(2).kind == "M" or "f" in _all_kinds(found):
        return True
    if name in MONTHS_THAT_ARE_WORDS:
        return False
    if name in MONTHS_THAT_ARE_NAMES:
        return not _is_name(after) and not _is_name(before)
    return True


def _is_name(token: Token) -> bool:
    return token.kind == "x" and token.is_capitalised


def _kinds(found: Found, part: str) -> str:
    return "".join(token.kind for token in found[part])


def _year(found: Found) -> bool:
    number, token = int(found.text("year")), found["year"][0]
    before, after = found.before(), found.after()
    glued_before, glued_after = before.end == token.start, after.start == token.end
    if before.kind == "A" or before.text in NUMBERED_THINGS or after.text in COUNTED_NOUNS:
        return False
    if glued_before and before.kind in "-+" and found.before(2).text not in ("pre", "post", "mid"):
        return False
    if glued_after and after.kind in "x-" and not (after.kind == "-" and found.after(1).start > after.end):
        return after.kind == "-" and found.after(1).text in ("era", "based", "built", "style", "model")
    if before.text == "." and found.before(2).text == "no":
        return False
    if 1900 <= number < 2100:
        return True
    return bool(found["mod"]) or before.kind in ("i", "s", "~", "f", "(") or before.text in ("circa", "year")


def _year_range(found: Found) -> bool:
    first, second = found.text("year"), found["year2"][0]
    if second.kind == "n":
        return found.text("link") in "-–‐‑" and len(second.text) == 2 and int(second.text) > int(first[2:])
    return int(second.text) > int(first) and found.after().text not in COUNTED_NOUNS


def _quarter(found: Found) -> bool:
    nth, unit, of = found["nth"][0], found.text("unit"), found.text("of")
    if of and UNITS[of] != "Y":
        return False
    if nth.kind == "Q":
        return not unit
    number = day_number(nth)
    if unit == "half":
        return number in (1, 2) and bool(found["year"] or of)
    return unit == "quarter" and 1 <= number <= 4


def _relative(found: Found) -> bool:
    which, unit = found.text("which"), found["unit"][0]
    if not is_singular(unit) or not is_long(unit) or found.tokens[found.last - 1].kind not in "UP":
        return False
    if UNITS[unit.text] == "D":
        return which not in ("last", "this", "past") and "l" not in _kinds(found, "which")
    return which != "this" or unit.text != "fortnight"


def _in_the_unit(found: Found) -> bool:
    unit = found["unit"][0]
    if found.text("mod") == "turn":
        return UNITS[unit.text] in ("CE", "ML", "Y")
    return is_singular(unit) and is_long(unit)


def _ago(found: Found) -> bool:
    return bool(found["number"]) or not is_singular(found["unit"][0])


def _decade(found: Found) -> bool:
    """Two digits are a decade after "the" or an apostrophe only: not "in her 30s"."""
    token = found["decade"][0]
    if token.text[0] in "'’" or sum(sign.isdigit() for sign in token.text) != 2:
        return True
    return "t" in _all_kinds(found) or found.before().kind == "&"


def _nights(found: Found) -> bool:
    return found.text("nights") == "nights"


def _day_alone(found: Found) -> bool:
    day = found["day"][0]
    return (
        day.text[0].isdigit()
        and bool(day_number(day))
        and found.after().kind in _CLAUSE_END | set("ijs~f@&b")
    )


def _consecutive(found: Found) -> bool:
    return UNITS[found.text("unit")] == "D" and is_singular(found["unit"][0])


def _current(found: Found) -> bool:
    return is_singular(found["unit"][0]) and is_long(found["unit"][0])


def _ends_clause(found: Found) -> bool:
    return found.after().kind in _CLAUSE_END or found.after().kind in "ij@s"


def _later(found: Found) -> bool:
    if not found["number"]:
        return found.text("way") in ("earlier", "later") and not is_singular(found["unit"][0])
    return is_long(found["unit"][0]) and (found.text("way") in ("earlier", "later") or _ends_clause(found))


def _duration(found: Found) -> bool:
    number, unit = found["number"], found["unit"][0]
    if UNITS[unit.text] == "Q":
        return any(token.kind == "J" for token in found.tokens[found.first : found.last])
    if number[0].kind == "y" and is_singular(unit):
        return False
    if _all_kinds(found) == "aU" and UNITS[unit.text] == "D":
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


def _weekday(found: Found) -> bool:
    name, before, after = found.text("weekday"), found.before(), found.after()
    if found["unit"] and UNITS[found.text("unit")] != "W":
        return False
    if found["part"] and (found["part"][0].is_capitalised or found.text("part").endswith("s")):
        return False
    if after.text in NEWSPAPER_WORDS and after.is_capitalised:
        return False
    if before.text in CALENDAR_NAME_WORDS and not found["which"]:
        return False
    return (
        name not in WEEKDAYS_THAT_ARE_WORDS or "." in _all_kinds(found) + after.kind or before.kind in "js~"
    )


def _all_kinds(found: Found) -> str:
    return "".join(token.kind for token in found.tokens[found.first : found.last])


def _part(found: Found) -> bool:
    which, part, before = found.text("which"), found["part"][0], found.before()
    if part.text.endswith("s"):
        return False
    if which == "the" and len(found["which"]) == 1:
        return before.kind in "ijsb~" or bool(found["mod"]) or found.after().kind == "f"
    if which == "last":
        return part.text in ("night", "evening")
    if which:
        return True
    if part.text in ("overnight", "midnight", "noon", "midday"):
        return not part.is_capitalised
    return before.kind == "@" or (before.kind == "W" and not part.is_capitalised) or (
        part.text in ("morning", "afternoon", "evening") and before.text not in ("good", "a", "every", "-")
        and not part.is_capitalised
    )  # fmt: skip


def _clock(found: Found) -> bool:
    clock, before = found.text("clock"), found.before()
    hour = int(clock.replace(".", ":").split(":")[0]) if clock[0].isdigit() else 1
    if found.rule == "clock":
        return hour <= 12
    if found.rule == "clock_24":
        return hour < 24 and bool(
            found["zone"] or before.kind in "@s~b" or before.text in ("around", "about")
        )
    if found.rule == "clock_joined":
        return len(clock) == 4 and clock.isdigit() and int(clock[:2]) < 24 and int(clock[2:]) < 60
    return hour <= 12


def _weekend(found: Found) -> bool:
    return bool(found["which"] or found["mod"]) and is_singular(found["weekend"][0])


def _season(found: Found) -> bool:
    which, before = found.text("which"), found.before()
    if found["year"] or found["other_year"]:
        return _has_year(found)
    if found.after().kind == "f":
        return False
    if which and which != "the":
        return True
    is_verb = found.text("season") in ("fall", "spring")
    return (bool(found["mod"]) or before.kind in "is~b") and (bool(which) or not is_verb)


def _holiday(found: Found) -> bool:
    before = found.before()
    return bool(found["which"] or found["year"]) or before.kind in "ijs~@b" or before.text == "for"


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
    return is_singular(found["unit"][0]) and is_long(found["unit"][0]) and _ends_clause(found)


_GUARDS: dict[str, Callable[[Found], bool]] = {
    "month_day": _month_day,
    "day_month": _day_month,
    "month": _month,
    "month_year": _has_year,
    "season": _season,
    "day_alone": _day_alone,
    "nights": _nights,
    "decade": _decade,
    "consecutive": _consecutive,
    "current": _current,
    "year_range": _year_range,
    "year": _year,
    "century": lambda found: UNITS[found.text("unit")] == "CE",
    "quarter": _quarter,
    "relative": _relative,
    "in_the_unit": _in_the_unit,
    "windows": _plural_unit,
    "ago": _ago,
    "later": _later,
    "day_before": _day_before,
    "duration": _duration,
    "units": _units,
    "the_day": _the_day,
    "weekday": _weekday,
    "part": _part,
    "clock": _clock,
    "clock_24": _clock,
    "clock_sharp": _clock,
    "clock_joined": _clock,
    "weekend": _weekend,
    "holiday": _holiday,
    "frequency": _frequency,
    "vague": _vague,
}


def may_be_time(found: Found) -> bool:
    """Whether the words around the run allow it to be a time."""
    guard = _GUARDS.get(found.rule)
    return not any(token.kind == "¶" for token in found.tokens[found.first : found.last]) and (
        guard is None or guard(found)
    )
