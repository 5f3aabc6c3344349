"""The words of travel, as data: verbs and nouns that move someone, and the words that name a way of travel.

Knows words only, no grammar. A frame says which parts of a sentence are the traveller and the places.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geo.model import Mode
from geo.reading.words import words

TOWARD = words("to into onto toward towards")
WITHIN = words("in at on near outside inside")
FROM = words("from off")
THROUGH = words("via through across past throughout")
AROUND = words("in around round")
FOR = words("for")


class Part(StrEnum):
    """What the direct object of a verb of motion is."""

    NOTHING = "nothing"
    GOAL = "goal"
    SOURCE = "source"
    WAY = "way"
    TRAVELLER = "traveller"
    VEHICLE = "vehicle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How a verb or a noun of motion is built.

    ``goal`` lists the prepositions that lead to the goal, ``direct`` what its object may be. A ``light``
    word has many other senses and counts only with a traveller that can travel. A ``setting_off`` word tells
    the start of the movement: a time beside it is the departure.
    """

    goal: frozenset[str] = TOWARD
    source: frozenset[str] = FROM
    direct: tuple[Part, ...] = ()
    mode: Mode = Mode.UNKNOWN
    light: bool = False
    setting_off: bool = False
    proposes: bool = False


def _frames(listed: str, frame: Frame) -> dict[str, Frame]:
    return dict.fromkeys(listed.split(), frame)


_CAUSED = (Part.TRAVELLER,)
_ARRIVING = TOWARD | WITHIN
_LEAVING = TOWARD | FOR

