"""The lines of a page dump: where each stands, and whether it reads like prose, a heading or site furniture.

Knows what news pages carry around their articles, in general words; knows no page in particular.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

MAX_MENU_WORDS = 40
LOOK_CHARACTERS = 400
"""Patterns look at this much of a line and no further: their cost must not grow with the text."""
_EDGE = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x85\xa0\u2028\u2029\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u3000"


class LineKind(StrEnum):
    """What a line of a page is."""

    PROSE = "prose"
    HEADING = "heading"
    IMPRINT = "imprint"
    FURNITURE = "furniture"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line without its outer white space; ``block`` counts the runs of lines that no blank line parts."""

    start: int
    end: int
    text: str
    block: int

    @property
    def head(self) -> str:
        """As much of the line as patterns look at."""
        return self.text[:LOOK_CHARACTERS]

    @property
    def tail(self) -> str:
        """The end of the line, as much as patterns look at."""
        return self.text[-LOOK_CHARACTERS:]


_TAG = r"</?[A-Za-z][^<>]{0,300}>"
_TAGS_BEFORE = re.compile(rf"(?:[ \t]{{0,40}}(?:{_TAG}|#{{1,6}} )){{1,20}}")
"""Tags of HTML, or the signs of a heading in Markdown, that open a line."""
_TAG_AFTER = re.compile(rf"[ \t]{{0,40}}{_TAG}$")
_LONGEST_TAG = 310


def _untagged(words: str) -> str:
    """The words without the tags that close them."""
    for _ in range(20):
        tail = words[-_LONGEST_TAG - 40 :]
        found = _TAG_AFTER.search(tail) if words.endswith(">") else None
        if found is None:
            return words
        words = words[: len(words) - (len(tail) - found.start())]
    return words


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold more than white space."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    offset, block, blank = 0, 0, True
    for raw in text.splitlines(keepends=True):
        lead = _TAGS_BEFORE.match(raw)
        skipped = lead.end() if lead else 0
        words = _untagged(raw[skipped:].strip(_EDGE))
        if words:
            start = offset + len(raw) - len(raw[skipped:].lstrip(_EDGE))
            yield Line(start=start, end=start + len(words), text=words, block=block)
            blank = False
        elif not blank:
            block, blank = block + 1, True
        offset += len(raw)


FURNITURE_LINES = frozenset(
    entry.strip()
    for entry in """
    about us|account|ad|ads|advert|advertise|advertise with us|advertising|advertisement|advertisements
    all news|apps|archive|archives|audio|back to top|back|bookmark|breaking|breaking news|browse
    business|buy now
    careers|cancel|categories|category|close|comment|contact|contact us|contents|cookie policy
    copy link|copied
    culture|donate|download|download app|e-paper|edition|editorial|editorials|email|email address
    entertainment
    epaper|events|explore|facebook|featured|feedback|flipboard|follow|follow us|following|forum|gallery
    games
    get the app|health|help|home|homepage|instagram|jobs|latest|latest news|life|lifestyle|like
    like this|link
    linkedin|listen|live|live tv|loading|log in|login|magazine|mail|markets|media|member login|menu
    messenger
    more|more news|multimedia|must read|must reads|my account|national|navigation|news|newsletter
    newsletters
    next|next page|notifications|opinion|opinions|pause|photos|pinterest|play|play video|podcast
    podcasts|politics
    popular|premium|previous|prev|print|print this|privacy|privacy policy|promoted|read|read aloud
    read later
    reddit|refresh|register|related|reply|report|reuse this content|rss|save|save for later|science
    search|sections
    see all|see more|settings|share|share article|share this|share this article|share this story|shares
    shop|show more
    sign in|sign up|sitemap|skip|skip to content|skip to main content|sponsor|sponsored
    sponsored content|sport
    sports|subscribe|subscribe now|subscription|subscriptions|support us|tags|tech|technology|telegram|terms
    terms and conditions|terms of service|terms of use|text size|today's paper|top news|top stories
    topics|travel
    trending|trending now|tweet|twitter|unmute|upgrade|video|videos|view all|view comments|view more
    viral|watch
    watch live|watch now|weather|whatsapp|world|world news|x|youtube|just in|recommended|a a|aa
    story continues below
    story continues below advertisement|article continues below|continue reading|ad feedback|image
    photo|gift this article|accept all|reject all|accept|decline|allow all|i agree|got it|manage preferences
    manage cookies|cookie settings|add to your saved stories|share this post|more options|scroll to continue
    view detail|newest|oldest|most liked|gift article|copy|give feedback|innovation|earth|arts|local
    """.replace("\n", "|").split("|")
)
"""Lines that are furniture when they stand alone, lower case, without outer signs."""

