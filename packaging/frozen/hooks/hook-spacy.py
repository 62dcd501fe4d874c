"""spaCy with the three languages that the program speaks, without its tests and its trainer.

Stands in for the hook of pyinstaller-hooks-contrib, which takes sixty languages and all tests.
"""

import left_out
from PyInstaller.utils.hooks import collect_data_files, collect_submodules


def wanted(name: str) -> bool:
    """Tell whether a module of spaCy goes in."""
    parts = name.split(".")
    language = parts[2] if parts[:2] == ["spacy", "lang"] and len(parts) > 2 else None
    if left_out.module(name) is not None or parts[:2] == ["spacy", "cli"]:
        return False
    # two or three letters name a language; the longer names are shared by all
    return language is None or len(language) > 3 or language in left_out.LANGUAGES


datas = collect_data_files("spacy", includes=["**/*.cfg", "**/*.json", "**/*.yml", "**/*.jinja"])
hiddenimports = collect_submodules("spacy", filter=wanted)
