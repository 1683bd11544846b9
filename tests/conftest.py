"""What tests of every room share."""

import pytest

from evolve_desktop import assets
from evolve_desktop.content.loading import load_pack
from evolve_desktop.content.pack import Pack


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-expected", action="store_true", help="write the expected texts of the page anew")


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(assets.content_pack())
