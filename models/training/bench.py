"""How fast, how large? Times of the stages, first call of a fresh process, memory, bytes of the weights.

    python -m scipix.models.training.bench [--models DIR] [--pictures N]

Needs neither PyTorch nor TeX: the pictures are the bundled samples, one of a typical formula beside this
file (71 tokens with braces, 59x396 pixels), and those of the last `make evaluate` where there was one.
`make bench` runs the comparison of vectorised and naive preprocessing (tests/benchmarks) before this.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from scipix.app.images import load_file
from scipix.app.paths import DATA_VARIABLE, MODELS_VARIABLE, models_dir
from scipix.engine.errors import EngineError
from scipix.engine.recognize.recognizer import Recognizer
from scipix.engine.weights import read_manifest
from scipix.models.training.evaluation_pictures import FOLDER, clean, latest

TYPICAL = Path(__file__).with_name("typical.png")
_PROGRAM = "import sys; from scipix.app.cli.main import main; sys.argv[0] = 'scipix'; main()"
_WITNESS = """
import atexit, sys
def tell():
    if sys.platform == "linux":
        with open("/proc/self/status") as file:
            peak = next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmHWM"))
    elif sys.platform == "darwin":
        import resource
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    else:
        return
    print("peak", peak, file=sys.stderr)
atexit.register(tell)
"""
"""Runs before the program: at its end it tells its peak memory in bytes as the last line of standard error.

What the parent is told by wait4 is of no use: on Linux it is at least the peak of the parent itself.
"""
_REPEATS = 25
_PROCESSES = 5
_SEED = 5


@dataclass(frozen=True, slots=True)
class Times:
    """Percentiles of the milliseconds that one stage took, over ``count`` recognitions."""

    stage: str
    count: int
    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class FirstCall:
    """A process from its start to its first line, and its largest resident memory (None: unknown)."""

    seconds: float
    peak_mib: float | None


def timed(recognizer: Recognizer, images: Sequence[np.ndarray], repeats: int = 1) -> list[Times]:
    """Percentiles of the stages and of the whole call: each image ``repeats`` times, failures left out.

    The first image is recognised once more before, so that nothing is measured that happens only once.
    """
    spent: dict[str, list[float]] = defaultdict(list)
    for image in images[:1]:
        _once(recognizer, image)
    for image in [image for _ in range(repeats) for image in images]:
        for stage, milliseconds in _once(recognizer, image).items():
            spent[stage].append(milliseconds)
    return [Times(stage, len(values), *_percentiles(values)) for stage, values in spent.items()]


def _once(recognizer: Recognizer, image: np.ndarray) -> dict[str, float]:
    """Milliseconds by stage, and ``total``; nothing where there was no answer."""
    start = time.perf_counter()
    try:
        result = recognizer.recognize(image)
    except EngineError:
        return {}
    total = 1000 * (time.perf_counter() - start)
    return {one.stage: one.milliseconds for one in result.timings} | {"total": total}


def _percentiles(values: Sequence[float]) -> tuple[float, float]:
    p50, p95 = np.percentile(values, (50, 95))
    return round(float(p50), 2), round(float(p95), 2)


def first_call(picture: Path, models: Path) -> FirstCall:
    """`scipix ocr` of one picture in a fresh process.

    Raises:
        RuntimeError: it failed; the message is what it said.
    """
    with tempfile.TemporaryDirectory(prefix="scipix-bench") as memory:  # not the user's own history
        return _first_call(picture, os.environ | {MODELS_VARIABLE: str(models), DATA_VARIABLE: memory})


def _first_call(picture: Path, environment: Mapping[str, str]) -> FirstCall:
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", _WITNESS + _PROGRAM, "ocr", str(picture)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    with process, process.stdout, process.stderr:
        line = process.stdout.readline()
        seconds = time.perf_counter() - start
        errors, peak = _told(process.stderr.read())
    if process.returncode != 0 or not line:
        raise RuntimeError(errors or "no output")
    return FirstCall(round(seconds, 3), peak)


def _told(errors: str) -> tuple[str, float | None]:
    """Standard error without the last line of the witness, and the MiB in that line."""
    *lines, last = errors.strip().splitlines() or [""]
    if not last.startswith("peak "):
        return errors.strip(), None
    return "\n".join(lines), round(int(last.split()[1]) / 2**20, 1)


def model_bytes(models: Path) -> dict[str, int]:
    """Size of each file that the manifest names."""
    return {name: model.size for name, model in read_manifest(models).models.items()}


def measured(models: Path, pictures: int) -> dict[str, Any]:
    """Everything, as build/evaluation/bench.json has it. Fresh processes come first."""
    calls = [first_call(TYPICAL, models) for _ in range(_PROCESSES)]
    recognizer = Recognizer.load(models)
    stages = {"typical formula": timed(recognizer, [load_file(TYPICAL)], 2 * _REPEATS)}
    samples = sorted(Path(str(files("scipix.resources"))).glob("samples/*.png"))
    stages[f"{len(samples)} bundled samples"] = timed(
        recognizer, [load_file(path) for path in samples], _REPEATS
    )
    made = latest()
    if made is not None and pictures:
        usable = clean(made.pictures, "im2latex") or clean(made.pictures, "generated")
        usable = random.Random(_SEED).sample(usable, min(pictures, len(usable)))
        label = f"{len(usable)} test pictures, {usable[0].collection}, 100 dpi" if usable else "test pictures"
        stages[label] = timed(recognizer, [one.image() for one in usable])
    return {
        "stages": {label: [asdict(one) for one in times] for label, times in stages.items()},
        "first_call": [asdict(one) for one in calls],
        "model_bytes": model_bytes(models),
    }


def as_text(content: dict[str, Any]) -> str:
    lines = []
    for label, times in content["stages"].items():
        lines += ["", f"{label:<46}{'p50 ms':>10}{'p95 ms':>10}{'count':>8}"]
        lines += [
            f"  {one['stage']:<44}{one['p50']:>10.2f}{one['p95']:>10.2f}{one['count']:>8}" for one in times
        ]
    calls = content["first_call"]
    seconds = sorted(call["seconds"] for call in calls)
    peaks = [call["peak_mib"] for call in calls if call["peak_mib"] is not None]
    lines += [
        "",
        f"process start to first result: {calls[0]['seconds']:.2f} s the first time, "
        f"{seconds[len(seconds) // 2]:.2f} s median of {len(calls)}, {seconds[-1]:.2f} s slowest",
        f"resident memory at most: {max(peaks):.0f} MiB" if peaks else "resident memory: not known here",
        f"weights: {sum(content['model_bytes'].values()) / 1e6:.2f} MB ("
        + ", ".join(f"{name} {size / 1e6:.2f}" for name, size in content["model_bytes"].items()) + ")",
    ]  # fmt: skip
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 1 where the weights cannot be used."""
    parser = argparse.ArgumentParser(description="How fast, how large?")
    parser.add_argument("--models", type=Path, help="folder of manifest and weights")
    parser.add_argument("--pictures", type=int, default=200, help="how many test pictures at most")
    options = parser.parse_args(arguments)
    try:
        content = measured(options.models or models_dir(), options.pictures)
    except (EngineError, RuntimeError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    print(as_text(content))
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "bench.json").write_text(json.dumps(content, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
