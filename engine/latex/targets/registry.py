"""All targets. A module of this package that has ``TARGETS`` is one; nothing else need be told."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from scipix.engine.errors import EngineError
from scipix.engine.latex import targets
from scipix.engine.latex.targets.target import Target, formula

_GROUPS = ("latex", "web", "office", "text", "picture", "computation", "data")


@cache
def formats() -> tuple[Target, ...]:
    """Every format, in the order of a menu."""
    found: list[Target] = []
    for module in pkgutil.iter_modules(targets.__path__, targets.__name__ + "."):
        found.extend(getattr(import_module(module.name), "TARGETS", ()))
    return tuple(sorted(found, key=lambda target: _GROUPS.index(target.group)))


def target(target_id: str) -> Target:
    """A format by its id.

    Raises:
        EngineError: there is none of this name.
    """
    for one in formats():
        if one.id == target_id:
            return one
    names = ", ".join(one.id for one in formats())
    raise EngineError("Unknown format", f"There is no format {target_id}.", f"Choose one of {names}.")


def convert(source: str, target_id: str) -> str | bytes:
    """A formula in another format; text, or bytes where the format is binary.

    Raises:
        EngineError: no such format.
        LatexError: the source has an error; it says where.
        ConversionError: the format cannot express something; it says what and where.
    """
    return target(target_id).convert(formula(source))
