"""The settings file: read, kept aside when broken, written so that a crash leaves the old or the new one."""

from __future__ import annotations

import contextlib
import itertools
import os
import tempfile
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w

from scipix.app.options import SettingsError

FILE_NAME = "settings.toml"
HEADER = "# Settings of scipix. Comments are lost when the program writes.\n\n"


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds, and what was wrong with it. ``writable`` is false where writing would lose it."""

    content: dict[str, Any]
    problem: SettingsError | None = None
    writable: bool = True


def read(path: Path) -> Read:
    """The content of a file; a missing one is empty, one that is no TOML is moved aside."""
    try:
        # Windows' own editor begins a file with a byte order mark.
        return Read(tomllib.loads(path.read_bytes().decode("utf-8-sig")))
    except FileNotFoundError:
        return Read({})
    except OSError as error:
        return Read({}, _unreadable(path, error), writable=False)
    except (ValueError, RecursionError) as error:
        return _kept_aside(path, error)


def write(path: Path, content: dict[str, Any]) -> None:
    """Replace the file at once, whole or not at all; raises SettingsError if that cannot be done."""
    place = path.resolve()  # a link, as managers of dot files make, stays one
    temporary: str | None = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(HEADER + tomli_w.dumps(content))
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, place)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise SettingsError(
            "Settings not saved",
            f"{path} cannot be written: {error.strerror or error}.",
            "The change holds until the program ends. Make the folder writable to keep it.",
        ) from error


def _kept_aside(path: Path, error: Exception) -> Read:
    """Move a broken file out of the way, so that nothing that stands in it is ever overwritten."""
    aside = _free(path)
    try:
        path.rename(aside)
    except OSError as refused:
        return Read({}, _unreadable(path, refused), writable=False)
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    return Read(
        {},
        SettingsError(
            "Settings file broken",
            f"{path} is no valid TOML ({reason}). It was kept as {aside.name}.",
            "The defaults are in use. Repair the file and rename it, or choose your settings again.",
        ),
    )


def _free(path: Path) -> Path:
    """A name for a broken file that no file has."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    endings = itertools.chain([""], (f"-{number}" for number in itertools.count(2)))
    places = (path.with_name(f"{path.stem}.broken-{stamp}{ending}{path.suffix}") for ending in endings)
    return next(place for place in places if not place.exists())


def _unreadable(path: Path, error: OSError) -> SettingsError:
    return SettingsError(
        "Settings file not readable",
        f"{path} cannot be used: {error.strerror or error}.",
        "The defaults are in use and changes are not saved. Correct the rights of the file.",
    )
