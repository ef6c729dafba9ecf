"""Every thread has a batch and gradients of its own; the weights are the same for all."""

from __future__ import annotations

from contextlib import nullcontext
from itertools import count

import pytest

torch = pytest.importorskip("torch", reason="needs the extra training")

from scipix.models.training import fit  # noqa: E402
from scipix.models.training.fit import Step, _gradients  # noqa: E402


@pytest.fixture(autouse=True)
def exact(monkeypatch: pytest.MonkeyPatch) -> None:
    """float32 also where bfloat16 is faster."""
    monkeypatch.setattr(fit, "fast_arithmetic", nullcontext)


def step(model, batch):
    loss = (model(batch) ** 2).mean()
    return Step(loss, len(batch), (loss,))


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_the_gradient_is_the_mean_over_the_batches_at_the_weights_of_now(threads: int) -> None:
    torch.manual_seed(1)
    model = torch.nn.Linear(3, 2)
    shown = [torch.randn(4, 3) for _ in range(2 * threads)]
    gradients = _gradients(model, iter(shown), step, threads)
    for turn in range(2):
        mine = shown[turn * threads : (turn + 1) * threads]
        expected = torch.autograd.grad(step(model, torch.cat(mine)).loss, model.weight)[0]
        results = next(gradients)
        assert sum(result.size for result in results) == 4 * threads
        assert torch.allclose(model.weight.grad, expected, atol=1e-6)
        with torch.no_grad():
            model.weight.sub_(model.weight.grad)


def test_what_is_frozen_gets_no_gradient() -> None:
    model = torch.nn.Linear(3, 2)
    model.bias.requires_grad_(False)
    next(_gradients(model, iter([torch.randn(4, 3)] * 2), step, 2))
    assert model.bias.grad is None
    assert model.weight.grad is not None


def test_what_a_thread_raises_ends_the_training() -> None:
    def fails(model, batch):
        raise ValueError(batch)

    with pytest.raises(ValueError, match="0"):
        next(_gradients(torch.nn.Linear(1, 1), count(), fails, 2))
