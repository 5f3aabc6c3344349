"""The saved picture: its map, and the words on it, as the canvas is told to write them."""

from __future__ import annotations

import io

from PIL import Image

from tests.browser.conftest import SHOTS
from tests.browser.stage import REAL, sentence, wait
from tests.browser.test_told import page as modules  # noqa: F401 - a page with the modules, and no player

LISTEN = """() => {
    window.written = [];
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (...told) {
        window.written.push(told[0]);
        return fillText.apply(this, told);
    };
}"""


def save(page, name):
    """The download, kept among the screenshots, and all words written on it, in order."""
    page.evaluate(LISTEN)
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name="Save picture").click()
    SHOTS.mkdir(exist_ok=True)
    download.value.save_as(SHOTS / name)
    return download.value, page.evaluate("window.written")


def test_the_picture_has_the_map_and_its_caption(open_page):
    page = open_page("/?story=invented&t=2024-05-06T03:00")
    page.wait_for_timeout(2500)
    download, _ = save(page, "picture.png")
    assert download.suggested_filename == "invented-2024-05-06T0300.png"
    picture = Image.open(io.BytesIO((SHOTS / "picture.png").read_bytes())).convert("RGB")
    assert picture.width > 1800
    middle = picture.crop((200, 400, picture.width - 200, picture.height // 2))
    # ground, lines and names, not one flat colour
    assert len(middle.resize((200, 100)).getcolors(20_000)) > 30


def test_the_picture_quotes_the_sentence_that_is_read_and_its_article_first(open_page):
    page = open_page(REAL + "&t=2023-09-12T06:00&sel=journey:kim-jong-un-to-khasan", theme="dark")
    wait(page, "stage.selection !== null")
    first = sentence(page)
    publisher = page.locator(".dl-quote figcaption strong")
    of_first = publisher.inner_text()
    while publisher.inner_text() == of_first:
        page.get_by_role("button", name="Next sentence").click()
    _, written = save(page, "picture-step.png")
    sources = [line for line in written if line[:3] in ("1  ", "2  ")]
    quoted = " ".join(written[: written.index(sources[0])])
    assert f"“{sentence(page)}”" in quoted
    assert first not in quoted
    assert [line[3:].split(",")[0] for line in sources] == [publisher.inner_text(), of_first]


def test_the_pictures_legend_tells_of_nothing_beyond_its_edge(open_page):
    page = open_page(REAL)
    _, whole = save(page, "picture-whole.png")
    assert {"Visit planned or not dated", "Kim Jong-un"} <= set(whole)
    page = open_page(REAL + "&view=0,20,5")
    _, away = save(page, "picture-away.png")
    assert not {"Visit planned or not dated", "Kim Jong-un", "True place lies within"} & set(away)
    assert "200 km" in away


def test_a_legend_names_who_has_a_colour_and_counts_the_rest_where_they_are_many(modules):  # noqa: F811
    def rows(greys):
        lines = [["anna", 2, "trail", "happened"], ["anna", 2, "ghost", "planned"]]
        for number in range(greys):
            lines += [[f"g{number}", None, "trail", "happened"], [f"g{number}", None, "ahead", "happened"]]
        return modules.evaluate(
            """async (told) => {
                const { travellerRows } = await import("/picture.js");
                const lines = told.map(([who, hue, line, status]) => (
                    { journey: { who, hue }, state: { line, status } }));
                const rows = travellerRows([lines.pop(), ...lines]);
                return rows.map(({ text, colour, kind }) => [text, colour, kind]);
            }""",
            [*lines, ["g0", None, "struck", "denied"]],
        )

    anna = [["Anna", "traveller-2", "solid"], ["Anna (planned)", "traveller-2", "ghost"]]
    denied = ["G0 (denied)", "traveller-other", "struck"]
    assert rows(1) == [*anna, denied, ["G0", "traveller-other", "solid"]]
    assert len(rows(4)) == 2 + 1 + 4
    assert rows(70) == [*anna, ["1 other (denied)", *denied[1:]], ["70 others", "traveller-other", "solid"]]
