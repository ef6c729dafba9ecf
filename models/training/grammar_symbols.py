"""Tables of the formula grammar: every symbol by its role, letters with frequencies, names, look-alikes.

A name stands here if pdfLaTeX with amsmath, amssymb and mathrsfs draws it and KaTeX knows it. Synonyms that
draw the same glyph are left out, synonyms that draw another one (``\\smallsetminus``) are kept.
"""

from __future__ import annotations

import random
import string
from bisect import bisect
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Weighted(Generic[T]):
    """Things with weights. ``pick`` draws one; the sums are made once, as drawing happens a million times."""

    def __init__(self, pairs: Iterable[tuple[T, float]]) -> None:
        self.items, weights = zip(*pairs, strict=True)
        self._sums = list(accumulate(weights))

    def pick(self, rng: random.Random) -> T:
        """One of the items, by weight."""
        return self.items[bisect(self._sums, rng.random() * self._sums[-1], 0, len(self.items) - 1)]


def frequencies(text: str, floor: float, every: Iterable[str] = ()) -> Weighted[str]:
    """``"x:9 y:5"`` as a table. Each name, also those only in ``every``, weighs ``floor`` more."""
    given = {name: float(weight) for name, weight in (entry.rsplit(":", 1) for entry in text.split())}
    return Weighted([(name, given.get(name, 0.0) + floor) for name in dict.fromkeys([*given, *every])])


GREEK_LOWER = (
    r"\alpha \beta \gamma \delta \epsilon \varepsilon \zeta \eta \theta \vartheta \iota \kappa \lambda "
    r"\mu \nu \xi \pi \varpi \rho \varrho \sigma \varsigma \tau \upsilon \phi \varphi \chi \psi \omega"
).split()
GREEK_UPPER = r"\Gamma \Delta \Theta \Lambda \Xi \Pi \Sigma \Upsilon \Phi \Psi \Omega".split()
RARE_GREEK = r"\varkappa \digamma".split()

