"""What differs from system to system: a protocol each, and handlers in order of preference."""
