"""One file for each format that a formula can be written in, found by the registry."""
