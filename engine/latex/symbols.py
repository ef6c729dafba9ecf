"""Tables of LaTeX commands: synonyms, styles, accents, operator names, delimiters, environments.

The canonical name of a group of synonyms is the one that KaTeX documents first.
"""

from __future__ import annotations

import string

SYNONYMS: dict[str, str] = {
    r"\le": r"\leq", r"\ge": r"\geq", r"\ne": r"\neq", r"\to": r"\rightarrow", r"\gets": r"\leftarrow",
    r"\land": r"\wedge", r"\lor": r"\vee", r"\lnot": r"\neg", r"\iff": r"\Longleftrightarrow",
    r"\implies": r"\Longrightarrow", r"\impliedby": r"\Longleftarrow", r"\owns": r"\ni", r"\vert": "|",
    r"\mid": "|", r"\lvert": "|", r"\rvert": "|", r"\Vert": r"\|", r"\lVert": r"\|", r"\rVert": r"\|",
    r"\parallel": r"\|", r"\lbrace": r"\{", r"\rbrace": r"\}", r"\lbrack": "[", r"\rbrack": "]",
    r"\ast": "*", r"\colon": ":", r"\dag": r"\dagger", r"\ddag": r"\ddagger", r"\dots": r"\ldots",
    r"\dotsc": r"\ldots", r"\dotso": r"\ldots", r"\dotsb": r"\cdots", r"\dotsm": r"\cdots",
    r"\dotsi": r"\cdots", r"\mathellipsis": r"\ldots", r"\textellipsis": r"\ldots", r"\slash": "/",
    r"\bot": r"\perp", r"\smallsetminus": r"\setminus", r"\backslash": r"\setminus", r"\hslash": r"\hbar",
    r"\doublecap": r"\Cap", r"\doublecup": r"\Cup", r"\restriction": r"\upharpoonright",
    r"\triangle": r"\bigtriangleup", r"\vartriangle": r"\bigtriangleup", r"\leqslant": r"\leqslant",
    r"\thickapprox": r"\approx", r"\thicksim": r"\sim", r"\varpropto": r"\propto", r"\shortmid": "|",
    r"\nshortmid": r"\nmid", r"\smallfrown": r"\frown", r"\smallsmile": r"\smile", r"\Box": r"\square",
    r"\leadsto": r"\rightsquigarrow", r"\diamond": r"\diamond", r"\lozenge": r"\lozenge", r"\And": r"\&",
    r"\centerdot": r"\cdot", r"\cdotp": r"\cdot", r"\ldotp": ".", r"\bigcirc": r"\bigcirc",
    r"\lt": "<", r"\gt": ">", r"\doteqdot": r"\Doteq", r"\llless": r"\lll", r"\gggtr": r"\ggg",
    r"\unlhd": r"\trianglelefteq", r"\unrhd": r"\trianglerighteq", r"\lhd": r"\triangleleft",
    r"\rhd": r"\triangleright", r"\vartriangleleft": r"\triangleleft",
    r"\vartriangleright": r"\triangleright", r"\Diamond": r"\diamond", r"\Join": r"\bowtie",
    r"\intop": r"\int", r"\Doteq": r"\Doteq", r"\longmapsto": r"\longmapsto", r"\prime": r"\prime",
    r"\blacktriangle": r"\blacktriangle", r"\P": r"\P", r"\S": r"\S", r"\textbackslash": r"\setminus",
    r"\degree": r"\circ", r"\lparen": "(", r"\rparen": ")", r"\mathdollar": r"\$", r"\textdollar": r"\$",
    r"\mathsterling": r"\pounds", r"\infin": r"\infty", r"\isin": r"\in", r"\empty": r"\emptyset",
    r"\smallint": r"\int", r"\sp": "^", r"\sb": "_", r"\lbag": "[",
    r"\thinspace": " ", r"\ointop": r"\oint", r"\degreeCelsius": r"\circ",
    r"\longleftrightarrow": r"\longleftrightarrow", r"\gtrsim": r"\gtrsim",
    r"\vdotswithin": r"\vdots", r"\textbar": "|",
}  # fmt: skip

