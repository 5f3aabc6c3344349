"""Who a noun phrase or a pronoun means, within one article: name variants, roles, groups and vehicles.

The name a reader would use is the fullest one that the article gives; the other words for the same traveller
are kept as aliases. Works from the parse alone, with no list of known people.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from geo.reading.parse import Paragraph
from geo.reading.sentences.clauses import (
    OBJECTS,
    SUBJECTS,
    VERBAL,
    child,
    children,
    climb,
    conjuncts,
    subject,
)
from geo.reading.sentences.ground import Ground
from geo.reading.sentences.movers import CRAFT, GENDERS, GROUPS, LOADS, can_move, is_person
from geo.reading.sentences.naming import called, common_words, counted, describe, description, name_words
from geo.reading.sentences.referents import (
    PARTS,
    Referent,
    Sighting,
    craft_beside,
    fits,
    is_epithet,
    is_indefinite,
    is_introduction,
    is_one,
    is_thing,
    is_trainer,
    learn,
    may_bear,
    salience,
    steers,
)
from geo.reading.sentences.roster import Roster
from geo.reading.sentences.speakers import SPEAKERS, SPEAKING_FOR, heard, speaker
from geo.reading.words import words

_RECENT = 120
"""Namings that a repeated description ("the delegation") may reach back over."""
_BACK = 4
"""Sentences that a pronoun may reach back over, and paragraphs that a line of a list may."""
_LEAD = 3
"""Sentences at the start of an article that may speak of someone who is named after them."""
_LEAD_NAMINGS = 30
"""Namings among which a nameless person or craft is looked for."""
_AHEAD = 40
"""Namings among which who is meant by a pronoun before them is looked for."""
_SINGULAR = {
    **dict.fromkeys(words("he him his himself"), "m"),
    **dict.fromkeys(words("she her hers herself"), "f"),
}
_PLURAL = words("they them their theirs themselves")
_THING = words("it its itself")
_PAIR = words("pair two duo couple")
_PAIR_REACH = 12
"""Namings among which "the two" are looked for, where no words join them."""
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})
_DEFINITE = words("the this that these those")


class Cast:
    """The cast of one article."""

    def __init__(self, paragraphs: Sequence[Paragraph], ground: Ground) -> None:
        """Collect names first, so that short names find their owner; then read on in text order."""
        self._paragraphs = paragraphs
        self._ground = ground
        self._sightings: list[Sighting] = []
        self._by_token: dict[tuple[int, int], Referent] = {}
        self._groups: dict[tuple[Referent, ...], Referent] = {}
        self._crafts: dict[frozenset[str], Referent] = {}
        self._pending: list[tuple[int, int, Token]] = []
        common = common_words(paragraphs)
        tokens = tuple(self._nominal_tokens())
        self._has_craft = not common.isdisjoint(CRAFT)
        self._roster = Roster(((number, token) for number, _, token in tokens), common, ground)
        spoken = []
        for number, sentence, token in tokens:
            self._see(number, sentence, token)
            if token.lower_ in SPEAKERS and self.who(number, token) is None:
                spoken.append((number, token))
        self._look_ahead()
        self._by_token |= heard(spoken, self.who)

    def who(self, number: int, token: Token) -> Referent | None:
        """The referent of a noun or pronoun; ``None`` where the article does not tell."""
        return self._by_token.get((number, token.i))

    def in_mind(self, number: int, token: Token) -> Referent | None:
        """Who was last spoken of by name before a token: the traveller of "Trips to Paris and Lima"."""
        before = bisect_left(self._sightings, (number, token.i), key=lambda s: (s.paragraph, s.i))
        named = [s for s in self._sightings[max(0, before - _RECENT) : before] if s.is_named]
        near = [s for s in named if number - s.paragraph <= _BACK]
        return near[-1].referent if near else None

    def _nominal_tokens(self) -> Iterator[tuple[int, int, Token]]:
        sentence = 0
        for number, paragraph in enumerate(self._paragraphs):
            for sent in paragraph.doc.sents:
                sentence += 1
                for token in sent:
                    if token.pos_ in _NOMINAL or token.tag_ == "PRP$" or _stands_alone(token):
                        yield number, sentence, token

    def _see(self, number: int, sentence: int, token: Token) -> None:
        name = self._roster.name_of(number, token)
        if name is not None:
            referent = self._roster.owner(name_words(name))
            if referent is not None:
                self._meet(referent, sentence, token)
                learn(referent, token)
        elif (
            token.pos_ == "PROPN"
            and token.dep_ != "compound"
            and (craft := self._named_craft(number, token)) is not None
        ):
            referent = craft
        elif (
            token.pos_ in {"NOUN", "NUM", "ADJ"}
            or token.lower_ in PARTS
            or self._is_named_group(number, token)
        ):
            referent = self._described(number, sentence, token)
        else:
            referent = self._pronoun(number, sentence, token)
        if referent is None:
            if token.lower_ in _SINGULAR:
                self._pending.append((number, sentence, token))
            return
        if referent.home is None and token.pos_ in {"NOUN", "PROPN"}:
            referent.home = self._ground.home(number, token)
        referent.seen += 1
        self._by_token[number, token.i] = referent
        named = name is not None
        role = (token.dep_ in SUBJECTS, token.dep_ == "dobj")
        self._sightings.append(Sighting(number, sentence, token.i, *role, named, referent))

    def _meet(self, person: Referent, sentence: int, token: Token) -> None:
        """Give a name, where it first stands, to the stranger with whom the article began: "A man ..."."""
        if person.seen or not is_introduction(token):
            return
        lead = dict.fromkeys(s.referent for s in self._sightings[:_LEAD_NAMINGS] if s.sentence <= _LEAD)
        strangers = [r for r in lead if r.is_stranger and person.gender in {None, r.gender or person.gender}]
        if len(strangers) == 1 and sentence <= 2 * _LEAD:
            self._rename(strangers[0], person)

    def _rename(self, stranger: Referent, named: Referent) -> None:
        """Let all that was said of a stranger be said of who turns out to be meant."""
        named.roles |= stranger.roles
        named.gender, named.home = named.gender or stranger.gender, stranger.home
        for place, referent in self._by_token.items():
            if referent is stranger:
                self._by_token[place] = named
        self._sightings = [
            replace(s, referent=named) if s.referent is stranger else s for s in self._sightings
        ]

    def _is_named_group(self, number: int, token: Token) -> bool:
        """A group, vehicle or office in capitals: "the 10th Civil Support Team", "the Prime Minister"."""
        if token.pos_ != "PROPN":
            return False
        if self._ground.is_place(number, token):
            return token.lemma_.lower() in GROUPS and child(token, "det") is not None
        titled = is_person(token.lemma_.lower()) and child(token, "det") is not None
        make = token.ent_type_ == "ORG" and child(token, "det") is None
        return titled or (token.lemma_.lower() in GROUPS | CRAFT and not make)

    def _named_craft(self, number: int, token: Token) -> Referent | None:
        """A ship or aircraft by name: "the tanker Hydra", "a tug, the Titan", and then "the Titan"."""
        if token.pos_ != "PROPN" or token.dep_ == "compound" or self._ground.is_place(number, token):
            return None
        name = describe(token)
        parts = name_words(name) - {"the"}
        if not parts or parts in self._crafts:
            return self._crafts.get(parts)
        kind = craft_beside(token)
        if kind is None and not (self._has_craft and steers(token)):
            return None
        told = self._by_token.get((number, kind.i)) if kind is not None and kind.dep_ != "compound" else None
        nameless = self._nameless(kind) if told is None else None
        referent = told or nameless or self._roster.new(Counter([name]), kind="craft")
        referent.is_named = True
        if nameless is not None:
            nameless.names.clear()
        referent.names[name] += 1
        referent.roles |= {kind.lemma_.lower()} if kind is not None else set()
        self._crafts[parts] = referent
        return referent

    def _nameless(self, kind: Token | None) -> Referent | None:
        """The one craft spoken of of late that has no name yet, if it is of that kind: "a tanker"."""
        near = dict.fromkeys(s.referent for s in self._sightings[-_LEAD_NAMINGS:])
        single = [r for r in near if r.kind == "craft" and not r.roles & GROUPS]
        found = [r for r in single if not (r.is_named or r.plural or r.owner)]
        if len(found) != 1 or (kind is not None and kind.lemma_.lower() not in found[0].roles):
            return None
        return found[0]

    def _described(self, number: int, sentence: int, head: Token) -> Referent | None:
        """A person by role, a group or a vehicle: the earlier one that it repeats, or a new one."""
        lemma = head.lemma_.lower()
        determiner = child(head, "det")
        definite = determiner is not None and determiner.lower_ in _DEFINITE
        if head.lower_ in PARTS and child(head, "det") is None:
            return self._part(number, sentence, head)
        if lemma in _PAIR and definite and (pair := self._pair()) is not None:
            return pair
        if head.dep_ == "appos" and (number, head.head.i) in self._by_token:
            return self._by_token[number, head.head.i]
        if head.dep_ == "compound" or not (can_move(counted(head).lemma_.lower()) or head.lower_ == "old"):
            return None
        for apposed in (*children(head, "appos"), *called(head)):
            name = self._roster.name_of(number, apposed)
            if name is not None:
                return self._roster.owner(name_words(name))
        again = definite or (lemma in GROUPS and child(head, "poss") is not None)
        known = self._repeated(head) if again else None
        if known is None and definite and is_epithet(head):
            known = self._back(number, sentence, head, may_bear(head))
        return known or self._introduced(number, head)

    def _repeated(self, head: Token) -> Referent | None:
        wanted = {t.lower_ for t in description(head)} - _DEFINITE
        recent = dict.fromkeys(s.referent for s in reversed(self._sightings[-_RECENT:]))
        return next((r for r in recent if fits(r, head, wanted)), None)

    def _introduced(self, number: int, head: Token) -> Referent:
        lemma = head.lemma_.lower()
        kind = "cargo" if lemma in LOADS else "group"
        kind = "person" if is_person(lemma) or lemma == "old" else kind
        kind = "craft" if lemma in CRAFT and not is_trainer(head) else kind
        possessor = child(head, "poss")
        owner = self._by_token.get((number, possessor.i)) if possessor is not None else None
        text = describe(head)
        if owner is not None and possessor is not None and possessor.tag_ == "PRP$":
            text = f"{owner.name}’s {text.partition(' ')[2]}"
        referent = self._roster.new(Counter([text]), kind=kind)
        referent.plural = head.tag_ in {"NNS", "NNPS"} or kind == "group"
        referent.gender = GENDERS.get(head.lower_)
        referent.is_stranger = kind == "person" and not referent.plural and is_indefinite(head)
        referent.is_body = kind == "group" and head.tag_ in {"NN", "NNP"} and lemma in GROUPS
        referent.roles = {lemma} | {t.lower_ for t in description(head) if t.pos_ in {"NOUN", "PROPN", "ADJ"}}
        if kind == "craft":
            referent.owner = owner if owner is not None and owner.kind == "person" else None
        return referent

    def _part(self, number: int, sentence: int, head: Token) -> Referent | None:
        """Some of those last spoken of: "most were flown to Lima"."""
        if child(head, "prep") is not None:
            return None
        whole = self._back(number, sentence, head, lambda r: r.plural)
        if whole is None:
            return None
        name = whole.name if whole.words else whole.name[:1].lower() + whole.name[1:]
        part = self._roster.new(Counter([f"{head.lower_} of {name}"]), kind="group")
        part.plural = True
        return part

    def _pair(self) -> Referent | None:
        """The two that were last named together, for "the pair"."""
        for sighting in reversed(self._sightings[-_RECENT:]):
            token = self._paragraphs[sighting.paragraph].doc[sighting.i]
            both = [self._by_token.get((sighting.paragraph, t.i)) for t in conjuncts(token)]
            people = tuple(r for r in both if r is not None and r.words)
            if len(people) == 2 and len(both) == 2:
                return self._together(people)
        near = [s.referent for s in self._sightings[-_PAIR_REACH:] if s.is_named]
        named = tuple(dict.fromkeys(r for r in near if r.kind == "person"))
        return self._together(named) if len(named) == 2 else None

    def _together(self, people: tuple[Referent, ...]) -> Referent:
        """Two people as one referent, the same each time."""
        known = self._groups.get(people)
        if known is None:
            known = self._roster.new(Counter([" and ".join(r.name for r in people)]), kind="group")
            known.plural, known.members = True, people
            self._groups[people] = known
        return known

    def _pronoun(self, number: int, sentence: int, token: Token) -> Referent | None:
        word = token.lower_
        if word in _SINGULAR:
            return self._back(number, sentence, token, is_one(_SINGULAR[word]))
        own = self._of_subject(number, token) if token.tag_ == "PRP$" else None
        if own is not None:
            return own
        if word in _PLURAL:
            return self._back(number, sentence, token, lambda r: r.plural) or self._pair()
        if word in _THING:
            return self._back(
                number, sentence, token, lambda r: r.kind in {"craft", "cargo"} and not r.plural
            )
        if word in SPEAKERS:
            return speaker(number, token, self.who)
        return None

    def _look_ahead(self) -> None:
        """Give "he" and "she" who is named after them in the same sentence: "As he left, Kim waved"."""
        for number, sentence, token in self._pending:
            suits, spoken_for = is_one(_SINGULAR[token.lower_]), False
            first = bisect_left(self._sightings, sentence, key=lambda s: s.sentence)
            for sighting in self._sightings[first : first + _AHEAD]:
                if sighting.sentence != sentence:
                    break
                if sighting.i < token.i or not suits(sighting.referent):
                    continue
                if sighting.referent.roles & SPEAKING_FOR:
                    spoken_for = True
                elif sighting.is_subject or spoken_for:
                    self._by_token[number, token.i] = sighting.referent
                    break

    def _of_subject(self, number: int, token: Token) -> Referent | None:
        """Who does the verb, as in "put off its departure" and "ended their tour", where number agrees."""
        verb = next((t for t in climb(token) if t.pos_ in VERBAL), None)
        doer = subject(verb) if verb is not None and verb.i < token.i else None
        found = self.who(number, doer) if doer is not None and doer.i < token.i else None
        if found is None:
            return None
        suits = found.plural if token.lower_ in _PLURAL else is_thing(found) and token.lower_ in _THING
        return found if suits else None

    def _back(
        self, number: int, sentence: int, token: Token, suits: Callable[[Referent], bool]
    ) -> Referent | None:
        """The best of what was spoken of shortly before: near, a subject, by name, often."""
        first = bisect_left(self._sightings, sentence - _BACK, key=lambda s: s.sentence)
        near = [s for s in self._sightings[max(first, len(self._sightings) - _RECENT) :] if suits(s.referent)]
        doer = self._doer(number, token)
        near = [s for s in near if s.referent is not doer and not self._is_barred(s, number, token)]
        best = max(near, key=lambda s: (salience(s, sentence), s.paragraph, s.i), default=None)
        return best.referent if best is not None else None

    def _doer(self, number: int, token: Token) -> Referent | None:
        """Who does the verb that a pronoun is the object of, and so is not meant by it."""
        if token.dep_ not in OBJECTS or token.tag_ != "PRP" or token.lower_.endswith("self"):
            return None
        doer = subject(token.head)
        return self.who(number, doer) if doer is not None else None

    def _is_barred(self, sighting: Sighting, number: int, token: Token) -> bool:
        """Whether it does the same verb: in "Kim took him", "him" is not Kim."""
        if sighting.paragraph != number:
            return False
        other = self._paragraphs[number].doc[sighting.i]
        objects = {"dobj", "dative", "pobj"}
        return (
            token.dep_ in objects
            and token.tag_ != "PRP$"
            and subject_verb(other) in {token.head, token.head.head}
        )


def _stands_alone(token: Token) -> bool:
    """Whether a number or an age stands for who has it: "the two", "the 20-year-old", "most"."""
    return token.dep_ in SUBJECTS and (token.pos_ == "NUM" or token.lower_ == "old" or token.lower_ in PARTS)


def subject_verb(token: Token) -> Token | None:
    """The verb that a token is the subject of."""
    return token.head if token.dep_ in SUBJECTS else None
