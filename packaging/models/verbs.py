"""Verb forms for template sentences and for the lexicon of possible imperatives.

Italian forms are read from Morph-it! (the `verbs.json` of the npm package italian-verbs-dict, data
CC BY-SA 2.0 or LGPL). Spanish forms follow rules of our own; the lemma table of the Python package
spacy-lookups-data decides stem changes and throws out verbs that the rules get wrong.
"""

from __future__ import annotations

import gzip
import json
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of one verb that copy uses; "" where the verb has none or it is not known.

    Imperatives: `tu` singular familiar, `voi` plural familiar (vosotros), `lei` singular polite
    (usted), `loro` plural polite (ustedes, Spanish only). Present indicative: `s2`, `s3`, `p1`,
    `p2`; future `f2`, `f5` (second plural); past participle. `no_tu` and `no_voi` are the Spanish
    forms after «no».
    """

    infinitive: str
    tu: str
    voi: str
    lei: str
    s2: str
    s3: str
    p1: str
    p2: str
    f2: str
    f5: str
    participle: str
    loro: str = ""
    no_tu: str = ""
    no_voi: str = ""


ITALIAN_MODERN = [
    "scansionare",
    "taggare",
    "postare",
    "twittare",
    "googlare",
    "chattare",
    "linkare",
    "cliccare",
    "downloadare",
    "whatsappare",
    "resettare",
    "brandizzare",
    "sponsorizzare",
    "targettizzare",
    "zoomare",
    "formattare",
    "digitalizzare",
    "efficientare",
    "customizzare",
    "fidelizzare",
    "mixare",
    "shakerare",
    "streammare",
    "flaggare",
    "loggare",
    "spoilerare",
    "geolocalizzare",
    "crowdfundare",
    "influenzare",
    "bloggare",
    "messaggiare",
    "upgradare",
]
"""Regular verbs that Morph-it! is too old to know."""


def italian(path: Path) -> dict[str, Verb]:
    """All verbs of Morph-it! that have imperatives."""
    table: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    verbs = {name: _italian(name, moods) for name, moods in table.items()}
    return {name: verb for name, verb in verbs.items() if verb.tu and verb.voi and verb.lei}


def _italian(name: str, moods: dict[str, Any]) -> Verb:
    def form(mood: str, tense: str, person: str) -> str:
        found = moods.get(mood, {}).get(tense, {}).get(person, "")
        return found if isinstance(found, str) else ""

    return Verb(
        infinitive=name,
        tu=form("impr", "pres", "S2"),
        voi=form("impr", "pres", "P2"),
        lei=form("sub", "pres", "S3"),
        s2=form("ind", "pres", "S2"),
        s3=form("ind", "pres", "S3"),
        p1=form("ind", "pres", "P1"),
        p2=form("ind", "pres", "P2"),
        f2=form("ind", "fut", "S2"),
        f5=form("ind", "fut", "P2"),
        participle=form("part", "past", "S"),
    )


def italian_modern() -> dict[str, Verb]:
    """Give the verbs that Morph-it! does not know."""
    return {name: _italian_regular(name) for name in ITALIAN_MODERN}


def _italian_regular(name: str) -> Verb:
    """Give a regular verb in -are."""
    stem = name[:-3]
    hard = stem + "h" if stem.endswith(("c", "g")) else stem
    soft = hard.removesuffix("i")
    return Verb(
        infinitive=name, tu=stem + "a", voi=stem + "ate", lei=soft + "i", s2=soft + "i",
        s3=stem + "a", p1=soft + "iamo", p2=stem + "ate", f2=hard + "erai", f5=hard + "erete",
        participle=stem + "ato",
    )  # fmt: skip


# ---------------------------------------------------------------------------------------- Spanish

SPANISH_IRREGULAR: dict[str, tuple[str, str, str, str, str, str]] = {
    # infinitive: imperative tú, subjunctive stem, s2, s3, p1, future stem
    "venir": ("ven", "veng", "vienes", "viene", "venimos", "vendr"),
    "hacer": ("haz", "hag", "haces", "hace", "hacemos", "har"),
    "poner": ("pon", "pong", "pones", "pone", "ponemos", "pondr"),
    "salir": ("sal", "salg", "sales", "sale", "salimos", "saldr"),
    "decir": ("di", "dig", "dices", "dice", "decimos", "dir"),
    "tener": ("ten", "teng", "tienes", "tiene", "tenemos", "tendr"),
    "ir": ("ve", "vay", "vas", "va", "vamos", "ir"),
    "ser": ("sé", "se", "eres", "es", "somos", "ser"),
    "ver": ("ve", "ve", "ves", "ve", "vemos", "ver"),
    "traer": ("trae", "traig", "traes", "trae", "traemos", "traer"),
    "caer": ("cae", "caig", "caes", "cae", "caemos", "caer"),
    "oír": ("oye", "oig", "oyes", "oye", "oímos", "oir"),
    "saber": ("sabe", "sep", "sabes", "sabe", "sabemos", "sabr"),
    "valer": ("vale", "valg", "vales", "vale", "valemos", "valdr"),
    "reír": ("ríe", "rí", "ríes", "ríe", "reímos", "reir"),
    "sonreír": ("sonríe", "sonrí", "sonríes", "sonríe", "sonreímos", "sonreir"),
    "prever": ("prevé", "preve", "prevés", "prevé", "prevemos", "prever"),
    "poder": ("puede", "pued", "puedes", "puede", "podemos", "podr"),
    "querer": ("quiere", "quier", "quieres", "quiere", "queremos", "querr"),
    "mantener": ("mantén", "manteng", "mantienes", "mantiene", "mantenemos", "mantendr"),
    "obtener": ("obtén", "obteng", "obtienes", "obtiene", "obtenemos", "obtendr"),
    "contener": ("contén", "conteng", "contienes", "contiene", "contenemos", "contendr"),
    "detener": ("detén", "deteng", "detienes", "detiene", "detenemos", "detendr"),
    "proponer": ("propón", "propong", "propones", "propone", "proponemos", "propondr"),
    "componer": ("compón", "compong", "compones", "compone", "componemos", "compondr"),
    "disponer": ("dispón", "dispong", "dispones", "dispone", "disponemos", "dispondr"),
    "exponer": ("expón", "expong", "expones", "expone", "exponemos", "expondr"),
    "suponer": ("supón", "supong", "supones", "supone", "suponemos", "supondr"),
    "prevenir": ("prevén", "preveng", "previenes", "previene", "prevenimos", "prevendr"),
}
SPANISH_STEMS = {
    "crear": "cre", "sumar": "sum", "parar": "par", "fundar": "fund", "fallar": "fall",
    "sentar": "sient", "vengar": "veng", "oler": "huel",
}  # fmt: skip
"""Stressed stems of verbs whose forms the table gives to another verb."""
SPANISH_PARTICIPLES = {
    "abrir": "abierto", "escribir": "escrito", "hacer": "hecho", "decir": "dicho", "ver": "visto",
    "poner": "puesto", "volver": "vuelto", "descubrir": "descubierto", "romper": "roto",
    "suscribir": "suscrito", "inscribir": "inscrito", "resolver": "resuelto", "morir": "muerto",
    "cubrir": "cubierto", "devolver": "devuelto", "proponer": "propuesto",
}  # fmt: skip


def spanish_lemmas(path: Path) -> dict[str, str]:
    """Form → lemma, from the package's wheel or from its es_lemma_lookup.json.gz."""
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            raw = wheel.read("spacy_lookups_data/data/es_lemma_lookup.json.gz")
    else:
        raw = path.read_bytes()
    table: dict[str, str] = json.loads(gzip.decompress(raw))
    return table


