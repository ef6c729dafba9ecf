"""``scipix config``: the settings from the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, NoReturn

import click

from scipix.app.options import SettingsError, Value
from scipix.app.settings import OPTIONS, SettingsStore, load_settings, option_named, values


@click.group()
def config() -> None:
    """Show and change the settings.

    They stand in a file (scipix config path); a variable SCIPIX_<NAME> of the environment overrides each.
    """


def _reported(command: Callable[..., None]) -> Callable[..., None]:
    """Turn errors of settings into a message and the exit code 1."""

    @wraps(command)
    def run(*arguments: Any, **named: Any) -> None:
        try:
            command(*arguments, **named)
        except SettingsError as error:
            _fail(error)

    return run


@config.command("list")
def list_all() -> None:
    """All settings with their values and what they mean."""
    store = _open()
    for name, value in values(store.current).items():
        row = OPTIONS[name]
        source = f"  (fixed by {store.overridden[name]})" if name in store.overridden else ""
        click.echo(f"{name} = {_shown(value)}{source}")
        click.echo(f"    {row.title}. {row.help} {row.allowed.capitalize()}; default {_shown(row.default)}.")


@config.command("get")
@click.argument("name")
@_reported
def get(name: str) -> None:
    """The value of one setting."""
    option_named(name)
    click.echo(_plain(values(_open().current)[name]))


@config.command("set")
@click.argument("name")
@click.argument("value")
@_reported
def set_one(name: str, value: str) -> None:
    """Change one setting."""
    row = option_named(name)
    store = _open()
    store.update(**{name: row.parse(value)})
    if name in store.overridden:
        click.echo(f"scipix: saved, but {store.overridden[name]} overrides it.", err=True)


@config.command("path")
def path() -> None:
    """Where the settings file is, or would be."""
    from scipix.app.paths import config_dir
    from scipix.app.settings_file import FILE_NAME

    click.echo(config_dir() / FILE_NAME)


@config.command("reset")
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Reset all settings.")
@_reported
def reset(names: tuple[str, ...], everything: bool) -> None:
    """Give settings their defaults."""
    if bool(names) == everything:
        raise click.UsageError("Name the settings to reset, or use --all.")
    _open().reset(None if everything else names)


def _open() -> SettingsStore:
    """The settings, after telling what is wrong with them."""
    store = load_settings()
    if store.problem is not None:
        _tell(store.problem)
    for note in store.notes:
        click.echo(f"scipix: {note}", err=True)
    return store


def _tell(error: SettingsError) -> None:
    click.echo(f"scipix: {error.title}: {error.message} {error.hint}".rstrip(), err=True)


def _fail(error: SettingsError) -> NoReturn:
    _tell(error)
    sys.exit(1)


def _plain(value: Value) -> str:
    """A value as ``set`` takes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _shown(value: Value) -> str:
    """A value among words: an empty text must be seen."""
    return f'"{value}"' if isinstance(value, str) else _plain(value)
