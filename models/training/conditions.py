"""The same formulas of im2latex as real life shows them: screens, themes, paper, cameras, web pages, and with
what a careless snip takes along.

The formulas belong to the parts ``development`` and ``held-out`` of the evaluation; every picture follows
from a fixed seed, its condition and its number.
"""

from __future__ import annotations

import hashlib
import inspect
import random
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tqdm import tqdm

from scipix.engine.latex.parse import parse
from scipix.engine.latex.write import write
from scipix.models.training import condition_effects as effects
from scipix.models.training import condition_settings as settings
from scipix.models.training import condition_web as web
from scipix.models.training import font_families, staggered, typeset
from scipix.models.training.condition_effects import Effect, Sheet
from scipix.models.training.condition_settings import Setting
from scipix.models.training.drawn_alike import TABLE, drawn_alike, tokens
from scipix.models.training.evaluation_pictures import NOT_SHOWN, Picture, PictureSet, cached, encoded
from scipix.models.training.evaluation_sets import parsed, shuffled
from scipix.models.training.font_families import OPENTYPE, UNSEEN
from scipix.models.training.readback import Reader
from scipix.models.training.typeset import EVALUATION_FONTS

_SEED = 20_000_101
_SPARE = 8
"""So many more formulas are typeset, for those that are not shown."""


@dataclass(frozen=True, slots=True)
class Condition:
    """How pictures of a condition come about; ``font`` is fixed for some, else the fonts take turns."""

    name: str
    effect: Effect
    setting: Setting = settings.alone
    font: str | None = None


CONDITIONS: tuple[Condition, ...] = (
    Condition("clean, 100 dpi", effects.plain(100)),
    Condition("sub-pixel fringes, 96 and 110 dpi", effects.cleartype),
    Condition("90 dpi", effects.plain(90)),
    Condition("110 dpi", effects.plain(110)),
    Condition("144 dpi", effects.plain(144)),
    Condition("220 dpi", effects.plain(220)),
    Condition("dark theme", effects.dark),
    Condition("coloured", effects.coloured),
    Condition("highlighted", effects.highlighted),
    Condition("slide", effects.slide, font="sans"),
    Condition("scan", effects.scan),
    Condition("black and white scan", effects.bilevel),
    Condition("phone picture", effects.phone),
    Condition("JPEG", effects.jpeg),
    Condition("words on the line", effects.plain(100), settings.words),
    Condition("between lines of text", effects.plain(100), settings.between_lines),
    Condition("neighbouring lines cut", settings.cut_through, settings.between_cut_lines),
    Condition("equation number", effects.plain(100), settings.numbered),
)
TYPEFACES: tuple[Condition, ...] = tuple(
    Condition(file.removesuffix(".otf"), effects.plain(100), font=family)
    for family, file in (UNSEEN | OPENTYPE).items()
)
"""Clean pictures in OpenType fonts, first those that nothing is ever trained on."""
MATHJAX, KATEX = "MathJax", "KaTeX"


@dataclass(frozen=True, slots=True)
class _Formula:
    number: int
    source: str

    @property
    def font(self) -> str:
        return EVALUATION_FONTS[self.number % len(EVALUATION_FONTS)]

    @property
    def truth(self) -> str:
        return write(parse(self.source))


def pictures(im2latex: Path, part: str, count: int, katex: Path | None, folder: Path) -> PictureSet:
    """``count`` formulas under each condition, from the folder's cache where they have been made before."""

    def made() -> PictureSet:
        formulas = _formulas(im2latex, part, count)
        excluded: dict[str, dict[str, int]] = {}
        found = _under(CONDITIONS, formulas, excluded)
        for name in (MATHJAX, KATEX):
            found += _on_the_web(name, formulas, katex, excluded)
        return PictureSet(tuple(found), excluded)

    return cached(folder / f"conditions-{_key(im2latex, part, count, katex)}.npz", made)


def in_typefaces(im2latex: Path, part: str, count: int, folder: Path) -> PictureSet:
    """The same formulas in each of :data:`TYPEFACES`, from the folder's cache where it has them."""

    def made() -> PictureSet:
        excluded: dict[str, dict[str, int]] = {}
        found = _under(TYPEFACES, _formulas(im2latex, part, count), excluded)
        return PictureSet(tuple(found), excluded)

    return cached(folder / f"typefaces-{_key(im2latex, part, count, None)}.npz", made)


