"""The words of English time expressions, as data: what each means and the class the grammar knows it by.

A class is one character, so that a sentence becomes a string of classes on which grammar rules are
plain regular expressions. Words of no class are ``x``. All words are in lower case.
"""

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
    "ash wednesday": -46,
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

_CLASSES: dict[str, tuple[str, ...]] = {
    "a": ("a", "an"),
    "t": ("the",),
    "l": ("last",),
    "p": ("past", "preceding", "previous", "prior"),
    "F": ("next", "coming", "upcoming", "forthcoming"),
    "G": ("following", "ensuing", "subsequent"),
    "T": ("this",),
    "H": ("the same", "that same", "that very"),
    "X": ("that",),
    "E": ("every", "each"),
    "m": ("early", "late", "mid", "middle"),
    "B": ("beginning", "start", "end", "close", "turn", "middle"),
    "r": ("earlier", "later"),
    "g": ("ago",),
    "b": ("before", "after"),
    "i": ("in", "during", "within", "throughout"),
    "j": ("on",),
    "@": ("at",),
    "f": ("of",),
    "&": ("and", "or", "&"),
    "~": ("to", "through", "until", "till", "thru"),
    "s": ("since", "by", "from", "as of", "between"),
    "d": ("today", "yesterday", "tomorrow", "tonight"),
    "K": ("weekend", "weekends"),
    "h": ("half",),
    "A": (
        "just about", "about", "around", "almost",
        "nearly", "roughly", "approximately", "over", "under", "some", "more than",
        "less than", "fewer than", "at least", "at most", "up to", "as many as", "as much as", "as long as",
        "close to", "well over", "just over", "just under", "no more than", "no less than", "an estimated",
    ),
    "q": ("several", "few", "a few", "many", "couple", "a couple", "a couple of", "a number of"),
    "J": (
        "consecutive", "straight", "successive", "full", "trading", "working", "business", "calendar", "long",
        "more", "additional", "extra", "whole", "solid", "entire",
    ),
    "e": ("am", "pm"),
    "O": ("o'clock", "o’clock"),
    "z": (
        "utc", "gmt", "z", "zulu", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "ct", "pt",
        "cet", "cest", "eet", "eest", "bst", "ist", "jst", "kst", "msk", "hkt", "aest", "aedt", "local time",
        "eastern time", "pacific time", "moscow time", "beijing time", "us time",
    ),
    "ρ": ("recent",),
    "¢": ("per",),
    "ε": ("year's end", "year-end", "month's end", "month-end", "week's end"),
    "κ": ("current",),
    "λ": ("latest",),
    "R": ("old", "of age"),
    "%": ("period",),
    "C": ("hundred", "thousand", "million", "dozen"),
    "c": tuple(CARDINALS),
    "o": tuple(ORDINALS),
    "M": tuple(MONTHS),
    "W": tuple(WEEKDAYS),
    "V": tuple(f"{name}s" for name in WEEKDAYS if name.endswith("day")),
    "U": tuple(word for word in UNITS if word not in ("second", "min", "night", "nights")),
    "P": tuple(PARTS_OF_DAY),
    "S": tuple(SEASONS),
    "D": tuple(DECADES),
    "Y": (*HOLIDAYS, *MOVING_HOLIDAYS, *EASTER_HOLIDAYS),
    "v": tuple(VAGUE),
    "u": tuple(FREQUENCIES),
}  # fmt: skip
PHRASE_CLASSES: dict[str, str] = {
    phrase: letter for letter, phrases in reversed(_CLASSES.items()) for phrase in phrases
}
"""Class of a word or a phrase of words; where a word stands in two classes, the first one above wins."""
NEWSPAPER_WORDS = frozenset(
    _words(
        """
    times telegraph mail mirror express star herald tribune post mercury age mass school best night
    news
    """
    )
)
"""After a weekday or "Daily" with a capital these make a name, not a day ("Sunday Times")."""
COUNTED_NOUNS = frozenset(
    _words(
        """
    people persons men women children troops soldiers jobs workers employees homes houses miles mile
    km kilometers kilometres meters metres feet ft dollars euros pounds tons tonnes percent points
    barrels cars vehicles votes students members residents migrants refugees victims deaths cases
    acres hectares square kg lbs mph rpm hours hour minutes days weeks months years times copies
    seats tickets words pages units others calories volts watts mg ml sq mm cm nautical yards yard
    inches
    """
    )
)
"""After a number of four digits these make it an amount, not a year."""
NUMBERED_THINGS = frozenset(
    _words(
        """
    flight route room number agent section channel area windows route highway nasdaq russell boeing
    airbus page
    """
    )
)
"""Before a number of four digits these make it a name or a number, not a year."""
CALENDAR_NAME_WORDS = frozenset(_words("black good ash palm bloody super cyber fat holy maundy ruby"))
"""Before a weekday these make the name of one certain day."""
DAY_AFTER = frozenset(
    _words(
        """
    for in within of per once twice times take takes took lasting end ended ending ends start started
    finished closed begin began same than
    """
    )
)
"""After these words "a day" is a length or a rate, and "the day" the day told before."""
UNITS_AFTER = frozenset(
    _words(
        """
    for of take takes took taking taken last lasts lasted lasting spent spend been after many just
    only recent
    """
    )
)
"""After these words a bare "years" or "months" is a length of time."""
