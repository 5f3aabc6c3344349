"""How real a report says that something is: from tense, modality, attribution and negation of its words.

Gives a status for a verb or for a noun of action; knows nothing of travel.
"""

from __future__ import annotations

from spacy.tokens import Token

from geo.model import Status
from geo.reading.sentences.clauses import VERBAL, child, climb, governor
from geo.reading.words import words

_DEPTH = 8

PLANNING = words("""
    plan intend expect schedule set due prepare agree promise vow pledge hope aim arrange bind
    likely ready poise anticipate slate book decide mean determine commit confirm sure certain
    tell_will eager reserve project forecast look forward announce
""")  # fmt: skip
PROPOSING = words("""
    invite suggest propose urge want ask request offer call recommend advise encourage demand wish
    order push press persuade convince summon beg appeal plead seek instruct tell warn
    insist invitation proposal suggestion desire willing willingness like love convey
""")  # fmt: skip
DENYING = words("""
    refuse decline fail deny cancel reject prevent stop bar forbid ban block avoid unable postpone
    scrap prohibit abandon refusal denial failure cancellation drop discourage deter
""")  # fmt: skip
DOUBTING = words("""
    consider attempt try face threaten suspect risk doubt discuss contemplate mull speculate
    speculation wonder possibility chance option threat possible potential unclear uncertain
    question whether prospect explore rumor rumour fear able allow could may might weigh debate
""")  # fmt: skip
POSSIBLY = words("possibly perhaps maybe potentially conceivably hypothetically")
PLANNED_SOON = words("likely probably presumably expectedly soon shortly tomorrow")
MODALS = {
    **dict.fromkeys(words("will shall 'll ’ll wo would 'd ’d"), Status.PLANNED),
    **dict.fromkeys(words("may might could can ca"), Status.POSSIBLE),
    **dict.fromkeys(words("should must ought"), Status.PROPOSED),
}
_GOVERNED = (
    (DENYING, Status.DENIED),
    (PROPOSING, Status.PROPOSED),
    (DOUBTING, Status.POSSIBLE),
    (PLANNING, Status.PLANNED),
)
_ADJECTIVES = (
    (words("cancelled canceled aborted postponed scrapped failed abortive abandoned"), Status.DENIED),
    (words("possible potential hypothetical eventual rumored rumoured speculated mooted"), Status.POSSIBLE),
    (frozenset(["proposed", "suggested"]), Status.PROPOSED),
    (
        words("""
    planned upcoming scheduled expected forthcoming coming next imminent impending future intended
"""),
        Status.PLANNED,
    ),
    (words("recent last previous earlier past first historic"), Status.HAPPENED),
)  # fmt: skip
HABITS = words("""
    often usually always regularly typically frequently generally rarely seldom normally routinely
    commonly occasionally traditionally sometimes
""")  # fmt: skip


def verb_status(verb: Token, depth: int = 0) -> Status | None:
    """Status of what a verb tells; ``None`` for a habit, a command or a statement of no time."""
    told = _own_status(verb, depth)
    if told is None:
        return None
    if any(c.dep_ == "neg" or c.lower_ in {"never", "n't", "n’t"} for c in verb.children):
        return Status.DENIED
    if told in {Status.PLANNED, Status.HAPPENED, Status.UNDER_WAY}:
        told = _softened(verb, told)
    return _attributed(verb, told)


def noun_status(noun: Token) -> Status | None:
    """Status of what a noun of action tells: "a planned visit", "cancelled his trip", "during her visit"."""
    words = {c.lower_ for c in noun.children if c.dep_ in {"amod", "compound", "det", "advmod"}}
    for adjectives, status in _ADJECTIVES:
        if words & adjectives and not (status is Status.HAPPENED and not words - {"first"}):
            return status
    above = next((t for t in climb(noun) if t.pos_ in VERBAL or t.lemma_ in _GOVERNING_NOUNS), None)
    return _noun_under(noun, above) if above is not None else Status.HAPPENED


def _noun_under(noun: Token, above: Token) -> Status | None:
    """What the verb above a noun of action makes of it."""
    adjective = child(above, "acomp") if above.lemma_ == "be" and noun.dep_ == "nsubj" else None
    governed = _governed(adjective.lemma_) if adjective is not None else None
    if governed is None and above.lemma_ not in _TELLING:
        governed = _governs(above)
    path = _preposition_to(noun)
    if governed is not None and (path is None or path in {"for", "on", "to", "of", "about"}):
        return _denied_if_negated(above, governed)
    if above.pos_ not in VERBAL:
        return Status.HAPPENED
    if noun.dep_ == "dobj" and above.lemma_ == "have" and above.tag_ in {"VBZ", "VBP"}:
        return Status.PLANNED
    if path in {"on", "en"} and above.lemma_ == "be" and above.tag_ in {"VBZ", "VBP"}:
        return Status.UNDER_WAY
    if path in _PRESUMING:
        return Status.HAPPENED
    if path in _RELATIVE:
        above = next((t for t in (above, *climb(above)) if t.pos_ in VERBAL and _is_finite(t)), above)
    return _beside(verb_status(above), path)


