"""The day an article was published and how that is known: a line says so, or its dated words allow it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_FULL = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: ?, ?| )(?P<y1>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<m2>{_MONTH})\.?,?[ -](?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2}))(?!\d)",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?|(?P<d2>\d{{1,2}})(?:st|nd|rd"
    rf"|th)? (?P<m2>{_MONTH}))\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?:(?:first |originally )?published|posted|updated|last updated|modified|date|issued|released"
    r"|created|on)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:(?:first |originally )?published|posted|issued|released|date|created)\b", re.IGNORECASE
)
_WEEKDAY = re.compile(rf"\bon (?:early |late )?({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_AROUND = 70
"""Days about its publication within which a story names days without a year."""
_LEAD_CHARACTERS = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A publication day (ISO, None where nothing sound says it) and how it is known."""

    day: str | None
    basis: str


def full_dates(text: str) -> Iterator[date]:
    """The days that a text names with their year."""
    for found in _FULL.finditer(text):
        parts = found.groupdict()
        for n in "123":
            if parts[f"y{n}"]:
                month = parts[f"m{n}"].lower()
                day = _date(int(parts[f"y{n}"]), MONTHS.get(month) or int(month), int(parts[f"d{n}"]))
                if day is not None:
                    yield day


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_date_line(text: str) -> bool:
    """Whether a line holds a full date and little else ("Published September 13, 2023", "16 May, 2024")."""
    return len(text) <= 90 and next(full_dates(text), None) is not None and _little_else(text)


def _little_else(text: str) -> bool:
    rest = _FULL.sub(" ", text)
    words = re.findall(r"[A-Za-z]{2,}", rest)
    known = {*WEEKDAYS, *MONTHS, *(d[:3] for d in WEEKDAYS)}
    extra = [w for w in words if w.lower() not in known | _DATE_WORDS]
    return len(extra) <= (3 if _SAYS.match(text.strip()) else 0)


_DATE_LINE_WORDS = """published updated posted last on at in date issued released modified first am pm gmt utc
est edt pst pdt bst ist cet kst jst et pt by created st nd rd th time read min mins local"""
_DATE_WORDS = frozenset(_DATE_LINE_WORDS.split())


def find_published(under: Sequence[str], above: Sequence[str], prose: Sequence[str]) -> Published:
    """The publication day.

    Args:
        under: Lines of a date at or below the headline.
        above: Lines of a date above the headline: the site's, as a rule, and of the day the page was fetched.
        prose: The paragraphs of the article.
    """
    stated = _stated(under)
    if stated is not None:
        return stated
    body = "\n".join(prose)
    for line in above:
        day = next(full_dates(line))
        if _near_story(day, body):
            return Published(day=day.isoformat(), basis=f"the date above the headline: {line!r}")
    inferred = _inferred(prose)
    if inferred is not None:
        return inferred
    header = f"; the page header's {above[0]!r} does not fit the story" if above else ""
    return Published(day=None, basis=f"the text does not say{_bounds(body)}{header}")


def _stated(lines: Sequence[str]) -> Published | None:
    for pattern in (_FIRST, _SAYS, re.compile("")):
        for line in lines:
            if pattern.match(line):
                day = next(full_dates(line))
                return Published(day=day.isoformat(), basis=f"the text says: {line!r}")
    return None


def _near_story(day: date, body: str) -> bool:
    """Whether the story's dates allow that day: none after it by far, one without a year close to it."""
    days = list(full_dates(body))
    if any(other > day + timedelta(_AROUND) for other in days):
        return False
    bare = list(_bare_days(body))
    return any(_days_apart(day, month, number) <= _AROUND for month, number in bare)


def _bare_days(body: str) -> Iterator[tuple[int, int]]:
    for found in _MONTH_DAY.finditer(_FULL.sub(" ", body)):
        month, number = found["m1"] or found["m2"], int(found["d1"] or found["d2"])
        if 1 <= number <= 31:
            yield MONTHS[month.lower()], number


def _days_apart(day: date, month: int, number: int) -> int:
    near = (_date(year, month, number) for year in (day.year - 1, day.year, day.year + 1))
    return min((abs((other - day).days) for other in near if other is not None), default=999)


def _inferred(prose: Sequence[str]) -> Published | None:
    """The lead's weekday, counted from the latest day that the text names in full as past.

    Sound only where the two are of one week: the full date is then news itself and not history.
    """
    body = "\n".join(prose)
    days = list(full_dates(body))
    lead = next((p for p in prose if len(p.split()) >= 12), "")[:_LEAD_CHARACTERS]
    weekday = _WEEKDAY.search(lead)
    if not days or weekday is None or not _has_weekday_beside(max(days), prose):
        return None
    latest, wanted = max(days), WEEKDAYS.index(weekday[1].lower())
    day = latest + timedelta((wanted - latest.weekday()) % 7)
    basis = (
        f"inferred: the lead's {weekday[0]!r}, from the latest full date in the text, {latest.isoformat()}"
    )
    return Published(day=day.isoformat(), basis=basis)


def _has_weekday_beside(day: date, prose: Iterable[str]) -> bool:
    """Whether the text names that day with its weekday, as one does with a day of the present week."""
    name = WEEKDAYS[day.weekday()]
    for paragraph in prose:
        for found in _FULL.finditer(paragraph):
            before = paragraph[max(0, found.start() - 14) : found.start()].lower()
            if day in full_dates(found[0]) and name in before:
                return True
    return False


def _bounds(body: str) -> str:
    days = list(full_dates(body))
    years = [int(y) for y in re.findall(r"\b(?:in|since|of) (?:\w{3,9} )?((?:19|20)\d\d)\b", body)]
    latest = max(years + [d.year for d in days], default=None)
    return f"; it was written in or after {latest}" if latest else ""
