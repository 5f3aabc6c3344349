"""What merging looks up, and the status that several claims have together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from geo.model import Article, Claim, Place, Status

REAL = frozenset({Status.HAPPENED, Status.UNDER_WAY})
_RANK = (
    Status.HAPPENED,
    Status.UNDER_WAY,
    Status.PLANNED,
    Status.POSSIBLE,
    Status.PROPOSED,
    Status.DENIED,
)

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What merging looks up: articles and places by id, articles in the order of publication."""

    articles: Mapping[str, Article]
    places: Mapping[str, Place]

    def place(self, place_id: str | None) -> Place | None:
        """The place of that id, if there is one."""
        return self.places.get(place_id) if place_id else None

    def order(self, claim: Claim) -> tuple[str, str, int]:
        """The order in which claims were published, then in which they stand; undated articles last."""
        published = self.articles[claim.article].published or "9999"
        return (published, claim.article, claim.evidence[0].start)

    def published(self, claim: Claim) -> str | None:
        """When the claim was published."""
        return self.articles[claim.article].published


def archive_of(articles: Iterable[Article], places: Iterable[Place]) -> Archive:
    """The look-up of articles and places."""
    return Archive(
        articles=MappingProxyType({article.id: article for article in articles}),
        places=MappingProxyType({place.id: place for place in places}),
    )


def overall_status(claims: Sequence[Claim], archive: Archive) -> Status:
    """The latest, best supported status: what happened stays happened unless it is denied later."""
    latest: dict[Status, str] = {}
    for claim in claims:
        latest[claim.status] = max(latest.get(claim.status, ""), archive.published(claim) or "")
    denied = latest.get(Status.DENIED)
    for real in (Status.HAPPENED, Status.UNDER_WAY):
        if real in latest and (denied is None or latest[real] >= denied):
            return real
    support = Counter(claim.status for claim in claims)
    # of one day, a plan and its denial are a plan that is off
    return max(latest, key=lambda s: (latest[s], s is Status.DENIED, support[s], -_RANK.index(s)))


def unique(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items without repetitions, in the order in which they first come."""
    return tuple(dict.fromkeys(items))
