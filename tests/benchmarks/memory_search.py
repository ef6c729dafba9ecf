"""Searching a long history, in memory alone and in the window: a part of tests/benchmarks/memory.py."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from memory_answers import answer
from memory_pictures import formula
from memory_rows import Row, Spent, median, percentiles, spent_on
from tqdm import tqdm

from scipix.app.memory import pictures
from scipix.app.memory.database import FILE, Database
from scipix.app.memory.history import History
from scipix.app.memory.memory import Memory, MemoryOptions
from scipix.app.memory.search import Search

FRAGMENTS = (
    r"\frac{?}{x}", r"\frac{?}{?}", r"\sqrt{?}", "x^2", r"\sum_{?}", r"\int ? dx", "q_{99}", "zzz", "x",
    # What comes in many formulas, but not together; and what every formula has to be looked at for.
    "a b ? c", "? x ? y ? z ? x ?", "?" * 300,
)  # fmt: skip
WORDS = ("page 5", "frac", "alpha beta", "pag")
_LONGEST, _DIFFERENT = 200, 4000


def filled(lines: Sequence[str], entries: int, place: Path) -> Database:
    """A history of real formulas with numbered variations, with thumbnails as large as real ones."""
    database = Database(place / FILE)
    history, shown = History(database), answer()
    usable = [line for line in lines if len(line) < _LONGEST][:_DIFFERENT]
    thumbnail = pictures.thumbnail(formula("kxa" * 4))
    for start in tqdm(range(0, entries, 1000), desc="history", mininterval=5):
        with database.write():
            for number in range(start, min(entries, start + 1000)):
                more = f"+q_{{{number}}}" if number >= len(usable) else ""
                latex = usable[number % len(usable)] + more
                history.add(replace(shown, latex=latex), thumbnail, "file", f"page {number % 97}.png")
    return database


def searches(lines: Sequence[str], entries: int, folder: Path) -> list[Row]:
    """First results over a long history."""
    place = folder / "search"
    database = filled(lines, entries, place)
    search = Search(History(database), place / "formulas")
    rows = []
    for what, limit in ((f"fragment, first result of {entries}", 1), ("fragment, first hundred", 100)):
        times = {
            piece: median([spent_on(partial(search.fragment, piece, limit=limit)) for _ in range(5)])
            for piece in FRAGMENTS
        }
        rows.append(_worst(what, times))
    built = spent_on(search.rebuild)
    usable = [line for line in lines if len(line) < _LONGEST][:60]
    near = [spent_on(partial(search.similar, line)) for line in usable]
    rows.append(Row("similar formulas", percentiles(near), f"index built in {built}"))
    times = {text: median([spent_on(partial(search.text, text)) for _ in range(5)]) for text in WORDS}
    rows.append(_worst("words", times))
    database.close()
    return rows


def _worst(what: str, times: dict[str, Spent]) -> Row:
    worst = max(times, key=lambda piece: times[piece].processor)
    each = ", ".join(f"{_short(piece)} {spent.processor:.1f}" for piece, spent in times.items())
    return Row(what, str(times[worst]), f"worst: {_short(worst)}; of the processor: {each}")


def _short(text: str) -> str:
    return text if len(text) < 20 else f"{text[:4]}... {len(text)} characters"


def in_the_window(folder: Path) -> list[Row]:
    """The same history in the panel: from the search to the entries in the list, drawn without a screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from scipix.ui.controllers.past import Past
    from scipix.ui.memory_thread import MemoryThread
    from scipix.ui.views.history_panel import HistoryPanel

    app = QApplication.instance() or QApplication([])
    thread = MemoryThread(lambda: Memory(folder / "search", MemoryOptions(), folder))
    past = Past(thread)
    panel = HistoryPanel(past.model)
    panel.resize(320, 900)
    panel.show()

    def find(text: str) -> None:
        loop = QEventLoop()
        past.searched.connect(loop.quit)
        past.find(text, False)
        loop.exec()
        panel.repaint()

    loop = QEventLoop()
    past.searched.connect(loop.quit)
    thread.start()
    loop.exec()
    find(FRAGMENTS[0])
    times = {}
    for text in (*FRAGMENTS, *WORDS):
        some = []
        for _ in range(5):
            some.append(spent_on(partial(find, text)))
            find("")
        times[text] = median(some)
    keys = [text[: end + 1] for text in FRAGMENTS[:5] for end in range(len(text))]
    typed = [spent_on(partial(find, text)) for text in keys]
    thread.close()
    del app
    count = float(np.median([spent.processor for spent in typed]))
    return [
        _worst("in the window, first entries shown", times),
        Row("  at each key of a fragment", percentiles(typed), f"median {count:.1f} ms of the processor"),
    ]
