"""What is written: LaTeX as a typed tree that keeps spaces, styles and spellings, and the printer back.

The drawn form of :mod:`scipix.engine.latex.tree` forgets all of that; it serves the recogniser.
"""
