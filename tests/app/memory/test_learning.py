"""What users say about answers, what follows from it, and taking it back."""

from __future__ import annotations

import numpy as np
import pytest
from memory_answers import answer
from memory_pictures import formula

from scipix.app.memory.learning import ACCEPTABLE, FAILED, LOW, SUBOPTIMAL, SUCCESS, verdict
from scipix.app.memory.memory import CHOSEN, CONFIRMED, COPIED, EDITED, Memory, MemoryOptions
from scipix.app.service import RecognitionService


class Engine:
    """Reads every picture as kx, more or less surely, and counts."""

    provider, version = "cpu", "m1"

    def __init__(self, confidence: float = 0.97) -> None:
        self.calls = 0
        self.confidence = confidence

    def recognize(self, image, *, alternatives=5, checkpoint=None, adaptation=None):
        self.calls += 1
        return answer("kx", self.confidence, ("k_x", "Kx"))

    def read_symbols(self, formula, *, alternatives=5, checkpoint=None):
        raise NotImplementedError

    def strangeness(self, one, other):
        return np.zeros(len(one.boxes), np.float32)


@pytest.fixture
def service(memory) -> RecognitionService:
    return RecognitionService(Engine(), memory)


@pytest.mark.parametrize(
    ("confidence", "final", "expected"),
    [
        (0.97, r"\frac12", SUCCESS), (0.85, r"\frac{1}{2}", ACCEPTABLE), (0.5, r"\frac12", LOW),
        (0.97, "x^{2}", SUBOPTIMAL), (0.97, "y", FAILED), (0.97, "", FAILED),
    ],
)  # fmt: skip
def test_verdicts(confidence, final, expected):
    assert verdict(r"\frac12", confidence, [r"\frac12", "x^2"], final) == expected


def test_the_second_time_memory_answers(service):
    first = service.recognise(formula("kx"), name="a.png")
    second = service.recognise(formula("kx", pad=30))
    assert (first.cached, second.cached) == (False, True)
    assert second.latex == first.latex
    assert second.similarity == pytest.approx(1, abs=0.03)
    assert service.recognizer.calls == 1
    assert [entry.cached for entry in service.memory.history.entries()] == [True, False]
    assert first.entry != second.entry


def test_reading_again_asks_the_engine(service):
    service.recognise(formula("kx"))
    assert not service.recognise(formula("kx"), recall=False).cached
    assert service.recognizer.calls == 2


def test_a_corrected_answer_comes_back_corrected_at_another_zoom(service):
    first = service.recognise(formula("kx"))
    service.memory.accept(first, r"\kappa x", EDITED)
    again = service.recognise(formula("kx", 1.2))
    assert (again.latex, again.confidence, again.cached) == (r"\kappa x", 1.0, True)
    assert [one.latex for one in again.alternatives][:2] == [r"\kappa x", "kx"]
    entry = service.memory.history.entry(first.entry)
    assert (entry.latex, entry.verdict) == (r"\kappa x", FAILED)
    assert service.memory.search.fragment(r"\kappa")[0].uuid == again.entry


def test_undoing_a_correction_takes_its_effects_along(service):
    first = service.recognise(formula("kx"))
    service.memory.accept(first, r"\kappa x", EDITED)
    assert service.memory.undo(first.entry)
    service.memory.learner.wait()
    again = service.recognise(formula("kx"))
    assert (again.latex, again.cached) == ("kx", True)
    assert [one.text for one in again.tokens] == [one.text for one in first.tokens]
    assert service.recognizer.calls == 1
    entry = service.memory.history.entry(first.entry)
    assert (entry.latex, entry.verdict) == ("kx", "unknown")
    (one,) = service.memory.learning.trajectories()
    assert one.undone
    assert one.right is None
    assert service.memory.learner.report().verdicts == 0
    assert not service.memory.undo("nothing")


def test_a_wrong_answer_is_not_repeated(service):
    first = service.recognise(formula("kx"))
    service.memory.reject(first)
    assert not service.recognise(formula("kx")).cached
    assert service.memory.learning.of_entry(first.entry).verdict == FAILED


def test_choosing_another_reading_is_told_from_typing_one(service):
    first = service.recognise(formula("kx"))
    service.memory.accept(first, "k_x", CHOSEN)
    one = service.memory.learning.of_entry(first.entry)
    assert (one.verdict, one.reward, one.right, one.kind) == (SUBOPTIMAL, 0.5, False, CHOSEN)
    assert [latex for latex, _ in one.beam] == ["kx", "k_x", "Kx"]