ORDINARY = (
    r"\aleph \beth \gimel \daleth \hbar \hslash \ell \wp \Re \Im \partial \nabla \infty \emptyset "
    r"\varnothing \imath \jmath \forall \exists \nexists \neg \top \bot \angle \measuredangle "
    r"\sphericalangle \surd \flat \natural \sharp \clubsuit \diamondsuit \heartsuit \spadesuit \square "
    r"\blacksquare \bigstar \lozenge \blacklozenge \triangle \vartriangle \triangledown \blacktriangle "
    r"\blacktriangledown \eth \mho \Finv \Game \complement \Bbbk \checkmark \maltese \circledR "
    r"\circledS \prime \backprime \S \P \pounds \yen \$ \% \& \# \_ \copyright \diagup \diagdown "
    r"\backslash / | \| ! ?"
).split()
BINARY = (
    r"+ - \pm \mp \times \div \cdot * \circ \bullet \star \cap \cup \uplus \sqcap \sqcup \vee \wedge "
    r"\setminus \smallsetminus \wr \diamond \bigtriangleup \bigtriangledown \triangleleft "
    r"\triangleright \lhd \rhd \unlhd \unrhd \oplus \ominus \otimes \oslash \odot \bigcirc \amalg "
    r"\dagger \ddagger \boxplus \boxminus \boxtimes \boxdot \Cap \Cup \ltimes \rtimes \leftthreetimes "
    r"\rightthreetimes \curlyvee \curlywedge \veebar \barwedge \doublebarwedge \divideontimes \dotplus "
    r"\circledast \circledcirc \circleddash \centerdot \intercal"
).split()
RELATIONS = (
    r"= < > : \leq \geq \neq \equiv \sim \simeq \approx \cong \propto \varpropto \prec \succ \preceq "
    r"\succeq \ll \gg \lll \ggg \asymp \doteq \doteqdot \subset \supset \subseteq \supseteq \sqsubset "
    r"\sqsupset \sqsubseteq \sqsupseteq \in \ni \vdash \dashv \models \smile \frown \smallsmile "
    r"\smallfrown \bowtie \perp \parallel \mid \shortmid \shortparallel \leqslant \geqslant "
    r"\eqslantless \eqslantgtr \lesssim \gtrsim \lessapprox \gtrapprox \approxeq \thickapprox "
    r"\thicksim \eqsim \lessdot \gtrdot \lessgtr \gtrless \lesseqgtr \gtreqless \lesseqqgtr "
    r"\gtreqqless \risingdotseq \fallingdotseq \eqcirc \circeq \triangleq \backsim \backsimeq "
    r"\subseteqq \supseteqq \Subset \Supset \preccurlyeq \succcurlyeq \curlyeqprec \curlyeqsucc "
    r"\precsim \succsim \precapprox \succapprox \trianglelefteq \trianglerighteq \vDash \Vdash \Vvdash "
    r"\between \pitchfork \therefore \because \leqq \geqq \bumpeq \Bumpeq \blacktriangleleft "
    r"\blacktriangleright \backepsilon \multimap"
).split()
NEGATED = (
    r"\notin \nless \ngtr \nleq \ngeq \nleqslant \ngeqslant \nleqq \ngeqq \lneq \gneq \lneqq \gneqq "
    r"\lvertneqq \gvertneqq \lnsim \gnsim \lnapprox \gnapprox \nprec \nsucc \npreceq \nsucceq "
    r"\precneqq \succneqq \precnsim \succnsim \precnapprox \succnapprox \nsim \ncong \nmid \nshortmid "
    r"\nparallel \nshortparallel \nvdash \nvDash \nVdash \nVDash \ntriangleleft \ntriangleright "
    r"\ntrianglelefteq \ntrianglerighteq \nsubseteq \nsupseteq \nsubseteqq \nsupseteqq \subsetneq "
    r"\supsetneq \varsubsetneq \varsupsetneq \subsetneqq \supsetneqq \varsubsetneqq \varsupsetneqq "
    r"\not\equiv \not\subset \not\approx \not\supset \not\ni \not\simeq"
).split()
ARROWS = (
    r"\leftarrow \rightarrow \Leftarrow \Rightarrow \leftrightarrow \Leftrightarrow \longleftarrow "
    r"\longrightarrow \Longleftarrow \Longrightarrow \longleftrightarrow \Longleftrightarrow \mapsto "
    r"\longmapsto \hookleftarrow \hookrightarrow \leftharpoonup \leftharpoondown \rightharpoonup "
    r"\rightharpoondown \rightleftharpoons \leftrightharpoons \uparrow \downarrow \updownarrow "
    r"\Uparrow \Downarrow \Updownarrow \nearrow \searrow \swarrow \nwarrow \rightsquigarrow "
    r"\leftrightsquigarrow \dashrightarrow \dashleftarrow \leftleftarrows \rightrightarrows "
    r"\leftrightarrows \rightleftarrows \Lleftarrow \Rrightarrow \twoheadleftarrow \twoheadrightarrow "
    r"\leftarrowtail \rightarrowtail \looparrowleft \looparrowright \curvearrowleft \curvearrowright "
    r"\circlearrowleft \circlearrowright \Lsh \Rsh \upuparrows \downdownarrows \upharpoonleft "
    r"\upharpoonright \downharpoonleft \downharpoonright \nleftarrow \nrightarrow \nLeftarrow "
    r"\nRightarrow \nleftrightarrow \nLeftrightarrow"
).split()
BIG_OPERATORS = (
    r"\sum \prod \coprod \bigcup \bigcap \bigoplus \bigotimes \bigodot \biguplus \bigsqcup \bigvee "
    r"\bigwedge"
).split()
INTEGRALS = r"\int \iint \iiint \oint".split()
DOTS = r"\ldots \cdots \vdots \ddots".split()
PAIRS: tuple[tuple[str, str], ...] = (
    ("(", ")"), ("[", "]"), (r"\{", r"\}"), (r"\langle", r"\rangle"), (r"\lfloor", r"\rfloor"),
    (r"\lceil", r"\rceil"), ("|", "|"), (r"\|", r"\|"), (r"\lvert", r"\rvert"), (r"\lVert", r"\rVert"),
)  # fmt: skip
CORNERS: tuple[tuple[str, str], ...] = ((r"\ulcorner", r"\urcorner"), (r"\llcorner", r"\lrcorner"))
GROUPS: tuple[tuple[str, str], ...] = ((r"\lgroup", r"\rgroup"),)
"""Delimiters that exist only enlarged."""
VERTICAL = r"| \| / \backslash \uparrow \downarrow \updownarrow \Uparrow \Downarrow \Updownarrow".split()
"""Delimiters that are the same on both sides."""

