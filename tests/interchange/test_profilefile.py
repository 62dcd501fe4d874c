"""A profile is told from other files whatever it is called, and even where it has a slip."""

import pytest

from brandguard.interchange.profilefile import is_profile

OURS = "defaults:\n  # whatever\n  other: 1\n  brandguard:\n    languages: [it]\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_brand.yml", ""),
        ("Brand.YAML", "anything"),
        ("acme-2026.yml", "meta: {name: Acme}\ncolor:\n  palette: {red: '#E4002B'}\n"),
        ("acme.yaml", "color: {palette: {red: #E4002B\nmeta: oops: no: yaml\n"),
        ("derived.yml", OURS),
        ("crlf.yml", OURS.replace("\n", "\r\n")),
        ("short.yml", "defaults: {brandguard: {languages: [it]}}\n"),
        ("quoted.yml", "\ufeff\"meta\":\n  name: x\n'color':\n  palette: {}\n"),
    ],
)
def test_a_profile_is_one(tmp_path, name, text):
    file = tmp_path / name
    file.write_bytes(text.encode())
    assert is_profile(str(file))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("campaign.yml", "name: spring\nexpected: {discount: 20 %}\ncreatives: []\n"),
        ("brandguard-waivers.yml", "waivers: []\n"),
        ("colours.yml", "color:\n  palette: {red: '#E4002B'}\n"),
        ("compose.yml", "services:\n  meta: 1\n  color: 2\n"),
        ("post.txt", "meta: a\ncolor: b\n"),
        ("notes.yml", "We wrote: meta and color: fine\nbrandguard: no\n"),
        ("empty.yml", ""),
    ],
)
def test_another_file_is_none(tmp_path, name, text):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    assert not is_profile(str(file))


def test_a_folder_or_nothing_is_none(tmp_path):
    folder = tmp_path / "_brand.yml"
    assert not is_profile(str(folder))
    folder.mkdir()
    assert not is_profile(str(folder))
