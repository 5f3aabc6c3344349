"""Story to Story JSON and back. Knows the contract's field names and their order, and nothing of the disk.

The article texts are not part of the document: whoever reads one back brings them along.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType, NoneType
from typing import Any, get_args, get_origin, get_type_hints

from geo.errors import BadStoryError
from geo.model import (
    Article,
    Chapter,
    Claim,
    Disagreement,
    Distance,
    Event,
    Interval,
    Journey,
    Mention,
    Mode,
    Origin,
    Place,
    Position,
    Problem,
    ReportedValue,
    Span,
    Story,
    Timex,
    View,
)

SCHEMA = "dateline/1"
MADE_WITH = "dateline 0.1.0"
Document = dict[str, Any]

_KEYS: Mapping[type, str] = MappingProxyType(
    {
        Story: "articles origins places mentions times distances journeys events disagreements chapters"
        " problems",
        Article: "id file title publisher agency author published published_basis url language sha256 body"
        " origin",
        Span: "article start end text",
        Interval: "earliest latest text",
        Place: "id name kind lat lon radius_km country basis confidence alternatives",
        Mention: "span place role",
        Timex: "span earliest latest timex",
        Claim: "article status evidence mode from to via depart arrive",
        Distance: "id evidence value unit km approximate from to direction straight_km straight_km_error"
        " routes_km bearing verdict",
        Journey: "id traveller aliases companions mode from to via depart arrive status evidence claims path"
        " path_km path_basis",
        Event: "id what kind place time people status evidence claims",
        Origin: "id name articles basis evidence",
        ReportedValue: "value articles evidence",
        Disagreement: "id about values kind explanation",
        View: "lat lon zoom bearing pitch",
        Chapter: "id title time journeys events view evidence",
        Problem: "file article start end what advice",
    }
)
"""The contract's keys of each noun, in its order."""
_ATTRIBUTES: Mapping[str, str] = MappingProxyType({"from": "from_place", "to": "to_place", "timex": "value"})
"""Where the model's name differs from the contract's key."""
_DECIMALS: Mapping[str, int] = MappingProxyType({"lat": 6, "lon": 6})
_OTHER_DECIMALS = 3
_PATH_DECIMALS = 5  # about a metre
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_document(story: Story) -> Document:
    """The Story JSON document of a story, as plain lists and dicts in the contract's order."""
    head = {
        "schema": SCHEMA,
        "story": {"id": story.id, "title": story.title, "made_with": MADE_WITH},
    }
    return head | _encode_noun(story)


def to_json(story: Story, *, indent: int | None = 1) -> str:
    """The Story JSON of a story; ``indent=None`` gives one line. Lone surrogates come out escaped."""
    text = json.dumps(to_document(story), ensure_ascii=False, indent=indent, allow_nan=False)
    return escape_surrogates(text)


def place_document(place: Place) -> Document:
    """A place as the document has it."""
    return _encode_noun(place)


def path_document(path: Iterable[Position]) -> list[list[float]]:
    """A path as the document has it: ``[lon, lat]`` pairs."""
    return [_pair(position) for position in path]


def escape_surrogates(text: str) -> str:
    """JSON text that UTF-8 can carry: halves of a surrogate pair are written as their escapes."""
    return _SURROGATE.sub(lambda half: f"\\u{ord(half.group()):04x}", text)


def from_document(document: Mapping[str, Any], texts: Mapping[str, str]) -> Story:
    """The story of a Story JSON document; ``texts`` holds the article texts by article id.

    Raises:
        BadStoryError: The document is not of this version of the contract, or a text is missing.
    """
    if document.get("schema") != SCHEMA:
        msg = f"This is not a story of version {SCHEMA!r}: its schema is {document.get('schema')!r}."
        raise BadStoryError(msg)
    try:
        articles = [raw | {"text": texts[raw["id"]]} for raw in document["articles"]]
        head = {"id": document["story"]["id"], "title": document["story"]["title"]}
        story: Story = _decode(dict(document) | head | {"articles": articles}, Story)
    except (KeyError, TypeError, ValueError) as error:
        msg = f"The Story JSON is damaged or misses an article's text: {error!r}. Read the articles again."
        raise BadStoryError(msg) from error
    return story


def _encode(value: object, key: str) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, float):
        return round(value, _DECIMALS.get(key, _OTHER_DECIMALS))
    if isinstance(value, Position):
        return _pair(value)
    if isinstance(value, tuple):
        return _encode_tuple(value, key)
    return _encode_noun(value) if is_dataclass(value) else value


def _pair(position: Position) -> list[float]:
    return [round(float(degrees), _PATH_DECIMALS) for degrees in (position.lon, position.lat)]


def _encode_tuple(value: tuple[Any, ...], key: str) -> object:
    if key == "routes_km":
        return {mode.value: _encode(length_km, key) for mode, length_km in value}
    if key == "path" and not value:
        return None
    return [_encode(item, key) for item in value]


def _encode_noun(noun: object) -> Document:
    document: Document = {}
    for key in _KEYS[type(noun)].split():
        value = getattr(noun, _attribute(type(noun), key))
        if key == "span":
            document |= _encode_noun(value)
        else:
            document[key] = _encode(value, key)
        if key == "sha256" and isinstance(noun, Article):
            document["characters"] = len(noun.text)
    return document


def _attribute(noun: type, key: str) -> str:
    return key if key in _attributes(noun) else _ATTRIBUTES[key]


@cache
def _attributes(noun: type) -> Mapping[str, Any]:
    hints = get_type_hints(noun)
    return {field.name: hints[field.name] for field in fields(noun)}


_SPECIAL: Mapping[Any, Callable[[Any], Any]] = MappingProxyType(
    {
        Position: lambda pair: Position(lat=float(pair[1]), lon=float(pair[0])),
        tuple[tuple[Mode, float], ...]: lambda routes: tuple(
            (Mode(mode), float(length_km)) for mode, length_km in routes.items()
        ),
        float: float,
    }
)


def _decode(raw: Any, wanted: Any) -> Any:  # noqa: ANN401 (JSON in, any noun out)
    if wanted in _SPECIAL:
        return _SPECIAL[wanted](raw)
    if is_dataclass(wanted) and isinstance(wanted, type):
        return _decode_noun(raw, wanted)
    if get_origin(wanted) is tuple:
        return _decode_tuple(raw, get_args(wanted))
    if NoneType in get_args(wanted):
        inner = next(option for option in get_args(wanted) if option is not NoneType)
        return None if raw is None else _decode(raw, inner)
    return wanted(raw) if isinstance(wanted, type) and issubclass(wanted, StrEnum) else raw


def _decode_tuple(raw: Any, items: tuple[Any, ...]) -> tuple[Any, ...]:  # noqa: ANN401
    if items[-1] is Ellipsis:
        return tuple(_decode(item, items[0]) for item in raw or ())
    return tuple(_decode(item, kind) for item, kind in zip(raw, items, strict=True))


def _decode_noun(raw: Mapping[str, Any], noun: type) -> Any:  # noqa: ANN401
    attributes = _attributes(noun)
    keys = {_attribute(noun, key): key for key in _KEYS[noun].split()}
    values = {
        name: _decode(raw if name == "span" else raw[keys.get(name, name)], wanted)
        for name, wanted in attributes.items()
    }
    return noun(**values)
