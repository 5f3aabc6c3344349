"""Phrases right before and after a length that say what it is of, as patterns. All are bounded."""

from __future__ import annotations

import re

from geo.reading.distances.words import DIRECTIONS, JOURNEY_NOUNS, WAY_NOUNS


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


_WAYS = _either(tuple(WAY_NOUNS))
_JOURNEYS = _either(tuple(JOURNEY_NOUNS))
_DIRECTION = rf"(?:due\s)?(?P<direction>{_either(DIRECTIONS)})(?:ern|wards?)?"
_BY_WAY = r"(?:\s(?:by|via)\s(?:road|rail|train|car|sea|air|boat|bus|plane|land|ship))?"
_WATER = r"(?:border|river|channel|straits?|water|bay|lake|sea|gulf|valley|fjord|estuary|desert|bridge)"
_ALONG = r"(?:up|down|along)\sthe\s(?:coast|road|river|line|valley|shore|lake|highway|railway)"
_FROM = (
    r"(?:from|off|outside(?:\sof)?|beyond|short\sof|upstream\s(?:of|from)|downstream\s(?:of|from)|inland\sfrom|"
    rf"upriver\sfrom|downriver\sfrom|out\sof|past|(?:up|down|along)\sthe\s(?:[\w-]{{1,15}}\s){{1,2}}from|across\sthe\s{_WATER}\sfrom|"
    r"(?:inside|over)(?=\sthe\s(?:\w{1,15}\s)?(?:border|frontier)\b)|shy\sof|before\sreaching|"
    r"(?:this|the\sother|the\sfar)\sside\sof|"
    r"after\s(?:leaving|departing|tak(?:e|ing)[\s-]?off\sfrom))"
)
AFTER_DIRECTION = re.compile(
    rf"\s?,?\s?{_BY_WAY}\s?(?:away\s|further\s|farther\s|out\s|up\s)?(?:\(?to\s(?:the|its|their)\s)?"
    rf"{_DIRECTION}(?!\w)(?P<of>\s(?:of|from|off)\s)?",
    re.IGNORECASE,
)
AFTER_FROM = re.compile(
    rf"\s?,?\s?{_BY_WAY}\s?(?:away\s|further\s|down\sthe\sroad\s|distant\s|apart\s|up\s|by\sroad\s|inland\s|"
    rf"offshore\s|as\sthe\scrow\sflies\s|in\sa\sstraight\sline\s|by\s(?:\w{{1,8}}\s){{1,2}})?,?\s?"
    rf"(?P<from>{_FROM})\s",
    re.IGNORECASE,
)
ONWARD = re.compile(r"\s(?:to|into|toward|towards|through)\s", re.IGNORECASE)
"""What follows the direction of a journey ("travelled 300 km south to Maiduguri")."""
AFTER_AWAY = re.compile(
    rf"\s?{_BY_WAY}\s?(?:(?:further|farther)\s(?!on|along|up|down))?"
    rf"(?P<word>away|distant|inland|offshore|apart|upstream|downstream|upriver|downriver|out\s(?:to|at)\ssea|at\ssea|"
    rf"(?:further|farther)\s(?:on|along|up|down)|{_ALONG}|across\sthe\s{_WATER})(?!\w)",
    re.IGNORECASE,
)
AFTER_OF = re.compile(r"\sof\s", re.IGNORECASE)
AFTER_RADIUS = re.compile(r"[\s-]radius\s(?:of|around|from)\s", re.IGNORECASE)
AFTER_NOUN = re.compile(
    rf"[\s-](?:\w{{1,20}}[\s-]){{0,2}}?(?:(?P<journey>{_JOURNEYS})|(?:{_WAYS}))s?(?!\w)", re.IGNORECASE
)
AFTER_BETWEEN = re.compile(r"\s(?:\w{1,12}\s){0,8}?between\s", re.IGNORECASE)
AFTER_EACH_OTHER = re.compile(r"\s(?:away\s)?from\s(?:each\sother|one\sanother)", re.IGNORECASE)
AFTER_SEPARATE = re.compile(
    r"\s(?:of\s(?:\w{1,12}\s){1,3}|\w{1,12}\s)?(?:separat|divid)(?:es?|ed|ing)\s", re.IGNORECASE
)
AFTER_TO = re.compile(r"\s(?:\w{1,12}\s){0,3}?(?:to|from)\s", re.IGNORECASE)
AFTER_OF_A_WAY = re.compile(
    r"\sof\s(?!the\s|this\s|that\s|his\s|her\s)(?:[\w-]{1,15}\s){1,3}(?:from|to)\s", re.IGNORECASE
)
"""What a length of a way that joins places is followed by: "45 km of track from X to Y"."""
JOINING = re.compile(
    r"\b(?:(?:separated|divided|parted)\sby|(?:link|connect|join)ed\sby\s(?:an?|the|its|their)|"
    r"between\s[^.;]{2,60}\s(?:there\s(?:is|are|were|was)|lies?|lay))\s(?:just\s|only\s|a\smere\s|new\s)?\Z",
    re.IGNORECASE,
)
"""What stands before the length of what lies between two places that are named before."""
NOT_AFTER = re.compile(
    r"\s?(?:[\s-](?:long(?!\sjourney|\strip|\sroad|\sroute|\sdrive|\sline)|wide|deep|high|tall|thick|broad|"
    r"in\s(?:length|width|depth|height|diameter|size|altitude)|above|below|beneath|under(?:ground|water|neath)|"
    r"per|an?\s(?:hour|day|second|week|year)|square|of\s(?:the\s|this\s|that\s)?(?:ocean|sea|roads?|beach|coast|coastline|rail|tracks?|highways?|motorways?|streets?|railways?|canals?|tunnels?|lines?|"
    r"border|fence|wall|pipe|pipeline|cable|rope|wire|river|trail|trails|water|shoreline|territory|land)|"
    r"(?:\w{1,12}\s)?(?:front|frontline|border|boundary|contact)\b|buffer|zone|race\b(?!\s(?:from|between)\s)|mark\b|post\b|"
    r"to\s(?:the|an?)\s(?:gallon|litre|liter|inch)|on\s(?:an?|one|a\ssingle|a\sfull)\s(?:charge|tank)|"
    r"from\s(?:bow|end|tip|top|edge|nose|head|wall|side|one|wingtip)\s|"
    r"(?:down\s)?(?:from|to)\s(?:its|their)\s(?:source|mouth|headwaters))|/\s?h|\sp/h)",
    re.IGNORECASE,
)
EDGE = re.compile(
    r"[\s-](?:long\s)?(?:(?:land|sea|shared|common|joint|disputed|eastern|western|northern|southern|open)\s){0,2}(?:border|frontier|boundary|front|frontline|fence|wall|barrier)\b",
    re.IGNORECASE,
)
"""A line that parts two lands joins no places, though it runs "between" them."""
LONG = re.compile(r"[\s-]long\b", re.IGNORECASE)
LONG_WAY = re.compile(
    r"[\s-]long,?\s(?:that\s|which\s)?(?:goes|runs|leads|links|connects|joins|took|takes)\s", re.IGNORECASE
)
"""How long a way is, before where it goes: "a line, 240 km long, runs from X to Y"."""
WAY_BETWEEN = re.compile(
    rf"\b(?:{_JOURNEYS}|{_WAYS})s?\s(?:from|between)\s[^.;]{{2,80}}\s(?:is|was)\s(?:\w{{1,10}}\s){{0,2}}\Z",
    re.IGNORECASE,
)
"""Before how long a way is: "the road from X to Y is 300 km long"."""
IN_ALL = re.compile(
    r"\s(?:at\smost\s)?(?:(?:in|over|during|throughout)\s(?:an?|his|her|its|their|the|one)\s"
    r"(?:whole\s|entire\s|working\s)?(?:season|year|life|lifetime|career|decade)"
    r"|an?\s(?:day|week|month|year|season))\b",
    re.IGNORECASE,
)
"""What follows the sum of many ways: "22,000 kilometres in a season"."""
PER_HOUR = re.compile(r"\s?(?:per|an)\s(?:hour|second)\b|/\s?h\b", re.IGNORECASE)
NOT_BEFORE = re.compile(
    r"(?:altitude|height|depth|width|elevation|diameter|speed|speeds|length|thickness|perimeter|range|ranges|"
    r"ceiling)\s(?:of|is|was|at|reached)\s(?:\w{1,12}\s)?\Z|\bvisibility\W{1,3}(?:[\w,]{1,12}\s){0,4}\Z|(?:every|square|each|per|last|first|final)\s\Z|"
    r"\b(?:won|wins|third|second|gold|silver|bronze|record)\s(?:in\s|over\s)?(?:the|an?)\s\Z|"
    r"\b(?:run|flow|empt|drain|pour)\w{0,3}\sinto\s[^.;]{2,40}\safter\s\Z",
    re.IGNORECASE,
)
DISTANCE_OF = re.compile(r"\bdistance\s(?:of|is|was|to|between)\b", re.IGNORECASE)
NOUN_OF = re.compile(
    r"(?:journey|trip|route|distance|drive|flight|voyage|road|line)s?\s(?:of|is)\s\Z|"
    r"(?:journey|trip|drive|flight|voyage|trek)\sof\s[^,.;]{1,40}\s\Z|"
    r"\b(?:having|after)\s(?:cover|walk|travel|wander|cycl|drift|sail|trek)l?(?:ed|ing)\s\Z|"
    r"\bhaving\s(?:flown|swum|gone|ridden|driven|run|come)\s\Z",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\b(?:between|separat(?:es?|ing)|dividing|apart)\b", re.IGNORECASE)
AFTER = re.compile(r"^\W{0,3}(?:but\s|and\s)?after\s\Z", re.IGNORECASE)
"""Before how far one went to get somewhere: "after 900 miles they reached X"."""
FURTHER = re.compile(r"\b(?:an?other|a\sfurther)\s\Z", re.IGNORECASE)
"""Before how far the next place lies beyond the last."""
ASIDE = re.compile(r"[,(—–]\s?(?:(?:just|only|barely|lying|located)\s)?\Z", re.IGNORECASE)
"""What parts off a length that is told of the name before it and of no verb."""
