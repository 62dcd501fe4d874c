"""Which campaign file speaks for a creative, and how little it costs to know."""

import os
from contextlib import closing

import pytest

from brandguard import campaigns
from brandguard.campaigns import CampaignFiles
from brandguard.engine import Request, subject_for
from brandguard.model.errors import ProfileError
from brandguard.walk import Filter, collect


@pytest.fixture
def lay(tmp_path, monkeypatch):
    """Write campaign files by folder; the test stands in the top one."""
    monkeypatch.chdir(tmp_path)

    def laid(**files):
        for folder, text in files.items():
            where = tmp_path / folder.replace("__", "/").replace("top", ".")
            where.mkdir(parents=True, exist_ok=True)
            (where / "campaign.yml").write_text(text, encoding="utf-8")
        return CampaignFiles()

    return laid


def subject(files, path, **options):
    return subject_for(path, None, Request(**options), files)


def test_a_file_speaks_for_all_below_its_folder(lay):
    files = lay(spring="name: Brezza\ncreatives: [{pattern: 'x/*.png', medium: poster}]")
    found = subject(files, "spring/deep/er/x/a.png")
    assert (found.campaign, found.campaign_folder) == ("Brezza", "spring")
    assert (found.channel, found.medium) == (None, "other")
    deep = subject(files, "spring/x/a.png")
    assert (deep.channel, deep.medium, deep.channel_from) == ("offline", "poster", "campaign file")
    assert subject(files, "autumn/x/a.png").campaign == "x"


def test_the_order_is_option_then_file_then_names(lay):
    files = lay(spring="creatives: [{pattern: '*', channel: offline, language: es}]")
    path = "spring/online/story.png"
    assert subject(None, path).channel_from == "folder"
    by_file = subject(files, path)
    assert (by_file.channel, by_file.medium, by_file.language) == ("offline", "other", "es")
    by_option = subject(files, path, channel="online", language="it")
    assert (by_option.channel, by_option.channel_from) == ("online", "option")
    assert (by_option.medium, by_option.language) == ("social", "it")
    assert subject(files, path, medium="flyer").channel == "offline"


def test_names_say_what_the_file_leaves_open(lay):
    files = lay(spring="creatives: [{pattern: '*', language: es}]")
    found = subject(files, "spring/online/story.png")
    assert (found.channel, found.channel_from, found.medium) == ("online", "folder", "social")
    files = lay(spring="creatives: [{pattern: '*', channel: online}]")
    found = subject(files, "spring/online/story.png")
    assert (found.channel_from, found.medium) == ("campaign file", "social")


def test_a_later_entry_wins_field_by_field(lay):
    files = lay(
        spring="""
expected: {discount: 20 %, url: acme.example}
creatives:
  - {pattern: '*.png', channel: online, medium: banner, language: it}
  - {pattern: 'es-*', language: es, expected: {discount: 30 %}}
  - {pattern: '*.png', medium: poster}
"""
    )
    found = subject(files, "spring/es-a.png")
    assert (found.channel, found.medium, found.language) == ("offline", "poster", "es")
    stated = {e.key: e.facts[0].value for e in found.expected}
    assert stated == {"discount": "-30 %", "url": "acme.example"}
    origins = {e.key: e.origin for e in found.expected}
    assert origins["discount"] == "spring/campaign.yml creatives.#2.expected.discount"
    assert origins["url"] == "spring/campaign.yml expected.url"


def test_the_nearest_file_speaks_unless_one_further_out_claims_the_creative(lay):
    files = lay(
        top="name: Year\ncreatives: [{pattern: 'spring/gala/*', campaign: true, medium: poster}]",
        spring="name: Spring",
    )
    assert subject(files, "spring/a.png").campaign == "Spring"
    claimed = subject(files, "spring/gala/a.png")
    assert (claimed.campaign, claimed.medium, claimed.campaign_folder) == ("Year", "poster", ".")
    assert subject(files, "a.png").campaign == "Year"


def test_an_entry_may_say_none_or_another_campaign(lay):
    files = lay(
        spring="""
name: Spring
expected: {discount: 20 %}
creatives:
  - {pattern: 'archive/**', campaign: false}
  - {pattern: 'gala-*', campaign: Gala, expected: {until: 2027-05-31}}
"""
    )
    old = subject(files, "spring/archive/a.png")
    assert (old.campaign, old.expected) == ("", ())
    gala = subject(files, "spring/gala-a.png")
    assert (gala.campaign, [e.key for e in gala.expected]) == ("Gala", ["until"])


def test_an_option_that_names_another_campaign_leaves_what_the_file_expects(lay):
    files = lay(spring="name: Spring\nexpected: {discount: 20 %}")
    assert subject(files, "spring/a.png", campaign="Spring").expected
    other = subject(files, "spring/a.png", campaign="Gala")
    assert (other.campaign, other.campaign_folder, other.expected) == ("Gala", "", ())


def test_paths_in_full_give_places_in_full(lay, tmp_path):
    files = lay(spring="expected: {discount: 20 %}")
    found = subject(files, str(tmp_path / "spring" / "a.png"))
    assert found.campaign_folder == (tmp_path / "spring").as_posix()


def test_text_on_stdin_and_addresses_have_no_file(lay):
    files = lay(top="name: Year")
    assert subject(files, "-").campaign == ""
    assert files.ruling("s3://bucket/a.png") is None


def test_each_folder_is_looked_at_once_and_each_file_read_once(lay, monkeypatch):
    files = lay(spring="name: Spring")
    looked, read = [], []
    is_file, load = os.path.isfile, campaigns.load_campaign
    monkeypatch.setattr(os.path, "isfile", lambda p: looked.append(p) or is_file(p))
    monkeypatch.setattr(campaigns, "load_campaign", lambda *a: read.append(a[0]) or load(*a))
    for i in range(200):
        assert files.ruling(f"spring/online/{i}.png").campaign == "Spring"
    assert len(looked) == len(set(looked))
    assert len(read) == 1


def test_what_is_kept_is_bounded(lay, monkeypatch):
    monkeypatch.setattr(campaigns, "FOLDERS_KEPT", 8)
    files = lay(top="name: Year")
    for i in range(50):
        assert files.ruling(f"{i}/a.png").campaign == "Year"
    assert len(files._folders._kept) == 8


def test_a_path_a_thousand_folders_deep_is_no_trouble(lay):
    files = lay(top="name: Year")
    assert files.ruling("a/" * 1500 + "a.png").campaign == "Year"


def test_every_file_is_read_before_the_run(lay):
    files = lay(good="expected: {discount: 20 %}", bad="nam: A")
    assert files.expects_facts(["good"])
    assert not lay(plain="name: A").expects_facts(["plain"])
    with pytest.raises(ProfileError, match=r"campaign\.yml:1: nam: is no known key"):
        files.expects_facts(["good", "bad"])


def test_campaign_files_are_no_creatives(lay, tmp_path):
    lay(spring="name: Spring")
    (tmp_path / "spring" / "campaign.yaml").write_text("name: Spring", encoding="utf-8")
    (tmp_path / "spring" / "a.txt").write_text("Tazze", encoding="utf-8")
    with closing(collect(["spring"], None, Filter())) as manifest:
        assert [item.path for item in manifest] == ["spring/a.txt"]
        assert (list(manifest.folders()), manifest.ignored) == (["spring"], 2)
