"""Logo files are opened by workers, whatever is in them."""

import pytest
from PIL import Image, ImageDraw

from brandguard.engine import Finished, Judged, Request, review
from brandguard.interchange.brandyml import load_profile
from brandguard.measures.everything import Wanted
from brandguard.model.errors import ProfileError
from brandguard.model.logo import BrandLogo, LogoTemplate
from brandguard.model.profile import Profile
from brandguard.workers.local import LocalWorkers
from brandguard.workers.logos import draw_logo, logo_sources, logo_templates


def ring(width=240, height=120):
    picture = Image.new("RGBA", (width, height))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((10, 10, height - 10, height - 10), fill="#E4002B")
    draw.ellipse((35, 35, height - 35, height - 35), fill=(0, 0, 0, 0))
    for i in range(4):
        left = height + 5 + 26 * i
        draw.rectangle((left, 15 + 12 * i, left + 14, height - 15), fill="#123456")
    return picture


@pytest.fixture(scope="module")
def workers():
    pool = LocalWorkers(1, 20.0, 512, preload=False)
    yield pool
    pool.close()


def profile_of(*paths):
    logos = tuple(
        BrandLogo(p.stem, str(p), key=f"logo.{p.stem}", line=i) for i, p in enumerate(paths, 3)
    )
    return Profile("Acme", path="/p/_brand.yml", logos=logos)


def test_every_format_of_a_logo_gives_the_same_template(tmp_path):
    logo = ring()
    paper = Image.new("RGB", (300, 200), "#FFFFFF")
    paper.paste(logo, (30, 40), logo)
    files = [tmp_path / name for name in ("a.png", "b.webp", "c.jpg", "d.pdf")]
    logo.save(files[0])
    logo.save(files[1], lossless=True)
    paper.save(files[2], quality=95)
    paper.save(files[3], resolution=72)
    aspects = [draw_logo(str(file))[1] for file in files]
    assert aspects == pytest.approx([aspects[0]] * 4, rel=0.03)


def test_what_cannot_be_drawn_is_told_file_by_file_with_its_line(tmp_path, workers):
    files = {
        "empty.png": b"",
        "broken.png": b"\x89PNG\r\n\x1a\n" + bytes(40),
        "bomb.svg": b"<svg xmlns='http://www.w3.org/2000/svg'>" + b"<g>" * 5000,
        "blank.svg": b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        "text.pdf": b"no pdf at all",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(ProfileError) as caught:
        logo_templates(profile_of(*(tmp_path / name for name in files)), workers)
    assert [p.line for p in caught.value.problems] == [3, 4, 5, 6, 7]
    assert all(": " in p.text for p in caught.value.problems)


def test_a_logo_that_went_away_is_a_problem_of_the_profile(tmp_path):
    with pytest.raises(ProfileError, match="gone"):
        logo_sources(profile_of(tmp_path / "gone.png"))


def test_the_store_is_asked_by_the_content_of_the_logos():
    one, two = LogoTemplate("a", "11", 1.0, b"x"), LogoTemplate("a", "22")
    assert Wanted(logos=(one,)).key == Wanted(logos=(LogoTemplate("a", "11"),)).key
    keys = {Wanted(logos=logos).key for logos in ((), (one,), (two,), (one, two))}
    assert len(keys) == 4


def test_a_run_finds_a_stretched_logo_and_again_from_the_store(tmp_path, workers):
    logo = ring()
    logo.save(tmp_path / "logo.png")
    page = Image.new("RGB", (900, 600), "#FFFFFF")
    wide = logo.resize((288, 120), Image.Resampling.LANCZOS)
    page.paste(wide, (60, 50), wide)
    (tmp_path / "online").mkdir()
    page.save(tmp_path / "online" / "post.png")
    (tmp_path / "_brand.yml").write_text("logo: logo.png\nmeta: {name: Acme}\n")
    profile = load_profile(tmp_path / "_brand.yml")
    request = Request(paths=(str(tmp_path / "online"),), jobs=1, cache=tmp_path / "store.sqlite")
    for _ in range(2):
        events = list(review(request, profile, workers=workers))
        (judged,) = [e for e in events if isinstance(e, Judged)]
        (finding,) = [f for f in judged.report.findings if f.rule.startswith("LOG")]
        assert (finding.rule, finding.severity) == ("LOG002", "fail")
        assert finding.facts["amount"] == pytest.approx(0.2, abs=0.01)
        assert isinstance(events[-1], Finished)
        (logo_row,) = [c for c in judged.report.coverage if c.what == "logo"]
        assert logo_row.measured
    # the second time nothing was measured: a worker that cannot draw the logo is not asked
