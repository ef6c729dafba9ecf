from __future__ import annotations

import pytest
from entries import make_entry
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from scipix.ui.models.card import Card
from scipix.ui.models.history import HistoryModel
from scipix.ui.views.actions import make_actions
from scipix.ui.views.tray import Tray


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def history(owner: QWidget) -> HistoryModel:
    return HistoryModel(owner)


@pytest.fixture
def tray(owner: QWidget, history: HistoryModel) -> Tray:
    return Tray(make_actions(owner), history, owner)


def recent(tray: Tray) -> QMenu:
    tray.menu.aboutToShow.emit()
    return next(action.menu() for action in tray.menu.actions() if action.menu())


def test_snip_paste_settings_and_quit_are_in_the_menu(tray: Tray, qtbot: QtBot):
    names = [action.objectName() for action in tray.menu.actions() if action.objectName()]
    assert names == ["snip", "paste", "settings", "power"]


def test_recent_results_are_there_newest_first_and_can_be_chosen(
    tray: Tray, history: HistoryModel, qtbot: QtBot
):
    assert not recent(tray).isEnabled()
    for number in range(12):
        history.insert(0, Card.of(make_entry(number, f"x_{{{number}}}&")))
    menu = recent(tray)
    assert menu.isEnabled()
    assert len(menu.actions()) == 8
    assert menu.actions()[0].text() == "x_{11}&&"
    with qtbot.waitSignal(tray.chosen) as caught:
        menu.actions()[0].trigger()
    assert caught.args[0].key == "#11"


def test_a_click_brings_the_window_up(tray: Tray, qtbot: QtBot):
    with qtbot.waitSignal(tray.show_wanted):
        tray._on_activated(QSystemTrayIcon.ActivationReason.Trigger)


def test_without_a_tray_nothing_happens(tray: Tray, monkeypatch):
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    tray.start()
    assert not tray.available()
