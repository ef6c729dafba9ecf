"""What a search has found so far, in the order of the pages, and the one that is looked at."""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from scipix.app.documents.page_requests import Found
from scipix.engine.types import Box

AT_MOST = 20_000
"""More are not kept: nobody goes through them."""


class PageHits:
    """Grows while the search goes on; the hit that is looked at stays the same."""

    def __init__(self) -> None:
        self._hits: list[Found] = []
        self.by_page: dict[int, tuple[Box, ...]] = {}
        self.current: Found | None = None

    def __len__(self) -> int:
        return len(self._hits)

    def clear(self) -> None:
        """Nothing is looked for."""
        self._hits, self.by_page, self.current = [], {}, None

    def add(self, found: Iterable[Found]) -> None:
        """Hits of pages that were not searched before."""
        for hit in found:
            if len(self._hits) < AT_MOST:
                bisect.insort_right(self._hits, hit, key=lambda one: one.page)
                self.by_page[hit.page] = (*self.by_page.get(hit.page, ()), hit.box)

    @property
    def place(self) -> int:
        """The number of the current hit, from 1; 0 for none."""
        return self._hits.index(self.current) + 1 if self.current is not None else 0

    def step(self, step: int, page: int) -> Found | None:
        """Go to the next (1) or former (-1) hit, round and round; from no hit to the first from a page on."""
        if not self._hits:
            return None
        if self.current is None:
            at = bisect.bisect_left(self._hits, page, key=lambda one: one.page)
            at = at if step > 0 else at - 1
        else:
            at = self._hits.index(self.current) + step
        self.current = self._hits[at % len(self._hits)]
        return self.current
