"""The command ``scipix``. Commands import what they need when they run: ``--help`` answers at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, cast

import click

from scipix.app.cli.config import config
from scipix.app.cli.memory import cache, history, learn

# The names of engine.session.PROVIDERS, repeated because importing the engine costs time; a test compares.
PROVIDER_NAMES = ("cuda", "directml", "coreml", "cpu")
# Those of app.documents.formats, for the same reason.
DOCUMENT_FORMATS = ("mmd", "md", "tex", "docx", "html", "txt", "json")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="scipix", prog_name="scipix")
def main() -> None:
    """Pictures of formulas to LaTeX, offline."""


main.add_command(config)
main.add_command(cache)
main.add_command(history)
main.add_command(learn)


@main.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--format", "style", type=click.Choice(["latex", "json"]), default="latex", show_default=True,
    help="One line of LaTeX a picture, or one JSON object a line.",
)  # fmt: skip
@click.option(
    "--alternatives", metavar="N", type=click.IntRange(1, 20), default=5, show_default=True,
    help="How many readings to search for, 1 to 20.",
)  # fmt: skip
@click.option(
    "--provider", type=click.Choice(PROVIDER_NAMES), default=None,
    help="Where to compute; without it the best that works.",
)  # fmt: skip
@click.option("--no-cache", is_flag=True, help="Neither answer from memory nor remember anything.")
def ocr(paths: tuple[str, ...], style: str, alternatives: int, provider: str | None, no_cache: bool) -> None:
    """Recognise the formula in each picture.

    PATH is a file, a folder (its pictures, sub-folders included), a pattern such as '*.png', or - for
    standard input. The exit code is 1 if any picture failed; the others are still done.
    """
    from scipix.app.cli.ocr import run
    from scipix.app.service import open_remembering_service, open_service

    opener = open_service if no_cache else open_remembering_service
    sys.exit(run(paths, style, alternatives, provider, opener))


@main.command()
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--pages", default="", metavar="RANGE", help="Such as 2-5,8,-1; -1 is the last page.")
@click.option(
    "--to", "formats",
    type=click.Choice(DOCUMENT_FORMATS), multiple=True, default=("mmd",), show_default=True,
    help="The format to write; may be given several times.",
)  # fmt: skip
@click.option(
    "-o", "--out", metavar="OUT", type=click.Path(path_type=Path), default=None,
    help="The file to write, or the folder for several; without it, beside the document.",
)  # fmt: skip
@click.option(
    "--read", "mode", type=click.Choice(["auto", "digital", "scanned"]), default="auto", show_default=True,
    help="Take the glyphs of the page, its picture, or decide for each page.",
)  # fmt: skip
@click.option("--password", default="", metavar="TEXT", help="Opens an encrypted document.")
@click.option(
    "--review-marks/--no-review-marks", "marks", default=None,
    help="Mark doubtful formulas in the text (comments, [?]); default: as in the settings.",
)  # fmt: skip
@click.option("--restart", is_flag=True, help="Read pages anew that an interrupted run has read already.")
@click.option(
    "--provider", type=click.Choice(PROVIDER_NAMES), default=None,
    help="Where to compute; without it the best that works.",
)  # fmt: skip
def pdf(
    paths: tuple[Path, ...], pages: str, formats: tuple[str, ...], out: Path | None, mode: str, password: str,
    marks: bool | None, restart: bool, provider: str | None,
) -> None:  # fmt: skip
    """Turn documents into editable text with mathematics.

    FILE is a PDF or a folder with PDFs. Interrupted with Ctrl+C, the same command goes on where it stopped.
    The exit code is 1 if a document or a page could not be read; the rest is still written.
    """
    from scipix.app.cli.documents import Options, run

    options = Options(pages, formats, out, cast("Any", mode), password, restart, provider, marks)
    sys.exit(run(paths, options))


@main.command()
@click.argument("text", metavar="[TEXT|FILE|-]", required=False)
@click.option("--to", "target", metavar="FORMAT", help="The format to write; --list shows them all.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False), help="The file to write instead of standard output.",
)  # fmt: skip
@click.option("--repair", "mend", is_flag=True, help="First mend what is wrong beyond doubt.")
@click.option("--list", "listed", is_flag=True, help="Show the formats and end.")
def convert(text: str | None, target: str | None, output: str | None, mend: bool, listed: bool) -> None:
    """Convert a LaTeX formula to another format.

    The formula is the argument itself, the content of a file, or standard input (-); put -- before one that
    begins with a minus. What a format cannot express is an error, and the exit code is 1.
    """
    from pathlib import Path

    from scipix.app.cli import convert as command

    if listed:
        for line in command.listing():
            click.echo(line)
        return
    if text is None or target is None:
        raise click.UsageError("Give a formula and its format: scipix convert --to mathml 'x^2'.")
    sys.exit(command.main(text, target, Path(output) if output else None, mend=mend))
