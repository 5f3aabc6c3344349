"""Numbers before a unit of length, in figures, words and fractions; what is not one number is none."""

from __future__ import annotations

import re

from geo.reading.dates.vocabulary import CARDINALS


def _either(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WORDS = (*(word for word in CARDINALS if word != "zero"), "half", "quarter", "quarters")
_THIN = r"[\s\u00a0\u2009\u202f]"
FIGURES = (
    rf"(?:[0-9]{{1,3}}(?:(?:,[0-9]{{3}}){{1,3}}|(?:{_THIN}[0-9]{{3}}){{1,2}})|[0-9]{{1,7}})(?:\.[0-9]{{1,3}})?"
    r"(?:\s?[½¼¾])?|[½¼¾]"
)
SPELLED = (
    rf"(?:an?\s{{1,2}})?(?:{_either(_WORDS)})"
    rf"(?:[\s-]{{1,2}}(?:and[\s-]{{1,2}})?(?:a[\s-]{{1,2}})?(?:{_either(_WORDS)})){{0,5}}"
)
_PART = r"(?:[1-3]/[2-8]|(?:an?|one|two)[\s-]thirds?(?=\sof\sa))"
NUMBER = rf"(?:{_PART}|(?:{FIGURES})(?:\s(?:thousand|hundred|million))?(?:\sand\sa\shalf)?|{SPELLED}|an?)"
LAST_WORDS = frozenset(_WORDS) | {"a", "an"}
"""The last word of any number that is told in words."""
_VAGUE = re.compile(r"\b(?:few|several|many|couple|couple\sof)\s\Z", re.IGNORECASE)
"""Before "hundred" these tell no number."""
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_FILLERS = frozenset({"a", "an", "and"})
_MULTIPLIERS = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_THIRD = re.compile(r"(?P<count>an?|one|two)[\s-]thirds?", re.IGNORECASE)
_RATIO = re.compile(r"(?P<part>[1-3])/(?P<whole>[2-8])")
_GROUPED = re.compile(rf"(?<=[0-9])(?:,|{_THIN})(?=[0-9]{{3}}(?![0-9]))")


def ends_like_a_number(word: str) -> bool:
    """Whether a word can be the last of a number."""
    return word[-1:].isdigit() or word[-1:] in _FRACTIONS or word in LAST_WORDS


def is_vague(before: str, number: str) -> bool:
    """Whether a number only scales an unknown one ("several hundred")."""
    first = number.lower().split()[0].split("-")[0] if number else ""
    return (first in _MULTIPLIERS or first == "dozen") and _VAGUE.search(before) is not None


def value(words: str) -> float | None:
    """The number that figures or number words tell, None if a word is no number or all are nothing."""
    ratio, third = _RATIO.fullmatch(words), _THIRD.fullmatch(words)
    if ratio:
        return int(ratio["part"]) / int(ratio["whole"])
    if third:
        return (2 if third["count"].lower() == "two" else 1) / 3
    total, current, seen = 0.0, 0.0, False
    for word in _GROUPED.sub("", words.lower()).replace("-", " ").split():
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
    return (total + current or None) if seen else 1.0


def _number(word: str) -> float | None:
    if word in CARDINALS:
        return CARDINALS[word]
    if word == "half":
        return 0.5
    fraction = _FRACTIONS.get(word[-1:], 0.0)
    digits = word[:-1] if fraction else word
    return fraction + float(digits or 0) if fraction or digits[:1].isdigit() else None
