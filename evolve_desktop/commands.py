"""The commands that need no window: check a content pack, typeset a page from exported answers, check the app."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import msgspec

from evolve_desktop import files, resource_paths
from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.comparison import previous_check_in
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.content.help_line_ages import find_aged, find_doubtful
from evolve_desktop.content.loader import built_in_pack, load_pack
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.pack_doubts import find_doubts
from evolve_desktop.content.validation import iter_texts
from evolve_desktop.document.missing_glyphs import find_missing_glyphs
from evolve_desktop.document.renderer import DocumentRenderer, Typesetter
from evolve_desktop.errors import ContentError, FaultsError, Sentence, UsageError, UserFacingError, VaultError
from evolve_desktop.new_pack import write_new_pack
from evolve_desktop.vault.diary_json import MAX_EXPORT, from_export
from evolve_desktop.vault.vault import Vault


def check_content(
    folder: Path, say: Callable[[str], None], today: date | None = None, before: Path | None = None
) -> int:
    """Say a line for each fault of a pack; return 0 if it has none, else 1.

    Doubts are named too, but are no faults: some words have no easier ones. `before` is the folder of the pack as it
    was handed out; a built-in pack of the same id serves too. With a day, each help line too that a person should look
    at again by then is named, and counts like a fault.
    """
    try:
        pack = load_pack(folder)
        asked = today if (folder / "help_lines.toml").exists() else None  # the built-in ones are not the pack's own
        aged = list(find_aged(pack.help_lines, asked)) if asked else []
        doubts = list(find_doubts(pack, folder, _earlier(pack, before)))
    except ContentError as error:
        say(error.sentence)
        return 1
    for reason in aged:
        say(Sentence("{file}: {fault}", file="help_lines.toml", fault=reason))
    if not aged:
        say(Sentence("{folder}: no faults", folder=str(folder)))
    for doubt in (*doubts, *_missing_glyphs(pack)):
        say(doubt)
    for reason in find_doubtful(pack.help_lines, asked) if asked else ():
        say(Sentence("{file}: {fault}", file="help_lines.toml", fault=reason))
    return 1 if aged else 0


def _earlier(pack: Pack, before: Path | None) -> Pack | None:
    """Return the pack as it was handed out: in the folder that was named, or built in under the same id."""
    if before is not None:
        return load_pack(before)
    built_in = load_pack(built_in_pack(pack.about.language))
    return built_in if built_in.about.id == pack.about.id else None


def _missing_glyphs(pack: Pack) -> Iterator[str]:
    """Yield a line for each character that a reader of a PDF would miss, with the first place where it stands."""
    texts = tuple(iter_texts(pack))
    typesetter = Typesetter(resource_paths.resources() / "page", resource_paths.fonts())
    for character in find_missing_glyphs((text for _, text in texts), typesetter):
        yield Sentence(
            "{place}: no typeface here shows “{character}” (U+{code}): a reader of a PDF would not see it",
            place=next(place for place, text in texts if character in text),
            character=character,
            code=f"{ord(character):04X}",
        )


def new_pack(folder: Path, language: str, say: Callable[[str], None]) -> None:
    """Write a small pack to begin with, and say what to do next; raises UsageError if that fails."""
    names = ", ".join(write_new_pack(folder, language))
    typed = f'"{folder}"' if " " in str(folder) else str(folder)
    say(Sentence("{folder}: a small pack to begin with: {files}", folder=str(folder.resolve()), files=names))
    say(Sentence("Change the words, then look at it: evolve-desktop check-content {folder}", folder=typed))
    say(Sentence("And see it in the window: evolve-desktop --content {folder}", folder=typed))


def typeset_page(answers: Path, pdf: Path, paper: Paper | None, content: Path) -> None:
    """Typeset the newest check-in of exported answers; raises UserFacingError if a file cannot be read or written."""
    diary = from_export(_read(answers))
    if diary.newest is None:
        raise UsageError("{path}: holds no check-in", path=str(answers))
    check_in = diary.newest
    if paper is not None:
        check_in = check_in.with_plan(msgspec.structs.replace(check_in.plan, paper=paper))
    renderer = DocumentRenderer(load_pack(content), resource_paths.resources() / "page", resource_paths.fonts())
    made = renderer.my_page(check_in, previous_check_in(check_in, diary.check_ins)).pdf()
    try:
        # A pipe or device has no content to lose, and cannot be replaced; a folder refuses in its own words.
        write = Path.write_bytes if pdf.exists() and not pdf.is_file() else files.write_atomically
        write(pdf, made.data)
    except OSError as error:
        raise UsageError(
            "{path}: could not be written: {reason}", path=str(pdf), reason=files.reason_of(error)
        ) from error


def self_check(content: Path, data: Path | None, paint: Callable[[Path], None], say: Callable[[str], None]) -> int:
    """Try each part for real and say a line about it; return 0 if all work, else 1."""
    failed = False
    for name, check in (
        (Sentence("content loads"), lambda: load_pack(content)),
        (Sentence("vault writes, encrypts and reads back"), lambda: _check_vault(data)),
        (
            Sentence("the page typesets"),
            lambda: (
                DocumentRenderer(load_pack(content), resource_paths.resources() / "page", resource_paths.fonts())
                .my_page(_sample())
                .pdf()
            ),
        ),
        (Sentence("the window paints"), lambda: paint(content)),
    ):
        try:
            check()
        except (UserFacingError, OSError, ValueError) as error:
            failed = True
            for reason in _reasons(error):
                say(Sentence("FAILED  {what}: {reason}", what=name, reason=reason))
        else:
            say(Sentence("ok      {what}", what=name))
    return 1 if failed else 0


def _reasons(error: UserFacingError | OSError | ValueError) -> Sequence[str]:
    """Return a line for each thing that is wrong."""
    if isinstance(error, FaultsError):
        return error.faults
    if isinstance(error, UserFacingError):
        return [error.sentence]
    return [files.reason_of(error)] if isinstance(error, OSError) else str(error).splitlines()


def _read(path: Path) -> bytes:
    try:
        data = files.read(path, MAX_EXPORT, follow_links=True)
    except (FileNotFoundError, NotADirectoryError, files.NotOrdinaryFileError) as error:
        raise UsageError("{path}: is not a file", path=str(path)) from error
    except OSError as error:
        raise UsageError(
            "{path}: could not be read: {reason}", path=str(path), reason=files.reason_of(error)
        ) from error
    if len(data) > MAX_EXPORT:
        raise UsageError("{path}: is larger than {limit} bytes", path=str(path), limit=MAX_EXPORT)
    return data


def _sample() -> CheckIn:
    return CheckIn(id="self-check", started=date(2026, 1, 1)).with_reply("C01", Reply.YES)


def _check_vault(data: Path | None) -> None:
    diary = Diary(check_ins=(_sample(),))
    with tempfile.TemporaryDirectory(dir=data) as folder:
        vault = Vault(Path(folder) / "vault", datetime.now)
        vault.create(Diary(), "self-check")
        vault.save(diary)
        vault.lock()
        if not vault.is_sealed or vault.open("self-check") != diary:
            raise VaultError("what was read is not what was written")
