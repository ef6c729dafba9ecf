"""Why a formula could not be drawn, in words for the user."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from scipix.ui.preview.explanations import explanations
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
    message = QCoreApplication.translate("Preview", "The formula has {0} characters; {1} can be drawn.")
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
    hint = QCoreApplication.translate("Preview", "Split the formula, or look at its definitions.")
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
    known = explanations().get(problem.identifier)
    if known is None:
        hint = QCoreApplication.translate("Preview", "Correct the formula at the place that is marked.")
        return _failure(request, problem.message, hint, title, start)
    message, hint = known
    subject = problem.message.rpartition(" ")[2]
    return _failure(request, message.format(subject), hint, title, start)


def _failure(
    request: PreviewRequest, message: str, hint: str, title: str = "", start: int | None = None
) -> PreviewFailure:
    title = title or QCoreApplication.translate("Preview", "No preview of this formula")
    return PreviewFailure(request.key, request.channel, request.latex, title, message, hint, start)
