"""Walking a dependency parse: who does a verb, what governs it, what its prepositions lead to.

Knows grammar (the labels of spaCy's English pipelines), no meaning.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from geo.reading.words import words

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "obj"})
MAX_BEFORE = 40
"""As many words before a noun are looked through for what belongs to it: a list may go on for pages."""
_MAX_CLIMB = 12
"""No clause chain of a sentence that people wrote is longer; it bounds the walk."""


def child(token: Token, *labels: str) -> Token | None:
    """The first child with one of these dependency labels."""
    return next((c for c in token.children if c.dep_ in labels), None)


def children(token: Token, *labels: str) -> list[Token]:
    """All children with one of these dependency labels, in text order."""
    return [c for c in token.children if c.dep_ in labels]


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and what is coordinated with it, in text order."""
    yield token
    for other in token.children:
        if other.dep_ in {"conj", "appos"} and other.i > token.i and other.dep_ == "conj":
            yield from conjuncts(other)


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive: "was sent", "sent by"."""
    if is_passive_itself(verb):
        return True
    bare = child(verb, "nsubj", "aux", "dobj", "prt") is None and verb.tag_ in {"VBN", "VBD"}
    joined = bare and verb.dep_ == "conj"
    return joined and verb.head != verb and child(verb.head, "nsubjpass", "auxpass") is not None


def is_passive_itself(verb: Token) -> bool:
    """Whether the verb has a passive auxiliary or subject of its own."""
    return child(verb, "nsubjpass", "auxpass") is not None


def direct_object(verb: Token) -> Token | None:
    """The direct object, if the verb has one; of several that a poor parse gives, the last."""
    found = children(verb, "dobj", "obj")
    return found[-1] if found else None


def governor(token: Token) -> Token | None:
    """The verb or noun that a clause hangs on, over a preposition if need be; ``None`` at the root."""
    if token.head is token or token.head == token:
        return None
    head = token.head
    return head.head if token.dep_ == "pcomp" and head.dep_ != "ROOT" else head


def climb(token: Token) -> Iterator[Token]:
    """The token's ancestors, nearest first, bounded."""
    current = token
    for _ in range(_MAX_CLIMB):
        if current.head == current:
            return
        current = current.head
        yield current


def verb_over(token: Token) -> Token | None:
    """The verb or auxiliary that a token is, or the nearest above it."""
    return next((t for t in (token, *climb(token)) if t.pos_ in VERBAL), None)


def subject(verb: Token, depth: int = 0) -> Token | None:
    """Who does this verb: its own subject, or the one that control, coordination or relation gives it."""
    own = children(verb, "nsubj", "nsubjpass", "csubj")
    if own:
        # a dateline before the sentence is taken for a subject too: the real one stands nearer to the verb
        return _antecedent(own[-1] if own[-1].i < verb.i else own[0], verb)
    above = governor(verb)
    if above is None or depth > _MAX_CLIMB:
        return None
    return _inherited(verb, above, depth)


def _antecedent(own: Token, verb: Token) -> Token | None:
    """The noun that a relative pronoun stands for; any other subject stands for itself."""
    if own.tag_ not in {"WDT", "WP"} and not (
        own.lower_ in {"that", "who", "which"} and verb.dep_ == "relcl"
    ):
        return own
    clause = next((t for t in (verb, *climb(verb)) if t.dep_ == "relcl"), None)
    return clause.head if clause is not None else None


def _inherited(verb: Token, above: Token, depth: int) -> Token | None:
    if verb.dep_ == "acl" and above.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        return _owner(above, depth) if _is_infinitive(verb) else above
    if verb.dep_ == "relcl":
        return above
    if above.pos_ not in VERBAL:
        return _owner(above, depth) if above.pos_ in {"NOUN", "ADJ"} else None
    if verb.dep_ in {"xcomp", "ccomp", "advcl"} and _is_infinitive(verb):
        controlled = direct_object(above)
        if controlled is not None and above.lemma_ in OBJECT_CONTROL and not is_passive(above):
            return controlled
    return subject(above, depth + 1)


def _owner(noun: Token, depth: int) -> Token | None:
    """Whose plan or bid it is: a possessor, else the subject of the verb that the noun completes."""
    possessor = child(noun, "poss")
    if possessor is not None:
        return possessor
    if noun.dep_ in OBJECTS and noun.head.lemma_ in OFFERS:
        return child(noun.head, "dative") or child(noun, "dative")
    verb = next((t for t in climb(noun) if t.pos_ in VERBAL), None)
    return subject(verb, depth + 1) if verb is not None else None


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)


OBJECT_CONTROL = words("""
    ask invite urge order force allow persuade tell convince want expect permit enable help request
    encourage press push get lead let make summon authorize authorise instruct advise warn require
    cause beg direct recommend oblige compel tempt prompt send take bring fly schedule
""")
"""Verbs whose object does the infinitive that follows: "invited Putin to visit"."""
OFFERS = words("extend offer send issue give hand")


def prepositions(head: Token) -> list[Token]:
    """The prepositions and particles of a verb or noun, and of its objects where the parse puts them there.

    A phrase of place is often attached to the noun before it ("by train to the port"): prepositions below
    another preposition's object count too, one level down.
    """
    direct = [
        c for c in head.children if c.dep_ in {"prep", "agent", "dative", "prt", "advmod"} and _leads(c)
    ]
    leading = [*direct, *(c for p in direct for c in p.children if c.dep_ == "prep")]
    carriers = children(head, "npadvmod", "dobj", "attr") + [c for p in leading for c in children(p, "pobj")]
    nested = [c for carrier in carriers for c in carrier.children if c.dep_ == "prep"]
    chained = [c for p in (*direct, *nested) for c in p.children if c.dep_ in {"prep", "conj"} and _leads(c)]
    chained += [c for p in chained if p.dep_ == "conj" for c in children(p, "prep")]
    return sorted({*direct, *nested, *chained}, key=lambda token: token.i)


def _leads(token: Token) -> bool:
    return token.pos_ in {"ADP", "ADV", "SCONJ", "PART"} or token.tag_ == "IN"


def phrase_object(preposition: Token) -> Token | None:
    """The noun a preposition leads to, over a second preposition: "out of Paris", "by way of China"."""
    found = child(preposition, "pobj")
    if found is not None:
        return found
    adverb = child(preposition, "pcomp")
    if adverb is not None and adverb.lower_ == "here":
        return adverb
    inner = child(preposition, "prep")
    if inner is None or (preposition.lower_ == "from" and inner.lower_ in {"to", "into", "via", "through"}):
        return None
    return child(inner, "pobj")


def words_before(head: Token) -> list[Token]:
    """The words of a head's phrase that stand before it, in text order, the nearest of very many."""
    start = max(head.left_edge.i, head.i - MAX_BEFORE)
    return [t for t in head.doc[start : head.i] if head.is_ancestor(t)]
