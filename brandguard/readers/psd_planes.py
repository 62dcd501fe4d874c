"""The stored preview of a Photoshop file, channel by channel, thinned out while it is unpacked.

Only the rows that are kept are unpacked: a poster of 100 million pixels in six channels costs a few
megabytes, not gigabytes. Layout as in Adobe's Photoshop File Formats Specification, «Image Data
Section».
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from brandguard.readers.limits import MIB
from brandguard.readers.picture import stride_for
from brandguard.readers.refusal import damaged, too_large

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from brandguard.readers.limits import Limits

MOST_UNPACKED = 1024 * MIB
"""Of a preview that can only be unpacked as a whole (H5)."""
_RAW, _RLE = 0, 1
_GAMMA = 1 / 2.2
"""What a channel of 32 bits, which is linear light, is shown with."""


def planes_of(psd: Any, limits: Limits) -> list[NDArray[np.uint8]]:  # noqa: ANN401  a PSDImage
    """Give every channel of the preview, (height, width), 8 bits, at the stride that is kept."""
    width, height = psd.size
    stride = stride_for((width, height), limits)
    row_bytes = (width * psd.depth + 7) // 8
    rows = range(0, height, stride)
    kept = []
    for channel in range(psd.channels):
        packed = _rows(psd, channel * height, rows, row_bytes)
        if len(packed) != len(rows) * row_bytes:
            raise damaged("psd", "truncated", "the preview breaks off")
        table = np.frombuffer(packed, np.uint8).reshape(len(rows), row_bytes)
        kept.append(np.ascontiguousarray(_eight_bit(table, psd.depth)[:, :width:stride]))
    return kept


def _rows(psd: Any, first: int, rows: range, row_bytes: int) -> bytes:  # noqa: ANN401  as above
    """Unpack the rows that are kept of a channel, whose first row is `first` of all channels'."""
    record = psd._record  # noqa: SLF001  «the low-level data structure is accessible at _record»
    stored = record.image_data
    if stored.compression == _RLE:
        return _unpacked(stored.data, psd, first, rows)
    data = stored.data
    if stored.compression != _RAW:
        whole = row_bytes * psd.height * psd.channels
        if whole > MOST_UNPACKED:
            raise too_large("inflated", whole, MOST_UNPACKED)
        data = stored.get_data(record.header, split=False, max_output_bytes=MOST_UNPACKED)
    starts = ((first + row) * row_bytes for row in rows)
    return b"".join(data[at : at + row_bytes] for at in starts)


def _unpacked(data: bytes, psd: Any, first: int, rows: range) -> bytes:  # noqa: ANN401  as above
    """Unpack rows by the table of their lengths, which stands before them all."""
    from psd_tools.compression import decode_rle

    kind = np.dtype(">u2" if psd.version == 1 else ">u4")
    count = psd.height * psd.channels
    if len(data) < count * kind.itemsize:
        raise damaged("psd", "truncated", "the preview breaks off")
    lengths = np.frombuffer(data, kind, count)
    ends = count * kind.itemsize + np.cumsum(lengths.astype(np.int64))
    wanted = first + np.array(rows)
    parts = [data[ends[at] - lengths[at] : ends[at]] for at in wanted]
    if sum(map(len, parts)) != int(lengths[wanted].astype(np.int64).sum()):
        raise damaged("psd", "truncated", "the preview breaks off")
    table = lengths[wanted].tobytes() + b"".join(parts)
    return decode_rle(table, psd.width, len(rows), psd.depth, psd.version)


def _eight_bit(table: NDArray[np.uint8], depth: int) -> NDArray[np.uint8]:
    """Bring rows of bytes to 8 bits a pixel; a set bit of one alone is black."""
    if depth == 1:
        return (1 - np.unpackbits(table, axis=1)) * np.uint8(255)
    if depth == 8:  # noqa: PLR2004  bits
        return table
    if depth == 16:  # noqa: PLR2004  bits
        return table[:, ::2]  # the high byte
    light = np.nan_to_num(np.ascontiguousarray(table).view(">f4").astype(np.float32))
    shown: NDArray[np.uint8] = np.rint(np.clip(light, 0, 1) ** _GAMMA * 255).astype(np.uint8)
    return shown
