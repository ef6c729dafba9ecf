"""Environments and rows between braces: cells, rules, ends of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scipix.engine.latex.syntax import signatures as S
from scipix.engine.latex.syntax.cursor import CELL_ENDS, Frame
from scipix.engine.latex.syntax.lexer import Token, is_length
from scipix.engine.latex.syntax.nodes import Environment, Line, Row
from scipix.engine.latex.syntax.problems import Fix
from scipix.engine.latex.syntax.suggest import environment_suggestion

if TYPE_CHECKING:
    from scipix.engine.latex.syntax.reader import Reader

_CELL = Frame(CELL_ENDS | {r"\end"}, barrier=frozenset({r"\right"}))
_BRACED_CELL = Frame(CELL_ENDS | {"}"}, barrier=frozenset({r"\right"}))


def environment(reader: Reader, begin: Token) -> Environment:
    """What follows ``\\begin``, up to and with the ``\\end`` of the same name."""
    name = reader.raw(begin).strip()
    place = reader.behind
    if name not in S.ENVIRONMENTS:
        reader.report(begin.start, place, f"Unknown environment {name}.", environment_suggestion(name))
    option, arguments = _arguments(reader, begin, S.ENVIRONMENTS.get(name, ""))
    lines = _lines(reader, _CELL)
    _end(reader, begin, place, name)
    return Environment(name, lines, arguments, option, start=begin.start, end=reader.behind)


def braced_rows(reader: Reader, command: Token) -> Environment:
    """``\\substack{a \\\\ b}`` and plain TeX's matrices."""
    brace = reader.accept("{")
    if brace is None:
        reader.report(
            command.start,
            command.end,
            f"An argument is missing behind {command.text}.",
            "Put the rows in braces.",
        )
        return Environment(command.text, (), start=command.start, end=command.end)
    lines = _lines(reader, _BRACED_CELL)
    if reader.peek_text() == "}":
        reader.position += 1
    else:
        reader.report(brace.start, brace.end, "This { is never closed.", "Add the } behind the last row.")
    return Environment(command.text, lines, start=command.start, end=reader.behind)


def _arguments(reader: Reader, begin: Token, signature: str) -> tuple[str, tuple[str, ...]]:
    option = ""
    if "O" in signature and _position_follows(reader):
        option = reader.raw_option() or ""
    arguments = tuple(reader.raw(begin).strip() for letter in signature if letter == "r")
    return option, arguments


def _position_follows(reader: Reader) -> bool:
    """Whether a bracket holds a position or columns, not the first cell's own bracket."""
    texts = [
        token.text for token in reader.tokens[reader.position : reader.position + 8] if token.text != " "
    ]
    if not texts or texts[0] != "[" or "]" not in texts:
        return False
    inside = texts[1 : texts.index("]")]
    return bool(inside) and set(inside) <= set("tcblr")


def _end(reader: Reader, begin: Token, place: int, name: str) -> None:
    token = reader.peek()
    if token is None or token.text != r"\end":
        fix = reader.append(f"\\end{{{name}}}") if token is None else None
        reader.report(
            begin.start, place, f"\\begin{{{name}}} has no \\end.", f"Add \\end{{{name}}}.", fix=fix
        )
        return
    reader.position += 1
    found = reader.raw(token).strip()
    if found != name:
        text = f"\\end{{{name}}}"
        fix = Fix(token.start, reader.behind, text, f"\\end{{{found}}} is now {text}, as it began.")
        reader.report(
            token.start,
            reader.behind,
            f"\\begin{{{name}}} ends with \\end{{{found}}}.",
            f"Write {text}.",
            fix=fix,
        )


def _lines(reader: Reader, frame: Frame) -> tuple[Line, ...]:
    """Rows of cells. The last has no ending; an empty last one that draws no rule is left out."""
    lines: list[Line] = []
    if not reader.open(frame):
        reader.close()
        return ()
    while True:
        start = reader.here
        rules = _rules(reader)
        cells: list[Row] = [reader.row()]
        while reader.peek_text() == "&":
            reader.position += 1
            cells.append(reader.row())
        ending = _ending(reader) if reader.peek_text() in S.ROW_ENDS else ""
        lines.append(Line(tuple(cells), rules, ending, start=start, end=reader.behind))
        if not ending:
            break
    reader.close()
    if lines[-1].cells == ((),) and not lines[-1].rules:
        lines.pop()
    return tuple(lines)


def _rules(reader: Reader) -> tuple[str, ...]:
    rules: list[str] = []
    while True:
        reader.skip_blanks()
        token = reader.peek()
        if token is None or token.text not in S.RULES:
            return tuple(rules)
        reader.position += 1
        rules.append(token.text + ("{" + reader.raw(token) + "}" if S.RULES[token.text] else ""))


def _ending(reader: Reader) -> str:
    """``\\\\`` with its star and length. A bracket that holds no length belongs to the next row."""
    ending = reader.next().text
    if ending != r"\\":
        return ending
    if reader.peek_text() == "*":
        reader.position += 1
        ending += "*"
    start, known = reader.position, len(reader.problems)
    length = reader.raw_option()
    if length is not None and is_length(length):
        return f"{ending}[{length.strip()}]"
    reader.position = start
    del reader.problems[known:]
    return ending
