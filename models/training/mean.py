"""The mean of two sets of exported weights, of which one was trained on from the other.

    python -m scipix.models.training.mean ONE OTHER --out DIR [--share S] [--networks NAME...] [--version V]

What either reads better, the mean keeps (Wortsman et al. 2022, Model soups): a training that made weights no
better than those before it made them better together with those. ``--share`` is OTHER's part; networks that
are not named stay those of ONE, as do the classes. A typeface network does not fit the mean of classifiers.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

from scipix.models.training.manifest_entries import commit, described_anew, fitting

_NETWORKS = ("detector", "classifier", "glyphs", "parser")


def average(one: Path, other: Path, out: Path, share: float) -> None:
    """Write the network whose weights are (1 - share) of ``one`` and share of ``other``, in their precision.

    Raises:
        ValueError: the files hold different networks.
    """
    model, rest = onnx.load(one), {item.name: item for item in onnx.load(other).graph.initializer}
    if {item.name for item in model.graph.initializer} != set(rest):
        raise ValueError(f"{one} and {other} hold different networks")
    for item in model.graph.initializer:
        mine, theirs = numpy_helper.to_array(item), numpy_helper.to_array(rest[item.name])
        if mine.shape != theirs.shape:
            raise ValueError(f"{one} and {other} differ in the shape of {item.name}")
        if np.issubdtype(mine.dtype, np.floating):
            mean = (1 - share) * mine.astype(np.float64) + share * theirs.astype(np.float64)
            item.CopyFrom(numpy_helper.from_array(mean.astype(mine.dtype), item.name))
        elif not np.array_equal(mine, theirs):
            raise ValueError(f"{one} and {other} differ in {item.name}, which no mean can be taken of")
    onnx.save(model, out)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("one", type=Path, help="folder of exported weights")
    parser.add_argument("other", type=Path, help="folder of weights trained on from those")
    parser.add_argument("--out", type=Path, required=True, help="another folder")
    parser.add_argument("--share", type=float, default=0.5)
    parser.add_argument("--networks", nargs="+", choices=_NETWORKS, default=list(_NETWORKS))
    parser.add_argument("--version", default="1")
    parser.add_argument("--seeds", type=int, nargs="*", default=[], help="of the shards and trainings")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    manifest, theirs = (
        json.loads((folder / "manifest.json").read_text("utf-8")) for folder in (options.one, options.other)
    )
    entries = manifest["models"]
    for name, entry in list(entries.items()):
        path = options.out / entry["file"]
        if name in options.networks:
            trained = theirs["models"][name]
            average(options.one / path.name, options.other / trained["file"], path, options.share)
            entries[name] = described_anew(path, trained)
        else:
            shutil.copyfile(options.one / path.name, path)
    manifest |= {"version": options.version, "code": commit(), "metrics": []}
    manifest["models"] = fitting(entries, options.out)
    manifest["data"]["seeds"] = options.seeds
    (options.out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
