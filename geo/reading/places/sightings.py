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
    article: bool = False
    """Whether "the" stands before it, and no noun that it describes after it ("the Missouri")."""
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
    def called(self) -> str:
        """The full name, with an article that is written as a part of it ("The Hague")."""
        the = self.paragraph.readable[max(0, self.start - 4) : self.start]
        is_part = (
            self.article and the == "The " and not self.paragraph.doc[self.root.left_edge.i].is_sent_start
        )
        return f"The {self.full}" if is_part else self.full

    @property
    def key(self) -> str:
        """What two sightings of one name share."""
        return " ".join(self.full.split()).casefold()
