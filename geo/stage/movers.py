"""Journeys and events as rows of the scene: when they are on stage, how real they are, who says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.model import Claim, Event, Journey
from geo.stage.checks import speed_words
from geo.stage.frame import Frame, Row, words_of
from geo.stage.layers import lonlat, path_minutes
from geo.stage.timing import Run


def travellers_of(journeys: Sequence[Journey]) -> dict[str, int]:
    """Names in the order of their hues: who travels most first, then who comes first."""
    counts: dict[str, int] = {}
    for journey in journeys:
        counts[journey.traveller] = counts.get(journey.traveller, 0) + 1
    ordered = sorted(counts, key=lambda name: -counts[name])  # sorted is stable: ties keep the story's order
    return {name: index for index, name in enumerate(ordered)}


def trip_rows(
    journeys: Sequence[Journey], runs: Mapping[str, Run | None], travellers: Mapping[str, int]
) -> list[Row]:
    """The ways of the journeys that have one, with the minute of each point."""
    rows = []
    for journey in journeys:
        when = runs[journey.id]
        if len(journey.path) < 2:
            continue
        start, end = (when.start, when.end) if when else (0.0, 0.0)
        rows.append(
            {
                "id": journey.id,
                "traveller": travellers[journey.traveller],
                "path": [lonlat(position) for position in journey.path],
                "minutes": path_minutes(journey.path, start, end),
            }
        )
    return rows


def journey_row(journey: Journey, when: Run | None, frame: Frame) -> Row:
    """A journey; ``run`` is ``None`` if no article dates it."""
    claims = sorted(journey.claims, key=lambda claim: _vagueness(claim, journey))
    return {
        "id": journey.id,
        "who": journey.traveller,
        "companions": list(journey.companions),
        "mode": journey.mode,
        "from": journey.from_place,
        "to": journey.to_place,
        "via": list(journey.via),
        "status": journey.status,
        "km": None if journey.path_km is None else round(journey.path_km),
        "basis": journey.path_basis,
        "speed": speed_words(journey),
        "run": None if when is None else _run_row(when),
        "depart": frame.window(journey.depart),
        "arrive": frame.window(journey.arrive),
        "when": words_of(journey.depart, journey.arrive),
        **frame.support(claims, journey.evidence, journey.status),
    }


def event_row(event: Event, frame: Frame) -> Row:
    """An event; ``window`` is ``None`` if no article dates it."""
    return {
        "id": event.id,
        "what": event.what,
        "kind": event.kind,
        "place": event.place,
        "people": list(event.people),
        "status": event.status,
        "window": frame.window(event.time),
        "when": words_of(event.time),
        **frame.support(event.claims, event.evidence, event.status),
    }


def _vagueness(claim: Claim, journey: Journey) -> int:
    """How much of the journey a claim leaves open: the sentence that tells most is shown first."""
    told = (
        claim.from_place == journey.from_place,
        claim.to_place == journey.to_place,
        claim.mode is journey.mode,
        claim.depart is not None or claim.arrive is not None,
    )
    return -sum(told)


def _run_row(when: Run) -> Row:
    return {"start": when.start, "end": when.end, "early": when.early, "late": when.late, "known": when.known}
