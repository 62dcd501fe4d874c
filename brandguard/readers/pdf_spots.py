"""Spot inks of a PDF that are given in CIELAB: shown as littleCMS would show them.

PDFium turns Lab into RGB without adapting the white of print (D50) to that of screens (D65), which
is up to ΔE00 3.4 off. Where a spot ink says in Lab how it looks, that is replaced by the same in
sRGB before PDFium draws the page. The file itself is never touched.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import numpy as np

from brandguard.model.colour import rgb_of_linear
from brandguard.readers.pdf_streams import unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

MOST_RESOURCES = 2_000
"""Pages and drawings whose colours are looked through."""
MOST_BYTES = 100_000_000
"""Of a file that is written anew; a larger one keeps PDFium's colours."""
MOST_SAMPLES = 100_000
STEPS = 65
"""Strengths of an ink for which its colour is worked out; between them it is mixed."""
_D50 = np.array([0.9642, 1.0, 0.8249])
# CSS Color Module Level 4, section 18 «sample code»: D50 to D65 (Bradford), then to linear sRGB.
_TO_D65 = np.array([
    [0.955473421488075, -0.02309845494876471, 0.06325924320057072],
    [-0.0283697093338637, 1.0099953980813041, 0.021041441191917323],
    [0.012314014864481998, -0.020507649298898964, 1.330365926242124],
])  # fmt: skip
_TO_RGB = np.array([
    [12831 / 3959, -329 / 214, -1974 / 3959],
    [-851781 / 878810, 1648619 / 878810, 36519 / 878810],
    [705 / 12673, -2585 / 12673, 705 / 667],
])  # fmt: skip


def with_exact_spots(document: Any, data: bytes) -> bytes:  # noqa: ANN401  pikepdf's document
    """Give the bytes that PDFium is to draw: the file's own, where no spot ink is given in Lab."""
    if document is None or len(data) > MOST_BYTES:
        return data
    try:
        changed = [_rewrite(document, space) for space in _spaces(document)]
        if not any(changed):
            return data
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  what qpdf cannot follow is drawn as PDFium draws it
        return data


def _spaces(document: Any) -> Iterator[Any]:  # noqa: ANN401  as above
    """Walk the colour spaces that pages, and the drawings placed on them, name."""
    import pikepdf

    waiting = [page.resources for page in document.pages[:MOST_RESOURCES]]
    seen: set[tuple[int, int]] = set()
    for _ in range(MOST_RESOURCES):
        if not waiting:
            return
        resources = waiting.pop()
        spaces = resources.get("/ColorSpace")
        if isinstance(spaces, pikepdf.Dictionary):
            yield from (space for _, space in spaces.items())
        placed = resources.get("/XObject")
        for _, thing in placed.items() if isinstance(placed, pikepdf.Dictionary) else ():
            inner = thing.get("/Resources") if isinstance(thing, pikepdf.Stream) else None
            if isinstance(inner, pikepdf.Dictionary) and thing.objgen not in seen:
                seen.add(thing.objgen)
                waiting.append(inner)


def _rewrite(document: Any, space: Any) -> bool:  # noqa: ANN401  as above
    """Give a spot ink its looks in sRGB instead of Lab; False where that is not how it is given."""
    import pikepdf

    if not isinstance(space, pikepdf.Array) or len(space) < 4 or str(space[0]) != "/Separation":  # noqa: PLR2004  family, name, space, function
        return False
    alternate = space[2]
    if not isinstance(alternate, pikepdf.Array) or str(alternate[0]) != "/Lab":
        return False
    looks = _looks(space[3], np.linspace(0, 1, STEPS))
    if looks is None:
        return False
    table = np.rint(srgb_of_lab(looks)).astype(np.uint8)
    function = pikepdf.Stream(document, table.tobytes())
    function.FunctionType, function.BitsPerSample = 0, 8
    function.Domain, function.Size = [0, 1], [STEPS]
    function.Range = [0, 1, 0, 1, 0, 1]
    space[2] = pikepdf.Name.DeviceRGB
    space[3] = document.make_indirect(function)
    return True


def _looks(function: Any, at: NDArray[np.float64]) -> NDArray[np.float64] | None:  # noqa: ANN401  as above
    """Work out a function of one figure (ISO 32000-1, 7.10); None for kinds that are not known."""
    kind = int(function.get("/FunctionType", -1))
    if kind == 2:  # noqa: PLR2004  from one colour to another
        first = np.array([float(v) for v in function.get("/C0", [0.0])])
        last = np.array([float(v) for v in function.get("/C1", [1.0])])
        return np.asarray(first + at[:, None] ** float(function.get("/N", 1)) * (last - first))
    if kind != 0 or len(function.Size) != 1:
        return None
    count, bits = int(function.Size[0]), int(function.BitsPerSample)
    limits = np.array([float(v) for v in function.get("/Decode", function.Range)]).reshape(-1, 2)
    data = unpacked(function, MOST_SAMPLES)
    wanted = count * len(limits)
    if bits not in {8, 16} or data is None or len(data) < wanted * bits // 8 or count < 2:  # noqa: PLR2004  two ends
        return None
    samples = np.frombuffer(data, dtype=">u1" if bits == 8 else ">u2", count=wanted)  # noqa: PLR2004  as said
    share = samples.reshape(count, -1) / (2**bits - 1)
    table = limits[:, 0] + share * (limits[:, 1] - limits[:, 0])
    place = at * (count - 1)
    columns = [np.interp(place, np.arange(count), column) for column in table.T]
    return np.stack(columns, axis=-1)


def srgb_of_lab(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn CIELAB as print gives it (D50) into sRGB of 0–255, clipped to what screens show."""
    f1 = (lab[..., 0] + 16) / 116
    f = np.stack([f1 + lab[..., 1] / 500, f1, f1 - lab[..., 2] / 200], axis=-1)
    ratio = np.where(f > 6 / 29, f**3, 3 * (6 / 29) ** 2 * (f - 4 / 29))
    return rgb_of_linear(ratio * _D50 @ _TO_D65.T @ _TO_RGB.T)
