"""Answers that stand apart from the present lines, as text: each under the words it was given to."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from evolve_desktop.checkin.check_in import FlagReply, OtherAnswer
from evolve_desktop.checkin.comparison import text_of
from evolve_desktop.checkin.wording import meaning_line
from evolve_desktop.content.page_text import PageText
from evolve_desktop.gui.services.localization import format_day
from evolve_desktop.gui.widgets.labels import breakable

translate = QCoreApplication.translate


def answer_texts(page: PageText, answers: Sequence[OtherAnswer], day: date) -> str:
    """Return the answers of a day, those to one pack's words below its title."""
    texts: list[str] = []
    for wording in dict.fromkeys(answer.wording for answer in answers):
        texts.append(page.origin_of(wording.words.title, format_day(day)))
        texts += (_answer_text(answer) for answer in answers if answer.wording == wording)
    return "\n\n".join(texts)


def _answer_text(answer: OtherAnswer) -> str:
    own = answer.wording
    parts = [text_of(answer.line, own)]
    if answer.reply is not None:
        parts.append(answer.reply.called(own.words.replies))
    if answer.flag is not None:
        parts.append(_flag_reply(answer.flag))
    if answer.unsafe is not None:
        parts.append(text_of(meaning_line(answer.unsafe), own))
    return "\n    ".join((*parts, *map(breakable, answer.note.splitlines())))


def _flag_reply(reply: FlagReply) -> str:
    """Return a reply to a red flag as the rows of the red flags name it."""
    return {
        FlagReply.NO: translate("FlagReplyRow", "No"),
        FlagReply.NOT_SURE: translate("FlagReplyRow", "Not sure"),
        FlagReply.YES: translate("FlagReplyRow", "Yes"),
        FlagReply.SKIP: translate("FlagReplyRow", "Skip"),
    }[reply]
