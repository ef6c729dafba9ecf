"""The catalogues of the window's languages.

``update`` finds the texts and merges them into resources/translations/*.ts, where people translate them
(pyside6-linguist, or any editor); ``release`` makes the .qm files that the program loads; ``check`` lists
what is left to do. Texts of engine and app carry no mark, for those rooms know no Qt, nor do
those of errors: a generated file names them to Qt's tool.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from error_texts import error_texts, is_pattern

from scipix.app.documents.formats import document_formats
from scipix.app.providers import ABSENT, UNSTARTED
from scipix.app.settings import GROUPS, OPTIONS
from scipix.engine.latex.targets.registry import formats as formats_of_registry

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
PATTERNS = "patterns.json"
"""Beside the catalogues: the texts of errors with places for values, as the window must recognise them."""
LANGUAGES = {"de": "de_DE", "en": "en_US", "zh": "zh_CN"}
"""Short names with those of Qt. The English catalogue holds plural forms only."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A message of a catalogue; ``forms`` are its translations, more than one where it counts things."""

    context: str
    source: str
    forms: tuple[str, ...]
    finished: bool


def catalogue(language: str, folder: Path = FOLDER) -> Path:
    """The file that people edit."""
    return folder / f"scipix_{language}.ts"


def update(folder: Path = FOLDER) -> None:
    """Merge the texts of now into the catalogues of a folder; translations are kept, vanished texts go."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = unmarked_texts()
    patterns = [text for text in texts["Errors"] if is_pattern(text)]
    (folder / PATTERNS).write_text(json.dumps(patterns, indent=1) + "\n", encoding="utf-8", newline="\n")
    with tempfile.TemporaryDirectory(dir=ROOT) as place:
        unmarked = Path(place) / "unmarked.py"
        unmarked.write_text(_marked(texts), encoding="utf-8")
        for language, locale in LANGUAGES.items():
            options = ["-target-language", locale, *(["-pluralonly"] if language == "en" else [])]
            _run("lupdate", *map(str, sources()), str(unmarked), "-silent", "-locations", "none",
                 "-no-obsolete", "-sort-messages", "-source-language", "en_US", *options,
                 "-ts", str(catalogue(language, folder)))  # fmt: skip


def release(folder: Path = FOLDER, target: Path = FOLDER) -> None:
    """Make the files that the program loads."""
    for language in LANGUAGES:
        source = catalogue(language, folder)
        _run("lrelease", "-silent", str(source), "-qm", str(target / f"{source.stem}.qm"))


def sources() -> list[Path]:
    """The files whose texts are marked."""
    return sorted((ROOT / "ui").rglob("*.py"))


def unmarked_texts() -> Mapping[str, list[str]]:
    """Contexts with the texts without a mark that the window shows, each once."""
    settings = [*GROUPS.values()]
    for row in OPTIONS.values():
        settings += [row.title, row.help, *row.choices.values()]
    formats = [entry.title for entry in (*formats_of_registry(), *document_formats())]
    found = {"Settings": settings, "Errors": [ABSENT, UNSTARTED, *error_texts(ROOT)], "Formats": formats}
    return {context: sorted(set(texts)) for context, texts in found.items()}


def _marked(texts: Mapping[str, list[str]]) -> str:
    """Code that names the texts to Qt's tool; it is never run."""
    lines = [
        f"QCoreApplication.translate({context!r}, {_quoted(text)})"
        for context, some in texts.items()
        for text in some
    ]
    return "from PySide6.QtCore import QCoreApplication\n" + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def entries(path: Path) -> list[Entry]:
    """All messages of a catalogue."""
    found = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            finished = translation.get("type") is None
            name, source = context.findtext("name", ""), message.findtext("source", "")
            found.append(Entry(name, source, tuple(forms), finished))
    return found


def check() -> list[str]:
    """What is left to translate, a line each."""
    return [
        f"{language} {entry.context}: {entry.source}"
        for language in LANGUAGES
        for entry in entries(catalogue(language))
        if not entry.finished
    ]


def _run(tool: str, *arguments: str) -> None:
    """Run a tool that PySide6 brings along, from this environment."""
    beside = shutil.which(f"pyside6-{tool}", path=str(Path(sys.executable).parent))
    subprocess.run([beside or f"pyside6-{tool}", *arguments], check=True, stdout=subprocess.DEVNULL)


def main(words: list[str]) -> int:
    """Do what the words say, in their order."""
    commands = {"update": update, "release": release}
    if not words or not set(words) <= {*commands, "check"}:
        sys.stderr.write("usage: translations.py update | release | check ...\n")
        return 2
    left: list[str] = []
    for word in words:
        if word == "check":
            left = check()
            sys.stderr.writelines(line + "\n" for line in left)
        else:
            commands[word]()
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
