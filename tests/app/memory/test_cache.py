"""The cache answers for the same picture and for no other."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from memory_answers import answer
from memory_pictures import formula, words

from scipix.app.memory import index, verify
from scipix.app.memory.cache import Cache, CacheOptions, Hit, question
from scipix.app.memory.database import FILE, Database
from scipix.app.memory.verify import Strangeness
from scipix.engine.errors import ProviderError
from scipix.engine.recognize.symbol_likeness import Sight


def put(cache: Cache, text: str, scale: float = 1.0, **changes: object) -> int:
    asked = question(formula(text, scale))
    assert asked is not None
    return cache.add(asked, replace(answer(text), **changes), 5)


def ask(
    cache: Cache,
    picture: np.ndarray,
    alternatives: int = 5,
    model: str = "m1",
    strangeness: Strangeness | None = None,
) -> Hit | None:
    asked = question(picture)
    assert asked is not None
    return cache.look_up(asked, picture, alternatives, model, strangeness)


def test_the_same_picture_with_another_margin_is_answered(cache):
    put(cache, "kxa")
    hit = ask(cache, formula("kxa", pad=33))
    assert hit is not None
    assert hit.answer.latex == "kxa"
    assert hit.answer.cached
    assert hit.answer.similarity == pytest.approx(1.0, abs=0.02)


def test_the_boxes_of_a_remembered_answer_follow_the_picture(cache):
    put(cache, "kxa")
    hit = ask(cache, formula("kxa", pad=34))
    assert hit is not None
    box, before = hit.answer.symbols[0].box, answer().symbols[0].box
    assert (box.x0 - before.x0, box.y0 - before.y0) == pytest.approx((20, 20), abs=0.1)


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.3])
def test_light_on_dark_at_another_size_is_answered(cache, scale):
    put(cache, "kxa")
    dark = (230 - 0.8 * formula("kxa", scale)).astype(np.uint8)
    hit = ask(cache, np.stack([dark, dark, dark], -1))
    assert hit is not None
    assert hit.answer.latex == "kxa"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("x2", "x3"),
        ("a.b", "a,b"),
        ("a.b", "ab"),
        ("x+y", "x-y"),
        ("i=j", "i-j"),
        ("l1", "ll"),
        ("a'", "a"),
        ("xO", "x0"),
    ],
)
def test_what_differs_in_one_mark_is_not_answered(cache, one, other):
    put(cache, one)
    put(cache, "something else")
    for scale in (0.8, 1.0, 1.25):
        assert ask(cache, formula(other, scale)) is None
    assert ask(cache, formula(one)) is not None


def test_the_classifier_is_shown_the_symbols_of_the_remembered_answer(cache, monkeypatch):
    monkeypatch.setattr(verify, "_matters", lambda found: True)
    put(cache, "kxa")
    shown: list[int] = []

    def nothing_strange(one: Sight, other: Sight) -> np.ndarray:
        shown.append(len(one.boxes))
        return np.zeros(len(one.boxes), np.float32)

    assert ask(cache, formula("kxa", 0.8), strangeness=nothing_strange) is not None
    assert shown == [len(answer().symbols) + verify._WORST_SPOTS]


def test_a_classifier_that_fails_makes_a_miss(cache, monkeypatch):
    monkeypatch.setattr(verify, "_matters", lambda found: True)
    put(cache, "kxa")

    def failing(one: Sight, other: Sight) -> np.ndarray:
        raise ProviderError("Execution provider failed", "It stopped.", "Choose another.")

    assert ask(cache, formula("kxa", 0.8), strangeness=failing) is None


def test_a_blank_picture_is_no_question():
    assert question(np.full((40, 40), 255, np.uint8)) is None


def test_answers_of_other_weights_do_not_count(cache):
    put(cache, "kxa")
    assert ask(cache, formula("kxa"), model="m2") is None


def test_more_readings_than_were_asked_for_are_read_anew(cache):
    put(cache, "kxa")
    assert ask(cache, formula("kxa"), alternatives=9) is None
    few = ask(cache, formula("kxa"), alternatives=1)
    assert few is not None
    assert len(few.answer.alternatives) == 1


def test_a_doubtful_answer_is_not_repeated_for_a_finer_picture(cache):
    put(cache, "kxa", 0.6, confidence=0.4)
    assert ask(cache, formula("kxa", 0.8)) is None
    assert ask(cache, formula("kxa", 0.6)) is not None


def test_entries_are_found_in_the_index_and_in_the_tail(cache):
    texts = words(60)
    for text in texts[:50]:
        put(cache, text)
    cache.rebuild()
    for text in texts[50:]:
        put(cache, text)
    assert cache.statistics().indexed == 50
    for text in texts:
        hit = ask(cache, formula(text))
        assert hit is not None
        assert hit.answer.latex == text


@pytest.mark.parametrize("bits", [0, 4, 8])
def test_any_precision_finds_and_another_setting_reads_old_entries(tmp_path, bits):
    database = Database(tmp_path / FILE)
    first = Cache(database, tmp_path / "p", CacheOptions(bits=8))
    put(first, "kxa")
    second = Cache(database, tmp_path / "p", CacheOptions(bits=bits))
    put(second, "bcd")
    second.rebuild()
    assert ask(second, formula("kxa")) is not None
    assert ask(second, formula("bcd")) is not None
    database.close()


def test_an_index_survives_a_restart(database, cache, tmp_path):
    for text in words(20):
        put(cache, text)
    cache.rebuild()
    again = Cache(database, tmp_path / "pictures", CacheOptions())
    assert again.statistics().indexed == 20
    assert ask(again, formula(words(20)[3])) is not None


@pytest.mark.parametrize("harm", ["missing", "cut", "garbage", "pointer"])
def test_a_damaged_index_is_not_used_and_nothing_is_lost(database, cache, tmp_path, harm):
    texts = words(20)
    for text in texts:
        put(cache, text)
    cache.rebuild()
    folder = tmp_path / "pictures"
    about = index.open_current(folder, cache._owner, 512, 8)
    assert about is not None
    inner = folder / about.about.folder
    largest = max(inner.iterdir(), key=lambda path: path.stat().st_size)
    if harm == "missing":
        largest.unlink()
    elif harm == "cut":
        largest.write_bytes(largest.read_bytes()[:-1000])
    elif harm == "garbage":
        main = inner / ("trees.ann" if (inner / "trees.ann").exists() else "ids.npy")
        main.write_bytes(bytes(len(main.read_bytes())))
    else:
        (folder / "current.json").write_text("{")
    again = Cache(database, folder, CacheOptions())
    assert again.statistics().indexed == 0
    assert all(ask(again, formula(text)) is not None for text in texts[:5])
    again.rebuild()
    assert again.statistics().indexed == 20


def test_an_index_of_another_database_is_not_used(cache, tmp_path):
    put(cache, "kxa")
    cache.rebuild()
    other = Database(tmp_path / "other.sqlite")
    assert Cache(other, tmp_path / "pictures", CacheOptions()).statistics().indexed == 0
    other.close()


def test_without_annoy_a_scan_serves(monkeypatch, cache):
    monkeypatch.setattr(index, "annoy", None)
    for text in words(10):
        put(cache, text)
    cache.rebuild()
    assert cache.statistics().engine == "scan"
    assert ask(cache, formula(words(10)[4])) is not None


def test_a_long_tail_is_indexed_in_the_background(monkeypatch, cache):
    monkeypatch.setattr("scipix.app.memory.cache._LEAST_TAIL", 10)
    for text in words(12):
        put(cache, text)
    cache.wait()
    assert cache.statistics().indexed >= 11
    assert ask(cache, formula(words(12)[0])) is not None


def test_the_longest_unused_go_first_when_the_room_is_full(cache):
    numbers = {text: put(cache, text) for text in words(12)}
    sizes = [row[0] for row in cache.database.reader().execute("SELECT size FROM picture")]
    ask(cache, formula(words(12)[0]))
    cache.flush()
    cache.options = replace(cache.options, size_mb=1)
    with cache.database.write() as writer:
        writer.execute("UPDATE picture SET size=100000")
    assert len(sizes) == 12
    put(cache, "new")
    left = {row[0] for row in cache.database.reader().execute("SELECT id FROM picture")}
    assert numbers[words(12)[0]] in left
    assert numbers[words(12)[1]] not in left


def test_what_was_not_used_for_long_goes(cache):
    number = put(cache, "old")
    with cache.database.write() as writer:
        writer.execute("UPDATE picture SET used=? WHERE id=?", (time.time() - 10 * 86_400, number))
    cache.options = replace(cache.options, days=5)
    put(cache, "new")
    assert ask(cache, formula("old")) is None


def test_counts_survive_a_restart(database, cache, tmp_path):
    put(cache, "abcdefgh2k")
    ask(cache, formula("abcdefgh2k"))
    ask(cache, formula("abcdefgh3k"))
    cache.close()
    found = Cache(database, tmp_path / "pictures", CacheOptions()).statistics()
    assert (found.entries, found.hits, found.misses) == (1, 1, 1)
    assert found.rejected == 1
    assert found.rate == 0.5
    assert found.bytes > 500


def test_what_another_process_adds_is_found(database, cache, tmp_path):
    other = Database(tmp_path / FILE)
    elsewhere = Cache(other, tmp_path / "elsewhere", CacheOptions())
    assert ask(cache, formula("kxa")) is None
    put(elsewhere, "kxa")
    assert ask(cache, formula("kxa")) is not None
    other.close()


def test_clearing_leaves_nothing(cache):
    put(cache, "kxa")
    cache.rebuild()
    cache.clear()
    assert ask(cache, formula("kxa")) is None
    assert cache.statistics().entries == 0


def test_an_answer_that_is_damaged_is_a_miss(cache, database):
    put(cache, "kxa")
    with database.write() as writer:
        writer.execute("UPDATE picture SET answer='{'")
    assert ask(cache, formula("kxa")) is None
    with database.write() as writer:
        writer.execute("UPDATE picture SET png=x'00'")
    assert ask(cache, formula("kxa")) is None


def test_similar_pictures_are_listed_and_told_apart(cache, tmp_path: Path):
    put(cache, "x2")
    put(cache, "x3")
    found = cache.similar(formula("x2"), 5)
    assert [(one.latex, one.same) for one in found] == [("x2", True), ("x3", False)]
