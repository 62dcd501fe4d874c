"""What the kind of a file says of its medium, and what becomes of addresses on the web."""

import pytest

from brandguard.channels import channel_by_file, medium_by_file
from brandguard.model.errors import UsageError
from brandguard.model.features import Features
from brandguard.walk import Filter, collect, is_address


@pytest.mark.parametrize(
    ("format_", "channel", "medium"),
    [("eml", "online", "email"), ("srt", "online", "video"), ("pdf", None, "other")],
)
def test_a_file_made_for_one_medium_alone_tells_it(format_, channel, medium):
    features = Features("", format_, 0, (), 0)
    assert channel_by_file(features) == channel
    assert medium_by_file(features, channel) == medium


def test_a_medium_that_contradicts_its_channel_is_not_believed():
    assert medium_by_file(Features("", "srt", 0, (), 0), "offline") == "other"


def test_an_address_is_told_from_a_path():
    assert is_address("HTTPS://acme.example/a.png")
    assert not is_address("https.png")
    with pytest.raises(UsageError, match="fetches nothing"):
        collect(["https://acme.example/a.png"], None, Filter())