EXPANSIONS: dict[str, str] = {r"\R": r"\mathbb{R}", r"\Bbbk": r"\mathbb{k}", r"\AA": r"\mathring{\mathrm{A}}"}
"""Commands that stand for more than one token."""

STYLES: dict[str, str] = {
    r"\mathrm": r"\mathrm", r"\mathbf": r"\mathbf", r"\mathbb": r"\mathbb", r"\mathcal": r"\mathcal",
    r"\mathfrak": r"\mathfrak", r"\mathscr": r"\mathscr", r"\mathsf": r"\mathsf", r"\mathtt": r"\mathtt",
    r"\mathit": "", r"\mathnormal": "", r"\boldsymbol": r"\boldsymbol", r"\bm": r"\boldsymbol",
    r"\pmb": r"\boldsymbol", r"\Bbb": r"\mathbb", r"\bold": r"\mathbf", r"\frak": r"\mathfrak",
    r"\mathbfit": r"\boldsymbol", r"\mathds": r"\mathbb", r"\mathbbm": r"\mathbb", r"\mathup": r"\mathrm",
}  # fmt: skip
"""Font commands with an argument -> the canonical command ('' is the ordinary math italic)."""

SWITCHES: dict[str, str] = {
    r"\rm": r"\mathrm", r"\bf": r"\mathbf", r"\cal": r"\mathcal", r"\it": "", r"\sf": r"\mathsf",
    r"\tt": r"\mathtt", r"\mit": "", r"\frak": r"\mathfrak", r"\scr": r"\mathscr", r"\sl": "",
    r"\boldmath": r"\boldsymbol", r"\unboldmath": "", r"\bfseries": r"\mathbf", r"\rmfamily": r"\mathrm",
    r"\itshape": "", r"\normalfont": r"\mathrm", r"\upshape": r"\mathrm",
}  # fmt: skip
"""Old font switches that hold until the end of the group."""

TEXTS: dict[str, str] = {
    r"\text": r"\mathrm", r"\mbox": r"\mathrm", r"\textrm": r"\mathrm", r"\textup": r"\mathrm",
    r"\textnormal": r"\mathrm", r"\hbox": r"\mathrm", r"\textbf": r"\mathbf", r"\textsf": r"\mathsf",
    r"\texttt": r"\mathtt", r"\textit": "", r"\emph": "", r"\textsl": "", r"\intertext": r"\mathrm",
}  # fmt: skip
"""Text boxes -> the style of their letters. Word spaces count inside."""

ACCENTS: dict[str, str] = {
    name: name
    for name in (
        r"\hat \bar \vec \dot \ddot \dddot \tilde \check \breve \acute \grave \mathring \widehat \widetilde "
        r"\overline \underline \overbrace \underbrace \overrightarrow \overleftarrow \overleftrightarrow"
    ).split()
} | {
    r"\overarrow": r"\overrightarrow", r"\widebar": r"\overline", r"\underbar": r"\underline",
    r"\Bar": r"\bar", r"\Hat": r"\hat", r"\Tilde": r"\tilde", r"\Vec": r"\vec", r"\Dot": r"\dot",
    r"\Ddot": r"\ddot", r"\widecheck": r"\check", r"\Check": r"\check",
}  # fmt: skip
RULED_ACCENTS = frozenset({r"\overline", r"\underline"})
"""Accents drawn as a rule."""

OPERATOR_NAMES: frozenset[str] = frozenset(
    (
        "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf "
        "limsup ln log max min Pr sec sin sinh sup tan tanh"
    ).split()
)
OPERATOR_EXPANSIONS: dict[str, str] = {
    r"\liminf": "lim inf", r"\limsup": "lim sup", r"\injlim": "inj lim", r"\projlim": "proj lim",
    r"\bmod": "mod", r"\mod": "mod", r"\th": "th", r"\ch": "ch", r"\sh": "sh", r"\cth": "cth", r"\tg": "tg",
    r"\ctg": "ctg", r"\arctg": "arctg", r"\cosec": "cosec", r"\argmax": "arg max", r"\argmin": "arg min",
    r"\plim": "plim",
}  # fmt: skip
LIMIT_NAMES: frozenset[str] = frozenset("lim max min sup inf limsup liminf det gcd Pr argmax argmin".split())

