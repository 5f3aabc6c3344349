"""Which words of a sentence stand for an event, and of which kind."""

from __future__ import annotations

from spacy.tokens import Token

from geo.reading.events import eventive
from geo.reading.sentences.clauses import VERBAL, child, children, direct_object, is_passive, subject
from geo.reading.sentences.movers import is_person

_TELLING = VERBAL | {"PROPN", "NOUN"}


def kind_of(token: Token) -> str | None:
    """The kind of event that a word stands for; ``None`` for most words."""
    if token.pos_ not in _TELLING:
        return None
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and token.dep_ != "compound":
        kind = eventive.NOUNS.get(lemma) or eventive.NOUNS.get(token.lower_)
        meets = token.dep_ == "nsubj" and token.head.lemma_ in eventive.CONVENING
        return kind if kind in eventive.NAMED and (lemma not in eventive.BODIES or meets) else None
    if token.pos_ == "NOUN" and token.dep_ != "compound":
        wanted = eventive.QUALIFIED.get(lemma)
        before = {t.lower_ for t in token.lefts}
        if token.dep_ == "dobj" and token.head.pos_ in VERBAL and _is_done(token.head, lemma):
            return None
        fits = (wanted is None or wanted & before) and not before & eventive.NOT_BEFORE
        return eventive.NOUNS.get(lemma) if fits else None
    if token.pos_ not in VERBAL or (token.dep_ == "pcomp" and token.head.head.lemma_ in eventive.ACCUSING):
        return None
    kind = eventive.VERBS.get(lemma)
    return (
        kind
        if kind is not None and _has_parts(token, lemma, kind) and not _is_told_by_a_noun(token)
        else None
    )


def _is_done(verb: Token, lemma: str) -> bool:
    """Whether verb and noun are one event, which the verb tells: "signed the treaty"."""
    return lemma in eventive.OBJECTS.get(verb.lemma_.lower(), frozenset())


def _is_told_by_a_noun(verb: Token) -> bool:
    """Whether a noun beside the verb is the event: "a strike killed", "were killed in a shooting"."""
    if verb.tag_ == "VBG" and verb.dep_ in {"advcl", "xcomp"} and verb.head.pos_ in VERBAL:
        return kind_of(verb.head) in eventive.STRUCK
    doer = subject(verb)
    beside = [doer] if doer is not None and not is_passive(verb) else []
    beside += [
        inner for p in children(verb, "prep") if p.lower_ == "in" and (inner := child(p, "pobj")) is not None
    ]
    kinds = {
        eventive.NOUNS.get(noun.lemma_.lower()) for noun in beside if noun.pos_ == "NOUN" and kind_of(noun)
    }
    return bool(kinds & eventive.STRUCK)


def _has_parts(verb: Token, lemma: str, kind: str) -> bool:
    """Whether the verb has what makes it an event: someone to meet, a missile to launch."""
    moved = subject(verb) if is_passive(verb) else direct_object(verb)
    doer = subject(verb)
    wanted, doers = eventive.OBJECTS.get(lemma), eventive.DOERS.get(lemma)
    if wanted is not None:
        return moved is not None and moved.lemma_.lower() in wanted
    if lemma == "go":
        return any(_leads_to_polls(p) for p in children(verb, "prep"))
    if lemma in eventive.OBJECTLESS and moved is not None and not is_passive(verb):
        return False
    if doers is not None:
        named = doer is not None and doer.pos_ == "PROPN" and kind == "disaster"
        return named or (doer is not None and doer.lemma_.lower() in doers) or _is_armed(verb)
    if kind == "statement":
        named = doer is not None and doer.pos_ == "PROPN"
        return named or lemma not in eventive.PLAIN_SAYING
    if kind != "meeting":
        return doer is not None or moved is not None
    return _is_gathering(verb, doer, moved)


def _leads_to_polls(preposition: Token) -> bool:
    inner = child(preposition, "pobj")
    return preposition.lower_ == "to" and inner is not None and inner.lower_ in eventive.POLLS


def _is_armed(verb: Token) -> bool:
    """Whether it is done with a weapon: "struck a naval headquarters with missiles"."""
    return any(
        p.lower_ in {"with", "by"} and inner.lemma_.lower() in eventive.WEAPONS
        for p in children(verb, "prep", "agent")
        if (inner := child(p, "pobj")) is not None
    )


def _is_gathering(verb: Token, doer: Token | None, moved: Token | None) -> bool:
    if moved is not None:
        return moved.pos_ in {"PROPN", "PRON"} or is_person(moved.lemma_.lower())
    plural = doer is not None and (doer.tag_ in {"NNS", "NNPS"} or doer.lower_ in {"they", "we", "both"})
    together = plural or (doer is not None and child(doer, "conj") is not None)
    return together or any(c.lower_ == "with" for c in children(verb, "prep"))
