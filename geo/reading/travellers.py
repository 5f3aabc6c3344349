"""Who a noun phrase or a pronoun means, within one article: name variants, roles, groups and vehicles.

The name a reader would use is the fullest one that the article gives; the other words for the same traveller
are kept as aliases. Works from the parse alone, with no list of known people.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from geo.reading.clauses import SUBJECTS, child, children, climb, subject
from geo.reading.ground import Ground
from geo.reading.movers import CRAFT, HONORIFIC_GENDER, MOVERS, OFFICES, PERSONS, RULERS, TITLES
from geo.reading.parse import Paragraph
from geo.reading.words import words

_RECENT = 200
"""Namings that a repeated description ("the delegation") may reach back over."""
_NAMESAKES = 50
"""People of one surname that are told apart in one article."""
_MAX_NAME_WORDS = 16
_SINGULAR = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
_PHRASE = words("det amod compound nummod poss nmod quantmod")
_SPEAKER = frozenset(["i", "me", "my", "mine", "myself"])
_THING = frozenset(["it", "its", "itself"])
_SAYING = words("say tell add write recall explain note ask reply answer think believe quote insist")


@dataclass(slots=True, eq=False, kw_only=True)
class Referent:
    """Someone or something that the article speaks of."""

    key: int
    names: Counter[str] = field(default_factory=Counter)
    words: frozenset[str] = frozenset()
    roles: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    kind: str = "person"
    gender: str | None = None
    plural: bool = False

    @property
    def name(self) -> str:
        """The fullest of its names, the first of equals."""
        return max(self.names, key=lambda name: (len(_name_words(name)), self.names[name]), default="")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place in the text where a referent is named."""

    paragraph: int
    sentence: int
    i: int
    is_subject: bool
    referent: Referent


def _name_words(name: str) -> list[str]:
    words = "".join(
        c if c.isalnum() else " " for c in name.replace("’s", " ").replace("'s", " ").lower()
    ).split()
    return [word for word in words if word not in TITLES]


