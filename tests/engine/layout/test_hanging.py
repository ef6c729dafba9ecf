"""Small symbols of scanned pages go behind what they hang on, whatever else is near."""

from __future__ import annotations

from scipix.engine.layout.hanging import in_order
from scipix.engine.types import Box, Glyph

EM = 10.0


def glyph(text: str, x: float, y: float, size: float = EM, width: float = 5.0, height: float = 0.45) -> Glyph:
    """A glyph by the left end of its baseline."""
    box = Box(x, y - height * size, x + width, y)
    return Glyph(text, "Seen-Italic", text, size, x, y, x + width, box)


def line(text: str, x: float, y: float, size: float = EM) -> list[Glyph]:
    """Letters side by side, a blank being a space."""
    step = 0.55 * size
    return [glyph(c, x + step * n, y, size, 0.5 * size) for n, c in enumerate(text) if c != " "]


def order(*glyphs: Glyph, bars: tuple[Box, ...] = ()) -> str:
    return "".join(one.text for one in in_order(glyphs, bars, EM))


def test_a_script_goes_behind_its_base_and_not_to_the_next_line() -> None:
    over, own = line("qqqqqq", 0, 100), line("abcdef", 0, 112)
    script = glyph("2", own[2].end, 108, 7)
    assert order(*over, *own[:3], *line("ghi", 20, 112), script).startswith("qqqqqqabc2")


def test_a_long_script_stays_together() -> None:
    over, own = line("qqqqqqqqqq", 0, 100), line("ab", 0, 112)
    script = [glyph(c, 11 + 4 * n, 107, 7, 3.5) for n, c in enumerate("1−23")]
    assert order(*over, *own, *script) == "qqqqqqqqqqab1−23"


def test_a_script_of_a_script_goes_with_it() -> None:
    own = line("ab", 0, 112)
    first, second = glyph("x", 11, 107, 7, 3.5), glyph("2", 15, 104, 5, 2.5)
    far = line("zz", 0, 98)
    assert order(*far, *own, first, second) == "zzabx2"


def test_limits_go_with_their_operator() -> None:
    operator = Glyph("∑", "Seen-Math", r"\sum", EM, 20, 107, 32, Box(20, 100, 32, 114))
    over, under = glyph("N", 24, 98, 7, 4), [
        glyph("i", 22, 121, 7, 2), glyph("=", 25, 120, 7, 3), glyph("1", 29, 121, 7, 3)
    ]  # fmt: skip
    found = order(*line("uv", 0, 110), operator, over, *under, *line("abcdefgh", 0, 129))
    assert sorted(found[found.index("∑") + 1 :][:4]) == sorted("Ni=1")
    assert found.endswith("abcdefgh")


def test_the_parts_of_a_fraction_in_a_line_go_to_that_line() -> None:
    over, own, under = line("qqqqqqqq", 0, 100), line("ab", 0, 112), line("hhhhhhhh", 0, 124)
    bar = Box(14, 109.2, 19, 109.8)
    numerator, denominator = glyph("1", 15, 108.5, 7, 3), glyph("2", 15, 115, 7, 3)
    after = line("cd", 22, 112)
    found = order(*over, *own, *after, *under, numerator, denominator, bars=(bar,))
    assert set(found[8:14]) == set("ab12cd")


def test_a_note_in_small_type_is_not_mixed_with_what_hangs_over_it() -> None:
    operator = Glyph("∫", "Seen-Math", r"\int", EM, 30, 107, 38, Box(30, 96, 38, 118))
    limit = glyph("0", 34, 119, 7, 3)
    note = line("small words here", 0, 127, 8.5)
    found = order(*line("ab", 0, 110), operator, limit, *line("cdefghijklmnopqrst", 0, 90), *note)
    assert found.endswith("smallwordshere")
    assert found[found.index("∫") + 1] == "0"


def test_a_page_without_glyphs() -> None:
    assert in_order([], (), EM) == []
