"""The commands about what is remembered."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from click.testing import CliRunner, Result
from memory_answers import answer
from memory_pictures import formula

from scipix.app.cli.main import main
from scipix.app.memory.memory import EDITED, open_memory
from scipix.app.service import RecognitionService
from scipix.app.settings import Settings


class Engine:
    provider, version = "cpu", "m1"

    def recognize(self, image, *, alternatives=5, checkpoint=None, adaptation=None):
        return answer(r"\frac{a}{x}")

    def read_symbols(self, formula, *, alternatives=5, checkpoint=None):
        raise NotImplementedError

    def strangeness(self, one, other):
        return np.zeros(len(one.boxes), np.float32)


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A memory with one corrected and one plain entry, and a picture of the plain one."""
    monkeypatch.setenv("SCIPIX_DATA_DIR", str(tmp_path))
    memory = open_memory(Settings())
    service = RecognitionService(Engine(), memory)
    service.recognise(formula("kx"), source="file", name="kx.png")
    memory.accept(service.recognise(formula("ab")), r"\sqrt{q}", EDITED)
    memory.close()
    cv2.imwrite(str(tmp_path / "kx.png"), formula("kx"))
    return tmp_path


def run(*arguments: object, text: str | None = None, code: int = 0) -> Result:
    result = CliRunner().invoke(main, list(map(str, arguments)), input=text)
    assert result.exit_code == code, result.output
    return result


def rows(*arguments: object) -> list[dict]:
    return [json.loads(line) for line in run(*arguments).stdout.splitlines()]


def test_cache_stats(folder):
    (found,) = rows("cache", "stats")
    assert (found["entries"], found["hits"], found["misses"]) == (2, 0, 2)


def test_cache_search_lists_the_nearest_first(folder):
    first, second = rows("cache", "search", folder / "kx.png")
    assert (first["latex"], first["same"]) == (r"\frac{a}{x}", True)
    assert (second["latex"], second["same"]) == (r"\sqrt{q}", False)


def test_cache_rebuild_and_clear(folder):
    run("cache", "rebuild")
    assert rows("cache", "stats")[0]["indexed"] == 2
    run("cache", "clear")
    assert rows("cache", "stats")[0]["entries"] == 0


def test_history_lists_and_searches(folder):
    assert [row["latex"] for row in rows("history", "list")] == [r"\sqrt{q}", r"\frac{a}{x}"]
    assert [row["name"] for row in rows("history", "search", r"\frac{?}{x}")] == ["kx.png"]
    assert [row["name"] for row in rows("history", "search", "kx", "--by", "text")] == ["kx.png"]
    (best, *_) = rows("history", "search", r"\sqrt{q}", "--by", "similar")
    assert (best["latex"], best["similarity"]) == (r"\sqrt{q}", pytest.approx(1, abs=0.01))
    assert "no LaTeX" in run("history", "search", r"\frac{", code=2).output


def test_history_tags_deletes_and_restores(folder):
    key = rows("history", "list", "--source", "file")[0]["entry"]
    run("history", "tag", key, "exam")
    assert len(rows("history", "list", "--tag", "exam")) == 1
    run("history", "delete", key)
    assert rows("history", "list", "--tag", "exam") == []
    run("history", "restore", key)
    assert [row["tags"] for row in rows("history", "export")] == [["exam"], []]


def test_history_forget_asks_first(folder):
    run("history", "forget", text="n\n", code=1)
    assert len(rows("history", "list")) == 2
    run("history", "forget", "--yes")
    assert rows("history", "list") == []


def test_learned_state_travels(folder, monkeypatch, tmp_path):
    (status,) = rows("learn", "status")
    assert (status["verdicts"], status["counts"]) == (1, {"failed": 1})
    assert status["surely_right"] is None
    run("learn", "export", folder / "shared")
    monkeypatch.setenv("SCIPIX_DATA_DIR", str(tmp_path / "other"))
    run("learn", "import", folder / "shared")
    assert rows("learn", "status")[0]["verdicts"] == 1
    run("learn", "reset", "--yes")
    assert rows("learn", "status")[0]["verdicts"] == 0


def test_a_foreign_file_is_refused_in_words(folder):
    (folder / "foreign").write_text("x")
    assert "File cannot be imported" in run("learn", "import", folder / "foreign", code=1).output


def test_a_memory_that_cannot_be_opened_is_told_in_words(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SCIPIX_DATA_DIR", str(tmp_path / "file"))
    assert "Memory cannot be used" in run("cache", "stats", code=1).output
