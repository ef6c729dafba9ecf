"""The window with memory: what is kept, found again, corrected, taken back and forgotten. Real SQLite."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fake_recognizer import FakeOpener, FakeRecognizer
from memory_pictures import formula
from program_stage import Stage
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from scipix.app.memory import memory as kinds
from scipix.engine.types import Alternative, Recognition
from scipix.ui.images import to_qimage
from scipix.ui.models.entry import Source, SourceKind
from scipix.ui.models.said import Kind

READ, OTHER = "x^{2}", "x_{2}"


class Reader(FakeRecognizer):
    """Reads what it was told to, with two readings, and counts."""

    def recognize(self, image: np.ndarray, **options: Any) -> Recognition:
        from dataclasses import replace

        answer = super().recognize(image, **options)
        return replace(answer, alternatives=(Alternative(self.latex, -0.1), Alternative(OTHER, -2.0)))

    def read_symbols(self, _formula: object, **options: Any) -> Recognition:
        return self.recognize(formula("kx"))


class Desk(Stage):
    """A stage that can look into memory and be opened again."""

    def __init__(self, app: QApplication, qtbot: QtBot, reader: Reader) -> None:
        super().__init__(app, qtbot, FakeOpener(reader))
        self.reader = reader

    def recall(self, work: Callable[[Any], Any]) -> Any:
        """What memory says, asked after everything that was asked before."""
        answers: list[Any] = []
        self.program.core.remembered.ask(work, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def read(self, text: str, **looks: Any) -> str:
        """Snip a picture; returns the key of its entry."""
        before = len(self.entries())
        self.snip(to_qimage(formula(text, **looks)))
        self.wait_for_entries(before + 1)
        return self.entries()[0].key

    def copy(self) -> None:
        """Copy, and wait until memory has taken notice: no hand is as fast as the next line of a test."""
        self.window.commands.copy.trigger()
        self.recall(lambda memory: None)

    def edit(self, latex: str) -> None:
        self.window.result.editor.replace_latex(latex)
        self.qtbot.waitUntil(lambda: self.entries()[0].latex == latex)

    def verdict(self) -> str:
        return self.recall(lambda memory: memory.history.entries()[0].verdict)

    def kind(self, key: str) -> str | None:
        said = self.recall(lambda memory: memory.learning.of_entry(key))
        return None if said is None or said.undone else said.kind

    @property
    def strip(self):
        return self.window.changes

    @property
    def panel(self):
        return self.window.history


@pytest.fixture
def opened(qapp, qtbot, tmp_path: Path, monkeypatch) -> Iterator[Callable[..., Desk]]:
    for name in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"SCIPIX_{name}_DIR", str(tmp_path / name.lower()))
    monkeypatch.setenv("SCIPIX_HOTKEY", "")
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text('language = "en"\ncopy_after_snip = false\n')
    made: list[Desk] = []

    def open_(reader: Reader | None = None) -> Desk:
        for desk in made:
            desk.program.close()
        made.clear()
        desk = Desk(qapp, qtbot, reader or Reader(latex=READ))
        made.append(desk)
        desk.start()
        qtbot.waitUntil(lambda: desk.program.core.remembered.there())
        desk.recall(lambda memory: None)
        return desk

    yield open_
    for desk in made:
        desk.program.close()
    QGuiApplication.clipboard().clear()


def test_the_kinds_are_those_of_memory():
    assert {kind.name: kind.value for kind in Kind} == {
        name: getattr(kinds, name) for name in Kind.__members__
    }


def test_what_the_last_run_read_is_there_after_a_restart(opened):
    desk = opened()
    key = desk.read("kx")
    desk.edit("k x")
    desk = opened()
    desk.wait_for_entries(1)
    (card,) = desk.entries()
    assert (card.key, card.latex, card.source.kind) == (key, "k x", "snip")
    assert desk.window.is_empty()
    desk.panel.chosen.emit(card)
    desk.qtbot.waitUntil(lambda: desk.window.result.latex() == "k x")
    entry = desk.face.result.entry
    assert entry.whole
    assert entry.recognition.latex == READ
    assert [one.latex for one in entry.recognition.alternatives] == [READ, OTHER]
    assert entry.image.min() < 100
    desk.qtbot.waitUntil(lambda: desk.program.core.past.model.thumbnail(key) is not None)


def test_formulas_of_documents_are_kept_too_and_answer_for_no_picture(opened):
    desk = opened()
    source = Source(SourceKind.DOCUMENT, "paper.pdf")
    desk.program.core.recognition.read_symbols(formula("kx"), object(), source)
    desk.wait_for_entries(1)
    card = desk.entries()[0]
    assert card.kept
    assert desk.recall(lambda memory: memory.history.entry(card.key).name) == "paper.pdf"
    shown = desk.face.result.entry.recognition.confidence
    assert shown == desk.recall(lambda memory: memory.judged(desk.reader.read_symbols(None))).confidence
    assert desk.face.result.entry.recognition.raw_confidence == desk.reader.read_symbols(None).confidence
    desk.read("kx")
    assert "remembered" not in desk.window.result.confidence_line.facts.text()
    recent = opened().program.core.past.recent
    desk.qtbot.waitUntil(lambda: [one.source.kind for one in recent.cards()] == ["snip", "document"])


def test_the_second_time_memory_answers_and_the_line_says_so(opened):
    desk = opened()
    desk.read("kx")
    assert "remembered" not in desk.window.result.confidence_line.facts.text()
    desk.read("kx", pad=40)
    assert len(desk.reader.asked) == 1
    assert "remembered" in desk.window.result.confidence_line.facts.text()
    desk.store.update(cache_enabled=False)
    desk.read("kx")
    assert len(desk.reader.asked) == 2


def test_a_correction_comes_back_at_another_zoom(opened):
    desk = opened()
    desk.read("kx")
    desk.edit("k x")
    desk.copy()
    desk.read("kx", scale=1.3)
    assert desk.window.result.latex() == "k x"
    assert "remembered" in desk.window.result.confidence_line.facts.text()
    assert len(desk.reader.asked) == 1


def test_a_remembered_answer_can_be_corrected_too(opened):
    desk = opened()
    desk.read("kx")
    desk.read("kx", pad=30)
    desk.edit("k x")
    desk.copy()
    desk.read("kx", pad=20)
    assert desk.window.result.latex() == "k x"


def test_settings_of_memory_hold_at_once(opened):
    desk = opened()
    desk.store.update(cache_threshold=88, cache_bits="4", cache_days=3, private_mode=True)
    options = desk.recall(lambda memory: memory.options)
    assert (options.cache.threshold, options.cache.bits, options.cache.days) == (0.88, 4, 3)
    assert options.private


def test_editing_and_copying_is_a_correction_that_can_be_taken_back(opened):
    desk = opened()
    key = desk.read("kx")
    assert not desk.strip.isVisible()
    desk.edit("x^{3}")
    assert desk.strip.isVisible()
    assert not desk.strip.undo_button.isVisible()
    assert desk.kind(key) is None
    desk.copy()
    assert desk.kind(key) == "edited"
    assert desk.verdict() == "failed"
    assert "2 became 3" in desk.strip.accessibleName()
    desk.strip.undo_button.click()
    desk.qtbot.waitUntil(lambda: desk.window.result.latex() == READ)
    assert desk.kind(key) is None
    assert desk.verdict() == "unknown"
    assert desk.recall(lambda memory: memory.history.entry(key).latex) == READ
    desk.qtbot.waitUntil(lambda: not desk.strip.isVisible())
    desk.read("kx")
    assert desk.window.result.latex() == READ
    assert len(desk.reader.asked) == 1  # memory answers as it did before the correction


def test_copying_without_an_edit_accepts_and_silence_says_nothing(opened):
    desk = opened()
    key = desk.read("kx")
    assert desk.verdict() == "unknown"
    desk.copy()
    assert desk.kind(key) == "copied"
    assert desk.verdict() == "acceptable"
    assert not desk.strip.isVisible()


def test_a_copy_made_by_itself_after_a_snip_says_nothing(opened):
    desk = opened()
    desk.store.update(copy_after_snip=True)
    key = desk.read("kx")
    assert QGuiApplication.clipboard().text() == READ
    assert desk.kind(key) is None
    assert desk.verdict() == "unknown"


def test_another_reading_is_suboptimal_and_the_first_takes_that_back(opened):
    desk = opened()
    key = desk.read("kx")
    desk.window.result.alternatives.cards[1].click()
    assert desk.kind(key) == "chosen"
    assert desk.verdict() == "suboptimal"
    desk.window.result.alternatives.cards[0].click()
    assert desk.kind(key) is None
    assert desk.verdict() == "unknown"


def test_right_and_wrong_have_keys_and_can_be_taken_back(opened):
    desk = opened()
    key = desk.read("kx")
    editor = desk.window.result.editor
    desk.window.activateWindow()
    editor.setFocus()
    desk.qtbot.waitUntil(editor.hasFocus)
    desk.qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.commands.right.isChecked()
    assert desk.kind(key) == "confirmed"
    assert editor.latex() == READ
    desk.window.commands.right.trigger()
    assert desk.kind(key) is None
    desk.window.commands.wrong.trigger()
    assert desk.verdict() == "failed"
    assert desk.strip.isVisible()
    assert not desk.window.commands.right.isChecked()
    desk.window.commands.wrong.trigger()
    assert desk.verdict() == "unknown"
    assert not desk.window.commands.wrong.isChecked()


def test_copying_does_not_outweigh_wrong_but_an_edit_does(opened):
    desk = opened()
    key = desk.read("kx")
    desk.window.commands.wrong.trigger()
    desk.copy()
    assert desk.recall(lambda memory: memory.learning.of_entry(key).final) == ""
    desk.edit("k x")
    desk.copy()
    assert desk.recall(lambda memory: memory.learning.of_entry(key).final) == "k x"


def test_an_edit_taken_back_by_hand_and_copied_is_right_after_all(opened):
    desk = opened()
    key = desk.read("kx")
    desk.edit("y")
    desk.copy()
    desk.edit(READ)
    desk.copy()
    assert desk.recall(lambda memory: memory.learning.of_entry(key).final) == READ
    assert desk.verdict() == "acceptable"


def test_verdicts_are_known_again_after_a_restart(opened):
    desk = opened()
    desk.read("kx")
    desk.edit("x^{3}")
    desk.window.commands.right.trigger()
    desk = opened()
    desk.wait_for_entries(1)
    desk.panel.chosen.emit(desk.entries()[0])
    desk.qtbot.waitUntil(desk.window.commands.right.isChecked)
    assert "2 became 3" in desk.strip.accessibleName()
    desk.strip.undo_button.click()
    assert desk.verdict() == "unknown"
    desk.qtbot.waitUntil(lambda: desk.window.result.latex() == READ)


def test_private_mode_keeps_nothing_and_says_so(opened):
    desk = opened()
    desk.panel.private_wanted.emit(True)
    assert desk.store.current.private_mode
    assert desk.panel.banner.isVisible()
    key = desk.read("kx")
    assert key.startswith("#")
    desk.window.commands.right.trigger()
    assert not desk.window.commands.right.isChecked()
    assert desk.recall(lambda memory: (memory.history.count(), memory.learning.count())) == (0, 0)
    desk.panel.banner.ended.emit()
    assert not desk.panel.banner.isVisible()
    desk.read("yz")
    assert desk.recall(lambda memory: memory.history.count()) == 1
    assert len(desk.entries()) == 2


def test_deleting_can_be_undone_and_is_kept_in_mind(opened):
    desk = opened()
    keys = [desk.read(text) for text in ("kx", "yz", "ab")]
    desk.panel.list.selectAll()
    desk.panel._delete()
    assert desk.entries() == ()
    assert desk.window.is_empty()
    assert desk.recall(lambda memory: memory.history.count()) == 0
    desk.panel.undo_wanted.emit()
    assert [card.key for card in desk.entries()] == keys[::-1]
    assert desk.recall(lambda memory: memory.history.count()) == 3
    desk.panel.delete_wanted.emit((keys[1],))
    desk = opened()
    desk.wait_for_entries(2)


def found(desk: Desk, text: str) -> list[str]:
    told: list[bool] = []
    desk.program.core.past.searched.connect(lambda: told.append(True), Qt.ConnectionType.SingleShotConnection)
    desk.panel.search.setText(text)
    desk.panel.search.returnPressed.emit()
    desk.qtbot.waitUntil(lambda: bool(told))
    return [card.latex for card in desk.entries()]


def test_search_knows_structure_words_tags_and_favourites(opened):
    desk = opened()
    for number, latex in enumerate((r"\frac{a}{x}", r"\frac{x}{a}", r"\alpha+1")):
        desk.reader.latex = latex
        desk.read(f"formula{number}")
    assert found(desk, r"\frac{?}{x}") == [r"\frac{a}{x}"]
    assert found(desk, "alpha") == [r"\alpha+1"]
    # What is not LaTeX yet is looked for by its words.
    assert found(desk, r"\frac{?") == [r"\frac{x}{a}", r"\frac{a}{x}"]
    assert found(desk, r"\frac{y}{y}") == []
    desk.panel.tag_line.kept.emit(
        (desk.recall(lambda memory: memory.history.entries()[0].uuid),), ("two words",)
    )
    assert found(desk, 'tag:"two words"') == [r"\alpha+1"]
    found(desk, "")
    first = desk.entries()[-1]
    desk.panel.favourite_wanted.emit((first.key,), True)
    assert desk.entries()[-1].favourite
    assert found(desk, "is:favourite") == [first.latex]
    assert len(found(desk, "")) == 3


def test_what_is_read_during_a_search_shows_only_if_it_fits(opened):
    desk = opened()
    assert found(desk, "alpha") == []
    with desk.qtbot.waitSignal(desk.program.core.past.searched):
        desk.snip(to_qimage(formula("kx")))
    assert desk.entries() == ()
    assert found(desk, "") == [READ]


def test_a_search_that_takes_long_holds_nothing_up_and_ends_with_the_next(opened, monkeypatch):
    desk = opened()
    desk.read("kx")
    looked = []

    def endless(search, source, wanted=None):
        while True:
            looked.append(source)
            yield []

    monkeypatch.setattr("scipix.app.memory.search.Search.fragments", endless)
    desk.panel.search.setText(r"\frac{?}{x}")
    desk.panel.search.returnPressed.emit()
    desk.qtbot.waitUntil(lambda: bool(looked))
    assert desk.recall(lambda memory: memory.history.count()) == 1  # other work goes on beside it
    desk.qtbot.waitUntil(desk.panel.still_looking.isVisible)
    assert found(desk, "") == [READ]
    assert not desk.panel.still_looking.isVisible()
    desk.panel.search.setText(r"\frac{?}{y}")
    desk.panel.search.returnPressed.emit()
    desk.qtbot.waitUntil(lambda: looked[-1] == r"\frac{?}{y}")  # closing ends this one


def test_what_is_found_late_is_shown_as_it_comes(opened, monkeypatch):
    desk = opened()
    keys = [desk.read("kx"), desk.read("yz")]
    searches = desk.recall(lambda memory: memory.search)
    going = threading.Event()

    def slow(search, source, wanted=None):
        yield []
        yield [searches.history.entry(keys[1])]
        while not going.is_set():
            time.sleep(0.005)
            yield []
        yield [searches.history.entry(keys[0])]

    monkeypatch.setattr("scipix.app.memory.search.Search.fragments", slow)
    desk.panel.search.setText("?")
    desk.panel.search.returnPressed.emit()
    desk.qtbot.waitUntil(lambda: [card.key for card in desk.entries()] == keys[1:])
    desk.qtbot.waitUntil(desk.panel.still_looking.isVisible)
    going.set()
    desk.qtbot.waitUntil(lambda: [card.key for card in desk.entries()] == keys[::-1])
    desk.qtbot.waitUntil(lambda: not desk.panel.still_looking.isVisible())


def test_long_histories_come_in_pages(opened):
    desk = opened()
    answer = FakeRecognizer().recognize(formula("kx"))
    desk.recall(lambda memory: [memory.history.add(answer, b"") for _ in range(250)] and None)
    assert 0 < len(found(desk, "")) < 100
    bar = desk.panel.list.verticalScrollBar()
    while (count := len(desk.entries())) < 250:
        bar.setValue(bar.maximum())
        desk.qtbot.waitUntil(lambda count=count: len(desk.entries()) > count)
    bar.setValue(bar.maximum())
    desk.recall(lambda memory: None)
    assert len({card.key for card in desk.entries()}) == 250


def test_forgetting_everything_asks_first(opened, tmp_path: Path):
    desk = opened()
    desk.read("kx")
    desk.window.commands.right.trigger()
    question = desk.panel.last_question
    desk.panel.forget_wanted.emit()
    desk.qtbot.waitUntil(question.isVisible)
    assert question.words.text().startswith("1 entr")
    question.no.click()
    assert not question.isVisible()
    assert desk.recall(lambda memory: memory.history.count()) == 1
    desk.panel.forget_wanted.emit()
    desk.qtbot.waitUntil(question.isVisible)
    question.yes.click()
    assert desk.recall(lambda memory: (memory.history.count(), memory.learning.count())) == (0, 0)
    assert desk.entries() == ()
    assert desk.window.is_empty()
    assert desk.recall(lambda memory: memory.cache.statistics().entries) == 0


def test_chosen_entries_are_exported(opened, tmp_path: Path, monkeypatch):
    desk = opened()
    first, _ = desk.read("kx"), desk.read("yz")
    path = tmp_path / "out.jsonl"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    desk.panel.export_wanted.emit((first,))
    desk.recall(lambda memory: None)
    (line,) = path.read_text().splitlines()
    assert json.loads(line)["uuid"] == first
    desk.panel.export_wanted.emit(())
    desk.recall(lambda memory: None)
    assert len(path.read_text().splitlines()) == 2


def test_the_menu_of_an_entry_offers_what_fits(opened):
    desk = opened()
    desk.read("kx")
    actions = desk.panel.entry_menu().actions()
    assert [action.text() for action in actions] == ["Copy", "Favourite", "Tags…", "Export…", "Delete"]
    actions[1].trigger()
    assert desk.entries()[0].favourite
    assert desk.panel.entry_menu().actions()[1].text() == "No longer a favourite"
    actions[2].trigger()
    desk.qtbot.waitUntil(desk.panel.tag_line.isVisible)
    desk.panel.tag_line.line.setText("exam, exam , hard")
    desk.panel.tag_line.line.returnPressed.emit()
    key = desk.entries()[0].key
    assert desk.recall(lambda memory: memory.history.tags(key)) == ("exam", "hard")


def test_a_memory_that_cannot_be_opened_is_told_and_the_window_lives_on(qapp, qtbot, opened, tmp_path: Path):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "memory").write_text("a file where a folder should be")
    desk = Desk(qapp, qtbot, Reader(latex=READ)).start()
    desk.wait_for_message("Memory cannot be used")
    assert desk.read("kx").startswith("#")
    desk.program.close()


def test_work_in_memory_is_not_done_in_the_thread_of_the_window(opened):
    from PySide6.QtCore import QThread

    desk = opened()
    gui = QThread.currentThread()
    assert desk.recall(lambda memory: QThread.currentThread() is gui) is False


def test_answers_for_widgets_that_are_gone_are_dropped(opened):
    desk = opened()
    owner, answers = QObject(), []
    desk.program.core.remembered.ask(lambda memory: 1, answers.append, owner)
    owner.deleteLater()
    QApplication.sendPostedEvents(owner, 52)  # DeferredDelete
    desk.recall(lambda memory: None)
    assert answers == []