LIMIT_OPERATORS: frozenset[str] = frozenset(
    (
        r"\sum \prod \coprod \bigcup \bigcap \bigoplus \bigotimes \bigodot \biguplus \bigsqcup \bigvee "
        r"\bigwedge"
    ).split()
)
"""Big operators that carry limits under and over in display style."""

INTEGRALS: frozenset[str] = frozenset(r"\int \iint \iiint \iiiint \oint \oiint \idotsint".split())

STRETCHED_ARROWS: dict[str, str] = {
    r"\xrightarrow": r"\rightarrow", r"\xleftarrow": r"\leftarrow", r"\xRightarrow": r"\Rightarrow",
    r"\xLeftarrow": r"\Leftarrow", r"\xleftrightarrow": r"\leftrightarrow", r"\xmapsto": r"\mapsto",
    r"\xhookrightarrow": r"\hookrightarrow", r"\xhookleftarrow": r"\hookleftarrow",
    r"\xtwoheadrightarrow": r"\twoheadrightarrow", r"\xlongequal": "=",
}  # fmt: skip
WRITABLE_STRETCHED: dict[str, str] = {
    r"\rightarrow": r"\xrightarrow", r"\leftarrow": r"\xleftarrow",
    r"\longrightarrow": r"\xrightarrow", r"\longleftarrow": r"\xleftarrow",
}  # fmt: skip

OPENING: frozenset[str] = frozenset(r"( [ \{ \langle \lfloor \lceil \lgroup \ulcorner".split())
CLOSING: frozenset[str] = frozenset(r") ] \} \rangle \rfloor \rceil \rgroup \urcorner".split())
UPRIGHT_ARROWS: frozenset[str] = frozenset(
    r"\uparrow \downarrow \updownarrow \Uparrow \Downarrow \Updownarrow".split()
)
TWO_SIDED: frozenset[str] = frozenset(r"| \| / \setminus".split()) | UPRIGHT_ARROWS
DELIMITERS: frozenset[str] = OPENING | CLOSING | TWO_SIDED
DELIMITER_SYNONYMS: dict[str, str] = {
    "<": r"\langle", ">": r"\rangle", r"\lt": r"\langle", r"\gt": r"\rangle",
}  # fmt: skip

BIG: dict[str, str] = {
    prefix + side: name
    for prefix, name in ((r"\big", "big"), (r"\Big", "Big"), (r"\bigg", "bigg"), (r"\Bigg", "Bigg"))
    for side in ("", "l", "r", "m")
}

MATRICES: dict[str, tuple[str, str]] = {
    "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": (r"\{", r"\}"),
    "vmatrix": ("|", "|"), "Vmatrix": (r"\|", r"\|"), "smallmatrix": ("", ""), "array": ("", ""),
    "tabular": ("", ""), "cases": (r"\{", ""), "dcases": (r"\{", ""), "rcases": ("", r"\}"),
    "drcases": ("", r"\}"), "aligned": ("", ""), "align": ("", ""), "split": ("", ""), "gathered": ("", ""),
    "gather": ("", ""), "alignedat": ("", ""), "alignat": ("", ""), "eqnarray": ("", ""),
    "equation": ("", ""), "multline": ("", ""), "subarray": ("", ""), "flalign": ("", ""),
    "displaymath": ("", ""), "math": ("", ""),
}  # fmt: skip
"""Environment -> the delimiters that it draws by itself."""

IGNORED: frozenset[str] = frozenset(
    (
        r"\, \: \; \! \> \displaystyle \textstyle \scriptstyle \scriptscriptstyle \limits \nolimits "
        r"\nonumber \notag \quad \qquad \enspace \enskip \thinspace \medspace \thickspace \negthinspace "
        r"\negmedspace \negthickspace \space \nobreakspace \tiny \small \footnotesize \scriptsize "
        r"\normalsize \large \Large \LARGE \huge \Huge \hfill \hfil \break \nobreak \allowbreak \relax "
        r"\noindent \centering \strut \mathstrut \null \protect \bgroup \egroup \mathpunct \smallskip "
        r"\medskip \bigskip \/ \- \@ \ignorespaces \par \displaylimits \null \unskip \newline"
    ).split()
)
IGNORED_WITH_ARGUMENT: frozenset[str] = frozenset(
    (r"\hspace \vspace \label \mspace \hskip \vskip \kern \mkern \mskip \color \setlength \hspace*").split()
)
TRANSPARENT: frozenset[str] = frozenset(
    (
        r"\mathrel \mathbin \mathord \mathopen \mathclose \mathpunct \mathinner \smash \ensuremath "
        r"\substack* \vcenter"
    ).split()
)
"""Commands whose argument is drawn as it is."""

