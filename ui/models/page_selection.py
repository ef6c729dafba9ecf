"""Selected text: from a character of one page to one of another, without Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scipix.app.documents.page_text import PageText
from scipix.engine.types import Box

Spot = tuple[int, int]
"""A page, and a place between its characters."""


@dataclass(frozen=True, slots=True)
class PageSelection:
    """``anchor`` is where it began, ``head`` follows the pointer."""

    anchor: Spot
    head: Spot

    @property
    def ends(self) -> tuple[Spot, Spot]:
        """Both ends in the order of the text."""
        return min(self.anchor, self.head), max(self.anchor, self.head)

    def pages(self) -> range:
        """The pages it touches."""
        start, end = self.ends
        return range(start[0], end[0] + 1)

    def span(self, page: int, text: PageText) -> tuple[int, int]:
        """What is selected of a page that it touches."""
        start, end = self.ends
        return (
            start[1] if page == start[0] else 0,
            end[1] if page == end[0] else len(text.text),
        )

    def areas(self, page: int, texts: Mapping[int, PageText]) -> Iterator[Box]:
        """What is to be tinted on a page."""
        if page in self.pages() and page in texts:
            yield from texts[page].areas(*self.span(page, texts[page]))

    def text(self, texts: Mapping[int, PageText]) -> str:
        """The words; of pages whose text is not known nothing."""
        parts = []
        for page in self.pages():
            if page in texts:
                start, end = self.span(page, texts[page])
                parts.append(texts[page].text[start:end])
        return "\n".join(part.strip("\n") for part in parts)
