"""Layout of a page: what its glyphs or its text lines mean together, in the order of reading."""
