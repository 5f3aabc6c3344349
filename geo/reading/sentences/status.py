"""How real a report says that a verb is: from tense, modality, negation and the words that govern it.

One decision, in this order: a habit tells nothing; the words of the verb group give a status, which an
infinitive or a gerund takes from what governs it; negation denies; last, someone may deny or doubt it.
"""

from __future__ import annotations

from spacy.tokens import Token

from geo.model import Status
from geo.reading.sentences.attribution import attributed
from geo.reading.sentences.clauses import VERBAL, child, children, climb, governor
from geo.reading.sentences.governing import governed
from geo.reading.sentences.modality import (
    ALLEGEDLY,
    BELIEVING,
    DENYING_GERUNDS,
    ENABLING,
    LIKING,
    POSSIBLY,
)
from geo.reading.sentences.modals import modal_of, modal_status
from geo.reading.sentences.subordination import (
    coordinated,
    heads_ahead,
    is_foiled,
    is_foremost,
    is_left_out,
    is_passed_over,
    is_subjunctive,
)
from geo.reading.sentences.verbgroups import (
    PRESENT,
    is_asked,
    is_finite,
    is_habit,
    is_inverted,
    is_lasting,
    is_negated,
    is_to_come,
    is_until,
)
from geo.reading.words import words

_DEPTH = 8
REAL = frozenset({Status.HAPPENED, Status.UNDER_WAY})
"""What took place or is taking place, against what may."""
SURENESS = tuple(Status)
"""From the surest: what happened stands before what was planned, and a denial last."""
_ANNOUNCED = words("go come move relocate return")
_ONE_IS = words("is 's ’s am 'm ’m")
"""With these, the present tense announces: "he is moving to Lima" will; "they are fleeing to Lima" do."""
_USING = words("use take board hire charter rent catch")
"""What one does with a craft or a paper to go somewhere: "used a false passport to enter Lima"."""
_SAYING = words("say report understand know")
_WANTING = words("want need like prefer")
_EQUATING = words("be become make remain")
_DEADLINES = words("hour day week month deadline")
"""What one is given to do something that is yet to be done."""


def verb_status(verb: Token, depth: int = 0) -> Status | None:
    """Status of what a verb tells; ``None`` for a habit, a command or a statement of no time."""
    if depth > _DEPTH:
        return Status.HAPPENED
    told = _own_status(verb, depth)
    if told is None or (is_habit(verb) and told is not Status.PROPOSED):
        return None
    if (is_negated(verb) and not is_until(verb)) or is_passed_over(verb):
        return Status.DENIED
    if is_asked(verb):
        return Status.POSSIBLE
    if told is Status.POSSIBLE and is_foiled(verb):
        return Status.DENIED
    unsure = ALLEGEDLY if told is Status.HAPPENED else POSSIBLY | ALLEGEDLY
    if any(c.lower_ in unsure for c in children(verb, "advmod")):
        told = Status.POSSIBLE
    return attributed(verb, told)


def due_status(verb: Token) -> Status | None:
    """Status of what "is due in" or "is expected in" tells; what "had been due" came to nothing."""
    told = verb_status(verb)
    if told is not Status.HAPPENED:
        return told
    return Status.DENIED if any(c.lower_ == "had" for c in children(verb, "aux")) else Status.PLANNED


def _own_status(verb: Token, depth: int) -> Status | None:
    auxiliaries = children(verb, "aux", "auxpass")
    modal = modal_of(auxiliaries)
    if modal is not None:
        return modal_status(verb, modal, auxiliaries)
    if any(c.tag_ == "TO" for c in auxiliaries):
        return _infinitive(verb, auxiliaries, depth)
    if verb.tag_ == "VBG":
        return _gerund(verb, auxiliaries, depth)
    if verb.tag_ in {"VBD", "VBN"}:
        return _past(verb, auxiliaries, depth)
    return _present(verb, auxiliaries, depth)


