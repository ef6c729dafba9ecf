"""Resuming: weights survive the way through ONNX, normalisations train on, wrong files are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="needs the extra training")
pytest.importorskip("onnx", reason="needs the extra training")

from scipix.models.training import export, exported  # noqa: E402
from scipix.models.training.detector import Detector  # noqa: E402
from scipix.models.training.glyphs import GlyphClassifier  # noqa: E402
from scipix.models.training.parser import LayoutParser  # noqa: E402
from scipix.models.training.resume import WeightsError, load_weights  # noqa: E402
from scipix.models.training.settle import settle  # noqa: E402

CLASSES = ["a", "b", "c", "d", "e", "f", "g"]
WIDTHS = (4, 6, 8, 10, 12)

# The exporter that folds normalisations is the older one, and says so.
pytestmark = pytest.mark.filterwarnings("ignore")


def detector() -> Detector:
    return Detector(len(CLASSES), WIDTHS)


def glyphs() -> GlyphClassifier:
    return GlyphClassifier(len(CLASSES))


def parser() -> LayoutParser:
    return LayoutParser(len(CLASSES), width=24, layers=2, heads=2, pair=8)


def worn(model, seed: int):
    """Give every parameter and statistic a value of its own, as if trained; answers stay near 1."""
    torch.manual_seed(seed)
    with torch.no_grad():
        for tensor in model.parameters():
            tensor.add_(torch.randn_like(tensor) * 0.02)
        for layer in model.modules():
            if isinstance(layer, torch.nn.BatchNorm2d):
                layer.weight.mul_(0.5 + torch.rand_like(layer.weight))
                layer.running_mean.normal_(0, 0.3)
                layer.running_var.uniform_(0.5, 2)
    return model.eval()


def answers(model) -> list:
    """What a model says to inputs that are always the same."""
    torch.manual_seed(5)
    model.eval()
    with torch.no_grad():
        if isinstance(model, Detector):
            features = model.features(torch.rand(2, 1, 64, 96))
            boxes = torch.tensor([[3.0, 4, 20, 30], [40, 8, 44, 60], [0, 30, 90, 31]])
            return [features, *model.maps(features), model.classify(features, torch.tensor([0, 1, 1]), boxes)]
        if isinstance(model, GlyphClassifier):
            return [model(torch.rand(4, 1, 24, 24), torch.randn(4, 2))]
        return list(model(*exported.parser_inputs(11, len(CLASSES)).values()))


def same(first, second) -> bool:
    pairs = zip(answers(first), answers(second), strict=True)
    return all(torch.allclose(a, b, rtol=1e-4, atol=1e-4) for a, b in pairs)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Checkpoints, and what the exporter makes of them, with a manifest."""
    path = tmp_path_factory.mktemp("models")
    for name, model in (("detector", detector()), ("glyphs", glyphs()), ("parser", parser())):
        content = {"average": worn(model, 3).state_dict(), "classes": CLASSES, "seen": 1}
        torch.save(content, path / f"{name}.pt")
    seen, patches, layout = detector(), glyphs(), parser()
    load_weights(seen, path / "detector.pt")
    load_weights(patches, path / "glyphs.pt")
    load_weights(layout, path / "parser.pt")
    (path / "classes.json").write_text(json.dumps({"classes": CLASSES}))
    entries = {
        "detector": export._detector(seen, path, 1),
        "classifier": export._classifier(seen, path),
        "glyphs": export._glyphs(patches, path, 1),
        "parser": export._parser(layout, len(CLASSES), path, 1),
        "classes": export.describe(path / "classes.json", {}),
    }
    (path / "manifest.json").write_text(json.dumps({"version": "1", "models": entries}))
    return path


@pytest.mark.parametrize("make", [detector, glyphs, parser])
def test_a_checkpoint_and_what_was_exported_of_it_give_the_same_model(folder, make):
    torch.manual_seed(1)
    first, second = make(), make()
    assert not same(first, second)
    load_weights(first, folder / f"{make.__name__}.pt", CLASSES)
    load_weights(second.train(), folder, CLASSES)
    assert second.training
    assert same(first, second)


