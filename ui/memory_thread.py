"""The thread that opens memory and does the window's work in its files, and one beside it that searches."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from scipix.app.jobs import Interruption
from scipix.engine.errors import EngineError

if TYPE_CHECKING:  # it loads in the thread, behind the window
    from scipix.app.memory.memory import Memory

log = logging.getLogger(__name__)

T = TypeVar("T")
Opening: TypeAlias = "Callable[[], Memory]"


class MemoryThread(QObject):
    """Work goes in from the GUI's thread and is done in its order; answers come back to the GUI's thread.

    Where memory cannot be opened all work is dropped: the program goes on without. Searches may take long and
    have a thread of their own, where they begin after the work that was asked for before.
    """

    opened = Signal()
    """Memory is there."""
    failed = Signal(object)
    """EngineError: memory cannot be opened, or something in it cannot be read or written."""
    _answered = Signal(object)

    def __init__(self, opening: Opening, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opening = opening
        self._pool = ThreadPoolExecutor(1, "memory")
        self._searches = ThreadPoolExecutor(1, "memory search")
        self._memory: Future[Memory | None] | None = None
        self._closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Open memory in the background."""
        if not self._closed:
            self._memory = self._pool.submit(self._open)

    def wait(self) -> Memory | None:
        """The memory once it is open, None where there is none. Any thread but the GUI's; after ``start``."""
        return None if self._memory is None else self._memory.result()

    def there(self) -> bool:
        """Whether memory is open. Any thread."""
        return self.now() is not None

    def now(self) -> Memory | None:
        """The memory if it is open already. Any thread."""
        return self._memory.result() if self._memory is not None and self._memory.done() else None

    def ask(
        self,
        work: Callable[[Memory], T],
        then: Callable[[T], None] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Do ``work`` in the thread and give its result to ``then`` in the GUI's, while ``owner`` lives.

        EngineError, sqlite3.Error and OSError of the work are told by ``failed``. Before ``start`` and where
        there is no memory nothing happens.
        """
        if self._memory is not None and not self._closed:
            self._pool.submit(self._do, work, then, owner or self)

    def search(
        self,
        work: Callable[[Memory], T],
        then: Callable[[T], None],
        owner: QObject,
    ) -> None:
        """The same in the thread of searches; ``work`` may end itself by an Interruption."""
        if self._memory is not None and not self._closed:
            self._pool.submit(self._pass_on, work, then, owner)

    @property
    def closing(self) -> bool:
        """Whether searches shall end. Any thread."""
        return self._closed

    def close(self) -> None:
        """Finish what was asked for and close memory; the engine's thread must have ended."""
        if self._memory is not None and not self._closed:
            self._pool.submit(self._close)
        self._closed = True
        self._pool.shutdown(wait=True)
        self._searches.shutdown(wait=True)

    def _open(self) -> Memory | None:
        try:
            memory = self._opening()
        except EngineError as error:
            self._tell(error)
            return None
        except Exception as error:  # a broken installation must not take the window along
            log.exception("memory cannot be opened")
            self._tell(_unusable(error))
            return None
        self._answered.emit(self.opened.emit)
        return memory

    def _pass_on(self, work: Callable[[Memory], T], then: Callable[[T], None], owner: QObject) -> None:
        if not self._closed:
            self._searches.submit(self._do, work, then, owner)

    def _do(self, work: Callable[[Memory], T], then: Callable[[T], None] | None, owner: QObject) -> None:
        memory = self.now()
        if memory is None:
            return
        try:
            result = work(memory)
        except Interruption:
            return  # nobody wants the answer any more
        except EngineError as error:
            self._tell(error)
        except (sqlite3.Error, OSError) as error:
            self._tell(_unusable(error))
        except Exception as error:  # nobody looks at the future
            log.exception("memory failed")
            self._tell(_unusable(error))
        else:
            if then is not None:
                self._answered.emit(partial(_if_alive, owner, then, result))

    def _close(self) -> None:
        self._searches.shutdown(wait=True, cancel_futures=True)
        memory = self.now()
        if memory is not None:
            memory.close()

    def _tell(self, error: EngineError) -> None:
        self._answered.emit(partial(self.failed.emit, error))

    @Slot(object)
    def _deliver(self, call: Callable[[], None]) -> None:
        call()


def _if_alive(owner: QObject, then: Callable[[T], None], result: T) -> None:
    if isValid(owner):
        then(result)


def _unusable(error: Exception) -> EngineError:
    return EngineError(
        "Memory cannot be used", f"{error or type(error).__name__}.", "Check the folder and the free space."
    )
