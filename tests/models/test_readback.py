"""Typesetting and reading back: every symbol's own box, no victims of hostile ones, the same by seed."""

from __future__ import annotations

import gzip
import random
import shutil
from pathlib import Path

import numpy as np
import pytest

from scipix.engine.latex.parse import parse
from scipix.engine.latex.tree import MODES
from scipix.engine.recognize.assemble import RULE
from scipix.engine.recognize.relations import Relation
from scipix.models.training.font_families import FONTS, OPENTYPE, PDFLATEX, UNSEEN, preamble
from scipix.models.training.mark import Marker
from scipix.models.training.typeset import FontMissingError, typeset

pymupdf = pytest.importorskip("pymupdf", reason="PyMuPDF reads the PDFs back: the extra 'training'")
if shutil.which("pdflatex") is None:
    pytest.skip("pdflatex is not installed", allow_module_level=True)

from scipix.models.training.make_data import Mixture, Sample, make_shard, save  # noqa: E402
from scipix.models.training.readback import Layout, Reader, settle_limits, union  # noqa: E402

ALPHABETS = r"x\mathrm{x}\mathbf{x}\mathit{x}\mathsf{x}\mathtt{x}\mathcal{X}\mathbb{X}\mathfrak{x}\mathscr{X}"


def has_fonts(font: str) -> bool:
    try:
        return bool(typeset(["x", ALPHABETS], font))
    except FontMissingError:
        return False


def layouts(sources: list[str], font: str = "cm", display: bool = True) -> list[Layout]:
    """Layouts of formulas that must all survive, read from one batch."""
    markers = [Marker(parse(source), random.Random(0), display) for source in sources]
    (batch,) = typeset([marker.latex for marker in markers], font)
    assert sorted(batch.pages) == list(range(len(sources)))
    pages = {page: markers[number].marks for number, page in batch.pages.items()}
    return [layout for _, layout in Reader(batch.pdf).layouts(pages)]


def boxes_of(layout: Layout) -> dict[str, np.ndarray]:
    assert len(set(layout.tokens)) == len(layout.tokens)
    return dict(zip(layout.tokens, layout.boxes, strict=True))


def overlap(one: np.ndarray, other: np.ndarray) -> float:
    """Area in square points that two boxes share."""
    sides = np.minimum(one[2:], other[2:]) - np.maximum(one[:2], other[:2])
    return float(np.prod(np.clip(sides, 0, None)))


def test_a_family_that_is_not_there_is_no_quiet_substitution(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PDFLATEX, "bare", r"\DeclareMathAlphabet{\mathsf}{OT1}{nosuchfamily}{m}{n}")
    assert typeset(["x"], "bare")
    with pytest.raises(FontMissingError, match="no font family nosuchfamily"):
        typeset([r"\mathsf{x}"], "bare")


