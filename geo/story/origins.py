"""Which report each article traces to; articles of one origin are one voice, however many print it.

An agency line says so outright; else the opening says whose report it passes on ("told the New York Times");
else the words do: near copies, and passages that outlive a rewording. An article of which nothing of the sort
can be said has no origin, and is not counted as an independent one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from geo.model import Article, Origin, Span
from geo.reading.page.imprint import AGENCIES
from geo.story.passages import Passage, Wording, near_copy_share, shared_passages, wording
from geo.story.slugs import numbered, slug

LEAD_CHARACTERS = 1_500
"""How far into the body an article says whose report it passes on; later outlets are mere sources."""
FIRST_CHARACTERS = 400
"""And how far in it says so with words as weak as "according to"."""
NEAR_COPY = 0.4
"""Share of the word shingles that makes one article a copy of another."""
MIN_PASSAGES, MIN_CONTENT = 3, 8
"""Shared passages, and plain words in them, that show that one report is behind two articles."""
CLEARLY_MORE = 2.0
"""And so many times more plain words than with the articles of any other origin."""

_NAME = r"(?:[A-Z][\w&.'’\-]{1,20} ){0,4}"
_PAPERS = (
    "Times|Post|Journal|Herald|Tribune|Guardian|Telegraph|Gazette|Chronicle|Observer|Independent|Standard|Mirror"
    "|Globe|Mail|Sun|Star|Examiner|Inquirer|Dispatch|Courier|Review|Magazine|Daily|News|Newspaper|Press|Weekly"
    "|Monde|Figaro|Spiegel|Zeitung|País|Politico|Axios|Bellingcat"
)
_CHANNELS = "BBC|CNN|CBS News|NBC News|ABC News|Fox News|Sky News|NPR|PBS|NHK|KBS|MBC|YTN|CCTV|RT|Al Jazeera"
_AGENCY = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
_OUTLET = rf"(?P<outlet>(?:[Tt]he )?(?:{_NAME}(?:{_PAPERS})|{_CHANNELS}|{_AGENCY})\b)(?! [A-Z])"
_OUTLET = rf"{_OUTLET}(?: news agency| newspaper)?"
_PASSES_ON = (
    re.compile(rf"\b(?:told|tells|interview with|interviewed by|obtained by|seen by|reported by) {_OUTLET}"),
    re.compile(
        rf"\b(?:according to|citing|in) (?:a |the )?(?:report|story|article) (?:in|by|from|on) {_OUTLET}"
    ),
    re.compile(
        rf"{_OUTLET} (?:has |had |first |exclusively |earlier )?(?:reported|reports|revealed|learned)\b"
    ),
)
_FIRST_PASSES_ON = (re.compile(rf"\b(?:according to|citing|quoted by|first reported by) {_OUTLET}"),)
"""Words that pass on a report where they open an article; further down they name the source of a detail."""
_AGENCY_NAMES: Mapping[str, str] = MappingProxyType({**AGENCIES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The origin that an article traces to, why, and the words that show it."""

    article: str
    name: str
    basis: str
    evidence: tuple[Span, ...] = ()


