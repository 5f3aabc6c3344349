"""What every row of a story's scene needs: where minutes start, who printed what when, and the sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from geo.model import Article, Claim, Interval, Span, Status, Story
from geo.stage.excerpts import Excerpt, excerpt
from geo.stage.standing import voices
from geo.stage.timing import bounds, epoch_for, minutes, window

Row = dict[str, Any]


class Quotes:
    """Sentences by number; a sentence with the same marks is kept once."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        """Sentences out of these articles."""
        self._articles = articles
        self._numbers: dict[Excerpt, int] = {}
        self.rows: list[Row] = []

    def numbers(self, evidence: Iterable[Span]) -> list[int]:
        """One number per sentence that holds evidence, in the order given."""
        by_article: dict[str, list[Span]] = {}
        for span in evidence:
            by_article.setdefault(span.article, []).append(span)
        found: list[int] = []
        for article, spans in by_article.items():
            left = sorted(spans)
            while left:
                piece = excerpt(self._articles[article], left)
                end = piece.start + len(piece.text)
                left = [span for span in left if not (piece.start <= span.start and span.end <= end)]
                found.append(self._number(piece))
        return list(dict.fromkeys(found))

    def has_any(self, number: int, evidence: Iterable[Span]) -> bool:
        """Whether a sentence holds some of this evidence."""
        row = self.rows[number]
        start, end = row["start"], row["start"] + len(row["text"])
        return any(span.article == row["article"] and start <= span.start < end for span in evidence)

    def _number(self, piece: Excerpt) -> int:
        if piece not in self._numbers:
            self._numbers[piece] = len(self.rows)
            marks = [list(mark) for mark in piece.marks]
            self.rows.append(
                {"article": piece.article, "start": piece.start, "text": piece.text, "marks": marks}
            )
        return self._numbers[piece]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One story as its rows are made: ``published`` in minutes from ``epoch``, ``voices`` by article."""

    story: Story
    epoch: datetime
    articles: Mapping[str, Article]
    published: Mapping[str, float | None]
    voices: Mapping[str, str]
    quotes: Quotes

    def printed(self, spans: Iterable[Span]) -> Row:
        """The sentences that hold these words, and how many articles and origins say so."""
        listed = list(spans)
        articles = {span.article for span in listed}
        return {
            "excerpts": self.quotes.numbers(listed),
            "sources": sorted(articles),
            "articles": len(articles),
            "origins": len({self.voices[article] for article in articles}),
        }

    def support(self, claims: Sequence[Claim], evidence: Sequence[Span], status: Status) -> Row:
        """Who says so: sentences (those that say what is believed first), counts, and each claim."""
        ordered = sorted(claims, key=lambda claim: claim.status is not status)
        spans = [span for claim in ordered for span in claim.evidence] or list(evidence)
        printed = self.printed(spans)
        return {**printed, "claims": [self._claim_row(claim, printed["excerpts"]) for claim in claims]}

    def _claim_row(self, claim: Claim, sentences: Sequence[int]) -> Row:
        """What one article says of a thing; times in minutes, so that the player can leave articles out."""
        return {
            "article": claim.article,
            "status": claim.status,
            "from": claim.from_place,
            "to": claim.to_place,
            "mode": claim.mode,
            "depart": self._told(claim.depart),
            "arrive": self._told(claim.arrive),
            "excerpts": [number for number in sentences if self.quotes.has_any(number, claim.evidence)],
        }

    def _told(self, interval: Interval | None) -> Row | None:
        window = self.window(interval)
        return None if interval is None or window is None else {"window": window, "words": interval.text}

    def window(self, interval: Interval | None) -> list[float] | None:
        """Both ends of a reported time in minutes, ``None`` if the source gives none."""
        found = window(interval, self.epoch)
        return None if found is None else [found.early, found.late]


def frame_of(story: Story) -> Frame:
    """The frame of a story."""
    epoch = epoch_for(_moments(story))
    articles = {article.id: article for article in story.articles}
    return Frame(
        story=story,
        epoch=epoch,
        articles=articles,
        published={article.id: _published(article, epoch) for article in story.articles},
        voices=voices(story.articles, story.origins),
        quotes=Quotes(articles),
    )


def words_of(*intervals: Any) -> str | None:  # noqa: ANN401 - Interval | None, joined as reported
    """The reported times in the words of the reports, ``None`` if there are none."""
    told = [interval.text for interval in intervals if interval is not None]
    return " to ".join(dict.fromkeys(told)) or None


def _moments(story: Story) -> Iterable[datetime]:
    for journey in story.journeys:
        for interval in (journey.depart, journey.arrive):
            yield from bounds(interval) or ()
    for event in story.events:
        yield from bounds(event.time) or ()
    for article in story.articles:
        if article.published and (when := _day(article.published)):
            yield when


def _day(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _published(article: Article, epoch: datetime) -> float | None:
    when = _day(article.published) if article.published else None
    return None if when is None else minutes(when, epoch)
