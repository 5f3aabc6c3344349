"""The article out of a page dump: which stretches are its body, and what the page says about it.

Offsets are those of the text as given. General rules over lines; knows no page in particular, and no
language model. What is left out: weather boxes, menus, calls to subscribe, follower counts, hashtags,
captions and headlines given twice, comment forms, teasers of other stories after the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.reading.page.imprint import (
    Byline,
    find_byline,
    find_dateline,
    find_publisher,
    lone_agency,
    signature,
)
from geo.reading.page.lines import (
    Line,
    LineKind,
    ends_sentence,
    is_end,
    is_furniture,
    is_prose,
    is_weather,
    split_lines,
)
from geo.reading.page.published import find_published, is_date_line

REPEATED_CHARACTERS = 1000
"""Captions and headlines are given twice; what is longer than this is text."""
ENOUGH_CHARACTERS = 280
"""Prose that must stand before a line may end the article."""
TITLE_CHARACTERS = 200
SEEN_CHARACTERS = 50_000
"""As much of a text as is searched for a pair of words: the search is done at every line break."""
WRAP_CHARACTERS = 130
"""Lines longer than this are no product of hard wrapping."""
_OPENS = re.compile(r"[“\"‘'(]?[a-z]|[(,;]")
_BREAK = re.compile(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_TEXT = (LineKind.PROSE, LineKind.HEADING)
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|Adm|Col|Lt|Sgt|Capt|Maj|Prof|Rev|Jr|Sr|No|vs))\.$"
)
"""What a broken-off line may end with that only looks like the end of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """An article's body and imprint; every span is ``(start, end)`` in the text as given.

    ``body`` has one span a paragraph (headline, subheads and captions included). ``published`` is ISO 8601.
    """

    body: tuple[tuple[int, int], ...] = ()
    title: str | None = None
    title_span: tuple[int, int] | None = None
    author: str | None = None
    agency: str | None = None
    agency_span: tuple[int, int] | None = None
    published: str | None = None
    published_basis: str | None = None
    publisher: str | None = None
    publisher_span: tuple[int, int] | None = None
    dateline: str | None = None
    dateline_span: tuple[int, int] | None = None


def clean(text: str) -> Cleaned:
    """Body and imprint of an article. An empty text has an empty body."""
    lines = _reflowed(text, split_lines(text))
    kinds = _kinds(lines)
    title = _title(lines, kinds)
    body = tuple(_unsigned(text, line) for line in _kept(lines, kinds, title))
    return _Imprint(text, lines, kinds, title, body).cleaned()


def _kinds(lines: Sequence[Line]) -> list[LineKind]:
    kinds = [_kind(line) for line in lines]
    _mark_weather(lines, kinds)
    _mark_repeated(lines, kinds)
    return kinds


def _kind(line: Line) -> LineKind:
    if is_end(line):
        return LineKind.END
    if is_furniture(line):
        return LineKind.FURNITURE
    if is_date_line(line.text) or find_byline(line) or lone_agency(line):
        return LineKind.IMPRINT
    return LineKind.PROSE if is_prose(line.text) else LineKind.HEADING


def _mark_weather(lines: Sequence[Line], kinds: list[LineKind]) -> None:
    """A weather box is the block of a thermometer reading: its town and its day go with it."""
    blocks = {line.block for line in lines if is_weather(line)}
    for i, line in enumerate(lines):
        if line.block in blocks and kinds[i] in (LineKind.HEADING, LineKind.FURNITURE):
            kinds[i] = LineKind.FURNITURE


def _mark_repeated(lines: Sequence[Line], kinds: list[LineKind]) -> None:
    """Of lines given twice (captions, headlines) the second is furniture."""
    seen: set[str] = set()
    for i, line in enumerate(lines):
        key = _folded(line.text[: REPEATED_CHARACTERS + 1])
        if (
            key in seen
            and len(key) > 12
            and len(line.text) <= REPEATED_CHARACTERS
            and kinds[i] in (LineKind.PROSE, LineKind.HEADING)
        ):
            kinds[i] = LineKind.FURNITURE
        seen.add(key)


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def _title(lines: Sequence[Line], kinds: Sequence[LineKind]) -> int | None:
    """The headline: the first heading of some length above the first prose (that is no menu entry)."""
    for i, line in enumerate(lines):
        if kinds[i] is LineKind.PROSE:
            return i if _is_spoken_title(lines, i) else None
        if (
            kinds[i] is LineKind.HEADING
            and len(line.text.split()) >= 4
            and len(line.text) <= TITLE_CHARACTERS
        ):
            return i
    return None


def _is_spoken_title(lines: Sequence[Line], i: int) -> bool:
    """A first line of prose that stands alone, short, above a longer text: a headline that is a sentence."""
    line = lines[i]
    if len(line.text) > 120 or i + 1 >= len(lines) or find_dateline(line.text):
        return False
    return lines[i + 1].block != line.block and len(lines[i + 1].text) > 1.2 * len(line.text)


def _kept(lines: Sequence[Line], kinds: Sequence[LineKind], title: int | None) -> list[Line]:
    """The lines of the body, in order."""
    first = next((i for i, kind in enumerate(kinds) if kind is LineKind.PROSE), len(lines))
    end = _end(lines, kinds, first if title is None else title)
    body = [i for i in range(first, end) if kinds[i] in _TEXT]
    body = _without_teasers(lines, kinds, body)
    above = [] if title is None else [title]
    top = first if title is None else title + 1
    above += [
        i for i in range(top, first) if kinds[i] is LineKind.HEADING and _is_standfirst(lines, i, above)
    ]
    return [lines[i] for i in sorted({*above, *body})]