def find_origins(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """The origins of the articles, in the order of the articles; those without one are in none."""
    traces: dict[str, Trace] = {}
    for article in articles:
        if trace := _declared(article):
            traces[article.id] = trace
    traces |= _copies(articles, traces)
    for article in articles:
        if article.id not in traces and (trace := _signed(article)):
            traces[article.id] = trace
    return _collected([traces[article.id] for article in articles if article.id in traces])


def with_origins(articles: Sequence[Article], origins: Sequence[Origin]) -> tuple[Article, ...]:
    """The articles, each with the id of its origin."""
    of = {article: origin.id for origin in origins for article in origin.articles}
    return tuple(replace(article, origin=of.get(article.id)) for article in articles)


def _declared(article: Article) -> Trace | None:
    """The origin that the article names: its agency, or the outlet whose report its opening passes on."""
    if article.agency:
        name = _AGENCY_NAMES.get(article.agency, article.agency)
        return Trace(article=article.id, name=name, basis="agency line", evidence=_agency_words(article))
    found = [
        (span, outlet)
        for start, end, patterns in (
            *((*stretch, _PASSES_ON) for stretch in _lead(article, LEAD_CHARACTERS)),
            *((*stretch, _FIRST_PASSES_ON) for stretch in _lead(article, FIRST_CHARACTERS)),
        )
        for pattern in patterns
        for span, outlet in _matches(pattern, article, (start, end))
        if _plain_name(outlet) != _plain_name(article.publisher or "")
    ]
    if not found:
        return None
    span, outlet = min(found)
    return Trace(article=article.id, name=_outlet_name(outlet), basis="attribution", evidence=(span,))


def _lead(article: Article, characters: int) -> list[tuple[int, int]]:
    """The stretches that open the body, so many characters in all; captions and headline among them."""
    left, stretches = characters, []
    for start, end in article.body:
        if left <= 0:
            break
        stretches.append((start, min(end, start + left)))
        left -= end - start
    return stretches


def _matches(pattern: re.Pattern[str], article: Article, within: tuple[int, int]) -> list[tuple[Span, str]]:
    return [
        (Span(article=article.id, start=match.start(), end=match.end(), text=match.group()), match["outlet"])
        for match in pattern.finditer(article.text, *within)
    ]


def _agency_words(article: Article) -> tuple[Span, ...]:
    """Where the agency's name stands in the text, the last place: agencies sign at the end."""
    names = [known for known, agency in AGENCIES.items() if agency == article.agency] or [str(article.agency)]
    spots = [(article.text.rfind(name), name) for name in names]
    start, name = max(spots)
    return (Span(article=article.id, start=start, end=start + len(name), text=name),) if start >= 0 else ()


def _copies(articles: Sequence[Article], traces: Mapping[str, Trace]) -> dict[str, Trace]:
    """The origins of the articles that declare none and copy, word by word or reworded, one that does."""
    open_ones = [article for article in articles if article.id not in traces]
    if not open_ones or not traces:
        return {}
    known = [(wording(article), traces[article.id]) for article in articles if article.id in traces]
    found = ((article.id, _copied(wording(article), known)) for article in open_ones)
    return {article_id: trace for article_id, trace in found if trace}


def _copied(own: Wording, known: Sequence[tuple[Wording, Trace]]) -> Trace | None:
    """The origin of the article that this one copies."""
    share, nearest = max(
        ((near_copy_share(own, other), trace) for other, trace in known), key=lambda pair: pair[0]
    )
    if share >= NEAR_COPY:
        basis = f"near copy: {share:.0%} of its words stand in the same order in {nearest.article}"
        return Trace(article=own.article.id, name=nearest.name, basis=basis)
    passages: dict[str, dict[Span, Passage]] = {}
    for other, trace in known:
        found = passages.setdefault(trace.name, {})
        found |= {passage.span: passage for passage in shared_passages(own, other)}
    return _reworded(own.article, passages)


def _reworded(article: Article, passages: Mapping[str, Mapping[Span, Passage]]) -> Trace | None:
    content = {name: sum(found.content for found in spans.values()) for name, spans in passages.items()}
    if not content:
        return None
    ranked = sorted(content, key=lambda name: (-content[name], name))
    name, runner_up = ranked[0], content[ranked[1]] if len(ranked) > 1 else 0
    if len(passages[name]) < MIN_PASSAGES or content[name] < max(MIN_CONTENT, CLEARLY_MORE * runner_up):
        return None
    spans = tuple(sorted(passages[name]))
    return Trace(article=article.id, name=name, basis="shared passages", evidence=spans)


def _signed(article: Article) -> Trace | None:
    """The publisher's own report: it is signed, and passes on nobody else's."""
    if not (article.publisher and article.author):
        return None
    return Trace(article=article.id, name=article.publisher, basis=f"byline of {article.author}")


def _collected(traces: Sequence[Trace]) -> tuple[Origin, ...]:
    by_name: dict[str, list[Trace]] = {}
    for trace in traces:
        by_name.setdefault(_plain_name(trace.name), []).append(trace)
    ids = numbered(slug(group[0].name) for group in by_name.values())
    return tuple(
        Origin(
            id=origin_id,
            name=group[0].name,
            articles=tuple(trace.article for trace in group),
            basis="; ".join(dict.fromkeys(trace.basis for trace in group)),
            evidence=tuple(span for trace in group for span in trace.evidence),
        )
        for origin_id, group in zip(ids, by_name.values(), strict=True)
    )


def _outlet_name(outlet: str) -> str:
    outlet = " ".join(outlet.split())
    if outlet in AGENCIES:
        return AGENCIES[outlet]
    return "The " + outlet[4:] if outlet.startswith("the ") else outlet


def _plain_name(name: str) -> str:
    return re.sub(r"^the |[^\w]", "", _outlet_name(name).lower()) if name else ""
