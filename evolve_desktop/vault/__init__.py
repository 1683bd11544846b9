"""Where it is kept: all check-ins as one value, and its form on disk."""
