"""One who or what an article speaks of, and what fits him, her or it: roles, gender, nearness to mind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from spacy.tokens import Token

from geo.reading.sentences.clauses import MAX_BEFORE, SUBJECTS, child, children, words_before
from geo.reading.sentences.ground import Spot
from geo.reading.sentences.movers import (
    CRAFT,
    GENDERS,
    HONORIFIC_GENDER,
    MAKES,
    OFFICES,
    RULERS,
    TITLES,
    is_person,
)
from geo.reading.sentences.naming import description, name_words
from geo.reading.sentences.speech import SAYING
from geo.reading.words import words

PARTS = words("most some many others several few both half dozens hundreds all")
"""Words for some of those spoken of."""
_TRAINERS = words("head assistant former national football soccer basketball team youth veteran interim")
_EPITHETS = words("""
    star singer striker midfielder goalkeeper defender winger laureate winner champion politician billionaire
    tycoon millionaire actor actress rapper footballer teenager youngster pensioner comedian
""")
_OFFICIAL = RULERS | words("minister secretary spokesman spokeswoman judge mayor governor ambassador lawyer")
_STEERING = words("""
    leave depart sail reach arrive enter dock call turn head bind anchor berth steam run sink land tow hijack
    founder capsize stop board seize detain intercept impound escort sail carry build strike hit catch drift
    list ground refloat moor crash vanish disappear explode
""")  # fmt: skip


@dataclass(slots=True, eq=False, kw_only=True)
class Referent:
    """Someone or something that the article speaks of; ``owner`` is whose vehicle it is.

    A ``stranger`` was introduced as "a man", and ``is_named`` says of a craft that it has a name.
    """

    key: int
    names: Counter[str] = field(default_factory=Counter)
    words: frozenset[str] = frozenset()
    roles: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    kind: str = "person"
    gender: str | None = None
    plural: bool = False
    owner: Referent | None = None
    members: tuple[Referent, ...] = ()
    seen: int = 0
    is_body: bool = False
    is_named: bool = False
    is_stranger: bool = False
    home: Spot | None = None

    @property
    def name(self) -> str:
        """The fullest of its names; of equals, the one used most."""
        return max(self.names, key=lambda name: (len(name_words(name)), self.names[name]), default="")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place in the text where a referent is spoken of; sentences are counted through the article."""

    paragraph: int
    sentence: int
    i: int
    is_subject: bool
    is_object: bool
    is_named: bool
    referent: Referent


def salience(sighting: Sighting, sentence: int) -> float:
    """How near to mind: weights set by reading, not by counting; nearness first, then subject, then name."""
    referent = sighting.referent
    score = -1.0 * (sentence - sighting.sentence)
    score += 1.2 if sighting.is_subject else 0.0
    score += 0.5 if sighting.is_object and referent.kind in {"craft", "cargo"} else 0.0
    score += 0.8 if referent.words else 0.0
    score += 0.1 * min(referent.seen, 6)
    return score


def is_one(gender: str) -> Callable[[Referent], bool]:
    """What fits "he" or "she": a person, and for "she" a ship that has a name."""
    return lambda r: (
        not r.plural
        and ((r.kind == "person" and r.gender in {None, gender}) or (gender == "f" and r.is_named))
    )


def is_thing(referent: Referent) -> bool:
    """What fits "it": a craft, an animal, a load, a group that acts as one."""
    return referent.is_body or (referent.kind in {"craft", "cargo"} and not referent.plural)


def is_epithet(head: Token) -> bool:
    """Whether a description stands for who was spoken of just before: "the 20-year-old", "the striker"."""
    if head.lemma_.lower() in _EPITHETS | RULERS or head.lower_ == "old":
        return True
    return any(t.lower_ == "old" and t.nbor(-1).text == "-" for t in head.lefts if t.i > 0)


def may_bear(head: Token) -> Callable[[Referent], bool]:
    """Who may be meant by an epithet: one named person, of no office that is known where it is an office."""
    lemma = head.lemma_.lower()
    if lemma in _EPITHETS | RULERS:
        return lambda r: r.kind == "person" and bool(r.words) and not r.plural and not r.roles & _OFFICIAL
    return lambda r: r.kind == "person" and not r.plural


