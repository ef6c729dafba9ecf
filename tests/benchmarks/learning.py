"""What does a user's word change? Prints one table: right answers and calibration before and after verdicts.

    python tests/benchmarks/learning.py [--verdicts N ...] [--tests N] [--only USER] [--formulas DIR]

Simulated users read one book, set in one family of type, four of them in one that nothing was trained on;
some of the others renamed its symbols to such as the recogniser confuses. They say what is right about every
answer. Then other formulas of the same book are read, with the way through service and memory that a picture
of the window takes. Needs TeX for the pictures.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import islice, pairwise
from pathlib import Path

import cv2
import numpy as np
from tqdm import tqdm

from scipix.app.memory import calibration
from scipix.app.memory.calibration import expected_error, sure_threshold, wilson
from scipix.app.memory.learned import Learned
from scipix.app.memory.memory import CONFIRMED, EDITED, Memory, MemoryOptions
from scipix.app.paths import models_dir
from scipix.app.service import RecognitionService
from scipix.engine.errors import NoFormulaError
from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.tree import Sym
from scipix.engine.latex.write import write
from scipix.engine.recognize.recognizer import Recognizer
from scipix.engine.types import Recognition
from scipix.models.training import augment, evaluation_sets
from scipix.models.training.calibrate import noise, observed
from scipix.models.training.compare import normalised
from scipix.models.training.drawn_alike import drawn_alike, tokens
from scipix.models.training.evaluation_pictures import FOLDER
from scipix.models.training.evaluation_sets import Plan
from scipix.models.training.readback import Reader
from scipix.models.training.typeset import typeset

_SHUFFLE = 3
_SHORT, _LONG = 12, 160
"""Characters of a formula."""
_STEP = 500
"""Formulas typeset at a time."""
_SPARE = 1.8
_LEARN_AFTER = (50, 100, 200, 300, 600, 1000, 2000, 3000, 6000, 10_000)
"""Verdicts; the window learns more often, every fiftieth of what it has."""
NOTATION = {
    "x": r"\chi", "v": r"\nu", "w": r"\omega", "k": r"\kappa", "p": r"\rho", "n": r"\eta", "i": r"\iota",
    "a": r"\alpha", "y": r"\gamma", "u": r"\upsilon", "l": r"\ell", "T": r"\mathsf{T}", "B": r"\mathcal{B}",
    r"\phi": r"\varphi", r"\epsilon": r"\varepsilon", r"\emptyset": r"\varnothing", r"\subset": r"\subseteq",
}  # fmt: skip
"""Symbols of the book and what the user with a notation of their own writes instead."""


@dataclass(frozen=True, slots=True)
class User:
    """What somebody reads: a book in a family of type at a resolution, in notation of their own or not."""

    name: str
    book: str
    font: str
    dpi: int
    own: bool = True
    degraded: bool = False


USERS = (
    User("fourier", "dadaurs-lecture", "fourier", 80),
    User("antt", "dadaurs-lecture", "antt", 100),
    User("degraded", "dadaurs-lecture", "fourier", 100, degraded=True),
    User("plain", "dadaurs-lecture", "euler", 100, own=False),
    User("fira", "dadaurs-lecture", "fira", 100, own=False),
    User("garamond", "dadaurs-lecture", "garamond", 100, own=False),
    User("bonum", "dadaurs-lecture", "bonum", 100, own=False),
    User("neohellenic", "dadaurs-lecture", "neohellenic", 100, own=False),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture and what it shows, as it is compared."""

    image: np.ndarray
    latex: str
    truth: str


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a picture; nothing read is wrong without a confidence, and an answer of None."""

    right: bool
    answer: Recognition | None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    what: str
    value: str
    note: str = ""


# -- the user's formulas ------------------------------------------------------------------------------------
def renamed(part: object) -> object:
    """A tree (or a part of one) in the user's own notation."""
    if isinstance(part, Sym):
        return replace(part, token=NOTATION.get(part.token, part.token))
    if isinstance(part, tuple):
        return tuple(map(renamed, part))
    if isinstance(part, str | int):
        return part
    return replace(part, **{one.name: renamed(getattr(part, one.name)) for one in fields(part)})