def spanish(lemmas: Mapping[str, str]) -> dict[str, Verb]:
    """All verbs of the table whose forms by rule are in it, and the irregular ones."""
    forms: dict[str, set[str]] = {}
    for form, lemma in lemmas.items():
        if lemma.endswith(("ar", "er", "ir")) and lemma.isalpha():
            forms.setdefault(lemma, set()).add(form)
    verbs = {
        name: verb
        for name, known in forms.items()
        if name not in SPANISH_IRREGULAR and len(name) > 3 and (verb := _spanish(name, known))
    }
    verbs |= {name: _regular(name, stem) for name, stem in SPANISH_STEMS.items()}
    irregular = {name: _spanish_irregular(name) for name in SPANISH_IRREGULAR}
    given = {
        "dar": Verb(
            "dar", "da", "dad", "dé", "das", "da", "damos", "dais", "darás", "daréis", "dado",
            "den", "des", "deis",
        ),
        "estar": Verb(
            "estar", "está", "estad", "esté", "estás", "está", "estamos", "estáis", "estarás",
            "estaréis", "estado", "estén", "estés", "estéis",
        ),
    }  # fmt: skip
    return verbs | irregular | given


def _spanish_irregular(name: str) -> Verb:
    tu, stem, s2, s3, p1, future = SPANISH_IRREGULAR[name]
    voi = {"ir": "id", "oír": "oíd"}.get(name, name[:-1] + "d")
    p2 = {"ir": "vais", "ser": "sois", "ver": "veis"}.get(
        name, name[:-2] + ("éis" if name.endswith("er") else "ís")
    )
    return Verb(
        infinitive=name, tu=tu, voi=voi, lei=stem + "a", s2=s2, s3=s3, p1=p1, p2=p2,
        f2=future + "ás", f5=future + "éis", participle=_participle(name),
        loro=stem + "an", no_tu=stem + "as", no_voi=stem + "áis",
    )  # fmt: skip


