"""Part of speech, morphology and lemma of each word, looked up by the word, its fine tag and its role.

A spaCy pipeline works them out anew for every token: its attribute ruler matches some two hundred patterns,
its lemmatizer follows. Both go by the word, its tag, its role and at most the next word, so each combination
needs working out once. Knows both components, no article; gives what they give.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token

PIPE = "word_forms"
MAX_FORMS = 60_000
"""Combinations kept; those met later are worked out each time, so that memory stays the same."""
_GIVEN = frozenset({"POS", "MORPH", "LEMMA"})
"""What a rule may give; tags and roles, which rules go by, only to white space."""
_ASKED: Mapping[str, Callable[[Token], str | bool]] = MappingProxyType(
    {
        "TAG": lambda token: token.tag_,
        "LOWER": lambda token: token.lower_,
        "DEP": lambda token: token.dep_,
        "IS_SPACE": lambda token: token.is_space,
    }
)
"""What a rule may go by."""

_Key = tuple[int, int, int]
"""Word, fine tag and role, as spaCy numbers them."""
_Form = tuple[int, int, int]
"""Part of speech, morphology and lemma, as spaCy numbers them."""
_Match = tuple[int, int, int, int]
"""A rule's order, a number of no account here, and the first and last token, as the ruler takes them."""
_Spec = dict[str, Any]
"""What a rule asks of one token, as spaCy's matcher has it: ``{"TAG": "IN", "LOWER": {"IN": [...]}}``."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule of the attribute ruler: gives to the token at ``index`` of those that meet ``specs``."""

    order: int
    specs: tuple[_Spec, ...]
    index: int
    given: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Met:
    """What the rules make of a token."""

    orders: tuple[int, ...]
    """The rules for one word that apply to it, in their order."""
    opens: bool
    """Whether it may be the first of two words that a rule asks for."""


