"""How a logo that was found is drawn: its colours, its ground, the space around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from brandguard.measures.logo_fit import Fit, compose
from brandguard.measures.logo_template import PAD, Plane, edges_of
from brandguard.model.colour import ciede2000, contrast_ratio, hex_of_rgb, lab_of_rgb
from brandguard.model.logo import GroundKind, Recolouring

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from brandguard.measures.logo_template import Prepared

LEAST_POLISH = 0.85
"""Correlation from which the last alignment is trusted: on photographs it may run away."""
MOST_POLISH = 0.08
"""Share by which it may change the logo's sides."""
SOLID = 0.97
"""Opacity of a pixel that is ink and nothing else, in the sharp template shrunk to the crop."""
ENOUGH_SOLID = 40
"""Pixels of solid ink from which they are measured one by one; else the parts' fitted colours."""
SAME_COLOUR = 8.0
"""ΔE00 up to which ink has the file's colours: JPEG and small sizes cost up to 4 (tests)."""
DARK, LIGHT = 55.0, 78.0
"""CIELAB lightness of ink that is plainly dark or light."""
RING = 0.12
"""How far around a logo its ground is looked at, in parts of its short side."""
EVEN = 9.0
"""Difference (any channel) within which a pixel is of the even ground or its gradient…"""
EVEN_SHARE = 0.8
"""…and the share of the ring that has to be so: words may stand near."""
LOOK_AROUND = 1.5
"""Heights of the logo up to which free space is looked for."""
SPACE_HEIGHT = 48.0
"""Pixels that the logo's height gets for that."""
FOREIGN_EDGE = 0.35
"""Strength from which an edge is foreign ink: 14 levels, over the ringing of JPEG."""
LEAST_FOREIGN = 6
"""Pixels of an edge that counts."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a sighting says of colours and ground; see model.logo.LogoSighting."""

    colour_difference: float
    recolouring: Recolouring
    colour: str
    wanted_colour: str
    ground: str
    ground_kind: GroundKind
    contrast: float


def look_of(fit: Fit, logo: Prepared) -> Look:
    """Measure a logo's colours and its ground where it was fitted."""
    layers = _layers(fit, logo)
    alpha = layers.sum(0)
    crop = fit.crop.astype(float)
    ground, kind = _ground(crop, _near(fit) & (alpha < 0.02))  # noqa: PLR2004  no ink at all
    seen = _part_colours(crop, layers, alpha, ground, _near(fit))
    areas = layers.reshape(len(layers), -1).sum(1)
    weights = areas / max(areas.sum(), 1e-6)
    difference = _difference(fit, logo, alpha, seen, weights)
    main = int(weights.argmax())
    ratios = [contrast_ratio(hex_of_rgb(part), hex_of_rgb(ground)) for part in seen]
    return Look(
        colour_difference=difference,
        recolouring=_kind(difference, seen, logo.colours, weights),
        colour=hex_of_rgb(seen[main]),
        wanted_colour=hex_of_rgb(logo.colours[main]),
        ground=hex_of_rgb(ground),
        ground_kind=kind,
        contrast=float(np.dot(ratios, weights)),
    )


def contrast_on(logo: Prepared, ground: str) -> float:
    """Give the contrast that a logo in its own colours would have on a ground (#RRGGBB)."""
    kinds = range(len(logo.colours))
    areas = np.array([logo.alpha[logo.parts == k].sum() for k in kinds])
    ratios = [contrast_ratio(hex_of_rgb(colour), ground) for colour in logo.colours]
    return float(np.dot(ratios, areas / max(float(areas.sum()), 1e-6)))


def _placed(fit: Fit, plane: Plane) -> Plane:
    """Lay a plane of the template over the crop, shrunk to its size without aliasing."""
    import cv2

    small = cv2.resize(plane, fit.size, interpolation=cv2.INTER_AREA)
    width, height = fit.size
    to_unit = np.array([[1 / width, 0, 0.5 / width], [0, 1 / height, 0.5 / height]])
    matrix = compose(fit.to_crop, to_unit)
    size = (fit.crop.shape[1], fit.crop.shape[0])
    return np.asarray(cv2.warpAffine(small, matrix, size, flags=cv2.INTER_LINEAR))


def _layers(fit: Fit, logo: Prepared) -> NDArray[np.float64]:
    """Give (parts, h, w): the opacity of each of the logo's colours over the crop."""
    parts = range(len(logo.colours))
    return np.stack([
        _placed(fit, np.where(logo.parts == k, logo.alpha, 0).astype(np.float32)) for k in parts
    ]).astype(float)  # fmt: skip