def _key(im2latex: Path, part: str, count: int, katex: Path | None) -> str:
    """A hash of everything that the pictures depend on."""
    digest = hashlib.sha256(repr((part, count, katex is not None)).encode())
    own = (inspect.getmodule(_key), inspect.getmodule(parsed), inspect.getmodule(tokens))
    for module in (effects, settings, web, typeset, font_families, staggered, *own):
        digest.update(inspect.getsource(module).encode())
    digest.update(im2latex.read_bytes() + TABLE.read_bytes())
    return digest.hexdigest()[:16]


def _formulas(im2latex: Path, part: str, count: int) -> list[_Formula]:
    """The part's first ``count`` that are shown as they are written."""
    sources = list(parsed(shuffled(im2latex, part), count + _SPARE, Counter()))
    every = [_Formula(number, source) for number, source in enumerate(sources)]
    accepted = {formula for formula, *_ in _typeset(every, CONDITIONS[0])}
    return sorted(accepted, key=lambda formula: formula.number)[:count]


def _under(
    conditions: Sequence[Condition], formulas: Sequence[_Formula], excluded: dict[str, dict[str, int]]
) -> list[Picture]:
    """The formulas under each of the conditions; how many cannot be shown is noted."""
    found: list[Picture] = []
    for condition in tqdm(conditions, desc="drawing", mininterval=2):
        mine = list(_drawn(formulas, condition))
        found += sorted(mine, key=lambda picture: picture.formula)
        if len(mine) < len(formulas):
            excluded[condition.name] = {NOT_SHOWN: len(formulas) - len(mine)}
    return found


def _typeset(
    formulas: Sequence[_Formula], condition: Condition
) -> Iterator[tuple[_Formula, settings.Set, Sheet]]:
    """The formulas in their setting and font, as far as these show them as they are written."""
    fonts = [condition.font] if condition.font else EVALUATION_FONTS
    for font in fonts:
        mine = [one for one in formulas if condition.font or one.font == font]
        mine = [one for one in mine if drawn_alike(font).isdisjoint(tokens(one.source))]
        placed = [condition.setting(one.source, _random(condition.name, one.number)) for one in mine]
        for batch in typeset.typeset([one.source for one in placed], font) if mine else []:
            reader = Reader(batch.pdf)
            for place, page in batch.pages.items():
                yield mine[place], placed[place], Sheet(reader, page)


def _drawn(formulas: Sequence[_Formula], condition: Condition) -> Iterator[Picture]:
    for formula, placed, sheet in _typeset(formulas, condition):
        rng = np.random.default_rng((_SEED, zlib.crc32(condition.name.encode()), formula.number))
        image = condition.effect(sheet, rng)
        # Render-exact is judged in a family of pdfLaTeX.
        font = "cm" if condition in TYPEFACES else condition.font or formula.font
        yield _picture(condition.name, formula, font, image, placed.also)


def _on_the_web(
    name: str, formulas: Sequence[_Formula], katex: Path | None, excluded: dict[str, dict[str, int]]
) -> list[Picture]:
    """Pictures from another renderer; where it is missing none, and why is noted."""
    sources = [formula.source for formula in formulas]
    try:
        images = web.with_mathjax(sources) if name == MATHJAX else web.with_katex(sources, katex)
    except web.MissingError as missing:
        excluded[name] = {f"not installed: {missing}": len(formulas)}
        return []
    found = [
        _picture(name, formula, "cm", image)
        for formula, image in zip(formulas, images, strict=True)
        if image is not None
    ]
    if len(found) < len(formulas):
        excluded[name] = {f"{name} rejects it, or it is too wide": len(formulas) - len(found)}
    return found


def _picture(
    collection: str, formula: _Formula, font: str, image: np.ndarray, answers: tuple[str, ...] = ()
) -> Picture:
    """``answers``: sources that are as right as the formula's own."""
    clean = collection == CONDITIONS[0].name
    also = tuple(write(parse(one)) for one in answers) + staggered.as_right((formula.source, *answers))
    return Picture(
        collection, formula.number, font, 100, not clean, formula.source, formula.truth, encoded(image), also
    )


def _random(name: str, number: int) -> random.Random:
    return random.Random(f"{_SEED} {name} {number}")
