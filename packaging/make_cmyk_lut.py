"""Make assets/models/cmyk_lut.npz: what CMYK looks like where a file names no profile.

PDFium renders one page of 9^4 patches, every mixture of nine steps of cyan, magenta, yellow and
black. Its conversion was measured to lie within a mean ΔE00 of 0.5 of the default CMYK profile that
print shops' PDF tools use, where plain arithmetic is off by 10. Run from the repository root:

    python packaging/make_cmyk_lut.py
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2

STEPS = 9
COLUMNS = 81
PIXELS_PER_PATCH = 4
TARGET = Path("assets/models/cmyk_lut.npz")


def page_of_patches(inks: np.ndarray) -> bytes:
    """Write a PDF with one square point of each mixture, row by row from the bottom left."""
    content = "\n".join(
        f"{c:.6f} {m:.6f} {y:.6f} {k:.6f} k {i % COLUMNS} {i // COLUMNS} 1 1 re f"
        for i, (c, m, y, k) in enumerate(inks)
    ).encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R>>"
        % (COLUMNS, len(inks) // COLUMNS),
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
    ]
    pdf, starts = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        starts.append(len(pdf))
        pdf += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    return (
        pdf
        + b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table)
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(pdf))
    )


def main() -> None:
    """Render the patches and keep the middle pixel of each."""
    steps = np.linspace(0, 1, STEPS)
    inks = np.array(np.meshgrid(*[steps] * 4, indexing="ij")).reshape(4, -1).T
    page = pypdfium2.PdfDocument(page_of_patches(inks))[0]
    drawn = page.render(scale=PIXELS_PER_PATCH, rev_byteorder=True).to_numpy()[..., :3]
    middle = PIXELS_PER_PATCH // 2
    patches = drawn[::-1][middle - 1 :: PIXELS_PER_PATCH, middle::PIXELS_PER_PATCH]
    table = np.ascontiguousarray(patches.reshape(*[STEPS] * 4, 3))
    np.savez_compressed(TARGET, rgb=table)
    print(f"{TARGET}: {table.shape}, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
