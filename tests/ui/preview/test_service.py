"""One answer a request, the newest wins, the window never waits, and nothing is left behind."""

from __future__ import annotations

import hashlib
import json
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from scipix.ui.preview import limits
from scipix.ui.preview.bundle import BundleError, bundle_folder, read_bundle
from scipix.ui.preview.messages import Preview

if TYPE_CHECKING:
    from conftest import Desk

MakeDesk = Callable[..., "Desk"]
# Within the limits, and a second of work on a fast machine.
HEAVY = "x_1+" * (limits.LENGTH // 10)
PATIENT = 60_000


def test_the_newest_of_a_channel_wins(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(timeout_ms=PATIENT)
    for number in range(20):
        desk.send(f"x+{number}")
    last = desk.send("y")
    qtbot.waitUntil(lambda: any(answer.key == last for answer in desk.answers), timeout=PATIENT)
    qtbot.wait(50)
    assert [answer.key for answer in desk.answers] == [last]


def test_channels_do_not_disturb_each_other(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(timeout_ms=PATIENT)
    keys = [desk.send("x" * (number + 1), channel=f"alternative-{number}") for number in range(6)]
    keys.append(desk.send(r"\wrong"))
    qtbot.waitUntil(lambda: len(desk.answers) >= len(keys), timeout=PATIENT)
    qtbot.wait(50)
    assert sorted(answer.key for answer in desk.answers) == keys


def test_what_is_typed_goes_before_the_alternatives(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(timeout_ms=PATIENT)
    first = desk.send("x", channel="alternative-0")
    others = [desk.send("x" * number, channel=f"alternative-{number}") for number in range(1, 5)]
    typed = desk.send("y")
    qtbot.waitUntil(lambda: len(desk.answers) == 6, timeout=PATIENT)
    assert [answer.key for answer in desk.answers] == [first, typed, *others]


def test_an_engine_that_hangs_is_replaced(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(timeout_ms=PATIENT)
    desk.draw(qtbot, "x")
    desk.service._timer.setInterval(20)
    slow = desk.ask(qtbot, HEAVY)
    assert not isinstance(slow, Preview) or slow.renderer != "mathjax"
    desk.service._timer.setInterval(PATIENT)
    assert desk.draw(qtbot, "x+y").renderer == "mathjax"
    assert [answer.key for answer in desk.answers] == [1, 2, 3]


def test_the_window_lives_while_a_formula_is_drawn(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(timeout_ms=PATIENT)
    desk.draw(qtbot, "x")
    turns = 0

    def turn() -> None:
        nonlocal turns
        turns += 1

    timer = QTimer()
    timer.timeout.connect(turn)
    timer.start(1)
    desk.draw(qtbot, HEAVY)
    timer.stop()
    # A script that held Python's lock would let the loop turn a handful of times, before and after it.
    assert turns > 100


def test_closing_leaves_no_thread(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(timeout_ms=PATIENT)
    desk.draw(qtbot, "x")
    before = threading.active_count()
    desk.send(HEAVY)
    qtbot.wait(50)
    desk.service.close()
    assert desk.service._thread.isFinished()
    assert threading.active_count() <= before
    desk.send("x")
    qtbot.wait(20)
    assert [answer.key for answer in desk.answers] == [1]


def test_closing_at_once_is_fine(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.service.warm_up()
    desk.service.close()
    assert desk.service._thread.isFinished()


def test_engines_are_renewed(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(timeout_ms=PATIENT, renew_after=2)
    for number in range(5):
        assert desk.draw(qtbot, f"x+{number}").renderer == "mathjax"
    assert desk.service._worker._engines == 3


def test_without_mathjax_others_draw(make_desk: MakeDesk, qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(folder=tmp_path)
    preview = desk.draw(qtbot, r"\frac{a}{b}", ((0, 5),))
    assert preview.renderer == "ziamath"
    assert preview.boxes == (None,)
    assert 0.5 < preview.width < 2
    assert 1 < preview.height < 3
    desk.draw(qtbot, "x")
    assert len(desk.notes) == 1
    assert "MathJax" in desk.notes[0]


def test_without_mathjax_what_nobody_knows_fails(make_desk: MakeDesk, qtbot: QtBot, tmp_path: Path) -> None:
    failure = make_desk(folder=tmp_path).fail(qtbot, r"\begin{nothing")
    assert failure.message
    assert failure.hint


def test_a_script_that_breaks_is_no_mathjax(make_desk: MakeDesk, qtbot: QtBot, tmp_path: Path) -> None:
    script = b"throw new Error('no');"
    (tmp_path / "mathjax.js").write_bytes(script)
    (tmp_path / "bundle.json").write_text(json.dumps({"sha256": hashlib.sha256(script).hexdigest()}))
    assert make_desk(folder=tmp_path).draw(qtbot, "x").renderer == "ziamath"


def test_the_bundle_is_the_recorded_one() -> None:
    folder = bundle_folder()
    script = read_bundle(folder)
    record = json.loads((folder / "bundle.json").read_text())
    wanted = json.loads((folder / "package.json").read_text())["dependencies"]["mathjax-full"]
    assert record["mathjax"] == wanted
    assert record["bytes"] == len(script.encode())


def test_the_lock_file_names_no_host() -> None:
    lock = (bundle_folder() / "package-lock.json").read_text()
    assert "resolved" not in lock
    assert "integrity" in lock


def test_a_changed_bundle_is_refused(tmp_path: Path) -> None:
    for name in ("mathjax.js", "bundle.json"):
        shutil.copy(bundle_folder() / name, tmp_path)
    with (tmp_path / "mathjax.js").open("ab") as file:
        file.write(b" ")
    with pytest.raises(BundleError, match="damaged"):
        read_bundle(tmp_path)
