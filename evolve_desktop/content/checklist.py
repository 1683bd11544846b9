"""The checklist "Am I building trust?": its items and the words around them."""

from enum import Enum

from evolve_desktop.content.schema import Record, Sourced, Words


class Part(Enum):
    """Part A is about what I do; part B takes two people."""

    A = "A"
    B = "B"


class Item(Sourced, frozen=True):
    """One line of the checklist, with the article section that it rests on.

    `beyond` names the half that goes further than the article, with its source; `prompt` is "try this next" and
    `starter` a first sentence to take to therapy, offered as a question if `asks`; both may be empty. `red_flag_link`
    allows a quiet link to the red flags beside "Not yet".
    """

    part: Part
    section: Words
    article_words: Words
    prompt: str = ""
    starter: str = ""
    beyond: str = ""
    asks: bool = False
    red_flag_link: bool = False


class PartText(Record, frozen=True):
    """The title of a part, and the line shown beside its "Not yet" (may be empty)."""

    part: Part
    title: Words
    not_yet: str = ""


class ReplyWords(Record, frozen=True):
    """The name of each reply wherever it is shown; `unanswered` is for an item that another check-in answered."""

    not_yet: Words
    a_little: Words
    mostly: Words
    yes: Words
    not_for_me: Words
    unanswered: Words


class Checklist(Record, frozen=True):
    """The items in their order and every line shown around them; there is no score.

    `lead` stands above the first item, `frame` where more is asked for.
    """

    title: Words
    lead: Words
    frame: Words
    not_for_me_help: Words
    try_label: Words
    already_here: Words
    starting: Words
    to_work_on: Words
    left_out: Words
    all_not_yet: Words
    all_yes: Words
    red_flag_offer: Words
    red_flag_link: Words
    moved_back: Words
    replies: ReplyWords
    parts: tuple[PartText, ...]
    items: tuple[Item, ...]

    def item(self, item_id: str) -> Item:
        """Return the item with this id; raise KeyError if there is none."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def part(self, part: Part) -> PartText:
        """Return the texts of a part; raise KeyError if the pack has none."""
        for text in self.parts:
            if text.part is part:
                return text
        raise KeyError(part)
