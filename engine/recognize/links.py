"""The links of a layout graph while rules change them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.relations import Relation

ARRAY_LINKS = (Relation.CELL, Relation.ROW, Relation.ATOP, Relation.AFTER)


@dataclass(frozen=True, slots=True)
class Links:
    """Parent and relation of N symbols. Walks end after N steps, whatever circles there are."""

    tokens: Sequence[str]
    parents: list[int]
    relations: list[int]
    boxes: FloatArray
    children: tuple[list[int], ...]

    @classmethod
    def of(
        cls, tokens: Sequence[str], parents: Sequence[int], relations: Sequence[int], boxes: FloatArray
    ) -> Links:
        """Links to change, a copy of those given.

        Args:
            tokens, parents, relations: of N symbols, as in :class:`assemble.Graph`.
            boxes: (N, 4) in em.
        """
        children: tuple[list[int], ...] = tuple([] for _ in parents)
        for child, parent in enumerate(parents):
            if parent >= 0:
                children[parent].append(child)
        return cls(tokens, list(parents), list(relations), boxes, children)

    def child(self, index: int, relation: int) -> int | None:
        return next((child for child in self.children[index] if self.relations[child] == relation), None)

    def entry(self, index: int) -> tuple[int, int]:
        """A symbol's parent and its relation to it."""
        return self.parents[index], self.relations[index]

    def link(self, index: int, parent: int, relation: int) -> None:
        """Hang a symbol, with all that hangs on it, somewhere else."""
        if self.parents[index] >= 0:
            self.children[self.parents[index]].remove(index)
        if parent >= 0:
            self.children[parent].append(index)
        self.parents[index], self.relations[index] = parent, int(relation)

    def join(self, row: Sequence[int], entry: tuple[int, int]) -> None:
        """Make a row of symbols whose first one is entered by a link."""
        for index in row:
            self.link(index, *entry)
            entry = (index, int(Relation.NEXT))

    def walk(self, start: int | None, relation: int = Relation.NEXT) -> Iterator[int]:
        """A symbol, its child by the relation, that one's child ..."""
        for _ in self.parents:
            if start is None:
                return
            yield start
            start = self.child(start, relation)

    def after(self, index: int) -> list[int]:
        """What stands behind a symbol in its row."""
        return list(self.walk(self.child(index, Relation.NEXT)))

    def last(self, index: int) -> int:
        """The end of the row that a symbol stands in."""
        return [index, *self.after(index)][-1]

    def before(self, index: int) -> list[int]:
        """What stands before a symbol in its row, from the first on."""
        found: list[int] = []
        while self.relations[index] == Relation.NEXT and len(found) < len(self.parents):
            index = self.parents[index]
            found.insert(0, index)
        return found

    def below(self, index: int, without: Collection[int] = ()) -> list[int]:
        """A symbol and all that hangs on it, but for what its own relations ``without`` lead to."""
        found, seen = [index], {index}
        for member in found:
            for child in self.children[member]:
                left_out = member == index and self.relations[child] in without
                if child not in seen and not left_out:
                    found.append(child)
                    seen.add(child)
        return found

    def extent(self, index: int, without: Collection[int] = ()) -> tuple[float, float]:
        """Left and right end, in em, of a symbol with what hangs on it, but for the relations named."""
        box = self.boxes[self.below(index, without)]
        return float(box[:, 0].min()), float(box[:, 2].max())
