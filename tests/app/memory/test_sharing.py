"""Merging what machines learned: any order, any number of times, the same result."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from memory_answers import answer

from scipix.app.memory.database import FILE, Database
from scipix.app.memory.history import History
from scipix.app.memory.learning import Learning
from scipix.app.memory.sharing import SharingError, State, export_file, import_file, state_of, take_in

names = st.sampled_from(["a", "b", "c"])
registers = st.tuples(
    names, st.sampled_from(["final", "undone"]), st.integers(0, 4), names, st.text(max_size=2)
)
facts = st.builds(lambda key: (key, key, 0.0, "m", "x", 0.5, "[]", "[]", "[]", "edited", "", ""), names)
states = st.builds(State, st.frozensets(facts, max_size=3), st.frozensets(registers, max_size=12))


@given(states, states, states)
def test_merging_is_associative_commutative_and_idempotent(one, two, three):
    assert one.merged(two) == two.merged(one)
    assert one.merged(two).merged(three) == one.merged(two.merged(three))
    assert one.merged(one) == one
    assert one.merged(State()) == one


@given(states, states)
def test_the_last_writer_wins_and_the_loser_is_kept(one, two):
    both = one.merged(two)
    for key in "abc":
        for name in ("final", "undone"):
            values = [value for value in (one.value(key, name), two.value(key, name)) if value is not None]
            assert both.value(key, name) in values or not values
            kept = {both.value(key, name), *both.overruled(key, name)}
            assert set(values) <= kept


@settings(deadline=None)
@given(st.lists(states, max_size=4), st.randoms())
def test_databases_agree_whatever_the_order(tmp_path_factory, many, random):
    folder = tmp_path_factory.mktemp("merge")
    found = []
    for name in ("one", "two"):
        database = Database(folder / name / FILE)
        for state in random.sample(many, len(many)) + many[:1]:
            take_in(database, state)
        found.append(state_of(database))
        database.close()
    assert found[0] == found[1]


def machine(folder, name: str) -> tuple[Database, Learning]:
    database = Database(folder / name / FILE)
    return database, Learning(database, History(database))


def test_corrections_travel_and_the_later_word_counts(tmp_path):
    (here, mine), (there, theirs) = machine(tmp_path, "a"), machine(tmp_path, "b")
    key = mine.record("e1", answer("x"), "y", "edited", (1.0,), b"png")
    assert export_file(here, tmp_path / "shared") == 1
    assert import_file(there, tmp_path / "shared") > 0
    assert import_file(there, tmp_path / "shared") == 0
    assert next(theirs.trajectories()).final == "y"
    theirs.record("e1", answer("x"), "z", "edited", ())
    export_file(there, tmp_path / "back", pictures=False)
    import_file(here, tmp_path / "back")
    assert next(mine.trajectories()).final == "z"
    assert state_of(here).overruled(key, "final") == ("y",)
    assert next(mine.trajectories()).features == (1.0,)
    here.close()
    there.close()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"no archive", gzip.compress(b"no json"), gzip.compress(b"{}"), gzip.compress(b"[" * 100_000),
        gzip.compress(json.dumps({"form": "scipix-learned-1", "facts": [[1]], "registers": []}).encode()),
        gzip.compress(json.dumps({"form": "other", "facts": [], "registers": []}).encode()),
    ],
    # Else they are named by the bytes, in which gzip writes the time: each process collects other tests.
    ids=["empty", "no archive", "no json", "no list", "deep", "broken facts", "another form"],
)  # fmt: skip
def test_other_files_are_refused(tmp_path, database, content):
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(SharingError) as caught:
        import_file(database, tmp_path / "file")
    assert caught.value.hint
    assert state_of(database) == State()
