"""The person's settings: one value with nothing private in it, and the object that announces its changes."""

from collections.abc import Callable
from enum import Enum
from typing import Annotated, Self

import msgspec

TEXT_SIZES = (100, 110, 125, 150, 175, 200)
LOCK_AFTER = (0, 1, 5, 15)
LONGEST_FOLDER = 1000  # bytes; the settings fit into a small file


class Theme(Enum):
    """The window's colours."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`text_percent` is one of TEXT_SIZES; an empty `country` means that none was chosen.

    `lock_after` is one of LOCK_AFTER, in minutes; 0 for never. `one_line` shows the check-in one line at a time. An
    empty `language` is the first of the system's languages that the app has. `pack` is the folder of the content pack
    that the person opened, empty for the app's own.
    """

    theme: Theme = Theme.SYSTEM
    text_percent: Annotated[int, msgspec.Meta(ge=TEXT_SIZES[0], le=TEXT_SIZES[-1])] = TEXT_SIZES[0]
    country: Annotated[str, msgspec.Meta(max_length=40)] = ""
    lock_after: int = 5
    one_line: bool = False
    language: Annotated[str, msgspec.Meta(max_length=40)] = ""
    pack: Annotated[str, msgspec.Meta(max_length=LONGEST_FOLDER)] = ""

    def larger(self) -> int:
        """Return the next larger text size, or the largest."""
        return next((size for size in TEXT_SIZES if size > self.text_percent), TEXT_SIZES[-1])

    def smaller(self) -> int:
        """Return the next smaller text size, or the smallest."""
        return next((size for size in reversed(TEXT_SIZES) if size < self.text_percent), TEXT_SIZES[0])

    def with_text(self, percent: int) -> Self:
        """Return the settings with this text size."""
        return msgspec.structs.replace(self, text_percent=percent)

    def with_larger_text(self) -> Self:
        """Return the settings with the next larger text size."""
        return self.with_text(self.larger())

    def with_smaller_text(self) -> Self:
        """Return the settings with the next smaller text size."""
        return self.with_text(self.smaller())

    def with_usual_text(self) -> Self:
        """Return the settings with the usual text size."""
        return self.with_text(TEXT_SIZES[0])

    def with_lock_after(self, minutes: int) -> Self:
        """Return the settings that lock the window after so many minutes without input."""
        return msgspec.structs.replace(self, lock_after=minutes)

    def with_theme(self, theme: Theme) -> Self:
        """Return the settings with these colours."""
        return msgspec.structs.replace(self, theme=theme)

    def with_country(self, country: str) -> Self:
        """Return the settings with this country, by its id; empty for none."""
        return msgspec.structs.replace(self, country=country)

    def with_language(self, language: str) -> Self:
        """Return the settings with this language, by its tag, in the app's own words."""
        return msgspec.structs.replace(self, language=language, pack="")

    def with_pack(self, folder: str) -> Self:
        """Return the settings with this pack; raises ValueError if its folder cannot stand in the file of settings."""
        if len(msgspec.json.encode(folder)) > LONGEST_FOLDER:
            raise ValueError("the path is too long")
        return msgspec.structs.replace(self, pack=folder)

    def with_one_line(self, *, on: bool) -> Self:
        """Return the settings that show one line of the check-in at a time, or all of them."""
        return msgspec.structs.replace(self, one_line=on)


class Preferences:
    """Holds the present settings and calls its listeners when they change."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._listeners: list[Callable[[], None]] = []

    @property
    def settings(self) -> Settings:
        """The present settings."""
        return self._settings

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call the listener after every change; the returned function removes it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def change(self, settings: Settings) -> None:
        """Replace the settings and call the listeners, unless nothing changed."""
        if settings == self._settings:
            return
        self._settings = settings
        for listener in tuple(self._listeners):
            listener()
