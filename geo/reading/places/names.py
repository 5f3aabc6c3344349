"""The names in a parsed paragraph, cut to their own words: spaCy's entities and the runs it left out.

Knows the shape of English names, not whether a name is a place.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from geo.reading.places.heads import LEADING_HEADS
from geo.reading.places.words import DIRECTION_WORDS

NAMELESS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
"""Labels of spans that are no names, though a name may have strayed into one."""
MAX_NAME_TOKENS = 14
_BRIDGES = frozenset(
    {"of", "de", "la", "del", "al", "el", "do", "da", "dos", "das", "di", "du", "des", "der", "den", "-"}
)
MAX_BRIDGE = 3
"""Words in lower case that may join two capitals of one name ("Bab el-Mandeb")."""
_APART = frozenset({"in", "near", "outside", "at", "to"})
"""Words in lower case within an entity after which another name begins ("Robb School in Uvalde")."""
_CUTS = frozenset({",", "/", "(", ")", ";", ":", "–", "—", "--", "|"})
_ARTICLES = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my"}
)
_SUFFIXES = frozenset({"ri", "do", "dong", "gun", "si", "gu", "eup", "myeon", "ku", "shi", "cho", "machi"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "‘s", "`s"})


class Name:
    """Tokens ``[start, end)`` of a document that are a name; ``label`` is spaCy's, "" where it has none."""

    def __init__(self, doc: Doc, start: int, end: int, label: str) -> None:
        """Take the tokens from ``start`` to before ``end``."""
        self.doc = doc
        self.start = start
        self.end = end
        self.label = label

    @cached_property
    def span(self) -> Span:
        """The tokens."""
        return self.doc[self.start : self.end]

    @cached_property
    def text(self) -> str:
        """The words."""
        return self.span.text

    @cached_property
    def root(self) -> Token:
        """The token that the sentence hangs the name on."""
        return self.span.root

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens, one by one."""
        return tuple(self.span)

    def part(self, start: int, end: int) -> Name:
        """Some of its tokens, as a name of the same label."""
        return self if (start, end) == (self.start, self.end) else Name(self.doc, start, end, self.label)


def find_names(doc: Doc) -> list[Name]:
    """The names of a paragraph in text order: entities, cut to size, and runs of capitals in none."""
    names: list[Name] = []
    taken = [False] * len(doc)
    for entity in doc.ents:
        if entity.label_ in NAMELESS:
            continue
        for start, end in _pieces(doc, entity.start, entity.end):
            names.append(Name(doc, start, end, entity.label_))
        taken[entity.start : entity.end] = [True] * (entity.end - entity.start)
    names += [Name(doc, start, end, "") for start, end in _runs(doc, taken)]
    return sorted(names, key=lambda name: name.start)


def _pieces(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """An entity cut at commas, slashes, brackets and verbs, each piece without what is not of the name."""
    piece = start
    for i in range(start, end + 1):
        if i == end or doc[i].text in _CUTS or (i > piece and _is_between(doc[i])):
            trimmed = _trimmed(doc, piece, i)
            if trimmed is not None and _ends_in_number(doc, *trimmed):
                trimmed = _trimmed(doc, trimmed[0], trimmed[1] - 1)
            if trimmed is not None:
                yield trimmed
            piece = i + 1


def _is_between(token: Token) -> bool:
    """Whether a word within an entity parts two names: "in", a dash, a verb ("Laikipia reached Tsavo")."""
    if token.text == "-":
        return bool(token.whitespace_ and token.nbor(-1).whitespace_)
    return token.text in _APART or (token.pos_ == "VERB" and token.is_lower and token.is_alpha)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    while start < end and not _may_begin(doc[start]):
        start += 1
    while start < end and not (_may_end(doc[end - 1]) or _is_suffix(doc, end - 1)):
        end -= 1
    return (start, min(end, start + MAX_NAME_TOKENS)) if start < end else None


def _ends_in_number(doc: Doc, start: int, end: int) -> bool:
    """Whether a number follows the name ("Louisville 0") and is not of it ("Pier 33")."""
    return end - start > 1 and doc[end - 1].is_digit and doc[start].lower_ not in LEADING_HEADS


def _may_begin(token: Token) -> bool:
    if token.is_space or token.is_punct or token.lower_ in _ARTICLES or token.text in _POSSESSIVES:
        return False
    return (
        is_capital(token) or token.text[0].isdigit() or token.lower_ in {"al", "el", "de", "van", "von", "d’"}
    )


def _may_end(token: Token) -> bool:
    return (is_capital(token) or token.text[0].isdigit()) and token.text not in _POSSESSIVES


def _is_suffix(doc: Doc, i: int) -> bool:
    """Whether a word is the end of a Korean or Japanese name after a hyphen ("Tongchang-ri")."""
    return i > 1 and doc[i].text in _SUFFIXES and doc[i - 1].text == "-" and is_capital(doc[i - 2])


def is_capital(token: Token) -> bool:
    """Whether a word is written with a capital."""
    return _has_capital(token.text)


def _has_capital(word: str) -> bool:
    return word[0].isupper() or (word[0] in "‘'’`ʻ" and len(word) > 1 and word[1].isupper())


def _runs(doc: Doc, taken: list[bool]) -> Iterator[tuple[int, int]]:
    """Runs of words with a capital outside the entities, bridged by such words as "of"."""
    words = doc.to_array("ORTH").tolist()  # by number: most words of a paragraph stand in it more than once
    capitals = {word for word in set(words) if _has_capital(doc.vocab.strings[word])}
    capital = [not is_taken and word in capitals for is_taken, word in zip(taken, words, strict=True)]
    i = 0
    while i < len(capital):
        if not capital[i] or not _starts_run(doc[i]):
            i += 1
            continue
        end = i + 1
        while end < len(capital) and not taken[end] and end - i < MAX_NAME_TOKENS:
            if capital[end] or doc[end].is_digit:
                end += 1
            elif (bridge := _bridge(doc, capital, end)) > 0:
                end += bridge + 1
            else:
                break
        trimmed = _trimmed(doc, i, end)
        if trimmed is not None:
            yield trimmed
        i = end


def _bridge(doc: Doc, capital: list[bool], start: int) -> int:
    """How many words join the run to the capital after them; 0 where they do not."""
    for length in range(1, MAX_BRIDGE + 1):
        end = start + length
        if end >= len(capital) or doc[end - 1].text not in _BRIDGES:
            return 0
        if capital[end]:
            # a hyphen alone also joins two names ("Asia-Pacific"), which is for others to tell
            return length if doc[start].text != "-" or length > 1 else 0
    return 0


def _starts_run(token: Token) -> bool:
    """A capital that is more than the start of a sentence, unless the tagger takes the word for a name."""
    if token.is_punct:
        return False
    return not token.is_sent_start or token.pos_ in {"PROPN", "ADJ", "NOUN"} or token.is_upper


def without_direction(name: Name) -> Name:
    """The name without a part of the compass in lower case before it ("north west London")."""
    start = name.start
    while start + 1 < name.end and name.doc[start].text in DIRECTION_WORDS:
        start += 1
    return name.part(start, name.end)
