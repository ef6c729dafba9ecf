from __future__ import annotations

import pytest
from entries import make_entry
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from scipix.ui.models.history import ENTRY, LIMIT, THUMBNAIL, THUMBNAIL_SIZE, HistoryModel


@pytest.fixture
def model(qtbot: QtBot) -> HistoryModel:
    return HistoryModel()


def test_it_is_a_model_that_qt_accepts(model: HistoryModel, qtmodeltester: ModelTester):
    for number in range(3):
        model.insert(0, make_entry(number))
    qtmodeltester.check(model, force_py=True)
    model.remove(1)


def test_the_newest_comes_first_and_can_be_found(model: HistoryModel):
    for number in (1, 2, 3):
        model.insert(0, make_entry(number))
    assert [entry.number for entry in model.entries()] == [3, 2, 1]
    assert model.row_of(1) == 2
    assert model.row_of(9) is None
    assert model.index(0).data(ENTRY).number == 3


def test_a_removed_entry_goes_back_to_its_row(model: HistoryModel):
    for number in (1, 2, 3):
        model.insert(0, make_entry(number))
    entry = model.remove(1)
    model.insert(1, entry)
    assert [entry.number for entry in model.entries()] == [3, 2, 1]


def test_an_edit_replaces_the_entry_and_tells_the_views(model: HistoryModel, qtbot: QtBot):
    model.insert(0, make_entry(1))
    with qtbot.waitSignal(model.dataChanged):
        model.replace(make_entry(1, "y"))
    assert model.index(0).data() == "y"
    model.replace(make_entry(5))
    assert model.rowCount() == 1


def test_thumbnails_are_no_larger_than_they_are_shown(model: HistoryModel):
    model.insert(0, make_entry(1, size=(900, 3000)))
    model.insert(0, make_entry(2, size=(20, 30)))
    large, small = model.index(1).data(THUMBNAIL), model.index(0).data(THUMBNAIL)
    assert large.width() <= THUMBNAIL_SIZE.width()
    assert large.height() <= THUMBNAIL_SIZE.height()
    assert (small.width(), small.height()) == (30, 20)


def test_the_oldest_leaves_when_there_are_too_many(model: HistoryModel):
    for number in range(LIMIT + 1):
        model.insert(0, make_entry(number, size=(2, 2)))
    assert model.rowCount() == LIMIT
    assert model.row_of(0) is None
