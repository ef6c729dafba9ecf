"""Markdown: GitHub's, and Mathpix's (MMD), which marks formulas as LaTeX does."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scipix.app.documents.flow import Part, Run, parts
from scipix.app.documents.results import DocumentResult, Formula, Text
from scipix.app.documents.review import note

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_BAR = re.compile(r"(?<!\\)\|")
_LEADING = re.compile(r"^(\s*)(\d+[.)]|[-+])(\s)")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How formulas are set off, within a line and displayed, and whether dollars have to be escaped."""

    inline: tuple[str, str]
    display: tuple[str, str]
    tags: bool


MMD = Dialect((r"\(", r"\)"), ("\\[\n", "\n\\]"), tags=True)
GITHUB = Dialect(("$", "$"), ("$$\n", "\n$$"), tags=True)


def to_markdown(document: DocumentResult, dialect: Dialect, pictures: str = "pictures") -> str:
    """The document as Markdown; figures are linked to files in the folder ``pictures``."""
    writer = _Writer(dialect, pictures)
    texts: list[str] = []
    previous: Part | None = None
    for part in parts(document):
        text = writer.part(part)
        if not text:
            continue
        tight = previous is not None and previous.kind == part.kind == "item"
        texts.append(("\n" if tight else "\n\n") + text if texts else text)
        previous = part
    return "".join(texts) + "\n" if texts else ""


class _Writer:
    def __init__(self, dialect: Dialect, pictures: str) -> None:
        self.dialect, self.pictures = dialect, pictures

    def part(self, part: Part) -> str:
        if part.problem:
            return f"> **Page {part.page} could not be read.** {_escaped(part.problem)}"
        match part.kind:
            case "title":
                return "# " + self.run(part.run)
            case "heading":
                return "#" * min(6, part.level + 1) + " " + self.run(part.run, bold=False)
            case "display":
                return self.display(part)
            case "item":
                return "    " * part.level + self.marker(part.marker) + " " + self.run(part.run)
            case "figure":
                return f"![]({self.pictures}/{part.picture})"
            case "table":
                return self.table(part)
            case "footnote":
                label = f"[^{part.page}-{part.marker}]: " if part.marker.isalnum() else ""
                return label + self.run(part.run)
            case _:
                return _LEADING.sub(r"\1\\\2\3", self.run(part.run, page=part.page))

    def display(self, part: Part) -> str:
        latex = "".join(piece.latex for piece in part.run if not isinstance(piece, Text))
        if not latex:
            return "> *A formula could not be read here.*"
        tag = f" \\tag{{{part.number}}}" if part.number and self.dialect.tags else ""
        before, after = self.dialect.display
        # A line of its own: behind the sign at the end a renderer would not see that sign any more.
        marks = "".join(f"{_mark(piece)}\n\n" for piece in part.run if _mark(piece))
        return marks + before + latex + tag + after

    def marker(self, marker: str) -> str:
        digits = re.sub(r"\D", "", marker)
        return f"{digits}." if digits else "-" if len(marker) == 1 else f"- {marker}"

    def table(self, part: Part) -> str:
        rows = [[_BAR.sub(r"\\|", self.run(cell)) for cell in row] for row in part.rows]
        head, *rest = rows
        lines = ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rest)]
        return "\n".join(lines)

    def run(self, run: Run, *, bold: bool = True, page: int = 0) -> str:
        return "".join(self._inline(piece, bold, page) for piece in run).strip()

    def _inline(self, piece: object, bold: bool, page: int) -> str:
        if not isinstance(piece, Text):
            latex = getattr(piece, "latex", "")
            before, after = self.dialect.inline
            # After it: a line that begins with a comment would be taken for HTML as a whole.
            return (f"{before}{latex}{after}" if latex else "�") + _mark(piece)
        if piece.raised:
            mark = piece.text.strip()
            return f"[^{page}-{mark}]" if page and mark.isdigit() else f"<sup>{_escaped(mark)}</sup>"
        text = _escaped(piece.text, dollars=self.dialect is GITHUB)
        if piece.mono:
            return _wrapped(piece.text, "`")
        sign = ("**" if piece.bold and bold else "") + ("*" if piece.italic else "")
        return _wrapped(text, sign) if sign else text


def _mark(piece: object) -> str:
    """A comment that no reader of the rendered text sees."""
    return f"<!-- {note(piece)} -->" if isinstance(piece, Formula) and piece.marked else ""


def _escaped(text: str, *, dollars: bool = False) -> str:
    escaped = _SPECIAL.sub(r"\\\1", text)
    return escaped.replace("$", r"\$") if dollars else escaped


def _wrapped(text: str, sign: str) -> str:
    """Signs around the words; blanks stay outside, as Markdown wants it."""
    inner = text.strip()
    if not inner:
        return text
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{lead}{sign}{inner}{sign[::-1]}{trail}"
