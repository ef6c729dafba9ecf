"""Formulas that are expressions, as expressions: what computer algebra needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn, TypeAlias

from scipix.engine.latex.presentation.nodes import (
    Accent,
    Fence,
    Fraction,
    Gap,
    Ident,
    Inner,
    Limits,
    Named,
    Node,
    Number,
    Oper,
    Radical,
    Row,
    Script,
    Styled,
    Table,
)
from scipix.engine.latex.targets.target import ConversionError


@dataclass(frozen=True, slots=True)
class Value:
    """A number as written, or a constant: ``pi``, ``e``, ``i``, ``infinity``."""

    text: str
    constant: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A variable: a letter or word, with what marks it (``hat``) and its index."""

    text: str
    index: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A known operation or function by its English name; ``free``: a function that the formula names."""

    name: str
    arguments: tuple[Expression, ...]
    free: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of entries."""

    rows: tuple[tuple[Expression, ...], ...]


Expression: TypeAlias = Value | Name | Call | Matrix
_FUNCTIONS = frozenset(
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth exp ln log max min gcd det arg".split()
)
_RELATIONS = {"=": "eq", "≠": "ne", "<": "lt", ">": "gt", "≤": "le", "≥": "ge", "⩽": "le", "⩾": "ge"}
_FREE = frozenset("fghFGH")
_FACTORS = frozenset({"⋅", "×", "∗", "∙"})
_MARKS = frozenset("hat bar vec dot ddot tilde".split())
_FENCES = {("|", "|"): "abs", ("⌊", "⌋"): "floor", ("⌈", "⌉"): "ceiling"}
_BRACKETS = {"(": ")", "[": "]"}
_BEGINS_FACTOR = frozenset("([|∑∏∫∞∂")


def expression(row: Row) -> Expression:
    """The expression that a formula is.

    Raises:
        ConversionError: it is none, or one with a construct that has no single meaning.
    """
    nodes = _flat(row)
    while nodes and isinstance(last := nodes[-1], Oper) and last.text in (".", ","):
        nodes.pop()
    value = _Parser(nodes).relation()
    both = _names(value, False) & _names(value, True)
    if both:
        _no(f"{min(both)}, which is a variable here and a function there")
    return value


def _names(value: Expression, functions: bool) -> set[str]:
    """The variables, or the functions that the formula names."""
    match value:
        case Name():
            return set() if functions else {value.text + ("_" + value.index if value.index else "")}
        case Call():
            own = {value.name} if value.free and functions else set()
            return own.union(*(_names(argument, functions) for argument in value.arguments))
        case Matrix():
            return set().union(*(_names(entry, functions) for row in value.rows for entry in row))
        case _:
            return set()


def _flat(row: Row) -> list[Node]:
    """The nodes that mean something: no spaces, styles taken off."""
    out: list[Node] = []
    for node in row:
        if isinstance(node, Styled) or (isinstance(node, Inner) and len(node.body) == 1):
            out.extend(_flat(node.body))
        elif not isinstance(node, Gap):
            out.append(node)
    return out


def _no(construct: str, node: Node | None = None) -> NoReturn:
    raise ConversionError(construct, node, "Only expressions with one meaning can be computed with.")


