"""What several features share: ports, actions, autosave, background tasks, dialogs, theme, locale."""
