"""The command line: options, folders and clock; opens the window or runs one command without it."""

import argparse
import gc
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from evolve_desktop import __version__, languages, resource_paths
from evolve_desktop.argument_parser import ArgumentParser
from evolve_desktop.errors import FaultsError, Sentence, UsageError, UserFacingError, print_error
from evolve_desktop.terminal_words import language_of, words_in

_BAD_INPUT = 2


def _parser(say: Callable[[str], str]) -> ArgumentParser:
    about = say(Sentence("Read, check in, and print one page to bring to therapy."))
    parser = ArgumentParser(say=say, prog="evolve-desktop", description=about)
    add = parser.options.add_argument
    add("--version", action="version", version=__version__, help=say(Sentence("show the version")))
    add("--data-dir", type=Path, metavar="DIR", help=say(Sentence("keep everything in DIR")))
    add("--content", type=Path, metavar="DIR", help=say(Sentence("show another content pack")))
    add("--language", metavar="xx", help=say(Sentence("words and pack of this language")))
    restore = say(Sentence("ask whether to restore this backup"))
    add("--restore", type=Path, metavar="FILE", nargs="?", help=restore)
    add("--self-check", action="store_true", help=say(Sentence("try every part; needs no screen")))
    into, out = Sentence("put Evolve into your menu (Linux)"), Sentence("take it out of your menu again")
    add("--install-desktop-entry", action="store_true", help=say(into))
    add("--remove-desktop-entry", action="store_true", help=say(out))
    _add_commands(parser, say)
    return parser


