"""Finding formulas by structure, likeness and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_answers import answer

from scipix.app.memory.history import Filter, History
from scipix.app.memory.search import Search
from scipix.app.memory.words import hashed, required_words
from scipix.engine.embed import formula_vector
from scipix.engine.latex import match
from scipix.engine.latex.features import features
from scipix.engine.latex.match import WILDCARD
from scipix.engine.latex.parse import ParseError, parse

FORMULAS = [
    r"\frac{a+b}{x}", r"\frac{a}{x^2}", r"x\frac{1}{y}", r"\sum_{i=1}^{n}x_i^2", r"\int_0^1f(x)dx",
    r"\sqrt{x}",
    r"\sqrt[3]{x}", r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", r"\hat{x}+y", r"e^{i\pi}+1=0",
]  # fmt: skip


@pytest.fixture
def search(database, tmp_path) -> Search:
    history = History(database)
    for number, latex in enumerate(FORMULAS):
        history.add(answer(latex), b"", "file", f"lecture {number}.png")
    return Search(history, tmp_path / "formulas")


@pytest.mark.parametrize(
    ("fragment", "found"),
    [
        (r"\frac{?}{x}", [0]), (r"\frac{?}{x^2}", [1]), (r"\frac{?}{?}", [2, 1, 0]), (r"\frac{1}{y}", [2]),
        (r"\sqrt{x}", [6, 5]), (r"\sqrt[3]{?}", [6]), ("x^2", [3, 1]), ("x_i", [3]), (r"\hat{?}",
        [8]), ("a+?", [0]),
        (r"e^{?}", [9]), ("?=0", [9]), (r"\sum_{?}^{n}?", [3]), ("zzz", []), ("dx", [4]), ("f ? x", [4]),
    ],
)  # fmt: skip
def test_fragments_are_found_by_structure(search, fragment, found):
    assert [FORMULAS.index(entry.latex) for entry in search.fragment(fragment)] == found


@pytest.mark.parametrize("wanted", [Filter(tag="mine"), Filter(favourite=True)])
def test_filters_hold_for_every_way_of_searching(search, wanted):
    keys = [entry.uuid for entry in search.history.entries()]
    search.history.add_tag(keys[3], "mine")
    search.history.set_favourite(keys[3], True)
    assert [entry.uuid for entry in search.fragment("?", wanted)] == [keys[3]]
    assert [entry.uuid for entry in search.fragment("x", wanted)] == [keys[3]]
    assert [entry.uuid for entry in search.text("lecture", wanted)] == [keys[3]]
    search.history.delete([keys[3]])
    assert search.fragment("?", wanted) == []


def test_a_fragment_is_looked_for_among_filtered_entries_only(search):
    key = search.history.entries()[-1].uuid
    search.history.add_tag(key, "mine")
    assert [entry.uuid for entry in search.fragment(r"\frac{?}{?}", Filter(tag="mine"))] == [key]
    search.history.delete([key])
    assert search.fragment(r"\frac{?}{x}") == []


def test_what_is_no_latex_is_an_error(search):
    with pytest.raises(ParseError):
        search.fragment(r"\frac{")


def test_the_most_similar_formula_comes_first(search):
    found = search.similar(r"\frac{a+b}{z}", 3)
    assert found[0][0].latex == FORMULAS[0]
    assert 0.3 < found[0][1] < 0.99
    assert search.similar(FORMULAS[3])[0][1] == pytest.approx(1.0, abs=0.01)


def test_similarity_finds_the_same_with_an_index(search):
    before = [entry.latex for entry, _ in search.similar(FORMULAS[1], 3)]
    search.rebuild()
    assert search.similar(FORMULAS[1], 3)[0][0].latex == before[0]
    search.history.add(answer("q_{77}"), b"")
    assert search.similar("q_{77}")[0][0].latex == "q_{77}"


def test_words_find_commands_and_names(search):
    assert [entry.latex for entry in search.text("sqrt")] == [FORMULAS[6], FORMULAS[5]]
    assert [entry.latex for entry in search.text("lecture 7")] == [FORMULAS[7]]
    assert search.text("lectu")[0].latex == FORMULAS[9]
    assert search.text("l") == []
    assert search.text("hat x")[0].latex == FORMULAS[8]
    assert search.text('"; DROP') == []
    assert search.text("") == []


@st.composite
def formulas(draw: st.DrawFn) -> str:
    leaf = st.sampled_from(["x", "y", "a+b", "2", r"\alpha", "-z"])
    return draw(
        st.recursive(
            leaf,
            lambda inner: st.one_of(
                st.tuples(inner, inner).map(lambda pair: rf"\frac{{{pair[0]}}}{{{pair[1]}}}"),
                inner.map(lambda body: rf"\sqrt{{{body}}}"), inner.map(lambda body: f"k^{{{body}}}"),
                st.tuples(inner, inner).map(lambda pair: f"{pair[0]}={pair[1]}"),
            ), max_leaves=8,
        )
    )  # fmt: skip


@given(
    formulas(), formulas(), st.sampled_from([r"\frac{%s}{q}", r"\sqrt{%s}", "p^{%s}", "u=%s", r"\hat{%s}"])
)
def test_whatever_contains_a_formula_matches_and_is_found_by_its_words(piece, other, around):
    whole = parse(around % piece + "+" + other)
    assert match.pattern(parse(piece)).search(match.line(whole))
    assert set(required_words(parse(piece), WILDCARD)) <= set(hashed(features(whole)))


@given(formulas())
def test_a_formula_is_like_itself(latex):
    vector = formula_vector(latex)
    assert float(vector @ vector) == pytest.approx(1.0, abs=1e-5)


def test_portions_come_before_the_last_entry_is_looked_at(search, monkeypatch):
    for number in range(200):
        search.history.add(answer(rf"x_{{{number}}}+y"), b"")
    search.history.add(answer("y+x"), b"")
    looked = []
    lines = search._with_lines
    monkeypatch.setattr(search, "_with_lines", lambda rows: looked.extend(rows) or lines(rows))
    portions = search.fragments("y+x")
    assert [entry.latex for entry in next(portions)] == ["y+x"]
    assert len(looked) < 100
    assert [entry.latex for portion in portions for entry in portion] == []


def test_many_hits_come_once_and_in_order(search):
    for number in range(300):
        search.history.add(answer(rf"x_{{{number}}}"), b"", "file", "many.png")
    for found in (search.fragments("x_?"), search.texts("many")):
        names = [entry.latex for portion in found for entry in portion]
        assert names[:300] == [rf"x_{{{number}}}" for number in reversed(range(300))]


@pytest.mark.parametrize("fragment", ["?", "x", r"\frac{?}{x}"])
def test_entries_from_before_are_found_and_their_lines_kept(search, database, fragment):
    found = [entry.latex for entry in search.fragment(fragment)]
    with database.write() as writer:
        writer.execute("DELETE FROM line WHERE entry % 2")
        writer.execute("UPDATE line SET version = 0 WHERE entry % 3")
    assert [entry.latex for entry in search.fragment(fragment)] == found
    search.fragment("?")
    rows = database.reader().execute("SELECT count(*), min(version) FROM line").fetchone()
    assert rows == (len(FORMULAS), match.VERSION)


def test_a_corrected_formula_is_found_as_what_it_is_now(search):
    key = search.history.entries()[0].uuid
    search.history.set_latex(key, r"\frac{u}{v}", "failed")
    assert search.fragment(r"\frac{?}{v}")[0].uuid == key
    assert search.fragment(r"\pi") == []
    assert search.similar(r"\frac{u}{v}")[0][0].uuid == key


def test_what_does_not_parse_is_found_by_its_words_alone(search):
    search.history.add(answer(r"\frac{"), b"", "file", "broken.png")
    assert search.text("broken")[0].latex == r"\frac{"
    assert search.fragment(r"\frac{?}{?}")[0].latex != r"\frac{"
