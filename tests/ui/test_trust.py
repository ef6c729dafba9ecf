"""The window about the confidence, on a real memory with made-up verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from memory_answers import answer
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from scipix.app.memory.memory import Memory, MemoryOptions
from scipix.app.paths import models_dir
from scipix.ui.controllers.trust import Trust
from scipix.ui.memory_thread import MemoryThread
from scipix.ui.reliability import Words, draw
from scipix.ui.theme import apply_theme, colours

WORDS = Words("said", "found", "perfect", "shipped", "learned", "sure")


@pytest.fixture
def thread(tmp_path: Path, qtbot: QtBot) -> Iterator[MemoryThread]:
    made = MemoryThread(lambda: Memory(tmp_path / "memory", MemoryOptions(), models_dir()))
    made.start()
    qtbot.waitUntil(made.there)
    yield made
    made.close()


@pytest.fixture
def trust(thread: MemoryThread, tmp_path: Path, qtbot: QtBot) -> Iterator[Trust]:
    window = QWidget()
    qtbot.addWidget(window)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = Trust(window, thread, settings, window)
    yield made
    if made.dialog is not None:
        made.dialog.close()


def speak(memory: Memory, count: int) -> None:
    """Verdicts on answers that are right as often as nine in ten."""
    for number in range(count):
        entry = memory.history.add(answer(confidence=0.9), b"")
        final = "x^{2}" if number % 10 else ""
        memory.learning.record(entry, answer(confidence=0.9), final, "confirmed", ())


def shown(trust: Trust, qtbot: QtBot) -> dict[str, str]:
    """The facts after everything that was asked for has been answered."""
    trust.open()
    done: list[bool] = []
    trust._thread.ask(lambda memory: True, done.append)
    qtbot.waitUntil(lambda: bool(done))
    return {name: label.text() for name, label in trust.dialog.facts.items()}


def test_without_verdicts_it_says_how_to_give_some(trust: Trust, qtbot: QtBot):
    facts = shown(trust, qtbot)
    assert trust.dialog.news.isVisible()
    assert facts["error"] == "not known yet"
    assert not trust.dialog.export.isEnabled()
    assert not trust.dialog.picture.pixmap().isNull()


def test_counts_error_and_threshold_are_told(trust: Trust, thread: MemoryThread, qtbot: QtBot):
    thread.ask(lambda memory: speak(memory, 50))
    facts = shown(trust, qtbot)
    assert facts["verdicts"] == "45 right, 0 another reading, 5 wrong"
    assert "%" in facts["error"]
    assert "not known yet" in facts["sure"]  # nine in ten are not enough
    assert not trust.dialog.news.isVisible()
    assert "(" in trust.dialog.picture.accessibleName()


def test_one_more_verdict_is_one_more_in_the_diagram(trust: Trust, thread: MemoryThread, qtbot: QtBot):
    thread.ask(lambda memory: speak(memory, 1))
    shown(trust, qtbot)
    before = trust.dialog.picture.accessibleName()
    thread.ask(lambda memory: speak(memory, 2))
    trust.dialog.close()
    shown(trust, qtbot)
    assert trust.dialog.picture.accessibleName() != before


def test_what_was_learned_goes_out_and_in_and_away(
    trust: Trust, thread: MemoryThread, qtbot: QtBot, tmp_path: Path, monkeypatch
):
    path = tmp_path / "learned.json.gz"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    thread.ask(lambda memory: speak(memory, 20))
    shown(trust, qtbot)
    trust.dialog.export.click()
    trust.dialog.reset.click()
    assert trust.dialog.question.isVisible()
    trust.dialog.question.no.click()
    assert shown(trust, qtbot)["verdicts"].startswith("18 right")
    trust.dialog.reset.click()
    trust.dialog.question.yes.click()
    told = trust.dialog.facts["verdicts"]
    qtbot.waitUntil(lambda: told.text().startswith("0 right"))
    trust.dialog.import_.click()
    qtbot.waitUntil(lambda: told.text().startswith("18 right"))


def test_a_file_that_is_no_export_is_told(
    trust: Trust, thread: MemoryThread, qtbot: QtBot, tmp_path, monkeypatch
):
    path = tmp_path / "other.json.gz"
    path.write_text("something else")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    shown(trust, qtbot)
    with qtbot.waitSignal(thread.failed) as caught:
        trust.dialog.import_.click()
    assert caught.args[0].title == "File cannot be imported"


def pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine() // 4, 4)
    return flat[:, : plain.width(), :3]


@pytest.mark.parametrize(("dark", "ratio"), [(False, 1.0), (True, 2.0)])
def test_the_diagram_has_the_colours_of_the_theme_and_the_pixels_of_the_screen(thread, qtbot, dark, ratio):
    reports = []
    thread.ask(lambda memory: (speak(memory, 30), memory.learner.report())[1], reports.append)
    qtbot.waitUntil(lambda: bool(reports))
    image = draw(reports[0], colours(dark), WORDS, (300, 200), ratio)
    assert (image.width(), image.height()) == (round(300 * ratio), round(200 * ratio))
    assert image.devicePixelRatio() == ratio
    found = pixels(image)
    for colour in (colours(dark).surface, colours(dark).accent):
        assert (np.abs(found.astype(int) - rgb(colour)).max(-1) <= 3).any()


def rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def test_another_theme_draws_it_anew(trust: Trust, qtbot: QtBot, qapp: QApplication):
    apply_theme(qapp, "light")
    shown(trust, qtbot)
    light = trust.dialog.picture.pixmap().toImage().pixelColor(2, 2)
    with qtbot.waitSignal(trust.dialog.wanted):
        apply_theme(qapp, "dark")
    shown(trust, qtbot)
    dark = trust.dialog.picture.pixmap().toImage().pixelColor(2, 2)
    apply_theme(qapp, "system")
    assert dark.lightnessF() < light.lightnessF()
