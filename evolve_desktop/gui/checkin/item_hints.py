"""What stands below a line once it is answered: help with "Not yet", what to try next, what "Not for me" does."""

from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.content.checklist import Checklist, Item


class ItemHints:
    """The hints of one item."""

    def __init__(self, item: Item, checklist: Checklist) -> None:
        self._help = checklist.part(item.part).not_yet
        self._not_for_me = checklist.not_for_me_help
        self._prompt = f"{checklist.try_label}: {item.prompt}" if item.prompt else ""

    def after(self, reply: Reply | None, *, may_suggest: bool = True) -> str:
        """Return the hint after a reply; *Try this next* only if that may be suggested."""
        if reply is Reply.NOT_FOR_ME:
            return self._not_for_me
        help_line = self._help if reply is Reply.NOT_YET else ""
        prompt = self._prompt if reply in {Reply.NOT_YET, Reply.A_LITTLE} and may_suggest else ""
        return " ".join(hint for hint in (help_line, prompt) if hint)
