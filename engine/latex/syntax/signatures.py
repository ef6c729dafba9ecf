"""Which arguments every command takes.

A signature has a letter for each argument: ``m`` formula, ``t`` text, ``r`` raw (a length, a colour, a name),
``d`` delimiter, ``o`` optional formula, ``O`` optional raw, ``s`` a star.
"""

from __future__ import annotations


def _table(text: str) -> dict[str, str]:
    words = text.split()
    return {"\\" + name: signature for signature, names in zip(words[::2], words[1::2], strict=True)
            for name in names.split(",")}  # fmt: skip


FRACTIONS = frozenset({r"\frac", r"\dfrac", r"\tfrac", r"\cfrac"})
BINOMIALS = frozenset({r"\binom", r"\dbinom", r"\tbinom"})

ACCENTS = frozenset(
    "\\" + name
    for name in (
        "hat bar vec dot ddot dddot ddddot tilde check breve acute grave mathring widehat widetilde "
        "widecheck overline underline overbrace underbrace overbracket underbracket overparen underparen "
        "overrightarrow overleftarrow overleftrightarrow underrightarrow underleftarrow underleftrightarrow "
        "widebar underbar utilde overarc wideparen Bar Hat Tilde Vec Dot Ddot Check Acute Grave Breve"
    ).split()
)
MATH_FONTS = frozenset(
    "\\" + name
    for name in (
        "mathrm mathbf mathbb mathcal mathfrak mathscr mathsf mathtt mathit mathnormal mathup mathbfit "
        "mathbfup mathsfup mathsfit mathbfsf mathbfcal mathbfscr mathbffrak boldsymbol bm pmb Bbb bold frak "
        "mathds mathbbm symbf symrm symup symit symbfit symbb symcal symscr symfrak symsf symtt symnormal"
    ).split()
)
TEXTS = frozenset(
    "\\" + name
    for name in (
        "text mbox hbox textrm textup textnormal textbf textsf texttt textit textsl textsc textmd emph "
        "textsuperscript textsubscript mathmbox"
    ).split()
)
CLASSES = frozenset(
    "\\" + name for name in "mathrel mathbin mathord mathopen mathclose mathpunct mathinner mathop".split()
)
PHANTOMS = frozenset(r"\phantom \vphantom \hphantom".split())
LAPS = frozenset(
    "\\" + name for name in "mathllap mathrlap mathclap llap rlap clap textllap textrlap".split()
)
STRETCHED = frozenset(
    "\\" + name
    for name in (
        "xrightarrow xleftarrow xRightarrow xLeftarrow xleftrightarrow xLeftrightarrow xmapsto "
        "xhookrightarrow xhookleftarrow xrightharpoonup xrightharpoondown xleftharpoonup xleftharpoondown "
        "xrightleftharpoons xleftrightharpoons xtwoheadrightarrow xtwoheadleftarrow xlongequal xtofrom"
    ).split()
)
SIZED = frozenset(
    "\\" + size + side for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "r", "m")
)
INFIXES: dict[str, str] = {
    r"\over": "", r"\atop": "", r"\choose": "", r"\brack": "", r"\brace": "", r"\above": "r",
    r"\overwithdelims": "dd", r"\atopwithdelims": "dd", r"\abovewithdelims": "ddr",
}  # fmt: skip
OPAQUE = frozenset({r"\ce", r"\pu", r"\cee"})

SPACES = frozenset(
    ["~", r"\ ", r"\,", r"\:", r"\;", r"\!", r"\>", r"\/", r"\-", r"\*"]
    + ["\\" + name for name in (
        "quad qquad enspace enskip thinspace medspace thickspace negthinspace negmedspace negthickspace "
        "space nobreakspace hfill hfil hfilll strut mathstrut null nobreak allowbreak relax break "
        "nonumber notag noindent protect ignorespaces unskip smallskip medskip bigskip par newline"
    ).split()]
)  # fmt: skip
"""Commands that draw nothing. Those behind ``null`` have no width either."""
WITH_LENGTH = frozenset("\\" + name for name in "hspace vspace hskip vskip kern mkern mskip mspace".split())
PLAIN_LENGTH = frozenset("\\" + name for name in "hskip vskip kern mkern mskip".split())
"""Their length stands without braces."""

STYLE_SWITCHES = frozenset(r"\displaystyle \textstyle \scriptstyle \scriptscriptstyle".split())
FONT_SWITCHES = frozenset(
    "\\" + name
    for name in (
        "rm bf cal it sf tt mit scr sl sc boldmath unboldmath bfseries rmfamily sffamily ttfamily itshape "
        "slshape scshape normalfont upshape mdseries oldstyle"
    ).split()
)
SIZE_SWITCHES = frozenset(
    "\\" + name
    for name in (
        "tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge Tiny centering"
    ).split()
)
SWITCHES = STYLE_SWITCHES | FONT_SWITCHES | SIZE_SWITCHES

