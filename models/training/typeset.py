"""Typeset marked formulas with pdfLaTeX, a page a formula, and read the glyphs back.

TeX is let loose on formulas of unknown quality, so a batch that hangs or stops is halved until the culprit
stands alone and is dropped.
"""

from __future__ import annotations

import math
import os
import re
import resource
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FONTS: dict[str, str] = {
    "cm": "",
    "lm": r"\usepackage[T1]{fontenc}\usepackage{lmodern}",
    "times": r"\usepackage[T1]{fontenc}\usepackage{newtxtext,newtxmath}",
    "mathptmx": r"\usepackage{mathptmx}",
    "palatino": r"\usepackage[T1]{fontenc}\usepackage{newpxtext,newpxmath}",
    "mathpazo": r"\usepackage{mathpazo}",
    "charter": r"\usepackage[charter]{mathdesign}",
    "fourier": r"\usepackage{fourier}",
    "stix": r"\usepackage[T1]{fontenc}\usepackage{stix2}",
    "libertine": r"\usepackage[T1]{fontenc}\usepackage{libertine}\usepackage[libertine]{newtxmath}",
    "kp": r"\usepackage{kpfonts}",
    "sans": r"\usepackage{cmbright}",
    "arev": r"\usepackage{arev}",
    "iwona": r"\usepackage[math]{iwona}",
    # Its font draws these two as \sigma and \rho: better no picture than one that shows another letter.
    "euler": r"\usepackage{eulervm}\let\varsigma\undefined\let\varrho\undefined",
    "concrete": r"\usepackage{concmath}",
    "utopia": r"\usepackage[utopia]{mathdesign}",
    "antt": r"\usepackage[math]{anttor}",
}
"""Font family -> preamble lines."""

EVALUATION_FONTS = ("cm", "lm", "times", "palatino", "charter", "fourier", "sans", "euler")

_PREAMBLE = r"""\documentclass[10pt]{article}
\usepackage{amsmath}%s
%s
\usepackage{mathrsfs}%%
\pdfcompresslevel=0 \pdfobjcompresslevel=0
\hoffset=-1in \voffset=-1in \hfuzz=\maxdimen \vfuzz=\maxdimen
\def\C#1{\pdfliteral direct{#1 rg #1 RG}}
\newcount\page \newbox\fbox \newdimen\pad \pad=6pt
\def\F#1#2{\message{^^J<<#1^^J}\setbox\fbox\hbox{\C{0 0 0}$#2$}%%
\pdfpagewidth=\dimexpr\wd\fbox+2\pad\relax \pdfpageheight=\dimexpr\ht\fbox+\dp\fbox+2\pad\relax
\ifdim\pdfpagewidth>4000pt \pdfpagewidth=4000pt\fi
\advance\page by1 \shipout\vbox to\pdfpageheight{\vskip\pad\hbox{\hskip\pad\copy\fbox}}%%
\message{^^J>>#1 \number\page^^J}}
\begin{document}\errorcontextlines=0
"""
_AMSSYMB_BEFORE = frozenset("cm lm mathptmx mathpazo fourier sans arev iwona euler concrete antt".split())
_ERROR = re.compile(r"^! |Missing character|^Runaway|Emergency stop", re.MULTILINE)
# Text companion symbols (TS1) that a family lacks come from another one in any document: \copyright in Arev.
_OTHER_FAMILY = re.compile(
    r"Font shape `(?!TS1/)\w+/(?P<wanted>\w+)/[^']*' undefined\s*"
    r"\(Font\)\s+using `\w+/(?!(?P=wanted)/)(?P<used>\w+)/"
)


class FontMissingError(RuntimeError):
    """A family was drawn in another one: LaTeX warns of that once a run and goes on, so no single formula can
    be blamed, and no picture of the run can be trusted."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A PDF and, for each formula that survived, its page (from 0)."""

    pdf: bytes
    pages: dict[int, int]


def preamble(font: str) -> str:
    """The document's head for a font family of :data:`FONTS`."""
    symbols = r"\usepackage{amssymb}" if font in _AMSSYMB_BEFORE else ""
    return _PREAMBLE % (symbols, FONTS[font])


def typeset(formulas: Sequence[str], font: str) -> list[Batch]:
    """Typeset formulas (each the inside of ``$...$``). Formulas that TeX rejects are absent from the pages.

    Args:
        formulas: LaTeX, index in the sequence = key in the result's pages.
        font: a key of :data:`FONTS`.

    Raises:
        FontMissingError: the TeX installation lacks a family of the font.
    """
    return _attempt(list(enumerate(formulas)), font)


_SPLIT = 8
_HOPELESS = 4
"""A group of this many formulas that still stops TeX is given up."""


_PATIENCE = 20
"""The clock may show this many times the processor's seconds allowed: on a busy machine TeX is no slower, but
waits; what is typeset must not depend on that."""


def _attempt(numbered: list[tuple[int, str]], font: str) -> list[Batch]:
    batch = _run(numbered, font, seconds=3.0 + 0.005 * len(numbered))
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
        command = ["pdflatex", "-interaction=nonstopmode", "-no-shell-escape", "f.tex"]
        environment = os.environ | {"max_print_line": "100000", "openout_any": "p"}
        try:
            subprocess.run(
                command, cwd=folder, env=environment, timeout=_PATIENCE * seconds, check=False,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit)),
            )  # fmt: skip
            log = (Path(folder) / "f.log").read_text("latin-1")
            pdf = (Path(folder) / "f.pdf").read_bytes()
        except (subprocess.TimeoutExpired, FileNotFoundError):
            return None
    if "Output written on" not in log:
        return None
    refuse_other_families(log)
    return Batch(pdf, surviving_pages(log))


def refuse_other_families(log: str) -> None:
    """Look for a font family that was not there.

    Raises:
        FontMissingError: LaTeX took another family for it.
    """
    found = _OTHER_FAMILY.search(log)
    if found:
        raise FontMissingError(
            f"TeX has no font family {found['wanted']} and would draw it as {found['used']}. "
            "Install what `packaging/system.sh tex` names."
        )


def surviving_pages(log: str) -> dict[int, int]:
    """Formula number -> page (from 0) of those typeset without an error, read from the log's markers."""
    pages: dict[int, int] = {}
    for match in re.finditer(r"^<<(\d+)\n(.*?)^>>\1 (\d+)$", log, re.MULTILINE | re.DOTALL):
        if not _ERROR.search(match.group(2)):
            pages[int(match.group(1))] = int(match.group(3)) - 1
    return pages
