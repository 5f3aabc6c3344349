"""What lies so many miles away: the place that a distance is told of, from the parse of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from geo.reading.distances.lengths import Length
from geo.reading.distances.sights import Sights
from geo.reading.distances.spots import SUBJECT_DEPENDENCIES, Spot
from geo.reading.distances.words import DEFINITE_WORDS, NOUN_KINDS, PASSERS_BY, PLACING_VERBS
from geo.reading.sentences.clauses import children, verb_over

_REACH = 90
"""Characters within which a place told after the landmark must begin."""
_MAX_CLIMB = 8
_IN_PLACE = re.compile(
    r"[\s,]{0,3}(?:close to|near|in|at|outside|lies|is|sits|stands|inside|on)\s(?:the\s)?"
    r"(?:\w{1,20}\s){0,4}?\Z",
    re.IGNORECASE,
)
_LIES = re.compile(
    r"\s(?:lies|lay|is|was|sits|stands)\s(?:the\s)?(?:\w{1,20}\s(?:of\s)?){0,3}", re.IGNORECASE
)
_WIDE = frozenset({"country", "region", "area"})
_DESCRIBED = re.compile(
    r",?\s(?:an?|the|its|their)\s(?:[\w’'-]{1,20}(?:,\d{3})?\s){1,8}"
    r"(?:(?:that|which)\s(?:is|was|lies|sits)\s)?",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"[ ,(—–-]{0,3}(?:(?:just|only|barely|a\smere|lying|located|situated)\s){0,2}", re.IGNORECASE
)
"""What may stand between a place and how far away it is."""
_OF_ITS_NAME = re.compile(
    r"\s(?:[a-z-]{1,15}\s)?(?:region|province|state|district|county|oblast|governorate|prefecture|department|"
    r"prison|camp|air\s?base|airport|airfield|base|port|station|refinery|plant|mine|dam|crossing|border|"
    r"settlement|hospital|university|barracks|colony|island|islands|valley|area)"
    r"(?=[\s,(—–-])"
)
"""Nouns behind a name that say what is called so: "Olenivka prison", "in Kherson region"."""
_ON_THE_WAY = re.compile(
    r"\bon\s(?:the|a|his|her|its|their)\s(?:[\w-]{1,15}\s){0,2}?"
    r"(?:road|way|highway|motorway|route|line|track|path)\s(?:to|from|towards?|for)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
"""Before a place to which only the road leads: what happened on it is what lies so far away."""
_ASIDE = re.compile(r",\s(?:(?:close\sto|near|by|on|along|across)\s)(?:\w{1,15}\s){0,4}", re.IGNORECASE)
_WITHIN = re.compile(
    r",\s(?:(?:deep\s)?in(?:side)?|at|(?:the|an?|its)?\s?(?:\w{1,15}\s){0,3}(?:of|in))\s(?:[\w-]{1,15}\s){0,5}",
    re.IGNORECASE,
)
"""Between a place and a wider one that only says where it lies or what it is of."""
_UNKNOWN_IN = re.compile(
    r"(?:^|\s)[A-Z][\w’'-]{1,20},\s(?:(?:deep\s)?(?:in|at)\s)?(?:(?:the\s)?\w{1,15}\sof\s)?\Z"
)
"""Before a wide place that only says where another lies, whose name is not known as a place."""
_VAST = frozenset({"country", "area"})
_WAY_TO = re.compile(
    r"\b(?:road|highway|motorway|railway|line|route|track|way)\s(?:from|between)\s[^,.;]{2,60}"
    r"\s(?:to|and)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
"""Before the far end of a road on which something happened."""
_THE_NOUN = re.compile(
    r"\b(?:the|this|that)\s(?:[\w-]{1,15}\s){0,2}?(?P<noun>[a-z]{3,12})[\s,(—–-]{1,3}"
    r"(?:(?:just|only|barely|some|lying|located|situated|which\sis|which\slies)\s){0,2}\Z",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"[\W]{0,3}(?P<lying>(?:lying|situated|located|set|perched|nestled|sitting|standing)\s)?"
    r"(?:(?:just|only|barely|a\smere|some|at|about|further|farther)\s){0,2}",
    re.IGNORECASE,
)
"""What a sentence that begins with a distance has before it."""
_THE_TOWN_OF = re.compile(r",\s(?:the\s(?:[\w-]{1,15}\s){1,3}of\s|the\s)?", re.IGNORECASE)
_NO_PERSON = frozenset({"it", "this", "that", "which", "both"})
"""Pronouns that may stand for a place."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_subject(
    sights: Sights,
    number: int,
    span: SpacySpan,
    length: Length,
    sentence: tuple[int, int],
    landmark: Spot | None,
) -> Spot | None:
    """What lies so far away."""
    found = next(
        (
            spot
            for spot in _subjects(sights, number, span, length, sentence, landmark)
            if spot is not None and not (landmark and spot.place and spot.place == landmark.place)
        ),
        None,
    )
    return (
        None if found is not None and _is_on_the_way(sights.text(number), sentence, found, length) else found
    )


