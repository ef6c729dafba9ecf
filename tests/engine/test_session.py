from __future__ import annotations

import logging

import numpy as np
import pytest

from scipix.engine import session as session_module
from scipix.engine.errors import ModelError, ProviderError
from scipix.engine.session import CPU, PROVIDERS, OnnxRuntime, choose, open_session, threads

CUDA = PROVIDERS["cuda"]
FEEDS = {"x": np.ones((1, 3), np.float32)}


class FakeSession:
    def __init__(self, providers, failure=None):
        self.providers = providers
        self.failure = failure
        self.runs = 0

    def run(self, output_names, input_feed):
        self.runs += 1
        if self.failure:
            raise RuntimeError(self.failure)
        return [input_feed["x"]]

    def get_providers(self):
        return self.providers


class FakeRuntime:
    """Opens sessions that start on ``starts`` and fail at their first run on the ones in ``broken``."""

    def __init__(self, available, starts=None, broken=()):
        self.providers = available
        self.starts = starts
        self.broken = broken
        self.sessions = []

    def available(self):
        return self.providers

    def open(self, model, providers, threads):
        in_use = self.starts or providers
        failure = "out of memory\nand more" if in_use[0] in self.broken else None
        self.sessions.append(FakeSession(in_use, failure))
        return self.sessions[-1]


def test_best_available_provider_is_taken_and_warmed_up():
    runtime = FakeRuntime([CPU, CUDA])
    session = open_session(b"", FEEDS, runtime=runtime)
    assert (session.provider, session.asked, session.fallback) == ("cuda", "cuda", None)
    assert runtime.sessions[0].runs == 1


def test_asking_for_the_processor_gets_it():
    assert open_session(b"", FEEDS, "cpu", FakeRuntime([CUDA, CPU])).provider == "cpu"


@pytest.mark.parametrize(
    ("runtime", "reason"),
    [
        (FakeRuntime([CPU]), "does not have it"),
        (FakeRuntime([CUDA, CPU], starts=None, broken=(CUDA,)), "out of memory"),
    ],
    ids=["not installed", "fails at the warm-up"],
)
def test_fallback_is_loud(runtime, reason, caplog):
    with caplog.at_level(logging.WARNING):
        session = open_session(b"", FEEDS, "cuda", runtime)
    assert session.provider == "cpu"
    assert session.asked == "cuda"
    assert reason in session.fallback
    assert "\n" not in session.fallback
    assert "instead of cuda" in caplog.text


def test_silent_replacement_by_the_runtime_is_noticed(caplog):
    session = open_session(b"", FEEDS, "cuda", FakeRuntime([CUDA, CPU], starts=[CPU]))
    assert session.provider == "cpu"
    assert "did not start" in session.fallback
    assert caplog.records


def test_no_provider_at_all():
    with pytest.raises(ProviderError):
        open_session(b"", FEEDS, runtime=FakeRuntime([]))


def test_unknown_provider():
    with pytest.raises(ProviderError, match="quantum") as caught:
        choose("quantum", [CPU])
    assert "cuda" in caught.value.hint


def test_order_of_preference():
    assert choose(None, list(reversed(PROVIDERS.values()))) == list(PROVIDERS)
    assert choose("coreml", [CPU]) == ["coreml", "cpu"]


def test_threads_are_bounded(monkeypatch):
    monkeypatch.setattr(session_module, "_physical_cores", lambda: 64)
    assert 1 <= threads() <= 4


def test_real_session_runs_on_the_processor(tiny_model):
    session = open_session(tiny_model, FEEDS, "cpu")
    assert session.provider == "cpu"
    assert session.run({"x": np.full((2, 3), 2, np.float32)})[0].tolist() == [[3.0] * 3] * 2


def test_real_runtime_without_cuda_falls_back(tiny_model, caplog):
    if CUDA in OnnxRuntime().available():
        pytest.skip("this machine has CUDA")
    assert open_session(tiny_model, FEEDS, "cuda").provider == "cpu"
    assert caplog.records


def test_not_a_model():
    with pytest.raises(ModelError):
        open_session(b"not a model", FEEDS, "cpu")
