"""Markdown: its words, one line a block, without the marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brandguard.readers.html import words
from brandguard.readers.text import creative_of_text, decode, shorten

if TYPE_CHECKING:
    from markdown_it.token import Token

    from brandguard.model.creative import Creative
    from brandguard.readers.limits import Limits

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\n(?:.*\n)*?\1[ \t]*(?:\n|\Z)")
_MAX_NESTING = 20


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Read the words of headings, paragraphs, list items, quotes and tables, one line each.

    Left out: YAML or TOML front matter, code blocks, link targets, the alternative text of
    pictures, and the tags of HTML.
    """
    source, notes = shorten(decode(data, format_), limits)
    return creative_of_text(plain_text(source, limits), format_, notes)


def plain_text(source: str, limits: Limits) -> str:
    """Give the words of a Markdown text, one line a block."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable("table")
    tokens = parser.parse(_FRONT_MATTER.sub("", source, count=1))
    lines = (
        _words(token.children or []) if token.type == "inline" else words(token.content, limits)
        for token in tokens
        if token.type in {"inline", "html_block"}
    )
    return "\n".join(line for line in lines if line)


def _words(tokens: list[Token]) -> str:
    parts = []
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            parts.append("\n" if token.type == "hardbreak" else " ")
        elif token.type in {"text", "code_inline", "text_special"}:
            parts.append(token.content)
    return "\n".join(" ".join(line.split()) for line in "".join(parts).split("\n")).strip()
