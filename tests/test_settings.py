"""How the person likes the window: sizes of text, and listeners that hear of changes only."""

import msgspec
import pytest

from evolve_desktop.settings import TEXT_SIZES, Preferences, Settings, Theme


def test_the_window_starts_as_the_system_has_it_with_no_country_chosen() -> None:
    assert Settings() == Settings(theme=Theme.SYSTEM, text_percent=100, country="")


def test_text_grows_step_by_step_and_stays_at_the_largest() -> None:
    settings, seen = Settings(), [100]
    for _ in range(6):
        settings = settings.with_text(settings.larger())
        seen.append(settings.text_percent)
    assert seen == [100, 110, 125, 150, 175, 200, 200]


def test_text_shrinks_step_by_step_and_stays_at_the_smallest() -> None:
    settings, seen = Settings(text_percent=200), [200]
    for _ in range(6):
        settings = settings.with_text(settings.smaller())
        seen.append(settings.text_percent)
    assert seen == [200, 175, 150, 125, 110, 100, 100]


@pytest.mark.parametrize(("between", "smaller", "larger"), [(90, 100, 100), (130, 125, 150), (250, 200, 200)])
def test_a_size_that_is_no_step_leads_back_to_one(between: int, smaller: int, larger: int) -> None:
    settings = Settings(text_percent=between)
    assert (settings.smaller(), settings.larger()) == (smaller, larger)
    assert {smaller, larger} <= set(TEXT_SIZES)


def test_another_text_size_leaves_the_rest_as_it_is() -> None:
    settings = Settings(theme=Theme.DARK, country="nz")
    assert settings.with_text(150) == Settings(theme=Theme.DARK, country="nz", text_percent=150)


def test_another_country_leaves_the_rest_as_it_is() -> None:
    settings = Settings(theme=Theme.DARK, text_percent=150)
    assert settings.with_country("nz") == Settings(theme=Theme.DARK, text_percent=150, country="nz")
    assert settings.with_country("nz").with_country("") == settings


def test_settings_cannot_be_changed_in_place() -> None:
    with pytest.raises(AttributeError):
        Settings().country = "nz"  # type: ignore[misc]  # that it is refused is the point


def test_listeners_hear_of_a_change_and_not_of_a_repeat() -> None:
    preferences = Preferences(Settings())
    heard: list[Settings] = []
    preferences.subscribe(lambda: heard.append(preferences.settings))
    dark = msgspec.structs.replace(preferences.settings, theme=Theme.DARK)
    preferences.change(dark)
    preferences.change(Settings(theme=Theme.DARK))
    assert heard == [dark]
    assert preferences.settings == dark


def test_a_listener_that_went_away_hears_nothing() -> None:
    preferences = Preferences(Settings())
    heard: list[str] = []
    leave = preferences.subscribe(lambda: heard.append("first"))
    preferences.subscribe(lambda: heard.append("second"))
    leave()
    preferences.change(Settings(country="ie"))
    assert heard == ["second"]


def test_one_line_at_a_time_is_a_setting() -> None:
    assert not Settings().one_line
    assert Settings().with_one_line(on=True).one_line
    assert Settings().with_one_line(on=True).with_one_line(on=False) == Settings()
