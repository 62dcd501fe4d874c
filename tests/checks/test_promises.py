"""MSG003, MSG005, MSG006 and LNK001 against what a campaign file wants stated."""

import pytest

from brandguard.campaigns import read_campaign
from brandguard.judging import judge
from brandguard.measures.facts import measure_facts
from brandguard.measures.link_facts import link_facts
from brandguard.model.creative import Link
from brandguard.model.features import Coverage, Features, PageFeatures
from brandguard.model.profile import MessageRules, Profile
from brandguard.model.report import Subject


@pytest.fixture
def found(tmp_path):
    def findings(text, expected, profile=None, links=()):
        path = tmp_path / "campaign.yml"
        path.write_text(f"expected: {expected}", encoding="utf-8")
        wanted = read_campaign(path, ("it", "en", "es"), "IT").expected
        page = PageFeatures(1, 0, 0, text=text, links=tuple(map(Link, links)))
        stated = measure_facts([(1, text)], ("it", "en", "es"), "IT")
        features = Features(
            "00", "text", 1, (page,), 1,
            facts=(*stated, *link_facts([page], stated)) if text else None,
            coverage=(Coverage("message", measured=True),),
        )  # fmt: skip
        subject = Subject("a.txt", features, language="it", expected=wanted)
        report = judge(subject, profile or Profile("A"), None)
        codes = ("MSG", "LNK001")
        return [
            (f.rule, f.severity, f.facts["found"] if "found" in f.facts else f.facts["wanted"])
            for f in report.findings
            if f.rule.startswith(codes) and f.rule != "MSG002"
        ]

    return findings


@pytest.mark.parametrize(
    ("text", "expected", "wanted"),
    [
        ("Sconto del 30 %", "{discount: 20 %}", [("MSG005", "fail", "30 %")]),
        ("Sconto del 20 %", "{discount: 20 %}", []),
        ("20% off", "{discount: 20 %}", []),
        ("Venti per cento in meno", "{discount: 20 %}", []),
        ("Sconto del 20 %. Sconto del 10 % per chi torna.", "{discount: 20 %}", []),
        ("Sconto del 30 %", "{discount: [20 %, 30 %]}", []),
        ("Vieni a trovarci", "{discount: 20 %}", []),
        ("Fino al 15 maggio 2027", "{until: 2027-05-31}", [("MSG005", "fail", "15 maggio 2027")]),
        ("Fino al 31 maggio", "{until: 2027-05-31}", []),
        ("Dal 1 al 31 maggio", "{until: 2027-05-31}", []),
        ("Serata il 12 aprile 2027", "{until: 2027-05-31}", []),
        ("Solo 24,90 €", "{price: 19.90 €}", [("MSG005", "fail", "24,90 €")]),
        ("Tazza 12 €, brocca 24 €, ciotola 9 €", "{price: 19.90 €}", []),
        ("Tel. 019 555 0124", "{phone: 019 555 0142}", [("MSG005", "fail", "019 555 0124")]),
        ("Tel. +39 019 5550142", "{phone: 019 555 0142}", []),
        ("Vai su acme.example/estate", "{url: acme.example/spring}",
         [("MSG005", "warn", "acme.example/estate")]),
        ("Vai su acme.example", "{url: acme.example/spring}", []),
        ("Seguici su instagram.com/acme", "{url: acme.example/spring}", []),
        ("Codice SPRING25", "{code: SPRING20}", [("MSG005", "fail", "SPRING25")]),
        ("#ceramica #mare", "{hashtag: '#brezza'}", []),
        ("#breza", "{hashtag: '#brezza'}", [("MSG005", "warn", "#breza")]),
        ("prendi 4 paghi 3", "{offer: 3x2}", [("MSG005", "fail", "prendi 4 paghi 3")]),
    ],
)  # fmt: skip
def test_another_value_than_the_campaigns_is_found(found, text, expected, wanted):
    assert found(text, expected) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vieni a trovarci", [("MSG006", "warn", "20 %")]),
        ("Sconto del 20 %", []),
        ("Sconto del 30 %", [("MSG005", "fail", "30 %")]),  # said once, not twice
        ("", []),  # what cannot be read cannot be missing
    ],
)
def test_what_is_required_must_be_there(found, text, wanted):
    assert found(text, "{discount: {value: 20 %, required: true}}") == wanted


def test_a_click_that_leads_there_states_an_address(found):
    wanted = "{url: {value: acme.example/spring, required: true}}"
    link = "https://www.acme.example/spring/?utm_source=mail"
    assert found("Scopri", wanted, links=[link]) == []
    assert found("Scopri", wanted, links=["https://else.example"])[0][0] == "MSG005"


CLAIM = "Fatto a mano, bevuto piano."


@pytest.mark.parametrize(
    ("text", "expected", "wanted"),
    [
        (f"Tazze. {CLAIM}", f"{{claim: '{CLAIM}'}}", []),
        ("Tazze. Fatto a macchina, bevuto piano.", f"{{claim: {{it: '{CLAIM}'}}}}",
         [("MSG003", "warn", "Fatto a macchina, bevuto piano")]),
        ("Tazze e brocche.", f"{{claim: {{it: '{CLAIM}'}}}}", [("MSG003", "note", None)]),
        ("Tazze e brocche.", f"{{claim: {{value: {{it: '{CLAIM}'}}, required: true}}}}",
         [("MSG003", "warn", None)]),
        ("Tazze e brocche.", f"{{claim: {{es: '{CLAIM}'}}}}", []),
    ],
)  # fmt: skip
def test_the_campaigns_claim_is_looked_for(found, text, expected, wanted):
    assert found(text, expected) == wanted


def test_the_campaigns_claim_goes_before_the_profiles(found):
    brand = Profile("A", message=MessageRules(claims={"it": "Il buono del pane, ogni giorno."}))
    text = f"Tazze. {CLAIM}"
    assert found(text, f"{{claim: {{it: '{CLAIM}'}}}}", brand) == []
    assert found(text, "{discount: 20 %}", brand) == [("MSG003", "note", None)]


def test_what_the_profile_tells_already_is_told_once(found):
    brand = Profile("A", message=MessageRules(facts={"phone": ("019 555 0142",)}))
    wanted = "{phone: 019 555 0142}"
    assert found("Tel. 019 555 0124", wanted, brand) == [("MSG004", "warn", "019 555 0124")]
    off = Profile("A", message=brand.message, rules={"MSG004": "off"})
    assert found("Tel. 019 555 0124", wanted, off) == [("MSG005", "fail", "019 555 0124")]


def test_the_profile_sets_the_severity(found):
    brand = Profile("A", rules={"MSG005": "note"})
    assert found("Sconto del 30 %", "{discount: 20 %}", brand) == [("MSG005", "note", "30 %")]


@pytest.mark.parametrize(
    ("link", "wanted"),
    [
        ("https://acme.example/x", []),
        ("https://shop.acme.example/x", []),
        ("https://www.instagram.com/acme", []),
        ("https://acme-promo.example/x", [("LNK001", "warn", "https://acme-promo.example/x")]),
        ("mailto:a@b.example", []),
        ("#top", []),
    ],
)
def test_a_click_leads_to_the_brands_own_site(found, link, wanted):
    brand = Profile("A", message=MessageRules(facts={"url": ("acme.example",)}))
    assert found("Scopri", "{}", brand, links=[link]) == wanted
