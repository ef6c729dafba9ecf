"""From judged answers to tables: shares with intervals by group, and which symbols are confused."""

from __future__ import annotations

import difflib
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from statistics import fmean
from typing import Any

from scipix.models.training.compare import Estimate, bootstrap, kind_of, tokens, wilson
from scipix.models.training.evaluation_pictures import Picture

NOTHING = ""
"""The partner of a token that was left out or that is too much."""


@dataclass(frozen=True, slots=True)
class Result:
    """A picture, the answer (None where there was none, ``error`` says why) and how right it is."""

    picture: Picture
    latex: str | None
    error: str
    confidence: float
    milliseconds: float
    exact: bool = False
    rendered: bool = False
    similarity: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. Several pictures of one formula are not independent: intervals of such rows are
    a little too narrow, but for those of ``all of them``, where each formula counts once."""

    section: str
    label: str
    pictures: int
    exact: Estimate
    rendered: Estimate
    similarity: Estimate
    unanswered: Estimate


def row(section: str, label: str, results: Sequence[Result]) -> Row:
    count = len(results)
    return Row(
        section, label, count, wilson(sum(one.exact for one in results), count),
        wilson(sum(one.rendered for one in results), count), bootstrap([one.similarity for one in results]),
        wilson(sum(one.latex is None for one in results), count),
    )  # fmt: skip


def rows(results: Sequence[Result]) -> list[Row]:
    """All lines of the table, sections without pictures left out."""
    found, by_section = [row("overall", "all pictures", results)], []
    for collection in ("im2latex", "generated", "arrays"):
        mine = [one for one in results if one.picture.collection == collection]
        main = _clean(mine, 100)
        if not main:
            continue
        label = f"{collection}, clean, 100 dpi"
        found.append(row("overall", label, main))
        by_section += _grouped(f"{label}, by font", main, lambda one: one.picture.font)
        by_section += _grouped(f"{label}, by kind", main, lambda one: kind_of(one.picture.truth))
        by_section += _compared(f"{collection}, the same formulas", mine)
    return found + by_section


def group_rows(section: str, results: Sequence[Result]) -> list[Row]:
    """A line for each collection, in the order of the pictures, and one for all together."""
    groups: dict[str, list[Result]] = defaultdict(list)
    for one in results:
        groups[one.picture.collection].append(one)
    found = [row(section, label, group) for label, group in groups.items()]
    rights: tuple[Callable[[Result], float], ...] = (
        lambda one: one.exact, lambda one: one.rendered, lambda one: one.similarity,
        lambda one: one.latex is None,
    )  # fmt: skip
    together = (_by_formula(results, right) for right in rights)
    return [*found, Row(section, "all of them", len(results), *together)]


def _by_formula(results: Sequence[Result], right: Callable[[Result], float]) -> Estimate:
    """The mean over formulas of how many of their pictures are right, with the interval of formulas."""
    groups: dict[str, list[float]] = defaultdict(list)
    for one in results:
        groups[one.picture.truth].append(right(one))
    return bootstrap(list(map(fmean, groups.values())))


def _clean(results: Sequence[Result], dpi: int) -> list[Result]:
    return [one for one in results if one.picture.dpi == dpi and not one.picture.degraded]


def _grouped(section: str, results: Sequence[Result], key: Callable[[Result], str]) -> Iterator[Row]:
    groups: dict[str, list[Result]] = defaultdict(list)
    for one in results:
        groups[key(one)].append(one)
    return (row(section, label, groups[label]) for label in sorted(groups))


def _compared(section: str, results: Sequence[Result]) -> list[Row]:
    """Resolutions and degradation on exactly the formulas that exist in every one of them."""
    groups: dict[str, list[Result]] = defaultdict(list)
    for one in results:
        groups[f"{one.picture.dpi} dpi{', degraded' if one.picture.degraded else ''}"].append(one)
    if len(groups) < 2:
        return []
    common = set.intersection(*({_name(one) for one in group} for group in groups.values()))
    ordered = sorted(groups, key=lambda label: (len(label), label))
    return [row(section, label, [one for one in groups[label] if _name(one) in common]) for label in ordered]


def _name(result: Result) -> tuple[int, str]:
    return result.picture.formula, result.picture.font


# ---- symbols ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often a token stood in the truth, how often it was read wrongly, and as what ('' for left out)."""

    token: str
    count: int
    wrong: int
    read_as: tuple[tuple[str, int], ...]


