"""The two networks: shapes, padding that changes nothing, and what the parser is told about its input."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the networks need PyTorch: the extra 'training'")

from scipix.engine.latex.tree import MODES  # noqa: E402
from scipix.engine.recognize.detect import CHOICES, STRIDE  # noqa: E402
from scipix.engine.recognize.geometry import (  # noqa: E402
    PAIR_FEATURES,
    SYMBOL_FEATURES,
    pair_features,
    symbol_features,
)
from scipix.engine.recognize.relations import Relation  # noqa: E402
from scipix.models.training.detector import Detector  # noqa: E402
from scipix.models.training.parser import LayoutParser  # noqa: E402
from scipix.models.training.train_parser import freeze  # noqa: E402

COUNT = 30
"""Classes of these small networks."""


def parser() -> LayoutParser:
    torch.manual_seed(0)
    return LayoutParser(COUNT, width=24, layers=2, heads=2, pair=8).eval()


def inputs(symbols: int, padding: int = 0) -> tuple[torch.Tensor, ...]:
    """One formula of a few symbols, padded with rubbish."""
    rng = np.random.default_rng(symbols)
    low = rng.uniform(0, 40, (symbols, 2))
    boxes = np.concatenate([low, low + rng.uniform(1, 9, (symbols, 2))], 1).astype(np.float32)
    size = symbols + padding
    choices = rng.integers(0, COUNT, (1, size, CHOICES))
    chances = np.full((1, size, CHOICES), 0.25, np.float32)
    single = np.full((1, size, SYMBOL_FEATURES), 7, np.float32)
    pairs = np.full((1, size, size, PAIR_FEATURES), 7, np.float32)
    single[0, :symbols], pairs[0, :symbols, :symbols] = symbol_features(boxes, 10), pair_features(boxes, 10)
    present = np.zeros((1, size), np.float32)
    present[0, :symbols] = 1
    return tuple(torch.from_numpy(array) for array in (choices, chances, single, pairs, present))


@pytest.mark.parametrize("symbols", [1, 2, 17])
def test_the_parser_answers_for_every_symbol(symbols: int) -> None:
    links, classes, keep, modes = parser()(*inputs(symbols))
    assert links.shape == (1, symbols, symbols, len(Relation))
    assert classes.shape == (1, symbols, COUNT)
    assert keep.shape == (1, symbols)
    assert modes.shape == (1, symbols, len(MODES))
    assert all(torch.isfinite(output).all() for output in (links, classes, keep, modes))


def test_padding_changes_nothing_and_is_nobodys_parent() -> None:
    model, plain, padded = parser(), inputs(6), inputs(6, padding=5)
    for mine, theirs in zip(plain[:2], padded[:2], strict=True):
        theirs[:, :6] = mine
    links, classes, keep, modes = model(*plain)
    more_links, more_classes, more_keep, more_modes = model(*padded)
    assert torch.allclose(links, more_links[:, :6, :6], atol=1e-4)
    assert torch.allclose(classes, more_classes[:, :6], atol=1e-4)
    assert torch.allclose(keep, more_keep[:, :6], atol=1e-4)
    assert torch.allclose(modes, more_modes[:, :6], atol=1e-4)
    assert (more_links[0, :6].flatten(1).argmax(1) // len(Relation) < 6).all()


def test_the_order_of_the_symbols_does_not_matter() -> None:
    model, given = parser(), inputs(7)
    order = torch.tensor([3, 0, 6, 1, 5, 2, 4])
    shuffled = tuple(x[:, order][:, :, order] if x.ndim == 4 else x[:, order] for x in given)
    links, classes, _, _ = model(*given)
    other_links, other_classes, _, _ = model(*shuffled)
    assert torch.allclose(links[:, order][:, :, order], other_links, atol=1e-4)
    assert torch.allclose(classes[:, order], other_classes, atol=1e-4)


def test_a_sure_detector_is_believed_by_an_untrained_parser() -> None:
    choices, chances, *rest = inputs(5)
    choices[..., 0] = torch.arange(5)
    choices[..., 1:] = 20
    chances[:] = torch.tensor([1.0, 0, 0, 0])
    _, classes, _, _ = parser()(choices, chances, *rest)
    assert classes[0].argmax(1).tolist() == list(range(5))


def test_features_of_geometry_do_not_depend_on_the_scale_or_the_place() -> None:
    boxes = np.array([[10, 10, 20, 30], [22, 8, 28, 16], [5, 33, 40, 34]], np.float32)
    moved = boxes * 3 + np.array([7, -5, 7, -5], np.float32)
    assert np.allclose(symbol_features(boxes, 10), symbol_features(moved, 30), atol=1e-4)
    assert np.allclose(pair_features(boxes, 10), pair_features(moved, 30), atol=1e-4)
    assert symbol_features(boxes, 10).shape == (3, SYMBOL_FEATURES)
    assert pair_features(boxes, 10).shape == (3, 3, PAIR_FEATURES)


@pytest.mark.parametrize(("height", "width"), [(32, 32), (96, 160), (64, 448)])
def test_the_detectors_maps_have_their_strides(height: int, width: int) -> None:
    torch.manual_seed(0)
    model = Detector(COUNT, (4, 8, 8, 8, 8)).eval()
    features = model.features(torch.rand(2, 1, height, width))
    heat, edges = model.maps(features)
    assert heat.shape == (2, height // STRIDE, width // STRIDE)
    assert edges.shape == (2, 4, height // STRIDE, width // STRIDE)
    boxes = torch.tensor([[1.0, 1, 9, 9], [-5, -5, width + 5, height + 5], [3, 3, 3, 3]])
    logits = model.classify(features, torch.tensor([0, 1, 1]), boxes)
    assert logits.shape == (3, COUNT)
    assert torch.isfinite(logits).all()


def test_a_box_is_classified_from_its_own_picture() -> None:
    torch.manual_seed(0)
    model = Detector(COUNT, (4, 8, 8, 8, 8)).eval()
    ink = torch.rand(2, 1, 64, 64)
    box = torch.tensor([[10.0, 10, 30, 30]])
    both = model.features(ink)
    alone = model.features(ink[1:])
    of_second = model.classify(both, torch.tensor([1]), box)
    assert torch.allclose(of_second, model.classify(alone, torch.tensor([0]), box), atol=1e-4)
    assert not torch.allclose(of_second, model.classify(both, torch.tensor([0]), box), atol=1e-4)


def test_only_the_named_parts_are_trained() -> None:
    model = parser()
    freeze(model, ["classes", "layers.1.", ".bias"])
    trained = {name for name, value in model.named_parameters() if value.requires_grad}
    assert {"classes.weight", "layers.1.qkv.weight", "keep.bias"} <= trained
    assert not {"layers.0.qkv.weight", "embed.weight", "keep.weight"} & trained


def test_a_part_that_is_none_is_an_error() -> None:
    with pytest.raises(SystemExit, match=r"layers\.7"):
        freeze(parser(), ["layers.7"])
