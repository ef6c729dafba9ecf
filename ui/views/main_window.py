"""The window: toolbar, messages, result or empty state, history at the side, copying at the bottom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QSettings, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from scipix.ui.icons import app_icon, follow_palette, icon
from scipix.ui.theme import SPACE, current_colours
from scipix.ui.views.actions import make_actions
from scipix.ui.views.change_strip import ChangeStrip
from scipix.ui.views.document_view import DocumentView
from scipix.ui.views.empty_state import EmptyState
from scipix.ui.views.history_panel import HistoryPanel
from scipix.ui.views.message_bar import MessageBar
from scipix.ui.views.result_panel import ResultPanel

_FIRST_SIZE = (1080, 760)
_WIDE_FOOTER = 90 * SPACE
_LEAST_FOOTER = 50 * SPACE
_LEAST_SIZE = (640, 480)


class MainWindow(QMainWindow):
    """Puts the parts together and remembers how they were arranged. It decides nothing."""

    dropped = Signal(object)
    """QMimeData of what was dropped; valid during the call only."""
    close_asked = Signal(object)
    """QCloseEvent: the user closes the window. Who ignores it keeps the window."""
    shown = Signal()
    """The window has appeared."""

    def __init__(self, history: HistoryPanel, result: ResultPanel) -> None:
        super().__init__()
        self.setWindowTitle("scipix")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(*_LEAST_SIZE)
        self.setAcceptDrops(True)
        self.commands = make_actions(self)
        self.messages = MessageBar()
        self.history = history
        self.result = result
        self.changes = ChangeStrip()
        self.document = DocumentView(self.commands.open)
        self.empty = EmptyState((self.commands.snip, self.commands.paste, self.commands.open))
        self._snip_button = self._make_primary(self.commands.snip)
        self.copy_button = self._make_primary(self.commands.copy)
        self.copy_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        follow_palette(self, self._colour_primary)
        self.engine_label = QLabel()
        self.engine_label.setAccessibleName(self.tr("Engine"))
        self.news_label = QLabel()
        self._progress, self._progress_label, self._progress_row = self._make_progress()
        self._pages = QStackedWidget()
        self._formula = QWidget()
        # Beside a document and a formula there is seldom room for more.
        self._history_wanted = {False: True, True: False}
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._arrange()
        self.commands.document.toggled.connect(self._show_mode)
        self.commands.history.toggled.connect(self._show_history)
        self.commands.history.setChecked(True)

    # -- what is shown ----------------------------------------------------------------------------
    def show_empty(self) -> None:
        """The empty state instead of a result."""
        self._pages.setCurrentWidget(self.empty)
        self._footer.setVisible(False)
        self._show_mode()

    def show_result(self) -> None:
        """The result panel, and the footer with the copy button."""
        self._pages.setCurrentWidget(self._result_page)
        self._footer.setVisible(True)
        self._show_mode()

    def show_document(self) -> None:
        """The document, with the result beside it once there is one."""
        self.commands.document.setChecked(True)

    def _show_history(self, wanted: bool) -> None:
        self._history_wanted[self.commands.document.isChecked()] = wanted
        self.history.setVisible(wanted)

    def _show_mode(self) -> None:
        """An empty state beside a document would only take its room."""
        document = self.commands.document.isChecked()
        self.document.setVisible(document)
        self._formula.setVisible(not (document and self.is_empty()))
        self.commands.history.setChecked(self._history_wanted[document])

    def is_empty(self) -> bool:
        """Whether the empty state is shown."""
        return self._pages.currentWidget() is self.empty

    def show_progress(self, text: str, done: int = 0, total: int = 0) -> None:
        """A thin bar under the toolbar; without a total it only moves. An empty text takes it away."""
        self._progress_row.setVisible(bool(text))
        self.commands.cancel.setEnabled(bool(text))
        self._progress_label.setText(text)
        self._progress.setRange(0, total if total > 1 else 0)
        self._progress.setValue(done)

    def set_open_menu(self, menu: QMenu) -> None:
        """What stands behind the arrow of the button that opens files."""
        self._open_button.setMenu(menu)

    def set_copy_menu(self, menu: QMenu) -> None:
        """The formats behind the copy button."""
        self.copy_button.setMenu(menu)

    def bring_up(self) -> None:
        """Show the window before all others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # -- what is remembered -----------------------------------------------------------------------
    def save_state(self, memory: QSettings) -> None:
        """Write size, place and arrangement."""
        memory.setValue("window/geometry", self.saveGeometry())
        memory.setValue("window/splitter", self._splitter.saveState())
        memory.setValue("window/history", self._history_wanted[False])
        memory.setValue("window/history-beside-document", self._history_wanted[True])
        memory.setValue("window/result", self.result.save_state())

    def restore_state(self, memory: QSettings) -> None:
        """Take up what ``save_state`` wrote; what is missing or from another screen keeps its default."""
        if not self.restoreGeometry(memory.value("window/geometry", b"")):
            self.resize(*_FIRST_SIZE)
        self._splitter.restoreState(memory.value("window/splitter", b""))
        self._history_wanted = {
            False: memory.value("window/history", True, bool),
            True: memory.value("window/history-beside-document", False, bool),
        }
        self._show_mode()
        self.result.restore_state(memory.value("window/result", b""))

    # -- events of Qt -----------------------------------------------------------------------------
    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.close_asked.emit(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _welcome(event.mimeData()):
            event.acceptProposedAction()
            self._mark_drop(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drop(False)
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    def _mark_drop(self, wanted: bool) -> None:
        self.centralWidget().setProperty("drop", wanted)
        self.centralWidget().style().unpolish(self.centralWidget())
        self.centralWidget().style().polish(self.centralWidget())

    # -- arrangement ------------------------------------------------------------------------------
    def _arrange(self) -> None:
        self.addToolBar(self._make_toolbar())
        self._footer = self._make_footer()
        self._result_page = self.result
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._result_page)
        column = QVBoxLayout(self._formula)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.addWidget(self._pages, 1)
        column.addWidget(self.changes)
        column.addWidget(self._footer)
        for part in (self.document, self._formula, self.history):
            self._splitter.addWidget(part)
        for number, stretch in ((0, 3), (1, 2)):
            self._splitter.setStretchFactor(number, stretch)
            self._splitter.setCollapsible(number, False)
        self._splitter.setSizes([480, 360, 240])
        self.history.setMinimumWidth(20 * SPACE)
        whole = QWidget()
        whole.setObjectName("whole")
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._progress_row)
        layout.addWidget(self.messages)
        layout.addWidget(self._splitter, 1)
        self.setCentralWidget(whole)
        self.statusBar().addWidget(self.news_label, 1)
        self.statusBar().addPermanentWidget(self.engine_label)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(SPACE, 0, SPACE, 0)
        self.show_progress("")
        self.show_empty()

    def _make_toolbar(self) -> QToolBar:
        actions = self.commands
        bar = QToolBar(self.tr("Tools"))
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.addWidget(self._snip_button)
        bar.addActions([actions.open, actions.paste])
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        bar.addActions([actions.formula, actions.document])
        bar.addSeparator()
        bar.addActions([actions.history, actions.settings])
        for action in (
            actions.open, actions.paste, actions.formula, actions.document, actions.history, actions.settings,
        ):  # fmt: skip
            button = bar.widgetForAction(action)
            button.setAccessibleName(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._open_button = bar.widgetForAction(actions.open)
        self._open_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        return bar

    def _make_progress(self) -> tuple[QProgressBar, QLabel, QWidget]:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(2 * SPACE, SPACE // 2, SPACE, SPACE // 2)
        bar, label = QProgressBar(), QLabel()
        bar.setAccessibleName(self.tr("Progress"))
        bar.setTextVisible(False)
        cancel = QToolButton()
        cancel.setDefaultAction(self.commands.cancel)
        layout.addWidget(label)
        layout.addWidget(bar, 1)
        layout.addWidget(cancel)
        return bar, label, row

    def _make_primary(self, action: QAction) -> QToolButton:
        """A button that stands out; not the action's own one, because its icon has another colour."""
        button = QToolButton()
        button.setText(action.text())
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.text())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("kind", "primary")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setText(action.text()))
        return button

    def _make_button(self, action: QAction) -> QToolButton:
        """An icon alone; the action's tooltip has its name and its keys."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text())
        return button

    def _colour_primary(self) -> None:
        """The icons of the primary buttons in the colour of their text."""
        colour = current_colours().on_accent
        self._snip_button.setIcon(icon("snip", colour))
        self.copy_button.setIcon(icon("copy", colour))

    def _make_footer(self) -> QWidget:
        verdicts = [self._make_button(action) for action in (self.commands.right, self.commands.wrong)]
        footer = _Footer(verdicts, self.copy_button)
        layout = QHBoxLayout(footer)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.result.confidence_line, 1)
        for button in verdicts:
            layout.addWidget(button)
        layout.addWidget(self._make_button(self.commands.save))
        layout.addWidget(self.copy_button)
        return footer


class _Footer(QWidget):
    """Where there is little room the words of the confidence need it more than those of some buttons."""

    def __init__(self, buttons: Sequence[QToolButton], copy: QToolButton) -> None:
        super().__init__()
        self._buttons, self._copy = buttons, copy

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle
        widths = (*((button, _WIDE_FOOTER) for button in self._buttons), (self._copy, _LEAST_FOOTER))
        for button, least in widths:
            wide = self.width() >= least
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if wide else style.ToolButtonIconOnly)


def _welcome(data: QMimeData) -> bool:
    return data.hasImage() or data.hasUrls()