class Cast:
    """The cast of one article."""

    def __init__(self, paragraphs: Sequence[Paragraph], ground: Ground) -> None:
        """Collect names first, so that short names and roles find their owner."""
        self._paragraphs = paragraphs
        self._ground = ground
        self._referents: list[Referent] = []
        self._by_word: dict[str, list[Referent]] = {}
        self._sightings: list[Sighting] = []
        self._by_token: dict[tuple[int, int], Referent] = {}
        self._common = {t.lower_ for p in paragraphs for t in p.doc if t.is_lower and t.pos_ != "PROPN"}
        heads = [found for number, p in enumerate(paragraphs) for found in self._heads(number, p)]
        self._gather_names(heads)
        for number, sentence, head in heads:
            self._see(number, sentence, head)

    def _heads(self, number: int, paragraph: Paragraph) -> Iterator[tuple[int, int, Token]]:
        for sentence, sent in enumerate(paragraph.doc.sents):
            for token in sent:
                if token.pos_ in {"PROPN", "NOUN"} and token.dep_ != "compound":
                    yield number, number * 1000 + sentence, token

    def _gather_names(self, heads: list[tuple[int, int, Token]]) -> None:
        fullest: dict[frozenset[str], Counter[str]] = {}
        for number, _, head in heads:
            text = self._person_name(number, head)
            if text is not None:
                fullest.setdefault(frozenset(_name_words(text)), Counter())[text] += 1
        ranked = sorted(fullest.items(), key=lambda item: (-len(item[0]), -sum(item[1].values())))
        for parts, names in ranked:
            if parts and self._owner(parts) is None:
                referent = Referent(key=len(self._referents), names=Counter(names), words=parts)
                self._referents.append(referent)
                for part in sorted(parts):
                    self._by_word.setdefault(part, []).append(referent)
        for parts, names in ranked:
            owner = self._owner(parts)
            if owner is not None and owner.words != parts:
                owner.names.update(names)

    def _owner(self, parts: frozenset[str]) -> Referent | None:
        """Of those whose full name holds these words, the one named most often in full."""
        named = self._by_word.get(min(parts), [])[:_NAMESAKES] if parts else []
        owners = [r for r in named if parts <= r.words]
        return max(owners, key=lambda r: (sum(r.names.values()), -r.key), default=None)

    def _person_name(self, number: int, head: Token) -> str | None:
        if head.pos_ != "PROPN" or self._ground.is_place(number, head):
            return None
        tokens = [t for t in _name_tokens(head) if self._ground.mention(number, t) is None]
        while tokens and (tokens[0].lower_.strip(".") in TITLES or not tokens[0].text[0].isupper()):
            tokens = tokens[1:]
        while len(tokens) > 1 and tokens[-1].lower_ in self._common:
            tokens = tokens[:-1]
        if not tokens:
            return None
        looks_human = any(t.ent_type_ == "PERSON" for t in tokens) or _has_title(head)
        return head.doc[tokens[0].i : tokens[-1].i + 1].text if looks_human else None

    def _see(self, number: int, sentence: int, head: Token) -> None:
        name = self._person_name(number, head)
        if name is not None:
            referent = self._owner(frozenset(_name_words(name)))
            if referent is not None:
                _learn(referent, head)
        else:
            referent = self._described(number, head)
        if referent is not None:
            self._by_token[number, head.i] = referent
            is_subject = head.dep_ in SUBJECTS
            self._sightings.append(Sighting(number, sentence, head.i, is_subject, referent))

    def _described(self, number: int, head: Token) -> Referent | None:
        """A person by role, a group or a vehicle: the earlier one that it repeats, or a new one."""
        lemma = head.lemma_.lower()
        if head.pos_ != "NOUN" or lemma not in MOVERS:
            return None
        named = next((c for c in children(head, "appos") if self._person_name(number, c)), None)
        if named is not None:
            name = self._person_name(number, named)
            return self._owner(frozenset(_name_words(name or "")))
        host = head.head if head.dep_ == "appos" else None
        if host is not None and (number, host.i) in self._by_token:
            return self._by_token[number, host.i]
        return self._repeated(head) or self._new(head, lemma)

    def _repeated(self, head: Token) -> Referent | None:
        determiner = child(head, "det", "poss")
        if determiner is None or determiner.lower_ not in {"the", "this", "that", "these", "those"}:
            return None
        wanted = {t.lower_ for t in _description(head)} - {"the", "this", "that", "these", "those"}
        recent = dict.fromkeys(s.referent for s in reversed(self._sightings[-_RECENT:]))
        return next((r for r in recent if _fits(r, head, wanted)), None)

    def _new(self, head: Token, lemma: str) -> Referent:
        kind = "craft" if lemma in CRAFT else "person" if lemma in PERSONS else "group"
        plural = head.tag_ in {"NNS", "NNPS"} or kind == "group"
        referent = Referent(
            key=len(self._referents), names=Counter(), roles={lemma}, kind=kind, plural=plural
        )
        referent.names[describe(head)] += 1
        referent.roles |= {t.lower_ for t in _description(head) if t.pos_ in {"NOUN", "PROPN", "ADJ"}}
        self._referents.append(referent)
        return referent

    def who(self, number: int, token: Token) -> Referent | None:
        """The referent of a noun or pronoun; ``None`` where the article does not tell."""
        known = self._by_token.get((number, token.i))
        if known is not None:
            return known
        if token.pos_ == "PRON" or token.lower_ in _SINGULAR or token.tag_ == "PRP$":
            return self._pronoun(number, token)
        return None

    def _pronoun(self, number: int, token: Token) -> Referent | None:
        word = token.lower_
        if word in _SINGULAR:
            return self._back(
                number, token, lambda r: r.kind == "person" and not r.plural and _agrees(r, _SINGULAR[word])
            )
        if word in _PLURAL:
            return self._back(number, token, lambda r: r.plural)
        if word in _THING:
            return self._back(number, token, lambda r: r.kind in {"craft", "group"})
        if word in _SPEAKER:
            return self._speaker(number, token)
        return None

    def _back(self, number: int, token: Token, fits: Callable[[Referent], bool]) -> Referent | None:
        sentence = self._sentence(number, token)
        near = [s for s in self._before(number, token) if fits(s.referent)]
        if not near:
            return None
        latest = max(s.sentence for s in near)
        within = [
            s for s in near if s.sentence == latest and not _co_argument(s, token, self._paragraphs[number])
        ]
        pool = [s for s in within if s.is_subject] or within or near
        best = pool[-1] if latest == sentence else pool[0]
        return best.referent

    def _before(self, number: int, token: Token) -> list[Sighting]:
        """The namings shortly before a token: those of its paragraph and of the two before that."""
        last = bisect_left(self._sightings, (number, token.i), key=lambda s: (s.paragraph, s.i))
        first = bisect_left(self._sightings, (number - 2, 0), key=lambda s: (s.paragraph, s.i))
        return self._sightings[max(first, last - _RECENT) : last]

    def _sentence(self, number: int, token: Token) -> int:
        starts = [sent.start for sent in self._paragraphs[number].doc.sents]
        return number * 1000 + sum(start <= token.i for start in starts) - 1

    def _speaker(self, number: int, token: Token) -> Referent | None:
        verb = next((t for t in climb(token) if t.lemma_ in _SAYING), None)
        said_by = subject(verb) if verb is not None else None
        if said_by is None or said_by.lower_ in _SPEAKER:
            return None
        return self.who(number, said_by)


