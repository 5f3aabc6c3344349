"""Tokens to time expressions, not yet read: the rules that say which runs of tokens are times.

Every token becomes one character (its class, see :mod:`geo.reading.dates.classes`), so a rule is a regular
expression over a short string, and no expression can be longer than a handful of tokens. Knows no calendar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from geo.reading.dates.tokens import NO_TOKEN, Token, Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A run of tokens that a rule says is a time: ``first`` to ``last`` (exclusive) of ``tokens``."""

    rule: str
    tokens: Tokens
    first: int
    last: int
    parts: dict[str, tuple[int, int]]

    def __getitem__(self, part: str) -> tuple[Token, ...]:
        """The tokens of a named part of the rule, none if it is absent."""
        first, last = self.parts.get(part, (0, 0))
        return self.tokens[first:last]

    def text(self, part: str) -> str:
        """The first word of a named part, "" if it is absent."""
        tokens = self[part]
        return tokens[0].text if tokens else ""

    def before(self, back: int = 1) -> Token:
        """The token so far before the expression."""
        return self.tokens[self.first - back] if self.first >= back else NO_TOKEN

    def after(self, ahead: int = 0) -> Token:
        """The token so far after the expression."""
        return self.tokens[self.last + ahead] if self.last + ahead < len(self.tokens) else NO_TOKEN


