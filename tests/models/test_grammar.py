"""The formula grammar: seeds name formulas, everything is balanced, every symbol turns up, TeX takes all."""

from __future__ import annotations

import random
import re
import shutil
import string
from collections import Counter

import pytest

from scipix.engine.latex.parse import ParseError, parse
from scipix.models.training import grammar, grammar_focus
from scipix.models.training.grammar import KINDS, formulas, generate, join
from scipix.models.training.grammar_join import member, top_level
from scipix.models.training.grammar_leaves import Piece
from scipix.models.training.grammar_symbols import EVERY_SYMBOL, PAIRS, STYLED, Weighted
from scipix.models.training.typeset import typeset

TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\S")
ENVIRONMENTS = (
    "matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix array cases aligned gathered".split()
)
COMMANDS = r"\big \Bigl \biggr \Bigg \middle \cfrac \tfrac \limits \nolimits \operatorname* \substack".split()
SOURCES = (
    r"a = b.",
    r"\int_0^1 f \, dx",
    r"x \over y",
    r"S := \{ 1 , 2 \}",
    r"\left< a, b \right>",
    r"{\rm e}^x > 1 ,",
)


def tokens(formula: str) -> list[str]:
    return TOKEN.findall(formula)


def faults(formula: str) -> list[str]:
    """What is not closed: braces, environments, \\left without \\right."""
    stack: list[str] = []
    for match in re.finditer(r"\\(begin|end)\{(\w+)\}|\\(left|right)(?![a-zA-Z])|\\.|[{}]", formula):
        text = match.group()
        if text == "{" or match.group(1) == "begin" or match.group(3) == "left":
            stack.append(match.group(2) or text)
        elif text == "}" or match.group(1) == "end" or match.group(3) == "right":
            opened = stack.pop() if stack else "nothing"
            if opened != (match.group(2) or {"}": "{", r"\right": r"\left"}[text]):
                return [f"{opened} closed by {text}"]
    return stack


def test_the_same_seed_gives_the_same_formulas() -> None:
    assert list(formulas(3, 200)) == list(formulas(3, 200))
    assert list(formulas(3, 50)) != list(formulas(4, 50))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_makes_balanced_and_varied_formulas(kind: str) -> None:
    rng = random.Random(kind)
    made = [generate(rng, kind) for _ in range(300)]
    assert [(formula, faults(formula)) for formula in made if faults(formula)] == []
    assert len(set(made)) > 250
    assert all("$" not in formula.replace(r"\$", "") and formula.strip() for formula in made)


@pytest.mark.parametrize("kind", grammar_focus.PIECES, ids=lambda kind: kind.__name__)
def test_weak_kinds_are_balanced_varied_and_nearly_all_parse(kind: Piece) -> None:
    rng = random.Random(kind.__name__)
    made = [kind(rng) for _ in range(200)]
    assert not [formula for formula in made if faults(formula)]
    assert len(set(made)) > 150
    assert sum(parses(formula) for formula in made) > 190


def parses(formula: str) -> bool:
    try:
        return bool(parse(formula))
    except ParseError:
        return False


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        generate(random.Random(0), "sonnet")


def test_every_symbol_and_every_styled_letter_appears() -> None:
    made = list(formulas(7, 12000))
    seen = Counter(token for formula in made for token in tokens(formula))
    names = {part for _, name in EVERY_SYMBOL for part in tokens(name)} | {closing for _, closing in PAIRS}
    assert {name for name in names if seen[name] < 8} == set()
    assert min(seen[character] for character in string.ascii_letters + string.digits) > 300
    styled = set(re.findall(r"\\(?:math\w+|boldsymbol)\{(?:\\?\w+)\}", " ".join(made)))
    assert set(STYLED) - styled == set()


def test_environments_and_sizes_are_all_used() -> None:
    made = " ".join(formulas(8, 6000))
    for name in ENVIRONMENTS:
        assert made.count(rf"\begin{{{name}}}") > 10, name
    for name in COMMANDS:
        assert made.count(name) > 5, name
    rows = {
        formula.count(r"\\") + 1 for formula in (generate(random.Random(n), "matrix") for n in range(300))
    }
    assert set(range(1, 7)) <= rows


def test_long_formulas_are_long_and_of_one_line() -> None:
    rng = random.Random(9)
    lengths = sorted(len(re.findall(r"\\[A-Za-z]+|[^\s{}_^]", generate(rng, "long"))) for _ in range(300))
    assert 90 < lengths[150] < 160
    assert all(r"\\" not in re.sub(r"\\substack\{[^&]*?\}", "", generate(rng, "tensors")) for _ in range(100))


def test_weights_are_kept() -> None:
    rng = random.Random(0)
    drawn = Counter(Weighted((("a", 3), ("b", 1))).pick(rng) for _ in range(4000))
    assert drawn["a"] / drawn["b"] == pytest.approx(3, rel=0.2)


# -- joining ----------------------------------------------------------------------------------------
def test_a_row_does_not_begin_with_what_a_line_break_takes_as_its_argument() -> None:
    rng = random.Random(1)
    joined = [join(rng, ["[a] = 1", "* b = 2", "[c]"]) for _ in range(200)]
    assert not [formula for formula in joined if re.search(r"\\\\\s*[\[*]", formula)]


def test_joined_formulas_are_balanced_and_keep_their_members() -> None:
    rng = random.Random(2)
    for _ in range(500):
        chosen = rng.sample(SOURCES, rng.choice((2, 3)))
        joined = join(rng, chosen)
        assert faults(joined) == []
        for source in chosen:
            wanted = tokens(member(source))
            assert Counter(wanted) - Counter(tokens(joined)) == Counter(), (source, joined)


@pytest.mark.parametrize(
    ("source", "fit"),
    [
        ("a = b .", "a = b"),
        (r"a \over b", r"{a \over b}"),
        (r"\left( a \right.", r"\left( a \right."),
        (r"a \\ b", r"\begin{aligned} a \\ b \end{aligned}"),
        (r"\frac{a \\over b}{c}", r"\frac{a \\over b}{c}"),
        (r"x \, , \quad", "x"),
    ],
)
def test_members_are_made_fit_to_stand_beside_others(source: str, fit: str) -> None:
    assert member(source) == fit


def test_the_delimiter_after_left_and_right_is_no_relation() -> None:
    assert [token for _, token in top_level(r"\left< a = b \right> < c")] == ["<", "c"]


def test_joining_one_and_none() -> None:
    assert join(random.Random(0), ["a = b", " "]) == "a = b"
    with pytest.raises(ValueError, match="no formulas"):
        join(random.Random(0), [" "])


# -- TeX --------------------------------------------------------------------------------------------
@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="needs TeX")
def test_tex_takes_every_kind() -> None:
    rng = random.Random(5)
    made = [generate(rng, kind) for kind in grammar.KINDS for _ in range(20)]
    made += [join(rng, rng.sample(SOURCES, 2)) for _ in range(100)]
    shown = [rf"\displaystyle {formula}" for formula in made]
    set_pages = {number for batch in typeset(shown, "cm") for number in batch.pages}
    assert [made[number] for number in range(len(made)) if number not in set_pages] == []