NEGATED: dict[str, str] = {
    "=": r"\neq", r"\in": r"\notin", r"\equiv": r"\not\equiv", r"\subset": r"\not\subset", "<": r"\nless",
    ">": r"\ngtr", r"\leq": r"\nleq", r"\geq": r"\ngeq", r"\sim": r"\nsim", r"\cong": r"\ncong",
    r"\approx": r"\not\approx", r"\subseteq": r"\nsubseteq", r"\supseteq": r"\nsupseteq", "|": r"\nmid",
    r"\|": r"\nparallel", r"\exists": r"\nexists", r"\supset": r"\not\supset", r"\ni": r"\not\ni",
    r"\simeq": r"\not\simeq", r"\rightarrow": r"\nrightarrow", r"\leftarrow": r"\nleftarrow",
    r"\Rightarrow": r"\nRightarrow", r"\Leftrightarrow": r"\nLeftrightarrow", r"\models": r"\not\models",
    r"\vdash": r"\nvdash", r"\prec": r"\nprec", r"\succ": r"\nsucc", r"\perp": r"\not\perp",
    r"\Leftarrow": r"\nLeftarrow",
}  # fmt: skip
LETTERS = frozenset(string.ascii_letters)
DIGITS = frozenset(string.digits)
UPRIGHT_PUNCTUATION = frozenset(".,;:!?()[]/*+-=<>|'`@\"")

_GREEK_LOWER = (
    r"\alpha \beta \gamma \delta \epsilon \varepsilon \zeta \eta \theta \vartheta \iota \kappa \varkappa "
    r"\lambda \mu \nu \xi \pi \varpi \rho \varrho \sigma \varsigma \tau \upsilon \phi \varphi \chi \psi "
    r"\omega \digamma"
).split()
_GREEK_UPPER = r"\Gamma \Delta \Theta \Lambda \Xi \Pi \Sigma \Upsilon \Phi \Psi \Omega".split()
GREEK: frozenset[str] = frozenset(_GREEK_LOWER + _GREEK_UPPER)
GREEK_UPPER: frozenset[str] = frozenset(_GREEK_UPPER)

