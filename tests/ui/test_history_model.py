from __future__ import annotations

from datetime import date, datetime

import pytest
from entries import make_entry
from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtGui import QImage
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from scipix.ui.models.card import Card
from scipix.ui.models.entry import Source, SourceKind
from scipix.ui.models.history import (
    CARD,
    DAY,
    PICTURES,
    THUMBNAIL,
    THUMBNAIL_SIZE,
    HistoryModel,
    day_title,
    small,
)
from scipix.ui.translation import apply_language


def card(number: int, latex: str = "x^{2}") -> Card:
    return Card.of(make_entry(number, latex))


def dated(key: str, *when: int) -> Card:
    return Card(key, "x", 0.9, datetime(*when).astimezone(), Source(SourceKind.SNIP))


@pytest.fixture
def model(qtbot: QtBot) -> HistoryModel:
    return HistoryModel()


def keys(model: HistoryModel) -> list[str]:
    return [one.key for one in model.cards()]


def test_it_is_a_model_that_qt_accepts(model: HistoryModel, qtmodeltester: ModelTester):
    for number in range(3):
        model.insert(0, card(number))
    qtmodeltester.check(model, force_py=True)
    model.remove(1)


def test_the_newest_comes_first_and_can_be_found(model: HistoryModel):
    for number in (1, 2, 3):
        model.insert(0, card(number))
    assert keys(model) == ["#3", "#2", "#1"]
    assert model.row_of("#1") == 2
    assert model.row_of("#9") is None
    assert model.index(0, 0).data(CARD).key == "#3"


def test_a_removed_card_goes_back_to_its_row(model: HistoryModel):
    for number in (1, 2, 3):
        model.insert(0, card(number))
    model.insert(1, model.remove(1))
    assert keys(model) == ["#3", "#2", "#1"]


def test_an_edit_replaces_the_card_and_tells_the_views(model: HistoryModel, qtbot: QtBot):
    model.insert(0, card(1))
    with qtbot.waitSignal(model.dataChanged):
        model.replace(card(1, "y"))
    assert model.index(0, 0).data() == "y"
    model.replace(card(5))
    assert model.rowCount() == 1


def test_no_card_is_there_twice(model: HistoryModel):
    model.insert(0, card(1))
    model.insert(0, card(1))
    model.append([card(1), card(0)], more=False)
    assert keys(model) == ["#1", "#0"]
    model.remove(0)
    model.insert(0, card(1))
    assert keys(model) == ["#1", "#0"]


def test_more_is_asked_for_once_until_it_comes(model: HistoryModel):
    asked: list[bool] = []
    model.more_wanted.connect(lambda: asked.append(True))
    root = QModelIndex()
    assert not model.canFetchMore(root)
    model.append([card(9)], more=True)
    model.fetchMore(root)
    model.fetchMore(root)
    assert asked == [True]
    assert not model.canFetchMore(root)
    model.append([card(8)], more=True)
    assert model.canFetchMore(root)
    model.append([], more=False)
    assert not model.canFetchMore(root)
    model.clear()
    assert model.rowCount() == 0


def test_a_picture_that_is_not_there_is_asked_for(model: HistoryModel, qtbot: QtBot):
    model.insert(0, card(1))
    with qtbot.waitSignal(model.thumbnail_wanted) as caught:
        assert model.index(0, 0).data(THUMBNAIL) is None
    assert caught.args == ["#1"]
    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    model.put_thumbnails({"#1": picture})
    assert model.index(0, 0).data(THUMBNAIL).size() == QSize(20, 10)


def test_pictures_looked_at_longest_ago_go(model: HistoryModel):
    picture = QImage(2, 2, QImage.Format.Format_RGB32)
    for number in range(PICTURES):
        model.put_thumbnails({f"#{number}": picture})
    assert model.thumbnail("#0") is not None
    model.put_thumbnails({"one more": picture})
    assert model.thumbnail("#0") is not None
    assert model.thumbnail("#1") is None


def test_thumbnails_are_no_larger_than_they_are_shown():
    large = small(QImage(3000, 900, QImage.Format.Format_RGB32))
    assert large.width() <= THUMBNAIL_SIZE.width()
    assert large.height() <= THUMBNAIL_SIZE.height()
    assert small(QImage(30, 20, QImage.Format.Format_RGB32)).size() == QSize(30, 20)


def test_the_first_card_of_a_day_says_which(model: HistoryModel, qapp):
    apply_language(qapp, "en")
    model.append([dated("c", 2020, 5, 2, 9), dated("b", 2020, 5, 1, 23), dated("a", 2020, 5, 1, 1)], False)
    days = [model.index(row, 0).data(DAY) for row in range(3)]
    assert "2" in days[0]
    assert "1" in days[1]
    assert days[2] == ""


def test_days_have_the_names_that_people_use(qapp):
    apply_language(qapp, "en")
    today = date(2026, 3, 10)
    names = [day_title(datetime(2026, 3, day, 12).astimezone(), today) for day in (10, 9, 8, 4, 3)]
    assert names[:4] == ["Today", "Yesterday", "Sunday", "Wednesday"]
    assert "2026" in names[4]
