"""Longer formulas out of short ones: side by side, with relations between, or one below the other."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from scipix.models.training.grammar_arrays import condition
from scipix.models.training.grammar_leaves import binary, chance, relation
from scipix.models.training.grammar_matrices import environment

_TOKEN = re.compile(r"\\(?:begin|end)\s*\{[^}]*\}|\\[A-Za-z]+\*?|\\.|[^\s\\]|\s+", re.DOTALL)
_RELATIONS = frozenset(
    (
        r"= < > \leq \le \geq \ge \equiv \sim \simeq \approx \cong \neq \ne \to \rightarrow \Rightarrow \in "
        r"\subset \mapsto"
    ).split()
)
_OPEN = frozenset(("{", r"\left", r"\bgroup"))
_CLOSE = frozenset(("}", r"\right", r"\egroup"))
_SIZED = re.compile(r"\\(?:left|right|middle|[bB]igg?[lrm]?)$")
"""What takes the token that follows as its delimiter, be it ``<``."""
_INFIX = frozenset(r"\over \atop \choose \brack \brace \above".split())
_SWITCHES = frozenset(
    r"\rm \bf \cal \it \sf \tt \mit \frak \scr \displaystyle \textstyle \scriptstyle".split()
)
_TRAILING = re.compile(r"(?:\s|\\[,;:! ]|\\quad\b|\\qquad\b|~|(?<!\\)[.,;])+$")


def top_level(formula: str) -> list[tuple[int, str]]:
    """Tokens outside of all groups, environments and ``\\left ... \\right``, with their positions."""
    depth, sized, found = 0, False, []
    for match in _TOKEN.finditer(formula):
        token = match.group()
        delimiter, sized = (
            sized and not token.isspace(),
            bool(_SIZED.match(token)) or (sized and token.isspace()),
        )
        if delimiter:
            continue
        if token in _CLOSE or token.startswith(r"\end"):
            depth -= 1
        elif token in _OPEN or token.startswith(r"\begin"):
            depth += 1
        elif depth == 0 and not token.isspace():
            found.append((match.start(), token))
    return found


def member(formula: str) -> str:
    """A formula made fit to stand beside others: no end punctuation, what reaches too far fenced in."""
    stripped = _TRAILING.sub("", formula.strip())
    # Cutting inside of \left. or after a backslash would break the formula.
    bare = (
        stripped
        if stripped and not re.search(r"\\(?:left|right|middle|[bB]igg?[lrm]?)?$", stripped)
        else formula.strip()
    )
    tokens = {token for _, token in top_level(bare)}
    if tokens & {"&", r"\\", r"\cr"}:
        return rf"\begin{{aligned}} {bare} \end{{aligned}}"
    return f"{{{bare}}}" if tokens & (_INFIX | _SWITCHES) else bare


def _split(formula: str) -> list[str]:
    """Left side, relation, right side at the first relation; the whole if there is none to split at."""
    for position, token in top_level(formula):
        if token in _RELATIONS and position:
            rest = formula[position + len(token) :]
            # A relation with scripts, in a script or negated belongs to its neighbours.
            if not rest.lstrip().startswith(("_", "^", "'", r"\limits")) and not formula[
                :position
            ].rstrip().endswith((r"\not", "_", "^", r"\mathrel", r"\stackrel", r"\overset")):
                left = formula[:position].strip()
                colon = left.endswith(":") and token == "="
                return [left[:-1].strip() if colon else left, ":=" if colon else token, rest.strip()]
    return [formula]


def _in_line(rng: random.Random, members: Sequence[str]) -> str:
    parts = [members[0]]
    comma = chance(rng, 0.45)
    for other in members[1:]:
        glue = rng.choice((",", ",", r", \quad", r", \qquad", ";", r"\quad", r", \;")) if comma else ""
        parts += [glue or (relation(rng) if chance(rng, 0.4) else binary(rng)), other]
    return " ".join(parts)


def _in_rows(rng: random.Random, members: Sequence[str]) -> str:
    end = rng.choice(("", "", ",", " ,"))
    split = [_split(formula) for formula in members]
    form = rng.random()
    if form < 0.55:
        cells = [[row[0], " ".join(row[1:]) + end] if len(row) == 3 else ["", row[0] + end] for row in split]
        if chance(rng, 0.25):
            cells.append(["", f"{rng.choice('+-')} {rng.choice(split)[-1] or '1'}"])
        return environment("aligned", cells)
    if form < 0.7:
        return environment("array", [row if len(row) == 3 else ["", "", *row] for row in split], "rcl")
    whole = [[formula + end] for formula in members]
    if form < 0.85:
        return environment(rng.choice(("gathered", "aligned")), whole)
    return environment("array", whole, rng.choice("lc"))


def _in_braces(rng: random.Random, members: Sequence[str]) -> str:
    cells = [[formula] for formula in members]
    if chance(rng, 0.4):
        cells = [[formula + ",", condition(rng)] for formula in members]
    if chance(rng, 0.3):
        return rf"\left\{{ {environment('array', cells, 'l' * len(cells[0]))} \right."
    return environment("cases", cells)


def join(rng: random.Random, formulas: Sequence[str]) -> str:
    """Join two or three one-line formulas into one, in a line (half of the time) or in rows.

    End punctuation of the members is dropped; ``\\over`` and font switches are kept from reaching over.

    Raises:
        ValueError: there is nothing to join.
    """
    members = [member(formula) for formula in formulas if formula.strip()]
    if not members:
        raise ValueError("no formulas to join")
    if len(members) == 1:
        return members[0]
    form = rng.random()
    if form < 0.5:
        return _in_line(rng, members)
    return _in_rows(rng, members) if form < 0.85 else _in_braces(rng, members)
