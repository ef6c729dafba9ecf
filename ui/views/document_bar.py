"""The controls over a document: pages, zoom, search, tools."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from scipix.ui.icons import follow_palette, icon
from scipix.ui.theme import SPACE
from scipix.ui.views.page_scroll import Fit

_PERCENTS = (50, 75, 100, 125, 150, 200, 300, 400)


class DocumentBar(QWidget):
    """Tells what is wanted; it moves nothing itself. ``owner`` is where the keys work."""

    side_toggled = Signal(bool)
    page_wanted = Signal(int)
    zoom_step = Signal(int)
    share_wanted = Signal(float)
    fit_wanted = Signal(object)
    """Fit."""
    find_wanted = Signal()
    framing_toggled = Signal(bool)
    pictures_toggled = Signal(bool)
    """Formulas shall be read from the picture of the page, whatever glyphs it carries; or no longer."""
    night_toggled = Signal(bool)
    convert_toggled = Signal(bool)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._count, self._page = 0, 0
        self.side = self._toggle("sidebar", self.tr("Show pages and contents"), "F9", self.side_toggled)
        self.up = self._button("chevron-up", self.tr("Page before"), "Ctrl+PgUp", lambda: self._step(-1))
        self.down = self._button("chevron-down", self.tr("Next page"), "Ctrl+PgDown", lambda: self._step(1))
        self.number = self._make_number()
        self.count = QLabel()
        self.smaller = self._button("zoom-out", self.tr("Zoom out"), "Ctrl+-", lambda: self._zoom(-1))
        self.larger = self._button("zoom-in", self.tr("Zoom in"), "Ctrl++", lambda: self._zoom(1))
        self.zoom = self._make_zoom()
        self.find = self._button("search", self.tr("Find text"), "Ctrl+F", self.find_wanted.emit)
        self.frame = self._toggle(
            "frame", self.tr("Draw frames around formulas, also over text"), "Ctrl+E", self.framing_toggled
        )
        self.picture = self._toggle(
            "picture",
            self.tr("Read formulas from the picture, not from the file's own glyphs"),
            "Ctrl+Shift+G",
            self.pictures_toggled,
        )
        self.night = self._toggle(
            "night", self.tr("Night: light on dark pages"), "Ctrl+Shift+N", self.night_toggled
        )
        self.convert = self._toggle(
            "convert", self.tr("Convert the document into text"), "Ctrl+Shift+E", self.convert_toggled
        )
        self._arrange()
        self.set_pages(0)

    def set_pages(self, count: int) -> None:
        """A document of so many pages; 0: none, and nothing can be wanted."""
        self._count = count
        self.number.validator().setTop(max(1, count))
        self.count.setText(self.tr("of {count}").format(count=count) if count else "")
        self.show_page(0)
        for part in self.findChildren(QWidget):
            part.setEnabled(bool(count))

    def show_page(self, page: int) -> None:
        """The page that is read, from 0."""
        self._page = page
        self.number.setText(str(page + 1) if self._count else "")

    def show_zoom(self, share: float, fit: Fit) -> None:
        """The zoom as a fraction of the real size."""
        self.zoom.setText(self.tr("{percent} %").format(percent=round(100 * share)))
        for action in self.zoom.menu().actions():
            action.setChecked(action.data() is fit)

    def go_to_number(self) -> None:
        """Put the cursor into the page number."""
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()

    def _step(self, step: int) -> None:
        self.page_wanted.emit(min(max(self._page + step, 0), self._count - 1))

    def _zoom(self, step: int) -> None:
        self.zoom_step.emit(step)

    def _make_number(self) -> QLineEdit:
        field = QLineEdit()
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setFixedWidth(7 * SPACE)
        field.setAccessibleName(self.tr("Page number"))
        field.setToolTip(_with_key(self.tr("Page number"), "Ctrl+G"))
        field.setValidator(QIntValidator(1, 1, field))
        field.returnPressed.connect(lambda: self.page_wanted.emit(int(field.text()) - 1))
        field.editingFinished.connect(lambda: self.show_page(self._page))
        QShortcut(QKeySequence("Ctrl+G"), self._owner, self.go_to_number, context=_HERE)
        return field

    def _make_zoom(self) -> QToolButton:
        button = QToolButton()
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAccessibleName(self.tr("Zoom"))
        button.setToolTip(self.tr("Zoom (Ctrl+wheel; 0 fits the width, 9 the page)"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # The style keeps it wide enough for four digits.
        button.setObjectName("zoom")
        menu = QMenu(button)
        for words, fit in ((self.tr("Fit width"), Fit.WIDTH), (self.tr("Fit page"), Fit.PAGE)):
            action = menu.addAction(words, lambda fit=fit: self.fit_wanted.emit(fit))
            action.setData(fit)
            action.setCheckable(True)
        menu.addSeparator()
        for percent in _PERCENTS:
            words = self.tr("{percent} %").format(percent=percent)
            menu.addAction(words, lambda percent=percent: self.share_wanted.emit(percent / 100))
        button.setMenu(menu)
        return button

    def _toggle(self, picture: str, words: str, keys: str, toggled: object) -> QToolButton:
        button = self._button(picture, words, keys, None)
        button.setCheckable(True)
        button.toggled.connect(toggled)
        return button

    def _button(self, picture: str, words: str, keys: str, wanted: object) -> QToolButton:
        button = QToolButton(self)
        follow_palette(button, lambda: button.setIcon(icon(picture)))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(_with_key(words, keys))
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QShortcut(QKeySequence(keys), self._owner, button.click, context=_HERE)
        if wanted is not None:
            button.clicked.connect(wanted)
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, SPACE // 2)
        row.setSpacing(SPACE // 4)
        row.addWidget(self.side)
        row.addSpacing(SPACE)
        for part in (self.up, self.down, self.number, self.count):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.smaller, self.zoom, self.larger):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.frame, self.picture, self.find, self.night, self.convert):
            row.addWidget(part)


_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


def _with_key(words: str, keys: str) -> str:
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words} ({native})"
