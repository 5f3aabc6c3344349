"""The look as values: two themes, one set of names. Knows colours and type; nothing of layers or pages.

``LIGHT`` is printed paper, ``DARK`` an ops room at night; both have the same hierarchy. A page, a figure and
a map use the same values. ``css()`` gives every value as a custom property, under these names:

========================== =================================================================================
``--paper``                the page itself
``--panel``                cards, excerpt, timeline: one step off the page
``--panel-raised``         menus, tool tips, what floats
``--rule``                 hairlines between things (decoration, not text)
``--control``              edges of buttons and fields (3:1 on page and panel)
``--ink``                  text
``--ink-muted``            second text: dates, captions, units (4.5:1 on page, panel, land and water)
``--ink-inverse``          text on ``--accent`` or on ``--ink``
``--accent``               links, the play button, the chosen thing (4.5:1 as text)
``--accent-soft``          background of the chosen row
``--focus``                focus ring (3:1 on everything)
``--warning``              problems; text or mark
``--ground-land``          map: land
``--ground-water``         map: sea, lakes
``--ground-coast``         map: coastline and lake shores
``--ground-river``         map: rivers
``--ground-border``        map: borders of countries (disputed ones: the same, dashed)
``--ground-border-first``  map: borders of regions inside a country
``--ground-rail``          map: railways
``--ground-raster``        map: what an online ground is multiplied by
``--ground-label``         map: names on land
``--ground-label-muted``   map: names of regions, small towns
``--ground-label-water``   map: names of seas (4.5:1 on water)
``--ground-halo``          map: halo round names on land; water names take ``--ground-water``
``--status-happened`` ...  ``-under-way``, ``-planned``, ``-possible``, ``-proposed``, ``-denied``
                           Never colour alone: happened is solid, planned to proposed dashed, denied struck
``--mark-place`` ...       ``-time``, ``-distance``, ``-journey``, ``-event``: background of a word in an
                           article (``--ink`` on it has 4.5:1); ``--mark-place-edge`` underlines it
``--traveller-1`` ...      to ``--traveller-7``: a hue each; from the eighth on, ``--traveller-other``, grey
``--font-serif``           titles, excerpts, water names
``--font-sans``            labels, numbers, controls
========================== =================================================================================

``rgba()`` gives one value as deck.gl wants it, ``layer_colours()`` all of them, keyed by the same names
without the dashes in front. Fonts are files in ``geo/stage/player/fonts``, their ``@font-face`` rules in
``fonts.css`` beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SERIF = "'Source Serif 4', 'Noto Serif', 'Noto Serif CJK KR', 'Nanum Myeongjo', Georgia, serif"
SANS = "'IBM Plex Sans', 'Noto Sans', 'Noto Sans CJK KR', 'Malgun Gothic', 'Dateline Names', sans-serif"

MAX_TRAVELLER_HUES = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One look: ``colours`` maps the names above, without the dashes in front, to ``#rrggbb``."""

    name: str
    colours: Mapping[str, str]
    travellers: tuple[str, ...]
    traveller_other: str

    def __getitem__(self, colour: str) -> str:
        """The ``#rrggbb`` of a name, for example ``theme["ground-land"]``."""
        return self.colours[colour]


LIGHT = Theme(
    name="light",
    colours={
        "paper": "#fbf9f4",
        "panel": "#f4f1e8",
        "panel-raised": "#fffdf8",
        "rule": "#d8d2c3",
        "control": "#858073",
        "ink": "#1e2327",
        "ink-muted": "#565b60",
        "ink-inverse": "#fffdf8",
        "accent": "#0b5a86",
        "accent-soft": "#dce8ee",
        "focus": "#0b5a86",
        "warning": "#a3380f",
        "ground-land": "#f6f2e8",
        "ground-water": "#dde6ea",
        "ground-coast": "#a9b8c0",
        "ground-river": "#b9cbd4",
        "ground-border": "#958c7d",
        "ground-border-first": "#d3cab8",
        "ground-rail": "#b3a999",
        "ground-raster": "#ffffff",
        "ground-label": "#3a3f44",
        "ground-label-muted": "#5f6260",
        "ground-label-water": "#46657a",
        "ground-halo": "#f6f2e8",
        "status-happened": "#1e2327",
        "status-under-way": "#0b5a86",
        "status-planned": "#565b60",
        "status-possible": "#6b5a1e",
        "status-proposed": "#6a4a86",
        "status-denied": "#a3380f",
        "mark-place": "#cfe3f1",
        "mark-place-edge": "#0b5a86",
        "mark-time": "#f6e3b4",
        "mark-time-edge": "#8a5d00",
        "mark-distance": "#d3ead9",
        "mark-distance-edge": "#206d4a",
        "mark-journey": "#f7d9c9",
        "mark-journey-edge": "#a3380f",
        "mark-event": "#e6d9ef",
        "mark-event-edge": "#6a4a86",
    },
    travellers=("#0a3a5e", "#a23c0b", "#207d74", "#8f1894", "#3e80d6", "#4e2806", "#8d8318"),
    traveller_other="#6b6f72",
)

