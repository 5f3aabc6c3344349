"""Nouns that name a movement, as data: their frames, and the verbs whose subject makes it."""

from __future__ import annotations

from geo.model import Mode
from geo.reading.sentences.motion import (
    ARRIVING,
    LEAVING,
    TOWARD,
    WITHIN,
    Frame,
    frames,
)
from geo.reading.words import words

NOUNS: dict[str, Frame] = {
    **frames("visit", Frame(goal=TOWARD | WITHIN)),
    **frames(
        "trip journey voyage travel travels pilgrimage expedition excursion jaunt junket odyssey "
        "safari detour",
        Frame(),
    ),
    **frames(
        "foray",
        Frame(
            goal=words("to into"),
            light=True,
        ),
    ),
    **frames(
        "tour",
        Frame(
            goal=words("to of in"),
            light=True,
        ),
    ),
    **frames("way route", Frame(light=True)),
    **frames("arrival", Frame(goal=ARRIVING)),
    **frames("exile", Frame(goal=TOWARD | WITHIN, light=True)),
    **frames("invitation", Frame(goal=frozenset({"to"}), source=frozenset(), light=True, proposes=True)),
    **frames("entry", Frame(goal=words("to into"), light=True)),
    **frames("mission", Frame(goal=frozenset({"to"}), light=True)),
    **frames(
        "passage removal resettlement transit recall crossing move deployment airlift rendition "
        "exodus abduction",
        Frame(light=True),
    ),
    **frames("takeoff take-off lift-off", Frame(goal=LEAVING, mode=Mode.AIR, light=True, setting_off=True)),
    **frames("landing", Frame(goal=ARRIVING, mode=Mode.AIR, light=True)),
    **frames("ride cruise", Frame(light=True)),
    **frames("departure", Frame(goal=LEAVING, light=True, setting_off=True)),
    **frames("return", Frame(light=True)),
    **frames("flight", Frame(mode=Mode.AIR, light=True)),
    **frames("drive", Frame(mode=Mode.ROAD, light=True)),
    **frames("march trek walk hike", Frame(mode=Mode.FOOT, light=True)),
    **frames("stop stopover layover stay", Frame(goal=WITHIN, light=True)),
    **frames("holiday vacation honeymoon getaway", Frame(goal=TOWARD | WITHIN, light=True)),
    **frames("relocation escape defection homecoming", Frame(light=True)),
    **frames("deportation extradition expulsion repatriation evacuation transfer", Frame(light=True)),
}
"""Nouns of motion by lemma."""

CAUSED_NOUNS = words(
    "deportation extradition expulsion repatriation evacuation transfer airlift rendition "
    "abduction removal resettlement"
)

LIGHT_VERBS = words("""
    make pay take begin start conclude end finish complete undertake embark be plan cancel postpone
    schedule announce delay have leave depart continue wrap kick mark extend call consider arrive
    return go come abandon scrap confirm enjoy cut shorten win book face undergo lead open launch resume
    spend drop shelve eye mull miss skip forgo accept decline reject receive get turn refuse deny gain call
    reschedule scrub put arrange prepare
""")  # fmt: skip
"""Verbs whose subject makes the visit or the trip that is their object ("paid a visit to")."""
