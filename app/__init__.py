"""The use cases, shared by every front end. No Qt in here: the command line works without it."""