def _add_commands(parser: ArgumentParser, say: Callable[[str], str]) -> None:
    commands = parser.add_subparsers(title=say(Sentence("commands")), dest="command", metavar="COMMAND")
    text = Sentence("a line for each fault of a content pack and each doubt about it")
    check = commands.add_parser("check-content", say=say, help=say(text))
    check.arguments.add_argument("folder", type=Path, metavar="DIR")
    today = Sentence("and for each help line that is too old today")
    check.options.add_argument("--today", action="store_true", help=say(today))
    before = Sentence("the pack as it was handed out before")
    check.options.add_argument("--before", type=Path, metavar="OLD", help=say(before))
    text = Sentence("write a small content pack with notes in it, to begin with")
    new = commands.add_parser("new-pack", say=say, help=say(text))
    new.arguments.add_argument("folder", type=Path, metavar="DIR")
    text = Sentence("the language of its words, such as es")
    new.options.add_argument("--language", dest="pack_language", default="en", metavar="xx", help=say(text))
    page = commands.add_parser("page", say=say, help=say(Sentence("typeset a page from exported answers")))
    page.arguments.add_argument("answers", type=Path, metavar="ANSWERS.json")
    page.options.add_argument("--pdf", type=Path, metavar="FILE", required=True)
    page.options.add_argument("--paper", choices=("a4", "letter"))
    as_before = say(Sentence("as before the command"))
    page.options.add_argument("--content", type=Path, metavar="DIR", default=argparse.SUPPRESS, help=as_before)
    page.options.add_argument("--language", metavar="xx", default=argparse.SUPPRESS, help=as_before)


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; bad input is one line on standard error and 2."""
    given = sys.argv[1:] if arguments is None else arguments
    language = language_of(given, os.environ)
    say = words_in(language)
    options = _parser(say).parse_args(given)
    try:
        if options.language not in {None, *languages.shipped()}:
            raise UsageError(
                "{language}: is not a language of this app. There are: {languages}.",
                language=options.language,
                languages=", ".join(languages.shipped()),
            )
        return _run(options, language, say)
    except UserFacingError as error:
        print_error(say(error.sentence))
        return _BAD_INPUT
    except BrokenPipeError:  # whoever read the lines, such as `head`, has read enough
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        return 1


def _run(options: argparse.Namespace, language: str, say: Callable[[str], str]) -> int:
    if options.command or options.self_check or options.install_desktop_entry or options.remove_desktop_entry:
        _require_folder(options.data_dir)
        return _without_window(options, options.content or resource_paths.content_pack(language), say)
    return _open_window(options, say)


def _open_window(options: argparse.Namespace, say: Callable[[str], str]) -> int:
    """Open the window; an error is shown in a dialog as well, since a person who clicked an icon sees nothing else."""
    from evolve_desktop import display_check  # noqa: PLC0415  (the commands need none)

    try:
        display_check.require_screen(os.environ)
        os.umask(0o077)  # what Qt writes by itself is private too, as a page that is printed to a file
        gc.disable()  # everything loaded now stays; later the window collects, in its own thread only
        run, tell = _load_window()
    except UsageError as error:
        display_check.tell_without_qt(say(error.sentence), os.environ)
        raise
    try:
        _require_folder(options.data_dir)
        return run(options.content, _data_folder(options.data_dir), options.language or "", options.restore)
    except UserFacingError as error:
        print_error(say(error.sentence))
        tell(say(error.sentence))
        return _BAD_INPUT


def _load_window() -> tuple[Callable[[Path | None, Path, str, Path | None], int], Callable[[str], None]]:
    """Load Qt, which the commands do not need; raises UsageError if a library of the system is missing."""
    try:
        from evolve_desktop.app import run, tell  # noqa: PLC0415  (see above)
    except ImportError as error:
        from evolve_desktop import system_libraries  # noqa: PLC0415  (a start that goes well does not need it)

        missing = system_libraries.missing()
        raise UsageError(system_libraries.sentence(missing) if missing else _unknown(error)) from error
    return run, tell


def _paint(content: Path) -> None:
    """Paint the window for the self-check; raises FaultsError, with a line for each missing library of the system."""
    try:
        from evolve_desktop.app import paint  # noqa: PLC0415  (the other checks work without Qt)
    except ImportError as error:
        from evolve_desktop import system_libraries  # noqa: PLC0415  (see above)

        missing = [system_libraries.sentence([library]) for library in system_libraries.missing()]
        raise FaultsError(tuple(missing or [_unknown(error)])) from error
    paint(content)


def _unknown(error: ImportError) -> Sentence:
    return Sentence("a window needs a library that does not load here: {reason}. Please install it.", reason=str(error))


def _require_folder(chosen: Path | None) -> None:
    """Raise UsageError if the folder that was named is none; one that may not be entered is left to the window."""
    try:
        if chosen is None or chosen.is_dir():
            return
    except PermissionError:
        return
    raise UsageError(
        "{path}: is not a folder. Please name one that is there, or plug in the disk that holds it.", path=str(chosen)
    )


def _data_folder(chosen: Path | None) -> Path:
    """Return the vault's folder: inside the folder that was named, or in the system's place for a person's data."""
    if chosen is not None:
        return chosen.resolve() / "check-ins"
    import platformdirs  # noqa: PLC0415  (only the window needs it)

    try:
        return platformdirs.user_data_path("evolve-desktop", appauthor=False) / "check-ins"
    except RuntimeError as error:  # the system knows no home of this user
        raise UsageError(
            "the folder for your check-ins is not known here. Please name one with --data-dir DIR"
        ) from error


def _without_window(options: argparse.Namespace, content: Path, words: Callable[[str], str]) -> int:
    from evolve_desktop import commands  # noqa: PLC0415  (the window needs neither these nor what they import)
    from evolve_desktop.checkin.page_plan import Paper  # noqa: PLC0415  (see above)

    def say(line: str) -> None:
        print(words(line), flush=True)  # noqa: T201  (this is what standard output is for)

    if options.install_desktop_entry or options.remove_desktop_entry:
        from evolve_desktop import desktop_entry  # noqa: PLC0415  (nothing else needs it)

        (desktop_entry.install if options.install_desktop_entry else desktop_entry.remove)(say)
        return 0
    if options.command == "check-content":
        today = datetime.now().astimezone().date() if options.today else None
        return commands.check_content(options.folder, say, today, options.before)
    if options.command == "new-pack":
        commands.new_pack(options.folder, options.pack_language, say)
        return 0
    if options.command == "page":
        paper = Paper(options.paper) if options.paper else None
        commands.typeset_page(options.answers, options.pdf, paper, content)
        return 0
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return commands.self_check(content, options.data_dir, _paint, say)
