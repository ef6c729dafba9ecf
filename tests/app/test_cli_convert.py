"""``scipix convert``: from argument, file and standard input, to text and to files."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from scipix.app.cli import convert as command
from scipix.app.cli.main import main


class Terminal(io.BytesIO):
    def isatty(self) -> bool:
        return True


def run(*arguments: str, text: str = "") -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["convert", *arguments], input=text)
    return result.exit_code, result.stdout, result.stderr


def test_an_argument_becomes_mathml_of_two_rows() -> None:
    code, out, _ = run("--to", "mathml", r"\begin{aligned} a &= b \\ &= c \end{aligned}")
    assert code == 0
    assert len(ElementTree.fromstring(out).findall(".//{*}mtr")) == 2


def test_standard_input_and_a_file_are_read(tmp_path: Path) -> None:
    file = tmp_path / "formula.tex"
    file.write_text("x^2\n", encoding="utf-8")
    assert run("--to", "unicode", str(file)) == (0, "x²\n", "")
    assert run("--to", "unicode", "-", text="x^3\n") == (0, "x³\n", "")


def test_a_document_goes_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "a.docx"
    assert run("--to", "docx", "x", "-o", str(out))[0] == 0
    assert out.read_bytes().startswith(b"PK")


def test_a_binary_format_does_not_go_to_a_terminal() -> None:
    stdout = Terminal()
    assert command.run("x", "docx", None, mend=False, stdin=io.BytesIO(), stdout=stdout) == 1
    assert stdout.getvalue() == b""


def test_a_binary_format_goes_through_a_pipe() -> None:
    stdout = io.BytesIO()
    assert command.run("x", "docx", None, mend=False, stdin=io.BytesIO(), stdout=stdout) == 0
    assert stdout.getvalue().startswith(b"PK")


def test_the_list_names_every_format() -> None:
    code, out, _ = run("--list")
    assert code == 0
    assert {"latex", "mathml", "docx", "typst"} <= {line.split()[0] for line in out.splitlines()}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--to", "mathml", "a\n+\\frac{1}"), "line 2, column 2"),
        (("--to", "mathml", r"\pu{1 kg}"), "Units"),
        (("--to", "nonsense", "x"), "no format nonsense"),
        (("--to", "docx", "x", "-o", "no/such/folder/a.docx"), "cannot be written"),
    ],
)
def test_failures_are_told_and_counted(arguments: tuple[str, ...], says: str) -> None:
    code, out, error = run(*arguments)
    assert code == 1
    assert out == ""
    assert says in error


def test_what_is_no_text_is_refused() -> None:
    stdout = io.BytesIO()
    assert command.run("-", "mathml", None, mend=False, stdin=io.BytesIO(b"\xff\xfe\xff"), stdout=stdout) == 1


def test_repairs_are_made_and_told() -> None:
    code, out, error = run("--repair", "--to", "latex", r"\frac{a}{b")
    assert (code, out) == (0, "\\frac{a}{b}\n")
    assert "Added }" in error


def test_a_formula_or_a_format_too_few_is_a_usage_error() -> None:
    assert run("--to", "mathml")[0] == 2
    assert run("x")[0] == 2
