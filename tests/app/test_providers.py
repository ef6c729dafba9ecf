from __future__ import annotations

import pytest

from scipix.app.providers import REPEATS, WARM_UP, ProviderTime, measure_providers, provider_names
from scipix.engine.errors import ModelError


class Recogniser:
    def __init__(self, provider, fallback=None, failure=None):
        self.provider, self.fallback, self.failure, self.runs = provider, fallback, failure, 0

    def recognize(self, image, *, alternatives=5, checkpoint=lambda: None):
        checkpoint()
        self.runs += 1
        if self.failure is not None:
            raise self.failure


def measured(loaded, present=("cuda", "cpu")):
    def load(name):
        if isinstance(loaded[name], Exception):
            raise loaded[name]
        return loaded[name]

    return {entry.name: entry for entry in measure_providers(load=load, available=lambda: present)}


def test_each_provider_is_told_in_the_order_of_preference():
    found = measured({"cpu": Recogniser("cpu")}, present=("cpu",))
    assert tuple(found) == provider_names()
    absent = [entry for name, entry in found.items() if name != "cpu"]
    assert all(not entry.available and entry.problem for entry in absent)
    assert found["cpu"].milliseconds > 0
    assert found["cpu"].problem is None


def test_a_provider_that_was_replaced_is_not_measured_and_says_why():
    cuda = Recogniser("cpu", fallback="cuda: no device found")
    found = measured({"cuda": cuda, "cpu": Recogniser("cpu")})
    assert found["cuda"] == ProviderTime("cuda", available=True, problem="no device found")
    assert cuda.runs == 0


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (RuntimeError("out of memory\ntrace"), "out of memory"),
        (ModelError("t", "weights gone", "h"), "weights gone"),
    ],
)
def test_a_provider_that_fails_at_work_does_not_end_the_measurement(failure, told):
    found = measured({"cuda": Recogniser("cuda", failure=failure), "cpu": Recogniser("cpu")})
    assert found["cuda"].problem == told
    assert found["cpu"].milliseconds is not None


def test_a_provider_that_cannot_be_loaded_says_why():
    found = measured({"cuda": ModelError("t", "file damaged", "h"), "cpu": Recogniser("cpu")})
    assert found["cuda"].problem == "file damaged"


def test_each_time_comes_of_several_recognitions():
    cpu = Recogniser("cpu")
    measured({"cpu": cpu}, present=("cpu",))
    assert cpu.runs == WARM_UP + REPEATS


def test_an_interruption_ends_it_within_a_recognition():
    calls = []

    def checkpoint():
        calls.append(None)
        if len(calls) > 3:
            raise KeyError("stop")

    cuda = Recogniser("cuda")
    with pytest.raises(KeyError, match="stop"):
        list(measure_providers(checkpoint=checkpoint, load=lambda name: cuda, available=lambda: ("cuda",)))
    assert cuda.runs == 2


def test_the_processor_really_recognises():
    found = {entry.name: entry for entry in measure_providers(available=lambda: ("cpu",))}
    assert found["cpu"].milliseconds > 0
