"""Words that two articles share: near copies, and passages that outlive a rewording.

A rewording machine changes words one by one and reporters rewrite freely, but a few runs of plain words stay
("artillery shells and antitank missiles"). Names, titles and quotations prove nothing: all who report a
story have them. Pure; linear in the length of the articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
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


@dataclass(frozen=True, slots=True)
class Wording:
    """An article's words outside quotations, sentence by sentence, and which of them stand together."""

    article: Article
    sentences: tuple[tuple[_Word, ...], ...]
    runs: tuple[tuple[int, ...], ...]
    """For each sentence the numbers of the runs of words that begin at each of its words."""
    all_runs: frozenset[int]
    shingles: frozenset[int]


def wording(article: Article) -> Wording:
    """The wording of an article's body."""
    sentences = tuple(
        sentence
        for start, end in article.body
        for sentence in _sentences(article.text, start, end)
        if sentence
    )
    runs = tuple(_hashes(sentence, RUN) for sentence in sentences)
    shingles = frozenset(chain.from_iterable(_hashes(sentence, SHINGLE) for sentence in sentences))
    return Wording(article, sentences, runs, frozenset(chain.from_iterable(runs)), shingles)


def near_copy_share(a: Wording, b: Wording) -> float:
    """Share of the shorter article's word shingles that the other has, 0 to 1."""
    fewer = min(len(a.shingles), len(b.shingles))
    return len(a.shingles & b.shingles) / fewer if fewer else 0.0


def shared_passages(a: Wording, b: Wording) -> tuple[Passage, ...]:
    """The longest runs of words of ``a`` that ``b`` has too and that are more than names, each told once."""
    found: dict[tuple[str, ...], Passage] = {}
    common = a.all_runs & b.all_runs
    for sentence, runs in zip(a.sentences, a.runs, strict=True) if common else ():
        for run in _runs(sentence, runs, common):
            content = sum(word.plain for word in run)
            if content >= MIN_CONTENT:
                start, end = run[0].start, run[-1].end
                span = Span(article=a.article.id, start=start, end=end, text=a.article.text[start:end])
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


def _hashes(sentence: Sequence[_Word], size: int) -> tuple[int, ...]:
    return tuple(_hash(sentence[at : at + size]) for at in range(len(sentence) - size + 1))


def _hash(words: Sequence[_Word]) -> int:
    """A number for words in their order, the same on every run (Python's own hash of text is not)."""
    joined = " ".join(word.folded for word in words)
    return int.from_bytes(blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _runs(sentence: Sequence[_Word], runs: Sequence[int], known: frozenset[int]) -> Iterator[Sequence[_Word]]:
    at = 0
    while at < len(runs):
        end = at
        while end < len(runs) and runs[end] in known:
            end += 1
        if end > at:
            yield sentence[at : end + RUN - 1]
        at = max(end, at + 1)
