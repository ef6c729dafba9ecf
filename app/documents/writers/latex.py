"""A LaTeX project: main.tex with the figures beside it, as a zip file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from scipix.app.documents.flow import Part, Run, parts, plain
from scipix.app.documents.results import DocumentResult, Text
from scipix.app.documents.review import note

_HEAD = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\usepackage{textcomp}
\usepackage{amsmath,amssymb,mathrsfs}
\usepackage{graphicx}
\begin{document}
"""
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%",
    "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}",
    ">": r"\textgreater{}", "|": r"\textbar{}", "–": "--", "—": "---", "“": "``", "”": "''", "‘": "`",
    "’": "'",
    "…": r"\dots{}", "\u00a0": "~", "•": r"\textbullet{}", "∎": r"$\blacksquare$", "−": "$-$", "�": "?",
    "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl",
}  # fmt: skip
_SECTIONS = ("section", "subsection", "subsubsection", "paragraph")


def to_project(document: DocumentResult) -> bytes:
    """A zip file with ``main.tex`` and the folder ``figures``."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("main.tex", to_latex(document))
        for name, picture in sorted(document.pictures.items()):
            archive.writestr(f"figures/{name}", picture)
    return content.getvalue()


def to_latex(document: DocumentResult) -> str:
    """The source of the document."""
    all_parts = parts(document)
    body: list[str] = []
    index = 0
    while index < len(all_parts):
        if all_parts[index].kind == "item":
            end = index
            while end < len(all_parts) and all_parts[end].kind == "item":
                end += 1
            body.append(_list(all_parts[index:end]))
            index = end
        else:
            body.append(_part(all_parts[index], document))
            index += 1
    return _HEAD + "\n\n".join(text for text in body if text) + "\n\\end{document}\n"


def _part(part: Part, document: DocumentResult) -> str:
    text = _unmarked(part, document)
    return _marks(part) + text if text else ""


def _marks(part: Part) -> str:
    """A comment for each doubtful formula, in lines before: within a line it would swallow what follows."""
    pieces = (*part.run, *(piece for row in part.rows for cell in row for piece in cell))
    doubtful = [piece for piece in pieces if not isinstance(piece, Text) and piece.marked]
    return "".join(f"% {note(one)}: {' '.join(one.latex.split())}\n" for one in doubtful)


def _unmarked(part: Part, document: DocumentResult) -> str:
    if part.problem:
        return f"\\fbox{{Page {part.page} could not be read. {escaped(part.problem)}}}"
    match part.kind:
        case "title":
            return f"\\begin{{center}}\\LARGE {_run(part.run)}\\end{{center}}"
        case "heading":
            return f"\\{_SECTIONS[min(part.level, 4) - 1]}*{{{_run(part.run)}}}"
        case "display":
            return _display(part)
        case "figure":
            shown = f"\\includegraphics[width=\\linewidth]{{figures/{part.picture}}}"
            return f"\\begin{{center}}{shown}\\end{{center}}" if part.picture in document.pictures else ""
        case "table":
            return _table(part)
        case "footnote":
            return f"{{\\footnotesize {escaped(part.marker)} {_run(part.run)}}}"
        case _:
            return _run(part.run)


def _display(part: Part) -> str:
    latex = "".join(piece.latex for piece in part.run if not isinstance(piece, Text))
    tag = f" \\tag{{{escaped(part.number)}}}" if part.number else ""
    return f"\\[\n{latex}{tag}\n\\]" if latex else ""


def _list(items: Sequence[Part]) -> str:
    lines = [f"{_marks(item)}\\item[{{{escaped(item.marker)}}}] {_run(item.run)}" for item in items]
    return "\\begin{itemize}\n" + "\n".join(lines) + "\n\\end{itemize}"


def _table(part: Part) -> str:
    rows = [" & ".join(_run(cell) for cell in row) + r" \\" for row in part.rows]
    columns = "l" * max(len(row) for row in part.rows)
    return (
        f"\\begin{{center}}\\begin{{tabular}}{{{columns}}}\n\\hline\n{rows[0]}\n\\hline\n"
        + "\n".join(rows[1:])
        + "\n\\hline\n\\end{tabular}\\end{center}"
    )


def _run(run: Run) -> str:
    return "".join(_inline(piece) for piece in run).strip()


def _inline(piece: object) -> str:
    if not isinstance(piece, Text):
        latex = getattr(piece, "latex", "")
        return f"${latex}$" if latex else "?"
    text = escaped(piece.text)
    if not text.strip():
        return text
    if piece.raised:
        return f"\\textsuperscript{{{text.strip()}}}"
    for wanted, command in ((piece.mono, "texttt"), (piece.italic, "textit"), (piece.bold, "textbf")):
        if wanted:
            text = f"\\{command}{{{text}}}"
    return text


def escaped(text: str) -> str:
    """Words as LaTeX takes them."""
    return "".join(_SPECIAL.get(char, char) for char in text)


def title_of(document: DocumentResult) -> str:
    """The document's title: of its metadata, else what stands first and largest."""
    titles = [plain(part.run) for part in parts(document) if part.kind == "title"]
    return document.title or (titles[0] if titles else "")
