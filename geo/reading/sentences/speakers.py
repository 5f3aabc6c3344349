"""Who says "I" and "we"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from geo.reading.sentences.clauses import climb, subject
from geo.reading.sentences.referents import Referent
from geo.reading.sentences.speech import SAYING
from geo.reading.words import words

Knower = Callable[[int, Token], Referent | None]
"""Gives the referent of a token of a numbered paragraph."""
SPEAKING_FOR = words(
    "spokesman spokeswoman spokesperson aide lawyer attorney agent relative friend neighbour neighbor"
)
"""Who speaks of someone else: "he flew home, a spokesman for Kim said"."""
SPEAKERS = words("i me my mine myself we us our ours ourselves")


def heard(spoken: Sequence[tuple[int, Token]], who: Knower) -> dict[tuple[int, int], Referent]:
    """Give "I" and "we" to whoever says so, else, in a quotation that goes on, to who spoke before."""
    found: dict[tuple[int, int], Referent] = {}
    last: tuple[int, Referent] | None = None
    for number, token in spoken:
        says = speaker(number, token, who)
        if says is None and last is not None and last[0] == number and _is_quoted(token):
            says = last[1]
        if says is not None:
            last = (number, says)
            found[number, token.i] = says
    return found


def speaker(number: int, token: Token, who: Knower) -> Referent | None:
    """Who says the sentence in which "I" stands."""
    said_by = (subject(verb) for verb in climb(token) if verb.lemma_ in SAYING)
    other = next((doer for doer in said_by if doer is not None and doer.lower_ not in SPEAKERS), None)
    return who(number, other) if other is not None else None


def _is_quoted(token: Token) -> bool:
    """Whether the sentence of a token opens or closes a quotation."""
    return any(t.is_quote for t in token.sent)
