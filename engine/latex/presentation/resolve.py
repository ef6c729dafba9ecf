"""Syntax tree -> presentation tree."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from scipix.engine.latex.presentation import accents, fonts
from scipix.engine.latex.presentation.chemistry import chemistry
from scipix.engine.latex.presentation.colours import colour
from scipix.engine.latex.presentation.commands import COMMANDS
from scipix.engine.latex.presentation.context import Context
from scipix.engine.latex.presentation.errors import ConversionError
from scipix.engine.latex.presentation.lengths import SPACES, in_em
from scipix.engine.latex.presentation.merge import merged
from scipix.engine.latex.presentation.nodes import (
    Accent,
    Fence,
    Font,
    Fraction,
    Gap,
    Ident,
    Inner,
    Kind,
    Limits,
    Named,
    Node,
    Number,
    Oper,
    Row,
    Script,
    Styled,
)
from scipix.engine.latex.presentation.tables import table
from scipix.engine.latex.presentation.texts import text_nodes
from scipix.engine.latex.syntax import nodes as X
from scipix.engine.latex.syntax import signatures as S
from scipix.engine.latex.syntax.glyphs import glyph
from scipix.engine.latex.syntax.reader import parse_syntax, read
from scipix.engine.latex.syntax.walk import placed

_SIZES = {"big": 1, "Big": 2, "bigg": 3, "Bigg": 4}
_SIDES: dict[str, Kind] = {"l": "open", "r": "close", "m": "rel"}
_INFIX_FENCES = {r"\choose": ("(", ")"), r"\brack": ("[", "]"), r"\brace": ("{", "}")}
_NAMES = {
    r"\liminf": "lim inf", r"\limsup": "lim sup", r"\injlim": "inj lim", r"\projlim": "proj lim",
    r"\bmod": "mod",
}  # fmt: skip
_ABOUT_LIM = {
    r"\varlimsup": "overline", r"\varliminf": "underline", r"\varinjlim": "underrightarrow",
    r"\varprojlim": "underleftarrow",
}  # fmt: skip


def present(source: str, *, display: bool = True) -> Row:
    """The presentation tree of a formula.

    Raises:
        LatexError: the source has an error.
        ConversionError: it is LaTeX, but nothing says how it is shown outside LaTeX (mhchem, references).
    """
    return present_row(parse_syntax(source), display=display)


def present_row(row: X.Row, *, display: bool = True) -> Row:
    """The same for a syntax tree.

    Raises:
        ConversionError: as above.
    """
    return Resolver().row(row, Context(display=display))


class Resolver:
    """One function for each kind of syntax node, all giving rows."""

    def row(self, row: X.Row, context: Context) -> Row:
        """A row with everything in it resolved."""
        out: list[Node] = []
        for index, node in enumerate(row):
            if isinstance(node, X.Switch):
                rest = row[index + 1 :]
                if node.name in fonts.SWITCHES:
                    context = context.with_font(fonts.SWITCHES[node.name])
                    continue
                if node.name in S.SIZE_SWITCHES:
                    continue
                out.append(self._switched(node, rest, context))
                break
            if isinstance(node, X.Symbol) and node.name == r"\dots" and _between_operators(row[index + 1 :]):
                node = replace(node, name=r"\cdots")
            out.extend(self.node(node, context))
        return merged(out, words=context.font in fonts.WORD_FONTS)

    def _switched(self, node: X.Switch, rest: X.Row, context: Context) -> Node:
        end = rest[-1].end if rest else node.end
        if node.name == r"\color":
            value = colour(node.model, node.argument)
            if value is None:
                raise ConversionError(f"the colour {node.argument}", node)
            return Styled(self.row(rest, context), colour=value, start=node.start, end=end)
        display = node.name == r"\displaystyle"
        level = {r"\scriptstyle": 1, r"\scriptscriptstyle": 2}.get(node.name, 0)
        body = self.row(rest, context.with_display(display))
        return Styled(body, display, level, start=node.start, end=end)

    def node(self, node: X.Node, context: Context) -> Row:  # noqa: C901 - one case a node type
        match node:
            case X.Symbol():
                return self._symbol(node, context)
            case X.Space():
                return self._space(node)
            case X.Group():
                return (Inner(self.row(node.body, context), start=node.start, end=node.end),)
            case X.Scripts():
                return self._scripts(node, context)
            case X.Infix():
                return self._infix(node, context)
            case X.Command():
                return self._command(node, context)
            case X.Fenced():
                body = self.row(node.body, context)
                left, right = delimiter(node.left), delimiter(node.right)
                return (Fence(left, body, right, start=node.start, end=node.end),)
            case X.Sized():
                return (_sized(node),)
            case X.Environment():
                return table(self, node, context)
            case X.Run() | X.Inline():
                return text_nodes(self, (node,), context)
            case X.Opaque():
                return self._chemistry(node, context)
            case X.Switch():
                return ()
            case X.Unknown():
                raise ConversionError(f"the unknown command {node.name}", node)

    def _chemistry(self, node: X.Opaque, context: Context) -> Row:
        """Chemistry in LaTeX's own words, all of it at the place of its command."""
        reading = read(chemistry(node))
        if reading.error:
            raise ConversionError(f"the chemistry {node.source}", node, "LaTeX formats keep it.")
        row = self.row(placed(reading.row, node.start, node.end), context)
        return (Inner(row, start=node.start, end=node.end),)

    # -- leaves -----------------------------------------------------------------------------------
    def _symbol(self, node: X.Symbol, context: Context) -> Row:
        at = X.place(node)
        name = node.name
        if name in _ABOUT_LIM:
            mark = _ABOUT_LIM[name]
            lim = Named("lim", start=node.start, end=node.end)
            return (self.accent(mark, (lim,), node),)
        if name == r"\bmod":
            return (Gap(4 / 18, **at), Oper("mod", "bin", **at), Gap(4 / 18, **at))
        if name in S.OPERATORS:
            return (Named(_NAMES.get(name, name[1:]), name in S.LIMIT_OPERATORS, **at),)
        if name in S.MACROS:
            return self._macro(node)
        sign = glyph(name)
        if sign is None:
            raise ConversionError(f"the command {name}", node)
        if sign.kind == "var":
            font = _letter_font(sign.text, sign.italic, context.font)
            return (Ident(sign.text, font, **at),)
        if name.isdigit():
            return (Number(name, _digit_font(context.font), **at),)
        if sign.text.isalpha() and sign.kind == "ord":
            font = "bold" if context.font in ("bold-italic", "bold") else "normal"
            return (Ident(sign.text, font, **at),)
        return (Oper(sign.text, sign.kind, bold=context.font == "bold-italic", **at),)

    def _macro(self, node: X.Symbol) -> Row:
        at = X.place(node)
        if node.name == r"\idotsint":
            return (Oper("∫", "int", **at), Oper("⋯", "inner", **at), Oper("∫", "int", **at))
        return (Named(node.name[1:], **at),)

    def _space(self, node: X.Space) -> Row:
        name = node.name.rstrip("*")
        if name in S.WITH_LENGTH:
            width = in_em(node.length)
            if width is None:
                raise ConversionError(f"the length {node.length}", node)
            vertical = name in (r"\vspace", r"\vskip")
            return () if vertical or not width else (Gap(width, start=node.start, end=node.end),)
        spaces = SPACES.get(name, 1.0 if name in S.ROW_ENDS or name == r"\newline" else 0.0)
        return (Gap(spaces, start=node.start, end=node.end),) if spaces else ()

    # -- scripts ----------------------------------------------------------------------------------
    def _scripts(self, node: X.Scripts, context: Context) -> Row:
        base = self.node(node.base, context) if node.base else ()
        if len(base) == 1 and isinstance(base[0], Inner) and not base[0].body:
            base = ()
        sub = self.row(node.sub, context) if node.sub is not None else None
        sup = self.row(node.sup, context) if node.sup is not None else None
        if node.primes:
            sup = (Oper("′" * node.primes, "ord", start=node.start, end=node.end), *(sup or ()))
        if sub is None and sup is None:
            return base
        takes = self._takes_limits(node.base, base)
        if node.limits == r"\limits" or (takes != "no" and node.limits != r"\nolimits"):
            return (self._limits(base, sub, sup, takes == "movable" and node.limits != r"\limits", node),)
        return (Script(base, sub, sup, start=node.start, end=node.end),)

    def _limits(self, base: Row, sub: Row | None, sup: Row | None, movable: bool, node: X.Scripts) -> Node:
        last = base[-1] if base else None
        if isinstance(last, Limits) and len(base) == 1:
            under = sub if last.under is None else last.under
            over = sup if last.over is None else last.over
            if (sub is None or last.under is None) and (sup is None or last.over is None):
                return replace(last, under=under, over=over, start=node.start, end=node.end)
        return Limits(base, sub, sup, movable, start=node.start, end=node.end)

    def _takes_limits(self, base: X.Node | None, row: Row) -> str:
        """Whether scripts go under and over: ``no``, ``always``, or ``movable`` in a display."""
        if isinstance(base, X.Command):
            if base.name[1:] in accents.BRACES:
                return "always"
            if base.name == r"\mathop" or (base.name == r"\operatorname" and base.star):
                return "movable"
            if base.name in (r"\sideset", r"\overset", r"\underset", r"\overunderset"):
                return (
                    self._takes_limits(None, row[0].base)
                    if row and isinstance(row[0], Script | Limits)
                    else "no"
                )
        last = row[-1] if len(row) == 1 else None
        if (isinstance(last, Oper) and last.kind == "op") or (isinstance(last, Named) and last.limits):
            return "movable"
        if isinstance(last, Accent) and isinstance(base, X.Symbol):
            return "movable"
        return "no"

    # -- constructs -------------------------------------------------------------------------------
    def _infix(self, node: X.Infix, context: Context) -> Row:
        above, below = self.row(node.above, context), self.row(node.below, context)
        thickness = "" if node.name in (r"\over", r"\overwithdelims") else "0"
        if node.name in (r"\above", r"\abovewithdelims"):
            thickness = node.extra[-1]
        fraction = Fraction(above, below, thickness, start=node.start, end=node.end)
        left, right = _INFIX_FENCES.get(node.name, ("", ""))
        if node.name.endswith("withdelims"):
            left, right = delimiter(node.extra[0]), delimiter(node.extra[1])
        fenced = Fence(left, (fraction,), right, start=node.start, end=node.end)
        return (fenced,) if left or right else (fraction,)

    def _command(self, node: X.Command, context: Context) -> Row:
        if node.name in fonts.COMMANDS:
            body = self.row(math(node.arguments[0]), context.with_font(fonts.COMMANDS[node.name]))
            return body if len(body) == 1 else (Inner(body, start=node.start, end=node.end),)
        if node.name in S.TEXTS:
            font = fonts.TEXTS.get(node.name, "normal")
            return text_nodes(self, math(node.arguments[0]), replace(context, text_font=font))
        if node.name[1:] in accents.MARKS or node.name[1:] in accents.SYNONYMS:
            name = accents.SYNONYMS.get(node.name[1:], node.name[1:])
            return (self.accent(name, self.row(math(node.arguments[0]), context), node),)
        return COMMANDS[node.name](self, node, context)

    def accent(self, name: str, body: Row, place: X.Located) -> Node:
        """A mark by its canonical name."""
        under = name.startswith("under") or name == "utilde"
        stretchy = name not in accents.SMALL
        return Accent(name, accents.MARKS[name], body, under, stretchy, start=place.start, end=place.end)