_TELLING = words("tell warn instruct like love convey order press push look")
"""Verbs that propose what a clause after them says, but not what a noun after them names."""
_PRESUMING = words("about against amid despite of on over")
"""Prepositions after which a noun of action is taken as known: "could have an impact on the invasion"."""
_RELATIVE = words("after following since before during ahead")


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP", "MD"} or any(
        c.tag_ in {"MD", "VBD", "VBZ", "VBP"} for c in verb.children
    )


def _beside(status: Status | None, path: str | None) -> Status | None:
    """A visit "after" or "during" which something happened took place; one "before" which may still come."""
    if path in {"after", "following", "since", "until"} and status in {
        Status.HAPPENED,
        Status.UNDER_WAY,
        Status.DENIED,
    }:
        return Status.HAPPENED
    if path == "ahead" and status is not None:
        return Status.PLANNED
    if path is not None and status is Status.DENIED:
        return Status.HAPPENED
    return status


def _preposition_to(noun: Token) -> str | None:
    """The preposition before a noun, "ahead" for "ahead of"."""
    if noun.dep_ != "pobj":
        return None
    before = noun.head
    return "ahead" if before.lower_ == "of" and before.head.lower_ == "ahead" else before.lower_


_GOVERNING_NOUNS = words("plan invitation proposal suggestion possibility idea request prospect")


def _governed(lemma: str) -> Status | None:
    """What a governing word makes of what it governs, by its lemma."""
    return next((status for words, status in _GOVERNED if lemma.lower() in words), None)


def _denied_if_negated(verb: Token, status: Status) -> Status:
    return Status.DENIED if child(verb, "neg") is not None and status is not Status.DENIED else status


def _own_status(verb: Token, depth: int) -> Status | None:
    if depth > _DEPTH:
        return Status.HAPPENED
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    modal = next((MODALS[c.lower_] for c in auxiliaries if c.lower_ in MODALS), None)
    if modal is not None:
        return _conditional(verb, modal)
    if any(c.tag_ == "TO" for c in auxiliaries):
        return _infinitive(verb, depth)
    if verb.tag_ == "VBG":
        return _gerund(verb, auxiliaries, depth)
    if verb.tag_ in {"VBD", "VBN"}:
        return _past(verb, auxiliaries, depth)
    return _present(verb, auxiliaries, depth)


def _conditional(verb: Token, status: Status) -> Status:
    """What would happen if ... is only possible."""
    has_condition = any(
        c.dep_ == "advcl" and (m := child(c, "mark")) is not None and m.lower_ in {"if", "unless"}
        for c in verb.children
    )
    return Status.POSSIBLE if has_condition else status


def _past(verb: Token, auxiliaries: list[Token], depth: int) -> Status | None:
    be = next((c for c in auxiliaries if c.lemma_ == "be"), None)
    if be is not None and be.tag_ == "VBG":
        return Status.UNDER_WAY
    if any(c.lower_ == "used" for c in auxiliaries):
        return None
    if verb.tag_ == "VBN" and not auxiliaries and verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return verb_status(verb.head, depth + 1)
    return Status.HAPPENED


def _gerund(verb: Token, auxiliaries: list[Token], depth: int) -> Status | None:
    be = next((c for c in auxiliaries if c.lemma_ == "be"), None)
    if be is not None:
        return Status.HAPPENED if be.tag_ == "VBD" else Status.UNDER_WAY
    above = governor(verb)
    if above is None:
        return Status.UNDER_WAY
    if verb.dep_ in {"xcomp", "pcomp", "dobj", "ccomp", "acl"}:
        governed = _governed(above.lemma_)
        if governed is not None and not (
            verb.dep_ == "pcomp" and verb.head.lower_ in {"after", "before", "since"}
        ):
            return governed
    if verb.dep_ == "pcomp" and verb.head.lower_ in {"after", "before"}:
        return _after(verb, above, depth)
    host = above if above.pos_ in VERBAL else next((t for t in climb(above) if t.pos_ in VERBAL), None)
    if host is None or (verb.dep_ in {"acl", "ccomp"} and host.tag_ in {"VBZ", "VBP"}):
        return Status.UNDER_WAY
    return verb_status(host, depth + 1)


def _after(verb: Token, above: Token, depth: int) -> Status | None:
    if _governs(above) is Status.PLANNED:
        return Status.PLANNED
    if verb.head.lower_ == "before" and above.tag_ in {"VBZ", "VBP"}:
        return Status.PLANNED
    status = verb_status(above, depth + 1) if above.pos_ in VERBAL else Status.HAPPENED
    return Status.HAPPENED if status is Status.DENIED else status


