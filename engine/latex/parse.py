"""LaTeX -> formula tree in normal form.

What cannot be represented is an error, never dropped in silence: an unknown command, unbalanced braces or an
unfinished tail raise :class:`ParseError`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from scipix.engine.latex import symbols as S
from scipix.engine.latex.tree import (
    Accent,
    Array,
    Frac,
    Limits,
    Mode,
    Node,
    Prescript,
    Row,
    Script,
    Sqrt,
    Stack,
    Sym,
)

_TOKEN = re.compile(r"\\(?:[a-zA-Z]+\*?|.|$)|%[^\n]*|[^\s\\]|\s+", re.DOTALL)
_STARRED = frozenset({r"\operatorname*", r"\hspace*", r"\vspace*", r"\tag*"})
_MAX_DEPTH = 60
_PRIME = Sym(r"\prime")
_SCRIPT_STARTS = frozenset({"^", "_", "'"})
_ROW_ENDS = (r"\\", r"\cr", r"\tabularnewline")
_KNOWN = S.known_symbols()


class ParseError(ValueError):
    """The source is not a formula in the supported language; the message says what and where."""


def tokenize(source: str) -> list[str]:
    """Split a source into commands, characters and runs of white space (as one blank)."""
    tokens: list[str] = []
    for match in _TOKEN.finditer(source):
        text = match.group()
        if text.endswith("*") and text.startswith("\\") and len(text) > 2 and text not in _STARRED:
            tokens += [text[:-1], "*"]
        elif text[0] == "\\" and text[1:].isspace():
            tokens.append(r"\ ")
        elif text[0] != "%":
            tokens.append(" " if text.isspace() else text)
    return tokens


def parse(source: str) -> Row:
    """Parse a formula (without ``$``) into its normal form.

    Raises:
        ParseError: unknown commands, unbalanced groups, nesting deeper than 60.
    """
    return _parse(source, 0)


def _parse(source: str, depth: int) -> Row:
    """Parse what stands at a depth: an optional argument is as deep as the command that it belongs to."""
    parser = _Parser(tokenize(source), depth)
    row = parser.row(frozenset(), "", False)
    if parser.position < len(parser.tokens):
        raise ParseError(f"nothing opens {parser.tokens[parser.position]!r}")
    return row


class _Parser:
    """Recursive descent over a token list.

    ``style`` is the font command in force; with ``text`` blanks count.
    """

    def __init__(self, tokens: list[str], depth: int) -> None:
        self.tokens = tokens
        self.position = 0
        self.depth = depth
        self.handlers: dict[str, Callable[[str, str], Row]] = {
            r"\frac": self._frac, r"\dfrac": self._frac, r"\tfrac": self._frac, r"\cfrac": self._frac,
            r"\binom": self._binom, r"\dbinom": self._binom, r"\tbinom": self._binom,
            r"\sqrt": self._sqrt, r"\left": self._left, r"\begin": self._begin, r"\not": self._not,
            r"\overset": self._overset, r"\underset": self._underset, r"\stackrel": self._overset,
            r"\substack": self._substack, r"\operatorname": self._operator,
            r"\operatorname*": self._limit_operator,
            r"\pmod": self._pmod, r"\middle": self._middle, r"\mathop": self._limit_operator,
        }  # fmt: skip

    # -- token stream -----------------------------------------------------------------------------
    def peek(self) -> str | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def next(self) -> str:
        token = self.peek()
        if token is None:
            raise ParseError("the formula ends too early")
        self.position += 1
        return token

    def skip_blanks(self) -> None:
        while self.peek() in (" ", "~"):
            self.position += 1

    def expect(self, token: str) -> None:
        self.skip_blanks()
        found = self.next()
        if found != token:
            raise ParseError(f"expected {token!r}, found {found!r}")

    def down(self) -> None:
        """One level deeper; undone by whoever called it."""
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise ParseError("nested too deeply")

    # -- rows -------------------------------------------------------------------------------------
    def row(self, ends: frozenset[str], style: str, text: bool) -> Row:
        """Nodes up to (not including) a token of ``ends``, a closing brace or the end."""
        self.down()
        nodes: list[Node] = []
        gap = False
        while (token := self.peek()) is not None and token not in ends and token != "}":
            if token in (" ", "~", r"\ ", r"\quad", r"\qquad"):
                self.position += 1
                gap = gap or token != " " or text
            elif token in S.SWITCHES:
                self.position += 1
                style = S.SWITCHES[token]
            elif token in (r"\atop", r"\over", r"\choose", r"\brack", r"\brace"):
                self.position += 1
                nodes = [*self._over(token, ligatures(tuple(nodes)), self.row(ends, style, text))]
            else:
                self._item(nodes, style, text, gap)
                gap = False
        self.depth -= 1
        return ligatures(tuple(nodes))

    def _over(self, token: str, top: Row, bottom: Row) -> Row:
        if token == r"\over":
            return (Frac(drawn(top), drawn(bottom)),)
        fences = {r"\choose": ("(", ")"), r"\brack": ("[", "]"), r"\brace": (r"\{", r"\}")}.get(token)
        stack = Stack(top, bottom)
        return (Sym(fences[0], "left"), stack, Sym(fences[1], "right")) if fences else (stack,)

    def _item(self, nodes: list[Node], style: str, text: bool, gap: bool) -> None:
        token = self.peek()
        if token in _SCRIPT_STARTS or token in (r"\sp", r"\sb"):
            if text and token == "'":
                raise ParseError("an apostrophe in text")
            self._scripts(nodes, style)
            return
        if token in (r"\limits", r"\nolimits", r"\displaylimits"):
            self.position += 1
            return
        atoms = self.atom(style, text)
        if atoms and gap and isinstance(atoms[0], Sym):
            first = atoms[0]
            atoms = (Sym(first.token, first.mode, True), *atoms[1:])
        nodes.extend(atoms)

    def _scripts(self, nodes: list[Node], style: str) -> None:
        limits = self.position > 0 and self.tokens[self.position - 1] == r"\limits"
        sub, sup = self._sub_and_sup(style)
        attach_scripts(nodes, drawn(sub), drawn(sup))
        last = nodes[-1] if nodes else None
        base = last.base if limits and isinstance(last, Script) else None
        if isinstance(last, Script) and isinstance(base, Sym) and base.token in S.INTEGRALS:
            nodes[-1] = Limits(base, last.sub, last.sup)

    def _sub_and_sup(self, style: str) -> tuple[Row, Row]:
        """The scripts that stand here, in any order, primes among the superscript's symbols."""
        sub: Row = ()
        sup: Row = ()
        seen: set[str] = set()
        while True:
            self.skip_blanks()
            token = self.peek()
            if token == "'":
                self.position += 1
                sup = (*sup, _PRIME)
            elif token in ("^", r"\sp", "_", r"\sb"):
                self.position += 1
                sign = S.SYNONYMS.get(token, token)
                if sign in seen:
                    raise ParseError("a second script on the same base")
                seen.add(sign)
                script = self.argument(style)
                sub, sup = (script, sup) if sign == "_" else (sub, (*sup, *script))
            elif token in (r"\limits", r"\nolimits"):
                self.position += 1
            else:
                return sub, sup

    def argument(self, style: str, text: bool = False) -> Row:
        """A braced group or a single atom."""
        self.skip_blanks()
        if self.peek() == "{":
            self.position += 1
            row = self.row(frozenset(), style, text)
            self.expect("}")
            return row
        if self.peek() in _SCRIPT_STARTS:
            raise ParseError("a script where an argument is expected")
        self.down()
        atoms = self.atom(style, text)
        self.depth -= 1
        return atoms

    def raw_argument(self) -> str:
        """A braced group as text, for names and lengths."""
        self.skip_blanks()
        if self.peek() != "{":
            return self.next()
        depth, parts = 0, []
        while True:
            token = self.next()
            depth += (token == "{") - (token == "}")
            parts.append(token)
            if depth == 0:
                return "".join(parts[1:-1])

    def optional(self) -> str | None:
        """The text between brackets, where there are any."""
        self.skip_blanks()
        if self.peek() != "[":
            return None
        self.position += 1
        start = self.position
        depth = 0
        while (token := self.next()) != "]" or depth:
            depth += (token == "{") - (token == "}")
        return "".join(self.tokens[start : self.position - 1])

    # -- atoms ------------------------------------------------------------------------------------
    def atom(self, style: str, text: bool) -> Row:
        token = self.next()
        token = S.SYNONYMS.get(token, token)
        if token in S.EXPANSIONS:
            return parse(S.EXPANSIONS[token])
        if token == "{":
            return self._group(style, text)
        if token == "$" and text:
            row = self.row(frozenset({"$"}), "", False)
            self.expect("$")
            return row
        if token in S.IGNORED or token == " ":
            return ()
        if token in S.IGNORED_WITH_ARGUMENT:
            return self._ignored_argument()
        return self._command(token, style, text)

    def _group(self, style: str, text: bool) -> Row:
        row = self.row(frozenset(), style, text)
        self.expect("}")
        return row or (Prescript(),) if not text else row

    def _ignored_argument(self) -> Row:
        self.skip_blanks()
        if self.peek() == "{":
            self.raw_argument()
            return ()
        raise ParseError("a length without braces")

    def _command(self, token: str, style: str, text: bool) -> Row:
        if handler := self.handlers.get(token):
            return handler(token, style)
        if token in S.STYLES:
            return self.argument(S.STYLES[token], text)
        if token in S.TEXTS:
            return self.argument(S.TEXTS[token], True)
        if token in S.ACCENTS:
            return (Accent(S.ACCENTS[token], drawn(self.argument(style))),)
        if token in S.BIG:
            return (Sym(self._delimiter(), _mode(S.BIG[token])),)
        if token in S.TRANSPARENT:
            return self.argument(style, text)
        if token in S.STRETCHED_ARROWS:
            return self._stretched(token, style)
        if token in S.OPERATOR_EXPANSIONS or token[1:] in S.OPERATOR_NAMES:
            return _letters(S.OPERATOR_EXPANSIONS.get(token, token[1:]))
        return (Sym(styled(token, style)),)

    def _frac(self, token: str, style: str) -> Row:
        if token == r"\cfrac":
            self.optional()
        num, den = self.argument(style), self.argument(style)
        return (Frac(drawn(num), drawn(den)),)

    def _binom(self, _: str, style: str) -> Row:
        stack = Stack(self.argument(style), self.argument(style))
        return (Sym("(", "left"), stack, Sym(")", "right"))

    def _sqrt(self, _: str, style: str) -> Row:
        index = self.optional()
        degree = _parse(index, self.depth) if index else ()
        return (Sqrt(drawn(self.argument(style)), degree),)

    def _delimiter(self) -> str:
        self.skip_blanks()
        token = self.next()
        if token == "{":
            self.down()
            token = self._delimiter()
            self.expect("}")
            self.depth -= 1
        token = S.DELIMITER_SYNONYMS.get(token, token)
        token = S.SYNONYMS.get(token, token)
        if token != "." and token not in S.DELIMITERS:
            raise ParseError(f"{token!r} is not a delimiter")
        return token

    def _left(self, _: str, style: str) -> Row:
        opening = self._delimiter()
        body = self.row(frozenset({r"\right"}), style, False)
        self.expect(r"\right")
        closing = self._delimiter()
        left: Row = (Sym(opening, "left"),) if opening != "." else ()
        right: Row = (Sym(closing, "right"),) if closing != "." else ()
        return (*left, *body, *right)

    def _middle(self, _: str, style: str) -> Row:
        return (Sym(self._delimiter(), "middle"),)

    def _not(self, _: str, style: str) -> Row:
        target = self.argument(style)
        if len(target) != 1 or not isinstance(target[0], Sym) or target[0].token not in S.NEGATED:
            raise ParseError(r"\not before what has no negated form")
        return (Sym(S.NEGATED[target[0].token]),)

    def _overset(self, token: str, style: str) -> Row:
        over = drawn(self.argument(style))
        return with_limits(drawn(self.argument(style)), (), over)

    def _underset(self, _: str, style: str) -> Row:
        under = drawn(self.argument(style))
        return with_limits(drawn(self.argument(style)), under, ())

    def _stretched(self, token: str, style: str) -> Row:
        under = self.optional()
        over = self.argument(style)
        base = Sym(S.STRETCHED_ARROWS[token])
        return (Limits(base, under=_parse(under, self.depth) if under else (), over=over),)

    def _operator(self, _: str, style: str) -> Row:
        return operator_start(self.argument(r"\mathrm"))

    def _limit_operator(self, token: str, style: str) -> Row:
        """What takes its scripts under and over: ``\\operatorname*``, ``\\mathop``."""
        base = drawn(self.argument(style if token == r"\mathop" else r"\mathrm"))
        if base and isinstance(base[0], Sym) and base[0].token.startswith(r"\mathrm{"):
            base = operator_start(base)
        self.skip_blanks()
        if self.peek() == r"\nolimits" or not base:
            return base
        under, over = self._sub_and_sup(style)
        return with_operator_limits(base, drawn(under), drawn(over))

    def _pmod(self, _: str, style: str) -> Row:
        return (Sym("(", "", True), *_letters("mod"), *self.argument(style), Sym(")"))

    # -- environments -----------------------------------------------------------------------------
    def _substack(self, _: str, style: str) -> Row:
        self.expect("{")
        rows = self._rows(style)
        self.expect("}")
        return (Array("substack", rows),)

    def _begin(self, _: str, style: str) -> Row:
        name = self.raw_argument().rstrip("*").strip()
        if name not in S.MATRICES:
            raise ParseError(f"unknown environment {name!r}")
        if "".join(self.tokens[self.position : self.position + 3]) in ("[t]", "[c]", "[b]"):
            self.position += 3
        align = re.sub(r"\s|@\{[^}]*\}", "", self.raw_argument()) if name in _WITH_COLUMNS else ""
        rows = self._rows(style)
        self.expect(r"\end")
        if self.raw_argument().rstrip("*").strip() != name:
            raise ParseError(f"{name!r} is not closed")
        return fenced(name, rows, align)

    def _rows(self, style: str) -> tuple[tuple[Row, ...], ...]:
        rows: list[tuple[Row, ...]] = []
        cells: list[Row] = []
        ends = frozenset({"&", r"\end", *_ROW_ENDS})
        while True:
            cells.append(drawn(self.row(ends, style, False)))
            if self.peek() == "&":
                self.position += 1
                continue
            rows.append(tuple(cells))
            cells = []
            if self.peek() not in _ROW_ENDS:
                break
            self.position += 1
            self.skip_blanks()
            if self.peek() == "*":
                self.position += 1
            self.optional_length()
        if rows and not any(rows[-1]):
            rows.pop()
        return tuple(rows)

    def optional_length(self) -> None:
        """The ``[2pt]`` after ``\\\\``; a bracket that holds no length belongs to the next row."""
        start = self.position
        try:
            length = self.optional()
        except ParseError:
            length = None
        if length is None or not re.fullmatch(r"\s*-?[\d.]+\s*[a-z\\]+\s*", length):
            self.position = start


