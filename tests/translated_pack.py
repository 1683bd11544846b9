"""A pack of another language for tests: an English one, with each word of the window in brackets."""

import json
import shutil
from pathlib import Path

from evolve_desktop.content.plurals import plural_count
from tools.pseudo_language import pseudo
from tools.translations import words_of


def translated_pack(pack: Path, language: str, english: Path) -> Path:
    """Write the pack into a new folder and return that."""
    shutil.copytree(english, pack)
    own = pack / "pack.toml"
    text = own.read_text(encoding="utf-8").replace('language = "en"', f'language = "{language}"')
    own.write_text(text.replace('title = "Notes for my session"', 'title = "[Notes] for my session"'), encoding="utf-8")
    _write_sections(pack / "window.toml", language)
    return pack


def _write_sections(path: Path, language: str) -> None:
    sections: dict[str, list[str]] = {}
    for section, english, shown in words_of("en").entries():
        made = pseudo(english)
        words = made if isinstance(shown, str) else [made] * plural_count(language)
        line = f"{json.dumps(english)} = {json.dumps(words, ensure_ascii=False)}"
        sections.setdefault(section, []).append(line)
    blocks = (f"[{name}]\n" + "\n".join(lines) for name, lines in sections.items())
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