def _present(verb: Token, auxiliaries: list[Token], depth: int) -> Status | None:
    if verb.tag_ == "VB" and not auxiliaries:
        if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
            return verb_status(verb.head, depth + 1)
        above = governor(verb)
        if above is not None and verb.dep_ in {"ccomp", "xcomp"}:
            return _governed(above.lemma_) or Status.PROPOSED
        return None
    if any(c.lower_ in HABITS for c in verb.children):
        return None
    mark = child(verb, "mark") or child(verb, "advmod")
    if mark is not None and mark.lower_ in {"if", "unless", "whether"}:
        return Status.POSSIBLE
    if (
        mark is not None
        and mark.lower_ in {"when", "once", "before", "until", "after", "as"}
        and verb.dep_ == "advcl"
    ):
        return Status.PLANNED
    return Status.HAPPENED


def _infinitive(verb: Token, depth: int) -> Status | None:
    above = governor(verb)
    if above is None or (verb.dep_ == "ROOT"):
        return Status.PLANNED
    if above.lemma_ in {"be", "have"} and verb.dep_ in {"xcomp", "advcl", "acl"}:
        adjective = child(above, "acomp")
        governed = _governed(adjective.lemma_) if adjective is not None else None
        return governed or _obliged(above, depth)
    if above.lemma_ == "use" and above.tag_ == "VBD":
        return None
    if verb.dep_ == "acl" and above.lemma_ in _DEADLINES:
        return Status.PLANNED
    governed = _governs(above)
    if governed is not None:
        return _of_governor(above, governed)
    if above.pos_ in VERBAL:
        return verb_status(above, depth + 1)
    if verb.dep_ == "relcl":
        return Status.PLANNED
    host = next((t for t in climb(above) if t.pos_ in VERBAL and _is_finite(t)), None)
    return verb_status(host, depth + 1) if host is not None and host.lemma_ != "be" else Status.HAPPENED


_DEADLINES = words("hour day week month deadline")
"""What one is given to do something that is yet to be done."""


def _governs(above: Token) -> Status | None:
    """What the governing word makes of it; "set" and "head" plan only in the passive."""
    if above.lemma_ in {"set", "head", "send"} and (above.tag_ != "VBN" or child(above, "prt") is not None):
        return None
    return _governed(above.lemma_) or (Status.PLANNED if above.lower_ in _HOPING else None)


_HOPING = words("hopes hoped hoping")
"""Forms of "hope" that small pipelines take for forms of "hop"."""


def _obliged(above: Token, depth: int) -> Status | None:
    """Of "is to", "has to", "had to" and "has yet to"."""
    if above.lemma_ == "be":
        return Status.PLANNED
    if any(c.lower_ == "yet" for c in above.children):
        return Status.DENIED
    told = verb_status(above, depth + 1)
    return told if above.tag_ == "VBD" else Status.PLANNED if told is Status.HAPPENED else told


def _of_governor(above: Token, governed: Status) -> Status:
    """What the governing word makes of it; negated, or as the object of "scrapped", it is off."""
    if above.pos_ == "NOUN" and above.dep_ == "dobj" and above.head.lemma_.lower() in DENYING:
        return Status.DENIED
    if above.pos_ in VERBAL and child(above, "neg") is not None and governed is not Status.DENIED:
        return Status.DENIED
    return governed


def _softened(verb: Token, status: Status) -> Status:
    adverbs = {c.lower_ for c in verb.children if c.dep_ == "advmod"}
    return Status.POSSIBLE if adverbs & POSSIBLY and status is not Status.HAPPENED else status


def _attributed(verb: Token, status: Status) -> Status:
    """Who denies, doubts or proposes that it is so."""
    if verb.dep_ not in {"ccomp", "acl", "xcomp"}:
        return _whether(verb, status)
    above = governor(verb)
    if above is None or _is_relation(verb):
        return _whether(verb, status)
    if above.lemma_ in {"deny", "denial", "refute", "reject"}:
        return Status.DENIED
    if verb.tag_ in {"VB", "VBG"} or status is not Status.HAPPENED:
        return _whether(verb, status)
    if above.lemma_ in {"suspect", "speculate", "speculation", "possibility", "suspicion", "doubt"}:
        return Status.POSSIBLE
    return status


def _whether(verb: Token, status: Status) -> Status:
    mark = child(verb, "mark")
    if mark is not None and mark.lower_ in {"if", "whether"} and status is not Status.DENIED:
        return Status.POSSIBLE
    return status


def _is_relation(verb: Token) -> bool:
    return any(c.tag_ in {"WDT", "WP"} for c in verb.children)
