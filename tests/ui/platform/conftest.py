"""A session bus of the test's own, and a portal double on it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from line_process import LineProcess

# X servers and portals are of Linux.
collect_ignore_glob = [] if sys.platform == "linux" else ["test_portal_*", "test_real_screen.py"]
DOUBLE = Path(__file__).parents[2] / "helpers" / "portal_double.py"
# The bus of the tests carries no services of the machine.
CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""


class PortalDouble:
    """The process of tests/helpers/portal_double.py."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self._process = LineProcess([sys.executable, str(DOUBLE), json.dumps(plan)])
        self.await_call("ready")

    def await_call(self, method: str) -> dict[str, Any]:
        """Return the next call of this method, skipping others; fails where the double ends first."""
        while True:
            call: dict[str, Any] = json.loads(self._process.line())
            if call["method"] == method:
                return call

    def obey(self, **command: str) -> None:
        """Send a command."""
        self._process.send(json.dumps(command))

    def stop(self) -> None:
        """End it."""
        self._process.stop()


@pytest.fixture
def session_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[str]]:
    """A private dbus-daemon; the environment names it."""
    config = tmp_path / "bus.conf"
    config.write_text(CONFIG)
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
    yield daemon
    daemon.terminate()
    daemon.communicate()


@pytest.fixture
def portal_double(session_bus: subprocess.Popen[str]) -> Iterator[Callable[..., PortalDouble]]:
    """Start a portal with ``portal_double(**plan)``."""
    started: list[PortalDouble] = []

    def start(**plan: Any) -> PortalDouble:
        started.append(PortalDouble(plan))
        return started[-1]

    yield start
    for double in started:
        double.stop()
