"""Changes of low rank: little to train, little to store, the same network otherwise."""

from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

torch = pytest.importorskip("torch", reason="needs the extra training")
onnx = pytest.importorskip("onnx", reason="needs the extra training")

from scipix.models.training.export import export  # noqa: E402
from scipix.models.training.glyphs import GlyphClassifier  # noqa: E402
from scipix.models.training.half import store_as_half  # noqa: E402
from scipix.models.training.low_rank import let_change, plain  # noqa: E402
from scipix.models.training.resume import WeightsError, load_changes, load_weights  # noqa: E402
from scipix.models.training.stored_change import ChangeError, store_as_change  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
INPUTS = {"patches": torch.rand(5, 1, 24, 24), "sizes": torch.randn(5, 2)}
CLASSES, RANK = 300, 3


def written(model: torch.nn.Module, path: Path) -> Path:
    axes = {name: {0: "symbols"} for name in (*INPUTS, "logits")}
    export(model, INPUTS, {"logits": 0}, axes, path)
    return path


def answer(path: Path) -> np.ndarray:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return session.run(None, {name: value.numpy() for name, value in INPUTS.items()})[0]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    torch.manual_seed(4)
    model = GlyphClassifier(CLASSES).eval()
    path = written(model, tmp_path / "base.onnx")
    store_as_half(path)
    return path


def changed(base: Path, seed: int = 5) -> GlyphClassifier:
    """The network of a file after some steps of training with changes of low rank."""
    torch.manual_seed(seed)
    model = GlyphClassifier(CLASSES)
    load_weights(model, base)
    let_change(model, RANK)
    optimizer = torch.optim.SGD([one for one in model.parameters() if one.requires_grad], lr=0.3)
    for _ in range(3):
        optimizer.zero_grad()
        model(*INPUTS.values()).logsumexp(1).sum().backward()
        optimizer.step()
    found = GlyphClassifier(CLASSES)
    found.load_state_dict(plain(model.state_dict()))
    torch.testing.assert_close(found.eval()(*INPUTS.values()), model(*INPUTS.values()))
    return found


def test_only_thin_factors_and_biases_are_trained(base: Path) -> None:
    model = GlyphClassifier(CLASSES)
    load_weights(model, base)
    before = copy.deepcopy(model).eval()(*INPUTS.values())
    let_change(model, RANK)
    torch.testing.assert_close(model(*INPUTS.values()), before)
    trained = sum(one.numel() for one in model.parameters() if one.requires_grad)
    assert trained < 0.05 * sum(one.numel() for one in model.parameters())


@pytest.mark.parametrize("rank", [RANK, RANK + 1, None])
def test_a_training_goes_on_with_the_changes_of_its_checkpoint(
    base: Path, tmp_path: Path, rank: int | None
) -> None:
    """Changed once more, what was changed before would cost twice as much as one change."""
    model = GlyphClassifier(CLASSES)
    load_weights(model, base)
    if rank:
        let_change(model, rank)
        with torch.no_grad():
            model.tell[2].parametrizations.weight[0].left.fill_(0.1)
    path = tmp_path / "glyphs.pt"
    torch.save({"average": model.state_dict()}, path)
    again = GlyphClassifier(CLASSES)
    load_weights(again, path)
    let_change(again, RANK)
    if rank == RANK + 1:
        with pytest.raises(WeightsError, match="another rank"):
            load_changes(again, path)
        return
    load_changes(again, path)
    torch.testing.assert_close(again.eval()(*INPUTS.values()), model.eval()(*INPUTS.values()))
    left = again.tell[2].parametrizations.weight[0].left
    assert torch.equal(left, torch.full_like(left, 0.1 if rank else 0.0))


def test_a_model_without_changes_keeps_its_weights() -> None:
    state = GlyphClassifier(20).state_dict()
    assert plain(state).keys() == state.keys()
    assert all(value is state[name] for name, value in plain(state).items())


def test_the_file_is_the_old_one_and_little_more(base: Path, tmp_path: Path) -> None:
    model = changed(base)
    path = written(model, tmp_path / "new.onnx")
    exact, old = answer(path), answer(base)
    store_as_change(path, base)
    assert path.stat().st_size < 1.1 * base.stat().st_size
    kept = {item.name: item.raw_data for item in onnx.load(path).graph.initializer}
    for item in onnx.load(base).graph.initializer:
        assert len(item.dims) == 1 or kept[item.name] == item.raw_data
    rounding, change = np.abs(answer(path) - exact).max(), np.abs(exact - old).max()
    assert rounding < 0.02 * change


def test_training_goes_on_from_a_changed_file(base: Path, tmp_path: Path) -> None:
    once = written(changed(base), tmp_path / "once.onnx")
    store_as_change(once, base)
    model = changed(once, seed=6)  # loading compares with ONNX Runtime
    twice = written(model, tmp_path / "twice.onnx")
    exact = answer(twice)
    store_as_change(twice, once)
    np.testing.assert_allclose(answer(twice), exact, atol=0.02 * np.abs(exact - answer(once)).max())


def test_what_is_no_small_change_is_refused(base: Path, tmp_path: Path) -> None:
    torch.manual_seed(8)
    path = written(GlyphClassifier(CLASSES).eval(), tmp_path / "new.onnx")
    with pytest.raises(ChangeError, match="not of low rank"):
        store_as_change(path, base)
    with pytest.raises(ChangeError, match="another network"):
        store_as_change(written(GlyphClassifier(CLASSES + 1).eval(), path), base)


def test_what_did_not_change_is_not_stored_again(base: Path, tmp_path: Path) -> None:
    model = GlyphClassifier(CLASSES)
    load_weights(model, base)
    with torch.no_grad():
        model.tell[2].weight += torch.outer(torch.rand(CLASSES), torch.rand(320))
    path = written(model, tmp_path / "new.onnx")
    exact = answer(path)
    store_as_change(path, base)
    added = {item.name for item in onnx.load(path).graph.initializer}
    added -= {item.name for item in onnx.load(base).graph.initializer}
    assert {name.partition("_changed")[0] for name in added} == {"tell.2.weight"}
    np.testing.assert_allclose(answer(path), exact, rtol=0.02, atol=0.02 * np.abs(exact).max())