def test_the_last_word_counts_and_copying_does_not_overrule_it(service):
    first = service.recognise(formula("kx"))
    service.memory.accept(first, "kx", COPIED)
    assert service.memory.learning.of_entry(first.entry).right is True
    service.memory.accept(first, "KX", EDITED)
    service.memory.accept(first, "kx", COPIED)
    assert service.memory.learning.of_entry(first.entry).final == "KX"
    assert service.memory.learning.count() == 1


def test_silence_says_nothing(service):
    service.recognise(formula("kx"))
    assert service.memory.learning.count() == 0


def test_private_mode_stores_nothing_and_still_answers(service):
    service.recognise(formula("kx"))
    service.memory.configure(MemoryOptions(private=True))
    known, new = service.recognise(formula("kx")), service.recognise(formula("ab"))
    assert known.cached
    assert (known.entry, new.entry) == ("", "")
    service.memory.accept(new, "ab", CONFIRMED)
    assert service.memory.history.count() == 1
    assert service.memory.cache.statistics().entries == 1
    assert service.memory.learning.count() == 0


def test_without_a_cache_every_picture_is_read(service):
    service.memory.configure(MemoryOptions(cache_enabled=False))
    for _ in range(2):
        assert not service.recognise(formula("kx")).cached
    assert service.memory.history.count() == 2


def test_a_memory_that_fails_does_not_take_the_answer_along(service, caplog):
    service.memory.database.close()
    service.memory.database.path = service.memory.database.path.parent / "missing" / "x.sqlite"
    assert service.recognise(formula("kx")).latex == "kx"
    assert "could not be" in caplog.text


def test_forgetting_everything_leaves_no_trace(service, memory, tmp_path):
    marker = r"\mathrm{unforgettable}"
    first = service.recognise(formula("kx"), name="unforgettable.png")
    memory.history.add_tag(first.entry, "unforgettable")
    memory.accept(first, marker, EDITED)
    memory.cache.rebuild()
    memory.forget_everything()
    assert memory.history.count() == 0
    assert memory.cache.statistics().entries == 0
    assert memory.learning.count() == 0
    files = [path for path in (tmp_path / "memory").rglob("*") if path.is_file()]
    assert not [path for path in files if b"unforgettable" in path.read_bytes()]
    assert service.recognise(formula("kx")).latex == "kx"


def test_a_memory_opens_again_with_all_it_held(service, tmp_path):
    first = service.recognise(formula("kx"))
    service.memory.accept(first, "QQ", EDITED)
    service.memory.close()
    again = Memory(tmp_path / "memory", MemoryOptions(), tmp_path)
    assert RecognitionService(Engine(), again).recognise(formula("kx")).latex == "QQ"
    again.close()


def test_what_is_said_about_a_remembered_answer_holds_for_its_picture(service):
    memory = service.memory
    service.recognise(formula("kx"))
    second = service.recognise(formula("kx", pad=30))
    assert second.cached
    memory.accept(second, "K x", EDITED)
    third = service.recognise(formula("kx", pad=20))
    assert (third.cached, third.latex) == (True, "K x")
    memory.reject(third)
    assert not service.recognise(formula("kx", pad=22)).cached


def test_taking_that_back_brings_the_first_answer_back(service):
    service.recognise(formula("kx"))
    second = service.recognise(formula("kx", pad=30))
    service.memory.accept(second, "K x", EDITED)
    service.memory.undo(second.entry)
    again = service.recognise(formula("kx", pad=20))
    assert (again.cached, again.latex) == (True, "kx")


def test_two_corrections_taken_back_lead_to_what_was_read(service):
    first = service.recognise(formula("kx"))
    service.memory.accept(first, "K x", EDITED)
    service.memory.accept(first, r"\kappa x", EDITED)
    service.memory.undo(first.entry)
    assert service.recognise(formula("kx")).latex == "kx"


def test_a_correction_without_the_answer_of_before_is_read_anew_when_taken_back(service):
    first = service.recognise(formula("kx"))
    service.memory.accept(first, "K x", EDITED)
    with service.memory.database.write() as writer:
        writer.execute("UPDATE picture SET answer=replace(answer, '\"before\"', '\"other\"')")
    service.memory.undo(first.entry)
    assert not service.recognise(formula("kx")).cached
