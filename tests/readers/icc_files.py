"""ICC profiles made on the spot: a printing press of our own, and a wide-gamut screen."""

import struct
from functools import cache

import numpy as np

from brandguard.model.colour import lab_of_rgb

STEPS = 9
PAPER = np.array([255.0, 255.0, 255.0])
"""Profiles count from the paper's white."""
INKS = np.array([[0, 140, 200], [205, 10, 110], [250, 215, 0], [35, 32, 36]], dtype=float)
"""How the four inks of our press look on its paper: unlike any table of a program."""


def press(inks):
    """The look of inks (0–1) on our press as sRGB 0–255: each ink filters what lies below it."""
    inks = np.asarray(inks, dtype=float)
    seen = np.broadcast_to(PAPER, (*inks.shape[:-1], 3)).copy()
    for index in range(4):
        filtered = INKS[index] / PAPER
        seen *= 1 - inks[..., index, None] * (1 - filtered)
    return seen


def _lab16(lab):
    """Lab as ICC version 2 writes it in 16 bits."""
    light = lab[..., :1] / 100 * 0xFF00
    colour = (lab[..., 1:] + 128) * 256
    return np.clip(np.rint(np.concatenate([light, colour], axis=-1)), 0, 0xFFFF).astype(">u2")


def _table():
    """A lut16Type (ICC.1:2001-04, 6.5.8): 4 inks in, Lab out, straight curves."""
    step = np.linspace(0, 1, STEPS)
    grid = np.stack(np.meshgrid(step, step, step, step, indexing="ij"), axis=-1)
    body = _lab16(lab_of_rgb(press(grid))).tobytes()
    identity = struct.pack(">9i", *(65536 if i % 4 == 0 else 0 for i in range(9)))
    curve = struct.pack(">2H", 0, 0xFFFF)
    head = b"mft2\0\0\0\0" + bytes([4, 3, STEPS, 0]) + identity + struct.pack(">2H", 2, 2)
    return head + curve * 4 + body + curve * 3


def _text(words):
    return b"text\0\0\0\0" + words.encode() + b"\0"


def _description(words):
    plain = words.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(plain)) + plain + bytes(78)


@cache
def press_profile():
    """The ICC profile (version 2, output, CMYK to Lab) of our press."""
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)  # D50
    table = _table()
    parts = {
        b"desc": _description("Press of the tests"), b"cprt": _text("none"), b"wtpt": white,
        b"A2B0": table, b"A2B1": table, b"A2B2": table,
    }  # fmt: skip
    offset = 128 + 4 + 12 * len(parts)
    entries, bodies = b"", b""
    for name, part in parts.items():
        entries += name + struct.pack(">2I", offset + len(bodies), len(part))
        bodies += part + bytes(-len(part) % 4)
    size = offset + len(bodies)
    head = struct.pack(">I4sI4s4s4s", size, b"none", 0x02400000, b"prtr", b"CMYK", b"Lab ")
    head += struct.pack(">6H", 2027, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    head += struct.pack(">3i", 63190, 65536, 54061)
    head += bytes(128 - len(head))
    return head + struct.pack(">I", len(parts)) + entries + bodies
