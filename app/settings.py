"""The settings: one table, from which file, environment, command line, dialog and documentation follow."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any

from scipix.app import settings_file
from scipix.app.options import Option, SettingsError, Value, option
from scipix.app.paths import config_dir

GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "general": "General",
        "capture": "Capture",
        "output": "Output",
        "engine": "Engine",
        "memory": "Memory",
        "appearance": "Appearance",
    }
)
"""The groups of settings with their titles, in the order of the dialog's pages."""


@dataclass(frozen=True, slots=True)
class Settings:
    """An immutable snapshot of all settings. A field's metadata say all that is known about it."""

    language: str = option(
        "system",
        choices={"system": "As the system", "en": "English", "de": "Deutsch", "zh": "中文"},
        group="general",
        title="Language",
        help="The language of the window.",
    )
    close_to_tray: bool = option(
        False,
        group="general",
        title="Keep running in the tray when the window is closed",
        help="The shortcut for snipping then works without a window. Quit from the tray's menu.",
    )
    hotkey: str = option(
        "Ctrl+Alt+M",
        form="keys",
        group="capture",
        title="Shortcut for snipping",
        help="Works in every program while scipix runs. Empty means no shortcut.",
    )
    hide_window: bool = option(
        True,
        group="capture",
        title="Hide the window while snipping",
        help="So that the window does not cover the formula.",
    )
    copy_after_snip: bool = option(
        True,
        group="output",
        title="Copy the result after a snip",
        help="The clipboard is replaced as soon as the formula is recognised.",
    )
    copy_format: str = option(
        "latex",
        form="format",
        pattern=r"[A-Za-z0-9][A-Za-z0-9_.+-]*",
        group="output",
        title="Format to copy",
        help="The format of the copy button and of copying after a snip; the one used last.",
    )
    toast: bool = option(
        True,
        group="output",
        title="Show a note near the snip",
        help="A small note with the result that copies it in another format without opening the window.",
    )
    review_marks: bool = option(
        True,
        group="output",
        title="Mark doubtful formulas of documents",
        help="Converted files say where to look again: in comments, in plain text by [?].",
    )
    provider: str = option(
        "auto",
        choices={
            "auto": "Best available",
            "cuda": "CUDA (NVIDIA)",
            "directml": "DirectML (Windows)",
            "coreml": "Core ML (macOS)",
            "cpu": "CPU",
        },
        group="engine",
        title="Compute on",
        help="Where formulas are recognised. The test measures what each one takes on this computer.",
    )
    alternatives: int = option(
        5,
        span=(1, 20),
        group="engine",
        title="Alternatives",
        help="How many readings of a formula are searched for and offered.",
    )
    private_mode: bool = option(
        False,
        group="memory",
        title="Private mode",
        help="Nothing that is recognised is stored. What was stored before still answers and is found.",
    )
    cache_enabled: bool = option(
        True,
        group="memory",
        title="Answer known pictures from memory",
        help="A picture that was read before is not read again. Corrected answers come back corrected.",
    )
    cache_size_mb: int = option(
        1000,
        span=(0, 100_000),
        unit="MB",
        group="memory",
        title="Room for pictures",
        help="When it is full, those unused for longest are forgotten. 0 means no limit.",
    )
    cache_days: int = option(
        0,
        span=(0, 36_500),
        group="memory",
        title="Days to keep unused pictures",
        help="0 means for ever.",
    )
    cache_threshold: int = option(
        90,
        span=(80, 100),
        unit="%",
        group="memory",
        title="Least similarity",
        help="Pictures less similar than this are not even compared pixel by pixel.",
    )
    cache_bits: str = option(
        "8",
        choices={"0": "Full precision", "8": "8 bits", "4": "4 bits"},
        group="memory",
        title="Precision of stored vectors",
        help="Fewer bits take less room; what answers is proved on the pixels in any case.",
    )
    theme: str = option(
        "system",
        choices={"system": "As the system", "light": "Light", "dark": "Dark"},
        group="appearance",
        title="Theme",
        help="The colours of the window.",
    )
    invert_picture: bool = option(
        False,
        group="appearance",
        title="Invert captured pictures in the dark theme",
        help="Shows the captured picture light on dark. What is recognised stays the same.",
    )
    formula_size: int = option(
        22,
        span=(12, 72),
        unit="px",
        group="appearance",
        title="Size of the formula",
        help="The height of the letters in the preview.",
    )


OPTIONS: Mapping[str, Option] = MappingProxyType(
    {entry.name: replace(entry.metadata["option"], name=entry.name) for entry in fields(Settings)}
)
"""The rows of the table by name."""

Listener = Callable[[Settings, Settings], None]


