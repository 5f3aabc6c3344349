"""An article with everything read from it marked, by kind. Knows no markup: offsets and words only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from geo.model import Article, Mention, Role, Span, Story, Timex
from geo.stage.standing import voices

Row = dict[str, Any]

ROLE_WORDS = {
    Role.LITERAL: "on the map",
    Role.METONYMIC: "stands for its government or people: no mark",
    Role.DEMONYM: "names a people: no mark",
    Role.NAME: "part of another name: no mark",
}


def article_list(story: Story) -> list[Row]:
    """The articles as a list shows them, by date of publication; those without one come last."""
    origin_names = {origin.id: origin.name for origin in story.origins}
    spoken = voices(story.articles, story.origins)
    ordered = sorted(story.articles, key=lambda article: (article.published or "9999", article.id))
    return [
        {
            "id": article.id,
            "title": article.title or _first_line(article),
            "publisher": article.publisher,
            "published": article.published,
            "basis": article.published_basis,
            "author": article.author,
            "agency": article.agency,
            "origin": origin_names.get(spoken[article.id]),
            "url": article.url,
        }
        for article in ordered
    ]


def article_page(story: Story, article_id: str) -> Row:
    """The text of an article, the stretches that are its body, and its marks.

    Raises:
        KeyError: The story has no such article.
    """
    article = {each.id: each for each in story.articles}[article_id]
    marks = sorted(_marks(story, article_id), key=lambda mark: (mark["start"], -mark["end"], mark["kind"]))
    return {
        "id": article.id,
        "text": article.text,
        "body": [list(part) for part in article.body],
        "marks": marks,
    }


def _marks(story: Story, article_id: str) -> Iterable[Row]:
    names = {place.id: place.name for place in story.places}
    for mention in story.mentions:
        yield from _kept(article_id, mention.span, "place", _place_words(mention, names), _place_ref(mention))
    for time in story.times:
        yield from _kept(article_id, time.span, "time", time.value, _moment_ref(time))
    for distance in story.distances:
        for span in distance.evidence:
            says = f"{distance.km:,.0f} km: {distance.verdict}"
            yield from _kept(article_id, span, "distance", says, f"distance:{distance.id}")
    for journey in story.journeys:
        says = f"{journey.traveller} ({journey.status})"
        for span in _spans(span for claim in journey.claims for span in claim.evidence) or journey.evidence:
            yield from _kept(article_id, span, "journey", says, f"journey:{journey.id}")
    for event in story.events:
        for span in _spans(span for claim in event.claims for span in claim.evidence) or event.evidence:
            yield from _kept(article_id, span, "event", f"{event.what} ({event.status})", f"event:{event.id}")


def _kept(article_id: str, span: Span, kind: str, says: str, ref: str | None) -> Iterable[Row]:
    if span.article == article_id:
        yield {"start": span.start, "end": span.end, "kind": kind, "says": says, "ref": ref}


def _spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))


def _place_words(mention: Mention, names: dict[str, str]) -> str:
    if mention.place is None:
        return "in no gazetteer"
    return f"{names.get(mention.place, mention.place)}, {ROLE_WORDS[mention.role]}"


def _place_ref(mention: Mention) -> str | None:
    return f"place:{mention.place}" if mention.place and mention.role is Role.LITERAL else None


def _moment_ref(time: Timex) -> str | None:
    """The moment that the words mean, where they mean one: the clock can go there."""
    return f"moment:{time.earliest}" if time.earliest else None


def _first_line(article: Article) -> str:
    return next((line.strip()[:120] for line in article.text.splitlines() if line.strip()), article.id)
