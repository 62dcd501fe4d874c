"""The recogniser: pixels → lines of text with their corners and how sure each word is.

RapidOCR with the PP-OCRv6 weights that lie in its own package (Apache-2.0). Every path is given, so
that it never looks for a file elsewhere; nothing is fetched.
"""

from __future__ import annotations

import logging
import warnings
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

READ_SIDE = 2000
"""Long side in pixels at which a page is read: 6 pt print of an A4 page is 14 px high there, the
least that is read surely (measured; a benchmark prints the table)."""
FIND_SIDE = 1280
"""Long side at which lines are looked for. It costs most of the time: 2,000 takes twice as long and
finds no more above 14 px; 960 loses lines under 16 px."""
SMALL_SIDE = 800
"""A picture under it is doubled before it is read: web banners have letters of 8 px."""
MAX_LINES = 400
"""Lines read of one page, the tallest first: a page full of tiny print has some 150; noise and
tiled patterns may look like thousands."""
SURE = 0.9
"""Mean certainty of a line under which it is read upside down too, and the better reading kept.
The package's own classifier turns one upright line in fifty on its head; this cannot."""
MODELS = {
    "Det": "PP-OCRv6_det_small.onnx",
    "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
    "Rec": "PP-OCRv6_rec_small.onnx",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was read; `start` and `end` are where it lies along its line, 0–1."""

    text: str
    confidence: float
    start: float
    end: float


Corners = tuple[tuple[float, float], ...]
"""Top left, top right, bottom right, bottom left in the direction of reading, in pixels."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as it was found."""

    corners: Corners
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)


def available() -> str | None:
    """Say what is missing for reading text in pictures; None where all is there."""
    found = find_spec("rapidocr")
    if found is None or find_spec("onnxruntime") is None:
        return "rapidocr"
    missing = [name for name in MODELS.values() if not (_folder() / name).is_file()]
    return missing[0] if missing else None


def _folder() -> Path:
    found = find_spec("rapidocr")
    assert found is not None  # a dependency; `available` tells where it is not
    assert found.submodule_search_locations is not None  # as above
    return Path(found.submodule_search_locations[0]) / "models"


@cache
def _engine() -> Any:  # noqa: ANN401  rapidocr has no types
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from rapidocr import RapidOCR

        logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
        params: dict[str, object] = {
            f"{part}.model_path": str(_folder() / name) for part, name in MODELS.items()
        }
        params |= {
            "Global.log_level": "critical",
            "Global.max_side_len": 1 << 20,  # we have made the picture smaller ourselves
            "Global.use_cls": False,  # see SURE
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Det.limit_type": "max",
            "Det.limit_side_len": FIND_SIDE,
        }
        return RapidOCR(params=params)


def warm_up() -> None:
    """Load the models, so that the first page does not wait for them."""
    blank = np.full((48, 160, 3), 255, dtype=np.uint8)
    recognise(blank)
    _read(_engine(), [blank])


def recognise(pixels: NDArray[np.uint8]) -> tuple[Line, ...]:
    """Read a picture, shape (height, width, 3) in sRGB; corners are in its own pixels."""
    image, scale = _to_size(pixels)
    engine = _engine()
    found = engine(image, use_det=True, use_cls=False, use_rec=False)
    boxes = getattr(found, "boxes", None)
    if boxes is None or len(boxes) == 0:
        return ()
    boxes = _tallest(np.asarray(boxes, dtype=np.float32))
    crops = engine.crop_text_regions(image, boxes)
    readings = _readings(engine, crops)
    lines = []
    for box, reading in zip(boxes, readings, strict=True):
        words = _words(reading)
        if words:
            corners = _along(box, turned=reading.turned) / scale
            lines.append(Line(tuple((float(x), float(y)) for x, y in corners), words))
    return tuple(lines)


def _to_size(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], float]:
    """Bring a picture to the size it is read at, in OpenCV's order of colours."""
    import cv2

    height, width = pixels.shape[:2]
    long = max(height, width)
    scale = min(1.0, READ_SIDE / long) if long > SMALL_SIDE else 2.0
    image = pixels[..., ::-1]
    if scale != 1.0:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        return np.asarray(cv2.resize(image, size, interpolation=how), dtype=np.uint8), scale
    return np.ascontiguousarray(image), 1.0


def _tallest(boxes: NDArray[np.float32]) -> NDArray[np.float32]:
    if len(boxes) <= MAX_LINES:
        return boxes
    heights = np.linalg.norm(boxes[:, 3] - boxes[:, 0], axis=1)
    keep = np.sort(np.argsort(-heights, kind="stable")[:MAX_LINES])
    return np.asarray(boxes[keep])


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    score: float
    word_info: Any
    turned: bool = False


def _readings(engine: Any, crops: Sequence[Any]) -> list[_Reading]:  # noqa: ANN401  as above
    """Read every crop; what is read badly is read upside down too, and the better one kept."""
    readings = _read(engine, crops)
    weak = [i for i, reading in enumerate(readings) if reading.score < SURE]
    flipped = _read(engine, [np.rot90(crops[i], 2) for i in weak]) if weak else []
    for i, other in zip(weak, flipped, strict=True):
        if other.score > readings[i].score:
            readings[i] = _Reading(other.text, other.score, other.word_info, turned=True)
    return readings


def _read(engine: Any, crops: Sequence[Any]) -> list[_Reading]:  # noqa: ANN401  as above
    engine.return_word_box = True
    found = engine.recognize_txt([np.ascontiguousarray(crop) for crop in crops])
    return [
        _Reading(text, float(score), info)
        for text, score, info in zip(found.txts, found.scores, found.word_results, strict=True)
    ]


def _along(box: NDArray[np.float32], *, turned: bool) -> NDArray[np.float32]:
    """Give the corners of a box in the direction of reading.

    The package turns a crop that is half again as high as wide by a quarter, anticlockwise: what
    was its right edge, read downwards, is then its top.
    """
    across = max(np.linalg.norm(box[0] - box[1]), np.linalg.norm(box[2] - box[3]))
    down = max(np.linalg.norm(box[0] - box[3]), np.linalg.norm(box[1] - box[2]))
    quarter = int(down) >= 1.5 * int(across)
    return np.asarray(np.roll(box, -(quarter + 2 * turned), axis=0))


def _words(reading: _Reading) -> tuple[Word, ...]:
    """Part a line at its spaces; a word's certainty is the mean of its characters'."""
    text, info = reading.text, reading.word_info
    columns = iter([column for word in info.word_cols for column in word])
    length = max(float(info.line_txt_len), 1.0)
    letters = [
        (letter, sure, next(columns) + 0.5)
        for letter, sure in zip(text, info.confs, strict=False)
        if not letter.isspace()
    ]
    if not letters:
        return ()
    width = (letters[-1][2] - letters[0][2]) / max(len(letters) - 1, 1) or length
    words, at = [], 0
    for word in text.split():
        part = letters[at : at + len(word)]
        at += len(word)
        words.append(
            Word(
                word,
                sum(sure for _, sure, _ in part) / len(part),
                min(max((part[0][2] - width / 2) / length, 0.0), 1.0),
                min(max((part[-1][2] + width / 2) / length, 0.0), 1.0),
            )
        )
    return tuple(words)
