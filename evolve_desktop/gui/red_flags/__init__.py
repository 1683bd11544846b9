"""The red-flag self-check."""
