"""The command line. Importing this package costs nothing: the engine loads when a command needs it."""
