"""Who is who across articles: the names articles give one traveller. Rules about names, not about people.

A full name matches other spellings of itself ("Kim Jong Un", "Kim Jong-un"; "Sergei Shoigu", "Sergey Shoygu")
but not a relative's ("Kim Jong-il"). A family name alone ("Mr. Kim") is the person of that name whom its
article, or else the story, tells most of. A description ("the delegation") is who its article says it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

_MAX_NAME_CHARACTERS = 120
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_TITLES = frozenset(
    {
        "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "dame", "prof", "professor",
        "president", "prime", "premier", "minister", "chancellor", "king", "queen", "prince",
        "princess", "pope", "general", "gen", "colonel", "col", "captain", "capt", "major", "maj",
        "lieutenant", "lt", "admiral", "adm", "marshal", "commander", "sergeant", "sgt", "senator",
        "sen", "representative", "rep", "governor", "gov", "mayor", "secretary", "ambassador",
        "chairman", "chairwoman", "chief", "leader", "supreme", "foreign", "defense", "defence",
        "deputy", "vice", "former", "acting", "spokesman", "spokeswoman", "state", "of", "and",
        "the", "a", "an", "his", "her", "its", "their", "this", "that",
    }
)  # fmt: skip
"""Words that stand before or around a name and are no part of it."""
_DESCRIBING = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that", "some", "about"})
_MOST = 0.75
"""Share of the words of the shorter description that the longer one has, if both are of one traveller."""
_SHORT = 3
"""Short syllables must be equal ("Un", "Il"): one letter of them makes another person."""
_ALIKE = 74.0
"""Likeness (0 to 100) of transliterations of a longer word: Sergei and Sergey 83, Yury and Yuri 75."""


@dataclass(frozen=True, slots=True)
class Traveller:
    """How an article names a traveller: its best name first, then the other words for the same."""

    article: str
    names: tuple[str, ...]
    weight: int = 1


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded: without titles, initials, diacritics; () for a mere description."""
    words = _WORD.findall(_POSSESSIVE.sub("", name[:_MAX_NAME_CHARACTERS]))
    if not words or words[0].lower() in _DESCRIBING or not _is_name_word(name, words[-1]):
        return ()
    last_title = max((at for at, word in enumerate(words) if word.lower() in _TITLES), default=-1)
    kept = words[last_title + 1 :]
    return tuple(fold(word) for word in kept if len(word) > 1 and _is_name_word(name, word))


def _is_name_word(name: str, word: str) -> bool:
    """Whether a word is written as part of a name: a capital, a number, or after a hyphen ("Jong-un")."""
    return word[0].isupper() or word[0].isdigit() or f"-{word}" in name or f"‐{word}" in name


def fold(word: str) -> str:
    """A word without case and diacritics."""
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names, as folded words, are spellings of one."""
    if "".join(a) == "".join(b):
        return True
    if abs(len(a) - len(b)) == 1 and min(len(a), len(b)) > 1:  # a middle name is often left out
        a, b = (a[0], a[-1]), (b[0], b[-1])
    if len(a) != len(b):
        return False
    return all(_alike(one, other) for one, other in zip(a, b, strict=True))


def _alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) <= _SHORT:
        return one == other
    return fuzz.ratio(one, other) >= _ALIKE


def identify(travellers: Sequence[Traveller]) -> tuple[int, ...]:
    """For each traveller the number of the person, group or thing that it is; equal numbers are one."""
    groups = _Groups(len(travellers))
    full = [[words for name in t.names if len(words := name_words(name)) > 1] for t in travellers]
    bearers: dict[tuple[str, ...], int] = {}
    for at, names in enumerate(full):
        for words in names:
            groups.join(bearers.setdefault(words, at), at)
    for a, b in combinations(bearers, 2):
        if same_person(a, b):
            groups.join(bearers[a], bearers[b])
    _join_short(travellers, full, groups)
    _join_described(travellers, groups)
    _join_nameless(travellers, groups)
    return tuple(map(groups.of, range(len(travellers))))


def _join_short(
    travellers: Sequence[Traveller], full: Sequence[list[tuple[str, ...]]], groups: _Groups
) -> None:
    """Join those with only a single-word name to the full name that has it, their own article's first."""
    by_word: dict[str, Counter[tuple[str, int]]] = defaultdict(Counter)
    for at, names in enumerate(full):
        for word in {word for words in names for word in words}:
            by_word[word][travellers[at].article, groups.of(at)] += travellers[at].weight
    lone: dict[str, int] = {}
    for at, traveller in enumerate(travellers):
        words = {words[0] for name in traveller.names if len(words := name_words(name)) == 1}
        if full[at] or not words:
            continue
        for word in sorted(words):
            person = _most_told(by_word.get(word, Counter()), traveller.article)
            groups.join(lone.setdefault(word, at) if person is None else person, at)


def _most_told(counts: Counter[tuple[str, int]], article: str) -> int | None:
    own = Counter({person: n for (told_in, person), n in counts.items() if told_in == article})
    everywhere: Counter[int] = Counter()
    for (_, person), n in counts.items():
        everywhere[person] += n
    ranked = own or everywhere
    return min(ranked, key=lambda person: (-ranked[person], person)) if ranked else None


def _join_described(travellers: Sequence[Traveller], groups: _Groups) -> None:
    """Join, within an article, those who are described in the same words."""
    seen: dict[tuple[str, str], int] = {}
    for at, traveller in enumerate(travellers):
        for name in traveller.names:
            if not name_words(name):
                groups.join(seen.setdefault((traveller.article, " ".join(fold(name).split())), at), at)


def _join_nameless(travellers: Sequence[Traveller], groups: _Groups) -> None:
    """Join, across articles, those who have no name and are described alike.

    They share two telling words and most of the shorter description: "a North Korean delegation", "a group of
    North Korean officials". A named traveller is never joined so: there are many Russian ministers.
    """
    named = {
        groups.of(at) for at, traveller in enumerate(travellers) if any(map(name_words, traveller.names))
    }
    described: dict[frozenset[str], int] = {}
    for at, traveller in enumerate(travellers):
        for words in map(_telling_words, traveller.names) if groups.of(at) not in named else ():
            if len(words) > 1:
                groups.join(described.setdefault(words, at), at)
    for a, b in combinations(described, 2):
        if len(a & b) > 1 and len(a & b) >= _MOST * min(len(a), len(b)):
            groups.join(described[a], described[b])


def _telling_words(description: str) -> frozenset[str]:
    words = {fold(word) for word in _WORD.findall(description[:_MAX_NAME_CHARACTERS])}
    return frozenset(words - _DESCRIBING - {"of", "and", "s"})


def best_name(names: Iterable[str]) -> str:
    """The name a reader would use of those given: a full name, the most frequent, the first of equals."""
    counts = Counter(names)
    order = {name: rank for rank, name in enumerate(counts)}

    def merit(name: str) -> tuple[bool, int, int, int]:
        words = name_words(name)
        return (len(words) > 1, counts[name], len(words), -order[name])

    return max(counts, key=merit)


class _Groups:
    """Disjoint sets over 0..n-1; each is known by its least member."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def of(self, member: int) -> int:
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def join(self, a: int, b: int) -> None:
        a, b = sorted((self.of(a), self.of(b)))
        self._parent[b] = a
