"""Where a script ends: before what stands on its base's line.

The parser links every symbol by itself, so after a full stop or a bar in a script it may go on with the next
letter of the line, or with the script of a letter further right.
"""

from __future__ import annotations

from collections.abc import Sequence

from scipix.engine.latex import symbols as S
from scipix.engine.latex.spans import split_style
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.links import Links
from scipix.engine.recognize.relations import Relation

_SAME = 0.1
"""em by which top and bottom of two letters of one line may differ. Scripts differ by 0.2 em and more."""
_LEVEL = 0.06
"""The same for the bottom of a letter that is higher than the base. Subscripts stand 0.15 em lower."""
_SCRIPTS = (Relation.SUB, Relation.SUP)
_TELLING = S.LETTERS | S.DIGITS | S.GREEK | {r"\partial", r"\nabla", r"\ell", r"\hbar"}


def ended(
    tokens: Sequence[str], parents: Sequence[int], relations: Sequence[int], boxes: FloatArray
) -> tuple[list[int], list[int]]:
    """Parents and relations with every script ended before the symbols of its base's line.

    Args:
        tokens, parents, relations: of N symbols, as in :class:`assemble.Graph`.
        boxes: (N, 4) in em.
    """
    links = Links.of(tokens, parents, relations, boxes)
    for index, token in enumerate(tokens):
        if token == "." and relations[index] == Relation.SUB:
            _lift(links, index)
    scripts = [child for child, relation in enumerate(links.relations) if relation in _SCRIPTS]
    while scripts:
        scripts.extend(_end(links, scripts.pop()))
    return links.parents, links.relations


def _lift(links: Links, stop: int) -> None:
    """Put a full stop that begins a subscript, and no dots, behind its base, in place."""
    base, after = links.parents[stop], links.child(stop, Relation.NEXT)
    following = links.child(base, Relation.NEXT)
    if after is not None and links.tokens[after] in (".", ","):
        return
    if following is None:
        links.link(stop, base, Relation.NEXT)
    elif after is None and links.boxes[stop, 0] < links.boxes[following, 0]:
        links.join([stop, following], (base, int(Relation.NEXT)))


def _end(links: Links, start: int) -> list[int]:
    """End the script that begins with ``start``, in place; what begins a script of another base by that."""
    base, script = links.entry(start)
    following = links.child(base, Relation.NEXT)
    for current in links.after(start):
        if following is None and _is_level(links, current, base):
            links.link(current, base, Relation.NEXT)
            return []
        if following is not None and links.boxes[current, 0] > links.boxes[following, 2]:
            other = _last_before(links, following, current)
            if links.child(other, script) is not None:
                return []
            links.link(current, other, script)
            return [current]
    return []


def _is_level(links: Links, index: int, base: int) -> bool:
    """Whether a symbol stands on the base's line and is as high or higher, which a script never is."""
    index, base = _under_accents(links, index), _under_accents(links, base)
    if any(split_style(links.tokens[one])[1] not in _TELLING for one in (index, base)):
        return False
    top, bottom = links.boxes[index, [1, 3]] - links.boxes[base, [1, 3]]
    level = abs(top) < _SAME and abs(bottom) < _SAME
    return bool(level or (top < -_SAME and abs(bottom) < _LEVEL))


def _under_accents(links: Links, index: int) -> int:
    """A symbol, or the one that it is an accent of."""
    return list(links.walk(index, Relation.BODY))[-1]


def _last_before(links: Links, first: int, index: int) -> int:
    """Of a row that begins with ``first``, the last symbol that ends left of a symbol's beginning."""
    found = first
    for after in links.after(first):
        if links.boxes[after, 2] > links.boxes[index, 0]:
            break
        found = after
    return found
