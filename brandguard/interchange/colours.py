"""CSS colours as people write them in profiles, to #RRGGBB."""

from __future__ import annotations

import tinycss2.color5


def parse_colour(text: str) -> str | None:
    """Give #RRGGBB (sRGB, upper case) of a CSS name, hex, rgb() or hsl(), else None."""
    colour = tinycss2.color5.parse_color(text.strip())
    if colour is None or colour == "currentcolor":
        return None
    try:
        srgb = colour if colour.space == "srgb" else colour.to("srgb")
    except NotImplementedError:  # tinycss2 converts the CSS 3 spaces alone
        return None
    red, green, blue = (min(max(c or 0.0, 0.0), 1.0) for c in srgb.coordinates)
    return f"#{round(red * 255):02X}{round(green * 255):02X}{round(blue * 255):02X}"
