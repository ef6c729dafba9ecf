"""Repairs of a source where what was meant is beyond doubt."""

from __future__ import annotations

import re

from scipix.engine.latex.syntax.problems import Fix
from scipix.engine.latex.syntax.reader import Reading, read

_PASSES = 8
_WRAPPED = re.compile(r"\s*(?:\$\$(.*)\$\$|\$(.*)\$|\\\[(.*)\\\]|\\\((.*)\\\))\s*", re.DOTALL)
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&nbsp;": "~"}


def repair(source: str) -> tuple[str, tuple[str, ...]]:
    """The source with its unambiguous errors mended, and a note on each change; errors may remain."""
    notes: list[str] = []
    source = _unwrapped(_without_entities(source, notes), notes)
    for _ in range(_PASSES):
        reading = read(source)
        fixes = [problem.fix for problem in reading.problems if problem.fix]
        if not fixes:
            break
        source = _applied(source, fixes, notes)
    return _in_rows(source, read(source), notes), tuple(notes)


def _without_entities(source: str, notes: list[str]) -> str:
    for entity, char in _ENTITIES.items():
        if entity in source:
            source = source.replace(entity, char)
            notes.append(f"{entity} is written {char}.")
    return source


def _unwrapped(source: str, notes: list[str]) -> str:
    match = _WRAPPED.fullmatch(source)
    inner = next((group for group in match.groups() if group is not None), None) if match else None
    if inner is None or ("$" in inner.replace(r"\$", "") and r"\text" not in inner):
        return source
    notes.append("Removed the delimiters around the formula.")
    return inner.strip()


def _applied(source: str, fixes: list[Fix], notes: list[str]) -> str:
    """Apply the fixes from end to beginning, so that places stay right. The innermost closes first."""
    for fix in sorted(enumerate(fixes), key=lambda item: (item[1].start, -item[0]), reverse=True):
        edit = fix[1]
        source = source[: edit.start] + edit.text + source[edit.end :]
    notes.extend(fix.note for fix in fixes)
    return source


def _in_rows(source: str, reading: Reading, notes: list[str]) -> str:
    """Rows outside an environment become ``aligned``, if that is all that is wrong."""
    messages = {problem.message for problem in reading.problems}
    if not messages or not all("outside an environment" in message for message in messages):
        return source
    wrapped = f"\\begin{{aligned}} {source.strip()} \\end{{aligned}}"
    if read(wrapped).problems:
        return source
    notes.append("Put the rows in an aligned environment.")
    return wrapped
