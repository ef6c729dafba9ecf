"""Results on their way out: to the clipboard and into files."""
