"""Who wrote an article, where and for whom: byline, dateline, agency line, publisher, as the page says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geo.reading.page.lines import Line

_SIGNATURES = {
    "AP": ("AP", "Associated Press", "The Associated Press"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "Reuters": ("Reuters", "Thomson Reuters"), "Yonhap": ("Yonhap", "Yonhap News Agency"),
    "TASS": ("TASS", "Tass", "ITAR-TASS"), "Xinhua": ("Xinhua",), "Kyodo": ("Kyodo", "Kyodo News"),
    "Jiji": ("Jiji", "Jiji Press"), "dpa": ("DPA", "dpa"), "PTI": ("PTI", "Press Trust of India"),
    "ANI": ("ANI",), "IANS": ("IANS",), "UNI": ("UNI",), "UPI": ("UPI", "United Press International"),
    "Interfax": ("Interfax",), "RIA Novosti": ("RIA Novosti", "RIA"), "Sputnik": ("Sputnik",),
    "EFE": ("EFE",), "ANSA": ("ANSA",), "Bernama": ("Bernama", "BERNAMA"), "VNA": ("VNA",),
    "KCNA": ("KCNA",), "The Canadian Press": ("CP", "Canadian Press", "The Canadian Press"),
    "PA": ("PA", "Press Association", "PA Media"), "AAP": ("AAP", "Australian Associated Press"),
    "Anadolu": ("Anadolu", "AA", "Anadolu Agency"), "NAN": ("NAN", "News Agency of Nigeria"),
    "GNA": ("GNA", "Ghana News Agency"), "IRNA": ("IRNA",), "MENA": ("MENA",), "SANA": ("SANA",),
    "Ukrinform": ("Ukrinform",), "UNIAN": ("UNIAN",), "BelTA": ("BelTA",), "BNS": ("BNS",),
    "Lusa": ("LUSA", "Lusa"), "APA": ("APA",), "ATS": ("ATS",), "Belga": ("Belga",), "CNA": ("CNA",),
    "Antara": ("Antara", "ANTARA"), "APP": ("APP",), "BSS": ("BSS",), "UNB": ("UNB",), "PNA": ("PNA",),
    "SPA": ("SPA",), "WAM": ("WAM",), "QNA": ("QNA",), "KUNA": ("KUNA",), "Bloomberg": ("Bloomberg",),
}  # fmt: skip
AGENCIES = {signed: agency for agency, names in _SIGNATURES.items() for signed in names}
"""News agencies as their copy is signed."""
_AGENCY = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
_SIGNED = re.compile(rf"(?:^|[.!?”\"’)] ?)[(\[]?(?:[-–—/]{{1,2}} ?)?(?P<agency>{_AGENCY})[)\]]?[.,]?$")
_ALONE = re.compile(
    rf"(?:[(\[]?(?i:with (?:inputs?|files?|reporting|additional reporting) (?:from|by)|source|courtesy|via"
    rf"|by)[: ]{{1,2}})?"
    rf"[(\[]?(?:the )?(?P<agency>{_AGENCY})(?: news agency)?[)\]]?\.?$"
)
_CREDIT = re.compile(rf"(?:[—–/-] ?|\()(?P<agency>{_AGENCY})\)?\.?$")
_TOLD = re.compile(rf"\btold (?P<agency>{_AGENCY})(?=[ ,.])(?! (?:news agency|reporters))")
TOLD_CHARACTERS = 2_000
_WORD = r"[A-Z][A-Za-zÀ-ÿ.'’\-]{1,20}"
_DAY = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d"
_LAND = rf"(?!{_DAY}){_WORD}(?: (?:of (?:the )?)?(?!{_DAY}){_WORD}){{0,3}}"
_PLACE = rf"{_WORD}(?: (?!{_DAY}){_WORD}){{0,3}}(?:, {_LAND}){{0,2}}"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})"
    rf"(?:,? (?P<day>(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]{{2,8}})(?:,? \d{{4}})?))?"
    rf"(?: ?[(\[](?P<agency>[A-Z][\w .,/&-]{{1,40}})[)\]])?"
    r" ?(?P<mark>—|–|--|-|:|/)? "
)
_DASHES = frozenset({"—", "–", "--", "-"})
_CAPITALS = re.compile(r"(?=.{3})[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{2,40}")
_NAME = r"[A-ZÀ-Þ][\w.'’\-]{0,20}"
_BYLINE = re.compile(
    rf"(?:[Ww]ritten by|[Rr]eported by|[Bb]y|BY|From|Author:)[: ]\s?(?P<name>{_NAME}(?: (?:(?:de|van"
    rf"|von|der|al|bin|da|del|la)\s)?{_NAME}){{0,4}}"
    rf"(?:(?:, {_NAME} {_NAME}(?: {_NAME})?){{0,3}},? (?:and|AND|&) {_NAME} {_NAME}(?: {_NAME})?)?)"
    r"(?P<rest>(?:,? [\[(<]?[\w.+-]{1,40}@[\w.-]{3,40}[\])>]?|,? .{1,80}|\.)?)$"
)
_PUBLISHED_IN = re.compile(
    r"(?:first |originally )?(?:published|appeared) (?:in"
    r"|by)(?: the print edition of)? (?P<name>(?:the )?[A-Z][\w'’&.\- ]{1,40}?)"
    r"(?:,| on |\.|$)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:copyright ?(?:©|\(c\))?|©"
    r"|\(c\)) ?(?:\d{4}(?: ?[-–] ?\d{4})?,? )?(?:by )?(?P<name>[A-Z][\w'’&.\- ]{2,40}?)"
    r"(?:\.? all rights|[.,|]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and by which agency a piece says that it was written, at the head of its first paragraph."""

    place_end: int
    """The place's words are ``text[:place_end]``."""
    end: int
    agency: str | None