VERBS: dict[str, Frame] = {
    **_frames("travel journey voyage", Frame(goal=TOWARD | AROUND)),
    **_frames("migrate emigrate immigrate", Frame(direct=(Part.NOTHING,))),
    **_frames("resettle", Frame(goal=_ARRIVING, direct=(Part.NOTHING, Part.TRAVELLER))),
    **_frames("track push force", Frame(direct=_CAUSED, light=True)),
    **_frames("follow", Frame(light=True, direct=(Part.NOTHING,))),
    **_frames("jet", Frame(mode=Mode.AIR)),
    **_frames("fly", Frame(mode=Mode.AIR, direct=(Part.TRAVELLER, Part.VEHICLE))),
    **_frames("sail cruise row paddle", Frame(goal=_LEAVING, mode=Mode.SEA, direct=(Part.VEHICLE,))),
    **_frames("drive", Frame(mode=Mode.ROAD, direct=(Part.TRAVELLER, Part.VEHICLE))),
    **_frames("motor hitchhike", Frame(mode=Mode.ROAD)),
    **_frames("cycle bicycle", Frame(mode=Mode.ROAD, light=True)),
    **_frames("walk wade", Frame(mode=Mode.FOOT)),
    **_frames("hike trek", Frame(goal=TOWARD | AROUND, mode=Mode.FOOT)),
    **_frames("parachute", Frame(mode=Mode.AIR, light=True)),
    **_frames("march", Frame(mode=Mode.FOOT, light=True)),
    **_frames("ride", Frame(direct=(Part.VEHICLE,), light=True)),
    **_frames("arrive disembark alight", Frame(goal=_ARRIVING)),
    **_frames("land", Frame(goal=_ARRIVING, mode=Mode.AIR, light=True)),
    **_frames("dock berth moor", Frame(goal=_ARRIVING, mode=Mode.SEA, light=True)),
    **_frames("visit revisit", Frame(goal=_ARRIVING, direct=(Part.GOAL,))),
    **_frames("tour", Frame(goal=frozenset(), direct=(Part.GOAL,), light=True)),
    **_frames("reach enter re-enter", Frame(goal=TOWARD, direct=(Part.GOAL,), light=True)),
    **_frames("flee", Frame(goal=_LEAVING, direct=(Part.SOURCE,), setting_off=True)),
    **_frames("escape", Frame(goal=_LEAVING, direct=(Part.SOURCE,), light=True, setting_off=True)),
    **_frames(
        "leave depart exit quit", Frame(goal=_LEAVING, direct=(Part.SOURCE,), light=True, setting_off=True)
    ),
    **_frames("embark", Frame(goal=_LEAVING, light=True, setting_off=True)),
    **_frames("cross", Frame(direct=(Part.WAY,), light=True)),
    **_frames("board", Frame(goal=_LEAVING, source=FROM | WITHIN, direct=(Part.VEHICLE,), setting_off=True)),
    **_frames(
        "go come get proceed continue race hurry step climb slip sneak stream pour roll steam speed dash "
        "hasten swim crawl creep ski skate float drift limp trundle rumble chug glide hop bolt abscond run "
        "jump inch amble plod",
        Frame(light=True),
    ),
    **_frames("move rush", Frame(light=True, direct=(Part.TRAVELLER,))),
    **_frames("head bind destine", Frame(goal=_LEAVING, light=True, setting_off=True)),
    **_frames(
        "take",
        Frame(goal=_LEAVING, light=True, setting_off=True, direct=(Part.TRAVELLER, Part.VEHICLE)),
    ),
    **_frames("relocate", Frame(goal=_ARRIVING, light=True, direct=(Part.TRAVELLER,))),
    **_frames("stop settle", Frame(goal=_ARRIVING, light=True)),
    **_frames("pull", Frame(goal=words("into"), light=True)),
    **_frames("return", Frame(light=True, direct=(Part.NOTHING, Part.TRAVELLER))),
    **_frames("send dispatch", Frame(direct=_CAUSED, light=True)),
    **_frames(
        "deport extradite repatriate exile banish smuggle traffic escort rehouse",
        Frame(direct=_CAUSED),
    ),
    **_frames("tow", Frame(direct=_CAUSED)),
    **_frames("airlift helicopter", Frame(direct=_CAUSED, mode=Mode.AIR)),
    **_frames("ferry", Frame(direct=_CAUSED, mode=Mode.SEA, light=True)),
    **_frames("ship", Frame(direct=_CAUSED, light=True)),
    **_frames("truck bus ambulance cart", Frame(direct=_CAUSED, mode=Mode.ROAD, light=True)),
    **_frames("recall", Frame(goal=frozenset({"to"}), direct=_CAUSED, light=True)),
    **_frames("withdraw remove deliver hustle fetch", Frame(direct=_CAUSED, light=True)),
    **_frames("summon", Frame(direct=_CAUSED, proposes=True)),
    **_frames(
        "expel evacuate evict abduct kidnap", Frame(direct=(Part.TRAVELLER, Part.SOURCE), setting_off=True)
    ),
    **_frames("transfer transport carry bring haul lead", Frame(direct=_CAUSED, light=True)),
    **_frames("deploy", Frame(direct=(Part.NOTHING, Part.TRAVELLER), light=True)),
    **_frames("divert reroute redirect chase pursue", Frame(direct=_CAUSED, light=True)),
    **_frames("catch", Frame(direct=(Part.VEHICLE,), light=True, setting_off=True)),
    **_frames("accompany", Frame(light=True, direct=(Part.NOTHING,))),
    **_frames("host", Frame(goal=WITHIN, direct=_CAUSED, light=True)),
    **_frames("invite", Frame(direct=_CAUSED, proposes=True)),
    **_frames("welcome", Frame(direct=_CAUSED)),
    **_frames("whisk spirit", Frame(direct=_CAUSED, light=True)),
    **_frames("holiday vacation honeymoon", Frame(goal=WITHIN)),
    **_frames("defect", Frame()),
    **_frames("trudge hobble stroll jog gallop", Frame(mode=Mode.FOOT, light=True)),
    **_frames("backpack", Frame(goal=TOWARD | AROUND, light=True)),
    **_frames("stray venture wander", Frame(light=True)),
}
"""Verbs of motion by lemma."""

