from __future__ import annotations

import subprocess
import sys

from click.testing import CliRunner

from scipix.app.cli.main import main as command_line
from scipix.ui.command import main

_NO_QT = "import sys; sys.modules['PySide6'] = None; "


def run(arguments: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    code = f"{_NO_QT}from scipix.ui.command import main; main({arguments}, prog_name='scipix')"
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=60
    )


def test_help_and_version_need_neither_qt_nor_a_screen():
    for arguments in ("['--help']", "['--version']", "['ocr', '--help']"):
        done = run(arguments, {"PATH": ""})
        assert done.returncode == 0, done.stderr
        assert "scipix" in done.stdout


def test_without_a_screen_the_window_says_what_to_do():
    done = run("[]", {"PATH": ""})
    assert done.returncode == 1
    assert "scipix ocr FILE" in done.stderr


def test_without_qt_the_window_says_what_to_install():
    done = run("[]", {"PATH": "", "DISPLAY": ":99"})
    assert done.returncode == 1
    assert "scipix[gui]" in done.stderr


def test_every_command_of_the_command_line_is_there():
    shown = CliRunner().invoke(main, ["--help"]).output
    assert set(command_line.commands) < set(main.commands)
    assert all(name in shown for name in main.commands)
