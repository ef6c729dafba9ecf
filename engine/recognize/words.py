"""Words have one style: what is upright, sans or typewriter is so from their first letter to their last.

The styles of a small letter differ by a pixel or none, so the letters of a word are easily read in several;
together they tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scipix.engine.latex.spans import split_style
from scipix.engine.recognize.beam import Hypothesis
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.relations import Relation

_STYLES = (r"\mathrm", r"\mathsf", r"\mathtt")
_GAP = 0.12
"""em: letters further apart may belong to two words."""


def in_one_style(
    hypothesis: Hypothesis, classes: Sequence[str], chances: FloatArray, boxes: FloatArray
) -> Hypothesis:
    """The hypothesis with the letters of each word in the style that is likeliest for all of them.

    Args:
        classes: names of the classes.
        chances: (N, C) log probabilities of each symbol's classes.
        boxes: (N, 4) in em.
    """
    chosen = list(hypothesis.classes)
    for word in _words(hypothesis, [split_style(classes[index]) for index in chosen], boxes):
        best = _likeliest(word, [split_style(classes[chosen[index]]) for index in word], classes, chances)
        for index, kind in zip(word, best, strict=True):
            chosen[index] = kind
    return hypothesis if tuple(chosen) == hypothesis.classes else replace(hypothesis, classes=tuple(chosen))


def _words(
    hypothesis: Hypothesis, styled: Sequence[tuple[str, str]], boxes: FloatArray
) -> Iterator[list[int]]:
    """Runs of letters, each next to the one before, in more than one style."""
    letter = [style in _STYLES and text.isalpha() for style, text in styled]
    before = [
        parent
        if relation == Relation.NEXT and parent >= 0 and letter[parent] and letter[child]
        and boxes[child, 0] - boxes[parent, 2] < _GAP else -1
        for child, (parent, relation) in enumerate(
            zip(hypothesis.parents, hypothesis.relations, strict=True)
        )
    ]  # fmt: skip
    after = {parent: child for child, parent in enumerate(before) if parent >= 0}
    for start in after:
        if before[start] >= 0:
            continue
        word = [start]
        while word[-1] in after and len(word) < len(letter):
            word.append(after[word[-1]])
        if len({styled[index][0] for index in word}) > 1:
            yield word


def _likeliest(
    word: Sequence[int], styled: Sequence[tuple[str, str]], classes: Sequence[str], chances: FloatArray
) -> list[int]:
    """Class numbers of a word's letters in the best of the styles that they have now."""
    options = []
    for style in {style for style, _ in styled}:
        names = [f"{style}{{{text}}}" for _, text in styled]
        if all(name in classes for name in names):
            numbers = [classes.index(name) for name in names]
            options.append((sum(float(chances[i, k]) for i, k in zip(word, numbers, strict=True)), numbers))
    if not options:
        return [classes.index(f"{style}{{{text}}}") for style, text in styled]
    return max(options)[1]
