"""Words that two articles share: near copies, and passages that outlive a rewording.

A rewording machine changes words one by one and reporters rewrite freely, but a few runs of plain words stay
("artillery shells and antitank missiles"). Names, titles and quotations prove nothing: all who report a
story have them. Pure; linear in the length of the articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from geo.model import Article, Span

SHINGLE = 5
"""Words that stand together in a near copy."""
RUN = 4
"""Words that stand together in a shared passage, at least."""
MIN_CONTENT = 2
"""Plain content words that a shared passage has, at least."""
_MAX_QUOTE = 600
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]{1,3}\b)?|[.;:?!“”\"]")
_STOP = frozenset(
    {
        "about", "after", "again", "against", "all", "also", "and", "another", "any", "are",
        "because", "been", "before", "being", "between", "both", "but", "can", "could", "does",
        "during", "each", "either", "every", "first", "for", "from", "further", "had", "has",
        "have", "having", "her", "here", "his", "how", "into", "its", "itself", "just", "last",
        "less", "made", "make", "many", "may", "might", "month", "months", "more", "most", "much",
        "must", "next", "not", "one", "only", "other", "others", "out", "over", "part", "said",
        "saying", "says", "several", "should", "since", "some", "such", "than", "that", "the",
        "their", "them", "then", "there", "these", "they", "this", "those", "through", "told",
        "took", "two", "under", "until", "very", "was", "week", "weeks", "well", "were", "what",
        "when", "where", "which", "while", "who", "will", "with", "would", "year", "years", "your",
    }
)  # fmt: skip


class _Word(NamedTuple):
    folded: str
    start: int
    end: int
    plain: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one article that another has too; ``content`` counts its plain words."""

    span: Span
    content: int


def words_of(article: Article) -> tuple[tuple[_Word, ...], ...]:
    """The words of an article's body outside quotations, sentence by sentence."""
    return tuple(
        sentence
        for start, end in article.body
        for sentence in _sentences(article.text, start, end)
        if sentence
    )


def near_copy_share(a: Article, b: Article) -> float:
    """Share of the shorter article's word shingles that the other has, 0 to 1."""
    mine, theirs = _shingles(words_of(a), SHINGLE), _shingles(words_of(b), SHINGLE)
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


def shared_passages(a: Article, b: Article) -> tuple[Passage, ...]:
    """The longest runs of words of ``a`` that ``b`` has too and that are more than names, each told once."""
    known = _shingles(words_of(b), RUN)
    found: dict[tuple[str, ...], Passage] = {}
    for sentence in words_of(a):
        for run in _runs(sentence, known):
            content = sum(word.plain for word in run)
            if content >= MIN_CONTENT:
                start, end = run[0].start, run[-1].end
                span = Span(article=a.id, start=start, end=end, text=a.text[start:end])
                found.setdefault(tuple(word.folded for word in run), Passage(span, content))
    return tuple(found.values())


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[_Word, ...]]:
    sentence: list[_Word] = []
    quoted_since: int | None = None
    for match in _TOKEN.finditer(text, start, end):
        token, at = match.group(), match.start()
        if quoted_since is not None:
            closes = token in '”"' or at - quoted_since > _MAX_QUOTE
            quoted_since = None if closes else quoted_since
        elif token in '“"':
            quoted_since = at
            yield tuple(sentence)
            sentence = []
        elif token in ".;:?!”":
            if not _abbreviates(sentence):
                yield tuple(sentence)
                sentence = []
        else:
            sentence.append(_Word(token.casefold(), at, match.end(), _is_plain(token)))
    yield tuple(sentence)


def _abbreviates(sentence: Sequence[_Word]) -> bool:
    return bool(sentence) and sentence[-1].folded in {"mr", "mrs", "ms", "dr", "u", "s", "gen", "sept", "no"}


def _is_plain(token: str) -> bool:
    return len(token) > 2 and token[0].islower() and token.casefold() not in _STOP


def _shingles(sentences: Iterable[Sequence[_Word]], size: int) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(word.folded for word in sentence[at : at + size])
        for sentence in sentences
        for at in range(len(sentence) - size + 1)
    )


def _runs(sentence: Sequence[_Word], known: frozenset[tuple[str, ...]]) -> Iterator[Sequence[_Word]]:
    folded = [word.folded for word in sentence]
    at = 0
    while at + RUN <= len(sentence):
        end = at
        while end + RUN <= len(sentence) and tuple(folded[end : end + RUN]) in known:
            end += 1
        if end > at:
            yield sentence[at : end + RUN - 1]
        at = max(end, at + 1)
