"""The window: the only package, beside app.py, that knows Qt."""

import builtins

import PySide6.QtCore  # noqa: F401  (puts its own import in the place of Python's)

# PySide's import reads the source of each module, in case it wants Qt's names in snake_case. None here does, and PySide
# keeps the import that it has replaced.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
