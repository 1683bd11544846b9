"""The recovery code on paper: the code, and what it is for; nothing else of the person's."""

from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.content.pack import Pack
from evolve_desktop.page.summary import Block, Line, Look, Summary


def code_sheet(pack: Pack, code: str, layout: PagePlan) -> Summary:
    """Return the sheet; of the plan only paper and print size count."""
    return Summary(
        language=pack.about.language,
        title=pack.keeping.code_title,
        blocks=(
            Block(lines=(Line(text=code),), look=Look.FIRST),
            Block(lines=(Line(text=pack.keeping.code),), look=Look.TEXT),
        ),
        paper=layout.paper,
        large_print=layout.large_print,
    )
