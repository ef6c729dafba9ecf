"""Finds what errors say, in their source: constant texts and those with values in them.

That is what an error is called with, and besides each sentence that is no docstring, no word for a log or for
programmers: hints come from constants and functions too.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOMS = ("engine", "app", "ui")
FREE = ("engine", "app")
"""Those whose texts carry no mark: they know no Qt."""
SPOKEN_ELSEWHERE = frozenset({"cli", "writers", "settings.py"})
"""What terminals and documents say; the table of settings has a context of its own."""
LOG = frozenset({"debug", "info", "warning", "error", "exception"})
SENTENCE = re.compile(r"(?![A-Z]{2}).* .*(\.|\w\?|}\?)")
"""What begins with two capitals is SQL."""
ROOT_ERROR = "EngineError"
MAKERS = frozenset({"Problem", "report"})
"""Calls that make what is shown of an error in LaTeX."""
NOTICE = "notice"
"""The name of variables that hold a text for the window which is no error."""


def error_texts(root: Path) -> list[str]:
    """All texts, in no order; the value number n stands as {n}, and a brace as two."""
    paths = [path for room in ROOMS for path in sorted((root / room).rglob("*.py"))]
    trees = {path: ast.parse(path.read_text("utf-8")) for path in paths}
    makers = MAKERS | _errors(list(trees.values()))
    found = [text for tree in trees.values() for text in _texts(tree, makers)]
    for path, tree in trees.items():
        if path.relative_to(root).parts[0] in FREE and SPOKEN_ELSEWHERE.isdisjoint(path.parts):
            found += _sentences(tree, makers)
    return found


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


def _sentences(tree: ast.Module, makers: frozenset[str]) -> Iterator[str]:
    """Literals that begin and end like a sentence."""
    silent: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(node.value)
        if isinstance(node, ast.Call) and _is_silent(_name(node.func), makers):
            silent.update(ast.walk(node))
        if isinstance(node, ast.JoinedStr):
            silent.update(node.values)
        if node not in silent and isinstance(node, ast.Constant | ast.JoinedStr):
            text = next(_shown(node), "")
            if SENTENCE.fullmatch(text.strip()) and "\n" not in text:
                yield text.strip()


def _is_silent(name: str, makers: frozenset[str]) -> bool:
    return name in LOG or (name.endswith("Error") and name not in makers)


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
    if text[:1].isupper() or (text[:1] in tuple("\\{'#%& ") and " " in text.strip()):
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
