"""The font families that formulas are typeset in: packages of pdfLaTeX, and OpenType fonts for LuaLaTeX."""

from __future__ import annotations

_TEXT = r"\usepackage[T1]{fontenc}"
_NO_SANS = r"\let\mathsf\undefined"
"""Where upright letters are sans serif, a formula that sets others apart by that shows nothing of it."""


def _letters(package: str) -> str:
    """A family of text type: its letters and digits in formulas, all signs and Greek from Computer Modern."""
    return rf"{_TEXT}\usepackage{package}\usepackage[italic,defaultmathsizes]{{mathastext}}"


PDFLATEX: dict[str, str] = {
    "cm": "",
    "lm": rf"{_TEXT}\usepackage{{lmodern}}",
    "times": rf"{_TEXT}\usepackage{{newtxtext,newtxmath}}",
    "mathptmx": r"\usepackage{mathptmx}",
    "palatino": rf"{_TEXT}\usepackage{{newpxtext,newpxmath}}",
    "mathpazo": r"\usepackage{mathpazo}",
    "charter": r"\usepackage[charter]{mathdesign}",
    "fourier": r"\usepackage{fourier}",
    "stix": rf"{_TEXT}\usepackage{{stix2}}",
    "libertine": rf"{_TEXT}\usepackage{{libertine}}\usepackage[libertine]{{newtxmath}}",
    "kp": r"\usepackage{kpfonts}",
    "sans": r"\usepackage{cmbright}",
    "arev": r"\usepackage{arev}",
    "iwona": r"\usepackage[math]{iwona}",
    # Its font draws these two as \sigma and \rho: better no picture than one that shows another letter.
    "euler": r"\usepackage{eulervm}\let\varsigma\undefined\let\varrho\undefined",
    "concrete": r"\usepackage{concmath}",
    "utopia": r"\usepackage[utopia]{mathdesign}",
    "antt": r"\usepackage[math]{anttor}",
    "baskerville": rf"{_TEXT}\usepackage{{Baskervaldx}}\usepackage[baskervaldx]{{newtxmath}}",
    "cochineal": rf"{_TEXT}\usepackage{{cochineal}}\usepackage[cochineal]{{newtxmath}}",
    "noto": r"\usepackage{notomath}",
    "stixsans": rf"{_TEXT}\usepackage{{newtxsf}}",
    "caladea": _letters("{caladea}"),
    "gentium": _letters("{gentium}"),
    "crimson": _letters("{crimson}"),
    "source serif": _letters("[lining]{sourceserifpro}"),
    "roboto": _letters("[sfdefault]{roboto}") + _NO_SANS,
    "lato": _letters("[default]{lato}") + _NO_SANS,
    "open sans": _letters("[default]{opensans}") + _NO_SANS,
    "carlito": _letters("[sfdefault,lf]{carlito}") + _NO_SANS,
    "pt serif": _letters("{paratype}"),
}
"""Family -> preamble lines."""

OPENTYPE: dict[str, str] = {
    "newcm": "NewCMMath-Regular.otf",
    "termes": "texgyretermes-math.otf",
    "pagella": "texgyrepagella-math.otf",
    "schola": "texgyreschola-math.otf",
    "dejavu": "texgyredejavu-math.otf",
    "libertinus": "LibertinusMath-Regular.otf",
    "xits": "XITSMath-Regular.otf",
    "xcharter": "XCharter-Math.otf",
    "erewhon": "Erewhon-Math.otf",
    "kp sans": "KpMath-Sans.otf",
    "asana": "Asana-Math.otf",
}
"""Family -> file of the font, as browsers, office programs and newer TeX engines use them."""

UNSEEN: dict[str, str] = {
    "fira": "FiraMath-Regular.otf",
    "garamond": "Garamond-Math.otf",
    "bonum": "texgyrebonum-math.otf",
    "neohellenic": "GFSNeohellenicMath.otf",
}
"""Families that nothing is trained on, kept to measure what an unknown one costs."""

FONTS = (*PDFLATEX, *OPENTYPE)
"""All families to train on; shards and the typeface network number them in this order,
so that what is added comes at the end."""

_HEAD = r"\documentclass[10pt]{article}\usepackage{amsmath}"
_SCRIPT = r"""
\usepackage{mathrsfs}%
\pdfcompresslevel=0 \pdfobjcompresslevel=0"""
_PAGES = r"""
\hoffset=-1in \voffset=-1in \hfuzz=\maxdimen \vfuzz=\maxdimen
\def\C#1{\pdfliteral direct{#1 rg #1 RG}}
\newcount\page \newbox\fbox \newdimen\pad \pad=6pt
\def\F#1#2{\message{^^J<<#1^^J}\setbox\fbox\hbox{\C{0 0 0}$#2$}%
\pdfpagewidth=\dimexpr\wd\fbox+2\pad\relax \pdfpageheight=\dimexpr\ht\fbox+\dp\fbox+2\pad\relax
\ifdim\pdfpagewidth>4000pt \pdfpagewidth=4000pt\fi
\advance\page by1 \shipout\vbox to\pdfpageheight{\vskip\pad\hbox{\hskip\pad\copy\fbox}}%
\message{^^J>>#1 \number\page^^J}}
\begin{document}\errorcontextlines=0
"""
_AMSSYMB = frozenset("cm lm mathptmx mathpazo fourier sans arev iwona euler concrete antt".split())
_WITH_SIGNS = _AMSSYMB | {name for name, lines in PDFLATEX.items() if "mathastext" in lines}
"""Families that leave the signs of AMS to its own package."""
_UNICODE = r"""
\usepackage[math-style=TeX,bold-style=TeX,mathrm=sym,mathbf=sym,mathsf=sym,mathtt=sym]{unicode-math}
\setmainfont{%s}\setmathfont{%s}
\let\pdfpagewidth\pagewidth \let\pdfpageheight\pageheight \protected\def\pdfliteral{\pdfextension literal}
\AtBeginDocument{\def\boldsymbol#1{\symbf{\symbfit{#1}}}\let\mathscr\undefined}"""


def engine(font: str) -> str:
    """The program that typesets a family."""
    return "pdflatex" if font in PDFLATEX else "lualatex"


def preamble(font: str) -> str:
    """The document's head for a family of :data:`FONTS` or :data:`UNSEEN`; formulas follow in ``\\F``."""
    if font in PDFLATEX:
        signs = r"\usepackage{amssymb}" if font in _WITH_SIGNS else ""
        return _HEAD + signs + "\n" + PDFLATEX[font] + _SCRIPT + _PAGES
    name = (OPENTYPE | UNSEEN)[font]
    return _HEAD + _UNICODE % (name, name) + _PAGES
