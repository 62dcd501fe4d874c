"""The kept runs of one campaign, whatever was judged with it."""

from kept_runs import a_run, campaign, creative

from brandguard.history.record import record
from brandguard.history.report_trend import campaign_trend
from brandguard.history.where import where
from brandguard.model.profile import Profile

ACME = Profile("Acme")


def kept(tmp_path, *runs):
    place = where(str(tmp_path / "history.sqlite3"))
    for run in runs:
        record(place, run)
    return place


def spring(score, day, **how):
    return a_run(creative("spring/a.png", score), day=day, campaigns=(campaign(),), **how)


def scores(line):
    return [point.score for point in line.points]


def test_runs_come_oldest_first(tmp_path):
    place = kept(tmp_path, spring(70.0, 1), spring(60.0, 0))
    line = campaign_trend(place, ACME, campaign(), None, 12)
    assert (line.campaign, scores(line)) == ("spring", [60.0, 70.0])


def test_only_the_last_so_many_are_given(tmp_path):
    place = kept(tmp_path, *(spring(float(day), day) for day in range(5)))
    assert scores(campaign_trend(place, ACME, campaign(), None, 3)) == [2.0, 3.0, 4.0]


def test_of_several_series_the_latest_counts(tmp_path):
    place = kept(tmp_path, spring(50.0, 0), spring(60.0, 3, paths=("all",)), spring(55.0, 1))
    assert scores(campaign_trend(place, ACME, campaign(), None, 12)) == [60.0]


def test_another_brand_or_campaign_or_folder_is_not_taken(tmp_path):
    place = kept(tmp_path, spring(50.0, 0))
    for profile, one in (
        (Profile("Other"), campaign()),
        (ACME, campaign("autumn")),
        (ACME, campaign(folder="elsewhere/spring")),
    ):
        assert campaign_trend(place, profile, one, None, 12) is None


def test_without_a_history_there_is_none(tmp_path):
    place = where(str(tmp_path / "none.sqlite3"))
    assert campaign_trend(place, ACME, campaign(), None, 12) is None
