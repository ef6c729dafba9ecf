"""Finds what errors say, in their source: constant texts and those with values in them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOMS = ("engine", "app", "ui")
ROOT_ERROR = "EngineError"
MAKERS = frozenset({"Problem", "report"})
"""Calls that make what is shown of an error in LaTeX."""
NOTICE = "notice"
"""The name of variables that hold a text for the window which is no error."""


def error_texts(root: Path) -> list[str]:
    """All texts, in no order; the value number n stands as {n}, and a brace as two."""
    trees = [
        ast.parse(path.read_text("utf-8")) for room in ROOMS for path in sorted((root / room).rglob("*.py"))
    ]
    makers = MAKERS | _errors(trees)
    return [text for tree in trees for text in _texts(tree, makers)]


def is_pattern(text: str) -> bool:
    """Whether a text has places for values."""
    return "{0}" in text


def _errors(trees: list[ast.Module]) -> set[str]:
    """The names of the errors for users: EngineError and what derives from it."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    found, before = {ROOT_ERROR}, 0
    while len(found) > before:
        before = len(found)
        found |= {item.name for item in classes if found & {_name(base) for base in item.bases}}
    return found


def _texts(tree: ast.Module, makers: frozenset[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and NOTICE in map(_name, node.targets):
            yield from _shown(node.value)
        if isinstance(node, ast.Call) and _name(node.func) in makers:
            for value in [*node.args, *(keyword.value for keyword in node.keywords)]:
                yield from _shown(value)


def _shown(node: ast.expr) -> Iterator[str]:
    """The texts that an argument may be; a word that does not begin a sentence is a name of something."""
    if isinstance(node, ast.IfExp):
        yield from _shown(node.body)
        yield from _shown(node.orelse)
        return
    if isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _shown(value)
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
    elif isinstance(node, ast.JoinedStr):
        text = _pattern(node)
    else:
        return
    if text[:1].isupper() or (text[:1] in ("\\", "{", "'") and " " in text.strip()):
        yield text


def _pattern(node: ast.JoinedStr) -> str:
    parts: list[str] = []
    number = 0
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append(str(value.value).replace("{", "{{").replace("}", "}}"))
        else:
            parts.append(f"{{{number}}}")
            number += 1
    return "".join(parts)


def _name(node: ast.expr) -> str:
    """The last part of a dotted name."""
    return getattr(node, "id", getattr(node, "attr", ""))
