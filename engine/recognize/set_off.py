"""Scripts set off from their base: ``F_i{}^j``.

The parser knows such a script as one before the next symbol of its row. At the end of a row it has none, and
takes one in the next cell, or stacks both scripts of the base. Where they lie says what they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from scipix.engine.latex import symbols as S
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.links import ARRAY_LINKS, Links
from scipix.engine.recognize.relations import Relation

_BEHIND = {int(Relation.PRESUB): Relation.SUB, int(Relation.PRESUP): Relation.SUP}
_LEAST_GAP = 0.04
"""em of white between the end of a subscript and a superscript set off from it."""
_LEAST_SHIFT = 0.15
"""em: a stacked superscript begins at most so far right of its base's ink, whose slant moves it as far as it
reaches."""
_BESIDE = (Relation.NEXT, Relation.SUB, Relation.SUP, *ARRAY_LINKS)
_STACKED = S.LIMIT_OPERATORS | S.INTEGRALS


def set_off(
    tokens: Sequence[str], parents: Sequence[int], relations: Sequence[int], boxes: FloatArray
) -> tuple[list[int], list[int], frozenset[int]]:
    """Parents and relations with scripts at the end of a cell in that cell, and which of the scripts are set
    off: the first symbol of each that begins where its base's other script ends.

    Args:
        tokens, parents, relations: of N symbols, as in :class:`assemble.Graph`.
        boxes: (N, 4) in em.
    """
    links = Links.of(tokens, parents, relations, boxes)
    for index, relation in enumerate(relations):
        if relation in _BEHIND:
            _move_back(links, index)
    found = (_set_off_at(links, base) for base in range(len(tokens)))
    return links.parents, links.relations, frozenset(head for head in found if head is not None)


def _move_back(links: Links, script: int) -> None:
    """Hang a script before a symbol on the one that it is before, or on the cell's end that it is behind."""
    base, relation = links.entry(script)
    left, right = links.extent(script)
    for before in reversed(links.before(base)):
        if right > links.boxes[before, 0]:
            break
        base = before
    if links.relations[base] == Relation.CELL:
        head = links.parents[base]
        last = links.last(head)
        _, end = links.extent(last, (*ARRAY_LINKS, Relation.NEXT))
        if left - end < links.boxes[base, 0] - right and links.child(last, _BEHIND[relation]) is None:
            base, relation = last, _BEHIND[relation]
    if base != links.parents[script] and links.child(base, relation) is None:
        links.link(script, base, relation)


def _set_off_at(links: Links, base: int) -> int | None:
    """The script of a base that begins behind the other one."""
    sub, sup = links.child(base, Relation.SUB), links.child(base, Relation.SUP)
    if sub is None or sup is None or links.tokens[base] in _STACKED:
        return None
    (sub_left, sub_right), (sup_left, sup_right) = links.extent(sub), links.extent(sup)
    if sub_left > sup_right:
        return sub
    _, end = links.extent(base, _BESIDE)
    return sup if sup_left > max(sub_right + _LEAST_GAP, end + _LEAST_SHIFT) else None
