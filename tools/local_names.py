"""Picks the name that a town's own people write, where they do not write Latin.

GeoNames has many names for a town but does not say in which language: the choice goes by letters and by
sound, and where that leaves a doubt there is none.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

# The language that a country writes, by the names of Natural Earth's columns; those in Latin are left out.
LANGUAGE = {
    "RU": "ru", "UA": "uk", "GR": "el", "CY": "el", "KR": "ko", "KP": "ko", "JP": "ja", "CN": "zh",
    "TW": "zht",
    "HK": "zht", "MO": "zht", "IL": "he", "IR": "fa", "AF": "fa", "PK": "ur", "IN": "hi", "BD": "bn",
    "AE": "ar", "BH": "ar", "DZ": "ar", "EG": "ar", "IQ": "ar", "JO": "ar", "KW": "ar", "LB": "ar",
    "LY": "ar",
    "MA": "ar", "MR": "ar", "OM": "ar", "PS": "ar", "QA": "ar", "SA": "ar", "SD": "ar", "SY": "ar",
    "TN": "ar",
    "YE": "ar",
}  # fmt: skip

# How the letters of a country sound; a name with any other letter is another country's.
_SLAVIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "yu", "я": "ya",
}  # fmt: skip
_STEPPE = _SLAVIC | {"ё": "yo", "ы": "y", "э": "e", "ө": "o", "ү": "u", "ң": "ng"}
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
    "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y",
    "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o", "ά": "a", "έ": "e", "ή": "i", "ί": "i", "ό": "o", "ύ": "y", "ώ": "o",
    "ϊ": "i",
}  # fmt: skip
ALPHABETS = {
    "RU": _SLAVIC | {"ё": "yo", "ы": "y", "э": "e"},
    "UA": _SLAVIC | {"г": "h", "ґ": "g", "є": "ye", "и": "y", "і": "i", "ї": "i"},
    "BY": _SLAVIC | {"г": "h", "ё": "yo", "і": "i", "ў": "u", "ы": "y", "э": "e"},
    "BG": _SLAVIC | {"ъ": "a", "щ": "sht", "х": "h"},
    "MK": _SLAVIC | {"ѓ": "gj", "ј": "j", "љ": "lj", "њ": "nj", "ќ": "kj", "џ": "dj", "х": "h", "ц": "c"},
    "RS": _SLAVIC
    | {"ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "х": "h", "ц": "c", "ш": "s"},
    "KZ": _STEPPE | {"ә": "a", "ғ": "g", "қ": "q", "ұ": "u", "і": "i", "һ": "h"},
    "KG": _STEPPE,
    "MN": _STEPPE,
    "GR": _GREEK,
    "CY": _GREEK,
}
# Spellings in those letters that are another country's or another century's.
NOT_WRITTEN = {"RU": ("ськ", "цьк", "зьк", "ньс", "мьс"), "UA": ("ъ",)}
ENDINGS = (("ый", "ы"), ("ий", "и"))  # written -y in English

HANGUL = frozenset({"KR", "KP"})
HANGUL_INITIALS = (
    "g",
    "kk",
    "n",
    "d",
    "tt",
    "r",
    "m",
    "b",
    "pp",
    "s",
    "ss",
    "",
    "j",
    "jj",
    "ch",
    "k",
    "t",
    "p",
    "h",
)
HANGUL_VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi",
    "yu", "eu",
    "ui", "i",
)  # fmt: skip
HANGUL_FINALS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "p", "l", "l", "p", "l", "m", "p", "p", "t", "t",
    "ng",
    "t", "t", "k", "t", "p", "t",
)  # fmt: skip

# An encoding that holds the characters of one country's writing and lacks the variants of its neighbours'.
HAN_ENCODING = {"CN": "gb2312", "TW": "big5", "HK": "big5", "MO": "big5", "JP": "shift_jis"}
HAN_SUFFIXES = "市区县縣町村都府"

ALIKE = {"KR": 0.7, "KP": 0.7}
ALIKE_BY_DEFAULT = 0.9


def local_name(name: str, country: str, alternates: Iterable[str]) -> str | None:
    """The name of a town as its country writes it, or None where the choice would be a guess."""
    if country in HAN_ENCODING:
        return _han_name(alternates, country)
    sounds = {one: sound for one in alternates if (sound := romanised(one, country))}
    if not sounds:
        return None
    heard = folded(name)
    likeness = {one: SequenceMatcher(None, heard, sound).ratio() for one, sound in sounds.items()}
    best = max(likeness, key=lambda one: (likeness[one], len(one), one))
    return best if likeness[best] >= ALIKE.get(country, ALIKE_BY_DEFAULT) else None


def folded(name: str) -> str:
    """Letters only, lower case, no diacritics."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in bare if letter.isalpha() and not unicodedata.combining(letter))


def romanised(name: str, country: str) -> str | None:
    """A name in Latin letters, roughly as it sounds; None if it is not in the country's letters."""
    letters = [letter for letter in name.casefold() if letter not in " -"]
    if country in HANGUL:
        return "".join(map(_syllable, letters)) if all("가" <= letter <= "힣" for letter in letters) else None
    alphabet = ALPHABETS.get(country)
    if alphabet is None or not all(letter in alphabet for letter in letters):
        return None
    word = "".join(letters)
    if any(spelling in word for spelling in NOT_WRITTEN.get(country, ())):
        return None
    for ending, short in ENDINGS:
        word = word[: -len(ending)] + short if word.endswith(ending) else word
    return "".join(alphabet[letter] for letter in word)


def _syllable(letter: str) -> str:
    """A syllable of Hangul, taken apart by its place in Unicode."""
    initial, rest = divmod(ord(letter) - ord("가"), 588)
    vowel, final = divmod(rest, 28)
    return HANGUL_INITIALS[initial] + HANGUL_VOWELS[vowel] + HANGUL_FINALS[final]


def _han_name(alternates: Iterable[str], country: str) -> str | None:
    """The form most often given, once "city" and the like are taken off; None if two are given as often."""
    written = [one for one in alternates if _is_east_asian(one) and _encodes(one, HAN_ENCODING[country])]
    forms = Counter(_without_suffix(one) for one in written).most_common(2)
    if not forms or (len(forms) == 2 and forms[0][1] == forms[1][1]):
        return None
    return forms[0][0]


def _is_east_asian(name: str) -> bool:
    return all("CJK" in (kind := unicodedata.name(letter, "")) or "KATAKANA" in kind for letter in name)


def _without_suffix(name: str) -> str:
    return name[:-1] if len(name) > 2 and name[-1] in HAN_SUFFIXES else name


def _encodes(name: str, encoding: str) -> bool:
    try:
        name.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