class _Parser:
    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = list(nodes)
        self._at = 0

    def _peek(self) -> Node | None:
        return self._nodes[self._at] if self._at < len(self._nodes) else None

    def _sign(self) -> str:
        node = self._peek()
        return node.text if isinstance(node, Oper) else ""

    def _take(self) -> Node:
        node = self._peek()
        if node is None:
            _no("a formula that ends where a value is expected", self._nodes[-1] if self._nodes else None)
        self._at += 1
        return node

    # -- relations, sums, products ----------------------------------------------------------------
    def relation(self) -> Expression:
        left = self.sum()
        if self._sign() in _RELATIONS:
            name = _RELATIONS[self._sign()]
            self._take()
            left = Call(name, (left, self.sum()))
        self.finish()
        return left

    def finish(self) -> None:
        """Nothing may be left over."""
        if node := self._peek():
            _no("a relation here" if self._sign() in _RELATIONS else "this sign", node)

    def sum(self) -> Expression:
        terms = [self._term()]
        while self._sign() in ("+", "−") and self._sign():
            negative = self._sign() == "−"
            self._take()
            term = self._product()
            terms.append(Call("negative", (term,)) if negative else term)
        return terms[0] if len(terms) == 1 else Call("sum", tuple(terms))

    def _term(self) -> Expression:
        if self._sign() in ("+", "−"):
            negative = self._sign() == "−"
            self._take()
            inner = self._product()
            return Call("negative", (inner,)) if negative else inner
        return self._product()

    def _product(self) -> Expression:
        factors = [self._factor()]
        while self._peek() is not None:
            sign = self._sign()
            if sign in _FACTORS:
                self._take()
                factors.append(self._factor())
            elif sign in ("/", "÷"):
                self._take()
                factors[-1] = Call("quotient", (factors[-1], self._factor()))
            elif (sign and sign not in _BEGINS_FACTOR) or (sign == "|" and not self._opens_bar()):
                break
            else:
                factors.append(self._factor())
        return factors[0] if len(factors) == 1 else Call("product", tuple(factors))

    def _opens_bar(self) -> bool:
        return sum(isinstance(node, Oper) and node.text == "|" for node in self._nodes[self._at :]) % 2 == 0

    # -- factors ----------------------------------------------------------------------------------
    def _factor(self) -> Expression:
        value = self._atom()
        while self._sign() == "!":
            self._take()
            value = Call("factorial", (value,))
        return value

    def _atom(self) -> Expression:  # noqa: C901 - one case a node type
        node = self._take()
        match node:
            case Number():
                return Value(node.text)
            case Ident():
                return self._name(node)
            case Named():
                return self._function(node, None, None)
            case Oper():
                return self._operator(node)
            case Inner():
                return _inside(node.body)
            case Fraction():
                return self._fraction(node)
            case Radical():
                degree = (_inside(node.degree),) if node.degree else ()
                return Call("root", (_inside(node.body), *degree))
            case Script():
                return self._script(node)
            case Limits():
                return self._limits(node)
            case Fence():
                return _fence(node)
            case Table():
                return _matrix(node)
            case Accent() if node.name in _MARKS and len(node.body) == 1 and isinstance(node.body[0], Ident):
                return Name(node.body[0].text + node.name)
            case _:
                _no("this construct", node)

    def _name(self, node: Ident) -> Expression:
        constant = _constant(node)
        if constant:
            return constant
        if node.font not in ("italic", "normal", "bold", "bold-italic"):
            _no(f"a letter in a {node.font} font", node)
        if self._is_applied(node.text in _FREE):
            return Call(node.text, self._applied(), free=True)
        return Name(node.text)

    def _is_applied(self, function: bool) -> bool:
        """Whether brackets follow that hold arguments: f's or g's, one letter, or several with commas."""
        node = self._peek()
        if isinstance(node, Fence) and node.opening == "(":
            body = list(node.body)
        elif self._sign() == "(":
            texts = [sign.text if isinstance(sign, Oper) else "" for sign in self._nodes[self._at :]]
            body = self._nodes[self._at + 1 : self._at + texts.index(")")] if ")" in texts else []
        else:
            return False
        letter = len(body) == 1 and isinstance(body[0], Ident)
        return function or letter or any(isinstance(part, Oper) and part.text == "," for part in body)

    def _operator(self, node: Oper) -> Expression:
        if node.text == "∞":
            return Value("infinity", True)
        if node.text in _BRACKETS:
            body = self._bracketed(node)
            return _inside(tuple(body))
        if node.text == "|":
            return Call("abs", (_inside(tuple(self._until_bar(node))),))
        if node.text == "∫":
            return self._integral(node, None, None)
        return _no(f"the sign {node.text}", node)

    def _bracketed(self, opening: Oper) -> list[Node]:
        """What stands between an opening bracket, already taken, and its partner, which may have a power."""
        depth, start = 1, self._at
        while (node := self._peek()) is not None:
            self._at += 1
            base = node.base[0] if isinstance(node, Script) and len(node.base) == 1 else node
            if isinstance(base, Oper):
                depth += (base.text == opening.text) - (base.text == _BRACKETS[opening.text])
            if depth == 0:
                body = self._nodes[start : self._at - 1]
                return body if node is base else [self._powered(body, node, opening)]
        _no("a bracket without partner", opening)

    def _powered(self, body: list[Node], closing: Node, opening: Oper) -> Node:
        """``(a + b)^2``, where the power hangs on the bracket."""
        assert isinstance(closing, Script)
        if closing.sub is not None:
            _no("an index on a bracket", closing)
        return Script((Inner(tuple(body), start=opening.start, end=closing.end),), None, closing.sup)

    def _until_bar(self, opening: Oper) -> list[Node]:
        start = self._at
        while (node := self._peek()) is not None:
            self._at += 1
            if isinstance(node, Oper) and node.text == "|":
                return self._nodes[start : self._at - 1]
        _no("a bar without partner", opening)

    def _arguments(self) -> tuple[Expression, ...]:
        opening = self._take()
        assert isinstance(opening, Oper)
        body = self._bracketed(opening)
        return _listed(tuple(body))

    # -- functions --------------------------------------------------------------------------------
    def _function(self, node: Named, sub: Row | None, sup: Row | None) -> Expression:
        if node.text not in _FUNCTIONS:
            _no(f"the function {node.text}", node)
        arguments = self._applied()
        if sub is not None:
            if node.text != "log":
                _no("an index on a function", node)
            arguments = (*arguments, _inside(sub))
        inverse = sup is not None and _inside(sup) == Call("negative", (Value("1"),))
        if inverse:
            return Call("arc" + node.text, arguments)
        call = Call(node.text, arguments)
        return call if sup is None else Call("power", (call, _inside(sup)))

    def _applied(self) -> tuple[Expression, ...]:
        """The argument of a function: what is in brackets, or the factors up to the next sign or function."""
        if self._sign() == "(":
            return self._arguments()
        if isinstance(fence := self._peek(), Fence) and fence.opening == "(":
            self._take()
            return _listed(fence.body)
        factors = [self._factor()]
        while isinstance(node := self._peek(), Number | Ident | Script | Fraction | Radical):
            base = node.base[0] if isinstance(node, Script) and len(node.base) == 1 else node
            if isinstance(base, Named | Oper):
                break
            factors.append(self._factor())
        return (factors[0] if len(factors) == 1 else Call("product", tuple(factors)),)

    def _script(self, node: Script) -> Expression:
        base = node.base[0] if len(node.base) == 1 else None
        if node.presub is not None or node.presup is not None or base is None:
            _no("scripts like these", node)
        if isinstance(base, Named):
            return self._function(base, node.sub, node.sup)
        if isinstance(base, Oper) and base.kind == "int":
            return self._integral(base, node.sub, node.sup)
        if isinstance(base, Oper):
            _no(f"scripts on {base.text}", node)
        value = _indexed(base, node.sub) if node.sub is not None else _Parser([base])._factor()
        if node.sup is None:
            if isinstance(value, Name) and self._is_applied(value.text in _FREE):
                index = "_" + value.index if value.index else ""
                return Call(value.text + index, self._applied(), free=True)
            return value
        if any(isinstance(part, Oper) and part.text.strip("′∗†") == "" for part in node.sup):
            _no("a prime or star", node)
        if isinstance(base, Ident) and base.text == "e":
            value = Value("e", True)
        return Call("power", (value, _inside(node.sup)))

    # -- large operators --------------------------------------------------------------------------
    def _limits(self, node: Limits) -> Expression:
        base = node.base[0] if len(node.base) == 1 else None
        if isinstance(base, Named) and base.text == "lim" and node.under is not None:
            variable, to = _split(node.under, ("→", "⟶"), node)
            return Call("limit", (self._product(), variable, to))
        if isinstance(base, Named) and node.over is None and node.under is None:
            return self._function(base, None, None)
        if isinstance(base, Oper) and base.text in "∑∏" and node.under is not None and node.over is not None:
            variable, low = _split(node.under, ("=",), node)
            name = "total" if base.text == "∑" else "multiply"
            return Call(name, (self._product(), variable, low, _inside(node.over)))
        return _no("limits like these", node)

    def _integral(self, sign: Oper, sub: Row | None, sup: Row | None) -> Expression:
        if sign.text != "∫":
            _no(f"the sign {sign.text}", sign)
        start, depth = self._at, 1
        while self._at < len(self._nodes) - 1:
            node, after = self._nodes[self._at], self._nodes[self._at + 1]
            depth += _is_integral(node)
            if isinstance(node, Ident) and node.text == "d" and isinstance(after, Ident | Script):
                depth -= 1
                if depth == 0:
                    body = self._nodes[start : self._at] or [Number("1")]
                    self._at += 2
                    variable = _Parser([after])._factor()
                    bounds = tuple(_inside(row) for row in (sub, sup) if row is not None)
                    return Call("integral", (_inside(tuple(body)), variable, *bounds))
            self._at += 1
        return _no("an integral without its dx", sign)

    def _fraction(self, node: Fraction) -> Expression:
        above, below = _flat(node.above), _flat(node.below)
        first = above[0].base[0] if above and isinstance(above[0], Script) and above[0].base else None
        head = first or (above[0] if above else None)
        if _is_d(head) and len(below) == 2 and _is_d(below[0]):
            return self._derivative(node, above, below)
        if node.thickness == "0":
            _no("a fraction without a line", node)
        return Call("quotient", (_inside(node.above), _inside(node.below)))

    def _derivative(self, node: Fraction, above: list[Node], below: list[Node]) -> Expression:
        order: tuple[Expression, ...] = ()
        target = below[1]
        if isinstance(above[0], Script):
            if above[0].sup is None or not isinstance(target, Script) or target.sup != above[0].sup:
                _no("a derivative like this", node)
            order = (_inside(above[0].sup),)
            target = target.base[0]
        elif isinstance(target, Script) and target.sup is not None:
            _no("a derivative like this", node)
        body = _inside(tuple(above[1:])) if above[1:] else self._product()
        return Call("derivative", (body, _Parser([target])._factor(), *order))


