"""What goes wrong with documents. Apart from the module that needs MuPDF, for who is only told of it."""

from __future__ import annotations

from scipix.engine.errors import EngineError


class DocumentError(EngineError):
    """The file is no document that can be read."""


class PasswordError(DocumentError):
    """The file is encrypted, and the password is missing or wrong."""


class PageError(DocumentError):
    """One page of the document cannot be read."""
