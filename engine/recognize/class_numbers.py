"""Classes are known by number; rules name them."""

from __future__ import annotations

from collections.abc import Container, Sequence

import numpy as np
import numpy.typing as npt


def class_numbers(classes: Sequence[str], names: Container[str]) -> npt.NDArray[np.intp]:
    """The numbers of the classes that have one of these names, in ascending order."""
    return np.array([number for number, name in enumerate(classes) if name in names], np.intp)
