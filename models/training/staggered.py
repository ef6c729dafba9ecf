r"""Scripts set off by a space: ``F^\mu_{~\nu}`` means, and shows, ``F^\mu{}_\nu``.

Many papers push an index aside with a space instead of an empty group. Normal forms have no spaces, so the
normal form of such a source stacks the scripts, which is not what its picture shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scipix.engine.latex.parse import parse
from scipix.engine.latex.tokens import TokenStream, tokenize
from scipix.engine.latex.write import write

_SCRIPTS = ("^", "_")
_SPACES = frozenset({"~", r"\ ", r"\,", r"\:", r"\>", r"\;", r"\quad", r"\qquad", r"\hspace"})


def as_right(sources: Iterable[str]) -> tuple[str, ...]:
    """Normal forms of those of the sources that set scripts off, their scripts where they are seen.

    Raises:
        ParseError: a source is not a formula of the supported language.
    """
    meant = (staggered(source) for source in sources)
    return tuple(write(parse(one)) for one in meant if one is not None)


def staggered(source: str) -> str | None:
    """The source with empty groups before scripts that a space sets off, None where there are none.

    Of two scripts one has to begin with a space and the other not; the first of them stays at its base.
    Scripts in scripts are left as they are.

    Raises:
        ParseError: the argument of a script is not closed.
    """
    parts = list(_parts(tokenize(source)))
    found = _with_groups(parts)
    return "".join(found) if found != [token for part in parts for token in part] else None


def _parts(tokens: list[str]) -> Iterator[list[str]]:
    """Single tokens, and scripts with their arguments and the blanks behind them."""
    stream = TokenStream(tokens)
    while stream.peek() is not None:
        start = stream.position
        if stream.next() in _SCRIPTS:
            stream.skip_blanks()
            if stream.peek() is not None:
                stream.raw_argument()
            while stream.peek() == " ":
                stream.next()
        yield tokens[start : stream.position]


def _with_groups(parts: Sequence[list[str]]) -> list[str]:
    tokens: list[str] = []
    position = 0
    while position < len(parts):
        pair = parts[position : position + 2]
        position += 1
        if len(pair) == 2 and _are_pair(*pair) and _set_off(pair[0]) != _set_off(pair[1]):
            near, far = sorted(pair, key=_set_off)
            tokens += [*near, "{", "}", *far]
            position += 1
        else:
            tokens += pair[0]
    return tokens


def _are_pair(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) > 1 and len(other) > 1 and {one[0], other[0]} == set(_SCRIPTS)


def _set_off(script: Sequence[str]) -> bool:
    """Whether a script begins with a space, inside of any braces."""
    inside = [token for token in script[1:] if token not in ("{", " ")]
    return bool(inside) and inside[0] in _SPACES