class SettingsStore:
    """The settings in force and the file behind them.

    ``current`` is replaced, never changed. ``overridden`` maps the settings that the environment fixes to the
    variable that does so; for those the file may say otherwise. ``problem`` tells what was wrong with the
    file or the environment, ``notes`` what may be a mistake. Not thread-safe: one thread, the GUI's, owns it.
    """

    def __init__(
        self,
        path: Path,
        current: Settings,
        overridden: Mapping[str, str],
        problem: SettingsError | None = None,
        notes: tuple[str, ...] = (),
    ) -> None:
        self.path = path
        self.current = current
        self.overridden = MappingProxyType(dict(overridden))
        self.problem = problem
        self.notes = notes
        self._unsaved: dict[str, Value | None] = {}
        self._listeners: list[Listener] = []

    def update(self, **changes: object) -> None:
        """Change settings by name: check all, write the file, call the listeners.

        Raises SettingsError before anything happens if a name or a value is wrong, and after everything
        else if the file could not be written: the change then holds until the program ends.
        """
        self._change({name: option_named(name).check(value) for name, value in changes.items()})

    def reset(self, names: Iterable[str] | None = None) -> None:
        """Give settings, or all, their defaults and take them out of the file; raises as ``update``."""
        self._change({option_named(name).name: None for name in (OPTIONS if names is None else names)})

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener(old, new)`` after each change; returns what ends that."""
        self._listeners.append(listener)

        def cancel() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return cancel

    def _change(self, changes: Mapping[str, Value | None]) -> None:
        """``None`` stands for the default, and for no entry in the file."""
        self._unsaved |= changes
        failure = self._save()
        old = self.current
        free = {name: value for name, value in changes.items() if name not in self.overridden}
        values: dict[str, Any] = {
            name: OPTIONS[name].default if value is None else value for name, value in free.items()
        }
        self.current = replace(old, **values)
        if self.current != old:
            for listener in tuple(self._listeners):
                listener(old, self.current)
        if failure is not None:
            raise failure

    def _save(self) -> SettingsError | None:
        """Write what is new over what the file holds now: another program may have changed the rest."""
        now = settings_file.read(self.path)
        if not now.writable:
            return now.problem
        content = now.content | {name: value for name, value in self._unsaved.items() if value is not None}
        for name in (name for name, value in self._unsaved.items() if value is None):
            content.pop(name, None)
        try:
            if _differ(content, now.content):
                settings_file.write(self.path, content)
        except SettingsError as error:
            return error
        self._unsaved.clear()
        return now.problem


def load_settings(path: Path | None = None, environ: Mapping[str, str] = os.environ) -> SettingsStore:
    """The settings of a file, overridden by the environment. Never raises: see ``problem`` of the store."""
    path = path or config_dir() / settings_file.FILE_NAME
    read = settings_file.read(path)
    values: dict[str, Any] = {}
    wrong = [error.message for name, value in read.content.items() if (error := _take(values, name, value))]
    overridden, refused = _environment(environ)
    current = replace(Settings(), **values | overridden)
    problem = read.problem or _not_valid(wrong + refused, path)
    variables = {name: OPTIONS[name].variable for name in overridden}
    notes = tuple(_unknown(name, path) for name in read.content if name not in OPTIONS)
    return SettingsStore(path, current, variables, problem, notes)


def _differ(new: Mapping[str, object], old: Mapping[str, object]) -> bool:
    """Whether a file must be written: for ``==`` alone, true would be 1, and 22 be 22.0."""
    return new != old or [type(value) for value in new.values()] != [type(old[name]) for name in new]


def option_named(name: str) -> Option:
    """The row of the table; raises SettingsError with the nearest name if there is none."""
    if name in OPTIONS:
        return OPTIONS[name]
    near = get_close_matches(name, OPTIONS, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"The settings are {', '.join(OPTIONS)}."
    raise SettingsError("Unknown setting", f"There is no setting {name!r}.", hint)


def values(settings: Settings) -> dict[str, Value]:
    """The settings by name."""
    return asdict(settings)


def _take(values: dict[str, Any], name: str, value: object) -> SettingsError | None:
    """Put a value of the file into ``values`` if it is allowed; else say why not. Unknown names are notes."""
    if name not in OPTIONS:
        return None
    try:
        values[name] = OPTIONS[name].check(value)
    except SettingsError as error:
        return error
    return None


def _environment(environ: Mapping[str, str]) -> tuple[dict[str, Value], list[str]]:
    """What the environment overrides, and what it says that is not allowed."""
    found: dict[str, Value] = {}
    wrong: list[str] = []
    for row in OPTIONS.values():
        if row.variable in environ:
            try:
                found[row.name] = row.parse(environ[row.variable])
            except SettingsError as error:
                wrong.append(f"{row.variable}: {error.message}")
    return found, wrong


def _not_valid(wrong: list[str], path: Path) -> SettingsError | None:
    if not wrong:
        return None
    return SettingsError(
        "Settings not valid",
        " ".join(wrong),
        f"The defaults are used instead; {path} was left as it is. Choose the setting again to correct it.",
    )


def _unknown(name: str, path: Path) -> str:
    near = get_close_matches(name, OPTIONS, n=1)
    notice = f"{path} has an unknown setting {name!r}."
    if near:
        notice = f"{path} has an unknown setting {name!r}. Did you mean {near[0]}?"
    return notice
