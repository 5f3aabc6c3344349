"""Disagreements as rows of the scene: what differs, who says which, and why, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from geo.model import Disagreement, DisagreementKind, ReportedValue, Span
from geo.stage.dates import days_words
from geo.stage.frame import Frame, Row

KIND_WORDS = {
    DisagreementKind.CONFLICT: "The reports differ",
    DisagreementKind.DIFFERENT_MEASURE: "Different measures",
    DisagreementKind.REFINEMENT: "Some say it more exactly",
    DisagreementKind.UPDATE: "Later reports changed it",
}
_KILOMETRES = re.compile(r"\b(\d{4,6}) km\b")
_ISO_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?: to (\d{4}-\d\d-\d\d))?")


def difference_row(disagreement: Disagreement, frame: Frame) -> Row:
    """A disagreement; ``about`` lists every thing of the scene that it concerns."""
    return {
        "id": disagreement.id,
        "about": _concerned(disagreement, frame),
        "kind": disagreement.kind,
        "title": KIND_WORDS[disagreement.kind],
        "why": _as_sentence(disagreement.explanation),
        "values": [_value_row(value, frame) for value in disagreement.values],
    }


def said_of_days(text: str) -> str:
    """The text with its ISO days as a reader says them: "2023-07-01 to 2023-07-31" is "July 2023"."""
    return _ISO_DAYS.sub(_days_said, text)


def _as_sentence(text: str) -> str:
    said = _KILOMETRES.sub(lambda match: f"{int(match[1]):,} km", said_of_days(text))
    return said[:1].upper() + said[1:]


def _days_said(match: re.Match[str]) -> str:
    try:
        ends = [date.fromisoformat(day).isoformat() for day in (match[1], match[2] or match[1])]
    except ValueError:
        return match[0]
    return days_words(*ends)


def _value_row(value: ReportedValue, frame: Frame) -> Row:
    return {"value": said_of_days(value.value), **frame.printed(value.evidence)}


def _concerned(disagreement: Disagreement, frame: Frame) -> list[str]:
    """The thing that it is about; of distances also those whose words are one of its sides."""
    story = frame.story
    refs = [f"journey:{each.id}" for each in story.journeys if each.id == disagreement.about]
    refs += [f"event:{each.id}" for each in story.events if each.id == disagreement.about]
    sides = set(_spans(disagreement))
    refs += [
        f"distance:{each.id}"
        for each in story.distances
        if each.id == disagreement.about or sides.intersection(each.evidence)
    ]
    return refs


def _spans(disagreement: Disagreement) -> Iterable[Span]:
    return (span for value in disagreement.values for span in value.evidence)
