"""Names and descriptions of people and groups as strings, cut out of the parse.

Knows titles, honorifics and the shape of a noun phrase; not who is who.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from spacy.tokens import Token

from geo.reading.parse import Paragraph
from geo.reading.sentences.clauses import child, children
from geo.reading.sentences.movers import HONORIFIC_GENDER, TITLES, is_person
from geo.reading.words import words

_MAX_WORDS = 16
_MAX_AGE_DIGITS = 2
_PHRASE = words("det amod compound nummod poss nmod quantmod")
_NUMBERS = words("""
    thousand hundred dozen score million handful number majority most half some many lot total ton tonne kilo
    kilogram
""")  # fmt: skip
_RANKS = words(
    "sergeant corporal lieutenant captain colonel admiral cardinal bishop archbishop senator rabbi sheikh"
)
"""Titles that stand before names of people only."""
_LEADING = words("lead head")


def name_words(name: str) -> frozenset[str]:
    """The words of a name in lower case, without titles: what two forms of a name are compared by."""
    plain = name.replace("’s", " ").replace("'s", " ").lower()
    listed = "".join(c if c.isalnum() else " " for c in plain).split()
    return frozenset(word for word in listed if word not in TITLES)


def name_tokens(head: Token, common: Container[str]) -> list[Token]:
    """The tokens of a person's name that ends at ``head``, without titles and stray headline verbs.

    Args:
        head: The last word of a noun phrase.
        common: Words that the article also uses in lower case; no name ends with one.
    """
    tokens = _entity(head) or _proper_run(head)
    while tokens and (tokens[0].lower_.strip(".") in TITLES or not tokens[0].text[0].isupper()):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].lower_ in common:
        tokens = tokens[:-1]
    return tokens


def looks_human(head: Token, tokens: list[Token]) -> bool:
    """Whether a proper name is a person's: by the pipeline, a title, an age, "who" or the noun beside it."""
    if any(t.ent_type_ == "PERSON" for t in tokens):
        return True
    before = children(head, "compound")
    if any(c.lower_.strip(".") in HONORIFIC_GENDER or _is_role(c) for c in before):
        return True
    beside = [*children(head, "appos"), *([head.head] if head.dep_ == "appos" else [])]
    if any(_is_role(noun) or _is_age(noun) for noun in beside):
        return True
    return any(t.lower_ in {"who", "whose"} for c in children(head, "relcl") for t in c.subtree)


def _is_role(noun: Token) -> bool:
    named = noun.pos_ == "NOUN" or noun.lower_ in _RANKS
    return named and is_person(noun.lemma_.lower())


def _is_age(number: Token) -> bool:
    return number.pos_ == "NUM" and number.text.isdigit() and len(number) <= _MAX_AGE_DIGITS


def _entity(head: Token) -> list[Token]:
    if head.ent_type_ != "PERSON":
        return []
    start, end = head.i, head.i
    doc = head.doc
    while doc[start].ent_iob_ != "B" and start > 0 and head.i - start < _MAX_WORDS:
        start -= 1
    if start > 0 and _is_first_part(doc[start - 1], head):
        return []
    return [t for t in doc[start : end + 1] if t.tag_ != "POS" and not t.is_space]


def _is_first_part(before: Token, head: Token) -> bool:
    """Whether the pipeline cut off the first word of a name ("Kim" | "Jong-un")."""
    joined = before.dep_ == "compound" and before.head == head and before.pos_ == "PROPN"
    return joined and before.ent_type_ in {"PERSON", ""} and before.lower_.strip(".") not in TITLES


def _proper_run(head: Token) -> list[Token]:
    start, doc = head.i, head.doc
    while start > 0 and head.i - start < _MAX_WORDS and _continues(doc[start - 1], head):
        start -= 1
    return list(doc[start : head.i + 1])


def _continues(token: Token, head: Token) -> bool:
    joined = token.dep_ in {"compound", "punct", "nmod", "amod"} and head in (token.head, token.head.head)
    return joined and token.ent_type_ not in {"NORP", "GPE", "LOC"} and token.tag_ in {"NNP", "HYPH"}


def description(head: Token) -> list[Token]:
    """The words that describe within a noun phrase, its head first: "the North Korean leader"."""
    return [head, *(t for t in head.lefts if t.dep_ in _PHRASE)]


def describe(head: Token) -> str:
    """A noun phrase without its relative clauses: "a delegation of about 20 North Korean officials"."""
    right = head.i + 1
    for preposition in children(head, "prep"):
        inner = child(preposition, "pobj")
        if preposition.lower_ == "of" and inner is not None and preposition.i == right:
            right = inner.i + 1
    for clause in children(head, "acl"):
        leader = leader_of(clause)
        if leader is not None and clause.i == right:
            right = leader.i + 1
    return " ".join(head.doc[phrase_start(head) : right].text.split())


def counted(head: Token) -> Token:
    """What a noun of number counts: "thousands of people" are people."""
    if head.lemma_.lower() not in _NUMBERS:
        return head
    of = child(head, "prep")
    inner = child(of, "pobj") if of is not None and of.lower_ == "of" else None
    return inner if inner is not None else head


def leader_of(clause: Token) -> Token | None:
    """The person in "led by ..."."""
    if clause.lemma_ not in _LEADING or clause.tag_ != "VBN":
        return None
    by = child(clause, "agent", "prep")
    return child(by, "pobj") if by is not None else None


def phrase_start(noun: Token) -> int:
    """Index of the first word before a noun that belongs to it."""
    kept = [t.left_edge.i for t in noun.lefts if t.dep_ in _PHRASE and not t.is_space]
    start = max(min([noun.i, *kept]), noun.i - _MAX_WORDS)
    while start < noun.i and (noun.doc[start].is_space or noun.doc[start].is_punct):
        start += 1
    return start


def common_words(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Words that an article has in lower case as no names, and their lemmas; read as arrays, for speed."""
    found: set[str] = set()
    for paragraph in paragraphs:
        rows = paragraph.doc.to_array(["IS_LOWER", "POS", "LOWER", "LEMMA"])
        strings = paragraph.doc.vocab.strings
        plain = rows[(rows[:, 0] == 1) & (rows[:, 1] != strings["PROPN"])]
        found.update(strings[int(key)] for key in set(plain[:, 2:].ravel().tolist()))
    return frozenset(found)


def called(noun: Token) -> Iterator[Token]:
    """The name in "a guide named Ann Lee"."""
    for clause in children(noun, "acl"):
        if clause.lemma_ in {"name", "call"}:
            yield from children(clause, "oprd")
