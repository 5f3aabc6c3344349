"""Whether the clause around a time looks back or ahead, from a spaCy parse."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from geo.reading.dates.setting import Tense

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
_PLANNED = frozenset({"schedule", "set", "slate", "due", "expect", "plan", "book", "fix", "upcoming"})
_MOVED = frozenset({"postpone", "delay", "reschedule", "extend", "adjourn", "push"})
"""What is moved is moved to a later day, whatever the tense of the moving."""
_TIMETABLE_VERBS = frozenset(
    {"begin", "start", "open", "end", "close", "kick", "resume", "expire", "last", "run"}
)
"""In the present tense these tell what is to come."""
_COMING_VERBS = frozenset(
    {"travel", "fly", "head", "host", "hear", "face", "vote", "play", "convene", "decide"}
)
"""In the present tense with a day these tell what is to come; captions do not use them of what is seen."""
_COMING_OBJECTS = frozenset({"effect", "poll", "trial", "sale"})
"""What is gone to, or taken, on a coming day ("go to the polls", "take effect")."""
_VERBS = frozenset({"VERB", "AUX"})
_PAST_TAGS = frozenset({"VBD", "VBN"})


def tense_at(doc: Doc, start: int, end: int) -> Tense | None:
    """The tense of the verb that governs the words between two offsets, None if no verb does."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    token, link = span.root, span.root
    for _ in range(_MAX_CLIMB):
        if not span.start <= token.i < span.end:
            if token.lemma_ in _PLANNED and token.pos_ == "ADJ":
                return Tense.FUTURE
            if token.pos_ in _VERBS:
                return Tense.FUTURE if _moves_to(token, link) else tense_of(token)
        if token.head.i == token.i:
            return None
        token, link = token.head, token
    return None


def _moves_to(verb: Token, link: Token) -> bool:
    return verb.lemma_ in _MOVED and link.dep_ == "prep" and link.lower_ in ("to", "until", "till", "for")


def tense_of(verb: Token) -> Tense | None:
    """The tense of a verb with its auxiliaries; plans and modals count as future."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    is_perfect = any(child.lemma_ == "have" for child in auxiliaries)
    if words & _FUTURE_AUXILIARIES and not is_perfect:
        return Tense.FUTURE
    if not auxiliaries and verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.pos_ in _VERBS:
        return tense_of(verb.head)
    if is_perfect or verb.tag_ in _PAST_TAGS or any(child.tag_ == "VBD" for child in auxiliaries):
        return Tense.FUTURE if _is_planned(verb, auxiliaries) else Tense.PAST
    if "to" in words:
        return _of_infinitive(verb)
    return Tense.FUTURE if _is_coming(verb, auxiliaries) else Tense.PRESENT


def _is_coming(verb: Token, auxiliaries: list[Token]) -> bool:
    """Whether a present tense tells what is still to come."""
    if verb.lemma_ == "be":
        return any(child.lemma_ in _PLANNED for child in verb.children if child.dep_ == "acomp")
    if verb.tag_ not in ("VBZ", "VBP", "VB") or auxiliaries:
        return verb.lemma_ in _TIMETABLE_VERBS and verb.tag_ != "VBG"
    if verb.lemma_ in ("go", "take"):
        objects = (*verb.children, *(leaf for child in verb.children for leaf in child.children))
        return any(leaf.lemma_ in _COMING_OBJECTS for leaf in objects)
    return verb.lemma_ in _COMING_VERBS or verb.lemma_ in _TIMETABLE_VERBS


def _is_planned(verb: Token, auxiliaries: list[Token]) -> bool:
    """Whether a participle tells a plan that still holds: "is scheduled for", "a meeting planned for"."""
    if verb.lemma_ not in _PLANNED or verb.tag_ != "VBN":
        return False
    return all(child.tag_ in ("VBZ", "VBP", "VB") for child in auxiliaries)


def _of_infinitive(verb: Token) -> Tense | None:
    head = verb.head
    if head.i == verb.i:
        return None
    if head.lemma_ in _FUTURE_HEADS or head.lemma_ == "be":
        return Tense.FUTURE
    return tense_of(head) if head.pos_ in _VERBS else None
