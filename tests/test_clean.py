"""The article out of invented page dumps: what is body, what is furniture, what the page says of itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.reading.page.clean import clean

LEAD = "The ferry left the northern harbour on Tuesday with two hundred passengers and a crew of twelve."
SECOND = (
    "Officials said the crossing would take about nine hours if the weather held, as it had all week long."
)
THIRD = (
    "The line was closed in April after a storm damaged the pier, and repairs took the whole of the summer."
)
STORY = f"{LEAD}\n\n{SECOND}\n\n{THIRD}"


def body(text: str) -> list[str]:
    return [text[start:end] for start, end in clean(text).body]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", ""),
        ("12 °C\nOslo\nFriday, March 1, 2024\n\n", ""),
        ("Home | News | Sport | Weather\n\nMust read\n\n- Advertisement -\n\n", ""),
        ("", "\n\n1,204 Followers\nFollow"),
        ("", "\n\n#ferry #harbour #north"),
        ("", "\n\nSimilar Posts\n\nLeave a Reply\n\nYour email address will not be published."),
        ("", "\n\nNo comments:\nPost a Comment"),
        ("", "\n\nCopyright © 2024 The Harbour Post.\nAll rights reserved."),
        ("", "\n\nStay informed, daily\nA FREE subscription to The Harbour Post arrives every morning."),
        (
            "",
            "\n\nRelated stories\n\nA bridge for Bergen\n\nThe council has voted for a bridge at Bergen.",
        ),
        (
            "",
            "\n\nPublished in Post, May 3, 2022\n\nDubai towers\n\nDubai towers\nTHE sale of the towers ...",
        ),
        ("", f"\n\n{LEAD}"),
        ("Skip to content\nMenu\nSubscribe\n\n", "\n\nShare this:\nFacebook\nTwitter"),
        ("", "\n\nTags: ferry, Oslo, harbour"),
        (
            "We value your privacy\nWe and our 842 partners store and/or access information on a device, "
            "such as cookies.\nAccept all\nReject all\n\nHome News Sport Business Travel Earth Video\n\n",
            "\n\nMore on this story\n\nStorm closes the line\n14 April 2023",
        ),
        ("You have 2 free articles left this month\nSubscribe for $1 a week\n\n", "\n\n252 people reacted"),
        (
            "",
            "\n\n12K shares\nBe the first to comment\nSort by: Newest\nI took it once in 1999 and was sick.",
        ),
        ("14:32\n", "\n\nShare this post\nCopy link\n\nThis live blog is now closed."),
        ("![The ferry](https://post.example/a.jpg)\n\n", "\n\n[Subscribe](https://post.example/n)"),
        ("", "\n\nClick to share on Facebook (Opens in new window)\nHave a story? Email a@post.example"),
    ],
)
def test_furniture_is_outside_the_body(above: str, below: str) -> None:
    assert body(f"{above}{STORY}{below}") == [LEAD, SECOND, THIRD]


def test_what_a_page_sets_into_a_paragraph_is_outside_the_body() -> None:
    text = f"{LEAD} Read More: A storm closes the line  {SECOND}\n\n{THIRD} Read More\n\n{LEAD[:-1]} again."
    assert body(text) == [LEAD, SECOND, THIRD, f"{LEAD[:-1]} again."]


def test_tags_around_a_paragraph_are_outside_the_body() -> None:
    text = f"<h1>Ferry leaves the north</h1>\n<div><p>{LEAD}</p>\n<p>{SECOND}</p></div>\n<p>{THIRD}</p>"
    assert body(text) == ["Ferry leaves the north", LEAD, SECOND, THIRD]


@pytest.mark.parametrize(
    "kept",
    [
        "Home sales rose, business leaders said, and the news was welcome to the travel trade at last.",
        "He urged them to read more about the history of the ferry before they wrote another word on it.",
        "The police asked for cookies, and the shop, which is open all week, gave them a large bag of them.",
        "“No,” she said.",
        "He asked readers to follow the road north until the border, and then to turn back.",
        "Weather",  # a subhead of a storm story: alone it cannot be told from the menu's entry
        "A subscription to the ferry costs 40 crowns a month for residents of the islands, the company said.",
        "The temperature fell to -12 C overnight, officials in Tromso said on Wednesday.",
        "It was first published in London in 1899, and nobody there had read it since.",
    ],
)
def test_what_only_looks_like_furniture_stays(kept: str) -> None:
    text = f"{LEAD}\n\n{SECOND}\n\n{THIRD}\n\n{kept}\n\n{LEAD[:-1]}, again."
    assert (kept in body(text)) is (kept != "Weather")


def test_hard_wrapped_lines_are_one_paragraph_of_the_text_as_given() -> None:
    text = "The ferry left the northern\nharbour with passengers\nfrom South Korea.\r\nOfficials in South\n"
    text += "Korea said the\ncrossing would take long."
    cut = text.index("\r\n")
    assert body(text) == [text[:cut], text[cut + 2 :]]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (f"Ferry leaves the north at last\n\nBy Ida Holm\n\n{STORY}", {"author": "Ida Holm"}),
        (
            f"Ferry leaves the north at last\n\nBY IDA HOLM [ida@post.example]\n\n{STORY}",
            {"author": "Ida Holm"},
        ),
        (f"By Ida Holm, Associated Press\n{STORY}", {"author": "Ida Holm", "agency": "AP"}),
        (f"By Ida Holm, OSLO\n{STORY}", {"author": "Ida Holm", "dateline": "OSLO"}),
        (f"OSLO: {STORY}", {"dateline": "OSLO", "agency": None}),
        (f"OSLO, Norway (AP) — {STORY}", {"dateline": "OSLO, Norway", "agency": "AP"}),
        (f"Oslo (Reuters) - {STORY}", {"dateline": "Oslo", "agency": "Reuters"}),
        (f"Oslo, Norway – {STORY}", {"dateline": "Oslo, Norway", "agency": None}),
        (f"Oslo – {STORY}", {"dateline": None}),
        (f"Oslo, Norway-based or not: {STORY}", {"dateline": None}),
        (f"{STORY} - AFP", {"agency": "AFP"}),
        (f"{STORY}\n\nReuters", {"agency": "Reuters"}),
        (f"{STORY}\n\nA green ferry seen from the pier. (AP Photo/Ida Holm)", {"agency": None}),
        (f"The ferry in Oslo on Tuesday.—AFP\n\n{STORY}", {"agency": None, "dateline": None}),
        (f"Note: {STORY}", {"dateline": None}),
        (f"By Tuesday the ferry had gone.\n\n{STORY}", {"author": None}),
        (f"{STORY}\n\nPublished in Harbour Post, May 3rd, 2022", {"publisher": "Harbour Post"}),
        (f"{STORY}\n\n© 2024 The Harbour Post. All rights reserved.", {"publisher": "The Harbour Post"}),
        (STORY, {"publisher": None, "title": None, "author": None, "agency": None, "published": None}),
        (f"Ferry leaves the north at last\n\n{STORY}", {"title": "Ferry leaves the north at last"}),
        (f"# Ferry leaves the north at last\n\n{STORY}", {"title": "Ferry leaves the north at last"}),
        (
            f"Ferry leaves the north | Harbour Post\nFerry leaves the north\n\n{STORY}",
            {"title": "Ferry leaves the north"},
        ),
        (f"OSLO, Sept 12 (Reuters) - {STORY}", {"dateline": "OSLO", "agency": "Reuters"}),
        (f"By Ida Holm and Per Lund | Reuters\n\n{STORY}", {"agency": "Reuters"}),
        (f"*By Ida Holm, AP*\n\n{STORY}", {"author": "Ida Holm", "agency": "AP", "dateline": None}),
        (f"{STORY}\n(With inputs from PTI)", {"agency": "PTI"}),
        (f"PARIS (AFP) – {STORY}\n\n©2023 AFP", {"agency": "AFP", "publisher": None}),
        (f"The ferry on Tuesday.—AFP\n\n{STORY}\n\n“It was cold,” she told AFP.", {"agency": "AFP"}),
        (f"{STORY}\n\n“It was cold,” she told AFP.", {"agency": None}),
        (f"The ferry on Tuesday.—AFP\n\n{STORY}\n\n“It was cold,” she told Reuters.", {"agency": None}),
    ],
)
def test_imprint(text: str, want: dict[str, str | None]) -> None:
    found = clean(text)
    assert {name: getattr(found, name) for name in want} == want


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"Ferry leaves the north\n\nPublished May 4, 2022\n{STORY}", "2022-05-04"),
        (f"Ferry leaves the north again\n4 May 2022\n\n{STORY}", "2022-05-04"),
        (f"{STORY}\n\nPublished in The Post, May 3rd, 2022\n\nTowers\nUpdated 16 May, 2024", "2022-05-03"),
        # the site's own date, of the day it was fetched, months from the days that the story speaks of
        (
            f"Sunday, May 19, 2024\n\nFerry leaves the north again\n\n{STORY}\n\nIt sails again on Sept. 10.",
            None,
        ),
        # a lead's weekday counted from a full date of the same week
        (f"{STORY}\n\nIt was seen on Monday, Sept. 11, 2023, at the pier.", "2023-09-12"),
        # the same words with a date that is history fix nothing
        (f"{STORY}\n\nThe line was opened on Sept. 11, 2013, by the minister.", None),
        (STORY, None),
        ("", None),
    ],
)
def test_publication_day_and_its_basis(text: str, published: str | None) -> None:
    found = clean(text)
    assert found.published == published
    assert found.published_basis


_PIECES = st.sampled_from(
    [
        LEAD,
        SECOND,
        "By Ida Holm",
        "Must read",
        "\n",
        "\r\n",
        "\n\n",
        "\u200f",
        "🚢",
        "12 °C",
        "OSLO: ",
        ",",
        "<script>",
        "\u2028",
        "“",
        "/ ",
        "• ",
        "more",
        " this",
    ]
)


@given(st.lists(_PIECES, max_size=30).map("".join) | st.text(max_size=200))
def test_spans_are_ordered_stretches_of_the_text(text: str) -> None:
    found = clean(text)
    edges = [edge for span in found.body for edge in span]
    assert edges == sorted(edges)
    assert all(text[start:end].strip() for start, end in found.body)
    if found.title_span:
        assert " ".join(text[slice(*found.title_span)].split()) == found.title
    if found.dateline_span:
        assert text[slice(*found.dateline_span)] == found.dateline


@pytest.mark.parametrize(
    "hostile",
    [
        "a" * 1_000_000,
        "," * 10_000,
        "\n" * 200_000,
        "<b>" * 100_000,
        "By " * 100_000,
        "x\n" * 50_000,
        ("/ " * 150 + "x" * 40 + "\n") * 50,
        ("more" + " this" * 70 + "\n") * 50,
    ],
)
@pytest.mark.timeout(10)
def test_hostile_text_is_ordinary_text(hostile: str) -> None:
    assert all(0 <= start < end <= len(hostile) for start, end in clean(hostile).body)
