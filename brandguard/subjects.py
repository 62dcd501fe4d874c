"""Where a creative belongs: what the user, a campaign file, names and the file itself say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from brandguard.channels import belonging, channel_by_file, medium_by_file, planned
from brandguard.model.creative import channel_of
from brandguard.model.features import Features
from brandguard.model.report import Subject

if TYPE_CHECKING:
    from brandguard.campaigns import CampaignFiles
    from brandguard.channels import Belonging
    from brandguard.model.campaign import Ruling
    from brandguard.model.creative import Channel, Medium


class Said(Protocol):
    """What the user says of all creatives of a run; None where that is left open."""

    @property
    def channel(self) -> Channel | None:
        """Online or offline."""

    @property
    def medium(self) -> Medium | None:
        """Flyer, banner and so on."""

    @property
    def language(self) -> str | None:
        """en, it, es."""

    @property
    def campaign(self) -> str | None:
        """Its name."""


_NOTHING = Features("", "", 0, (), 0)


def subject_for(
    path: str, features: Features | None, said: Said, files: CampaignFiles | None = None
) -> Subject:
    """Find where a creative belongs.

    What the user says goes before the campaign file's, that before what a table says of its posts,
    that before the names of folders, those before the creative's own facts.
    """
    found = belonging(path)
    ruling = files.ruling(path) if files else None
    plan = planned(features) if features else (None, None, None)
    channel, medium, source = _channel(found, ruling, said, plan[:2])
    if channel is None and features is not None:
        channel = channel_by_file(features)
        source = "file" if channel else None
    if medium == "other" and features is not None:
        medium = medium_by_file(features, channel)
    language = said.language or (ruling and ruling.language) or plan[2]
    campaign, folder = (ruling.campaign, ruling.folder) if ruling else (found.campaign, "")
    renamed = said.campaign is not None and said.campaign != campaign
    return Subject(
        path=path,
        features=features or _NOTHING,
        channel=channel,
        channel_from=source,
        medium=medium,
        language=language or (features.language if features else None),
        campaign=said.campaign if said.campaign is not None else campaign,
        campaign_folder="" if renamed else folder,
        expected=ruling.expected if ruling and not renamed else (),
    )


def _channel(
    found: Belonging,
    ruling: Ruling | None,
    said: Said,
    plan: tuple[Channel | None, Medium | None],
) -> tuple[Channel | None, Medium, str | None]:
    """Give channel, medium, and how the channel is known; a medium that does not fit is other."""
    by_rank = (
        (said.channel, said.medium, "option"),
        (ruling.channel if ruling else None, ruling.medium if ruling else None, "campaign file"),
        (*plan, "file"),
        (found.channel, found.medium, found.channel_from),
    )
    channel, source = None, None
    medium: Medium | None = None
    for its_channel, its_medium, name in by_rank:
        if channel is None and (own := its_channel or (its_medium and channel_of(its_medium))):
            channel, source = own, name
        fits = its_medium is not None and channel_of(its_medium) in {None, channel}
        if medium is None and (fits or (its_medium and name == "option")):
            medium = its_medium
    return channel, medium or "other", source
