"""An article of anything at all is read with effort that grows as its length does."""

from __future__ import annotations

import pytest

import geo
from tests.effort import effort

HOSTILE = {
    "rivals": "Kim met Putin in Rome on Monday. ",
    "lengths": "1,000 km (600 miles) from Rome to Oslo, ",
    "towns": "Paris, Rome and Oslo, ",
    "names": "Kim Jong Un, ",
    "days": "3 May 2020, Tuesday 13:45 ",
    "journeys": "Kim flew from Paris to Rome.\r\n\r\n",
    "tags": "<b>Kim</b> <script>alert('Rome')</script> ",
    "quotes": "“‘\"'“he said”’ ",
    "marks": "\u200fKim \u202eRo\u200bme\u202c 👩\u200d👩\u200d👧 ",
    "commas": ",",
    "a word": "a",
}


@pytest.fixture(scope="module", autouse=True)
def _loaded():
    geo.read_article("Ann flew from Oslo to Rome on Monday, 900 miles.")


@pytest.mark.parametrize("name", HOSTILE)
def test_effort_grows_with_the_length_and_no_faster(name):
    unit = HOSTILE[name]

    def work(characters: int) -> int:
        text = (unit * (characters // len(unit) + 1))[:characters]
        return effort(lambda: geo.read_article(text, "2023-09-13"))

    assert work(6_000) < 5 * work(1_500) + 20_000
