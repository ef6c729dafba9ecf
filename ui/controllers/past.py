"""What was read, in this run and before: pages for the panel, entries to show, and what is done to them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from scipix.app.jobs import Interruption, Reason
from scipix.ui import past_work
from scipix.ui.images import to_qimage
from scipix.ui.memory_thread import MemoryThread
from scipix.ui.models.card import Card
from scipix.ui.models.entry import Entry
from scipix.ui.models.history import HistoryModel, small
from scipix.ui.past_work import Page

if TYPE_CHECKING:
    from scipix.app.memory.history import Entry as KeptEntry

LIMIT = 300
"""Entries of this run that are at hand with their pictures; of those before, memory has a copy."""
RECENT = 8
_AT_ONCE = 12
"""Thumbnails that are fetched together: work that comes after them waits so long."""


class Past(QObject):
    """Keeps ``model`` (for the panel) and ``recent`` (the newest) in step with memory. GUI thread only."""

    deleted = Signal(object)
    """tuple[str, ...]: keys that are gone; ``bring_back`` undoes it."""
    returned = Signal(object)
    """Card: an entry that was deleted is there again."""
    changed = Signal(str)
    """The key of an entry whose card has changed."""
    searched = Signal()
    """The first entries of a search are there, or it is known that there are none."""

    def __init__(self, thread: MemoryThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = thread
        self.model, self.recent = HistoryModel(self), HistoryModel(self)
        self._run: OrderedDict[str, Entry] = OrderedDict()
        self._unkept: list[Card] = []
        self._bin: list[list[tuple[int, Card]]] = []
        self._query = ("", False)
        self._source: Iterator[list[KeptEntry]] | None = None
        self._search, self._told = 0, False
        self._new: list[Card] = []
        self._wanted: dict[str, None] = {}
        self._fetching = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fetch_thumbnails)
        self.model.more_wanted.connect(self._next_page)
        for model in (self.model, self.recent):
            model.thumbnail_wanted.connect(self._want_thumbnail)
        thread.opened.connect(self._on_opened)
        thread.failed.connect(self._on_failed)

    # -- looking --------------------------------------------------------------------------------------
    def find(self, text: str, favourites: bool) -> None:
        """Show what a line asks for (see app.memory.query), everything where it is empty."""
        self._query = (text.strip(), favourites)
        self._begin()

    @property
    def searching(self) -> bool:
        """Whether less than everything is asked for."""
        return self._query != ("", False)

    def _on_opened(self) -> None:
        self._thread.ask(lambda memory: memory.history.empty_bin())
        self._thread.ask(partial(past_work.newest, RECENT), self._show_recent, self)
        self._begin()

    def _show_recent(self, cards: list[Card]) -> None:
        self.recent.append(cards, more=False)

    def _begin(self) -> None:
        self._search += 1
        self._new.clear()
        self._source, self._told = None, False
        if not self._thread.there():
            self._show_unkept_only()
            return
        self.model.set_looking(True)
        look = partial(past_work.first_page, *self._query, self._checkpoint(self._search))
        self._thread.search(look, partial(self._on_first, self._search), self)

    def _checkpoint(self, search: int) -> Callable[[], None]:
        """Ends a search in its thread when another one is asked for, or the program closes."""

        def check() -> None:
            if search != self._search or self._thread.closing:
                raise Interruption(Reason.SUPERSEDED)

        return check

    def _on_first(self, search: int, answer: tuple[Iterator[list[KeptEntry]], Page]) -> None:
        if search == self._search:
            self._source, page = answer
            self.model.clear()
            for card in self._new:  # read while memory was asked: it may have been too late for the answer
                self.model.insert(0, card)
            self._show(page)

    def _next_page(self) -> None:
        source, search = self._source, self._search
        if source is not None:
            self.model.set_looking(True)
            look = partial(past_work.page, source, past_work.PAGE, self._checkpoint(search))
            self._thread.search(look, partial(self._on_next, search), self)

    def _on_next(self, search: int, page: Page) -> None:
        if search == self._search:
            self._show(page)

    def _show(self, page: Page) -> None:
        """Append a page, with what memory does not have among it in the order of time."""
        if page.more and not page.cards:  # nothing among those looked at so far
            self._next_page()
            return
        cards = [self._current(card) for card in page.cards]
        since = cards[-1].when if page.more else None
        mine = [card for card in self._unkept if self._fits(card) and (since is None or card.when > since)]
        self.model.append(sorted(cards + mine, key=lambda card: card.when, reverse=True), page.more)
        self._end_look()

    def _end_look(self) -> None:
        """The first or next entries are there, or there are none."""
        self.model.set_looking(False)
        if not self._told:
            self._told = True
            self.searched.emit()

    def _current(self, card: Card) -> Card:
        """The card with the LaTeX of now: an edit may still be on its way to the files."""
        entry = self._run.get(card.key)
        return card if entry is None else replace(card, latex=entry.latex)

    def _fits(self, card: Card) -> bool:
        """Whether an entry that memory does not have is asked for: a plain search in its LaTeX."""
        text, favourites = self._query
        return text in card.latex and not favourites

    def _show_unkept_only(self) -> None:
        self.model.clear()
        self.model.append([card for card in self._unkept if self._fits(card)], more=False)
        self._end_look()

    # -- entries --------------------------------------------------------------------------------------
    def add(self, entry: Entry) -> None:
        """A new entry, the newest."""
        self._keep(entry)
        card = Card.of(entry)
        if not card.kept:
            self._unkept.insert(0, card)
        picture = {card.key: small(to_qimage(entry.image))}
        self.model.put_thumbnails(picture)
        self.recent.put_thumbnails(picture)
        self.recent.insert(0, card)
        if self.searching:
            self._begin()
        else:
            self._new.append(card)
            self.model.insert(0, card)

    def _keep(self, entry: Entry) -> None:
        self._run[entry.key] = entry
        self._run.move_to_end(entry.key)
        while len(self._run) > LIMIT:
            self._forget(next(iter(self._run)))

    def _forget(self, key: str) -> None:
        """An entry of this run is no longer at hand; one that memory does not have is gone."""
        del self._run[key]
        if key.startswith("#"):
            self._unkept = [card for card in self._unkept if card.key != key]
            self._take_out(key)

    def edit(self, entry: Entry) -> None:
        """An entry has another LaTeX; what was said about it stays as it was."""
        if entry.key in self._run:
            self._run[entry.key] = entry
        self._change(entry.key, lambda card: replace(card, latex=entry.latex))
        if not entry.key.startswith("#"):
            self._thread.ask(partial(past_work.write_latex, entry.key, entry.latex))

    def open(self, card: Card, then: Callable[[Entry], None]) -> None:
        """Give the entry of a card to ``then``: at once if it is at hand, else when it has been read."""
        entry = self._run.get(card.key)
        if entry is not None:
            then(entry)
        elif card.kept:
            self._thread.ask(
                partial(past_work.read, card), lambda found: found is not None and then(found), self
            )

    def refresh(self, key: str) -> None:
        """Read an entry's card anew, after something was said about it."""
        self._thread.ask(partial(past_work.card, key), self._on_refreshed, self)

    def _on_refreshed(self, new: Card | None) -> None:
        if new is not None:
            self._change(new.key, lambda card: replace(card, verdict=new.verdict, favourite=new.favourite))

    def _change(self, key: str, change: Callable[[Card], Card]) -> None:
        for model in (self.model, self.recent):
            row = model.row_of(key)
            if row is not None:
                model.replace(change(model.cards()[row]))
        self._unkept = [change(card) if card.key == key else card for card in self._unkept]
        self.changed.emit(key)

    # -- what a person does to entries ------------------------------------------------------------------
    def delete(self, keys: Sequence[str]) -> None:
        """Take entries away; ``bring_back`` undoes it."""
        rows = sorted((row, key) for key in keys if (row := self.model.row_of(key)) is not None)
        if not rows:
            return
        gone = [(row, self.model.cards()[row]) for row, _ in rows]
        for _, card in gone:
            self._take_out(card.key)
        self._bin.append(gone)
        kept = tuple(card.key for _, card in gone if card.kept)
        self._unkept = [card for card in self._unkept if card.key not in keys]
        self._thread.ask(lambda memory: memory.history.delete(kept))
        self.deleted.emit(tuple(card.key for _, card in gone))

    def bring_back(self) -> None:
        """Undo the last ``delete``."""
        if not self._bin:
            return
        back = self._bin.pop()
        for row, card in back:
            self.model.insert(row, card)
        self._unkept += [card for _, card in back if not card.kept]
        self._unkept.sort(key=lambda card: card.when, reverse=True)
        kept = tuple(card.key for _, card in back if card.kept)
        self._thread.ask(lambda memory: memory.history.restore(kept))
        self.returned.emit(back[0][1])

    def _take_out(self, key: str) -> None:
        for model in (self.model, self.recent):
            row = model.row_of(key)
            if row is not None:
                model.remove(row)

    def set_favourite(self, keys: Sequence[str], favourite: bool) -> None:
        """Mark entries as favourites, or no longer."""
        for key in keys:
            self._change(key, lambda card: replace(card, favourite=favourite))
        self._thread.ask(lambda memory: [memory.history.set_favourite(key, favourite) for key in keys])

    def tags(self, key: str, then: Callable[[tuple[str, ...]], None], owner: QObject) -> None:
        """Give an entry's tags to ``then``."""
        self._thread.ask(lambda memory: memory.history.tags(key), then, owner)

    def set_tags(self, keys: Sequence[str], names: Sequence[str]) -> None:
        """Give entries these tags and no others."""
        self._thread.ask(partial(past_work.set_tags, tuple(keys), tuple(names)))

    def export(self, keys: Sequence[str], path: Path, then: Callable[[int], None], owner: QObject) -> None:
        """Write entries, all without ``keys``, as JSON objects a line; ``then`` is given their number."""
        self._thread.ask(partial(past_work.export, frozenset(keys), path), then, owner)

    def count(self, then: Callable[[int], None], owner: QObject) -> None:
        """Give the number of all kept entries to ``then``."""
        self._thread.ask(lambda memory: memory.history.count(), then, owner)

    def forget_everything(self) -> None:
        """Delete all that is kept and all that was learned, for good."""
        self._thread.ask(lambda memory: memory.forget_everything(), lambda _: self._begin(), self)
        self._run.clear()
        self._unkept.clear()
        self._bin.clear()
        self._search += 1
        for model in (self.model, self.recent):
            model.clear()
            model.forget_thumbnails()

    # -- pictures -------------------------------------------------------------------------------------
    def _want_thumbnail(self, key: str) -> None:
        self._wanted[key] = None
        if not self._fetching:
            self._soon.start()

    def _fetch_thumbnails(self) -> None:
        # Those drawn last: what was scrolled past is asked for again when it comes back.
        keys = tuple(self._wanted)[-_AT_ONCE:]
        self._wanted.clear()
        entry = {key: small(to_qimage(self._run[key].image)) for key in keys if key in self._run}
        self._show_thumbnails(entry)
        rest = tuple(key for key in keys if key not in entry)
        if rest and self._thread.there():
            self._fetching = True
            self._thread.ask(partial(past_work.thumbnails, rest), self._on_thumbnails, self)

    def _on_failed(self, _error: object) -> None:
        self._fetching = False  # it may have been the thumbnails, or a search
        self.model.set_looking(False)

    def _on_thumbnails(self, pictures: dict[str, QImage]) -> None:
        self._fetching = False
        self._show_thumbnails(pictures)
        if self._wanted:
            self._soon.start()

    def _show_thumbnails(self, pictures: dict[str, QImage]) -> None:
        if pictures:
            self.model.put_thumbnails(pictures)
            self.recent.put_thumbnails(pictures)
