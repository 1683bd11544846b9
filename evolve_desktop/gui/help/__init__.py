"""The guide: how the app is used, its keys, what it is built with, and how to report a problem."""

from enum import Enum


class HelpTopic(Enum):
    """Where the guide is opened."""

    START = "start"
    REPORT = "report"
    ABOUT = "about"
