"""The syntax tree as JSON, for programs."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from scipix.engine.latex.syntax.nodes import Line, Located
from scipix.engine.latex.targets.target import Formula, Target

_VERSION = 1


def _value(value: object) -> Any:
    if isinstance(value, Located):
        return _node(value)
    if isinstance(value, tuple):
        return [_value(part) for part in value]
    return value


def _node(node: Located) -> dict[str, Any]:
    """A node as an object: its type, its place in the source, its fields."""
    kind = "line" if isinstance(node, Line) else type(node).__name__.lower()
    result: dict[str, Any] = {"type": kind, "start": node.start, "end": node.end}
    for field in fields(node):
        if field.name not in ("start", "end"):
            result[field.name] = _value(getattr(node, field.name))
    return result


def _convert(formula: Formula) -> str:
    tree = {"version": _VERSION, "source": formula.source, "row": _value(formula.syntax)}
    return json.dumps(tree, ensure_ascii=False)


TARGETS = (Target("json", "JSON of the tree", "data", ".json", ("application/json", "text/plain"), _convert),)