ROLES: dict[str, list[str]] = {
    "ordinary": [*GREEK_LOWER, *GREEK_UPPER, *RARE_GREEK, *ORDINARY, *DOTS],
    "binary": BINARY,
    "relation": [*RELATIONS, *NEGATED, *ARROWS],
    "big": [*BIG_OPERATORS, *INTEGRALS],
    "open": [opening for opening, _ in (*PAIRS, *CORNERS, *GROUPS)],
}
"""How a symbol is used in a formula -> the symbols."""
EVERY_SYMBOL: tuple[tuple[str, str], ...] = tuple(
    (role, name) for role, names in ROLES.items() for name in names
)

OPERATOR_NAMES = (
    r"\arccos \arcsin \arctan \arg \cos \cosh \cot \coth \csc \deg \det \dim \exp \gcd \hom \inf \ker "
    r"\lg \lim \liminf \limsup \ln \log \max \min \Pr \sec \sin \sinh \sup \tan \tanh"
).split()
LIMIT_NAMES = r"\lim \max \min \sup \inf \limsup \liminf \gcd \det \Pr".split()
NAMED = (
    "Tr tr sgn diag rank Res Hom End Aut Ker Im Re supp span Var Cov erf Spec Gal Ext Tor ord vol id "
    "sech arcsinh softmax grad curl div card Li Ad ad dist rot coker conv diam lcm Proj Sym pr"
).split()
STARRED = "argmax argmin esssup colim Res Tr max ext".split()
WORDS = (
    "eff max min tot in out int ext cl eq th exp kin pot rad ren crit rms grav free phys loc bulk "
    "body reg inv tree loop WZ MS BRST YM QCD CS SU SO U GL SL f g R L T D N H A B Q"
).split()
CONDITIONS = ("if ", "for ", "when ", "where ", "for all ", "if and only if ", "as ", "whenever ", "unless ")
CONNECTIVES = ("and", "or", "where", "with", "for", "if", "so that", "such that", "on", "in", "iff", "then")
PHRASES = (
    "otherwise", "else", "even", "odd", "const.", "is prime", "on the boundary", "almost surely", "h.c.",
    "is continuous at", "is a subset of", "c.c.", "and so on", "terms", "not defined", "at infinity",
)  # fmt: skip

ACCENTS = r"\hat \bar \vec \dot \ddot \dddot \tilde \check \breve \acute \grave \mathring".split()
WIDE_ACCENTS = (
    r"\widehat \widetilde \overline \underline \overbrace \underbrace \overrightarrow \overleftarrow "
    r"\overleftrightarrow"
).split()
COMMON_ACCENTS = frequencies(
    r"\hat:6 \bar:7 \tilde:6 \dot:3 \vec:3 \ddot:1 \overline:2 \widetilde:1 \widehat:1", 0
)

