"""``scipix pdf`` from its arguments to its files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from documents import SHORT

from scipix.app.cli.main import DOCUMENT_FORMATS, main
from scipix.app.documents.formats import document_formats


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SCIPIX_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["pdf", "--provider", "cpu", *map(str, arguments)])
    return result.exit_code, result.output


def test_the_command_names_all_formats() -> None:
    assert tuple(one.id for one in document_formats()) == DOCUMENT_FORMATS


def test_a_document_becomes_markdown_beside_it(tmp_path: Path, cache: Path) -> None:
    path = Path(shutil.copy(SHORT, tmp_path / "a.pdf"))
    code, output = run(path)
    assert (code, output.strip()) == (0, str(tmp_path / "a.mmd"))
    assert r"\(a\neq b\)" in (tmp_path / "a.mmd").read_text("utf-8")
    assert not list((cache / "documents").iterdir())


def test_several_formats_of_the_documents_in_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(SHORT, folder / "a.pdf")
    code, _ = run(folder, "--to", "md", "--to", "json", "-o", tmp_path / "out")
    assert code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.json", "a.md"]


def test_one_document_fails_and_the_other_is_done(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no PDF")
    code, output = run(broken, SHORT, "--to", "txt", "-o", tmp_path / "out")
    assert code == 1
    assert "broken.pdf: Not a readable document" in output
    assert (tmp_path / "out" / "short.txt").exists()


@pytest.mark.parametrize("arguments", [("--pages", "9"), ("--pages", "x")])
def test_pages_that_are_not_there_are_told(tmp_path: Path, arguments: tuple[str, str]) -> None:
    code, output = run(SHORT, *arguments, "-o", tmp_path / "out.mmd")
    assert code == 1
    assert "scipix" in output or "short.pdf" in output
    assert not (tmp_path / "out.mmd").exists()


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    code, output = run(tmp_path)
    assert code == 1
    assert "No documents" in output


def test_doubts_are_marked_unless_nobody_wants_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCIPIX_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setattr("scipix.app.cli.documents.judge", lambda models, memory: lambda answer: 0.4)
    texts = {}
    for name, more in (("default", ()), ("off", ("--no-review-marks",)), ("set", ())):
        if name == "set":
            monkeypatch.setenv("SCIPIX_REVIEW_MARKS", "false")
        target = tmp_path / f"{name}.mmd"
        assert run(SHORT, *more, "-o", target)[0] == 0
        texts[name] = target.read_text("utf-8")
    assert r"\(a\neq b\)<!-- review: confidence 0.40 -->" in texts["default"]
    assert "<!--" not in texts["off"]
    assert texts["off"] == texts["set"]
