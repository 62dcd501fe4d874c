"""One creative's place set in a campaign file: everything else stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from brandguard.campaigns import CampaignFiles
from brandguard.interchange.campaigntext import pattern_of, with_creative
from brandguard.model.errors import ProfileError

TEXT = """\
# Our spring.
name: Brezza  # the line
expected:
  discount: 20 %  # until May
creatives:
  # online first
  - pattern: online/**
    channel: online  # all of it
  - pattern: online/a.png  # the card
    medium: social
  # the end
"""


def ruling(tmp_path, text, below):
    (tmp_path / "campaign.yml").write_text(text, encoding="utf-8")
    return CampaignFiles().ruling(str(tmp_path / below))


def test_a_creatives_own_entry_is_changed_and_comments_stay(tmp_path):
    text = with_creative(TEXT, "online/a.png", medium="banner")
    assert text.count("pattern:") == 2
    for comment in ("# Our spring.", "# the line", "# until May", "# online first", "# all of it",
                    "# the card", "# the end"):  # fmt: skip
        assert comment in text
    assert ruling(tmp_path, text, "online/a.png").medium == "banner"


def test_another_creative_gets_an_entry_at_the_end(tmp_path):
    text = with_creative(TEXT, "online/b.png", medium="flyer")
    found = ruling(tmp_path, text, "online/b.png")
    assert (found.channel, found.medium) == ("offline", "flyer")
    assert ruling(tmp_path, text, "online/c.png").channel == "online"
    assert "# the end" in text


def test_an_entry_that_a_later_one_outdoes_is_left(tmp_path):
    text = TEXT + "  - pattern: '*.png'\n    medium: banner\n"
    found = ruling(tmp_path, with_creative(text, "online/a.png", medium="email"), "online/a.png")
    assert found.medium == "email"


def test_a_medium_that_no_longer_fits_is_dropped(tmp_path):
    found = ruling(tmp_path, with_creative(TEXT, "online/a.png", channel="offline"), "online/a.png")
    assert (found.channel, found.medium) == ("offline", "other")


def test_a_new_file_is_written_from_nothing(tmp_path):
    text = with_creative("", "a.png", "offline", "flyer", "it")
    found = ruling(tmp_path, text, "a.png")
    assert (found.channel, found.medium, found.language) == ("offline", "flyer", "it")
    assert ruling(tmp_path, text, "deep/a.png").channel is None


def test_setting_twice_is_setting_once():
    once = with_creative(TEXT, "online/x.png", "online", "web")
    assert with_creative(once, "online/x.png", "online", "web") == once


def test_medium_and_channel_must_fit():
    with pytest.raises(ValueError, match="flyer is offline"):
        with_creative("", "a.png", "online", "flyer")


def test_a_broken_file_is_not_touched():
    with pytest.raises(ProfileError, match=r"campaign\.yml:1"):
        with_creative("creative: []", "a.png", "online")


NAMES = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters="/"), min_size=1, max_size=12
).filter(lambda name: name not in {".", ".."})


@given(parts=st.lists(NAMES, min_size=1, max_size=3))
def test_a_pattern_means_its_creative_whatever_its_name(parts):
    below = "/".join(parts)
    spec = GitIgnoreSpec.from_lines([pattern_of(below)])
    assert spec.match_file(below)
    assert not spec.match_file(f"elsewhere/{below}")


@settings(max_examples=30)
@given(parts=st.lists(NAMES, min_size=1, max_size=3))
def test_any_name_is_written_and_read_again(parts):
    below = "/".join(parts)
    text = with_creative("name: A\n", below, "online", "web")
    assert with_creative(text, below, "online", "web") == text


def test_bytes_that_are_no_unicode_can_be_written():
    text = with_creative("", "caf\udce9.png", "online")
    assert "caf?.png" in text
    assert GitIgnoreSpec.from_lines([pattern_of("caf\udce9.png")]).match_file("caf\udce9.png")
