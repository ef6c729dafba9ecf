"""The command ``scipix``: the command line of app.cli, and the window."""

from __future__ import annotations

import multiprocessing
import os
import sys

import click

from scipix.app.cli.main import main as command_line


@click.group(
    commands=dict(command_line.commands),
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="scipix", prog_name="scipix")
@click.pass_context
def main(context: click.Context) -> None:
    """Pictures of formulas to LaTeX, offline. Without a command the window opens."""
    # In a bundle without Python, the process that draws pages starts as this program.
    multiprocessing.freeze_support()
    if context.invoked_subcommand is None:
        sys.exit(_window((), snip=False))


@main.command("open")
@click.argument("files", metavar="FILE...", nargs=-1, type=click.Path(), required=True)
def open_files(files: tuple[str, ...]) -> None:
    """Open the window and read picture files or a PDF in it; a window that is open already takes them."""
    sys.exit(_window(tuple(map(os.path.abspath, files)), snip=False))


@main.command()
def snip() -> None:
    """Begin a snip at once, in the window that is open already if there is one.

    For the system's own keyboard settings, where no program may take a global shortcut.
    """
    sys.exit(_window((), snip=True))


def _window(files: tuple[str, ...], snip: bool) -> int:
    problem = _why_no_window()
    if problem:
        click.echo(f"scipix: {problem}", err=True)
        return 1
    from scipix.ui.main import run
    from scipix.ui.single_instance import Wish

    return run(Wish(files, snip))


def _why_no_window() -> str:
    """What stands against a window, in words for a user; empty if nothing does."""
    if sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        return (
            "There is no screen to open a window on (DISPLAY and WAYLAND_DISPLAY are not set). "
            "Use 'scipix ocr FILE' to read pictures without one."
        )
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        return (
            f"The window needs PySide6 and its system libraries ({error}). Install them with "
            "pip install 'scipix[gui]' and, on Debian, sh packaging/system.sh gui. "
            "'scipix ocr FILE' works without."
        )
    return ""
