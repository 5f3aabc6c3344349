"""Lengths in text: number, unit, approximator and conversion in brackets, whatever they measure.

Knows numbers and units; does not know what a length is of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from geo.atlas.measures import KM_PER_UNIT, UNIT_WORDS
from geo.reading.distances.numbers import FIGURES, NUMBER, SPELLED, ends_like_a_number, is_vague, value
from geo.reading.distances.words import APPROXIMATORS

_WINDOW = 70
"""Characters before a unit in which its number and approximator are looked for."""
_GAP = r"[\s\u00a0-]{0,3}"


def _either(words: tuple[str, ...]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s{1,3}") for word in sorted(words, key=len, reverse=True)
    )


_UNIT = re.compile(rf"(?<![^\W\d_])(?P<unit>{_either(tuple(UNIT_WORDS))})(?!\w|/(?!\d))", re.IGNORECASE)
_NUMBER = rf"(?P<number>{NUMBER})(?:\s?(?:-|–|to|or|and)\s?(?P<second>{FIGURES}|{SPELLED}))?"
_LOOSE = r"(?:-(?:odd|plus)|\+|\s(?:or\s(?:so|more)|odd|plus))"
"""What makes a number a rough one from behind: "60-odd miles", "20 or so miles"."""
_NUMBER_BEFORE = re.compile(
    rf"(?<![\w.,$€£¥#])(?P<sign>[$€£]\s?)?{_NUMBER}(?P<loose>{_LOOSE})?(?:\s(?:of\s)?an?)?{_GAP}\Z",
    re.IGNORECASE,
)
_AND_A_PART = re.compile(r"\sand\s(?:a\s)?(?P<part>half|quarter|three[\s-]quarters)(?!\w)", re.IGNORECASE)
"""The part of a unit told behind it: "a mile and a half"."""
_OR_SO = re.compile(r"\sor\s(?:so|more)(?!\w)", re.IGNORECASE)
"""The same behind the unit: "a mile or so"."""
_PARTS = {"half": 0.5, "quarter": 0.25}
_JOINED_WITH_BETWEEN = re.compile(r"\sand\s\Z", re.IGNORECASE)
_JOINED = re.compile(r"\s?(?:-|–|\sto)\s?\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s\Z", re.IGNORECASE)
_APPROXIMATOR_BEFORE = re.compile(
    rf"(?<!\w)(?P<words>(?:(?:{_either(APPROXIMATORS)})\s{{1,3}}){{1,2}})(?:an?\s{{1,2}})?\Z", re.IGNORECASE
)
_CONVERSION = re.compile(
    rf"\s{{0,2}}(?P<open>[(\[]|,?\s?or\s|/)\s?(?:{_either(APPROXIMATORS)})?\s{{0,2}}"
    rf"(?:{NUMBER})(?:\s?(?:-|–|to)\s?(?:{FIGURES}))?{_GAP}(?P<unit>{_either(tuple(UNIT_WORDS))})(?!\w)"
    r"(?:\s(?:away|long|wide))?(?:\s?(?P<close>[)\]]))?",
    re.IGNORECASE,
)
_ROUGH_WORDS = frozenset({"odd", "plus", "so", "more"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A length as printed: ``start`` to ``end`` with approximator and conversion, ``core_end`` without it."""

    start: int
    end: int
    core_end: int
    value: float
    unit: str
    unit_word: str
    km: float
    approximator: str

    @property
    def is_approximate(self) -> bool:
        """Whether the text itself says that the number is not exact."""
        return bool(self.approximator)


def find_lengths(text: str) -> tuple[Length, ...]:
    """The lengths in a text, in order, none overlapping."""
    found: list[Length] = []
    for match in _UNIT.finditer(text):
        if found and match.start() < found[-1].end:
            continue
        length = _length(text, match, found[-1].end if found else 0)
        if length and found and _is_range(text, found[-1], length):
            found[-1] = _range(found[-1], length)
        elif length:
            found.append(length)
    return tuple(found)


def _is_range(text: str, low: Length, high: Length) -> bool:
    """Whether two lengths are the ends of one range: "50km-60km", "between 50 km and 60 km"."""
    if low.unit != high.unit or low.value >= high.value or high.approximator:
        return False
    between = _BETWEEN.search(text, max(0, low.start - _WINDOW), low.start)
    joined = _JOINED_WITH_BETWEEN if between else _JOINED
    return joined.fullmatch(text, low.core_end, high.start) is not None


def _range(low: Length, high: Length) -> Length:
    value, km = (low.value + high.value) / 2, (low.km + high.km) / 2
    words = low.approximator or "range"
    return replace(high, start=low.start, value=value, km=km, approximator=words)


def _length(text: str, unit: re.Match[str], done: int) -> Length | None:
    window = max(done, unit.start() - _WINDOW)
    before = text[window : unit.start()]
    number = _NUMBER_BEFORE.search(before) if _ends_with_number(before) else None
    if number is None or number["sign"] or is_vague(before[: number.start("number")], number["number"]):
        return None
    if number.end() == number.end("number") and number["number"].isalpha():
        return None
    told, is_range = _told(number)
    if told is None:
        return None
    approximator = _APPROXIMATOR_BEFORE.search(before[: number.start("number")])
    end, part, rough = _behind(text, unit.end(), is_range=is_range)
    words = " ".join(approximator["words"].lower().split()) if approximator else "range" if is_range else ""
    word = " ".join(unit["unit"].lower().split())
    name = UNIT_WORDS[word]
    return Length(
        start=window + (approximator.start("words") if approximator else number.start("number")),
        end=_with_conversion(text, end),
        core_end=end,
        value=told + part,
        unit=name,
        unit_word=word,
        km=(told + part) * KM_PER_UNIT[name],
        approximator=words or (number["loose"] or "").strip() or rough,
    )


def _told(number: re.Match[str]) -> tuple[float | None, bool]:
    """The number, of a range its middle, and whether it is one."""
    low = value(number["number"])
    high = value(number["second"]) if number["second"] else None
    if low is None or (number["second"] and high is None):
        return None, False
    is_range = high is not None and high > low
    return ((low + high) / 2 if is_range and high is not None else low), is_range


def _behind(text: str, end: int, *, is_range: bool) -> tuple[int, float, str]:
    """Where a length ends past "and a half" and "or so", what the first adds, and the words of the second."""
    part = None if is_range else _AND_A_PART.match(text, end)
    end = part.end() if part else end
    rough = _OR_SO.match(text, end)
    added = _PARTS.get(part["part"].lower(), 0.75) if part else 0.0
    return (rough.end(), added, rough.group().strip()) if rough else (end, added, "")


def _ends_with_number(before: str) -> bool:
    """Whether the last word can be a number's: most units in hostile text have none, and the rule is slow."""
    words = before.replace("-", " ").split()
    last = words[-1].lower() if words else ""
    return ends_like_a_number(last) or last in _ROUGH_WORDS or last[-1:] == "+"


def _with_conversion(text: str, end: int) -> int:
    match = _CONVERSION.match(text, end, end + _WINDOW)
    if match is None or (match["open"] in "([") != bool(match["close"]):
        return end
    return match.end()