def _co_argument(sighting: Sighting, token: Token, paragraph: Paragraph) -> bool:
    """Whether it takes part in the same verb: "him" is nobody else who takes part in the same verb."""
    other = paragraph.doc[sighting.i] if sighting.i < len(paragraph.doc) else token
    return other.head == token.head and token.dep_ in {"dobj", "dative"}


def _agrees(referent: Referent, gender: str) -> bool:
    return referent.gender in {None, gender}


def _has_title(head: Token) -> bool:
    return any(c.lower_.strip(".") in HONORIFIC_GENDER for c in children(head, "compound"))


def _name_tokens(head: Token) -> list[Token]:
    """The words of a name: its entity where the pipeline has one, else the proper nouns before the head."""
    doc, start, end = head.doc, head.i, head.i + 1
    entity = next((e for e in head.sent.ents if e.label_ == "PERSON" and e.start <= head.i < e.end), None)
    if entity is not None:
        words = [t for t in entity if t.tag_ != "POS" and not t.is_space]
        if words and (words[0].i == 0 or not _is_initial_part(doc[words[0].i - 1], head)):
            return words
    while start > 0 and head.i - start < _MAX_NAME_WORDS and _continues_name(doc[start - 1], head):
        start -= 1
    return list(doc[start:end])


def _is_initial_part(before: Token, head: Token) -> bool:
    """Whether the pipeline cut off the first word of a name ("Kim" | "Jong-un")."""
    joined = before.dep_ == "compound" and before.head == head and before.pos_ == "PROPN"
    return joined and before.ent_type_ in {"PERSON", ""} and before.lower_.strip(".") not in TITLES


def _continues_name(token: Token, head: Token) -> bool:
    joined = token.dep_ in {"compound", "punct", "nmod", "amod"} and head in (token.head, token.head.head)
    return joined and (token.tag_ in {"NNP", "HYPH"} or token.lower_.strip(".") in TITLES)


def _learn(referent: Referent, head: Token) -> None:
    """Roles and gender from the words around a name: "Defense Minister ...", "..., the chief of ..."."""
    before = [c for c in head.subtree if c.i < head.i and c.dep_ in {"compound", "amod", "nmod"}]
    referent.roles |= {t.lower_ for t in before if t.lower_ not in referent.words}
    for apposed in children(head, "appos"):
        referent.roles |= {t.lower_ for t in _description(apposed)}
    if head.dep_ == "appos":
        referent.roles |= {t.lower_ for t in _description(head.head)}
    described = [head, *children(head, "appos"), *([head.head] if head.dep_ == "appos" else [])]
    around = [t for d in described for t in d.subtree if t.i < d.i and t.pos_ in {"ADJ", "PROPN"}]
    referent.nations |= {t.lower_ for t in around if t.ent_type_ in {"NORP", "GPE"}}
    for token in before:
        gender = HONORIFIC_GENDER.get(token.lower_.strip("."))
        referent.gender = referent.gender or gender


def _description(head: Token) -> list[Token]:
    return [head, *(t for t in head.lefts if t.dep_ in {"amod", "compound", "poss", "det", "nmod", "nummod"})]


def _fits(referent: Referent, head: Token, wanted: set[str]) -> bool:
    """Whether "the North Korean leader" can be this one: kindred role, no other nation, same office."""
    lemma, own = head.lemma_.lower(), referent.roles
    if head.tag_ == "NNS" and not referent.plural:
        return False
    kindred = {lemma, head.lower_} | (RULERS if lemma in RULERS else frozenset())
    if not kindred & own:
        return False
    nations = {t.lower_ for t in _description(head) if t.ent_type_ in {"NORP", "GPE"}}
    if nations and referent.nations and not nations & referent.nations:
        return False
    return all(word in own for word in wanted & OFFICES - RULERS)


def describe(head: Token) -> str:
    """A noun phrase without its relative clauses: "a delegation of about 20 North Korean officials"."""
    right = head.i + 1
    for preposition in children(head, "prep"):
        inner = child(preposition, "pobj")
        if preposition.lower_ == "of" and inner is not None and preposition.i == right:
            right = inner.i + 1
    for clause in children(head, "acl"):
        leader = _leader(clause)
        if leader is not None and clause.i == right:
            right = leader.i + 1
    words = head.doc[_left_edge(head) : right]
    return " ".join(words.text.split())


def _left_edge(head: Token) -> int:
    kept = [t.left_edge.i for t in head.lefts if t.dep_ in _PHRASE and not t.is_space]
    left = max(min([head.i, *kept]), head.i - _MAX_NAME_WORDS)
    while head.doc[left].is_space or head.doc[left].is_punct:
        left += 1
    return min(left, head.i)


def _leader(clause: Token) -> Token | None:
    """The person in "led by ..."."""
    if clause.lemma_ not in {"lead", "head"} or clause.tag_ != "VBN":
        return None
    by = child(clause, "agent", "prep")
    return child(by, "pobj") if by is not None else None
