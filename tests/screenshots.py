"""Pictures of the program's main states, to look at: python tests/screenshots.py [folder]

Each state is shown in the light and the dark theme at scales 1 and 2, without a screen (Qt's offscreen
platform), with the real engine and the real renderer. Pictures go to build/screenshots, which git ignores.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "resources" / "samples"


def main() -> None:
    """Take all pictures, each scale in a process of its own: Qt's scale is fixed when it starts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build" / "screenshots")
    parser.add_argument("--scale", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    if arguments.scale:
        take_all(arguments.folder, arguments.scale)
        return
    for scale in (1, 2):
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
        environment["PYTHONPATH"] = os.pathsep.join(sys.path)
        command = [sys.executable, __file__, str(arguments.folder), "--scale", str(scale)]
        subprocess.run(command, env=environment, check=True)


def take_all(folder: Path, scale: int) -> None:
    """All states in both themes."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "DATA", "CACHE"):
            os.environ[f"SCIPIX_{name}_DIR"] = str(Path(home) / name.lower())
        # There is none on a platform without a screen, and no need to say so in each picture.
        os.environ["SCIPIX_HOTKEY"] = ""
        Photographer(folder, scale).work()


class Photographer:
    """Drives one program through its states."""

    def __init__(self, folder: Path, scale: int) -> None:
        from scipix.app.settings import load_settings
        from scipix.ui.main import Program, make_application
        from scipix.ui.single_instance import Wish

        self.folder, self.scale = folder, scale
        self.app = make_application()
        self.store = load_settings()
        self.program = Program(self.app, self.store)
        self.program.start(Wish())

    def work(self) -> None:
        try:
            for theme in ("light", "dark"):
                self.store.update(theme=theme)
                self.states(theme)
        finally:
            self.program.close()
            # The offscreen platform would free it after Python is gone, and crash.
            self.app.clipboard().clear()

    def states(self, theme: str) -> None:
        """Empty, result, small and large, an error in the source, messages, settings, overlay, toast."""
        face = self.program.face
        window = face.window
        window.resize(1080, 760)
        face.result.clear()
        window.show_empty()
        self.shoot(window, f"empty-{theme}")
        for sample in ("quadratic", "cauchy", "rotation", "schroedinger"):
            self.read(SAMPLES / f"{sample}.png")
        self.shoot(window, f"result-{theme}")
        window.resize(900, 600)
        self.shoot(window, f"result-small-{theme}")
        window.resize(1920, 1080)
        self.shoot(window, f"result-large-{theme}")
        window.resize(1080, 760)
        editor = window.result.editor
        editor.replace_latex(editor.latex().replace(r"\frac", r"\farc", 1))
        self.settle(1.0)
        self.shoot(window, f"error-{theme}")
        face.desk.read_files((ROOT / "README.md",))
        self.settle(0.5)
        self.shoot(window, f"message-{theme}")
        window.messages.clear()
        self.program.show_settings()
        self.shoot(self.program._dialog, f"settings-{theme}")
        self.program._dialog.close()
        self.overlay(theme)
        self.toast(theme)
        self.memory(theme)
        self.documents(theme)

    def memory(self, theme: str) -> None:
        """A correction, the history with marks, a question in place, private mode, the confidence."""
        face, past = self.program.face, self.program.core.past
        window, panel = face.window, face.window.history
        editor = window.result.editor
        editor.replace_latex(editor.latex().replace("x", "y", 1))
        self.settle(0.5)
        self.shoot(window, f"changed-{theme}")
        window.commands.right.trigger()
        keys = tuple(card.key for card in past.model.cards())
        past.set_favourite(keys[1:2], True)
        self.settle(0.5)
        panel.tag_line.ask(keys[:1], ("exam", "quantum"))
        self.shoot(window, f"corrected-{theme}")
        panel.tag_line.hide()
        panel.forget_wanted.emit()
        self.store.update(private_mode=True)
        self.until(panel.last_question.isVisible)
        self.shoot(window, f"forget-{theme}")
        panel.last_question.no.click()
        self.store.update(private_mode=False)
        self.remember_verdicts()
        face.trust.open()
        self.settle(2.5)
        self.shoot(face.trust.dialog, f"confidence-{theme}")
        face.trust.dialog.close()

    def remember_verdicts(self) -> None:
        """Four hundred made-up verdicts on answers that were surer than they should be."""
        import random

        from scipix.engine.types import Alternative, Recognition

        def work(memory: object) -> None:
            rng = random.Random(5)
            if memory.learning.count() > 100:
                return
            for number in range(400):
                sure = rng.betavariate(4, 1)
                latex = f"x_{{{number}}}"
                answer = Recognition(
                    latex, (), (Alternative(latex, 0.0),), sure, (), (), "cpu", "other", 9, 9
                )
                final = latex if rng.random() < sure**1.6 else ""
                memory.learning.record(f"made-up-{number}", answer, final, "confirmed", ())

        self.program.core.remembered.ask(work)

    def documents(self, theme: str) -> None:
        """A document: its pages, a formula read from it, a search, its text, and one behind a password."""
        from scipix.engine.types import Box

        sys.path.append(str(ROOT / "tests" / "helpers"))
        from pdf_files import write_encrypted, write_pdf

        face, window = self.program.face, self.program.face.window
        view, before = window.document, face.result.entry
        window.show_empty()
        with tempfile.TemporaryDirectory() as folder:
            face.documents.open(write_pdf(Path(folder) / "story.pdf", pages=30))
            self.until(view.showing_document)
            self.settle(2.0)
            self.shoot(window, f"document-{theme}")
            view.pages.framed.emit(0, Box(195, 285, 270, 305))
            self.until(lambda: face.result.entry is not before)
            view.bar.find.click()
            view.find.field.setText("fox")
            self.settle(2.0)
            self.shoot(window, f"document-formula-{theme}")
            window.show_empty()
            view.find.close_row()
            view.bar.night.setChecked(theme == "dark")
            view.bar.convert.setChecked(True)
            face.conversion._ask_target = lambda proposed, title: proposed
            view.conversion.start.click()
            self.until(view.conversion.open.isVisible)
            self.settle(1.0)
            self.shoot(window, f"document-text-{theme}")
            view.bar.convert.setChecked(False)
            view.bar.night.setChecked(False)
            face.documents.open(write_encrypted(Path(folder) / "secret.pdf", "sesame"))
            self.until(view.states.password.isVisible)
            self.shoot(window, f"document-password-{theme}")
        window.commands.formula.trigger()

    def overlay(self, theme: str) -> None:
        """The overlay over a picture of the window itself."""
        from PySide6.QtCore import QPoint, QRect, Qt
        from PySide6.QtTest import QTest

        from scipix.ui.platform.screenshot import Shot

        screen = self.app.primaryScreen()
        picture = self.program.face.window.grab().toImage()
        picture.setDevicePixelRatio(1)
        size = screen.size() * screen.devicePixelRatio()
        shot = Shot(
            picture.copy(QRect(QPoint(), size)), screen.geometry(), screen.devicePixelRatio(), screen.name()
        )
        self.program.face.overlay.start((shot,))
        self.settle(0.3)
        (surface,) = [one for one in self.app.topLevelWidgets() if one.isVisible() and _is_overlay(one)]
        QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=QPoint(262, 150))
        QTest.mouseMove(surface, QPoint(572, 250))
        self.shoot(surface, f"overlay-{theme}")
        self.program.face.overlay.close()

    def toast(self, theme: str) -> None:
        """The note near a snip."""
        from PySide6.QtCore import QRect
        from PySide6.QtGui import QImage

        self.program.face.snip.taken.emit(QImage(str(SAMPLES / "gauss.png")), QRect(100, 100, 200, 60))
        self.until(lambda: self.program.face.toast.isVisible())
        self.settle(0.7)
        self.shoot(self.program.face.toast, f"toast-{theme}")
        self.program.face.toast.hide()

    def read(self, path: Path) -> None:
        """Read a picture and wait for its rendering."""
        before = len(self.program.core.past.model.cards())
        self.program.face.desk.read_files((path,))
        self.until(lambda: len(self.program.core.past.model.cards()) > before)
        self.until(lambda: self.program.core.previews.idle())
        self.settle(0.2)

    def shoot(self, widget: object, name: str) -> None:
        self.settle(0.3)
        path = self.folder / f"{name}-{self.scale}x.png"
        widget.grab().save(str(path))
        print(path)

    def until(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + 30
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("the program does not get there")
            self.settle(0.02)

    def settle(self, seconds: float) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        # Not QTest.qWait: that one keeps the interpreter's lock, and the program's threads stand still.
        loop = QEventLoop()
        QTimer.singleShot(int(1000 * seconds), loop.quit)
        loop.exec()


def _is_overlay(widget: object) -> bool:
    return type(widget).__module__ == "scipix.ui.views.overlay"


if __name__ == "__main__":
    main()
