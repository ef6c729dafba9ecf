"""How likely formulas are as such: where the eyes leave something open, what people write decides.

A language model reads the LaTeX of each reading and says how likely it is to be written. The eyes judge one
symbol at a time, and the parser was trained with letters exchanged at random, lest it reads what is usual
instead of what is there; so neither knows that ``\\tilde\\phi`` is likelier a second time in a formula.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from scipix.engine.recognize.detect import Run
from scipix.engine.recognize.geometry import FloatArray

BORDER, UNKNOWN = 0, 1
"""Numbers of what stands before, behind and between formulas, and of all words without a number."""
LONGEST = 400
"""Words of a formula that are read; what follows is as likely in all readings."""
_BOLD, _OF_BOLD = r"\boldsymbol", 3
"""Bold italic is told by its weight alone, which every renderer draws otherwise: the command and its braces
are no words that a reading should get something back for."""
_WORD = re.compile(r"\\(?:begin|end)\{[a-zA-Z]+\*?\}|\\[a-zA-Z]+|\\.|[^\s\\]", re.DOTALL)
_SIZE = re.compile(r"\\(?:left|right)(?:\.|(?![a-zA-Z]))|\\(?:big|Big|bigg|Bigg)[lrm]?(?![a-zA-Z])")


def words(latex: str) -> list[str]:
    """The words of a formula in normal form: commands and characters, without the sizes of delimiters."""
    return _WORD.findall(_SIZE.sub(" ", latex))


def numbers_of(known: Sequence[str]) -> dict[str, int]:
    """The number of each word; the first two places are BORDER's and UNKNOWN's."""
    return {word: number for number, word in enumerate(known) if number > UNKNOWN}


class Said(NamedTuple):
    """Of F formulas: log probabilities, how many words they hold, and how many different ones, (F,) each.

    The words of ``\\boldsymbol{}`` do not count, but for the different ones.
    """

    chances: FloatArray
    words: FloatArray
    different: FloatArray


@dataclass(frozen=True, slots=True)
class Language:
    """A language model: ``run`` is the network, ``numbers`` those of its words."""

    run: Run
    numbers: Mapping[str, int]

    @classmethod
    def of(cls, run: Run, known: Sequence[str]) -> Language:
        """With the words that the network knows, in the order of their numbers."""
        return cls(run, numbers_of(known))

    def read(self, formulas: Sequence[str]) -> Said:
        """What there is to say of formulas, LaTeX in normal form."""
        written = [words(formula) for formula in formulas]
        texts = [self._numbered(text) for text in written]
        lengths = np.array([len(text) for text in texts])
        padded = np.full((len(texts), lengths.max()), BORDER, np.int64)
        for row, text in zip(padded, texts, strict=True):
            row[: len(text)] = text
        chances = self.run({"words": padded})[0]
        read = np.arange(1, padded.shape[1]) < lengths[:, None]
        bold = (padded == self.numbers.get(_BOLD, -1)).sum(1)
        held = lengths - 2 - _OF_BOLD * bold
        different = np.array([len(set(text)) for text in written], np.float32)
        return Said(np.where(read, chances, 0).sum(1).astype(np.float32), held.astype(np.float32), different)

    def _numbered(self, text: Sequence[str]) -> npt.NDArray[np.int64]:
        found = [self.numbers.get(word, UNKNOWN) for word in text[:LONGEST]]
        return np.array([BORDER, *found, BORDER], np.int64)


@dataclass(frozen=True, slots=True)
class OnceRead:
    """Reads each formula once, as the looks at one picture mostly bring the same ones; ``known`` keeps what
    the model said of them."""

    language: Language
    known: dict[str, tuple[float, ...]] = field(default_factory=dict)

    def read(self, formulas: Sequence[str]) -> Said:
        """As :meth:`Language.read`."""
        new = [formula for formula in formulas if formula not in self.known]
        if new:
            self.known.update(zip(new, zip(*self.language.read(new), strict=True), strict=True))
        return Said(*np.array([self.known[formula] for formula in formulas], np.float32).T)
