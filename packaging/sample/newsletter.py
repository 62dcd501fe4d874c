"""The spring campaign's e-mail: one table, inline CSS, no outside reference."""

# ruff: noqa: E501  HTML keeps its own lines

from __future__ import annotations

from dataclasses import dataclass, replace

from sample.brand import ACQUA, COTTO, LATTE, LIMONE, MORA, SMALTO
from sample.spring import OFFER, PHONE, UNTIL


@dataclass(frozen=True, slots=True)
class Words:
    """What the e-mail says, and where it leads."""

    hello: str
    body: tuple[str, ...]
    button: str
    close: str
    site: str = "https://tazamora.example/primavera"


RIGHT = Words(
    hello="Ciao, hai già aperto la finestra stamattina?",
    body=(
        (
            "Noi sì, e dal forno è uscita Brezza: tazze e brocche nel verde dell’acqua bassa, tornite ad "
            "Albisola una per una. Se ne prendi in mano una, senti che è leggera e che tiene il caldo."
        ),
        (
            f"Fino al {UNTIL} tutta la linea Brezza costa il 20 % in meno. Scegli la tua con calma: se non "
            "ti convince, la riporti in bottega e il caffè lo bevi lo stesso."
        ),
    ),
    button="Scegli la tua tazza",
    close="A presto, al banco o al tornio.",
)
WRONG = replace(
    RIGHT,
    hello="Gentile Cliente, ha già visto le nostre novità?",
    body=(
        (
            "Siamo lieti di presentarLe la linea Brezza: tazze e brocche nel verde dell’acqua bassa, tornite "
            "ad Albisola una per una. La invitiamo a scoprirla nel Suo punto vendita di fiducia."
        ),
        (
            f"Fino al {UNTIL} potrà acquistare tutta la linea Brezza con il 20 % di sconto. Approfitti di "
            "questa occasione imperdibile: compili il modulo e riceverà il Suo codice personale."
        ),
    ),
    button="Acquisti ora",
    close="Cordiali saluti.",
    site="https://tazamora-promozioni.example/brezza",
)

_SANS = "font-family:Figtree,Arial,sans-serif"
_SERIF = "font-family:Fraunces,Georgia,serif"


def page(words: Words) -> str:
    """Return the e-mail as an HTML document."""
    body = "\n".join(
        f'        <p style="{_SANS};font-size:17px;line-height:1.55;margin:0 0 18px;color:{MORA}">{text}</p>'
        for text in words.body
    )
    return f"""<!DOCTYPE html>
<html lang="it">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>La primavera si versa piano</title>
</head>
<body style="margin:0;background-color:{LATTE}">
  <table role="presentation" width="600" align="center" cellspacing="0" cellpadding="0" style="background-color:{LATTE};margin:0 auto">
    <tr>
      <td style="background-color:{COTTO};padding:22px 36px">
        <p style="{_SERIF};font-size:30px;font-weight:600;margin:0;color:{LATTE}">Tazamora</p>
      </td>
    </tr>
    <tr>
      <td style="background-color:{ACQUA};padding:44px 36px">
        <h1 style="{_SERIF};font-weight:600;font-size:44px;line-height:1.1;margin:0 0 16px;color:{MORA}">La primavera si versa piano</h1>
        <p style="{_SANS};font-size:19px;margin:0;color:{MORA}"><span style="background-color:{LIMONE};padding:4px 12px">{OFFER}</span> sulla linea Brezza</p>
      </td>
    </tr>
    <tr>
      <td style="padding:36px">
        <p style="{_SERIF};font-size:22px;margin:0 0 18px;color:{COTTO}">{words.hello}</p>
{body}
        <p style="margin:28px 0"><a href="{words.site}" style="{_SANS};font-size:17px;font-weight:700;background-color:{COTTO};color:{LATTE};padding:14px 28px;text-decoration:none">{words.button}</a></p>
        <p style="{_SANS};font-size:17px;margin:0;color:{MORA}">{words.close}</p>
      </td>
    </tr>
    <tr>
      <td style="background-color:{SMALTO};padding:26px 36px">
        <p style="{_SERIF};font-size:20px;margin:0 0 8px;color:{LATTE}">Fatto a mano, bevuto piano.</p>
        <p style="{_SANS};font-size:14px;margin:0;color:{LATTE}">Tazamora, via dei Forni 12, Albisola. Telefono {PHONE}</p>
      </td>
    </tr>
  </table>
</body>
</html>
"""
