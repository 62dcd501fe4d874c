"""Libraries elsewhere are judged under their addresses; unchanged files are not fetched again."""

import io
import json

import pytest
from PIL import Image

from brandguard.cli.app import run as run_command

PROFILE = """\
meta: {name: Acme}
color:
  palette: {red: "#D7263D", paper: "#FFFFFF"}
"""


def picture(colour="#D7263D", size=120):
    image = Image.new("RGB", (size, size), "#FFFFFF")
    image.paste(colour, (0, 0, size, size // 3))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def check(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "_brand.yml").write_text(PROFILE)

    def call(*arguments):
        code = run_command(["check", *arguments, "--format", "json", "--jobs", "1"])
        said = capsys.readouterr()
        return code, (json.loads(said.out) if said.out else None), said.out + said.err

    return call


def test_a_bucket_is_judged_and_the_second_run_downloads_nothing(bucket, check):
    for key in ("spring/online/post.png", "spring/offline/flyer.png", "spring/.hidden/x.png"):
        bucket.put(key, picture())
    bucket.put("spring/Thumbs.db", b"x")
    bucket.put("spring/empty.png", b"")
    code, first, said = check("s3://library/spring")
    assert [c["path"] for c in first["creatives"]] == [
        "s3://library/spring/empty.png",
        "s3://library/spring/offline/flyer.png",
        "s3://library/spring/online/post.png",
    ]
    assert code == 1
    assert first["creatives"][0]["error"]
    assert first["creatives"][2]["channel"] == "online"
    assert first["creatives"][2]["score"] is not None
    assert "a-secret-that-nobody-may-read" not in said
    assert len(bucket.downloads()) >= 2

    bucket.asked.clear()
    _, second, _ = check("s3://library/spring")
    assert second == first
    assert not bucket.downloads()

    bucket.put("spring/online/post.png", picture("#00A86B"))
    bucket.asked.clear()
    _, third, _ = check("s3://library/spring")
    assert set(bucket.downloads()) == {"/library/spring/online/post.png"}
    assert third["creatives"][2]["sha256"] != first["creatives"][2]["sha256"]


def test_a_list_may_name_files_of_a_bucket(bucket, check, tmp_path):
    bucket.put("a.png", picture())
    (tmp_path / "list.txt").write_text("s3://library/a.png\ns3://library/gone.png\n")
    _, report, _ = check("--files-from", "list.txt")
    here, gone = report["creatives"]
    assert (here["path"], here["error"]) == ("s3://library/a.png", None)
    assert (gone["path"], [f["rule"] for f in gone["findings"]]) == (
        "s3://library/gone.png", ["SYS013"],
    )  # fmt: skip


def test_a_share_is_judged_and_the_second_run_downloads_nothing(share, check):
    (share.folder / "summer sale").mkdir()
    (share.folder / "summer sale" / "più.png").write_bytes(picture())
    (share.folder / "summer sale" / "copy.txt").write_text("Our shoes are here.")
    address = f"webdav+http://127.0.0.1:{share.port}/summer sale"
    _, first, said = check(address)
    assert [c["path"] for c in first["creatives"]] == [f"{address}/copy.txt", f"{address}/più.png"]
    assert all(c["error"] is None for c in first["creatives"])
    assert "s3cret-word" not in said
    assert share.downloads()

    share.asked.clear()
    _, second, _ = check(address)
    assert second == first
    assert not share.downloads("")


def test_a_library_that_refuses_us_names_the_cure(share, check, monkeypatch):
    monkeypatch.setenv("BRANDGUARD_WEBDAV_PASSWORD", "wrong-word")
    code, report, said = check(f"webdav+http://127.0.0.1:{share.port}/")
    assert (code, report) == (2, None)
    assert "wrong-word" not in said
    assert len(said.splitlines()) == 1


def test_a_bucket_that_is_not_there_is_a_wrong_call(bucket, check):
    bucket.put("a.png", picture())
    code, report, said = check("s3://elsewhere/spring")
    assert (code, report) == (2, None)
    assert "s3://elsewhere/spring" in said
