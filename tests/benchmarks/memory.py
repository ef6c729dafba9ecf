"""How well does memory do what it promises? Prints one table.

    python tests/benchmarks/memory.py [--im2latex FILE] [--pairs N] [--entries N ...] [--calibration FILE]

Needs TeX for the pictures. They are made from formulas that no limit was chosen on: those come from the first
3400 lines of the seeded shuffle, these from the rest.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import cv2
import numpy as np
from tqdm import tqdm

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "helpers"))

from memory_answers import answer
from memory_rows import Row, Spent, percentiles, printed, spent_on
from memory_search import in_the_window, searches

from scipix.app.memory import answers, index, pictures, verify
from scipix.app.memory.cache import VERIFIED, Cache, CacheOptions, Question, question
from scipix.app.memory.calibration import wilson
from scipix.app.memory.database import FILE, Database
from scipix.app.memory.quantise import pack, row_bytes
from scipix.app.paths import models_dir
from scipix.engine.embed import DIMENSIONS, ink_vector
from scipix.engine.errors import NoFormulaError
from scipix.engine.recognize.recognizer import Recognizer
from scipix.models.training import memory_pictures
from scipix.models.training.corpus import shuffled
from scipix.models.training.memory_pictures import SCALES, Page, pages, random_view, seen

_SHUFFLE, _PAIRS, _VIEWS = 5, 11, 12
_VARIANTS = 5
_SEEN = 3400
"""Formulas that limits were chosen on, or errors found with."""
_STEP = 150
"""Formulas typeset at a time."""
THRESHOLD = CacheOptions().threshold


def share(good: int, count: int) -> str:
    low, high = wilson(good, count)
    return f"{100 * good / max(1, count):.1f} % [{100 * low:.1f}, {100 * high:.1f}]"


def formulas(path: Path) -> list[str]:
    return shuffled(path, _SHUFFLE)[_SEEN:]


def families(lines: Sequence[str], wanted: int, skip: int = 0) -> Iterator[list[Page]]:
    """Formulas beyond the first ``skip`` with their minimal changes, until there are so many changes."""
    found = 0
    for start in range(skip, len(lines), _STEP):
        for family in pages(lines[start : start + _STEP], _PAIRS + start, _VARIANTS):
            yield family
            found += len(family) - 1
            if found >= wanted:
                return


# -- pairs and repeats --------------------------------------------------------------------------------------
def asked(image: np.ndarray) -> Question:
    made = question(image)
    assert made is not None
    return made


@dataclass(frozen=True, slots=True)
class Known:
    """A remembered picture and the boxes of its symbols, as the cache has them."""

    question: Question
    boxes: np.ndarray

    @classmethod
    def of(cls, image: np.ndarray, recognizer: Recognizer) -> Known:
        remembered = asked(image)
        try:
            text = answers.to_text(recognizer.recognize(image, alternatives=1), remembered.ink, 1)
        except NoFormulaError:
            text = ""  # such a picture has no answer and is not remembered; here it is judged without boxes
        return cls(remembered, answers.boxes(text))

    def answers(self, other: Question, recognizer: Recognizer) -> bool:
        """What the cache would do with this as its only entry."""
        one = self.question
        near = float(one.vector @ other.vector) >= THRESHOLD
        return near and verify.compare(one.gray, other.gray, one.em, self.boxes, recognizer.strangeness).same


def pairs_and_repeats(
    lines: Sequence[str], wanted: int, dpi: float, recognizer: Recognizer, skip: int
) -> list[Row]:
    """Each formula is remembered as it is at ``dpi``; then it, and what differs a little, is asked for."""
    rng = random.Random(_VIEWS + skip)
    false: dict[str, int] = defaultdict(int)
    pairs: dict[str, int] = defaultdict(int)
    hits: dict[tuple[str, float], list[bool]] = defaultdict(list)
    spent: list[Spent] = []
    for family in tqdm(families(lines, wanted, skip), desc=f"{dpi:.0f} dpi", mininterval=5):
        known = Known.of(family[0].picture(dpi), recognizer)
        for page in family[1:]:
            views = (asked(page.picture(dpi)), asked(seen(page, random_view(rng), dpi)))
            pairs[page.change] += 1
            if any(known.answers(view, recognizer) for view in views):
                false[page.change] += 1
                print(f"\nfalse hit, {page.font}: {family[0].latex}   {page.latex}", file=sys.stderr)
        for scale in SCALES:
            view = random_view(rng, scale)
            kind = "bitmap" if view.resampled else "rendered"
            again = asked(seen(family[0], view, dpi))
            found = hits[kind, scale]
            spent.append(spent_on(lambda: found.append(known.answers(again, recognizer))))  # noqa: B023
    return [
        Row(
            f"{dpi:.0f} dpi: minimal pairs",
            str(sum(pairs.values())),
            ", ".join(f"{k} {v}" for k, v in pairs.items()),
        ),
        Row(
            f"{dpi:.0f} dpi: false hits",
            str(sum(false.values())),
            "each pair asked as it is and as re-captured",
        ),
        *_repeat_rows(f"{dpi:.0f} dpi: repeats answered", hits),
        Row(f"{dpi:.0f} dpi: comparing with a repeat", percentiles(spent)),
    ]


def _repeat_rows(what: str, hits: dict[tuple[str, float], list[bool]]) -> list[Row]:
    everything = [hit for some in hits.values() for hit in some]
    rows = [
        Row(
            what,
            share(sum(everything), len(everything)),
            f"{sum(everything)} of {len(everything)}: scales, themes, margins, smoothing, JPEG 80 mixed",
        )
    ]
    for scale in SCALES:
        parts = [
            f"{kind} {100 * np.mean(hits[kind, scale]):.0f} %"
            for kind in ("rendered", "bitmap")
            if hits[kind, scale]
        ]
        rows.append(Row(f"  at {scale:g}", ", ".join(parts)))
    return rows


# -- speed and size -----------------------------------------------------------------------------------------
def look_ups(lines: Sequence[str], sizes: Sequence[int], bits: int, folder: Path) -> list[Row]:
    """A cache of real pictures, filled up with vectors near real ones, asked for what it has and has not."""
    rows = []
    groups = list(itertools.islice(families(lines, 10_000), 120))
    real = [group[0].picture(memory_pictures.DPI) for group in groups]
    half = len(real) // 2
    known, strange = real[:half], real[half:]
    changed = [page.picture(memory_pictures.DPI) for group in groups[half:] for page in group[1:]]
    models = [asked(image) for image in real]
    for size in sizes:
        place = folder / f"{size}-{bits}"
        database = Database(place / FILE)
        cache = Cache(database, place / "index", CacheOptions(size_mb=0, bits=bits))
        for image in known:
            cache.add(asked(image), answer(), 5)
        cache.wait()
        _fill(cache, models, size - len(known))
        built = spent_on(cache.rebuild)
        times = [spent_on(partial(_look_up, cache, image)) for image in (known + strange) * 2]
        found = np.mean([_look_up(cache, image) for image in known])
        engine = cache.statistics().engine
        note = f"{engine}, built in {built}, found {100 * found:.0f} % of its own"
        rows.append(Row(f"look-up, {size} entries, {bits or 32} bits", percentiles(times), note))
        rows += _stages(cache, known)
        for image in changed:
            cache.add(asked(image), answer(), 5)
        cache.wait()
        times = [spent_on(partial(_look_up, cache, image)) for image in strange * 2]
        note = f"{len(changed)} changes of {len(strange)} formulas, {VERIFIED} at most are compared"
        rows.append(Row("  beside minimal changes of itself", percentiles(times), note))
        if size == max(sizes):
            files = [path for path in (place / "index").rglob("*") if path.is_file()]
            per = sum(path.stat().st_size for path in files) / size
            note = f"vector {row_bytes(DIMENSIONS, bits)}, whole index {per:.0f}"
            rows.append(Row(f"bytes an entry, {bits or 32} bits", f"{row_bytes(DIMENSIONS, bits)}", note))
        cache.close()
        database.close()
    return rows


def _look_up(cache: Cache, image: np.ndarray) -> bool:
    return cache.look_up(asked(image), image, 5, "m1") is not None


def _stages(cache: Cache, known: Sequence[np.ndarray]) -> list[Row]:
    """Where the processor's time goes when a picture is found."""
    stages: dict[str, list[Spent]] = defaultdict(list)
    read = "SELECT em, answer, corrected, png FROM picture WHERE id=?"
    for image in known:
        stages["picture and vector"].append(spent_on(partial(question, image)))
        made = asked(image)
        stages["candidates"].append(spent_on(partial(cache._near, made.vector)))
        number = cache._near(made.vector)[0][0]
        row = cache.database.reader().execute(read, (number,)).fetchone()
        stages["reading"].append(
            spent_on(lambda number=number: cache.database.reader().execute(read, (number,)).fetchone())
        )
        stages["decoding"].append(spent_on(partial(pictures.decode, row[3])))
        gray = pictures.decode(row[3])
        stages["comparing"].append(spent_on(partial(verify.compare, gray, made.gray, float(row[0]))))
    return [Row(f"  {name}", percentiles(some)) for name, some in stages.items()]