_NUM = r"(?:(?:[nNy]|[cC](?:-?[cC]){0,4}(?:&[cC]){0,2})(?:C|-?h|&ah)?|a?q[cC]{0,2}|a(?:C{1,2}|h)?|ha?)"
_PIECES = {
    "NUM": _NUM,
    "DAY": r"(?P<day>[no])(?P<others>(?:,[no]){0,3}(?:[-~&]|,&)[no](?![U%:ekzM]))?",
    "LASTDAY": r"(?P<others>[no](?:,[no]){0,3}(?:[-~&]|,&))?(?P<day>[no])",
    "MOD": r"(?:t?(?P<mod>m-?[fij]?|Bf|r[ij]?))",
    "WHICH": r"(?P<which>t?[lFGp]|T[pF]?|[HX])",
    "ZONE": r"(?:\(?(?P<zone>z)(?P<offset>[-+]n)?\)?)",
    "YEAR": r"(?:,?f?(?P<year>y)(?!-?[nN]?[%U])|,?f?(?P<other_year>[lTF])(?P<year_unit>U))",
}
RULES: dict[str, str] = {
    "iso": r"(?P<iso>I)",
    "slashed": r"(?P<slashed>L)",
    "month_day": r"(?:(?P<weekday>W)\.?,?)?(?P<month>M)\.?,?{DAY}(?![:k]){YEAR}?",
    "day_month": r"(?:(?P<weekday>W)\.?,?)?t?{LASTDAY}f?(?P<month>M)(?:\.?{YEAR})?",
    "year_month_day": r"(?P<year>y)(?P<month>M)(?P<day>n)",
    "month_year": r"{MOD}?(?P<month>M)\.?{YEAR}",
    "month_range": r"(?P<month>M)\.?[-~&](?P<month2>M)\.?{YEAR}",
    "month": r"{MOD}?(?:{WHICH}|t(?P<whole>U)f)?(?P<month>M)",
    "day_alone": r"(?<=j)t(?P<day>o)",
    "year_range": r"(?P<year>y)(?P<link>[-~])(?P<year2>[yn])",
    "year": r"{MOD}?(?P<year>y)",
    "decade": r"{MOD}?t?(?P<decade>D)",
    "century": r"{MOD}?t?(?P<nth>o)-?(?P<unit>U)",
    "quarter": r"t?(?P<nth>[oQ])-?(?P<unit>[Uh]?)(?:[fi]?(?:(?P<year>y)|(?P<which>[Tlp]|t|tp)(?P<of>U)))?",
    "relative": r"{MOD}?{WHICH}(?P<unit>U)(?P<part>P)?",
    "in_the_unit": r"t?(?P<mod>r|B|m)[if]t(?P<unit>U)",
    "window": r"A?T?t?(?P<which>[lpF])A?(?P<number>{NUM})-?J?(?P<unit>U)",
    "windows": r"t?(?P<which>[pF])(?P<unit>U)",
    "ago": r"A?(?P<number>{NUM})?-?J?(?P<unit>U)(?P<way>g)",
    "later": r"A?(?P<number>{NUM})?-?J?(?P<unit>U)(?P<way>[rb])",
    "day_before": r"t(?P<unit>U)(?P<way>b)",
    "duration": r"A?(?:t(?![nNcC]-))?(?P<number>{NUM})(?P<second>[-~&]{NUM})?-?J?-?(?P<unit>U)(?!-?R)"
    r"(?P<half>&ah)?",
    "nights": r"A?(?P<number>{NUM})-?J?(?P<nights>P)",
    "units": r"(?P<unit>U)",
    "same_period": r"H(?P<unit>[U%])[fi]?(?P<how>lU|aUg|aUr|tpU|pU|tUb)",
    "weekday": r"{MOD}?{WHICH}?(?P<weekday>W)\.?(?:(?P<part>P)|,?[fj]?(?P<week>[lFT])(?P<unit>U))?",
    "weekdays": r"(?P<weekday>V)",
    "named_day": r"{MOD}?(?P<named>d)(?P<part>P)?",
    "part": r"(?:{MOD}(?=[TtlHX]))?(?P<which>t?[lFG]|[TtHX])?(?P<part>P)",
    "clock": r"(?P<clock>[kn])(?P<half>e){ZONE}?",
    "clock_24": r"(?P<clock>k){ZONE}?",
    "clock_sharp": r"(?P<clock>[nc])(?P<sharp>O){ZONE}?",
    "clock_joined": r"(?P<clock>[yN]){ZONE}",
    "weekend": r"{MOD}?(?P<which>t?[lFGp]|T[pF]?|[HXt])?(?P<weekend>K)",
    "season": r"{MOD}?(?P<which>t?[lFGp]|T[pF]?|[HXt])?(?P<season>S){YEAR}?(?:-n)?",
    "holiday": r"(?P<which>[TlF])?(?P<holiday>Y)(?:,?(?P<year>y))?",
    "consecutive": r"[at]?(?P<nth>o)J(?P<unit>U)",
    "current": r"[tT]?(?P<which>[κλ])(?P<unit>U)",
    "unit_end": r"(?P<unit_end>ε)",
    "known_day": r"(?P<known>ω)",
    "nth_of": r"t?(?P<nth>[ol])(?P<unit>[UWK])[fi](?P<month>M)\.?{YEAR}?",
    "from_day": r"A?(?P<number>{NUM})(?P<unit>U)(?P<link>[sj])(?P<weekday>W)",
    "weeks_ago_day": r"A?(?P<number>{NUM})(?P<unit>U)gj?(?P<weekday>W)",
    "weekdays_ago": r"(?P<number>{NUM})(?P<weekday>V)g",
    "beside_named": r"t(?P<unit>U)(?P<way>b)(?P<named>d)",
    "from_now": r"A?(?P<number>{NUM})-?J?(?P<unit>U)η",
    "in_time": r"(?<=i)(?P<number>{NUM})(?P<unit>U);x{{1,2}}",
    "weekday_week": r"(?P<weekday>W)(?P<unit>U)",
    "weekday_day": r"(?P<weekday>W)t(?P<day>o)",
    "part_before": r"t(?P<part>P)(?P<way>b)",
    "clock_part": r"(?P<clock>[nck])(?P<sharp>O)?(?:it|@)(?P<part>P)",
    "clock_past": r"(?:(?P<part_hour>h)|a?(?P<unit>U))(?P<way>[p~])(?P<clock>[cn])(?P<half>e)?",
    "rate": r"¢(?P<unit>U)",
    "every": r"E(?P<number>[cno])?(?P<unit>[UWPS])",
    "frequency": r"(?P<frequency>u)",
    "the_day": r"(?P<which>t)(?P<unit>U)",
    "recent_units": r"t?ρ(?P<unit>U)",
    "vague": r"(?P<vague>[vρ])|(?P<now>κ)(?!U)",
    "past": r"t(?P<past>p)(?=[^xcCnNqaUAoMWSKyJ%PVhρ]|$)",
}
"""Rules by name; ``{X}`` stands for a piece above. The longest match at a place counts, then the first."""
_COMPILED = {name: re.compile(pattern.format(**_PIECES)) for name, pattern in RULES.items()}
_ORDER = {name: number for number, name in enumerate(RULES)}


def find_runs(tokens: Tokens, may_be_time: Callable[[Found], bool]) -> Iterator[Found]:
    """The runs of tokens that look like times and pass the test, in order, none overlapping."""
    kinds = tokens.kinds
    hits = sorted(
        (match.start(), -match.end(), _ORDER[name], name, match)
        for name, rule in _COMPILED.items()
        for match in rule.finditer(kinds)
    )
    done = 0
    for first, negative_last, _, name, match in hits:
        if first >= done:
            parts = {part: match.span(part) for part, words in match.groupdict().items() if words}
            last = -negative_last - (kinds[-negative_last - 1] == ".")
            found = Found(rule=name, tokens=tokens, first=first, last=last, parts=parts)
            if may_be_time(found):
                done = last
                yield found
