"""Spanish template sentences."""

from __future__ import annotations

from grammar import PLURAL, PRESENT, SINGULAR, Grammar, attach
from tree import Node, word

NUMBER = {"S": SINGULAR, "P": PLURAL}
ENDINGS = {"MS": "o", "FS": "a", "MP": "os", "FP": "as"}
ARTICLES = {"MS": "el", "FS": "la", "MP": "los", "FP": "las"}
OWNERS = {
    "p1": ("nuestr", "1", "Plur"),
    "voi": ("vuestr", "2", "Plur"),
    "tu": ("tu", "2", "Sing"),
    "lei": ("su", "3", "Sing"),
}
ACCENTED = str.maketrans("aeiou", "áéíóú")
PREPOSITIONS = {"en": "places", "hasta": "days"}


def with_enclitic(form: str, pronoun: str) -> str:
    """Give an imperative and its pronoun as they are written together: the stress stays in place.

    Vowel groups stand for syllables; a verb of one syllable or one that already bears an accent
    changes nothing.
    """
    if form.endswith(("ad", "ed", "id")) or any(letter in "áéíóú" for letter in form):
        return form + pronoun
    groups: list[list[int]] = []
    for i, letter in enumerate(form):
        if letter not in "aeiou" or (
            letter == "u" and form[i - 1 : i] in {"q", "g"} and form[i + 1 : i + 2] in {"e", "i"}
        ):
            continue
        weak = letter in "iu" or (groups and form[groups[-1][-1]] in "iu")
        if groups and groups[-1][-1] == i - 1 and weak:
            groups[-1].append(i)
        else:
            groups.append([i])
    if len(groups) < 2:
        return form + pronoun
    stressed = groups[-2]
    at = max(stressed, key=lambda i: (form[i] in "aeo", i))
    return form[:at] + form[at].translate(ACCENTED) + form[at + 1 :] + pronoun


