"""Lengths in words and figures, whatever they measure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.reading.distances.lengths import find_lengths
from tests.effort import effort


@pytest.mark.parametrize(
    ("text", "value", "unit", "km", "approximate"),
    [
        ("about 950 miles", 950, "mile", 1528.877, True),
        ("425 miles (680 kilometers)", 425, "mile", 683.971, False),
        ("some 1,000km", 1000, "kilometre", 1000, True),
        ("a 3,000-kilometre journey", 3000, "kilometre", 3000, False),
        ("two thousand miles", 2000, "mile", 3218.688, False),
        ("half a mile", 0.5, "mile", 0.805, False),
        ("two and a half miles", 2.5, "mile", 4.023, False),
        ("three-quarters of a mile", 0.75, "mile", 1.207, False),
        ("a quarter-mile", 0.25, "mile", 0.402, False),
        ("nearly 50 nautical miles", 50, "nautical mile", 92.6, True),
        ("50 statute miles", 50, "statute mile", 80.467, False),
        ("11-mile", 11, "mile", 17.703, False),
        ("10 to 15 miles", 12.5, "mile", 20.117, True),
        ("50-60km", 55, "kilometre", 55, True),
        ("one hundred and fifty km", 150, "kilometre", 150, False),
        ("1.5 million km", 1_500_000, "kilometre", 1_500_000, False),
        ("3½ miles", 3.5, "mile", 5.633, False),
        ("20 miles, or 32 km,", 20, "mile", 32.187, False),
        ("80 kilometers/50 miles", 80, "kilometre", 80, False),
        ("a dozen miles", 12, "mile", 19.312, False),
        ("half a dozen miles", 6, "mile", 9.656, False),
        ("a mile and a half", 1.5, "mile", 2.414, False),
        ("a mile or so", 1, "mile", 1.609, True),
        ("60-odd miles", 60, "mile", 96.561, True),
        ("20 or so miles", 20, "mile", 32.187, True),
        ("100+ km", 100, "kilometre", 100, True),
        ("between 50 km and 60 km", 55, "kilometre", 55, True),
        ("50km-60km", 55, "kilometre", 55, True),
    ],
)
def test_a_length_is_read_in_words_and_figures(text, value, unit, km, approximate):
    (length,) = find_lengths(text)
    assert (length.value, length.unit, length.is_approximate) == (value, unit, approximate)
    assert length.km == pytest.approx(km, abs=0.001)


@pytest.mark.parametrize("text", ["a few miles", "many miles", "$5m", "the mile", "miles", "A4 m", "0x5km"])
def test_what_has_no_number_is_no_length(text):
    assert find_lengths(text) == ()


WORDS = (
    "10 to 15 miles ( km ) half a mile and , - one hundred ½ within about or / 9999999 $ £ metres 1,000 0.5"
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS.split()),
        max_size=30,
    ).map(" ".join)
    | st.text(max_size=200)
)
def test_any_text_is_read_without_a_crash(text):
    last = 0
    for length in find_lengths(text):
        assert last <= length.start < length.core_end <= length.end <= len(text)
        assert length.km >= 0
        last = length.end


@pytest.mark.parametrize(
    "hostile",
    ["10 miles " * 10_000, "1" * 100_000, "one hundred and " * 6_000 + "km", ", " * 50_000, "km " * 30_000],
    ids=lambda text: text[:8],
)
def test_effort_grows_with_the_length_and_no_faster(hostile):
    quarter = effort(lambda: find_lengths(hostile[: len(hostile) // 4]))
    assert effort(lambda: find_lengths(hostile)) < 4.5 * quarter + 200
