"""MathJax's complaints in plain words: what is wrong, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def explanations() -> dict[str, tuple[str, str]]:
    """Id of the error -> message and hint, for errors that people make; {0} is what MathJax names last."""
    unclosed = (
        QCoreApplication.translate("Preview", "An opening brace is never closed."),
        QCoreApplication.translate("Preview", "Add the missing } or remove the {."),
    )
    unopened = (
        QCoreApplication.translate("Preview", "A closing brace was never opened."),
        QCoreApplication.translate("Preview", "Remove the } or add the missing {."),
    )
    right_alone = (
        QCoreApplication.translate("Preview", "A \\right has no \\left."),
        QCoreApplication.translate("Preview", "Open it with \\left and a delimiter."),
    )
    mismatch = (
        QCoreApplication.translate("Preview", "\\begin and \\end do not match."),
        QCoreApplication.translate("Preview", "Each \\begin needs an \\end with the same name."),
    )
    group = QCoreApplication.translate("Preview", "Put braces around what belongs together.")
    superscripts = (QCoreApplication.translate("Preview", "Two superscripts follow each other."), group)
    subscripts = (QCoreApplication.translate("Preview", "Two subscripts follow each other."), group)
    endless = (
        QCoreApplication.translate("Preview", "A definition calls itself without end."),
        QCoreApplication.translate("Preview", "Change it so that it does not contain its own name."),
    )
    return {
        "UndefinedControlSequence": (
            QCoreApplication.translate("Preview", "The command {0} is not known."),
            QCoreApplication.translate("Preview", "Check its spelling; a space ends a command's name."),
        ),
        "UnknownEnv": (
            QCoreApplication.translate("Preview", "The environment {0} is not known."),
            QCoreApplication.translate("Preview", "Check how it is spelled after \\begin."),
        ),
        "MissingArgFor": (
            QCoreApplication.translate("Preview", "{0} lacks what it applies to."),
            QCoreApplication.translate("Preview", "Add the argument in braces behind it."),
        ),
        "MissingCloseBrace": unclosed,
        "ExtraOpenMissingClose": unclosed,
        "ExtraCloseMissingOpen": unopened,
        "ExtraCloseLooking": unopened,
        "ExtraLeftMissingRight": (
            QCoreApplication.translate("Preview", "A \\left has no \\right."),
            QCoreApplication.translate("Preview", "Close it with \\right and a delimiter."),
        ),
        "ExtraRightMissingLeft": right_alone,
        "MissingLeftExtraRight": right_alone,
        "MissingOrUnrecognizedDelim": (
            QCoreApplication.translate("Preview", "{0} needs a delimiter behind it."),
            QCoreApplication.translate("Preview", "Write one such as ( [ | \\{ or a point for none."),
        ),
        "EnvMissingEnd": mismatch,
        "EnvBadEnd": mismatch,
        "DoubleExponent": superscripts,
        "DoubleExponentPrime": superscripts,
        "DoubleSubscripts": subscripts,
        "Misplaced": (
            QCoreApplication.translate("Preview", "{0} cannot stand here."),
            QCoreApplication.translate("Preview", "It belongs inside a matrix or an alignment."),
        ),
        "MaxMacroSub1": endless,
        "MaxMacroSub2": endless,
        "MaxBufferSize": endless,
    }