_WITH_COLUMNS = frozenset({"array", "tabular", "alignedat", "alignat", "subarray"})
_ALIGNED = frozenset({"aligned", "align", "split", "alignedat", "alignat", "eqnarray", "flalign"})
_PLAIN_ENVIRONMENTS = frozenset({"equation", "displaymath", "math"})
_GATHERED = frozenset({"gathered", "gather", "multline"})


def fenced(name: str, rows: tuple[tuple[Row, ...], ...], align: str) -> Row:
    """An environment as an array with its delimiters written out."""
    if not set(align) <= set("lcr") and name not in ("alignedat", "alignat"):
        raise ParseError("column rules are not supported")
    if name in _PLAIN_ENVIRONMENTS:
        if len(rows) != 1 or len(rows[0]) != 1:
            raise ParseError("rows outside an array")
        return rows[0][0]
    rows = tuple(row for row in rows if any(row))
    if not rows:
        raise ParseError("an empty array")
    array: Row = (Array(_kind(name), rows, align if name in ("array", "subarray") else ""),)
    if len(rows) == 1 and len(rows[0]) == 1 and name not in ("cases", "dcases"):
        array = rows[0][0]
    left, right = S.MATRICES[name]
    opening: Row = (Sym(left, "left"),) if left else ()
    closing: Row = (Sym(right, "right"),) if right else ()
    return (*opening, *array, *closing)


