"""The people that one article names, told apart by the words of their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Token

from geo.reading.sentences.clauses import children
from geo.reading.sentences.ground import Ground
from geo.reading.sentences.movers import CRAFT
from geo.reading.sentences.naming import looks_human, name_tokens, name_words
from geo.reading.sentences.referents import Referent
from geo.reading.words import words

_GROUND = words("county mount mt lake cape port fort river bay gulf isle lough loch")
"""First words of names of ground, also of what no gazetteer has."""
_NAMESAKES = 50
"""People of one surname that are told apart in one article."""


def craft_before(name: Token) -> bool:
    """Whether a word for a craft stands before a name, that of a ship: "the freighter Galini"."""
    return any(c.pos_ == "NOUN" and c.lemma_.lower() in CRAFT for c in children(name, "compound"))


class Roster:
    """Everyone named in one article, each once; makes the other referents too, so that keys are one count."""

    def __init__(self, tokens: Iterable[tuple[int, Token]], common: frozenset[str], ground: Ground) -> None:
        """Collect the names among ``(paragraph, token)``, longest first, so that short ones find an owner.

        ``common`` are the words that the article has in lower case too.
        """
        self._common = common
        self._ground = ground
        self._by_word: dict[str, list[Referent]] = {}
        self._count = 0
        self._gather(tokens)

    def _gather(self, tokens: Iterable[tuple[int, Token]]) -> None:
        forms: dict[frozenset[str], Counter[str]] = {}
        for number, token in tokens:
            text = self.name_of(number, token)
            if text is not None:
                forms.setdefault(name_words(text), Counter())[text] += 1
        ranked = sorted(forms.items(), key=lambda item: (-len(item[0]), -sum(item[1].values())))
        for parts, names in ranked:
            if parts and self.owner(parts) is None:
                referent = self.new(names, kind="person", parts=parts)
                for part in sorted(parts):
                    self._by_word.setdefault(part, []).append(referent)
        for parts, names in ranked:
            owner = self.owner(parts)
            if owner is not None and owner.words != parts:
                owner.names.update(names)

    def new(self, names: Counter[str], *, kind: str, parts: frozenset[str] = frozenset()) -> Referent:
        """Someone or something spoken of for the first time."""
        self._count += 1
        return Referent(key=self._count, names=Counter(names), words=parts, kind=kind)

    def owner(self, parts: frozenset[str]) -> Referent | None:
        """Of those whose full name holds these words, the one named most often in full."""
        named = self._by_word.get(min(parts), [])[:_NAMESAKES] if parts else []
        owners = [r for r in named if parts <= r.words]
        return max(owners, key=lambda r: (sum(r.names.values()), -r.key), default=None)

    def name_of(self, number: int, head: Token) -> str | None:
        """The name of a person that ends at ``head``; ``None`` where it ends none."""
        if head.dep_ == "compound" or not self._may_be_name(number, head):
            return None
        if craft_before(head):
            return None
        if head.pos_ != "PROPN" and not (
            head.pos_ == "NOUN" and head.is_title and self._by_word.get(head.lower_)
        ):
            return None
        tokens = [t for t in name_tokens(head, self._common) if not self._ground.is_named(number, t)]
        if not tokens or tokens[0].lower_ in _GROUND:
            return None
        text = " ".join(head.doc[tokens[0].i : tokens[-1].i + 1].text.split())
        known = looks_human(head, tokens) or self.owner(name_words(text)) is not None
        return text if known else None

    def _may_be_name(self, number: int, head: Token) -> bool:
        """Whether it is no place, or one that stands for who is named in full elsewhere: "Lincoln said"."""
        if not self._ground.is_place(number, head):
            return True
        owner = self.owner(frozenset({head.lower_}))
        return owner is not None and len(owner.words) > 1 and self._ground.give_up(number, head)
