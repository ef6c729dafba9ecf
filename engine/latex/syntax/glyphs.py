"""Symbols without arguments: which character a command stands for, and its class in TeX's sense.

The characters follow MathJax's tables and unicode-math where those differ from what TeX draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Class: TypeAlias = Literal[
    "var", "ord", "op", "int", "bin", "rel", "open", "close", "fence", "punct", "inner"
]
"""``var``: a letter; ``op``: takes limits; ``int``: has its scripts beside it; ``fence``: opens or closes."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, or a few that are one sign, and the class that gives its spacing."""

    text: str
    kind: Class
    italic: bool = False


# Each table: the command without its backslash, then its character.
_ITALIC = r"""
    alpha α beta β gamma γ delta δ epsilon ϵ zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ
    omicron ο pi π rho ρ sigma σ tau τ upsilon υ phi ϕ chi χ psi ψ omega ω varepsilon ε vartheta ϑ varpi ϖ
    varrho ϱ varsigma ς varphi φ hbar ℏ imath ı jmath ȷ ell ℓ partial ∂ digamma ϝ varkappa ϰ varGamma Γ
    varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varUpsilon Υ varPhi Φ varPsi Ψ varOmega Ω
    hslash ℏ
"""
_UPRIGHT_LETTERS = r"""
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω Alpha Α Beta Β
    Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ
"""
_ORDINARY = r"""
    S § aleph ℵ wp ℘ Re ℜ Im ℑ infty ∞ prime ′ emptyset ∅ nabla ∇ top ⊤ bot ⊥ angle ∠ triangle △ backslash
    \ forall ∀ exists ∃ neg ¬ lnot ¬ flat ♭ natural ♮ sharp ♯ clubsuit ♣ diamondsuit ♢ heartsuit ♡
    spadesuit ♠ beth ℶ gimel ℷ daleth ℸ backprime ‵ varnothing ∅ blacktriangle ▴ triangledown ▽
    blacktriangledown ▾ square □ Box □ blacksquare ■ lozenge ◊ Diamond ◊ blacklozenge ⧫ circledS Ⓢ bigstar
    ★ sphericalangle ∢ measuredangle ∡ nexists ∄ complement ∁ mho ℧ eth ð Finv Ⅎ diagup ╱ Game ⅁ diagdown
    ╲ yen ¥ circledR ® checkmark ✓ maltese ✠ surd √ vdots ⋮ degree ° textdegree ° celsius ℃ ohm Ω
    perthousand ‰ pounds £ mathsterling £ textsterling £ euro € texteuro € copyright © textcopyright ©
    registered ® P ¶ AA Å O Ø o ø L Ł l ł ss ß ae æ AE Æ oe œ OE Œ aa å i ı j ȷ dag † ddag ‡ infin ∞ empty
    ∅ Bbbk 𝕜 mathdollar $ textdollar $ # # $ $ % % & & _ _ And & textunderscore _ textbar | textless <
    textgreater > textbackslash \ slash / textasciitilde ~ textasciicircum ^ textbraceleft { textbraceright }
    textemdash — textendash – textellipsis … textquoteleft ‘ textquoteright ’ textquotedblleft “
    textquotedblright ” textregistered ® texttrademark ™ textbullet • textasteriskcentered ∗ lightning ↯
    smiley ☺ female ♀ male ♂ textperiodcentered · textmu µ textohm Ω textcelsius ℃ upalpha α upbeta β
    upgamma γ updelta δ upepsilon ϵ upzeta ζ upeta η uptheta θ upiota ι upkappa κ uplambda λ upmu μ upnu ν
    upxi ξ uppi π uprho ρ upsigma σ uptau τ upupsilon υ upphi ϕ upchi χ uppsi ψ upomega ω micro µ
"""
_LARGE = r"""
    coprod ∐ bigvee ⋁ bigwedge ⋀ biguplus ⨄ bigcap ⋂ bigcup ⋃ prod ∏ sum ∑ bigotimes ⨂ bigoplus ⨁ bigodot
    ⨀ bigsqcup ⨆ bigtimes ⨉
"""
_INTEGRALS = r"""
    int ∫ iint ∬ iiint ∭ oint ∮ smallint ∫ iiiint ⨌ intop ∫ ointop ∮ oiint ∯ oiiint ∰ varointclockwise ∲
    ointctrclockwise ∳ ointclockwise ∲ fint ⨏ sqint ⨖
"""
_BINARY = r"""
    triangleleft ◃ triangleright ▹ bigtriangleup △ bigtriangledown ▽ wedge ∧ land ∧ vee ∨ lor ∨ cap ∩ cup
    ∪ ddagger ‡ dagger † sqcap ⊓ sqcup ⊔ uplus ⊎ amalg ⨿ diamond ⋄ bullet ∙ wr ≀ div ÷ divsymbol ÷ odot ⊙
    oslash ⊘ otimes ⊗ ominus ⊖ oplus ⊕ mp ∓ pm ± circ ∘ bigcirc ◯ setminus ∖ cdot ⋅ ast ∗ times × star ⋆
    dotplus ∔ ltimes ⋉ smallsetminus ∖ rtimes ⋊ Cap ⋒ doublecap ⋒ leftthreetimes ⋋ Cup ⋓ doublecup ⋓
    rightthreetimes ⋌ barwedge ⊼ curlywedge ⋏ veebar ⊻ curlyvee ⋎ doublebarwedge ⩞ boxminus ⊟ circleddash
    ⊝ boxtimes ⊠ circledast ⊛ boxdot ⊡ circledcirc ⊚ boxplus ⊞ centerdot ⋅ divideontimes ⋇ intercal ⊺
    blacktriangleleft ◂ blacktriangleright ▸ vartriangle △ obar ⌽ oast ⊛ boxast ⧆
"""
_RELATIONS = r"""
    propto ∝ sqsubseteq ⊑ sqsupseteq ⊒ parallel ∥ mid ∣ dashv ⊣ vdash ⊢ leq ≤ le ≤ geq ≥ ge ≥ lt < gt >
    succ ≻ prec ≺ approx ≈ succeq ⪰ preceq ⪯ supset ⊃ subset ⊂ supseteq ⊇ subseteq ⊆ in ∈ ni ∋ notin ∉
    owns ∋ gg ≫ ll ≪ sim ∼ simeq ≃ perp ⊥ equiv ≡ asymp ≍ smile ⌣ frown ⌢ ne ≠ neq ≠ cong ≅ doteq ≐ bowtie
    ⋈ models ⊨ Leftrightarrow ⇔ Leftarrow ⇐ Rightarrow ⇒ leftrightarrow ↔ leftarrow ← gets ← rightarrow →
    to → mapsto ↦ leftharpoonup ↼ leftharpoondown ↽ rightharpoonup ⇀ rightharpoondown ⇁ nearrow ↗ searrow
    ↘ nwarrow ↖ swarrow ↙ rightleftharpoons ⇌ hookrightarrow ↪ hookleftarrow ↩ longleftarrow ⟵
    Longleftarrow ⟸ longrightarrow ⟶ Longrightarrow ⟹ Longleftrightarrow ⟺ longleftrightarrow ⟷ longmapsto
    ⟼ leqq ≦ geqq ≧ leqslant ⩽ geqslant ⩾ eqslantless ⪕ eqslantgtr ⪖ lesssim ≲ gtrsim ≳ lessapprox ⪅
    gtrapprox ⪆ approxeq ≊ lessdot ⋖ gtrdot ⋗ lll ⋘ llless ⋘ ggg ⋙ gggtr ⋙ lessgtr ≶ gtrless ≷ lesseqgtr ⋚
    gtreqless ⋛ lesseqqgtr ⪋ gtreqqless ⪌ doteqdot ≑ Doteq ≑ eqcirc ≖ risingdotseq ≓ circeq ≗
    fallingdotseq ≒ triangleq ≜ backsim ∽ thicksim ∼ backsimeq ⋍ thickapprox ≈ subseteqq ⫅ supseteqq ⫆
    Subset ⋐ Supset ⋑ sqsubset ⊏ sqsupset ⊐ preccurlyeq ≼ succcurlyeq ≽ curlyeqprec ⋞ curlyeqsucc ⋟
    precsim ≾ succsim ≿ precapprox ⪷ succapprox ⪸ vartriangleleft ⊲ lhd ⊲ vartriangleright ⊳ rhd ⊳
    trianglelefteq ⊴ unlhd ⊴ trianglerighteq ⊵ unrhd ⊵ vDash ⊨ Vdash ⊩ Vvdash ⊪ smallsmile ⌣ shortmid ∣
    smallfrown ⌢ shortparallel ∥ bumpeq ≏ between ≬ Bumpeq ≎ pitchfork ⋔ varpropto ∝ backepsilon ∍
    therefore ∴ because ∵ eqsim ≂ Join ⋈ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nleqslant ⩽̸ ngeqslant ⩾̸ nleqq ≦̸
    ngeqq ≧̸ lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩ lvertneqq ≨ gvertneqq ≩ lnsim ⋦ gnsim ⋧ lnapprox ⪉ gnapprox ⪊
    nprec ⊀ nsucc ⊁ npreceq ⪯̸ nsucceq ⪰̸ precneqq ⪵ succneqq ⪶ precnsim ⋨ succnsim ⋩ precnapprox ⪹
    succnapprox ⪺ nsim ≁ ncong ≇ nshortmid ∤ nshortparallel ∦ nmid ∤ nparallel ∦ nvdash ⊬ nvDash ⊭ nVdash
    ⊮ nVDash ⊯ ntriangleleft ⋪ ntriangleright ⋫ ntrianglelefteq ⋬ ntrianglerighteq ⋭ nsubseteq ⊈ nsupseteq
    ⊉ nsubseteqq ⫅̸ nsupseteqq ⫆̸ subsetneq ⊊ supsetneq ⊋ varsubsetneq ⊊ varsupsetneq ⊋ subsetneqq ⫋
    supsetneqq ⫌ varsubsetneqq ⫋ varsupsetneqq ⫌ leftleftarrows ⇇ rightrightarrows ⇉ leftrightarrows ⇆
    rightleftarrows ⇄ Lleftarrow ⇚ Rrightarrow ⇛ twoheadleftarrow ↞ twoheadrightarrow ↠ leftarrowtail ↢
    rightarrowtail ↣ looparrowleft ↫ looparrowright ↬ leftrightharpoons ⇋ curvearrowleft ↶ curvearrowright
    ↷ circlearrowleft ↺ circlearrowright ↻ Lsh ↰ Rsh ↱ upuparrows ⇈ downdownarrows ⇊ upharpoonleft ↿
    upharpoonright ↾ downharpoonleft ⇃ restriction ↾ multimap ⊸ downharpoonright ⇂ leftrightsquigarrow ↭
    rightsquigarrow ⇝ leadsto ⇝ dashrightarrow ⇢ dashleftarrow ⇠ nleftarrow ↚ nrightarrow ↛ nLeftarrow ⇍
    nRightarrow ⇏ nleftrightarrow ↮ nLeftrightarrow ⇎ coloneqq ≔ eqqcolon ≕ coloneq ≔ eqcolon ≕ Coloneqq ⩴
    dblcolon ∷ vcentcolon : ordinarycolon : isin ∈ nuparrow ⤉ nequiv ≢ iff ⟺ implies ⟹ impliedby ⟸ sub ⊂
    sube ⊆ supe ⊇ harr ↔ rarr → larr ← rArr ⇒ hArr ⇔ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑
    Downarrow ⇓ Updownarrow ⇕ shortuparrow ↑ nsubset ⊄ nsupset ⊅
"""
_OPENING = r"""
    langle ⟨ lfloor ⌊ lceil ⌈ lgroup ⟮ lmoustache ⎰ lvert | lVert ‖ lbrace { { { lbrack [ lparen (
    ulcorner ⌜ llcorner ⌞ llbracket ⟦ lBrack ⟦ lang ⟨
"""
_CLOSING = r"""
    rangle ⟩ rfloor ⌋ rceil ⌉ rgroup ⟯ rmoustache ⎱ rvert | rVert ‖ rbrace } } } rbrack ] rparen )
    urcorner ⌝ lrcorner ⌟ rrbracket ⟧ rBrack ⟧ rang ⟩
"""
_FENCES = r"""
    vert | Vert ‖ | ‖ arrowvert ⏐ Arrowvert ‖ bracevert ⎪
"""
_PUNCTUATION = r"""
    ldotp . cdotp ⋅ colon :
"""
_INNER = r"""
    ldots … cdots ⋯ ddots ⋱ dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ dotso … dots … mathellipsis … iddots ⋰ adots ⋰
"""
_CHARACTERS: dict[Class, str] = {
    "bin": "+-*−±×÷·∓",
    "rel": "=<>:≤≥≠≈≡∈→←⇒⇔∼",
    "open": "([",
    "close": ")]!?",
    "punct": ",;",
    "fence": "|",
    "op": "∑∏",
    "int": "∫",
}