class WordForms:
    """The component that stands in for an attribute ruler and a rule lemmatizer."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        """Take over from two components whose rules ``can_stand_in`` has seen."""
        self._ruler: Any = ruler
        self._lemmatizer = lemmatizer
        index = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech in list(index):  # lists of many thousands of words, gone through for every word
            index[part_of_speech] = frozenset(index[part_of_speech])
        rules = list(_rules(ruler))
        self._single = [rule for rule in rules if len(rule.specs) == 1]
        self._paired = [rule for rule in rules if len(rule.specs) == 2]
        self._named, self._shapes = _words_asked_for(rules)
        self._met: dict[tuple[str, str, str, bool], _Met] = {}
        self._forms: dict[_Key, _Form] = {}
        self._lemmas: dict[int, str] = {}
        self._openers: set[_Key] = set()
        """Those kept that may be the first of two words that a rule asks for."""

    def __call__(self, doc: Doc) -> Doc:
        """Give every token its part of speech, morphology and lemma."""
        keys = list(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist()))
        paired = self._by_pairs(doc, keys)
        known, forms = self._forms, []
        for i, key in enumerate(keys):
            if i in paired:
                forms.append(self._work_out(doc[i], self._rules_met(doc[i]), paired[i]))
            else:
                forms.append(known.get(key) or self._learn(doc[i], key))
        if forms:
            for lemma in {form[2] for form in forms} & self._lemmas.keys():
                doc.vocab.strings.add(
                    self._lemmas[lemma]
                )  # spaCy may have forgotten it with an earlier article
            columns: Any = np.array(forms, dtype=np.uint64)
            doc.from_array(["POS", "MORPH", "LEMMA"], columns)
        return doc

    def _by_pairs(self, doc: Doc, keys: list[_Key]) -> dict[int, list[_Match]]:
        """The rules for two words that apply to each token."""
        matches: defaultdict[int, list[_Match]] = defaultdict(list)
        known, openers = self._forms, self._openers
        for i, key in enumerate(keys[:-1]):
            if key in openers or (key not in known and self._rules_met(doc[i]).opens):
                for rule in self._paired:
                    if _meets(rule.specs[0], doc[i]) and _meets(rule.specs[1], doc[i + 1]):
                        matches[i + rule.index].append((rule.order, 0, i, i + 2))
        return matches

    def _rules_met(self, token: Token) -> _Met:
        word = token.lower_
        if word not in self._named and not any(shape.search(word) for shape in self._shapes):
            word = ""  # no rule asks for it: it fares as any other word of its tag and role
        asked = (word, token.tag_, token.dep_, token.is_space)
        if asked not in self._met:
            self._met[asked] = _Met(
                tuple(rule.order for rule in self._single if _meets(rule.specs[0], token)),
                any(_meets(rule.specs[0], token) for rule in self._paired),
            )
        return self._met[asked]

    def _learn(self, token: Token, key: _Key) -> _Form:
        """Work out what a word has with its tag and role, and keep it."""
        met = self._rules_met(token)
        form = self._work_out(token, met)
        if not token.is_space and len(self._forms) < MAX_FORMS:  # a space's tag and role are set on the way
            self._lemmas[form[2]] = token.lemma_
            self._forms[key] = form
            if met.opens:
                self._openers.add(key)
        return form

    def _work_out(self, token: Token, met: _Met, paired: Iterable[_Match] = ()) -> _Form:
        """What the rules that a token meets and then the lemmatizer give it."""
        alone: Iterator[_Match] = ((order, 0, token.i, token.i + 1) for order in met.orders)
        self._ruler.set_annotations(token.doc, sorted([*alone, *paired]))
        if token.lemma == 0:
            if len(self._lemmatizer.cache) > MAX_FORMS:
                self._lemmatizer.cache.clear()
            token.lemma_ = self._lemmatizer.lemmatize(token)[0]
        return token.pos, token.morph.key, token.lemma  # type: ignore[attr-defined]  # spaCy's stubs lack it


@Language.factory(PIPE)
def _word_forms(nlp: Language, name: str) -> WordForms:
    del name
    ruler: Any = nlp.get_pipe("attribute_ruler")
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    return WordForms(ruler, lemmatizer)


def stand_in(nlp: Language) -> None:
    """Let a pipeline look words up if its rules are such that they can be; otherwise leave it as it is."""
    if not {"attribute_ruler", "lemmatizer"} <= set(nlp.pipe_names):
        return
    if can_stand_in(nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")):
        nlp.add_pipe(PIPE, after="lemmatizer")
        nlp.disable_pipe("attribute_ruler")
        nlp.disable_pipe("lemmatizer")


def can_stand_in(ruler: object, lemmatizer: object) -> bool:
    """Whether the rules go by nothing but a word, its tag and role, and such of the next word."""
    if not isinstance(ruler, AttributeRuler) or type(lemmatizer) is not EnglishLemmatizer:
        return False
    if lemmatizer.mode != "rule" or lemmatizer.overwrite:
        return False
    return all(_is_simple(rule) for rule in _rules(ruler))


def _is_simple(rule: _Rule) -> bool:
    if len(rule.specs) > 2 or not 0 <= rule.index < len(rule.specs):
        return False
    for_spaces = len(rule.specs) == 1 and rule.specs[0].get("IS_SPACE") is True
    return (for_spaces or rule.given <= _GIVEN) and all(
        attribute in _ASKED and (not isinstance(asked, dict) or set(asked) <= {"IN", "NOT_IN", "REGEX"})
        for spec in rule.specs
        for attribute, asked in spec.items()
    )


def _rules(ruler: AttributeRuler) -> Iterator[_Rule]:
    entry: Any
    for order, entry in enumerate(ruler.patterns):
        for specs in entry["patterns"]:
            yield _Rule(order, tuple(specs), entry["index"], frozenset(entry["attrs"]))


def _words_asked_for(rules: Iterable[_Rule]) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """The words that any rule names, and the expressions for words that it asks for."""
    named: set[str] = set()
    shapes: list[re.Pattern[str]] = []
    for asked in (spec["LOWER"] for rule in rules for spec in rule.specs if "LOWER" in spec):
        if isinstance(asked, str):
            named.add(asked)
            continue
        named.update(asked.get("IN", ()), asked.get("NOT_IN", ()))
        if "REGEX" in asked:
            shapes.append(re.compile(asked["REGEX"]))
    return frozenset(named), tuple(shapes)


def _meets(spec: _Spec, token: Token) -> bool:
    """Whether a token is as a rule asks."""
    return all(_holds(asked, _ASKED[attribute](token)) for attribute, asked in spec.items())


def _holds(asked: object, value: str | bool) -> bool:
    if not isinstance(asked, dict):
        return value == asked
    return (
        ("IN" not in asked or value in asked["IN"])
        and ("NOT_IN" not in asked or value not in asked["NOT_IN"])
        and ("REGEX" not in asked or re.search(asked["REGEX"], str(value)) is not None)
    )
