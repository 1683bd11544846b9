"""The pages of the Help menu; the topic enum stands here so that the first window need not load them."""

from enum import Enum


class HelpTopic(Enum):
    """Where the help page is opened."""

    START = "start"
    REPORT = "report"
    ABOUT = "about"
