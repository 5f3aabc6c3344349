"""A place name where it stands in an article, before anyone has asked which place it is."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from geo.model import Role
from geo.reading.parse import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sighting:
    """A place name: ``[start, end)`` in characters of the paragraph."""

    paragraph: Paragraph
    start: int
    end: int
    root: Token
    """The token that the sentence hangs the name on."""
    role: Role
    site: bool = False
    """Whether its words say what it is (a street, a hospital)."""
    division: bool = False
    """Whether its words say that it is a division of the land (a county, a ward)."""
    called_division: bool = False
    """Whether the noun after it says that it is one ("Jilin province")."""
    shared: str = ""
    """The word that it shares with the names listed after it: "County" in "Pinal and Gila counties"."""

    @property
    def text(self) -> str:
        """The words as the parser has them: spaces for line breaks and for what no file can hold."""
        return self.paragraph.readable[self.start : self.end]

    @property
    def full(self) -> str:
        """The name with the word that it shares with others: what a gazetteer would have."""
        return f"{self.text} {self.shared}" if self.shared else self.text

    @property
    def key(self) -> str:
        """What two sightings of one name share."""
        return " ".join(self.full.split()).casefold()
