"""Connects the actions of the View menu that change a setting."""

from functools import partial

from evolve_desktop.gui.services.actions import Actions, connect
from evolve_desktop.gui.services.idle_monitor import IdleMonitor
from evolve_desktop.settings import Preferences, Theme


def connect_settings(actions: Actions, preferences: Preferences) -> None:
    """Let text size, colours, language, the time until the lock and the one line at a time follow their actions."""
    connect(actions.larger_text, lambda: preferences.change(preferences.settings.with_larger_text()))
    connect(actions.smaller_text, lambda: preferences.change(preferences.settings.with_smaller_text()))
    connect(actions.usual_text, lambda: preferences.change(preferences.settings.with_usual_text()))
    for theme, action in actions.themes.items():
        connect(action, partial(_set_theme, preferences, theme))
    for minutes, action in actions.lock_after.items():
        connect(action, partial(_set_lock_after, preferences, minutes))
    for language, action in actions.languages.items():
        connect(action, partial(_set_language, preferences, language))
        connect(action, actions.language_choice.on_chosen)
    one_line = actions.one_line
    connect(one_line, lambda: preferences.change(preferences.settings.with_one_line(on=one_line.isChecked())))

    def show_one_line() -> None:
        one_line.setChecked(preferences.settings.one_line)

    preferences.subscribe(show_one_line)  # other places offer it too
    show_one_line()


def follow_idle_minutes(idle_monitor: IdleMonitor, preferences: Preferences) -> None:
    """Let the window lock after the minutes without input that the settings say."""

    def follow() -> None:
        idle_monitor.set_idle_minutes(preferences.settings.lock_after)

    preferences.subscribe(follow)
    follow()


def _set_theme(preferences: Preferences, theme: Theme) -> None:
    preferences.change(preferences.settings.with_theme(theme))


def _set_lock_after(preferences: Preferences, minutes: int) -> None:
    preferences.change(preferences.settings.with_lock_after(minutes))


def _set_language(preferences: Preferences, language: str) -> None:
    preferences.change(preferences.settings.with_language(language))
