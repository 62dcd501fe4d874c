"""How readers say no: one short way to raise each refusal, and what a library's error means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brandguard.model.creative import Note
from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.creative import Page

_DETAIL_LENGTH = 200
_OBJECT = re.compile(r"<[^<>]* at 0x[0-9a-f]+>", re.IGNORECASE)
"""How Python writes an object: it says nothing to people, and its address differs in each run."""
_SIGNS_OF_TRUNCATION = ("truncat", "unexpected end", "end of file", "not enough", "eof", "no more")


def too_large(what: str, value: float, limit: float) -> UnreadableCreativeError:
    """Refuse what announces more than we would unpack: a bomb, or far over any creative's size."""
    return UnreadableCreativeError(
        Note(codes.TOO_LARGE, {"what": what, "value": value, "limit": limit})
    )


def damaged(
    format_: str, cause: str, detail: str = "", page: int | None = None
) -> UnreadableCreativeError:
    """Refuse a file of a known format that is broken; `cause` as in codes.DAMAGED."""
    line = " ".join(_OBJECT.sub("", detail).split())[:_DETAIL_LENGTH]
    return UnreadableCreativeError(
        Note(codes.DAMAGED, {"format": format_, "cause": cause, "detail": line}, page)
    )


def from_library(
    format_: str, error: Exception, page: int | None = None
) -> UnreadableCreativeError:
    """Turn whatever a library raised into a refusal that says truncated or damaged."""
    words = f"{type(error).__name__} {error}".lower()
    truncated = any(sign in words for sign in _SIGNS_OF_TRUNCATION)
    return damaged(format_, "truncated" if truncated else "damaged", str(error), page)


def guarded(format_: str, pages: Iterator[Page]) -> Iterator[Page]:
    """Walk pages; whatever a library raises on the way becomes UnreadableCreativeError.

    Libraries raise every kind of exception on malformed input, so all of them are caught here;
    running out of memory is left to the worker, which knows its limit.
    """
    number = 0
    try:
        for page in pages:
            number = page.number
            yield page
    except (UnreadableCreativeError, MemoryError, GeneratorExit):
        raise
    except Exception as error:
        raise from_library(format_, error, number + 1) from error