def _near(fit: Fit) -> NDArray[np.bool_]:
    """Mark the crop's pixels within the logo's frame and a ring around it."""
    import cv2

    out = RING * min(fit.size)
    x, y = max(out, 4) / fit.size[0], max(out, 4) / fit.size[1]
    corners = np.array([[-x, -y, 1], [1 + x, -y, 1], [1 + x, 1 + y, 1], [-x, 1 + y, 1]])
    mask = np.zeros(fit.crop.shape[:2], np.uint8)
    cv2.fillConvexPoly(mask, np.round(corners @ fit.to_crop.T).astype(np.int32), 1)
    return mask.astype(bool)


def _ground(
    crop: NDArray[np.float64], ring: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], GroundKind]:
    """Give the middle colour of the ground and whether it is even, a gradient or a photograph."""
    if ring.sum() < 12:  # noqa: PLR2004  a logo that fills its frame, cut off all around
        return np.full(3, 255.0), "photo"
    colours = crop[ring]
    middle = np.median(colours, axis=0)
    off = np.abs(colours - middle).max(1)
    if (off <= EVEN).mean() >= EVEN_SHARE:
        return middle, "flat"
    rows, columns = np.nonzero(ring)
    plane = np.column_stack([rows / ring.shape[0], columns / ring.shape[1], np.ones(len(rows))])
    kept = np.ones(len(rows), bool)
    for _ in range(3):
        slope = np.linalg.lstsq(plane[kept], colours[kept], rcond=None)[0]
        off = np.abs(colours - plane @ slope).max(1)
        kept = off <= max(2 * EVEN, float(np.median(off)))
    return middle, "gradient" if (off <= EVEN).mean() >= EVEN_SHARE else "photo"


def _part_colours(
    crop: NDArray[np.float64], layers: NDArray[np.float64], alpha: NDArray[np.float64],
    ground: NDArray[np.float64], near: NDArray[np.bool_],
) -> NDArray[np.float64]:  # fmt: skip
    """Give the colour in which each part is drawn, (parts, 3): least squares over mixed pixels.

    Thin lines have no pixel of pure ink: what is seen is opacity × ink + (1 − opacity) × ground.
    """
    inside = near & (alpha > 0.1)  # noqa: PLR2004  hardly ink
    mixed = crop[inside] - ground * (1 - np.clip(alpha[inside], 0, 1))[:, None]
    design = layers[:, inside].T
    # A little of the ground keeps a part that is hardly there from running away.
    rows = np.vstack([design, 0.5 * np.eye(len(layers))])
    values = np.vstack([mixed, 0.5 * np.tile(ground, (len(layers), 1))])
    return np.clip(np.linalg.lstsq(rows, values, rcond=None)[0], 0, 255)


def _difference(
    fit: Fit, logo: Prepared, alpha: NDArray[np.float64], seen: NDArray[np.float64],
    weights: NDArray[np.float64],
) -> float:  # fmt: skip
    """Give the median ΔE00 of the ink against the file's."""
    wanted = np.stack(
        [_placed(fit, logo.rgb[..., c].astype(np.float32)) for c in range(3)], axis=-1
    )
    solid = alpha >= SOLID
    if solid.sum() >= ENOUGH_SOLID:
        return float(np.median(ciede2000(lab_of_rgb(wanted[solid]), lab_of_rgb(fit.crop[solid]))))
    parts = ciede2000(lab_of_rgb(logo.colours), lab_of_rgb(seen))
    return float((parts * weights).sum())


def _kind(
    difference: float, seen: NDArray[np.float64], wanted: NDArray[np.float64],
    weights: NDArray[np.float64],
) -> Recolouring:  # fmt: skip
    if difference <= SAME_COLOUR:
        return "none"
    large = weights > 0.05  # noqa: PLR2004  a dot says nothing
    lab, lab_wanted = lab_of_rgb(seen[large]), lab_of_rgb(wanted[large])
    main = int(weights[large].argmax())
    if large.sum() > 1:
        spread = max(float(ciede2000(lab[main], other)) for other in lab)
        if spread <= SAME_COLOUR:
            return "mono"
    now, before = float(lab[main, 0]), float(lab_wanted[main, 0])
    if (before < DARK and now > LIGHT) or (before > LIGHT and now < DARK):
        return "inverted"
    return "other"


