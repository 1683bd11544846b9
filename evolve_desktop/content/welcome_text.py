"""What the window says when it is opened for the first time."""

from evolve_desktop.content.record import Record, Words


class WelcomeText(Record, frozen=True):
    """The sentences; buttons are the window's own, and what *Hide* does is said in the words of keeping.

    `what` says what the app is for, `not_this` what it is not, `kept` what becomes of the answers; each has its title,
    as have `hide_title` and `shared_title` for what stands below them.
    """

    title: Words
    what_title: Words
    what: Words
    not_this_title: Words
    not_this: Words
    kept_title: Words
    kept: Words
    hide_title: Words
    shared_title: Words
