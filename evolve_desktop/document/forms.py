"""Builds the two documents that need no check-in: the empty form to fill in by hand, and the recovery code."""

from evolve_desktop.checkin.page_plan import ALSO_LINES, PagePlan
from evolve_desktop.content.checklist import Checklist
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.model import Block, Column, Document, Line, Look
from evolve_desktop.document.my_page import AGREED_LINES


def build_empty_form(pack: Pack, layout: PagePlan) -> Document:
    """Return My page with empty lines and boxes, then the checklist; only paper and print size of `layout` are used."""
    text = pack.page
    would_help = tuple(Line(text=option.text) for option in text.what_would_help)
    uses = tuple(Line(text=use.text) for use in text.uses)
    blocks = (
        Block(heading=text.use, lines=uses, look=Look.BOXES),
        Block(heading=text.would_help, lines=would_help, look=Look.BOXES),
        Block(heading=text.main_topic, ruled=2, look=Look.FIRST),
        Block(heading=text.also, ruled=ALSO_LINES, look=Look.MORE, column=Column.FIRST),
        Block(heading=text.raise_flags, ruled=ALSO_LINES, look=Look.MORE, column=Column.SECOND),
        Block(heading=text.helping, ruled=4, column=Column.FIRST),
        Block(heading=text.work_on, ruled=2, column=Column.SECOND),
        Block(heading=text.talk_about, ruled=1, column=Column.SECOND),
        Block(heading=text.questions, ruled=2),
        Block(heading=text.agreed, ruled=AGREED_LINES, fills=True),
        *_checklist(pack.checklist),
    )
    return Document(
        language=pack.about.language,
        title=text.title,
        blocks=blocks,
        paper=layout.paper,
        large_print=layout.large_print,
        footer=text.footer,
    )


def _checklist(checklist: Checklist) -> tuple[Block, ...]:
    """Return every line of the checklist with boxes for its replies, from the top of a side."""
    words = checklist.replies
    choices = (words.not_yet, words.a_little, words.mostly, words.yes)
    parts = (
        Block(
            heading=text.title,
            lines=tuple(Line(text=item.text) for item in checklist.items if item.part is text.part),
            look=Look.REPLIES,
            choices=choices,
            is_minor=True,
        )
        for text in checklist.parts
    )
    return (Block(heading=checklist.title, turns=True), *parts)


def build_recovery_code_sheet(pack: Pack, code: str, layout: PagePlan) -> Document:
    """Return the recovery code with its explanation; only paper and print size of `layout` are used."""
    return Document(
        language=pack.about.language,
        title=pack.keeping.code_title,
        blocks=(
            Block(lines=(Line(text=code),), look=Look.FIRST),
            Block(lines=(Line(text=pack.keeping.code),), look=Look.TEXT),
        ),
        paper=layout.paper,
        large_print=layout.large_print,
    )
