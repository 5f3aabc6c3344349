"""What a rewording machine did to names and vehicles, learnt from the articles beside the reworded one.

One report says "from Pyongyang by armored train to Vladivostok", its reworded copy "from Pyongyang by armored
practice to Vladivostok": in that copy "practice" is a train, elsewhere in it too. Only articles of one
origin are so read, and only a word that stands where the other tells the vehicle of the same way. A site that
no gazetteer has ("Far Japanese Federal College") is the one of the same town that another article of the
origin names in as many words, most of them the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from geo.atlas.measures import geodesic_km
from geo.model import Claim, Journey, Mode, Origin, Place, Story
from geo.story.moving import with_places_meant

_BY_KIND_OF = re.compile(r"\bby\s(?P<kind>[a-z]{4,20})\s(?P<noun>[a-z]{3,20})\b")
_ALIKE = 85.0
"""Likeness (0 to 100) of two spellings of one word: armored and armoured 93."""


_FEWEST_WORDS = 3
_SAME_WORDS = 0.5
"""Share of the words of a site's name that its reworded name has at the same place."""


def restore_sites(stories: Sequence[Story], origins: Sequence[Origin]) -> list[Story]:
    """The stories, with a site's reworded name standing for the site that an article of its origin names."""
    return [_with_sites(story, list(_beside(story, stories, origins))) for story in stories]


def _beside(story: Story, stories: Sequence[Story], origins: Sequence[Origin]) -> Iterator[Place]:
    """Places that the other articles of a story's origins name."""
    own = {article.id for article in story.articles}
    voice = {each for origin in origins if own.intersection(origin.articles) for each in origin.articles}
    for other in stories:
        if other is not story and voice.intersection(article.id for article in other.articles):
            yield from other.places


def _with_sites(story: Story, beside: Sequence[Place]) -> Story:
    meant = {}
    for site in story.places:
        found = {place.id for place in beside if _is_reworded(site, place)}
        if len(found) == 1:
            meant[site.id] = found.pop()
    return with_places_meant(story, meant) if meant else story


def _is_reworded(site: Place, known: Place) -> bool:
    """Whether ``site``, which only its town places, may be another name of ``known`` in that town."""
    if not _is_placed_by_town(site) or _is_placed_by_town(known) or site.kind is not known.kind:
        return False
    words, others = site.name.split(), known.name.split()
    if len(words) != len(others) or len(words) < _FEWEST_WORDS or words == others:
        return False
    same = sum(word == other for word, other in zip(words, others, strict=True))
    near = geodesic_km(site.position, known.position) <= site.radius_km + known.radius_km
    return near and same / len(words) >= _SAME_WORDS


def _is_placed_by_town(place: Place) -> bool:
    """Whether no gazetteer has it: its id is then that of its town, a stroke, and its own name."""
    return "/" in place.id


def restore_modes(journeys: Sequence[Journey], origins: Sequence[Origin]) -> tuple[Journey, ...]:
    """The journeys, with the mode that a reworded copy hides behind another word."""
    words = dict(_learnt(journeys, origins))
    return tuple(_restored(journey, words) for journey in journeys)


def _learnt(journeys: Sequence[Journey], origins: Sequence[Origin]) -> Iterator[tuple[tuple[str, str], Mode]]:
    """Which word of which article stands for which mode."""
    voices = {article: origin.id for origin in origins for article in origin.articles}
    claims = [claim for journey in journeys for claim in journey.claims if claim.article in voices]
    claims = [claim for claim in claims if any(_phrases(claim))]
    plain = [claim for claim in claims if claim.mode is not Mode.UNKNOWN]
    for hidden in (claim for claim in claims if claim.mode is Mode.UNKNOWN):
        for told in plain:
            if told.article != hidden.article and voices[told.article] == voices[hidden.article]:
                for noun in _aligned(hidden, told):
                    yield (hidden.article, noun), told.mode


def _aligned(hidden: Claim, told: Claim) -> Iterator[str]:
    """Words of one claim that stand where another has its vehicle, on the same way."""
    if not hidden.to_place or (hidden.from_place, hidden.to_place) != (told.from_place, told.to_place):
        return
    for kind, noun in _phrases(hidden):
        for other_kind, vehicle in _phrases(told):
            if noun != vehicle and fuzz.ratio(kind, other_kind) >= _ALIKE:
                yield noun


def _phrases(claim: Claim) -> Iterator[tuple[str, str]]:
    for span in claim.evidence:
        for match in _BY_KIND_OF.finditer(span.text):
            yield match["kind"], match["noun"]


def _restored(journey: Journey, words: Mapping[tuple[str, str], Mode]) -> Journey:
    claims = tuple(_with_mode(claim, words) for claim in journey.claims)
    modes = {claim.mode for claim in claims} - {Mode.UNKNOWN}
    mode = modes.pop() if journey.mode is Mode.UNKNOWN and len(modes) == 1 else journey.mode
    return replace(journey, claims=claims, mode=mode)


def _with_mode(claim: Claim, words: Mapping[tuple[str, str], Mode]) -> Claim:
    if claim.mode is not Mode.UNKNOWN:
        return claim
    found = {mode for (article, noun), mode in words.items() if article == claim.article and _by(noun, claim)}
    return replace(claim, mode=found.pop()) if len(found) == 1 else claim


def _by(noun: str, claim: Claim) -> bool:
    return any(_stands_after_by(noun, span.text.split()) for span in claim.evidence)


def _stands_after_by(noun: str, words: Iterable[str]) -> bool:
    """Whether the words have "by NOUN" or "by some NOUN"."""
    plain = [word.strip(",.;:") for word in words]
    return any(plain[at] == "by" and noun in plain[at + 1 : at + 3] for at in range(len(plain)))
