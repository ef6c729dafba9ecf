from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QKeySequenceEdit,
    QLabel,
    QSpinBox,
    QToolButton,
)

from scipix.app.options import SettingsError
from scipix.app.providers import ABSENT, ProviderTime, provider_names
from scipix.app.settings import OPTIONS, Settings, load_settings
from scipix.engine.errors import ModelError
from scipix.ui.translation import apply_language
from scipix.ui.views.settings_dialog import SettingsDialog

FORMATS = [("latex", "LaTeX"), ("svg", "Picture")]


@pytest.fixture
def store(tmp_path):
    return load_settings(tmp_path / "settings.toml", {})


@pytest.fixture
def open_dialog(qtbot, store):
    made = []

    def make(of=store, **options):
        dialog = SettingsDialog(of, FORMATS, **options)
        qtbot.addWidget(dialog, before_close_func=SettingsDialog.close_test)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        made.append(dialog)
        return dialog

    return make


def field(dialog, name):
    """The control of a setting, with its page turned to."""
    group = OPTIONS[name].group
    dialog.show_page(group)
    return dialog.pages[group].fields[name].focus_target()


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


# Every setting is there and works.


def test_each_setting_has_a_control_on_the_page_of_its_group(open_dialog):
    dialog = open_dialog()
    shown = {name: page for page, found in dialog.pages.items() for name in found.fields}
    assert shown == {name: row.group for name, row in OPTIONS.items()}


@pytest.mark.parametrize("name", [row.name for row in OPTIONS.values() if isinstance(row.default, bool)])
def test_boxes_change_their_setting_at_once(open_dialog, store, qtbot, name):
    box = field(open_dialog(), name)
    assert isinstance(box, QCheckBox)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert getattr(store.current, name) is not OPTIONS[name].default
    assert load_settings(store.path, {}).current == store.current


@pytest.mark.parametrize("name", [row.name for row in OPTIONS.values() if row.choices])
def test_choices_change_their_setting_at_once(open_dialog, store, qtbot, name):
    box = field(open_dialog(), name)
    assert isinstance(box, QComboBox)
    assert [box.itemData(at) for at in range(box.count())] == list(OPTIONS[name].choices)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    choices = list(OPTIONS[name].choices)
    assert getattr(store.current, name) == choices[choices.index(OPTIONS[name].default) + 1]


@pytest.mark.parametrize("name", [row.name for row in OPTIONS.values() if type(row.default) is int])
def test_numbers_stay_within_their_limits(open_dialog, store, name):
    box = field(open_dialog(), name)
    assert isinstance(box, QSpinBox)
    box.setValue(OPTIONS[name].maximum + 1)
    assert getattr(store.current, name) == OPTIONS[name].maximum
    box.setValue(OPTIONS[name].minimum - 1)
    assert getattr(store.current, name) == OPTIONS[name].minimum


def test_formats_come_from_outside_and_an_unknown_one_is_kept(open_dialog, store):
    store.update(copy_format="from-elsewhere")
    box = field(open_dialog(), "copy_format")
    assert [box.itemData(at) for at in range(box.count())] == ["latex", "svg", "from-elsewhere"]
    assert box.currentData() == "from-elsewhere"


def test_changes_from_elsewhere_appear_without_being_written_again(open_dialog, store):
    dialog = open_dialog()
    changes = []
    store.subscribe(lambda old, new: changes.append(new))
    store.update(toast=False, alternatives=9, hotkey="Ctrl+Shift+F5", theme="dark")
    assert not field(dialog, "toast").isChecked()
    assert field(dialog, "alternatives").value() == 9
    assert field(dialog, "hotkey").keySequence() == QKeySequence("Ctrl+Shift+F5")
    assert field(dialog, "theme").currentData() == "dark"
    assert len(changes) == 1


def test_a_dialog_that_is_gone_hears_no_more(store, qtbot):
    dialog = SettingsDialog(store)
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    store.update(theme="dark")
    assert store._listeners == []


# The shortcut.


def type_keys(qtbot, edit, key, modifiers):
    qtbot.keyClick(edit, key, modifiers)
    edit.editingFinished.emit()  # Qt waits a second for more keys