END_LINES = re.compile(
    r"(?:similar|related|recommended|more|recent|popular|other|latest|featured|next|previous|sponsored)"
    r" (?:posts?|articles?|stor(?:y|ies)|news|topics?|reading|reads?|content|links|coverage"
    r"|headlines)\b.{0,20}$"
    r"|related$|leave a (?:reply|comment)\b|no comments?\b:?$|(?:post|add|write) a comment\b"
    r"|join the (?:conversation|discussion)\b"
    r"|be the first to comment\b|sort by: \w|\d{1,6} comments?\b:?$|comments?(?: \(\d{1,6}\))?:?$"
    r"|(?:show|view|read) comments"
    r"|you (?:may|might) (?:also|like)\b|more (?:from|on|in|by) .{1,40}$|read next\b|up next\b"
    r"|what to read next"
    r"|recommended for you|about the authors?\b|most (?:popular|read|viewed|shared|commented)\b"
    r"|trending\b.{0,15}$"
    r"|share this:|share (?:on|via)\b|around the web|from the web|promoted stories|editor'?s? picks?$"
    r"|don'?t miss\b.{0,15}$"
    r"|(?:copyright|©|\(c\)) ?(?:©|\(c\)|\d{4}|by\b)|©|all rights reserved|tags ?:|filed under\b"
    r"|topics ?:|categories ?:"
    r"|your email address will not be published|save my name, email|required fields are marked"
    r"|(?:first |originally )?published in .{2,60}\d{4}\.?$|this (?:article|story) (?:was )?(?:first"
    r"|originally) (?:appeared|published)\b"
    r"|stay informed\b.{0,20}$|download (?:the|our) .{0,20}app\b|read more (?:stories|articles|news)\b",
    re.IGNORECASE,
)
"""Lines at which an article is over, once there has been an article."""

PLEAS = re.compile(
    r"\bsign up (?:for|to|here|now)\b.{0,60}\b(?:newsletters?|emails?|alerts?|briefing|inbox|updates"
    r"|free)\b"
    r"|\bsubscribe (?:to|for|now|today|here)\b.{0,40}\b(?:our|newsletters?|channel|us|free|access"
    r"|today|now|unlimited|podcast)\b"
    r"|\b(?:our|daily|weekly|free|morning) newsletters?\b.{0,60}\b(?:you|inbox|sign|subscribe)\b"
    r"|\b(?:to|in) your (?:inbox|email)\b|\bfree subscription\b"
    r"|\bfollow (?:us|him|her|me|the author) on\b|\blike us on facebook\b|\bfollow @\w|\bread our\b"
    r"|\bread the full (?:story|article)\b"
    r"|\bsupport (?:our|independent|quality) journalism\b|\bbecome a (?:member|subscriber|supporter"
    r"|patron)\b"
    r"|\bdownload (?:our|the) .{0,20}\bapp\b|\bclick here (?:to|for)\b|\b(?:already|not) a (?:member"
    r"|subscriber)\b"
    r"|\bwe (?:value|respect) your privacy\b|\bstore and/or access information\b|\bour \d{1,4} partners\b"
    r"|\bcookies?\b.{0,80}\b(?:consent|preferences|policy|settings|device|browser|experience)\b"
    r"|\bfree articles? (?:left|remaining)\b|\bsubscribe for [$€£]|\bfor subscribers only\b"
    r"|\bcontinue reading with\b|\bscroll to continue\b|\bour standards: |\blive ?blog is now closed\b"
    r"|\bclick to (?:share|email|print)\b|\bopens in (?:a )?new window\b|\bas (?:a|your) preferred source\b"
    r"|\bhave a story\?|\bhas not been edited by\b|\bauto-generated from\b|\bcatch all the\b.{0,60}\bnews\b"
    r"|\bsort by: \w|\bpeople reacted to\b"
    r"|\bwe use cookies\b|\baccept (?:all )?cookies\b|\bby (?:signing up|subscribing|continuing)\b"
    r"|\bthis site uses\b"
    r"|\benter your email\b|\bemail address will not be published\b|\bnotify me of\b|\bsave my name\b"
    r"|\bget (?:unlimited|full) (?:digital )?access\b|\bcreate (?:a free|an) account\b"
    r"|\ball rights reserved\b"
    r"|\bmay not be (?:published|reproduced)\b.{0,60}\b(?:rewritten|redistributed|permission)\b"
    r"|\bhave (?:a|any) (?:news )?tips?\b|\bemail the author\b|\bjoin (?:us on|our) (?:whatsapp"
    r"|telegram|channel)\b",
    re.IGNORECASE,
)
"""Words by which a page asks something of its reader, within a line."""

