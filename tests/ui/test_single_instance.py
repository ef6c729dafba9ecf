from __future__ import annotations

import subprocess
import sys
import uuid

import pytest
from pytestqt.qtbot import QtBot

from scipix.ui.single_instance import InstanceServer, Wish, hand_over, parse_wish

_SECOND = """
import sys
from PySide6.QtCore import QCoreApplication
from scipix.ui.single_instance import Wish, hand_over
app = QCoreApplication([])
sys.exit(0 if hand_over(Wish(("/tmp/a b.png",), True), sys.argv[1]) else 3)
"""


@pytest.fixture
def name() -> str:
    return f"scipix-test-{uuid.uuid4().hex}"


def test_a_second_start_hands_its_wish_to_the_first(qtbot: QtBot, name: str):
    server = InstanceServer(name)
    child = subprocess.Popen([sys.executable, "-c", _SECOND, name])
    with qtbot.waitSignal(server.wished, timeout=20_000) as caught:
        pass
    assert caught.args == [Wish(("/tmp/a b.png",), True)]
    qtbot.waitUntil(lambda: child.poll() is not None, timeout=20_000)
    assert child.returncode == 0
    server.close()


def test_the_first_start_finds_nobody(qtbot: QtBot, name: str):
    assert hand_over(Wish(), name) is False


@pytest.mark.parametrize("line", [b"", b"{}", b"[]", b"\xff\xfe", b'{"files": 3, "snip": true}'])
def test_what_is_no_wish_is_ignored(line: bytes):
    assert parse_wish(line) is None
