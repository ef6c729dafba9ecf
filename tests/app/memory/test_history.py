"""The history: kept, found again, deleted when that is asked for."""

from __future__ import annotations

import json
import time
from dataclasses import replace

import numpy as np
import pytest
from memory_answers import answer
from memory_pictures import formula

from scipix.app.memory.history import Filter, History
from scipix.app.memory.pictures import decode, thumbnail


@pytest.fixture
def history(database) -> History:
    return History(database)


def add(history: History, latex: str = "x", **changes: object) -> str:
    return history.add(replace(answer(latex), **changes), b"png", "file", f"{latex}.png", 12.0)


def test_entries_come_newest_first_a_page_at_a_time(history):
    keys = [add(history, f"x_{number}") for number in range(7)]
    first = history.entries(limit=4)
    rest = history.entries(limit=4, before=first[-1].id)
    assert [entry.uuid for entry in first + rest] == keys[::-1]
    assert first[0].latex == "x_6"
    assert (first[0].source, first[0].name, first[0].verdict) == ("file", "x_6.png", "unknown")
    assert history.thumbnail(keys[0]) == b"png"


def test_spellings_of_one_formula_have_one_normal_form(history):
    one, other = add(history, r"\frac12"), add(history, r"\frac{1}{2}")
    assert history.entry(one).normal == history.entry(other).normal
    assert history.entry(one).latex == r"\frac12"


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(), "abc"), (Filter(tag="exam"), "b"), (Filter(favourite=True), "c"), (Filter(below=0.5), "a"),
        (Filter(source="file"), "abc"), (Filter(source="snip"), ""),
        (Filter(verdict="unknown", tag="exam"), "b"),
        (Filter(until=1.0), ""), (Filter(since=1.0), "abc"),
    ],
)  # fmt: skip
def test_filters(history, wanted, expected):
    add(history, "a", confidence=0.2)
    history.add_tag(add(history, "b"), " exam ")
    history.set_favourite(add(history, "c"), True)
    assert "".join(sorted(entry.latex for entry in history.entries(wanted))) == expected


def test_tags_are_given_and_taken(history):
    key = add(history)
    for name in ("b", "a", "a", "  "):
        history.add_tag(key, name)
    assert history.tags(key) == ("a", "b")
    history.remove_tag(key, "a")
    assert history.tags(key) == ("b",)


def test_deleting_can_be_undone_until_the_bin_is_emptied(history, database):
    kept, gone = add(history, "a"), add(history, "b")
    history.delete([gone])
    assert [entry.uuid for entry in history.entries()] == [kept]
    history.restore([gone])
    assert history.count() == 2
    history.delete([gone])
    assert history.empty_bin() == 0
    assert history.empty_bin(older_than=0) == 1
    history.restore([gone])
    assert history.count() == 1
    assert database.reader().execute("SELECT count(*) FROM words").fetchone()[0] == 1


def test_days_have_their_counts(history, database):
    add(history)
    old = add(history)
    with database.write() as writer:
        writer.execute("UPDATE entry SET created=? WHERE uuid=?", (time.time() - 3 * 86_400, old))
    assert [count for _, count in history.days()] == [1, 1]
    assert history.days()[0][0] == time.strftime("%Y-%m-%d")


def test_the_export_is_a_line_an_entry_without_numbers_that_are_none(history):
    add(history, "a", confidence=float("nan"))
    history.add_tag(add(history, "b"), "t")
    rows = [json.loads(line) for line in history.export()]
    found = [(row["latex"], row["confidence"], row["tags"]) for row in rows]
    assert found == [("a", None, []), ("b", 0.97, ["t"])]


@pytest.mark.parametrize("shape", [(500, 2000), (500, 2000, 1), (500, 2000, 3), (500, 2000, 4), (9, 7)])
def test_thumbnails_are_small_and_keep_what_they_show(shape):
    picture = decode(thumbnail(np.full(shape, 200, np.uint8)))
    assert picture.shape[0] <= 96
    assert picture.shape[1] <= 320


def test_a_thumbnail_of_an_unusual_picture_is_gray():
    assert decode(thumbnail(formula("ab").astype(np.uint16) * 257)) is not None
