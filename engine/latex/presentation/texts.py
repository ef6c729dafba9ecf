"""Texts inside formulas."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from scipix.engine.latex.presentation import accents, fonts
from scipix.engine.latex.presentation.colours import colour
from scipix.engine.latex.presentation.context import Context
from scipix.engine.latex.presentation.errors import ConversionError
from scipix.engine.latex.presentation.lengths import SPACES, in_em
from scipix.engine.latex.presentation.nodes import Font, Gap, Inner, Node, Row, Script, Styled, Words
from scipix.engine.latex.syntax import nodes as X
from scipix.engine.latex.syntax import signatures as S
from scipix.engine.latex.syntax.glyphs import glyph

if TYPE_CHECKING:
    from scipix.engine.latex.presentation.resolve import Resolver

_QUOTES = (("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"), ("---", "—"), ("--", "–"))


def text_nodes(resolver: Resolver, row: X.Row, context: Context) -> Row:
    """A text as words, spaces and the formulas between them."""
    out: list[Node] = []
    for index, node in enumerate(row):
        if isinstance(node, X.Switch):
            if node.name == r"\color":
                value = colour(node.model, node.argument)
                if value is None:
                    raise ConversionError(f"the colour {node.argument}", node)
                rest = text_nodes(resolver, row[index + 1 :], context)
                out.append(Styled(rest, colour=value, start=node.start, end=row[-1].end))
                break
            context = replace(context, text_font=fonts.SWITCHES.get(node.name, context.text_font))
            continue
        for part in _node(resolver, node, context):
            _append(out, part)
    return tuple(out)


def plain_text(row: Row, place: X.Located) -> str:
    """A text that holds no formula, as characters."""
    if not all(isinstance(node, Words | Gap) for node in row):
        raise ConversionError("a formula inside this text", place)
    return "".join(node.text if isinstance(node, Words) else " " for node in row)


def _append(out: list[Node], node: Node) -> None:
    last = out[-1] if out else None
    if isinstance(node, Words) and isinstance(last, Words) and last.font == node.font:
        out[-1] = replace(last, text=last.text + node.text, end=node.end)
    else:
        out.append(node)


def _node(resolver: Resolver, node: X.Node, context: Context) -> Row:
    font = context.text_font
    match node:
        case X.Run():
            text = node.text
            for written, drawn in _QUOTES:
                text = text.replace(written, drawn)
            return (Words(text, font, start=node.start, end=node.end),)
        case X.Inline():
            inside = Context(display=False)
            return (Inner(resolver.row(node.body, inside), start=node.start, end=node.end),)
        case X.Group():
            return text_nodes(resolver, node.body, context)
        case X.Space():
            return _space(node, font)
        case X.Symbol():
            sign = glyph(node.name)
            text = " " if node.name == r"\\" else sign.text if sign else node.name[1:]
            return (Words(text, font, start=node.start, end=node.end),)
        case X.Command():
            return _command(resolver, node, context)
        case _:
            return resolver.node(node, context)


def _space(node: X.Space, font: Font) -> Row:
    at = X.place(node)
    if node.name in ("~", r"\ ", r"\space", r"\nobreakspace"):
        return (Words("\u00a0", font, **at),)
    width = in_em(node.length) if node.length else SPACES.get(node.name, 0.0)
    if width is None:
        raise ConversionError(f"the length {node.length}", node)
    return (Gap(width, **at),) if width else ()


def _command(resolver: Resolver, node: X.Command, context: Context) -> Row:
    if node.name[1:] in accents.TEXT:
        return (_accented(resolver, node, context),)
    if node.name in (r"\textsuperscript", r"\textsubscript"):
        body = text_nodes(resolver, _row(node), context)
        raised = node.name == r"\textsuperscript"
        script = (None, body) if raised else (body, None)
        return (Script((), *script, start=node.start, end=node.end),)
    if node.name in S.TEXTS:
        font = fonts.TEXTS.get(node.name, context.text_font)
        return text_nodes(resolver, _row(node), replace(context, text_font=font))
    return resolver.node(node, context)


def _accented(resolver: Resolver, node: X.Command, context: Context) -> Words:
    text = plain_text(text_nodes(resolver, _row(node), context), node)
    if not text:
        raise ConversionError(f"the accent {node.name} without a letter", node)
    composed = unicodedata.normalize("NFC", text[0] + accents.TEXT[node.name[1:]] + text[1:])
    return Words(composed, context.text_font, start=node.start, end=node.end)


def _row(node: X.Command) -> X.Row:
    argument = node.arguments[0]
    assert not isinstance(argument, str)
    return argument
