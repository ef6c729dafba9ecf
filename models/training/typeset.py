"""Typeset marked formulas with pdfLaTeX, a page a formula, and read the glyphs back.

TeX is let loose on formulas of unknown quality, so a batch that hangs or stops is halved until the culprit
stands alone and is dropped.
"""

from __future__ import annotations

import math
import os
import re
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scipix.models.training.font_families import engine, preamble

EVALUATION_FONTS = ("cm", "lm", "times", "palatino", "charter", "fourier", "sans", "euler")

_ERROR = re.compile(r"^! |Missing character|^Runaway|Emergency stop", re.MULTILINE)
# Text companion symbols (TS1) that a family lacks come from another one in any document: \copyright in Arev.
_OTHER_FAMILY = re.compile(
    r"Font shape `(?!TS1/)\w+/(?P<wanted>\w+)/[^']*' undefined\s*"
    r"\(Font\)\s+using `\w+/(?!(?P=wanted)/)(?P<used>\w+)/"
)
_NO_FONT = re.compile(r'The font "(?P<wanted>[^"]+)" cannot be\s+(?:\(fontspec\)\s+)?found')
_REMEDY = "Install what `packaging/system.sh tex` names."


class FontMissingError(RuntimeError):
    """A family was drawn in another one: LaTeX warns of that once a run and goes on, so no single formula can
    be blamed, and no picture of the run can be trusted."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A PDF and, for each formula that survived, its page (from 0)."""

    pdf: bytes
    pages: dict[int, int]


def typeset(formulas: Sequence[str], font: str) -> list[Batch]:
    """Typeset formulas (each the inside of ``$...$``). Formulas that TeX rejects are absent from the pages.

    Args:
        formulas: LaTeX, index in the sequence = key in the result's pages.
        font: a family of :mod:`font_families <scipix.models.training.font_families>`.

    Raises:
        FontMissingError: the TeX installation lacks a family of the font, or the program that draws it.
    """
    if shutil.which(engine(font)) is None:
        raise FontMissingError(f"{engine(font)} is not installed. {_REMEDY}")
    return _attempt([(i, formula) for i, formula in enumerate(formulas) if _is_closed(formula)], font)


def _is_closed(formula: str) -> bool:
    """Whether it has as many ``\\right`` as ``\\left``: LuaTeX mends what has not until it gives up."""
    left, right = (len(re.findall(rf"\\{side}(?![a-zA-Z])", formula)) for side in ("left", "right"))
    return left == right


_START = {"pdflatex": 3.0, "lualatex": 60.0}
"""Seconds of the processor before the first formula; LuaLaTeX reads the whole font."""
_SPLIT = 8
_HOPELESS = 4
"""A group of this many formulas that still stops TeX is given up."""


_PATIENCE = 20
"""The clock may show this many times the processor's seconds allowed: on a busy machine TeX is no slower, but
waits; what is typeset must not depend on that."""


def _attempt(numbered: list[tuple[int, str]], font: str) -> list[Batch]:
    batch = _run(numbered, font, seconds=_START[engine(font)] + 0.005 * len(numbered))
    if batch is not None:
        return [batch]
    if len(numbered) <= _HOPELESS:
        return []
    step = -(-len(numbered) // _SPLIT)
    groups = [numbered[start : start + step] for start in range(0, len(numbered), step)]
    return [batch for group in groups for batch in _attempt(group, font)]


def _run(numbered: list[tuple[int, str]], font: str, seconds: float) -> Batch | None:
    body = "\n".join(f"\\F{{{number}}}{{{formula}}}" for number, formula in numbered)
    with tempfile.TemporaryDirectory(prefix="typeset") as folder:
        (Path(folder) / "f.tex").write_text(preamble(font) + body + "\n\\end{document}\n")
        limit = math.ceil(seconds)
        command = [engine(font), "-interaction=nonstopmode", "-no-shell-escape", "f.tex"]
        environment = os.environ | {"max_print_line": "100000", "openout_any": "p"}
        try:
            subprocess.run(
                command, cwd=folder, env=environment, timeout=_PATIENCE * seconds, check=False,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit)),
            )  # fmt: skip
            log = (Path(folder) / "f.log").read_text("latin-1")
        except (subprocess.TimeoutExpired, FileNotFoundError):
            return None
        refuse_other_families(log)
        if "Output written on" not in log:
            return None
        return Batch((Path(folder) / "f.pdf").read_bytes(), surviving_pages(log))


def refuse_other_families(log: str) -> None:
    """Look for a font family that was not there.

    Raises:
        FontMissingError: LaTeX took another family for it, or LuaLaTeX has no such font.
    """
    absent = _NO_FONT.search(log)
    if absent:
        raise FontMissingError(f"TeX has no font {absent['wanted']}. {_REMEDY}")
    found = _OTHER_FAMILY.search(log)
    if found:
        raise FontMissingError(
            f"TeX has no font family {found['wanted']} and would draw it as {found['used']}. {_REMEDY}"
        )


def surviving_pages(log: str) -> dict[int, int]:
    """Formula number -> page (from 0) of those typeset without an error, read from the log's markers."""
    pages: dict[int, int] = {}
    for match in re.finditer(r"^<<(\d+)\n(.*?)^>>\1 (\d+)$", log, re.MULTILINE | re.DOTALL):
        if not _ERROR.search(match.group(2)):
            pages[int(match.group(1))] = int(match.group(3)) - 1
    return pages
