"""Prices, discounts and offers in a passage whose numbers are digits."""

# ruff: noqa: E501  the alternatives of a pattern are read in one line
from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from brandguard.measures.facts.passage import Passage

I = regex.IGNORECASE  # noqa: E741  the flag's own short name
CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "euri": "EUR",
    "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "quid": "GBP", "libras": "GBP",
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD", "dollari": "USD",
    "dólares": "USD", "chf": "CHF", "mxn": "MXN", "pesos": "MXN",
}  # fmt: skip
_SIGN = r"(?:€|£|US\$|\$|\b(?:euro|EUR|GBP|USD|CHF|MXN)\b)"
_WORD = r"(?:€|£|\$|(?:euros?|euri|EUR|GBP|USD|CHF|MXN|pounds?|quid|libras|dollars?|dollari|dólares|pesos)\b)"
_AMOUNT = r"(?<![\d.,/])\d{1,3}(?:[.,'’ ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|(?<![\d.,/])\d{1,7}(?:[.,]\d{1,2})?(?!\d)"
_PRICE = regex.compile(
    rf"(?:(?P<sign>{_SIGN})\s?(?P<a>{_AMOUNT})(?:(?:\s?(?:–|-|to)\s?(?:{_SIGN})?|\s(?:a|al)\s{_SIGN})\s?(?P<a2>{_AMOUNT})(?!\s?%))?"
    rf"|(?P<b>{_AMOUNT})(?:,[-–]+)?(?:\s(?:con|e|virgola|coma|point)\s(?P<mid>\d{{2}})(?=\s?{_WORD}))?(?:(?:\s?(?:–|-)\s?|(?<=\b(?:da|de|from|between|entre)\s[\d.,]{1, 9})\s(?:a|to|and|y)\s)(?P<b2>{_AMOUNT}))?\s?(?P<word>{_WORD})"
    r"(?:\s(?:(?:e|con|y|and)\s)?(?P<cents>\d{2})(?![\d%/:]|[.,]\d|\s?(?:%|cm|kg|g\b|min|ore|h\b|persone|people|giorni|días|days))"
    r"(?:\s(?:centesimi|cents?|céntimos|cent|p))?)?)",
    I,
)
_MILLIONS = regex.compile(r"^\s?(?:m|k|mln|mio|bn|mill?ion\w*|mili?on\w*|mille|mil)\b", I)
"""After an amount: turnover and money raised, no price."""
_OLD = regex.compile(
    r"\b(?:anziché|invece (?:di|che)|prima|antes|en vez de|en lugar de|was|were|instead of|rrp|usually|normally|"
    r"prezzo pieno|di listino|listino|al posto di|rather than|pvp)\W{0,3}(?:a |de |di )?$",
    I,
)
_FROM = regex.compile(
    r"\b(?:da|da soli|da solo|a partire da|desde|a partir de|from|from just|from only|starting (?:at|from)|as low as|desde solo)\W{0,2}$",
    I,
)
_UNTIL_MONEY = regex.compile(r"\b(?:fino a|hasta|up to|massimo|max)\W{0,2}$", I)
_OVER = regex.compile(
    r"\b(?:oltre|sopra|superior[ei]s? a(?:i|l|lla|gli|lle)?|over|above|minim[oae]s?(?: d[ie])?|mínim[oa]s?(?: de)?|minimum(?: of)?|"
    r"más de|più di|more than|at least|almeno|al menos|spend|spendi|gasta)(?:\s(?:i|gli|los|las|le))?\W{0,2}$",
    I,
)
_SAVED_BEFORE = regex.compile(
    r"\b(?:sconto|buono sconto|risparmi\w*|ahorr\w+|descuento|save|saving|discount|rebaj\w+)\s?(?:di|de|of|up to|fino a|hasta)?\W{0,2}$",
    I,
)
_SAVED_AFTER = regex.compile(
    r"^\s?(?:off\b|di sconto\b|in meno\b|de descuento\b|menos\b|de rebaja\b|de ahorro\b|cheaper\b|discount\b)",
    I,
)
_WON = regex.compile(
    r"\b(?:vinci|win|gana|montepremi|premio|prize|prizes|raised|raccolti)\W{0,2}(?:of |di |de |a |un |una )?$",
    I,
)
_PRIZES = regex.compile(
    r"^\s?(?:di|de|in|en|of|worth of)?\s?(?:premi\w*|palio|prize\w*|prizes|montepremi)\b", I
)
_SHIPPING = regex.compile(
    r"\b(?:spedizion[ei]|consegn[ae]|envíos?|entregas?|shipping|delivery|postage|portes|trasporto)\b",
    I,
)
_UNITS = {
    "month": r"mes(?:e|es)?|month|mo|mensile|mensili|mensual|mensuales|monthly|mesi",
    "year": r"anno|year|yr|año|annuale|annuo|annui|anual|anuales|annual|annually|yearly|annum",
    "night": r"nott[ei]|night|nights|noche|noches",
    "person": r"person[ae]|persona|person|people|pp|head|adulto|testa|cranio",
    "hour": r"ora|hour|hr|hora|h",
    "day": r"giorno|day|día|al dì|giornaliero|daily|diario",
    "week": r"settimana|week|semana|settimanale|weekly|semanal",
    "kg": r"kg|kilo|chilo|kilogram|al chilo|el kilo",
    "lesson": r"lezion[ei]|lesson|clase|class|seduta|sesión|session",
    "square metre": r"mq|m²|m2|sqm|metro quadro|metro cuadrado",
    "line": r"linea|línea|line",
}  # fmt: skip
_UNIT_AFTER = regex.compile(
    r"^\s?(?:/\s?|al |alla |all'|a |per |por |el |la |each |every |p/|cada |a la )?(?:"
    + "|".join(f"(?P<{name.replace(' ', '_')}>{words})" for name, words in _UNITS.items())
    + r")\b(?!\s?\d)",
    I,
)
_UNIT_WORD = {
    "month": regex.compile(r"\b(?:mensil[ei]|mensual(?:es)?|monthly)\b", I),
    "year": regex.compile(r"\b(?:annual[ei]|anual(?:es)?|annual|yearly|annuo)\b", I),
    "week": regex.compile(r"\b(?:settimanal[ei]|semanal(?:es)?|weekly)\b", I),
}


