"""What is known about one setting, and the check of a value for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scipix.engine.errors import EngineError

Value = bool | int | str

YES = ("1", "true", "yes", "on")
NO = ("0", "false", "no", "off")


class SettingsError(EngineError):
    """A setting that does not exist or cannot have that value, or a settings file that cannot be used."""


@dataclass(frozen=True, slots=True)
class Option:
    """One row of the table of settings.

    ``choices`` maps the allowed values to their titles. ``form`` tells a dialog that a text is more than
    that: ``keys`` is a key sequence, ``format`` the name of an output format, whose registry has the choices.
    """

    name: str
    default: Value
    group: str
    title: str
    help: str
    choices: Mapping[str, str]
    minimum: int | None
    maximum: int | None
    unit: str
    pattern: str
    form: str

    @property
    def variable(self) -> str:
        """The variable of the environment that overrides the file."""
        return f"SCIPIX_{self.name.upper()}"

    @property
    def allowed(self) -> str:
        """The allowed values in words, for messages and the documentation."""
        if isinstance(self.default, bool):
            return "true or false"
        if isinstance(self.default, int):
            return f"a whole number from {self.minimum} to {self.maximum}"
        if self.choices:
            return "one of " + ", ".join(self.choices)
        return {
            "keys": "a key sequence, or nothing for none",
            "format": "the name of an output format",
        }.get(self.form, "a text")

    def check(self, value: object) -> Value:
        """The value if it is of the right type and allowed; raises SettingsError naming the setting."""
        if type(value) is not type(self.default) or not self._fits(value):
            raise SettingsError(
                "Setting not valid",
                f"{self.name} cannot be {value!r}: it is {self.allowed}.",
                "Choose an allowed value.",
            )
        return value

    def parse(self, text: str) -> Value:
        """The value that a text of the command line or the environment means; raises SettingsError."""
        if isinstance(self.default, bool):
            word = text.strip().lower()
            return self.check(True if word in YES else False if word in NO else text)
        if isinstance(self.default, int):
            try:
                return self.check(int(text))
            except ValueError:
                return self.check(text)
        return self.check(text)

    def _fits(self, value: Any) -> bool:
        if isinstance(value, str):
            listed = not self.choices or value in self.choices
            return listed and re.fullmatch(self.pattern, value) is not None
        if isinstance(value, bool):
            return True
        low, high = self.minimum, self.maximum
        return (low is None or value >= low) and (high is None or value <= high)


def option(
    default: Value,
    *,
    group: str,
    title: str,
    help: str,  # noqa: A002  # the word of the table
    choices: Mapping[str, str] | None = None,
    span: tuple[int, int] | None = None,
    unit: str = "",
    pattern: str = r"[^\r\n]*",
    form: str = "",
) -> Any:
    """A field of the table of settings; ``span`` is the smallest and the largest number."""
    low, high = span or (None, None)
    row = Option("", default, group, title, help, dict(choices or {}), low, high, unit, pattern, form)
    return field(default=default, metadata={"option": row})
