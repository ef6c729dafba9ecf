"""The thread that makes batches ahead: order, end, and errors that must not be lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scipix.models.training.background import in_background


def test_items_come_in_their_order_and_end() -> None:
    assert list(in_background(iter(range(50)))) == list(range(50))


def test_an_error_of_the_source_reaches_the_training_after_the_items_before_it() -> None:
    def broken() -> Iterator[int]:
        yield 1
        yield 2
        raise ValueError("a damaged shard")

    batches = in_background(broken())
    assert [next(batches), next(batches)] == [1, 2]
    with pytest.raises(ValueError, match="a damaged shard"):
        next(batches)
