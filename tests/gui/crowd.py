"""A brand with very many creatives, made up: small pictures and posts, no two alike."""

from pathlib import Path

import numpy as np

PROFILE = """\
meta: {name: Luma}
color:
  palette: {sun: '#F2B441', night: '#1F3A5F', paper: '#F7F3EA', leaf: '#3C7A4E', ink: '#1B1B1B'}
"""
BRAND = ("#F2B441", "#1F3A5F", "#F7F3EA", "#3C7A4E", "#1B1B1B")
STRAY = ("#B42318", "#7A3CC2", "#11A3C2", "#E56BB0")
POST = (
    "Scopri la luce numero {number}. Ogni giorno una casa diversa, ogni sera la stessa calma. "
    "Contattaci oggi e passa in negozio: ti aspettiamo fino al {day} maggio!"
)


def crowd(folder, files):
    """Make a brand's folder with so many creatives, two pictures to three posts; give theirs."""
    (folder / "_brand.yml").write_text(PROFILE)
    online = Path(folder) / "online"
    online.mkdir()
    for i in range(files):
        if i % 5 < 2:
            save_picture(online / f"creative-{i:04}.png", i)
        else:
            words = POST.format(number=i, day=i % 28 + 1)
            (online / f"creative-{i:04}.txt").write_text(words)
    return online


def save_picture(file, seed, width=320, height=240, blocks=6):
    """Draw blocks of the brand's colours and, on every other picture, of another's."""
    from PIL import Image

    chance = np.random.default_rng(seed)
    colours = BRAND + (STRAY if seed % 4 < 2 else ())
    image = Image.new("RGB", (width, height), colours[seed % len(BRAND)])
    for _ in range(blocks):
        left, top = int(chance.integers(0, width - 40)), int(chance.integers(0, height - 40))
        size = (int(chance.integers(20, width // 2)), int(chance.integers(20, height // 2)))
        image.paste(
            colours[chance.integers(len(colours))], (left, top, left + size[0], top + size[1])
        )
    image.save(file)
