"""Formulas as texts, for the language model: every source in normal form, and formulas of the grammar.

    python -m scipix.models.training.texts --formulas DIR --made N --out texts.npz

Sources keep their order, so that formulas of one chapter stand beside one another. ``--made`` formulas come
from the grammar, in which no letter is likelier than another: the model is to notice where nothing can be
foretold.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import zipfile
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tqdm import tqdm

from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.write import write
from scipix.engine.recognize.language import BORDER, LONGEST, UNKNOWN, numbers_of, words
from scipix.models.training import grammar, grammar_focus
from scipix.models.training.corpus import load

GRAMMAR = "grammar"
"""The source of formulas that were made."""
_FOCUS = 0.3
"""Of these from :mod:`grammar_focus`."""
_LEAST = 3
"""Times that a word has to be met to get a number."""
_AT_ONCE = 500

Text = npt.NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Texts:
    """All formulas of each source in a row, as numbers of words, each begun by BORDER; and these words."""

    sources: dict[str, Text]
    words: tuple[str, ...]


def save(texts: Texts, path: Path) -> None:
    np.savez_compressed(path, **texts.sources, words=np.array(json.dumps(texts.words)))


def read(path: Path) -> Texts:
    """What ``save`` wrote.

    Raises:
        SystemExit: no such file, or another one.
    """
    try:
        with np.load(path) as stored:
            sources = {name: stored[name] for name in stored.files if name != "words"}
            return Texts(sources, tuple(json.loads(str(stored["words"]))))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise SystemExit(f"{path}: no texts ({error}); make texts makes them") from error


def numbered(formulas: dict[str, list[list[str]]]) -> Texts:
    """Give the words numbers, the commonest first, behind BORDER and UNKNOWN."""
    counts = Counter(chain.from_iterable(chain.from_iterable(formulas.values())))
    known = ("", "?", *(word for word, count in counts.most_common() if count >= _LEAST))
    numbers = numbers_of(known)
    return Texts({source: _joined(texts, numbers) for source, texts in formulas.items()}, known)


def _joined(texts: list[list[str]], numbers: dict[str, int]) -> Text:
    found = ((BORDER, *(numbers.get(word, UNKNOWN) for word in one)) for one in texts)
    return np.array(list(chain.from_iterable(found)), np.uint16)


def in_words(sources: Sequence[str]) -> list[list[str]]:
    """Words of those that parse and are neither empty nor too long."""
    found = []
    for source in sources:
        try:
            one = words(write(parse(source)))
        except ParseError:
            continue
        if 0 < len(one) <= LONGEST:
            found.append(one)
    return found


def made(seed: int) -> list[list[str]]:
    """Some formulas of the grammar."""
    rng = random.Random(seed)
    return in_words(
        [(grammar_focus if rng.random() < _FOCUS else grammar).generate(rng) for _ in range(_AT_ONCE)]
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--formulas", type=Path, required=True, help="folder of *.txt.gz, one formula a line")
    parser.add_argument("--made", type=int, default=40_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    texts = numbered(formulas(options.formulas, options.made, options.seed))
    save(texts, options.out)
    count = sum(int((one == BORDER).sum()) for one in texts.sources.values())
    total = sum(map(len, texts.sources.values())) - count
    print(f"{options.out}: {count} formulas, {total} words, {len(texts.words)} different ones")


def formulas(folder: Path, count: int, seed: int) -> dict[str, list[list[str]]]:
    """All of a folder's sources, and ``count`` formulas of the grammar, in words."""
    lists = load(folder).lists
    parts = [
        (str(number), one[start : start + _AT_ONCE])
        for number, one in enumerate(lists)
        for start in range(0, len(one), _AT_ONCE)
    ]
    found: dict[str, list[list[str]]] = {GRAMMAR: []}
    # Begun anew and not copied: a copy of a process with threads may wait for ever for one that it has not.
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        answers = pool.map(in_words, [part for _, part in parts])
        for (name, _), texts in zip(parts, tqdm(answers, total=len(parts), mininterval=5), strict=True):
            found.setdefault(name, []).extend(texts)
        seeds = [seed * 1_000_003 + number for number in range(count // _AT_ONCE)]
        for texts in tqdm(pool.map(made, seeds), total=len(seeds), mininterval=5):
            found[GRAMMAR] += texts
    return found


if __name__ == "__main__":
    main()
