"""The guide: how the app is used, its keys, what it is built with, and how to report a problem."""
