"""Bytes to the text of an article, or a sentence that says why not. Knows encodings and sizes."""

from __future__ import annotations

import codecs

from geo.errors import BadArticleError

MAX_ARTICLE_BYTES = 4_000_000
"""About six hundred thousand words; no article is longer, and a dump of many should be split."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the UTF-16 one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_MAX_CONTROL_SHARE = 0.001
_MAX_HIGH_SHARE = 0.2
"""Western text in a one-byte encoding is mostly ASCII; more high bytes mean another script, or no text."""
_SAVE_AS_TEXT = "Save the article's words as a plain text file in UTF-8."


def decode_article(raw: bytes) -> str:
    """The text of an article file, line ends as they are, without its byte order mark.

    Raises:
        BadArticleError: Empty, too large, not text, or in an encoding that cannot be told. The first sentence
            of the message says what is wrong, the second what to do.
    """
    if not raw.strip():
        msg = "The file is empty. Put the article's text into it, or remove it."
        raise BadArticleError(msg)
    if len(raw) > MAX_ARTICLE_BYTES:
        msg = (
            f"The file has {len(raw) / 1e6:.1f} MB, more than the {MAX_ARTICLE_BYTES / 1e6:.0f} MB that an"
            " article can have. Keep the article alone, or split the file into one file an article."
        )
        raise BadArticleError(msg)
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            msg = f"The file is {what}, not text. {_SAVE_AS_TEXT}"
            raise BadArticleError(msg)
    return check_text(_decode(raw))


def check_text(text: str) -> str:
    """The same text, if it can be an article.

    Raises:
        BadArticleError: Empty, too large or mostly control characters.
    """
    if not text.strip():
        msg = "The article is empty. Put its text in, or remove it."
        raise BadArticleError(msg)
    if len(text) > MAX_ARTICLE_BYTES:
        msg = (
            f"The article has {len(text)} characters, more than {MAX_ARTICLE_BYTES}."
            " Keep the article alone, or split the text into one article each."
        )
        raise BadArticleError(msg)
    controls = sum(map(text.count, _CONTROLS))
    if controls > 1 and controls > len(text) * _MAX_CONTROL_SHARE:
        msg = f"The file is not text: it has {controls} control characters. {_SAVE_AS_TEXT}"
        raise BadArticleError(msg)
    return text


_CONTROLS = tuple(map(chr, (*range(9), *range(14, 27), *range(28, 32))))


def _decode(raw: bytes) -> str:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _decode_as(raw[len(mark) :], encoding)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_western(raw)


def _decode_as(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        msg = f"The file says it is {encoding.upper()} and is not, at byte {error.start}. {_SAVE_AS_TEXT}"
        raise BadArticleError(msg) from error


def _decode_western(raw: bytes) -> str:
    high = sum(byte >= 0x80 for byte in raw)
    if high > len(raw) * _MAX_HIGH_SHARE:
        msg = f"The file is not UTF-8, and its encoding cannot be told. {_SAVE_AS_TEXT}"
        raise BadArticleError(msg)
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError as error:
        msg = f"The file is neither UTF-8 nor Windows-1252, at byte {error.start}. {_SAVE_AS_TEXT}"
        raise BadArticleError(msg) from error
