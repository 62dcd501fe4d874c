"""What a table of posts says of them beside the copy: where, in which language, when."""

import datetime as dt

import document_files as documents
import pytest

from brandguard.channels import by_words, planned
from brandguard.measures.everything import Wanted
from brandguard.readers import Limits, read
from brandguard.subjects import subject_for
from brandguard.workers.task import Job, measure_job


def plan_of(rows, name="piano.csv"):
    data = documents.workbook(rows) if name.endswith("x") else _lines(rows)
    return next((n.facts for n in read(data, name).notes if n.code == "SYS024"), None)


def _lines(rows):
    return "\n".join(";".join(row) for row in rows).encode()


def subject(rows, path="spring/offline/piano.csv", **said):
    job = Job(path, path, data=_lines(rows))
    features = measure_job(job, Wanted(voice=False, facts=False), Limits())
    return subject_for(path, features, _Said(**said))


class _Said:
    def __init__(self, channel=None, medium=None, language=None, campaign=None):
        self.channel, self.medium = channel, medium
        self.language, self.campaign = language, campaign


@pytest.mark.parametrize(
    "head",
    [
        ["Publish date", "Platform", "Language", "Caption"],
        ["Data pubblicazione", "Piattaforma", "Lingua", "Testo"],
        ["Fecha", "Red", "Idioma", "Texto"],
        ["Día", "Canal", "Idioma", "Título"],
    ],
)
def test_columns_are_known_by_their_names_in_three_languages(head):
    rows = [
        head,
        ["2026-06-01", "Instagram", "it-IT", "Saldi"],
        ["8/6", "TikTok", "Italian", "Via"],
    ]
    assert plan_of(rows) == {
        "posts": 2, "channels": "Instagram, TikTok", "languages": "it", "first": "2026-06-01",
        "last": "8/6",
    }  # fmt: skip


def test_a_workbook_s_days_have_no_hour():
    day = dt.date(2026, 6, 1)
    rows = [["Date", "Text"], [day, "Saldi"], [day, "Via"]]
    plan = plan_of(rows, "piano.xlsx")
    assert (plan["first"], plan["last"]) == ("2026-06-01", None)
    assert (plan["channels"], plan["languages"]) == (None, None)


def test_a_table_without_such_columns_says_nothing():
    assert plan_of([["Titolo", "Immagine"], ["Saldi", "a.png"]]) is None
    assert plan_of([["Data", "Testo"], ["", "Saldi"]]) is None


def test_many_and_long_words_are_bounded():
    rows = [["Canale", "Testo"], *([f"{i} {'x' * 500}", "Saldi"] for i in range(50))]
    assert len(plan_of(rows)["channels"]) < 600


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Instagram", ("online", "social")),
        ("Volantino", ("offline", "flyer")),
        ("online", ("online", None)),
        ("Valla", ("offline", "billboard")),
        ("x", (None, None)),
    ],
)
def test_what_a_plan_calls_channel_and_medium(words, found):
    assert by_words(words) == found


def test_what_a_table_agrees_on_goes_before_its_folder():
    rows = [["Canale", "Lingua", "Testo"], ["Instagram", "es", "Rebajas"], ["Facebook", "ES", "Ya"]]
    found = subject(rows)
    assert (found.channel, found.channel_from, found.medium) == ("online", "file", "social")
    assert found.language == "es"
    told = subject(rows, channel="offline", medium="radio", language="it")
    assert (told.channel, told.channel_from, told.medium) == ("offline", "option", "radio")
    assert told.language == "it"


def test_a_table_of_several_channels_stays_with_its_folder():
    rows = [["Canale", "Lingua", "Testo"], ["Instagram", "it", "Saldi"], ["Volantino", "es", "Ya"]]
    found = subject(rows)
    assert (found.channel, found.channel_from) == ("offline", "folder")
    features = found.features
    assert planned(features) == (None, None, None)
    mixed = subject([["Canale", "Testo"], ["Instagram", "Saldi"], ["Newsletter", "Ya"]])
    assert (mixed.channel, mixed.channel_from, mixed.medium) == ("online", "file", "other")


def test_the_report_tells_what_the_table_plans():
    from brandguard.checks import run
    from brandguard.messages import Messages
    from brandguard.model.profile import Profile

    rows = [["Data", "Canale", "Testo"], ["1/6", "Instagram", "Saldi"], ["8/6", "Instagram", "Via"]]
    (finding,) = [f for f in run(subject(rows), Profile(name="")) if f.rule == "SYS024"]
    assert finding.severity == "note"
    said = Messages.load("it").text("rules.SYS024.message", **finding.facts)
    assert said == "La tabella programma 2 post dal 1/6 al 8/6; canali: Instagram."
