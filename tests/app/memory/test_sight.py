"""What corrections teach about the look of symbols, and that nothing of it outlives them."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from memory_answers import BOX, answer
from memory_pictures import formula

from scipix.app.memory import samples
from scipix.app.memory.memory import Memory, MemoryOptions
from scipix.app.memory.samples import Sample
from scipix.app.memory.sight import from_text, sight_of, to_text
from scipix.app.memory.sight_fit import fitted, learned_sight
from scipix.app.service import RecognitionService
from scipix.engine.recognize.appearance import NUMBERS
from scipix.engine.types import Appearance, Symbol

CLASSES = ("v", r"\nu", "x")
SURE, TORN = (("v", 0.99), (r"\nu", 0.01)), (("v", 0.6), (r"\nu", 0.4))


def look(kind: int, noise: float = 0.0, seed: int = 0) -> np.ndarray:
    """A look of some kind; kinds are far from each other."""
    made = np.zeros(NUMBERS, np.float32)
    made[kind] = 1
    return made + np.random.default_rng(seed).normal(0, noise, NUMBERS).astype(np.float32)


def seen(kind: int, guesses: tuple[tuple[str, float], ...], truth: str, seed: int = 0) -> Sample:
    return Sample(look(kind, 0.01, seed), guesses, truth)


def read(sight, kind: int, chances: tuple[float, ...]) -> np.ndarray:
    return np.exp(sight(look(kind)[None], np.log(np.array([chances], np.float32)), CLASSES))[0]


def on(known: list[Sample], strength: float = 2.0):
    return replace(sight_of(known), width=0.3, strength=strength)


def test_one_correction_moves_a_doubt_and_several_a_certainty():
    doubt, certain = (0.6, 0.4, 0.0001), (0.99, 0.0099, 0.0001)
    one = on([seen(0, SURE, r"\nu")])
    assert read(one, 0, doubt).argmax() == 1
    assert read(one, 0, certain).argmax() == 0
    assert read(on([seen(0, SURE, r"\nu", n) for n in range(6)]), 0, certain).argmax() == 1


def test_other_looks_are_left_alone():
    sight = on([seen(0, SURE, r"\nu", n) for n in range(6)])
    assert read(sight, 1, (0.99, 0.0099, 0.0001)) == pytest.approx((0.99, 0.0099, 0.0001), abs=1e-5)


def test_what_the_networks_get_right_stays_as_it_is_though_it_looks_alike():
    """Two classes of one look, told apart by their place."""
    both = [seen(0, (("v", 0.98), ("x", 0.02)), "v", n) for n in range(30)]
    both += [seen(0, (("x", 0.98), ("v", 0.02)), "x", 50 + n) for n in range(10)]
    sight = on(both)
    assert read(sight, 0, (0.9, 0.01, 0.09))[0] == pytest.approx(0.9, abs=0.05)
    assert read(sight, 0, (0.09, 0.01, 0.9))[2] == pytest.approx(0.9, abs=0.05)


def test_contradictory_evidence_does_not_overrule():
    torn = [seen(0, SURE, r"\nu" if n % 2 else "v", n) for n in range(10)]
    assert read(on(torn), 0, (0.99, 0.0099, 0.0001)).argmax() == 0


def test_it_is_off_unless_it_helps_with_what_it_has_not_learned_from():
    wrong = [seen(0, SURE, r"\nu", n) for n in range(40)]
    right = [seen(1, SURE, "v", n) for n in range(40)]
    assert fitted(wrong + right, wrong[:10] + right[:10])[1] < math.inf
    other_user = [seen(0, SURE, "v", n) for n in range(40)]
    assert fitted(wrong, other_user)[1] == math.inf
    assert learned_sight([]) is None


@pytest.mark.parametrize("seed", range(6))
def test_fitting_never_puts_more_wrong_classes_first_than_there_were(seed):
    """Users whose verdicts are half chance: what is fitted holds on what it was fitted on."""
    rng = np.random.default_rng(seed)

    def drawn() -> Sample:
        kind, torn = int(rng.integers(3)), TORN if rng.random() < 0.5 else SURE
        truth = CLASSES[kind] if rng.random() < 0.5 else CLASSES[int(rng.integers(3))]
        return Sample(look(kind, 0.05, int(rng.integers(1000))), torn, truth)

    known, held = [drawn() for _ in range(60)], [drawn() for _ in range(40)]
    width, strength = fitted(known, held)
    sight = replace(sight_of(known), width=width, strength=min(strength, 1e9))
    logits = np.log([[dict(one.guesses).get(name, 1e-5) for name in CLASSES] for one in held]).astype(
        np.float32
    )
    truth = np.array([CLASSES.index(one.truth) for one in held])
    told = sight(np.array([one.appearance for one in held]), logits, CLASSES)
    assert (told.argmax(1) != truth).sum() <= (logits.argmax(1) != truth).sum()


def test_it_outlives_the_program():
    sight = on([seen(0, SURE, r"\nu", n) for n in range(6)])
    again = from_text(to_text(sight))
    assert again is not None
    assert read(again, 0, (0.9, 0.09, 0.01)) == pytest.approx(read(sight, 0, (0.9, 0.09, 0.01)), abs=1e-3)
    assert from_text("") is None
    with pytest.raises(ValueError, match=r"allow_pickle|zip"):
        from_text("bm90aGluZw==")


# -- the way through memory -----------------------------------------------------------------------------
class Engine:
    """Sees a nu and takes it for a v; reads it right where it is told better."""

    provider, version = "cpu", "m1"

    def recognize(self, image, *, alternatives=5, checkpoint=None, adaptation=None):
        symbols = tuple(
            Symbol(name, BOX, 0.9, Appearance(look(kind).astype(np.float16).tobytes(), guesses))
            for name, kind, guesses in (("v", 0, TORN), ("x", 1, (("x", 1.0),)))
        )
        logits = np.log(np.array([[0.6, 0.4, 1e-4]], np.float32))
        told = logits if adaptation is None else adaptation(look(0)[None], logits, CLASSES)
        name = CLASSES[int(told.argmax())]
        read = answer(f"{name} x" if name != "v" else "vx", 0.97)
        return replace(read, symbols=(replace(symbols[0], token=name), symbols[1]), order=(0, 1))

    def read_symbols(self, formula, *, alternatives=5, checkpoint=None):
        raise NotImplementedError

    def strangeness(self, one, other):
        return np.zeros(len(one.boxes), np.float32)


def corrected(service: RecognitionService, number: int) -> str:
    """Snip something new and say what it is."""
    found = service.recognise(formula("vx", pad=14 + number), recall=False)
    service.memory.accept(found, r"\nu x", "edited")
    return found.entry


@pytest.fixture
def taught(memory, monkeypatch) -> RecognitionService:
    monkeypatch.setattr("scipix.app.memory.sight_fit.LEAST_SAMPLES", 4)
    service = RecognitionService(Engine(), memory)
    for number in range(10):
        corrected(service, number)
    memory.learner.wait()
    memory.learner.learn()
    return service


def test_corrections_change_what_is_read(taught):
    assert taught.recognise(formula("vy")).latex == r"\nu x"


def test_a_machine_that_takes_over_what_was_learned_sees_the_same(taught, tmp_path, monkeypatch):
    from scipix.app.memory.sharing import export_file, import_file

    file = tmp_path / "learned"
    export_file(taught.memory.database, file)
    other = Memory(tmp_path / "other", MemoryOptions(), tmp_path)
    import_file(other.database, file)
    other.learner.learn()
    assert RecognitionService(Engine(), other).recognise(formula("vy")).latex == r"\nu x"
    other.close()


def test_what_was_learned_is_there_when_memory_opens_again(taught, tmp_path):
    again = Memory(taught.memory.database.path.parent, MemoryOptions(), tmp_path)
    assert RecognitionService(Engine(), again).recognise(formula("vy"), recall=False).latex == r"\nu x"
    again.close()


def test_corrections_that_are_taken_back_take_their_effects_along(taught):
    taught.recognise(formula("vy"))
    for entry in taught.memory.history.entries():
        taught.memory.undo(entry.uuid)
    taught.memory.learner.wait()
    taught.memory.learner.learn()
    again = taught.recognise(formula("vy"))
    assert (again.latex, again.cached) == ("vx", False)


def test_forgetting_everything_forgets_how_symbols_look(taught):
    taught.memory.forget_everything()
    assert taught.memory.adaptation is None
    tables = [
        taught.memory.database.reader().execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("look", "trajectory")
    ]
    assert tables == [0, 0]
    assert taught.memory.database.meta("sight") == ""


def test_private_mode_keeps_no_looks(memory):
    memory.configure(MemoryOptions(private=True))
    RecognitionService(Engine(), memory).recognise(formula("vx"))
    assert memory.database.reader().execute("SELECT count(*) FROM look").fetchone()[0] == 0


def test_looks_wait_for_a_verdict_only_so_long(memory, monkeypatch):
    monkeypatch.setattr(samples, "WAITING", 3)
    service = RecognitionService(Engine(), memory)
    entries = [service.recognise(formula("vx"), recall=False).entry for _ in range(5)]
    reader = memory.database.reader()
    assert [bool(samples.of_entry(reader, entry)) for entry in entries] == [False] * 2 + [True] * 3


def test_a_correction_of_a_remembered_answer_teaches_by_the_first_look(memory):
    service = RecognitionService(Engine(), memory)
    service.recognise(formula("vx"))
    again = service.recognise(formula("vx"))
    assert again.cached
    memory.accept(again, r"\nu x", "edited")
    (blob,) = samples.of_trajectories(memory.database.reader()).values()
    assert [one.truth for one in samples.samples(blob, r"\nu x")] == [r"\nu", "x"]


def test_damaged_looks_teach_nothing():
    assert list(samples.samples(b"nothing", "x")) == []


def test_a_reset_forgets_what_was_read_with_it(taught):
    assert taught.recognise(formula("vy")).latex == r"\nu x"
    taught.memory.learner.forget()
    taught.memory.learning.forget()
    again = taught.recognise(formula("vy"))
    assert (again.latex, again.cached) == ("vx", False)


def test_the_report_says_how_many_looks_are_known(taught):
    assert taught.memory.learner.report().symbols == 20


def test_the_newest_verdicts_judge_the_confidence(memory):
    """Answers became better than they were: three hundred right ones after three hundred wrong ones."""
    found = replace(answer("x", 0.5), entry="")
    for number in range(600):
        memory.learning.record(f"e{number}", found, "x" if number >= 300 else "y", "edited", ())
    memory.learner.learn()
    assert memory.learner.probability(found) > 0.8
