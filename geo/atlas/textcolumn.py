"""Many short texts in one block of bytes: nothing is taken apart before it is asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True, eq=False)
class TextColumn:
    """Texts without line feeds, by number."""

    block: bytes
    """Their UTF-8, a line feed before and after each."""
    breaks: Sequence[int]
    """Where the line feeds are: one more than there are texts."""

    @classmethod
    def of(cls, joined: npt.NDArray[np.uint8]) -> TextColumn:
        """The column of texts whose UTF-8 was joined with line feeds."""
        block = b"\n".join((b"", joined.data, b""))
        breaks = np.flatnonzero(np.frombuffer(block, np.uint8) == ord("\n"))
        return cls(block, memoryview(breaks.astype(np.int32)))  # type: ignore[arg-type]  # numbers by number

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self.breaks) - 1

    def __getitem__(self, number: int) -> str:
        """One text."""
        return self.encoded(number).decode()

    def __iter__(self) -> Iterator[str]:
        """All texts, in order."""
        return iter(self.block[1:-1].decode().split("\n"))

    def encoded(self, number: int) -> bytes:
        """The UTF-8 of one text."""
        return self.block[self.breaks[number] + 1 : self.breaks[number + 1]]

    def numbers(self, text: str) -> Iterator[int]:
        """The numbers that a text has, in order."""
        wanted = b"\n%b\n" % text.encode()
        at = self.block.find(wanted)
        while at >= 0:
            yield bisect_left(self.breaks, at)
            at = self.block.find(wanted, at + 1)

    def sorted_number(self, text: str) -> int | None:
        """The number of a text, where the texts are sorted by their UTF-8; ``None`` if it is not there."""
        wanted = text.encode()
        number = bisect_left(range(len(self)), wanted, key=self.encoded)
        return number if number < len(self) and self.encoded(number) == wanted else None
