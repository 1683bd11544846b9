"""The places in the guide that a menu leads to."""

from enum import Enum


class GuidePlace(Enum):
    """Where the guide is opened."""

    START = "start"
    REPORT = "report"
    ABOUT = "about"
