"""Documents written as text and files; one module a format."""
