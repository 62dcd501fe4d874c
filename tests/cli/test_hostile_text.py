"""Text that nobody writes on purpose, through the command line: a clear answer in bounded time."""

import json
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

SENTENCES = Path(__file__).parents[1] / "measures" / "voice_sentences"
PROFILE = """\
meta: {name: Acme}
defaults:
  brandguard:
    languages: [en, it, es]
    voice: {address: {it: lei}}
    wording:
      banned: [office, economico, "regex:(a|aa|aaa|aaaa)+b$"]
      names: [BrandGuard]
      required: ["Drink responsibly."]
    message: {claim: {en: "Honest bread, every morning"}}
"""
TEXTS = {
    "french.txt": "Découvrez notre nouvelle collection de printemps dans toutes nos boutiques. "
    "Nous vous attendons avec des offres pour toute la famille et un café offert.",
    "two.txt": "Scopri la tua nuova collezione di primavera in tutti i nostri negozi.\n\n"
    "Come and see your new spring collection in all of our shops, we are waiting for you.\n",
    "ligature.txt": "See our o\ufb03ce today for an of\u00adfice chair. Brand\u00adGuard knows.",
    "bidi.txt": "An off\u200bice \u202eecalp\u202c for \u2066you\u2069. Drink re\u00adsponsibly.",
    "emoji.txt": "🔥🔥🔥 👩‍👩‍👧 🇮🇹\n",
    "decomposed.txt": "Il piu\u0300 economico, perche\u0301 no? Visiti il Suo negozio.",
    "slow.txt": "Say " + "a" * 3000 + "!",
    "claim.txt": "Ho\u00adnest bread, every mor\u00adning. Drink responsibly.",
}


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """Judge all of them in one run."""

    folder = tmp_path_factory.mktemp("texts")
    (folder / "_brand.yml").write_text(PROFILE, encoding="utf-8")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    line = "Scopri la collezione di primavera con lo sconto del 20 % e ti aspettiamo. "
    (folder / "line.txt").write_text(line * (5_000_000 // len(line)), encoding="utf-8")
    started = time.monotonic()
    program = [sys.executable, "-m", "brandguard", "check", str(folder), "--format", "json"]
    done = subprocess.run(
        [*program, "-p", str(folder / "_brand.yml"), "--no-cache", "--exit-zero", "-j", "1"],
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    sys.stdout.write(f"judged in {time.monotonic() - started:.1f} s\n")
    return {Path(c["path"]).name: c for c in json.loads(done.stdout)["creatives"]}


def rules(creative):
    return [f["rule"] for f in creative["findings"]]


def test_every_one_has_an_answer(judged):
    assert set(judged) == {*TEXTS, "line.txt"}
    assert [name for name, c in judged.items() if c["error"]] == []


def test_another_language_is_named_and_not_judged_by_a_wrong_pipeline(judged):
    french = judged["french.txt"]
    assert french["language"] == "fr"
    assert french["dimensions"]["voice"]["verdict"] == "not_evaluable"
    assert "VOX005" in rules(french)


def test_mixed_copy_is_split(judged):
    """The Italian half is held against its Lei though half of the text is English."""
    (address,) = [f for f in judged["two.txt"]["findings"] if f["rule"] == "VOX002"]
    assert address["facts"]["language"] == "it"


def test_ligatures_and_soft_hyphens_do_not_hide_a_term(judged):
    (term,) = [f for f in judged["ligature.txt"]["findings"] if f["rule"] == "TRM001"]
    text = TEXTS["ligature.txt"]
    places = [term["span"], *(p["span"] for p in term["more_places"])]
    assert [text[start:end] for start, end in places] == ["o\ufb03ce", "of\u00adfice"]
    assert "TRM003" not in rules(judged["ligature.txt"])


def test_marks_that_nobody_sees_do_not_hide_words(judged):
    assert "TRM001" in rules(judged["bidi.txt"])
    assert "TRM004" not in rules(judged["bidi.txt"])


def test_letters_with_their_accent_apart_are_words(judged):
    (term,) = [f for f in judged["decomposed.txt"]["findings"] if f["rule"] == "TRM001"]
    assert term["facts"]["found"] == "economico"
    assert "VOX002" not in rules(judged["decomposed.txt"])


def test_emoji_alone_have_no_voice(judged):
    assert rules(judged["emoji.txt"]) == ["TRM004"]
    assert judged["emoji.txt"]["findings"][0]["facts"]["text"] == "Drink responsibly."


def test_a_pattern_that_explodes_is_stopped_and_named(judged):
    (slow,) = [f for f in judged["slow.txt"]["findings"] if f["rule"] == "TRM006"]
    assert slow["severity"] == "note"
    assert "(a|aa|aaa|aaaa)+b$" in slow["message"]
    assert "TRM006" not in rules(judged["claim.txt"])


def test_a_claim_with_soft_hyphens_is_the_claim(judged):
    assert not {"MSG003", "TRM004"} & set(rules(judged["claim.txt"]))


def test_five_megabytes_in_one_line_are_judged(judged):
    assert judged["line.txt"]["language"] == "it"
    assert "VOX002" in rules(judged["line.txt"])


def sentences(language):
    cases = tomllib.loads((SENTENCES / f"{language}.toml").read_text(encoding="utf-8"))["cases"]
    return [text for text, *_ in cases][:22]


@pytest.mark.parametrize("language", ["en", "es", "it"])
def test_voice_gives_one_object_a_line(language, command, tmp_path):
    lines = []
    for number, text in enumerate(sentences(language)):
        lines += [text] if number % 4 else [text, ""]
    lines[3] += "\u2028e un\x0caltra riga"  # breaks that are no line ends
    file = tmp_path / "copy.txt"
    file.write_bytes("\r\n".join(lines).encode() + b"\r\n")
    answer = command("voice", str(file), "--lines", "--language", language, "--format", "json")

    rows = [json.loads(row) for row in answer.out.split("\n") if row]
    assert len(rows) == len(lines)
    keys = {"schema", "language", "words", "address", "imperatives", "we", "traits"}
    for line, row in zip(lines, rows, strict=True):
        assert keys <= set(row)
        assert row["schema"] == "brandguard.voice/1"
        assert row["address"] in {"informal", "plural", "formal", "mixed", "none"}
        empty = (row["words"], row["address"], row["imperatives"], row["we"]) == (0, "none", 0, 0)
        assert empty == (not line)
        assert (row["language"] == language) or not line
