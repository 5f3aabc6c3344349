"""Verbs of saying, as data."""

from __future__ import annotations

from geo.reading.words import words

SAYING = words("""
    say tell add write recall explain note ask reply answer think believe quote insist state joke claim argue
    admit acknowledge stress warn announce report remark observe comment
""")
