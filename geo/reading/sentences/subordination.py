"""How a clause hangs on what stands above it: left out, wished for, coordinated, of the first who did it."""

from __future__ import annotations

from spacy.tokens import Token

from geo.model import Status
from geo.reading.sentences.clauses import child, children, climb, is_passive
from geo.reading.sentences.governing import governed
from geo.reading.words import words

_ATTEMPTING = words("try attempt seek bid effort")
_STOPPING = words("stop block intercept prevent foil thwart catch arrest detain seize refuse apprehend nab")
"""What happened to who did not get there."""
_CHOOSING = words("decide choose opt vote rule")
_FOREMOST = words("first second third last latest only sole")


def is_left_out(link: Token, above: Token) -> bool:
    """Whether it was not done: "without going", "instead of going", "decided against going"."""
    if link.i > 0 and link.nbor(-1).lower_ in {"instead", "far"}:
        return True
    return link.lower_ == "without" or (link.lower_ == "against" and above.lemma_ in _CHOOSING)


def is_passed_over(verb: Token) -> bool:
    """Whether something else was done: "rather than go"."""
    before = verb.doc[max(0, verb.left_edge.i - 2) : verb.i]
    return any(t.lower_ == "than" and t.i > 0 and t.nbor(-1).lower_ == "rather" for t in before)


def is_foiled(verb: Token) -> bool:
    """Whether an attempt was stopped: "tried to cross but was caught", "was caught trying to cross"."""
    attempt = verb.head if verb.dep_ in {"xcomp", "acl"} else None
    if attempt is None or attempt.lemma_ not in _ATTEMPTING:
        return False
    around = [c for c in children(attempt, "conj") if any(m.lower_ == "but" for m in attempt.children)]
    link = attempt.head if attempt.dep_ in {"pcomp", "pobj"} else None
    around.append(link.head if link is not None else attempt.head)
    stopped = (t for t in around if t != attempt and t.lemma_ in _STOPPING and is_passive(t))
    return any(child(t, "neg") is None for t in stopped)


def is_subjunctive(verb: Token) -> bool:
    """Whether it is a bare form with one who does it: "suggested that he bring the boat"."""
    doer = child(verb, "nsubj")
    return doer is not None and doer.tag_ not in {"NNS", "NNPS"} and governed(verb.head) is Status.PROPOSED


def heads_ahead(host: Token) -> bool:
    """Whether the main clause has a modal, is to be done or plans: "will be decided when he returns"."""
    above = [host, *climb(host)][:3]
    return any(c.tag_ in {"MD", "TO"} for t in above for c in children(t, "aux")) or any(
        governed(t) is not None for t in above
    )


def coordinated(verb: Token) -> Token:
    """What a bare verb is coordinated with: an infinitive before it rather than a past tense."""
    if verb.head.tag_ not in {"VBD", "VBZ"}:
        return verb.head
    between = verb.doc[verb.head.i : verb.i]
    bare = [t for t in between if t.tag_ == "VB" and any(c.tag_ in {"TO", "MD"} for c in t.children)]
    return bare[-1] if bare else verb.head


def is_foremost(verb: Token, above: Token) -> bool:
    """Whether the first, last or only one is told of, who did it: "the first pope to visit"."""
    noun = above if above.pos_ in {"NOUN", "PROPN"} else child(above, "attr")
    if noun is None or noun.i > verb.i:
        return False
    described = children(noun, "amod", "nummod")
    return any(c.ent_type_ == "ORDINAL" or c.tag_ == "JJS" or c.lower_ in _FOREMOST for c in described)