def amount(text: str) -> float:
    """Read «1.299,90», «1,299.90», «2 990», «24,9» or «2.990»: three digits at the end are thousands."""
    plain = regex.sub(r"[\s'’]", "", text)
    marks = [(i, c) for i, c in enumerate(plain) if c in ".,"]
    if not marks:
        return float(plain)
    at, sign = marks[-1]
    whole = len(plain) - at - 1 == 3 or plain.count(sign) > 1  # noqa: PLR2004  a group of thousands
    digits = regex.sub(r"[.,]", "", plain[:at])
    return float(digits + plain[at + 1 :]) if whole else float(f"{digits}.{plain[at + 1 :]}")


def find_prices(passage: Passage) -> None:
    """Note prices; amounts that are saved become discounts, thresholds of free delivery offers."""
    for match in list(passage.matches(_PRICE)):
        start, end = match.span()
        code = CURRENCIES[(match["sign"] or match["word"]).lower()]
        first = amount(match["a"] or match["b"])
        if match["cents"] and "." not in f"{match['b']}" and "," not in f"{match['b']}":
            first += int(match["cents"]) / 100
        elif match["cents"]:
            end = match.start("cents")
        first += int(match["mid"] or 0) / 100
        second = match["a2"] or match["b2"]
        before, after = passage.text[max(0, start - 28) : start], passage.text[end : end + 24]
        value = f"{code} {first:.2f}" + (f"–{amount(second):.2f}" if second else "")
        if _MILLIONS.match(after):
            passage.use(start, end)
        elif _is_threshold(passage, start, end, before):
            passage.use(start, end)
            _shipping_over(passage, start, end, value)
        elif _SAVED_BEFORE.search(before) or _SAVED_AFTER.match(after):
            role = "up to" if _UNTIL_MONEY.search(before) else ""
            passage.note("discount", f"-{value}", start, end, role)
        elif first > 0 and not _WON.search(before) and not _PRIZES.match(after):
            role = "old" if _OLD.search(before) else "from" if _FROM.search(before) else ""
            passage.note("price", value, start, end, role, **_unit(passage, start, end))
        else:
            passage.use(start, end)


