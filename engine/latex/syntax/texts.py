"""Texts inside formulas: ``\\text{if $x$ is even}``. Blanks count, formulas stand between dollars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scipix.engine.latex.syntax import signatures as S
from scipix.engine.latex.syntax.cursor import Frame
from scipix.engine.latex.syntax.glyphs import GLYPHS
from scipix.engine.latex.syntax.lexer import Token
from scipix.engine.latex.syntax.nodes import (
    Argument,
    Command,
    Group,
    Inline,
    Node,
    Opaque,
    Row,
    Run,
    Space,
    Switch,
    Symbol,
    Unknown,
)
from scipix.engine.latex.syntax.suggest import suggestion

if TYPE_CHECKING:
    from scipix.engine.latex.syntax.reader import Reader

_BRACE = Frame(frozenset({"}"}))
_ENDS = {"$": "$", r"\(": r"\)"}


def text_row(reader: Reader, owner: Token) -> Row:
    """The text argument of a command."""
    reader.skip_blanks()
    token = reader.peek()
    if token is None or token.text == "}" or reader.closes_something(token.text):
        reader.report(
            owner.start, owner.end, f"A text is missing behind {owner.text}.", f"Write {owner.text}{{...}}."
        )
        return ()
    if token.text != "{":
        return (_atom(reader),) if token.is_command or token.text == "$" else (_character(reader),)
    reader.position += 1
    return _rest(reader, token)


def _character(reader: Reader) -> Run:
    token = reader.next()
    return Run(token.text, start=token.start, end=token.end)


def _rest(reader: Reader, brace: Token) -> Row:
    """What follows an opening brace, up to and with the closing one."""
    nodes: list[Node] = []
    if reader.open(_BRACE):
        while reader.peek() is not None and reader.peek_text() != "}":
            node = _atom(reader)
            if isinstance(node, Run) and nodes and isinstance(last := nodes[-1], Run):
                nodes[-1] = Run(last.text + node.text, start=last.start, end=node.end)
            else:
                nodes.append(node)
    reader.close()
    if reader.peek_text() == "}":
        reader.position += 1
    else:
        fix = reader.append("}") if reader.peek() is None else None
        reader.report(
            brace.start, brace.end, "The text that begins here never ends.", "Add the closing }.", fix=fix
        )
    return tuple(nodes)


def _atom(reader: Reader) -> Node:
    token = reader.next()
    text = token.text
    if text == "{":
        body = _rest(reader, token)
        return Group(body, start=token.start, end=reader.behind)
    if text in _ENDS:
        return _inline(reader, token)
    if token.is_command:
        node = _command(reader, token)
        if text[1:].isalpha() and not isinstance(node, Command | Opaque):
            reader.skip_blanks()
        return node
    if text in "^_&#":
        reader.report(
            token.start, token.end, f"{text} in a text.",
            f"Write \\{text} for the sign, or put a formula in $...$.",
            "error" if text in "&#" else "warning",
        )  # fmt: skip
    if text == "~":
        return Space(text, start=token.start, end=token.end)
    return Run(text, start=token.start, end=token.end)


def _inline(reader: Reader, token: Token) -> Inline:
    end = _ENDS[token.text]
    body = reader.framed(Frame(frozenset({end}), barrier=frozenset({"&", r"\\", r"\right"})))
    if reader.peek_text() == end:
        reader.position += 1
    else:
        reader.report(
            token.start, token.end, "The formula in this text never ends.", f"Add the {end} behind it."
        )
    return Inline(body, start=token.start, end=reader.behind)


def _command(reader: Reader, token: Token) -> Node:
    text, start = token.text, token.start
    if text in S.TEXT_ACCENTS:
        body = text_row(reader, token)
        return Command(text, (body,), start=start, end=reader.behind)
    signature = S.SIGNATURES.get(text, "")
    if signature and set(signature) <= set("rtOs"):
        return _with_arguments(reader, token, signature)
    if text == r"\ensuremath":
        return Command(text, (reader.argument(token),), start=start, end=reader.behind)
    if text in S.OPAQUE:
        return Opaque(text, reader.raw(token), start=start, end=reader.behind)
    if text in S.SWITCHES:
        return Switch(text, start=start, end=token.end)
    if text == r"\color":
        return reader.colour(token)
    if text in S.SPACES:
        return Space(text, start=start, end=token.end)
    if text in S.WITH_LENGTH and text not in S.PLAIN_LENGTH:
        return Space(text, reader.raw(token), start=start, end=reader.behind)
    return _symbol(reader, token)


def _with_arguments(reader: Reader, token: Token, signature: str) -> Command:
    options: list[Argument | None] = []
    arguments: list[Argument] = []
    for letter in signature.replace("s", ""):
        if letter == "O":
            options.append(reader.raw_option())
        else:
            arguments.append(text_row(reader, token) if letter == "t" else reader.raw(token))
    return Command(token.text, tuple(arguments), tuple(options), start=token.start, end=reader.behind)


def _symbol(reader: Reader, token: Token) -> Node:
    text = token.text
    if text in GLYPHS or text == r"\\" or text in S.MACROS:
        return Symbol(text, start=token.start, end=token.end)
    if (
        text in S.SIGNATURES
        or text in S.OPERATORS
        or text in S.SIZED
        or text in (r"\left", r"\right", r"\begin")
    ):
        reader.report(
            token.start, token.end, f"{text} belongs in a formula, not in a text.", "Put it in $...$."
        )
    else:
        reader.report(token.start, token.end, f"Unknown command {text}.", suggestion(text))
    return Unknown(text, start=token.start, end=token.end)
