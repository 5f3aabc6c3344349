"""What an online geocoder adds to a story: places that no gazetteer has, second opinions on unsure ones.

Pure but for the asking, which is passed in. What an article says around a name weighs more than a service
that saw only the name: an unsure place stays as it is, and the online answer confirms it or stands beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from geo.atlas.measures import geodesic_km
from geo.model import Mention, Place, Problem, Role, Story

UNSURE = 0.6
"""A place less likely than this is asked about."""
MOST_NAMES = 60
"""Names asked about in one story, those written most first: a minute at the pace of public services."""
PATIENCE = 2
"""Failures in a row after which the service is left alone."""
SAME_KM = 15.0
"""Two points no farther apart than this, beside their radii, are one place."""


class Answered(Protocol):
    """What a geocoder answers; ``online`` is ``None`` where it failed, and ``problem`` then says how."""

    @property
    def online(self) -> tuple[Place, ...] | None: ...  # noqa: D102
    @property
    def problem(self) -> str | None: ...  # noqa: D102


Ask = Callable[[str], Answered]
"""Looks a name up online; never raises."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was learnt online."""

    places: tuple[Place, ...] = ()
    """Of names that no gazetteer has, each called as the articles call it."""
    opinions: Mapping[str, Place] = field(default_factory=dict)
    """For an unsure place, by its id, the one that is meant by what the service knows."""
    problems: tuple[Problem, ...] = ()


def look_up(stories: Sequence[Story], ask: Ask) -> Found:
    """Ask about the literal names that have no place, and about those whose place is unsure."""
    unsure = {place.id: place for story in stories for place in story.places if place.confidence < UNSURE}
    ground = [each for story in stories for each in story.mentions if each.role is Role.LITERAL]
    asked = [mention for mention in ground if mention.place is None or mention.place in unsure]
    names = Counter(
        mention.span.text for mention in asked
    )  # in the order of the text, where counts are equal
    answers, failed = _answers([name for name, _ in names.most_common(MOST_NAMES)], ask)
    left = len(names) - MOST_NAMES
    return Found(
        places=tuple(_new_places(asked, answers)),
        opinions={
            mention.place: answers[mention.span.text]
            for mention in reversed(asked)
            if mention.place is not None and mention.span.text in answers
        },
        problems=(*_problems(failed), *([_too_many(left)] if left > 0 else [])),
    )


def with_opinions(story: Story, opinions: Mapping[str, Place]) -> Story:
    """The story with what the service thinks of its unsure places."""
    return replace(
        story,
        places=tuple(
            _with_opinion(place, opinions[place.id]) if place.id in opinions else place
            for place in story.places
        ),
    )


def _answers(names: Sequence[str], ask: Ask) -> tuple[dict[str, Place], dict[str, list[str]]]:
    """The best answer for each name that has one; names by the sentence for which they have none."""
    answers: dict[str, Place] = {}
    failed: dict[str, list[str]] = {}
    in_a_row, sentence = 0, ""
    for name in names:
        if in_a_row < PATIENCE:
            answer = ask(name)
            in_a_row = in_a_row + 1 if answer.problem else 0
            sentence = answer.problem or ""
            if answer.online:
                answers[name] = answer.online[0]
        if sentence:
            failed.setdefault(sentence, []).append(name)
    return answers, failed


def _new_places(asked: Sequence[Mention], answers: Mapping[str, Place]) -> Iterator[Place]:
    names = dict.fromkeys(mention.span.text for mention in asked if mention.place is None)
    for name in names:
        if name in answers:
            yield replace(answers[name], name=name, alternatives=())


def _with_opinion(place: Place, opinion: Place) -> Place:
    if place.confidence >= UNSURE or place.id == opinion.id:
        return place
    if geodesic_km(place.position, opinion.position) <= SAME_KM + place.radius_km + opinion.radius_km:
        confidence = max(place.confidence, opinion.confidence)
        return replace(place, confidence=confidence, basis=f"{place.basis}; confirmed by {opinion.basis}")
    second = replace(
        opinion, confidence=round(min(opinion.confidence, 1 - place.confidence), 3), alternatives=()
    )
    return replace(place, alternatives=(second, *place.alternatives))


def _problems(failed: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    for sentence, names in failed.items():
        what, _, advice = sentence.partition(": ")
        missed = f"Not looked up online: {', '.join(names)}."
        yield Problem(
            what=f"{what.rstrip('.')}.", advice=f"{advice[:1].upper()}{advice[1:]} {missed}".strip()
        )


def _too_many(left: int) -> Problem:
    return Problem(
        what=f"{left} more names have no sure place than are asked about online in one story ({MOST_NAMES}).",
        advice="Put the places that matter into the story's places.csv.",
    )
