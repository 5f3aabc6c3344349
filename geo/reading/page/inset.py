"""What a page sets into the running text of a paragraph: "Read More", "Story continues below"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_INSET = re.compile(
    r"(?:(?<=[.!?”\"’)]) {1,3}(?:Read more|Also read|Related|RELATED|See also)(?=:)"
    r"| {1,3}(?:Read More|READ MORE|Also Read|ALSO READ|ADVERTISEMENT"
    r"|Story continues below(?: advertisement)?)"
    r"(?=:| [A-Z0-9“\"‘]|$))"
    r"(?::[^\n]{1,160}?(?= {2}|$)|:)?"
)
_BLANK = " \t\n\r"


def stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph's span without what is set into it: one span, or those before, between and after."""
    at = start
    for found in _INSET.finditer(text, start, end):
        yield from _trimmed(text, at, found.start())
        at = found.end()
    if at == start:
        yield start, end
    else:
        yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    if start < end:
        yield start, end