def _fill(cache: Cache, models: Sequence[Question], count: int) -> None:
    """Entries with pictures of other formulas, whose vectors lie between those of two."""
    rng = np.random.default_rng(3)
    text = '{"model":"m1","confidence":1,"asked":5}'
    pngs, vectors = [pictures.encode(one.gray) for one in models], np.stack([one.vector for one in models])
    for start in range(0, max(0, count), 5000):
        number = min(5000, count - start)
        near = rng.integers(0, len(models), number)
        shown = (near + rng.integers(1, len(models), number)) % len(models)
        mixed = vectors[near] + 0.6 * vectors[shown] + rng.normal(0, 0.012, (number, DIMENSIONS))
        mixed /= np.linalg.norm(mixed, axis=1, keepdims=True)
        packed = pack(mixed.astype(np.float32), cache.options.bits)
        with cache.database.write() as writer:
            writer.executemany(
                "INSERT INTO picture (created, used, size, em, answer, vector, png)"
                " VALUES (0, 0, 1, ?, ?, ?, ?)",
                [
                    (models[one].em, text, row.tobytes(), pngs[one])
                    for row, one in zip(packed, shown, strict=True)
                ],
            )


def embedding(lines: Sequence[str], count: int) -> list[Row]:
    """Does a picture seen again find itself first among all? By hand-made vector and by pooled features."""
    rng = random.Random(_VIEWS)
    family = [group[0] for group in itertools.islice(families(lines, 10 * count), count)]
    firsts = [page.picture(memory_pictures.DPI) for page in family]
    agains = [seen(page, random_view(rng)) for page in family]
    recognizer = Recognizer.load(models_dir(), "cpu")
    rows = []
    for name, make in (
        ("made by hand", lambda image: ink_vector(pictures.canonical(image)[0])),
        ("pooled features", lambda image: pooled(recognizer, image)),
    ):
        one = np.stack([make(image) for image in firsts])
        start = time.perf_counter()
        two = np.stack([make(image) for image in agains])
        spent = 1e3 * (time.perf_counter() - start) / len(agains)
        cosines = two @ one.T
        own = np.diag(cosines)
        first = float(np.mean(cosines.argmax(1) == np.arange(len(own))))
        rest = cosines[~np.eye(len(own), dtype=bool)]
        above, false = 100 * np.mean(own >= THRESHOLD), 100 * np.mean(rest >= THRESHOLD)
        note = f"own >= {THRESHOLD}: {above:.1f} %, others >= {THRESHOLD}: {false:.2f} %"
        rows.append(
            Row(f"vector {name}", f"finds itself first {100 * first:.1f} %", f"{note}; {spent:.1f} ms")
        )
    return rows