def _kind(name: str) -> str:
    if name in _ALIGNED or name in _GATHERED:
        return "aligned"
    if name in ("cases", "dcases", "rcases", "drcases"):
        return "cases"
    return "substack" if name == "subarray" else "matrix"


def attach_scripts(nodes: list[Node], sub: Row, sup: Row) -> None:
    """Hang scripts on the last node; without one they stand before what follows."""
    if not sub and not sup:
        return
    if nodes and isinstance(nodes[-1], Prescript) and not nodes[-1].sub and not nodes[-1].sup:
        nodes[-1] = Prescript(sub, sup)
    elif not nodes:
        nodes.append(Prescript(sub, sup))
    elif isinstance(nodes[-1], Script) and not (nodes[-1].sub and sub) and not (nodes[-1].sup and sup):
        last = nodes[-1]
        nodes[-1] = Script(last.base, last.sub or sub, last.sup or sup)
    elif isinstance(nodes[-1], Script | Prescript | Array | Stack):
        raise ParseError("a second script on the same base")
    else:
        nodes[-1] = Script(nodes[-1], sub, sup)


def drawn(row: Row) -> Row:
    """The row without the empty groups that draw nothing."""
    return tuple(node for node in row if not (isinstance(node, Prescript) and not node.sub and not node.sup))


