"""The window: the only package, beside app.py, that knows Qt."""
