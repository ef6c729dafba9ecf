"""Wrong examples as one picture to look at: what was shown, what the answer looks like, and both as LaTeX."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from scipix.models.training.drawings import as_drawn
from scipix.models.training.readback import Reader
from scipix.models.training.report import Result
from scipix.models.training.typeset import typeset

WIDTH = 1100
_GAP = 8
_TEXT_SIZE = 13
_LETTERS_A_LINE = 140
_SEED = 3


def chosen(results: Sequence[Result], most: int) -> list[Result]:
    """Answers that do not draw the same as the truth: a fixed random choice, in the order given."""
    wrong = [index for index, one in enumerate(results) if not one.rendered]
    return [results[index] for index in sorted(random.Random(_SEED).sample(wrong, min(most, len(wrong))))]


def draw(path: Path, results: Sequence[Result], most: int = 60) -> int:
    """Write the sheet as PNG; returns how many examples are on it."""
    examples = chosen(results, most)
    renderings = _renderings(examples)
    blocks = [_block(example, picture) for example, picture in zip(examples, renderings, strict=True)]
    sheet = Image.new("RGB", (WIDTH, sum(block.height for block in blocks) or 1), "white")
    top = 0
    for block in blocks:
        sheet.paste(block, (0, top))
        top += block.height
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path)
    return len(examples)


def _renderings(examples: Sequence[Result]) -> list[np.ndarray | None]:
    """Gray pictures of the answers, font and resolution as asked; None where TeX fails."""
    found: list[np.ndarray | None] = [None] * len(examples)
    for font in sorted({one.picture.font for one in examples}):
        numbers = [i for i, one in enumerate(examples) if one.picture.font == font and _drawable(one)]
        sources = [rf"\displaystyle {as_drawn(examples[i].latex or '')}" for i in numbers]
        for batch in typeset(sources, font) if sources else []:
            reader = Reader(batch.pdf)
            for place, page in batch.pages.items():
                found[numbers[place]] = reader.picture(page, examples[numbers[place]].picture.dpi)
    return found


def _drawable(result: Result) -> bool:
    try:
        return bool(as_drawn(result.latex or ""))
    except ValueError:
        return False


def _block(result: Result, rendering: np.ndarray | None) -> Image.Image:
    """One example: question, answer, both as text, and a line below."""
    picture = result.picture
    head = f"{picture.collection} {picture.formula}, {picture.font}, {picture.dpi} dpi"
    head += f", similarity {result.similarity:.2f}"
    parts = [_text(head, "gray"), Image.fromarray(picture.image()).convert("RGB")]
    if rendering is not None:
        parts.append(Image.fromarray(rendering).convert("RGB"))
    answer = f"no answer: {result.error}" if result.latex is None else result.latex
    parts += [_text(f"true  {picture.truth}", "black"), _text(f"read  {answer}", "darkred")]
    parts = [part if part.width <= WIDTH else _narrowed(part) for part in parts]
    block = Image.new("RGB", (WIDTH, sum(part.height + _GAP for part in parts) + 2 * _GAP), "white")
    top = _GAP
    for part in parts:
        block.paste(part, (_GAP, top))
        top += part.height + _GAP
    ImageDraw.Draw(block).line((0, block.height - 1, WIDTH, block.height - 1), fill="lightgray")
    return block


def _narrowed(part: Image.Image) -> Image.Image:
    return part.resize((WIDTH, max(1, round(part.height * WIDTH / part.width))), Image.Resampling.LANCZOS)


def _text(text: str, colour: str) -> Image.Image:
    """Lines of text; LaTeX in normal form is ASCII."""
    lines = textwrap.wrap(text, _LETTERS_A_LINE) or [""]
    font = ImageFont.load_default(_TEXT_SIZE)
    image = Image.new("RGB", (WIDTH, (_TEXT_SIZE + 4) * len(lines)), "white")
    ImageDraw.Draw(image).multiline_text((0, 0), "\n".join(lines), colour, font)
    return image
