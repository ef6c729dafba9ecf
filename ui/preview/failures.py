"""Why a formula could not be drawn, in words for the user."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from scipix.ui.preview.messages import PreviewFailure, PreviewRequest
from scipix.ui.preview.places import place
from scipix.ui.preview.sources import MarkedSource


@dataclass(frozen=True, slots=True)
class TexProblem:
    """MathJax's complaint: its id, its words, and the number of the token that it had reached (-1: none)."""

    identifier: str
    message: str
    token: int


def too_long(request: PreviewRequest, limit: int) -> PreviewFailure:
    """The source has too many characters."""
    message = QCoreApplication.translate("Preview", "The formula has {0} characters; the preview draws up to {1}.")
    hint = QCoreApplication.translate("Preview", "Split it into several formulas.")
    return _failure(request, message.format(len(request.latex), limit), hint)


def too_deep(request: PreviewRequest, limit: int) -> PreviewFailure:
    """The source nests too deeply."""
    message = QCoreApplication.translate("Preview", "The formula nests more than {0} levels deep.")
    hint = QCoreApplication.translate("Preview", "Take inner parts out into formulas of their own.")
    return _failure(request, message.format(limit), hint)


def too_slow(request: PreviewRequest) -> PreviewFailure:
    """Nothing drew it in time."""
    message = QCoreApplication.translate("Preview", "Drawing the formula took too long and was stopped.")
    hint = QCoreApplication.translate("Preview", "Look for definitions that call themselves, or split the formula.")
    return _failure(request, message, hint)


def not_drawn(request: PreviewRequest, reason: str) -> PreviewFailure:
    """MathJax does not work, or stumbled, and the plainer renderers do not know the formula."""
    message = QCoreApplication.translate("Preview", "No renderer could draw this formula ({0}).")
    hint = QCoreApplication.translate("Preview", "The LaTeX itself may be fine; copying still works.")
    return _failure(request, message.format(reason), hint)


def wrong_latex(request: PreviewRequest, source: MarkedSource, problem: TexProblem) -> PreviewFailure:
    """MathJax says what is wrong with the source."""
    start = place(source, problem.identifier, problem.token)
    title = QCoreApplication.translate("Preview", "The LaTeX has an error")
    message, hint = _explained(problem) or (problem.message, "")
    fallback = QCoreApplication.translate("Preview", "Correct the formula at the place that is marked.")
    return _failure(request, message, hint or fallback, title, start)


def _failure(
    request: PreviewRequest, message: str, hint: str, title: str = "", start: int | None = None
) -> PreviewFailure:
    title = title or QCoreApplication.translate("Preview", "No preview of this formula")
    return PreviewFailure(request.key, request.channel, request.latex, title, message, hint, start)


def _explained(problem: TexProblem) -> tuple[str, str] | None:
    """Plain words for the errors that people make; the others keep MathJax's own."""
    subject = problem.message.rpartition(" ")[2]
    match problem.identifier:
        case "UndefinedControlSequence":
            message = QCoreApplication.translate("Preview", "The command {0} is not known.")
            hint = QCoreApplication.translate("Preview", "Check how it is spelled; a space ends a command's name.")
        case "UnknownEnv":
            message = QCoreApplication.translate("Preview", "The environment {0} is not known.")
            hint = QCoreApplication.translate("Preview", "Check how it is spelled after \\begin.")
        case "MissingArgFor":
            message = QCoreApplication.translate("Preview", "{0} lacks what it applies to.")
            hint = QCoreApplication.translate("Preview", "Add the argument in braces behind it.")
        case "MissingCloseBrace" | "ExtraOpenMissingClose":
            message = QCoreApplication.translate("Preview", "An opening brace is never closed.")
            hint = QCoreApplication.translate("Preview", "Add the missing } or remove the {.")
        case "ExtraCloseMissingOpen" | "ExtraCloseLooking":
            message = QCoreApplication.translate("Preview", "A closing brace was never opened.")
            hint = QCoreApplication.translate("Preview", "Remove the } or add the missing {.")
        case "ExtraLeftMissingRight":
            message = QCoreApplication.translate("Preview", "A \\left has no \\right.")
            hint = QCoreApplication.translate("Preview", "Close it with \\right and a delimiter, or with \\right. for none.")
        case "ExtraRightMissingLeft" | "MissingLeftExtraRight":
            message = QCoreApplication.translate("Preview", "A \\right has no \\left.")
            hint = QCoreApplication.translate("Preview", "Open it with \\left and a delimiter.")
        case "MissingOrUnrecognizedDelim":
            message = QCoreApplication.translate("Preview", "{0} needs a delimiter behind it.")
            hint = QCoreApplication.translate("Preview", "Write one such as ( [ | or \\{ or a point for none.")
        case "EnvMissingEnd" | "EnvBadEnd":
            message = QCoreApplication.translate("Preview", "\\begin and \\end do not match.")
            hint = QCoreApplication.translate("Preview", "Each \\begin needs an \\end with the same name.")
        case "DoubleExponent" | "DoubleExponentPrime":
            message = QCoreApplication.translate("Preview", "Two superscripts follow each other.")
            hint = QCoreApplication.translate("Preview", "Put braces around what belongs together.")
        case "DoubleSubscripts":
            message = QCoreApplication.translate("Preview", "Two subscripts follow each other.")
            hint = QCoreApplication.translate("Preview", "Put braces around what belongs together.")
        case "Misplaced":
            message = QCoreApplication.translate("Preview", "{0} cannot stand here.")
            hint = QCoreApplication.translate("Preview", "It belongs inside a matrix or an aligned environment.")
        case "MaxMacroSub1" | "MaxMacroSub2" | "MaxBufferSize":
            message = QCoreApplication.translate("Preview", "A definition calls itself without end.")
            hint = QCoreApplication.translate("Preview", "Change the definition so that it does not contain its own name.")
        case _:
            return None
    return message.format(subject), hint
