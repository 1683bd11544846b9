"""One content pack: every text of the content in one language."""

from evolve_desktop.content.app_text import GuideText, KeepingText, WelcomeText
from evolve_desktop.content.article import Article
from evolve_desktop.content.checklist import Checklist
from evolve_desktop.content.help_lines import HelpLines
from evolve_desktop.content.page_text import PageText
from evolve_desktop.content.red_flags import RedFlagCheck
from evolve_desktop.content.schema import Id, LanguageTag, Record, Words


class About(Record, frozen=True):
    """Who wrote the texts and what they are not; `where_from` is the title above sources.

    `id` is the same in every language and version of the pack, `language` a BCP 47 tag. `version` changes with every
    changed line, and then in all languages: the lines of one version say the same in each of them.

    The last four say how a translation was made, and which clinicians have checked it; a pack in the language that it
    was written in may leave them out. `reviewed_by` stays empty until somebody has done so.
    """

    id: Id
    title: Words
    publisher: Words
    language: LanguageTag
    version: Words
    disclaimer: Words
    adults: Words
    from_article: Words
    beyond_article: Words
    where_from: Words
    translated: str = ""
    unreviewed: str = ""
    reviewed_label: str = ""
    reviewed_by: str = ""

    def fill_in(self, form: str) -> str:
        """Return words that may name the pack, with its `{title}` and `{publisher}` in them."""
        return form.replace("{publisher}", self.publisher).replace("{title}", self.title)

    @property
    def review(self) -> str:
        """Return who has checked the words, or that nobody has; empty if the pack says neither."""
        if self.reviewed_by:
            return f"{self.reviewed_label} {self.reviewed_by}".strip()
        return self.unreviewed


class Pack(Record, frozen=True):
    """Everything that a pack's folder holds; `about`, `page`, `keeping` and `welcome` come from pack.toml."""

    about: About
    article: Article
    checklist: Checklist
    red_flags: RedFlagCheck
    help_lines: HelpLines
    page: PageText
    keeping: KeepingText
    welcome: WelcomeText
    guide: GuideText