_LIGATURES = ("ffi", "ffl", "ff", "fi", "fl")
_LIGATURE_STYLES = (r"\mathrm", r"\mathbf", r"\mathsf")


def ligatures(row: Row) -> Row:
    """Fuse the letters that text fonts draw as one glyph: ``\\mathrm{f}\\mathrm{f}`` is ``\\mathrm{ff}``."""
    nodes: list[Node] = []
    position = 0
    while position < len(row):
        fused = _ligature_at(row, position)
        nodes.append(fused[0] if fused else row[position])
        position += fused[1] if fused else 1
    return tuple(nodes)


def _ligature_at(row: Row, position: int) -> tuple[Sym, int] | None:
    first = row[position]
    if not isinstance(first, Sym) or not first.token.endswith("{f}"):
        return None
    style = first.token[:-3]
    for letters in _LIGATURES if style in _LIGATURE_STYLES else ():
        follow = row[position + 1 : position + len(letters)]
        wanted = [f"{style}{{{letter}}}" for letter in letters[1:]]
        if [node.token for node in follow if isinstance(node, Sym) and not node.gap] == wanted:
            return Sym(f"{style}{{{letters}}}", "", first.gap), len(letters)
    return None


def styled(token: str, style: str) -> str:
    """The token of a symbol under a font command; symbols without that font stay as they are."""
    if token in S.LETTERS:
        return f"{style}{{{token}}}" if style else token
    if token in S.DIGITS:
        return f"{style}{{{token}}}" if style in _DIGIT_STYLES else token
    if token in S.GREEK:
        bold = style == r"\boldsymbol" or (style == r"\mathbf" and token in S.GREEK_UPPER)
        return f"\\boldsymbol{{{token}}}" if bold else token
    if token in _KNOWN:
        return token
    raise ParseError(f"unknown symbol {token!r}")


