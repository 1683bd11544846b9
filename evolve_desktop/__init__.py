"""Evolve Desktop: read about trust in therapy, check in with yourself, print one page to bring."""

__version__ = "0.1.0"