OPERATORS = frozenset(
    "\\" + name
    for name in (
        "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup "
        "ln log max min Pr sec sin sinh sup tan tanh injlim projlim bmod varlimsup varliminf varinjlim "
        "varprojlim"
    ).split()
)
LIMIT_OPERATORS = frozenset(
    "\\" + name
    for name in (
        "det gcd inf lim liminf limsup max min Pr sup injlim projlim varlimsup varliminf varinjlim varprojlim"
    ).split()
)
MACROS = frozenset(r"\TeX \LaTeX \idotsint".split())
"""Signs that no single character stands for."""

SIGNATURES: dict[str, str] = (
    dict.fromkeys(FRACTIONS - {r"\cfrac"} | BINOMIALS, "mm")
    | dict.fromkeys(ACCENTS | MATH_FONTS | CLASSES | PHANTOMS | LAPS - {r"\textllap", r"\textrlap"}, "m")
    | dict.fromkeys(TEXTS, "t")
    | dict.fromkeys(STRETCHED, "om")
    | _table(
        """
        Omm cfrac  rrrrmm genfrac  om sqrt  mm overset,underset,stackrel,stackbin,cancelto
        mmm overunderset,prescript,sideset  sm operatorname  m boxed,cancel,bcancel,xcancel,sout,Aboxed
        t fbox,textcircled,textllap,textrlap,intertext,shortintertext  OOt framebox,makebox  rt raisebox
        Om smash  m vcenter,not,centernot,ensuremath,cramped,lefteqn,slashed  Orm textcolor  Ort colorbox
        Orrt fcolorbox  st tag  r label,ref,eqref,hdotsfor  Orr rule  m pmod,pod,mod,shoveleft,shoveright
        m bra,ket,braket,Bra,Ket,Braket  mm ketbra  mmmm mathchoice
        """
    )
)
TEXT_ACCENTS = frozenset("\\" + name for name in "' ` ^ \" = . ~ c v u H r d b t k".split())
"""Accents of letters in texts: ``\\'e``."""

MATRICES = frozenset("matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix".split())
ENVIRONMENTS: dict[str, str] = (
    dict.fromkeys(MATRICES, "")
    | dict.fromkeys([name + "*" for name in MATRICES], "O")
    | dict.fromkeys("psmallmatrix bsmallmatrix Bsmallmatrix vsmallmatrix Vsmallmatrix".split(), "")
    | dict.fromkeys("cases dcases rcases drcases cases* dcases* rcases* drcases*".split(), "")
    | dict.fromkeys("align align* gather gather* eqnarray eqnarray* multline multline* flalign "
                    "flalign* split equation equation* displaymath math".split(), "")
    | dict.fromkeys("aligned gathered lgathered rgathered multlined".split(), "O")
    | dict.fromkeys("array tabular".split(), "Or")
    | {"subarray": "r", "alignat": "r", "alignat*": "r", "alignedat": "Or", "xalignat": "r", "xalignat*": "r"}
)  # fmt: skip
"""What stands between ``\\begin{name}`` and the first cell."""

BRACED = frozenset(r"\substack \matrix \pmatrix \cases \eqalign \displaylines".split())
"""Rows between braces, without ``\\begin``."""
RULES: dict[str, str] = {
    r"\hline": "", r"\hdashline": "", r"\cline": "r", r"\toprule": "", r"\midrule": "", r"\bottomrule": "",
}  # fmt: skip
ROW_ENDS = frozenset({"\\\\", r"\cr", r"\tabularnewline"})

REPLACEMENTS: dict[str, str] = {
    r"\argmax": r"\operatorname*{arg\,max}", r"\argmin": r"\operatorname*{arg\,min}",
    r"\plim": r"\operatorname*{plim}", r"\R": r"\mathbb{R}", r"\N": r"\mathbb{N}", r"\Z": r"\mathbb{Z}",
    r"\Q": r"\mathbb{Q}", r"\C": r"\mathbb{C}", r"\reals": r"\mathbb{R}", r"\tg": r"\operatorname{tg}",
    r"\ctg": r"\operatorname{ctg}", r"\sh": r"\operatorname{sh}", r"\ch": r"\operatorname{ch}",
    r"\th": r"\operatorname{th}", r"\cth": r"\operatorname{cth}", r"\arctg": r"\operatorname{arctg}",
    r"\cosec": r"\operatorname{cosec}", r"\sgn": r"\operatorname{sgn}", r"\sign": r"\operatorname{sign}",
    r"\tr": r"\operatorname{tr}", r"\Tr": r"\operatorname{Tr}", r"\rank": r"\operatorname{rank}",
    r"\diag": r"\operatorname{diag}", r"\grad": r"\operatorname{grad}", r"\erf": r"\operatorname{erf}",
    r"\curl": r"\operatorname{curl}", r"\Res": r"\operatorname{Res}", r"\md": r"\mathrm{d}",
    r"\dd": r"\mathrm{d}", r"\infinity": r"\infty",
}  # fmt: skip
"""Commands that people use as if they were LaTeX, and what LaTeX says for them."""
