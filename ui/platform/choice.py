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
    """The handler, if any works.

    ``verdicts`` has ``(name, why not)`` for each handler that was asked; the chosen one's is None.
    ``failure`` makes the error from what all of them said.
    """

    handler: H | None
    verdicts: tuple[tuple[str, str | None], ...]
    failure: Callable[[str], EngineError]

    @property
    def reason(self) -> str:
        """One line for a log or a tooltip."""
        return "; ".join(f"{name}: {problem or 'chosen'}" for name, problem in self.verdicts)

    def error(self) -> EngineError:
        """Return what to show where no handler works."""
        return self.failure(" ".join(problem for _, problem in self.verdicts if problem))


def first_usable(handlers: Sequence[H], failure: Callable[[str], EngineError]) -> Choice[H]:
    """Return the first handler without a problem."""
    verdicts: list[tuple[str, str | None]] = []
    for handler in handlers:
        problem = handler.problem()
        verdicts.append((handler.name, problem))
        if problem is None:
            return Choice(handler, tuple(verdicts), failure)
    return Choice(None, tuple(verdicts), failure)
