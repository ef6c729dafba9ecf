"""Where the models can run on this computer, and how long a formula really takes there."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any, Protocol

from numpy.typing import NDArray

from scipix.app.images import load_file
from scipix.app.paths import models_dir
from scipix.engine.errors import EngineError
from scipix.engine.session import PROVIDERS, OnnxRuntime
from scipix.engine.types import Checkpoint, uninterrupted

SAMPLE = "quadratic.png"
WARM_UP = 1
"""Recognitions that do not count: graphics providers compile each new shape."""
REPEATS = 5

ABSENT = "Not in the installed ONNX Runtime."
UNSTARTED = "It did not start."


@dataclass(frozen=True, slots=True)
class ProviderTime:
    """What was found out about a provider: ``milliseconds`` is the median of several recognitions.

    ``available`` says whether the installed ONNX Runtime has it; ``problem`` why it has no time.
    """

    name: str
    available: bool
    milliseconds: float | None = None
    problem: str | None = None


class Measurable(Protocol):
    """A recogniser with the provider it runs on."""

    @property
    def provider(self) -> str: ...

    @property
    def fallback(self) -> str | None: ...

    def recognize(
        self, image: NDArray[Any], *, alternatives: int = 5, checkpoint: Checkpoint = uninterrupted
    ) -> object: ...


Loader = Callable[[str], Measurable]


def provider_names() -> tuple[str, ...]:
    """The short names of all providers, in the order of preference."""
    return tuple(PROVIDERS)


def available_providers() -> tuple[str, ...]:
    """Those that the installed ONNX Runtime has; whether they work is another question."""
    built_in = OnnxRuntime().available()
    return tuple(name for name, long_name in PROVIDERS.items() if long_name in built_in)


def measure_providers(
    folder: Path | None = None,
    checkpoint: Checkpoint = uninterrupted,
    load: Loader | None = None,
    available: Callable[[], tuple[str, ...]] = available_providers,
) -> Iterator[ProviderTime]:
    """Try each provider in turn with a picture of a formula; one result as soon as it is known.

    It may run on any one thread and uses its own sessions, so an engine at work elsewhere makes the times
    longer, not wrong. ``checkpoint`` is called between the stages; what it raises ends the iteration.
    """
    load = load or partial(_load, folder or models_dir())
    picture = load_file(Path(str(files("scipix.resources"))) / "samples" / SAMPLE)
    present = available()
    for name in provider_names():
        checkpoint()
        yield _measure(name, load, picture, checkpoint) if name in present else _absent(name)


def _absent(name: str) -> ProviderTime:
    return ProviderTime(name, available=False, problem=ABSENT)


def _measure(name: str, load: Loader, picture: NDArray[Any], checkpoint: Checkpoint) -> ProviderTime:
    try:
        recognizer = load(name)
    except EngineError as error:
        return ProviderTime(name, available=True, problem=error.message)
    if recognizer.provider != name:
        return ProviderTime(name, available=True, problem=_reason(name, recognizer.fallback))
    try:
        times = [_once(recognizer, picture, checkpoint) for _ in range(WARM_UP + REPEATS)][WARM_UP:]
    except Exception as error:  # noqa: BLE001  # onnxruntime's errors share no base class but this one
        checkpoint()  # an interruption is no failure of the provider: it is raised again
        return ProviderTime(name, available=True, problem=_first_line(error))
    return ProviderTime(name, available=True, milliseconds=median(times))


def _first_line(error: Exception) -> str:
    if isinstance(error, EngineError):
        return error.message
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def _once(recognizer: Measurable, picture: NDArray[Any], checkpoint: Checkpoint) -> float:
    """Milliseconds of one recognition with the number of alternatives that is the default."""
    start = time.perf_counter()
    recognizer.recognize(picture, checkpoint=checkpoint)
    return 1000 * (time.perf_counter() - start)


def _reason(name: str, fallback: str | None) -> str:
    """Why a provider was replaced, without its own name before it."""
    return (fallback or UNSTARTED).removeprefix(f"{name}: ")


def _load(folder: Path, provider: str) -> Measurable:
    from scipix.engine.recognize.recognizer import Recognizer

    return Recognizer.load(folder, provider)