def formulas(user: User, folder: Path) -> list[str]:
    """Different formulas of the book in a fixed order, in normal form."""
    found: set[str] = set()
    with gzip.open(folder / f"{user.book}.txt.gz", "rt", encoding="utf-8") as file:
        for line in file:
            if _SHORT <= len(line.strip()) <= _LONG:
                try:
                    row = parse(line.strip())
                except ParseError:
                    continue
                found.add(write(renamed(row) if user.own else row))
    lines = sorted(found - {""})
    random.Random(_SHUFFLE).shuffle(lines)
    return lines


def pictures(user: User, lines: Sequence[str]) -> Iterator[Shown]:
    """Of the formulas that TeX accepts and whose symbols the font draws as themselves."""
    for start in range(0, len(lines), _STEP):
        alike = drawn_alike(user.font)
        part = [latex for latex in lines[start : start + _STEP] if alike.isdisjoint(tokens(latex))]
        for batch in typeset([rf"\displaystyle {latex}" for latex in part], user.font):
            reader = Reader(batch.pdf)
            for place, page in sorted(batch.pages.items()):
                image = reader.picture(page, user.dpi)
                if user.degraded:
                    rng = np.random.default_rng((_SHUFFLE, start + place))
                    image = augment.degraded_rgb(image, rng, 10 * user.dpi / 72, geometry=True)
                yield Shown(image, part[place], normalised(part[place]))


# -- reading ------------------------------------------------------------------------------------------------
def read(service: RecognitionService, shown: Shown) -> Read:
    try:
        answer = service.recognise(shown.image, recall=False)
    except NoFormulaError:
        return Read(False, None)
    return Read(normalised(answer.latex) == shown.truth, answer)


def judged(service: RecognitionService, memory: Memory, shown: Shown) -> Read:
    """The user says what is right: the answer where it looks so, however its delimiters are written."""
    found = read(service, shown)
    if found.answer is not None:
        raw = found.answer.raw_confidence
        plain = replace(found.answer, confidence=found.answer.confidence if raw is None else raw)
        final, kind = (plain.latex, CONFIRMED) if found.right else (shown.latex, EDITED)
        memory.learning.record(plain.entry, plain, final, kind, calibration.features(plain))
    return found


def examined(service: RecognitionService, memory: Memory, tests: Sequence[Shown]) -> list[Read]:
    """The test formulas with what was learned so far; nothing of it is kept."""
    memory.configure(replace(memory.options, private=True))
    found = [read(service, shown) for shown in tqdm(tests, desc="tests", mininterval=10)]
    memory.configure(replace(memory.options, private=False))
    return found


# -- the table ----------------------------------------------------------------------------------------------
def share(right: Sequence[bool]) -> str:
    low, high = wilson(sum(right), len(right))
    return f"{100 * np.mean(right):.1f} % [{100 * low:.1f}, {100 * high:.1f}]"


def confidences(answers: Sequence[Read]) -> tuple[list[float], list[bool]]:
    known = [one for one in answers if one.answer is not None]
    return [one.answer.confidence for one in known if one.answer], [one.right for one in known]


def error(answers: Sequence[Read]) -> str:
    """ECE, what a perfect confidence shows on so many answers, and from where on answers are surely right."""
    chances, right = confidences(answers)
    sure = sure_threshold(chances, right)
    words = f"; surely right from {sure.confidence:.2f} ({sure.count} answers)" if sure else ""
    perfect = noise(np.array(chances))
    return f"ECE {100 * expected_error(chances, right):.1f} % (a perfect one {100 * perfect:.1f} %){words}"


def change(before: Sequence[Read], after: Sequence[Read]) -> str:
    won = sum(b.right and not a.right for a, b in zip(before, after, strict=True))
    lost = sum(a.right and not b.right for a, b in zip(before, after, strict=True))
    return f"{won} more right, {lost} no longer"


