"""The window: the only room, beside app.py, that knows Qt."""
