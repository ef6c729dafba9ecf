"""What an unknown name was probably meant to be."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from scipix.engine.latex.syntax import signatures as S
from scipix.engine.latex.syntax.glyphs import GLYPHS
from scipix.engine.latex.syntax.lexer import Token
from scipix.engine.latex.syntax.problems import Fix

_LONGEST = 25


@cache
def known_commands() -> frozenset[str]:
    """Every command that the reader understands."""
    others = (
        S.SIGNATURES, S.SPACES, S.WITH_LENGTH, S.SWITCHES, S.OPERATORS, S.MACROS, S.SIZED, S.INFIXES,
        S.OPAQUE, S.BRACED, S.RULES, S.ROW_ENDS,
    )  # fmt: skip
    extra = r"\left \right \middle \begin \end \limits \nolimits \displaylimits \color \sp \sb"
    return frozenset(GLYPHS).union(extra.split(), *others)


def suggestion(name: str) -> str:
    """A hint for an unknown command."""
    if name in S.REPLACEMENTS:
        return f"LaTeX writes {S.REPLACEMENTS[name]}."
    if close := closest(name):
        return f"Did you mean {close}?"
    head = next(
        (name[:size] for size in range(len(name) - 1, 2, -1) if name[:size] in known_commands()), None
    )
    if head:
        return f"Did you mean {head} {name[len(head) :]}?"
    return r"Check its spelling; for a function's name write \operatorname{...}."


def replacement(token: Token) -> Fix | None:
    """The standard spelling of a command that is LaTeX in all but name."""
    text = S.REPLACEMENTS.get(token.text)
    if text is None:
        return None
    apart = "" if text.endswith("}") else " "
    return Fix(token.start, token.end, text + apart, f"{token.text} is written {text}.")


def closest(name: str) -> str | None:
    """The known command that is spelled most alike, if one is near."""
    if len(name) > _LONGEST or len(name) < 3:
        return None
    near = [
        known
        for known in known_commands()
        if abs(len(known) - len(name)) <= 2
        and (known[1:2].lower() == name[1].lower() or known[2:] == name[2:])
    ]
    found = get_close_matches(name[1:], sorted(one[1:] for one in near), n=1, cutoff=0.75)
    return "\\" + found[0] if found else None


def environment_suggestion(name: str) -> str:
    """A hint for an unknown environment."""
    found = get_close_matches(name[:_LONGEST], list(S.ENVIRONMENTS), n=1)
    return f"Did you mean {found[0]}?" if found else "Known are aligned, array, cases, pmatrix and their kin."
