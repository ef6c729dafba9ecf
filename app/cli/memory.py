"""``scipix cache``, ``history`` and ``learn``: what is remembered, from the command line."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from scipix.app.memory.history import Entry
    from scipix.app.memory.memory import Memory


@contextmanager
def opened() -> Iterator[Memory]:
    """The user's memory; what goes wrong with it ends the command with a message."""
    import sqlite3

    from scipix.app.memory.memory import open_memory
    from scipix.app.settings import load_settings
    from scipix.engine.errors import EngineError

    try:
        memory = open_memory(load_settings().current)
        try:
            yield memory
        finally:
            memory.close()
    except EngineError as error:
        raise click.ClickException(f"{error.title}. {error.message} {error.hint}".strip()) from error
    except (sqlite3.Error, OSError) as error:
        raise click.ClickException(f"Memory cannot be used. {error}.") from error


def _line(content: dict[str, Any]) -> None:
    click.echo(json.dumps(content, ensure_ascii=True, allow_nan=False))


def _row(entry: Entry, similarity: float | None = None) -> None:
    sure = round(entry.confidence, 4) if entry.confidence == entry.confidence else None
    content = {
        "entry": entry.uuid, "time": time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(entry.created)),
        "source": entry.source, "name": entry.name, "latex": entry.latex, "confidence": sure,
        "verdict": entry.verdict, "favourite": entry.favourite,
    }  # fmt: skip
    _line(content if similarity is None else content | {"similarity": round(similarity, 4)})


@click.group()
def cache() -> None:
    """Pictures that were read before and are answered from memory."""


@cache.command()
def stats() -> None:
    """Print how many pictures there are and how often they answered."""
    with opened() as memory:
        found = memory.cache.statistics()
        _line({
            "entries": found.entries, "bytes": found.bytes, "hits": found.hits, "misses": found.misses,
            "rejected": found.rejected, "rate": round(found.rate, 4), "indexed": found.indexed,
            "index": found.engine,
        })  # fmt: skip


@cache.command()
@click.argument("picture", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--limit", metavar="N", type=click.IntRange(1, 1000), default=10, show_default=True)
def search(picture: Path, limit: int) -> None:
    """List the remembered pictures that look most like PICTURE, whether the same or not."""
    from scipix.app.images import load_file

    with opened() as memory:
        for match in memory.cache.similar(load_file(picture), limit):
            _line({"latex": match.latex, "similarity": round(match.similarity, 4), "same": match.same})


@cache.command()
def clear() -> None:
    """Forget all pictures; history and corrections stay."""
    with opened() as memory:
        memory.cache.clear()


@cache.command()
def rebuild() -> None:
    """Make the index over the pictures anew."""
    with opened() as memory:
        memory.cache.rebuild()


@click.group()
def history() -> None:
    """What was recognised so far."""


@history.command(name="list")
@click.option("--limit", metavar="N", type=click.IntRange(1), default=20, show_default=True)
@click.option("--tag", default="", help="Only entries with this tag.")
@click.option("--source", default="", help="Only snip, clipboard, file or page.")
@click.option("--favourites", is_flag=True, help="Only favourites.")
def list_entries(limit: int, tag: str, source: str, favourites: bool) -> None:
    """Print the newest entries, one JSON object a line."""
    from scipix.app.memory.history import Filter

    with opened() as memory:
        wanted = Filter(tag=tag, source=source, favourite=True if favourites else None)
        for entry in memory.history.entries(wanted, limit):
            _row(entry)


@history.command(name="search")
@click.argument("what")
@click.option(
    "--by", type=click.Choice(["formula", "similar", "text"]), default="formula", show_default=True,
    help="A piece of LaTeX in it, with ? for anything; likeness to a formula; words.",
)  # fmt: skip
@click.option("--limit", metavar="N", type=click.IntRange(1), default=20, show_default=True)
def find(what: str, by: str, limit: int) -> None:
    """Find entries: by a piece such as '\\frac{?}{x}', by likeness, or by words."""
    from scipix.engine.latex.parse import ParseError

    with opened() as memory:
        if by == "similar":
            for entry, similarity in memory.search.similar(what, limit):
                _row(entry, similarity)
            return
        try:
            found = (
                memory.search.fragment(what, limit=limit)
                if by == "formula"
                else memory.search.text(what, limit=limit)
            )
        except ParseError as error:
            raise click.BadParameter(f"no LaTeX: {error}", param_hint="WHAT") from error
        for entry in found:
            _row(entry)


@history.command()
@click.argument("entries", nargs=-1, required=True)
def delete(entries: tuple[str, ...]) -> None:
    """Put entries in the bin, from where `restore` brings them back within the hour."""
    with opened() as memory:
        memory.history.delete(entries)
        memory.history.empty_bin()


@history.command()
@click.argument("entries", nargs=-1, required=True)
def restore(entries: tuple[str, ...]) -> None:
    """Bring entries back from the bin."""
    with opened() as memory:
        memory.history.restore(entries)


@history.command()
@click.argument("entry")
@click.argument("tags", nargs=-1, required=True)
@click.option("--remove", is_flag=True, help="Take the tags away.")
def tag(entry: str, tags: tuple[str, ...], remove: bool) -> None:
    """Give an entry tags."""
    with opened() as memory:
        for name in tags:
            (memory.history.remove_tag if remove else memory.history.add_tag)(entry, name)


@history.command(name="export")
def export_entries() -> None:
    """Print all entries, oldest first, one JSON object a line."""
    with opened() as memory:
        for line in memory.history.export():
            click.echo(line)


@history.command()
@click.confirmation_option(prompt="Delete history, pictures, corrections and all that was learned for good?")
def forget() -> None:
    """Forget everything, so that no trace of it stays in the files."""
    with opened() as memory:
        memory.forget_everything()


@click.group()
def learn() -> None:
    """What corrections and confirmations have taught."""


@learn.command()
def status() -> None:
    """Print how well the confidence fits your verdicts, and how many there are."""
    with opened() as memory:
        found = memory.learner.report()
        sure = found.threshold
        _line({
            "verdicts": found.verdicts, "counts": found.counts, "ece_shipped": round(found.before, 4),
            "ece_recalibrated": round(found.after, 4), "formulas": found.formulas,
            "language_weight": found.weight, "symbols": found.symbols,
            "surely_right": None if sure is None else {
                "confidence": round(sure.confidence, 4), "precision": round(sure.precision, 4),
                "interval": [round(end, 4) for end in sure.interval], "count": sure.count,
            },
        })  # fmt: skip


@learn.command(name="export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--no-pictures", is_flag=True, help="Leave the thumbnails out.")
def export_learned(file: Path, no_pictures: bool) -> None:
    """Write what was learned to FILE, for another machine."""
    from scipix.app.memory.sharing import export_file

    with opened() as memory:
        count = export_file(memory.database, file, not no_pictures)
    click.echo(f"{count} corrections and confirmations", err=True)


@learn.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_learned(file: Path) -> None:
    """Add what another machine learned."""
    from scipix.app.memory.sharing import import_file

    with opened() as memory:
        new = import_file(memory.database, file)
        memory.learner.learn()
    click.echo(f"{new} new facts", err=True)


@learn.command()
@click.confirmation_option(prompt="Forget all corrections and what they taught?")
def reset() -> None:
    """Back to the shipped confidence; corrected pictures are read anew."""
    with opened() as memory:
        memory.learner.forget()
        memory.learning.forget()
        memory.cache.forget_corrected()
