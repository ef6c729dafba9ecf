"""What is typed into the search box, and what it finds."""

from __future__ import annotations

import pytest
from memory_answers import answer

from scipix.app.memory.history import Filter
from scipix.app.memory.query import Query, entries, read_query


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", Query()),
        (r"\frac{?}{x}", Query(r"\frac{?}{x}")),
        ("tag:exam", Query("", Filter(tag="exam"))),
        (r"x^2 tag:exam", Query("x^2", Filter(tag="exam"))),
        ('tag:"two words" alpha', Query("alpha", Filter(tag="two words"))),
        ('alpha tag:"two wor', Query("alpha", Filter(tag="two wor"))),
        ("is:favourite", Query("", Filter(favourite=True))),
        ("beta is:favorite", Query("beta", Filter(favourite=True))),
        ("tag:", Query()),
        ("metatag:x", Query("metatag:x")),
    ],
)
def test_lines_are_understood(line, expected):
    assert read_query(line) == expected


def test_the_star_does_what_the_word_does():
    assert read_query("x", favourites=True) == read_query("x is:favourite")
    assert read_query("").empty
    assert not read_query("", favourites=True).empty


def found(memory, line: str) -> list[str]:
    return [entry.latex for portion in entries(memory, read_query(line)) for entry in portion]


def test_everything_comes_newest_first_in_pages(memory):
    for number in range(230):
        memory.history.add(answer(f"x_{{{number}}}"), b"")
    some = entries(memory, Query())
    assert [entry.latex for entry in next(some)[:2]] == ["x_{229}", "x_{228}"]
    memory.history.add(answer("later"), b"")
    assert [entry.latex for portion in some for entry in portion][-1] == "x_{0}"
    assert len(found(memory, "")) == 231


def test_words_are_words_first_and_formulas_have_structure(memory):
    for latex, name in ((r"\frac{a}{x}", "lecture_1.png"), (r"\frac{x}{a}", ""), (r"\alpha+ab", "")):
        memory.history.add(answer(latex), b"", "file", name)
    assert found(memory, r"\frac{?}{x}") == [r"\frac{a}{x}"]
    assert found(memory, "alpha") == [r"\alpha+ab"]
    assert found(memory, "lecture") == [r"\frac{a}{x}"]
    assert found(memory, "lecture_1") == [r"\frac{a}{x}"]
    assert found(memory, "+a") == [r"\alpha+ab"]
    assert found(memory, "nothing") == []
    assert found(memory, "}{") == []


def test_many_hits_of_words_all_come_and_once(memory):
    for number in range(250):
        memory.history.add(answer(rf"\alpha_{{{number}}}"), b"")
    assert len(set(found(memory, "alpha"))) == 250


def test_tags_and_favourites_narrow_every_way(memory):
    keys = [memory.history.add(answer(latex), b"") for latex in (r"\alpha", r"\alpha+1", "x")]
    memory.history.add_tag(keys[0], "exam")
    memory.history.set_favourite(keys[1], True)
    assert found(memory, "tag:exam") == [r"\alpha"]
    assert found(memory, "alpha tag:exam") == [r"\alpha"]
    assert found(memory, r"\alpha tag:exam") == [r"\alpha"]
    assert found(memory, "x tag:exam") == []
    assert found(memory, "alpha is:favourite") == [r"\alpha+1"]
