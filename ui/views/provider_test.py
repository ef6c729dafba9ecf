"""The test of the execution providers in the settings: a button, and what each one takes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from scipix.app.providers import ProviderTime, provider_names
from scipix.engine.errors import EngineError
from scipix.ui.icons import follow_palette, icon
from scipix.ui.provider_measurement import Measure, ProviderMeasurement
from scipix.ui.theme import SPACE
from scipix.ui.translation import told, translated


class ProviderTest(QFrame):
    """Runs the test on demand, in the background. ``busy`` tells whether it runs."""

    busy = Signal(bool)

    def __init__(self, titles: Mapping[str, str], measure: Measure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._titles = titles
        self._measure = measure
        self._run: ProviderMeasurement | None = None
        self._found: list[ProviderTime] = []
        self._results = QGridLayout()
        self._results.setHorizontalSpacing(2 * SPACE)
        self._results.setVerticalSpacing(SPACE)
        self._results.setColumnStretch(1, 1)
        self._status = QLabel(self.tr("Recognises a sample formula several times on each one."))
        self._status.setProperty("role", "hint")
        self._status.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setRange(0, len(provider_names()))
        self._bar.setAccessibleName(self.tr("Progress of the test"))
        self._bar.hide()
        self.button = QPushButton()
        self.button.clicked.connect(self._start_or_cancel)
        follow_palette(self.button, lambda: self._name_button(running=self.running()))
        top = QHBoxLayout()
        top.setSpacing(2 * SPACE)
        top.addWidget(self._status, 1)
        top.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addLayout(self._results)

    def running(self) -> bool:
        """Whether a test is under way."""
        return self._run is not None

    def cancel(self) -> None:
        """End a test at its next checkpoint, without waiting."""
        if self._run is not None:
            self._run.cancel()
            self._status.setText(self.tr("Cancelling …"))

    def close_test(self) -> None:
        """Cancel a test and wait for its thread."""
        if self._run is not None:
            self._run.close()

    def _start_or_cancel(self) -> None:
        if self._run is not None:
            self.cancel()
            return
        self._clear()
        run = ProviderMeasurement(self._measure, self)
        run.found.connect(self._show)
        run.failed.connect(self._fail)
        run.finished.connect(self._end)
        self._run = run
        self._name_button(running=True)
        self._tell_next()
        self._bar.setValue(0)
        self._bar.show()
        self.busy.emit(True)
        run.start()

    def _show(self, entry: ProviderTime) -> None:
        self._found.append(entry)
        name = QLabel(self._title(entry.name))
        fine = entry.milliseconds is not None
        time = QLabel(self._time(entry.milliseconds) if entry.milliseconds is not None else "")
        time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        note = QLabel(translated(entry.problem or ""))
        note.setWordWrap(True)
        name.setProperty("role", "heading" if fine else "hint")
        time.setProperty("role", "heading" if fine else "hint")
        note.setProperty("role", "warning" if entry.available else "hint")
        for column, label in enumerate((name, note, time)):
            self._results.addWidget(label, len(self._found) - 1, column)
        self._bar.setValue(len(self._found))
        self._tell_next()

    def _fail(self, error: EngineError) -> None:
        title, message, hint = told(error)
        self._status.setText(f"{title}: {message} {hint}")

    def _end(self) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.deleteLater()
        self._bar.hide()
        self._name_button(running=False)
        times = [entry for entry in self._found if entry.milliseconds is not None]
        if len(self._found) < len(provider_names()):
            if self._status.text() == self.tr("Cancelling …"):
                self._status.setText(self.tr("The test was cancelled."))
        elif times:
            best = min(times, key=lambda entry: entry.milliseconds or 0.0)
            self._status.setText(self.tr("Fastest here: {name}.").format(name=self._title(best.name)))
        else:
            self._status.setText(self.tr("Nothing works here. Please install the program again."))
        self.busy.emit(False)

    def _tell_next(self) -> None:
        left = provider_names()[len(self._found) :]
        if left and self._run is not None:
            self._status.setText(self.tr("Testing {name} …").format(name=self._title(left[0])))

    def _clear(self) -> None:
        self._found.clear()
        while (item := self._results.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _name_button(self, *, running: bool) -> None:
        text = self.tr("Cancel") if running else self.tr("Test")
        tip = self.tr("Cancel the test") if running else self.tr("Measure each provider on this computer")
        self.button.setText(text)
        self.button.setIcon(icon("close" if running else "timer"))
        self.button.setToolTip(tip)
        self.button.setAccessibleName(tip)

    def _title(self, name: str) -> str:
        return self._titles.get(name, name)

    def _time(self, milliseconds: float) -> str:
        return self.tr("{number} ms").format(number=QLocale().toString(milliseconds, "f", 0))
