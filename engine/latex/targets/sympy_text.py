"""SymPy: Python that defines the symbols and builds the expression."""

from __future__ import annotations

import keyword
import re

from scipix.engine.latex.targets.expression import Call, Expression, Matrix, Name, Value, expression
from scipix.engine.latex.targets.target import ConversionError, Formula, Target

_CONSTANTS = {"pi": "pi", "e": "E", "i": "I", "infinity": "oo"}
_GREEK = dict(
    zip("αβγδεϵζηθϑικλμνξρστυφϕχψωΓΔΘΛΞΠΣΦΨΩℏℓ", (
        "alpha beta gamma delta epsilon epsilon zeta eta theta vartheta iota kappa lambda mu nu xi rho "
        "sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi "
        "Omega hbar ell"
    ).split(), strict=True)
)  # fmt: skip
_FUNCTIONS = {
    "arcsin": "asin", "arccos": "acos", "arctan": "atan", "ln": "log", "max": "Max", "min": "Min",
    "abs": "Abs", "arcsinh": "asinh", "arccosh": "acosh", "arctanh": "atanh", "arccot": "acot",
    "eq": "Eq", "ne": "Ne", "lt": "Lt", "gt": "Gt", "le": "Le", "ge": "Ge", "det": "Determinant",
}  # fmt: skip
_SAME = frozenset(
    "sin cos tan cot sec csc sinh cosh tanh coth exp log gcd arg floor ceiling factorial binomial".split()
)
_RANGED = {"integral": "Integral", "total": "Sum", "multiply": "Product"}
_TAKEN = frozenset(
    (
        "S N E I O Q C pi oo zeta gamma beta Symbol symbols Function Matrix Eq Sum Product Integral "
        "Derivative expression"
    ).split()
)


class _Writer:
    def __init__(self) -> None:
        self.symbols: dict[str, str] = {}
        self.functions: dict[str, str] = {}

    def text(self, value: Expression) -> str:
        match value:
            case Value():
                return _CONSTANTS[value.text] if value.constant else _number(value.text)
            case Name():
                return self._variable(value)
            case Matrix():
                rows = ", ".join("[" + ", ".join(map(self.text, row)) + "]" for row in value.rows)
                return f"Matrix([{rows}])"
            case Call():
                return self._call(value)

    def _variable(self, name: Name) -> str:
        full = _plain(name.text) + ("_" + _plain(name.index) if name.index else "")
        return self.symbols.setdefault(full, _identifier(full))

    def _call(self, call: Call) -> str:  # noqa: C901 - one case an operation
        arguments = [self.text(argument) for argument in call.arguments]
        match call.name:
            case _ if call.free:
                full = _plain(call.name)
                name = self.functions.setdefault(full, _identifier(full))
                return f"{name}({', '.join(arguments)})"
            case "sum":
                return " + ".join(arguments).replace("+ -", "- ")
            case "negative":
                return f"-{self._grouped(call.arguments[0], 'sum')}"
            case "product":
                return "*".join(self._grouped(argument, "sum", "negative") for argument in call.arguments)
            case "quotient":
                above = self._grouped(call.arguments[0], "sum", "negative")
                below = self._grouped(call.arguments[1], "sum", "negative", "product", "quotient")
                if above.isdigit() and below.isdigit():
                    return f"Rational({above}, {below})"
                return f"{above}/{below}"
            case "power":
                names = ("sum", "negative", "product", "quotient", "power")
                return "**".join(self._grouped(argument, *names) for argument in call.arguments)
            case "root":
                return f"root({', '.join(arguments)})" if arguments[1:] else f"sqrt({arguments[0]})"
            case "limit":
                return f"Limit({', '.join(arguments)}, '+-')"
            case "derivative":
                return f"Derivative({', '.join(arguments)})"
            case "integral" | "total" | "multiply":
                ranged = arguments[1] if len(arguments) == 2 else f"({', '.join(arguments[1:])})"
                return f"{_RANGED[call.name]}({arguments[0]}, {ranged})"
            case name if name in _SAME or name in _FUNCTIONS:
                return f"{_FUNCTIONS.get(name, name)}({', '.join(arguments)})"
            case _:
                raise ConversionError(f"the function {call.name}")

    def _grouped(self, value: Expression, *names: str) -> str:
        text = self.text(value)
        return f"({text})" if isinstance(value, Call) and value.name in names and not value.free else text


def _plain(text: str) -> str:
    return "".join(_GREEK.get(char, char) for char in text)


def _identifier(name: str) -> str:
    """The name as Python allows it; what SymPy means otherwise gets a line at its end."""
    if not re.fullmatch(r"[A-Za-z_]\w*", name):
        raise ConversionError(f"the name {name}")
    return name + "_" if keyword.iskeyword(name) or name in _TAKEN else name


def _number(text: str) -> str:
    whole = text.lstrip("0") or "0"
    return text if "." in text else whole


def _convert(formula: Formula) -> str:
    writer = _Writer()
    body = writer.text(expression(formula.shown()))
    lines = ["from sympy import *", ""]
    if writer.symbols:
        names = ", ".join(writer.symbols.values())
        lines.append(f"{names} = symbols({' '.join(writer.symbols)!r})")
    lines += [f"{name} = Function({full!r})" for full, name in sorted(writer.functions.items())]
    return "\n".join([*lines, f"expression = {body}"])


TARGETS = (Target("sympy", "SymPy", "computation", ".py", ("text/x-python", "text/plain"), _convert),)
