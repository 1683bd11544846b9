"""The main window and what holds the features together."""
