from __future__ import annotations

import ast
import json
import re
import shutil
import sys
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QCoreApplication

from scipix.app.settings import load_settings
from scipix.engine.errors import EngineError
from scipix.ui.translation import LANGUAGES, apply_language, catalogue, language_for, told, translated

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))

import translations  # noqa: E402  # a program, not a package

ENTRIES = {name: translations.entries(translations.catalogue(name)) for name in LANGUAGES}
PATTERNS = json.loads((translations.FOLDER / translations.PATTERNS).read_text("utf-8"))


@pytest.fixture
def language(qapp):
    yield lambda name: apply_language(qapp, name)
    apply_language(qapp, "en")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """A folder with the catalogues merged with the texts of now."""
    folder = tmp_path_factory.mktemp("fresh")
    for name in LANGUAGES:
        shutil.copy(translations.catalogue(name), folder)
    translations.update(folder)
    return folder


# The catalogues.


@pytest.mark.parametrize("name", LANGUAGES)
def test_each_text_of_the_window_is_in_the_catalogue(name, fresh):
    now = translations.entries(translations.catalogue(name, fresh))
    wanted = {(entry.context, entry.source) for entry in now}
    assert {(entry.context, entry.source) for entry in ENTRIES[name]} == wanted


def test_the_places_for_values_are_those_of_now(fresh):
    assert json.loads((fresh / translations.PATTERNS).read_text("utf-8")) == PATTERNS


def test_the_tool_finds_each_text_that_the_window_marks():
    known = {entry.source for entry in ENTRIES["de"]}
    hidden = {text for path in translations.sources() for text in marked_texts(path) if text not in known}
    assert hidden == set()


def marked_texts(path):
    """What Python sees in calls of ``tr``: the tool overlooks those within f-strings, for instance."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "tr":
            yield ast.literal_eval(node.args[0])


@pytest.mark.parametrize("name", LANGUAGES)
def test_nothing_is_left_to_translate(name):
    left = [f"{entry.context}: {entry.source}" for entry in ENTRIES[name] if not entry.finished]
    assert left == []


@pytest.mark.parametrize("name", LANGUAGES)
def test_what_the_program_loads_is_made_from_the_catalogues_of_now(name, tmp_path):
    translations.release(target=tmp_path)
    assert (tmp_path / catalogue(name).name).read_bytes() == catalogue(name).read_bytes()


def places(text, pattern):
    """The places for values in a text, with how often each occurs."""
    if pattern:
        return Counter(value for _, value, *_ in Formatter().parse(text) if value is not None)
    return Counter(re.findall(r"\{\w*\}|%L?\d|%n", text))


def told_entries(name):
    return [(entry, form) for entry in ENTRIES[name] if entry.finished for form in entry.forms]


@pytest.mark.parametrize("name", LANGUAGES)
def test_translations_have_the_places_for_values_of_their_source(name):
    for entry, form in told_entries(name):
        pattern = entry.context == "Errors" and entry.source in PATTERNS
        found, wanted = places(form, pattern), places(entry.source, pattern)
        assert set(found) == set(wanted) or (len(entry.forms) > 1 and set(found) <= set(wanted)), form


@pytest.mark.parametrize("name", LANGUAGES)
def test_translations_end_like_their_source(name):
    same = dict(zip("。！？：", ".!?:", strict=True))  # noqa: RUF001  # as Chinese writes them
    for entry, form in told_entries(name):
        end, wanted = form[-1], entry.source[-1]
        assert not form.isspace()
        if wanted in ".?!:…":
            assert same.get(end, end) == wanted, form


def test_places_are_told_apart():
    assert places("{name} of %1 and %1", False) == {"{name}": 1, "%1": 2}
    assert places("\\begin{{{0}}} is {1}", True) == {"0": 1, "1": 1}


def test_texts_of_the_lower_rooms_are_found():
    texts = translations.unmarked_texts()
    assert "Shortcut for snipping" in texts["Settings"]
    assert "No formula found" in texts["Errors"]
    assert "There is no setting {0}." in texts["Errors"]
    assert not any("--all" in text for text in texts["Errors"])


# The language.


@pytest.mark.parametrize(
    ("setting", "wanted", "language"),
    [
        ("system", ["de-AT", "en-US"], "de"),
        ("system", ["zh_Hans_CN"], "zh"),
        ("system", ["fr-FR", "de-DE", "en"], "de"),
        ("system", ["en-GB", "de-DE"], "en"),
        ("system", ["fr"], "en"),
        ("system", [], "en"),
        ("zh", ["de"], "zh"),
    ],
)
def test_the_language_follows_the_setting_and_the_system(setting, wanted, language):
    assert language_for(setting, wanted) == language


@pytest.mark.parametrize(("name", "word"), [("de", "Einstellungen"), ("zh", "设置"), ("en", "Settings")])
def test_a_language_is_installed_and_replaces_the_one_before(language, name, word):
    language("zh")
    language(name)
    assert QCoreApplication.translate("SettingsDialog", "Settings") == word


def test_qts_own_words_are_translated_too(language):
    language("de")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_there_is_one_translation_for_an_application(language):
    assert language("de") is language("zh")


# Errors with values in them.


@pytest.mark.parametrize("name", ["de", "zh"])
@pytest.mark.parametrize("source", PATTERNS)
def test_values_are_found_again(language, name, source):
    language(name)
    wanted = QCoreApplication.translate("Errors", source)
    values = ["first", "'2nd'", "3", "d"]
    if wanted != source:
        assert translated(source.format(*values)) == wanted.format(*values)


def test_an_error_is_told_in_the_language_of_the_window(language, tmp_path):
    language("de")
    path = tmp_path / "settings.toml"
    path.write_text("alternatives = 99", "utf-8")
    problem = load_settings(path, {}).problem
    title, message, hint = told(problem)
    assert title == "Einstellungen ungültig"
    assert message.startswith("alternatives kann nicht 99 sein.")
    assert str(path) in hint
    assert "Stattdessen" in hint


def test_sentences_that_were_put_together_are_translated_one_by_one(language):
    language("de")
    text = translated("This & is inside braces. Write \\& for the sign.")
    assert text == "Dieses & steht in Klammern. \\& für das Zeichen schreiben."


def test_a_text_as_a_value_is_translated_too(language):
    language("de")
    text = translated("There is not enough memory for it. The processor takes over.")
    assert text == "Der Speicher reicht dafür nicht. Der Prozessor übernimmt."


def test_counts_have_plural_forms(language):
    for name, one, many in (("de", "Eintrag", "Einträge"), ("en", "entry", "entries"), ("zh", "条", "条")):
        language(name)
        for count, word in ((1, one), (3, many)):
            text = QCoreApplication.translate("Browsing", "%n entries removed from the history.", "", count)
            assert str(count) in text
            assert word in text


def test_an_unknown_text_stays_as_it_is(language):
    language("de")
    assert told(EngineError("Never heard", "of {this}", "")) == ("Never heard", "of {this}", "")
