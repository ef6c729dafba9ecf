"""The formula tree, parsed from LaTeX and written as LaTeX: one normal form for all."""
