"""The test pictures: fixed formulas, typeset from their own source with its spaces, in eight font families.

The choice is the beginning of a part of one seeded shuffle, and the fonts take turns: a smaller set is a part
of the larger one. What does not parse, what pdfLaTeX rejects, and what holds a symbol that its family draws
like another is left out and counted.

Scripts that a space sets off may be read stacked, as the normal form has them, or behind an empty group, as
they are seen.

There are three parts without a common formula: ``reported``, on which settings were once chosen, too;
``development``, to look at wrong answers and to choose settings; ``held-out``, on which nothing is ever
chosen.
"""

from __future__ import annotations

import hashlib
import inspect
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from tqdm import tqdm

from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.write import write
from scipix.models.training import (
    augment,
    augment_geometry,
    augment_sample,
    augment_tone,
    corpus,
    font_families,
    grammar,
    staggered,
    typeset,
)
from scipix.models.training.drawn_alike import TABLE, drawn_alike, tokens
from scipix.models.training.evaluation_pictures import (
    NOT_SHOWN,
    Picture,
    PictureSet,
    cache_file,
    cached,
    encoded,
)
from scipix.models.training.readback import Reader
from scipix.models.training.typeset import EVALUATION_FONTS

MAIN_DPI = 100
OTHER_DPIS = (80, 150)
_SHUFFLE_SEED = 20_000_001
_DEGRADE_SEED = 20_000_002
GRAMMAR_SEED = 20_000_003
_SPARE = 1.15
"""So many more formulas than needed are tried, because some are left out."""
_COMMENT = re.compile(r"(?<!\\)%")


PARTS: dict[str, tuple[int, int]] = {
    "reported": (0, GRAMMAR_SEED), "development": (2000, 20_000_013), "held-out": (4000, 20_000_023),
}  # fmt: skip
"""Part -> where it begins in the shuffled formulas of im2latex, and the seed of its generated ones."""
_ARRAY_KINDS = ("matrix", "matrix_product", "array", "cases", "system", "aligned")


@dataclass(frozen=True, slots=True)
class Plan:
    """How large the sets are: clean at 100 dpi; of these at 80 and 150 and degraded; generated; of the
    generated kinds with rows and columns alone. ``part`` is one of :data:`PARTS`."""

    im2latex: Path | None
    count: int = 1000
    smaller: int = 300
    generated: int = 300
    arrays: int = 200
    full: bool = False
    part: str = "reported"

    def scaled(self, limit: int) -> Plan:
        """The same proportions with at most ``limit`` formulas of im2latex."""
        factor = min(1.0, limit / self.count)
        wanted = (self.count, self.smaller, self.generated, self.arrays)
        sizes = [max(1, round(size * factor)) for size in wanted]
        return Plan(self.im2latex, *sizes, self.full, self.part)


@dataclass(frozen=True, slots=True)
class Page:
    """An accepted formula in a font and where its page is."""

    formula: int
    font: str
    source: str
    reader: Reader
    page: int


def pictures(plan: Plan, folder: Path) -> PictureSet:
    """The set of a plan, from the folder's cache where it has been made before."""
    path = cache_file(folder, _key(plan))
    found = cached(path, lambda: _made(plan))
    path.touch()  # the benchmark takes the set that was used last
    return found


def _key(plan: Plan) -> str:
    """A hash of everything that the pictures depend on: formulas, sizes, and the code that makes them."""
    digest = hashlib.sha256(repr(replace(plan, im2latex=None)).encode())
    degradations = (augment, augment_sample, augment_geometry, augment_tone)
    own = (inspect.getmodule(_key), inspect.getmodule(Reader), inspect.getmodule(tokens))
    for module in (typeset, font_families, staggered, *degradations, *own):
        digest.update(inspect.getsource(module).encode())
    for source in (*_generated(plan), *_arrays(plan)):
        digest.update(source.encode())
    digest.update(TABLE.read_bytes())
    if plan.im2latex is not None:
        digest.update(plan.im2latex.read_bytes())
    return digest.hexdigest()[:16]


def _made(plan: Plan) -> PictureSet:
    found: list[Picture] = []
    excluded: dict[str, dict[str, int]] = {}
    if plan.im2latex is not None:
        lines = shuffled(plan.im2latex, plan.part)
        pages, excluded["im2latex"] = accepted(lines, plan.count, plan.full)
        smaller = plan.count if plan.full else plan.smaller
        for page in tqdm(pages, desc="rendering im2latex", mininterval=2):
            dpis = (MAIN_DPI, *OTHER_DPIS) if page.formula < smaller else (MAIN_DPI,)
            found += [clean(page, "im2latex", dpi) for dpi in dpis]
            if page.formula < smaller:
                found.append(_degraded(page, found[-len(dpis)]))
    for name, sources, count in (
        ("generated", _generated(plan), plan.generated), ("arrays", _arrays(plan), plan.arrays),
    ):  # fmt: skip
        pages, excluded[name] = accepted(sources, count, plan.full)
        found += [clean(page, name, MAIN_DPI) for page in pages]
    return PictureSet(tuple(found), excluded)


