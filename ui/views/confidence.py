"""How sure the answer is, in a number and in words; how it was made; the way to the next doubt."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from scipix.app.confidence_words import Level, level
from scipix.engine.types import Recognition
from scipix.ui.icons import follow_palette, icon
from scipix.ui.theme import SPACE, Colours
from scipix.ui.views.elided_label import ElidedLabel

_PROVIDERS = {"cpu": "CPU", "cuda": "CUDA", "directml": "DirectML", "coreml": "Core ML"}


class ConfidenceLine(QWidget):
    """One line; it may stand in the panel or in the footer of a window."""

    next_doubt = Signal()
    details_wanted = Signal()
    """How far the confidence can be trusted."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._level = Level.UNKNOWN
        self._doubts = 0
        self._sign = QLabel(self)
        self.meaning = ElidedLabel(self)
        self.facts = ElidedLabel(self)
        self.next_button = QPushButton(self)
        self.details_button = QToolButton(self)
        self._set_up()
        self.clear()

    def _set_up(self) -> None:
        self.facts.setProperty("role", "hint")
        self.meaning.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.next_button.setProperty("kind", "quiet")
        self.next_button.setToolTip(self.tr("Go to the next doubtful symbol (F8; Shift+F8 goes back)"))
        self.next_button.clicked.connect(self.next_doubt)
        self.details_button.setAccessibleName(self.tr("How sure is sure"))
        self.details_button.setToolTip(self.tr("Show how well the confidence has kept its word so far"))
        self.details_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.details_button.clicked.connect(self.details_wanted)
        follow_palette(self.details_button, lambda: self.details_button.setIcon(icon("chart")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._sign)
        row.addWidget(self.meaning)
        row.addWidget(self.facts, 1)
        row.addWidget(self.next_button)
        row.addWidget(self.details_button)

    def show_recognition(self, recognition: Recognition) -> None:
        """Tell about one answer."""
        self._level = level(recognition.confidence)
        self.meaning.setText(self._meaning(recognition.confidence))
        facts = self._facts(recognition)
        self.facts.setText("".join(f"· {fact} " for fact in facts).rstrip())
        self.facts.setToolTip(" · ".join((*facts, *self._details(recognition))))
        self.setAccessibleName(", ".join((self.meaning.text(), *facts)))
        self._fit_button()
        self._draw()

    def _facts(self, recognition: Recognition) -> list[str]:
        """How the answer came to be."""
        milliseconds = sum(stage.milliseconds for stage in recognition.timings)
        provider = _PROVIDERS.get(recognition.provider, recognition.provider)
        facts = [self.tr("%1 ms").replace("%1", str(round(milliseconds)))] if recognition.timings else []
        facts += [provider] if provider else []
        return [*facts, self.tr("remembered")] if recognition.cached else facts

    def _details(self, recognition: Recognition) -> list[str]:
        """What only few want to know."""
        details = [self.tr("model %1").replace("%1", recognition.model)]
        raw = recognition.raw_confidence
        if raw is not None and raw == raw:
            details.append(self.tr("%1 % before calibration").replace("%1", str(round(100 * raw))))
        if recognition.similarity is not None:
            same = str(round(100 * recognition.similarity))
            details.append(self.tr("the same picture was read before (similarity %1 %)").replace("%1", same))
        return details

    def set_doubts(self, count: int) -> None:
        """How many doubtful symbols are left."""
        self._doubts = count
        self.next_button.setVisible(count > 0)
        self.next_button.setAccessibleName(
            self.tr("Next doubtful symbol, %1").replace("%1", self._doubts_in_words())
        )
        self._fit_button()

    def _doubts_in_words(self) -> str:
        one = self.tr("1 doubtful symbol")
        return one if self._doubts == 1 else self.tr("%1 doubtful symbols").replace("%1", str(self._doubts))

    def _fit_button(self) -> None:
        """Where there is little room the number has to do: how sure the answer is matters more."""
        for words in (self._doubts_in_words(), str(self._doubts)):
            self.next_button.setText(self.tr("%1 (F8)").replace("%1", words))
            beside = (self._sign, self.meaning, self.next_button, self.details_button)
            if sum(one.sizeHint().width() + SPACE for one in beside) <= self.width():
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_button()

    def clear(self) -> None:
        """Tell nothing."""
        self._level = Level.UNKNOWN
        self.meaning.clear()
        self.facts.clear()
        self._sign.clear()
        self.set_doubts(0)

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        if self.meaning.text():
            self._draw()

    def _meaning(self, confidence: float) -> str:
        words = {
            Level.SURE: self.tr("%1 % sure: looks right"),
            Level.DOUBTFUL: self.tr("%1 % sure: compare it with the picture"),
            Level.UNLIKELY: self.tr("%1 % sure: probably wrong"),
            Level.UNKNOWN: self.tr("confidence unknown"),
        }[self._level]
        # Never 100 %: no answer is certain.
        percent = min(99, int(100 * confidence)) if self._level is not Level.UNKNOWN else 0
        return words.replace("%1", str(percent))

    def _draw(self) -> None:
        name, colour = {
            Level.SURE: ("check", self._colours.green),
            Level.DOUBTFUL: ("warning", self._colours.amber),
            Level.UNLIKELY: ("error", self._colours.red),
            Level.UNKNOWN: ("info", self._colours.muted),
        }[self._level]
        self._sign.setPixmap(icon(name, colour).pixmap(QSize(18, 18), self.devicePixelRatioF()))
