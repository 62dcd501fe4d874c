"""Links of a page as facts: what a click opens is stated, if no words say it."""

import pytest

from brandguard.measures.everything import Wanted, measure
from brandguard.measures.link_facts import link_facts
from brandguard.model.creative import Creative, Link, Page, TextRun
from brandguard.model.features import PageFeatures


def page(*urls, text="", runs=(), box=None):
    return PageFeatures(1, 10, 10, text=text, runs=runs, links=tuple(Link(u, box) for u in urls))


@pytest.mark.parametrize(("url", "kind", "value"), [
    ("https://www.acme.example/saldi", "url", "acme.example/saldi"),
    ("mailto:ciao@acme.example?subject=Saldi", "email", "ciao@acme.example"),
    ("tel:+390255501234", "phone", "+390255501234"),
])  # fmt: skip
def test_sites_mail_and_numbers_are_facts(url, kind, value):
    (fact,) = link_facts([page(url)], (), ("it",), "IT")
    assert (fact.kind, fact.value, fact.raw, fact.span) == (kind, value, url, (0, 0))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "#top", "", "acme"])
def test_what_opens_no_site_is_none(url):
    assert link_facts([page(url)], (), ("it",), "IT") == ()


def test_the_same_address_is_stated_once():
    twice = [page("https://acme.example"), page("https://www.acme.example/")]
    assert len(link_facts(twice, (), ("it",), "IT")) == 1


def test_the_span_is_the_words_that_are_clicked():
    runs = (TextRun((0, 5), (0.1, 0.1, 0.3, 0.2)), TextRun((6, 15), (0.1, 0.5, 0.4, 0.6)))
    clicked = page("https://acme.example", text="Saldi Scopri di", runs=runs, box=(0, 0.4, 1, 0.7))
    (fact,) = link_facts([clicked], (), ("it",), "IT")
    assert (fact.span, fact.sentence) == ((6, 15), "Scopri di")


def measured(text, url):
    made = Page(1, 0, 0, text=text, links=(Link(url),))
    wanted = Wanted(voice=False, languages=("it",), region="IT")
    return measure(Creative("pdf", iter((made,)), 1), b"", wanted).facts


def test_words_that_say_it_go_before_the_link():
    (fact,) = measured("Tutto su www.acme.example", "https://acme.example")
    assert fact.raw == "www.acme.example"
    (fact,) = measured("Scopri di più", "https://acme.example")
    assert fact.raw == "https://acme.example"
    (fact,) = measured("", "https://acme.example")
    assert fact.value == "acme.example"
