"""The command ``scipix``. Commands import what they need when they run: ``--help`` answers at once."""

from __future__ import annotations

import sys

import click

from scipix.app.cli.config import config

# The names of engine.session.PROVIDERS, repeated because importing the engine costs time; a test compares.
PROVIDER_NAMES = ("cuda", "directml", "coreml", "cpu")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="scipix", prog_name="scipix")
def main() -> None:
    """Pictures of formulas to LaTeX, offline."""


main.add_command(config)


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
def ocr(paths: tuple[str, ...], style: str, alternatives: int, provider: str | None) -> None:
    """Recognise the formula in each picture.

    PATH is a file, a folder (its pictures, sub-folders included), a pattern such as '*.png', or - for
    standard input. The exit code is 1 if any picture failed; the others are still done.
    """
    from scipix.app.cli.ocr import run

    sys.exit(run(paths, style, alternatives, provider))
