"""Events: what took or takes place, of which kind, where, when and with whom, as one article tells it.

An event needs a word that stands for one and at least a place, a time or the people who met.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Token

from geo.model import Claim, Event, Interval, Mention, Place, Span, Status, Timex
from geo.reading.events import eventive
from geo.reading.events.kinds import kind_of
from geo.reading.events.occasions import Occasion, occasion_of_noun, occasion_of_verb, pictured
from geo.reading.events.venues import holder_of
from geo.reading.parse import Paragraph, offsets
from geo.reading.sentences.clauses import VERBAL, child, children
from geo.reading.sentences.governing import governed
from geo.reading.sentences.modality import PLANNING
from geo.reading.sentences.moments import Moments
from geo.reading.sentences.nominal_status import noun_status
from geo.reading.sentences.setting import setting_of
from geo.reading.sentences.status import REAL, SURENESS, verb_status

_MAX_WHAT_WORDS = 12
_RECENT = 100
"""How many events a further telling is held against."""


@dataclass(slots=True, eq=False)
class _Draft:
    """Tellings of one event."""

    kind: str
    tellings: list[tuple[Occasion, Status, Span]] = field(default_factory=list)


def find_events(
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Mention],
    places: Sequence[Place],
    times: Sequence[Timex],
    published: date | None = None,
) -> tuple[Event, ...]:
    """The events that one article reports, in text order, with ids "<article>:e1" and on."""
    if not paragraphs:
        return ()
    ground, cast = setting_of(tuple(paragraphs), tuple(mentions), tuple(places))
    moments = Moments(paragraphs, times, published)
    drafts: list[_Draft] = []
    for number, paragraph in enumerate(paragraphs):
        for token in paragraph.doc:
            kind = kind_of(token)
            if kind is None:
                continue
            build = occasion_of_verb if token.pos_ in VERBAL else occasion_of_noun
            told = build(number, token, ground, cast, moments)
            status = _status(token, told, moments)
            if status is not None and _is_enough(kind, told):
                _add(drafts, kind, told, status, _words(paragraph, told))
    return tuple(_event(paragraphs[0].article, n, draft) for n, draft in enumerate(drafts, start=1))


def _status(token: Token, told: Occasion, moments: Moments) -> Status | None:
    """How real an event is; one told in the present with a day to come is planned, one that lasts is on."""
    if token.pos_ not in VERBAL and any(c.lower_ == "no" for c in children(token, "det")):
        return Status.DENIED
    verb = token if token.pos_ in VERBAL else holder_of(token)
    if verb is None:
        status = noun_status(token)
        return Status.HAPPENED if status is Status.POSSIBLE and _is_known(token) else status
    status = verb_status(verb)
    if verb.dep_ == "ccomp" and verb.tag_ in {"VB", "VBP"} and governed(verb.head) is Status.PROPOSED:
        return Status.PROPOSED
    if pictured(token) is not None:
        return Status.HAPPENED
    if status in (None, Status.HAPPENED) and moments.is_to_come(told.time, verb):
        return Status.UNDER_WAY if told.lasts else Status.PLANNED
    if told.lasts and status is Status.HAPPENED and moments.is_ahead(told.time):
        return Status.UNDER_WAY
    if token.pos_ not in VERBAL and status is Status.HAPPENED and verb.lemma_ in PLANNING:
        return Status.PLANNED
    return status


def _is_known(noun: Token) -> bool:
    """Whether the words take it as known: what may "support Moscow's assault" doubts no assault."""
    if noun.dep_ not in {"dobj", "pobj"} or child(noun, "amod") is not None:
        return False
    return child(noun, "poss") is not None or any(c.lower_ == "the" for c in children(noun, "det"))


def _is_enough(kind: str, told: Occasion) -> bool:
    if kind in eventive.DATED:
        return told.time is not None and told.time.earliest is not None and bool(told.people)
    if kind in eventive.CROWDED and len(told.people) > 1:
        return True
    if kind in eventive.PEOPLED and not told.people and told.place is None:
        return False
    if kind == "agreement" and told.time is None and len(told.people) < 2:
        return False
    return told.place is not None or (told.time is not None and told.time.earliest is not None)


def _words(paragraph: Paragraph, told: Occasion) -> Span:
    first, last = paragraph.doc[told.start], paragraph.doc[told.end - 1]
    return paragraph.span_at(offsets(first)[0], offsets(last)[1])


def _add(drafts: list[_Draft], kind: str, told: Occasion, status: Status, span: Span) -> None:
    recent = drafts[-_RECENT:]
    home = next((d for d in recent if d.kind == kind and _is_home(d, told, status)), None)
    if home is None:
        home = _Draft(kind)
        drafts.append(home)
    home.tellings.append((told, status, span))


def _is_home(draft: _Draft, told: Occasion, status: Status) -> bool:
    """Whether a telling is of the drafted event; a plan and a fact are one only where both have a date."""
    if not all(_agree(other, told) for other, _, _ in draft.tellings[:_RECENT]):
        return False
    return any(
        (as_told in REAL) == (status in REAL) or (other.time is not None and told.time is not None)
        for other, as_told, _ in draft.tellings[:_RECENT]
    )


def _agree(a: Occasion, b: Occasion) -> bool:
    """Whether two tellings of a kind can be one event: nothing told differs and something is shared."""
    if a.place is not None and b.place is not None and a.place != b.place:
        return False
    ours, theirs = set(a.people), set(b.people)
    if ours and theirs and not (ours <= theirs or theirs <= ours):
        return False
    if not _times_agree(a.time, b.time):
        return False
    shared = (a.place is not None and a.place == b.place) or bool(ours & theirs)
    return shared or (a.head == b.head and a.time is not None and b.time is not None)


def _times_agree(a: Interval | None, b: Interval | None) -> bool:
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return True
    return a.earliest[:10] <= b.latest[:10] and b.earliest[:10] <= a.latest[:10]


def _event(article: str, number: int, draft: _Draft) -> Event:
    claims = tuple(_claims(article, draft))
    occasions = [told for told, _, _ in draft.tellings]
    return Event(
        id=f"{article}:e{number}",
        what=max((told.what for told in occasions), key=_fullness),
        kind=draft.kind,
        status=min((claim.status for claim in claims), key=SURENESS.index),
        evidence=tuple(dict.fromkeys(span for claim in claims for span in claim.evidence)),
        claims=claims,
        place=next((told.place for told in occasions if told.place is not None), None),
        time=next((told.time for told in occasions if told.time is not None), None),
        people=tuple(dict.fromkeys(name for told in occasions for name in told.people)),
    )


def _fullness(what: str) -> tuple[bool, int]:
    """Longer says more, up to a length that still fits on a mark."""
    return (len(what.split()) <= _MAX_WHAT_WORDS, len(what))


def _claims(article: str, draft: _Draft) -> Iterator[Claim]:
    for told, status, span in draft.tellings:
        yield Claim(article=article, status=status, evidence=(span,), to_place=told.place, arrive=told.time)
