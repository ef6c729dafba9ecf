"""ONNX Runtime sessions: the provider that was asked for, and the one that is proved to run."""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from scipix.engine.errors import ModelError, ProviderError

log = logging.getLogger(__name__)

Feeds = Mapping[str, NDArray[Any]]

CPU = "CPUExecutionProvider"
# Short names for people, in order of preference; the processor comes last because it always works.
PROVIDERS: dict[str, str] = {
    "cuda": "CUDAExecutionProvider",
    "directml": "DmlExecutionProvider",
    "coreml": "CoreMLExecutionProvider",
    "cpu": CPU,
}
MAX_THREADS = 4


class OnnxSession(Protocol):
    """The part of onnxruntime.InferenceSession that is used here."""

    def run(self, output_names: Sequence[str] | None, input_feed: dict[str, Any]) -> list[Any]: ...

    def get_providers(self) -> list[str]: ...


class Runtime(Protocol):
    """What is needed of ONNX Runtime; tests pass another one."""

    def available(self) -> list[str]: ...

    def open(self, model: bytes, providers: list[str], threads: int) -> OnnxSession: ...


class OnnxRuntime:
    """The installed onnxruntime, imported when first used: that takes longer than the rest of a start."""

    def available(self) -> list[str]:
        import onnxruntime

        return list(onnxruntime.get_available_providers())

    def open(self, model: bytes, providers: list[str], threads: int) -> OnnxSession:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # An arena keeps the most that any picture ever took; the system's own memory is as fast.
        options.enable_cpu_mem_arena = False
        # Threads that spin between two small runs take the time of everything else in the process.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        with warnings.catch_warnings():
            # A provider that is missing is reported below, from what is in use.
            warnings.simplefilter("ignore", UserWarning)
            session: OnnxSession = onnxruntime.InferenceSession(model, options, providers=providers)
        return session


@dataclass(frozen=True, slots=True)
class Session:
    """A model that is ready: ``provider`` runs, ``asked`` was wanted, ``fallback`` says why they differ."""

    run: Callable[[Feeds], list[NDArray[Any]]]
    provider: str
    asked: str
    fallback: str | None


def threads() -> int:
    """Threads of one inference: the physical cores, at most four; a snip gains nothing from more."""
    logical = len(os.sched_getaffinity(0)) if sys.platform == "linux" else (os.cpu_count() or 1)
    return max(1, min(MAX_THREADS, logical, _physical_cores() or logical))


def _physical_cores() -> int | None:
    """The number of physical cores, where the system tells without a library."""
    if sys.platform != "linux":
        return None
    cores = set()
    for cpu in os.sched_getaffinity(0):
        try:
            with open(
                f"/sys/devices/system/cpu/cpu{cpu}/topology/thread_siblings_list", encoding="ascii"
            ) as file:
                cores.add(file.read().strip())
        except OSError:
            return None
    return len(cores)


def choose(asked: str | None, available: Sequence[str]) -> list[str]:
    """Short names to try, in order, ending with cpu. Raises ProviderError for a name that does not exist."""
    if asked is not None and asked not in PROVIDERS:
        raise ProviderError(
            "Unknown provider",
            f"There is no provider called {asked!r}.",
            f"Use one of {', '.join(PROVIDERS)}.",
        )
    wanted = [asked] if asked else [name for name in PROVIDERS if PROVIDERS[name] in available]
    return wanted if wanted[-1:] == ["cpu"] else [*wanted, "cpu"]


def open_session(
    model: bytes, warm_up: Feeds, asked: str | None = None, runtime: Runtime | None = None
) -> Session:
    """A session on the best provider that runs ``warm_up`` without error.

    ``asked`` is a short name of PROVIDERS or None for the best one. A provider that was asked for and fails
    is replaced by the next one with a warning. Raises ProviderError if none works and ModelError if
    ONNX Runtime cannot read the model.
    """
    runtime = runtime or OnnxRuntime()
    available = runtime.available()
    names = choose(asked, available)
    reasons: list[str] = []
    for name in names:
        reason = "this ONNX Runtime does not have it" if PROVIDERS[name] not in available else None
        if reason is None:
            session, reason = _attempt(runtime, model, warm_up, name)
            if session is not None:
                return _ready(session, name, names[0], reasons)
        reasons.append(f"{name}: {reason}")
    raise _nothing_works(names, reasons)


def _attempt(
    runtime: Runtime, model: bytes, warm_up: Feeds, name: str
) -> tuple[OnnxSession | None, str | None]:
    """A session that has run ``warm_up`` on ``name``, or None and why not."""
    providers = [PROVIDERS[name]] if name == "cpu" else [PROVIDERS[name], CPU]
    try:
        session = runtime.open(model, providers, threads())
        in_use = session.get_providers()
        if in_use[:1] != [PROVIDERS[name]]:
            return None, f"it did not start, {', '.join(in_use)} did"
        session.run(None, dict(warm_up))
    except Exception as error:  # noqa: BLE001  # onnxruntime's errors share no base class but this one
        return None, _first_line(error)
    return session, None


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def _ready(session: OnnxSession, name: str, asked: str, reasons: list[str]) -> Session:
    fallback = "; ".join(reasons) or None
    if fallback is not None:
        log.warning("running on %s instead of %s (%s)", name, asked, fallback)

    def run(feeds: Feeds) -> list[NDArray[np.generic]]:
        try:
            return list(session.run(None, dict(feeds)))
        except Exception as error:  # onnxruntime's errors share no base class but this one
            raise ProviderError(
                "Execution provider failed",
                f"{name} stopped during a recognition: {_first_line(error)}.",
                "Choose another provider in the settings, or update its driver.",
            ) from error

    return Session(run, name, asked, fallback)


def _nothing_works(names: list[str], reasons: list[str]) -> ModelError | ProviderError:
    """If even the processor refuses, it is the model that is wrong."""
    told = "; ".join(reasons)
    if reasons[-1].startswith("cpu: this ONNX"):
        return ProviderError("No provider works", told, "Install the package onnxruntime again.")
    return ModelError("Model cannot be used", told, "Install scipix again; the model file may not fit.")
