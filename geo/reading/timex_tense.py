"""Whether the clause around a time looks back or ahead, from a spaCy parse."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from geo.reading.timex_setting import Tense

_MAX_CLIMB = 12
_FUTURE_AUXILIARIES = frozenset(
    {"will", "wo", "'ll", "’ll", "shall", "would", "'d", "may", "might", "could", "can", "should"}
)
_FUTURE_HEADS = frozenset(
    (
        "expect", "schedule", "plan", "set", "intend", "due", "aim", "hope", "want", "prepare", "likely",
        "promise", "slate", "ready", "poise", "go", "agree", "decide", "vow", "pledge",
    )
)  # fmt: skip
_VERBS = frozenset({"VERB", "AUX"})


def tense_at(doc: Doc, start: int, end: int) -> Tense | None:
    """The tense of the verb that governs the words between two offsets, None if no verb does."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    token = span.root
    for _ in range(_MAX_CLIMB):
        if token.pos_ in _VERBS and token.i not in range(span.start, span.end):
            return tense_of(token)
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def tense_of(verb: Token) -> Tense | None:
    """The tense of a verb with its auxiliaries; plans and modals count as future."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    perfect = any(child.lemma_ == "have" for child in auxiliaries)
    if words & _FUTURE_AUXILIARIES and not perfect:
        return Tense.FUTURE
    if verb.tag_ in ("VBD", "VBN") or any(child.tag_ == "VBD" for child in auxiliaries) or perfect:
        if verb.dep_ == "ROOT" or verb.tag_ == "VBD" or auxiliaries:
            return Tense.PAST if not _is_planned(verb) else Tense.FUTURE
        return Tense.PAST
    if "to" in words and verb.head.i != verb.i:
        if verb.head.lemma_ in _FUTURE_HEADS or verb.head.lemma_ == "be":
            return Tense.FUTURE
        return tense_of(verb.head) if verb.head.pos_ in _VERBS and verb.head.i != verb.i else None
    return Tense.PRESENT


def _is_planned(verb: Token) -> bool:
    return verb.lemma_ in ("schedule", "set", "slate", "due", "expect") and any(
        child.tag_ in ("VBZ", "VBP") for child in verb.children if child.dep_ in ("aux", "auxpass")
    )
