"""Text to the tokens of the time grammar: words, numbers and signs, each with its class of one character."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple, overload

from geo.reading.dates.classes import PHRASE_CLASSES

_TOKEN = re.compile(
    r"""
    (?P<e>(?<![^\W\d_])[aApP]\.\ ?[mM]\b\.?)
  | (?P<Q>(?<!\w)Q[1-4](?!\w))
  | (?P<word>[^\W\d_]{1,40})
  | (?P<blank>\n[^\S\n]{0,40}\n)
  | (?P<I>(?<![\w-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?
      (?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-]))
  | (?P<L>(?<![\w/.])[0-9]{1,4}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{2,4}(?![\w/]))
  | (?P<ω>(?<![\w/.-])9/11(?![\w/]|\.\d))
  | (?P<D>(?<![\w.,])['’]?(?:[0-9]{3}0|[2-9]0)['’]?s(?!\w))
  | (?P<k>(?<![\w.:])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![\w:])
      |(?<![\w.])[0-9]{1,2}\.[0-5][0-9](?=\s?[aApP]\.?[mM]))
  | (?P<o>(?<![\w.])[0-9]{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w))
  | (?P<number>(?<!\w)(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,20})(?:\.[0-9]{1,6})?)
  | (?P<other>\S)
    """,
    re.VERBOSE,
)
_CAPITALISED_ONLY = frozenset("MWYVz")
_PUNCTUATION = {",": ",", ".": ".", "-": "-", "‐": "-", "‑": "-", "–": "-", "(": "(", ")": ")", "+": "+"}
_CURRENCY = frozenset("$£€¥₩₹#№")


class Token(NamedTuple):
    """A word, number or sign: its class, its words in lower case and its place in the text."""

    kind: str
    text: str
    start: int
    end: int
    is_capitalised: bool


NO_TOKEN = Token("¶", "", -1, -1, is_capitalised=False)


class Tokens(Sequence[Token]):
    """The tokens of a text, made when asked for: most words of an article are never looked at again."""

    __slots__ = ("_ends", "_starts", "_text", "kinds")

    def __init__(self, text: str, kinds: list[str], starts: list[int], ends: list[int]) -> None:
        """Keep the classes, joined to one string, and the places of the tokens."""
        self.kinds = "".join(kinds)
        self._text = text
        self._starts = starts
        self._ends = ends

    def __len__(self) -> int:
        """How many tokens the text has."""
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, at: int | slice) -> Token | tuple[Token, ...]:
        """One token or a run of them."""
        if isinstance(at, slice):
            return tuple(self[number] for number in range(*at.indices(len(self))))
        words = self._text[self._starts[at] : self._ends[at]]
        return Token(self.kinds[at], words.lower(), self._starts[at], self._ends[at], words[0].isupper())


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(match.group().lower() for match in _TOKEN.finditer(phrase))


_PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrase, _letter in PHRASE_CLASSES.items():
    _PHRASES.setdefault(_words(_phrase)[0], []).append((_words(_phrase), _letter))
for _entries in _PHRASES.values():
    _entries.sort(key=lambda entry: -len(entry[0]))


def lex(text: str) -> Tokens:
    """The tokens of a text, phrases of the vocabulary joined to one token. Blank lines are tokens too."""
    kinds: list[str] = []
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    known: list[int] = []
    for match in _TOKEN.finditer(text):
        word = match.group().lower()
        kind = _kind(str(match.lastgroup), word, text, match.start())
        if word in _PHRASES and kind in "xo":
            known.append(len(kinds))
        kinds.append(kind)
        words.append(word)
        starts.append(match.start())
        ends.append(match.end())
    keep = bytearray(b"\1") * len(kinds)
    done = 0
    for at in known:
        if at >= done:
            size, kinds[at] = _phrase_at(words, at, kinds[at], is_capitalised=text[starts[at]].isupper())
            done = at + size
            ends[at] = ends[done - 1]
            keep[at + 1 : done] = bytes(size - 1)
    return Tokens(text, list(compress(kinds, keep)), list(compress(starts, keep)), list(compress(ends, keep)))


def _phrase_at(words: list[str], at: int, kind: str, *, is_capitalised: bool) -> tuple[int, str]:
    """How many words the longest phrase at a token has, and its class."""
    for phrase, letter in _PHRASES[words[at]]:
        size = len(phrase)
        if size > 1 and tuple(words[at : at + size]) != phrase:
            continue
        if is_capitalised or letter not in _CAPITALISED_ONLY or (letter == "z" and size > 1):
            return size, letter
    return 1, kind


def _kind(group: str, word: str, text: str, start: int) -> str:
    if group == "word":
        return "x"
    if group == "other":
        return _PUNCTUATION.get(word, ";")
    if group == "number":
        return _number_kind(word, text[max(0, start - 2) : start].rstrip()[-1:])
    return "¶" if group == "blank" else group


def _number_kind(words: str, sign: str) -> str:
    if sign and sign in _CURRENCY:
        return ";"
    if words.isdigit() and len(words) == 4 and 1000 <= int(words) < 2200:
        return "y"
    return "n" if words.isdigit() and len(words) <= 2 else "N"
