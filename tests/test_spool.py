"""Reports on the disk come back as they were, as often as they are asked for."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "writers"))

import campaign_report
import sample_report

from brandguard.model.report import CampaignReport, CreativeReport
from brandguard.spool import Spool


def test_creatives_come_back_in_their_order_again_and_again():
    creatives = list(sample_report.report().creatives)
    spool = Spool(CreativeReport)
    for one in creatives:
        spool.append(one)
    assert len(spool) == len(creatives)
    assert list(spool) == creatives
    assert list(spool) == creatives
    assert creatives[0] in spool
    spool.close()


def test_a_name_that_is_no_unicode_comes_back():
    one = replace(next(iter(sample_report.report().creatives)), path="flyer-\udcff.png")
    spool = Spool(CreativeReport)
    spool.append(one)
    assert list(spool) == [one]


def test_campaigns_come_back_with_what_they_agree_in():
    campaigns = list(campaign_report.report().campaigns)
    assert any(campaign.coherence for campaign in campaigns)
    spool = Spool(CampaignReport)
    for one in campaigns:
        spool.append(one)
    assert list(spool) == campaigns
