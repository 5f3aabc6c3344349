"""Lengths in text: number, unit, approximator and conversion in brackets, whatever they measure.

Knows numbers and units; does not know what a length is of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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


_UNIT = re.compile(rf"(?<![^\W\d_])(?P<unit>{_either(tuple(UNIT_WORDS))})(?![\w/])", re.IGNORECASE)
_NUMBER_WORDS = (
    *(word for word in CARDINALS if word not in ("zero", "dozen")),
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
_NUMBER_BEFORE = re.compile(
    rf"(?<![\w.,$€£¥#])(?P<sign>[$€£]\s?)?{_NUMBER}(?:\s(?:of\s)?an?)?{_GAP}\Z", re.IGNORECASE
)
_APPROXIMATOR_BEFORE = re.compile(
    rf"(?<!\w)(?P<words>(?:(?:{_either(APPROXIMATORS)})\s{{1,3}}){{1,2}})(?:an?\s{{1,2}})?\Z", re.IGNORECASE
)
_CONVERSION = re.compile(
    rf"\s{{0,2}}(?P<open>[(\[]|,?\s?or\s|/)\s?(?:{_either(APPROXIMATORS)})?\s{{0,2}}"
    rf"(?:{_ONE})(?:\s?(?:-|–|to)\s?(?:{_FIGURES}))?{_GAP}(?P<unit>{_either(tuple(UNIT_WORDS))})(?!\w)"
    r"(?:\s(?:away|long|wide))?\s?(?P<close>[)\]])?",
    re.IGNORECASE,
)
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_FILLERS = frozenset({"a", "an", "and"})
_LAST_WORDS = frozenset(_NUMBER_WORDS) | {"a", "an", "dozen", "half"}
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
        if length:
            found.append(length)
    return tuple(found)


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
    return Length(
        start=start,
        end=_with_conversion(text, unit.end()),
        core_end=unit.end(),
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
    return last[-1:].isdigit() or last[-1:] in _FRACTIONS or last in _LAST_WORDS


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
        if word in _MULTIPLIERS:
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
