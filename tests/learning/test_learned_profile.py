import pytest

from brandguard import checks
from brandguard.interchange.brandyml import load_profile
from brandguard.interchange.yamlfile import parse
from brandguard.learning.learn import learn
from brandguard.learning.palette import learn_palette
from brandguard.learning.ranges import learn_address, learn_picture_ranges, learn_voice_ranges
from brandguard.learning.write import profile_text
from brandguard.model.features import Features, Measured, PageFeatures, Swatch, VoiceTraits
from brandguard.model.report import Subject

RED, INK, PAPER = "#D7263D", "#1B1B1E", "#FFFFFF"


def creative(number, *swatches):
    page = PageFeatures(1, 100, 100, palette=tuple(Swatch(h, s) for h, s in swatches))
    return Features(f"{number:064x}", "png", 1, (page,), 1)


def voice(address="informal", emoji=(0.0, 0.0, 3.0)):
    traits = {"emoji": Measured(*emoji), "gulpease": None}
    return VoiceTraits("it", 80, 6, address, {}, 0, 0, traits)


@pytest.fixture
def approved():
    return [creative(i, (PAPER, 0.6 - i / 100), (RED, 0.3 + i / 100), (INK, 0.1)) for i in range(8)]


def test_colours_that_come_back_become_the_palette_with_their_shares(approved):
    colours = {c.name: c for c in learn_palette(approved)}
    assert {c.hex for c in colours.values()} == {PAPER, RED, INK}
    assert set(colours) == {"white", "red", "black"}
    low, high = colours["red"].share
    assert low <= 0.3
    assert high >= 0.37
    assert colours["red"].presence == 1.0


def test_a_colour_of_one_creative_is_no_brand_colour(approved):
    approved[0] = creative(0, (PAPER, 0.5), ("#00A86B", 0.5))
    assert "#00A86B" not in {c.hex for c in learn_palette(approved)}


def test_colours_of_photographs_are_left_out():
    swatches = (Swatch(PAPER, 0.5), Swatch("#557799", 0.5, photo=True))
    pages = (PageFeatures(1, 9, 9, palette=swatches),)
    examples = [Features(f"{i}", "png", 1, pages, 1) for i in range(4)]
    assert [c.hex for c in learn_palette(examples)] == [PAPER]


def test_no_pictures_no_colours_no_ranges():
    assert learn_palette([Features("0", "text", 1, (), 1)]) == ()
    assert learn_picture_ranges([]) == {}


def test_the_order_of_the_examples_does_not_matter(approved):
    assert learn_palette(approved) == learn_palette(approved[::-1])


def test_an_address_is_learned_only_where_nearly_all_agree():
    assert learn_address([voice()] * 6) == "informal"
    assert learn_address([voice()] * 6 + [voice("none")] * 9) == "informal"
    assert learn_address([voice()] * 4 + [voice("formal")] * 2) is None
    assert learn_address([voice()] * 3) == "informal"
    assert learn_address([voice()] * 2) is None, "too few to make a rule of"
    assert learn_address([voice("mixed")] * 9) is None


def test_none_in_short_texts_is_not_never():
    ranges = learn_voice_ranges([voice() for _ in range(6)])
    assert ranges == {"emoji": (0.0, 3.0)}


def test_a_rule_that_would_flag_its_own_becomes_a_note(approved):
    odd = [creative(20 + i, (PAPER, 0.5), (f"#{i}0A8{i}B", 0.5)) for i in range(6)]
    learned = learn([(f"{i}.png", f) for i, f in enumerate(approved + odd)], 0.05)
    rate = learned.rules["COL001"]
    assert rate.flagged >= 3
    assert rate.severity == "note"


def test_what_is_written_can_be_read_back(approved, tmp_path):
    learned = learn([(f"{i}.png", f) for i, f in enumerate(approved)], 0.05)
    text, data = profile_text("Acme: «più»", learned, "p.yml.learned", 0.05, None)
    (tmp_path / "p.yml").write_text(text, encoding="utf-8")
    (tmp_path / "p.yml.learned").write_bytes(data)
    profile = load_profile(tmp_path / "p.yml")
    assert profile.name == "Acme: «più»"
    assert {c.hex for c in profile.colours} == {PAPER, RED, INK}
    assert {c.origin for c in profile.colours} == {"learned"}
    assert profile.learned.pictures == 8


def test_a_base_with_colours_keeps_them_and_nothing_is_learned_beside_them(approved):
    base = parse('color:\n  palette: {green: "#00A86B"}  # ours\n', "base.yml")
    learned = learn([(f"{i}.png", f) for i, f in enumerate(approved)], 0.05)
    text, _ = profile_text("Acme", learned, "p.yml.learned", 0.05, base)
    assert "# ours" in text
    assert "red" not in text
    assert "COL001" not in text


def test_few_examples_are_told(approved):
    learned = learn([(f"{i}.png", f) for i, f in enumerate(approved[:2])], 0.05)
    text, _ = profile_text("Acme", learned, "p.yml.learned", 0.05, None)
    assert "Few examples" in text


@pytest.fixture
def strict():
    return [
        creative(i, (PAPER, 0.6 - i / 100), (RED, 0.3 + i / 100), (INK, 0.1)) for i in range(12)
    ]


def judged(features, learned, tmp_path):
    text, data = profile_text("Acme", learned, "p.yml.learned", 0.05, None)
    (tmp_path / "p.yml").write_text(text, encoding="utf-8")
    (tmp_path / "p.yml.learned").write_bytes(data)
    found = checks.run(Subject("new.png", features), load_profile(tmp_path / "p.yml"))
    return {f.rule: f.severity for f in found}


def test_a_strict_palette_warns_of_a_large_foreign_area_and_leaves_small_ones(strict, tmp_path):
    learned = learn([(f"{i}.png", f) for i, f in enumerate(strict)], 0.05)
    assert learned.rules["COL001"].room == 0.1
    half = creative(90, (PAPER, 0.4), (RED, 0.1), ("#6A1FB5", 0.5))
    spot = creative(91, (PAPER, 0.6), (RED, 0.35), ("#6A1FB5", 0.05))
    wrong_red = creative(92, (PAPER, 0.7), ("#E8505F", 0.3))
    assert judged(half, learned, tmp_path)["COL001"] == "warn"
    assert judged(spot, learned, tmp_path)["COL001"] == "note"
    assert judged(wrong_red, learned, tmp_path)["COL002"] == "warn"


def test_the_room_for_foreign_colours_is_what_the_approved_ones_take_and_a_little(strict):
    odd = creative(20, (PAPER, 0.5), (RED, 0.3), ("#00A86B", 0.2))
    rate = learn([(f"{i}.png", f) for i, f in enumerate([*strict, odd])], 0.05).rules["COL001"]
    assert rate.room == pytest.approx(0.3)
    assert rate.by == ("12.png",)


def test_few_pictures_judge_no_foreign_colours(strict):
    learned = learn([(f"{i}.png", f) for i, f in enumerate(strict[:6])], 0.05)
    rate = learned.rules["COL001"]
    assert rate.severity == "note"
    assert not rate.enough


def test_the_room_does_not_go_beside_colours_of_a_base(strict):
    base = parse('color:\n  palette: {green: "#00A86B"}\n', "base.yml")
    learned = learn([(f"{i}.png", f) for i, f in enumerate(strict)], 0.05)
    assert "room" not in profile_text("Acme", learned, "p.yml.learned", 0.05, base)[0]
