"""Days and hours that are none: "Sunday Times", "good evening", "a weekend", "six past midfield"."""

from __future__ import annotations

from collections.abc import Callable

from geo.reading.dates.beside import all_kinds, ends_clause, is_long, is_singular
from geo.reading.dates.grammar import Found
from geo.reading.dates.neighbours import CALENDAR_NAME_WORDS, NEWSPAPER_WORDS
from geo.reading.dates.vocabulary import UNITS, WEEKDAYS_THAT_ARE_WORDS

_NOON = 12


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
    return name not in WEEKDAYS_THAT_ARE_WORDS or "." in all_kinds(found) + after.kind or before.kind in "js~"


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
            found["zone"]
            or before.kind in "@s~b"
            or (before.kind == "&" and found.before(2).kind == "k")
            or before.text in ("around", "about")
        )
    if found.rule == "clock_joined":
        return len(clock) == 4 and clock.isdigit() and int(clock[:2]) < 24 and int(clock[2:]) < 60
    return hour <= 12


def _weekend(found: Found) -> bool:
    return bool(found["which"] or found["mod"]) and is_singular(found["weekend"][0])


def _from_day(found: Found) -> bool:
    """Read "a week from Friday", in British English also "a week on Saturday"."""
    if not is_long(found["unit"][0]):
        return False
    if found.text("link") == "on":
        return UNITS[found.text("unit")] == "W" and found.before().text not in ("for", "spent", "after")
    return found.text("link") == "from"


def _weekday_week(found: Found) -> bool:
    return found.text("unit") in ("week", "fortnight") and ends_clause(found) and found.before().kind != "t"


def _clock_part(found: Found) -> bool:
    clock, before = found.text("clock"), found.before()
    hour = clock.split(":")[0]
    if hour.isdigit() and int(hour) > _NOON:
        return False
    return ":" in clock or bool(found["sharp"]) or before.kind in "@sA~"


def _clock_past(found: Found) -> bool:
    hour, unit = found.text("clock"), found.text("unit")
    if unit not in ("", "quarter") or found.text("way") not in ("past", "to"):
        return False
    if (hour.isdigit() and int(hour) > _NOON) or (not unit and found.text("way") == "to"):
        return False
    return found.before().kind in "@sA~" and found.after().kind not in "%UC"


DAY_GUARDS: dict[str, Callable[[Found], bool]] = {
    "weekday": _weekday,
    "part": _part,
    "clock": _clock,
    "clock_24": _clock,
    "clock_sharp": _clock,
    "clock_joined": _clock,
    "weekend": _weekend,
    "from_day": _from_day,
    "weeks_ago_day": lambda found: UNITS[found.text("unit")] == "W",
    "beside_named": lambda found: UNITS[found.text("unit")] == "D" and is_singular(found["unit"][0]),
    "part_before": ends_clause,
    "weekday_week": _weekday_week,
    "clock_part": _clock_part,
    "clock_past": _clock_past,
}
