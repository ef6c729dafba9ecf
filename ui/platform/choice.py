"""Choosing the first of several handlers that works here, with a word on each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scipix.engine.errors import EngineError


class Handler(Protocol):
    """What choosing needs to know."""

    name: str

    def problem(self) -> str | None:
        """Return why it cannot work in this session, or None."""


H = TypeVar("H", bound=Handler)


@dataclass(frozen=True, slots=True)
class Choice(Generic[H]):
    """The handler, or else the ``error`` to show.

    ``verdicts`` has ``(name, why not)`` for each handler that was asked; the chosen one's is None.
    """

    handler: H | None
    error: EngineError | None
    verdicts: tuple[tuple[str, str | None], ...]

    @property
    def reason(self) -> str:
        """One line for a log or a tooltip."""
        return "; ".join(f"{name}: {problem or 'chosen'}" for name, problem in self.verdicts)


def first_usable(handlers: Sequence[H], failure: Callable[[str], EngineError]) -> Choice[H]:
    """Return the first handler without a problem; ``failure`` makes the error from what all of them said."""
    verdicts: list[tuple[str, str | None]] = []
    for handler in handlers:
        problem = handler.problem()
        verdicts.append((handler.name, problem))
        if problem is None:
            return Choice(handler, None, tuple(verdicts))
    return Choice(None, failure(" ".join(why for _, why in verdicts if why)), tuple(verdicts))