STYLED: tuple[str, ...] = tuple(
    f"\\{style}{{{character}}}"
    for style, characters in {
        "mathbf": string.ascii_letters + string.digits, "mathrm": string.ascii_letters + string.digits,
        "mathsf": string.ascii_letters + string.digits, "mathtt": string.ascii_letters + string.digits,
        "boldsymbol": string.ascii_letters + string.digits, "mathfrak": string.ascii_letters,
        "mathbb": string.ascii_uppercase,
        "mathcal": string.ascii_uppercase, "mathscr": string.ascii_uppercase,
    }.items()
    for character in characters
) + tuple(f"\\boldsymbol{{{name}}}" for name in (*GREEK_LOWER, *GREEK_UPPER, r"\nabla", r"\ell"))  # fmt: skip
"""Every letter and digit in every style that has glyphs for it."""

LETTERS = frequencies(
    "x:9 n:6 i:5 k:5 a:5 t:5 y:5 j:3 m:4 b:4 p:4 q:3 r:4 s:3 d:4 f:4 g:4 z:4 e:4 u:3 v:2 c:3 h:2 l:2 w:2 "
    "A:3 B:3 C:2 D:2 E:2 F:3 G:2 H:3 I:1 J:1 K:1 L:2 M:2 N:3 P:2 Q:2 R:3 S:3 T:3 U:1 V:2 W:2 X:2 Y:1 Z:1",
    1.2, string.ascii_letters,
)  # fmt: skip
GREEK = frequencies(
    r"\alpha:5 \beta:4 \gamma:4 \delta:3 \epsilon:3 \theta:3 \lambda:5 \mu:6 \nu:5 \pi:5 \rho:4 \sigma:4 "
    r"\tau:3 "
    r"\phi:5 \varphi:2 \psi:4 \omega:3 \xi:2 \eta:2 \chi:2 \varepsilon:2 \kappa:2 "
    r"\Gamma:2 \Delta:3 \Lambda:2 \Phi:2 \Psi:2 \Omega:2 \Sigma:2 \Pi:1 \Theta:1",
    0.6, [*GREEK_LOWER, *GREEK_UPPER],
)  # fmt: skip
LATIN_INDICES = frequencies(
    "i:8 j:7 k:6 n:6 m:5 l:3 a:4 b:4 c:2 p:2 q:2 r:2 s:2 t:1 x:1 N:1 A:1 B:1", 0.3, string.ascii_letters
)
GREEK_INDICES = frequencies(
    r"\mu:9 \nu:8 \rho:5 \sigma:5 \alpha:6 \beta:5 \lambda:4 \gamma:2 \delta:2 \tau:1 \kappa:1",
    0.3,
    GREEK_LOWER,
)
COMMON_ORDINARY = frequencies(
    r"\infty:4 \hbar:3 \ell:4 \partial:3 \nabla:3 \emptyset:1 \Re:1 \Im:1 \wp:1 \aleph:1", 0
)
COMMON_RELATIONS = frequencies(
    r"=:40 \leq:3 \geq:3 <:3 >:3 \equiv:4 \sim:3 \simeq:2 \approx:3 \neq:3 \in:4 \subset:2 \subseteq:1 "
    r"\rightarrow:3 \to:2 \propto:1 \cong:1 \Rightarrow:1 \ll:1 \gg:1 \mapsto:1 \notin:1 "
    r"\Longleftrightarrow:1 \longrightarrow:1 :=:1",
    0,
)
COMMON_BINARY = frequencies(
    r"+:40 -:32 \cdot:4 \times:4 \pm:3 \mp:1 \otimes:2 \oplus:2 \wedge:2 \cup:1 \cap:1 \circ:1 "
    r"*:1 /:3 \vee:1 \div:.5",
    0,
)