def alignment(truth: Sequence[str], prediction: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of true and predicted token; '' stands for a token left out (right) or too much (left)."""
    matcher = difflib.SequenceMatcher(None, truth, prediction, autojunk=False)
    for _, i0, i1, j0, j1 in matcher.get_opcodes():
        left, right = list(truth[i0:i1]), list(prediction[j0:j1])
        length = max(len(left), len(right))
        left += [NOTHING] * (length - len(left))
        right += [NOTHING] * (length - len(right))
        yield from zip(left, right, strict=True)


def confusions(results: Sequence[Result], most: int = 40) -> list[Confusion]:
    """The tokens with the most errors, worst first; '' in the place of the token counts what was too much."""
    seen: Counter[str] = Counter()
    wrong: dict[str, Counter[str]] = defaultdict(Counter)
    for one in results:
        if one.latex is None:
            continue
        for true, read in alignment(tokens(one.picture.truth), tokens(one.latex)):
            seen[true] += 1
            if true != read:
                wrong[true][read] += 1
    ranked = sorted(wrong, key=lambda token: (-wrong[token].total(), token))[:most]
    return [Confusion(one, seen[one], wrong[one].total(), tuple(wrong[one].most_common(5))) for one in ranked]


# ---- output ----------------------------------------------------------------------------------------------


def table(found: Sequence[Row]) -> str:
    """The lines as text, in per cent with the 95 % interval in brackets."""
    heads = ("pictures", "exact match", "render-exact", "edit similarity", "no answer")
    lines: list[str] = []
    section = ""
    for one in found:
        if one.section != section:
            section = one.section
            lines += ["", f"{section:<34}" + f"{heads[0]:>9}" + "".join(f"{head:>22}" for head in heads[1:])]
        cells = (_percent(value) for value in (one.exact, one.rendered, one.similarity, one.unanswered))
        lines.append(f"  {one.label:<32}{one.pictures:>9}" + "".join(f"{cell:>22}" for cell in cells))
    return "\n".join(lines)


def _percent(value: Estimate) -> str:
    if math.isnan(value.value):
        return "-"
    return f"{100 * value.value:.1f} [{100 * value.low:.1f}, {100 * value.high:.1f}]"


def confusion_table(found: Sequence[Confusion]) -> str:
    lines = ["", f"{'worst symbols':<22}{'in truth':>9}{'wrong':>7}   read as"]
    for one in found:
        as_what = ", ".join(f"{read or 'nothing'} ({count})" for read, count in one.read_as)
        name, count = (one.token, str(one.count)) if one.token else ("(too much)", "")
        lines.append(f"  {name:<20}{count:>9}{one.wrong:>7}   {as_what}")
    return "\n".join(lines)


def exclusion_table(excluded: dict[str, dict[str, int]], most: int = 12) -> str:
    """What was left out; of many reasons the commonest."""
    lines: list[str] = []
    for collection, reasons in excluded.items():
        lines += ["", f"left out of {collection}: {sum(reasons.values())} formulas"]
        lines += [f"  {count:>5}  {reason}" for reason, count in list(reasons.items())[:most]]
        if rest := list(reasons.values())[most:]:
            lines.append(f"  {sum(rest):>5}  for {len(rest)} other reasons")
    return "\n".join(lines)


def as_json(
    found: Sequence[Row], worst: Sequence[Confusion], results: Sequence[Result], about: dict[str, Any]
) -> dict[str, Any]:
    """Everything, each picture's answer included, without the pixels. Shares are 0..1, NaN is null."""
    return {
        **about,
        "rows": [_finite(asdict(one)) for one in found],
        "confusions": [asdict(one) for one in worst],
        "results": [_finite(_plain(one)) for one in results],
    }


def _plain(result: Result) -> dict[str, Any]:
    picture = result.picture
    asked = ("collection", "formula", "font", "dpi", "degraded", "truth")
    answered = ("latex", "error", "confidence", "milliseconds", "exact", "rendered", "similarity")
    return {name: getattr(picture, name) for name in asked} | {
        name: getattr(result, name) for name in answered
    }


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _finite(one) for name, one in value.items()}
    return None if isinstance(value, float) and not math.isfinite(value) else value