def find_dateline(text: str) -> Dateline | None:
    """The dateline that opens a paragraph ("MOSCOW: ...", "Beirut, Lebanon – ..."); None without one."""
    found = _DATELINE.match(text[:160])
    if found is None:
        return _bare_dateline(text)
    place, agency, mark = found["place"], found["agency"], found["mark"]
    known = agency is not None and (agency in AGENCIES or mark is not None)
    capitals = _is_capitals(place.split(",")[0])
    with_land = "," in place and mark in _DASHES and text[: found.end()].endswith(f" {mark} ")
    if not known and not (capitals and mark is not None) and not with_land:
        return _bare_dateline(text)
    return Dateline(place_end=len(place), end=found.end(), agency=AGENCIES.get(agency or "", agency))


def _bare_dateline(text: str) -> Dateline | None:
    """Capitals that run straight into a sentence: "LONDON The Latest on ..."."""
    found = re.match(
        r"(?P<place>[A-ZÀ-Þ]{4,20}(?: [A-ZÀ-Þ]{3,20}){0,2}) (?=[A-Z][a-z]{1,20} [a-zA-Z])", text[:80]
    )
    return found and Dateline(place_end=found.end("place"), end=found.end(), agency=None)


def _is_capitals(words: str) -> bool:
    return _CAPITALS.fullmatch(words) is not None


def signature(text: str) -> tuple[int, str] | None:
    """The agency that signs a paragraph at its end ("... to Russia. - AP"): where it starts, and its name."""
    tail = text[-60:]
    found = _SIGNED.search(tail)
    if found is None:
        return None
    start = found.start() + (found[0][0] in '.!?”"’)')
    return len(text) - len(tail) + start, AGENCIES[found["agency"]]


def credit(text: str) -> str | None:
    """The agency whose picture a caption is of ("... on Tuesday.—AFP", "... / AFP")."""
    found = _CREDIT.search(text[-60:])
    return AGENCIES[found["agency"]] if found else None


def told_agency(text: str) -> tuple[str, tuple[int, int]] | None:
    """The agency that someone "told" what a paragraph says, with the span of its name."""
    found = _TOLD.search(text[:TOLD_CHARACTERS])
    return (AGENCIES[found["agency"]], found.span("agency")) if found else None


def lone_agency(line: Line) -> str | None:
    """The agency of a line that names nothing else ("Reuters", "With inputs from PTI")."""
    if len(line.text) > 80:
        return None
    found = _ALONE.match(line.text) or _ALONE.match(line.text[:1].lower() + line.text[1:])
    return AGENCIES[found["agency"]] if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who signs an article; ``rest`` is what else the line says (a place, an agency, an address)."""

    author: str
    rest: str
    rest_start: int


def find_byline(line: Line) -> Byline | None:
    """The byline that a line is; None where it is anything else."""
    if len(line.text) > 160 or line.text.count(" ") > 16:
        return None
    # Markdown's signs of emphasis are no part of it
    found = _BYLINE.match(line.text.strip("*_ "))
    if found is None:
        return None
    name, rest = found["name"].rstrip("."), found["rest"].strip(" ,.|/–—-")
    if len(name.split()) < 2 and name not in AGENCIES:
        return None
    author = name.title() if name.isupper() and name not in AGENCIES else name
    start = line.text.rfind(rest) if rest else len(line.text)
    return Byline(author=author, rest=rest, rest_start=line.start + start)


def find_publisher(lines: Sequence[Line]) -> tuple[str, Line] | None:
    """The paper that the text calls its own: "Published in Dawn, ...", "Copyright © 2024 The New Daily"."""
    for pattern in (_PUBLISHED_IN, _COPYRIGHT):
        for line in lines:
            if len(line.text) > 160:
                continue
            found = pattern.match(line.text)
            if found and not found["name"].lower().startswith(("all rights", "january", "february")):
                return found["name"].strip(" ."), line
    return None
