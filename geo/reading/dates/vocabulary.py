"""The words of English time expressions, as data: what each means. All words are in lower case."""

from __future__ import annotations


def _words(line: str) -> tuple[str, ...]:
    return tuple(line.split())


MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
MONTHS_THAT_ARE_WORDS = frozenset(
    {"may", "march", *(name for name in MONTHS if len(name) == 3 or name == "sept")}
)
"""Also a verb, a planet's abbreviation or a name: a time only next to other time words."""
MONTHS_THAT_ARE_NAMES = frozenset({"april", "june", "august", "may", "jan"})

WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        ),
        start=1,
    )
    for name in names
}
"""ISO number of the weekday."""
WEEKDAYS_THAT_ARE_WORDS = frozenset(
    {"mon", "wed", "sat", "sun", "fri", "tue", "thu", "thur", "thurs", "tues"}
)

UNITS: dict[str, str] = {
    **dict.fromkeys(("second", "seconds", "secs"), "S"),
    **dict.fromkeys(("minute", "minutes", "min", "mins"), "M"),
    **dict.fromkeys(("hour", "hours", "hr", "hrs"), "H"),
    **dict.fromkeys(("day", "days"), "D"),
    **dict.fromkeys(("night", "nights"), "N"),
    **dict.fromkeys(("week", "weeks", "fortnight", "fortnights"), "W"),
    **dict.fromkeys(("month", "months"), "MO"),
    **dict.fromkeys(("quarter", "quarters"), "Q"),
    **dict.fromkeys(("year", "years", "yr", "yrs"), "Y"),
    **dict.fromkeys(("decade", "decades"), "DE"),
    **dict.fromkeys(("century", "centuries"), "CE"),
    **dict.fromkeys(("millennium", "millennia"), "ML"),
}
"""Unit codes of a duration: ``M`` is the minute, ``MO`` the month (TIMEX3 writes ``PTnM`` and ``PnM``)."""
TIMES_TWO = frozenset({"fortnight", "fortnights"})

_ONES = _words(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """
)
_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
CARDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "dozen": 12,
}
_ORDINAL_WORDS = _words(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """
)
ORDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ORDINAL_WORDS, start=1)},
    "thirtieth": 30,
}
DECADES: dict[str, int] = {
    "twenties": 192,
    "thirties": 193,
    "forties": 194,
    "fifties": 195,
    "sixties": 196,
    "seventies": 197,
    "eighties": 198,
    "nineties": 199,
}
SEASONS: dict[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS: dict[str, tuple[int, int]] = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month in the northern hemisphere; winter ends in the year after."""

PARTS_OF_DAY: dict[str, str] = {
    "dawn": "DAWN",
    "morning": "MO",
    "mornings": "MO",
    "lunchtime": "MI",
    "midday": "MI",
    "noon": "MI",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "dusk": "EV",
    "night": "NI",
    "nights": "NI",
    "overnight": "NI",
    "midnight": "NI",
}
PART_HOURS: dict[str, tuple[str, str]] = {
    "DAWN": ("04:00", "07:00"),
    "MO": ("05:00", "12:00"),
    "MI": ("11:00", "14:00"),
    "AF": ("12:00", "18:00"),
    "EV": ("17:00", "23:00"),
    "NI": ("18:00", "23:59"),
}
"""The widest hours that news writers mean by a part of the day."""

HOLIDAYS: dict[str, tuple[int, int]] = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "d-day": (6, 6),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "australia day": (1, 26),
    "international women's day": (3, 8),
    "earth day": (4, 22),
    "anzac day": (4, 25),
    "cinco de mayo": (5, 5),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "july fourth": (7, 4),
    "july 4th": (7, 4),
    "remembrance day": (11, 11),
    "epiphany": (1, 6),
}
"""Holidays on a fixed day: month and day."""
MOVING_HOLIDAYS: dict[str, tuple[int, int, int]] = {
    "martin luther king day": (1, 1, 3),
    "presidents day": (2, 1, 3),
    "mother's day": (5, 7, 2),
    "memorial day": (5, 1, -1),
    "father's day": (6, 7, 3),
    "labor day": (9, 1, 1),
    "columbus day": (10, 1, 2),
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
}
"""Holidays on the nth weekday of a month: month, ISO weekday, nth (-1 is the last)."""
EASTER_HOLIDAYS: dict[str, int] = {
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "holy saturday": -1,
    "ascension day": 39,
    "pentecost": 49,
}
"""Holidays by days after Easter Sunday."""

VAGUE: dict[str, str] = {
    **dict.fromkeys(
        (
            "now",
            "right now",
            "currently",
            "presently",
            "at present",
            "at the moment",
            "at this time",
            "at this point",
            "nowadays",
            "the present",
            "the time being",
            "the present day",
            "these days",
            "present-day",
        ),
        "PRESENT_REF",
    ),
    **dict.fromkeys(
        (
            "recently",
            "most recently",
            "more recently",
            "lately",
            "the recent past",
            "long ago",
            "not long ago",
            "some time ago",
            "in recent times",
            "the other day",
            "once upon a time",
        ),
        "PAST_REF",
    ),
    **dict.fromkeys(
        (
            "soon",
            "very soon",
            "shortly",
            "the future",
            "the near future",
            "the foreseeable future",
            "the immediate future",
            "the not too distant future",
            "the near term",
            "the long term",
            "the short term",
            "the long run",
            "long-term",
            "short-term",
            "some day",
            "one day soon",
        ),
        "FUTURE_REF",
    ),
}
FREQUENCIES: dict[str, str] = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
    "biennial": "P2Y",
}
UTC_ZONES = frozenset({"utc", "gmt", "z", "zulu"})
