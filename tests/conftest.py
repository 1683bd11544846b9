"""What tests of every room share."""

import pytest

from evolve_desktop import assets
from evolve_desktop.content.loading import load_pack
from evolve_desktop.content.pack import Pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(assets.content_pack())
