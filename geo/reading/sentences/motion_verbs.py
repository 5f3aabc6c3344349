"""Verbs that move someone, as data: their frames, alone and with a particle or an object."""

from __future__ import annotations

from geo.model import Mode
from geo.reading.sentences.motion import (
    AROUND,
    ARRIVING,
    CAUSED,
    FOR,
    FROM,
    LEAVING,
    TOWARD,
    WITHIN,
    Frame,
    Part,
    frames,
)
from geo.reading.words import words


def _phrases(listed: str, frame: Frame) -> dict[tuple[str, str], Frame]:
    """The frame of each phrase, written as "verb:word"."""
    pairs = (pair.partition(":") for pair in listed.split())
    return dict.fromkeys(((verb, word) for verb, _, word in pairs), frame)


VERBS: dict[str, Frame] = {
    **frames("travel journey voyage", Frame(goal=TOWARD | AROUND)),
    **frames("migrate emigrate immigrate", Frame(direct=(Part.NOTHING,))),
    **frames("resettle", Frame(goal=ARRIVING, direct=(Part.NOTHING, Part.TRAVELLER))),
    **frames("track push force", Frame(direct=CAUSED, light=True)),
    **frames("follow", Frame(light=True, direct=(Part.NOTHING,))),
    **frames("jet", Frame(mode=Mode.AIR)),
    **frames("fly", Frame(mode=Mode.AIR, direct=(Part.TRAVELLER, Part.VEHICLE))),
    **frames("sail cruise row paddle", Frame(goal=LEAVING, mode=Mode.SEA, direct=(Part.VEHICLE,))),
    **frames("drive", Frame(mode=Mode.ROAD, direct=(Part.TRAVELLER, Part.VEHICLE))),
    **frames("motor hitchhike", Frame(mode=Mode.ROAD)),
    **frames("cycle bicycle bike pedal motorcycle motorbike taxi hitch", Frame(mode=Mode.ROAD, light=True)),
    **frames("boat canoe kayak raft yacht punt", Frame(mode=Mode.SEA, light=True)),
    **frames("shuttle", Frame(goal=TOWARD, direct=(Part.NOTHING, Part.TRAVELLER), light=True)),
    **frames("retire repair", Frame(goal=frozenset({"to"}), source=frozenset(), light=True)),
    **frames("roam", Frame(goal=AROUND, direct=(Part.GOAL,), light=True)),
    **frames("cover", Frame(goal=frozenset({"to"}), light=True)),
    **frames("clear", Frame(goal=LEAVING, direct=(Part.SOURCE,), light=True, setting_off=True)),
    **frames("shift order", Frame(goal=frozenset({"to"}), direct=CAUSED, light=True)),
    **frames("round traverse transit", Frame(direct=(Part.WAY,), light=True)),
    **frames("walk wade", Frame(mode=Mode.FOOT)),
    **frames("hike trek tramp", Frame(goal=TOWARD | AROUND, mode=Mode.FOOT)),
    **frames("parachute", Frame(mode=Mode.AIR, light=True)),
    **frames("march", Frame(mode=Mode.FOOT, direct=(Part.TRAVELLER,), light=True)),
    **frames("ride", Frame(direct=(Part.VEHICLE,), light=True)),
    **frames("arrive alight", Frame(goal=ARRIVING)),
    **frames("disembark", Frame(goal=ARRIVING, direct=(Part.NOTHING, Part.TRAVELLER))),
    **frames("land", Frame(goal=ARRIVING, mode=Mode.AIR, light=True)),
    **frames("dock berth moor", Frame(goal=ARRIVING, mode=Mode.SEA, light=True)),
    **frames("visit revisit", Frame(goal=ARRIVING, direct=(Part.GOAL,))),
    **frames("tour", Frame(goal=frozenset(), direct=(Part.GOAL,), light=True)),
    **frames("reach enter re-enter", Frame(goal=TOWARD, direct=(Part.GOAL,), light=True)),
    **frames("flee", Frame(goal=LEAVING, direct=(Part.SOURCE,), setting_off=True)),
    **frames("escape", Frame(goal=LEAVING, direct=(Part.SOURCE,), light=True, setting_off=True)),
    **frames(
        "leave depart exit quit", Frame(goal=LEAVING, direct=(Part.SOURCE,), light=True, setting_off=True)
    ),
    **frames("embark", Frame(goal=LEAVING, light=True, setting_off=True)),
    **frames("cross", Frame(direct=(Part.WAY,), light=True)),
    **frames("board", Frame(goal=LEAVING, source=FROM | WITHIN, direct=(Part.VEHICLE,), setting_off=True)),
    **frames(
        "go come get proceed continue race hurry step climb slip sneak stream pour roll steam speed dash "
        "hasten swim swam crawl creep ski skate float drift limp trundle rumble chug glide hop bolt abscond "
        "run jump inch amble plod scramble shuffle hurtle zip zoom whizz sweep saunter ramble traipse "
        "troop file stagger "
        "stumble meander lurch retreat decamp flock flood surge spill trickle converge filter "
        "scurry scuttle bound "
        "straggle weave barrel coast nip pop progress descend ascend",
        Frame(light=True),
    ),
    **frames("move rush", Frame(light=True, direct=(Part.TRAVELLER,))),
    **frames("head bind destine", Frame(goal=LEAVING, light=True, setting_off=True)),
    **frames(
        "take",
        Frame(goal=LEAVING, light=True, setting_off=True, direct=(Part.TRAVELLER, Part.VEHICLE)),
    ),
    **frames("relocate", Frame(goal=ARRIVING, light=True, direct=(Part.TRAVELLER,))),
    **frames("stop settle", Frame(goal=ARRIVING, light=True)),
    **frames("pull", Frame(goal=words("into"), light=True)),
    **frames("return", Frame(light=True, direct=(Part.NOTHING, Part.TRAVELLER))),
    **frames("send dispatch", Frame(direct=CAUSED, light=True)),
    **frames(
        "deport extradite repatriate exile banish smuggle traffic escort rehouse",
        Frame(direct=CAUSED),
    ),
    **frames("tow", Frame(direct=CAUSED)),
    **frames("airlift helicopter medevac", Frame(direct=CAUSED, mode=Mode.AIR)),
    **frames("winch airdrop", Frame(goal=ARRIVING, direct=CAUSED, mode=Mode.AIR, light=True)),
    **frames("chauffeur stretcher", Frame(direct=CAUSED, mode=Mode.ROAD)),
    **frames("rehome station quarter", Frame(goal=ARRIVING, direct=CAUSED, light=True)),
    **frames(
        "post second scramble convey usher shepherd guide steer drag lug herd wheel hoist "
        "snatch courier trailer",
        Frame(direct=CAUSED, light=True),
    ),
    **frames("ferry", Frame(direct=CAUSED, mode=Mode.SEA, light=True)),
    **frames("ship", Frame(direct=CAUSED, light=True)),
    **frames("truck bus ambulance cart", Frame(direct=CAUSED, mode=Mode.ROAD, light=True)),
    **frames("recall", Frame(goal=frozenset({"to"}), direct=CAUSED, light=True)),
    **frames("withdraw remove deliver hustle fetch", Frame(direct=CAUSED, light=True)),
    **frames("summon", Frame(direct=CAUSED, proposes=True)),
    **frames(
        "expel evacuate evict abduct kidnap", Frame(direct=(Part.TRAVELLER, Part.SOURCE), setting_off=True)
    ),
    **frames("transfer transport carry bring haul lead", Frame(direct=CAUSED, light=True)),
    **frames("deploy", Frame(direct=(Part.NOTHING, Part.TRAVELLER), light=True)),
    **frames("divert reroute redirect chase pursue", Frame(direct=CAUSED, light=True)),
    **frames("catch", Frame(direct=(Part.VEHICLE,), light=True, setting_off=True)),
    **frames("accompany", Frame(light=True, direct=(Part.NOTHING,))),
    **frames("host", Frame(goal=WITHIN, direct=CAUSED, light=True)),
    **frames("invite", Frame(direct=CAUSED, proposes=True)),
    **frames("welcome", Frame(direct=CAUSED)),
    **frames("whisk spirit", Frame(direct=CAUSED, light=True)),
    **frames("holiday vacation honeymoon", Frame(goal=WITHIN)),
    **frames("defect", Frame()),
    **frames("trudge hobble stroll jog gallop", Frame(mode=Mode.FOOT, light=True)),
    **frames("backpack", Frame(goal=TOWARD | AROUND, light=True)),
    **frames("stray venture wander", Frame(light=True)),
}
"""Verbs of motion by lemma."""

