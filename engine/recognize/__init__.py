"""Formula recognition: symbols seen by the detector, linked by the parser, written as LaTeX."""
