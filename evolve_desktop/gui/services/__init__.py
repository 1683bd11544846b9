"""Qt without widgets: ports, actions, autosave, background tasks, dialogs, theme, locale."""
