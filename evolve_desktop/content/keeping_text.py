"""What is said about keeping check-ins on the computer: what it does, what it protects from, and what not."""

from evolve_desktop.content.record import Record, Words


class KeepingText(Record, frozen=True):
    """The sentences; buttons and labels are the window's own.

    `what` says what keeping means, `lost` what a lost passphrase means, `open_file` what no passphrase means;
    `shared` and `watched` are for people whose computer is not theirs alone. `hide` says what *Hide* does and does not
    do, `cover` is all that stands on the covered window, `code` stands beside the recovery code, on paper too.
    """

    what: tuple[Words, ...]
    lost: Words
    open_file: Words
    shared: Words
    watched: Words
    hide: Words
    cover: Words
    code_title: Words
    code: Words
    erase: Words
    erased: Words
    deleted: Words