PLAIN: frozenset[str] = frozenset(
    (
        r"\aleph \beth \gimel \daleth \hbar \ell \wp \Re \Im \partial \nabla \infty \emptyset \varnothing "
        r"\imath \jmath \forall \exists \neg \top \perp \angle \measuredangle \sphericalangle \surd \flat "
        r"\natural \sharp \clubsuit \diamondsuit \heartsuit \spadesuit \square \blacksquare \bigstar "
        r"\lozenge \blacklozenge \eth \mho \Finv \Game \complement \checkmark \maltese \circledR \circledS "
        r"\prime \backprime \dagger \ddagger \S \P \pounds \$ \% \& \# \_ \copyright \nexists "
        r"\triangledown \blacktriangle \blacktriangledown \diagup \diagdown \yen \pm \mp \times \div \cdot "
        r"\circ \bullet \star \cap \cup \uplus \sqcap \sqcup \vee \wedge \setminus \wr \diamond "
        r"\bigtriangleup \bigtriangledown \triangleleft \triangleright \oplus \ominus \otimes \oslash "
        r"\odot \bigcirc \amalg \boxplus \boxminus \boxtimes \boxdot \Cap \Cup \ltimes \rtimes "
        r"\leftthreetimes \rightthreetimes \curlyvee \curlywedge \veebar \barwedge \doublebarwedge "
        r"\divideontimes \dotplus \circledast \circledcirc \circleddash \intercal \leq \geq \neq \equiv "
        r"\sim \simeq \approx \cong \propto \prec \succ \preceq \succeq \ll \gg \lll \ggg \asymp \doteq "
        r"\Doteq \subset \supset \subseteq \supseteq \sqsubset \sqsupset \sqsubseteq \sqsupseteq \in \ni "
        r"\notin \vdash \dashv \models \smile \frown \bowtie \leqslant \geqslant \eqslantless \eqslantgtr "
        r"\lesssim \gtrsim \lessapprox \gtrapprox \approxeq \lessdot \gtrdot \lessgtr \gtrless \lesseqgtr "
        r"\gtreqless \lesseqqgtr \gtreqqless \risingdotseq \fallingdotseq \eqcirc \circeq \triangleq "
        r"\backsim \backsimeq \subseteqq \supseteqq \Subset \Supset \preccurlyeq \succcurlyeq \curlyeqprec "
        r"\curlyeqsucc \precsim \succsim \precapprox \succapprox \trianglelefteq \trianglerighteq \vDash "
        r"\Vdash \Vvdash \between \pitchfork \therefore \because \leqq \geqq \bumpeq \Bumpeq "
        r"\blacktriangleleft \blacktriangleright \nless \ngtr \nleq \ngeq \nleqslant \ngeqslant \nleqq "
        r"\ngeqq \lneq \gneq \lneqq \gneqq \lvertneqq \gvertneqq \lnsim \gnsim \lnapprox \gnapprox \nprec "
        r"\nsucc \npreceq \nsucceq \precneqq \succneqq \precnsim \succnsim \precnapprox \succnapprox \nsim "
        r"\ncong \nmid \nparallel \nvdash \nvDash \nVdash \nVDash \ntriangleleft \ntriangleright "
        r"\ntrianglelefteq \ntrianglerighteq \nsubseteq \nsupseteq \nsubseteqq \nsupseteqq \subsetneq "
        r"\supsetneq \varsubsetneq \varsupsetneq \subsetneqq \supsetneqq \varsubsetneqq \varsupsetneqq "
        r"\leftarrow \rightarrow \Leftarrow \Rightarrow \leftrightarrow \Leftrightarrow \longleftarrow "
        r"\longrightarrow \Longleftarrow \Longrightarrow \longleftrightarrow \Longleftrightarrow \mapsto "
        r"\longmapsto \hookleftarrow \hookrightarrow \leftharpoonup \leftharpoondown \rightharpoonup "
        r"\rightharpoondown \rightleftharpoons \leftrightharpoons \uparrow \downarrow \updownarrow "
        r"\Uparrow \Downarrow \Updownarrow \nearrow \searrow \swarrow \nwarrow \rightsquigarrow "
        r"\leftrightsquigarrow \dashrightarrow \dashleftarrow \leftleftarrows \rightrightarrows "
        r"\leftrightarrows \rightleftarrows \Lleftarrow \Rrightarrow \twoheadleftarrow \twoheadrightarrow "
        r"\leftarrowtail \rightarrowtail \looparrowleft \looparrowright \curvearrowleft \curvearrowright "
        r"\circlearrowleft \circlearrowright \Lsh \Rsh \upuparrows \downdownarrows \upharpoonleft "
        r"\upharpoonright \downharpoonleft \downharpoonright \multimap \nleftarrow \nrightarrow "
        r"\nLeftarrow \nRightarrow \nleftrightarrow \nLeftrightarrow \not\equiv \not\subset \not\approx "
        r"\not\supset \not\ni \not\simeq \not\models \not\perp \ldots \cdots \vdots \ddots \langle \rangle "
        r"\lfloor \rfloor \lceil \rceil \{ \} \| \ulcorner \urcorner \llcorner \lrcorner \lgroup \rgroup"
    ).split()
)
PUNCTUATION: frozenset[str] = frozenset("()[]|/+-=<>*,.;:!?@`\"'")


def known_symbols() -> frozenset[str]:
    """Every token that may stand alone in a normal formula, without letter styles."""
    return PLAIN | GREEK | LETTERS | DIGITS | PUNCTUATION | LIMIT_OPERATORS | INTEGRALS