def is_indefinite(head: Token) -> bool:
    """Whether a description introduces someone: "a man", "a 29-year-old yachtsman"."""
    return any(c.lower_ in {"a", "an"} for c in children(head, "det"))


def is_introduction(name: Token) -> bool:
    """Whether a name is given to who the article is about: "Ann Lee, 44, had left", not "Dr Lee said"."""
    if name.dep_ not in SUBJECTS or any(
        c.dep_ in {"compound", "amod", "nmod"} and is_title(c) for c in name.children
    ):
        return False
    aged = any(c.pos_ == "NUM" for c in children(name, "appos", "nummod", "npadvmod", "amod"))
    return aged or name.head.lemma_ not in SAYING


def is_title(word: Token) -> bool:
    """Whether a word before a name is an office or a title."""
    return word.lower_.strip(".") in TITLES or (word.pos_ == "NOUN" and is_person(word.lemma_.lower()))


def is_trainer(word: Token) -> bool:
    """Whether a coach is someone: "head coach", "the coach, Ann Lee", "a coach who"."""
    if word.lemma_.lower() != "coach":
        return False
    described = {t.lower_ for t in children(word, "amod", "compound")}
    named = [*children(word, "appos", "relcl"), *([word.head] if word.dep_ in {"appos", "compound"} else [])]
    return bool(named) or bool(described & _TRAINERS)


def craft_beside(name: Token) -> Token | None:
    """The word for a craft beside its name: "the tanker Hydra", "a tug, the Titan"."""
    end = min(name.i, name.head.i)
    near = name.doc[max(0, end - MAX_BEFORE) : end]
    before = [t for t in near if t.dep_ == name.dep_ and t.head.i == name.head.i]
    beside = [name.head, *children(name, "appos", "compound"), *before]
    kinds = (t for t in beside if t.lemma_.lower() in CRAFT)
    return next((t for t in kinds if t.pos_ == "NOUN" or (t.lower_ in MAKES and child(name, "det"))), None)


def steers(name: Token) -> bool:
    """Whether a name with "the" does what ships and aircraft do: "the Titan left Lima"."""
    article = any(c.lower_ == "the" for c in children(name, "det"))
    return article and name.dep_ in SUBJECTS and name.head.lemma_ in _STEERING


def learn(referent: Referent, head: Token) -> None:
    """Roles and gender from the words around a name: "Defense Minister ...", "..., the chief of ..."."""
    before = [c for c in words_before(head) if c.dep_ in {"compound", "amod", "nmod"}]
    referent.roles |= {t.lower_ for t in before if t.lower_ not in referent.words}
    described = [head, *children(head, "appos"), *([head.head] if head.dep_ == "appos" else [])]
    for noun in described[1:]:
        referent.roles |= {t.lower_ for t in description(noun)}
    around = [t for d in described for t in words_before(d) if t.pos_ in {"ADJ", "PROPN"}]
    referent.nations |= {t.lower_ for t in around if t.ent_type_ in {"NORP", "GPE"}}
    # "Ann, his wife" may be a list of two: whose wife it is, is no word for Ann
    own = [t for t in described if t.head != head or child(t, "poss") is None]
    for token in (*before, *own):
        word = token.lower_.strip(".")
        referent.gender = referent.gender or HONORIFIC_GENDER.get(word) or GENDERS.get(word)


def fits(referent: Referent, head: Token, wanted: set[str]) -> bool:
    """Whether "the North Korean leader" can be this one: kindred role, no other nation, same office."""
    lemma = head.lemma_.lower()
    if (head.tag_ == "NNS" and not referent.plural) or (
        head.tag_ == "NN" and referent.kind == "person" and referent.plural
    ):
        return False
    kindred = {lemma, head.lower_} | (RULERS if lemma in RULERS else frozenset())
    if not kindred & referent.roles:
        return False
    nations = {t.lower_ for t in description(head) if t.ent_type_ in {"NORP", "GPE"}}
    if nations and referent.nations and not nations & referent.nations:
        return False
    return all(word in referent.roles for word in wanted & OFFICES - RULERS)
