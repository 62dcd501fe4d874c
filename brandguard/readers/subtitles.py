"""Subtitles (SRT, VTT): what is spoken or shown, without the timings."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

from brandguard.readers.refusal import damaged
from brandguard.readers.text import creative_of_text, decode, shorten

if TYPE_CHECKING:
    from brandguard.model.creative import Creative
    from brandguard.readers.limits import Limits

_TAG: Final = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,200}\}")
"""Of HTML and VTT; in braces those of the older SubStation style."""
_ENDS: Final = tuple('.!?…:;»”"')
_SPEAKER: Final = ("-", "–", "—", "♪", ">>")


def read(data: bytes, format_: str, limits: Limits) -> Creative:
    """Read the captions as one text. A sentence that runs over two captions stays one sentence."""
    from webvtt import WebVTT
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    source, notes = shorten(decode(data, format_), limits)
    try:
        lines_in = io.StringIO(source.lstrip("\n"))
        captions = WebVTT.from_buffer(lines_in, format=format_).captions
    except (MalformedFileError, MalformedCaptionError) as error:
        raise damaged(format_, "not_this_format", str(error)) from error
    lines: list[str] = []
    for caption in captions:
        words = " ".join(_TAG.sub("", " ".join(caption.text.split("\n"))).split())
        if not words or (lines and words == lines[-1]):
            continue  # a rolling caption shows the same line twice
        goes_on = lines and not lines[-1].endswith(_ENDS) and not words.startswith(_SPEAKER)
        if goes_on:
            lines[-1] += f" {words}"
        else:
            lines.append(words)
    if not lines:
        raise damaged(format_, "no_pages")
    return creative_of_text("\n".join(lines), format_, notes)
