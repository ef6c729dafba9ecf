"""The settings window, made from the one table: a page for each group, changes hold at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from scipix.app.options import SettingsError, Value
from scipix.app.settings import GROUPS, OPTIONS, Settings, SettingsStore, values
from scipix.ui.icons import follow_palette, icon
from scipix.ui.provider_measurement import Measure, measure_installed
from scipix.ui.theme import SPACE
from scipix.ui.translation import told
from scipix.ui.views.provider_test import ProviderTest
from scipix.ui.views.setting_fields import Choices, Field, words
from scipix.ui.views.settings_page import SettingsPage

_ICONS = {
    "general": "settings",
    "capture": "snip",
    "output": "copy",
    "engine": "chip",
    "memory": "history",
    "appearance": "invert",
}


class SettingsDialog(QDialog):
    """Shows and changes a store's settings; other changes of the store appear too. Not modal.

    ``recording`` is true while a shortcut is typed: the global one should be let go for that time, or it
    would fire. ``formats`` are the output formats to choose from, with their titles. ``measure`` is called
    on another thread.
    """

    recording = Signal(bool)
    confidence_wanted = Signal()
    """The window about the confidence shall open."""

    def __init__(
        self,
        store: SettingsStore,
        formats: Choices = (),
        measure: Measure = measure_installed,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._formats = formats
        self._measure = measure
        self._problems: dict[str, str] = {}
        self._before_reset: dict[str, Value] = {}
        self._content: QWidget | None = None
        self.test: ProviderTest
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self.resize(94 * SPACE, 70 * SPACE)
        self._build(next(iter(GROUPS)))
        unsubscribe = store.subscribe(self._show)
        self.destroyed.connect(lambda: unsubscribe())

    def page(self) -> str:
        """The group that is shown."""
        return list(GROUPS)[self.groups.currentRow()]

    def show_page(self, group: str) -> None:
        """Turn to a group; without that the dialog opens where it was left."""
        self.groups.setCurrentRow(list(GROUPS).index(group))

    def show_problem(self, name: str, text: str) -> None:
        """Tell below a setting what is wrong with it, as a shortcut that is taken; empty takes that away."""
        self._problems[name] = text
        self.pages[OPTIONS[name].group].show_problem(name, text)

    def close_test(self) -> None:
        """End a running test and its thread: to be called before the program ends."""
        self.test.close_test()

    # Making the window.

    def _build(self, group: str) -> None:
        """Make all widgets in the language of now."""
        self.setWindowTitle(self.tr("Settings"))
        if self._content is not None:
            self.close_test()
            self._frame.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        self.groups = self._make_groups()
        titles = {name: words(title) for name, title in OPTIONS["provider"].choices.items()}
        self.test = ProviderTest(titles, self._measure)
        self._confidence = self._make_confidence()
        self.pages = {name: self._make_page(name) for name in GROUPS}
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self._stack.addWidget(page)
        self._failure = QLabel()
        self._failure.setProperty("role", "problem")
        self._failure.setWordWrap(True)
        self._failure.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, SPACE)
        self._failure.hide()
        self._arrange(self._content, self._make_buttons())
        self._frame.addWidget(self._content)
        self.groups.currentRowChanged.connect(self._turn)
        self.show_page(group)
        self._show(self._store.current, self._store.current)
        for name, text in self._problems.items():
            self.show_problem(name, text)

    def _arrange(self, content: QWidget, buttons: QHBoxLayout) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._failure)
        right.addWidget(self._stack, 1)
        right.addLayout(buttons)
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.groups)
        row.addLayout(right, 1)

    def _make_groups(self) -> QListWidget:
        groups = QListWidget()
        groups.setProperty("role", "side")
        groups.setAccessibleName(self.tr("Pages"))
        groups.setFixedWidth(22 * SPACE)
        groups.setIconSize(QSize(20, 20))
        groups.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for title in GROUPS.values():
            QListWidgetItem(words(title), groups).setSizeHint(QSize(0, 5 * SPACE))

        def draw() -> None:
            for row, name in enumerate(GROUPS):
                groups.item(row).setIcon(icon(_ICONS[name]))

        follow_palette(groups, draw)
        return groups

    def _make_page(self, group: str) -> SettingsPage:
        extras = {"provider": self.test, "cache_bits": self._confidence}
        page = SettingsPage(group, self._store.overridden, self._formats, extras)
        page.chosen.connect(self._change)
        page.recording.connect(self.recording)
        return page

    def _make_confidence(self) -> QPushButton:
        """The way to what was learned."""
        confidence = QPushButton(self.tr("How sure is sure…"))
        confidence.setToolTip(self.tr("Show what was learned from your verdicts; export, import or reset it"))
        confidence.setAccessibleName(confidence.text())
        confidence.setAutoDefault(False)
        confidence.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        confidence.clicked.connect(self.confidence_wanted)
        return confidence

    def _make_buttons(self) -> QHBoxLayout:
        self.restore = QPushButton(self.tr("Restore defaults"))
        self.restore.setToolTip(self.tr("Give the settings of this page their defaults"))
        self.restore.clicked.connect(self._restore)
        self.undo = QPushButton(self.tr("Undo"))
        follow_palette(self.undo, lambda: self.undo.setIcon(icon("undo")))
        self.undo.setToolTip(self.tr("Take back the restored defaults"))
        self.undo.setProperty("kind", "quiet")
        self.undo.clicked.connect(self._take_back)
        self.undo.hide()
        close = QPushButton(self.tr("Close"))
        close.setToolTip(self.tr("Close the settings (Esc)"))
        close.clicked.connect(self.close)
        for button in (self.restore, self.undo, close):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text())
        buttons = QHBoxLayout()
        buttons.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.restore)
        buttons.addWidget(self.undo)
        buttons.addStretch(1)
        buttons.addWidget(close)
        return buttons

    # What a person does.

    def _turn(self, row: int) -> None:
        self._stack.setCurrentIndex(row)
        self._forget_reset()
        self._show_restorable()

    def _change(self, name: str, value: Value) -> None:
        self._forget_reset()
        self.show_problem(name, "")
        self._try(partial(self._store.update, **{name: value}))

    def _restore(self) -> None:
        names = self._changed_here()
        now = values(self._store.current)
        self._before_reset = {name: now[name] for name in names}
        self._try(partial(self._store.reset, names))
        self.undo.show()
        self.undo.setFocus()
        self._show_restorable()

    def _take_back(self) -> None:
        before = self._before_reset
        self._forget_reset()
        self._try(partial(self._store.update, **before))
        self.restore.setFocus()

    def _try(self, change: partial[None]) -> None:
        """Change the store; what goes wrong is told above the page."""
        self._failure.hide()
        try:
            change()
        except SettingsError as error:
            title, message, hint = told(error)
            self._failure.setText(f"{title}: {message} {hint}")
            self._failure.show()
            self._show(self._store.current, self._store.current)

    # Following the store.

    def _show(self, _old: Settings, new: Settings) -> None:
        for page in self.pages.values():
            page.show_values(values(new))
        self._show_restorable()

    def _show_restorable(self) -> None:
        self.restore.setEnabled(bool(self._changed_here()))

    def _changed_here(self) -> list[str]:
        """The settings of this page that are not at their defaults and could be."""
        now, group = values(self._store.current), self.page()
        rows = [row for row in OPTIONS.values() if row.group == group]
        free = [row for row in rows if row.name not in self._store.overridden]
        return [row.name for row in free if now[row.name] != row.default]

    def _forget_reset(self) -> None:
        self._before_reset = {}
        self.undo.hide()

    # Qt's events.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._content is not None:
            # Later: the control that asked for the language is still at work.
            QTimer.singleShot(0, self, self._translate_again)
        super().changeEvent(event)

    def _translate_again(self) -> None:
        focused = next((name for name, field in self._fields() if field.focus_target().hasFocus()), None)
        self._build(self.page())
        if focused is not None:
            dict(self._fields())[focused].focus_target().setFocus()

    def _fields(self) -> list[tuple[str, Field]]:
        return [entry for page in self.pages.values() for entry in page.fields.items()]

    def hideEvent(self, event: QHideEvent) -> None:
        """A test has nobody to report to once the window is gone."""
        self.test.cancel()
        super().hideEvent(event)
