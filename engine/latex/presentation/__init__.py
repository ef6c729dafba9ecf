"""What is shown: fonts, spaces, limits and alignments resolved, ready to be written in any format.

Between the syntax tree, which keeps LaTeX's spellings, and the targets, which should not know them.
"""