def _commands() -> dict[str, Glyph]:
    tables: tuple[tuple[str, Class, bool], ...] = (
        (_ITALIC, "var", True), (_UPRIGHT_LETTERS, "var", False), (_ORDINARY, "ord", False),
        (_LARGE, "op", False), (_INTEGRALS, "int", False), (_BINARY, "bin", False),
        (_RELATIONS, "rel", False), (_OPENING, "open", False), (_CLOSING, "close", False),
        (_FENCES, "fence", False), (_PUNCTUATION, "punct", False), (_INNER, "inner", False),
    )  # fmt: skip
    found: dict[str, Glyph] = {}
    for table, kind, italic in tables:
        words = table.split()
        for name, text in zip(words[::2], words[1::2], strict=True):
            found["\\" + name] = Glyph(text, kind, italic)
    return found


GLYPHS: dict[str, Glyph] = _commands()
"""Every symbol command, with its backslash."""

_BY_CHARACTER: dict[str, Class] = {char: kind for kind, chars in _CHARACTERS.items() for char in chars}
_DRAWN_AS = {"-": "−", "*": "∗", "'": "′", "`": "‘"}


def glyph(name: str) -> Glyph | None:
    """The sign that a symbol's name stands for, None for a command that is no symbol."""
    if name[0] == "\\":
        return GLYPHS.get(name)
    if name.isalpha():
        return Glyph(name, "var", name.isascii() or "α" <= name <= "ω" or name in "ϑϕϖϱϵ")
    return Glyph(_DRAWN_AS.get(name, name), _BY_CHARACTER.get(name, "ord"))
