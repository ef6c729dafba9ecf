"""The command with the real weights, as a process of its own, over a folder of pictures."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from golden_pictures import FOLDER, MODELS, TRUTH, needs_models

pytestmark = needs_models

FIELDS = {
    "path", "latex", "confidence", "alternatives", "tokens", "width", "height", "elapsed_ms", "provider",
    "model", "cached", "similarity",
}  # fmt: skip
SIMPLE = "euler.png"
Done = subprocess.CompletedProcess[bytes]


def scipix(*arguments: object, models: Path = MODELS, stdin: bytes = b"", cwd: Path | None = None) -> Done:
    """``scipix ocr`` with pipes at all ends."""
    call = "from scipix.app.cli.main import main; main()"
    command = [sys.executable, "-c", call, "ocr", *map(str, arguments)]
    environment = os.environ | {"SCIPIX_MODELS": str(models)}
    return subprocess.run(
        command, env=environment, input=stdin, capture_output=True, timeout=120, check=False, cwd=cwd
    )


def rows(done: Done) -> list[dict]:
    return [json.loads(line) for line in done.stdout.decode("ascii").splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All goldens, one of them deeper, and in between a file that is no picture and one that is cut off."""
    place = tmp_path_factory.mktemp("pictures")
    shutil.copytree(FOLDER, place, dirs_exist_ok=True)
    (place / "m_broken.png").write_bytes(b"this is no picture")
    (place / "n_cut.png").write_bytes((FOLDER / "quadratic.png").read_bytes()[:200])
    (place / "notes.txt").write_text("no picture, and does not say so")
    (place / "zz").mkdir()
    shutil.move(place / "text.png", place / "zz" / "text.png")
    return place


@pytest.fixture(scope="module")
def whole_folder(folder: Path) -> Done:
    return scipix(folder, "--format", "json", "--alternatives", 3, "--provider", "cpu")


def test_a_folder_gives_a_line_a_picture(folder: Path, whole_folder: Done) -> None:
    found = [row["path"] for row in rows(whole_folder)]
    assert found == sorted(str(path) for path in folder.rglob("*.png"))
    assert len(found) == len(TRUTH) + 2


def test_lines_have_all_fields(whole_folder: Done) -> None:
    good = [row for row in rows(whole_folder) if "error" not in row]
    assert len(good) == len(TRUTH)
    for row in good:
        assert set(row) == FIELDS
        assert row["latex"] == row["alternatives"][0]["latex"]
        assert 1 <= len(row["alternatives"]) <= 3
        assert all(set(one) == {"latex", "score"} for one in row["alternatives"])
        assert 0 <= row["confidence"] <= 1
        assert row["elapsed_ms"] > 0
        assert row["provider"] == "cpu"
        assert row["model"]


def test_tokens_have_boxes_in_the_picture(whole_folder: Done) -> None:
    for row in rows(whole_folder):
        boxes = [token["box"] for token in row.get("tokens", ()) if token["box"]]
        assert boxes or "error" in row
        for x0, y0, x1, y1 in boxes:
            assert -1 <= x0 < x1 <= row["width"] + 1
            assert -1 <= y0 < y1 <= row["height"] + 1
        assert all(set(token) == {"text", "probability", "box"} for token in row.get("tokens", ()))


def test_what_cannot_be_read_has_a_line_and_the_code_is_1(
    whole_folder: Done,
) -> None:
    failed = [row for row in rows(whole_folder) if "error" in row]
    assert [Path(row["path"]).name for row in failed] == ["m_broken.png", "n_cut.png"]
    assert [row["error"]["title"] for row in failed] == ["Not a picture", "Picture damaged"]
    assert all(
        set(row) == {"path", "error"} and set(row["error"]) == {"title", "message", "hint"} for row in failed
    )
    assert all(all(row["error"].values()) for row in failed)
    assert whole_folder.returncode == 1


def test_nothing_but_results_in_a_pipe(whole_folder: Done) -> None:
    assert whole_folder.stderr == b""
    assert b"\r" not in whole_folder.stdout
    assert b"\x1b" not in whole_folder.stdout


def test_latex_is_the_default(folder: Path) -> None:
    done = scipix(folder / SIMPLE, folder / "m_broken.png", folder / "greek.png")
    assert done.stdout.decode().splitlines() == [TRUTH[SIMPLE], TRUTH["greek.png"]]
    message = done.stderr.decode()
    assert "m_broken.png: Not a picture." in message
    assert len(message.splitlines()) == 1
    assert done.returncode == 1


def test_all_well_is_0_and_silent(folder: Path) -> None:
    done = scipix(folder / SIMPLE)
    assert (done.returncode, done.stderr) == (0, b"")


def test_standard_input_among_files(folder: Path) -> None:
    done = scipix(folder / "greek.png", "-", "--format", "json", stdin=(folder / SIMPLE).read_bytes())
    assert [(row["path"], row["latex"]) for row in rows(done)] == [
        (str(folder / "greek.png"), TRUTH["greek.png"]),
        ("-", TRUTH[SIMPLE]),
    ]
    assert done.returncode == 0


@pytest.mark.parametrize("content", [b"", b"no picture"], ids=["empty", "text"])
def test_standard_input_without_a_picture(content: bytes) -> None:
    done = scipix("-", "--format", "json", stdin=content)
    assert "error" in rows(done)[0]
    assert done.returncode == 1


def test_a_pattern_that_the_shell_did_not_expand(folder: Path) -> None:
    done = scipix("gauss*.png", "--format", "json", cwd=folder)
    assert [row["path"] for row in rows(done)] == ["gauss.png", "gauss_sum.png"]
    assert done.returncode == 0


def test_a_file_that_does_not_exist(folder: Path) -> None:
    done = scipix(folder / "none.png", folder / SIMPLE)
    assert done.stdout.decode().strip() == TRUTH[SIMPLE]
    assert b"none.png: File cannot be read." in done.stderr
    assert done.returncode == 1


def test_models_that_are_missing_are_said_without_a_traceback(folder: Path, tmp_path: Path) -> None:
    done = scipix(folder / SIMPLE, "--format", "json", models=tmp_path)
    assert_refused(done, "Models missing")


def test_a_model_that_was_tampered_with_is_said_without_a_traceback(folder: Path, tmp_path: Path) -> None:
    for name in ("manifest.json", "classes.json", *(path.name for path in MODELS.glob("*.onnx"))):
        shutil.copy(MODELS / name, tmp_path)
    content = bytearray((tmp_path / "parser.onnx").read_bytes())
    content[len(content) // 3] ^= 64
    (tmp_path / "parser.onnx").write_bytes(content)
    done = scipix(folder / SIMPLE, models=tmp_path)
    assert_refused(done, "Model damaged")
    assert b"parser.onnx" in done.stderr


def assert_refused(done: Done, title: str) -> None:
    message = done.stderr.decode()
    assert message.startswith(f"scipix: {title}.")
    assert "Install scipix again" in message
    assert "Traceback" not in message
    assert len(message.splitlines()) == 1
    assert done.stdout == b""
    assert done.returncode == 1
