from __future__ import annotations

import pytest
from click.testing import CliRunner

from scipix.app.cli.main import main
from scipix.app.settings import OPTIONS


@pytest.fixture
def run(monkeypatch, tmp_path):
    for row in OPTIONS.values():
        monkeypatch.delenv(row.variable, raising=False)
    monkeypatch.setenv("SCIPIX_CONFIG_DIR", str(tmp_path))
    return lambda *words: CliRunner().invoke(main, ["config", *words])


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "dark"), ("toast", "false"), ("alternatives", "7"), ("hotkey", "")]
)
def test_what_is_set_is_got(run, name, value):
    assert run("set", name, value).exit_code == 0
    assert run("get", name).output == value + "\n"


def test_list_shows_each_setting_with_its_value(run):
    run("set", "alternatives", "7")
    output = run("list").output
    assert all(f"{name} = " in output for name in OPTIONS)
    assert "alternatives = 7" in output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("set", "theme", "blue"), "one of system, light, dark"),
        (("set", "them", "dark"), "Did you mean theme?"),
        (("get", "nothing_like_it"), "The settings are language"),
        (("reset", "them"), "Did you mean theme?"),
    ],
)
def test_mistakes_are_explained_and_change_nothing(run, tmp_path, words, told):
    result = run(*words)
    assert result.exit_code == 1
    assert told in result.stderr
    assert not list(tmp_path.iterdir())


def test_path_is_where_set_writes(run):
    run("set", "theme", "dark")
    with open(run("path").output.strip(), encoding="utf-8") as file:
        assert 'theme = "dark"' in file.read()


def test_reset_of_some_and_of_all(run):
    run("set", "theme", "dark")
    run("set", "toast", "false")
    assert run("reset").exit_code == 2
    assert run("reset", "theme").exit_code == 0
    assert (run("get", "theme").output, run("get", "toast").output) == ("system\n", "false\n")
    run("reset", "--all")
    assert run("get", "toast").output == "true\n"


def test_an_override_is_told(run, monkeypatch):
    monkeypatch.setenv("SCIPIX_THEME", "light")
    result = run("set", "theme", "dark")
    assert result.exit_code == 0
    assert "SCIPIX_THEME overrides it" in result.stderr
    assert "fixed by SCIPIX_THEME" in run("list").output


def test_a_broken_file_is_told_but_does_not_stop_the_command(run, tmp_path):
    (tmp_path / "settings.toml").write_text("no toml")
    result = run("get", "theme")
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "system")
    assert "Settings file broken" in result.stderr
