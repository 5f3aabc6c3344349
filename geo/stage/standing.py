"""Which articles speak with one voice, and which reports are facts. Knows no screen."""

from __future__ import annotations

from collections.abc import Sequence

from geo.model import Article, Origin, Status

FACTUAL = frozenset({Status.HAPPENED, Status.UNDER_WAY})


def voices(articles: Sequence[Article], origins: Sequence[Origin]) -> dict[str, str]:
    """Article to the voice it counts as: its origin, or itself where the origin is unknown.

    An article of unknown origin is not proven independent: all of them count as one voice.
    """
    known = {article: origin.id for origin in origins for article in origin.articles}
    return {article.id: known.get(article.id) or article.origin or "unknown" for article in articles}
