"""Events: what took or takes place, of which kind, where, when and with whom, as one article tells it.

An event needs a word that stands for one and at least a place, a time or the people who met.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from geo.model import Claim, Event, Interval, Mention, Place, Span, Status, Timex
from geo.reading.events import eventive
from geo.reading.events.occasions import Occasion, holder_of, occasion_of_noun, occasion_of_verb
from geo.reading.parse import Paragraph, offsets
from geo.reading.sentences.clauses import VERBAL, child, children, direct_object, is_passive, subject
from geo.reading.sentences.modality import PLANNING
from geo.reading.sentences.moments import Moments
from geo.reading.sentences.movers import is_person
from geo.reading.sentences.nominal_status import noun_status
from geo.reading.sentences.setting import setting_of
from geo.reading.sentences.status import REAL, verb_status

_SURENESS = (
    Status.HAPPENED,
    Status.UNDER_WAY,
    Status.PLANNED,
    Status.POSSIBLE,
    Status.PROPOSED,
    Status.DENIED,
)


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
) -> tuple[Event, ...]:
    """The events that one article reports, in text order, with ids "<article>:e1" and on."""
    if not paragraphs:
        return ()
    ground, cast = setting_of(tuple(paragraphs), tuple(mentions), tuple(places))
    moments = Moments(paragraphs, times)
    drafts: list[_Draft] = []
    for number, paragraph in enumerate(paragraphs):
        for token in paragraph.doc:
            kind = _kind(token)
            if kind is None:
                continue
            status = _status(token)
            build = occasion_of_verb if token.pos_ in VERBAL else occasion_of_noun
            told = build(number, token, ground, cast, moments)
            if status is not None and _is_enough(kind, told):
                _add(drafts, kind, told, status, _words(paragraph, told))
    return tuple(_event(paragraphs[0].article, n, draft) for n, draft in enumerate(drafts, start=1))


def _status(token: Token) -> Status | None:
    if token.pos_ in VERBAL:
        return verb_status(token)
    if any(c.lower_ == "no" for c in children(token, "det")):
        return Status.DENIED
    holder = holder_of(token)
    if holder is None:
        told = noun_status(token)
        return Status.HAPPENED if told is Status.POSSIBLE and _is_known(token) else told
    told = verb_status(holder)
    return Status.PLANNED if told is Status.HAPPENED and holder.lemma_ in PLANNING else told


def _is_known(noun: Token) -> bool:
    """Whether the words take it as known: what may "support Moscow's assault" doubts no assault."""
    if noun.dep_ not in {"dobj", "pobj"} or child(noun, "amod") is not None:
        return False
    return child(noun, "poss") is not None or any(c.lower_ == "the" for c in children(noun, "det"))


def _kind(token: Token) -> str | None:
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and token.dep_ != "compound":
        kind = eventive.NOUNS.get(lemma)
        return kind if kind in eventive.NAMED and lemma not in eventive.BODIES else None
    if token.pos_ == "NOUN" and token.dep_ != "compound":
        wanted = eventive.QUALIFIED.get(lemma)
        before = {t.lower_ for t in token.lefts}
        fits = (wanted is None or wanted & before) and not before & eventive.NOT_BEFORE
        return eventive.NOUNS.get(lemma) if fits else None
    if token.pos_ not in VERBAL:
        return None
    kind, wanted = eventive.VERBS.get(lemma), eventive.OBJECTS.get(lemma)
    return kind if kind is not None and _has_parts(token, kind, wanted) else None


def _has_parts(verb: Token, kind: str, wanted: frozenset[str] | None) -> bool:
    """Whether the verb has what makes it an event: someone to meet, a missile to launch."""
    moved = subject(verb) if is_passive(verb) else direct_object(verb)
    if wanted is not None:
        return moved is not None and moved.lemma_.lower() in wanted
    doer = subject(verb)
    if kind == "statement":
        named = doer is not None and doer.pos_ == "PROPN"
        return named or verb.lemma_ not in eventive.PLAIN_SAYING
    if kind != "meeting":
        return doer is not None or moved is not None
    if moved is not None:
        return moved.pos_ in {"PROPN", "PRON"} or is_person(moved.lemma_.lower())
    plural = doer is not None and (doer.tag_ in {"NNS", "NNPS"} or doer.lower_ in {"they", "we", "both"})
    together = plural or (doer is not None and child(doer, "conj") is not None)
    return together or any(c.lower_ == "with" for c in children(verb, "prep"))


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
        status=min((claim.status for claim in claims), key=_SURENESS.index),
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