def shuffled(im2latex: Path, part: str) -> list[str]:
    """The formulas of a part in their fixed order; what follows them belongs to the next part."""
    return corpus.shuffled(im2latex, _SHUFFLE_SEED)[PARTS[part][0] :]


def _generated(plan: Plan) -> list[str]:
    return list(grammar.formulas(PARTS[plan.part][1], round(plan.generated * _SPARE) + 8))


def _arrays(plan: Plan) -> list[str]:
    rng = random.Random(PARTS[plan.part][1] + 1)
    count = round(plan.arrays * _SPARE) + 8
    return [grammar.generate(rng, _ARRAY_KINDS[i % len(_ARRAY_KINDS)]) for i in range(count)]


def accepted(sources: Iterable[str], count: int, full: bool) -> tuple[list[Page], dict[str, int]]:
    """The first ``count`` usable formulas, renumbered, in their font or in all; why others were left out."""
    reasons: Counter[str] = Counter()
    readable = list(parsed(sources, round(count * _SPARE) + 8, reasons))
    wanted = {
        font: [i for i in range(len(readable)) if full or EVALUATION_FONTS[i % len(EVALUATION_FONTS)] == font]
        for font in EVALUATION_FONTS
    }
    pages: dict[int, list[Page]] = {}
    for font, numbers in tqdm(wanted.items(), desc="typesetting", mininterval=2):
        for page in _typeset(readable, numbers, font):
            pages.setdefault(page.formula, []).append(page)
    chosen = sorted(pages)[:count]
    last = chosen[-1] if chosen else -1
    rejected = sum(len(numbers[: sum(n <= last for n in numbers)]) for numbers in wanted.values())
    kept = [_renumbered(page, rank) for rank, number in enumerate(chosen) for page in pages[number]]
    if rejected > len(kept):
        reasons[NOT_SHOWN] = rejected - len(kept)
    return kept, dict(reasons.most_common())


def parsed(sources: Iterable[str], count: int, reasons: Counter[str]) -> Iterator[str]:
    """The first ``count`` sources that parse; the reasons of those passed over are counted."""
    for source in sources:
        if count == 0:
            return
        try:
            drawn = parse(source)
        except ParseError as error:
            reasons[f"does not parse: {error}"] += 1
            continue
        if not drawn or _COMMENT.search(source):
            reasons["empty, or holds a comment"] += 1
            continue
        count -= 1
        yield source


def _typeset(sources: Sequence[str], numbers: Sequence[int], font: str) -> Iterator[Page]:
    """Pages of the formulas with those numbers whose symbols a font shows as themselves."""
    numbers = [number for number in numbers if drawn_alike(font).isdisjoint(tokens(sources[number]))]
    wrapped = [r"\displaystyle " + sources[number] for number in numbers]
    for batch in typeset.typeset(wrapped, font) if wrapped else []:
        reader = Reader(batch.pdf)
        for place, page in batch.pages.items():
            yield Page(numbers[place], font, sources[numbers[place]], reader, page)


def _renumbered(page: Page, rank: int) -> Page:
    return replace(page, formula=rank)


def clean(page: Page, collection: str, dpi: int) -> Picture:
    """Anti-aliased, black on white, with the margin of the page (6 pt)."""
    png, truth = encoded(page.reader.picture(page.page, dpi)), write(parse(page.source))
    also = staggered.as_right([page.source])
    return Picture(collection, page.formula, page.font, dpi, False, page.source, truth, png, also)


def _degraded(page: Page, clean: Picture) -> Picture:
    """The same through the whole mixture of effects (geometry, neighbours, noise ...), and coloured."""
    seed = (_DEGRADE_SEED, page.formula, EVALUATION_FONTS.index(page.font))
    image = augment.degraded_rgb(clean.image(), _harsh(seed), 10 * clean.dpi / 72, geometry=True)
    return replace(clean, degraded=True, png=encoded(image))


def _harsh(seed: tuple[int, ...]) -> np.random.Generator:
    """A generator that makes none of the nearly clean pictures: their coin is the first number drawn."""
    attempt = 0
    while np.random.default_rng((*seed, attempt)).random() < augment.CLEAN_SHARE:
        attempt += 1
    return np.random.default_rng((*seed, attempt))
