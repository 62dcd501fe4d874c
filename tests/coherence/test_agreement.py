"""How far creatives agree in logo, type, imagery, voice and message, and as a campaign."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from portraits import agreeing, palette, portrait, report, scores

from brandguard.coherence.agreeing import MOST_PAIRS
from brandguard.coherence.basis import Basis
from brandguard.coherence.portraits import MOST_OF_A_SIDE, PortraitStore
from brandguard.coherence.tally import Tally
from brandguard.likeness.cohort import ASPECT, shipped_cohort
from brandguard.measures.voice import measure_voice
from brandguard.model.facts import Fact
from brandguard.model.features import Features, Lead, PageFeatures, Typeface
from brandguard.model.logo import LogoSighting
from brandguard.model.look import LAYOUT, TRAITS
from brandguard.model.profile import DEFAULT_WEIGHTS, BrandColour, LogoDuty, MessageRules, Profile
from brandguard.model.report import DIMENSIONS, Finding, Waived


def logo(name="new", recolouring="none", distortion=0.0, confidence=0.95):
    corners = ((0.1, 0.1), (0.4, 0.1), (0.4, 0.2), (0.1, 0.2))
    return LogoSighting(
        name, confidence, (0.1, 0.1, 0.4, 0.2), corners, 300.0, 75.0, None, None, distortion, 0.0,
        1.0, recolouring, "#E4002B", "#E4002B", "#FFFFFF", "flat", 4.8, 1.0,
    )  # fmt: skip


def set_in(*families):
    return tuple(Typeface(name, letters=letters) for name, letters in families)


def look(**traits):
    row = shipped_cohort().centre.copy()
    for name, value in traits.items():
        row[LAYOUT["traits"].start + TRAITS.index(name)] = value
    return tuple(row.tolist())


def against(one, other, dimension, basis=None):
    found = agreeing([portrait("a", **one)], [portrait("b", **other)], basis).coherence()
    return next(a for a in found.dimensions if a.dimension == dimension)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ((logo(),), (logo(),), 100, 100),
        ((logo(),), (logo("reversed"),), 90, 90),
        ((logo(),), (logo(), logo("symbol")), 90, 99),
        ((logo(),), (logo(recolouring="other"),), 70, 70),
        ((logo(),), (logo(distortion=0.3),), 70, 70),
        ((logo(),), (logo("old"),), 40, 40),
        ((logo(),), (), 50, 50),
        ((logo(),), (logo(confidence=0.5),), 50, 50),
    ],
)
def test_logo_versions_cost_little_and_old_or_missing_ones_much(one, other, least, most):
    basis = Basis(legacy=frozenset({"old"}))
    found = against({"logos": one}, {"logos": other}, "logo", basis).score
    assert least - 1e-9 <= found <= most + 1e-9


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [((), (), "why.no_logo_on_either"), (None, (logo(),), "why.no_logo_sought")],
)
def test_a_logo_that_nobody_sought_or_nobody_shows_is_no_disagreement(one, other, reason):
    found = against({"logos": one}, {"logos": other}, "logo")
    assert (found.score, found.reason.code) == (None, reason)


def test_radio_and_text_messages_owe_no_logo():
    shown, heard = portrait("a", logos=(logo(),)), portrait("b", medium="sms", logos=())
    assert scores(agreeing([shown], [heard]).coherence())["logo"] is None


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        (set_in(("Fraunces", 20), ("Figtree", 700)), set_in(("Fraunces", 90)), (20 / 720 + 1) / 2),
        (set_in(("Open Sans", 10)), set_in(("open-sans", 700)), 1.0),
        (set_in(("Fraunces", 20)), set_in(("Arial", 90)), 0.0),
        (set_in(("Fraunces", 99), ("Wingdings", 1)), set_in(("Fraunces", 90)), 1.0),
    ],
)
def test_type_agrees_by_the_letters_in_shared_families(one, other, score):
    found = against({"typefaces": one}, {"typefaces": other}, "typography")
    assert found.score == pytest.approx(100 * score)


def test_pages_that_name_no_fonts_are_not_compared():
    found = against({"typefaces": None}, {"typefaces": set_in(("Fraunces", 9))}, "typography")
    assert (found.score, found.reason.code) == (None, "why.no_fonts_named")


PHOTO = {"flat": 0.2, "log_colours": 6.0, "lightness": 0.35, "contrast": 0.28, "edges": 0.5}
ICONS = {"flat": 0.95, "log_colours": 1.0, "lightness": 0.92, "contrast": 0.08, "edges": 0.03}


def test_imagery_rewards_another_format_and_marks_another_look():
    wide = {"look": look(**PHOTO, log_aspect=1.2)}
    tall = {"look": look(**PHOTO, log_aspect=-0.8)}
    assert against(wide, tall, "imagery").score == pytest.approx(100)
    assert against(wide, {"look": look(**ICONS)}, "imagery").score < 40


def test_where_things_lie_on_the_page_does_not_count():
    moved = list(look(**PHOTO))
    for part in ("layout", "edges", "rim"):
        place = LAYOUT[part]
        moved[place] = [value + 0.3 for value in moved[place]]
    assert moved[ASPECT] == look(**PHOTO)[ASPECT]
    found = against({"look": look(**PHOTO)}, {"look": tuple(moved)}, "imagery")
    assert found.score == pytest.approx(100)


TU = "Scopri la collezione di primavera: ti aspettiamo in bottega con la tua famiglia. " * 5
LEI = "Gentile cliente, La invitiamo a visitare la Sua bottega di fiducia e Le offriamo. " * 5


def heard(text, language="it"):
    return measure_voice([(1, text)], (language,))


def voice(one, other, **more):
    sides = [portrait(n, voices=heard(text), **more) for n, text in (("a", one), ("b", other))]
    found = agreeing(sides[:1], sides[1:]).coherence()
    return next(a for a in found.dimensions if a.dimension == "voice")


def test_two_addresses_take_half_of_what_is_left():
    same, other = voice(TU, TU), voice(TU, LEI)
    assert same.score == pytest.approx(100)
    (taken,) = other.deductions
    assert taken.rule == "CAM011"
    assert other.score == pytest.approx(taken.points)
    assert other.score <= 50


def test_a_press_release_may_address_its_editors_formally():
    one = portrait("a", medium="flyer", voices=heard(TU))
    press = portrait("b", medium="press-release", voices=heard(LEI))
    (found,) = (
        a for a in agreeing([one], [press]).coherence().dimensions if a.dimension == "voice"
    )
    assert found.deductions == ()


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (heard(TU), heard("Descubre la colección y ven.", "es"), "why.no_common_language"),
        (heard(TU), (), "why.no_text"),
        (heard("La tazza."), heard("La tavola."), "why.too_short"),
    ],
)
def test_voices_that_cannot_be_compared_say_why(one, other, reason):
    found = agreeing([portrait("a", voices=one)], [portrait("b", voices=other)]).coherence()
    (voice_,) = (a for a in found.dimensions if a.dimension == "voice")
    assert (voice_.score, voice_.reason.code) == (None, reason)


# Campaigns


def fact(value, kind="discount"):
    return Fact(kind, value, value, 1, (0, 4), "it", sentence=f"Tutto a {value}")


def creative(name, channel, facts=(), **page):
    page = PageFeatures(1, 1000, 1000, **page)
    lead = Lead(f"Titolo di {name}", 1, (0, 5))
    features = Features("00", "png", 1, (page,), 1, lead=lead)
    path = f"spring/{channel}/{name}"
    return report(path, channel, facts=tuple(facts), page_views=(page,)), features


def campaign(creatives, profile=None, **more):
    tally = Tally(profile, **more)
    for made, features in creatives:
        tally.add(made, features)
    (found,) = tally.campaigns()
    return found


RED, TURQUOISE = palette(("#E4002B", 0.5)), palette(("#1FA8A0", 0.5))


def test_a_contradiction_costs_the_message_and_a_fact_on_one_side_nothing():
    found = campaign([
        creative("flyer", "offline", [fact("-30 %"), fact("EUR 19.00", "price")]),
        creative("post", "online", [fact("-20 %")]),
    ]).coherence  # fmt: skip
    (message,) = (a for a in found.dimensions if a.dimension == "message")
    assert message.score == 50
    (taken,) = message.deductions
    assert (taken.rule, taken.points) == ("CAM010", 50)
    agreed = campaign([
        creative("flyer", "offline", [fact("-20 %"), fact("EUR 19.00", "price")]),
        creative("post", "online", [fact("-20 %")]),
    ]).coherence  # fmt: skip
    assert scores(agreed)["message"] == 100


def test_production_is_never_compared_and_no_dimension_is_forgotten():
    found = campaign([creative("a", "offline"), creative("b", "online")]).coherence
    assert tuple(a.dimension for a in found.dimensions) == DIMENSIONS
    assert all(a.score is None and a.reason is not None for a in found.dimensions)
    assert found.score is None


def test_the_score_is_the_mean_of_what_was_compared_by_the_profiles_weights():
    profile = Profile("A", weights={**DEFAULT_WEIGHTS, "colour": 0.6, "message": 0.2})
    found = campaign(
        [
            creative("flyer", "offline", [fact("-30 %")], palette=RED),
            creative("post", "online", [fact("-20 %")], palette=RED),
        ],
        profile,
    ).coherence
    assert found.score == pytest.approx((0.6 * 100 + 0.2 * 50) / 0.8)


def test_the_pair_at_odds_and_the_creative_at_odds_come_first_offline_first():
    found = campaign([
        creative("poster", "offline", palette=RED),
        creative("banner", "online", palette=RED),
        creative("story", "online", palette=TURQUOISE),
    ]).coherence  # fmt: skip
    assert found.sides == ("offline", "online")
    assert (found.pairs[0].one, found.pairs[0].other) == (
        "spring/offline/poster", "spring/online/story",
    )  # fmt: skip
    assert found.creatives[0].path == "spring/online/story"
    assert found.creatives[-1].score > found.creatives[0].score
    assert (found.pairs_compared, found.creatives_compared) == (2, 3)
    assert [s.headline for s in found.sayings] == [
        "Titolo di poster", "Titolo di banner", "Titolo di story",
    ]  # fmt: skip


def test_creatives_of_one_channel_are_compared_with_each_other():
    found = campaign([
        creative("a", "online", palette=RED),
        creative("b", "online", palette=RED),
        creative("c", "online", palette=TURQUOISE),
    ])  # fmt: skip
    assert found.coherence.sides == ("online", "online")
    assert found.coherence.pairs_compared == 3
    assert found.coherence.creatives[0].path == "spring/online/c"
    assert found.findings == ()


def test_one_creative_alone_is_not_compared():
    assert campaign([creative("a", "online", palette=RED)]).coherence is None


def test_two_sides_in_other_colours_get_a_note_that_shows_both():
    found = campaign([
        creative("flyer", "offline", palette=RED), creative("post", "online", palette=TURQUOISE),
    ])  # fmt: skip
    (finding,) = found.findings
    assert (finding.rule, finding.severity) == ("CAM030", "note")
    assert (finding.facts["first"], finding.facts["second"]) == ("#E4002B", "#1FA8A0")
    assert finding.facts["value"] < finding.facts["limit"]
    assert found.verdict == "pass"


@pytest.mark.parametrize(("severity", "found"), [("fail", ["fail"]), ("off", [])])
def test_the_profile_decides_how_much_such_a_note_counts(severity, found):
    creatives = [
        creative("flyer", "offline", palette=RED), creative("p", "online", palette=TURQUOISE),
    ]  # fmt: skip
    findings = campaign(creatives, Profile("A", rules={"CAM030": severity})).findings
    assert [f.severity for f in findings] == found


def lacking(creatives, profile=None):
    rows = campaign(creatives, profile).coherence.creatives
    return {row.path.rpartition("/")[2]: row.missing for row in rows if row.missing}


ASKING = Profile(
    "A",
    colours=(BrandColour("red", "#E4002B", core=True),),
    logo_duty=LogoDuty(),
    message=MessageRules(claims={"it": "Fatto a mano, bevuto piano"}),
)


def test_a_cue_that_the_profile_asks_for_is_missing_where_it_is_not():
    shown = {"palette": TURQUOISE, "logos": (), "text": "Solo oggi"}
    found = lacking([creative("flyer", "offline", **shown), creative("b", "online")], ASKING)
    assert found == {"flyer": ("claim", "logo", "core_colour")}


def test_nobody_misses_what_the_medium_cannot_have_or_nobody_can_see():
    made, features = creative("spot", "offline", palette=TURQUOISE, logos=())
    radio = (replace(made, medium="radio"), features)
    unsure = creative("b", "online", palette=RED, logos=(logo(confidence=0.5),))
    assert lacking([radio, unsure], ASKING) == {}


def test_a_link_is_missing_where_most_of_the_others_have_one():
    linked = [
        creative(str(n), "offline", [fact("acme.it", "url")], text="acme.it") for n in range(3)
    ]
    assert lacking([*linked, creative("d", "online", text="Solo oggi")]) == {"d": ("link",)}
    assert lacking([linked[0], creative("d", "online", text="Solo oggi")]) == {}


# Bounds


def test_of_a_large_side_a_sample_is_kept_that_does_not_depend_on_the_order():
    names = [f"{n}.png" for n in range(MOST_OF_A_SIDE + 30)]
    kept = []
    for order in (names, names[::-1]):
        store = PortraitStore()
        for name in order:
            store.add("x", report(name, "online"), None, None)
        kept.append([p.path for p in store.sides("x")["online"]])
        store.close()
    assert kept[0] == kept[1]
    assert len(kept[0]) == MOST_OF_A_SIDE


def test_pairs_are_bounded():
    sides = [[portrait(f"{s}{n}", palette=RED) for n in range(60)] for s in "ab"]
    found = agreeing(*sides).coherence()
    assert found.pairs_compared == MOST_PAIRS < 60 * 60


pages = st.builds(
    lambda colour, logos, faces, traits: {
        "palette": palette((colour, 0.4), ("#FFFFFF", 0.5)),
        "logos": logos,
        "typefaces": faces,
        "look": look(**traits),
    },
    st.sampled_from(["#E4002B", "#1FA8A0", "#0057B8", "#FFFFFF", "#F2B83B"]),
    st.sampled_from([None, (), (logo(),), (logo("old"), logo())]),
    st.sampled_from([None, set_in(("A", 9)), set_in(("A", 9), ("B", 30)), set_in(("C", 3))]),
    st.sampled_from([PHOTO, ICONS, {}]),
)


@given(pages, pages)
@settings(max_examples=40, deadline=None)
def test_every_agreement_is_bounded_and_symmetric_and_whole_with_itself(one, other):
    def compared(first, second):
        sides = [[portrait(n, **page)] for n, page in (("a", first), ("b", second))]
        return agreeing(*sides).coherence()

    there, back, alone = compared(one, other), compared(other, one), compared(one, one)
    for forth, again, same in zip(there.dimensions, back.dimensions, alone.dimensions, strict=True):
        assert (forth.score is None) == (again.score is None)
        if forth.score is not None:
            assert 0 <= forth.score <= 100
            assert forth.score == pytest.approx(again.score, abs=1e-9)
        assert same.score is None or same.score == pytest.approx(100)


def test_the_same_campaign_gives_the_same_agreement_in_any_order():
    creatives = [
        creative("a", "offline", palette=RED), creative("b", "online", palette=TURQUOISE),
        creative("c", "online", palette=RED),
    ]  # fmt: skip
    found = [campaign(order).coherence for order in itertools.permutations(creatives)]
    assert all(one == found[0] for one in found)


def test_an_accepted_contradiction_still_disagrees_but_decides_nothing():
    class Accepting:
        def accept(self, findings, campaign):
            assert campaign == "spring"
            return tuple(replace(f, waived=Waived("agreed")) for f in findings)

    creatives = [
        creative("a", "offline", [fact("-30 %")]), creative("b", "online", [fact("-20 %")]),
    ]  # fmt: skip
    found = campaign(creatives, waivers=Accepting())
    as_it_is = campaign(creatives)
    assert scores(found.coherence)["message"] == scores(as_it_is.coherence)["message"] < 100
    assert found.verdict == "pass"
    assert as_it_is.verdict != "pass"
    assert all(isinstance(f, Finding) and f.waived for f in found.findings)
