"""What a conversion has written so far, as one text with the places of pages and doubtful formulas."""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from scipix.app.documents.conversion_orders import PageRead, ReadFormula
from scipix.app.documents.results import DOUBTFUL


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubtful formula; ``start`` and ``end`` are places in the text of its page."""

    page: int
    formula: ReadFormula


class ConvertedPages:
    """Pages in the order of the document, however they arrive."""

    def __init__(self) -> None:
        self.pages: list[PageRead] = []

    def clear(self) -> None:
        """Another conversion."""
        self.pages = []

    def add(self, page: PageRead) -> int:
        """Take a page, each once; returns its place among those that are there."""
        place = bisect.bisect_left(self.pages, page.page, key=lambda one: one.page)
        self.pages.insert(place, page)
        return place

    def doubts(self) -> list[Doubt]:
        """All doubtful formulas, in the order of the text."""
        return [
            Doubt(page.page, formula)
            for page in self.pages
            for formula in page.formulas
            if formula.confidence < DOUBTFUL
        ]

    def step(self, current: Doubt | None, step: int, page: int) -> Doubt | None:
        """The next (1) or former (-1) doubt, round and round; from none to the first from a page on."""
        doubts = self.doubts()
        if not doubts:
            return None
        if current in doubts:
            return doubts[(doubts.index(current) + step) % len(doubts)]
        return next((doubt for doubt in doubts if doubt.page >= page), doubts[0])
