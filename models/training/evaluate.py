"""How right is the recogniser? Formulas it was never trained on, in eight fonts, clean and degraded.

    python -m scipix.models.training.evaluate [--part NAME] [--im2latex FILE] [--models DIR]
        [--limit N] [--full]

Prints the tables, and writes report.json and a sheet of wrong examples to build/evaluation. Typeset pictures
are kept there and used again as long as nothing that they depend on changes. Render-exact matches are judged
in the font of the picture: what a font draws alike no reader of it can tell apart.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from tqdm import tqdm

from scipix.engine.errors import EngineError
from scipix.engine.types import Recognition
from scipix.models.training import report, sheet
from scipix.models.training.compare import edit_similarity, normalised
from scipix.models.training.drawings import same_renderings
from scipix.models.training.evaluation_pictures import FOLDER, Picture
from scipix.models.training.evaluation_sets import PARTS, Plan, pictures
from scipix.models.training.report import Result

DEFAULT_IM2LATEX = Path("../shared/data/im2latex_val.txt")
log = logging.getLogger(__name__)


class FormulaRecognizer(Protocol):
    """What is evaluated."""

    def recognize(self, image: np.ndarray, *, alternatives: int = 5) -> Recognition: ...


def answers(recognizer: FormulaRecognizer, shown: Sequence[Picture]) -> list[Result]:
    """Every picture once. A failure is an answer that is missing, and its reason is kept."""
    return [_answer(recognizer, one) for one in tqdm(shown, desc="recognising", mininterval=2)]


def _answer(recognizer: FormulaRecognizer, picture: Picture) -> Result:
    image = picture.image()
    start = time.perf_counter()
    latex, failure, confidence = None, "", 0.0
    try:
        found = recognizer.recognize(image)
        latex, confidence = found.latex, found.confidence
    except EngineError as error:
        failure = error.title
    except Exception as error:  # a crash is a bug to be seen, but not the end of the other answers
        log.exception("the recogniser crashed on %s %d", picture.collection, picture.formula)
        failure = f"crash: {type(error).__name__}"
    return Result(picture, latex, failure, confidence, 1000 * (time.perf_counter() - start))


def judged(results: Sequence[Result]) -> list[Result]:
    """The answers compared with the truth."""
    drawn = _drawn_alike(results)
    return [
        one if one.latex is None
        else replace(
            one, exact=normalised(one.latex) == normalised(one.picture.truth),
            rendered=drawn[_question(one)], similarity=edit_similarity(one.latex, one.picture.truth),
        )
        for one in tqdm(results, desc="comparing", mininterval=2)
    ]  # fmt: skip


def _question(result: Result) -> tuple[str, str, str]:
    return result.picture.font, result.latex or "", result.picture.truth


def _drawn_alike(results: Sequence[Result]) -> dict[tuple[str, str, str], bool]:
    """Render-exact for each distinct font, answer and truth."""
    questions = sorted({_question(one) for one in results if one.latex is not None})
    found: dict[tuple[str, str, str], bool] = {}
    for font in tqdm(sorted({font for font, _, _ in questions}), desc="typesetting answers", mininterval=2):
        mine = [question for question in questions if question[0] == font]
        same = same_renderings([(answer, truth) for _, answer, truth in mine], font)
        found.update(zip(mine, same, strict=True))
    return found


def evaluate(recognizer: FormulaRecognizer, plan: Plan, folder: Path, sheet_file: Path) -> dict[str, Any]:
    """Recognise and judge the plan's pictures, print and write everything; returns what report.json holds."""
    shown = pictures(plan, folder)
    start = time.perf_counter()
    results = judged(answers(recognizer, shown.pictures))
    found = report.rows(results)
    worst = report.confusions([one for one in results if not one.picture.degraded])
    failures = Counter(one.error for one in results if one.latex is None)
    about = {
        "im2latex": str(plan.im2latex) if plan.im2latex else None, "formulas": plan.count, "full": plan.full,
        "part": plan.part, "grammar_seed": PARTS[plan.part][1], "excluded": shown.excluded,
        "failures": dict(failures.most_common()),
        "exact_but_for_word_blanks": sum(map(_blanks_differ, results)),
        "milliseconds": _percentiles([one.milliseconds for one in results]),
        "seconds": round(time.perf_counter() - start, 1),
    }  # fmt: skip
    print(report.table(found))
    print(report.confusion_table(worst))
    print(report.exclusion_table(shown.excluded))
    print(f"\nexact but for blanks between words: {about['exact_but_for_word_blanks']}")
    for reason, count in failures.most_common():
        print(f"no answer, {reason}: {count}")
    content = report.as_json(found, worst, results, about)
    (folder / "report.json").write_text(json.dumps(content, indent=1, allow_nan=False) + "\n", "utf-8")
    drawn = sheet.draw(sheet_file, results)
    print(f"\n{folder / 'report.json'}; {drawn} wrong examples: {sheet_file}")
    return content


def _blanks_differ(result: Result) -> bool:
    """Whether an answer counts as exact although blanks between words are wrong."""
    latex, truth = result.latex or "", result.picture.truth
    return result.exact and normalised(latex, gaps=True) != normalised(truth, gaps=True)


def _percentiles(times: Sequence[float]) -> dict[str, float]:
    return {f"p{share}": round(float(np.percentile(times, share)), 1) for share in (50, 95)} if times else {}


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How right is the recogniser? Prints tables.")
    parser.add_argument("--im2latex", type=Path, default=DEFAULT_IM2LATEX, help="one formula a line")
    parser.add_argument("--part", choices=list(PARTS), default="reported", help="which formulas")
    parser.add_argument("--models", type=Path, help="folder of manifest and weights")
    parser.add_argument("--limit", type=int, help="at most so many formulas; the other sets shrink with it")
    parser.add_argument("--full", action="store_true", help="every formula in every font at every resolution")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where pictures and results are kept")
    parser.add_argument("--sheet", type=Path, help="where the wrong examples go")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 1 where the recogniser cannot be loaded."""
    options = _options(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    present = options.im2latex.is_file()
    if not present:
        print(f"{options.im2latex} is not there: generated formulas only", file=sys.stderr)
    plan = Plan(options.im2latex if present else None, full=options.full, part=options.part)
    plan = plan if options.limit is None else plan.scaled(max(1, options.limit))
    from scipix.app.paths import models_dir
    from scipix.engine.recognize.recognizer import Recognizer

    try:
        recognizer = Recognizer.load(options.models or models_dir())
    except EngineError as error:
        print(f"{error.title}: {error.message} {error.hint}", file=sys.stderr)
        return 1
    evaluate(recognizer, plan, options.folder, options.sheet or options.folder / "wrong.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
