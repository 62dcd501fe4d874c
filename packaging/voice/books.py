"""Free handbooks → paragraphs: how organisations write when they explain themselves.

    apt-get download debian-handbook gnome-user-docs freedombox-doc-es
    for f in *.deb; do dpkg-deb -x $f DIR/${f%%_*}; done

The licences are named in assets/models/COHORT_LICENSE.md.
"""

from __future__ import annotations

import random
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HANDBOOK = "debian-handbook/usr/share/doc/debian-handbook/html"
HELP = "gnome-user-docs/usr/share/help"
BOOKS = {
    "en": {"handbook": f"{HANDBOOK}/en-US", "help": f"{HELP}/C/gnome-help"},
    "es": {
        "handbook": f"{HANDBOOK}/es-ES", "help": f"{HELP}/es/gnome-help",
        "freedombox": "freedombox-doc-es/usr/share/freedombox/manual/es",
    },
    "it": {"handbook": f"{HANDBOOK}/it-IT", "help": f"{HELP}/it/gnome-help"},
}  # fmt: skip
TEXTS = 70
"""Of one book: enough for its voice, and no book outweighs the others."""
SHORTEST, LONGEST = 50, 190
"""Words at which a text may end: copy is of every length."""
LEAST_LETTERS = 0.85
"""Less is a listing or a table."""
FRONT_MATTER = re.compile(r"Table of Contents|Tabla de contenidos|Indice|Cap[íi]t")
SKIPPED = {"pre", "script", "style", "nav", "table", "head", "screen", "info"}
BLOCKS = {
    "p", "li", "h1", "h2", "h3", "h4", "title", "dd", "div", "br", "item", "note", "section", "td",
}  # fmt: skip


class Paragraphs(HTMLParser):
    """Collects the text of a page, blocks apart, listings and tables left out."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.parts: list[str] = []
        self.skipped = 0

    def handle_starttag(self, tag: str, _attributes: list) -> None:
        """Open a block or something that is left out."""
        self.skipped += tag in SKIPPED
        if tag in BLOCKS:
            self.parts.append("\n\n- " if tag in {"li", "item"} else "\n\n")

    def handle_endtag(self, tag: str) -> None:
        """Close it again."""
        self.skipped -= tag in SKIPPED and self.skipped > 0
        if tag in BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        if not self.skipped:
            self.parts.append(re.sub(r"\s+", " ", data))


def book_texts(folder: Path, language: str) -> Iterator[tuple[str, str]]:
    """Give texts of every book of a language, each with the book's name; at most TEXTS a book."""
    from py3langid import classify

    for name, place in BOOKS[language].items():
        pages = sorted(p for p in (folder / place).rglob("*") if p.suffix in {".html", ".page"})
        found = [
            text
            for page in pages
            if page.is_file() and not page.is_symlink()
            for text in texts(paragraphs(page))
            if classify(text)[0] == language and mostly_letters(text)
        ]
        random.Random(1).shuffle(found)
        yield from ((f"book-{name}", text) for text in found[:TEXTS])


def paragraphs(page: Path) -> list[str]:
    """Read a page's blocks."""
    reader = Paragraphs()
    reader.feed(page.read_text(encoding="utf-8", errors="replace"))
    blocks = [re.sub(r"\s+", " ", b).strip() for b in "".join(reader.parts).split("\n\n")]
    return [b for b in blocks if len(b) > 12 and not FRONT_MATTER.match(b)]


def texts(blocks: list[str]) -> list[str]:
    """Join neighbouring blocks to texts of SHORTEST to LONGEST words or a little more."""
    rng = random.Random(len(blocks))
    found, text, words, goal = [], [], 0, rng.randint(SHORTEST, LONGEST)
    for block in blocks:
        text.append(block)
        words += len(block.split())
        if words >= goal:
            if words <= LONGEST + 110:
                found.append("\n\n".join(text))
            text, words, goal = [], 0, rng.randint(SHORTEST, LONGEST)
    return found


def mostly_letters(text: str) -> bool:
    """Whether a text is prose."""
    return sum(c.isalpha() or c.isspace() for c in text) >= LEAST_LETTERS * len(text)
