"""``python -m scipix.ui`` is the command ``scipix``."""

from __future__ import annotations

from scipix.ui.command import main

# The process that draws pages imports this module too, and must not open a window.
if __name__ == "__main__":
    main(prog_name="scipix")