def polished(fit: Fit, logo: Prepared) -> Fit:
    """Align a fit once more, by the brightness of ink and ground instead of their edges.

    Edges of strong and of weak contrast are not equally wide, which moves a flat logo's outline by
    a part of a pixel: 2 % of a word's height. Where it does not converge the fit stays as it was.
    """
    import cv2

    layers = _layers(fit, logo)
    alpha, crop = layers.sum(0), fit.crop.astype(float)
    near = _near(fit)
    ground, _ = _ground(crop, near & (alpha < 0.02))  # noqa: PLR2004  no ink at all
    inks = _part_colours(crop, layers, alpha, ground, near) - ground
    strongest = inks[np.argmax(np.linalg.norm(inks, axis=1))]
    direction = strongest / max(float(np.linalg.norm(strongest)), 1.0)
    width, height = fit.size
    template = np.zeros((height + 2 * PAD, width + 2 * PAD), np.float32)
    for k, ink in enumerate(inks):
        part = np.where(logo.parts == k, logo.alpha, 0).astype(np.float32)
        small = cv2.resize(part, fit.size, interpolation=cv2.INTER_AREA)
        template[PAD:-PAD, PAD:-PAD] += small * np.float32(ink @ direction / 255)
    seen = ((crop - ground) @ direction / 255).astype(np.float32)
    frame = np.array([[1 / width, 0, (0.5 - PAD) / width], [0, 1 / height, (0.5 - PAD) / height]])
    warp = compose(fit.to_crop, frame).astype(np.float32)
    criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 40, 1e-5)
    try:
        score, found = cv2.findTransformECC(
            template, seen, warp.copy(), cv2.MOTION_AFFINE, criteria, None, 3
        )
    except cv2.error:
        return fit
    if score < LEAST_POLISH or np.abs(found[:, :2] - warp[:, :2]).max() > MOST_POLISH:
        return fit
    unit = np.array([[width, 0, PAD - 0.5], [0, height, PAD - 0.5]])
    return replace(fit, to_crop=compose(found.astype(float), unit))


def explained(fit: Fit, logo: Prepared) -> float:
    """Give the share of what is drawn in the logo's frame that the logo explains, up to 1.

    Each part may have any colour and the ground any slope; a line of text where the logo's letters
    should be explains nothing.
    """
    import cv2

    layers = _layers(fit, logo)
    height, width = fit.crop.shape[:2]
    frame = np.zeros((height, width), np.uint8)
    corners = np.array([[0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1]]) @ fit.to_crop.T
    cv2.fillConvexPoly(frame, np.round(corners).astype(np.int32), 1)
    rows, columns = np.nonzero(frame)
    if len(rows) < 30:  # noqa: PLR2004  nothing to see
        return 0.0
    slope = np.column_stack([
        np.ones(len(rows)), columns / width - 0.5, rows / height - 0.5,
    ])  # fmt: skip
    inks = layers[:, rows, columns].T
    bare = 1 - np.clip(inks.sum(1), 0, 1)
    seen = fit.crop[rows, columns].astype(float)
    left = _unexplained(np.column_stack([inks, slope * bare[:, None]]), seen)
    return 1 - left / max(_unexplained(slope, seen), 1e-6)


def _unexplained(design: NDArray[np.float64], values: NDArray[np.float64]) -> float:
    fitted = design @ np.linalg.lstsq(design, values, rcond=None)[0]
    return float(((values - fitted) ** 2).sum())


def clear_space(pixels: NDArray[np.uint8], affine: NDArray[np.float64], logo: Prepared) -> float:
    """Give the distance to the nearest foreign ink in heights of the logo, LOOK_AROUND at most.

    Ink is whatever makes an edge: words, a picture, the border of a panel. The page's own border
    is none.
    """
    import cv2

    height = float(np.hypot(*affine[:, 1]))
    corners = np.array([[0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1]]) @ affine.T
    reach = LOOK_AROUND * height + 4
    left, top = np.maximum(0, np.floor(corners.min(0) - reach)).astype(int)
    right, bottom = np.ceil(corners.max(0) + reach).astype(int)
    window = pixels[top:bottom, left:right]
    zoom = min(1.0, SPACE_HEIGHT / height)
    if zoom < 1:
        size = (max(1, round(window.shape[1] * zoom)), max(1, round(window.shape[0] * zoom)))
        window = cv2.resize(window, size, interpolation=cv2.INTER_AREA)
    shift = np.array([[zoom, 0, -left * zoom], [0, zoom, -top * zoom]])
    to_unit = np.array([[1 / logo.alpha.shape[1], 0, 0], [0, 1 / logo.alpha.shape[0], 0]])
    matrix = compose(compose(shift, affine), to_unit)
    size = (window.shape[1], window.shape[0])
    solid = cv2.dilate((logo.alpha > 0.1).astype(np.uint8), np.ones((5, 5), np.uint8))  # noqa: PLR2004  thin lines survive the shrinking
    own = cv2.warpAffine(solid, matrix, size, flags=cv2.INTER_LINEAR)
    own = cv2.dilate(own, np.ones((7, 7), np.uint8))
    away = cv2.distanceTransform(1 - own, cv2.DIST_L2, 5) + 3
    foreign = ((edges_of(window) > FOREIGN_EDGE) & (own == 0)).astype(np.uint8)
    count, marks, stats, _ = cv2.connectedComponentsWithStats(foreign, connectivity=8)
    nearest = LOOK_AROUND
    for index in range(1, count):
        if stats[index, cv2.CC_STAT_AREA] >= LEAST_FOREIGN:
            nearest = min(nearest, float(away[marks == index].min()) / (height * zoom))
    return nearest
