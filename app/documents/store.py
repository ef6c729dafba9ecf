"""Pages that were read, kept on disk until the document is done: a conversion goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from scipix.app.documents.results import PageResult
from scipix.app.documents.writers.json_text import VERSION, page_from, page_object

_BLOCK = 1 << 20


class PageStore:
    """A folder with a file for each page and each picture of one document, read in one way."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def page(self, number: int) -> PageResult | None:
        """A page that was kept; None if there is none, or none that is whole."""
        try:
            return page_from(json.loads(self._path(number).read_text("utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, page: PageResult, pictures: Mapping[str, bytes]) -> None:
        """Keep a page; its pictures first, so that a page that is there is complete."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for name, content in pictures.items():
            write_whole(self.folder / name, content)
        text = json.dumps(page_object(page), ensure_ascii=False, allow_nan=False)
        write_whole(self._path(page.number), text.encode())

    def pictures(self) -> Mapping[str, bytes]:
        """The pictures by name; each is read when it is asked for."""
        return _Pictures(self.folder)

    def clear(self) -> None:
        """Forget everything."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, number: int) -> Path:
        return self.folder / f"page-{number + 1:05}.json"


class _Pictures(Mapping[str, bytes]):
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getitem__(self, name: str) -> bytes:
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            raise KeyError(name) from None

    def __iter__(self) -> Iterator[str]:
        return (path.name for path in sorted(self._folder.glob("*.png")))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def store_for(cache: Path, document: Path, way: str) -> PageStore:
    """The store of a document's content, read in one ``way`` (model, mode)."""
    digest = hashlib.sha256(f"{VERSION} {way}".encode())
    with document.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return PageStore(cache / "documents" / digest.hexdigest()[:32])


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is never seen half written."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(content)
    os.replace(part, path)