def measured(user: User, options: argparse.Namespace, recognizer: Recognizer, folder: Path) -> list[Row]:
    """One user from the first verdict to the last."""
    wanted = options.tests + max(options.verdicts)
    lines = formulas(user, options.formulas)[: round(_SPARE * wanted) + 20]
    shown = pictures(user, lines)
    tests = [next(shown) for _ in range(options.tests)]
    memory = Memory(folder, MemoryOptions(cache_enabled=False), models_dir())
    service = RecognitionService(recognizer, memory)
    before = examined(service, memory, tests)
    rows = [Row(f"{user.name}: before", share([one.right for one in before]), error(before))]
    said: list[Read] = []
    for one in tqdm(islice(shown, max(options.verdicts)), desc=user.name, mininterval=10):
        said.append(judged(service, memory, one))
        if len(said) in {*_LEARN_AFTER, *options.verdicts}:
            learned = memory.learner.learn()
        if len(said) in options.verdicts:
            after = examined(service, memory, tests)
            value = share([test.right for test in after])
            rows.append(Row(f"{user.name}: {len(said)} verdicts", value, error(after)))
            rows.append(Row("", change(before, after), _about(learned)))
    memory.close()
    if len(said) < max(options.verdicts):
        raise SystemExit(f"{user.name}: only {len(said)} formulas of {user.book} can be shown for verdicts")
    return rows + [
        Row(
            f"{user.name}: verdicts {first} to {last}",
            f"{100 * np.mean([o.right for o in part]):.1f} %",
            error(part),
        )
        for first, last in pairwise((0, *_LEARN_AFTER[1::2]))
        if (part := said[first:last])
    ]


def _about(learned: Learned) -> str:
    seen = learned.sight
    sight = (
        f"sight {len(seen)} symbols, width {seen.width}, strength {seen.strength:g}" if seen else "no sight"
    )
    return f"{sight}; language weight {learned.weight:g}"


def shipped(recognizer: Recognizer, im2latex: Path, count: int) -> list[Row]:
    """The calibration as it is shipped, on pictures of formulas that nothing was chosen on."""
    model = calibration.load_shipped(models_dir())
    plan = Plan(im2latex, count, count // 3, count // 6, 0, part="held-out")
    answers = observed(recognizer, evaluation_sets.pictures(plan, FOLDER).pictures)
    if model is None or model.version != recognizer.version:
        return [Row("shipped calibration", "none for these weights")]
    chances = np.array([model.probability(row) for row in answers.features])
    right = answers.right.astype(bool).tolist()
    value = f"ECE {100 * expected_error(chances.tolist(), right):.1f} %"
    perfect = f"a perfect one {100 * noise(chances):.1f} %"
    note = f"{len(right)} answers, {100 * np.mean(right):.1f} % right; {perfect}"
    return [Row("shipped calibration", value, note)]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measures what verdicts change and prints a table.")
    parser.add_argument("--formulas", type=Path, default=Path("../shared/data/formulas"), help="books")
    parser.add_argument("--im2latex", type=Path, default=Path("../shared/data/im2latex_val.txt"))
    parser.add_argument("--verdicts", type=int, nargs="+", default=[1000], help="when to look (1000 10000)")
    parser.add_argument("--tests", type=int, default=400, help="formulas that are not judged")
    parser.add_argument("--held-out", type=int, default=300, help="formulas for the shipped calibration")
    parser.add_argument("--only", choices=["shipped", *(user.name for user in USERS)])
    options = parser.parse_args(arguments)
    cv2.setNumThreads(1)
    recognizer = Recognizer.load(models_dir(), "cpu")
    rows: list[Row] = []
    for user in USERS:
        if options.only in (None, user.name):
            with tempfile.TemporaryDirectory(prefix="learning-bench") as folder:
                rows += measured(user, options, recognizer, Path(folder))
    if options.only in (None, "shipped"):
        rows += shipped(recognizer, options.im2latex, options.held_out)
    width, second = max(len(row.what) for row in rows), max(len(row.value) for row in rows)
    for row in rows:
        print(f"{row.what:<{width}}  {row.value:<{second}}  {row.note}".rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