DARK = Theme(
    name="dark",
    colours={
        "paper": "#14181d",
        "panel": "#1b2026",
        "panel-raised": "#252b32",
        "rule": "#343b43",
        "control": "#76808a",
        "ink": "#e9e6de",
        "ink-muted": "#a9adb0",
        "ink-inverse": "#14181d",
        "accent": "#7fb8e0",
        "accent-soft": "#22384a",
        "focus": "#9ccbee",
        "warning": "#f0895b",
        "ground-land": "#262b31",
        "ground-water": "#181d23",
        "ground-coast": "#4a5761",
        "ground-river": "#2f3b45",
        "ground-border": "#75736c",
        "ground-border-first": "#3b4148",
        "ground-rail": "#565c61",
        "ground-raster": "#50565e",
        "ground-label": "#d3d0c8",
        "ground-label-muted": "#a3a5a3",
        "ground-label-water": "#7f9db1",
        "ground-halo": "#262b31",
        "status-happened": "#e9e6de",
        "status-under-way": "#7fb8e0",
        "status-planned": "#a9adb0",
        "status-possible": "#d4c07a",
        "status-proposed": "#c0a3d8",
        "status-denied": "#f0895b",
        "mark-place": "#1f3d55",
        "mark-place-edge": "#7fb8e0",
        "mark-time": "#4a3c14",
        "mark-time-edge": "#e2b95a",
        "mark-distance": "#1e4433",
        "mark-distance-edge": "#6fc79a",
        "mark-journey": "#552d1c",
        "mark-journey-edge": "#f0895b",
        "mark-event": "#41304f",
        "mark-event-edge": "#c0a3d8",
    },
    travellers=("#2f87ee", "#e5531a", "#45e0c0", "#a274a6", "#97bde6", "#efa95c", "#efe650"),
    traveller_other="#9a9ea1",
)

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK)}


def rgba(colour: str, alpha: float = 1.0) -> tuple[int, int, int, int]:
    """A ``#rrggbb`` as four integers of 0 to 255, the form of a deck.gl colour; ``alpha`` is of 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue, round(255 * alpha)


def layer_colours(theme: Theme) -> dict[str, list[int]]:
    """Every colour of a theme as ``[red, green, blue, alpha]``, for the scene that the player gets."""
    return {name: list(rgba(colour)) for name, colour in _all_colours(theme).items()}


def css(*, selector: str = ":root") -> str:
    """Both themes as custom properties of ``selector``.

    The dark one applies where ``data-theme="dark"`` is set on the element, or where the reader's system
    asks for it and ``data-theme`` is not ``"light"``.
    """
    light = _declarations(LIGHT)
    dark = _declarations(DARK)
    return (
        f"{selector} {{\n{_FONTS}{light}}}\n"
        f"@media (prefers-color-scheme: dark) {{\n{selector}:not([data-theme='light']) {{\n{dark}}}\n}}\n"
        f"{selector}[data-theme='dark'] {{\n{dark}}}\n"
    )


def contrast(colour: str, other: str) -> float:
    """WCAG 2 contrast ratio of two ``#rrggbb``, from 1 to 21."""
    lighter, darker = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


_FONTS = f"  --font-serif: {SERIF};\n  --font-sans: {SANS};\n"


def _all_colours(theme: Theme) -> dict[str, str]:
    numbered = {f"traveller-{index + 1}": hue for index, hue in enumerate(theme.travellers)}
    return {**theme.colours, **numbered, "traveller-other": theme.traveller_other}


def _declarations(theme: Theme) -> str:
    lines = [f"  --{name}: {colour};\n" for name, colour in _all_colours(theme).items()]
    return f"  color-scheme: {theme.name};\n" + "".join(lines)


def _luminance(colour: str) -> float:
    """Relative luminance of sRGB, as WCAG 2 defines it."""
    red, green, blue = (_linear(channel / 255) for channel in rgba(colour)[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