_OR_MORE = regex.compile(r"^\s?(?:\+|or more|and over|and above|o más|o più|in su\b|y más)", I)


def _is_threshold(passage: Passage, start: int, end: int, before: str) -> bool:
    if _OVER.search(before) or _OR_MORE.match(passage.text[end : end + 12]):
        return True
    left, right = passage.sentence(start, end)
    shipping = _SHIPPING.search(passage.text[left:right])
    return bool(shipping and _FROM.search(before) and _FREE.search(passage.text[left:right]))


def _shipping_over(passage: Passage, start: int, end: int, value: str) -> None:
    """Note «free delivery over EUR 49.00» where the sentence speaks of free delivery."""
    left, right = passage.sentence(start, end)
    sentence = passage.text[left:right]
    shipping = _SHIPPING.search(sentence)
    if shipping and _FREE.search(sentence):
        at = left + shipping.start()
        passage.note(
            "offer", f"free delivery over {value}", min(at, start), max(end, left + shipping.end())
        )


def _unit(passage: Passage, start: int, end: int) -> dict[str, str]:
    match = _UNIT_AFTER.match(passage.text[end : end + 24])
    if match:
        name = next(name for name, found in match.groupdict().items() if found)
        return {"unit": name.replace("_", " ")}
    left, _ = passage.sentence(start, end)
    clause = regex.split(r"[,;:]\s|\d", passage.text[left:start])[-1] or passage.text[left:start]
    for unit, pattern in _UNIT_WORD.items():
        if pattern.search(clause[-40:]):
            return {"unit": unit}
    return {}


_FREE = regex.compile(
    r"\b(?:gratis|gratuit[aeio]s?|free|in omaggio|a costo zero|sin coste|inclus[aeio]|no charge)\b",
    I,
)

_PERCENT = regex.compile(
    r"(?P<sign>[-−–]\s?)?(?:(?<![\d.,/])(?P<low>\d{1,2})\s?%?\s?(?:-|–|al|a|to|and|e il|y el|y un|hasta el|hasta un)\s?)?(?<![\d.,/])(?P<n>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|per ?cento\b|percent\b|per cent\b|por ?ciento\b|pct\b)",
    I,
)
_OFF_BEFORE = regex.compile(
    r"\b(?:scont\w+|ribass\w+|risparmi\w*|ahorr\w+|descuentos?|dto|rebaj\w+|save|saving|savings|discount\w*|reduc\w+|riduzion\w+|"
    r"promo\w*|saldi|sale|off|menos|meno|oferta|offerta|bonus)\b[^.!?;%€£$]{0,28}$",
    I,
)
_OFF_AFTER = regex.compile(
    r"^\s?(?:(?:di|de|en|in|of)\s)?(?:extra\s)?(?:scont\w+|descuentos?|dto\b|rebaj\w+|off\b|(?:\p{L}+\s)?discount\w*|riduzion\w+|reducción|reduction|ribass\w+|"
    r"ahorro|saving|risparmio|more off)",
    I,
)
_LESS_AFTER = regex.compile(
    r"^\s?(?:in meno|menos|less|cheaper|di meno)\b(?=\s*(?:[^\w\s]|$)|\s+(?:su|sul\w*|on|en|per|for|por|para|sobre|than|de lo|con|with|al|fino|hasta|until|a)\b|\s+\p{Lu}|\s+[^\w\s])",
    I,
)
_UP_TO = regex.compile(r"\b(?:fino al?|up to|hasta(?: un| el| el un)?|anche del)\W{0,3}$", I)
_HALF = regex.compile(
    r"\b(?:half[- ]price|half off|(?:a |alla )?metà prezzo|(?:a )?mitad de precio)\b", I
)
_NTH = r"(?:second[oa]?|segund[oa]|2[ªºa°]|2nd|terz[oa]|tercer[oa]?|third|3rd|3[ªºa°]|2)"
_SECOND = regex.compile(
    rf"\b(?P<nth>{_NTH})[.]?(?:\s\p{{L}}+){{0,3}}\s(?:(?:al|a|at|con|with|is|for|-)\s?)?(?:un |el |il |lo |uno )?(?:sconto del(?:l')?\s?)?[-−–]?(?:(?P<n>\d{{1,2}})\s?%|(?P<half>half[- ]price|a metà prezzo|metà prezzo|a mitad de precio|mitad de precio))",
    I,
)