def test_a_shortcut_is_recorded(open_dialog, store, qtbot):
    edit = field(open_dialog(), "hotkey")
    assert isinstance(edit, QKeySequenceEdit)
    type_keys(
        qtbot, edit, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert store.current.hotkey == "Ctrl+Shift+K"


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_a_key_that_people_type_is_refused_and_the_old_one_stays(open_dialog, store, qtbot, modifier):
    dialog = open_dialog()
    edit = field(dialog, "hotkey")
    type_keys(qtbot, edit, Qt.Key.Key_K, modifier)
    assert store.current.hotkey == Settings().hotkey
    assert edit.keySequence() == QKeySequence(Settings().hotkey)
    assert any("Hold Ctrl" in text for text in texts(dialog))
    type_keys(qtbot, edit, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)
    assert store.current.hotkey == "F9"
    assert not any("Hold Ctrl" in text for text in texts(dialog))


def test_the_shortcut_can_be_cleared(open_dialog, store, qtbot):
    dialog = open_dialog()
    clear = field(dialog, "hotkey").parent().findChild(QToolButton)
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert store.current.hotkey == ""
    assert not clear.isEnabled()


def test_a_problem_of_the_shortcut_stays_until_it_is_changed(open_dialog, qtbot):
    dialog = open_dialog()
    dialog.show_problem("hotkey", "Taken by another program.")
    edit = field(dialog, "hotkey")
    edit.setFocus()
    edit.clearFocus()
    assert "Taken by another program." in texts(dialog)
    type_keys(qtbot, edit, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert "Taken by another program." not in texts(dialog)


def test_recording_is_told_so_that_the_old_shortcut_does_not_fire(open_dialog, qtbot):
    dialog = open_dialog()
    heard = []
    dialog.recording.connect(heard.append)
    edit = field(dialog, "hotkey")
    edit.setFocus()
    edit.clearFocus()
    assert heard == [True, False]


@pytest.mark.parametrize("name", ["hotkey", "hide_window", "alternatives", "theme"])
def test_escape_closes_from_every_control(open_dialog, qtbot, store, name):
    dialog = open_dialog()
    control = field(dialog, name)
    control.setFocus()
    qtbot.keyClick(control, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert store.current == Settings()


# Defaults and undo.


def test_defaults_come_back_page_by_page_and_can_be_undone(open_dialog, store, qtbot):
    store.update(theme="dark", formula_size=40, toast=False)
    dialog = open_dialog()
    dialog.show_page("appearance")
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert store.current == Settings(toast=False)
    assert not dialog.restore.isEnabled()
    qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    assert store.current == Settings(theme="dark", formula_size=40, toast=False)
    assert not dialog.undo.isVisible()


def test_undo_is_offered_no_longer_after_another_change_or_page(open_dialog, store, qtbot):
    leaves = (
        lambda dialog: dialog.show_page("general"),
        lambda dialog: field(dialog, "formula_size").stepUp(),
    )
    for leave in leaves:
        store.update(theme="dark")
        dialog = open_dialog()
        dialog.show_page("appearance")
        assert not dialog.undo.isVisible()
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
        assert dialog.undo.isVisible()
        leave(dialog)
        assert not dialog.undo.isVisible()


# What goes wrong.


def test_a_setting_of_the_environment_is_locked_and_says_why(open_dialog, tmp_path, qtbot):
    store = load_settings(tmp_path / "settings.toml", {"SCIPIX_THEME": "dark"})
    dialog = open_dialog(store)
    control = field(dialog, "theme")
    assert not control.isEnabled()
    assert control.currentData() == "dark"
    assert "SCIPIX_THEME" in control.toolTip()
    assert any("SCIPIX_THEME" in text for text in texts(dialog))
    assert not dialog.restore.isEnabled()


def test_settings_that_cannot_be_saved_are_told_and_hold(open_dialog, tmp_path, qtbot):
    (tmp_path / "file").write_text("no folder")
    store = load_settings(tmp_path / "file" / "settings.toml", {})
    dialog = open_dialog(store)
    qtbot.keyClick(field(dialog, "hide_window"), Qt.Key.Key_Space)
    assert store.current == replace(Settings(), hide_window=False)
    assert any(text.startswith("Settings file not readable") for text in texts(dialog))
    with pytest.raises(SettingsError):
        store.update(toast=False)


# The test of the providers.


def run_test(dialog, qtbot):
    dialog.show_page("engine")
    qtbot.mouseClick(dialog.test.button, Qt.MouseButton.LeftButton)


def finish(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog.test.running())


def test_the_times_of_the_providers_are_shown(open_dialog, qtbot):
    threads = []

    def measure(checkpoint):
        threads.append(threading.current_thread())
        for name in provider_names():
            checkpoint()
            fine = name in ("cuda", "cpu")
            time = {"cuda": 12.3, "cpu": 71.2}.get(name)
            yield ProviderTime(name, fine, time, None if fine else ABSENT)

    dialog = open_dialog(measure=measure)
    run_test(dialog, qtbot)
    finish(dialog, qtbot)
    wanted = {"12 ms", "71 ms", ABSENT, "Fastest here: CUDA (NVIDIA)."}
    qtbot.waitUntil(lambda: wanted <= set(texts(dialog.test)))
    assert threads != [threading.main_thread()]
    run_test(dialog, qtbot)
    finish(dialog, qtbot)
    qtbot.waitUntil(lambda: texts(dialog.test).count("71 ms") == 1)


def endless(started):
    def measure(checkpoint):
        yield ProviderTime("cuda", False, None, ABSENT)
        started.set()
        while True:
            checkpoint()
            threading.Event().wait(0.001)

    return measure


def test_a_test_can_be_cancelled(open_dialog, qtbot):
    started = threading.Event()
    dialog = open_dialog(measure=endless(started))
    run_test(dialog, qtbot)
    qtbot.waitUntil(started.is_set)
    qtbot.waitUntil(lambda: "Testing DirectML (Windows) …" in texts(dialog.test))
    assert dialog.test.button.text() == "Cancel"
    qtbot.mouseClick(dialog.test.button, Qt.MouseButton.LeftButton)
    finish(dialog, qtbot)
    assert "The test was cancelled." in texts(dialog.test)
    assert dialog.test.button.text() == "Test"


@pytest.mark.parametrize(
    "end", [SettingsDialog.close, SettingsDialog.close_test, SettingsDialog._translate_again]
)
def test_no_thread_outlives_its_dialog(open_dialog, qtbot, end):
    started = threading.Event()
    dialog = open_dialog(measure=endless(started))
    run_test(dialog, qtbot)
    qtbot.waitUntil(started.is_set)
    end(dialog)
    finish(dialog, qtbot)


def test_a_failure_of_the_test_is_told(open_dialog, qtbot):
    def measure(checkpoint):
        raise ModelError("Models missing", "They are gone.", "Install again.")
        yield

    dialog = open_dialog(measure=measure)
    run_test(dialog, qtbot)
    finish(dialog, qtbot)
    assert "Models missing: They are gone. Install again." in texts(dialog.test)


# For everyone.


def test_each_control_has_a_name_and_a_tooltip(open_dialog):
    dialog = open_dialog()
    controls = [
        widget
        for kind in (QAbstractButton, QComboBox, QSpinBox, QKeySequenceEdit)
        for widget in dialog.findChildren(kind)
        if not widget.objectName().startswith("qt_")
    ]
    assert len(controls) > len(OPTIONS)
    for control in controls:
        assert control.accessibleName(), control
        assert control.toolTip(), control


def test_the_tab_key_goes_through_the_page_in_order(open_dialog, qtbot):
    dialog = open_dialog()
    dialog.show_page("output")
    dialog.groups.setFocus()
    order = [field(dialog, row.name) for row in OPTIONS.values() if row.group == "output"]
    for control in order:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is control


def test_it_opens_on_the_page_where_it_was_left(open_dialog):
    dialog = open_dialog()
    dialog.show_page("engine")
    dialog.close()
    dialog.show()
    assert dialog.page() == "engine"


def test_another_language_appears_at_once_on_the_same_page(open_dialog, qtbot, qapp):
    dialog = open_dialog()
    dialog.show_page("appearance")
    dialog.show_problem("hotkey", "taken")
    try:
        apply_language(qapp, "de")
        qtbot.waitUntil(lambda: dialog.windowTitle() == "Einstellungen")
        assert dialog.page() == "appearance"
        assert dialog.groups.item(0).text() == "Allgemein"
        dialog.show_page("capture")
        qtbot.waitUntil(lambda: "taken" in texts(dialog))
    finally:
        apply_language(qapp, "en")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Settings")


@pytest.mark.parametrize("name", ["theme", "formula_size"])
def test_scrolling_a_page_changes_no_setting(open_dialog, store, name):
    control = field(open_dialog(), name)
    control.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(control.mapToGlobal(QPointF(5, 5))), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(control, turn)
    assert store.current == Settings()