def _subjects(
    sights: Sights,
    number: int,
    span: SpacySpan,
    length: Length,
    sentence: tuple[int, int],
    landmark: Spot | None,
) -> Iterator[Spot | None]:
    """What may lie so far away, the likelier first."""
    if length.approximator == "to within":
        return  # who came so near is nowhere in particular
    governor, verb = _governor(span), verb_over(span.root)
    is_placed = verb is not None and verb.lemma_ in PLACING_VERBS
    if verb is not None and is_placed:
        yield _placed(sights, number, verb, length)
    if governor is not None and governor.pos_ in ("NOUN", "PROPN"):
        yield _of_noun(sights, number, governor, length)
    yield _just_before(sights, number, length.start, sentence, span.doc)
    yield _noun_before(sights, number, span, length, sentence, landmark)
    if verb is not None and is_placed:
        yield _of_subject(sights, number, verb)
    yield _after_landmark(sights, number, span, length, sentence, landmark)


def _noun_before(
    sights: Sights,
    number: int,
    span: SpacySpan,
    length: Length,
    sentence: tuple[int, int],
    landmark: Spot | None,
) -> Spot | None:
    """The place behind "the town," right before: "The town, 90 km south of X, fell"."""
    match = _THE_NOUN.search(sights.text(number), max(sentence[0], length.start - _REACH), length.start)
    noun = match["noun"].lower() if match else ""
    return sights.called(number, sentence[0], noun, landmark) if noun in NOUN_KINDS else None


def _is_on_the_way(text: str, sentence: tuple[int, int], spot: Spot, length: Length) -> bool:
    """Whether only the road leads to a place, and what lies so far away is on it."""
    if _ON_THE_WAY.search(text, sentence[0], spot.start):
        return True
    return text[spot.end : length.start] == " " and bool(_WAY_TO.search(text, sentence[0], spot.start))


def _governor(span: SpacySpan) -> Token | None:
    """The noun or verb that the length belongs to, past adverbs and prepositions."""
    token = span.root
    for _ in range(_MAX_CLIMB):
        head = token.head
        if head.i == token.i:
            return None
        if head.pos_ in ("VERB", "AUX", "NOUN", "PROPN") and not span.start <= head.i < span.end:
            return head
        token = head
    return None


def _of_noun(sights: Sights, number: int, noun: Token, length: Length) -> Spot | None:
    """The place that a noun names, or that it describes: "X, a spaceport some 1,000km from Y"."""
    own = sights.between(number, noun.left_edge.idx, min(noun.idx + len(noun), length.start))
    if own and own[-1].end >= noun.idx:
        return own[-1]
    if noun.dep_ == "appos":
        head = noun.head
        around = sights.between(number, head.left_edge.idx, noun.left_edge.idx)
        if around:
            return around[-1]
    return own[-1] if own else None


def _just_before(sights: Sights, number: int, start: int, sentence: tuple[int, int], doc: Doc) -> Spot | None:
    """The place named right before, with no other clause between: "in Bucha, 20 miles north of Kyiv"."""
    spots = sights.between(number, sentence[0], start)
    if not spots:
        return None
    end = spots[-1].end
    if sights.kind(spots[-1]) in _VAST and _UNKNOWN_IN.search(
        sights.text(number), sentence[0], spots[-1].start
    ):
        return None
    named = _OF_ITS_NAME.match(sights.text(number), end, start)
    gap = sights.text(number)[named.end() if named else end : start]
    if _NOTHING.fullmatch(gap):
        return _told_of(sights, spots, doc)
    if _DESCRIBED.fullmatch(gap):
        between = doc.char_span(spots[-1].end, start, alignment_mode="contract") or doc[0:0]
        if not any(token.tag_ in _FINITE and token.dep_ != "relcl" for token in between):
            return spots[-1]
    return None


def _told_of(sights: Sights, spots: list[Spot], doc: Doc) -> Spot:
    """The last of some places, or the one that those after it only place ("in X, Texas", "X, near Y")."""
    last = spots[-1]
    for before in reversed(spots[:-1]):
        between = sights.text(last.paragraph)[before.end : last.start]
        is_wide = sights.kind(last) in _WIDE
        owner = is_wide and between in ("'s ", "’s ")
        wider = between == ", " and (len(spots) == 2 or is_wide)
        within = is_wide and _WITHIN.fullmatch(between)
        if not (owner or wider or within or _ASIDE.fullmatch(between)):
            break
        last = before
    return last


