"""The database survives what happens to programs and files."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from scipix.app.memory.cache import Cache, CacheOptions
from scipix.app.memory.database import FILE, Database, StorageError
from scipix.app.memory.schema import MIGRATIONS

KILLS = 200
_PARENT = """
import os, sys
sys.path[:0] = {helpers!r}
from pathlib import Path
from memory_answers import answer
from memory_pictures import formula
from scipix.app.memory.cache import Cache, CacheOptions, question
from scipix.app.memory.database import Database
folder = Path(sys.argv[1])
asked = question(formula("kxa"))
print("ready", flush=True)
for line in sys.stdin:  # one child a line, so that the libraries load once
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        database = Database(folder / "memory.sqlite")
        cache = Cache(database, folder / "pictures", CacheOptions())
        for number in range(int(line), int(line) + 10_000):
            cache.add(asked, answer(f"x{{number}}"), 5)
            os.write(1, f"{{number}}\\n".encode())  # whole or not at all
            if number % 7 == 6:
                cache.rebuild()
    print("child", child, flush=True)
    os.waitpid(child, 0)
    print("dead", flush=True)
"""


def test_a_transaction_is_whole_or_not_there(database):
    def fails() -> None:
        with database.write() as writer:
            writer.execute("INSERT INTO meta VALUES ('a', '1')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert database.meta("a") == ""
    with database.write(), database.write() as writer:
        writer.execute("INSERT INTO meta VALUES ('a', '2')")
    assert database.meta("a") == "2"


def test_threads_write_one_after_the_other(database):
    def work(name: str) -> None:
        for number in range(30):
            database.set_meta(f"{name}{number}", name)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    count = database.reader().execute("SELECT count(*) FROM meta WHERE length(value)=1").fetchone()[0]
    assert count == 120


def test_a_file_that_is_no_database_is_set_aside(tmp_path):
    path = tmp_path / FILE
    path.write_bytes(b"this is no database, and long enough to be looked at as one " * 40)
    opened = Database(path)
    assert opened.problem is not None
    assert opened.meta("writer")
    kept = list(tmp_path.glob("memory.broken-*.sqlite"))
    assert kept[0].read_bytes().startswith(b"this is no database")
    opened.close()


def test_a_database_of_a_newer_program_is_left_alone(tmp_path):
    path = tmp_path / FILE
    Database(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version={len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(StorageError, match="newer"):
        Database(path)
    assert path.exists()


def test_a_folder_that_cannot_be_made_is_an_error_for_users(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError) as caught:
        Database(tmp_path / "file" / FILE)
    assert caught.value.hint


def test_the_writer_keeps_its_name(tmp_path):
    first = Database(tmp_path / FILE)
    name = first.writer
    first.close()
    again = Database(tmp_path / FILE)
    assert again.writer == name
    again.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_no_committed_entry_is_lost_when_the_program_is_killed(tmp_path: Path):
    """GIVEN a program that adds entries and rebuilds the index without pause
    WHEN it is killed at 200 arbitrary moments
    THEN every entry that it reported is there, and the index opens or is built anew.
    """
    helpers = [str(Path(__file__).resolve().parents[2] / "helpers")]
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", _PARENT.format(helpers=helpers), str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    reported: set[int] = set()
    for kill in range(KILLS):
        _one_life(process, kill, reported)
    process.stdin.close()
    process.stdout.close()
    assert process.wait(30) == 0
    _all_there(tmp_path, reported)


def _one_life(process: subprocess.Popen[str], kill: int, reported: set[int]) -> None:
    """Let a child write until it has reported a few entries, another number each time, then kill it."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{kill * 10_000}\n")
    process.stdin.flush()
    child, seen, dead = 0, 0, False
    while not dead:
        words = process.stdout.readline().split()
        dead = words == ["dead"]
        if words[0] == "child":
            child = int(words[1])
        elif not dead:
            reported.add(int(words[0]))
            seen += 1
        if child and seen > kill % 5:
            with_delay = threading.Timer((kill % 11) / 4000, os.kill, (child, signal.SIGKILL))
            with_delay.start()
            with_delay.join()
            child = 0


def _all_there(folder: Path, reported: set[int]) -> None:
    database = Database(folder / FILE)
    assert database.problem is None
    assert database.reader().execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    rows = database.reader().execute("SELECT json_extract(answer, '$.latex') FROM picture")
    texts = {row[0] for row in rows}
    assert len(reported) >= KILLS
    assert {f"x{number}" for number in reported} <= texts
    cache = Cache(database, folder / "pictures", CacheOptions())
    cache.rebuild()
    assert cache.statistics().indexed == len(texts)
    database.close()
