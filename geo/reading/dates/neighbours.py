"""The words beside a seeming time that make it one, or make it something else, as data."""

from __future__ import annotations


def _words(line: str) -> tuple[str, ...]:
    return tuple(line.split())


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
POSSESSIVES = frozenset(_words("his her their my our its your whose"))
"""Before a decade these make it somebody's age."""
AUXILIARIES = frozenset(_words("will would was were is are has had have can could may might should"))
"""After "the 15th" these leave it a day."""
SPORT_WORDS = frozenset(
    _words(
        """
    points point score scored scores touchdown touchdowns yards yard game basket baskets rebounds lead led
    goal goals penalty halftime
    """
    )
)
"""Before "the second quarter" these make it a part of a game."""
UNITS_AFTER = frozenset(
    _words(
        """
    for of take takes took taking taken last lasts lasted lasting spent spend been after many just
    only recent
    """
    )
)
"""After these words a bare "years" or "months" is a length of time."""