PHRASAL: dict[tuple[str, str], Frame] = {
    ("take", "off"): Frame(goal=_LEAVING, mode=Mode.AIR, light=True, setting_off=True),
    ("set", "off"): Frame(goal=_LEAVING, light=True, setting_off=True),
    ("set", "out"): Frame(goal=_LEAVING, light=True, setting_off=True),
    ("set", "sail"): Frame(goal=_LEAVING, mode=Mode.SEA, light=True, setting_off=True),
    ("jet", "off"): Frame(goal=_LEAVING, mode=Mode.AIR, setting_off=True),
    ("fly", "in"): Frame(goal=TOWARD, mode=Mode.AIR, direct=_CAUSED),
    ("fly", "out"): Frame(goal=_LEAVING, mode=Mode.AIR, direct=_CAUSED, setting_off=True),
    ("stop", "off"): Frame(goal=WITHIN, light=True),
    ("stop", "over"): Frame(goal=WITHIN, light=True),
    ("end", "up"): Frame(goal=_ARRIVING, light=True),
    ("wind", "up"): Frame(goal=_ARRIVING, light=True),
    ("touch", "down"): Frame(goal=_ARRIVING, mode=Mode.AIR, light=True),
    ("come", "down"): Frame(goal=_ARRIVING, light=True),
    ("come", "ashore"): Frame(goal=_ARRIVING, mode=Mode.SEA, light=True),
    ("turn", "back"): Frame(goal=_LEAVING, light=True),
    ("turn", "around"): Frame(goal=TOWARD, light=True),
    ("double", "back"): Frame(light=True),
    ("press", "on"): Frame(light=True),
    ("push", "on"): Frame(light=True),
    ("put", "into"): Frame(goal=words("into"), mode=Mode.SEA, light=True),
    ("put", "in"): Frame(goal=WITHIN, mode=Mode.SEA, light=True),
    ("call", "back"): Frame(direct=_CAUSED, light=True),
    ("call", "at"): Frame(goal=words("at"), light=True),
    ("make", "for"): Frame(goal=FOR, light=True, setting_off=True),
    ("make", "run"): Frame(goal=_LEAVING, light=True, setting_off=True),
    ("make", "dash"): Frame(goal=_LEAVING, light=True, setting_off=True),
    ("set", "foot"): Frame(goal=words("in on"), light=True),
    ("hitch", "lift"): Frame(mode=Mode.ROAD, light=True),
    ("hitch", "ride"): Frame(mode=Mode.ROAD, light=True),
    ("push", "off"): Frame(goal=_LEAVING, mode=Mode.SEA, light=True, setting_off=True),
    ("cast", "off"): Frame(goal=_LEAVING, mode=Mode.SEA, light=True, setting_off=True),
    ("make", "home"): Frame(goal=WITHIN, light=True),
    ("take", "in"): Frame(goal=frozenset(), direct=(Part.GOAL,), light=True),
    ("pull", "out"): Frame(direct=(Part.NOTHING, Part.TRAVELLER), light=True, setting_off=True),
    ("make", "it"): Frame(goal=TOWARD | WITHIN, light=True),
    ("make", "off"): Frame(goal=_LEAVING, light=True, setting_off=True),
    ("run", "away"): Frame(goal=_LEAVING, light=True, setting_off=True),
    ("get", "away"): Frame(goal=_LEAVING, light=True, setting_off=True),
    ("drive", "off"): Frame(goal=_LEAVING, mode=Mode.ROAD, light=True, setting_off=True),
    ("lift", "off"): Frame(goal=_LEAVING, mode=Mode.AIR, light=True, setting_off=True),
    ("break", "out"): Frame(light=True, setting_off=True),
    ("wash", "up"): Frame(goal=_ARRIVING, mode=Mode.SEA, light=True),
    ("make", "way"): Frame(light=True),
    ("make", "trip"): Frame(light=True),
    ("make", "journey"): Frame(light=True),
    ("turn", "up"): Frame(goal=_ARRIVING, light=True),
    ("show", "up"): Frame(goal=_ARRIVING, light=True),
}
"""Verbs that move someone only with a particle or an object: the verb's lemma and the other word."""
BEEN = Frame(goal=frozenset({"to"}), source=frozenset(), light=True)
"""Having been to a place."""
TO_BE = Frame(goal=WITHIN, source=frozenset(), light=True)
"""Being in a place on a day to come."""
LINE = Frame(goal=frozenset({"to"}), light=True)
"""Being the craft from one place to another."""
BACK = Frame(light=True)
"""Being back from a place."""
AT_HOME = Frame(goal=WITHIN, source=FROM, light=True)
"""Being back in a place."""
DUE = Frame(goal=_ARRIVING, source=frozenset(), light=True)
"""Being due in or back in a place."""
HOMEWARD = words("home ashore back overseas abroad upriver downriver inland north south east west")
"""Adverbs after which "in" leads to the goal: "brought ashore in Malta", "back in Lima"."""