CONFUSABLE: tuple[tuple[str, ...], ...] = (
    ("o", "0", "O", r"\circ", r"\sigma", r"\mathrm{o}", r"\bigcirc", "Q", r"\theta", r"\Theta"),
    ("1", "l", "I", "|", r"\mathrm{l}", r"\mathrm{I}", r"\ell", "i", "!", r"\mathbf{1}"),
    ("v", r"\nu", r"\upsilon", "V", r"\vee", "u", r"\mathbf{v}"),
    ("w", r"\omega", "W", r"\varpi", r"\mathrm{w}", r"\mho"),
    ("x", r"\times", r"\chi", "X", r"\mathrm{x}", r"\mathbf{x}", r"\mathcal{X}"),
    ("p", r"\rho", "P", r"\varrho", r"\wp", r"\mathrm{p}"),
    ("k", r"\kappa", "K", r"\varkappa", r"\mathrm{k}", r"\Bbbk"),
    ("c", "C", r"\mathrm{c}", r"\mathrm{C}", r"\subset", "(", r"\varsigma", r"\complement"),
    ("s", "S", "5", r"\mathrm{s}", r"\mathrm{S}", r"\S", "8", r"\mathcal{S}"),
    ("u", r"\mu", "U", r"\cup", r"\upsilon", r"\bigcup", r"\uplus", r"\mathrm{u}"),
    ("a", r"\alpha", r"\mathrm{a}", r"\propto", "d", r"\infty"),
    (r"\epsilon", r"\varepsilon", r"\in", "e", "E", r"\xi", r"\zeta", r"\mathcal{E}", r"\ni"),
    (r"\phi", r"\varphi", r"\emptyset", r"\varnothing", r"\Phi", r"\psi", r"\Psi", r"\oslash"),
    ("-", r"\bar{x}", r"\overline{x}", r"\frac{x}{y}", "=", r"\neg", r"\underline{x}", r"\sim"),
    (".", r"\cdot", ",", r"\bullet", ":", ";", r"\ldots", r"\cdots", r"\dot{x}", r"\centerdot"),
    ("x'", r"x^{\prime}", r"\acute{x}", "x''", "x^{1}", "x^{,}", r"\grave{x}", "f'''", r"x^{\backprime}"),
    *(
        (rf"\mathcal{{{c}}}", rf"\mathscr{{{c}}}", c, rf"\mathfrak{{{c}}}", rf"\mathbb{{{c}}}")
        for c in "ABDFGHILMPRST"
    ),
    ("V", "v", r"\vee", r"\nabla", "U", r"\bigvee", "Y", r"\mathrm{V}"),
    ("Z", "z", "2", r"\mathrm{z}", r"\mathbb{Z}", r"\zeta", "7"),
    ("9", "g", "q", "y", r"\mathrm{g}", "6", r"\gamma"),
    ("B", r"\beta", "8", r"\mathrm{B}", "b", "6", r"\mathbf{B}"),
    (r"\Lambda", r"\wedge", "A", r"\bigwedge", r"\lambda", r"\Delta", r"\triangle", r"\bigtriangleup"),
    (r"\Pi", r"\prod", r"\pi", "n", r"\cap", r"\eta", r"\sqcap", r"\amalg", r"\coprod"),
    (r"\Sigma", r"\sum", "E", r"\mathsf{E}", r"\xi", r"\Xi", r"\equiv", r"\mathcal{E}"),
    ("h", r"\hbar", "b", "n", r"\bar{h}", r"\hslash", r"\mathrm{h}"),
    ("t", "f", r"\dagger", "+", "r", r"\tau", r"\Gamma", r"\ddagger", "T"),
    ("<", r"\langle", r"\ll", r"\prec", r"\leq", "(", r"\leqslant", r"\subset", r"\lhd"),
    ("*", r"\star", r"\times", r"\bigstar", "x", r"\circledast", r"\bullet"),
    (r"\rightarrow", r"\longrightarrow", r"\mapsto", r"\Rightarrow", r"\rightharpoonup", r"\hookrightarrow"),
    (r"\sim", r"\simeq", r"\approx", r"\cong", "-", r"\backsim", r"\asymp", r"\approxeq", r"\wr"),
    ("D", r"\partial", "d", r"\delta", "6", r"\mathrm{d}", r"\Delta", r"\eth"),
    ("|", r"\|", r"\mid", "/", r"\backslash", r"\shortmid", "[", "]", r"\parallel"),
)
"""Groups of symbols that are taken for one another, to be set side by side."""
