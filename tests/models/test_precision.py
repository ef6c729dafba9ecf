"""Trainings use bfloat16 only where it is the faster arithmetic."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="needs the extra training")

from scipix.models.training import precision  # noqa: E402


@pytest.mark.parametrize(("half", "single", "dtype"), [(1.0, 4.0, "bfloat16"), (10.0, 1.0, "float32")])
def test_arithmetic_follows_the_measurement(
    monkeypatch: pytest.MonkeyPatch, half: float, single: float, dtype: str
) -> None:
    monkeypatch.setattr(precision, "_seconds", lambda wanted: half if wanted else single)
    precision._bfloat16_is_faster.cache_clear()
    with precision.fast_arithmetic():
        product = torch.ones(2, 2) @ torch.ones(2, 2)
    precision._bfloat16_is_faster.cache_clear()
    assert product.dtype == getattr(torch, dtype)


def test_both_times_are_measured() -> None:
    assert precision._seconds(half=True) > 0
    assert precision._seconds(half=False) > 0
