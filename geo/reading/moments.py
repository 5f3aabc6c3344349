"""When a clause says that something takes place: the time expressions that belong to its verb or noun."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from geo.model import Interval, Timex
from geo.reading.clauses import VERBAL, climb
from geo.reading.parse import Paragraph
from geo.reading.words import words

_DURATION = ("P", "R")
_SKIP_BEFORE = words("for since until till within per")


class Moments:
    """The time expressions of one article, by the clause they stand in."""

    def __init__(self, paragraphs: Sequence[Paragraph], times: Sequence[Timex]) -> None:
        """Lay the time expressions over the tokens."""
        self._found: list[list[tuple[Token, Timex]]] = [[] for _ in paragraphs]
        for number, paragraph in enumerate(paragraphs):
            end = paragraph.start + len(paragraph.text)
            for timex in times:
                if paragraph.start <= timex.span.start < end and not _is_duration(timex):
                    head = _head(paragraph, timex)
                    if head is not None:
                        self._found[number].append((head, timex))

    def of(self, paragraph: int, trigger: Token) -> Interval | None:
        """The time of a clause, the most exact of those told there."""
        own = {trigger.i, *_family(trigger)}
        near = [timex for head, timex in self._found[paragraph]
                if head.sent == trigger.sent and _owner(head) in own]  # fmt: skip
        if not near:
            return None
        best = min(
            near, key=lambda timex: (timex.earliest is None, -len(timex.earliest or ""), timex.span.start)
        )
        return best.interval


def _is_duration(timex: Timex) -> bool:
    return timex.value.startswith(_DURATION) and timex.earliest is None and timex.value != "PAST_REF"


def _head(paragraph: Paragraph, timex: Timex) -> Token | None:
    start = timex.span.start - paragraph.start
    span = paragraph.doc.char_span(start, start + len(timex.span.text), alignment_mode="expand")
    if span is None:
        return None
    if span.root.head.lower_ in _SKIP_BEFORE:
        return None
    return span.root


def _owner(head: Token) -> int:
    """The verb or noun of action that a time expression hangs on."""
    above = next((t for t in climb(head) if t.pos_ in VERBAL or (t.pos_ == "NOUN" and t.dep_ != "pobj") or
                  (t.pos_ == "NOUN" and t.i < head.i)), head)  # fmt: skip
    return above.i


def _family(trigger: Token) -> list[int]:
    """Verbs that share the trigger's time: those it completes or is coordinated with, and its own nouns."""
    found = []
    current = trigger
    while (
        current.dep_ in {"xcomp", "conj", "dobj", "attr", "pcomp", "advcl", "pobj", "prep"}
        and current.head != current
    ):
        if current.dep_ == "advcl" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in current.children):
            break
        current = current.head
        found.append(current.i)
        if current.pos_ in VERBAL and current.dep_ not in {"xcomp"}:
            break
    found += [t.i for t in trigger.subtree if t.pos_ == "NOUN" and t.head.head == trigger]
    return found
