"""Errors that are no bugs; each says in a sentence what the person can do. And how an error is printed."""

import contextlib
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self


def print_error(text: str) -> None:
    """Print this after the name of the program on standard error, if there is one and it takes it.

    A program that was started by an icon may have none, or one that is a file on a full disk.
    """
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(f"evolve-desktop: {text}", file=sys.stderr)  # noqa: T201  (this is what standard error is for)


class Sentence(str):
    """A sentence in English that can be said in another language: it remembers its form and the values in it.

    A value is itself a sentence, a number or a name. Whoever shows the sentence says it with `said`.
    """

    __slots__ = ("form", "values")
    form: str
    values: Mapping[str, object]

    def __new__(cls, form: str, /, **values: object) -> Self:
        """Fill the values into the form, such as "{path}: is not a file"."""
        shown = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
        sentence = super().__new__(cls, form.format(**shown) if values else form)
        sentence.form, sentence.values = form, values
        return sentence


def said(text: str, translate: Callable[[str], str], number: Callable[[int], str] = "{:,}".format) -> str:
    """Return a sentence in the language of `translate`, and any other text as it is."""
    if not isinstance(text, Sentence):
        return text
    if not text.values:
        return translate(text.form)

    def shown(value: object) -> object:
        if isinstance(value, int):
            return number(value)
        return said(value, translate, number) if isinstance(value, str) else value

    return translate(text.form).format(**{name: shown(value) for name, value in text.values.items()})


class UserFacingError(Exception):
    """An error to show to the person: what happened and what to do. Any other exception is a bug."""

    def __init__(self, form: str, /, **values: object) -> None:
        self.sentence = form if isinstance(form, Sentence) else Sentence(form, **values)
        super().__init__(self.sentence)

    def __str__(self) -> str:
        """Return the sentence in English, with neither a class name nor a traceback."""
        return self.sentence


class FaultsError(UserFacingError):
    """Several things that are wrong at once; `faults` has a line for each."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        lines = {f"line{number}": fault for number, fault in enumerate(faults)}
        super().__init__("\n".join(f"{{{name}}}" for name in lines), **lines)
        self.faults = faults


class ContentError(FaultsError):
    """A content pack that cannot be shown; the message names file, field and reason of every fault."""


class DiaryError(UserFacingError):
    """Check-ins that cannot be read: damaged, too large, or made by a newer version."""


class NewerDiaryError(DiaryError):
    """Check-ins that a newer version of the app wrote; they are undamaged, and are left untouched."""


class PickLimitError(UserFacingError):
    """A pick more than My page has room for."""


class PageError(UserFacingError):
    """A document that could not be typeset or written."""


class UsageError(UserFacingError):
    """A command line, a file or a folder that the app cannot work with."""


class VaultError(UserFacingError):
    """Check-ins that could not be opened, saved or changed."""


class PassphraseNeededError(VaultError):
    """Locked check-ins: a passphrase or a recovery code is needed."""


class WrongPassphraseError(VaultError):
    """A passphrase or recovery code that does not open the file; the file stays as it was."""


class MistypedCodeError(VaultError):
    """A recovery code with a typing mistake, found before anything is tried."""


class DamagedVaultError(VaultError):
    """A file whose content changed by damage; it is never shown as good, and never overwritten."""


class NewerVaultError(VaultError):
    """A file that a newer version of the app wrote; it is undamaged, and is left untouched."""


class RefusedError(VaultError):
    """The system refused to read or write; `reason` is the system's own, and part of the sentence."""

    def __init__(self, form: str, reason: str, **values: object) -> None:
        super().__init__(form, reason=reason, **values)
        self.reason = reason


class ChangedBehindError(VaultError):
    """Another program changed the file: theirs stays, and the check-ins of this one were written to `beside`."""

    def __init__(self, form: str, beside: Path, **values: object) -> None:
        super().__init__(form, **values)
        self.beside = beside
