"""Reading tokens one by one: what is open, how deep, and what was found wrong."""

from __future__ import annotations

from dataclasses import dataclass

from scipix.engine.latex.syntax.lexer import Token, tokenize
from scipix.engine.latex.syntax.problems import Fix, Problem, Severity
from scipix.engine.latex.syntax.signatures import ROW_ENDS

MAX_LENGTH = 20_000
MAX_DEPTH = 60
MAX_PROBLEMS = 50
CELL_ENDS = frozenset({"&", *ROW_ENDS})
_CLOSERS = frozenset({"}", r"\right", r"\end", *CELL_ENDS})


@dataclass(frozen=True, slots=True)
class Frame:
    """Something that is open: the tokens that close it, and whether closers of outer frames reach through."""

    closers: frozenset[str]
    barrier: frozenset[str] = frozenset()


class Cursor:
    """Tokens of one source, the position of the next, open frames and problems."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tokens, self.comments = tokenize(source)
        self.position = 0
        self.problems: list[Problem] = []
        self.frames: list[Frame] = []
        self._stopped = False

    # -- tokens -----------------------------------------------------------------------------------
    def peek(self) -> Token | None:
        """The next token, or None at the end."""
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def peek_text(self) -> str:
        """The next token's text, '' at the end."""
        token = self.peek()
        return token.text if token else ""

    def next(self) -> Token:
        """Take the next token, which must exist."""
        token = self.tokens[self.position]
        self.position += 1
        return token

    def skip_blanks(self) -> None:
        while self.peek_text() == " ":
            self.position += 1

    def accept(self, text: str) -> Token | None:
        """Take the next token if it is this one, blanks before it aside."""
        start = self.position
        self.skip_blanks()
        if self.peek_text() == text:
            return self.next()
        self.position = start
        return None

    @property
    def here(self) -> int:
        """Where the next token begins."""
        token = self.peek()
        return token.start if token else len(self.source)

    @property
    def behind(self) -> int:
        """Where the last token ended."""
        return self.tokens[self.position - 1].end if self.position else 0

    # -- problems ---------------------------------------------------------------------------------
    def report(
        self,
        start: int,
        end: int,
        message: str,
        hint: str,
        severity: Severity = "error",
        fix: Fix | None = None,
    ) -> None:
        """Note a problem; after too many, or once reading has stopped, no more."""
        if not self._stopped and len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(start, max(end, start), message, hint, severity, fix))

    def stop(self) -> None:
        """Read no further, and report nothing that follows from that."""
        self._stopped = True
        self.position = len(self.tokens)

    # -- frames -----------------------------------------------------------------------------------
    def open(self, frame: Frame) -> bool:
        """One level deeper. False, and the end of reading, where that is too deep."""
        self.frames.append(frame)
        if len(self.frames) <= MAX_DEPTH:
            return True
        self.report(
            self.behind, self.behind, "The formula is nested too deeply.",
            f"No more than {MAX_DEPTH} levels can be read.",
        )  # fmt: skip
        self.stop()
        return False

    def close(self) -> None:
        """Back up one level."""
        self.frames.pop()

    def closes_something(self, text: str) -> bool:
        """Whether the token closes a frame that is open, counted from the innermost to the next barrier."""
        for frame in reversed(self.frames):
            if text in frame.closers:
                return True
            if text in frame.barrier:
                return False
        return False

    def stray(self, token: Token) -> bool:
        """Report and pass a closer that nothing opened; False where it closes something."""
        text = token.text
        if text not in _CLOSERS or self.closes_something(text):
            return False
        self.position += 1
        if text == "}":
            message, hint = "This } closes nothing.", r"Remove it, or write \} for a brace."
            last = not self.source[token.end :].strip()
            fix = Fix(token.start, token.end, "", "Removed a } that closed nothing.") if last else None
            self.report(token.start, token.end, message, hint, fix=fix)
        elif text == r"\right":
            fix = None if self.frames else Fix(0, 0, r"\left.", r"Added \left. at the beginning.")
            hint = r"Put \left. where the pair begins."
            self.report(token.start, token.end, r"\right without \left.", hint, fix=fix)
        elif text == r"\end":
            self.report(token.start, token.end, r"\end without \begin.", "Remove it, or add the beginning.")
        else:
            self._stray_cell_end(token)
        return True

    def append(self, text: str) -> Fix:
        """The fix that adds something at the end of the source."""
        end = len(self.source.rstrip())
        return Fix(end, end, text, f"Added {text} at the end.")

    def _stray_cell_end(self, token: Token) -> None:
        inside = any("&" in frame.closers for frame in self.frames)
        if token.text == "&":
            message = "This & is inside braces." if inside else "& outside an environment."
            hint = (
                "Close the brace before it."
                if inside
                else r"Put the rows in \begin{aligned}...\end{aligned}."
            )
            self.report(token.start, token.end, message, hint + r" Write \& for the sign.")
        elif inside:
            self.report(
                token.start,
                token.end,
                f"A row ends inside braces ({token.text}).",
                "Close the brace before it.",
            )
        else:
            self.report(
                token.start, token.end, f"{token.text} outside an environment has no effect in a display.",
                r"Put the rows in \begin{aligned}...\end{aligned}.", "warning",
            )  # fmt: skip
