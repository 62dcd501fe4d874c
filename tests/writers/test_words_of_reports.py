"""What a newcomer stumbled over in the reports: figures in words, general mends, who says what."""

from __future__ import annotations

from dataclasses import replace

import coherent_report
import pytest
import sample_report
from readback import text_of

from brandguard.messages import Messages
from brandguard.model.coherence import Agreement
from brandguard.model.creative import Note
from brandguard.model.report import Conflict, DimensionScore, Finding, Place, Side
from brandguard.writers.coherence_text import write_sides
from brandguard.writers.html_campaign import _parts, _pieces, _taken_for
from brandguard.writers.pdf.gather import Trouble
from brandguard.writers.pdf.summary import _advice, _where
from brandguard.writers.text import _unmeasured

IT = Messages.load("it")


def banned(found, instead):
    return Finding("TRM001", "fail", {"found": found, "instead": instead}, suggestion=True)


def test_one_trouble_keeps_its_advice_and_many_get_the_words_and_the_rule_s():
    one = Trouble("TRM001", fails=1, example=banned("leader", "chi siamo"), words={"leader": None})
    assert "chi siamo" in _advice(one, IT)
    many = Trouble(
        "TRM001", fails=6, example=banned("leader", "chi siamo"),
        words={"leader": None, "Cheap": None},
    )  # fmt: skip
    said = _advice(many, IT)
    assert said.startswith("leader, Cheap. ")
    assert "chi siamo" not in said
    assert IT.rule("TRM001")["fix"] in said


def test_kinds_of_fact_are_named_in_the_language_of_the_report():
    example = Finding("MSG005", "fail", {"kind": "date", "found": "x", "wanted": "y"})
    many = Trouble("MSG005", fails=2, example=example, words={"date": None, "phone": None})
    assert _advice(many, Messages.load("es")).startswith("Fecha, Teléfono. ")


def test_the_campaign_is_named_where_all_of_them_are_in_it():
    assert _where({"spring-wrong"}, IT) == "Nella sola campagna spring-wrong."
    assert not _where({"a", "b"}, IT)
    assert not _where({""}, IT)


def test_what_agreement_comes_from_is_said_in_words():
    colour = Agreement("colour", 74.0, 1.0, parts=(("moved", 0.26),))
    assert _parts(colour, ("Offline", "Online"), IT) == [
        "per essere uguali dovrebbe cambiare il 26% del colore"
    ]
    logo = Agreement(
        "logo", 100.0, 1.0, parts=(("moved", 0.0), ("shown_one", 1.0), ("shown_other", 1.0))
    )
    assert _parts(logo, ("Offline", "Online"), IT) == [
        "il logo c’è in tutti i lavori di entrambe le parti"
    ]


def test_points_are_taken_for_a_fact_where_there_is_one():
    assert _taken_for("CAM010", "discount", IT) == "Sconto"
    assert _taken_for("CAM011", None, IT) == IT.title("CAM011")


def test_an_address_is_broken_at_its_joints_and_a_price_is_not():
    assert _pieces("tazamora.example/primavera") == ["tazamora.", "example/", "primavera"]
    assert _pieces("31 maggio 2027") == ["31 maggio 2027"]


def test_who_says_what_is_named_and_counted(tmp_path):
    def side(path, value):
        return Side(path, "online", value, Place(), value, value)

    many = [side(f"s/online/{n}.txt", "-20 %") for n in range(7)]
    conflict = Conflict("CAM010", "discount", (side("s/offline/f.txt", "-30 %"), *many))
    file = tmp_path / "out.txt"
    with file.open("w", encoding="utf-8") as out:
        write_sides(conflict, out, IT, color=False)
    (line,) = file.read_text(encoding="utf-8").splitlines()
    assert line.strip().startswith("−20 % – 7 lavori: online/0.txt, ")
    assert line.endswith("… 3 altri")


def test_what_the_profile_does_not_ask_for_is_not_judged_rather_than_not_measured():
    creative = next(iter(sample_report.report().creatives))
    silent = DimensionScore(
        "imagery", None, "not_evaluable", 0.0, reason=Note("why.not_in_profile")
    )
    ((label, _),) = _unmeasured(replace(creative, dimensions=(silent,)), IT)
    assert label == "Non giudicato"


@pytest.mark.parametrize("word", ["Peso"])
def test_the_text_says_what_each_dimension_counts_for(word):
    assert f"({word})" in text_of(coherent_report.report(), "text", "it")
