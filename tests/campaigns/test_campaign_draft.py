"""`campaign new`: few patterns, read back as they were found; facts suggested, conflicts named."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brandguard.campaigns import CampaignFiles
from brandguard.campaigns.cover import Placed, rows_for
from brandguard.campaigns.draft import Stated, draft
from brandguard.measures.facts import measure_facts
from brandguard.model.creative import OFFLINE_MEDIA, ONLINE_MEDIA, channel_of

NAMES = st.sampled_from(["a", "b.png", "c.png", "d.md", "e [1].md", "#f.md", "!g.png", "h.md "])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
MEDIA = st.sampled_from([None, *ONLINE_MEDIA[:3], *OFFLINE_MEDIA[:3]])


@st.composite
def placed(draw):
    paths = draw(st.lists(PATHS, min_size=1, max_size=12, unique=True))
    folders = {"/".join(p.split("/")[:i]) for p in paths for i in range(1, p.count("/") + 1)}
    out = []
    for path in paths:
        if path in folders:
            continue
        medium = draw(MEDIA)
        channel = channel_of(medium) or draw(st.sampled_from([None, "online", "offline"]))
        language = draw(st.sampled_from([None, "it", "es"]))
        out.append(Placed(path, channel, medium, language))
    return out


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(creatives=placed())
def test_what_was_found_is_read_back(tmp_path, creatives):
    (tmp_path / "campaign.yml").write_text(draft("A", creatives, ()), encoding="utf-8")
    files = CampaignFiles()
    for one in creatives:
        found = files.ruling(str(tmp_path / one.below))
        assert (found.channel, found.medium, found.language) == (
            one.channel, one.medium, one.language,
        )  # fmt: skip


def test_a_folder_that_agrees_gets_one_pattern():
    creatives = [Placed(f"online/{i}.png", "online", "banner", "it") for i in range(50)]
    creatives += [Placed(f"offline/{i}.pdf", "offline", "flyer", "it") for i in range(50)]
    rows = {row.patterns: dict(row.settings) for row in rows_for(creatives)}
    assert rows == {
        ("*",): {"language": "it"},
        ("offline/**",): {"channel": "offline", "medium": "flyer"},
        ("online/**",): {"channel": "online", "medium": "banner"},
    }


def test_exceptions_come_after_the_rule_and_alike_files_by_suffix():
    creatives = [Placed(f"{i}.md", "online", "web", "it") for i in range(9)]
    creatives += [Placed("es.md", "online", "web", "es")]
    creatives += [Placed(f"{i}.gif", "online", "banner", "it") for i in range(3)]
    rows = [(row.patterns, dict(row.settings)) for row in rows_for(creatives)]
    assert rows == [
        (("*",), {"channel": "online", "medium": "web", "language": "it"}),
        (("/*.gif",), {"medium": "banner"}),
        (("/es.md",), {"language": "es"}),
    ]


def stated(**texts):
    return [
        Stated(below, measure_facts([(1, text)], ("it", "en"), "IT"))
        for below, text in texts.items()
    ]


def test_what_most_state_is_suggested_and_who_says_otherwise_is_named():
    text = draft(
        "A", (),
        stated(
            one="Sconto del 20 % fino al 31 maggio 2027. Tel. 019 555 0142",
            two="20% off until 31 May 2027.",
            three="Sconto del 30 % fino al 31 maggio.",
            four="Vieni a trovarci.",
        ),
    )  # fmt: skip
    assert "#   discount: 20 %  # 2 of the 3 that name one" in text
    assert "#     # three: «30 %»" in text
    assert "#   until: 2027-05-31  # 3 of the 3 that name one" in text
    assert "phone" not in text  # one alone is no agreement


def test_suggestions_without_their_comment_are_a_valid_file(tmp_path):
    path = tmp_path / "campaign.yml"
    both = "Sconto del 20 % fino al 31 maggio 2027. Tel. 019 555 0142. acme.example/a #brezza"
    text = draft("A: b # c", (), stated(one=both, two=both))
    path.write_text(re.sub(r"(?m)^# (expected:|  )", r"\1", text), encoding="utf-8")
    found = CampaignFiles((), "IT").ruling(str(tmp_path / "x.png"))
    assert found.campaign == "A: b # c"
    assert {e.key: e.facts[0].value for e in found.expected} == {
        "discount": "-20 %",
        "until": "2027-05-31",
        "phone": "+390195550142",
        "url": "acme.example/a",
        "hashtag": "#brezza",
    }


def test_hostile_names_and_words_stay_comments(tmp_path):
    evil = "a\nname: evil\n\x1b[31m.md"
    facts = measure_facts([(1, "Sconto del 20 %")], ("it",))
    others = measure_facts([(1, "Sconto del 30 %")], ("it",))
    text = draft("A", [Placed(evil, "online")], [
        Stated("x", facts), Stated("y", facts), Stated(evil, others),
    ])  # fmt: skip
    path = tmp_path / "campaign.yml"
    path.write_text(text, encoding="utf-8")
    assert CampaignFiles().ruling(str(tmp_path / "x")).campaign == "A"
    assert "\x1b" not in text
    assert "\nname: evil" not in text


def test_a_tie_is_told():
    facts = {
        n: tuple(measure_facts([(1, f"-{n} % fino a esaurimento")], ("it",))) for n in (30, 20)
    }
    stated = [Stated(f"{n}-{i}.md", facts[n]) for n in (30, 20) for i in range(2)]
    text = draft("A", [Placed(s.below, None, None, None) for s in stated], stated)
    line = next(row for row in text.splitlines() if "they disagree" in row)
    assert line.startswith("#")
    assert "30" in line
    assert "20" in line
