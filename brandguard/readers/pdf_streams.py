"""Streams of a PDF, unpacked without trusting how large they become."""

from __future__ import annotations

from typing import Any

_MOST_UNDER_FILTER = 100_000
"""Packed bytes of a stream under another filter than Flate, which cannot be bounded."""


def unpacked(stream: Any, most_bytes: int) -> bytes | None:  # noqa: ANN401  pikepdf's objects
    """Unpack a stream; None for what is none, is damaged, or is larger than `most_bytes`."""
    import zlib

    import pikepdf

    if not isinstance(stream, pikepdf.Stream):
        return None
    raw = stream.read_raw_bytes()
    filters = stream.get("/Filter")
    if isinstance(filters, pikepdf.Array) and len(filters) == 1:
        filters = filters[0]
    if filters is None:
        data = raw
    elif filters == pikepdf.Name.FlateDecode and stream.get("/DecodeParms") is None:
        # zlib stops where it is told to; qpdf would unpack a bomb to its end.
        try:
            data = zlib.decompressobj().decompress(raw, most_bytes + 1)
        except zlib.error:
            return None
    elif len(raw) <= _MOST_UNDER_FILTER:
        data = bytes(stream.read_bytes())
    else:
        return None
    return data if len(data) <= most_bytes else None
