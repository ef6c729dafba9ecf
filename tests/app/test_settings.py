from __future__ import annotations

import dataclasses
import os
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scipix.app import settings_file
from scipix.app.options import SettingsError
from scipix.app.settings import GROUPS, OPTIONS, Settings, load_settings, values

UNPRIVILEGED = sys.platform != "win32" and os.geteuid() != 0


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "settings.toml"


def open_with(path, text, environ=()):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return load_settings(path, dict(environ))


def aside(path):
    return list(path.parent.glob("settings.broken-*.toml"))


# The table.


def test_each_setting_has_its_row_in_a_known_group():
    assert list(OPTIONS) == [entry.name for entry in dataclasses.fields(Settings)]
    assert {row.group for row in OPTIONS.values()} == set(GROUPS)


@pytest.mark.parametrize("row", OPTIONS.values(), ids=lambda row: row.name)
def test_each_row_says_all_and_allows_its_default(row):
    assert row.title
    assert not row.title.endswith(".")
    assert row.help.endswith(".")
    assert row.check(row.default) == row.default
    assert (row.minimum is not None) == (type(row.default) is int)


def valid(row):
    if isinstance(row.default, bool):
        return st.booleans()
    if isinstance(row.default, int):
        return st.integers(row.minimum, row.maximum)
    return st.sampled_from(list(row.choices)) if row.choices else st.from_regex(row.pattern, fullmatch=True)


any_settings = st.builds(Settings, **{name: valid(row) for name, row in OPTIONS.items()})


# Round trips.


@given(wanted=any_settings)
def test_what_is_written_is_read_again(wanted, tmp_path_factory):
    path = tmp_path_factory.mktemp("round") / "settings.toml"
    load_settings(path, {}).update(**values(wanted))
    again = load_settings(path, {})
    assert (again.current, again.problem, again.notes) == (wanted, None, ())


@given(wanted=any_settings)
def test_the_environment_can_say_everything_the_file_can(wanted, tmp_path_factory):
    path = tmp_path_factory.mktemp("environ") / "settings.toml"
    environ = {OPTIONS[name].variable: str(value) for name, value in values(wanted).items()}
    store = load_settings(path, environ)
    assert (store.current, store.problem) == (wanted, None)
    assert not path.exists()


@given(content=st.binary(max_size=200))
def test_no_file_content_raises_or_is_lost(content, tmp_path_factory):
    path = tmp_path_factory.mktemp("any") / "settings.toml"
    store = open_with(path, content)
    kept = aside(path) or [path]
    assert [file.read_bytes() for file in kept] == [content]
    assert (store.problem is not None) or not aside(path)


# The file.


def test_without_a_file_the_defaults_hold_and_none_is_made(path):
    store = load_settings(path, {})
    assert store.current == Settings()
    assert store.problem is None
    assert not path.parent.exists()


def test_only_what_was_chosen_is_written(path):
    store = load_settings(path, {})
    store.update(theme="dark")
    assert tomllib.loads(path.read_text("utf-8")) == {"theme": "dark"}


def test_unknown_settings_are_kept_and_noted_with_a_guess(path):
    store = open_with(path, "them = 'dark'\n[other]\nwhen = 1979-05-27T07:32:00Z\n")
    assert store.problem is None
    assert "'them'. Did you mean theme?" in store.notes[0]
    store.update(formula_size=30)
    kept = tomllib.loads(path.read_text("utf-8"))
    assert kept["them"] == "dark"
    assert kept["other"]["when"].year == 1979
    assert kept["formula_size"] == 30


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("alternatives = 21", "alternatives"),
        ("alternatives = true", "alternatives"),
        ("toast = 1", "toast"),
        ("theme = 'blue'", "theme"),
        ("language = ['de']", "language"),
        ("copy_format = ''", "copy_format"),
        ("formula_size = 22.0", "formula_size"),
    ],
)
def test_a_value_that_is_not_allowed_is_named_and_left_in_the_file(path, line, name):
    store = open_with(path, line + "\nhide_window = false\n")
    assert name in store.problem.message
    assert store.current == Settings(hide_window=False)
    assert path.read_text("utf-8").startswith(line)
    store.update(toast=False) if name != "toast" else store.update(theme="dark")
    assert tomllib.loads(path.read_text("utf-8"))[name] == tomllib.loads(line)[name]
    store.update(**{name: OPTIONS[name].default})
    assert load_settings(path, {}).problem is None


@pytest.mark.parametrize("content", ["theme = dark", b"\xff\xfe\x00", "a = 1\na = 2", "x = [" * 5000])
def test_a_broken_file_is_kept_aside_and_told(path, content):
    store = open_with(path, content)
    (kept,) = aside(path)
    assert kept.read_bytes() == (content if isinstance(content, bytes) else content.encode())
    assert store.problem.title == "Settings file broken"
    assert kept.name in store.problem.message
    assert not path.exists()
    assert store.current == Settings()


def test_two_broken_files_in_one_second_are_both_kept(path, monkeypatch):
    monkeypatch.setattr(settings_file.time, "strftime", lambda _: "now")
    open_with(path, "first")
    open_with(path, "second")
    assert sorted(file.read_text() for file in aside(path)) == ["first", "second"]