MIXED = words("move return rush fly drive relocate take evacuate deploy resettle pull")
"""Verbs that move their object where they have one, else their subject."""

NOUNS: dict[str, Frame] = {
    **_frames("visit", Frame(goal=TOWARD | WITHIN)),
    **_frames("trip journey voyage travel travels pilgrimage expedition excursion", Frame()),
    **_frames(
        "foray",
        Frame(
            goal=words("to into"),
            light=True,
        ),
    ),
    **_frames(
        "tour",
        Frame(
            goal=words("to of in"),
            light=True,
        ),
    ),
    **_frames("way route", Frame(light=True)),
    **_frames("arrival", Frame(goal=_ARRIVING)),
    **_frames("exile", Frame(goal=TOWARD | WITHIN, light=True)),
    **_frames("invitation", Frame(goal=frozenset({"to"}), source=frozenset(), light=True, proposes=True)),
    **_frames("entry", Frame(goal=words("to into"), light=True)),
    **_frames("recall crossing move deployment airlift rendition exodus abduction", Frame(light=True)),
    **_frames("takeoff take-off lift-off", Frame(goal=_LEAVING, mode=Mode.AIR, light=True, setting_off=True)),
    **_frames("landing", Frame(goal=_ARRIVING, mode=Mode.AIR, light=True)),
    **_frames("ride cruise", Frame(light=True)),
    **_frames("departure", Frame(goal=_LEAVING, light=True, setting_off=True)),
    **_frames("return", Frame(light=True)),
    **_frames("flight", Frame(mode=Mode.AIR, light=True)),
    **_frames("drive", Frame(mode=Mode.ROAD, light=True)),
    **_frames("march trek walk hike", Frame(mode=Mode.FOOT, light=True)),
    **_frames("stop stopover layover stay", Frame(goal=WITHIN, light=True)),
    **_frames("holiday vacation honeymoon getaway", Frame(goal=TOWARD | WITHIN, light=True)),
    **_frames("relocation escape defection homecoming", Frame(light=True)),
    **_frames("deportation extradition expulsion repatriation evacuation transfer", Frame(light=True)),
}
"""Nouns of motion by lemma."""

STAGE = Frame(goal=frozenset(), source=frozenset(), light=True)
"""A stage of a journey that a copula equates with its place."""

CAUSED_NOUNS = words(
    "deportation extradition expulsion repatriation evacuation transfer airlift rendition abduction removal"
)

LIGHT_VERBS = words("""
    make pay take begin start conclude end finish complete undertake embark be plan cancel postpone
    schedule announce delay have leave depart continue wrap kick mark extend call consider arrive
    return go come abandon scrap confirm enjoy cut shorten win book face undergo lead open launch resume
    spend drop shelve eye mull miss skip forgo accept decline reject receive get turn refuse deny gain call
    reschedule scrub put arrange prepare
""")  # fmt: skip
"""Verbs whose subject makes the visit or the trip that is their object ("paid a visit to")."""
