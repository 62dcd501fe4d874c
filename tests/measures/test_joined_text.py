"""Text that was recognised later is joined to what was measured; the rest stays as it was."""

import io

from PIL import Image, ImageDraw

from brandguard.measures.everything import Wanted, measure, with_text
from brandguard.model.logo import LogoTemplate
from brandguard.readers import Limits, read


def logo():
    image = Image.new("RGBA", (200, 80))
    ImageDraw.Draw(image).ellipse((0, 0, 199, 79), fill="#D7263D")
    out = io.BytesIO()
    image.save(out, "PNG")
    return LogoTemplate("primary", "0" * 64, 2.5, out.getvalue())


def test_what_was_said_of_the_logo_stays_said():
    out = io.BytesIO()
    Image.new("RGB", (300, 300), "#FFFFFF").save(out, "PNG")
    data = out.getvalue()
    wanted = Wanted(voice=False, logos=(logo(),))
    features = measure(read(data, "a.png", Limits()), data, wanted)
    later = with_text(features, {}, Wanted(voice=False))  # the second stage looks for no logo
    rows = [{c.what: c for c in f.coverage}["logo"] for f in (features, later)]
    assert rows[0].measured
    assert rows[0] == rows[1]