SIGNS = re.compile(
    r"-?\d{1,3}(?:\.\d)? ?[°º˚]? ?[CF]$"  # a thermometer
    r"|[\d.,]{1,9} ?[KM]? (?:followers|fans|subscribers|likes|shares|views|comments|reads|tweets"
    r"|retweets|votes)$"
    r"|\d{1,3} ?(?:min(?:ute)?s?)[ -](?:read|listen|watch)$|\d{1,2} (?:minutes?|hours?|days?|weeks?"
    r"|months?) ago$"
    r"|(?:listen|watch|read|follow|share|also read|read also|read more|see also|more|watch|related"
    r"|must read|recommended)"
    r"(?: (?:this|now|here|article|more|on|us|story|about)){0,8} ?[:»>|].{0,160}$"
    r"|(?:image|photo|picture|video) (?:source|credit|caption|copyright)s?\b.{0,60}$|(?:getty images"
    r"|shutterstock|istock)$"
    r"|[\W\d_]{1,40}$|[|•·›»/]{0,3}(?:[^|•·›»/]{1,26}[|•·›»/]{1,3}){2,60}[^|•·›»/]{0,26}$|https?://\S{1,300}$|<[^>]{1,300}>$"
    r"|!?\[[^\]]{0,160}\]\([^)]{1,300}\)$"  # a link or a picture in Markdown
    r"|page \d{1,3}(?: of \d{1,3})?$|(?:additional )?reporting by .{3,120}$|editing by .{3,80}$",
    re.IGNORECASE,
)
"""Whole lines that are furniture by their shape."""
_WEATHER = re.compile(r"-?\d{1,3}(?:\.\d)? ?[°º˚]? ?[CFcf]$|.{0,30}\d{1,3} ?[°º˚] ?[CFcf]?$")
_OUTER_SIGNS = " -–—*•|>»«<:[]()…._=~#+"
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]{0,3}$")
_CREDIT_END = re.compile(r"(?:[—–-] ?[A-Z][\w/ .]{1,30}|\[[^\]]{2,40}\]|\([^)]{2,60}\)|\u2014 ?\w{2,20})$")


def is_weather(line: Line) -> bool:
    """Whether a line is the reading of a weather box."""
    return len(line.text) < 40 and _WEATHER.match(line.text) is not None


def is_furniture(line: Line) -> bool:
    """Whether a line belongs to the site and not to the article, judged by itself."""
    text = line.text
    if len(text) <= LOOK_CHARACTERS and (
        text.strip(_OUTER_SIGNS).lower() in FURNITURE_LINES
        or SIGNS.match(text)
        or _is_hashtags(text)
        or _is_menu(text)
    ):
        return True
    return len(text) <= LOOK_CHARACTERS and PLEAS.search(text) is not None and text[0] not in "\"“'‘"


def is_end(line: Line) -> bool:
    """Whether a line says that the article is over (or that a box starts)."""
    return (
        len(line.text) <= 160 and END_LINES.match(line.text.lstrip(_OUTER_SIGNS.replace("(", ""))) is not None
    )


def _is_hashtags(text: str) -> bool:
    words = text.split()
    return bool(words) and words[0][0] in "#@" and 2 * sum(word[0] in "#@" for word in words) >= len(words)


def _is_menu(text: str) -> bool:
    """Whether a line is the entries of a menu side by side ("Home News Sport Business Travel")."""
    words = text.split()
    if not 4 <= len(words) <= MAX_MENU_WORDS or ends_sentence(text):
        return False
    return 3 * sum(word.lower() in FURNITURE_LINES for word in words) >= 2 * len(words)


def ends_sentence(text: str) -> bool:
    """Whether words end as a sentence or a credited caption does."""
    tail = text[-80:]
    return _SENTENCE_END.search(tail) is not None or _CREDIT_END.search(tail) is not None


def is_prose(text: str) -> bool:
    """Whether a line is at least one whole sentence of an article (or long enough to be of several)."""
    words = text[:LOOK_CHARACTERS].split()
    return len(words) >= 25 or len(text) > LOOK_CHARACTERS or (len(words) >= 6 and ends_sentence(text))
