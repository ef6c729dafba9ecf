"""What pynput does at its end is no reason for the program not to end."""

from __future__ import annotations

import logging

import pytest

from scipix.ui.platform.hotkey.listener import PynputHotkey


class Refusing:
    """A listener whose display has gone."""

    def stop(self) -> None:
        raise ConnectionError("Display connection closed by client")


def test_a_listener_that_cannot_be_stopped_is_given_up(
    qapp: object, caplog: pytest.LogCaptureFixture
) -> None:
    hotkey = PynputHotkey()
    hotkey._listener = Refusing()
    with caplog.at_level(logging.WARNING):
        hotkey.unregister()
        hotkey.unregister()
    assert "connection closed" in caplog.text
    assert hotkey._listener is None