PHRASAL: dict[tuple[str, str], Frame] = {
    ("take", "off"): Frame(goal=LEAVING, mode=Mode.AIR, light=True, setting_off=True),
    ("set", "off"): Frame(goal=LEAVING, light=True, setting_off=True),
    **_phrases(
        "set:out set:forth start:out start:off ship:out move:out hit:road clear:out bail:out check:out",
        Frame(goal=LEAVING, light=True, setting_off=True),
    ),
    **_phrases(
        "check:in check:into pull:up pull:in drop:in drop:by stop:by call:in look:in swing:by",
        Frame(goal=ARRIVING, light=True),
    ),
    **_phrases(
        "take:refuge seek:refuge find:refuge take:shelter seek:shelter find:shelter take:sanctuary "
        "seek:sanctuary find:sanctuary",
        Frame(goal=ARRIVING, light=True),
    ),
    **_phrases("force:out throw:out kick:out", Frame(direct=CAUSED, light=True, setting_off=True)),
    **_phrases("pack:off", Frame(goal=LEAVING, direct=CAUSED, light=True, setting_off=True)),
    **_phrases("drop:off", Frame(goal=ARRIVING, direct=CAUSED, light=True)),
    **_phrases(
        "thumb:lift catch:lift cadge:lift get:lift thumb:ride catch:ride", Frame(mode=Mode.ROAD, light=True)
    ),
    **_phrases("get:back", Frame(light=True)),
    **_phrases("step:off get:off", Frame(goal=ARRIVING, direct=(Part.VEHICLE,), light=True)),
    ("set", "sail"): Frame(goal=LEAVING, mode=Mode.SEA, light=True, setting_off=True),
    ("jet", "off"): Frame(goal=LEAVING, mode=Mode.AIR, setting_off=True),
    ("fly", "in"): Frame(goal=TOWARD, mode=Mode.AIR, direct=CAUSED),
    ("fly", "out"): Frame(goal=LEAVING, mode=Mode.AIR, direct=CAUSED, setting_off=True),
    ("stop", "off"): Frame(goal=WITHIN, light=True),
    ("stop", "over"): Frame(goal=WITHIN, light=True),
    ("end", "up"): Frame(goal=ARRIVING, light=True),
    ("wind", "up"): Frame(goal=ARRIVING, light=True),
    ("touch", "down"): Frame(goal=ARRIVING, mode=Mode.AIR, light=True),
    ("set", "down"): Frame(goal=ARRIVING, mode=Mode.AIR, light=True),
    ("put", "down"): Frame(goal=ARRIVING, mode=Mode.AIR, light=True),
    ("make", "landing"): Frame(goal=ARRIVING, mode=Mode.AIR, light=True),
    ("splash", "down"): Frame(goal=ARRIVING, light=True),
    ("make", "landfall"): Frame(goal=ARRIVING, light=True),
    ("drop", "anchor"): Frame(goal=ARRIVING, mode=Mode.SEA, light=True),
    ("weigh", "anchor"): Frame(goal=LEAVING, mode=Mode.SEA, light=True, setting_off=True),
    ("take", "ship"): Frame(goal=LEAVING, mode=Mode.SEA, light=True, setting_off=True),
    ("take", "passage"): Frame(goal=LEAVING, mode=Mode.SEA, light=True, setting_off=True),
    ("come", "down"): Frame(goal=ARRIVING, light=True),
    ("come", "ashore"): Frame(goal=ARRIVING, mode=Mode.SEA, light=True),
    ("turn", "back"): Frame(goal=LEAVING, light=True),
    ("turn", "around"): Frame(goal=TOWARD, light=True),
    ("double", "back"): Frame(light=True),
    ("press", "on"): Frame(light=True),
    ("push", "on"): Frame(light=True),
    ("put", "into"): Frame(goal=words("into"), mode=Mode.SEA, light=True),
    ("put", "in"): Frame(goal=WITHIN, mode=Mode.SEA, light=True),
    ("call", "back"): Frame(direct=CAUSED, light=True),
    ("call", "at"): Frame(goal=words("at"), light=True),
    ("make", "for"): Frame(goal=FOR, light=True, setting_off=True),
    ("make", "run"): Frame(goal=LEAVING, light=True, setting_off=True),
    ("make", "dash"): Frame(goal=LEAVING, light=True, setting_off=True),
    ("set", "foot"): Frame(goal=words("in on"), light=True),
    ("hitch", "lift"): Frame(mode=Mode.ROAD, light=True),
    ("hitch", "ride"): Frame(mode=Mode.ROAD, light=True),
    ("push", "off"): Frame(goal=LEAVING, mode=Mode.SEA, light=True, setting_off=True),
    ("cast", "off"): Frame(goal=LEAVING, mode=Mode.SEA, light=True, setting_off=True),
    ("make", "home"): Frame(goal=WITHIN, light=True),
    ("take", "in"): Frame(goal=frozenset(), direct=(Part.GOAL,), light=True),
    ("pull", "out"): Frame(direct=(Part.NOTHING, Part.TRAVELLER), light=True, setting_off=True),
    ("make", "it"): Frame(goal=TOWARD | WITHIN, light=True),
    ("make", "off"): Frame(goal=LEAVING, light=True, setting_off=True),
    ("run", "away"): Frame(goal=LEAVING, light=True, setting_off=True),
    ("get", "away"): Frame(goal=LEAVING, light=True, setting_off=True),
    ("drive", "off"): Frame(goal=LEAVING, mode=Mode.ROAD, light=True, setting_off=True),
    ("lift", "off"): Frame(goal=LEAVING, mode=Mode.AIR, light=True, setting_off=True),
    ("break", "out"): Frame(light=True, setting_off=True),
    ("wash", "up"): Frame(goal=ARRIVING, mode=Mode.SEA, light=True),
    ("make", "trip"): Frame(light=True),
    ("make", "journey"): Frame(light=True),
    ("turn", "up"): Frame(goal=ARRIVING, light=True),
    ("show", "up"): Frame(goal=ARRIVING, light=True),
}
"""Verbs that move someone only with a particle or an object: the verb's lemma and the other word."""
HOMEWARD = words("home ashore back overseas abroad upriver downriver inland north south east west")
"""Adverbs after which "in" leads to the goal: "brought ashore in Malta", "back in Lima"."""

MIXED = words("""
    move return rush fly drive relocate take evacuate deploy resettle pull march divert shuttle scramble
    disembark
    withdraw transfer wheel
""")
"""Verbs that move their object where they have one, else their subject."""
