"""What people change in a story: read from lines, written as lines, applied to what the reader found.

A correction points at words of an article, not at a fact's id, so that it survives a re-read. It is never
erased: another correction takes it back. Corrections go to each article's story, before stories are merged.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from geo.errors import BadStoryError
from geo.model import Claim, Event, Journey, Mode, Place, PlaceKind, Span, Status, Story
from geo.story.moving import with_places_meant


class Action(StrEnum):
    """What a correction does."""

    PLACE = "place"
    DROP = "drop"
    SET = "set"
    RETRACT = "retract"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One change: who made it, when and why.

    ``PLACE`` says which place a name means (in one article, or in all), ``DROP`` that no fact of the list
    ``what`` stands at ``[start, end)`` of an article, ``SET`` which ``values`` the facts there have
    (status, mode, traveller, from, to), ``RETRACT`` that the correction ``of`` does not count.
    """

    id: str
    who: str
    when: str
    why: str
    action: Action
    article: str | None = None
    start: int | None = None
    end: int | None = None
    what: str | None = None
    name: str | None = None
    place: Place | None = None
    values: tuple[tuple[str, str | None], ...] = ()
    of: str | None = None


_NEEDED: Mapping[Action, tuple[str, ...]] = MappingProxyType(
    {
        Action.PLACE: ("name", "place"),
        Action.DROP: ("article", "start", "end", "what"),
        Action.SET: ("article", "start", "end", "what", "values"),
        Action.RETRACT: ("of",),
    }
)
_LISTS = ("journeys", "events", "distances", "mentions")
_CONVERSIONS: Mapping[str, Callable[[str], object]] = MappingProxyType({"status": Status, "mode": Mode})
_ATTRIBUTES: Mapping[str, str] = MappingProxyType({"from": "from_place", "to": "to_place"})


def parse_corrections(lines: str) -> tuple[Correction, ...]:
    """The corrections of a file's text, one JSON object a line.

    Raises:
        BadStoryError: A line is no correction.
    """
    return tuple(
        _parsed(line, number) for number, line in enumerate(lines.split("\n"), start=1) if line.strip()
    )


def written(correction: Correction) -> str:
    """A correction as its line, without what it does not say."""
    values = {field.name: getattr(correction, field.name) for field in fields(correction)}
    if correction.place is not None:
        place = {field.name: getattr(correction.place, field.name) for field in fields(Place)}
        values["place"] = {key: value for key, value in place.items() if key in _PLACE_KEYS}
    values["values"] = dict(correction.values)
    kept = {key: value for key, value in values.items() if value not in (None, {})}
    return json.dumps(kept, ensure_ascii=False)


def in_force(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections that nobody took back; taking back a retraction makes the first one count again."""
    standing: list[Correction] = []
    listed = list(corrections)
    retracted: set[str] = set()
    for correction in reversed(listed):
        if correction.id in retracted:
            continue
        if correction.action is Action.RETRACT:
            retracted.add(str(correction.of))
        else:
            standing.append(correction)
    return tuple(reversed(standing))


def apply_corrections(story: Story, corrections: Iterable[Correction]) -> Story:
    """One article's story as people corrected it."""
    for correction in in_force(corrections):
        if correction.article in (None, story.articles[0].id):
            story = _APPLY[correction.action](story, correction)
    return story


_PLACE_KEYS = ("id", "name", "kind", "lat", "lon", "radius_km", "country")


def _parsed(line: str, number: int) -> Correction:
    try:
        raw: dict[str, Any] = json.loads(line)
        action = Action(raw["action"])
        missing = [key for key in _NEEDED[action] if raw.get(key) is None]
        if missing or raw.get("what") not in (None, *_LISTS):
            raise KeyError(*missing or ["what"])
        place = Place(**_place_values(raw)) if raw.get("place") else None
        values = tuple(sorted((raw.get("values") or {}).items()))
        known = {field.name: raw.get(field.name) for field in fields(Correction)}
        return Correction(**known | {"action": action, "place": place, "values": values})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        msg = f"Line {number} of the corrections is none ({error!r}). Mend the line or remove it."
        raise BadStoryError(msg) from error


def _place_values(raw: Mapping[str, Any]) -> dict[str, Any]:
    values = {key: raw["place"].get(key) for key in _PLACE_KEYS}
    basis = f"correction by {raw['who']}: {raw['why']}"
    return values | {"kind": PlaceKind(values["kind"]), "basis": basis}


def _apply_place(story: Story, correction: Correction) -> Story:
    """The story with a name meaning another place, in its mentions and in all that was read from them."""
    place, name = correction.place, str(correction.name).casefold()
    if place is None or not any(mention.span.text.casefold() == name for mention in story.mentions):
        return story
    old = {mention.place for mention in story.mentions if mention.span.text.casefold() == name}
    meant = {str(place_id): place.id for place_id in old if place_id is not None}
    moved = with_places_meant(story, meant)
    return replace(
        moved,
        places=(*(known for known in moved.places if known.id != place.id), place),
        mentions=tuple(
            replace(mention, place=place.id) if mention.span.text.casefold() == name else mention
            for mention in moved.mentions
        ),
    )


def _apply_drop(story: Story, correction: Correction) -> Story:
    what = str(correction.what)
    if what == "mentions":
        mentions = [mention for mention in story.mentions if not _touches(mention.span, correction)]
        return replace(story, mentions=tuple(mentions))
    facts = (_without(fact, correction) for fact in getattr(story, what))
    kept: dict[str, Any] = {what: tuple(fact for fact in facts if fact is not None)}
    return replace(story, **kept)


def _without(fact: Any, correction: Correction) -> Any:  # noqa: ANN401 (a journey, event or distance)
    """The fact without the claims that stand where the correction points; ``None`` if nothing is left."""
    claims: tuple[Claim, ...] = getattr(fact, "claims", ())
    left = tuple(claim for claim in claims if not _evident(claim.evidence, correction))
    if left and len(left) < len(claims):
        evidence = tuple(span for claim in left for span in claim.evidence)
        return replace(fact, claims=left, evidence=evidence)
    return None if _evident(fact.evidence, correction) else fact


def _apply_set(story: Story, correction: Correction) -> Story:
    values = {
        _ATTRIBUTES.get(key, key): _CONVERSIONS.get(key, str)(value) if value is not None else None
        for key, value in correction.values
    }
    what = str(correction.what)
    facts = [
        _with(fact, values) if _evident(fact.evidence, correction) else fact for fact in getattr(story, what)
    ]
    changed: dict[str, Any] = {what: tuple(facts)}
    return replace(story, **changed)


def _with(fact: Any, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 (a journey, event or distance)
    fact = replace(fact, **_of_type(type(fact), values))
    if isinstance(fact, (Journey, Event)):
        claim_values = _of_type(Claim, values)
        fact = replace(fact, claims=tuple(replace(claim, **claim_values) for claim in fact.claims))
    return fact


def _of_type(noun: type, values: Mapping[str, Any]) -> dict[str, Any]:
    names = {field.name for field in fields(noun)}
    return {key: value for key, value in values.items() if key in names}


def _evident(evidence: Iterable[Span], correction: Correction) -> bool:
    return any(_touches(span, correction) for span in evidence)


def _touches(span: Span, correction: Correction) -> bool:
    start, end = correction.start, correction.end
    return start is not None and end is not None and span.start < end and start < span.end


_APPLY: Mapping[Action, Callable[[Story, Correction], Story]] = MappingProxyType(
    {Action.PLACE: _apply_place, Action.DROP: _apply_drop, Action.SET: _apply_set}
)
