"""The same weights in fewer bits: how large, how right, how fast?

    python -m scipix.models.training.variants [--models DIR] [--limit N] [--keep DIR] [--report FILE]

Reads the same test pictures (those of the last `make evaluate`) with each variant, one after the other, so
that times can be compared within a run. ``--keep`` leaves the variants as folders that ``--models`` takes;
``--report`` writes the table as JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from onnxruntime.quantization import (
    CalibrationDataReader,
    QuantFormat,
    QuantType,
    quantize_dynamic,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process

from scipix.app.paths import models_dir
from scipix.engine.errors import EngineError
from scipix.engine.recognize.recognizer import Recognizer
from scipix.models.training.compare import normalised, wilson
from scipix.models.training.evaluation_pictures import Picture, latest
from scipix.models.training.half import store_as_half, store_as_single
from scipix.models.training.manifest_entries import described_anew

Feeds = Mapping[str, np.ndarray]
Recorded = dict[str, list[Feeds]]
"""What each network was asked."""
NETWORKS = ("detector", "classifier", "accents", "glyphs", "typeface", "parser", "language")
_PRODUCTS = ["MatMul", "Gemm"]
_CALIBRATION = 24
"""Pictures that tell the ranges of the numbers inside the networks."""
_SEED = 7


@dataclass(frozen=True, slots=True)
class Measured:
    """A variant's size, share of exact answers with its 95 % interval, and times against the first variant.

    ``same`` is the share of answers equal to the first variant's; ``p50`` and ``p95`` are ratios of times.
    """

    name: str
    megabytes: float
    exact: tuple[float, float, float]
    same: float
    p50: float
    p95: float


class _Reader(CalibrationDataReader):  # type: ignore[misc]
    def __init__(self, feeds: Iterable[Feeds]) -> None:
        self._feeds = iter(feeds)

    def get_next(self) -> dict[str, np.ndarray] | None:
        feeds = next(self._feeds, None)
        return None if feeds is None else dict(feeds)


# -- the variants --------------------------------------------------------------------------------------------
def half(path: Path, _asked: Sequence[Feeds]) -> None:
    store_as_half(path)


def dynamic(path: Path, _asked: Sequence[Feeds]) -> None:
    """Matrix products in 8 bits, their inputs scaled while they run."""
    quantize_dynamic(
        path, path, op_types_to_quantize=_PRODUCTS, weight_type=QuantType.QInt8, per_channel=True
    )


def static(path: Path, asked: Sequence[Feeds]) -> None:
    """Convolutions and products in 8 bits with ranges fixed beforehand; without either, as ``dynamic``."""
    ready = path.with_suffix(".ready.onnx")
    quant_pre_process(path, ready, skip_symbolic_shape=True)
    quantize_static(
        ready, path, _Reader(asked), quant_format=QuantFormat.QDQ, per_channel=True,
        op_types_to_quantize=["Conv", "Gemm"], activation_type=QuantType.QUInt8, weight_type=QuantType.QInt8,
        # Seven bits: without VNNI the sums of eight-bit products overflow.
        reduce_range=True,
    )  # fmt: skip
    ready.unlink()


Change = Callable[[Path, Sequence[Feeds]], None]
VARIANTS: dict[str, dict[str, Change]] = {
    "float32": {},
    "float16 in the file": dict.fromkeys(NETWORKS, half),
    "int8 dynamic, parser": {"parser": dynamic},
    "int8 dynamic, all products": dict.fromkeys(NETWORKS, dynamic),
    "int8 static, detector": {"detector": static},
    "int8 static, detector and glyphs": {"detector": static, "glyphs": static},
}


def made(source: Path, target: Path, changes: Mapping[str, Change], asked: Recorded) -> None:
    """A folder of weights, float32 but for the networks that change, its manifest brought up to date."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("training", "__pycache__", "*.py", "*.md"))
    manifest = json.loads((target / "manifest.json").read_text("utf-8"))
    for name in NETWORKS:
        entry = manifest["models"][name]
        store_as_single(target / entry["file"])
        if name in changes:
            changes[name](target / entry["file"], asked[name])
        manifest["models"][name] = described_anew(target / entry["file"], entry)
    (target / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")


def recorded(recognizer: Recognizer, shown: Sequence[Picture]) -> Recorded:
    """What the networks are asked while pictures are read."""
    asked: Recorded = {name: [] for name in NETWORKS}

    def listening(name: str, run: Callable[[Feeds], list[Any]]) -> Callable[[Feeds], list[Any]]:
        def answer(feeds: Feeds) -> list[Any]:
            asked[name].append(feeds)
            return run(feeds)

        return answer

    eyes = recognizer.eyes
    look = replace(
        eyes,
        detector=listening("detector", eyes.detector),
        classifier=listening("classifier", eyes.classifier),
        glyphs=listening("glyphs", eyes.glyphs),
        typeface=None if eyes.typeface is None else listening("typeface", eyes.typeface),
        accents=None
        if eyes.accents is None
        else replace(eyes.accents, run=listening("accents", eyes.accents.run)),
    )
    parser = replace(recognizer.parser, run=listening("parser", recognizer.parser.run))
    language = recognizer.language
    if language is not None:
        language = replace(language, run=listening("language", language.run))
    spy = replace(recognizer, eyes=look, parser=parser, language=language)
    for picture in shown:
        read(spy, picture)
    return asked


# -- measuring -----------------------------------------------------------------------------------------------
def read(recognizer: Recognizer, picture: Picture) -> str:
    """The answer, empty where there is none."""
    try:
        return recognizer.recognize(picture.image()).latex
    except EngineError:
        return ""


def measured(folders: Mapping[str, Path], shown: Sequence[Picture]) -> list[Measured]:
    """Every picture with every variant in turn."""
    recognizers = {name: Recognizer.load(folder, "cpu") for name, folder in folders.items()}
    answers: dict[str, list[str]] = {name: [] for name in folders}
    times: dict[str, list[float]] = {name: [] for name in folders}
    for recognizer in recognizers.values():
        read(recognizer, shown[0])  # what happens only once
    for picture in shown:
        for name, recognizer in recognizers.items():
            begun = time.perf_counter()
            answers[name].append(read(recognizer, picture))
            times[name].append(time.perf_counter() - begun)
    truths = [normalised(picture.truth) for picture in shown]
    first = next(iter(folders))
    return [
        Measured(
            name,
            sum(path.stat().st_size for path in folder.glob("*.onnx")) / 1e6,
            _share([normalised(one) == truth for one, truth in zip(answers[name], truths, strict=True)]),
            float(np.mean([one == other for one, other in zip(answers[name], answers[first], strict=True)])),
            *(float(np.percentile(times[name], q) / np.percentile(times[first], q)) for q in (50, 95)),
        )
        for name, folder in folders.items()
    ]


def _share(right: Sequence[bool]) -> tuple[float, float, float]:
    interval = wilson(sum(right), len(right))
    return interval.value, interval.low, interval.high


def as_text(rows: Sequence[Measured], count: int) -> str:
    lines = [f"{f'{count} pictures':<36}{'MB':>7}{'exact %':>9}{'95 %':>15}{'same %':>8}{'p50':>7}{'p95':>7}"]
    for row in rows:
        value, low, high = (100 * one for one in row.exact)
        lines.append(
            f"{row.name:<36}{row.megabytes:>7.1f}{value:>9.1f}{f'[{low:.1f}, {high:.1f}]':>15}"
            f"{100 * row.same:>8.1f}{row.p50:>7.2f}{row.p95:>7.2f}"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--models", type=Path, default=models_dir())
    parser.add_argument("--limit", type=int, default=200, help="test pictures")
    parser.add_argument("--keep", type=Path, help="folder for the variants; must not exist")
    parser.add_argument("--report", type=Path, help="where to write the table as JSON")
    options = parser.parse_args()
    known = latest()
    if known is None:
        raise SystemExit("No test pictures: run `make evaluate` first.")
    usable = [one for one in known.pictures if not one.degraded]
    chosen = random.Random(_SEED).sample(usable, min(len(usable), options.limit + _CALIBRATION))
    asked = recorded(Recognizer.load(options.models, "cpu"), chosen[:_CALIBRATION])
    with tempfile.TemporaryDirectory() as scratch:
        base = options.keep or Path(scratch) / "variants"
        folders = {name: base / name.replace(",", "").replace(" ", "-") for name in VARIANTS}
        for name, folder in folders.items():
            made(options.models, folder, VARIANTS[name], asked)
        rows = measured(folders, chosen[_CALIBRATION:])
    print(as_text(rows, len(chosen) - _CALIBRATION))
    if options.report:
        options.report.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