def _between_operators(rest: X.Row) -> bool:
    """Whether ``\\dots`` stands before an operator, where amsmath centres it."""
    follows = next((node for node in rest if not isinstance(node, X.Space)), None)
    sign = glyph(follows.name) if isinstance(follows, X.Symbol) else None
    return sign is not None and sign.kind in ("bin", "rel", "op", "int")


def math(argument: X.Argument) -> X.Row:
    """An argument that is a formula or text."""
    assert not isinstance(argument, str)
    return argument


def delimiter(name: str) -> str:
    """The character of a delimiter, '' for the invisible one."""
    if name == ".":
        return ""
    if name in ("<", r"\lt"):
        return "⟨"
    if name in (">", r"\gt"):
        return "⟩"
    sign = glyph(name)
    assert sign is not None
    return sign.text


def negated(text: str) -> str:
    """A sign struck through by ``\\not``, as one character where Unicode has one."""
    composed = unicodedata.normalize("NFC", text[0] + "\u0338")
    return composed + text[1:]


def _sized(node: X.Sized) -> Node:
    text = delimiter(node.delimiter)
    at = X.place(node)
    if node.name == r"\middle":
        return Oper(text, "fence", stretchy=True, **at)
    name = node.name[1:]
    size = _SIZES.get(name) or _SIZES[name[:-1]]
    sign = glyph(node.delimiter)
    kind: Kind = "ord"
    if name not in _SIZES:
        kind = _SIDES[name[-1]]
    elif sign and sign.kind in ("open", "close"):
        kind = sign.kind
    return Oper(text, kind, size, **at)


def _letter_font(text: str, italic: bool, font: Font | None) -> Font:
    """The font of a letter. Small Greek letters have only an italic and a bold italic in LaTeX."""
    if font is None:
        return "italic" if italic else "normal"
    if "A" <= text.upper() <= "Z" and len(text) == 1:
        return font
    if font in ("bold-italic", "bold") and (font == "bold-italic" or not italic):
        return "bold-italic" if italic else "bold"
    if font == "italic":
        return "italic"
    return "italic" if italic else "normal"


def _digit_font(font: Font | None) -> Font:
    if font == "bold-italic":
        return "bold"
    return (
        font if font in ("bold", "double-struck", "sans-serif", "sans-serif-bold", "monospace") else "normal"
    )
