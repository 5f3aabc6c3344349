"""Many articles to one story: what they tell of the same thing becomes one, and every claim is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from geo.model import Place, Story
from geo.story.archive import archive_of
from geo.story.distances import merge_distances
from geo.story.events import merge_events
from geo.story.journeys import merge_journeys
from geo.story.origins import find_origins, with_origins
from geo.story.rewording import restore_modes, restore_sites


def merge(stories: Sequence[Story]) -> Story:
    """The story that articles tell together; ``stories`` has what each of them reports."""
    articles = tuple(chain.from_iterable(story.articles for story in stories))
    origins = find_origins(articles)
    stories = restore_sites(stories, origins)
    published = sorted(stories, key=_publication)
    places = _merged_places(chain.from_iterable(story.places for story in published))
    archive = archive_of(articles, places)
    events = merge_events([item for story in published for item in story.events], archive)
    journeys = [item for story in published for item in story.journeys]
    return Story(
        id=stories[0].id if stories else "story",
        title=stories[0].title if stories else "story",
        articles=with_origins(articles, origins),
        origins=origins,
        places=places,
        mentions=tuple(chain.from_iterable(story.mentions for story in stories)),
        times=tuple(chain.from_iterable(story.times for story in stories)),
        distances=merge_distances([item for story in published for item in story.distances], archive),
        journeys=merge_journeys(restore_modes(journeys, origins), archive, events),
        events=events,
        problems=tuple(chain.from_iterable(story.problems for story in stories)),
    )


def _publication(story: Story) -> tuple[str, str]:
    """The order in which stories are told, so that it does not matter in which order they are given."""
    article = story.articles[0] if story.articles else None
    return (article.published or "9999", article.id) if article else ("", story.id)


def _merged_places(places: Iterable[Place]) -> tuple[Place, ...]:
    """Each place once, by id; of several readings the one that is surest of it."""
    best: dict[str, Place] = {}
    for place in places:
        known = best.get(place.id)
        if known is None or place.confidence > known.confidence:
            best[place.id] = place
    return tuple(best[place_id] for place_id in sorted(best))