class Spanish(Grammar):
    """Speaks to tú, vosotros, usted and ustedes."""

    language = "es"
    also = "y"
    negation = "no"
    conditions = ("si", "cuando", "porque", "mientras")
    shares = (0.52, 0.14, 0.25, 0.09)

    # --------------------------------------------------------------------------- noun phrases

    def adjective(self, entry: str, gender: str, number: str) -> Node:
        """Nuevo, nueva, nuevos, nuevas; mejor, mejores."""
        stem, kind = entry.split()
        feats = NUMBER[number]
        if kind == "x":
            return word(stem, "ADJ", stem, "amod", **feats)
        if kind == "o":
            return word(stem + ENDINGS[gender + number], "ADJ", stem + "o", "amod", **feats)
        plural = "s" if stem[-1] in "aeo" else "es"
        return word(stem + ("" if number == "S" else plural), "ADJ", stem, "amod", **feats)

    def phrase(self, owner: str | None = "any", dep: str = "obj") -> Node:
        """Nuestra nueva colección."""
        form, gender, number, lemma = self.noun()
        root = word(form, "NOUN", lemma, dep, **NUMBER[number])
        if owner == "any":
            owner = self.draw.choice(["none", "none", "p1", "p1", "tu", "voi", "bare"])
        if owner in OWNERS:
            root.left.append(self._possessive(owner, gender, number))
        elif not (owner == "bare" and number == "P"):
            article = ARTICLES[gender + number]
            root.left.append(word(article, "DET", "el", "det", **NUMBER[number], PronType="Art"))
        if self.chance(0.4):
            entry = self.draw.choice(self.words["adjectives"])
            adjective = self.adjective(entry, gender, number)
            front = entry.split()[0] in self.words["before"]
            (root.left if front else root.right).append(adjective)
        return root

    def _possessive(self, owner: str, gender: str, number: str) -> Node:
        stem, person, _ = OWNERS[owner]
        long = owner in {"p1", "voi"}
        form = stem + (ENDINGS[gender + number] if long else ("s" if number == "P" else ""))
        feats = {**NUMBER[number], "Person": person, "Poss": "Yes", "PronType": "Prs"}
        return word(form, "DET", stem + ("o" if long else ""), "det", **feats)

    def adverbial(self) -> Node:  # noqa: PLR0911  one answer a kind
        """Hoy, en tienda, hasta el domingo, con nosotros, para ti, en nuestra web, cada día."""
        kind = self.draw.randrange(8)
        if kind in {0, 1}:
            return word(self.draw.choice(self.words["adverbs"]), "ADV", dep="advmod")
        if kind == 2:
            node = word(self.draw.choice(self.words["places"]), "NOUN", dep="obl", **SINGULAR)
            node.left.append(word("en", "ADP", dep="case"))
            return node
        if kind == 3:
            node = word(self.draw.choice(self.words["days"]), "NOUN", dep="obl", **SINGULAR)
            node.left = [
                word("hasta", "ADP", dep="case"),
                word("el", "DET", "el", "det", **SINGULAR, PronType="Art"),
            ]
            return node
        if kind == 4:
            return self._pronoun()
        if kind == 5:
            node = word("web", "NOUN", dep="obl", **SINGULAR)
            node.left = [word("en", "ADP", dep="case"), self._possessive("p1", "F", "S")]
            return node
        if kind == 6:
            node = word(self.draw.choice(self.words["spans"]), "NOUN", dep="obl", **SINGULAR)
            node.left.append(word("cada", "DET", dep="det", **SINGULAR, PronType="Tot"))
            return node
        node = self.phrase(dep="obl")
        node.left.insert(0, word("con", "ADP", dep="case"))
        return node

    def _pronoun(self) -> Node:
        preposition, form, lemma, feats = self.draw.choice(
            [
                ("con", "nosotros", "yo", {"Number": "Plur", "Person": "1"}),
                ("para", "ti", "tú", {"Number": "Sing", "Person": "2"}),
                ("para", "vosotros", "tú", {"Number": "Plur", "Person": "2"}),
                ("para", "usted", "usted", {"Number": "Sing", "Person": "3", "Polite": "Form"}),
            ]
        )
        node = word(form, "PRON", lemma, "obl", PronType="Prs", **feats)
        node.left.append(word(preposition, "ADP", dep="case"))
        return node

    # --------------------------------------------------------------------------------- verbs

    def imperative_feats(self, who: str) -> dict[str, str]:
        """Mood=Imp, third person for usted and ustedes."""
        return {
            "Mood": "Imp",
            "Number": "Plur" if who in {"voi", "loro"} else "Sing",
            "Person": "3" if who in {"lei", "loro"} else "2",
            "VerbForm": "Fin",
        }

    def _reflexive(self) -> str:
        if self.wide and self.chance(0.5):
            return self.draw.choice(self.wide)
        return self.draw.choice(self.words["reflexive"].split())

    def enclitic(self, who: str) -> Node | None:
        """Descúbrelo, suscríbete, contáctanos, apuntaos, consúltenos."""
        own = self.chance(0.5)
        verb = self.verbs.get(self._reflexive()) if own else self.verb()
        if verb is None or len(verb.tu) < 3:
            return None
        pronoun = (
            {"tu": "te", "voi": "os", "lei": "se", "loro": "se"}[who]
            if own
            else (self.draw.choice(["lo", "la", "los", "las", "nos", "nos"]))
        )
        form = getattr(verb, who)
        if pronoun == "os":
            bare = form[:-1]
            form = (bare[:-1] + "í" if bare.endswith("i") else bare) + "os"
        else:
            form = with_enclitic(form, pronoun)
        feats = self.imperative_feats(who)
        root = word(form, "VERB", verb.infinitive, "ROOT", Clitic="Yes", **feats)
        return attach(root, self.adverbial() if self.chance(0.8) else None)

    def forbidden(self, who: str) -> Node | None:
        """No pierdas, no te pierdas, no perdáis, no lo piense, no se pierdan."""
        verb = self.verb()
        field = {"tu": "no_tu", "voi": "no_voi"}.get(who, who)
        feats = {
            **self.imperative_feats(who), "Mood": "Sub", "Tense": "Pres",
        }  # fmt: skip
        root = word(getattr(verb, field), "VERB", verb.infinitive, "ROOT", **feats)
        if self.chance(0.45):
            own = {"tu": "te", "voi": "os", "lei": "se", "loro": "se"}[who]
            pronoun = own if self.chance(0.7) else "lo"
            person = {
                "te": {"Number": "Sing", "Person": "2"},
                "os": {"Number": "Plur", "Person": "2"},
            }
            root.left.append(
                word(pronoun, "PRON", pronoun, "expl", Clitic="Yes", PronType="Prs",
                     **person.get(pronoun, {"Person": "3"}))
            )  # fmt: skip
        root.left.insert(0, word("no", "ADV", dep="advmod", PronType="Neg"))
        return attach(root, self.phrase(self.owner_for(who)))

    def modal(self, who: str) -> Node:
        """Puedes reservar, podéis, usted puede, podrán."""
        feats = {**PRESENT, "Number": self.imperative_feats(who)["Number"],
                 "Person": self.imperative_feats(who)["Person"]}  # fmt: skip
        form, lemma = self.draw.choice(
            {
                "tu": [("puedes", "poder"), ("debes", "deber"), ("quieres", "querer"),
                       ("podrás", "poder"), ("podrías", "poder")],
                "voi": [("podéis", "poder"), ("queréis", "querer"), ("podréis", "poder")],
                "lei": [("puede", "poder"), ("podrá", "poder"), ("desea", "desear")],
                "loro": [("pueden", "poder"), ("podrán", "poder")],
            }[who]
        )  # fmt: skip
        if form.startswith("podr"):
            feats |= {"Mood": "Cnd"} if form == "podrías" else {"Tense": "Fut"}
        verb = self.verb()
        root = word(verb.infinitive, "VERB", verb.infinitive, "ROOT", VerbForm="Inf")
        root.left.append(word(form, "AUX", lemma, "aux", **feats))
        if who in {"lei", "loro"} and self.chance(0.7):
            name = "usted" if who == "lei" else "ustedes"
            polite = {"Number": feats["Number"], "Person": "3", "Polite": "Form", "PronType": "Prs"}
            root.left.insert(0, word(name, "PRON", "usted", "nsubj", **polite))
        return attach(root, self.phrase({"loro": "lei"}.get(who, who)))

    def greeting(self) -> Node:
        """Te esperamos, os invitamos, le ofrecemos."""
        form, lemma, feats = self.draw.choice(
            [("te", "tú", {"Number": "Sing", "Person": "2"}),
             ("os", "tú", {"Number": "Plur", "Person": "2"}),
             ("le", "él", {"Number": "Sing", "Person": "3"}),
             ("les", "él", {"Number": "Plur", "Person": "3"})]
        )  # fmt: skip
        name = self.draw.choice(self.words["greet"].split())
        verb = self.verbs[name]
        root = word(verb.p1, "VERB", name, "ROOT", **PRESENT, Number="Plur", Person="1")
        clitic = word(form, "PRON", lemma, "obj", Clitic="Yes", PronType="Prs", **feats)
        root.left.append(clitic)
        return attach(root, self.adverbial() if self.chance(0.6) else self.phrase())

    def subject(self, person: str) -> Node | None:
        """Nosotros, tú, vosotros now and then."""
        form = {"p1": "nosotros", "s2": "tú", "p2": "vosotros"}.get(person)
        if form is None or self.chance(0.75):
            return None
        number, who = ("Sing" if form == "tú" else "Plur"), ("1" if form == "nosotros" else "2")
        lemma = "yo" if form == "nosotros" else "tú"
        return word(form, "PRON", lemma, "nsubj", PronType="Prs", Number=number, Person=who)

    def special(self) -> Node | None:
        """Has elegido, habéis elegido, hemos elegido; cuando quieras."""
        form, number, person = self.draw.choice(
            [("has", "Sing", "2"), ("habéis", "Plur", "2"), ("hemos", "Plur", "1")]
        )
        verb = self.verb()
        root = word(
            verb.participle, "VERB", verb.infinitive, "ROOT",
            Number="Sing", Tense="Past", VerbForm="Part",
        )  # fmt: skip
        auxiliary = {**PRESENT, "Number": number, "Person": person}
        root.left.append(word(form, "AUX", "haber", "aux", **auxiliary))
        return self.ended(attach(root, self.phrase()), ".?!")
