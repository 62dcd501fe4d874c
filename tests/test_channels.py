import pytest

from brandguard.channels import belonging, channel_by_file
from brandguard.model.features import Features, PageFeatures


@pytest.mark.parametrize(
    ("path", "channel", "source", "medium", "campaign"),
    [
        ("spring/online/story_01.png", "online", "folder", "social", "spring"),
        ("spring/offline/flyer.pdf", "offline", "folder", "flyer", "spring"),
        ("clienti/acme/stampa/volantini/a.pdf", "offline", "folder", "flyer", "acme"),
        ("otoño/redes/post1.jpg", "online", "folder", "social", "otoño"),
        ("Primavera 2026/Carteles/x.png", "offline", "folder", "poster", "Primavera 2026"),
        ("spring/online/poster.png", "online", "folder", "other", "spring"),
        ("spring/banner_970x250.png", "online", "file name", "banner", "spring"),
        ("spring/photo.png", None, None, "other", "spring"),
        ("photo.png", None, None, "other", ""),
        ("C:\\work\\spring\\offline\\radio-spot.txt", "offline", "folder", "radio", "spring"),
        ("spring/on-line/landing.html", "online", "folder", "web", "spring"),
        ("-", None, None, "other", ""),
    ],
)
def test_names_of_folders_tell_where_a_creative_belongs(path, channel, source, medium, campaign):
    found = belonging(path)
    assert (found.channel, found.channel_from, found.medium, found.campaign) == (
        channel, source, medium, campaign,
    )  # fmt: skip


def test_a_cmyk_page_with_a_size_on_paper_is_print():
    a5 = PageFeatures(1, 10, 10, width_mm=148.0, height_mm=210.0)
    assert channel_by_file(Features("", "pdf", 1, (a5,), 1, colour_space="CMYK")) == "offline"
    assert channel_by_file(Features("", "pdf", 1, (a5,), 1, colour_space="sRGB")) is None
    assert channel_by_file(Features("", "text", 1, (), 1)) is None
