"""Months, years, seasons and holidays that are none: "May said", "2000 people", "the second half"."""

from __future__ import annotations

from collections.abc import Callable

from geo.reading.dates.beside import (
    CLAUSE_END,
    STRONG_PREPOSITIONS,
    all_kinds,
    day_number,
    is_name,
    is_singular,
    kinds_of,
)
from geo.reading.dates.grammar import Found
from geo.reading.dates.neighbours import AUXILIARIES, COUNTED_NOUNS, NUMBERED_THINGS, POSSESSIVES, SPORT_WORDS
from geo.reading.dates.vocabulary import MONTHS_THAT_ARE_NAMES, MONTHS_THAT_ARE_WORDS, ORDINALS, UNITS

_MOST_BACK = 6
_FAR_BACK = 9


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
        return not found.text("mod").startswith(("start", "end", "close", "turn")) or "f" in kinds_of(
            found, "mod"
        )
    if before.kind in STRONG_PREPOSITIONS or found.before(2).kind == "M" or "f" in all_kinds(found):
        return True
    if name in MONTHS_THAT_ARE_WORDS:
        return False
    if name in MONTHS_THAT_ARE_NAMES:
        return not is_name(after) and not is_name(before)
    return True


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
    if not (found["year"] or of) and any(
        found.before(back).text in SPORT_WORDS for back in range(1, _FAR_BACK)
    ):
        return False
    return unit == "quarter" and 1 <= number <= 4


def _decade(found: Found) -> bool:
    """Two digits are a decade after "the" or an apostrophe only: not "in her 30s"."""
    token = found["decade"][0]
    if _is_age(found):
        return False
    if token.text[0] in "'’" or sum(sign.isdigit() for sign in token.text) != 2:
        return True
    return "t" in all_kinds(found) or found.before().kind == "&"


def _is_age(found: Found) -> bool:
    """Whether it is how old somebody is: "in her early twenties", "in their 20s and 30s"."""
    for back in range(1, _MOST_BACK):
        token = found.before(back)
        if token.kind not in "D&m-~":
            return token.text in POSSESSIVES
    return False


def _day_alone(found: Found) -> bool:
    day = found["day"][0]
    return (
        day.text[0].isdigit()
        and bool(day_number(day))
        and (found.after().kind in CLAUSE_END | set("ijs~f@&b") or found.after().text in AUXILIARIES)
    )


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


def _nth_of(found: Found) -> bool:
    unit, nth = found["unit"][0], found["nth"][0]
    if not is_singular(unit) and unit.kind != "W":
        return False
    return _has_year(found) and (unit.kind != "U" or UNITS[unit.text] == "W") and nth.text != "latest"


CALENDAR_GUARDS: dict[str, Callable[[Found], bool]] = {
    "month_day": _month_day,
    "day_month": _day_month,
    "month": _month,
    "month_year": _has_year,
    "season": _season,
    "day_alone": _day_alone,
    "decade": _decade,
    "year_range": _year_range,
    "year": _year,
    "century": lambda found: UNITS[found.text("unit")] == "CE",
    "quarter": _quarter,
    "holiday": _holiday,
    "nth_of": _nth_of,
    "weekday_day": lambda found: bool(day_number(found["day"][0])),
}