def _participle(name: str) -> str:
    if name in SPANISH_PARTICIPLES:
        return SPANISH_PARTICIPLES[name]
    stem = name[:-2]
    return stem + (
        "ado" if name.endswith("ar") else "ído" if stem.endswith(("a", "e", "o")) else "ido"
    )


def _stems(name: str) -> list[str]:
    """Give the stem as it may be under stress: as it is, e → ie, i; o, u → ue; i, u with accent."""
    stem = name[:-2]
    found = [stem]
    base, silent = (stem[:-1], "u") if stem.endswith(("gu", "qu")) else (stem, "")
    if match := re.match(r"^(.*)([eouií])([^aeiouáéíóú]*)$", base):
        head, vowel, tail = match.groups()
        tail += silent
        change = {"e": ("ie", "i"), "o": ("ue",), "u": ("ue", "ú"), "i": ("í", "ie")}
        found += [head + new + tail for new in change.get(vowel, ())]
    if name.endswith("uir") and not name.endswith(("guir", "quir")):
        found.append(stem + "y")
    return found


def _before_e(stem: str) -> str:
    """Give an -ar stem as it is spelt before e."""
    if stem.endswith("gu"):
        return stem[:-1] + "ü"
    for end, new in (("c", "qu"), ("g", "gu"), ("z", "c")):
        if stem.endswith(end):
            return stem[: -len(end)] + new
    return stem


def _before_a(stem: str) -> str:
    """Give an -er or -ir stem as it is spelt before a."""
    if stem.endswith("gu"):
        return stem[:-1]
    if stem.endswith("g"):
        return stem[:-1] + "j"
    if stem.endswith("qu"):
        return stem[:-2] + "c"
    if stem.endswith("c"):
        return stem[:-1] + ("zc" if stem[-2:-1] in "aeiouáéíóú" else "z")
    return stem


def _stressed(name: str, stem: str) -> tuple[str, ...]:
    """Give the forms with a stressed stem: imperatives tú, usted; s2; ustedes; third plural."""
    if name.endswith("ar"):
        soft = _before_e(stem)
        return (stem + "a", soft + "e", stem + "as", soft + "en", stem + "an")
    hard = _before_a(stem)
    return (stem + "e", hard + "a", stem + "es", hard + "an", stem + "en")


def _spanish(name: str, known: set[str]) -> Verb | None:
    """Give a verb by rule, its stem chosen by the forms in the table; None where few are there."""
    hits, stem = max(
        ((sum(form in known for form in _stressed(name, s)), s) for s in _stems(name)),
        key=lambda pair: pair[0],
    )
    return _regular(name, stem) if hits >= 3 else None


def _regular(name: str, stem: str) -> Verb:
    """Give a verb by rule with the given stressed stem."""
    ending, plain = name[-2:], name[:-2]
    tu, lei, s2, loro, _ = _stressed(name, stem)
    soft = _before_e(plain) if ending == "ar" else _before_a(_weak(name, stem))
    p1, p2 = {"ar": ("amos", "áis"), "er": ("emos", "éis"), "ir": ("imos", "ís")}[ending]
    return Verb(
        infinitive=name, tu=tu, voi=name[:-1] + "d", lei=lei, s2=s2, s3=tu, p1=plain + p1,
        p2=plain + p2, f2=name + "ás", f5=name + "éis", participle=_participle(name), loro=loro,
        no_tu=lei + "s", no_voi=soft + ("éis" if ending == "ar" else "áis"),
    )  # fmt: skip


def _weak(name: str, stem: str) -> str:
    """Give the stem of the second plural of the subjunctive: -ir verbs keep e → i and o → u."""
    plain = name[:-2]
    if not name.endswith("ir") or stem == plain:
        return plain
    if stem == plain + "y":
        return stem
    at = next(i for i, (a, b) in enumerate(zip(plain, stem, strict=False)) if a != b)
    return plain[:at] + {"e": "i", "o": "u"}.get(plain[at], plain[at]) + plain[at + 1 :]