def pooled(recognizer: object, image: np.ndarray) -> np.ndarray:
    """The detector's features in three columns of the prepared picture, brought to 512 numbers."""
    from scipix.engine.preprocess.pipeline import prepare
    from scipix.engine.recognize.detect import to_ink

    features = recognizer.eyes.detector({"ink": to_ink(prepare(image).gray)})[0][0]  # type: ignore[attr-defined]
    parts = np.array_split(features, 4, axis=2)
    vector = np.concatenate([part.mean((1, 2)) for part in parts] + [part.std((1, 2)) for part in parts])
    matrix = np.random.default_rng(1).standard_normal((len(vector), DIMENSIONS))
    projected = (vector - vector.mean()) @ matrix
    return (projected / np.linalg.norm(projected)).astype(np.float32)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measures memory and prints a table.")
    parser.add_argument("--im2latex", type=Path, default=Path("../shared/data/im2latex_val.txt"))
    parser.add_argument("--pairs", type=int, default=5000, help="minimal pairs at each resolution")
    parser.add_argument("--skip", type=int, default=0, help="formulas to leave out, to measure in parts")
    parser.add_argument("--dpi", type=float, nargs="*", default=[100.0, 180.0])
    parser.add_argument("--entries", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument(
        "--only", choices=["pairs", "speed", "vectors", "search"], help="one part of the table"
    )
    options = parser.parse_args(arguments)
    cv2.setNumThreads(1)
    lines = formulas(options.im2latex)
    rows: list[Row] = [Row("index", "annoy" if index.annoy else "exact scan")]
    with tempfile.TemporaryDirectory(prefix="memory-bench") as folder:
        if options.only in (None, "pairs"):
            recognizer = Recognizer.load(models_dir(), "cpu")
            for dpi in options.dpi:
                rows += pairs_and_repeats(lines, options.pairs, dpi, recognizer, options.skip)
        if options.only in (None, "vectors"):
            rows += embedding(lines, 400)
        if options.only in (None, "speed"):
            for bits in (8, 0, 4):
                rows += look_ups(
                    lines, options.entries if bits == 8 else options.entries[-1:], bits, Path(folder)
                )
        if options.only in (None, "search"):
            rows += searches(lines, max(options.entries), Path(folder))
            rows += in_the_window(Path(folder))
    printed(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
