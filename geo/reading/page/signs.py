"""What a page says about its article: title, byline, dateline, agency, publisher and day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.reading.page.cleaned import Cleaned
from geo.reading.page.imprint import (
    AGENCIES,
    Byline,
    credit,
    find_byline,
    find_dateline,
    find_publisher,
    lone_agency,
    signature,
    told_agency,
)
from geo.reading.page.lines import Line, LineKind
from geo.reading.page.published import find_published, is_date_line


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the lines of a page say of its article, beside its text."""

    text: str
    lines: Sequence[Line]
    kinds: Sequence[LineKind]
    title: int | None
    body: tuple[tuple[int, int], ...]

    def cleaned(self) -> Cleaned:
        """The body with all that the page says of it."""
        title = None if self.title is None else self.lines[self.title]
        byline, byline_line = self._byline()
        dateline = self._dateline(byline, byline_line)
        agency = self._agency(byline)
        publisher = find_publisher(self.lines)
        if publisher is not None and publisher[0] in AGENCIES:
            publisher = None
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
        if (
            byline is not None
            and byline.rest not in AGENCIES
            and byline.rest.isupper()
            and byline.rest.replace(" ", "").isalpha()
        ):
            start = self.lines[line].start + self.lines[line].text.rindex(byline.rest)
            return start, start + len(byline.rest)
        return None

    def _agency(self, byline: Byline | None) -> tuple[str, tuple[int, int]] | None:
        """Dateline, signature or a line of its own; the credit of a photo is none of these."""
        for start, end in self.body[:6]:
            found = find_dateline(self.text[start : min(end, start + 200)])
            if found is not None and found.agency:
                return found.agency, (start, start + found.end)
        return self._signed() or self._alone() or self._in_byline(byline) or self._told()

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

    def _told(self) -> tuple[str, tuple[int, int]] | None:
        """The agency that people told what they say, if pictures are its own too: the copy is its work."""
        pictures = {agency for line in self.lines if (agency := credit(line.tail)) is not None}
        for start, end in self.body if pictures else ():
            found = told_agency(self.text[start:end])
            if found is not None and found[0] in pictures:
                return found[0], (start + found[1][0], start + found[1][1])
        return None

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
