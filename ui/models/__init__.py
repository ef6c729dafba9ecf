"""What the window holds, apart from how it is drawn."""
