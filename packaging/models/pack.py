"""Puts a trained pipeline in its folder: weights, meta.json, LICENSE and SHA256SUMS."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

from sources import SOURCES

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

VERSION = "0.1.0"
LARGEST_MB = 8.5
NAMES = {"it": "Italian", "es": "Spanish"}

LICENSE = """{name} {version}, the weights in this folder

Copyright 2026 the BrandGuard authors.

This work is licensed under the Creative Commons Attribution-ShareAlike 4.0 International License.
The full text is at https://creativecommons.org/licenses/by-sa/4.0/legalcode

In short, and not in place of that text: you may copy, share and adapt the weights, also
commercially, if you give credit, name the licence, say what you changed, and share what you adapt
from them under the same licence. There are no warranties.

The licence is that of the weights in this folder alone, not of the program, which is separate work
under the licence in its own LICENSE file.

The weights were trained on these sources, changed as packaging/models describes (contracted words
kept whole, features harmonised, sentences repeated in capitals and without their final stop), and
on template sentences of our own:

{credits}

Universal Dependencies: https://universaldependencies.org
Licences: https://creativecommons.org/licenses/by/4.0/
          https://creativecommons.org/licenses/by-sa/4.0/
          https://creativecommons.org/licenses/by-sa/3.0/
          https://creativecommons.org/licenses/by-sa/2.0/
"""


def pack(nlp: Language, language: str, scores: dict[str, dict[str, float]], out: Path) -> None:
    """Write the folder anew; raises if it has grown beyond what we ship."""
    credits_ = SOURCES[language].credits
    nlp.meta.update(
        name="brandguard_sm",
        version=VERSION,
        description=f"Small {NAMES[language]} pipeline for the voice of marketing copy.",
        author="BrandGuard",
        license="CC BY-SA 4.0",
        sources=[{"name": name, "license": licence} for name, licence in credits_],
        performance=scores,
    )
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    lines = "\n".join(f"- {name}: {licence}" for name, licence in credits_)
    name = f"{language}_brandguard_sm"
    text = LICENSE.format(name=name, version=VERSION, credits=lines)
    (out / "LICENSE").write_text(text, encoding="utf-8")
    write_sums(out)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / 1e6
    print(f"{out}: {size:.1f} MB")
    if size > LARGEST_MB:
        raise SystemExit(f"{out} is larger than {LARGEST_MB} MB")


def write_sums(folder: Path) -> None:
    """SHA256SUMS of every file below the folder, in the format of sha256sum."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}"
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "SHA256SUMS"
    ]
    (folder / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="utf-8")