def find_discounts(passage: Passage) -> None:
    """Note percentages that take something off a price: by their sign or the words around them."""
    for match in list(passage.matches(_HALF)):
        passage.note("discount", "-50 %", *match.span())
    for match in list(passage.matches(_PERCENT)):
        start, end = match.span()
        n = amount(match["n"])
        if not 1 <= n <= 95:  # noqa: PLR2004  100 % is cotton, 0 % fat
            continue
        before, after = passage.text[max(0, start - 44) : start], passage.text[end : end + 30]
        left, _ = passage.sentence(start, end)
        before = before[-max(0, start - left) :] if start > left else ""
        signed = match["sign"] is not None and not regex.search(r"\w\s?$", before[-1:])
        if (
            signed
            or _OFF_BEFORE.search(before)
            or _OFF_AFTER.match(after)
            or _LESS_AFTER.match(after)
        ):
            figure = f"{n:.2f}".rstrip("0").rstrip(".")
            figure = f"{match['low']}–{figure}" if match["low"] else figure
            passage.note(
                "discount", f"-{figure} %", start, end, "up to" if _UP_TO.search(before) else ""
            )


_COUNT = r"(?P<take>[1-9]|1\d)\s?[x×]\s?(?P<pay>[1-9])(?![\dx×]|\s?(?:cm|mm|m\b|km|€|%))"
_MULTI = regex.compile(rf"(?<![\w.,]){_COUNT}\b", I)
_SIZE = regex.compile(
    r"\b(?:format\w*|ratio|schermo|screen|pantalla|misur\w+|tamaño|size|foto|photo|cm|m)\W{0,3}$", I
)
"""Before 4x3: a shape or a size, no offer."""
_FOR = regex.compile(
    r"(?<![\w.,:/])(?P<take>[1-9])\s(?:for|per|por|al precio de|al prezzo di|for the price of)\s(?P<pay>[1-9])(?![\d.,:/%]|\s?(?:€|euro|£|\$|person|people|ore|hours|days|giorni|mesi|months|anni|years|pm|am)|\w)",
    I,
)
_TAKE_PAY = regex.compile(
    r"\b(?:prend\w*|compr\w*|acquist\w*|ll[eé]v\w*|take|buy|get|porti|portane|scegli\w*|cog[ei]\w*)\s(?:via\s)?(?P<take>[1-9])\b[^.!?;\d]{0,40}?\b(?:ne\s)?(?:pag\w+|pay)(?:\s(?:for|solo|only|sólo|just|soltanto))?\s(?P<pay>[1-9])\b",
    I,
)
_PAY_TAKE = regex.compile(
    r"\b(?:pag\w+|pay)(?:\s(?:for|solo|only))?\s(?P<pay>[1-9])\b[^.!?;\d]{0,40}?\b(?:prend\w*|ll[eé]v\w*|take|get|porti|ricevi)(?:\s(?:home|via))?\s(?P<take>[1-9])\b",
    I,
)
_PLUS = regex.compile(
    r"(?:\b(?:compr\w*|acquist\w*|buy|prendi|ll[eé]v\w*)\s(?P<buy>[1-9]|one|a|un|una|uno)\b[^.!?;\d]{0,30}?\b(?:get|ricevi|te llevas|llévate|te regalamos|hai|avrai)?\s?(?P<more>[1-9]|one|another|another one|otr[oa]|un altro|un'altra|uno?)\b[^.!?;\d]{0,14}?\b(?:free|gratis|in omaggio|in regalo|de regalo|gratuit[oa])|(?<!\d)(?P<buy2>[1-9])\s?\+\s?(?P<more2>[1-9])\s?(?:gratis|free|omaggio|in omaggio|de regalo|gratuit[oa]))",
    I,
)
_BOGO = regex.compile(r"\b(?:bogof?|due al prezzo di uno|dos al precio de uno)\b", I)


_GET_HALF = regex.compile(
    r"\b(?:get|the|il|el)\s(?:one|1|second|2nd|other)\s(?:at\s)?(?:half[- ]price|50\s?% off)\b", I
)


