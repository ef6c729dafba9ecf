"""What a person has said about an answer, and how."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Kind(enum.StrEnum):
    """The kinds of app.memory.memory, which is not loaded when the window opens."""

    COPIED = "copied"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    CHOSEN = "chosen"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Said:
    """``latex`` is what is right; empty where all that is known is that the answer is wrong."""

    kind: Kind
    latex: str = ""


def kind_of(latex: str, read: str, readings: tuple[str, ...], given: Kind) -> Kind:
    """What accepting ``latex`` amounts to; ``read`` was the answer and ``readings`` are its alternatives."""
    if latex == read:
        return given
    return Kind.CHOSEN if latex in readings else Kind.EDITED


def adds_something(new: Said, before: Said | None) -> bool:
    """Whether to say something after what was said before; copying says less than anything else."""
    if before is None:
        return True
    if new.kind is Kind.COPIED and (before.kind is Kind.REJECTED or before.latex == new.latex):
        return False
    return new != before
