"""How real a journey or an event was known to be, day by day, as articles came out. Knows no screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.model import Article, Claim, Origin, Status

FACTUAL = frozenset({Status.HAPPENED, Status.UNDER_WAY})

_STRENGTH = {
    Status.HAPPENED: 5,
    Status.UNDER_WAY: 4,
    Status.DENIED: 3,
    Status.PLANNED: 2,
    Status.POSSIBLE: 1,
    Status.PROPOSED: 0,
}
"""Which claim of one day is believed: a fact over a denial, a denial over a plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From ``minute`` on (``None``: from the start) readers knew this, from so many articles and origins."""

    minute: float | None
    status: Status
    articles: int
    origins: int


def steps(
    claims: Sequence[Claim], published: Mapping[str, float | None], voices: Mapping[str, str]
) -> tuple[Step, ...]:
    """One step per publication that added a claim: ``published`` in minutes, ``voices`` by article."""
    order = sorted({_key(published[claim.article]) for claim in claims})
    found = []
    for key in order:
        so_far = [claim for claim in claims if _key(published[claim.article]) <= key]
        newest = [claim for claim in so_far if _key(published[claim.article]) == key]
        articles = {claim.article for claim in so_far}
        found.append(
            Step(
                minute=None if key == _UNKNOWN else key,
                status=_believed(so_far, newest),
                articles=len(articles),
                origins=len({voices[article] for article in articles}),
            )
        )
    return tuple(found)


_UNKNOWN = float("-inf")


def _key(minute: float | None) -> float:
    return _UNKNOWN if minute is None else minute


def _believed(so_far: Sequence[Claim], newest: Sequence[Claim]) -> Status:
    """What happened stays so, whatever a later article recalls; otherwise the newest claims count."""
    facts = [claim.status for claim in so_far if claim.status in FACTUAL]
    pool = facts or [claim.status for claim in newest]
    return max(pool, key=_STRENGTH.__getitem__)


def voices(articles: Sequence[Article], origins: Sequence[Origin]) -> dict[str, str]:
    """Article to the voice it counts as: its origin, or itself where the origin is unknown.

    An article of unknown origin is not proven independent: all of them count as one voice.
    """
    known = {article: origin.id for origin in origins for article in origin.articles}
    return {article.id: known.get(article.id) or article.origin or "unknown" for article in articles}
