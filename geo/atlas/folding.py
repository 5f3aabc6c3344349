"""How place names are compared: one folded key for the many ways of writing a name. Knows no places.

Folding takes away case, diacritics, dots, apostrophes and hyphens, and writes saint, mount and fort short,
so that "St. Petersburg", "Saint Petersburg" and "SAINT-PETERSBURG" meet, and "P'yŏngyang" meets "Pyongyang".
"""

from __future__ import annotations

import re
import unicodedata

MAX_NAME_CHARACTERS = 120
"""No place name in the sources is longer; longer text is not a name and gets no key."""

_LETTERS = str.maketrans(
    # letters that carry their stroke or tail without a combining mark, so that NFKD keeps them
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "þ": "th",
        "ħ": "h",
        "ə": "a",
    }
)
_SILENT = re.compile(r"[.'’‘ʼʻʹʿʾ`´\"“”\u200b-\u200f\u2060\ufeff]")
_GAP = re.compile(r"[\s\-‐‑‒–—_/,;:()]+")
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_ARTICLES = ("al", "el", "ar", "as", "ash", "an", "ad", "at", "az")
"""The Arabic article as it is written before one letter or another."""
_POSSESSIVE = re.compile(r"(?:['’ʼ]s|(?<=s)['’ʼ])$", re.IGNORECASE)


def fold(name: str) -> str:
    """The key under which a name is found; empty where nothing is left, or the text is too long for a name.

    >>> fold("St. Petersburg") == fold("Saint-Petersburg") == "st petersburg"
    True
    """
    if len(name) > MAX_NAME_CHARACTERS:
        return ""
    plain = name.casefold() if name.isascii() else _without_marks(name)
    words = _GAP.sub(" ", _SILENT.sub("", plain)).split()
    return " ".join([_SHORT.get(word, word) for word in words])


def _without_marks(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS)
    # only Latin, Greek and Cyrillic marks go: Indic vowel signs are letters; Hangul comes together again
    kept = "".join(sign for sign in decomposed if not "\u0300" <= sign <= "\u036f")
    return unicodedata.normalize("NFC", kept)


def spellings(name: str) -> tuple[str, ...]:
    """The keys to try for a name as written, most literal first, then without possessive, without "the"."""
    stripped = name.strip()
    tries = [fold(stripped)]
    if len(stripped) <= MAX_NAME_CHARACTERS:
        tries.append(fold(_POSSESSIVE.sub("", stripped)))
    tries += [key.removeprefix("the ") for key in tries]
    return tuple(dict.fromkeys(key for key in tries if key))


def other_articles(key: str) -> tuple[str, ...]:
    """A folded name with the Arabic article in its other forms: "el hasakah" is "al hasakah" too."""
    article, _, rest = key.partition(" ")
    if not rest or article not in _ARTICLES:
        return ()
    return tuple(f"{other} {rest}" for other in _ARTICLES if other != article)


def is_abbreviation(name: str) -> bool:
    """Whether a name is written as an abbreviation: capitals only, with or without dots ("U.S.", "UK")."""
    letters = name.replace(".", "").replace(" ", "")
    return 2 <= len(letters) <= 5 and letters.isalpha() and letters.isupper()