def _placed(sights: Sights, number: int, verb: Token, length: Length) -> Spot | None:
    """The place named as what lies in or on another: "X lies on the shore of Y, N miles from Z"."""
    last = next(reversed(sights.between(number, verb.idx, length.start)), None)
    if last is None or not sights.is_in_phrase(last):
        return None
    subject = next((child for child in verb.children if child.dep_ in SUBJECT_DEPENDENCIES), None)
    return sights.at(number, subject.idx) if subject is not None else None


def _of_subject(sights: Sights, number: int, verb: Token) -> Spot | None:
    """The place that is the subject of a verb of lying, or that its pronoun or noun stands for."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECT_DEPENDENCIES), None)
    if subject is None:
        if verb.dep_ in ("acl", "relcl", "advcl") and verb.head.pos_ not in ("VERB", "AUX"):
            return _named(sights, number, verb.head)
        if verb.dep_ in ("conj", "advcl") and verb.head.i != verb.i and verb.head.pos_ in ("VERB", "AUX"):
            return _of_subject(sights, number, verb.head)
        return None
    if subject.tag_ in ("WDT", "WP") or any(child.tag_ == "WP$" for child in subject.children):
        return _named(sights, number, verb.head)
    return _named(sights, number, subject)


def _named(sights: Sights, number: int, noun: Token) -> Spot | None:
    """The place that a noun phrase names itself or refers to."""
    named = (sights.at(number, one.idx) for one in (noun, *children(noun, "appos")))
    own = next((spot for spot in named if spot), None)
    if own:
        return own
    if any(child.lower_ == "there" for child in noun.children):
        return sights.focus(number, noun.left_edge.idx, None)
    if noun.pos_ == "PRON":
        if noun.lower_ not in _NO_PERSON:
            return None
        found = sights.antecedent(number, noun.left_edge.idx, None, None)
        return None if found and sights.subject_beside(found) in PASSERS_BY else found
    kinds = NOUN_KINDS.get(noun.lemma_.lower()) or NOUN_KINDS.get(noun.lower_)
    of_it = _of_its_kind(sights, number, noun) if kinds else None
    if of_it:
        return of_it
    if kinds and any(child.lower_ in DEFINITE_WORDS for child in noun.children):
        return sights.called(number, noun.left_edge.idx, noun.lower_, None)
    inner = sights.between(number, noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge))
    return inner[0] if inner else None


def _of_its_kind(sights: Sights, number: int, noun: Token) -> Spot | None:
    """The place named right behind "the village of"."""
    text, end = sights.text(number), noun.idx + len(noun)
    for spot in sights.between(number, noun.left_edge.idx, end + 40):
        if text[end : spot.start].strip().lower() in ("of", "of the", "at", ""):
            return spot
    return None


def _after_landmark(
    sights: Sights,
    number: int,
    span: SpacySpan,
    length: Length,
    sentence: tuple[int, int],
    landmark: Spot | None,
) -> Spot | None:
    """The place told after the landmark: "About 50 miles north of Kyiv, in Ivankiv, ..."."""
    start = landmark.end if landmark else length.end
    spot = next(iter(sights.between(number, start, min(sentence[1], start + _REACH))), None)
    if spot is None:
        return None
    text = sights.text(number)
    if landmark and _is_told_first(sights, text, length, sentence, landmark, spot):
        return spot
    if landmark and (text[start : start + 2].lstrip()[:1] != "," or sights.kind(spot) in _WIDE):
        # "from Cape Peron in Rockingham" says where the landmark is
        return None if not _LIES.fullmatch(text, start, spot.start) else spot
    # "12 km from a house, police in Boise said" puts nothing in Boise
    aside = text.rfind(",", start, spot.start) + 1
    if aside and not _IN_PLACE.fullmatch(text, aside, spot.start):
        return None
    return spot if _IN_PLACE.search(text, max(start, spot.start - 60), spot.start) else None


def _is_told_first(
    sights: Sights, text: str, length: Length, sentence: tuple[int, int], landmark: Spot, spot: Spot
) -> bool:
    """Whether a sentence begins with how far its subject lies from the landmark."""
    first = _FIRST.fullmatch(text, sentence[0], length.start)
    if first is None or not sights.begins(spot) or not _THE_TOWN_OF.fullmatch(text, landmark.end, spot.start):
        return False
    return bool(first["lying"]) or sights.kind(spot) not in _WIDE