def _is_integral(node: Node) -> bool:
    base = node.base[0] if isinstance(node, Script | Limits) and len(node.base) == 1 else node
    return isinstance(base, Oper) and base.text == "∫"


def _is_d(node: Node | None) -> bool:
    return (isinstance(node, Ident) and node.text in ("d", "∂")) or (
        isinstance(node, Oper) and node.text == "∂"
    )


def _constant(node: Ident) -> Value | None:
    if node.text == "π":
        return Value("pi", True)
    return Value(node.text, True) if node.font == "normal" and node.text in ("e", "i") else None


def _inside(row: Row) -> Expression:
    nodes = _flat(row)
    if not nodes:
        _no("an empty place", row[0] if row else None)
    parser = _Parser(nodes)
    value = parser.sum()
    parser.finish()
    return value


def _listed(row: Row) -> tuple[Expression, ...]:
    """Arguments with commas between them."""
    parts: list[list[Node]] = [[]]
    for node in row:
        if isinstance(node, Oper) and node.text == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return tuple(_inside(tuple(part)) for part in parts)


def _split(row: Row, signs: tuple[str, ...], node: Node) -> tuple[Expression, Expression]:
    """``i = 1`` or ``x → 0`` under an operator."""
    for index, part in enumerate(row):
        if isinstance(part, Oper) and part.text in signs:
            return _inside(row[:index]), _inside(row[index + 1 :])
    _no("what stands under this operator", node)


