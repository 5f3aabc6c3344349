"""Contrast by the WCAG formula in both themes, hues that colour-blind readers tell apart, real fonts."""

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from geo.model import Status
from geo.stage import theme as look
from geo.stage.theme import DARK, LIGHT, THEMES

FONTS = Path(look.__file__).parent / "player" / "fonts"
SURFACES = ("paper", "panel", "panel-raised")
GROUND = ("ground-land", "ground-water")
MARK_KINDS = ("place", "time", "distance", "journey", "event")
STATUSES = tuple(f"status-{status.value.replace(' ', '-')}" for status in Status)

TEXT = [
    *((text, on) for text in ("ink", "ink-muted") for on in (*SURFACES, *GROUND)),
    *((text, on) for text in ("accent", "warning", *STATUSES) for on in SURFACES),
    *(("ink", f"mark-{kind}") for kind in MARK_KINDS),
    ("ink", "accent-soft"),
    ("ink-inverse", "accent"),
    ("ink-inverse", "ink"),
    ("ground-label", "ground-land"),
    ("ground-label", "ground-water"),
    ("ground-label", "ground-halo"),
    ("ground-label", "ground-raster"),  # the lightest that an online ground can be
    ("ground-label-muted", "ground-land"),
    ("ground-label-muted", "ground-water"),
    ("ground-label-water", "ground-water"),
]
MARKS = [
    *((mark, on) for mark in ("control", "focus") for on in SURFACES),
    *((mark, on) for mark in ("accent", "focus", "warning", *STATUSES) for on in GROUND),
    *((f"mark-{kind}-edge", on) for kind in MARK_KINDS for on in SURFACES),
]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "on"), TEXT)
def test_text_has_4_5_to_1(theme, text, on):
    assert look.contrast(theme[text], theme[on]) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize(("mark", "on"), MARKS)
def test_marks_have_3_to_1(theme, mark, on):
    assert look.contrast(theme[mark], theme[on]) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_travellers_have_3_to_1_on_the_ground_and_on_panels(theme):
    hues = (*theme.travellers, theme.traveller_other)
    ratios = {(hue, on): look.contrast(hue, theme[on]) for hue in hues for on in (*GROUND, *SURFACES[:2])}
    assert min(ratios.values()) >= 3, min(ratios, key=ratios.get)


@pytest.mark.parametrize(
    ("colour", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),  # the well-known grey that just fails
        ("#767676", "#ffffff", 4.54),  # and the one that just passes
        ("#0072b2", "#ffffff", 5.19),
    ],
)
def test_contrast_is_the_wcag_ratio(colour, other, ratio):
    assert look.contrast(colour, other) == pytest.approx(ratio, abs=0.005)
    assert look.contrast(other, colour) == look.contrast(colour, other)


# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
SIGHT = {
    "all cones": "1 0 0  0 1 0  0 0 1",
    "no red cones": "0.152286 1.052583 -0.204868  0.114503 0.786281 0.099216  -0.003882 -0.048116 1.051998",
    "no green cones": "0.367322 0.860646 -0.227968  0.280085 0.672501 0.047413  -0.011820 0.042940 0.968881",
    "no blue cones": "1.255528 -0.076749 -0.178779  -0.078411 0.930809 0.147602  0.004733 0.691367 0.303900",
}
TO_LMS = [
    [0.41222147, 0.53633254, 0.05144599],
    [0.21190350, 0.68069955, 0.10739696],
    [0.08830246, 0.28171884, 0.62997870],
]
TO_LAB = [
    [0.21045426, 0.79361779, -0.00407205],
    [1.97799850, -2.42859221, 0.45059371],
    [0.02590404, 0.78277177, -0.80867577],
]


def oklab(colour, sight):
    cones = np.array(sight.split(), dtype=float).reshape(3, 3)
    channels = np.array(look.rgba(colour)[:3]) / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return np.array(TO_LAB) @ np.cbrt(np.array(TO_LMS) @ np.clip(cones @ linear, 0, 1))


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("sight", SIGHT)
def test_traveller_hues_can_be_told_apart(theme, sight):
    """0.07 in Oklab is several times the just noticeable difference (about 0.02)."""
    seen = {hue: oklab(hue, SIGHT[sight]) for hue in theme.travellers}
    apart = {pair: float(np.linalg.norm(seen[pair[0]] - seen[pair[1]])) for pair in combinations(seen, 2)}
    assert min(apart.values()) >= 0.07, (min(apart, key=apart.get), min(apart.values()))


def test_at_most_seven_hues_then_grey():
    assert [len(set(theme.travellers)) for theme in (LIGHT, DARK)] == [7, 7]
    for theme in (LIGHT, DARK):
        red, green, blue, _ = look.rgba(theme.traveller_other)
        assert max(red, green, blue) - min(red, green, blue) < 12


def test_the_themes_have_the_same_names_and_the_docstring_has_them_all():
    assert list(LIGHT.colours) == list(DARK.colours)
    for name in LIGHT.colours:
        family, _, member = name.partition("-")
        documented = (
            f"--{name}`" in look.__doc__ or f"``-{member}``" in look.__doc__ or name.endswith("-edge")
        )
        assert documented, (family, member)


def test_css_gives_every_value_to_both_themes():
    css = look.css(selector=".dateline")
    light, dark, chosen = re.findall(r"\{([^{}]*)\}", css)
    assert "--ground-land: #f6f2e8;" in light
    assert "--ground-land: #262b31;" in dark
    assert dark == chosen
    declared = [re.findall(r"(--[\w-]+):", block) for block in (light, dark)]
    assert declared[0] == ["--font-serif", "--font-sans", *declared[1]]
    assert ".dateline[data-theme='dark']" in css


def test_layer_colours_are_bytes():
    assert look.layer_colours(LIGHT)["ground-water"] == [0xDD, 0xE6, 0xEA, 255]
    assert look.rgba("#0a141e", 0.5) == (10, 20, 30, 128)
    assert set(look.layer_colours(DARK)) == {
        *DARK.colours,
        *(f"traveller-{n}" for n in range(1, 8)),
        "traveller-other",
    }


def test_every_font_named_is_shipped_with_its_licence():
    rules = (FONTS / "fonts.css").read_text(encoding="utf-8")
    named = set(re.findall(r'url\("([^"]+)"\)', rules))
    assert named == {path.name for path in FONTS.glob("*.woff2")}
    assert "http" not in rules
    for family in set(re.findall(r'font-family: "([^"]+)"', rules)):
        assert f"'{family}'" in look.SERIF + look.SANS
    for licence in FONTS.glob("OFL-*.txt"):
        assert "open font license" in " ".join(licence.read_text(encoding="utf-8").casefold().split())
    assert len(list(FONTS.glob("OFL-*.txt"))) == 4
