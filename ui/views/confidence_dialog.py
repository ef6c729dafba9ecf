"""How well the confidence has kept its word so far, as a picture and in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QShowEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scipix.ui.reliability import Words
from scipix.ui.theme import SPACE, current_colours
from scipix.ui.views.history_strips import LastQuestion

if TYPE_CHECKING:
    from scipix.app.memory.calibration import Threshold
    from scipix.app.memory.learned import Report

PICTURE = QSize(60 * SPACE, 48 * SPACE)


class ConfidenceDialog(QDialog):
    """Asks for what it shows whenever it appears or the colours change. Not modal."""

    wanted = Signal()
    """Answered by ``show_report`` and ``show_picture``."""
    export_wanted = Signal()
    import_wanted = Signal()
    reset_confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How sure is sure"))
        self._window = current_colours().window
        self.picture, self.news = QLabel(), QLabel()
        self.facts: dict[str, QLabel] = {}
        self.question = LastQuestion()
        self.question.left.connect(self._fit)
        self.export, self.import_, self.reset = self._make_buttons()
        self._arrange()

    def words(self) -> Words:
        """The texts in the diagram."""
        return Words(
            said=self.tr("confidence shown"),
            found=self.tr("share that was right"),
            perfect=self.tr("perfect"),
            shipped=self.tr("as shipped"),
            learned=self.tr("with your verdicts"),
            sure=self.tr("surely right"),
        )

    def show_report(self, report: Report) -> None:
        """The numbers."""
        counts = report.counts
        right = sum(counts.get(name, 0) for name in ("success", "acceptable", "low_confidence"))
        for name, text in (
            ("verdicts", self._verdicts(right, counts.get("suboptimal", 0), counts.get("failed", 0))),
            ("error", self._errors(report)),
            ("sure", self._sure(report.threshold)),
            ("notation", self._notation(report)),
        ):
            self.facts[name].setText(text)
        for button in (self.export, self.reset):
            button.setEnabled(bool(sum(counts.values())))
        self.picture.setAccessibleName(self._spoken(report))
        self.news.setVisible(not report.verdicts)
        self._fit()

    def show_picture(self, picture: QImage) -> None:
        """The diagram."""
        self.picture.setPixmap(QPixmap.fromImage(picture))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and current_colours().window != self._window:
            self._window = current_colours().window
            if self.isVisible():
                self.wanted.emit()

    # -- words ----------------------------------------------------------------------------------------
    def _verdicts(self, right: int, chosen: int, wrong: int) -> str:
        text = self.tr("{right} right, {chosen} another reading, {wrong} wrong")
        return text.format(right=right, chosen=chosen, wrong=wrong)

    def _errors(self, report: Report) -> str:
        if not report.verdicts:
            return self.tr("not known yet")
        text = self.tr("{before} as shipped, {after} with your verdicts")
        return text.format(before=f"{report.before:.1%}", after=f"{report.after:.1%}")

    def _sure(self, threshold: Threshold | None) -> str:
        if threshold is None:
            return self.tr("not known yet: it takes 30 verdicts of which 95 % are right")
        low, high = threshold.interval
        text = self.tr("from {start} on: {share} of {count} were right (95 % interval {low} to {high})")
        return text.format(
            start=f"{threshold.confidence:.1%}", share=f"{threshold.precision:.1%}", count=threshold.count,
            low=f"{low:.0%}", high=f"{high:.0%}",
        )  # fmt: skip

    def _notation(self, report: Report) -> str:
        text = self.tr("%n formulas; weight {weight} in the choice among readings", "", report.formulas)
        return text.format(weight=f"{report.weight:.2f}")

    def _spoken(self, report: Report) -> str:
        points = [f"{one.confidence:.0%}: {one.right:.0%} ({one.count})" for one in report.bins]
        title = self.tr("Reliability diagram, confidence: share that was right (verdicts)")
        return f"{title}. {'; '.join(points)}"

    # -- making it ------------------------------------------------------------------------------------
    def _arrange(self) -> None:
        lead = QLabel(
            self.tr(
                "Of all answers shown with 80 % confidence, 80 % should be right. Each point is what your own"
                " verdicts say about that: on the dashed line the confidence kept its word."
            )
        )
        lead.setWordWrap(True)
        lead.setProperty("role", "hint")
        self.news.setText(
            self.tr("Nothing was said about answers so far. Copy, correct, or press Right or Wrong.")
        )
        self.news.setWordWrap(True)
        self.news.setProperty("role", "warning")
        self.news.hide()
        self.setFixedWidth(PICTURE.width() + 4 * SPACE)
        self.picture.setFixedSize(PICTURE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        form = QFormLayout()
        form.setVerticalSpacing(SPACE)
        for name, title in (
            ("verdicts", self.tr("Verdicts")),
            ("error", self.tr("Calibration error")),
            ("sure", self.tr("Surely right")),
            ("notation", self.tr("Your notation")),
        ):
            self.facts[name] = label = QLabel()
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(f"{title}:", label)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(lead)
        column.addWidget(self.news)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(form)
        column.addWidget(self.question)
        column.addLayout(self._button_row())

    def _make_buttons(self) -> tuple[QPushButton, QPushButton, QPushButton]:
        made = []
        for text, tip, slot in (
            (self.tr("Export…"), self.tr("Write what was learned into a file, for another computer"),
             self.export_wanted.emit),
            (self.tr("Import…"), self.tr("Add what another computer has learned"), self.import_wanted.emit),
            (self.tr("Reset…"), self.tr("Forget all verdicts and what they taught"), self._ask_reset),
        ):  # fmt: skip
            button = QPushButton(text)
            button.setToolTip(tip)
            button.setAccessibleName(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            made.append(button)
        self.question.confirmed.connect(self.reset_confirmed)
        return made[0], made[1], made[2]

    def _button_row(self) -> QHBoxLayout:
        close = QPushButton(self.tr("Close"))
        close.setToolTip(self.tr("Close this window (Esc)"))
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for button in (self.export, self.import_, self.reset):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _ask_reset(self) -> None:
        self.question.ask(
            self.tr(
                "All verdicts and corrections go, and what they taught: the confidence is as shipped again,"
                " corrected pictures are read anew. The history stays. This cannot be undone."
            ),
            self.tr("Reset"),
        )
        self._fit()

    def _fit(self) -> None:
        """As high as the words need: a layout does not see to that once the window is there."""
        self.layout().activate()
        self.setMinimumHeight(self.layout().heightForWidth(self.width()))
        self.resize(self.width(), self.minimumHeight())
