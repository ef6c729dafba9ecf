from __future__ import annotations

from pathlib import Path

import pytest
from fake_recognizer import FakeOpener, FakeRecognizer
from formula_pictures import fraction_line
from PIL import Image
from PySide6.QtCore import QEventLoop, Qt
from pytestqt.qtbot import QtBot

from scipix.app.jobs import CAPACITY, Lane
from scipix.engine.errors import EngineError
from scipix.ui.controllers.recognition import RecognitionController
from scipix.ui.engine_thread import EngineThread
from scipix.ui.models.entry import Entry, Source, SourceKind

SNIP = Source(SourceKind.SNIP)


class Bench:
    """A controller on a real engine thread with a fake recogniser, and what it has told."""

    def __init__(self, recognizer: FakeRecognizer | None = None) -> None:
        self.thread = EngineThread(FakeOpener(recognizer), None)
        self.controller = RecognitionController(self.thread.scheduler, lambda: 3)
        self.thread.event.connect(self.controller.on_event, Qt.ConnectionType.QueuedConnection)
        self.entries: list[Entry] = []
        self.errors: list[tuple[Source, EngineError]] = []
        self.waiting: list[tuple[int, int]] = []
        self.controller.recognised.connect(self.entries.append)
        self.controller.failed.connect(lambda source, error: self.errors.append((source, error)))
        self.controller.waiting.connect(lambda *counts: self.waiting.append(counts))


@pytest.fixture
def bench(qtbot: QtBot):
    made = Bench()
    yield made
    made.thread.close()
    assert not made.thread.running()


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number:02}.png" for number in range(20)]
    for path in paths:
        Image.fromarray(fraction_line()).save(path)
    return paths


def test_pictures_wait_for_the_engine_and_become_entries(bench: Bench, qtbot: QtBot):
    bench.controller.read_picture(fraction_line(), SNIP)
    assert bench.waiting[-1] == (0, 1)
    bench.thread.start()
    qtbot.waitUntil(lambda: len(bench.entries) == 1)
    assert bench.entries[0].latex == "x^{2}"
    assert bench.entries[0].source == SNIP
    assert bench.waiting[-1] == (0, 0)


def test_a_hundred_rapid_snips_give_one_entry_and_no_error(bench: Bench, qtbot: QtBot):
    for _ in range(100):
        bench.controller.read_picture(fraction_line(), SNIP)
    bench.thread.start()
    qtbot.waitUntil(lambda: bench.waiting[-1] == (0, 0))
    assert len(bench.entries) == 1
    assert bench.errors == []


def test_more_files_than_the_lane_holds_are_all_read_in_order(bench: Bench, qtbot: QtBot, pictures):
    assert len(pictures) > CAPACITY[Lane.FILE]
    bench.controller.read_files(pictures)
    bench.thread.start()
    qtbot.waitUntil(lambda: len(bench.entries) == len(pictures))
    assert [entry.source.name for entry in bench.entries] == [path.name for path in pictures]
    assert bench.waiting[-1] == (0, 0)


def test_a_broken_file_is_told_by_name_and_the_rest_goes_on(bench: Bench, qtbot: QtBot, pictures):
    pictures[1].write_bytes(b"no picture at all")
    bench.thread.start()
    bench.controller.read_files(pictures[:3])
    qtbot.waitUntil(lambda: len(bench.entries) == 2)
    ((source, error),) = bench.errors
    assert source.name == pictures[1].name
    assert error.title == "Not a picture"


def test_cancel_stops_what_runs_and_what_waits(bench: Bench, qtbot: QtBot, pictures):
    bench.controller.read_files(pictures)
    bench.controller.cancel()
    bench.thread.start()
    qtbot.waitUntil(lambda: bench.waiting[-1] == (0, 0))
    assert bench.entries == []
    assert bench.errors == []


def test_closing_in_mid_job_leaves_no_thread(qtbot: QtBot):
    started = []

    class Slow(FakeRecognizer):
        def recognize(self, image, *, alternatives=5, checkpoint=lambda: None):
            started.append(True)
            while True:
                checkpoint()

    bench = Bench(Slow())
    bench.thread.start()
    bench.controller.read_picture(fraction_line(), SNIP)
    qtbot.waitUntil(lambda: bool(started))
    bench.thread.close()
    assert not bench.thread.running()
    qtbot.wait(10)
    assert bench.entries == []


def test_the_window_goes_on_while_the_engine_works(qtbot: QtBot):
    """The event loop of the GUI's thread turns many times during one recognition."""
    turns, wanted = [0], 20

    class Slow(FakeRecognizer):
        def recognize(self, image, **options):
            while turns[0] < wanted:
                pass
            return super().recognize(image)

    bench = Bench(Slow())
    bench.thread.start()
    bench.controller.read_picture(fraction_line(), SNIP)
    loop = QEventLoop()
    while not bench.entries:
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        turns[0] += 1
        assert turns[0] < 100_000
    bench.thread.close()
    assert turns[0] >= wanted
