"""``python -m scipix.ui`` is the command ``scipix``."""

from __future__ import annotations

from scipix.ui.command import main

main(prog_name="scipix")
