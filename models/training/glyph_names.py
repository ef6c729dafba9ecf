"""Which glyphs of which fonts draw each symbol class: typeset every class in every family and read it back.

    python -m scipix.models.training.glyph_names [--models DIR]

Writes ``glyph_names.json`` beside the weights. What the glyph's character and its font's name tell anyway is
left out.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pymupdf

from scipix.app.documents.glyphs import GlyphReader
from scipix.engine.latex import symbols as S
from scipix.engine.recognize.assemble import ROOT_SIGN, RULE
from scipix.engine.recognize.glyph_classes import TABLE, GlyphClasses, family
from scipix.engine.types import Glyph
from scipix.models.training.font_families import PDFLATEX
from scipix.models.training.typeset import typeset

_HEIGHTS = (3, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 22, 24, 27, 30, 40, 60, 90)
"""Points of what delimiters and roots enclose."""
_WIDTHS = (3, 6, 9, 12, 15, 18, 22, 30, 60)
_SAME_OFFSET = 0.03
_WIDE = frozenset(
    r"\widehat \widetilde \overbrace \underbrace \overrightarrow \overleftarrow \overleftrightarrow".split()
)
_ARROWS = frozenset(r"\overrightarrow \overleftarrow \overleftrightarrow".split())
"""Drawn with minus signs and arrows, which are symbols of their own."""
_BRACES = frozenset({r"\overbrace", r"\underbrace"})
"""Drawn with tips and rules at any distance."""
_TELLING = frozenset(
    r"\alpha \omega \infty \sum \in \leq \subset \mathbb{R} \mathcal{A} \mathfrak{g} \mathscr{A} \leqslant "
    r"\boldsymbol{\alpha} \boldsymbol{x} \langle \rightarrow \square \varkappa".split()
)
"""Fonts that draw one of these are there for mathematics."""
Parts = list[tuple[str, float | None, float]]


def sources(token: str) -> Iterator[tuple[str, bool]]:
    """Ways to draw a class alone, and whether its glyphs may be pieces that stretch."""
    if token == ROOT_SIGN:
        yield from ((rf"\sqrt{{\rule{{0pt}}{{{height}pt}}}}", True) for height in _HEIGHTS)
    elif token in _WIDE:
        yield from ((rf"{token}{{\hskip {width}pt}}", True) for width in _WIDTHS)
    elif token in set(S.ACCENTS.values()):
        yield f"{token}{{}}", False
    else:
        yield from (
            (rf"\{style}style {token}", False) for style in ("display", "text", "script", "scriptscript")
        )
    if token in S.DELIMITERS:
        yield from ((rf"\{size}{token}", True) for size in ("big", "Big", "bigg", "Bigg"))
        yield from ((rf"\left{token}\rule{{0pt}}{{{height}pt}}\right.", True) for height in _HEIGHTS)


class Table:
    """Collects what is seen; earlier classes win."""

    def __init__(self, classes: list[str]) -> None:
        self.rules = GlyphClasses.of(classes, {})
        self.names: dict[str, dict[str, str]] = defaultdict(dict)
        self.pieces: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self.composed: list[tuple[str, str, Parts]] = []
        self.mathematical: set[str] = set()

    def add(self, token: str, glyphs: tuple[Glyph, ...], stretches: bool) -> None:
        """One drawing of a class; fonts whose glyphs have no names cannot be told by them."""
        if not all(glyph.name for glyph in glyphs):
            return
        if token in _TELLING:
            self.mathematical |= {family(glyph.font) for glyph in glyphs}
        if len(glyphs) == 1:
            self.names[family(glyphs[0].font)].setdefault(glyphs[0].name, token)
        elif stretches and token not in _ARROWS | _BRACES:
            for glyph in glyphs:
                tokens = self.pieces[family(glyph.font)][glyph.name]
                if token not in tokens:
                    tokens.append(token)
        elif glyphs and token not in _ARROWS | {r"\dddot"}:
            first = glyphs[0]
            free = token in _BRACES
            parts: Parts = [
                (one.name, None if free else _em(one.x - first.x, first), _em(one.y - first.y, first))
                for one in glyphs
            ]
            font = family(first.font)
            if not any(font == other and _same(parts, known) for _, other, known in self.composed):
                self.composed.append((token, font, parts))

    def content(self) -> dict[str, object]:
        """For the file, without what the rules say anyway (see ``prune``)."""
        names = {font: dict(sorted(table.items())) for font, table in sorted(self.names.items()) if table}
        pieces = {font: dict(sorted(table.items())) for font, table in sorted(self.pieces.items())}
        return {
            "names": names, "pieces": pieces, "composed": self.composed,
            "mathematical": sorted(self.mathematical),
        }  # fmt: skip

    def prune(self, glyphs: dict[tuple[str, str], Glyph]) -> None:
        """Drop the names that character and style of the font tell right."""
        for (font, name), glyph in glyphs.items():
            token = self.names.get(font, {}).get(name)
            if token is not None and self.rules.of_character(glyph.text, glyph.font) == token:
                del self.names[font][name]


def _em(distance: float, glyph: Glyph) -> float:
    return round(distance / glyph.size, 3)


def _same(a: Parts, b: Parts) -> bool:
    """Whether two signs are drawn with the same glyphs in nearly the same places."""
    return [name for name, *_ in a] == [name for name, *_ in b] and all(
        abs((p or 0.0) - (q or 0.0)) <= _SAME_OFFSET
        for x, y in zip(a, b, strict=True)
        for p, q in zip(x[1:], y[1:], strict=True)
    )


def collect(classes: list[str], fonts: list[str]) -> Table:
    """Draw everything and read it back."""
    table, examples = Table(classes), dict[tuple[str, str], Glyph]()
    asked = [(token, source, soft) for token in ordered(classes) for source, soft in sources(token)]
    for font in fonts:
        found: dict[int, tuple[Glyph, ...]] = {}
        for batch in typeset([source for _, source, _ in asked], font):
            with pymupdf.open(stream=batch.pdf, filetype="pdf") as document:
                reader = GlyphReader(document)
                found |= {number: reader.read(page).glyphs for number, page in batch.pages.items()}
        for number, glyphs in sorted(found.items()):
            token, _, stretches = asked[number]
            table.add(token, glyphs, stretches)
            examples |= {(family(glyph.font), glyph.name): glyph for glyph in glyphs}
        print(font, len(found), "of", len(asked), flush=True)
    table.prune(examples)
    return table


def ordered(classes: list[str]) -> list[str]:
    """The common ones first: they name a glyph that two classes share."""
    late = {RULE: 3, r"\surd": 2, r"\lgroup": 2, r"\rgroup": 2, r"\dot": 0, r"\boldsymbol": 1}
    return sorted((token for token in classes if token != RULE), key=lambda token: late.get(token, 1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=Path, default=Path("models"))
    parser.add_argument("--fonts", nargs="*", default=list(PDFLATEX))
    options = parser.parse_args()
    pymupdf.TOOLS.set_subset_fontnames(True)
    classes = json.loads((options.models / "classes.json").read_text("utf-8"))["classes"]
    content = collect(classes, options.fonts).content()
    lines = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    (options.models / TABLE).write_text(lines.replace('},"', '},\n"') + "\n", "utf-8")


if __name__ == "__main__":
    main()
