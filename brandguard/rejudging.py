"""Judging the same creatives by version after version of a profile, as fast as it can be done.

What is dear is kept: where each creative belongs, the learned distances, the answers of checks that
read nothing of the profile that has changed (checks.remembered).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.campaigns import CampaignFiles
from brandguard.checks.remembered import Remembered
from brandguard.judging import judge
from brandguard.subjects import subject_for

if TYPE_CHECKING:
    from brandguard.judging import Reference
    from brandguard.model.features import Features
    from brandguard.model.profile import Profile
    from brandguard.model.report import CreativeReport, Subject
    from brandguard.subjects import Said
    from brandguard.waivers import Waivers


class Rejudging:
    """Remembers between judgements by one reference; not for threads to share."""

    def __init__(self, reference: Reference | None, said: Said) -> None:
        self.reference = reference
        self._said = said
        self._memory = Remembered()
        self._subjects: dict[str, Subject] = {}
        self._files: CampaignFiles | None = None
        self._from: tuple[object, ...] = ()

    def look_anew(self) -> None:
        """Forget where creatives belong: campaign files may have changed."""
        self._subjects, self._files = {}, None

    def judge(
        self, path: str, features: Features, profile: Profile, waivers: Waivers | None
    ) -> CreativeReport:
        """Judge what was measured before; raises ProfileError for a broken campaign file."""
        subject = self._subject(path, features, profile)
        return judge(subject, profile, self.reference, waivers, self._memory)

    def _subject(self, path: str, features: Features, profile: Profile) -> Subject:
        country = (profile.languages, profile.region)
        if country != self._from:
            self._from = country
            self.look_anew()
        known = self._subjects.get(path)
        if known is None or known.features is not features:
            self._files = self._files or CampaignFiles(profile.languages, profile.region)
            known = self._subjects[path] = subject_for(path, features, self._said, self._files)
        return known