_DIGIT_STYLES = frozenset({r"\mathbf", r"\mathsf", r"\mathtt", r"\mathbb", r"\boldsymbol"})


def _letters(words: str) -> Row:
    row: list[Node] = []
    for word in words.split():
        row += [Sym(f"\\mathrm{{{letter}}}", "", i == 0) for i, letter in enumerate(word)]
    return tuple(row)


def operator_start(row: Row) -> Row:
    """A named operator is a word of its own: a gap separates it from a word before it."""
    if row and isinstance(row[0], Sym):
        return (Sym(row[0].token, row[0].mode, True), *row[1:])
    return row


def with_limits(base: Row, under: Row, over: Row) -> Row:
    """Rows under and over a base. A word takes them on its last letter, a sum as ordinary limits."""
    if not base:
        return (*over, *under)
    last = base[-1]
    if len(base) > 1 and not all(isinstance(node, Sym) and "{" in node.token for node in base):
        raise ParseError("a row over several symbols")
    if isinstance(last, Limits) and not (last.under and under) and not (last.over and over):
        return (*base[:-1], Limits(last.base, last.under or under, last.over or over))
    if isinstance(last, Sym) and last.token in S.LIMIT_OPERATORS:
        return (*base[:-1], Script(last, under, over))
    return (*base[:-1], Limits(last, under, over))


def with_operator_limits(base: Row, under: Row, over: Row) -> Row:
    """Scripts of an operator that takes limits; a word such as ``lim`` has them as ordinary scripts."""
    if not under and not over:
        return base
    letters = [node.token for node in base if isinstance(node, Sym)]
    word = "".join(letters).replace(r"\mathrm{", "").replace("}", "")
    if len(letters) == len(base) and word in S.LIMIT_NAMES:
        return (*base[:-1], Script(base[-1], under, over))
    return with_limits(base, under, over)


def _mode(name: str) -> Mode:
    modes: dict[str, Mode] = {"big": "big", "Big": "Big", "bigg": "bigg", "Bigg": "Bigg"}
    return modes[name]
