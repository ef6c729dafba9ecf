"""How long until the window stands: python tests/benchmarks/window_start.py

Each start is a new process without a screen and with settings of its own. The first one may have to compile
byte code; where Python is kept from storing it, all of them do.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

STARTS = 5
_WINDOW = """
import time
from scipix.app.settings import load_settings
from scipix.ui.main import Program, make_application
from scipix.ui.single_instance import Wish
app = make_application()
program = Program(app, load_settings())
program.start(Wish())
app.processEvents()
print(time.time(), flush=True)
program.close()
"""


def start() -> float:
    """Seconds from the start of the process until the window has been painted."""
    with tempfile.TemporaryDirectory() as home:
        own = {f"SCIPIX_{name}_DIR": home for name in ("CONFIG", "DATA", "CACHE")}
        environment = {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen", "SCIPIX_HOTKEY": ""}
        begun = time.time()
        command = [sys.executable, "-c", _WINDOW]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        return float(done.stdout.split()[-1]) - begun


def main() -> None:
    """Print the first start and the median of the others."""
    first, *others = (start() for _ in range(1 + STARTS))
    others.sort()
    middle = others[STARTS // 2]
    print(f"window stands after {first:.2f} s the first time, {middle:.2f} s (median of {STARTS})")


if __name__ == "__main__":
    main()
