"""Documents of the project's own, written once and typeset in several classes; the truth comes from the source.

A document is a list of blocks. Text has its formulas between dollar signs; what stands in a block is what a
reading has to give back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["title", "section", "text", "item", "display", "numbered", "figure", "table", "note"]


@dataclass(frozen=True)
class Source:
    """A block of a document: its kind and what it says. A table has ``&`` and ``\\\\`` in it."""

    kind: Kind
    content: str


@dataclass(frozen=True)
class Layout:
    """A way to typeset: lines of the preamble with the class, whether it makes slides, and whether it prints
    headings in capitals.
    """

    name: str
    head: str
    slides: bool = False
    capitals: bool = False


_COMMON = r"""
\usepackage{amsmath,amssymb,booktabs}
\pagestyle{headings}
"""
LAYOUTS = (
    Layout("two-columns", r"\documentclass[10pt,twocolumn]{article}\usepackage{amsmath,amssymb,booktabs}"
           r"\usepackage[margin=2cm]{geometry}\pagestyle{headings}"),
    Layout("one-column", r"\documentclass[11pt]{article}\usepackage{amsmath,amssymb,booktabs}\pagestyle{plain}"),
    Layout("times", r"\documentclass[10pt,twocolumn]{article}\usepackage[T1]{fontenc}\usepackage{amsmath,booktabs}"
           r"\usepackage{newtxtext,newtxmath}\usepackage[margin=2cm]{geometry}"),
    Layout("palatino", r"\documentclass[12pt]{article}\usepackage[T1]{fontenc}\usepackage{amsmath,booktabs}"
           r"\usepackage{newpxtext,newpxmath}"),
    Layout("journal", r"\documentclass{amsart}\usepackage{amssymb,booktabs}\usepackage{lmodern}"
           r"\usepackage[T1]{fontenc}", capitals=True),
    Layout("slides", r"\documentclass{beamer}\usepackage{amssymb,booktabs}"
           r"\setbeamertemplate{navigation symbols}{}", slides=True),
)  # fmt: skip

_FILLER = """The idea is simple and has been used before in other settings, although the details differ from
case to case. We keep the notation of the previous section and assume throughout that the data are complete."""


def paper() -> list[Source]:
    """A paper with some forty formulas, lists, a table, a figure, footnotes."""
    return [
        Source("title", "Stable estimates for smoothing operators on bounded domains"),
        Source("section", "Introduction"),
        Source("text", "Let $\\Omega\\subset\\mathbb{R}^n$ be a bounded domain with smooth boundary, and let "
               "$u\\in H^1(\\Omega)$ be a weak solution of the equation below. We are interested in the "
               "behaviour of the solution when the parameter $\\varepsilon>0$ becomes small."),
        Source("numbered", "-\\varepsilon\\Delta u+b\\cdot\\nabla u+cu=f"),
        Source("text", "Here $f\\in L^2(\\Omega)$ is given, and the coefficients satisfy the usual condition"),
        Source("numbered", "c(x)-\\frac{1}{2}\\nabla\\cdot b(x)\\geq\\gamma>0"),
        Source("text", "for almost every point of the domain. " + _FILLER),
        Source("text", "For the norm we write $\\|u\\|_0$, and for the energy of a function the expression"),
        Source("display", "E(u)=\\int_\\Omega|\\nabla u|^2dx+\\int_{\\partial\\Omega}\\alpha u^2ds."),
        Source("text", "The constants $C_1,C_2$ do not depend on the mesh. In what follows $h=\\max_Kh_K$ is its "
               "width, and $N$ is the number of its cells.\\footnote{The cells may be triangles or "
               "rectangles, and both may occur in one mesh.} " + _FILLER),
        Source("section", "Discrete spaces"),
        Source("text", "We use polynomials of degree $k\\geq1$ on each cell. The basis functions "
               "$\\varphi_1,\\ldots,\\varphi_N$ form a partition of unity, so that"),
        Source("display", "\\sum_{i=1}^N\\varphi_i(x)=1,"),
        Source("text", "and the interpolation error is bounded by the following estimate, whose proof can be "
               "found in many textbooks:"),
        Source("numbered", "\\|u-I_hu\\|_0\\leq Ch^{k+1}|u|_{k+1}"),
        Source("text", "The method has three properties that we shall use again and again:"),
        Source("item", "the matrix $A$ is sparse and has at most $7N$ entries that are not zero;"),
        Source("item", "its condition number grows like $h^{-2}$ as the mesh is refined;"),
        Source("item", "the error is orthogonal to the space in the energy product $a(u,v)$."),
        Source("text", "With the vector $\\mathbf{x}=(x_1,\\ldots,x_N)^T$ of the coefficients the problem becomes "
               "a linear system, which reads"),
        Source("display", "\\begin{pmatrix} A & B^T \\\\ B & 0 \\end{pmatrix}\\begin{pmatrix} x \\\\ y "
               "\\end{pmatrix}=\\begin{pmatrix} f \\\\ g \\end{pmatrix}."),
        Source("text", _FILLER + " The solution can be written with the eigenvalues $\\lambda_j$ of the operator as"),
        Source("numbered", "u(x,t)=\\sum_{j=1}^{\\infty}e^{-\\lambda_jt}\\langle u_0,\\psi_j\\rangle\\psi_j(x)"),
        Source("table", "Mesh & Error & Rate \\\\ coarse & 0.52 & 1.9 \\\\ medium & 0.13 & 2.0 \\\\ fine & 0.03 & 2.0"),
        Source("section", "Main result"),
        Source("text", "The following bound is the main result. It holds for every $p$ with $1<p<\\infty$ and for "
               "all $t\\in[0,T]$, with a constant that depends on $T$ only:"),
        Source("numbered", "\\sup_{0\\leq t\\leq T}\\|u(t)-u_h(t)\\|_{L^p}\\leq C\\left(h^2+\\frac{\\tau}"
               "{\\sqrt{1+\\tau^2}}\\right)"),
        Source("text", "To prove it, let $e=u-u_h$ and split the error into two parts. By Young's inequality we "
               "have $ab\\leq\\frac{a^2}{2}+\\frac{b^2}{2}$, and therefore"),
        Source("display", "\\frac{d}{dt}\\|e\\|_0^2+2\\gamma\\|e\\|_0^2\\leq\\frac{1}{\\gamma}\\|r\\|_0^2."),
        Source("text", "Integrating from $0$ to $t$ gives the first part. " + _FILLER),
        Source("figure", "A sketch of the domain and of its mesh."),
        Source("text", "For the second part we expand the residual. If $q(x)=\\prod_{i=0}^k(x-x_i)$ denotes the "
               "nodal polynomial, then the remainder takes the form"),
        Source("numbered", "R_k(x)=\\frac{f^{(k+1)}(\\xi)}{(k+1)!}q(x)"),
        Source("text", "for some point $\\xi$ between the nodes. The function"),
        Source("display", "\\chi(s)=\\begin{cases} 1 & s\\geq0 \\\\ 0 & s<0 \\end{cases}"),
        Source("text", "is used to cut off large values. We note that $\\lim_{s\\rightarrow0}\\frac{\\sin s}{s}=1$, so "
               "nothing is lost near the origin.\\footnote{This was pointed out to us by a careful reader "
               "of the first version.}"),
        Source("display", "\\hat{f}(\\omega)=\\frac{1}{\\sqrt{2\\pi}}\\int_{-\\infty}^{\\infty}f(x)e^{-i\\omega x}dx"),
        Source("text", "is the transform of the data. " + _FILLER + " Its decay is governed by the smoothness of "
               "the data, as is well known."),
        Source("section", "Numerical experiments"),
        Source("text", "We take $\\Omega=(0,1)^2$ and the exact solution $u(x,y)=\\sin(\\pi x)\\sin(\\pi y)$. The "
               "time step is $\\tau=0.01$, and the estimator is"),
        Source("numbered", "\\eta^2=\\sum_{K}h_K^2\\|f+\\Delta u_h\\|_{0,K}^2+\\frac{1}{2}\\sum_{E}h_E\\|[\\partial_nu_h]"
               "\\|_{0,E}^2"),
        Source("text", "The results agree with the theory: the error decreases like $O(h^2)$ until rounding "
               "errors of size $10^{-12}$ take over. " + _FILLER),
        Source("display", "\\mathcal{L}(\\theta)=-\\sum_{i}\\log p_\\theta(y_i\\mid x_i)+\\mu\\|\\theta\\|_2^2"),
        Source("text", "can be minimised in the same manner, with $\\mu\\approx10^{-3}$ and $\\theta\\in\\Theta$. "
               "This ends the discussion, and we are grateful for all comments."),
    ]  # fmt: skip


def lectures() -> list[Source]:
    """Lecture notes: theorems in italics, units, probabilities, chains of equations; nothing was tuned on it."""
    return [
        Source("title", "Lectures on random walks"),
        Source("section", "Walks on the line"),
        Source("text", "A \\emph{simple walk} starts at the origin and moves one step to the left or to the right with "
               "probability $\\frac{1}{2}$ each. We write $S_n=X_1+\\cdots+X_n$ for its place after $n$ steps, "
               "where $\\mathbb{P}(X_i=1)=\\mathbb{P}(X_i=-1)=\\frac{1}{2}$. Clearly $\\mathbb{E}[S_n]=0$ and "
               "$\\operatorname{Var}(S_n)=n$."),
        Source("numbered", "\\mathbb{P}(S_{2n}=0)=\\binom{2n}{n}2^{-2n}\\sim\\frac{1}{\\sqrt{\\pi n}}"),
        Source("text", "Stirling's formula was used in the last step. It says that"),
        Source("display", "n!=\\sqrt{2\\pi n}\\left(\\frac{n}{e}\\right)^n\\left(1+O\\left(\\frac{1}{n}\\right)\\right)."),
        Source("text", "\\textbf{Theorem 1.} \\textit{The walk returns to its start with probability one, and the "
               "mean time $\\tau$ of the first return is infinite. The same holds for every $x\\in\\mathbb{Z}$.}"),
        Source("text", "\\textit{Proof.} Let $u_n$ be the probability to be at the start at time $n$ and $f_n$ that of a "
               "first return. Then we have, for all $n\\geq1$, the equation"),
        Source("numbered", "u_n=\\sum_{k=1}^nf_ku_{n-k}"),
        Source("text", "and with $U(s)=\\sum_nu_ns^n$ and $F(s)=\\sum_nf_ns^n$ it follows that $U(s)=1+F(s)U(s)$."),
        Source("display", "F(1)=\\lim_{s\\uparrow1}F(s)=1-\\frac{1}{U(1)}=1"),
        Source("text", "See also the table below, whose numbers were computed with a step of $0.5\\,\\mathrm{ms}$."),
        Source("table", "Steps & Return & Time \\\\ ten & 0.25 & 0.4 \\\\ hundred & 0.08 & 3.1"),
        Source("section", "Higher dimensions"),
        Source("text", "In the space $\\mathbb{R}^d$ with $d\\geq3$ the walk escapes, i.e.\\ $|S_n|\\rightarrow\\infty$ almost "
               "surely. Its generator is the operator"),
        Source("display", "(\\mathcal{A}f)(x)=\\frac{1}{2d}\\sum_{|e|=1}\\left[f(x+e)-f(x)\\right],"),
        Source("text", "and the function $g(x)=|x|^{2-d}$ plays the part of a potential. The following facts are easy:"),
        Source("item", "if $f\\colon\\mathbb{Z}^d\\rightarrow\\mathbb{R}$ is bounded and $\\mathcal{A}f=0$, then $f$ is constant;"),
        Source("item", "the matrix $P=(p_{ij})$ has $\\|P\\|_\\infty=1$ and $P^k\\geq0$ for each $k\\in\\mathbb{N}$;"),
        Source("item", "for $\\alpha\\neq\\beta$ the sets $A_\\alpha\\cap A_\\beta=\\emptyset$ are disjoint."),
        Source("text", "Let $\\mathbf{v}\\cdot\\mathbf{w}$ be the usual product and $\\hat{\\mu}(\\xi)=\\int e^{i\\xi\\cdot x}\\mu(dx)$ the "
               "transform of a measure. Then, writing $\\overline{z}$ for the conjugate of $z=a+ib$,"),
        Source("numbered", "\\int_{-\\pi}^{\\pi}\\frac{d\\theta}{1-\\cos\\theta}=\\infty,\\qquad\\oint_{\\gamma}\\frac{dz}{z}=2\\pi i"),
        Source("text", "which shows again that the walk on the line is recurrent. For the temperature $T_{\\mathrm{max}}$ and "
               "the energy $E_{\\mathrm{kin}}=\\frac{1}{2}mv^2$ similar bounds are known."),
        Source("display", "\\det\\begin{vmatrix} a & b \\\\ c & d \\end{vmatrix}=ad-bc,\\quad\\left\\lfloor\\frac{n}{2}\\right\\rfloor\\leq\\left\\lceil\\frac{n+1}{2}\\right\\rceil"),
        Source("section", "Martingales"),
        Source("text", "A process $(M_n)_{n\\geq0}$ is a martingale if $\\mathbb{E}[M_{n+1}|\\mathcal{F}_n]=M_n$. Every convex function "
               "$\\varphi$ gives a submartingale, since $\\varphi(\\mathbb{E}X)\\leq\\mathbb{E}\\varphi(X)$ by Jensen's inequality."),
        Source("numbered", "\\mathbb{P}\\left(\\max_{k\\leq n}|M_k|\\geq\\lambda\\right)\\leq\\frac{\\mathbb{E}|M_n|^p}{\\lambda^p}"),
        Source("text", "With $p=2$ and $\\lambda=t\\sqrt{n}$ the right side is $1/t^2$. The exponent can be improved to $e^{-t^2/2}$, "
               "up to a factor $C<3$, as we shall see. Choose $\\delta=\\varepsilon/3$ and $N$ so large that $|a_n-a|<\\delta$ "
               "whenever $n>N$."),
        Source("display", "\\frac{\\partial^2u}{\\partial x^2}+\\frac{\\partial^2u}{\\partial y^2}=0,\\quad u|_{\\partial D}=\\varphi"),
        Source("text", "This is the problem of Dirichlet, and $u(x)=\\mathbb{E}_x\\varphi(B_\\tau)$ solves it. The proof is left to "
               "the reader, who should compare it with the first lecture."),
    ]  # fmt: skip


def chains() -> list[Source]:
    """Notes whose displays have several rows: aligned, centred, numbered together, with cases, and near each other."""
    return [
        Source("title", "Notes on chains of equations"),
        Source("section", "Aligned rows"),
        Source("text", "We expand the square of a sum and find the following, which is used again and again below."),
        Source("display", "\\begin{aligned}(a+b)^2&=(a+b)(a+b)\\\\&=a^2+ab+ba+b^2\\\\&=a^2+2ab+b^2.\\end{aligned}"),
        Source("text", "The rows may be taller than those of the text, and then the room between them is smaller."),
        Source("display", "\\begin{aligned}\\frac{d}{dt}\\|e\\|^2&\\leq\\frac{1}{\\gamma}\\|r\\|^2+\\sum_{i=1}^n\\lambda_ix_i^2"
               "\\\\&\\leq\\int_0^Tf(s)ds+\\frac{C}{2}.\\end{aligned}"),
        Source("text", "One number stands in the middle of the rows and belongs to all of them together."),
        Source("numbered", "\\begin{aligned}F(x)&=\\int_0^xg(t)dt+h(0)\\\\&=G(x)-G(0)+h(0)\\end{aligned}"),
        Source("numbered", "\\begin{aligned}u_1&=3\\alpha+4\\beta\\\\u_2+v&=5\\alpha-\\beta\\\\w&\\neq0\\end{aligned}"),
        Source("text", "A sum that is too long goes on in the row below with the sign of its next term."),
        Source("display", "\\begin{aligned}s_n&=x_1+x_2+x_3+x_4\\\\&+y_1+y_2+y_3\\\\&\\leq n\\end{aligned}"),
        Source("section", "Centred rows and cases"),
        Source("text", "Rows that have no sign in common stand in the middle, one under the other."),
        Source("display", "\\begin{gathered}a^2+b^2=c^2\\\\\\sin^2x+\\cos^2x=1\\end{gathered}"),
        Source("text", "Cases have a brace of their own, however many they are."),
        Source("display", "|x|=\\begin{cases} x & x\\geq0 \\\\ -x & x<0 \\end{cases}"),
        Source("text", "Equations that follow each other without a word between them stay two."),
        Source("display", "A=B+C"),
        Source("display", "D=E^2-F"),
        Source("numbered", "p=q"),
        Source("numbered", "r=s+t"),
        Source("text", "This is all that has to be said about chains of equations in these notes. " + _FILLER),
        Source("text", _FILLER + " " + _FILLER),
    ]  # fmt: skip


def latex(blocks: Sequence[Source], layout: Layout) -> str:
    """The source of a document, its formulas in nearly black colours that number them."""
    maker = _Maker(layout)
    body = "\n".join(maker.block(block, index) for index, block in enumerate(blocks))
    return "\n".join([
        layout.head, r"\hfuzz=\maxdimen\vfuzz=\maxdimen\pdfminorversion=5",
        r"\def\C#1{\pdfliteral direct{#1 rg #1 RG}}",
        r"\begin{document}", body, r"\end{frame}" if layout.slides else "", r"\end{document}", "",
    ])  # fmt: skip


def formulas(blocks: Sequence[Source]) -> list[str]:
    """All formulas of a document in the order in which they are numbered."""
    return [latex for block in blocks for latex in _formulas_of(block)]


def _formulas_of(block: Source) -> list[str]:
    if block.kind in ("display", "numbered"):
        return [block.content]
    return re.findall(r"\$(.+?)\$", block.content)


def words(block: Source) -> str:
    """The text of a block without its formulas and footnotes."""
    if block.kind in ("display", "numbered", "figure"):
        return "" if block.kind != "figure" else f"Figure 1. {block.content}"
    text = re.sub(r"\$.+?\$", " ", block.content)
    text = re.sub(r"\\footnote\{.*?\}", "", text)
    text = re.sub(r"\\(?:emph|textbf|textit)\{([^{}]*)\}", r"\1", text).replace("\\ ", " ")
    return " ".join(re.sub(r"&|\\\\|[{}]", " ", text).split()).replace("'", "\u2019")


def as_printed(blocks: Sequence[Source], layout: Layout, *, scanned: bool) -> list[Source]:
    """The blocks with the letters that their layout prints; files call small capitals small letters."""
    upper = (("title", "section") if scanned else ("title",)) if layout.capitals else ()
    return [
        replace(block, content=block.content.upper()) if block.kind in upper else block for block in blocks
    ]


def notes(blocks: Sequence[Source]) -> list[str]:
    """The footnotes of a document, which a reading may put anywhere."""
    return [note for block in blocks for note in re.findall(r"\\footnote\{(.*?)\}", block.content)]


class _Maker:
    """Writes the blocks; formulas are numbered as they come."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.count = 0
        self.open = False

    def block(self, block: Source, index: int) -> str:
        text = re.sub(r"\$(.+?)\$", lambda match: f"${self._marked(match.group(1))}$", block.content)
        match block.kind:
            case "title":
                return f"\\title{{{text}}}\\author{{The scipix project}}\\date{{}}" + self._title()
            case "section":
                return self._section(text)
            case "display":
                return f"\\[{self._marked(block.content)}\\]"
            case "numbered":
                return f"\\begin{{equation}}{self._marked(block.content)}\\end{{equation}}"
            case "item":
                return f"\\begin{{itemize}}\\item {text}\\end{{itemize}}"
            case "table":
                rows = text.split("\\\\", 1)
                return (
                    "\\begin{center}\\begin{tabular}{lrr}\\toprule "
                    f"{rows[0]}\\\\ \\midrule {rows[1]}\\\\ \\bottomrule\\end{{tabular}}\\end{{center}}"
                )
            case "figure":
                lines = " ".join(f"{15 * i} 0 m {15 * i + 40} 60 l S" for i in range(7))
                drawn = f"\\hbox to140pt{{\\vrule height64pt width0pt\\pdfliteral{{0 0 140 62 re S {lines}}}\\hss}}"
                return f"\\begin{{center}}{drawn}\\par Figure 1. {text}\\end{{center}}"
            case _:
                return text + "\n"

    def _title(self) -> str:
        if self.layout.slides:
            self.open = True
            return "\\begin{frame}[allowframebreaks]\\titlepage"
        return "\\maketitle"

    def _section(self, text: str) -> str:
        return f"\\framebreak\\textbf{{{text}}}\\par" if self.layout.slides else f"\\section{{{text}}}"

    def _marked(self, formula: str) -> str:
        self.count += 1
        return f"\\C{{{colour(self.count)}}}{formula}\\C{{0 0 0}}"


def colour(number: int) -> str:
    """A nearly black colour for a number below 1 000, as PDF writes it."""
    digits = (number // 100, number // 10 % 10, number % 10)
    return " ".join(f"{digit / 255:.5f}" for digit in digits)


def number_of(colour_read: Sequence[float]) -> int:
    """The number whose colour was read; 0 for black."""
    if len(colour_read) != 3:
        return 0
    digits = [round(channel * 255) for channel in colour_read]
    return digits[0] * 100 + digits[1] * 10 + digits[2]
