"""Symbols that a family draws like others are neither taught nor asked for in it."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest

pytest.importorskip("pymupdf", reason="PyMuPDF reads the PDFs back: the extra 'training'")

from scipix.models.training.drawn_alike import TABLE, drawn_alike, measured, tokens
from scipix.models.training.font_families import FONTS, OPENTYPE, UNSEEN, engine
from scipix.models.training.make_data import Mixture, make_shard
from scipix.models.training.vocabulary import visual_classes


def needs(font: str) -> None:
    if shutil.which(engine(font)) is None:
        pytest.skip(f"{engine(font)} is not installed")


def test_the_table_has_every_family_and_names_classes() -> None:
    assert set(json.loads(TABLE.read_text("utf-8"))) == {*FONTS, *UNSEEN}
    for font in (*FONTS, *UNSEEN):
        assert drawn_alike(font) <= set(visual_classes())
        assert drawn_alike(font).isdisjoint({"A", "x", "0", r"\alpha", r"\leq", r"\top", r"\vec"})


def test_bold_is_another_shape_than_plain_in_all_opentype_fonts() -> None:
    for font in (*OPENTYPE, *UNSEEN):
        assert drawn_alike(font).isdisjoint({r"\mathbf{u}", r"\boldsymbol{u}", r"\mathbf{0}"})


@pytest.mark.parametrize("font", ["mathptmx", "schola"])
def test_the_table_is_what_tex_draws(font: str) -> None:
    needs(font)
    found = measured(font)
    assert frozenset(found) == drawn_alike(font)
    assert len(found) == len(set(found))


def test_a_formula_has_the_classes_that_it_draws() -> None:
    assert tokens(r"\mathcal{A}_{\mathbf{x}} + \hat{y}") == {r"\mathcal{A}", r"\mathbf{x}", "+", r"\hat", "y"}


def test_shards_hold_nothing_that_is_drawn_like_something_else(tmp_path: Path) -> None:
    needs("mathptmx")
    bold = r"\boldsymbol{A}"
    with gzip.open(tmp_path / "some.txt.gz", "wt", encoding="utf-8") as lines:
        lines.write("\n".join(rf"{'b' if number % 2 else bold} + x_{{{number}}}" for number in range(200)))
    found = {
        font: [
            bold in sample.layout.tokens
            for sample in make_shard(Mixture(tmp_path, fonts=(font,)), 3, 40, pictures=False)
        ]
        for font in ("cm", "mathptmx")
    }
    assert any(found["cm"])
    assert not any(found["mathptmx"])
    assert min(map(len, found.values())) > 30
