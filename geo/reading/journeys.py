"""Journeys: who moves from where to where, how, when and how surely, as one article tells it.

Every journey has at least one literal place and the words that report it. One journey per traveller and goal;
further tellings become claims of the same journey.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from geo.model import Claim, Interval, Journey, Mention, Mode, Place, Span, Status, Timex
from geo.reading.ground import Ground, Spot
from geo.reading.legs import Leg, extent, find_legs
from geo.reading.moments import Moments
from geo.reading.movers import BARE_CROWDS, MOVERS
from geo.reading.parse import Paragraph, offsets
from geo.reading.travellers import Cast, Referent, describe

_SURENESS = (
    Status.HAPPENED,
    Status.UNDER_WAY,
    Status.PLANNED,
    Status.POSSIBLE,
    Status.PROPOSED,
    Status.DENIED,
)

_REAL = frozenset({Status.HAPPENED, Status.UNDER_WAY})


@dataclass(slots=True, eq=False)
class _Telling:
    """A leg to one goal, with its traveller and time."""

    who: Referent
    alias: str
    leg: Leg
    goal: Spot | None
    source: Spot | None
    when: Interval | None
    span: Span
    companions: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class _Draft:
    """Tellings of one movement."""

    tellings: list[_Telling] = field(default_factory=list)


def find_journeys(
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Mention],
    places: Sequence[Place],
    times: Sequence[Timex],
) -> tuple[Journey, ...]:
    """The journeys that one article reports, in text order, with ids "<article>:j1" and on."""
    if not paragraphs:
        return ()
    ground = Ground(paragraphs, mentions, places)
    cast = Cast(paragraphs, ground)
    moments = Moments(paragraphs, times)
    tellings: list[_Telling] = []
    for number, paragraph in enumerate(paragraphs):
        for sentence in paragraph.doc.sents:
            legs = list(find_legs(number, list(sentence), ground))
            tellings += _tellings(paragraph, legs, cast, moments)
    drafts = _merged(tellings)
    return tuple(_journey(paragraphs[0].article, n, draft) for n, draft in enumerate(drafts, start=1))


def _tellings(paragraph: Paragraph, legs: list[Leg], cast: Cast, moments: Moments) -> Iterable[_Telling]:
    previous: _Telling | None = None
    for leg in legs:
        who = _traveller(leg, cast)
        if who is None or not leg.placed:
            continue
        start, end = extent(leg)
        first, last = paragraph.doc[start], paragraph.doc[end - 1]
        span = paragraph.span_at(offsets(first)[0], offsets(last)[1])
        companions = tuple(dict.fromkeys(_companions(leg, cast, who)))
        source = leg.sources[0] if leg.sources else _chained(previous, leg, who)
        for goal in leg.goals or (None,):
            previous = _Telling(who, _alias(leg.traveller), leg, goal, source,
                                moments.of(leg.paragraph, leg.trigger), span, companions)  # fmt: skip
            yield previous


def _traveller(leg: Leg, cast: Cast) -> Referent | None:
    token = leg.traveller
    known = cast.who(leg.paragraph, token)
    if known is not None:
        return None if _nobody(token) else known
    if token.pos_ not in {"NOUN", "PROPN"} or _nobody(token):
        return None
    if leg.light and token.pos_ == "NOUN" and token.lemma_.lower() not in MOVERS:
        return None
    name = describe(token)
    return Referent(key=-1, names=Counter([name]), plural=token.tag_ == "NNS")


def _nobody(token: Token) -> bool:
    """A bare plural names no one: "tourists visit Paris"."""
    bare = not any(
        c.dep_ in {"det", "nummod", "amod", "poss", "compound", "acl", "relcl", "prep"}
        for c in token.children
    )
    return token.tag_ == "NNS" and bare and token.lemma_.lower() in BARE_CROWDS


def _alias(token: Token) -> str:
    return describe(token) if token.pos_ in {"NOUN", "PROPN"} else token.text


def _companions(leg: Leg, cast: Cast, who: Referent) -> Iterable[str]:
    for token in leg.companions:
        other = cast.who(leg.paragraph, token)
        if other is not None and other is not who and other.kind != "craft":
            yield other.name


def _chained(previous: _Telling | None, leg: Leg, who: Referent) -> Spot | None:
    """Where the text puts the traveller just before: "traveled to Vladivostok, and then flew to Moscow"."""
    if previous is None or previous.who is not who or previous.goal is None or not leg.goals:
        return None
    before, trigger = previous.leg.trigger, leg.trigger
    joined = trigger.dep_ == "conj" and before in (trigger.head, *trigger.head.children)
    then = any(c.lower_ in {"then", "later", "on", "onward"} for c in trigger.children)
    going_on = trigger.dep_ == "pcomp" and trigger.head.lower_ == "before"
    if not (joined or then or going_on) or previous.goal.place in {goal.place for goal in leg.goals}:
        return None
    return previous.goal


def _merged(tellings: list[_Telling]) -> list[_Draft]:
    drafts: list[_Draft] = []
    for telling in tellings:
        home = next((d for d in drafts if _same(d, telling)), None)
        if home is None:
            drafts.append(_Draft([telling]))
        else:
            home.tellings.append(telling)
    return drafts


def _same(draft: _Draft, telling: _Telling) -> bool:
    first = draft.tellings[0]
    if first.who is not telling.who and first.who.name.lower() != telling.who.name.lower():
        return False
    if _place(first.goal) != _place(telling.goal):
        return False
    if first.goal is None and _place(first.source) != _place(telling.source):
        return False
    return all(_times_agree(other.when, telling.when) for other in draft.tellings) and _as_real(
        draft, telling
    )


def _as_real(draft: _Draft, telling: _Telling) -> bool:
    """A plan and a fact are one movement only where a time, or a noun for the known visit, ties them."""
    real = telling.leg.status in _REAL
    known = telling.leg.trigger.pos_ == "NOUN"
    return any(
        known
        or other.leg.trigger.pos_ == "NOUN"
        or (other.leg.status in _REAL) == real
        or (other.when is not None and telling.when is not None)
        for other in draft.tellings
    )


def _times_agree(a: Interval | None, b: Interval | None) -> bool:
    if (
        a is None
        or b is None
        or a.earliest is None
        or b.earliest is None
        or a.latest is None
        or b.latest is None
    ):
        return True
    return a.earliest[:10] <= b.latest[:10] and b.earliest[:10] <= a.latest[:10]


def _place(spot: Spot | None) -> str | None:
    return spot.place if spot is not None else None


def _journey(article: str, number: int, draft: _Draft) -> Journey:
    claims = tuple(_claim(article, telling) for telling in draft.tellings)
    who = draft.tellings[0].who
    aliases = dict.fromkeys([*who.names, *(t.alias for t in draft.tellings)])
    known = [claim for claim in claims if claim.mode is not Mode.UNKNOWN]
    return Journey(
        id=f"{article}:j{number}",
        traveller=who.name,
        aliases=tuple(alias for alias in aliases if alias != who.name),
        companions=tuple(dict.fromkeys(name for t in draft.tellings for name in t.companions)),
        status=_overall(claims),
        evidence=tuple(dict.fromkeys(span for claim in claims for span in claim.evidence)),
        claims=claims,
        mode=known[0].mode if known else Mode.UNKNOWN,
        from_place=next((c.from_place for c in claims if c.from_place), None),
        to_place=claims[0].to_place,
        via=tuple(dict.fromkeys(place for claim in claims for place in claim.via)),
        depart=_best(claim.depart for claim in claims),
        arrive=_best(claim.arrive for claim in claims),
    )


def _claim(article: str, telling: _Telling) -> Claim:
    leg, goal, source = telling.leg, _place(telling.goal), _place(telling.source)
    leaves = leg.setting_off or goal is None
    return Claim(
        article=article,
        status=leg.status,
        evidence=(telling.span,),
        mode=leg.mode,
        from_place=source if source != goal else None,
        to_place=goal,
        via=tuple(spot.place for spot in leg.via if spot.place not in {goal, source}),
        depart=telling.when if leaves else None,
        arrive=None if leaves else telling.when,
    )


def _overall(claims: Sequence[Claim]) -> Status:
    return min((claim.status for claim in claims), key=_SURENESS.index)


def _best(intervals: Iterable[Interval | None]) -> Interval | None:
    told = [interval for interval in intervals if interval is not None]
    return next((interval for interval in told if interval.earliest is not None), told[0] if told else None)
