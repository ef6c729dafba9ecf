"""LaTeX -> formula tree in normal form.

What cannot be represented is an error, never dropped in silence: an unknown command, unbalanced braces or an
unfinished tail raise :class:`ParseError`.
"""

from __future__ import annotations

from scipix.engine.latex import symbols as S
from scipix.engine.latex.commands import COMMANDS, sized, stretched
from scipix.engine.latex.descent import Descent
from scipix.engine.latex.normal import drawn, styled, upright
from scipix.engine.latex.syntax.glyphs import glyph
from scipix.engine.latex.tokens import ParseError, tokenize
from scipix.engine.latex.tree import Accent, Prescript, Row, Sym

__all__ = ["ParseError", "parse"]


def parse(source: str) -> Row:
    """Parse a formula (without ``$``) into its normal form.

    Raises:
        ParseError: unknown commands, unbalanced groups, nesting deeper than 60.
    """
    return _Parser(tokenize(source)).whole()


class _Parser(Descent):
    """The descent with its atoms: what a single token begins."""

    def atom(self, style: str, text: bool) -> Row:
        token = self.next()
        if token == r"\dots" and self._is_joined():
            token = r"\cdots"
        token = S.SYNONYMS.get(token, token)
        if token in S.EXPANSIONS:
            return parse(S.EXPANSIONS[token])
        if token == "{":
            return self.rest_of_group(style, text) or (() if text else (Prescript(),))
        if token == "$" and text:
            return self._formula_in_text()
        if token in S.IGNORED or token == " ":
            return ()
        if token in S.IGNORED_WITH_ARGUMENT:
            return self._ignored_argument()
        return self._command(token, style, text)

    def _is_joined(self) -> bool:
        """Whether a sign follows that joins terms: amsmath raises dots before such a one."""
        self.skip_blanks()
        following = self.peek()
        sign = glyph(following) if following is not None else None
        return sign is not None and sign.kind in ("bin", "rel", "int")

    def _formula_in_text(self) -> Row:
        row = self.row(frozenset({"$"}), "", False)
        self.expect("$")
        return row

    def _ignored_argument(self) -> Row:
        self.skip_blanks()
        if self.peek() == "{":
            self.raw_argument()
            return ()
        raise ParseError("a length without braces")

    def _command(self, token: str, style: str, text: bool) -> Row:
        if command := COMMANDS.get(token):
            return command(self, token, style)
        if token in S.STYLES:
            return self.argument(S.STYLES[token], text)
        if token in S.TEXTS:
            return self.argument(S.TEXTS[token], True)
        if token in S.ACCENTS:
            return (Accent(S.ACCENTS[token], drawn(self.argument(style))),)
        if token in S.BIG:
            return sized(self, token)
        if token in S.TRANSPARENT:
            return self.argument(style, text)
        if token in S.STRETCHED_ARROWS:
            return stretched(self, token, style)
        if token in S.OPERATOR_EXPANSIONS or token[1:] in S.OPERATOR_NAMES:
            return upright(S.OPERATOR_EXPANSIONS.get(token, token[1:]))
        return (Sym(styled(token, style)),)
