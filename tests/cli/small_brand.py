"""A small brand and its creatives, made anew."""

import json
from dataclasses import dataclass

from PIL import Image, ImageDraw

RED, INK, PAPER, FOREIGN = "#D7263D", "#1B1B1E", "#FFFFFF", "#00A86B"

PROFILE = """\
meta: {name: Acme}
color:
  palette: {red: "#D7263D", ink: "#1B1B1E", paper: "#FFFFFF"}
defaults:
  brandguard:
    languages: [en, it]
    colour: {palette: {red: {core: true}}}
    wording: {banned: [cheap]}
    rules: {TRM001: fail, COL001: warn}
"""


@dataclass
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


def card(file, *colours, height=40):
    """A flat picture: paper with a band of each colour."""
    image = Image.new("RGB", (240, 240), PAPER)
    draw = ImageDraw.Draw(image)
    for i, colour in enumerate(colours):
        draw.rectangle((0, 60 * i, 239, 60 * i + height), fill=colour)
    file.parent.mkdir(parents=True, exist_ok=True)
    image.save(file)
    return file
