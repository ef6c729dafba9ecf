"""Documents: pages of PDF files, what is on them, and what they are converted to."""