def _past(verb: Token, auxiliaries: list[Token], depth: int) -> Status | None:
    if any(c.lower_ == "used" for c in auxiliaries):
        return None
    if is_inverted(verb):
        return Status.DENIED
    if verb.dep_ == "ccomp" and any(c.lower_ == "be" and c.tag_ == "VB" for c in auxiliaries):
        return governed(verb.head) or Status.PROPOSED
    being = any(c.lemma_ == "be" and c.tag_ == "VBG" for c in auxiliaries)
    if being and (is_finite(verb) or verb.dep_ in {"acl", "ROOT"}):
        return _in_progress(auxiliaries)
    if being:
        return _under(verb, depth)
    if verb.dep_ == "advcl" and any(c.tag_ in PRESENT and c.lemma_ == "be" for c in auxiliaries):
        return _present(verb, auxiliaries, depth)
    bare = verb.tag_ == "VBN" and not auxiliaries
    if bare and verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return verb_status(verb.head, depth + 1)
    wished = not auxiliaries and verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in _WANTING
    return Status.PROPOSED if wished else Status.HAPPENED


def _in_progress(auxiliaries: list[Token]) -> Status:
    """What "was" and "had been" going on is past; what "is" and "has been" goes on."""
    return Status.HAPPENED if any(c.tag_ == "VBD" for c in auxiliaries) else Status.UNDER_WAY


def _gerund(verb: Token, auxiliaries: list[Token], depth: int) -> Status | None:
    if any(c.lemma_ == "be" for c in auxiliaries):
        told = _in_progress(auxiliaries)
        announced = verb.lemma_ in _ANNOUNCED and any(c.lower_ in _ONE_IS for c in auxiliaries)
        return Status.PLANNED if announced or (told is Status.UNDER_WAY and is_to_come(verb)) else told
    return _under(verb, depth)


def _under(verb: Token, depth: int) -> Status | None:
    """What the verb or noun above makes of "going" or "being sent"."""
    above = governor(verb)
    if above is None:
        return Status.UNDER_WAY
    link = verb.head.lower_ if verb.dep_ == "pcomp" else None
    if link is not None and is_left_out(verb.head, above):
        return Status.DENIED
    if verb.dep_ == "xcomp" and above.lemma_ in LIKING:
        return None if above.tag_ in PRESENT else verb_status(above, depth + 1)
    if verb.dep_ in {"xcomp", "pcomp", "dobj", "ccomp", "acl"} and link not in {"after", "since"}:
        denied = above.lemma_ in DENYING_GERUNDS and not is_negated(above)
        status = Status.DENIED if denied else governed(above)
        if status is not None and (link != "before" or status is Status.PLANNED):
            return status
    if link == "since":
        return Status.HAPPENED
    if link in {"after", "before"}:
        return _beside(link, above, depth)
    host = above if above.pos_ in VERBAL else next((t for t in climb(above) if t.pos_ in VERBAL), None)
    if host is None or (verb.dep_ in {"acl", "ccomp"} and host.tag_ in PRESENT):
        return Status.UNDER_WAY
    return verb_status(host, depth + 1)


def _beside(link: str, above: Token, depth: int) -> Status | None:
    """Of "after arriving in" and "before leaving for", by the verb they stand beside."""
    if governed(above) is Status.PLANNED or (link == "before" and above.tag_ in PRESENT):
        return Status.PLANNED
    status = verb_status(above, depth + 1) if above.pos_ in VERBAL else Status.HAPPENED
    return Status.HAPPENED if status in {Status.DENIED, Status.UNDER_WAY} else status


def _present(verb: Token, auxiliaries: list[Token], depth: int) -> Status | None:
    if verb.tag_ == "VB" and not auxiliaries:
        return _bare(verb, depth)
    if is_lasting(verb):
        return Status.UNDER_WAY
    if is_to_come(verb):
        return Status.PLANNED
    mark = child(verb, "mark") or child(verb, "advmod")
    word = mark.lower_ if mark is not None else None
    if word in {"if", "unless", "whether"}:
        return Status.POSSIBLE
    if word == "whenever":
        return None
    if verb.dep_ == "ccomp" and verb.tag_ == "VBP" and is_subjunctive(verb):
        return Status.PROPOSED
    if verb.dep_ != "advcl":
        return Status.HAPPENED
    if word in {"before", "until", "once"} or (word in {"when", "after", "as"} and heads_ahead(verb.head)):
        return Status.PLANNED
    return None if word == "when" else Status.HAPPENED


def _bare(verb: Token, depth: int) -> Status | None:
    """A verb without a tense: coordinated, or as in "suggested that he go" and "let him go"."""
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return verb_status(coordinated(verb), depth + 1)
    above = governor(verb)
    if above is None or verb.dep_ not in {"ccomp", "xcomp"}:
        return None
    if above.lemma_ in ENABLING | {"make", "help", "see", "watch"}:
        return _enabled(above, depth)
    return governed(above) or Status.PROPOSED


