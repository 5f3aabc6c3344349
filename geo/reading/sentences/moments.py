"""When a clause says that something takes place: the time expressions that belong to its verb or noun."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from spacy.tokens import Token

from geo.model import Interval, Timex
from geo.reading.parse import Paragraph
from geo.reading.sentences.clauses import SUBJECTS, VERBAL, climb
from geo.reading.words import words

_DURATION = ("P", "R")
_SKIP_BEFORE = words("since until till within per")
_CARRIED = words("xcomp conj dobj attr pcomp advcl pobj prep")
_MAX_JOIN = 8
"""Characters between the two times of a range: " and ", " to "."""


class Moments:
    """The time expressions of one article, by the clause they stand in."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], times: Sequence[Timex], published: date | None = None
    ) -> None:
        """Lay the time expressions over the tokens."""
        self._paragraphs = paragraphs
        self._published = published.isoformat() if published is not None else None
        self._found: defaultdict[tuple[int, int], list[tuple[Token, Timex]]] = defaultdict(list)
        """By paragraph and the first token of the sentence."""
        starts = [paragraph.start for paragraph in paragraphs]
        number = 0
        for timex in sorted(times, key=lambda timex: timex.span.start):
            while number + 1 < len(starts) and starts[number + 1] <= timex.span.start:
                number += 1
            head = None if _is_duration(timex) else _head(paragraphs[number], timex)
            if head is not None:
                self._found[number, head.sent.start].append((head, timex))

    def of(self, paragraph: int, trigger: Token) -> Interval | None:
        """The time of a clause: its own, else that of the clause it explains, else the one that opens it."""
        told = self._found.get((paragraph, trigger.sent.start))
        if not told:
            return None
        for own in (_family(trigger), _explained(trigger)):
            near = [timex for head, timex in told if _owner(head) in own]
            if near:
                return self._interval(paragraph, near)
        opening = [timex for head, timex in told if _opens(head, trigger)]
        return self._interval(paragraph, opening) if opening else None

    def is_to_come(self, when: Interval | None, verb: Token) -> bool:
        """Whether the present tense tells of a day to come: "flies to Paris next week", "on Monday"."""
        if when is None or not _is_present(verb):
            return False
        if self._published is not None and when.earliest is not None:
            return when.earliest[:10] > self._published
        told = set(when.text.lower().split())
        return bool(told & _TO_COME) or (
            when.earliest is None and bool(told & _WEEKDAYS) and "last" not in told
        )

    def is_ahead(self, when: Interval | None) -> bool:
        """Whether the last day of a time is the day of publication or lies after it."""
        if when is None or when.latest is None or self._published is None:
            return False
        return when.latest[:10] >= self._published

    def lasting(self, when: Interval) -> Interval:
        """The time of what is said to last to then, and is on when the article is published."""
        if self._published is None or not when.latest or when.latest[:10] < self._published:
            return when
        return Interval(earliest=min(self._published, when.latest), latest=when.latest, text=when.text)

    def own(self, paragraph: int, word: Token) -> Interval | None:
        """The time that hangs on this very word: "the summit in April", "said on Monday"."""
        told = self._found.get((paragraph, word.sent.start), [])
        near = [timex for head, timex in told if _owner(head) == word.i or _adjoins(head, word)]
        return self._interval(paragraph, near) if near else None

    def _interval(self, paragraph: int, near: list[Timex]) -> Interval:
        """The most exact of several times, or the range that two of them bound."""
        best = min(near, key=lambda t: (t.earliest is None, -len(t.earliest or ""), t.span.start))
        text, offset = self._paragraphs[paragraph].text, self._paragraphs[paragraph].start
        for first, last in pairwise(near):
            start, end = first.span.end - offset, last.span.start - offset
            between = text[start:end].strip().lower() if 0 < end - start <= _MAX_JOIN else ""
            if between in {"and", "to", "-", "–", "through"} and first.earliest and last.latest:
                words_of = text[first.span.start - offset : last.span.end - offset]
                return Interval(earliest=first.earliest, latest=last.latest, text=words_of)
        return best.interval


_TO_COME = words("tomorrow next")
_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday weekend")


def _is_present(verb: Token) -> bool:
    if verb.pos_ not in VERBAL:
        return False
    finite = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    return any(t.tag_ in {"VBZ", "VBP"} and t.lemma_ != "have" for t in finite)


def _is_duration(timex: Timex) -> bool:
    return timex.value.startswith(_DURATION) and timex.earliest is None and timex.value != "PAST_REF"


def _head(paragraph: Paragraph, timex: Timex) -> Token | None:
    start = timex.span.start - paragraph.start
    span = paragraph.doc.char_span(start, start + len(timex.span.text), alignment_mode="expand")
    if span is None or span.root.head.lower_ in _SKIP_BEFORE:
        return None
    return span.root


def _owner(head: Token) -> int:
    """The verb or noun of action that a time expression hangs on."""
    for above in climb(head):
        noun = above.pos_ == "NOUN" and (above.dep_ != "pobj" or above.i < head.i)
        if above.pos_ in VERBAL or noun:
            return above.i
    return head.i


def _family(trigger: Token) -> set[int]:
    """Verbs that share the trigger's time: those it completes or is coordinated with, and its own nouns."""
    found = {trigger.i}
    current = trigger
    while current.dep_ in _CARRIED and current.head != current:
        if current.dep_ == "advcl" and any(c.dep_ in SUBJECTS for c in current.children):
            break
        current = current.head
        found.add(current.i)
        if current.pos_ in VERBAL and current.dep_ != "xcomp":
            break
    return found | {t.i for t in trigger.subtree if t.pos_ == "NOUN" and t.head.head == trigger}


def _adjoins(head: Token, noun: Token) -> bool:
    """Whether a time stands right behind a noun, wherever the parse hangs it: "the parade on Sept. 9"."""
    between = noun.doc[noun.i + 1 : head.i]
    if noun.pos_ not in {"NOUN", "PROPN"} or not 0 < len(between) <= 3:
        return False
    return between[0].lower_ in {"on", "in", "last", "next", "of"} and all(
        t.pos_ in {"ADP", "ADJ", "NUM", "PROPN", "DET"} for t in between
    )


def _explained(trigger: Token) -> set[int]:
    """The clause whose time it shares as "in April 2019, when he travelled"."""
    clause = next((t for t in (trigger, *climb(trigger)) if t.dep_ in {"relcl", "advcl"}), None)
    if clause is None or not any(c.lower_ == "when" for c in clause.children):
        return set()
    above = [clause.head, *climb(clause)]
    return {clause.head.i} | {t.i for t in above[:4] if t.pos_ in VERBAL}


def _is_aside(head: Token, trigger: Token) -> bool:
    """Whether the time is told in a clause about someone, with the trigger outside ("who came in July")."""
    clause = next((t for t in (head, *climb(head)) if t.dep_ == "relcl"), None)
    return clause is not None and not clause.is_ancestor(trigger) and clause != trigger


def _opens(head: Token, trigger: Token) -> bool:
    """Whether a time opens the sentence and no other finite verb stands between it and the trigger."""
    if head.i > trigger.i or _is_aside(head, trigger):
        return False
    between = trigger.doc[head.i : trigger.i]
    family = _family(trigger)
    return not any(t.pos_ == "VERB" and t.i not in family and t.tag_ in {"VBD", "VBZ", "VBP"} and
                   t.dep_ not in {"relcl", "acl"} for t in between)  # fmt: skip