@pytest.mark.parametrize("make", [glyphs, parser])
def test_a_model_of_one_file_is_loaded_from_that_file(folder, make):
    first, second = make(), make()
    load_weights(first, folder / f"{make.__name__}.pt")
    load_weights(second, folder / f"{make.__name__}.onnx")
    assert same(first, second)


def test_equal_weights_are_stored_once_and_still_found(tmp_path):
    """A fresh parser's normalisations are all ones and zeros, which the exporter shares."""
    fresh, loaded = parser().eval(), parser()
    export._parser(fresh, len(CLASSES), tmp_path, 1)
    load_weights(loaded, tmp_path / "parser.onnx")
    assert same(fresh, loaded)


def test_settling_changes_no_answer_and_makes_training_see_what_evaluation_sees(folder):
    model = glyphs()
    load_weights(model, folder / "glyphs.onnx")
    before = [one.clone() for one in answers(model)]
    torch.manual_seed(2)
    shown = [(torch.rand(64, 1, 24, 24), torch.randn(64, 2))]

    def gap() -> float:
        with torch.no_grad():
            expected, found = model.eval()(*shown[0]), model.train()(*shown[0])
        return float((expected - found).abs().max() / expected.std())

    neutral = gap()  # moves the statistics too, which the next step has to cope with
    load_weights(model, folder / "glyphs.onnx")
    settle(model, model, shown)
    assert torch.allclose(answers(model)[0], before[0], rtol=1e-4, atol=1e-4)
    assert gap() < 0.02 < 0.5 < neutral


def test_the_detectors_files_come_as_a_folder(folder):
    with pytest.raises(WeightsError, match="2 files"):
        load_weights(detector(), folder / "detector.onnx")


@pytest.mark.parametrize(
    ("make", "file", "says"),
    [
        (parser, "glyphs.onnx", "layers with weights"),
        (glyphs, "parser.onnx", "layers with weights"),
        (glyphs, "manifest.json", "not an ONNX file"),
        (glyphs, "missing.onnx", "missing.onnx"),
        (glyphs, "parser.pt", "no checkpoint of a GlyphClassifier"),
        (glyphs, "missing.pt", "missing.pt"),
        (lambda: GlyphClassifier(8), "glyphs.onnx", "where the model has"),
        (lambda: Detector(len(CLASSES), (4, 6, 8, 10, 14)), ".", "where the model has"),
    ],
)
def test_wrong_files_are_refused(folder, make, file, says):
    with pytest.raises(WeightsError, match=says):
        load_weights(make(), folder / file)


@pytest.mark.parametrize("source", [".", "parser.pt"])
def test_the_classes_have_to_be_the_same_in_the_same_order(folder, source):
    with pytest.raises(WeightsError, match="classes"):
        load_weights(parser(), folder / source, CLASSES[::-1])


def test_a_damaged_folder_is_refused(folder, tmp_path):
    for name in ("manifest.json", "classes.json", "glyphs.onnx"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    content = bytearray((folder / "glyphs.onnx").read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / "glyphs.onnx").write_bytes(content)
    with pytest.raises(WeightsError, match="SHA-256"):
        load_weights(glyphs(), tmp_path)


def test_layers_in_another_order_are_noticed(folder, tmp_path):
    """Two layers of the same shape exchanged in the file: only the answers tell."""
    onnx = pytest.importorskip("onnx")
    model = onnx.load(folder / "parser.onnx")
    nodes = {node.name: node for node in model.graph.node}
    first, second = nodes["/child/MatMul"], nodes["/parent/MatMul"]
    swapped = {first.name: second, second.name: first}
    order = [swapped.get(node.name, node).SerializeToString() for node in model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(onnx.NodeProto.FromString(node) for node in order)
    onnx.save(model, tmp_path / "parser.onnx")
    with pytest.raises(WeightsError, match="not what the file gives"):
        load_weights(parser(), tmp_path / "parser.onnx")
