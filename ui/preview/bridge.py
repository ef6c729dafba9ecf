"""MathJax in a script engine, called without Python's lock.

``QJSValue.call`` would keep the lock, and a slow formula would freeze the window. So nothing is called: the
script connects itself to the signals of a bridge, these are fed by *queued* signals, and Qt's event loop runs
the script. Everything here belongs to one worker thread but ``interrupt``, which any thread may call.
"""

from __future__ import annotations

from PySide6.QtCore import QLoggingCategory, QObject, Qt, Signal, Slot
from PySide6.QtQml import QJSEngine

_CONNECT = """(function () {
    bridge.load.connect(function (script) {
        var problem = "";
        try { (0, eval)(script); } catch (error) { problem = String(error) || "unknown"; }
        bridge.loaded(problem);
    });
    bridge.request.connect(function (serial, request) { bridge.answered(serial, scipixRender(request)); });
})"""


class _Bridge(QObject):
    """What the script sees."""

    load = Signal(str)
    loaded = Signal(str)
    request = Signal(int, str)
    answered = Signal(int, str)


class MathJaxEngine(QObject):
    """One script engine. ``loaded``: its number and '' or a problem; ``answered``: a serial and JSON."""

    loaded = Signal(int, str)
    answered = Signal(int, str)
    _load = Signal(str)
    _request = Signal(int, str)

    def __init__(self, number: int, parent: QObject) -> None:
        super().__init__(parent)
        self.number = number
        # Compressed JavaScript uses names before it declares them, and Qt would tell of each.
        QLoggingCategory.setFilterRules("qt.qml.usedbeforedeclared=false")
        self._engine = QJSEngine(self)
        self._bridge = _Bridge(self)
        queued = Qt.ConnectionType.QueuedConnection
        self._load.connect(self._bridge.load, queued)
        self._request.connect(self._bridge.request, queued)
        # Queued as well: what follows an answer does not run inside the script.
        self._bridge.loaded.connect(self._on_loaded, queued)
        self._bridge.answered.connect(self.answered, queued)
        self._engine.globalObject().setProperty("bridge", self._engine.newQObject(self._bridge))
        self._engine.evaluate(f"{_CONNECT}()")

    @Slot(str)
    def _on_loaded(self, problem: str) -> None:
        self.loaded.emit(self.number, problem)

    def load(self, script: str) -> None:
        """Evaluate MathJax; ``loaded`` follows."""
        self._load.emit(script)

    def ask(self, serial: int, request: str) -> None:
        """Render; ``answered`` follows unless the engine is interrupted."""
        self._request.emit(serial, request)

    def interrupt(self) -> None:
        """Stop whatever runs, from any thread. The engine is of no use afterwards."""
        self._engine.setInterrupted(True)
