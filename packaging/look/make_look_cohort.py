"""Make assets/models/look_cohort.npz: draw made-up brands, measure their looks, keep the figures.

    python packaging/look/make_look_cohort.py [--sheet SHEET.png]

All material is drawn by packaging/look/pseudo.py from a seed: no picture of anybody is used or
shipped. The figures depend a little on the typefaces that the machine has (pseudo.fonts); the seed
and the number of brands stand in the file's name field with a digest of its figures. Takes two
minutes or so.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import numpy as np
import pseudo
from PIL import Image

from brandguard.likeness.cohort import COHORT_FILE, PARTS, Cohort, embed, part_distances, scales
from brandguard.likeness.habit import HabitPrior, colour_page, left_out
from brandguard.likeness.threshold import Prior
from brandguard.measures.look import look
from brandguard.measures.palette import extract_palette
from brandguard.measures.raster import rasterise
from brandguard.measures.shades import shades
from brandguard.model.creative import Page
from brandguard.model.features import Features, PageFeatures
from brandguard.settings import asset_path

SEED, BRANDS, CREATIVES = 1, 64, 8
EXAMPLES = (1, 2, 3, 5, 7)
NO_PRIOR = Prior((1,), (1.0,), (1.0,), (1.0,), (3.0,))
MOST_SHAPE = 8.0
"""Of the prior of accidents: brands are never taken for more alike than this."""


def main() -> None:
    """Make the file, and print the priors to read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sheet", type=Path, help="also write a contact sheet to look at")
    sheet = parser.parse_args().sheet
    brand = np.repeat(np.arange(BRANDS), CREATIVES)
    rows, coloured, thumbs = draw_all()
    # Half precision is what is shipped, so it is what everything else is made from.
    rows = rows.astype(np.float16).astype(np.float64)
    centre, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    unit = units(rows, brand, centre, spread)
    cohort = Cohort("", centre, spread, unit, embed(rows, centre, spread, scales(unit)), brand,
                    {"look": NO_PRIOR, "colour": NO_PRIOR}, HabitPrior((), ()))  # fmt: skip
    stored = {
        "rows": rows.astype(np.float16), "brand": brand.astype(np.uint8),
        "centre": centre, "spread": spread, "unit": unit,
        "prior_look": prior(cohort, None), "prior_colour": prior(cohort, "colours"),
        "prior_habit": habit_prior(coloured),
    }  # fmt: skip
    digest = hashlib.sha256(b"".join(stored[name].tobytes() for name in sorted(stored))).hexdigest()
    name = f"look-{SEED}-{BRANDS}x{CREATIVES}-{digest[:12]}"
    target = asset_path(*COHORT_FILE)
    np.savez_compressed(target, name=np.array(name), **stored)
    print(f"{target}: {name}, {target.stat().st_size / 1024:.0f} kB")
    for measure in ("prior_look", "prior_colour", "prior_habit"):
        print(measure, np.round(stored[measure], 3).tolist(), sep="\n")
    if sheet:
        contact_sheet(thumbs).save(sheet)


def draw_all() -> tuple[np.ndarray, list[list[Features]], list[Image.Image]]:
    """Draw and measure every creative: rows (all, LENGTH), colours by brand, and thumbnails."""
    types = pseudo.fonts()
    rows, coloured, thumbs = [], [], []
    for brand in range(BRANDS):
        habits = pseudo.draw_habits(np.random.default_rng([SEED, brand]), types)
        coloured.append([])
        for number in range(CREATIVES):
            image = pseudo.draw_creative(habits, np.random.default_rng([SEED, brand, number]))
            page = Page(1, image.width, image.height, np.asarray(image))
            raster = rasterise(page)
            rows.append(look(page, raster))
            coloured[-1].append(colours(page, extract_palette(page, raster), shades(raster)))
            image.thumbnail((180, 130))
            thumbs.append(image)
    return np.array(rows), coloured, thumbs


def colours(page: Page, palette: tuple, shades_: tuple) -> Features:
    """Give what the colour habit reads of a creative."""
    measured = PageFeatures(1, page.width_px, page.height_px, palette=palette, shades=shades_)
    return Features("0" * 64, "png", 1, (measured,), 1)


def units(
    rows: np.ndarray, brand: np.ndarray, centre: np.ndarray, spread: np.ndarray
) -> np.ndarray:
    """Measure the mean distance of pages of different brands, part by part and unweighted."""
    total = embed(rows, centre, spread, np.ones(len(PARTS)))
    gaps = part_distances(total, total)
    return np.array([gap[brand[:, None] != brand].mean() for gap in gaps])


def prior(cohort: Cohort, part: str | None) -> np.ndarray:
    """Tabulate Prior's fields over EXAMPLES, from each brand's leave-one-out distances."""
    rng = np.random.default_rng(SEED)
    gaps = part_distances(cohort.rows, cohort.rows)
    gap = gaps.sum(axis=0) if part is None else gaps[PARTS.index(part)]
    far = np.empty(len(gap))
    for own in range(BRANDS):
        mine = cohort.brand == own
        both = cohort.strangeness(cohort.rows[mine], own)
        far[mine] = both[0] if part is None else both[1]
    ratio = gap / far[:, None]
    table = []
    for count in EXAMPLES:
        means, variances = [], []
        for own in range(BRANDS):
            mine = np.flatnonzero(cohort.brand == own)
            values = [ratio[i, rng.permutation(mine[mine != i])[:count]].min() for i in mine]
            means.append(np.mean(values))
            variances.append(np.var(values, ddof=1))
        within = float(np.mean(variances))
        between = max(float(np.var(means, ddof=1)) - within / CREATIVES, 1e-4)
        # Brands' variances vary more than chance (2/(n-1)) makes them; the rest fixes the degrees
        # of freedom of the scaled inverse chi-square that they come from (method of moments).
        excess = max(float(np.var(variances)) / within**2 - 2 / (CREATIVES - 1), 0.05)
        table.append((count, float(np.mean(means)), between, within, 4 + 2 / excess))
    return np.array(table).T


def habit_prior(brands: list[list[Features]]) -> np.ndarray:
    """Fit shape and scale of brands' mean evidence by kind, (2, kinds): the method of moments."""
    means = []
    for brand in brands:
        examples = [(f, [colour_page(page) for page in f.pages]) for f in brand]
        means.append(left_out(examples, range(len(brand)))[0].mean(axis=0))
    level, variance = np.mean(means, axis=0), np.var(means, axis=0, ddof=1)
    # The mean of n exponentials varies by itself; what is left is how brands differ.
    between = np.maximum((variance - level**2 / CREATIVES) / (1 + 1 / CREATIVES), 1e-6)
    shape = np.minimum(2 + level**2 / between, MOST_SHAPE)
    return np.stack([shape, level * (shape - 1)])


def contact_sheet(thumbs: list[Image.Image]) -> Image.Image:
    """Lay out the thumbnails, a brand a row."""
    sheet = Image.new("RGB", (CREATIVES * 185, BRANDS * 135), "#888888")
    for number, thumb in enumerate(thumbs):
        sheet.paste(thumb, (number % CREATIVES * 185, number // CREATIVES * 135))
    return sheet


if __name__ == "__main__":
    main()
