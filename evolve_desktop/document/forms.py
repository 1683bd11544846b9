"""The page with nothing on it yet, to print once and fill in by hand."""

from evolve_desktop.checkin.page_plan import ALSO_LINES, QUESTION_LINES, PagePlan
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.model import Block, Document, Line, Look


def empty_form(pack: Pack, layout: PagePlan) -> Document:
    """Return every heading with lines to write on or boxes to tick; of the plan only paper and print size count."""
    text = pack.page
    would_help = tuple(Line(text=option.text) for option in text.what_would_help)
    uses = tuple(Line(text=use.text) for use in text.uses)
    blocks = (
        Block(heading=text.main_topic, ruled=2, look=Look.FIRST),
        Block(heading=text.also, ruled=ALSO_LINES),
        Block(heading=text.raise_flags, ruled=1),
        Block(heading=text.helping, ruled=2),
        Block(heading=text.work_on, ruled=2),
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


def code_sheet(pack: Pack, code: str, layout: PagePlan) -> Document:
    """Return the sheet; of the plan only paper and print size count."""
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
