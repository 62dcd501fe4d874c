"""Small films, made on the spot by the encoder within OpenCV."""

import tempfile
from pathlib import Path

import cv2
import numpy as np

CODECS = {".mp4": "mp4v", ".webm": "VP80", ".mov": "MJPG"}


def film(colours, suffix=".mp4", size=(160, 96), each=10, rate=10):
    """Shots of one colour (RGB) each, `each` frames long, with a moving grey bar."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"film{suffix}"
        code = cv2.VideoWriter_fourcc(*CODECS[suffix])
        out = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, code, rate, size)
        assert out.isOpened()
        for colour in colours:
            for i in range(each):
                frame = np.empty((size[1], size[0], 3), np.uint8)
                frame[:] = colour[::-1]
                if any(colour):
                    frame[:2, : 20 + i] = 128
                out.write(frame)
        out.release()
        return path.read_bytes()


PLAYLIST = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{0}\n#EXT-X-ENDLIST\n"
CONCAT = "ffconcat version 1.0\nfile '{0}'\nduration 10\n"


def with_size(data, width, height):
    """A film whose headers announce another size, in its track and in its samples."""
    at = data.index(b"mp4v", data.index(b"stsd")) + 28
    data = data[:at] + width.to_bytes(2, "big") + height.to_bytes(2, "big") + data[at + 4 :]
    at = data.index(b"tkhd") + 4 + 76
    sides = (width << 16).to_bytes(4, "big") + (height << 16).to_bytes(4, "big")
    return data[:at] + sides + data[at + 8 :]
