"""An interval of days as a reader says it: "22–31 August 2023", not two ISO dates."""

from __future__ import annotations

from calendar import monthrange

from geo.model import Interval

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Not from ``calendar``: that would follow the machine's locale."""


def interval_words(interval: Interval) -> str:
    """The days that the words of a report stand for; empty if they stand for none.

    A whole year or month is said as such; hours are kept where they are known.
    """
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        return f"from {moment_words(first)}" if first else f"until {moment_words(last)}" if last else ""
    if "T" in first or "T" in last:
        return moment_words(first) if first == last else _with_hours(first, last)
    return days_words(first, last)


def days_words(first: str, last: str) -> str:
    """Two ISO days, both inclusive, in words; a whole year or month is said as such."""
    (year, month, day), (last_year, last_month, last_day) = _parts(first), _parts(last)
    ends_month = last_day == monthrange(last_year, last_month)[1]
    if first == last:
        return moment_words(first)
    if day == 1 and ends_month and (month, last_month) == (1, 12):
        return str(year) if year == last_year else f"{year}–{last_year}"
    if day == 1 and ends_month and (year, month) == (last_year, last_month):
        return f"{MONTHS[month - 1]} {year}"
    if (year, month) == (last_year, last_month):
        return f"{day}–{last_day} {MONTHS[month - 1]} {year}"
    if year == last_year:
        return f"{day} {MONTHS[month - 1]} – {last_day} {MONTHS[last_month - 1]} {year}"
    return f"{moment_words(first)} – {moment_words(last)}"


def _with_hours(first: str, last: str) -> str:
    (day, _, begins), (last_day, _, ends) = first.partition("T"), last.partition("T")
    if day == last_day:
        return f"{moment_words(day)}, {begins or '00:00'}–{ends or '24:00'}"
    return f"{moment_words(first)} – {moment_words(last)}"


def moment_words(moment: str) -> str:
    """An ISO day, or day and hour, in words: "10 September 2023, 12:00"."""
    day, _, hour = moment.partition("T")
    year, month, number = _parts(day)
    words = f"{number} {MONTHS[month - 1]} {year}"
    return f"{words}, {hour}" if hour else words


def _parts(day: str) -> tuple[int, int, int]:
    year, month, number = day.split("-")
    return int(year), int(month), int(number)
