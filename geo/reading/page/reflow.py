"""Lines that a page has wrapped hard, put together to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from geo.reading.page.imprint import find_dateline
from geo.reading.page.lines import Line, ends_sentence

SEEN_CHARACTERS = 50_000
"""As much of a text as is searched for a pair of words: the search is done at every line break."""
WRAP_CHARACTERS = 130
"""Lines longer than this are no product of hard wrapping."""
_OPENS = re.compile(r"[“\"‘'(]?[a-z]|[(,;]")
_BREAK = re.compile(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|Adm|Col|Lt|Sgt|Capt|Maj|Prof|Rev|Jr|Sr|No|vs))\.$"
)
"""What a broken-off line may end with that only looks like the end of a sentence."""


def reflowed(text: str, lines: Sequence[Line], flows: Sequence[bool]) -> tuple[Line, ...]:
    """Hard-wrapped lines put together to paragraphs; ``flows`` says which lines are text."""
    wrapped = _is_wrapped([line for line, flow in zip(lines, flows, strict=True) if flow])
    groups: list[list[Line]] = []
    for i, line in enumerate(lines):
        if i and flows[i] and flows[i - 1] and _joins(text, lines[i - 1], line, wrapped=wrapped):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(group[0] if len(group) == 1 else _joined(text, group) for group in groups)


def _joined(text: str, group: Sequence[Line]) -> Line:
    start, end = group[0].start, group[-1].end
    return Line(start=start, end=end, text=_BREAK.sub(" ", text[start:end]), block=group[0].block)


def _is_wrapped(lines: Sequence[Line]) -> bool:
    pairs = [(a, b) for a, b in pairwise(lines) if a.block == b.block]
    run_on = sum(not ends_sentence(a.text) and bool(_OPENS.match(b.text)) for a, b in pairs)
    return run_on >= 2 or (run_on > 0 and 4 * run_on >= len(pairs))


def _joins(text: str, above: Line, line: Line, *, wrapped: bool) -> bool:
    """Whether two neighbouring lines are of one paragraph."""
    if above.block != line.block or len(above.text) > WRAP_CHARACTERS:
        return False
    if _OPENS.match(line.text):
        return wrapped or not ends_sentence(above.text)
    if not wrapped or len(line.text) > WRAP_CHARACTERS or find_dateline(line.text):
        return False
    if ends_sentence(above.text) and not _ABBREVIATED.search(above.text[-8:]):
        return False
    return not _is_label(above.text) or _pair_is_seen(text, above, line)


def _is_label(text: str) -> bool:
    """A few words all with a capital: a heading or a place, not a line broken off."""
    words = text.split()
    return len(words) <= 3 and all(word[0].isupper() for word in words)


def _pair_is_seen(text: str, above: Line, line: Line) -> bool:
    """Whether the words on both sides of a line break stand side by side elsewhere in the text."""
    pair = f"{above.text.split()[-1]} {line.text.split()[0]}"
    return len(pair) < 60 and pair in text[:SEEN_CHARACTERS]