def test_an_opentype_font_that_is_not_there_is_no_quiet_substitution(monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("lualatex") is None:
        pytest.skip("lualatex is not installed")
    monkeypatch.setitem(OPENTYPE, "bare", "NoSuchMath.otf")
    with pytest.raises(FontMissingError, match=r"no font NoSuchMath\."):
        typeset(["x"], "bare")


def test_a_program_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(FontMissingError, match="lualatex is not installed"):
        typeset(["x"], "schola")


def test_what_is_not_closed_loses_itself_alone() -> None:
    (batch,) = typeset([r"\left\{x", r"\left(\leftarrow\right)", r"\rightarrow"], "cm")
    assert sorted(batch.pages) == [1, 2]


def test_a_bold_shape_of_the_same_family_may_stand_in() -> None:
    if not has_fonts("concrete"):
        pytest.skip("the fonts of 'concrete' are not installed")
    assert typeset([r"\boldsymbol{x+1}"], "concrete")


def test_a_symbol_that_is_no_letter_may_come_from_another_family() -> None:
    if not has_fonts("arev"):
        pytest.skip("the fonts of 'arev' are not installed")
    assert typeset([r"\text{\copyright}"], "arev")


def test_letters_that_euler_draws_as_others_are_rejected() -> None:
    if not has_fonts("euler"):
        pytest.skip("the fonts of 'euler' are not installed")
    (batch,) = typeset([r"\sigma\rho", r"\varsigma", r"\varrho"], "euler")
    assert sorted(batch.pages) == [0]


def test_the_bar_of_a_fraction_lies_between_its_rows_and_covers_them() -> None:
    (layout,) = layouts([r"\frac{a}{b}"])
    boxes = boxes_of(layout)
    bar = boxes[RULE]
    assert boxes["a"][3] < bar[1]
    assert bar[3] < boxes["b"][1]
    assert bar[3] - bar[1] < 1
    assert bar[0] < min(boxes["a"][0], boxes["b"][0])
    assert bar[2] > max(boxes["a"][2], boxes["b"][2])


def test_symbols_side_by_side_do_not_overlap_and_come_in_order() -> None:
    (layout,) = layouts(["abc+d=1234"])
    boxes = layout.boxes
    assert (np.diff(boxes[:, 0]) > 0).all()
    pairs = [(i, j) for i in range(len(boxes)) for j in range(i)]
    assert max(overlap(boxes[i], boxes[j]) for i, j in pairs) < 0.2


def test_a_box_holds_its_ink_and_no_more() -> None:
    (batch,) = typeset([Marker(parse("+"), random.Random(0)).latex], "cm")
    reader = Reader(batch.pdf)
    marks = Marker(parse("+"), random.Random(0)).marks
    ((page, layout),) = reader.layouts({0: marks})
    scale = 4
    dark = reader.picture(page, 72 * scale) < 128
    ys, xs = np.nonzero(dark)
    ink = np.array([xs.min(), ys.min(), xs.max() + 1, ys.max() + 1]) / scale
    assert np.abs(ink - layout.boxes[0]).max() < 0.5


def test_a_root_an_accent_and_an_overline_are_around_their_bodies() -> None:
    root, hat, bar, under = layouts([r"\sqrt{x}", r"\hat{x}", r"\overline{x}", r"\underline{x}"])
    boxes = boxes_of(root)
    assert boxes[r"\sqrt"][2] <= boxes["x"][0] + 0.5
    assert boxes[RULE][3] < boxes["x"][1]
    assert boxes_of(hat)[r"\hat"][3] < boxes_of(hat)["x"][3]
    assert boxes_of(bar)[RULE][3] < boxes_of(bar)["x"][1]
    assert boxes_of(under)[RULE][1] > boxes_of(under)["x"][3]


def test_limits_are_settled_from_where_tex_put_them() -> None:
    (display,) = layouts([r"\sum_a^b"])
    (inline,) = layouts([r"\sum_a^b"], display=False)
    assert display.relations.tolist() == [Relation.ROOT, Relation.BELOW, Relation.ABOVE]
    assert inline.relations.tolist() == [Relation.ROOT, Relation.SUB, Relation.SUP]


def test_a_delimiter_that_did_not_grow_has_no_mode() -> None:
    small, tall = layouts([r"\left(a\right)", r"\left(\frac{\frac{a}{b}}{c}\right)"])
    assert {MODES[mode] for mode in small.modes} == {""}
    assert MODES[tall.modes[0]] == "left"


@pytest.mark.parametrize(
    ("source", "symbols"),
    [
        (r"\left\{\begin{array}{rcr}x&=&y\end{array}\right.", 4), (r"\left.\frac{a}{b}\right|_0", 5),
        (r"\left\{\left[\frac{a}{b}\right]\right|x", 8),
    ],
)  # fmt: skip
def test_a_lonely_delimiter_is_typeset(source: str, symbols: int) -> None:
    (layout,) = layouts([source])
    assert len(layout.tokens) == symbols


def test_settle_limits_and_union() -> None:
    boxes = np.array([[0, 0, 10, 10], [2, 12, 4, 14], [11, 0, 12, 2]], np.float32)
    relations = np.array([Relation.ROOT, Relation.SUB, Relation.SUP])
    settle_limits(boxes, np.array([-1, 0, 0]), relations, [True, False, False])
    assert relations.tolist() == [Relation.ROOT, Relation.BELOW, Relation.SUP]
    assert union([(0, 1, 2, 3), (-1, 2, 1, 9)]) == (-1, 1, 2, 9)


@pytest.mark.parametrize("font", sorted({*FONTS, *UNSEEN}))
def test_every_font_gives_boxes(font: str) -> None:
    assert preamble(font).startswith(r"\documentclass")
    if not has_fonts(font):
        pytest.skip(f"the fonts of {font!r} are not installed")
    (layout,) = layouts([r"\frac{x^2}{\sqrt{y}}+\sum_{i}\alpha"], font)
    assert (layout.boxes[:, 2:] > layout.boxes[:, :2]).all()
    assert len(layout.tokens) == 10


# -- hostile formulas -----------------------------------------------------------------------------
@pytest.mark.parametrize("hostile", [r"\def\x{\x}\x", r"\nosuchcommand", "{", r"\frac", "^"])
def test_a_hostile_formula_loses_at_most_its_nearest_neighbours(hostile: str) -> None:
    formulas = [f"x_{{{number}}}" for number in range(16)]
    formulas[9] = hostile
    survivors = [number for batch in typeset(formulas, "cm") for number in batch.pages]
    assert 9 not in survivors
    assert len(survivors) == len(set(survivors))
    assert len(survivors) >= 13


def test_a_formula_keeps_its_page_when_the_one_before_fails() -> None:
    formulas = ["a", r"\nosuchcommand", "bb", "ccc"]
    (batch,) = typeset(formulas, "cm")
    assert set(batch.pages) == {0, 2, 3}
    document = pymupdf.open(stream=batch.pdf, filetype="pdf")
    lengths = {number: len(document[page].get_text().strip()) for number, page in batch.pages.items()}
    assert lengths == {0: 1, 2: 2, 3: 3}


# -- shards ---------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    formulas = [rf"x_{{{n}}} + \frac{{a}}{{{n}}} = \sqrt{{b^{{{n}}}}}" for n in range(200)]
    with gzip.open(folder / "some.txt.gz", "wt", encoding="utf-8") as lines:
        lines.write("\n".join(formulas))
    return folder


def saved(path: Path, samples: list[Sample]) -> dict[str, np.ndarray]:
    save(path, samples)
    with np.load(path) as data:
        return dict(data)


def test_the_same_seed_gives_the_same_shard(sources: Path, tmp_path: Path) -> None:
    one = saved(tmp_path / "one.npz", make_shard(Mixture(sources), 5, 12, pictures=True))
    two = saved(tmp_path / "two.npz", make_shard(Mixture(sources), 5, 12, pictures=True))
    other = saved(tmp_path / "other.npz", make_shard(Mixture(sources), 6, 12, pictures=True))
    assert one.keys() == two.keys()
    assert all(np.array_equal(one[name], two[name]) for name in one)
    assert str(one["tokens"]) != str(other["tokens"])
    assert not list(tmp_path.glob("*.part*"))


def test_a_shard_is_consistent(sources: Path, tmp_path: Path) -> None:
    data = saved(tmp_path / "shard.npz", make_shard(Mixture(sources), 7, 12, pictures=False))
    count = int(data["offsets"][-1])
    assert len(str(data["tokens"]).split("\n")) == count
    assert data["boxes"].shape == (count, 4)
    assert all(len(data[name]) == count for name in ("parents", "relations", "modes"))
    assert len(data["pngs"]) == 0
    for start, end in zip(data["offsets"][:-1], data["offsets"][1:], strict=True):
        parents = data["parents"][start:end]
        assert (parents < end - start).all()
        assert (parents < 0).sum() == 1
