"""Writes docs/settings.md from the table of settings; a test compares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scipix.app.options import Option
from scipix.app.settings import GROUPS, OPTIONS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "settings.md"
INTRODUCTION = """\
# Settings

<!-- Written by packaging/settings_page.py from app/settings.py: change the table there. -->

The settings stand in `settings.toml`; `scipix config path` tells where. The settings window,
`scipix config set` and an editor all change that file, and a variable of the environment overrides it for
one run without changing it. A value that is not allowed is reported and the default is used; the file stays
as it is. A file that is no TOML is kept beside as `settings.broken-<time>.toml`.

| Variable | Moves |
|---|---|
| `SCIPIX_CONFIG_DIR` | the folder of the settings file |
| `SCIPIX_DATA_DIR` | the folder of what must not be lost |
| `SCIPIX_CACHE_DIR` | the folder of what can be made again |
| `SCIPIX_MODELS` | the folder of the models |
"""


def page() -> str:
    """The whole page."""
    return INTRODUCTION + "".join(_section(group, title) for group, title in GROUPS.items())


def _section(group: str, title: str) -> str:
    rows = "\n".join(_rows(group))
    return f"\n## {title}\n\n| Setting | Default | Allowed | Variable |\n|---|---|---|---|\n{rows}\n"


def _rows(group: str) -> Iterator[str]:
    for row in OPTIONS.values():
        if row.group == group:
            meaning = f"`{row.name}`<br>{row.title}. {row.help}"
            yield f"| {meaning} | `{_toml(row)}` | {row.allowed} | `{row.variable}` |"


def _toml(row: Option) -> str:
    return f'"{row.default}"' if isinstance(row.default, str) else str(row.default).lower()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
