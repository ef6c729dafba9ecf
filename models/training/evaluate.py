"""How right is the recogniser? Formulas it was never trained on, in eight fonts, clean and degraded.

    python -m scipix.models.training.evaluate [--part NAME] [--im2latex FILE] [--models DIR]
        [--limit N] [--full] [--conditions] [--typefaces] [--kinds] [--katex FOLDER]

Prints the tables, and writes report.json and a sheet of wrong examples to build/evaluation. With
``--conditions`` the same formulas as screens, paper, cameras and web pages show them are read instead, with
``--typefaces`` these in OpenType typefaces (needs LuaLaTeX), some of which nothing is ever trained on, with
``--kinds`` hard structures one by one, ``--limit`` of each. Typeset pictures are kept there and used again
as long as nothing that they depend on changes. Render-exact matches are judged in the font of the picture:
what a font draws alike no reader of it can tell apart.
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
from scipix.models.training.evaluation_pictures import FOLDER, Picture, PictureSet
from scipix.models.training.evaluation_sets import PARTS, Plan, pictures
from scipix.models.training.report import Result

DEFAULT_IM2LATEX = Path("../shared/data/im2latex_val.txt")
CONDITION_SIZE, KIND_SIZE = 100, 60
"""Pictures of each condition and of each kind."""
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
            one, exact=normalised(one.latex) in map(normalised, _truths(one.picture)),
            rendered=any(drawn[question] for question in _questions(one)),
            similarity=max(edit_similarity(one.latex, truth) for truth in _truths(one.picture)),
        )
        for one in tqdm(results, desc="comparing", mininterval=2)
    ]  # fmt: skip


def _truths(picture: Picture) -> tuple[str, ...]:
    return (picture.truth, *picture.also)


def _questions(result: Result) -> list[tuple[str, str, str]]:
    return [(result.picture.font, result.latex or "", truth) for truth in _truths(result.picture)]


def _drawn_alike(results: Sequence[Result]) -> dict[tuple[str, str, str], bool]:
    """Render-exact for each distinct font, answer and truth."""
    answered = [one for one in results if one.latex is not None]
    questions = sorted({question for one in answered for question in _questions(one)})
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


def evaluate_groups(
    recognizer: FormulaRecognizer, title: str, shown: PictureSet, folder: Path, name: str
) -> dict[str, Any]:
    """Recognise and judge pictures, a line of the table for each of their collections."""
    start = time.process_time()
    answered = answers(recognizer, shown.pictures)
    seconds = time.process_time() - start
    results = judged(answered)
    found = report.group_rows(title, results)
    failures = Counter(one.error for one in results if one.latex is None)
    print(report.table(found))
    print(report.exclusion_table(shown.excluded))
    for reason, count in failures.most_common():
        print(f"no answer, {reason}: {count}")
    print(f"\nprocessor time of the recognition: {seconds:.0f} s for {len(results)} pictures")
    about = {"title": title, "excluded": shown.excluded, "failures": dict(failures.most_common())}
    content = report.as_json(found, [], results, about)
    target = folder / f"{name}.json"
    target.write_text(json.dumps(content, indent=1, allow_nan=False) + "\n", "utf-8")
    drawn = sheet.draw(folder / f"wrong-{name}.png", results)
    print(f"{target}; {drawn} wrong examples: {folder / f'wrong-{name}.png'}")
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
    parser.add_argument("--part", choices=list(PARTS), help="which formulas")
    parser.add_argument("--models", type=Path, help="folder of manifest and weights")
    parser.add_argument("--limit", type=int, help="at most so many formulas; the other sets shrink with it")
    parser.add_argument("--full", action="store_true", help="every formula in every font at every resolution")
    parser.add_argument("--conditions", action="store_true", help="as screens, paper and cameras show them")
    parser.add_argument("--typefaces", action="store_true", help="in OpenType typefaces")
    parser.add_argument("--kinds", action="store_true", help="hard structures, one kind after the other")
    parser.add_argument("--katex", type=Path, help="folder of KaTeX's package from npm, for --conditions")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where pictures and results are kept")
    parser.add_argument("--sheet", type=Path, help="where the wrong examples go")
    options = parser.parse_args(arguments)
    if options.part == "reported" and _in_groups(options):
        parser.error("conditions, typefaces and kinds have the parts development and held-out")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 1 where the recogniser cannot be loaded, or TeX lacks a font or a program."""
    options = _options(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    from scipix.app.paths import models_dir
    from scipix.engine.recognize.recognizer import Recognizer
    from scipix.models.training.typeset import FontMissingError

    try:
        recognizer = Recognizer.load(options.models or models_dir())
    except EngineError as error:
        print(f"{error.title}: {error.message} {error.hint}", file=sys.stderr)
        return 1
    try:
        (_groups if _in_groups(options) else _whole)(recognizer, options)
    except FontMissingError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _in_groups(options: argparse.Namespace) -> bool:
    return options.conditions or options.typefaces or options.kinds


def _whole(recognizer: FormulaRecognizer, options: argparse.Namespace) -> None:
    """The sets of a plan."""
    present = options.im2latex.is_file()
    if not present:
        print(f"{options.im2latex} is not there: generated formulas only", file=sys.stderr)
    part = options.part or "reported"
    plan = Plan(options.im2latex if present else None, full=options.full, part=part)
    plan = plan if options.limit is None else plan.scaled(max(1, options.limit))
    evaluate(recognizer, plan, options.folder, options.sheet or options.folder / "wrong.png")


def _groups(recognizer: FormulaRecognizer, options: argparse.Namespace) -> None:
    """Conditions, typefaces and kinds."""
    from scipix.models.training import conditions, kind_pictures

    part, folder = options.part or "development", options.folder
    folder.mkdir(parents=True, exist_ok=True)
    im2latex, count = options.im2latex, options.limit or CONDITION_SIZE
    if (options.conditions or options.typefaces) and not im2latex.is_file():
        print(f"{im2latex} is not there: no conditions and no typefaces", file=sys.stderr)
    elif options.conditions:
        shown = conditions.pictures(im2latex, part, count, options.katex, folder)
        evaluate_groups(recognizer, f"conditions, {part}", shown, folder, f"conditions-{part}")
    if options.typefaces and im2latex.is_file():
        shown = conditions.in_typefaces(im2latex, part, count, folder)
        evaluate_groups(recognizer, f"typefaces, {part}", shown, folder, f"typefaces-{part}")
    if options.kinds:
        shown = kind_pictures.pictures(part, options.limit or KIND_SIZE, folder)
        evaluate_groups(recognizer, f"kinds, {part}", shown, folder, f"kinds-{part}")


if __name__ == "__main__":
    sys.exit(main())
