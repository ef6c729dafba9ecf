"""All that is remembered, behind one door: what the service and the front ends use."""

from __future__ import annotations

import logging
import sqlite3
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from scipix.app.memory import calibration, pictures, samples
from scipix.app.memory.cache import Cache, CacheOptions, Question, question
from scipix.app.memory.database import FILE, Database
from scipix.app.memory.history import History
from scipix.app.memory.learned import Learner
from scipix.app.memory.learning import Learning
from scipix.app.memory.schema import WORDS
from scipix.app.memory.search import Search
from scipix.app.memory.verify import Strangeness
from scipix.app.paths import data_dir, models_dir
from scipix.app.settings import Settings
from scipix.engine.recognize.appearance import Adaptation
from scipix.engine.types import Recognition

log = logging.getLogger(__name__)

COPIED, CONFIRMED, EDITED, CHOSEN, REJECTED = "copied", "confirmed", "edited", "chosen", "rejected"


@dataclass(frozen=True, slots=True)
class MemoryOptions:
    """``private``: nothing is stored, what was stored before still answers."""

    cache: CacheOptions = field(default_factory=CacheOptions)
    cache_enabled: bool = True
    private: bool = False


def options_of(settings: Settings) -> MemoryOptions:
    """What the settings ask for."""
    cache = CacheOptions(
        settings.cache_size_mb, settings.cache_days, settings.cache_threshold / 100, int(settings.cache_bits)
    )
    return MemoryOptions(cache, settings.cache_enabled, settings.private_mode)


class Memory:
    """The open database with everything that lives in it.

    ``recall`` and ``record`` belong to the thread that recognises. ``history`` and ``learning`` serve any
    thread, ``search`` one at a time.
    """

    def __init__(self, folder: Path, options: MemoryOptions, models: Path) -> None:
        """Open or create the memory in ``folder``; raises StorageError."""
        self.options = options
        self.database = Database(folder / FILE)
        self.cache = Cache(self.database, folder / "pictures", options.cache)
        self.history = History(self.database)
        self.search = Search(self.history, folder / "formulas")
        self.learning = Learning(self.database, self.history)
        self.learner = Learner(self.database, self.learning, calibration.load_shipped(models))

    def configure(self, options: MemoryOptions) -> None:
        """Other options from now on; bits apply to what is stored or built next."""
        self.options = options
        self.cache.options = options.cache

    # -- recognising ----------------------------------------------------------------------------------
    def recall(
        self, image: NDArray[Any], alternatives: int, model: str, strangeness: Strangeness | None = None
    ) -> tuple[Recognition | None, Question | None]:
        """The remembered answer, if there is one, and what to hand to ``record``.

        ``strangeness`` compares symbols where the pixels leave it open; without it less is answered.
        """
        if not self.options.cache_enabled:
            return None, None
        asked = question(image)
        if asked is None:
            return None, None
        try:
            hit = self.cache.look_up(asked, image, alternatives, model, strangeness)
        except sqlite3.Error as error:
            log.warning("memory could not be asked: %s", error)
            return None, None
        if hit is None:
            return None, asked
        answer = hit.answer if hit.corrected else self.learner.calibrated(hit.answer)
        return answer, replace(asked, answered=hit.picture)

    @property
    def adaptation(self) -> Adaptation | None:
        """What the engine should know about this user's symbols before it reads; None where nothing helps."""
        return self.learner.current.sight

    def judged(self, answer: Recognition) -> Recognition:
        """An answer of the engine in the light of what was learned: order of the readings, confidence."""
        return self.learner.calibrated(self.learner.chosen(answer))

    def record(
        self, image: NDArray[Any], asked: Question | None, raw: Recognition, answer: Recognition,
        alternatives: int, source: str = "snip", name: str = "", elapsed_ms: float = 0.0,
    ) -> Recognition:  # fmt: skip
        """Keep a recognition (``raw`` as the engine gave it); returns it with the name of its entry.

        What cannot be written is logged, the answer stands.
        """
        if self.options.private:
            return answer
        try:
            with self.database.write() as writer:
                answered = asked.answered if asked is not None else None
                small = pictures.thumbnail(image)
                entry = self.history.add(answer, small, source, name, elapsed_ms, answered)
                samples.keep(writer, entry, raw)
                if asked is not None and not answer.cached:
                    self.cache.add(asked, raw, alternatives, entry)
        except (sqlite3.Error, OSError) as error:
            log.warning("the recognition could not be remembered: %s", error)
            return answer
        return replace(answer, entry=entry)

    # -- what the user says ---------------------------------------------------------------------------
    def accept(self, answer: Recognition, latex: str, kind: str = CONFIRMED) -> None:
        """``latex`` is right for this answer: as it was, chosen among the readings, or edited."""
        self._judge(answer, latex, kind)

    def reject(self, answer: Recognition) -> None:
        """The answer is wrong, and what is right is not known."""
        self._judge(answer, "", REJECTED)

    def _judge(self, answer: Recognition, latex: str, kind: str) -> None:
        if not answer.entry:
            return  # private mode, or memory is off
        if self.learning.of_entry(answer.entry) is not None and kind == COPIED:
            return  # copying says less than what was said before
        raw = replace(
            answer, confidence=answer.confidence if answer.raw_confidence is None else answer.raw_confidence
        )
        self.learning.record(
            answer.entry, answer, latex, kind, calibration.features(raw), self.history.thumbnail(answer.entry)
        )
        self.learner.keep_up()

    def undo(self, entry: str) -> bool:
        """Take back what was said about an entry."""
        done = self.learning.undo(entry)
        if done:
            self.learner.keep_up(at_once=True)
        return done

    # -- the end --------------------------------------------------------------------------------------
    def forget_everything(self) -> None:
        """History, pictures, corrections, what was learned: gone from the files too."""
        self.learner.forget()
        self.learning.forget()
        with self.database.write() as writer:
            # Deleting rows of a full text index leaves their words in it.
            writer.execute("DROP TABLE words")
            writer.execute(WORDS)
            writer.execute("DELETE FROM entry")
            writer.execute("DELETE FROM formula")
            writer.execute("DELETE FROM tag")
        self.cache.clear()
        self.search.rebuild()
        self.database.compact()

    def close(self) -> None:
        self.learner.wait()
        self.cache.close()
        self.database.close()


def open_memory(settings: Settings, folder: Path | None = None) -> Memory:
    """The user's memory; raises StorageError."""
    return Memory(folder or data_dir() / "memory", options_of(settings), models_dir())
