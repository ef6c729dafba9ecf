"""The formula tree: parse LaTeX into it, write LaTeX from it. One normal form for labels, answers and comparison."""