def _is_standfirst(lines: Sequence[Line], i: int, above: Sequence[int]) -> bool:
    """A line between headline and text that says something of its own (no rubric, no second headline)."""
    words = set(_folded(lines[i].text).split())
    if len(words) < 5:
        return False
    others = (set(_folded(lines[j].text).split()) for j in above)
    return all(len(words & other) < 0.6 * min(len(words), len(other)) for other in others)


def _end(lines: Sequence[Line], kinds: Sequence[LineKind], first: int) -> int:
    """Where the article is over: the first end sign that has most of the prose before it."""
    prose = [len(line.text) if kind is LineKind.PROSE else 0 for line, kind in zip(lines, kinds, strict=True)]
    total, before = sum(prose[first:]), 0
    for i in range(first, len(lines)):
        if kinds[i] is LineKind.END and before >= ENOUGH_CHARACTERS and 2 * before >= total:
            return i
        before += prose[i]
    return len(lines)


def _without_teasers(lines: Sequence[Line], kinds: Sequence[LineKind], body: list[int]) -> list[int]:
    """The body without what trails it: headings with no text below, and teasers cut off in mid-sentence."""
    body = list(body)
    while len(body) > 1:
        text = lines[body[-1]].text
        cut_off = text.endswith(("...", "…")) and kinds[body[-2]] is LineKind.HEADING
        bare = kinds[body[-1]] is LineKind.HEADING and not (ends_sentence(text) and len(text.split()) > 2)
        if not (cut_off or bare):
            break
        body.pop()
    return body


def _reflowed(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Hard-wrapped lines put together to paragraphs."""
    flows = [_kind(line) in _TEXT for line in lines]
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


def _unsigned(text: str, line: Line) -> tuple[int, int]:
    """The span of a paragraph without the signature of an agency at its end."""
    tail = max(line.start, line.end - 60)
    signed = signature(text[tail : line.end])
    cut = line.end if signed is None else tail + signed[0]
    return line.start, cut if cut > line.start else line.end


@dataclass(frozen=True, slots=True)
class _Imprint:
    text: str
    lines: Sequence[Line]
    kinds: Sequence[LineKind]
    title: int | None
    body: tuple[tuple[int, int], ...]

    def cleaned(self) -> Cleaned:
        title = None if self.title is None else self.lines[self.title]
        byline, byline_line = self._byline()
        dateline = self._dateline(byline, byline_line)
        agency = self._agency(byline)
        publisher = find_publisher(self.lines)
        prose = [self.text[start:end] for start, end in self.body]
        published = find_published(self._date_lines(above=False), self._date_lines(above=True), prose)
        return Cleaned(
            body=self.body,
            title=" ".join(title.text.split()) if title else None,
            title_span=(title.start, title.end) if title else None,
            author=byline.author if byline else None,
            agency=agency[0] if agency else None,
            agency_span=agency[1] if agency else None,
            published=published.day,
            published_basis=published.basis,
            publisher=publisher[0] if publisher else None,
            publisher_span=(publisher[1].start, publisher[1].end) if publisher else None,
            dateline=self.text[dateline[0] : dateline[1]] if dateline else None,
            dateline_span=dateline,
        )

    def _byline(self) -> tuple[Byline | None, int]:
        for i, line in enumerate(self.lines):
            if self.kinds[i] is LineKind.IMPRINT:
                byline = find_byline(line)
                if byline is not None:
                    return byline, i
        return None, 0

    def _dateline(self, byline: Byline | None, line: int) -> tuple[int, int] | None:
        for start, end in self.body[:6]:
            found = find_dateline(self.text[start : min(end, start + 200)])
            if found is not None:
                return start, start + found.place_end
        if byline is not None and byline.rest.isupper() and byline.rest.replace(" ", "").isalpha():
            start = self.lines[line].start + self.lines[line].text.rindex(byline.rest)
            return start, start + len(byline.rest)
        return None

    def _agency(self, byline: Byline | None) -> tuple[str, tuple[int, int]] | None:
        """Dateline, signature or a line of its own; the credit of a photo is none of these."""
        for start, end in self.body[:6]:
            found = find_dateline(self.text[start : min(end, start + 200)])
            if found is not None and found.agency:
                return found.agency, (start, start + found.end)
        return self._signed() or self._alone() or self._in_byline(byline)

    def _signed(self) -> tuple[str, tuple[int, int]] | None:
        """The signature that follows the last paragraph."""
        if not self.body:
            return None
        start, end = self.body[-1]
        line_end = next(line.end for line in self.lines if line.end >= end)
        signed = signature(self.text[max(start, line_end - 60) : line_end])
        return (signed[1], (end, line_end)) if signed and end < line_end else None

    def _alone(self) -> tuple[str, tuple[int, int]] | None:
        for i, line in enumerate(self.lines):
            agency = lone_agency(line) if self.kinds[i] is LineKind.IMPRINT else None
            if agency is not None:
                return agency, (line.start, line.end)
        return None

    def _in_byline(self, byline: Byline | None) -> tuple[str, tuple[int, int]] | None:
        if byline is None:
            return None
        found = signature(byline.rest)
        return (found[1], (byline.rest_start, byline.rest_start + len(byline.rest))) if found else None

    def _date_lines(self, *, above: bool) -> list[str]:
        top = self.title if self.title is not None else 0
        chosen = range(top) if above else range(top, len(self.lines))
        return [self.lines[i].text for i in chosen if is_date_line(self.lines[i].text) and self._may_date(i)]

    def _may_date(self, i: int) -> bool:
        """Below the headline only dates ahead of the end, or that say "published", are the article's."""
        line = self.lines[i]
        if self.title is not None and i < self.title:
            return True
        last = self.body[-1][1] if self.body else 0
        return line.start < last or line.text.lower().startswith(
            ("published", "first published", "originally published")
        )