def find_offers(passage: Passage) -> None:
    """Note 3x2 and its kin, the second at half price, and free delivery without a threshold."""
    for match in list(passage.matches(_SECOND)):
        if match["nth"] == "2" and not match["half"]:
            continue
        percent = 50 if match["half"] else int(match["n"])
        nth = (
            "3rd"
            if match["nth"].lower()[:2] in {"te", "th", "3r", "3ª", "3º", "3a", "3°"}
            else "2nd"
        )
        passage.note("offer", f"{nth} -{percent} %", *match.span())
    for match in list(passage.matches(_GET_HALF)):
        passage.note("offer", "2nd -50 %", *match.span())
    for pattern in (_TAKE_PAY, _PAY_TAKE, _MULTI, _FOR):
        for match in list(passage.matches(pattern)):
            take, pay = int(match["take"]), int(match["pay"])
            size = _SIZE.search(passage.text[max(0, match.start() - 16) : match.start()])
            if take > pay and not size:
                passage.note("offer", f"{take}x{pay}", *match.span())
    for match in list(passage.matches(_PLUS)):
        buy, more = (_count(match[name] or match[name + "2"]) for name in ("buy", "more"))
        passage.note("offer", f"{buy + more}x{buy}", *match.span())
    for match in list(passage.matches(_BOGO)):
        passage.note("offer", "2x1", *match.span())
    _free_time(passage)


def find_free_delivery(passage: Passage) -> None:
    """Note free delivery, where no threshold has been read with it."""
    for match in list(passage.matches(_SHIPPING)):
        around = passage.left[max(0, match.start() - 12) : match.end() + 16]
        if _FREE.search(around) and not any(
            f.value.startswith("free delivery") for *_, f in passage.found
        ):
            passage.note("offer", "free delivery", *match.span())


def _count(word: str) -> int:
    return int(word) if word.isdigit() else 1


_SPAN = r"(?P<n>\d{1,3})[\s-](?P<unit>giorn[oi]|mes[ei]|mes(?:es)?|días?|days?|months?|weeks?|settiman[ae]|semanas?|lezion[ei]|clases?|lessons?|class(?:es)?)"
_FREE_TIME = regex.compile(
    rf"\b{_SPAN}(?:\s(?:di|de|of))?(?:\s(?:prova|prueba|abbonamento|trial))?\s?(?:gratis|gratuit[aio]s?|free)\b|"
    rf"\b(?:prova|prueba)\s(?:gratis|gratuita|libera)\s(?:di|de|per|por|durante)\s{_SPAN.replace('<n>', '<n2>').replace('<unit>', '<unit2>')}\b|"
    rf"\bfree\s{_SPAN.replace('<n>', '<n3>').replace('<unit>', '<unit3>')}|\b{_SPAN.replace('<n>', '<n4>').replace('<unit>', '<unit4>')}\sfree(?:\strial)?\b",
    I,
)
_TIME_UNITS = (("g", "days"), ("dí", "days"), ("d", "days"), ("w", "weeks"), ("set", "weeks"), ("sem", "weeks"),
               ("m", "months"), ("le", "lessons"), ("cl", "lessons"))  # fmt: skip


_FIRST_FREE = regex.compile(
    r"\b(?:prim[oa]|primer[oa]?|first|1st|1[ºª°])\s(?P<unit>mes[ei]?|month|week|settimana|semana|lezione|clase|lesson|class)\s(?:è\s|es\s|is\s)?(?:gratis|gratuit[ao]|free|in omaggio)\b",
    I,
)


def _free_time(passage: Passage) -> None:
    for match in list(passage.matches(_FIRST_FREE)):
        unit = next(n for start, n in _TIME_UNITS if match["unit"].lower().startswith(start))
        passage.note("offer", f"free for 1 {unit}", *match.span())
    for match in list(passage.matches(_FREE_TIME)):
        groups = match.groupdict()
        i = next(i for i in ("", "2", "3", "4") if groups.get("n" + i))
        unit = next(
            name for start, name in _TIME_UNITS if groups["unit" + i].lower().startswith(start)
        )
        passage.note("offer", f"free for {groups['n' + i]} {unit}", *match.span())
