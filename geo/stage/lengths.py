"""Reported distances as rows of the scene: each beside what was measured, and a line between its ends."""

from __future__ import annotations

from collections.abc import Mapping

from geo.atlas.lines import great_circle
from geo.atlas.measures import judge
from geo.model import Distance, Mode, Place, Verdict
from geo.stage.checks import direction_words
from geo.stage.frame import Frame, Row
from geo.stage.layers import lonlat

STRAIGHT = "straight line"
MODE_WORDS = {
    Mode.RAIL: "by rail",
    Mode.ROAD: "by road",
    Mode.SEA: "by sea",
    Mode.AIR: "by air",
    Mode.FOOT: "on foot",
    Mode.UNKNOWN: "by a way not told",
}
_PLURALS = {"foot": "feet"}
_VERDICTS = {
    Verdict.STRAIGHT_LINE: "Matches the straight line.",
    Verdict.IMPOSSIBLE: "Shorter than the straight line: it cannot be right as printed.",
    Verdict.UNUSUAL: "Longer than the straight line and than any way that was found.",
    Verdict.NOT_CHECKABLE: "Cannot be checked: an end is missing, or too vague.",
}


def distance_row(distance: Distance, places: Mapping[str, Place], frame: Frame) -> Row:
    """A distance; ``line`` is empty where an end is not known, ``measures`` hold kilometres by name."""
    matched = _matched(distance)
    return {
        "id": distance.id,
        "from": distance.from_place,
        "to": distance.to_place,
        "says": reported_words(distance),
        "km": round(distance.km),
        "measures": _measures(distance, matched),
        "verdict": distance.verdict,
        "judged": verdict_words(distance),
        "towards": direction_words(distance),
        "line": _line(distance, places),
        **_printed(distance, frame),
    }


def _printed(distance: Distance, frame: Frame) -> Row:
    """The sentence with the number first; those that name an end after it."""
    row = frame.printed(distance.evidence)
    number = distance.evidence[0] if distance.evidence else None

    def lacks_number(index: int) -> bool:
        quote = frame.quotes.rows[index]
        return number is None or not (
            quote["article"] == number.article
            and quote["start"] <= number.start < quote["start"] + len(quote["text"])
        )

    return {**row, "excerpts": sorted(row["excerpts"], key=lacks_number)}


def reported_words(distance: Distance) -> str:
    """The distance as reported: "about 950 miles"."""
    unit = distance.unit if distance.value == 1 else _PLURALS.get(distance.unit, f"{distance.unit}s")
    value = f"{distance.value:,.0f}" if float(distance.value).is_integer() else f"{distance.value:,.6g}"
    return f"{'about ' if distance.approximate else ''}{value} {unit}"


def verdict_words(distance: Distance) -> str:
    """What the reported distance turned out to be, in one sentence."""
    if distance.verdict is not Verdict.ROUTE:
        return _VERDICTS[distance.verdict]
    matched = _matched(distance)
    return f"Matches the route {matched}." if matched else "Matches a route."


def _matched(distance: Distance) -> str | None:
    """The name of the measure that the distance agrees with."""
    if distance.verdict is Verdict.STRAIGHT_LINE:
        return STRAIGHT
    if distance.verdict is not Verdict.ROUTE:
        return None
    network = judge(
        distance.km,
        approximate=distance.approximate,
        straight_km=distance.straight_km,
        straight_km_error=distance.straight_km_error,
        routes_km=distance.routes_km,
        value=distance.value,
    ).network
    return None if network is None else MODE_WORDS[network]


def _measures(distance: Distance, matched: str | None) -> list[Row]:
    """What was measured, the straight line first; only what the story holds."""
    rows: list[tuple[str, float]] = []
    if distance.straight_km is not None:
        rows.append((STRAIGHT, distance.straight_km))
    rows += [(MODE_WORDS[mode], km) for mode, km in distance.routes_km]
    return [{"name": name, "km": round(km), "matches": name == matched} for name, km in rows]


def _line(distance: Distance, places: Mapping[str, Place]) -> list[list[float]]:
    """The geodesic between both ends."""
    start, end = places.get(distance.from_place or ""), places.get(distance.to_place or "")
    if start is None or end is None or start.position == end.position:
        return []
    return [lonlat(position) for position in great_circle(start.position, end.position)]
