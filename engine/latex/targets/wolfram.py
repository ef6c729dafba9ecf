"""Wolfram Language."""

from __future__ import annotations

import unicodedata

from scipix.engine.latex.targets.expression import Call, Expression, Matrix, Name, Value, expression
from scipix.engine.latex.targets.target import ConversionError, Formula, Target

_CONSTANTS = {"pi": "Pi", "e": "E", "i": "I", "infinity": "Infinity"}
_FUNCTIONS = {
    "sin": "Sin", "cos": "Cos", "tan": "Tan", "cot": "Cot", "sec": "Sec", "csc": "Csc", "arcsin": "ArcSin",
    "arccos": "ArcCos", "arctan": "ArcTan", "arccot": "ArcCot", "sinh": "Sinh", "cosh": "Cosh",
    "tanh": "Tanh", "coth": "Coth", "arcsinh": "ArcSinh", "arccosh": "ArcCosh", "arctanh": "ArcTanh",
    "exp": "Exp", "ln": "Log", "log": "Log", "max": "Max", "min": "Min", "gcd": "GCD", "det": "Det",
    "arg": "Arg", "abs": "Abs", "floor": "Floor", "ceiling": "Ceiling", "factorial": "Factorial",
    "binomial": "Binomial",
}  # fmt: skip
_RELATIONS = {"eq": "==", "ne": "!=", "lt": "<", "gt": ">", "le": "<=", "ge": ">="}
_RANGED = {"integral": "Integrate", "total": "Sum", "multiply": "Product"}
_TAKEN = frozenset("CDEIKNO")


def _text(value: Expression) -> str:
    match value:
        case Value():
            return _CONSTANTS[value.text] if value.constant else value.text
        case Name():
            name = "".join(map(_letter, value.text))
            name = name.lower() + name if name in _TAKEN else name
            return f"Subscript[{name}, {_index(value.index)}]" if value.index else name
        case Matrix():
            return "{" + ", ".join("{" + ", ".join(map(_text, row)) + "}" for row in value.rows) + "}"
        case Call():
            return _call(value)


def _index(text: str) -> str:
    return text if text.isdigit() else "".join(map(_letter, text))


def _letter(char: str) -> str:
    if char.isascii():
        return char
    name = unicodedata.name(char, "")
    parts = name.split()
    if parts[:1] != ["GREEK"] or (len(parts) < 4 and "SYMBOL" not in parts):
        raise ConversionError(f"the letter {char}")
    word = parts[3] if "SYMBOL" not in parts else "Curly" + parts[1]
    word = {"LAMDA": "LAMBDA"}.get(word, word).capitalize()
    return f"\\[{'Capital' if 'CAPITAL' in parts else ''}{word}]"


def _call(call: Call) -> str:  # noqa: C901 - one case an operation
    arguments = [_text(argument) for argument in call.arguments]
    match call.name:
        case _ if call.free:
            name, _, index = call.name.partition("_")
            return f"{_text(Name(name, index))}[{', '.join(arguments)}]"
        case "sum":
            return " + ".join(arguments).replace("+ -", "- ")
        case "negative":
            return f"-{_grouped(call.arguments[0], 'sum')}"
        case "product":
            return " ".join(_grouped(argument, "sum", "negative") for argument in call.arguments)
        case "quotient":
            above = _grouped(call.arguments[0], "sum", "negative")
            return f"{above}/{_grouped(call.arguments[1], 'sum', 'negative', 'product', 'quotient')}"
        case "power":
            names = ("sum", "negative", "product", "quotient", "power")
            return "^".join(_grouped(argument, *names) for argument in call.arguments)
        case "root":
            return f"Surd[{', '.join(arguments)}]" if arguments[1:] else f"Sqrt[{arguments[0]}]"
        case "limit":
            return f"Limit[{arguments[0]}, {arguments[1]} -> {arguments[2]}]"
        case "derivative":
            variable = arguments[1] if len(arguments) == 2 else f"{{{arguments[1]}, {arguments[2]}}}"
            return f"D[{arguments[0]}, {variable}]"
        case "integral" | "total" | "multiply":
            ranged = arguments[1] if len(arguments) == 2 else "{" + ", ".join(arguments[1:]) + "}"
            return f"{_RANGED[call.name]}[{arguments[0]}, {ranged}]"
        case "log" if len(arguments) == 2:
            return f"Log[{arguments[1]}, {arguments[0]}]"
        case name if name in _RELATIONS:
            return f" {_RELATIONS[name]} ".join(arguments)
        case name if name in _FUNCTIONS:
            return f"{_FUNCTIONS[name]}[{', '.join(arguments)}]"
        case _:
            raise ConversionError(f"the function {call.name}")


def _grouped(value: Expression, *names: str) -> str:
    text = _text(value)
    return f"({text})" if isinstance(value, Call) and value.name in names and not value.free else text


def _convert(formula: Formula) -> str:
    return _text(expression(formula.shown()))


TARGETS = (Target("wolfram", "Wolfram Language", "computation", ".wl", ("text/plain",), _convert),)
