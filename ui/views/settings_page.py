"""One page of the settings: a row for each setting of a group."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from scipix.app.options import Option, Value
from scipix.app.settings import GROUPS, OPTIONS
from scipix.ui.theme import SPACE
from scipix.ui.views.setting_fields import CheckField, Choices, Field, KeysField, field_for, words


class SettingsPage(QScrollArea):
    """The rows of a group, with what belongs below some of them.

    ``chosen`` carries the name and the value of what a person changed.
    """

    chosen = Signal(str, object)
    recording = Signal(bool)

    def __init__(
        self,
        group: str,
        overridden: Mapping[str, str],
        formats: Choices,
        extras: Mapping[str, QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._formats = formats
        self.fields: dict[str, Field] = {}
        self._problems: dict[str, QLabel] = {}
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        self._column.setSpacing(2 * SPACE)
        title = _label(words(GROUPS[group]), "title")
        self._column.addWidget(title)
        for row in OPTIONS.values():
            if row.group == group:
                self._add_line()
                self._add_row(row, overridden.get(row.name))
                if row.name in extras:
                    self._column.addWidget(extras[row.name])
        self._column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Show the values of the page's settings; nothing is emitted."""
        for name, field in self.fields.items():
            field.show_value(values[name])

    def show_problem(self, name: str, text: str) -> None:
        """Tell below a setting what is wrong with it; an empty text takes that away."""
        self._problems[name].setText(text)
        self._problems[name].setVisible(bool(text))

    def _add_row(self, row: Option, variable: str | None) -> None:
        field = field_for(row, self._formats)
        self.fields[row.name] = field
        texts = QVBoxLayout()
        texts.setSpacing(SPACE // 2)
        check = isinstance(field, CheckField)
        if check:
            texts.addWidget(field.widget, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            texts.addWidget(_label(words(row.title), "heading"))
        below = QVBoxLayout()
        below.setSpacing(SPACE // 2)
        # Below a check box the words stand under its text, not under its box.
        below.setContentsMargins(4 * SPACE if check else 0, 0, 0, 0)
        below.addWidget(_label(words(row.help), "hint"))
        if variable is not None:
            below.addWidget(_label(self._locked(variable), "warning"))
        below.addWidget(self._problem(row.name))
        texts.addLayout(below)
        line = QHBoxLayout()
        line.setSpacing(3 * SPACE)
        line.addLayout(texts, 1)
        if not check:
            line.addWidget(field.widget, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._column.addLayout(line)
        self._connect(row, field, variable)

    def _connect(self, row: Option, field: Field, variable: str | None) -> None:
        """Name the control for people and for screen readers, and let it speak."""
        target = field.focus_target()
        target.setAccessibleName(words(row.title))
        target.setAccessibleDescription(words(row.help))
        target.setToolTip(words(row.help) if variable is None else self._locked(variable))
        field.widget.setEnabled(variable is None)
        field.chosen.connect(lambda value: self.chosen.emit(row.name, value))
        field.refused.connect(lambda text: self.show_problem(row.name, text))
        if isinstance(field, KeysField):
            field.recording.connect(self.recording)

    def _problem(self, name: str) -> QLabel:
        label = _label("", "problem")
        label.hide()
        self._problems[name] = label
        return label

    def _add_line(self) -> None:
        line = QFrame()
        line.setProperty("role", "line")
        self._column.addWidget(line)

    def _locked(self, variable: str) -> str:
        text = self.tr("Fixed by the environment variable {name} while the program runs.")
        return text.format(name=variable)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
