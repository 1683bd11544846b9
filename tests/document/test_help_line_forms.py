import shutil
from pathlib import Path

import pytest

from evolve_desktop import resource_paths
from evolve_desktop.content.loader import load_pack
from evolve_desktop.errors import ContentError


@pytest.mark.parametrize(
    ("field", "form", "lost"),
    [
        ("call_form", "Call", "{number}"),
        ("text_form", "Text", "{number}"),
        ("text_word_form", "Text {number}", "{word}"),
        ("chat_form", "Online", "{address}"),
        ("call_form", "Call {number} or {number}", "{number}"),
        ("text_word_form", "Text {word} to {number} {now}", "{word}"),
    ],
)
def test_a_form_that_would_lose_a_number_or_show_braces_is_a_fault_of_the_content(
    tmp_path: Path, field: str, form: str, lost: str
) -> None:
    folder = shutil.copytree(resource_paths.content_pack(), tmp_path / "pack")
    lines = (folder / "help_lines.toml").read_text(encoding="utf-8").splitlines()
    changed = [f'{field} = "{form}"' if line.startswith(f"{field} ") else line for line in lines]
    (folder / "help_lines.toml").write_text("\n".join(changed), encoding="utf-8")
    with pytest.raises(ContentError, match=f"{field}: has to be text with .*{lost}"):
        load_pack(folder)
