"""The language of the window: catalogues of our own and of Qt, and the words of the lower rooms."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Formatter

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from scipix.engine.errors import EngineError

LANGUAGES = {"de": "qtbase_de", "en": "qtbase_en", "zh": "qtbase_zh_CN"}
"""The languages with a catalogue, and Qt's own catalogue for each. The English one has plural forms only."""


_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!]) ")


class Translation(QObject):
    """The translators of an application. Lives in the GUI thread; belongs to the application."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self.language = ""

    def choose(self, setting: str) -> None:
        """Take ``system`` or the short name of a language; widgets hear of it by LanguageChange."""
        language = language_for(setting, QLocale.system().uiLanguages())
        QLocale.setDefault(QLocale.system() if setting == "system" else QLocale(language))
        if language == self.language:
            return
        self.language = language
        while self._installed:
            self._app.removeTranslator(self._installed.pop())
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._install(qt_folder / f"{LANGUAGES[language]}.qm")
        self._install(catalogue(language))

    def _install(self, path: Path) -> None:
        translator = QTranslator(self)
        if translator.load(str(path)):
            self._app.installTranslator(translator)
            self._installed.append(translator)


def apply_language(app: QCoreApplication, setting: str) -> Translation:
    """Choose a language; the object returned belongs to the application and is always the same."""
    translation = app.findChild(Translation) or Translation(app)
    translation.choose(setting)
    return translation


def language_for(setting: str, wanted: list[str]) -> str:
    """The language for a setting; with ``system`` the first of ``wanted`` (as en-GB) that there is."""
    if setting != "system":
        return setting
    short = (tag.replace("_", "-").split("-")[0] for tag in wanted)
    return next((name for name in short if name in LANGUAGES), "en")


def catalogue(language: str) -> Path:
    """The file of our own catalogue."""
    return _folder() / f"scipix_{language}.qm"


def translated(text: str) -> str:
    """A text of an error of engine or app in the user's language; one that no catalogue has stays as it is.

    Those rooms put values into their texts themselves; the values are found again and keep their places.
    Sentences that were put together are translated one by one.
    """
    if not text:
        return ""
    whole = QCoreApplication.translate("Errors", text)
    if whole != text:
        return whole
    for source, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            return QCoreApplication.translate("Errors", source).format(*map(translated, found.groups()))
    first, *others = _BETWEEN_SENTENCES.split(text)
    return " ".join(map(translated, (first, *others))) if others else text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Texts with places for values and what recognises them, those that say most first."""
    sources = json.loads((_folder() / "patterns.json").read_text("utf-8"))
    return tuple((source, _recogniser(source)) for source in sorted(sources, key=_said, reverse=True))


def _recogniser(source: str) -> re.Pattern[str]:
    """What matches a text made from ``source``, a format string."""
    parts = Formatter().parse(source)
    return re.compile(
        "".join(re.escape(said) + ("" if value is None else "(.*?)") for said, value, *_ in parts), re.DOTALL
    )


def _said(source: str) -> int:
    """How much of a text is not value."""
    return sum(len(said) for said, *_ in Formatter().parse(source))


def _folder() -> Path:
    return Path(str(files("scipix.resources"))) / "translations"


def in_a_line(title: str, *rest: str) -> str:
    """A title with what follows it, as one line."""
    words = " ".join(filter(None, rest))
    if not words:
        return title
    return QCoreApplication.translate("Message", "{title}. {rest}").format(title=title, rest=words)


def told(error: EngineError) -> tuple[str, str, str]:
    """Title, message and hint of an error in the user's language."""
    return translated(error.title), translated(error.message), translated(error.hint)