def _infinitive(verb: Token, auxiliaries: list[Token], depth: int) -> Status | None:
    above = governor(verb)
    if above is None or verb.dep_ == "ROOT":
        return Status.PLANNED
    if above.lemma_ == "use" and above.tag_ == "VBD":
        return None
    if above.lemma_ == "go" and above.tag_ == "VBG" and verb.dep_ == "xcomp":
        return Status.DENIED if is_negated(above) else Status.PLANNED
    if any(c.lemma_ == "have" for c in auxiliaries) and above.pos_ in VERBAL:
        if (above.lemma_ == "be" and above.tag_ == "VBD") or governed(above) is Status.DENIED:
            return Status.DENIED
        return Status.POSSIBLE if above.lemma_ in BELIEVING else Status.HAPPENED
    if verb.tag_ == "VBG" and above.lemma_ in _SAYING:
        return Status.UNDER_WAY
    return _infinitive_under(verb, above, depth)


def _infinitive_under(verb: Token, above: Token, depth: int) -> Status | None:
    """What the verb, noun or adjective above makes of "to go"."""
    if is_foremost(verb, above):
        told_of = above if above.pos_ in VERBAL else above.head
        return verb_status(told_of, depth + 1) if told_of.lemma_ in _EQUATING else Status.HAPPENED
    if above.lemma_ in {"be", "have"} and verb.dep_ in {"xcomp", "advcl", "acl", "ccomp"}:
        adjective = child(above, "acomp")
        return _under_adjective(above, adjective, depth) if adjective is not None else _obliged(above, depth)
    if above.pos_ == "ADJ" and above.head.pos_ in VERBAL:
        return _under_adjective(above.head, above, depth)
    if (verb.dep_ == "acl" and above.lemma_ in _DEADLINES) or (above.lemma_ == "give" and is_until(above)):
        return Status.PLANNED
    if above.lemma_ in ENABLING:
        return _enabled(above, depth)
    status = governed(above)
    if status is not None:
        return status
    if above.pos_ in VERBAL:
        return verb_status(above, depth + 1)
    if verb.dep_ == "relcl":
        used = above.dep_ == "dobj" and above.head.lemma_ in _USING
        return verb_status(above.head, depth + 1) if used else Status.PLANNED
    if above.dep_ in {"dobj", "nsubjpass"} and governed(above.head) is Status.DENIED:
        return Status.DENIED
    host = next((t for t in climb(above) if t.pos_ in VERBAL and is_finite(t)), None)
    return verb_status(host, depth + 1) if host is not None and host.lemma_ != "be" else Status.HAPPENED


def _under_adjective(be: Token, adjective: Token, depth: int) -> Status | None:
    """Of "is likely to", "was able to" and "was too ill to"."""
    if any(c.lower_ == "too" for c in children(adjective, "advmod")):
        return Status.DENIED
    enough = any(c.lower_ == "enough" for c in children(adjective, "advmod"))
    if enough or adjective.lemma_.lower() in ENABLING:
        return _enabled(be, depth)
    status = governed(adjective)
    if status is None:
        return _obliged(be, depth)
    if status is Status.PLANNED and any(c.lower_ == "had" for c in children(be, "aux")):
        return Status.DENIED
    return Status.DENIED if is_negated(be) and status is not Status.POSSIBLE else status


def _enabled(above: Token, depth: int) -> Status | None:
    """Who "was allowed to leave" left, who "is allowed to" may, who "was not able to" did not."""
    told = verb_status(above, depth + 1)
    past = above.tag_ in {"VBD", "VBN"} and not any(c.tag_ in PRESENT for c in children(above, "auxpass"))
    if told is Status.HAPPENED and not past:
        return Status.POSSIBLE
    return told


def _obliged(above: Token, depth: int) -> Status | None:
    """Of "is to", "has to", "had to" and "has yet to"."""
    if any(c.lower_ == "yet" for c in above.children):
        return Status.DENIED
    if above.lemma_ == "be":
        return Status.DENIED if is_negated(above) else Status.PLANNED
    told = verb_status(above, depth + 1)
    return told if above.tag_ == "VBD" else Status.PLANNED if told is Status.HAPPENED else told
