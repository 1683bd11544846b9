"""Builds the two documents that need no check-in: the empty form to fill in by hand, and the recovery code."""

from evolve_desktop.checkin.page_plan import ALSO_LINES, QUESTION_LINES, PagePlan
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.model import Block, Document, Line, Look


def build_empty_form(pack: Pack, layout: PagePlan) -> Document:
    """Return My page with empty lines and boxes; only paper and print size of `layout` are used."""
    text = pack.page
    would_help = tuple(Line(text=option.text) for option in text.what_would_help)
    uses = tuple(Line(text=use.text) for use in text.uses)
    blocks = (
        Block(heading=text.main_topic, ruled=2, look=Look.FIRST),
        Block(heading=text.also, ruled=ALSO_LINES),
        Block(heading=text.raise_flags, ruled=1),
        Block(heading=text.helping, ruled=1),
        Block(heading=text.work_on, ruled=1),
        Block(heading=text.talk_about, ruled=1),
        Block(heading=text.questions, ruled=QUESTION_LINES),
        Block(heading=text.would_help, lines=would_help, look=Look.BOXES),
        Block(heading=text.use, lines=uses, look=Look.BOXES),
        Block(heading=text.agreed, ruled=2),
    )
    return Document(
        language=pack.about.language,
        title=text.title,
        blocks=blocks,
        paper=layout.paper,
        large_print=layout.large_print,
        footer=text.footer,
    )


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
