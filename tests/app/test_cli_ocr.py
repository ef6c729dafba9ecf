from __future__ import annotations

import io
import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner
from fake_recognizer import FakeOpener, FakeRecognizer
from formula_pictures import fraction_line
from PIL import Image

from scipix.app.cli.inputs import expand
from scipix.app.cli.main import PROVIDER_NAMES, main
from scipix.app.cli.ocr import run
from scipix.engine.errors import ModelError
from scipix.engine.session import PROVIDERS


@pytest.fixture
def folder(tmp_path):
    """Two pictures, one deeper, and one text file that calls itself a picture."""
    (tmp_path / "deep").mkdir()
    Image.fromarray(fraction_line()).save(tmp_path / "a.png")
    Image.fromarray(fraction_line()).save(tmp_path / "deep" / "b.JPG")
    (tmp_path / "broken.png").write_text("no picture")
    (tmp_path / "notes.txt").write_text("ignored")
    return tmp_path


@pytest.fixture
def opener():
    return FakeOpener()


def json_lines(text):
    return [json.loads(line) for line in text.splitlines()]


def test_latex_is_one_line_a_picture(folder, opener, capsys):
    opener.recognizer.latex = "a\nb"
    assert run([str(folder / "a.png"), str(folder / "deep")], "latex", 5, None, opener) == 0
    assert capsys.readouterr().out == "a b\na b\n"


def test_json_has_all_fields(folder, opener, capsys):
    assert run([str(folder / "a.png")], "json", 3, "cpu", opener) == 0
    (row,) = json_lines(capsys.readouterr().out)
    assert list(row) == [
        "path", "latex", "confidence", "alternatives", "tokens",
        "width", "height", "elapsed_ms", "provider", "model", "cached", "similarity",
    ]  # fmt: skip
    assert row["path"] == str(folder / "a.png")
    assert row["alternatives"] == [{"latex": "x^{2}", "score": -0.1}, {"latex": "x2", "score": None}]
    assert row["tokens"][:2] == [
        {"text": "x", "probability": 0.9, "box": [1.0, 2.0, 3.12, 4.0]},
        {"text": "^", "probability": 0.8, "box": None},
    ]
    assert (row["width"], row["height"]) == (330, 60)
    assert row["elapsed_ms"] > 0
    assert opener.opened == ["cpu"]
    assert opener.recognizer.asked == [((60, 330), 3)]


def test_broken_picture_is_reported_and_the_others_are_done(folder, opener, capsys):
    assert run([str(folder)], "json", 5, None, opener) == 1
    rows = json_lines(capsys.readouterr().out)
    assert [os.path.basename(row["path"]) for row in rows] == ["a.png", "broken.png", "b.JPG"]
    assert [("error" in row) for row in rows] == [False, True, False]
    assert set(rows[1]["error"]) == {"title", "message", "hint"}
    assert len(opener.opened) == 1


def test_broken_picture_in_latex_format_goes_to_standard_error(folder, opener, capsys):
    assert run([str(folder / "broken.png"), str(folder / "a.png")], "latex", 5, None, opener) == 1
    captured = capsys.readouterr()
    assert captured.out == "x^{2}\n"
    assert "broken.png: Not a picture." in captured.err


def test_standard_input(folder, opener, capsys):
    stdin = io.BytesIO((folder / "a.png").read_bytes())
    assert run(["-"], "json", 5, None, opener, stdin) == 0
    assert json_lines(capsys.readouterr().out)[0]["path"] == "-"


def test_empty_standard_input(opener, capsys):
    assert run(["-"], "json", 5, None, opener, io.BytesIO()) == 1
    assert json_lines(capsys.readouterr().out)[0]["error"]["title"] == "Empty file"


def test_no_progress_bar_in_a_pipe(folder, opener, capsys):
    run([str(folder / "a.png")] * 3, "latex", 5, None, opener)
    assert capsys.readouterr().err == ""


def test_unexpected_errors_do_not_stop_the_others(folder, capsys, caplog):
    opener = FakeOpener(FakeRecognizer(failure=ZeroDivisionError("oops")))
    assert run([str(folder / "a.png"), str(folder / "deep")], "json", 5, None, opener) == 1
    rows = json_lines(capsys.readouterr().out)
    assert [row["error"]["title"] for row in rows] == ["Internal error"] * 2
    assert "ZeroDivisionError" in caplog.text


def test_missing_models_are_said_once(folder, capsys):
    def opener(provider):
        raise ModelError("Models missing", "There are none.", "Install again.")

    assert run([str(folder)], "json", 5, None, opener) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "scipix: Models missing. There are none. Install again.\n"


def test_a_name_that_cannot_be_encoded(tmp_path, opener, capsys):
    assert run([str(tmp_path / "bad\udcff.png")], "json", 5, None, opener) == 1
    assert run([str(tmp_path / "bad\udcff.png")], "latex", 5, None, opener) == 1
    captured = capsys.readouterr()
    assert json_lines(captured.out)[0]["error"]["title"] == "File cannot be read"


def names(items):
    return [os.path.basename(item.name) for item in items]


def test_patterns_and_repeated_names(folder):
    arguments = [str(folder / "*.png"), str(folder / "a.png"), str(folder / "**" / "*.JPG")]
    assert names(expand(arguments)) == ["a.png", "broken.png", "b.JPG"]


def test_a_file_whose_name_looks_like_a_pattern(folder):
    (folder / "a[1].png").write_bytes((folder / "a.png").read_bytes())
    assert names(expand([str(folder / "a[1].png")])) == ["a[1].png"]


@pytest.mark.parametrize("argument", ["empty", "none*.png"])
def test_nothing_found_is_a_problem(tmp_path, argument, opener, capsys):
    (tmp_path / "empty").mkdir()
    assert run([str(tmp_path / argument)], "json", 5, None, opener) == 1
    assert json_lines(capsys.readouterr().out)[0]["error"]["title"] == "No pictures"


@pytest.mark.parametrize(
    "arguments",
    [
        ["ocr"],
        ["ocr", "--format", "html", "x"],
        ["ocr", "--alternatives", "0", "x"],
        ["ocr", "--provider", "q", "x"],
    ],
)
def test_wrong_arguments_exit_with_2(arguments):
    assert CliRunner().invoke(main, arguments).exit_code == 2


def test_provider_names_are_those_of_the_engine():
    assert tuple(PROVIDERS) == PROVIDER_NAMES


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_does_not_import_the_engine(option):
    code = (
        "import sys\nfrom scipix.app.cli.main import main\n"
        f"try:\n    main(['{option}'])\nexcept SystemExit:\n    pass\n"
        "sys.exit(any(name in sys.modules for name in ('numpy', 'cv2', 'onnxruntime', 'PIL')))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert "scipix" in result.stdout or "Usage" in result.stdout
