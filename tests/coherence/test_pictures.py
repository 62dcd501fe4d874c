"""Near-duplicates in a campaign: real pixels, measured, resized, recompressed and recoloured."""

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw

from brandguard.coherence.pictures import PictureStore
from brandguard.judging import judge
from brandguard.measures.everything import Wanted, measure
from brandguard.model.profile import Profile
from brandguard.model.report import Subject
from brandguard.readers import Limits, read

WANTED = Wanted(voice=False)


def drawing(seed=1, colours=("#D7263D", "#1B1B1E", "#2E86AB"), size=(900, 600)):
    rng = np.random.default_rng(seed)
    image = Image.new("RGB", size, "#FFFFFF")
    draw = ImageDraw.Draw(image)
    for number in range(9):
        x, y = rng.integers(0, 700), rng.integers(0, 420)
        draw.rectangle((x, y, x + rng.integers(90, 300), y + rng.integers(60, 220)),
                       fill=colours[number % 3])  # fmt: skip
    return image


def turned(image, degrees):
    hue, *rest = image.convert("HSV").split()
    hue = hue.point(lambda value: (value + round(degrees / 360 * 256)) % 256)
    return Image.merge("HSV", (hue, *rest)).convert("RGB")


def judged(path, image, channel=None, **save):
    out = io.BytesIO()
    image.save(out, save.pop("format", "PNG"), **save)
    data = out.getvalue()
    features = measure(read(data, path, Limits()), data, WANTED)
    return judge(Subject(path, features, channel=channel, campaign="spring"), Profile("A"), None)


def found(*reports, profile=None):
    store = PictureStore()
    for report in reports:
        store.add("spring", report)
    findings = store.findings("spring", profile)
    store.close()
    return findings


def test_a_smaller_recompressed_export_is_the_same_picture():
    small = drawing().resize((450, 300), Image.Resampling.LANCZOS)
    [finding] = found(
        judged("web.jpg", small, "online", format="JPEG", quality=70),
        judged("flyer.png", drawing(), "offline"),
    )
    assert (finding.rule, finding.severity) == ("CAM021", "note")
    assert (finding.facts["path"], finding.facts["other_path"]) == ("flyer.png", "web.jpg")
    assert finding.facts["difference"] < 0.01


def test_a_recoloured_copy_is_the_same_picture_in_other_colours():
    other = turned(drawing(), 40)
    [finding] = found(judged("a.png", drawing()), judged("b.png", other))
    assert finding.rule == "CAM020"
    assert finding.fingerprint
    assert found(judged("a.png", drawing()), judged("b.png", other),
                 profile=Profile("A", rules={"CAM020": "warn"}))[0].severity == "warn"  # fmt: skip
    assert not found(judged("a.png", drawing()), judged("b.png", other),
                     profile=Profile("A", rules={"CAM020": "off"}))  # fmt: skip


def test_other_pictures_and_even_pages_are_no_copies():
    even = Image.new("RGB", (600, 400), "#FDFDFD")
    assert not found(*[judged(f"{n}.png", drawing(n)) for n in range(1, 8)])
    assert not found(judged("a.png", even), judged("b.png", even.resize((300, 200))))


def test_a_series_gives_one_finding_a_creative():
    reports = [judged(f"{n}.png", drawing().resize((800 - n, 534))) for n in range(5)]
    assert len(found(*reports)) == 4


@pytest.mark.parametrize("channel", ["online", None])
def test_other_campaigns_are_not_compared(channel):
    store = PictureStore()
    store.add("spring", judged("a.png", drawing(), channel))
    store.add("autumn", replace(judged("b.png", drawing(), channel), campaign="autumn"))
    assert not store.findings("spring", None)
    store.close()
