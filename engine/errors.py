"""What the engine raises. Every error says what happened and what the user can do, in words for a user."""

from __future__ import annotations


class EngineError(Exception):
    """The root of the tree: ``title`` (a few words), ``message`` (what happened), ``hint`` (what to do)."""

    def __init__(self, title: str, message: str, hint: str = "") -> None:
        super().__init__(title, message, hint)
        self.title = title
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.title}: {self.message}"


class ImageError(EngineError):
    """The picture cannot be used: unreadable, empty, too large, or of a kind that is not supported."""


class NoFormulaError(EngineError):
    """The picture is fine, and there is no formula in it."""


class ModelError(EngineError):
    """The weights are missing, damaged, or not the ones that the manifest names."""


class ProviderError(EngineError):
    """No execution provider could run the models."""
