"""The recursive descent: rows, what is written over them, scripts and arguments.

``style`` is the font command in force; with ``text`` blanks count.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from scipix.engine.latex import symbols as S
from scipix.engine.latex.normal import attach_scripts, drawn, ligatures
from scipix.engine.latex.tokens import ParseError, TokenStream, tokenize
from scipix.engine.latex.tree import Frac, Limits, Node, Row, Script, Stack, Sym

_MAX_DEPTH = 60
_PRIME = Sym(r"\prime")
_SCRIPT_STARTS = frozenset({"^", "_", "'"})


class Descent(TokenStream, ABC):
    """Reads the tokens of one source. ``depth`` counts the groups that are open, those around it too."""

    def __init__(self, tokens: list[str], depth: int = 0) -> None:
        super().__init__(tokens)
        self.depth = depth

    @abstractmethod
    def atom(self, style: str, text: bool) -> Row:
        """Take a token with what belongs to it: a symbol, a group, a command with its arguments."""

    def whole(self) -> Row:
        """The whole source as one row."""
        row = self.row(frozenset(), "", False)
        if self.position < len(self.tokens):
            raise ParseError(f"nothing opens {self.tokens[self.position]!r}")
        return row

    def inside(self, source: str | None) -> Row:
        """An optional argument as a formula, as deep as the command that it belongs to."""
        return type(self)(tokenize(source), self.depth).whole() if source else ()

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
                nodes = [*_over(token, ligatures(tuple(nodes)), self.row(ends, style, text))]
            else:
                self._item(nodes, style, text, gap)
                gap = False
        self.depth -= 1
        return ligatures(tuple(nodes))

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

    # -- scripts ----------------------------------------------------------------------------------
    def _scripts(self, nodes: list[Node], style: str) -> None:
        limits = self.position > 0 and self.tokens[self.position - 1] == r"\limits"
        sub, sup = self.sub_and_sup(style)
        attach_scripts(nodes, drawn(sub), drawn(sup))
        last = nodes[-1] if nodes else None
        base = last.base if limits and isinstance(last, Script) else None
        if isinstance(last, Script) and isinstance(base, Sym) and base.token in S.INTEGRALS:
            nodes[-1] = Limits(base, last.sub, last.sup)

    def sub_and_sup(self, style: str) -> tuple[Row, Row]:
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

    # -- arguments --------------------------------------------------------------------------------
    def argument(self, style: str, text: bool = False) -> Row:
        """A braced group or a single atom."""
        self.skip_blanks()
        if self.peek() == "{":
            self.position += 1
            return self.rest_of_group(style, text)
        if self.peek() in _SCRIPT_STARTS:
            raise ParseError("a script where an argument is expected")
        self.down()
        atoms = self.atom(style, text)
        self.depth -= 1
        return atoms

    def rest_of_group(self, style: str, text: bool) -> Row:
        """What follows an opening brace, up to and with the closing one."""
        row = self.row(frozenset(), style, text)
        self.expect("}")
        return row


def _over(token: str, top: Row, bottom: Row) -> Row:
    if token == r"\over":
        return (Frac(drawn(top), drawn(bottom)),)
    fences = {r"\choose": ("(", ")"), r"\brack": ("[", "]"), r"\brace": (r"\{", r"\}")}.get(token)
    stack = Stack(top, bottom)
    return (Sym(fences[0], "left"), stack, Sym(fences[1], "right")) if fences else (stack,)
