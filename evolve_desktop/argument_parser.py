"""A parser of command lines whose help and whose errors are in the language of the terminal."""

import argparse
import re
from collections.abc import Callable
from functools import partial
from typing import NoReturn

from evolve_desktop.errors import Sentence

_BAD_INPUT = 2
_BLANK = re.compile(r"\\\{(\w+)\\\}")
_COMPLAINTS = (
    Sentence("unrecognized arguments: {arguments}"),
    Sentence("the following arguments are required: {arguments}"),
    Sentence("argument {argument}: expected one argument"),
    Sentence("argument {argument}: expected at most one argument"),
    Sentence("argument {argument}: invalid choice: {choice} (choose from {choices})"),
    Sentence("argument {argument}: ignored explicit argument {value}"),
    Sentence("ambiguous option: {option} could match {matches}"),
)
"""What argparse says of a command line, in its own words: it hands them over filled, and knows gettext alone."""


class ArgumentParser(argparse.ArgumentParser):
    """An argument parser that says all in the words of `say`, and whose error is one line."""

    def __init__(self, *, say: Callable[[str], str], prog: str, description: str | None = None) -> None:
        self._say = say
        usage = say(Sentence("usage:"))
        super().__init__(
            prog=prog, description=description, add_help=False, formatter_class=partial(_HelpFormatter, usage=usage)
        )
        self.arguments = self.add_argument_group(say(Sentence("positional arguments")))
        self.options = self.add_argument_group(say(Sentence("options")))
        self.options.add_argument("-h", "--help", action="help", help=say(Sentence("show this help")))

    def error(self, message: str) -> NoReturn:
        """End the program with one line on standard error."""
        self.exit(_BAD_INPUT, f"evolve-desktop: {self._say(_sentence(message))}\n")


class _HelpFormatter(argparse.HelpFormatter):
    """Formats help whose first word is in another language."""

    def __init__(self, prog: str, usage: str) -> None:
        super().__init__(prog)
        self._usage = usage

    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        """Add the line that shows how the program is called."""
        super().add_usage(usage, actions, groups, f"{self._usage} " if prefix is None else prefix)


def _sentence(message: str) -> str:
    """Return what argparse says as a sentence that can be said in another language, if it is known."""
    for form in _COMPLAINTS:
        if found := re.fullmatch(_BLANK.sub(r"(?P<\1>.+)", re.escape(form)), message):
            return Sentence(form, **found.groupdict())
    return message
