"""Entries of before, as they can be shown again."""

from __future__ import annotations

import numpy as np
import pytest
from memory_answers import answer
from memory_pictures import formula

from scipix.app.memory import pictures
from scipix.app.memory.memory import EDITED
from scipix.app.memory.past import past
from scipix.app.service import RecognitionService


class Engine:
    provider, version = "cpu", "m1"

    def recognize(self, image, *, alternatives=5, checkpoint=None, adaptation=None):
        return answer("kx", 0.9, ("k_x", "Kx"))

    def strangeness(self, one, other):
        return np.zeros(len(one.boxes), np.float32)


@pytest.fixture
def service(memory) -> RecognitionService:
    return RecognitionService(Engine(), memory)


def again(memory, key: str):
    return past(memory, memory.history.entry(key))


def test_the_reading_comes_back_whole(service, memory):
    read = service.recognise(formula("kx"))
    found = again(memory, read.entry)
    assert found.whole
    assert found.recognition.latex == "kx"
    assert [one.latex for one in found.recognition.alternatives] == ["kx", "k_x", "Kx"]
    assert found.recognition.entry == read.entry
    assert found.recognition.confidence == pytest.approx(read.confidence)
    assert not found.recognition.cached
    height, width = found.image.shape[:2]
    assert (found.recognition.width, found.recognition.height) == (width, height)
    assert len(found.recognition.symbols) == len(read.symbols)


def test_after_a_correction_the_reading_is_still_what_was_read(service, memory):
    read = service.recognise(formula("kx"))
    memory.accept(read, "k y", EDITED)
    found = again(memory, read.entry)
    assert memory.history.entry(read.entry).latex == "k y"
    assert found.recognition.latex == "kx"
    assert [one.latex for one in found.recognition.alternatives] == ["kx", "k_x", "Kx"]
    assert found.recognition.confidence == pytest.approx(read.confidence)


def test_without_its_picture_the_small_one_and_the_latex_are_left(service, memory):
    read = service.recognise(formula("kx"))
    memory.cache.clear()
    found = again(memory, read.entry)
    assert not found.whole
    assert found.recognition.latex == "kx"
    assert found.image.shape[1] <= pictures.THUMBNAIL[0]
    assert found.image.min() < 128


def test_a_damaged_thumbnail_leaves_white_paper(memory):
    key = memory.history.add(answer("kx"), b"no picture")
    found = again(memory, key)
    assert not found.whole
    assert found.image.min() == 255


def test_a_remembered_entry_shows_the_picture_that_answered(service, memory):
    service.recognise(formula("kx"))
    second = service.recognise(formula("kx", pad=30))
    found = again(memory, second.entry)
    assert found.whole
    assert found.recognition.cached
    assert found.recognition.entry == second.entry


def test_a_correction_of_another_entry_does_not_change_what_this_one_read(service, memory):
    first = service.recognise(formula("kx"))
    second = service.recognise(formula("kx", pad=30))
    memory.accept(second, "k y", EDITED)
    third = service.recognise(formula("kx", pad=40))
    found = [again(memory, one.entry).recognition.latex for one in (first, second, third)]
    assert found == ["kx", "kx", "k y"]
