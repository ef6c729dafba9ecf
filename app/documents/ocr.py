"""Reading scanned pages: text by rapidocr, where it is installed."""

from __future__ import annotations

from scipix.app.documents.read import ScanReader


def scan_reader() -> ScanReader | None:
    """What reads pictures of pages; None where nothing is installed for it."""
    return None
