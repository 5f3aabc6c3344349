"""Lengths in text: number, unit, approximator and conversion in brackets, whatever they measure.

Knows numbers and units; does not know what a length is of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from geo.atlas.measures import KM_PER_UNIT, UNIT_WORDS
from geo.reading.dates.vocabulary import CARDINALS
from geo.reading.distances.words import APPROXIMATORS

_WINDOW = 70
"""Characters before a unit in which its number and approximator are looked for."""
_GAP = r"[\s\u00a0-]{0,3}"


def _either(words: tuple[str, ...]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s{1,3}") for word in sorted(words, key=len, reverse=True)
    )


_UNIT = re.compile(rf"(?<![^\W\d_])(?P<unit>{_either(tuple(UNIT_WORDS))})(?!\w|/(?!\d))", re.IGNORECASE)
_NUMBER_WORDS = (
    *(word for word in CARDINALS if word != "zero"),
    "half",
    "quarter",
    "quarters",
)
_FIGURES = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,7})(?:\.[0-9]{1,3})?(?:\s?[½¼¾])?|[½¼¾]"
_SPELLED = (
    rf"(?:an?\s{{1,2}})?(?:{_either(_NUMBER_WORDS)})"
    rf"(?:[\s-]{{1,2}}(?:and\s{{1,2}})?(?:a\s{{1,2}})?(?:{_either(_NUMBER_WORDS)})){{0,5}}"
)
_ONE = rf"(?:(?:{_FIGURES})(?:\s(?:thousand|hundred|million))?(?:\sand\sa\shalf)?|{_SPELLED}|an?)"
_NUMBER = rf"(?P<number>{_ONE})(?:\s?(?:-|–|to|or|and)\s?(?P<second>{_FIGURES}|{_SPELLED}))?"
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
    rf"(?:{_ONE})(?:\s?(?:-|–|to)\s?(?:{_FIGURES}))?{_GAP}(?P<unit>{_either(tuple(UNIT_WORDS))})(?!\w)"
    r"(?:\s(?:away|long|wide))?(?:\s?(?P<close>[)\]]))?",
    re.IGNORECASE,
)
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_FILLERS = frozenset({"a", "an", "and"})
_LAST_WORDS = frozenset(_NUMBER_WORDS) | {"a", "an", "odd", "plus", "so", "more"}
_MULTIPLIERS = {"hundred": 100, "thousand": 1000, "million": 1_000_000}


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
    if not _ends_with_number(before):
        return None
    number = _NUMBER_BEFORE.search(before)
    if (
        number is None
        or number["sign"]
        or (not number.end() > number.end("number") and number["number"].isalpha())
    ):
        return None
    value = _value(number["number"])
    second = _value(number["second"]) if number["second"] else None
    if value is None or (number["second"] and second is None):
        return None
    is_range = second is not None and second > value
    if is_range and second is not None:
        value = (value + second) / 2
    word = " ".join(unit["unit"].lower().split())
    name = UNIT_WORDS[word]
    approximator = _APPROXIMATOR_BEFORE.search(before[: number.start("number")])
    start = window + (approximator.start("words") if approximator else number.start("number"))
    words = " ".join(approximator["words"].lower().split()) if approximator else "range" if is_range else ""
    words = words or (number["loose"] or "").strip()
    part = None if is_range else _AND_A_PART.match(text, unit.end())
    if part:
        value += _PARTS.get(part["part"].lower(), 0.75)
    end = part.end() if part else unit.end()
    or_so = _OR_SO.match(text, end)
    if or_so:
        end, words = or_so.end(), words or or_so.group().strip()
    return Length(
        start=start,
        end=_with_conversion(text, end),
        core_end=end,
        value=value,
        unit=name,
        unit_word=word,
        km=value * KM_PER_UNIT[name],
        approximator=words,
    )


def _ends_with_number(before: str) -> bool:
    """Whether the last word can be a number's: most units in hostile text have none, and the rule is slow."""
    words = before.replace("-", " ").split()
    last = words[-1].lower() if words else ""
    return last[-1:].isdigit() or last[-1:] in _FRACTIONS or last in _LAST_WORDS or last[-1:] == "+"


def _with_conversion(text: str, end: int) -> int:
    match = _CONVERSION.match(text, end, end + _WINDOW)
    if match is None or (match["open"] in "([") != bool(match["close"]):
        return end
    return match.end()


def _value(words: str) -> float | None:
    """The number that figures or number words tell, None if a word is no number."""
    total, current, seen = 0.0, 0.0, False
    for word in words.lower().replace("-", " ").replace(",", "").split():
        if word in _FILLERS:
            continue
        if word == "dozen":
            current = (current or 1) * CARDINALS[word]
        elif word in _MULTIPLIERS:
            grown = (current or 1) * _MULTIPLIERS[word]
            total, current = (total, grown) if word == "hundred" else (total + grown, 0.0)
        elif word.startswith("quarter"):
            current = 0.25 if current in (0, 1) else 0.75
        else:
            number = _number(word)
            if number is None:
                return None
            current += number
        seen = True
    return total + current if seen else 1.0


def _number(word: str) -> float | None:
    if word in CARDINALS:
        return CARDINALS[word]
    if word == "half":
        return 0.5
    fraction = _FRACTIONS.get(word[-1:], 0.0)
    digits = word[:-1] if fraction else word
    return fraction + float(digits or 0) if fraction or digits[:1].isdigit() else None