def _indexed(base: Node, sub: Row) -> Expression:
    name = _Parser([base])._factor()
    texts = [part.text for part in _flat(sub) if isinstance(part, Ident | Number)]
    if not isinstance(name, Name) or name.index or len(texts) != len(_flat(sub)) or not texts:
        _no("this index", base)
    return Name(name.text, "".join(texts))


def _fence(node: Fence) -> Expression:
    pair = (node.opening, node.closing)
    inside = node.body[0] if len(node.body) == 1 else None
    if isinstance(inside, Fraction) and inside.thickness == "0" and pair == ("(", ")"):
        return Call("binomial", (_inside(inside.above), _inside(inside.below)))
    if isinstance(inside, Table) and inside.kind in ("matrix", "array", "small"):
        if pair == ("|", "|"):
            return Call("det", (_matrix(inside),))
        if pair in (("(", ")"), ("[", "]")):
            return _matrix(inside)
    if pair in _FENCES:
        return Call(_FENCES[pair], (_inside(node.body),))
    if pair in (("(", ")"), ("[", "]"), ("{", "}")):
        return _inside(node.body)
    return _no(f"the brackets {node.opening}{node.closing}", node)


def _matrix(node: Table) -> Expression:
    if node.kind not in ("matrix", "array", "small") or node.vertical or node.horizontal:
        _no(f"rows like these ({node.kind})", node)
    return Matrix(tuple(tuple(_inside(cell) for cell in line) for line in node.lines))