def test_a_file_that_breaks_later_is_kept_aside_before_writing(path):
    store = open_with(path, "theme = 'dark'")
    path.write_text("half a li")
    with pytest.raises(SettingsError, match="no valid TOML"):
        store.update(toast=False)
    assert [file.read_text() for file in aside(path)] == ["half a li"]
    assert tomllib.loads(path.read_text("utf-8")) == {"toast": False}


def test_what_another_program_wrote_meanwhile_stays(path):
    first, second = load_settings(path, {}), load_settings(path, {})
    first.update(theme="dark")
    second.update(alternatives=3)
    assert tomllib.loads(path.read_text("utf-8")) == {"theme": "dark", "alternatives": 3}


def test_a_byte_order_mark_does_not_harm(path):
    assert open_with(path, b"\xef\xbb\xbftheme = 'dark'").current.theme == "dark"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege")
def test_a_link_to_the_file_stays_a_link(path, tmp_path):
    path.parent.mkdir()
    real = tmp_path / "dotfiles.toml"
    real.write_text("theme = 'dark'")
    path.symlink_to(real)
    load_settings(path, {}).update(toast=False)
    assert path.is_symlink()
    assert tomllib.loads(real.read_text("utf-8")) == {"theme": "dark", "toast": False}


def test_a_crash_while_writing_leaves_the_old_file_and_no_other(path, monkeypatch):
    store = open_with(path, "theme = 'dark'")

    def crash(_):
        raise OSError("disk full")

    monkeypatch.setattr(settings_file.os, "fsync", crash)
    with pytest.raises(SettingsError, match="disk full"):
        store.update(theme="light")
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert path.read_text("utf-8") == "theme = 'dark'"


def test_what_cannot_be_saved_holds_for_the_run_and_is_saved_later(tmp_path):
    (tmp_path / "folder").write_text("a file where the folder should be")
    path = tmp_path / "folder" / "settings.toml"
    store = load_settings(path, {})
    heard = []
    store.subscribe(lambda old, new: heard.append(new.theme))
    with pytest.raises(SettingsError):
        store.update(theme="dark")
    assert store.current.theme == "dark"
    assert heard == ["dark"]
    (tmp_path / "folder").unlink()
    store.update(toast=False)
    assert load_settings(path, {}).current == Settings(theme="dark", toast=False)


def test_a_folder_in_place_of_the_file_is_told_and_left(path):
    path.mkdir(parents=True)
    store = load_settings(path, {})
    assert store.problem.title == "Settings file not readable"
    with pytest.raises(SettingsError):
        store.update(theme="dark")
    assert path.is_dir()


@pytest.mark.skipif(not UNPRIVILEGED, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_never_replaced(path):
    open_with(path, "theme = 'dark'")
    path.chmod(0)
    store = load_settings(path, {})
    assert store.problem.title == "Settings file not readable"
    with pytest.raises(SettingsError):
        store.update(toast=False)
    path.chmod(0o600)
    assert path.read_text() == "theme = 'dark'"


# Changes.


@pytest.mark.parametrize(
    "changes", [{"them": "dark"}, {"theme": "blue"}, {"toast": False, "alternatives": 0}]
)
def test_a_wrong_change_changes_nothing(path, changes):
    store = load_settings(path, {})
    with pytest.raises(SettingsError):
        store.update(**changes)
    assert store.current == Settings()
    assert not path.exists()


def test_listeners_hear_each_change_once_until_they_end_it(path):
    store = load_settings(path, {})
    heard = []
    cancel = store.subscribe(lambda old, new: heard.append((old.theme, new.theme)))
    store.update(theme="dark")
    store.update(theme="dark")
    cancel()
    cancel()
    store.update(theme="light")
    assert heard == [("system", "dark")]


def test_reset_takes_settings_out_of_the_file(path):
    store = load_settings(path, {})
    store.update(theme="dark", toast=False)
    store.reset(["theme"])
    assert tomllib.loads(path.read_text("utf-8")) == {"toast": False}
    store.reset()
    assert store.current == Settings()
    assert tomllib.loads(path.read_text("utf-8")) == {}


# The environment.


def test_the_environment_wins_and_stays_out_of_the_file(path):
    store = open_with(path, "theme = 'light'", {"SCIPIX_THEME": "dark", "SCIPIX_TOAST": "No"})
    assert store.current == Settings(theme="dark", toast=False)
    assert dict(store.overridden) == {"theme": "SCIPIX_THEME", "toast": "SCIPIX_TOAST"}
    store.update(theme="system", alternatives=3)
    assert store.current.theme == "dark"
    assert tomllib.loads(path.read_text("utf-8")) == {"theme": "system", "alternatives": 3}


@pytest.mark.parametrize("value", ["maybe", "", "2"])
def test_a_wrong_variable_is_told_and_ignored(path, value):
    store = load_settings(path, {"SCIPIX_TOAST": value})
    assert "SCIPIX_TOAST" in store.problem.message
    assert store.current == Settings()
    assert not store.overridden


def test_the_page_of_the_documentation_is_up_to_date(monkeypatch):
    root = Path(__file__).resolve().parents[2]
    monkeypatch.syspath_prepend(str(root / "packaging"))
    import settings_page

    assert settings_page.PAGE.read_text("utf-8") == settings_page.page()
