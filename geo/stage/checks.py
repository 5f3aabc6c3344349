"""What the measures say of a report in passing: whether its direction fits, how fast its dates would be."""

from __future__ import annotations

from geo.atlas.measures import compass_word, direction_agrees, implied_speed
from geo.model import Distance, Journey, Mode

LOOSE_DEGREES = 67.5
"""News says "north" of what lies northeast; beyond that the reported direction is another one."""
FASTEST_KMH = {Mode.AIR: 1200.0, Mode.RAIL: 400.0, Mode.ROAD: 160.0, Mode.SEA: 80.0, Mode.FOOT: 15.0}
"""No ordinary traveller of that way goes faster from stop to stop."""


def direction_words(distance: Distance) -> str:
    """The measured bearing beside the reported direction; empty where either is missing."""
    if distance.bearing is None or not distance.direction:
        return ""
    agrees = direction_agrees(distance.direction, distance.bearing, within=LOOSE_DEGREES)
    if agrees is None:
        return ""
    measured = f"{compass_word(distance.bearing, points=16)}, {distance.bearing:.0f}°"
    if agrees:
        return f"Reported to the {distance.direction}; measured {measured}."
    return f"Reported to the {distance.direction}, but measured {measured}: one of the two ends may be wrong."


def speed_words(journey: Journey) -> str:
    """The speed that the reported times allow on the measured way; empty where there is no time or no way."""
    if not journey.path_km or journey.depart is None or journey.arrive is None:
        return ""
    speed = implied_speed(journey.path_km, journey.depart, journey.arrive)
    if speed is None:
        return ""
    if speed.slowest > FASTEST_KMH.get(journey.mode, float("inf")):
        return f"at least {speed.slowest:,.0f} km/h: too fast, check the times"
    if speed.fastest is None:
        return f"{speed.slowest:,.0f} km/h or faster"
    slowest, fastest = f"{speed.slowest:,.0f}", f"{speed.fastest:,.0f}"
    return f"{slowest} km/h" if slowest == fastest else f"{slowest} to {fastest} km/h"
